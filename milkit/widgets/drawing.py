"""Pictures: our own drawings made into PNG, and any others opened with care."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

MOST_PX = 8000  # a side of a picture
MOST_MB = 64  # what one picture may take in memory
_EFFORT = 3  # of zlib: a third of the time of 6, for a fifth more bytes
_MAGIC = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"))
Cut = tuple[float, float, float, float]


def draw_svg(svg: bytes, cut: Cut | None, width: int) -> bytes:
    """
    Draw one of our own SVGs as PNG, *width* px wide.

    *cut* is left, top, width, height as shares of the drawing. The drawing is
    painted whole and then cut, so nothing runs out of its box. b"" when it is no SVG.
    """
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return b""
    left, top, wide, high = cut or (0.0, 0.0, 1.0, 1.0)
    full = width / wide
    whole = QSize(round(full), round(full * size.height() / size.width()))
    image = QImage(whole, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    piece = QRect(
        round(left * whole.width()),
        round(top * whole.height()),
        width,
        round(high * whole.height()),
    )
    return png(image.copy(piece.intersected(image.rect())))


def png(image: QImage) -> bytes:
    """
    Write an opaque picture as PNG.

    Flat colours need none of the row filters that Qt's writer tries: this takes a
    third of its time, is as small, and lets other threads work meanwhile.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    wide, high, step = plain.width(), plain.height(), plain.bytesPerLine()
    dots = bytes(plain.constBits())
    rows = (dots[at : at + 3 * wide] for at in range(0, high * step, step))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)  # 8 bits, true colour
    body = zlib.compress(b"\0" + b"\0".join(rows), _EFFORT)  # 0: a row as it is
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return _MAGIC[0][0] + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def load(data: bytes, room: QSize | None = None) -> QImage | None:
    """
    Open a PNG, JPEG or WebP picture, at most as large as *room*; None for others.

    The kind is told by the bytes, not by a name. Too large a picture is refused
    before it takes memory; vector files from elsewhere are never opened.
    """
    kind = _kind(data)
    if not kind:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MOST_MB)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or max(size.width(), size.height()) > MOST_PX:
        return None
    if room is not None and (
        size.width() > room.width() or size.height() > room.height()
    ):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def shrunk(data: bytes, longest: int = 1600) -> bytes:
    """
    Make a teacher's picture small and plain: no place, no camera, nothing hidden.

    Gives JPEG (PNG where there are see-through parts), or b"" when it is no picture.
    """
    image = load(data, QSize(longest, longest))
    if image is None:
        return b""
    clean = QImage(image.size(), image.format())  # a new image carries no notes along
    clean.fill(Qt.GlobalColor.transparent)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    if clean.hasAlphaChannel():
        return _written(clean, b"PNG", -1)
    return _written(clean, b"JPEG", 85)


def paint_picture(painter: QPainter, box: QRectF, image: QImage) -> QRectF:
    """Paint a picture whole into the middle of *box*; give where it lies."""
    size = image.size().scaled(
        round(box.width()), round(box.height()), Qt.AspectRatioMode.KeepAspectRatio
    )
    at = box.adjusted(0, 0, 0, 0)
    at.setSize(size.toSizeF())
    at.moveCenter(box.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(at, image)
    return at


def _kind(data: bytes) -> bytes:
    for start, kind in _MAGIC:
        if data.startswith(start):
            return kind
    return b"webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else b""


def _written(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
