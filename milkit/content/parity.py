"""See that a translation has the bones of its source: parts, marks, answers, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.activities.shape import Leaf, leaves
from milkit.content.lesson import Activity, Local, Note, Paper
from milkit.content.toml import line_of

if TYPE_CHECKING:
    from milkit.activities.shape import At
    from milkit.content.draft import Draft
    from milkit.content.lesson import Block
    from milkit.content.outline import Part

OWN = {"review", "source"}  # what each language says for itself


def look(source: Draft, other: Draft) -> None:
    """Hold *other* against *source* and note every difference in *other*."""
    if source.front and other.front:
        places = {leaf.at: leaf for leaf in leaves(other.front)}
        for at, what in _apart(source.front, other.front):
            if at[0] not in OWN:
                other.add(other.front_line(*at), what, _mend(at, places))
    _sections(source, other)
    if source.broken or other.broken:
        return  # what could not be read is missing in one of them
    _data(source, other)
    theirs = _bones(source)
    for name, (line, bones) in _bones(other).items():
        if name in theirs and theirs[name][1] != bones:
            _order(other, line, theirs[name][1], bones)


def _mend(at: At, places: dict[At, Leaf]) -> str:
    return "write it as in the source" if at in places else "add it as in the source"


def _sections(source: Draft, other: Draft) -> None:
    wanted = {part.id: part for part in source.outline.parts}
    have = {part.id: part for part in other.outline.parts}
    last = other.outline.parts[-1].line if other.outline.parts else 1
    for name in wanted.keys() - have.keys():
        other.add(last, f"the section #{name} of the source is missing", "translate it")
    for name in have.keys() - wanted.keys():
        other.add(
            have[name].line,
            f"the section #{name} is not in the source",
            "take it out, or add it to the source",
        )
    common = [n for n in have if n in wanted]
    if common != [n for n in wanted if n in have]:
        other.add(
            have[common[0]].line,
            "the sections stand in another order than in the source",
            "bring them into the same order",
        )
    for name in common:
        _attributes(other, wanted[name], have[name])


def _attributes(other: Draft, wanted: Part, have: Part) -> None:
    if wanted.attributes == have.attributes:
        return
    written = " ".join(f"{key}={value}" for key, value in wanted.attributes.items())
    other.add(
        have.line,
        f"the braces of #{have.id} differ from the source",
        f"write {{#{have.id} {written}}}".replace(" }", "}"),
    )


def _bones(draft: Draft) -> dict[str, tuple[int, list[str]]]:
    """Give for each part its line, and its labels, marks, beats and fences in order."""
    parts: dict[str, tuple[int, list[str]]] = {}
    for step in draft.steps:
        parts[step.id] = (step.line, _names(step.blocks))
    for section in draft.sections:
        parts[section.id] = (section.line, _names(section.blocks))
    for booster in draft.boosters:
        parts[booster.id] = (booster.line, _names(booster.blocks))
    for handout in draft.handouts:
        parts[handout.id] = (handout.line, _names(handout.blocks))
    return parts


def _names(blocks: tuple[Block, ...]) -> list[str]:
    names: list[str] = []
    for block in blocks:
        if isinstance(block, Note):
            names.append(
                f"{block.minutes} minutes" if block.label == "beat" else block.label
            )
            names += [f"[{answer.mark}]" for answer in block.answers]
        elif isinstance(block, Activity | Local):
            names.append(f"{getattr(block, 'kind', 'local')} {block.id}")
        else:
            names.append("paper")
    return names


def _order(other: Draft, line: int, wanted: list[str], have: list[str]) -> None:
    place = next(
        (i for i, (a, b) in enumerate(zip(wanted, have, strict=False)) if a != b),
        min(len(wanted), len(have)),
    )
    theirs = wanted[place] if place < len(wanted) else "nothing more"
    ours = have[place] if place < len(have) else "nothing more"
    other.add(
        line,
        f"at place {place + 1} of this part stands {ours}, in the source {theirs}",
        "bring both into the same order",
    )


def _data(source: Draft, other: Draft) -> None:
    theirs: dict[str, Any] = {a.id: a.data for a in source.activities}
    for activity in other.activities:
        wanted = theirs.get(activity.id)
        if wanted is None or type(wanted) is not type(activity.data):
            continue
        fence = other.fences[activity.id]
        for at, what in _apart(wanted, activity.data):
            other.add(
                line_of(at, fence.text, fence.line), what, "write it as in the source"
            )
    for name, wanted, have, line in _extras(source, other):
        for _, what in _apart(wanted, have):
            other.add(line, f"in {name}: {what}", "write it as in the source")


def _extras(source: Draft, other: Draft) -> list[tuple[str, Any, Any, int]]:
    """Pair the paper and local blocks of both, where both have as many."""
    pairs: list[tuple[str, Any, Any, int]] = []
    theirs = _printed(source)
    for name, ours in _printed(other).items():
        wanted = theirs.get(name, [])
        if [type(b) for b in ours] == [type(b) for b in wanted]:
            pairs += [(name, a, b, b.line) for a, b in zip(wanted, ours, strict=True)]
    return pairs


def _printed(draft: Draft) -> dict[str, list[Paper | Local]]:
    blocks = {s.id: s.blocks for s in draft.sections}
    blocks.update({h.id: h.blocks for h in draft.handouts})
    return {
        name: [b for b in held if isinstance(b, Paper | Local)]
        for name, held in blocks.items()
    }


def _apart(wanted: Any, have: Any) -> list[tuple[At, str]]:
    """List where two instances of one shape differ in more than their sentences."""
    theirs, ours = _values(wanted), _values(have)
    found = [
        (at, f"{_path(at)} of the source is missing")
        for at in theirs.keys() - ours.keys()
    ]
    found += [
        (at, f"{_path(at)} is not in the source") for at in ours.keys() - theirs.keys()
    ]
    found += [
        (at, f"{_path(at)} is {_said(ours[at])}, in the source {_said(theirs[at])}")
        for at in theirs.keys() & ours.keys()
        if theirs[at] != ours[at]
    ]
    return sorted(found, key=str)


def _values(data: Any) -> dict[At, Any]:
    """Give every value; of a sentence only whether there is one."""
    return {
        leaf.at: bool(leaf.value) if _is_sentence(leaf) else leaf.value
        for leaf in leaves(data)
    }


def _is_sentence(leaf: Leaf) -> bool:
    return isinstance(leaf.value, str) and leaf.says.role == "text"


def _path(at: At) -> str:
    names = [f"{part + 1}." if isinstance(part, int) else f"`{part}`" for part in at]
    return " ".join(names)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value in {None, ""} else str(value)
