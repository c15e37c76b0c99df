"""An analysis as JSON knows it; the shape is a contract of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.assessment.reading import english, reading
from milkit.assessment.refused import flags, refusals

if TYPE_CHECKING:
    from milkit.assessment.analysis import Analysis, ItemFigures, Side
    from milkit.assessment.change import Change, Mean
    from milkit.assessment.detection import Discernment

Plain = dict[str, Any]
_CHANGE = (
    *("diff", "se", "t", "df", "p", "ci", "d_av", "d_av_ci", "d_av_adjusted"),
    *("d_z", "d_rm"),
)


def plain(analysis: Analysis) -> Plain:
    """Give every figure; None where it was refused."""
    return {
        "n": {
            "pre": analysis.before.n,
            "post": analysis.after.n,
            "matched": analysis.matched,
        },
        "items": {"true": list(analysis.true), "false": list(analysis.false)},
        "pre": _side(analysis.before),
        "post": _side(analysis.after),
        "change": {
            "V": _change(analysis.v),
            "d_prime": _change(analysis.d_prime),
            "c": _change(analysis.c),
            "hake": analysis.hake,
        },
        "reading": english(reading(analysis)),
        "flags": flags(analysis),
        "refused": [each._asdict() for each in refusals(analysis)],
    }


def _side(side: Side) -> Plain:
    found = side.reliability
    return {
        "V": _mean(side.v),
        "r": side.real,
        "f": side.spotted,
        "d": side.distrust,
        "n": side.naivety,
        "d_prime": _mean(side.d_prime),
        "c": side.c.mean if side.c else None,
        "c_sd": side.c.sd if side.c else None,
        "c_ci": _pair(side.c.ci) if side.c else None,
        "pooled": _pooled(side.pooled),
        "percent_correct": side.percent.mean if side.percent else None,
        "percent_correct_ci": _pair(side.percent.ci) if side.percent else None,
        "alpha": found.alpha if found else None,
        "alpha_ci": _pair(found.alpha_ci) if found else None,
        "kr20": found.kr20 if found else None,
        "kr21": found.kr21 if found else None,
        "sem": found.sem if found else None,
        "by_item": [_item(each) for each in side.items],
    }


def _pair(ci: tuple[float, float] | None) -> list[float] | None:
    return list(ci) if ci is not None else None


def _mean(mean: Mean | None) -> Plain:
    if mean is None:
        return {"mean": None, "sd": None, "ci": None}
    return {"mean": mean.mean, "sd": mean.sd, "ci": _pair(mean.ci)}


def _pooled(found: Discernment | None) -> Plain:
    if found is None:
        return {"d_prime": None, "c": None, "d_prime_ci": None, "c_ci": None}
    return {
        "d_prime": found.d_prime,
        "c": found.c,
        "d_prime_ci": list(found.d_prime_ci),
        "c_ci": list(found.c_ci),
    }


def _item(item: ItemFigures) -> Plain:
    return {
        "id": item.id,
        "p": item.figures.p,
        "p_ci": _pair(item.p_ci),
        "item_rest_r": item.figures.item_rest_r,
        "alpha_if_dropped": item.figures.alpha_if_dropped,
        "discrimination": item.figures.discrimination,
        "flag": item.flag,
    }


def _change(change: Change | None) -> Plain:
    if change is None:
        return dict.fromkeys(_CHANGE)
    values = change._asdict()
    return {
        name: list(values[name]) if isinstance(values[name], tuple) else values[name]
        for name in _CHANGE
    }
