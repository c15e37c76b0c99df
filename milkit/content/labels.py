"""See that every step says what a teacher needs: Say, Do, Students, Likely, Paper …."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content.lesson import Note

if TYPE_CHECKING:
    from milkit.content.draft import Draft
    from milkit.content.lesson import Block, Step

ALWAYS = ("say", "do", "students", "likely", "paper")
BOOSTER = ("say", "do", "paper")
TWICE = ("ahead", "lost")


def look(draft: Draft) -> None:
    """Look for the labels that must stand in each step, and how often."""
    for step in draft.steps:
        _step(draft, step)
    for booster in draft.boosters:
        _present(draft, booster.blocks, BOOSTER, booster.title, booster.line)
    for label in TWICE:
        times = sum(len(step.notes(label)) for step in draft.steps)
        if draft.steps and times < 2:  # noqa: PLR2004 - the format's rule
            name = label.capitalize()
            draft.add(
                draft.steps[0].line,
                f"**{name}** stands {times} times in the lesson",
                f"write **{name}** in at least two steps",
            )


def _step(draft: Draft, step: Step) -> None:
    _present(draft, step.blocks, ALWAYS, step.title, step.line)
    if not step.optional and step.phase != "close" and not step.notes("lost", "tip"):
        draft.add(
            step.line,
            f"the step “{step.title}” has no **Lost** or **Tip**",
            "say what to do when the class is stuck",
        )
    _restart(draft, step)
    _likely(draft, step)
    for note in step.notes(*ALWAYS, *TWICE, "tip", "restart"):
        if note.label != "likely" and not note.text.strip():
            draft.add(
                note.line,
                f"nothing stands after **{note.label.capitalize()}**",
                "write it behind the label, or take it out",
            )


def _present(
    draft: Draft,
    blocks: tuple[Block, ...],
    wanted: tuple[str, ...],
    title: str,
    line: int,
) -> None:
    have = {b.label for b in blocks if isinstance(b, Note)}
    for label in wanted:
        if label not in have:
            name = label.capitalize()
            draft.add(
                line,
                f"“{title}” has no **{name}**",
                f"add a paragraph that begins with **{name}**",
            )


def _restart(draft: Draft, step: Step) -> None:
    notes = step.notes("restart")
    if step.split and len(notes) != 1:
        draft.add(
            step.line,
            f"the second half has {len(notes)} times **Restart**",
            "write once what to say when it is taught on another day",
        )
    if not step.split:
        for note in notes:
            draft.add(
                note.line,
                "**Restart** stands in a step without split=yes",
                "move it to the step where the second half starts",
            )


def _likely(draft: Draft, step: Step) -> None:
    notes = step.notes("likely")
    marks = {answer.mark for note in notes for answer in note.answers}
    for mark, what in (("+", "right"), ("-", "wrong")):
        if marks and mark not in marks:
            draft.add(
                notes[0].line,
                f"no likely answer that is {what} stands in this step",
                f'add - [{mark}] "answer" -> "reply"',
            )
