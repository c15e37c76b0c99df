"""What the class sees of each step, as big pages of plain HTML."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from milkit.activities import branch, printed
from milkit.activities.marks import letter
from milkit.activities.paper import Break, Cards, Heading, Specimen, Ticks
from milkit.activities.printed import plain
from milkit.activities.table import KINDS
from milkit.content.markup import html_of
from milkit.content.sheets import described

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.activities.kind import Question
    from milkit.activities.paper import Block
    from milkit.content.lesson import Activity, Lesson, Step
    from milkit.ground.words import Words

ONE_BY_ONE = ("quiz", "rate")  # each of their items is looked at alone
KEYED = ("annotate", "sequence", "trace")


class Slide(NamedTuple):
    """One page for the class: *answer* stays shut; *ways* lead to other slides."""

    html: str
    answer: str = ""
    ways: tuple[tuple[str, int], ...] = ()  # label, how many slides further


def slides(lesson: Lesson, step: Step, w: Words) -> list[Slide]:
    """
    Give the pages of a step, in order; one with its title when it has no activity.

    Pictures are `<img src="lesson/name">`.
    """
    found = [s for a in step.activities for s in _Shown(lesson, a, w).slides()]
    return found or [Slide(f"<h2>{plain(step.title)}</h2>")]


class _Shown:
    """Makes the pages of one activity."""

    def __init__(self, lesson: Lesson, activity: Activity, w: Words) -> None:
        self._lesson, self._data, self._w = lesson, activity.data, w
        self._kind = KINDS[activity.kind]

    def slides(self) -> list[Slide]:
        """Give them in the order they are shown."""
        name = self._kind.name
        pieces = _pieces(self._paper(printed.BIG))
        if name == "sort":
            return [self._slide(pieces[0]), *map(self._sorted, self._questions)]
        if name in ONE_BY_ONE:
            return self._one_by_one()
        if name == "feed":
            return self._feed()
        if name == "branch":
            return self._branch(pieces)
        if name == "poll":
            return self._poll()
        if name == "sequence":
            pieces = self._sequence(pieces)
        made = [self._slide(piece) for piece in pieces]
        if name in KEYED and made and self._kind.keyed(self._data):
            made[-1] = made[-1]._replace(answer=self._html(self._paper(printed.KEY)))
        return made

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self._kind.questions(self._data)

    def _sorted(self, question: Question) -> Slide:
        card = printed.card(question.text, self._picture(question), large=True)
        shown = (Specimen(card), printed.ticks(question.options))
        return self._slide(shown, self._answer(question))

    def _picture(self, question: Question) -> str:
        cards = {card.id: card.picture for card in self._data.cards}
        return str(cards.get(question.id, ""))

    def _one_by_one(self) -> list[Slide]:
        items = [b for b in self._paper(printed.BIG) if isinstance(b, Specimen)]
        prompt = getattr(self._data, "prompt", "")
        head = (Heading(prompt, 2),) if prompt else ()
        return [
            self._slide((*head, item, printed.ticks(q.options)), self._answer(q))
            for item, q in zip(items, self._questions, strict=True)
        ]

    def _sequence(self, pieces: list[list[Block]]) -> list[list[Block]]:
        """Give the cards as lines with their letters, unless pictures are on them."""
        cards = self._data.cards
        if any(card.picture for card in cards):
            return pieces
        lines = tuple((letter(i), card.text) for i, card in enumerate(cards))
        return [[Heading(self._data.prompt, 2), Ticks(lines)]]

    def _poll(self) -> list[Slide]:
        """Give the material and the question: on two pages when there is a picture."""
        big = self._paper(printed.BIG)
        shown = [block for block in big if isinstance(block, Specimen)]
        options = printed.ticks(self._data.options)
        asked = (Heading(self._data.prompt, 2), options)
        key = self._kind.keyed(self._data)
        answer = self._html(self._paper(printed.KEY)) if key else ""
        if not (shown and self._data.picture):
            return [self._slide((*shown, *asked), answer)]
        return [self._slide(shown), self._slide(asked, answer)]

    def _feed(self) -> list[Slide]:
        """Give post by post; the pause and the question have no answer."""
        strips, *last = self._paper(printed.BIG)
        left = list(self._questions)
        made = []
        for number, card in enumerate(
            strips.cards if isinstance(strips, Cards) else ()
        ):
            if number == self._data.prompt_at:
                made.append(self._slide(card[:-1]))  # the label belongs to posts
            else:
                post = Specimen(card[:-1])
                made.append(self._slide((post,), self._answer(left.pop(0))))
        return [*made, self._slide(last)]

    def _branch(self, pieces: list[list[Block]]) -> list[Slide]:
        """Give scene by scene; its choices are ways to touch."""
        number = branch.numbers(self._data)
        nodes = sorted(self._data.nodes, key=lambda node: number[node.id])
        made = []
        for here, (node, piece) in enumerate(zip_longest(nodes, pieces), 1):
            choices = node.choices if node else ()
            ways = tuple(
                (f"{letter(i)}  {way.text}", number[way.to] - here)
                for i, way in enumerate(choices)
                if way.to in number
            )
            made.append(self._slide(_without_end(piece, len(choices)), ways=ways))
        return made

    def _answer(self, question: Question) -> str:
        if not question.answer:
            return ""
        texts = {option.id: option.text for option in question.options}
        right = (question.answer, *question.also)
        said = " / ".join(texts.get(one, one) for one in dict.fromkeys(right))
        return f"<p><b>{plain(said)}</b></p>\n<p>{plain(question.why)}</p>"

    def _slide(
        self,
        blocks: Iterable[Block],
        answer: str = "",
        ways: tuple[tuple[str, int], ...] = (),
    ) -> Slide:
        return Slide(self._html(blocks), answer, ways)

    def _paper(self, part: str) -> tuple[Block, ...]:
        return self._kind.paper(self._data, part, self._w)

    def _html(self, blocks: Iterable[Block]) -> str:
        lesson = self._lesson.id
        shown = described(blocks, self._lesson, self._w)
        return html_of(shown, self._w, lambda name: f"{lesson}/{name}")


def _pieces(blocks: Iterable[Block]) -> list[list[Block]]:
    """Cut what stands on several sheets of paper into these sheets."""
    pieces: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Break):
            pieces.append([])
        else:
            pieces[-1].append(block)
    return [piece for piece in pieces if piece]


def _without_end(scene: list[Block] | None, count: int) -> list[Block]:
    """Take the last *count* lines out of a scene's frame: its choices on paper."""
    return [
        Specimen(block.blocks[: len(block.blocks) - count])
        if isinstance(block, Specimen)
        else block
        for block in scene or ()
    ]
