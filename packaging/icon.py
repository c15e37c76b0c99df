"""Draw the program's icon in the forms that the three systems ask for."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIDES = (16, 32, 48, 64, 128, 256)
ICNS = {128: b"ic07", 256: b"ic08"}  # Apple's names for PNG parts of these sides


def write_icons(to: Path) -> None:
    """Write milkit.png for Linux, milkit.ico for Windows, milkit.icns for macOS."""
    drawn = _drawn()
    to.mkdir(parents=True, exist_ok=True)
    (to / "milkit.png").write_bytes(drawn[256])
    (to / "milkit.ico").write_bytes(_ico(drawn))
    (to / "milkit.icns").write_bytes(_icns(drawn))


def _drawn() -> dict[int, bytes]:
    from PySide6.QtCore import QBuffer, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from milkit import starting
    from milkit.ground.settings import Settings
    from milkit.screens.window import paint_logo

    app = QApplication.instance() or QApplication([])
    look = starting.first_look(app, Settings())
    found = {}
    for side in SIDES:
        picture = QImage(side, side, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, look, QRectF(0, 0, side, side), on_side=False)
        painter.end()
        to = QBuffer()
        to.open(QBuffer.OpenModeFlag.WriteOnly)
        picture.save(to, "PNG")
        found[side] = bytes(to.data().data())
    return found


def _ico(drawn: dict[int, bytes]) -> bytes:
    """Windows Vista and later read PNG inside an .ico."""
    head = struct.pack("<HHH", 0, 1, len(drawn))
    at = len(head) + 16 * len(drawn)
    for side, png in drawn.items():
        head += struct.pack(
            "<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), at
        )
        at += len(png)
    return head + b"".join(drawn.values())


def _icns(drawn: dict[int, bytes]) -> bytes:
    parts = b"".join(
        name + struct.pack(">I", 8 + len(drawn[side])) + drawn[side]
        for side, name in ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts
