"""What went wrong, written down for whoever helps: one text file of limited size."""

from __future__ import annotations

import contextlib
import sys
import traceback
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "milkit.log"
LARGEST = 512 * 1024  # bytes; then one older file is kept beside it


def place(folder: Path) -> Path:
    """Give the diary's file in the data folder."""
    return folder / NAME


def write(folder: Path, what: str, error: BaseException | None = None) -> str:
    """
    Write down *what* happened, with the traceback of *error*; give the text.

    A diary that cannot be written must not stop anything: then it goes to stderr.
    """
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    trace = "".join(traceback.format_exception(error)) if error else ""
    text = f"{when} Python {sys.version.split()[0]} {sys.platform}: {what}\n{trace}"
    path = place(folder)
    try:
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_size > LARGEST:
                path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        sys.stderr.write(text)
    return text
