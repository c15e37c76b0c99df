"""See that the names in a lesson lead somewhere: outcomes, activities, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.shape import leaves
from milkit.activities.table import KINDS
from milkit.content.lesson import Activity, Local, Paper
from milkit.content.toml import line_of

if TYPE_CHECKING:
    from milkit.content.draft import Draft
    from milkit.content.front import Front
    from milkit.content.lesson import Block


def look(draft: Draft) -> None:
    """Look up every name that one part of the lesson uses of another."""
    if draft.front is not None:
        _outcomes(draft, draft.front)
        _pictures(draft, draft.front)
        _needs(draft, draft.front)
    _shared(draft)
    for block in every_block(draft):
        if isinstance(block, Paper):
            _known(draft, block.use, block.line)
        elif isinstance(block, Local):
            _local(draft, block)


def every_block(draft: Draft) -> list[Block]:
    """Give all blocks of all parts, in the order of the kinds of part."""
    parts = [
        *(s.blocks for s in draft.steps),
        *(s.blocks for s in draft.sections),
        *(b.blocks for b in draft.boosters),
        *(h.blocks for h in draft.handouts),
    ]
    return [block for blocks in parts for block in blocks]


def _outcomes(draft: Draft, front: Front) -> None:
    count = len(front.outcomes)
    served: set[int] = set()
    for step in draft.steps:
        served.update(step.outcomes if not step.optional else ())
        for number in step.outcomes:
            if not 1 <= number <= count:
                draft.add(
                    step.line,
                    f"there is no outcome {number}",
                    f"write numbers from 1 to {count}",
                )
    for number in range(1, count + 1):
        if number not in served and draft.steps:
            draft.add(
                draft.front_line("outcomes"),
                f"no core step serves outcome {number}",
                "name it in a step, like outcomes=1,2",
            )


def _pictures(draft: Draft, front: Front) -> None:
    used: set[str] = set()
    names = ", ".join(front.pictures) or "none yet"
    for block in every_block(draft):
        line, wanted = 0, []
        if isinstance(block, Activity):
            wanted = [
                leaf
                for leaf in leaves(block.data)
                if leaf.says.role == "picture" and leaf.value
            ]
        elif isinstance(block, Paper):
            wanted = [leaf for leaf in leaves(block) if leaf.says.role == "picture"]
        for leaf in wanted:
            used.add(leaf.value)
            if leaf.value not in front.pictures:
                line = _line(draft, block, leaf.at)
                draft.add(
                    line,
                    f"there is no picture “{leaf.value}”",
                    f"add [pictures.{leaf.value}] or write one of: {names}",
                )
    for name in front.pictures:
        if name not in used and not draft.broken:
            draft.add(
                draft.front_line("pictures", name),
                f"the picture “{name}” is not used",
                "use it in an activity, or take it out",
                hint=True,
            )


def _line(draft: Draft, block: Block, at: tuple[str | int, ...]) -> int:
    fence = draft.fences.get(block.id) if isinstance(block, Activity) else None
    return line_of(at, fence.text, fence.line) if fence else block.line


def _needs(draft: Draft, front: Front) -> None:
    for step in draft.steps:
        for activity in step.activities:
            for need in KINDS[activity.kind].needs:
                if need not in front.needs:
                    draft.add(
                        draft.front_line("needs"),
                        f"`needs` does not name “{need}”,"
                        f" but {activity.kind} “{activity.id}” needs it",
                        f'add "{need}" to needs',
                    )


def _known(draft: Draft, names: tuple[str, ...], line: int) -> None:
    known = {a.id for a in draft.activities} | draft.broken
    for name in names:
        if name not in known:
            draft.add(
                line,
                f"there is no activity “{name}”",
                f"write one of: {', '.join(sorted(known))}",
            )


def _local(draft: Draft, local: Local) -> None:
    if local.instead_of in draft.broken:
        return
    _known(draft, (local.instead_of,), local.line)
    kinds = {a.id: a.kind for a in draft.activities}
    kind = kinds.get(local.instead_of, local.kind)
    if kind != local.kind:
        draft.add(
            local.line,
            f"“{local.instead_of}” is a {kind}, not a {local.kind}",
            f'write kind = "{kind}"',
        )
    ids = [ask.id for ask in local.ask]
    for name in {i for i in ids if ids.count(i) > 1}:
        draft.add(
            local.line, f"the question “{name}” stands twice", "give each its own id"
        )


def _shared(draft: Draft) -> None:
    """Check what polls take from traces and from earlier polls."""
    earlier: dict[str, Activity] = {}
    later = {a.id: a for a in draft.activities}
    for activity in draft.activities:
        if activity.kind == "poll":
            _again(draft, activity, earlier)
            _from(draft, activity, later)
        earlier[activity.id] = activity


def _again(draft: Draft, activity: Activity, earlier: dict[str, Activity]) -> None:
    wanted = activity.data.again
    if not wanted or wanted in draft.broken:
        return
    first = earlier.get(wanted)
    if first is None or first.kind != "poll" or first.data.again:
        draft.add(
            activity.line,
            f"no earlier poll “{wanted}” can be asked again",
            "write the id of a poll that stands before this one",
        )


def _from(draft: Draft, activity: Activity, later: dict[str, Activity]) -> None:
    poll = activity.data
    if not poll.from_ or poll.again or poll.from_ in draft.broken:
        return
    source = later.get(poll.from_)
    if source is None or source.kind != "trace":
        draft.add(
            activity.line,
            f"there is no trace “{poll.from_}”",
            "write the id of a trace of this lesson",
        )
        return
    mark = next((o.mark for o in poll.options if o.id == poll.answer), "")
    if mark in {"yes", "no"} and (mark == "yes") != source.data.fits:
        says = str(source.data.fits).lower()
        draft.add(
            activity.line,
            f"the answer “{poll.answer}” does not agree"
            f" with fits = {says} of “{source.id}”",
            "mend one of them",
        )
