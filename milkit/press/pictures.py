"""The pictures of a lesson for its sheets, in colour or as a copier would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from milkit.ground.errors import PictureMissing
from milkit.widgets.drawing import load

if TYPE_CHECKING:
    from collections.abc import Callable


class Pictures:
    """
    Gives pictures by their names; hand it to an `Ink`.

    *load* gives a picture's bytes, or raises PictureMissing: the sheet then says in
    words what is on it. Those that were asked for lately are kept. *grey* may change
    at any time.
    """

    KEPT = 12

    def __init__(self, read: Callable[[str], bytes], *, grey: bool = True) -> None:
        self._read = read
        self._kept: dict[tuple[str, bool], QImage | None] = {}
        self.grey = grey

    def __call__(self, name: str) -> QImage | None:
        """Give a picture, None when there is none."""
        key = (name, self.grey)
        if key not in self._kept:
            if len(self._kept) >= self.KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._load(name)
        return self._kept[key]

    def _load(self, name: str) -> QImage | None:
        try:
            image = load(self._read(name))
        except PictureMissing:
            return None
        if image is not None and self.grey:
            return image.convertToFormat(QImage.Format.Format_Grayscale8)
        return image
