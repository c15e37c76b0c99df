"""What a class view offers: painting for the class, and what the teacher can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.activities.kind import Question
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """
    Somewhere the teacher can put something now.

    *item* and *where* are the pair that goes into `Scene.placed`: a card and its bin,
    a card and its place in the order, a mark, a scene of a story and the next one.
    *on* says that it is there already; choosing it again takes it away where the
    console says `several`.
    """

    item: str
    where: str
    text: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class Console:
    """
    What the teacher can do with an activity now; one panel draws it for every kind.

    *questions* are what hands are counted for. *items* is how many cards, posts or
    rounds there are (0: just one), *at* the one of now, and *item_name* their word
    ("Card"). *places* are where *card* (a text that can be dragged, or "") may be put,
    under *place_title*; *several* says that more than one may be chosen. *undo* says
    that the last step can be taken back. *note* and *answer* are private: they never
    reach the class.
    """

    questions: tuple[Question, ...] = ()
    items: int = 0
    at: int = 0
    item_name: str = ""
    card: str = ""
    places: tuple[Place, ...] = ()
    place_title: str = ""
    several: bool = False
    undo: bool = False
    note: str = ""
    answer: str = ""


class View(Protocol):
    """One kind's class view; a module of this folder."""

    def paint(self, c: Canvas, scene: Scene) -> None:
        """Draw exactly what the class may see."""
        ...

    def pages(self, c: Canvas, scene: Scene) -> int:
        """Say how many screens the texts need; paint draws `scene.page` of them."""
        ...

    def console(self, scene: Scene, words: Words) -> Console:
        """Say what the teacher can do now, in the teacher's language."""
        ...


def within(index: int, count: int) -> int:
    """Give the nearest index that exists; 0 when there is nothing."""
    return max(0, min(index, count - 1))


def pick(items: Sequence[T], index: int) -> T | None:
    """Give the item at *index* or the nearest; None when there is none at all."""
    return items[within(index, len(items))] if items else None


def moved(scene: Scene) -> bool:
    """Tell whether anything was put anywhere yet."""
    return bool(scene.placed)
