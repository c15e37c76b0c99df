"""Send pages to a PDF file, to a printer, or to the screen as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from milkit.ground.errors import PrinterFailed
from milkit.press.ink import POINT
from milkit.press.pages import paint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Page

    Step = Callable[[int, int], None]


def layout(size: Paper) -> QPageLayout:
    """Give the page layout of *size*: the pages bring their own margins."""
    points = QSizeF(size.width / POINT, size.height / POINT)
    page = QPageSize(points, QPageSize.Unit.Point)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def to_pdf(
    path: Path, pages: Sequence[tuple[Page, Ink]], size: Paper, step: Step | None = None
) -> None:
    """Write *pages* as a PDF with its fonts inside; PrinterFailed if that fails."""
    writer = QPdfWriter(str(path))
    writer.setPageLayout(layout(size))
    writer.setResolution(300)
    writer.setCreator("MIL Kit")
    _print(writer, pages, size, 300, step)


def to_printer(
    printer: QPagedPaintDevice,
    pages: Sequence[tuple[Page, Ink]],
    size: Paper,
    dots: int,
    step: Step | None = None,
) -> None:
    """Send *pages* to a printer of *dots* an inch; PrinterFailed if it refuses."""
    _print(printer, pages, size, dots, step)


def to_image(page: Page, ink: Ink, size: Paper, width: int) -> QImage:
    """Draw one page *width* px wide, for the preview."""
    scale = width / size.width
    image = QImage(width, round(size.height * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    paint(painter, page, size, ink)
    painter.end()
    return image


def _print(
    device: QPagedPaintDevice,
    pages: Sequence[tuple[Page, Ink]],
    size: Paper,
    dots: int,
    step: Step | None,
) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterFailed
    try:
        for number, (page, ink) in enumerate(pages):
            if number and not device.newPage():
                raise PrinterFailed
            painter.save()
            painter.scale(dots / 72 / POINT, dots / 72 / POINT)
            paint(painter, page, size, ink)
            painter.restore()
            if step:
                step(number + 1, len(pages))
    finally:
        painter.end()
