"""The words around a class, and its lessons as pieces of cloth."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from milkit.ground.languages import LANGUAGES
from milkit.teaching.next_lesson import taught
from milkit.widgets import lesson_words
from milkit.widgets.woven import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.ground.words import Words
    from milkit.records.classes import SchoolClass
    from milkit.records.reading import RunRow


def students(many: int, w: Words) -> str:
    """Write how many students a class has."""
    return w.n("{count} student", "{count} students", many)


def facts(group: SchoolClass, w: Words) -> str:
    """Say in a line who is in the class, and how long its period is."""
    youngest, oldest = group.ages
    ages = lesson_words.ages_said(group.ages, w)
    if youngest == oldest:
        ages = w.t("age {age}", age=w.number(youngest))
    parts = [students(group.students, w), ages]
    if group.students:
        last = w.number(group.students)
        parts.append(w.t("numbered {first} to {last}", first=w.number(1), last=last))
    parts.append(
        w.n("periods of {count} minute", "periods of {count} minutes", group.minutes)
    )
    return w.t(", ").join(parts)


def minutes(run: RunRow) -> int:
    """Give the whole minutes that were taught, at least one."""
    return max(1, round(run.seconds / 60))


def day_of(run: RunRow) -> date:
    """Give the day a run began."""
    return datetime.fromisoformat(run.started).date()


def pieces(runs: Iterable[RunRow], w: Words) -> list[Piece]:
    """Make the cloth of a class out of its runs, oldest first."""
    return [_piece(run, w) for run in taught(runs)]


def _piece(run: RunRow, w: Words) -> Piece:
    note = {
        "open": w.t("not ended yet"),
        "abandoned": w.t("stopped early"),
    }.get(run.how, "")
    day = w.date(day_of(run))
    long = w.n("{count} minute", "{count} minutes", minutes(run))
    said = [run.title, lesson_words.topic_name(run.topic, w), day, long, note]
    return Piece(
        key=run.id,
        topic=run.topic,
        minutes=minutes(run),
        date=day,
        title=run.title,
        note=note,
        lang=run.lang,
        said=", ".join(part for part in said if part),
    )


def in_order(codes: Iterable[str]) -> list[str]:
    """Give languages in the kit's order."""
    wanted = set(codes)
    return [one.code for one in LANGUAGES if one.code in wanted]
