"""Three columns of the editor, each scrolled by itself; fewer where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.page import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from milkit.widgets.look import Look

_THREE, _TWO = 1000, 720  # px of width from which so many columns have room
_LEFT, _LEFT_OF_TWO, _RIGHT = 236, 300, 376
_BOTH = 2
_ANY = 1 << 20


class EditorColumns(QWidget):
    """
    Steps at the left, the form in the middle, the preview at the right.

    In two columns the preview stands under the steps; in one all stand one under the
    other. So the preview is in sight while the form is scrolled, wherever it can be.
    """

    def __init__(
        self, look: Look, left: QWidget, middle: QWidget, right: QWidget
    ) -> None:
        super().__init__()
        self._look = look
        self._parts = (left, middle, right)
        self.scrolls = [Scroll(look) for _ in range(3)]
        self._count = 0
        row = QHBoxLayout(self)
        side = look.px(24) - 6
        row.setContentsMargins(side, 0, side - 6, 0)
        row.setSpacing(look.px(8))
        for number, scroll in enumerate(self.scrolls):
            scroll.box.setContentsMargins(6, look.px(12), look.px(10), look.px(16))
            scroll.box.addStretch(1)
            row.addWidget(scroll, int(number == 1))
        self._arrange(3)

    @property
    def middle(self) -> Scroll:
        """The column that holds the form."""
        return self.scrolls[1 if self._count > 1 else 0]

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one narrow column: they give way by themselves."""
        return QSize(self._look.px(240), 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        width = self.width()
        three, two = self._look.px(_THREE), self._look.px(_TWO)
        self._arrange(3 if width >= three else 2 if width >= two else 1)
        self.fit()

    def fit(self) -> None:
        """Give the outer columns the width that their longest words need."""
        left, _middle, right = self.scrolls
        if self._count == 1:
            left.setMinimumWidth(0)
            left.setMaximumWidth(_ANY)
            return
        for scroll, usual in (
            (left, _LEFT if self._count > _BOTH else _LEFT_OF_TWO),
            (right, _RIGHT),
        ):
            bar = scroll.verticalScrollBar().sizeHint().width()
            needed = scroll.body.minimumSizeHint().width() + bar
            scroll.setFixedWidth(max(self._look.px(usual), needed))

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        places = {1: (0, 0, 0), 2: (0, 1, 0), 3: (0, 1, 2)}[count]
        for part in self._parts:
            for scroll in self.scrolls:  # by removeWidget: it forgets measured heights
                scroll.box.removeWidget(part)
        for part, place in zip(self._parts, places, strict=True):
            box = self.scrolls[place].box
            box.insertWidget(box.count() - 1, part)
        for number, scroll in enumerate(self.scrolls):
            scroll.setVisible(number < count)
