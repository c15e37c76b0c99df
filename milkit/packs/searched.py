"""What of a lesson is searched: its plain text, and that of its parts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.activities.shape import leaves
from milkit.content.lesson import Activity, Local, Note
from milkit.packs.query import ZWSP, normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from milkit.content.lesson import Block, Booster, Handout, Lesson, Section, Step

    Mark = Callable[[str, str], str]

_TAG = re.compile(r"<(/?)(p|li|h\d|br|div|tr|td|ul|ol)?\b[^>]*>", re.IGNORECASE)
_SIGNS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]|[*_`#>]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_SPACES = re.compile(r"\s+")
# Letters, marks and digits of Thai, Lao, Burmese and Khmer; not their stops.
_OURS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0eff"
    "\u1000-\u1049\u1050-\u109d\u1780-\u17d3\u17d7\u17dc-\u17ff"
)
_SPACELESS = re.compile(f"[{_OURS}]+")
_BESIDE_OTHERS = re.compile(  # "ใช้App" is two words
    f"(?<=[{_OURS}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[{_OURS}])"
)
_NAMED_BY = ("question", "claim", "prompt", "title", "scene", "brief")


@dataclass(frozen=True, slots=True)
class Part:
    """An activity or a handout: *step* is the id of the step it stands in, or ""."""

    id: str
    what: str
    kind: str
    step: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Searched:
    """The texts of a lesson with a zero-width space at each word end, and its words."""

    title: str
    body: str
    parts: tuple[Part, ...]
    words: frozenset[str]


def searched(lesson: Lesson, mark: Mark) -> Searched:
    """
    Give what is indexed of a lesson.

    *mark* puts zero-width spaces at the word ends of a text in a language; it is
    asked for the languages that have no spaces only.
    """

    def ready(text: str) -> str:
        text = normal(text.replace(ZWSP, ""))
        if not _SPACELESS.search(text):
            return text
        return _BESIDE_OTHERS.sub(ZWSP, mark(text, lesson.lang))

    title, body = ready(lesson.title), ready(_joined(_of_lesson(lesson)))
    parts = tuple(
        Part(p.id, p.what, p.kind, p.step, ready(p.title), ready(p.body))
        for p in _parts(lesson)
    )
    return Searched(title, body, parts, words_in(f"{title} {body}"))


def words_in(marked: str) -> frozenset[str]:
    """Give the words of spaceless scripts in a text that is marked at word ends."""
    return frozenset(_SPACELESS.findall(marked))


def plain(text: str) -> str:
    """Take the tags or the Markdown marks off a text."""
    if "<" in text:
        text = html.unescape(_TAG.sub(lambda m: " " if m[2] else "", text))
    return _SPACES.sub(" ", _SIGNS.sub("", text)).strip()


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(t for t in map(plain, texts) if t)


def _of_lesson(lesson: Lesson) -> Iterator[str]:
    yield lesson.summary
    yield from lesson.outcomes
    yield lesson.plan.key_idea
    for step in lesson.steps:
        yield from (step.title, step.lead)
        yield from _of_blocks(step.blocks)
    rest: tuple[Section | Booster | Handout, ...] = (
        *lesson.sections,
        *lesson.boosters,
        *lesson.handouts,
    )
    for part in rest:
        yield part.title
        yield from _of_blocks(part.blocks)
    yield from (fact.text for fact in lesson.facts)
    yield from (picture.alt for picture in lesson.pictures.values())


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Note):
            yield block.html or block.text
            for answer in block.answers:
                yield from (answer.said, answer.reply)
        elif isinstance(block, Activity):
            yield from _of_activity(block)
        elif isinstance(block, Local):
            yield from (ask.text for ask in block.ask)
            yield from block.rules


def _of_activity(activity: Activity) -> Iterator[str]:
    for leaf in leaves(activity.data):
        if leaf.says.role == "text" and isinstance(leaf.value, str):
            yield leaf.value


def _parts(lesson: Lesson) -> Iterator[Part]:
    steps: tuple[Step | Booster, ...] = (*lesson.steps, *lesson.boosters)
    for step in steps:
        for block in step.blocks:
            if isinstance(block, Activity):
                body = _joined(_of_activity(block))
                title = _name(block) or step.title
                yield Part(block.id, "activity", block.kind, step.id, title, body)
    for handout in lesson.handouts:
        body = _joined(_of_blocks(handout.blocks))
        yield Part(handout.id, "handout", "", "", plain(handout.title), body)


def _name(activity: Activity) -> str:
    """Give what an activity is called in a list: its question, claim or task."""
    named = {
        leaf.at[0]: leaf.value
        for leaf in leaves(activity.data)
        if len(leaf.at) == 1 and leaf.says.role == "text" and leaf.value
    }
    return next((plain(named[key]) for key in _NAMED_BY if key in named), "")
