"""Make a kit: choose, sign, choose sticks, write and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from milkit.ground.errors import Mishap
from milkit.ground.mishap_words import explain
from milkit.kit.make import Wish
from milkit.screens.kit_choose import ChoosePane
from milkit.screens.kit_parts import StepStrip, lowered, size_words
from milkit.screens.kit_sign import SignPane
from milkit.screens.kit_sticks import SticksPane
from milkit.screens.kit_work import KitWork
from milkit.screens.kit_write import WritePane
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from milkit.kit.many import Job
    from milkit.kit.stock import Stock
    from milkit.screens.kit_work import Shop
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

CHOOSE, SIGN, STICKS, WRITE = range(4)
LARGE = 150  # percent: then the steps stand in the page


class KitScreen(Page):
    """
    The four steps; one can go back until the writing begins.

    *check_asked* opens the checking of a stick, *labels_asked* tells a made kit, its
    lessons' titles and the number of sticks, *home_asked* leaves while it is written,
    *troubled* tells an error that nobody foresaw.
    """

    check_asked = Signal()
    labels_asked = Signal(object, object, int)
    home_asked = Signal()
    troubled = Signal(object)

    def __init__(
        self, look: Look, shop: Shop, background: Background, langs: Iterable[str]
    ) -> None:
        super().__init__(look)
        w = look.words
        self._langs = tuple(langs)
        self._large = look.type.size >= LARGE
        self.step = CHOOSE
        self.work = KitWork(shop, background, self)
        title = w.t("MIL Kit, {day}", day=w.date(shop.clock.now().date()))
        self.choose = ChoosePane(look)
        self.sign = SignPane(look, self.work.signer(), title)
        self.sticks = SticksPane(look)
        self.write = WritePane(look)
        self._panes: list[QWidget] = [self.choose, self.sign, self.sticks, self.write]
        for pane in self._panes:
            self.body.addWidget(pane)
        self._make_header()
        self._make_footer()
        self._wire()
        self.go_to(CHOOSE)

    # --- from outside ----------------------------------------------------------

    def refresh(self) -> None:
        """Read the library anew while lessons are chosen."""
        if self.step == CHOOSE:
            self.work.read_stock()

    def back(self) -> bool:
        """Go back one step; False at the first, and while sticks are written."""
        if self.step in (CHOOSE, WRITE) or self._busy:
            return False
        self.go_to(self.step - 1)
        return True

    def leave(self) -> None:
        """Stop what is written when the page goes away for good."""
        self.work.stop()

    def focus_first(self) -> None:
        """Begin at what leads on: a field that is empty, else the button."""
        if self.step == SIGN:
            self.sign.focus_first()
        elif self.next.isEnabled():
            self.next.setFocus()
        elif self.step == STICKS:
            self.sticks.again.setFocus()

    def go_to(self, step: int) -> None:
        """Show a step."""
        self.step = step
        for number, pane in enumerate(self._panes):
            pane.setVisible(number == step)
        self.strip.set_step(step, locked=step == WRITE and self.work.writing)
        self.middle.verticalScrollBar().setValue(0)
        if step == STICKS:
            self.look_again()
        self._tell()
        if self.isVisible():
            self.focus_first()

    def look_again(self) -> None:
        """Look at the sticks."""
        self.sticks.show_looking()
        self.work.look()

    # --- making ----------------------------------------------------------------

    def go_on(self) -> None:
        """Do what the step's first button says; Enter in a field asks for it too."""
        if not self.next.isEnabled():
            return
        if self.step == CHOOSE:
            self.go_to(SIGN)
        elif self.step == SIGN:
            self._sign()
        elif self.step == STICKS:
            self._write()
        elif self.work.writing:
            self.home_asked.emit()
        else:
            self.go_to(CHOOSE)

    def _sign(self) -> None:
        missing = self.sign.missing()
        if missing:
            self.sign.say(*missing)
            return
        w = self._look.words
        self._set_busy(on=True)
        self.sign.tell(None)
        self.work.sign(
            Wish(
                self.sign.name.text().strip(),
                self.sign.title.text().strip() or w.t("MIL Kit"),
                frozenset(self.choose.lessons),
                tuple(lang for lang in self._order() if lang in self.choose.langs),
                own=self.choose.own.isChecked(),
                programs=self.choose.programs,
            ),
            self.sign.signer,
            self.sign.phrase.text(),
        )

    def _order(self) -> tuple[str, ...]:
        return self.work.stock.languages if self.work.stock else ()

    def _signed(self) -> None:
        self._set_busy(on=False)
        self.sign.settle()
        self.sign.phrase.clear()
        self.sign.again.clear()
        self.sign.show_signer(self.work.signer(self.sign.signer.key_file))
        self.go_to(STICKS)

    def _failed(self, error: Exception) -> None:
        self._set_busy(on=False)
        self.sign.settle()
        if isinstance(error, Mishap):
            self.sign.tell(explain(error, self._look.words))
            self.sign.phrase.setFocus()
            self.sign.phrase.selectAll()  # what is typed now takes its place
        else:
            self.troubled.emit(error)

    def _write(self) -> None:
        made = self.work.made
        if made is None or not self.sticks.chosen:
            return
        self.work.write(self.sticks.chosen)
        lessons = len(self.choose.lessons)
        self.write.show_jobs(
            self.work.jobs, made.signed.listing, lessons, self.work.words
        )
        self.go_to(WRITE)

    def _again(self, old: Job) -> None:
        self.write.replace(old, self.work.again(old))
        self._moved()

    def _eject(self, job: Job) -> None:
        card = next(card for card in self.write.cards if card.job is job)
        self.work.eject(job, lambda gone: card.tell_ejected(gone=gone))

    def _moved(self) -> None:
        self.write.refresh()
        self.strip.set_step(self.step, locked=self.work.writing)
        self._tell()

    def _labels(self) -> None:
        made, have = self.work.made, self.work.stock
        if made is None or have is None:
            return
        titles: dict[str, str] = {}
        first = self._look.words.lang
        for lot in sorted(have.lots, key=lambda lot: lot.lang != first):
            if lot.lesson in self.choose.lessons:
                titles.setdefault(lot.lesson, lot.title)
        many = max(1, len(self.work.jobs))
        self.labels_asked.emit(made.signed.listing, list(titles.values()), many)

    # --- the bars --------------------------------------------------------------

    def _make_header(self) -> None:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = Columns((1,), 0, look.px(10), holder)
        top = QWidget()
        row = Columns((1, OWN), look.px(640), 0, top, look.px(16))
        row.add(Label(look, w.t("Make a kit"), "title", most=2), 0)
        self._note = Label(look, "", "small", colour="ink2")
        self._now = Label(look, "", "strong", colour="soft_ink")
        if self._large:
            row.add(self._now, 0)
        else:
            row.add(lowered(self._note, look.px(9)), 1)
        column.add(top, 0)
        names = (
            w.t("Choose lessons and languages"),
            w.t("Sign the kit"),
            w.t("Choose sticks"),
            w.t("Write and check"),
        )
        self.strip = StepStrip(look, names)
        if self._large:  # the bars would leave no room between them
            self.body.addWidget(self.strip)
        else:
            column.add(self.strip, 0)
        self.header.row.addWidget(holder, 1)
        self.setAccessibleName(w.t("Make a kit"))

    def _make_footer(self) -> None:
        look, w = self._look, self._look.words
        self._busy = False
        self._back = Button(look, w.t("Back"), "arrow-left")
        self._back.clicked.connect(self.back)
        self.check = Button(look, w.t("Check a stick"), "seal-check")
        self.check.clicked.connect(self.check_asked)
        self.stop = Button(look, w.t("Stop writing"), "square", kind="danger")
        self.stop.clicked.connect(self.work.stop)
        self._said = Label(look, "", "small", colour="ink2")
        self.labels = Button(look, w.t("Print stick labels"), "printer")
        self.labels.clicked.connect(self._labels)
        self.next = Button(
            look, "", kind="primary", trailing="arrow-right", tall=not self._large
        )
        self.next.clicked.connect(self.go_on)
        self.footer.row.addWidget(self._narrow() if self._large else self._wide(), 1)

    def _narrow(self) -> QWidget:
        """Put the buttons into rows; what is said beside them stands in the page."""
        self.body.insertWidget(0, self._said)
        holder = QWidget()
        flow = Flow(holder, self._look.px(8))
        for button in (self._back, self.check, self.stop, self.labels, self.next):
            flow.addWidget(button)
        return holder

    def _wide(self) -> QWidget:
        look = self._look
        left, right, holder = QWidget(), QWidget(), QWidget()
        for side, buttons in (
            (left, (self._back, self.check, self.stop)),
            (right, (self.labels, self.next)),
        ):
            flow = Flow(side, look.px(10))
            for button in buttons:
                flow.addWidget(button)
        row = Columns((OWN, 1, OWN), look.px(720), look.px(6), holder, look.px(12))
        row.add(left, 0)
        row.add(lowered(self._said, look.px(13)), 1)
        row.add(right, 2)
        return holder

    def _wire(self) -> None:
        work = self.work
        work.stock_read.connect(self._stock_read)
        work.stepped.connect(self.sign.show_progress)
        work.signed.connect(self._signed)
        work.failed.connect(self._failed)
        work.looked.connect(self.sticks.show_sticks)
        work.moved.connect(self._moved)
        self.strip.step_chosen.connect(self._step_chosen)
        self.choose.changed.connect(self._tell)
        self.sign.key_chosen.connect(self._key_chosen)
        self.sign.changed.connect(self.go_on)
        self.sticks.changed.connect(self._tell)
        self.sticks.look_asked.connect(self.look_again)
        self.sticks.check_asked.connect(self.check_asked)
        self.sticks.folder_chosen.connect(self._folder_chosen)
        self.write.again_asked.connect(self._again)
        self.write.eject_asked.connect(self._eject)

    def _stock_read(self, stock: Stock) -> None:
        self.choose.show_stock(stock, self._langs, self.work.room())
        self._tell()

    def _step_chosen(self, step: int) -> None:
        if step < self.step and not self._busy:
            self.go_to(step)

    def _key_chosen(self, path: Path) -> None:
        self.sign.show_signer(self.work.signer(path))

    def _folder_chosen(self, path: Path) -> None:
        if path not in self.work.folders:
            self.work.folders.append(path)
        self.look_again()

    def _set_busy(self, *, on: bool) -> None:
        self._busy = on
        self._tell()

    def _tell(self) -> None:
        """Say in both bars where we are, and what comes next."""
        w, going = self._look.words, self.step == WRITE and self.work.writing
        self._back.setVisible(self.step in (SIGN, STICKS))
        self._back.setEnabled(not self._busy)
        self.check.setVisible(self.step == CHOOSE)
        self.stop.setVisible(going)
        self.labels.setVisible(self.step == WRITE)
        many = len(self.sticks.chosen)
        self.next.set_text(
            {
                CHOOSE: w.t("Next: sign the kit"),
                SIGN: w.t("Sign and choose sticks"),
                STICKS: w.n("Write to {count} stick", "Write to {count} sticks", many),
                WRITE: w.t("Go on working") if going else w.t("Make another kit"),
            }[self.step]
        )
        self.next.setEnabled(self._may_go_on(many))
        good = self.step == STICKS
        self._said.set_colour("good" if good else "ink2")
        self._said.set_text(self._footnote())
        self._note.set_text(self._headnote(going=going))
        now = self.strip.steps[self.step].words
        at = w.t(
            "{count} of {total}.", count=w.number(self.step + 1), total=w.number(4)
        )
        self._now.set_text(f"{at} {now}")

    def _may_go_on(self, many: int) -> bool:
        if self._busy:
            return False
        return {CHOOSE: self.choose.ready, STICKS: many > 0}.get(self.step, True)

    def _footnote(self) -> str:
        w = self._look.words
        if self.step == CHOOSE:
            return self._summary() if self.choose.ready else w.t(
                "Choose at least one lesson and one language."
            )  # fmt: skip
        if self.step == STICKS:
            return w.t("Your own files on a stick are never changed.")
        if self.step == WRITE:
            done, total = w.number(self.write.done), w.number(len(self.work.jobs))
            return w.t("{count} of {total} sticks done", count=done, total=total)
        return ""

    def _headnote(self, *, going: bool) -> str:
        w, made = self._look.words, self.work.made
        if self.step == CHOOSE:
            return w.t("Copy lessons to USB sticks for other teachers")
        if self.step == SIGN or made is None:
            return self._summary()
        if self.step == STICKS:
            return w.t("Signed by {name}", name=made.signed.listing.maker)
        return w.t("You can keep using the laptop while this runs") if going else ""

    def _summary(self) -> str:
        w = self._look.words
        parts = (
            w.n("{count} lesson", "{count} lessons", len(self.choose.lessons)),
            w.n("{count} language", "{count} languages", len(self.choose.langs)),
            w.t("about {size}", size=size_words(self.choose.weigh, w)),
        )
        return w.t(", ").join(parts)
