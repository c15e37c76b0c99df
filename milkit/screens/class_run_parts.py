"""What the notes of a lesson are made of: its steps, its slips, its booster days."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from milkit.ground.errors import LessonMissing, PackDamaged
from milkit.widgets.labels import Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.words import Words
    from milkit.library.library import Library
    from milkit.records.run_state import RunState, Slips, StepState
    from milkit.teaching.summary import Summary
    from milkit.widgets.look import Look


def lesson_of(library: Library, state: RunState) -> Lesson | None:
    """Open the lesson of a run, if the library still has it."""
    try:
        return library.lesson(state.lesson, state.lang)
    except (LessonMissing, PackDamaged):
        return None


def steps_panel(look: Look, state: RunState) -> Panel:
    """Say when a lesson was taught, and how long each step took."""
    w = look.words
    panel = Panel(look)
    began = datetime.fromisoformat(state.started)
    head = w.t(
        "{taught} of {count} steps, {minutes} minutes",
        taught=w.number(sum(step.reached for step in state.plan)),
        count=w.number(len(state.plan)),
        minutes=w.number(round(state.taught / 60)),
    )
    panel.box.addWidget(Label(look, head, "card"))
    when = w.t("{day}, {time}", day=w.day(began.date()), time=w.time(began))
    panel.box.addWidget(Label(look, when, "small", colour="ink2"))
    for number, step in enumerate(state.plan, 1):
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        name = w.t("{number}. {title}", number=w.number(number), title=step.title)
        row.addWidget(Label(look, name, "small", lang=state.lang), 1)
        text = _step_said(step, w)
        row.addWidget(Label(look, text, "small", colour="ink2", wrap=False))
        panel.box.addLayout(row)
    return panel


def _step_said(step: StepState, w: Words) -> str:
    if not step.reached:
        return w.t("not taught")
    return w.t(
        "{count} min, planned {planned}",
        count=w.number(round(step.seconds / 60)),
        planned=w.number(step.planned),
    )


def many_of(slips: Slips | None) -> tuple[int, int, int]:
    """Give the three piles, empty while they are not counted."""
    return (slips.not_yet, slips.nearly, slips.reached) if slips else (0, 0, 0)


def slips_said(slips: Slips | None, present: int, w: Words) -> str:
    """Say how many slips were counted."""
    if slips is None:
        return w.t("Not counted yet")
    return w.t(
        "{count} slips of {total} students",
        count=w.number(sum(many_of(slips))),
        total=w.number(present),
    )


def booster_days(
    told: Summary | None, state: RunState, w: Words
) -> list[tuple[str, str]]:
    """Give the days to choose a booster from; a key is the week and the day."""
    days = {(one.week, one.on.isoformat()) for one in (told.boosters if told else ())}
    if state.booster_on:
        days.add((state.booster_week, state.booster_on))
    options = [("", w.t("No reminder"))]
    for week, on in sorted(days, key=lambda day: day[1]):
        options.append((f"{week} {on}", w.day(date.fromisoformat(on))))
    return options
