"""Write a hub's receipts into a PDF, each with its QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.printer import to_pdf
from milkit.trust import qr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from milkit.activities.paper import Sheet
    from milkit.ground.words import Words
    from milkit.widgets.type import Type

_QUIET = 4  # modules of white around a code (ISO/IEC 18004)
_SIDE = 8  # px a module: printers see no smear between them


def write_receipts(
    path: Path,
    sheet: Sheet,
    codes: Sequence[str],
    letters: Type,
    w: Words,
    size: str = "a4",
) -> int:
    """Write *sheet* to *path*, picture n being the QR of codes[n]; give the pages."""
    sheet_size = paper(size)

    def picture(name: str) -> QImage | None:
        return qr_image(codes[int(name)])

    ink = ink_for(letters, w, picture)
    pages = laid(sheet, Margin("", "", w.t("MIL Kit. Free to copy.")), sheet_size, ink)
    inked = [(page, ink) for page in pages.pages]
    to_pdf(path, inked, sheet_size, title=sheet.title)
    return len(inked)


def qr_image(text: str) -> QImage:
    """Draw a QR code with its margin, black on white."""
    rows = qr.modules(text)
    wide = (len(rows) + 2 * _QUIET) * _SIDE
    image = QImage(wide, wide, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                _block(image, x + _QUIET, y + _QUIET)
    return image


def _block(image: QImage, x: int, y: int) -> None:
    for down in range(_SIDE):
        for right in range(_SIDE):
            image.setPixel(x * _SIDE + right, y * _SIDE + down, 0xFF000000)
