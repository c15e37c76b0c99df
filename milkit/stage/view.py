"""What a class view offers: painting for the class, and what the teacher can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from milkit.activities.kind import Option, Question
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


@dataclass(frozen=True, slots=True)
class Console:
    """
    What the teacher can do with an activity now; one panel draws it for every kind.

    *question* is what hands are counted for; *items* is how many cards, posts or
    rounds there are (0: just one) and *item_name* their word ("Card"); *places* are
    where *item* may be put now, under *place_title*; *again* says that more than one
    place may be chosen; *note* and *answer* are private: they never reach the class.
    """

    question: Question | None = None
    items: int = 0
    item_name: str = ""
    item: str = ""
    places: tuple[Option, ...] = ()
    place_title: str = ""
    chosen: tuple[str, ...] = ()
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
