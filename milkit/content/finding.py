"""What a check found in a lesson: where, what is wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing in one *line* of a *file*; a *hint* is advice and stops nothing."""

    file: Path
    line: int
    what: str
    mend: str
    hint: bool = False

    def __str__(self) -> str:
        """Write it as the command line prints it."""
        mark = "hint: " if self.hint else ""
        return f"{self.file}:{self.line}: {mark}{self.what}: {self.mend}"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding inside one text, before its file is known."""

    line: int
    what: str
    mend: str
    hint: bool = False

    def within(self, file: Path) -> Finding:
        """Say which *file* it is in."""
        return Finding(file, self.line, self.what, self.mend, self.hint)
