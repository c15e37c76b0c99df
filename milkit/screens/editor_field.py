"""One field of the editor: it says what it was, and can be put back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.fields import Choice, NumberField, TextArea, TextField
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.widgets.look import Look

_EDGE = 4  # px, of a changed field
_MOST_LINES = 14
_AROUND = 26  # px: edge, padding and margin of an area


class Line(TextField):
    """A line of text that tells every letter."""

    written = Signal(str)

    def __init__(self, look: Look, name: str, text: str, lang: str) -> None:
        super().__init__(look, name, text)
        self.setFont(look.type.font("body", lang=lang))
        self.textEdited.connect(self.written)

    def show_text(self, text: str) -> None:
        """Show another text, without telling."""
        if text != self.text():
            self.setText(self._look.type.ready(text))


class Area(TextArea):
    """Paragraphs of text, as high as they are; it tells every letter."""

    written = Signal(str)

    def __init__(self, look: Look, name: str, text: str, lang: str) -> None:
        super().__init__(look, name, "", 1)
        self._look, self._lang = look, lang
        self._showing = False
        self.setFont(look.type.font("body", lang=lang))
        self.setUndoRedoEnabled(False)  # the editor has its own way back
        self.show_text(text)
        self.textChanged.connect(self._told)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show another text, without telling."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(self._look.type.ready(text))
            self._showing = False

    def set_missing(self, missing: bool) -> None:  # noqa: FBT001 - a state
        """Mark the field as still to be filled."""
        self.setProperty("missing", missing)
        self.style().unpolish(self)
        self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines at this width."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self, _size: object = None) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, 2), _MOST_LINES)
        step = QFontMetricsF(self.font()).lineSpacing()
        high = math.ceil(shown * step) + self._look.px(_AROUND)
        policy = Qt.ScrollBarPolicy
        more = policy.ScrollBarAsNeeded if lines > shown else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(more)
        if self.height() != high:
            self.setFixedHeight(high)

    def _told(self) -> None:
        if not self._showing:
            self.written.emit(self.toPlainText())


class Blank(QWidget):
    """
    A labelled field. *written* tells each change of its text or number.

    Changed from the kit's own, it has a 4 px edge, says what it was, and offers Put
    back (*put_back*). *entered* comes when it gets the focus. `warn` says something
    under it that blocks nothing.
    """

    written = Signal(object)
    put_back = Signal()
    entered = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        widget: Line | Area | NumberField | Choice,
        *,
        needed: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._name, self._needed = look, name, needed
        self.widget = widget
        self._edge = False
        self._was: Label | None = None
        self._back: Button | None = None
        self._warning: Label | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._label = Label(look, name, "strong")
        self._column.addWidget(self._label)
        if isinstance(widget, NumberField | Choice):  # it must not narrow its name
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(widget)
        self._wire(widget)

    def _wire(self, widget: Line | Area | NumberField | Choice) -> None:
        if isinstance(widget, NumberField):
            widget.valueChanged.connect(self.written.emit)
            widget.lineEdit().installEventFilter(self)
        elif isinstance(widget, Choice):
            widget.chosen.connect(self.written.emit)
        else:
            widget.written.connect(self.written.emit)
            self._say_missing(widget)
            widget.textChanged.connect(lambda: self._say_missing(widget))
        widget.installEventFilter(self)

    def set_value(self, value: str | int) -> None:
        """Show another value, without telling."""
        widget = self.widget
        if isinstance(widget, NumberField):
            widget.blockSignals(True)
            widget.setValue(int(value))
            widget.blockSignals(False)
        elif isinstance(widget, Choice):
            widget.set_value(str(value))
        else:
            widget.show_text(str(value))

    def set_changed(self, was: str, whole: str = "") -> None:
        """Mark it as changed: *was* stands beside the name; "" = as in the kit."""
        if bool(was) == self._edge and (not was or self._was_text() == was):
            return
        self._edge = bool(was)
        if was and self._was is None:
            self._make_back()
        if self._was is not None and self._back is not None:
            self._was.set_text(was)
            self._was.setToolTip(plain(whole))
            self._was.setVisible(self._edge)
            self._back.setVisible(self._edge)
        self._describe()
        left = self._look.px(14) if self._edge else 0
        self._column.setContentsMargins(left, 0, 0, 0)
        self.update()

    def warn(self, text: str) -> None:
        """Say something under the field; "" = nothing."""
        if self._warning is None:
            if not text:
                return
            self._warning = Label(self._look, "", "least", colour="tur_ink")
            self._column.addWidget(self._warning)
        self._warning.set_text(text)
        self._warning.setVisible(bool(text))
        self._describe()

    def _describe(self) -> None:
        """Let a screen reader say what stands around the field."""
        was = self._was.text() if self._was is not None and self._edge else ""
        warning = self._warning.text() if self._warning is not None else ""
        said = ". ".join(part for part in (was, warning) if part)
        self.widget.setAccessibleDescription(plain(said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the focus; leave Undo and Redo to the whole editor."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of a changed field."""
        if self._edge:
            colour = self._look.colour("pri")
            QPainter(self).fillRect(0, 0, _EDGE, self.height(), colour)

    def _was_text(self) -> str:
        return self._was.text() if self._was is not None else ""

    def _make_back(self) -> None:
        """Make what only changed fields have: most never are."""
        look, w = self._look, self._look.words
        self._was = Label(look, "", "least", colour="soft_ink")
        self._back = Button(
            look, w.t("Put back"), "arrow-counter-clockwise", kind="quiet", height=40
        )
        self._back.setAccessibleName(w.t("Put back: {name}", name=plain(self._name)))
        self._back.clicked.connect(self.put_back)
        head = QWidget()
        flow = Flow(head, look.px(8))
        self._column.removeWidget(self._label)
        for part in (self._label, self._was, self._back):
            flow.addWidget(part)
        self._column.insertWidget(0, head)

    def _say_missing(self, widget: QLineEdit | QPlainTextEdit) -> None:
        """Mark a text that is needed and empty; nothing stops the user."""
        if not self._needed:
            return
        text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        missing = not text.strip()
        if missing != bool(widget.property("missing")):
            assert isinstance(widget, Line | Area)  # noqa: S101 - ours
            widget.set_missing(missing)
            hint = self._look.words.t("Still to be written")
            widget.setPlaceholderText(hint if missing else "")


def text_blank(
    look: Look, name: str, text: str, lang: str, *, line: bool, needed: bool
) -> Blank:
    """Make a field for a text: one line, or paragraphs."""
    widget = Line(look, name, text, lang) if line else Area(look, name, text, lang)
    return Blank(look, name, widget, needed=needed)


def number_blank(look: Look, name: str, number: int, most: int) -> Blank:
    """Make a field for minutes."""
    return Blank(look, name, NumberField(look, name, number, (1, most)))


def choice_blank(
    look: Look, name: str, options: Sequence[tuple[str, str]], chosen: str
) -> Blank:
    """Make a field in which one of several is chosen."""
    return Blank(look, name, Choice(look, name, options, chosen))
