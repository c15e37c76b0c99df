"""Step 1 of a kit: which lessons, in which languages, and how much room that takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.languages import language
from milkit.kit import programs
from milkit.kit.contents import gather
from milkit.screens.kit_parts import clear, rows_in, size_words
from milkit.screens.kit_rows import TickRow
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.lesson_words import topic_name
from milkit.widgets.notice import Note
from milkit.widgets.panel import Divider, Flow, Panel
from milkit.widgets.theme import TOPICS
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from milkit.kit.stock import Stock
    from milkit.widgets.look import Look

_CELLS = 40


class ChoosePane(QWidget):
    """
    Tick topics or single lessons, and languages; *changed* tells of each tick.

    What is chosen is in *lessons* and *langs*; *room* are the bytes of the smallest
    stick that is in, 0 when there is none.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.stock: Stock | None = None
        self.lessons: set[str] = set()
        self.langs: set[str] = set()
        self.programs: Path | None = None
        self._programs_size = 0
        self._room = 0
        self._single = False
        self.rows: list[TickRow] = []
        self.spoken: list[TickRow] = []
        columns = Columns((1, 1), look.px(760), look.px(16), self, look.px(24))
        self._left, self._right = QWidget(), QWidget()
        columns.add(self._left, 0)
        columns.add(self._right, 1)
        self._make_left(rows_in(self._left, look.px(8)))
        self._make_right(rows_in(self._right, look.px(10)))

    # --- from outside ----------------------------------------------------------

    def show_stock(self, stock: Stock, langs: Iterable[str], room: int) -> None:
        """Offer what there is; at first all of it, in English and in *langs*."""
        first = self.stock is None
        self.stock, self._room = stock, room
        if first:
            self.lessons = set(stock.lessons)
            have = set(stock.languages)
            self.langs = ({*langs, "en"} & have) or have
            self.set_programs(programs.beside())
        self.own.setVisible(stock.own)
        self._fill()
        self._count()

    def set_programs(self, folder: Path | None) -> None:
        """Take programs from a folder; None = without programs."""
        systems = programs.systems(folder)
        self.programs = folder if systems else None
        self._programs_size = gather(programs.files(self.programs)).size
        self._tell_programs(systems)
        self._count()

    @property
    def weigh(self) -> int:
        """About how many bytes the kit has."""
        if self.stock is None:
            return 0
        chosen = self.stock.size(self.lessons, self.langs)
        return chosen + self._programs_size

    @property
    def ready(self) -> bool:
        """Say whether there is something to write."""
        return bool(self.lessons and self.langs)

    # --- inside ----------------------------------------------------------------

    def _make_left(self, column: QVBoxLayout) -> None:
        look, w = self._look, self._look.words
        head = QWidget()
        row = Columns((1, OWN), look.px(400), 0, head, look.px(8))
        title = Label(look, w.t("Lessons"), "card", wrap=False)
        title.setMinimumHeight(look.px(40))
        row.add(title, 0)
        self.single = Button(look, w.t("Each lesson"), "list", kind="quiet", height=40)
        self.single.clicked.connect(self._switch)
        self.all = Button(look, w.t("Select all"), "check", kind="quiet", height=40)
        self.all.clicked.connect(self._take_all)
        buttons = QWidget()
        flow = Flow(buttons, look.px(4))
        flow.addWidget(self.single)
        flow.addWidget(self.all)
        row.add(buttons, 1)
        column.addWidget(head)
        self._lessons = Panel(look)
        self._lessons.box.setContentsMargins(1, 1, 1, 1)
        self._lessons.box.setSpacing(0)
        column.addWidget(self._lessons)
        self.own = Tick(look, w.t("My own lessons and examples go along"))
        self.own.setChecked(True)
        self.own.toggled.connect(self.changed)
        column.addWidget(self.own)

    def _make_right(self, column: QVBoxLayout) -> None:
        look, w = self._look, self._look.words
        title = Label(look, w.t("Languages"), "card", wrap=False)
        title.setMinimumHeight(look.px(40))  # in line with the buttons at the left
        column.addWidget(title)
        self._langs = Panel(look)
        self._langs.box.setContentsMargins(1, 1, 1, 1)
        self._langs.box.setSpacing(0)
        column.addWidget(self._langs)
        self.missing = Note(look, "tip", w.t("Missing"), " ", "warning")
        self.missing.hide()
        column.addWidget(self.missing)
        self._programs_box = QVBoxLayout()
        column.addLayout(self._programs_box)
        row = QHBoxLayout()
        self.weight = Label(look, "", "strong")
        self.left_over = Label(look, "", "small", colour="ink2")
        row.addWidget(self.weight, 1)
        row.addWidget(self.left_over)
        column.addLayout(row)
        self.thread_ = Thread(look, rows=1, height=16)
        column.addWidget(self.thread_)

    def _fill(self) -> None:
        stock = self.stock
        if stock is None:
            return
        self.rows, self.spoken = [], []
        clear(self._lessons.box)
        for key, text, topic in self._lines(stock):
            self._put(
                self._lessons, self.rows, TickRow(self._look, key, text, topic=topic)
            )
        clear(self._langs.box)
        for code in stock.languages:
            spoken = language(code)
            name = spoken.own
            if spoken.english != spoken.own:
                name = f"{spoken.own}  {spoken.english}"
            self._put(
                self._langs, self.spoken, TickRow(self._look, code, name, lang=code)
            )
        for row in self.rows:
            row.clicked.connect(lambda _on=False, r=row: self._lesson_clicked(r))
        for row in self.spoken:
            row.clicked.connect(lambda _on=False, r=row: self._lang_clicked(r))

    def _lines(self, stock: Stock) -> list[tuple[str, str, str]]:
        """Give key, words and topic of each row: topics, or every lesson."""
        if not self._single:
            return [
                (topic, topic_name(topic, self._look.words), topic)
                for topic in TOPICS
                if stock.of_topic(topic)
            ]
        titles: dict[str, tuple[str, str]] = {}
        for lot in sorted(
            stock.lots, key=lambda lot: lot.lang != self._look.words.lang
        ):
            titles.setdefault(lot.lesson, (lot.title, lot.topic))
        return [(key, title, topic) for key, (title, topic) in titles.items()]

    def _put(self, panel: Panel, rows: list[TickRow], row: TickRow) -> None:
        if rows:
            panel.box.addWidget(Divider(self._look))
        panel.box.addWidget(row)
        rows.append(row)

    def _of(self, row: TickRow) -> Sequence[str]:
        """Give the lessons that a row stands for."""
        if self._single or self.stock is None:
            return [row.key]
        return self.stock.of_topic(row.key)

    def _lesson_clicked(self, row: TickRow) -> None:
        take = row.isChecked()
        change = self.lessons.update if take else self.lessons.difference_update
        change(self._of(row))
        self._count()
        self.changed.emit()

    def _lang_clicked(self, row: TickRow) -> None:
        (self.langs.add if row.isChecked() else self.langs.discard)(row.key)
        self._count()
        self.changed.emit()

    def _take_all(self) -> None:
        if self.stock is not None:
            everything = set(self.stock.lessons)
            self.lessons = set() if self.lessons == everything else everything
            self._count()
            self.changed.emit()

    def _switch(self) -> None:
        w = self._look.words
        self._single = not self._single
        self.single.set_text(w.t("By topic") if self._single else w.t("Each lesson"))
        self._fill()
        self._count()

    def _count(self) -> None:
        """Say anew what is chosen and how large it is."""
        if self.stock is None:
            return
        for row in self.rows:
            self._tell_lessons(row, self.stock)
        for row in self.spoken:
            self._tell_lang(row, self.stock)
        self._tell_missing(self.stock)
        self._tell_room()
        w = self._look.words
        every = self.lessons == set(self.stock.lessons)
        self.all.set_text(w.t("Select none") if every else w.t("Select all"))

    def _tell_lessons(self, row: TickRow, stock: Stock) -> None:
        w, of = self._look.words, self._of(row)
        taken = [lesson for lesson in of if lesson in self.lessons]
        state = Qt.CheckState.Checked if len(taken) == len(of) else (
            Qt.CheckState.PartiallyChecked if taken else Qt.CheckState.Unchecked
        )  # fmt: skip
        row.setTristate(state == Qt.CheckState.PartiallyChecked)
        row.setCheckState(state)
        hint = w.t(
            "{count} of {total} lessons", count=w.number(len(taken)),
            total=w.number(len(of)),
        )  # fmt: skip
        if self._single:
            have = [lot.lang for lot in stock.lots if lot.lesson == row.key]
            hint = w.t(", ").join(language(lang).own for lang in have)
        row.set_told(hint, size_words(stock.size(of, self.langs), w))

    def _tell_lang(self, row: TickRow, stock: Stock) -> None:
        w = self._look.words
        total = len(stock.lessons)
        have = sum(lot.lang == row.key for lot in stock.lots)
        hint = (
            w.n("the one lesson", "all {count} lessons", total)
            if have == total
            else w.t(
                "{count} of {total} lessons",
                count=w.number(have),
                total=w.number(total),
            )
        )
        row.setChecked(row.key in self.langs)
        only = [lot for lot in stock.lots if lot.lang == row.key]
        size = sum(stock.size({lot.lesson}, {row.key}) for lot in only)
        row.set_told(hint, size_words(size, w))

    def _tell_missing(self, stock: Stock) -> None:
        w = self._look.words
        missing = stock.missing(self.lessons, sorted(self.langs))
        lines = [
            w.n(
                "{count} lesson has no {lang} yet.",
                "{count} lessons have no {lang} yet.",
                count,
                lang=language(lang).own,
            )
            for lang, count in missing.items()
        ]
        self.missing.setVisible(bool(lines))
        if lines:
            said = w.t("They go into the kit in English.")
            self.missing.set_text(lines[0], " ".join([*lines[1:], said]))

    def _tell_programs(self, systems: tuple[str, ...]) -> None:
        look, w = self._look, self._look.words
        clear(self._programs_box)
        names = {"windows": "Windows", "macos": "macOS", "linux": "Linux"}
        there = w.t(", ").join(names[each] for each in systems)
        text = (
            w.t(
                "The program goes along for {systems} ({size}).",
                systems=there,
                size=size_words(self._programs_size, w),
            )
            if systems
            else w.t("Without the program: teachers open the kit in any browser.")
        )
        self._programs_box.addWidget(Label(look, text, "small", colour="ink2"))
        choose = w.t("Choose the programs")
        button = Button(look, choose, "folder-open", kind="quiet", height=40)
        button.clicked.connect(self._ask_programs)
        left = Qt.AlignmentFlag.AlignLeft
        self._programs_box.addWidget(button, 0, left)

    def _ask_programs(self) -> None:
        title = self._look.words.t("Choose the folder of the programs")
        dialog = QFileDialog(self, title, str(self.programs or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.set_programs(Path(name)))
        dialog.open()

    def _tell_room(self) -> None:
        w, size = self._look.words, self.weigh
        said = size_words(size, w)
        if not self._room:
            self.weight.set_text(w.t("About {size}", size=said))
            self.left_over.set_text("")
            self.thread_.hide()
            return
        stick = size_words(self._room, w)
        self.weight.set_text(w.t("{size} of a {stick} stick", size=said, stick=stick))
        rest = self._room - size
        self.left_over.set_text(
            w.t("room for {size} more", size=size_words(rest, w))
            if rest >= 0
            else w.t("{size} too much", size=size_words(-rest, w))
        )
        share = min(_CELLS, max(1, round(size * _CELLS / self._room)))
        self.thread_.set_count(share, _CELLS)
        self.thread_.show()
