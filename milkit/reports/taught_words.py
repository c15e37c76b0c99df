"""The report of what was taught, in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content import names
from milkit.reports import results_words
from milkit.reports.report import (
    NONE,
    Column,
    Report,
    Table,
    change_cell,
    number_cell,
    text_cell,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words
    from milkit.reports.report import Cell
    from milkit.reports.results import Results
    from milkit.reports.taught import ClassTaught, LessonTaught, Span, Taught


def report(
    found: Taught, w: Words, class_name: str = "", checked: Sequence[Results] = ()
) -> Report:
    """
    Tell what was taught; *class_name* when it is of one class.

    *checked* are the results of the checks, one of a class and a check.
    """
    title = w.t("What was taught")
    if class_name:
        title = w.t("What was taught in {name}", name=class_name)
    return Report(
        "taught",
        title,
        _facts(found, w),
        _head(found, w),
        _text(found, w),
        "info",
        (
            _classes(found, w),
            _months(found, w),
            _topics(found, w),
            _lessons(found, w),
            *((_checks(checked, w),) if checked else ()),
        )
        if found.lessons or found.classes
        else (),
        _sure(w) if found.lessons else (),
        _hidden(found, w),
    )


def span_said(span: Span, w: Words) -> str:
    """Write a span of time in words."""
    if span.first is None or span.last is None:
        return w.t("Any time")
    return w.t("{first} to {last}", first=w.month(span.first), last=w.month(span.last))


def _facts(found: Taught, w: Words) -> str:
    parts = [span_said(found.span, w)]
    if found.sample:
        parts.append(w.t("made up, for trying out"))
    return " · ".join(parts)


def _head(found: Taught, w: Words) -> str:
    if not found.lessons:
        return w.t("No lesson was taught in this time.")
    lessons = w.n("{count} lesson", "{count} lessons", len(found.lessons))
    classes = {lesson.class_id for lesson in found.lessons}
    in_classes = w.n("{count} class", "{count} classes", len(classes))
    return w.t(
        "You taught {lessons} in {classes}.", lessons=lessons, classes=in_classes
    )


def _text(found: Taught, w: Words) -> str:
    if not found.lessons:
        return ""
    parts = [w.n("{count} minute in all.", "{count} minutes in all.", found.minutes)]
    if found.reached:
        parts.append(
            w.n(
                "{count} student was reached.",
                "{count} students were reached.",
                found.reached,
            )
        )
    if found.checks:
        parts.append(
            w.n("{count} check was given.", "{count} checks were given.", found.checks)
        )
    return " ".join(parts)


def _sure(w: Words) -> tuple[str, ...]:
    return (
        w.t(
            "Students reached: for each class the most who were in one lesson. "
            "Students of two classes count twice."
        ),
        w.t("How many were taught does not say how much was learnt."),
    )


def _hidden(found: Taught, w: Words) -> str:
    if not found.hidden:
        return ""
    return w.n(
        "Students of {count} class are not shown, so that no group under {n} "
        "can be made out. They count in the whole.",
        "Students of {count} classes are not shown, so that no group under {n} "
        "can be made out. They count in the whole.",
        found.hidden,
        n=w.number(found.least),
    )


def _lesson_column(w: Words) -> Column:
    return Column("lessons", w.t("Lessons"), w.t("Lessons taught."), number=True)


def _minute_column(w: Words) -> Column:
    return Column("minutes", w.t("Minutes"), w.t("Minutes taught."), number=True)


def _classes(found: Taught, w: Words) -> Table:
    columns = (
        Column("class", w.t("Class"), w.t("The name of the class."), 2.2),
        Column(
            "students",
            w.t("Students"),
            w.t("Students of the class; empty when hidden."),
            number=True,
        ),
        Column(
            "reached",
            w.t("Reached"),
            w.t("The most students in one lesson; empty when hidden."),
            number=True,
        ),
        _lesson_column(w),
        _minute_column(w),
        Column(
            "checks",
            w.t("Checks"),
            w.t("Checks given before and after."),
            number=True,
        ),
    )
    rows = tuple(_class(one, w) for one in found.classes)
    return Table("classes", w.t("By class"), columns, rows)


def _class(one: ClassTaught, w: Words) -> tuple[Cell, ...]:
    return (
        text_cell(one.name or w.t("No class chosen")),
        number_cell(w, one.students),
        number_cell(w, one.reached),
        number_cell(w, one.lessons),
        number_cell(w, one.minutes),
        number_cell(w, one.before + one.after),
    )


def _checks(checked: Sequence[Results], w: Words) -> Table:
    interval = w.t("Between these two lies the change, 95 of 100 times.")
    columns = (
        Column("check", w.t("Check"), w.t("The class and the check."), 2.2),
        Column("said", w.t("What changed"), w.t("What may be said of it."), 3.0),
        Column(
            "matched",
            w.t("Both"),
            w.t("Students who did both checks; empty when too few."),
            number=True,
        ),
        Column(
            "change",
            w.t("Change"),
            w.t("The change in telling apart (d′), after less before."),
            number=True,
        ),
        Column("low", w.t("From"), interval, number=True),
        Column("high", w.t("To"), interval, number=True),
    )
    rows = tuple(_check(one, w) for one in checked)
    return Table("checks", w.t("Checks before and after"), columns, rows)


def _check(one: Results, w: Words) -> tuple[Cell, ...]:
    change = one.figures.d_prime if one.figures else None
    low, high = change.ci if change is not None and change.ci else (None, None)
    return (
        text_cell(f"{one.class_name} · {one.title}"),
        text_cell(results_words.said(one, w)[0]),
        number_cell(w, one.matched),
        change_cell(w, change.diff if change else None, 2),
        number_cell(w, low, 2),
        number_cell(w, high, 2),
    )


def _months(found: Taught, w: Words) -> Table:
    columns = (
        Column("month", w.t("Month"), w.t("The month of the lessons."), 3.0),
        _lesson_column(w),
    )
    rows = tuple(
        (text_cell(w.month(month)), number_cell(w, many))
        for month, many in found.months
    )
    return Table("months", w.t("By month"), columns, rows)


def _topics(found: Taught, w: Words) -> Table:
    columns = (
        Column("topic", w.t("Topic"), w.t("The topic of the lessons."), 3.0),
        _lesson_column(w),
        _minute_column(w),
    )
    rows = tuple(
        (
            text_cell(names.topic(topic, w)),
            number_cell(w, many),
            number_cell(w, minutes),
        )
        for topic, many, minutes in found.topics
    )
    return Table("topics", w.t("By topic"), columns, rows)


def _lessons(found: Taught, w: Words) -> Table:
    columns = (
        Column("day", w.t("Day"), w.t("The day of the lesson."), 2.4),
        Column("class", w.t("Class"), w.t("The name of the class."), 1.6),
        Column("lesson", w.t("Lesson"), w.t("The title of the lesson."), 3.4),
        _minute_column(w),
        Column(
            "present",
            w.t("Present"),
            w.t("Students in the lesson; empty when nobody counted, or hidden."),
            number=True,
        ),
    )
    rows = tuple(_lesson(one, w) for one in reversed(found.lessons))
    return Table("lessons", w.t("Each lesson"), columns, rows)


def _lesson(one: LessonTaught, w: Words) -> tuple[Cell, ...]:
    return (
        text_cell(w.date(one.day)),
        text_cell(one.class_name or w.t("No class chosen")),
        text_cell(one.title),
        number_cell(w, one.minutes),
        NONE if one.present is None else number_cell(w, one.present),
    )
