"""Filters: pills that show a list to tick, and what they are set to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import paint_pill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

    from milkit.widgets.look import Look


class Pill(QPushButton):
    """A pill that is on or off; *toggled* tells. An icon shows while it is off."""

    def __init__(
        self, look: Look, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._caret = look, icon, False
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._words = self._look.type.ready(text)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(plain(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room of the words, the tick and the caret."""
        px = self._look.px
        width = advance(self._words, self._ink().font(self._look)) + 1
        if self.isChecked() or self._icon:
            width += px(18 + 8)
        if self._caret and not self.isChecked():
            width += px(18 + 6)
        return QSize(round(width) + 2 * px(16), px(40))

    def minimumSizeHint(self) -> QSize:
        """Give the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill: a tick and bold words when on, a caret when off."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect())
        paint_pill(painter, look, box, on=on, over=self.underMouse())
        side, ratio = look.px(18), self.devicePixelRatioF()
        y, x = (self.height() - side) // 2, look.px(16)
        icon = "check" if on else self._icon
        if icon:
            painter.drawPixmap(x, y, look.icon(icon, self._ink().colour, 18, ratio))
            x += look.px(18 + 8)
        box.setLeft(x)
        width = paint_line(painter, look, self._words, box, self._ink())
        if self._caret and not on:
            x += round(width) + look.px(6)
            painter.drawPixmap(x, y, look.icon("caret-down", "ink2", 18, ratio))

    def _ink(self) -> Ink:
        return Ink("strong", "soft_ink") if self.isChecked() else Ink("body", "ink")


class Filter(Pill):
    """A pill with a list; *many* lets several be ticked. *changed* tells their ids."""

    changed = Signal(tuple)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        many: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent=parent)
        self._name, self._many, self._caret = name, many, True
        self._options = tuple(options)
        self._chosen: tuple[str, ...] = ()
        self._menu: QMenu | None = None
        self.clicked.connect(self.open_list)
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """Give the ids that are ticked; () means any."""
        return self._chosen

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Change the list of (id, text); what is gone is no longer ticked."""
        self._options = tuple(options)
        self.set_chosen(self._chosen)

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Tick by id, without telling."""
        wanted = set(ids)
        self._chosen = tuple(key for key, _ in self._options if key in wanted)
        self._tell()

    def open_list(self) -> None:
        """Show the list under the pill."""
        from PySide6.QtGui import QAction, QIcon
        from PySide6.QtWidgets import QMenu

        self._tell()  # the click has toggled it
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        for key, text in self._options:
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key in self._chosen)
            if key in self._chosen:
                action.setIcon(QIcon(self._look.icon("check", "pri", 18)))
            action.triggered.connect(lambda _on=False, key=key: self._toggle(key))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _toggle(self, key: str) -> None:
        chosen = set(self._chosen)
        if key in chosen:
            chosen.discard(key)
        else:
            chosen = chosen | {key} if self._many else {key}
        self.set_chosen(chosen)
        self.changed.emit(self._chosen)

    def _tell(self) -> None:
        """Say on the pill what is ticked."""
        self.setChecked(bool(self._chosen))
        texts = [text for key, text in self._options if key in self._chosen]
        words = self._look.words
        if not texts:
            said = self._name
        elif len(texts) == 1:
            said = texts[0]
        else:
            said = words.t(
                "{name}: {count}", name=self._name, count=words.number(len(texts))
            )
        self.set_text(said)
        self.setAccessibleDescription(", ".join(plain(text) for text in texts))
