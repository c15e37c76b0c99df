"""Turn the paragraphs and fences of a section into notes, activities and papers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from milkit.activities.reading import read_shape
from milkit.activities.table import KINDS
from milkit.content.finding import Flaw
from milkit.content.lesson import Activity, Answer, Block, Local, Note, Paper
from milkit.content.outline import Beat, Fence, Paragraph
from milkit.content.toml import flaws, read_toml

if TYPE_CHECKING:
    from milkit.content.outline import Piece

LABELS = ("say", "do", "students", "likely", "tip", "paper", "ahead", "lost", "restart")
_LABEL = re.compile(r"\*\*([^*\n]{1,20})\*\*[ \t]*(?:\n|(?=\S)|$)")
_ANSWER = re.compile(r"-\s+\[(.)\]\s+(.+?)\s+->\s+(.+)$")
_QUOTES = '"“”„«»'


@dataclass(slots=True)
class Blocks:
    """The blocks of one section, with the flaws found on the way."""

    blocks: list[Block] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    fences: dict[str, Fence] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def read_blocks(pieces: tuple[Piece, ...], *, labels: bool) -> Blocks:
    """Read the *pieces* of a section; *labels* tells whether Say, Do … are marks."""
    found = Blocks()
    for piece in pieces:
        if isinstance(piece, Paragraph):
            _paragraph(piece, found, labels=labels)
        elif isinstance(piece, Beat):
            found.blocks.append(_beat(piece, found))
        else:
            _fence(piece, found)
    found.blocks = [_answered(block, found) for block in found.blocks]
    return found


def _beat(beat: Beat, found: Blocks) -> Note:
    minutes = beat.attributes.get("minutes", "")
    if not (minutes.isascii() and minutes.isdigit()) or set(beat.attributes) != {
        "minutes"
    }:
        found.flaws.append(
            Flaw(
                beat.line,
                "a part inside a step has minutes and nothing else",
                "write {minutes=3}",
            )
        )
        minutes = "0"
    return Note("beat", beat.title, minutes=int(minutes[:4]), line=beat.line)


def _paragraph(piece: Paragraph, found: Blocks, *, labels: bool) -> None:
    label, text = _labelled(piece, found) if labels else ("", piece.text)
    last = found.blocks[-1] if found.blocks else None
    if label:
        found.blocks.append(Note(label, text, line=piece.line))
    elif isinstance(last, Note) and last.label != "beat":
        found.blocks[-1] = replace(last, text=f"{last.text}\n\n{text}".strip("\n"))
    else:
        found.blocks.append(Note("text", text, line=piece.line))


def _labelled(piece: Paragraph, found: Blocks) -> tuple[str, str]:
    match = _LABEL.match(piece.text)
    if not match:
        return "", piece.text
    word = match[1].rstrip(":. ")
    if word.lower() not in LABELS:
        return "", piece.text
    if match[1] != word.capitalize():
        found.flaws.append(
            Flaw(
                piece.line,
                f"the label **{match[1]}** is written differently",
                f"write **{word.capitalize()}**",
            )
        )
    return word.lower(), piece.text[match.end() :].strip("\n")


def _answered(block: Block, found: Blocks) -> Block:
    if not isinstance(block, Note) or block.label != "likely":
        return block
    answers = []
    for offset, item in _items(block.text):
        match = _ANSWER.match(item)
        if match and match[1] in "+~-":
            answers.append(
                Answer(match[1], match[2].strip(_QUOTES), match[3].strip(_QUOTES))
            )
        else:
            found.flaws.append(
                Flaw(
                    block.line + offset,
                    "a likely answer is not understood",
                    'write - [+] "answer" -> "reply", with +, ~ or -',
                )
            )
    if not answers:
        found.flaws.append(
            Flaw(
                block.line,
                "no likely answers stand under **Likely**",
                'after an empty line write - [+] "answer" -> "reply"',
            )
        )
    return replace(block, answers=tuple(answers))


def _items(text: str) -> list[tuple[int, str]]:
    """Give each list item in one line, and how many lines below its label it stands."""
    items: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            continue
        if items and line[:1].isspace():
            items[-1] = (items[-1][0], f"{items[-1][1]} {line.strip()}")
        else:
            items.append((number + 2, line.strip()))
    return items


def _fence(fence: Fence, found: Blocks) -> None:
    line = fence.line - 1
    wanted = set() if fence.kind == "paper" else {"id"}
    if fence.kind not in KINDS and fence.kind not in {"paper", "local"}:
        names = ", ".join([*KINDS, "local", "paper"])
        found.flaws.append(
            Flaw(
                line,
                f"“{fence.kind}” is not a kind of activity",
                f"write one of: {names}",
            )
        )
        found.broken.add(fence.attributes.get("id", ""))
        return
    if set(fence.attributes) != wanted:
        mend = f"write ```{fence.kind} id=…" if wanted else "write ```paper alone"
        found.flaws.append(
            Flaw(line, f"the first line of this {fence.kind} is not understood", mend)
        )
    table, wrong = read_toml(fence.text, fence.line)
    name = fence.attributes.get("id", "")
    if not wrong:
        block, wrong = _block(fence, name, table)
        found.blocks += [block] if block else []
    found.flaws += wrong
    if name:
        found.fences[name] = fence
    if name and not any(getattr(b, "id", "") == name for b in found.blocks):
        found.broken.add(name)


def _block(
    fence: Fence, name: str, table: dict[str, Any]
) -> tuple[Block | None, list[Flaw]]:
    if "id" in table:
        return None, [
            Flaw(
                fence.line,
                "`id` stands in the data",
                "take it out; it stands behind the word for the kind",
            )
        ]
    if fence.kind == "paper":
        paper, problems = read_shape(Paper, table)
        block: Block | None = replace(paper, line=fence.line) if paper else None
        return block, flaws(problems, fence.text, fence.line)
    if fence.kind == "local":
        local, problems = read_shape(Local, {"id": name, **table})
        return (replace(local, line=fence.line) if local else None), flaws(
            problems, fence.text, fence.line
        )
    kind = KINDS[fence.kind]
    data, problems = read_shape(kind.shape, {"id": name, **table})
    if data is not None:
        problems = kind.check(data)
    block = Activity(name, fence.kind, data, fence.line) if data is not None else None
    return block, flaws(problems, fence.text, fence.line)
