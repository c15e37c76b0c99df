"""Lays the parts of a lesson out one by one, so that the window stays quick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from milkit.content.plan_values import ClassInfo
from milkit.ground.words import words
from milkit.press.ink import ink_for, paper
from milkit.press.parts import TEACHERS, Printing
from milkit.press.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.content.lesson import Lesson
    from milkit.library.library import Library
    from milkit.press.ink import Ink
    from milkit.press.parts import Stack
    from milkit.widgets.type import Type

    Inked = list[tuple[Stack, Ink]]


@dataclass(frozen=True, slots=True)
class Order:
    """
    All that the pages depend on: *typed* is what the plan form says of the class.

    The first of *langs* is the teacher's; with *together* the second stands beside it.
    """

    lesson: str
    langs: tuple[str, ...]
    size: str
    form: str
    students: int
    typed: tuple[tuple[str, str], ...] = ()
    stamp: str = ""
    together: bool = False

    @property
    def printed_langs(self) -> tuple[str, ...]:
        """The languages that have sheets of their own."""
        return self.langs[:1] if self.together else self.langs


class Press:
    """Makes the pages of an order; each thread needs one of its own."""

    def __init__(
        self, order: Order, library: Library, letters: Type, *, grey: bool
    ) -> None:
        self.order = order
        self.size = paper(order.size)
        self.pictures = Pictures(
            lambda name: library.picture(order.lesson, name), grey=grey
        )
        self.lessons = {
            lang: library.lesson(order.lesson, lang) for lang in order.langs
        }
        self._letters = letters
        self._printings = {lang: self._printing(lang) for lang in order.printed_langs}

    @property
    def ids(self) -> tuple[str, ...]:
        """The parts of the lesson."""
        return self._printings[self.order.langs[0]].ids

    @property
    def lesson(self) -> Lesson:
        """The lesson in the teacher's language."""
        return self.lessons[self.order.langs[0]]

    def lay(self, part: str) -> Inked:
        """Lay out a part in all its languages; the teacher's own in the first only."""
        langs = self.order.printed_langs
        chosen = langs[:1] if part in TEACHERS else langs
        return [
            (stack, self._printings[lang].ink)
            for lang in chosen
            if part in self._printings[lang].ids
            for stack in self._printings[lang].lay(part)
        ]

    def _printing(self, lang: str) -> Printing:
        order = self.order
        info = ClassInfo(students=order.students, typed=dict(order.typed))
        second = None
        if order.together and len(order.langs) > 1:
            other = order.langs[1]
            second = (self.lessons[other], self._ink(other))
        return Printing(
            self.lessons[lang],
            self._ink(lang),
            self.size,
            order.form,
            info,
            order.stamp,
            second,
        )

    def _ink(self, lang: str) -> Ink:
        return ink_for(self._letters, words(lang), self.pictures)


class Desk(QObject):
    """Lays out in the window's spare moments; *laid* tells a part that is ready."""

    laid = Signal(str)

    def __init__(self, library: Library, letters: Type, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._letters = library, letters
        self._waiting: list[str] = []
        self._done: dict[str, Inked] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)
        self.press: Press | None = None

    def take(self, order: Order, *, grey: bool, first: Sequence[str]) -> Press:
        """Begin with an order; what it shares with the one before is kept."""
        old = self.press
        if old is not None and old.order == order:
            return old
        self.press = made = Press(order, self._library, self._letters, grey=grey)
        kept = old is not None and _same_but_plan(old.order, order)
        self._done = {
            part: stacks
            for part, stacks in self._done.items()
            if kept and part != "plan"
        }
        ids = [part for part in made.ids if part not in self._done]
        self._waiting = sorted(ids, key=lambda part: part not in first)
        self._timer.start()
        return made

    def stacks(self, part: str) -> Inked | None:
        """Give what was laid out of a part; None = not yet."""
        return self._done.get(part)

    def all_of(self, parts: Sequence[str]) -> Inked:
        """Give all of *parts*; those that still wait are laid out now."""
        while any(part in self._waiting for part in parts):
            self._next()
        return [pair for part in parts for pair in self._done.get(part, [])]

    def _next(self) -> None:
        if not self._waiting or self.press is None:
            return
        part = self._waiting.pop(0)
        self._done[part] = self.press.lay(part)
        if self._waiting:
            self._timer.start()
        self.laid.emit(part)


def _same_but_plan(one: Order, other: Order) -> bool:
    """Tell whether two orders differ in the plan only."""
    return (one.lesson, one.langs, one.size, one.stamp, one.together) == (
        other.lesson,
        other.langs,
        other.size,
        other.stamp,
        other.together,
    )
