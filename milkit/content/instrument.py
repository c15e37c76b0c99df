"""A check as it is written: its items in two forms, with answers and reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

JUDGE, STATE, TASK, SELF = "judge", "state", "task", "self"
ANSWERS: dict[str, tuple[str, ...]] = {  # what is kept of an answer, in keyed order
    JUDGE: ("real", "false", "unsure"),
    STATE: ("true", "false", "unsure"),
    TASK: ("2", "1", "0"),
    SELF: ("2", "1", "0"),
}
TWO_SIDED = (JUDGE, STATE)  # kinds whose items are true or false, as many of each
FORMS = ("A", "B")
SHORTEST = 8  # items of a short form


@dataclass(frozen=True, slots=True)
class Wording:
    """
    An item in one form: *text* is read by students, *why* stands in the key only.

    A task also has what it is about (*look*) and *levels*, what earns 2, 1 and 0.
    """

    text: str
    why: str = ""
    look: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """
    One thing that is asked; its twin in the other form has the same id.

    *true* is None in kinds that are neither true nor false. *surprise* (1 to 3) and
    *tone* are the writers' judgement, and equal on both sides of a pair.
    """

    id: str
    kind: str
    topic: str
    true: bool | None = None
    short: bool = False
    surprise: int = 0
    tone: str = ""
    forms: dict[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instrument:
    """
    A check in one language; *order* is how the items of each form stand on paper.

    *say* is said before it is given. *answers* are the words of each kind's answers.
    """

    id: str
    lang: str
    title: str
    about: str
    say: str
    minutes: int
    review: str
    items: tuple[Item, ...]
    order: dict[str, tuple[str, ...]]
    answers: dict[str, tuple[str, ...]]

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms there are: A, or A and B."""
        return tuple(self.order)

    @property
    def has_short(self) -> bool:
        """Whether a short form can be given."""
        return any(item.short for item in self.items)

    def item(self, wanted: str) -> Item:
        """Give an item by its id; raise KeyError."""
        for item in self.items:
            if item.id == wanted:
                return item
        raise KeyError(wanted)

    def asked(self, form: str, *, short: bool = False) -> tuple[Item, ...]:
        """Give the items of a form in the order of the paper."""
        items = (self.item(name) for name in self.order[form])
        return tuple(item for item in items if item.short or not short)

    def ids(self, *, short: bool = False) -> tuple[str, ...]:
        """Give the ids of what is asked, in the order that reports use."""
        return tuple(item.id for item in self.items if item.short or not short)

    def true_ids(self, *, short: bool = False) -> tuple[str, ...]:
        """Give the ids of the items that are true."""
        wanted = set(self.ids(short=short))
        return tuple(item.id for item in self.items if item.true and item.id in wanted)

    def words_of(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Give the answers of a kind of item: what is kept, and the word for it."""
        return tuple(zip(ANSWERS[kind], self.answers[kind], strict=True))
