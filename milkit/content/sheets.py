"""What a lesson prints: handouts, sets to hold up or cut, the answer key, the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import (
    Bar,
    Break,
    Bullets,
    Cards,
    Heading,
    Lines,
    Picture,
    Sheet,
    Side,
    Specimen,
    Text,
    Tongue,
    inside,
)
from milkit.activities.table import KINDS
from milkit.content.flow import blocks_of
from milkit.content.lesson import Activity, Local, Note, Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from milkit.activities.paper import Block
    from milkit.content.lesson import Handout, Lesson
    from milkit.ground.words import Words

CUT = (
    "annotate",
    "branch",
    "feed",
    "quiz",
    "rate",
    "roleplay",
    "sequence",
    "sort",
    "trace",
)
WHAT = ("handouts", "cards", "key", "local")


def sheets(lesson: Lesson, what: str, words: Words) -> tuple[Sheet, ...]:
    """
    Give what *lesson* prints, in the order of the lesson.

    *what* is handouts; cards (of every activity of the steps a set to hold up and one
    to cut, but not what a handout prints); key; or local (the form for the teacher's
    own example). *words* speak the lesson's language. Only key and local sheets hold
    what students must not see.
    """
    if what == "handouts":
        made = [sheet for h in lesson.handouts for sheet in _handout(lesson, h, words)]
    elif what == "cards":
        made = _sets(lesson, words)
    elif what == "key":
        made = _key(lesson, words)
    else:
        made = _local(lesson, words)
    return tuple(
        replace(sheet, blocks=described(sheet.blocks, lesson, words)) for sheet in made
    )


def _handout(lesson: Lesson, handout: Handout, w: Words) -> list[Sheet]:
    """Give one sheet, or one for each activity when they alternate."""
    paper = next((b for b in handout.blocks if isinstance(b, Paper)), None)
    if paper is None or not paper.alternate or len(paper.use) < 2:  # noqa: PLR2004 - one cannot alternate
        return [_sheet(lesson, handout, handout.blocks, w)]
    made = []
    for name in paper.use:
        blocks = tuple(
            replace(b, use=(name,)) if b is paper else b for b in handout.blocks
        )
        one = _sheet(lesson, handout, blocks, w)
        fewer = one.per if one.per == "class" else str(int(one.per) * len(paper.use))
        made.append(replace(one, id=f"{one.id}-{name}", per=fewer))
    return made


def _sheet(
    lesson: Lesson, handout: Handout, blocks: Iterable[object], w: Words
) -> Sheet:
    content: list[Block] = []
    for block in blocks:
        if isinstance(block, Note):
            content += blocks_of(note_html(block))
        elif isinstance(block, Paper):
            content += _printed(lesson, block, w)
    return Sheet(
        handout.id,
        handout.title,
        tuple(content),
        handout.per,
        handout.up,
        when=handout.when,
    )


def note_html(note: Note) -> str:
    """Give the HTML of a note, made now if the lesson did not come from a pack."""
    if note.html or not note.text:
        return note.html
    from milkit.content.render import reader

    return reader().convert(note.text)


def _printed(lesson: Lesson, paper: Paper, w: Words) -> list[Block]:
    big = paper.part == printed.BIG
    content: list[Block] = []
    for name in paper.picture:
        content.append(Specimen((Picture(name),)))
        content += [Break()] if big else []
    for name in paper.use:
        activity = lesson.activity(name)
        if activity is None:
            continue
        content += KINDS[activity.kind].paper(activity.data, paper.part, w)
        content += [Break()] if big else []
    return content[:-1] if content and isinstance(content[-1], Break) else content


def _sets(lesson: Lesson, w: Words) -> list[Sheet]:
    """Give the sets that make an activity work with no projector."""
    done = {
        (name, part)
        for handout in lesson.handouts
        for paper in handout.blocks
        if isinstance(paper, Paper)
        for name in paper.use
        for part in (paper.part, *paper.part.split("+"))
    }
    made = []
    for step in lesson.steps:
        for activity in step.activities:
            if getattr(activity.data, "again", ""):
                continue
            parts = [(printed.BIG, "class")]
            parts += [(printed.CARDS, "4")] if activity.kind in CUT else []
            made += [
                Sheet(
                    f"{part}-{activity.id}",
                    _named(step.title, part, w),
                    blocks,
                    per,
                    when="paper",
                )
                for part, per in parts
                if (activity.id, part) not in done
                and (blocks := KINDS[activity.kind].paper(activity.data, part, w))
            ]
    return made


def _named(title: str, part: str, w: Words) -> str:
    if part == printed.BIG:
        return w.t("To hold up: {title}", title=title)
    return w.t("To cut: {title}", title=title)


def _key(lesson: Lesson, w: Words) -> list[Sheet]:
    section = lesson.section("key")
    if section is None:
        return []
    content: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Note):
            content += blocks_of(note_html(block))
        elif isinstance(block, Paper):
            for name in block.use:
                content += _answers(lesson, name, w)
    return [Sheet("key", section.title, tuple(content), teacher_only=True)]


def _answers(lesson: Lesson, name: str, w: Words) -> list[Block]:
    parts = [(s.title, s.blocks) for s in lesson.steps]
    parts += [(b.title, b.blocks) for b in lesson.boosters]
    for title, blocks in parts:
        for block in blocks:
            if isinstance(block, Activity) and block.id == name:
                key = KINDS[block.kind].paper(block.data, printed.KEY, w)
                return [Heading(title, 2), *key] if key else []
    return []


def _local(lesson: Lesson, w: Words) -> list[Sheet]:
    section = lesson.section("local")
    if section is None:
        return []
    content: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Note):
            content += blocks_of(note_html(block))
        elif isinstance(block, Local):
            content += [Lines(ask.lines, ask.text) for ask in block.ask]
            content.append(Heading(w.t("Keep to this"), 3))
            content.append(Bullets(tuple(printed.plain(rule) for rule in block.rules)))
    return [Sheet("local", section.title, tuple(content), teacher_only=True)]


def described(blocks: Iterable[Block], lesson: Lesson, w: Words) -> tuple[Block, ...]:
    """Give pictures their words; those that are to be read aloud become text."""

    def within(held: Iterable[Block]) -> tuple[Block, ...]:
        return described(held, lesson, w)

    return tuple(
        _picture(b, lesson, w) if isinstance(b, Picture) else _rebuilt(b, within)
        for b in blocks
    )


def _rebuilt(
    block: Block, within: Callable[[Iterable[Block]], tuple[Block, ...]]
) -> Block:
    """Give a block with what it holds changed by *within*."""
    if isinstance(block, Specimen | Bar | Tongue):
        return replace(block, blocks=within(block.blocks))
    if isinstance(block, Side):
        return replace(block, left=within(block.left), right=within(block.right))
    if isinstance(block, Cards):
        return replace(block, cards=tuple(within(card) for card in block.cards))
    return block


def _picture(block: Picture, lesson: Lesson, w: Words) -> Block:
    known = lesson.pictures.get(block.name)
    alt = known.alt if known else ""
    if block.in_words:
        said = printed.plain(w.t("In the picture: {words}", words=alt))
        return Text(said, small=True)
    return replace(block, alt=alt)


def pictures_on(blocks: Iterable[Block]) -> list[str]:
    """List the names of the pictures among *blocks*, those inside others too."""
    names: list[str] = []
    for block in blocks:
        names += (
            [block.name] if isinstance(block, Picture) else pictures_on(inside(block))
        )
    return list(dict.fromkeys(names))


def credit(sheet: Sheet, lesson: Lesson) -> str:
    """
    Give the credits of the pictures on *sheet*, for its foot; "" without any.

    Pictures of the same maker, year and licence share one line.
    """
    names = [n for n in pictures_on(sheet.blocks) if n in lesson.pictures]
    files = dict.fromkeys(lesson.pictures[name].file for name in names)
    makers: dict[str, list[str]] = {}
    for line in filter(None, (lesson.credits.get(file, "") for file in files)):
        what, _, maker = line.partition(". ")
        makers.setdefault(maker, []).append(what)
    return " ".join(f"{'; '.join(whats)}. {maker}" for maker, whats in makers.items())
