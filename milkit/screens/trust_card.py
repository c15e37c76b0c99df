"""The trust card: who says they signed it, six words, a QR code, three steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label, Tag
from milkit.widgets.lines import Ink, advance, paint_line
from milkit.widgets.panel import Divider, Panel, paint_card
from milkit.widgets.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

_SIDE_BY_SIDE = 560  # px: below it the QR code stands under the words


class Asked(NamedTuple):
    """
    What the card asks about: *name* is what they call themselves.

    *file* is what was opened, *words* the six, *modules* the QR code of the key,
    *packs* a line for each pack in it.
    """

    file: str
    name: str
    words: tuple[str, ...]
    modules: Sequence[Sequence[bool]]
    packs: tuple[str, ...] = ()


class Word(QWidget):
    """One of the six words on indigo, with its number."""

    def __init__(self, look: Look, number: int, word: str) -> None:
        super().__init__()
        self._look, self._word = look, word
        self._number = look.words.number(number)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number} {word}")

    def sizeHint(self) -> QSize:
        """Give the room of the number and the word."""
        wide = advance(self._word, self._look.type.font("section"))
        return QSize(round(wide) + self._look.px(12 + 22 + 12), self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        """Give the same: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile, the number and the word."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "ctl" if look.theme.name != "light" else ""
        paint_card(painter, look, QRectF(self.rect()), "side", edge, radius=4)
        box = QRectF(self.rect()).adjusted(look.px(12), 0, 0, 0)
        paint_line(painter, look, self._number, box, Ink("least", "side_ink2"))
        box.setLeft(look.px(12 + 22))
        paint_line(painter, look, self._word, box, Ink("section", "side_ink"))


class TrustCard(Panel):
    """All that is needed to find out whether they are who they say."""

    def __init__(self, look: Look, asked: Asked) -> None:
        super().__init__(look)
        w = look.words
        self.box.addWidget(self._head(asked.file))
        self.box.addWidget(Divider(look))
        self.box.addWidget(self._who(asked))
        self.box.addWidget(Label(look, w.t("Their six check words"), "strong"))
        self.box.addWidget(self._six(asked.words))
        steps = (
            w.t("Call them, or meet them. Do not use a number from the file."),
            w.t("Ask them to read their words aloud. Do not read yours first."),
            w.t("All six the same? Then it is really them."),
        )
        for number, text in enumerate(steps, 1):
            self.box.addWidget(self._step(number, text))
        if asked.packs:
            self.box.addWidget(self._inside(asked.packs))

    def _head(self, file: str) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        row = Columns((1, OWN), look.px(340), look.px(6), holder, look.px(12))
        row.add(IconLabel(look, "package", file, "strong", colour="ink"), 0)
        row.add(Tag(look, w.t("Not confirmed yet"), "tip", "question"), 1)
        return holder

    def _who(self, asked: Asked) -> QWidget:
        look, w = self._look, self._look.words
        holder, said = QWidget(), QWidget()
        both = Columns((1, OWN), look.px(_SIDE_BY_SIDE), look.px(8), holder)
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(look, w.t("Someone new signed this"), "section"))
        column.addWidget(Label(look, w.t("They call themselves"), colour="ink2"))
        column.addWidget(Label(look, asked.name, "big"))
        text = w.t(
            "The file is whole and nobody changed it. But anyone can type a name. "
            "Compare six words to be sure."
        )
        column.addWidget(Label(look, text))
        code = QWidget()
        under = QVBoxLayout(code)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(look.px(2))
        name = w.t("QR code of their key")
        middle = Qt.AlignmentFlag.AlignHCenter
        under.addWidget(QrCode(look, asked.modules, name), 0, middle)
        scan = w.t("or scan it on their screen")
        under.addWidget(Label(look, scan, "least", colour="ink2", align=middle))
        both.add(said, 0)
        both.add(code, 1)
        return holder

    def _six(self, words: tuple[str, ...]) -> QWidget:
        look = self._look
        holder = QWidget()
        least = look.px(3 * 150)
        columns = Columns((1, 1, 1), least, look.px(6), holder, look.px(6))
        for at, word in enumerate(words):
            columns.add(Word(look, at + 1, word), at % 3)
        return holder

    def _step(self, number: int, text: str) -> QWidget:
        look = self._look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        counted = look.words.number(number)
        mark = Label(look, counted, "card", colour="pri", wrap=False)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, text), 1)
        return holder

    def _inside(self, packs: tuple[str, ...]) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look, "soft", "soft")
        panel.box.setSpacing(look.px(2))
        title = Label(look, w.t("What is in it"), "strong", colour="soft_ink")
        panel.box.addWidget(title)
        for line in packs:
            panel.box.addWidget(Label(look, line))
        stay = w.t("Lessons that you have under the same name stay as they are.")
        panel.box.addWidget(Label(look, stay, "small", colour="ink2"))
        return panel
