"""What a teacher wrote into the form for an example of her own."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OwnExample:
    """
    What the teacher wrote into the form of a slot.

    *answers* are by the ids of the slot's questions, *seen* those that the class sees.
    *used* says that it takes the place of the kit's activity. A *real* one needs its
    *source*. *answer* is the id of the right option, with its reason *why*.
    """

    answers: dict[str, str] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    used: bool = True
    real: bool = False
    source: str = ""
    answer: str = ""
    why: str = ""
    picture: bytes = b""
    alt: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The texts that the class sees."""
        return tuple(text for one in self.seen if (text := self.said(one)))

    @property
    def empty(self) -> bool:
        """Whether there is nothing the class could see."""
        return not (self.shown or self.picture)

    @property
    def ready(self) -> bool:
        """Whether it can be taught: with something to see, and a real one's source."""
        return not self.empty and (not self.real or bool(self.source.strip()))

    def said(self, ask: str) -> str:
        """Give an answer."""
        return self.answers.get(ask, "").strip()
