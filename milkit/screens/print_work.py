"""Writes the PDF or prints, in a thread, and says how far it is and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.breaks import without_word_ends
from milkit.ground.errors import Cancelled, Mishap, PrinterFailed
from milkit.ground.mishap_words import explain
from milkit.press import jobs
from milkit.press.ink import ink_for
from milkit.press.pages import Margin, laid
from milkit.press.printer import to_pdf
from milkit.screens.print_desk import Press
from milkit.widgets.buttons import Button
from milkit.widgets.notice import Note, note_of
from milkit.widgets.thread import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Event

    from PySide6.QtPrintSupport import QPrinter

    from milkit.library.library import Library
    from milkit.press.printer import Step
    from milkit.screens.print_desk import Inked, Order
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

A_MOMENT = 600  # ms: what is done sooner needs no progress


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be printed: the order, its parts, how many copies, the colours."""

    order: Order
    parts: tuple[str, ...]
    spare: int
    grey: bool
    paper: str


class Work(QWidget):
    """Lies at the top of the page, empty while nothing is under way."""

    ended = Signal()

    def __init__(self, look: Look, library: Library, background: Background) -> None:
        super().__init__()
        self._look, self._library, self._background = look, library, background
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._stop: Event | None = None
        self._number = 0
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._stop is not None

    def save(self, path: Path, task: Task) -> None:
        """Write a PDF: every page once, and a slip that says how many copies."""
        w = self._look.words
        self._start(
            w.t("Writing the PDF"),
            partial(self._write, path, task),
            lambda _done: self._saved(path),
        )

    def print(self, printer: QPrinter, task: Task, *, masters: bool = False) -> None:
        """Print all copies, or with *masters* each page once and a slip."""
        w = self._look.words
        self._start(
            w.t("Sending to the printer"),
            partial(self._send, printer, task, masters=masters),
            lambda _done: self._sent(printer.printerName()),
        )

    def tell(self, error: Exception) -> None:
        """Say in words what went wrong; what nobody foresaw is told by the window."""
        self._end()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Mishap):
            self._background.failed.emit(error)
            return
        self._put(note_of(self._look, explain(error, self._look.words)))

    def clear(self) -> None:
        """Take away what was said."""
        self._put(None)

    # --- in the thread -------------------------------------------------------------

    def _inked(self, task: Task) -> tuple[Press, Inked]:
        """Lay everything out anew: a thread must not touch the window's pages."""
        press = Press(task.order, self._library, self._look.type, grey=task.grey)
        return press, [pair for part in task.parts for pair in press.lay(part)]

    def _slip(self, stacks: Inked, press: Press, task: Task) -> jobs.Job:
        w = self._look.words
        ink = ink_for(self._look.type, w)
        students = task.order.students
        sheet = jobs.slip(stacks, students, task.spare, task.paper, w)
        margin = Margin(w.t("MIL Kit"), without_word_ends(press.lesson.title))
        made = laid(sheet, margin, press.size, ink)
        return jobs.Job(tuple((page, ink) for page in made.pages), 1)

    def _once(self, task: Task) -> tuple[Press, list[jobs.Job]]:
        press, stacks = self._inked(task)
        pages = tuple((page, ink) for stack, ink in stacks for page in stack.laid.pages)
        return press, [self._slip(stacks, press, task), jobs.Job(pages, 1)]

    def _write(self, path: Path, task: Task, step: Step) -> None:
        press, wanted = self._once(task)
        pages = [page for job in wanted for page in job.pages]
        title = without_word_ends(press.lesson.title)
        to_pdf(path, pages, press.size, step, title)

    def _send(
        self, printer: QPrinter, task: Task, step: Step, *, masters: bool
    ) -> None:
        if masters:
            press, wanted = self._once(task)
        else:
            press, stacks = self._inked(task)
            wanted = jobs.jobs(stacks, task.order.students, task.spare)
        try:
            jobs.send(printer, wanted, press.size, step)
        except PrinterFailed:
            raise PrinterFailed(printer.printerName()) from None

    # --- in the window -------------------------------------------------------------

    def _start(
        self,
        title: str,
        work: Callable[[Step], None],
        done: Callable[[None], object],
    ) -> None:
        self.clear()
        self._number += 1
        progress = Progress(self._look, title)
        progress.set_progress(0, 1)
        stop = Button(self._look, self._look.words.t("Stop"), "x", height=40)
        stop.clicked.connect(self.stop)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(progress)
        column.addWidget(stop)
        number = self._number
        QTimer.singleShot(A_MOMENT, self, lambda: self._show_late(holder, number))
        self._stop = self._background.run(
            work,
            owner=self,
            done=done,
            failed=self.tell,
            stepped=progress.set_progress,
        )

    def stop(self) -> None:
        """Stop what is under way; a PDF that was there before stays as it was."""
        if self._stop is not None:
            self._stop.set()

    def _show_late(self, holder: QWidget, number: int) -> None:
        if self.busy and number == self._number:
            self._put(holder)

    def _saved(self, path: Path) -> None:
        w = self._look.words
        self._end()
        see = Button(self._look, w.t("Open the PDF"), "file-pdf", height=40)
        address = QUrl.fromLocalFile(str(path))
        see.clicked.connect(lambda: QDesktopServices.openUrl(address))
        said = w.t(
            "{file} holds each page once, and a slip that says how many copies.",
            file=path,
        )
        title = w.t("The PDF is saved")
        self._put(Note(self._look, "good", title, said, buttons=[see]))

    def _sent(self, printer: str) -> None:
        w = self._look.words
        self._end()
        title = w.t("All pages are with the printer")
        said = w.t("Printer: {name}", name=printer) if printer else ""
        self._put(Note(self._look, "good", title, said))

    def _end(self) -> None:
        self._stop = None
        self._put(None)
        self.ended.emit()

    def _put(self, widget: QWidget | None) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        if widget is not None:
            self._column.addWidget(widget)
        self.setVisible(widget is not None)
