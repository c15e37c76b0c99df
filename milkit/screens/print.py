"""Print a lesson: parts, sheets, preview, PDF, printer, or the copy shop in town."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal

from milkit.content.breaks import without_word_ends
from milkit.content.plans import formats
from milkit.ground.errors import Mishap, PrinterFailed
from milkit.press.ink import paper
from milkit.press.parts import KEY, LOCAL, form_for
from milkit.press.printer import layout
from milkit.screens import print_asking as asking
from milkit.screens import print_wishes
from milkit.screens.print_desk import Desk
from milkit.screens.print_head import LARGE, PrintHead
from milkit.screens.print_layout import columns, fill_footer
from milkit.screens.print_options import Options
from milkit.screens.print_order import order_of
from milkit.screens.print_parts import Parts, kind_of
from milkit.screens.print_preview import Preview
from milkit.screens.print_total import CopyShop, Total
from milkit.screens.print_work import Task, Work
from milkit.widgets.buttons import Button
from milkit.widgets.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from milkit.content.lesson import Lesson
    from milkit.content.plan_forms import PlanFormat
    from milkit.ground.settings import Settings
    from milkit.library.library import Library
    from milkit.press.ink import Paper
    from milkit.records.classes import SchoolClass
    from milkit.records.store import Records
    from milkit.screens.print_desk import Order
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

PAPER_NAMES = {"a4": "A4", "letter": "Letter"}


class PrintScreen(Page):
    """
    Opens a lesson by `show_lesson`; its choices are remembered for each class.

    *settings_changed* tells new settings when another size of paper is chosen.
    """

    back_asked = Signal()
    settings_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        library: Library,
        records: Records,
        settings: Settings,
        background: Background,
    ) -> None:
        super().__init__(look)
        self._library, self._records, self._settings = library, records, settings
        self._id, self._lang, self._class_id = "", "", ""
        self._lesson: Lesson | None = None
        self._wishes = print_wishes.Wishes()
        self._forms: list[PlanFormat] = []
        self.desk = Desk(library, look.type, self)
        self.desk.laid.connect(self._laid)
        self.head = PrintHead(look, settings.paper)
        self.parts, self.options = Parts(look), Options(look)
        self.preview = Preview(look, grey=True)
        self.total, self.copy_shop = Total(look), CopyShop(look)
        self.work = Work(look, library, background)
        self._lay_out()
        self._wire()

    # --- what is shown -------------------------------------------------------------

    def show_lesson(self, lesson: str, lang: str, class_id: str = "") -> None:
        """Show what a lesson prints in a language, for a class."""
        try:
            opened = self._library.lesson(lesson, lang)
        except Mishap as mishap:
            self.work.tell(mishap)
            return
        self.work.clear()
        self._forms = self._forms or formats()
        self._id, self._lang, self._lesson = lesson, opened.lang, opened
        self.options.set_languages(self._library.languages(lesson), opened.lang)
        self._take_class(class_id)

    def refresh(self) -> None:
        """Read the classes again; they may have changed."""
        self.head.set_classes(self._records.classes(), self._class_id)

    def focus_first(self) -> None:
        """Put the focus where the next action is."""
        self.print.setFocus()

    def _take_class(self, class_id: str) -> None:
        """Take a class, with what was chosen for it last."""
        self._class_id = class_id
        wishes = self._wishes = print_wishes.read(self._records, class_id)
        self.head.set_classes(self._records.classes(), class_id)
        with QSignalBlocker(self.head):  # it is counted when all is chosen
            self.head.students.setValue(wishes.students)
        self.preview.set_grey(wishes.grey)
        self.options.together.setChecked(wishes.together)
        self.options.stamped.setChecked(wishes.stamped)
        self._show_parts()

    def _show_parts(self) -> None:
        lesson = self._lesson
        if lesson is None:
            return
        order = self._order()
        press = self.desk.take(order, grey=self._wishes.grey, first=())
        self.parts.set_lesson(lesson, press.ids, self._forms, order.form)
        kinds = self._wishes.kinds
        self.parts.tick([p for p in press.ids if kind_of(lesson, p) in kinds])
        self._count()

    # --- choices -------------------------------------------------------------------

    @property
    def _group(self) -> SchoolClass | None:
        return self._records.school_class(self._class_id) if self._class_id else None

    def _order(self) -> Order:
        return order_of(
            self._id,
            self._lang,
            self.options,
            self.head,
            self._wishes.form or form_for(self._lang, self._forms),
            self._group,
        )

    def _changed(self) -> None:
        """Take what was chosen, lay out what it needs, and count."""
        if self._lesson is None:
            return
        self._wishes = replace(
            self._wishes,
            students=self.head.students.value(),
            together=self.options.together.isChecked(),
            stamped=self.options.stamped.isChecked(),
        )
        first = self.parts.ticked()
        press = self.desk.take(self._order(), grey=self._wishes.grey, first=first)
        if set(press.ids) != set(self.parts.rows):
            self._show_parts()
        self._count()

    def _turned(self, part: str, on: bool) -> None:  # noqa: FBT001 - a signal's news
        lesson = self._lesson
        if lesson is None:
            return
        ticked = self.parts.ticked()
        kinds = dict.fromkeys(kind_of(lesson, p) for p in ticked)
        self._wishes = replace(self._wishes, kinds=tuple(kinds))
        self._count()
        stacks = self.desk.stacks(part)
        if on and stacks:
            self.preview.show_sheet(stacks[0][0].laid.pages[0])

    def _take_form(self, form: str) -> None:
        self._wishes = replace(self._wishes, form=form)
        self._changed()

    def _take_grey(self, grey: bool) -> None:  # noqa: FBT001 - a signal's news
        self._wishes = replace(self._wishes, grey=grey)
        if self.desk.press is not None:
            self.desk.press.pictures.grey = grey
        self.preview.redraw()

    def _take_spare(self, spare: int) -> None:
        self._wishes = replace(self._wishes, spare=spare)
        self._count()

    def _take_paper(self, paper: str) -> None:
        self._settings = self._settings._replace(paper=paper)
        self.settings_changed.emit(self._settings)
        self._changed()

    # --- counting ------------------------------------------------------------------

    def _laid(self, _part: str) -> None:
        self._count()

    def _count(self) -> None:
        """Say how many sheets each part and all of it takes, as far as it is known."""
        lesson = self._lesson
        if lesson is None:
            return
        students, spare = self.head.students.value(), self._wishes.spare
        lines: list[tuple[str, int]] = []
        pages: list[Any] = []
        known = True
        for part, row in self.parts.rows.items():
            stacks = self.desk.stacks(part)
            sheets = None
            if stacks is not None:
                sheets = sum(s.paper(students, spare) for s, _ in stacks)
            row.set_sheets(sheets)
            if not row.tick.isChecked():
                continue
            known = known and stacks is not None
            lines.append((row.tick.accessibleName(), sheets or 0))
            for stack, ink in stacks or ():
                title = stack.sheet.title
                pages += [(title, page, ink) for page in stack.laid.pages]
        self.total.set_count(lines, self._paper_name, students, spare)
        self.copy_shop.set_pages(len(pages))
        if self.desk.press is not None:
            self.preview.set_pages(pages, self.desk.press.size)
        self._say(sum(count for _, count in lines), known=known)

    @property
    def _size(self) -> Paper:
        return paper(self.head.paper.value())

    @property
    def _paper_name(self) -> str:
        return PAPER_NAMES[self.head.paper.value()]

    def _say(self, total: int, *, known: bool) -> None:
        w = self._look.words
        text = w.n("Print {count} sheet", "Print {count} sheets", total)
        self.print.set_text(text if known else w.t("Print"))
        ready = total > 0 and not self.work.busy
        for button in (self.print, self.pdf):
            button.setEnabled(ready)
        self.copy_shop.button.setEnabled(ready)

    # --- doing it ------------------------------------------------------------------

    def print_now(self) -> None:
        """Ask for a printer and print everything as often as it is needed."""
        self._print(masters=False)

    def print_masters(self) -> None:
        """Ask for a printer and print each page once, with a slip for the copies."""
        self._print(masters=True)

    def save_now(self) -> None:
        """Ask where to and write the PDF."""
        title = self._look.words.t("Save as PDF")
        path = asking.path(self, title, f"{self._id}-{self._lang}.pdf")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write what is ticked as a PDF: each page once, and a slip."""
        if self._begin():
            self.work.save(path, self._task())

    def print_to(self, printer: QPrinter, *, masters: bool = False) -> None:
        """Send what is ticked to a printer that was chosen."""
        if not self._begin():
            return
        printer.setFullPage(True)
        printer.setPageLayout(layout(self._size))
        title = self._lesson.title if self._lesson else ""
        printer.setDocName(without_word_ends(title))
        self.work.print(printer, self._task(), masters=masters)

    def _print(self, *, masters: bool) -> None:
        if self.work.busy or not self.parts.ticked():
            return
        try:
            printer = asking.printer(self, self._size)
        except PrinterFailed as mishap:
            self.work.tell(mishap)
            return
        if printer is not None:
            self.print_to(printer, masters=masters)

    def _begin(self) -> bool:
        if self.work.busy or not self.parts.ticked():
            return False
        try:
            print_wishes.remember(self._records, self._class_id, self._wishes)
        except Mishap as mishap:  # the choices are lost, the pages need not be
            self.work.tell(mishap)
        return True

    def _task(self) -> Task:
        wishes = self._wishes
        return Task(
            self._order(),
            self._printed_parts(),
            wishes.spare,
            wishes.grey,
            self._paper_name,
        )

    def _printed_parts(self) -> tuple[str, ...]:
        """Give the ticked parts; what students must not see comes last."""
        ticked = self.parts.ticked()
        last = [part for part in ticked if part in (LOCAL, KEY)]
        return (*(part for part in ticked if part not in last), *last)

    # --- how it stands -------------------------------------------------------------

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        self.header.row.addWidget(self.head, 1)
        self.header.setSizePolicy(self.head.sizePolicy())
        self.body.addWidget(self.work)
        large = look.type.size >= LARGE
        if large:
            self.body.addWidget(self.head.choices)
            self.body.setContentsMargins(24, 16, 24, 24)  # room for long words
        left, ends = (self.parts, self.options), (self.total, self.copy_shop)
        self.body.addWidget(columns(look, left, self.preview, ends))
        self.body.addStretch()
        high = 40 if large else 52
        self.pdf = Button(look, w.t("Save as PDF"), "file-pdf", height=high)
        self.print = Button(
            look, w.t("Print"), "printer", kind="primary", tall=not large, height=high
        )
        back = Button(look, w.t("Back to the lesson"), "arrow-left", height=52)
        back.clicked.connect(self.back_asked)
        if large:  # the way back stands above
            self.footer.setSizePolicy(self.head.sizePolicy())
        fill_footer(look, self.footer, back, (self.pdf, self.print), wrap=large)

    def _wire(self) -> None:
        self.head.class_chosen.connect(self._take_class)
        self.head.students_changed.connect(self._changed)
        self.head.paper_chosen.connect(self._take_paper)
        self.head.back_asked.connect(self.back_asked)
        self.parts.turned.connect(self._turned)
        self.parts.form_chosen.connect(self._take_form)
        self.options.changed.connect(self._changed)
        self.preview.grey_chosen.connect(self._take_grey)
        self.total.spare_chosen.connect(self._take_spare)
        self.copy_shop.asked.connect(self.print_masters)
        self.print.clicked.connect(self.print_now)
        self.pdf.clicked.connect(self.save_now)
        self.work.ended.connect(self._count)
