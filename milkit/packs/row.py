"""One line in a list of lessons: what is known of a lesson before it is opened."""

from typing import NamedTuple


class Row(NamedTuple):
    """
    A lesson in one language, as lists show it.

    *half_minutes* are those of the half that can be taught alone, 0 when there is
    none. *languages* are all it can be had in. *mine* says that the teacher changed
    it. *number* is its place in its pack.
    """

    id: str
    lang: str
    title: str
    summary: str
    topic: str
    band: str
    ages: tuple[int, int]
    minutes: int
    optional_minutes: int
    half_minutes: int
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    unesco: tuple[str, ...]
    competencies: tuple[str, ...]
    review: str
    pack: str = ""
    version: str = ""
    languages: tuple[str, ...] = ()
    mine: bool = False
    number: int = 0


class StepLine(NamedTuple):
    """A step as lists and time rails show it."""

    id: str
    title: str
    minutes: int
    grouping: str
    phase: str
    optional: bool
    lead: str


class PartLine(NamedTuple):
    """An activity or a handout (*what*) of a lesson, found by a search."""

    lesson: int
    id: str
    what: str
    kind: str
    step: str
