"""Icons: small drawings tinted in a theme's colours, sharp on every screen."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

if TYPE_CHECKING:
    from pathlib import Path


class Icons:
    """
    Draws the SVG files of one folder once for each colour, size and screen.

    A program on a stick has them in one file beside that folder, *folder*.json.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, px: int, ratio: float = 1.0) -> QPixmap:
        """
        Give the icon *name* in *colour*, *px* high, for a screen's pixel ratio.

        Names are those of the files, filled ones end in "-fill". An icon that did
        not come is empty: a button still has its words.
        """
        key = (name, colour, px, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, px: int, ratio: float) -> QPixmap:
        side = round(px * ratio)
        drawn = QPixmap()
        if not drawn.loadFromData(self._svg(name, colour, side), "svg"):
            drawn = QPixmap(side, side)
            drawn.fill(Qt.GlobalColor.transparent)
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _svg(self, name: str, colour: str, side: int) -> bytes:
        """Give the drawing as Qt's reader of pictures shall make it."""
        try:
            text = (self._folder / f"{name}.svg").read_text("utf-8")
        except OSError:
            text = self._packed.get(name, "")
        size = f'<svg width="{side}" height="{side}" '
        return text.replace("<svg ", size, 1).replace("currentColor", colour).encode()

    @cached_property
    def _packed(self) -> dict[str, str]:
        """The drawings by name, where they came in one file."""
        try:
            text = self._folder.with_suffix(".json").read_text("utf-8")
        except OSError:
            return {}
        packed: dict[str, str] = json.loads(text)
        return packed
