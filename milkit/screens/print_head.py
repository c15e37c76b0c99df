"""The head of the print page: for which class, how many students, which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from milkit.ground.settings import PAPERS
from milkit.screens.print_wishes import MOST, USUAL
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Segments
from milkit.widgets.fields import Choice, NumberField
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from milkit.records.classes import SchoolClass
    from milkit.widgets.look import Look

LARGE = 150  # percent: the choices then stand in the page
ROOM = 280  # px that the title wants beside the choices


class PrintHead(QWidget):
    """
    Stands above the page and stays there; the choices wrap under the title.

    With large text *choices* stand in the page instead: they are not put anywhere.
    """

    class_chosen = Signal(str)
    students_changed = Signal()
    paper_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, look: Look, paper: str) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self.digits = w.digits
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(look.px(10))
        large = look.type.size >= LARGE
        self._across.addLayout(self._titled(large=large), 1)
        self.group = Choice(look, w.t("Class"), [])
        self.students = NumberField(look, w.t("Students"), USUAL, (1, MOST))
        names = {"a4": "A4", "letter": w.t("Letter")}
        options = [(name, names[name]) for name in PAPERS]
        self.paper = Segments(look, w.t("Paper"), options, paper)
        self.choices = self._made_choices()
        if not large:
            self._across.addWidget(self.choices)
        self.group.chosen.connect(self.class_chosen)
        self.students.valueChanged.connect(lambda _n: self.students_changed.emit())
        self.paper.chosen.connect(self.paper_chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def _titled(self, *, large: bool) -> QVBoxLayout:
        look, w = self._look, self._look.words
        title = QVBoxLayout()
        title.setSpacing(0)
        back = Button(look, w.t("The lesson"), "arrow-left", kind="quiet", height=40)
        back.clicked.connect(self.back_asked)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch()
        title.addLayout(row)
        role = "section" if large else "title"
        title.addWidget(Label(look, w.t("Print this lesson"), role, most=2))
        return title

    def set_classes(self, classes: Sequence[SchoolClass], class_id: str) -> None:
        """Offer the classes."""
        none = ("", self._look.words.t("No class"))
        options = [none, *((c.id, c.name) for c in classes)]
        self.group.set_options(options, class_id)
        self.group.setVisible(bool(classes))
        wide = min(self.group.sizeHint().width(), self._look.px(240))
        self.group.setFixedWidth(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices where there is room."""
        super().resizeEvent(event)
        beside = self.choices.sizeHint().width() + self._look.px(ROOM)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if event.size().width() >= beside else ways.TopToBottom
        self._across.setDirection(way)

    def _made_choices(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        pairs = ((w.t("Students"), self.students), (w.t("Paper"), self.paper))
        flow.addWidget(self.group)
        for text, widget in pairs:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.px(8))
            row.addWidget(Label(look, text, "small", colour="ink2", wrap=False))
            row.addWidget(widget)
            flow.addWidget(pair)
        return holder
