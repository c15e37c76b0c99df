"""Make of a lesson's Markdown the HTML that packs hold, with word ends put in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from milkit.activities.annotate import Annotate, placed_again
from milkit.activities.plain import respelled
from milkit.content.breaks import with_word_ends
from milkit.content.lesson import Activity, Local, Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from milkit.content.lesson import Answer, Block, Lesson

    Change = Callable[[str], str]

CUT = ("th", "km", "lo")  # Burmese lines are filled by the kit's own painters
_NOT_OURS = {
    "preprocessors": ("html_block",),
    "inlinePatterns": (
        "html",
        "entity",
        "autolink",
        "automail",
        "reference",
        "short_reference",
        "image_link",
        "image_reference",
        "short_image_ref",
    ),
}


def render(lesson: Lesson, lang: str = "") -> Lesson:
    """
    Give *lesson* with the HTML of its notes and sections, ready for a pack.

    In Thai, Khmer and Lao zero-width spaces stand at word ends in all that is shown;
    `text` of notes stays as written. *lang* is the lesson's own unless given.
    """
    lang = lang or lesson.lang
    cut: Change = partial(with_word_ends, lang=lang) if lang in CUT else str
    html = _Html(cut)
    return replace(
        lesson,
        title=cut(lesson.title),
        summary=cut(lesson.summary),
        outcomes=tuple(map(cut, lesson.outcomes)),
        ready=tuple(map(cut, lesson.ready)),
        plan=respelled(lesson.plan, cut),
        facts=tuple(respelled(fact, cut) for fact in lesson.facts),
        steps=tuple(
            replace(
                s, title=cut(s.title), lead=cut(s.lead), blocks=html.blocks(s.blocks)
            )
            for s in lesson.steps
        ),
        sections=tuple(
            replace(
                s,
                title=cut(s.title),
                blocks=(b := html.blocks(s.blocks)),
                html=_joined(b),
            )
            for s in lesson.sections
        ),
        boosters=tuple(
            replace(b, title=cut(b.title), blocks=html.blocks(b.blocks))
            for b in lesson.boosters
        ),
        handouts=tuple(
            replace(h, title=cut(h.title), blocks=html.blocks(h.blocks))
            for h in lesson.handouts
        ),
    )


def _joined(blocks: tuple[Block, ...]) -> str:
    return "\n".join(b.html for b in blocks if isinstance(b, Note) and b.html)


class _Html:
    """Turns blocks into blocks with HTML; holds one Markdown reader for all of them."""

    def __init__(self, cut: Change) -> None:
        self._cut = cut
        self._reader = reader(cut)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Activity):
            return replace(block, data=_activity(block.data, self._cut))
        if isinstance(block, Local):
            return respelled(block, self._cut)
        if not isinstance(block, Note):
            return block
        if block.label == "beat":
            return replace(block, text=self._cut(block.text))
        answers = tuple(_answer(answer, self._cut) for answer in block.answers)
        html = "" if block.answers else self._reader.reset().convert(block.text)
        return replace(block, html=html, answers=answers)


def _answer(answer: Answer, cut: Change) -> Answer:
    return replace(answer, said=cut(answer.said), reply=cut(answer.reply))


def _activity(data: Any, cut: Change) -> Any:
    changed = respelled(data, cut)
    return placed_again(data, changed) if isinstance(data, Annotate) else changed


def reader(cut: Change = str) -> Markdown:
    """
    Give a Markdown reader that passes no HTML and no link out of the lesson.

    What `check` calls an error is harmless text here, whatever way it came in.
    """
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.treeprocessors import Treeprocessor

    class Plain(Treeprocessor):
        """Unwraps links that lead out, and puts word ends into the text."""

        def run(self, root: Element) -> None:
            for element in root.iter():
                if element.tag == "a" and not element.get("href", "").startswith("#"):
                    element.tag = "span"
                    element.attrib.clear()
                element.text = cut(str(element.text)) if element.text else element.text
                element.tail = cut(str(element.tail)) if element.tail else element.tail

    made = Markdown(extensions=[SaneListExtension()], output_format="html")
    for kind, names in _NOT_OURS.items():
        registry = getattr(made, kind)
        for name in names:
            registry.deregister(name)
    made.parser.blockprocessors.deregister("reference")
    made.treeprocessors.register(
        Plain(made), "plain", 15
    )  # after inline, before pretty
    return made
