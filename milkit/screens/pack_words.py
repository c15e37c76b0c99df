"""Say how old a pack is, in which languages, and how large."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from milkit.ground.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.ground.words import Words


def age(made: str, today: date, w: Words) -> str:
    """Say when a list was signed: an age, or the day when the clock is behind it."""
    day = date.fromisoformat(made)
    days = (today - day).days
    if days < 0:
        return w.t("made {day}", day=w.date(day))
    if days == 0:
        return w.t("made today")
    months = (today.year - day.year) * 12 + today.month - day.month
    months -= today.day < day.day
    if not months:
        return w.n("made {count} day ago", "made {count} days ago", days)
    return w.n("made {count} month ago", "made {count} months ago", months)


def languages(codes: Iterable[str], w: Words) -> str:
    """Name languages in their own words."""
    return w.t(", ").join(language(code).own for code in codes)


def pack_line(title: str, version: str, rest: Iterable[str], w: Words) -> str:
    """Say what a pack is in one line."""
    first = w.t("{title}, version {version}", title=title, version=version)
    return " · ".join((first, *(part for part in rest if part)))
