"""Packs and publishers: whose packs are here, how sure we are, add one, forget one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from milkit.screens.pack_words import age, languages, pack_line
from milkit.trust.six_words import six_words
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label, Tag
from milkit.widgets.notice import Empty, Question
from milkit.widgets.page import Page
from milkit.widgets.panel import Divider, Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from milkit.packs.known import Publisher
    from milkit.widgets.look import Look


class Bundled(NamedTuple):
    """A pack that came with the program."""

    title: str
    version: str
    lessons: int


class PacksScreen(Page):
    """
    Lists what *read* gives; *add_asked* tells a file, the others a publisher.

    *bundled* are the packs that came with the program: nobody else signed them.
    """

    add_asked = Signal(object)
    compare_asked = Signal(object)
    forget_asked = Signal(object)
    back_asked = Signal()

    def __init__(
        self,
        look: Look,
        read: Callable[[], Sequence[Publisher]],
        bundled: Sequence[Bundled],
        today: date,
    ) -> None:
        super().__init__(look)
        self._read, self._bundled, self._today = read, bundled, today
        w = look.words
        self.set_title(w.t("Packs and publishers"), w.t("Settings"))
        back = Button(look, w.t("Back"), "arrow-left")
        back.clicked.connect(self.back_asked)
        self.add = Button(look, w.t("Add a pack from a file"), "plus", kind="primary")
        self.add.clicked.connect(self._choose)
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        flow.addWidget(back)
        flow.addWidget(self.add)
        self.footer.row.addWidget(holder, 1)
        self.question: Question | None = None
        self.refresh()

    def focus_first(self) -> None:
        """Begin with adding a pack."""
        self.add.setFocus()

    def refresh(self) -> None:
        """Read the publishers anew."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = list(self._read())
        for publisher in found:
            self.body.addWidget(self._card(publisher))
        if not found:
            self.body.addWidget(self._empty())
        self.body.addWidget(self._ours())
        self.body.addStretch()

    def forget(self, publisher: Publisher) -> None:
        """Ask before a publisher and their packs go."""
        w = self._look.words
        self.question = Question(
            self._look,
            w.t("Forget {name}?", name=publisher.name),
            w.t(
                "Their packs leave this computer. Your classes, your counts and your "
                "own lessons stay."
            ),
            w.t("Keep them"),
            w.t("Forget them"),
            self.window(),
        )
        self.question.lost.connect(partial(self.forget_asked.emit, publisher))
        self.question.open()

    # --- inside ----------------------------------------------------------------

    def _empty(self) -> Empty:
        w = self._look.words
        return Empty(
            self._look,
            w.t("No packs from others yet"),
            w.t(
                "A pack is one file with lessons (.milpack). Choose it, or drop it on "
                "this window."
            ),
        )

    def _card(self, publisher: Publisher) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(self._head(publisher))
        words = " ".join(six_words(publisher.key))
        six = w.t("Six check words: {words}", words=words)
        panel.box.addWidget(Label(look, six, "small", colour="ink2"))
        for pack in publisher.packs.values():
            panel.box.addWidget(Divider(look))
            rest = (age(pack.made, self._today, w), languages(pack.languages, w))
            version = pack.now.version
            line = pack_line(pack.titled(w.lang), version, rest, w)
            panel.box.addWidget(Label(look, line))
        panel.box.addWidget(self._buttons(publisher))
        panel.setAccessibleName(publisher.name)
        return panel

    def _head(self, publisher: Publisher) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        row = Columns((1, OWN), look.px(420), look.px(6), holder, look.px(12))
        row.add(Label(look, publisher.name, "card"), 0)
        if publisher.out:
            tag = Tag(look, w.t("Key no longer used"), "bad", "x")
        elif publisher.confirmed:
            tag = Tag(look, w.t("Confirmed"), "good", "shield-check")
        else:
            tag = Tag(look, w.t("Not confirmed"), "tip", "question")
        row.add(tag, 1)
        return holder

    def _buttons(self, publisher: Publisher) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        if not publisher.confirmed and not publisher.out:
            compare = Button(look, w.t("Compare six words"), "seal-check")
            compare.clicked.connect(partial(self.compare_asked.emit, publisher))
            flow.addWidget(compare)
        forget = Button(look, w.t("Forget"), "trash", kind="quiet")
        forget.setAccessibleName(w.t("Forget {name}", name=publisher.name))
        forget.clicked.connect(partial(self.forget, publisher))
        flow.addWidget(forget)
        return holder

    def _ours(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Came with MIL Kit"), "card"))
        for pack in self._bundled:
            lessons = w.n("{count} lesson", "{count} lessons", pack.lessons)
            line = pack_line(pack.title, pack.version, (lessons,), w)
            label = IconLabel(look, "books", line, "body", colour="ink")
            panel.box.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _choose(self) -> None:
        where = QStandardPaths.StandardLocation.DownloadLocation
        title = self._look.words.t("Choose the pack")
        start = QStandardPaths.writableLocation(where)
        dialog = QFileDialog(self, title, start, "*.milpack")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.add_asked.emit(Path(name)))
        dialog.open()
