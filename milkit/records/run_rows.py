"""The tables of runs that screens, reports and exports read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.records.table import Part, Projection, Rows, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.records.event import Event
    from milkit.records.run_state import RunState
    from milkit.records.table import Cell

RUN = Table(
    "run",
    (
        "id TEXT NOT NULL",
        "n INTEGER NOT NULL",
        "lesson TEXT NOT NULL",
        "lang TEXT NOT NULL",
        "pack TEXT NOT NULL",
        "version TEXT NOT NULL",
        "title TEXT NOT NULL",
        "topic TEXT NOT NULL",
        "class TEXT NOT NULL",
        "class_name TEXT NOT NULL",
        "students INTEGER NOT NULL",
        "present INTEGER",
        "period INTEGER NOT NULL",
        "started TEXT NOT NULL",
        "ended TEXT NOT NULL",
        "how TEXT NOT NULL",
        "step TEXT NOT NULL",
        "steps INTEGER NOT NULL",
        "steps_taught INTEGER NOT NULL",
        "seconds INTEGER NOT NULL",
        "booster_week INTEGER NOT NULL",
        "booster_on TEXT NOT NULL",
        "line TEXT NOT NULL",
        "sample INTEGER NOT NULL",
    ),
    keys=1,
)
STEP = Table(
    "run_step",
    (
        "run TEXT NOT NULL",
        "place INTEGER NOT NULL",
        "step TEXT NOT NULL",
        "title TEXT NOT NULL",
        "planned INTEGER NOT NULL",
        "minutes INTEGER NOT NULL",
        "left_out INTEGER NOT NULL",
        "reached INTEGER NOT NULL",
        "seconds INTEGER NOT NULL",
    ),
    keys=2,
)
COUNT = Table(
    "run_count",
    (
        "run TEXT NOT NULL",
        "activity TEXT NOT NULL",
        "question TEXT NOT NULL",
        "option TEXT NOT NULL",
        "hands INTEGER NOT NULL",
        "again TEXT NOT NULL",
    ),
    keys=4,
)
SHOWN = Table(
    "run_shown",
    (
        "run TEXT NOT NULL",
        "activity TEXT NOT NULL",
        "question TEXT NOT NULL",
        "reveal TEXT NOT NULL",
    ),
    keys=3,
)
PLACED = Table(
    "run_placed",
    (
        "run TEXT NOT NULL",
        "activity TEXT NOT NULL",
        "item TEXT NOT NULL",
        "spot TEXT NOT NULL",
        "place INTEGER NOT NULL",
    ),
    keys=3,
)
SLIP = Table(
    "run_slip",
    (
        "run TEXT NOT NULL",
        "activity TEXT NOT NULL",
        "not_yet INTEGER NOT NULL",
        "nearly INTEGER NOT NULL",
        "reached INTEGER NOT NULL",
    ),
    keys=2,
)


def _run(state: RunState) -> Rows:
    row: tuple[Cell, ...] = (
        state.id,
        state.n,
        state.lesson,
        state.lang,
        state.pack,
        state.version,
        state.title,
        state.topic,
        state.class_id,
        state.class_name,
        state.students,
        state.here,
        state.period,
        state.started,
        state.ended,
        state.how,
        state.step,
        len(state.plan),
        sum(step.reached and not step.left_out for step in state.steps),
        state.taught,
        state.booster_week,
        state.booster_on,
        state.line,
        int(state.sample),
    )
    return {("run", (state.id,)): row}


def _steps(state: RunState) -> Rows:
    return {
        ("run_step", (state.id, place)): (
            state.id,
            place,
            step.id,
            step.title,
            step.planned,
            step.minutes,
            int(step.left_out),
            int(step.reached),
            step.seconds,
        )
        for place, step in enumerate(state.steps)
    }


def _counts(state: RunState) -> Rows:
    return {
        ("run_count", (state.id, activity, question, option)): (
            state.id,
            activity,
            question,
            option,
            hands,
            state.again.get(activity, ""),
        )
        for (activity, question), options in state.counts.items()
        for option, hands in options.items()
    }


def _shown(state: RunState) -> Rows:
    reveals = {(activity, ""): "" for activity in state.shown} | dict(state.reveals)
    return {
        ("run_shown", (state.id, *key)): (state.id, *key, reveal)
        for key, reveal in reveals.items()
    }


def _placed(state: RunState) -> Rows:
    return {
        ("run_placed", (state.id, activity, item)): (
            state.id,
            activity,
            item,
            spot,
            place,
        )
        for activity, pairs in state.placed.items()
        for place, (item, spot) in enumerate(pairs)
    }


def _slips(state: RunState) -> Rows:
    return {
        ("run_slip", (state.id, activity)): (
            state.id,
            activity,
            piles.not_yet,
            piles.nearly,
            piles.reached,
        )
        for activity, piles in state.slips.items()
    }


def _fold(events: Iterable[Event]) -> RunState | None:
    """Load the folds with the first run that is opened, not when the window starts."""
    from milkit.records.run_fold import fold

    return fold(events)


def _apply(state: RunState | None, event: Event) -> RunState | None:
    from milkit.records.run_fold import apply

    return apply(state, event)


# The names of `happenings.KINDS`, which is loaded later (a test holds them equal).
KINDS = frozenset(
    {
        "run_started",
        "step_finished",
        "activity_shown",
        "item_reached",
        "counts_changed",
        "counts_set",
        "reveal_changed",
        "item_placed",
        "places_cleared",
        "run_paused",
        "run_went_on",
        "run_resumed",
        "minutes_changed",
        "step_left_out",
        "screen_changed",
        "students_counted",
        "line_written",
        "slips_counted",
        "booster_planned",
        "run_ended",
        "undone",
    }
)
_RUN_USES = (
    "steps",
    "step",
    "here",
    "how",
    "ended",
    "line",
    "booster_week",
    "booster_on",
)
RUNS = Projection(
    tables=(RUN, STEP, COUNT, SHOWN, PLACED, SLIP),
    kinds=KINDS,
    fold=_fold,
    apply=_apply,
    parts=(
        Part(_run, uses=_RUN_USES),
        Part(_steps, uses=("steps",)),
        Part(_counts, uses=("counts", "again")),
        Part(_shown, uses=("shown", "reveals")),
        Part(_placed, uses=("placed",)),
        Part(_slips, uses=("slips",)),
    ),
    refold=frozenset({"undone"}),
)
