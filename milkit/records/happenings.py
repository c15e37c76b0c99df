"""What can happen in a run of a lesson, as data, and how it is written in an event."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step that is to be taught, with the minutes that the teacher gives it."""

    id: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Started:
    """A lesson begins; *period* is the minutes of the school's period, 0 = unknown."""

    kind: ClassVar[str] = "run_started"
    lesson: str
    lang: str
    pack: str
    version: str
    title: str
    topic: str
    class_id: str
    class_name: str
    students: int
    period: int
    steps: tuple[PlannedStep, ...]
    sample: bool = False


@dataclass(frozen=True, slots=True)
class StepFinished:
    """The class leaves *step* after *seconds* in all, and goes on with *then*."""

    kind: ClassVar[str] = "step_finished"
    step: str
    seconds: int
    then: str


@dataclass(frozen=True, slots=True)
class ActivityShown:
    """The class screen shows an activity of the step; "" is the step's title."""

    kind: ClassVar[str] = "activity_shown"
    activity: str


@dataclass(frozen=True, slots=True)
class ItemReached:
    """The card, post, round or page that is shown now, *seconds* into the step."""

    kind: ClassVar[str] = "item_reached"
    activity: str
    item: int
    page: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class CountsChanged:
    """Hands were added or taken; *again* names the first vote of a second one."""

    kind: ClassVar[str] = "counts_changed"
    activity: str
    question: str
    option: str
    by: int
    again: str = ""


@dataclass(frozen=True, slots=True)
class CountsSet:
    """Totals were typed."""

    kind: ClassVar[str] = "counts_set"
    activity: str
    question: str
    counts: dict[str, int]
    again: str = ""


@dataclass(frozen=True, slots=True)
class RevealChanged:
    """The class sees "" nothing yet, "counts", or "answer" of a question."""

    kind: ClassVar[str] = "reveal_changed"
    activity: str
    question: str
    reveal: str


@dataclass(frozen=True, slots=True)
class ItemPlaced:
    """A card went into a bin, a mark was set, a choice was made; "" takes it back."""

    kind: ClassVar[str] = "item_placed"
    activity: str
    item: str
    where: str


@dataclass(frozen=True, slots=True)
class PlacesCleared:
    """The activity starts again with nothing placed."""

    kind: ClassVar[str] = "places_cleared"
    activity: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The step's time stands still at *seconds*."""

    kind: ClassVar[str] = "run_paused"
    seconds: int


@dataclass(frozen=True, slots=True)
class WentOn:
    """The step's time goes on after a pause of *lost* seconds."""

    kind: ClassVar[str] = "run_went_on"
    lost: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """
    The run was opened again, at *seconds* of its step, after *gap* seconds away.

    A new *sitting* (another period, another day) starts the period's time anew.
    """

    kind: ClassVar[str] = "run_resumed"
    seconds: int
    gap: int
    sitting: bool


@dataclass(frozen=True, slots=True)
class MinutesChanged:
    """A step got more or fewer minutes."""

    kind: ClassVar[str] = "minutes_changed"
    step: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StepLeftOut:
    """A step is left out, or taken in again."""

    kind: ClassVar[str] = "step_left_out"
    step: str
    out: bool


@dataclass(frozen=True, slots=True)
class ScreenChanged:
    """The class screen was blanked or frozen, or not, *seconds* into the step."""

    kind: ClassVar[str] = "screen_changed"
    blank: bool
    frozen: bool
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class StudentsCounted:
    """So many students are here."""

    kind: ClassVar[str] = "students_counted"
    present: int


@dataclass(frozen=True, slots=True)
class LineWritten:
    """The teacher's own line about the lesson. Private: it never leaves the laptop."""

    kind: ClassVar[str] = "line_written"
    text: str


@dataclass(frozen=True, slots=True)
class SlipsCounted:
    """The exit slips in three piles."""

    kind: ClassVar[str] = "slips_counted"
    activity: str
    not_yet: int
    nearly: int
    reached: int


@dataclass(frozen=True, slots=True)
class BoosterPlanned:
    """A five-minute booster is to come *on* a day (2026-12-02), "" = no reminder."""

    kind: ClassVar[str] = "booster_planned"
    week: int
    on: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The lesson is over, *finished* or given up, after *seconds* in its last step."""

    kind: ClassVar[str] = "run_ended"
    step: str
    seconds: int
    finished: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """The event with this id no longer counts."""

    kind: ClassVar[str] = "undone"
    event: str


Happening = (
    Started
    | StepFinished
    | ActivityShown
    | ItemReached
    | CountsChanged
    | CountsSet
    | RevealChanged
    | ItemPlaced
    | PlacesCleared
    | Paused
    | WentOn
    | Resumed
    | MinutesChanged
    | StepLeftOut
    | ScreenChanged
    | StudentsCounted
    | LineWritten
    | SlipsCounted
    | BoosterPlanned
    | Ended
    | Undone
)
KINDS: dict[str, type[Happening]] = {what.kind: what for what in Happening.__args__}


def plain(happening: Happening) -> dict[str, Any]:
    """Give an event's data, as JSON knows it."""
    if isinstance(happening, Started):
        return asdict(happening) | {"steps": [asdict(one) for one in happening.steps]}
    return {name: getattr(happening, name) for name in happening.__slots__}


def told(kind: str, data: Mapping[str, Any]) -> Happening | None:
    """
    Read an event's data; None for a kind or a shape that this program does not know.

    A log may hold events of a later program or of a broken one: they are kept, and
    change nothing here. Fields that are not known are passed over.
    """
    what = KINDS.get(kind)
    if what is None:
        return None
    try:
        return what(
            **{name: read(data[name]) for name, read in _FIELDS[kind] if name in data}
        )
    except (KeyError, TypeError, ValueError):
        return None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    if abs(value) > _MOST:
        raise ValueError
    return value


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _numbers(value: Any) -> dict[str, int]:
    return {_text(name): _number(many) for name, many in dict(value).items()}


def _steps(value: Any) -> tuple[PlannedStep, ...]:
    return tuple(
        PlannedStep(_text(one["id"]), _text(one["title"]), _number(one["minutes"]))
        for one in value
    )


_MOST = 10_000_000
_READ: dict[str, Callable[[Any], Any]] = {
    "str": _text,
    "int": _number,
    "bool": _yes_no,
    "dict[str, int]": _numbers,
    "tuple[PlannedStep, ...]": _steps,
}
_FIELDS = {
    kind: tuple((field.name, _READ[str(field.type)]) for field in fields(what))
    for kind, what in KINDS.items()
}
