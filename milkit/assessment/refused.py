"""What an analysis refuses to compute, and why; what it flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.analysis import LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.assessment.analysis import Analysis, Side
    from milkit.assessment.change import Change, Mean
    from milkit.assessment.reliability import Reliability

NOT_USED, GROUP_ONLY = 0.50, 0.70
_PAIR = 2
_MARKS = "right and wrong alone do not say what was called real"


class Refusal(NamedTuple):
    """A figure that is not there, by its path in the answer, and the reason."""

    what: str
    why: str


def refusals(analysis: Analysis) -> list[Refusal]:
    """List all figures that are None, each with its reason."""
    return [
        *_of_side("pre", analysis.before, analysis),
        *_of_side("post", analysis.after, analysis),
        *_of_changes(analysis),
    ]


def flags(analysis: Analysis) -> list[str]:
    """Say what to be careful about; "too few to report" where a group is under 10."""
    sides = (("pre", analysis.before), ("post", analysis.after))
    taken = [side.n for _, side in sides if side.n]
    few = min([*taken, *([analysis.matched] if len(taken) == _PAIR else [])], default=0)
    found = ["too few to report"] if few < LEAST else []
    for name, side in sides:
        found += [f"{name}: {text}" for text in _side_flags(side)]
    return found


def _side_flags(side: Side) -> Iterator[str]:
    for items, _, found in side.forms:
        form = "" if len(side.forms) == 1 else f" (form with {items[0]})"
        if found.gaps:
            yield f"{found.gaps} answers are missing{form}"
        if found.alpha is not None:
            yield reliability_flag(found.alpha) + form
    if side.pooled is not None and side.pooled_n < side.n:
        yield f"{side.n - side.pooled_n} pupils answered one side only and have no d'"


def reliability_flag(alpha: float) -> str:
    """Say what scores with this alpha may be used for."""
    if alpha < 0:
        return "alpha is below 0: not usable"
    if alpha < NOT_USED:
        return "alpha is under .50: scores are not used"
    if alpha < GROUP_ONLY:
        return "alpha is .50 to .69: group results only"
    return "alpha is .70 or over: individual feedback with SEM"


def _of_side(name: str, side: Side, analysis: Analysis) -> Iterator[Refusal]:
    if not side.n:
        yield Refusal(name, "nobody answered this phase")
        return
    yield from _of_mean(f"{name}.V", side.v)
    yield from _of_telling(name, side, analysis)
    for what, why in _of_reliability(side):
        yield Refusal(f"{name}.{what}", why)


def _of_mean(what: str, mean: Mean | None) -> Iterator[Refusal]:
    if mean is not None and mean.sd is None:
        yield Refusal(f"{what}.sd", "one pupil has no spread")
        yield Refusal(f"{what}.ci", "one pupil has no spread")


def _of_telling(name: str, side: Side, analysis: Analysis) -> Iterator[Refusal]:
    if not analysis.letters:
        for what in ("r", "f", "d", "n", "d_prime", "c", "pooled"):
            yield Refusal(f"{name}.{what}", _MARKS)
        return
    why = _one_sided(analysis)
    if side.pooled is None:
        yield Refusal(f"{name}.pooled", why)
    if side.d_prime is None:
        yield Refusal(f"{name}.d_prime", why)
        yield Refusal(f"{name}.c", why)
    yield from _of_mean(f"{name}.d_prime", side.d_prime)


def _one_sided(analysis: Analysis) -> str:
    if not analysis.true:
        return "there is no true item"
    if not analysis.false:
        return "there is no false item"
    return "nobody answered both true and false items"


def _of_reliability(side: Side) -> Iterator[tuple[str, str]]:
    found = side.reliability
    if found is None:
        yield "alpha", "the pupils had different forms"
        return
    spread = _no_alpha(side, found)
    if found.alpha is None:
        for what in ("alpha", "alpha_ci", "sem"):
            yield what, spread
    elif found.sem is None:
        yield "sem", "alpha is below 0: not usable"
    if found.kr20 is None:
        yield "kr20", spread
    if found.kr21 is None:
        yield "kr21", "answers are missing" if found.gaps else spread
    for item in side.items:
        yield from _of_item(item.id, item.figures)


def _no_alpha(side: Side, found: Reliability) -> str:
    if len(found.items) < _PAIR:
        return "one item has no reliability"
    if side.n < _PAIR:
        return "one pupil has no spread"
    if found.gaps:
        return "the gaps leave too few pupils for some pairs of items"
    return "all pupils have the same score"


def _of_item(name: str, figures: object) -> Iterator[tuple[str, str]]:
    for what, why in (
        ("p", "nobody answered it"),
        ("item_rest_r", "no spread in this item or in the others"),
        ("alpha_if_dropped", "no spread, or too few answers, in the other items"),
        ("discrimination", "nobody in the lower or in the upper group answered it"),
    ):
        if getattr(figures, what) is None:
            yield f"by_item.{name}.{what}", why


def _of_changes(analysis: Analysis) -> Iterator[Refusal]:
    if not analysis.before.n or not analysis.after.n:
        yield Refusal("change", "only one phase was answered")
        yield Refusal("reading", "only one phase was answered")
        return
    if not analysis.matched:
        yield Refusal("change", "no code is in both phases")
        yield Refusal("reading", "no code is in both phases")
        return
    missing = _MARKS if not analysis.letters else _one_sided(analysis)
    for name, change in (
        ("V", analysis.v),
        ("d_prime", analysis.d_prime),
        ("c", analysis.c),
    ):
        yield from _of_change(f"change.{name}", change, missing)
    if analysis.hake is None:
        yield Refusal("change.hake", "all answers were right before")
    if any(each is None or each.ci is None for each in (analysis.d_prime, analysis.c)):
        yield Refusal("reading", "d' or c has no interval")


def _of_change(what: str, change: Change | None, missing: str) -> Iterator[Refusal]:
    if change is None:
        yield Refusal(what, missing)
        return
    why = "one pupil" if change.n < _PAIR else "all pupils changed by the same"
    for name, value in change._asdict().items():
        if value is None and name != "d_rm":
            flat = name.startswith("d_av") and change.n >= _PAIR
            yield Refusal(
                f"{what}.{name}",
                "no spread before and after" if flat and change.d_av is None else why,
            )
