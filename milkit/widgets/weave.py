"""The cloth: topic weaves, the selvedge, plait and bands, sharp on every screen."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from milkit.ground.weaves import BANDS, LOZENGE, PLAIT, SELVEDGE, WEAVES
from milkit.widgets.theme import Theme, mixed

if TYPE_CHECKING:
    from milkit.widgets.look import Look

_THREADS = 3  # cells narrower than this show no single threads


def paint_topic(
    painter: QPainter, box: QRectF, topic: str, theme: Theme, cell: float = 4
) -> None:
    """Paint the weave of a *topic* into *box*; *cell* is a cell's side in px."""
    dye = theme.dye(topic)
    pattern = WEAVES.get(topic, LOZENGE)
    paint_cloth(
        painter, box, pattern, dye.warp, dye.weft, cell, threads=not theme.contrast
    )


def paint_selvedge(
    painter: QPainter, box: QRectF, theme: Theme, cell: float = 1
) -> None:
    """Paint the selvedge; a band of it is 8 cells wide. One edge in each window."""
    paint_cloth(painter, box, SELVEDGE, theme.selvedge_thread, theme.selvedge, cell)


def paint_time(
    painter: QPainter, box: QRectF, number: int, look: Look, cell: float = 4
) -> None:
    """Paint time that was taught: plait for odd steps, bands for even ones."""
    theme = look.theme
    weft = theme.bg if theme.contrast else mixed(theme.pri, theme.surface, 0.6)
    pattern = PLAIT if number % 2 else BANDS
    step = cell if number % 2 else cell / 2
    paint_cloth(painter, box, pattern, theme.pri, weft, step)


def paint_cloth(
    painter: QPainter,
    box: QRectF,
    pattern: tuple[str, ...],
    warp: str,
    weft: str,
    cell: float,
    *,
    threads: bool = False,
) -> None:
    """
    Tile *box* with a pattern in whole device pixels.

    Tiles scaled by the painter come out uneven at 125 %, so the cloth is drawn at
    the screen's own pixels, and every cell of it is equally wide.
    """
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    world = painter.combinedTransform()  # to the screen's own pixels
    at = world.mapRect(box)
    side = max(1, round(cell * abs(world.m11())))
    tile = _tile(pattern, warp, weft, side, threads and side >= _THREADS)
    left, top = round(at.left()), round(at.top())
    right, bottom = round(at.right()), round(at.bottom())
    painter.save()
    painter.resetTransform()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setBrushOrigin(left, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(tile))
    painter.drawRect(left, top, right - left, bottom - top)
    painter.restore()


@lru_cache(maxsize=128)
def _tile(
    pattern: tuple[str, ...],
    warp: str,
    weft: str,
    side: int,
    threads: bool,  # noqa: FBT001 - a cache key
) -> QImage:
    """Draw one repeat; with *threads*, each cell shows the shadow of its thread."""
    shadow = mixed(warp, "#000000", 0.11), mixed(weft, "#000000", 0.055)
    warp_dot, weft_dot = _dot(warp), _dot(weft)
    warp_edge, weft_edge = (_dot(shadow[0]), _dot(shadow[1])) if threads else (b"", b"")
    thin = max(1, side // 5) if threads else 0
    over = warp_dot * (side - thin) + warp_edge * thin
    under, under_edge = weft_dot * side, weft_edge * side
    lines = bytearray()
    for cells in pattern:
        line = b"".join(over if cell == "#" else under for cell in cells)
        last = b"".join(over if cell == "#" else under_edge for cell in cells)
        lines += line * (side - thin) + last * thin
    wide, high = len(pattern[0]) * side, len(pattern) * side
    image = QImage(bytes(lines), wide, high, 4 * wide, QImage.Format.Format_RGB32)
    return image.copy()  # with bytes of its own


def _dot(colour: str) -> bytes:
    """Give the four bytes of a #rrggbb as an image holds them."""
    return int("ff" + colour[1:], 16).to_bytes(4, sys.byteorder)
