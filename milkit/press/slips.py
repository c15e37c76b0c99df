"""Write the number slips of a class into a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content.numbers import slips
from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.printer import to_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.records.classes import SchoolClass
    from milkit.widgets.look import Look


def write_slips(path: Path, group: SchoolClass, look: Look, size: str) -> int:
    """Write the slips of *group* to *path*; give the number of pages."""
    w, sheet_size = look.words, paper(size)
    sheet = slips(group.name, group.students, w)
    ink = ink_for(look.type, w)
    around = Margin(w.t("For the teacher"), "", w.t("MIL Kit. Free to copy."))
    pages = laid(sheet, around, sheet_size, ink).pages
    to_pdf(path, [(page, ink) for page in pages], sheet_size, title=sheet.title)
    return len(pages)
