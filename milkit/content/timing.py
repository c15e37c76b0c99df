"""See that the minutes of a lesson add up and that it splits where it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.content.draft import Draft
    from milkit.content.front import Front
    from milkit.content.lesson import Step

HALF = 20
WHOLE = 40  # from here on a lesson must split


def look(draft: Draft) -> None:
    """Look at the minutes, the split, the place of optional steps and the close."""
    if draft.front is None or not draft.steps:
        return
    _sums(draft, draft.front)
    _split(draft)
    _places(draft)
    for step in draft.steps:
        _beats(draft, step)
        _rounds(draft, step)


def _sums(draft: Draft, front: Front) -> None:
    core = sum(s.minutes for s in draft.steps if not s.optional)
    optional = sum(s.minutes for s in draft.steps if s.optional)
    for name, have, wanted in (
        ("minutes", core, front.minutes),
        ("optional_minutes", optional, front.optional_minutes),
    ):
        if have != wanted:
            kind = "core" if name == "minutes" else "optional"
            draft.add(
                draft.front_line(name),
                f"the {kind} steps take {have} minutes, but `{name}` is {wanted}",
                "change the minutes of a step, or this number",
            )
    for step in draft.steps:
        if step.minutes < 1:
            draft.add(
                step.line,
                f"the step “{step.title}” takes {step.minutes} minutes",
                "write 1 or more",
            )


def _split(draft: Draft) -> None:
    core = [s for s in draft.steps if not s.optional]
    splits = [s for s in draft.steps if s.split]
    total = sum(s.minutes for s in core)
    for step in splits:
        before = sum(s.minutes for s in core[: core.index(step)]) if step in core else 0
        if before != HALF:
            draft.add(
                step.line,
                f"the second half starts after {before} minutes",
                f"let the core steps before it take {HALF} minutes",
            )
    for step in splits[1:]:
        draft.add(step.line, "a second step has split=yes", "write it once only")
    if not splits and total >= WHOLE:
        draft.add(
            core[0].line,
            "no step has split=yes",
            f"write it in the step that starts after {HALF} minutes",
        )


def _places(draft: Draft) -> None:
    core = [s for s in draft.steps if not s.optional]
    last = draft.steps[-1]
    if last.optional:
        draft.add(
            last.line,
            "an optional step stands at the end",
            "let it stand where it is taught, before the close",
        )
    if core and core[-1].phase != "close":
        draft.add(core[-1].line, "the last step is not the close", "write phase=close")
    for step in core[:-1]:
        if step.phase == "close":
            draft.add(step.line, "the close is not the last step", "move it to the end")


def _beats(draft: Draft, step: Step) -> None:
    beats = step.notes("beat")
    total = sum(beat.minutes for beat in beats)
    if beats and total != step.minutes:
        draft.add(
            beats[0].line,
            f"the parts of this step take {total} minutes, the step {step.minutes}",
            "let them add up",
        )


def _rounds(draft: Draft, step: Step) -> None:
    for activity in step.activities:
        if activity.kind != "roleplay":
            continue
        total = sum(round_.minutes for round_ in activity.data.rounds)
        if total > step.minutes:
            draft.add(
                activity.line,
                f"the rounds take {total} minutes, the step {step.minutes}",
                "make the rounds shorter or the step longer",
            )
