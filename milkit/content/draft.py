"""A lesson file as read so far: its parts, what they became, and all its flaws."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from milkit.activities.reading import read_shape
from milkit.activities.table import KINDS
from milkit.content.blocks import Blocks, read_blocks
from milkit.content.finding import Flaw
from milkit.content.front import Front
from milkit.content.heads import BoosterHead, HandoutHead, StepHead, read_head
from milkit.content.lesson import Activity, Booster, Handout, Section, Step
from milkit.content.outline import Outline, Paragraph, Part, outline
from milkit.content.text import decode
from milkit.content.toml import flaws, line_of, read_toml

if TYPE_CHECKING:
    from milkit.content.lesson import Block
    from milkit.content.outline import Fence


@dataclass(slots=True)
class Draft:
    """What one language file holds; *ids* tells the line of each id of the file."""

    lang: str
    outline: Outline
    front: Front | None = None
    steps: list[Step] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    boosters: list[Booster] = field(default_factory=list)
    handouts: list[Handout] = field(default_factory=list)
    fences: dict[str, Fence] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    ids: dict[str, int] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)

    def add(self, line: int, what: str, mend: str, *, hint: bool = False) -> None:
        """Note a flaw."""
        self.flaws.append(Flaw(line, what, mend, hint))

    def front_line(self, *at: str | int) -> int:
        """Give the line of a key of the front matter."""
        return line_of(at, self.outline.front, self.outline.front_line)

    @property
    def activities(self) -> list[Activity]:
        """All activities that could be read, in order."""
        parts: list[tuple[Block, ...]] = [s.blocks for s in self.steps]
        parts += [b.blocks for b in self.boosters]
        return [b for blocks in parts for b in blocks if isinstance(b, Activity)]


def read_draft(raw: bytes, lang: str) -> Draft:
    """Read the bytes of a lesson file as far as they can be read."""
    text, bad = decode(raw)
    cut = outline(text)
    draft = Draft(lang, cut, flaws=[*bad, *cut.flaws])
    _read_front(draft)
    for part in cut.parts:
        _read_part(draft, part)
    _fill(draft)
    return draft


def _read_front(draft: Draft) -> None:
    cut = draft.outline
    if not cut.front:
        return
    table, wrong = read_toml(cut.front, cut.front_line)
    draft.flaws += wrong
    if wrong:
        return
    draft.front, problems = read_shape(Front, table)
    draft.flaws += flaws(problems, cut.front, cut.front_line)


def _read_part(draft: Draft, part: Part) -> None:
    if not part.id:
        draft.add(
            part.line,
            f"the section “{part.title}” has no id",
            "add {#an-id} behind its title",
        )
    _take_id(draft, part.id, part.line)
    if part.id.startswith("handout-"):
        _read_handout(draft, part)
    elif "booster" in part.attributes:
        _read_booster(draft, part)
    elif "minutes" in part.attributes:
        _read_step(draft, part)
    else:
        _read_section(draft, part)


def _take_id(draft: Draft, name: str, line: int) -> None:
    if name in draft.ids:
        draft.add(
            line,
            f"the id “{name}” stands twice, first in line {draft.ids[name]}",
            "give each its own",
        )
    elif name:
        draft.ids[name] = line


def _blocks(
    draft: Draft, part: Part, *, labels: bool, skip: int = 0
) -> tuple[Block, ...]:
    read: Blocks = read_blocks(part.pieces[skip:], labels=labels)
    draft.flaws += read.flaws
    draft.broken |= read.broken
    for name, fence in read.fences.items():
        _take_id(draft, name, fence.line - 1)
        draft.fences.setdefault(name, fence)
    return tuple(read.blocks)


def _read_step(draft: Draft, part: Part) -> None:
    head, wrong = read_head(StepHead, part)
    draft.flaws += wrong
    first = part.pieces[0] if part.pieces else None
    lead = (
        first.text
        if isinstance(first, Paragraph) and not first.text.startswith("**")
        else ""
    )
    if not lead:
        draft.add(
            part.line,
            f"the step “{part.title}” has no first line",
            "begin it with one plain sentence: what you do",
        )
    blocks = _blocks(draft, part, labels=True, skip=1 if lead else 0)
    if head:
        draft.steps.append(
            Step(
                part.id,
                part.title,
                head.minutes,
                head.grouping,
                head.phase,
                head.outcomes,
                head.split,
                head.optional,
                " ".join(lead.split()),
                blocks,
                part.line,
            )
        )


def _read_booster(draft: Draft, part: Part) -> None:
    head, wrong = read_head(BoosterHead, part)
    draft.flaws += wrong
    blocks = _blocks(draft, part, labels=True)
    if head:
        draft.boosters.append(
            Booster(part.id, part.title, head.minutes, head.booster, blocks, part.line)
        )


def _read_handout(draft: Draft, part: Part) -> None:
    head, wrong = read_head(HandoutHead, part)
    draft.flaws += wrong
    blocks = _blocks(draft, part, labels=False)
    if head:
        draft.handouts.append(
            Handout(
                part.id, part.title, head.per, head.when, head.up, blocks, part.line
            )
        )


def _read_section(draft: Draft, part: Part) -> None:
    if part.attributes:
        names = ", ".join(part.attributes)
        draft.add(
            part.line,
            f"`{names}` is not known here",
            "a step has minutes=…; other sections have an id only",
        )
    draft.sections.append(
        Section(part.id, part.title, _blocks(draft, part, labels=False), line=part.line)
    )


def _fill(draft: Draft) -> None:
    """Let activities take what they share from the others (`from`, `again`)."""
    others: dict[str, Any] = {a.id: a.data for a in draft.activities}
    draft.steps = [replace(s, blocks=_filled(s.blocks, others)) for s in draft.steps]
    draft.boosters = [
        replace(b, blocks=_filled(b.blocks, others)) for b in draft.boosters
    ]


def _filled(blocks: tuple[Block, ...], others: dict[str, Any]) -> tuple[Block, ...]:
    return tuple(
        replace(b, data=KINDS[b.kind].fill(b.data, others))
        if isinstance(b, Activity)
        else b
        for b in blocks
    )
