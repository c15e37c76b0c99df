"""The cloth: topic weaves, the selvedge, plait and bands, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from milkit.widgets.theme import TOPICS, Theme, mixed

if TYPE_CHECKING:
    from milkit.widgets.look import Look

# Plain plaited geometry, found in baskets and mats all over the region. "#" is the
# warp, "." the weft; a pattern repeats on all sides.
LOZENGE = (
    "......#.....",
    ".....###....",
    "....##.##...",
    "...##.#.##..",
    "..##.#.#.##.",
    ".##.#.#.#.##",
    "##.#.###.#.#",
    ".##.#.#.#.##",
    "..##.#.#.##.",
    "...##.#.##..",
    "....##.##...",
    ".....###....",
)
STEPS = (
    "##....##....",
    "#....###...#",
    "....##..#.##",
    "...##....##.",
    "..##....###.",
    ".##....##..#",
    "##....##....",
    "##...##....#",
    "..#.##....##",
    "...##....##.",
    "..###...##..",
    ".##..#.##...",
)
FRAMES = (
    "############",
    "#..........#",
    "#..........#",
    "#..######..#",
    "#..#....#..#",
    "#..#.##.#..#",
    "#..#.##.#..#",
    "#..#....#..#",
    "#..######..#",
    "#..........#",
    "#..........#",
    "############",
)
SHOOTS = (
    "......#.....",
    ".....###....",
    "....#####...",
    "...###.###..",
    "..####.####.",
    ".#####.#####",
)
LATTICE = ("######", "#.....", "#.....", "#..#..", "#.....", "#.....")
CHEVRONS = (
    "....####....",
    "#....##....#",
    "##........##",
    ".##......##.",
    "..##....##..",
    "...##..##...",
)
BANDS = ("##", "..", "#.", "..")
PLAIT = ("#.", ".#")
HEM = ("##", "#.", "..")  # bands in the 8 px of a time rail's edge
SELVEDGE = (
    "....#...",
    "...###..",
    "..##.##.",
    ".##...##",
    "##..#..#",
    ".##...##",
    "..##.##.",
    "...###..",
)
_TOPIC = dict(
    zip(
        TOPICS,
        (LOZENGE, STEPS, FRAMES, SHOOTS, LATTICE, CHEVRONS, BANDS),
        strict=True,
    )
)
_THREADS = 3  # cells narrower than this show no single threads


def paint_topic(
    painter: QPainter, box: QRectF, topic: str, theme: Theme, cell: float = 4
) -> None:
    """Paint the weave of a *topic* into *box*; *cell* is a cell's side in px."""
    dye = theme.dye(topic)
    pattern = _TOPIC.get(topic, LOZENGE)
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
    painter.fillRect(QRectF(left, top, right - left, bottom - top), QBrush(tile))
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
    wide, high = len(pattern[0]), len(pattern)
    image = QImage(wide * side, high * side, QImage.Format.Format_RGB32)
    image.fill(QColor(weft))
    painter = QPainter(image)
    warp_shadow, weft_shadow = (
        QColor(mixed(warp, "#000000", 0.11)),
        QColor(mixed(weft, "#000000", 0.055)),
    )
    thin = max(1, side // 5)
    for row, cells in enumerate(pattern):
        for column, cell in enumerate(cells):
            x, y = column * side, row * side
            if cell == "#":
                painter.fillRect(x, y, side, side, QColor(warp))
                if threads:
                    painter.fillRect(x + side - thin, y, thin, side, warp_shadow)
            elif threads:
                painter.fillRect(x, y + side - thin, side, thin, weft_shadow)
    painter.end()
    return image
