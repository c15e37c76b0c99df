"""Send pages to a PDF file, to a printer, or to the screen as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from milkit.ground.drives import sticks
from milkit.ground.errors import PrinterFailed
from milkit.ground.files import write_to_stick, write_whole
from milkit.press.ink import POINT
from milkit.press.paint import paint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Page

    Step = Callable[[int, int], None]
    Inked = Sequence[tuple[Page, Ink]]

DOTS = 300  # an inch, in a PDF


def layout(size: Paper) -> QPageLayout:
    """Give the page layout of *size*: the pages bring their own margins."""
    points = QSizeF(size.width / POINT, size.height / POINT)
    page = QPageSize(points, QPageSize.Unit.Point)
    made = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def to_pdf(
    path: Path, pages: Inked, size: Paper, step: Step | None = None, title: str = ""
) -> None:
    """
    Write *pages* as a PDF with its fonts inside, whole or not at all.

    On a stick it is read back after writing. Raises PrinterFailed, DiskFull,
    FolderReadOnly, or what can befall a stick; a file that was there stays then.
    """
    content = pdf(pages, size, step, title)
    if any(path.resolve().is_relative_to(stick.folder) for stick in sticks()):
        write_to_stick(path, content)
    else:
        write_whole(path, content)


def pdf(pages: Inked, size: Paper, step: Step | None = None, title: str = "") -> bytes:
    """Give *pages* as the bytes of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout(size))
    writer.setResolution(DOTS)
    writer.setCreator("MIL Kit")
    writer.setTitle(title)
    to_printer(writer, pages, size, DOTS, step)
    return bytes(buffer.data().data())


def to_printer(
    device: QPagedPaintDevice,
    pages: Inked,
    size: Paper,
    dots: int,
    step: Step | None = None,
) -> None:
    """Send *pages* to a printer of *dots* an inch; PrinterFailed if it refuses."""
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterFailed
    scale = dots / 72 / POINT
    try:
        for number, (page, ink) in enumerate(pages):
            if number and not device.newPage():
                raise PrinterFailed
            painter.save()
            painter.scale(scale, scale)
            paint(painter, page, size, ink)
            painter.restore()
            if step:
                step(number + 1, len(pages))
    finally:
        painter.end()


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
