"""What a teacher is told of a mishap: the form of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A title, and one short paragraph each for what happened, is safe, and to do."""

    title: str
    happened: str
    safe: str
    now: str

    @property
    def sentence(self) -> str:
        """All in one line, for the command line."""
        return f"{self.happened} {self.now}"
