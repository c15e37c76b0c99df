"""What stands in the braces behind a heading: minutes, grouping, phase, copies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from milkit.activities.reading import read_shape
from milkit.activities.shape import Says, slots_of
from milkit.content.finding import Flaw

if TYPE_CHECKING:
    from milkit.content.outline import Part

GROUPINGS = ("class", "pairs", "fours", "alone")
PHASES = ("open", "new", "practise", "apply", "close")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHead:
    """A step: a section with minutes, in the order of teaching."""

    minutes: Annotated[int, Says("how long it takes")]
    grouping: Annotated[str, Says("how students sit", one_of=GROUPINGS, role="value")]
    phase: Annotated[str, Says("its part in the lesson", one_of=PHASES, role="value")]
    outcomes: Annotated[
        tuple[int, ...], Says("which outcomes it serves, like 1,2", least=1)
    ]
    split: Annotated[bool, Says("yes: the second 20 minutes start here")] = False
    optional: Annotated[bool, Says("yes: taught only when there is time")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoosterHead:
    """A booster: five minutes, one or four weeks later."""

    minutes: Annotated[int, Says("how long it takes")]
    booster: Annotated[int, Says("1 or 4: how many weeks later")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutHead:
    """A handout: something to print."""

    per: Annotated[
        str,
        Says(
            "one for each student, for four, or for the class",
            one_of=("1", "4", "class"),
            role="value",
        ),
    ]
    when: Annotated[
        str,
        Says(
            "always, only without a projector, or when wished",
            one_of=("always", "paper", "optional"),
            role="value",
        ),
    ]
    up: Annotated[int, Says("how many stand on one page, to cut apart")] = 1


def read_head(shape: type[T], part: "Part") -> tuple[T | None, list[Flaw]]:
    """Read the braces of a section as a *shape*."""
    kinds = {slot.key: slot for slot in slots_of(shape)}
    table: dict[str, Any] = {}
    for key, written in part.attributes.items():
        slot = kinds.get(key)
        table[key] = _value(written, slot.holds, many=slot.many) if slot else written
    head, problems = read_shape(shape, table)
    return head, [Flaw(part.line, p.what, p.mend.replace(" = ", "=")) for p in problems]


def _value(written: str, wanted: Any, *, many: bool) -> Any:
    if many:
        return [_value(one, wanted, many=False) for one in written.split(",")]
    if wanted is int and written.isascii() and written.isdigit() and len(written) < 5:  # noqa: PLR2004 - no number here is longer
        return int(written)
    if wanted is bool and written in {"yes", "no"}:
        return written == "yes"
    return written
