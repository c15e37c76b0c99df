"""The region as a report in words: for the screen, for paper, CSV and a workbook."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from milkit.ground.dates import month as month_name
from milkit.hub import countries
from milkit.reports.report import (
    NONE,
    Cell,
    Column,
    Report,
    Table,
    number_cell,
    signed,
    text_cell,
)

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.hub.learning import Estimate, Learnt
    from milkit.hub.region import Region


def report(found: Region, w: Words) -> Report:
    """Say it all; nothing that may not be shown is in it."""
    head, text, tone = headline(found, w)
    return Report(
        "region",
        title(found, w),
        facts(found, w),
        head,
        text,
        tone,
        (_months(found, w), *_learning(found, w)),
        sure(found, w),
        hidden(found, w),
    )


def title(found: Region, w: Words) -> str:
    """Name the page by its months."""
    if not found.months:
        return w.t("Region")
    first, last = (said(month, w) for month in (found.months[0], found.months[-1]))
    return w.t("Region: {first} to {last}", first=first, last=last)


def said(month: str, w: Words) -> str:
    """Write a month like 2026-11 in words."""
    return month_name(dt.date(int(month[:4]), int(month[5:7]), 1), w.lang)


def facts(found: Region, w: Words) -> str:
    """Say how much there is."""
    lessons = sum(one.total for one in found.countries)
    return w.t(", ").join(
        (
            w.n("{count} lesson", "{count} lessons", lessons),
            w.n("{count} school", "{count} schools", found.schools),
        )
    )


def headline(found: Region, w: Words) -> tuple[str, str, str]:
    """Say what changed, with what it means and the tone of the note."""
    if found.together is None:
        return (
            w.t("What students learnt cannot be shown yet."),
            w.t("It needs ten students or more who took a check before and after."),
            "info",
        )
    change = found.together.change
    if change.low is None or change.high is None:
        return w.t("One class: how sure this is cannot be told."), _leaning(w), "info"
    if change.low > 0:
        return (
            w.t("Students tell false from true better than before."),
            _leaning(w),
            "good",
        )
    if change.high < 0:
        return w.t("Students tell false from true less well."), _leaning(w), "tip"
    return w.t("No clear change in telling false from true."), _leaning(w), "info"


def _leaning(w: Words) -> str:
    return w.t(
        "Leaning (c) near 0 is even. Above 0 students doubt more, below 0 they believe "
        "more."
    )


def hidden(found: Region, w: Words) -> str:
    """Say how many groups are not shown, "" when all are."""
    if not found.hidden:
        return ""
    return w.n(
        "{count} group is hidden because too few students took both checks.",
        "{count} groups are hidden because too few students took both checks.",
        found.hidden,
    )


def sure(found: Region, w: Words) -> tuple[str, ...]:
    """Say how sure it is, and what it cannot show."""
    lines = [
        w.t(
            "Lines show the 95 % interval, with classes taken into account. There is "
            "no group to compare with: this cannot prove what caused the change."
        ),
        w.t(
            "{count} of {all} schools sent both checks.",
            count=w.number(found.checked),
            all=w.number(found.schools),
        ),
    ]
    if found.report.made_up:
        lines.append(
            w.n(
                "{count} lesson is made up, for trying out.",
                "{count} lessons are made up, for trying out.",
                found.report.made_up,
            )
        )
    return tuple(lines)


def _months(found: Region, w: Words) -> Table:
    columns = (
        Column("country", w.t("Country"), w.t("Two letters or a name"), 1.6),
        Column("month", w.t("Month"), w.t("Month by the sender's clock"), 1.2),
        Column("lessons", w.t("Lessons"), w.t("Lessons taught"), 1, number=True),
        Column("classes", w.t("Classes"), w.t("Classes taught"), 1, number=True),
        Column(
            "students", w.t("Students"), w.t("Students there; – = hidden"), 1,
            number=True,
        ),
        Column("checks", w.t("Checks"), w.t("Checks given"), 1, number=True),
    )  # fmt: skip
    rows = tuple(
        (
            text_cell(countries.name(cell.country, w)),
            text_cell(cell.month or "–"),
            number_cell(w, cell.runs),
            number_cell(w, cell.classes),
            NONE if cell.learners is None else number_cell(w, cell.learners),
            number_cell(w, cell.checks),
        )
        for cell in found.report.cells
        if cell.month in found.months or not cell.month
    )
    note = ""
    if any(cell.learners is None for cell in found.report.cells):
        note = w.t("Figures of groups under {count} are hidden.", count=w.number(10))
    return Table(
        "months", w.t("Lessons taught, by country and month"), columns, rows, note
    )


def _learning(found: Region, w: Words) -> tuple[Table, ...]:
    if found.together is None:
        return ()
    columns = (
        Column("group", w.t("Group"), w.t("A country, or all"), 1.6),
        Column("students", w.t("Students"), w.t("With both checks"), 1, number=True),
        Column("classes", w.t("Classes"), w.t("Classes of these students"), 1,
               number=True),
        Column("before", w.t("Before"), w.t("d' before, 95 % interval"), 1.8),
        Column("after", w.t("After"), w.t("d' after, 95 % interval"), 1.8),
        Column("c", w.t("Leaning (c)"), w.t("c before and after"), 1.4),
    )  # fmt: skip
    rows = [_row(one, countries.name(one.group, w), w) for one in found.groups]
    rows.append(_row(found.together, w.t("All together"), w))
    return (
        Table(
            "learning", w.t("Discernment (d′), before to after"), columns, tuple(rows)
        ),
    )


def _row(one: Learnt, name: str, w: Words) -> tuple[Cell, ...]:
    return (
        text_cell(name),
        number_cell(w, one.students),
        number_cell(w, one.classes),
        text_cell(interval(one.before, w)),
        text_cell(interval(one.after, w)),
        text_cell(leaning(one, w)),
    )


def leaning(one: Learnt, w: Words) -> str:
    """Write c before and after."""
    before, after = signed(w, one.c_before), signed(w, one.c_after)
    return w.t("{before} to {after}", before=before, after=after)


def interval(one: Estimate, w: Words) -> str:
    """Write a mean with its interval, where there is one."""
    if one.low is None or one.high is None:
        return signed(w, one.mean)
    low, high = signed(w, one.low), signed(w, one.high)
    return f"{signed(w, one.mean)} [{low}; {high}]"
