"""Class results in words: a plain sentence first, and never more than is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.assessment.reading import DOWN, LEVEL, UP
from milkit.assessment.refused import GROUP_ONLY, NOT_USED
from milkit.reports.hiding import at_edge
from milkit.reports.report import (
    NONE,
    Cell,
    Column,
    Report,
    Table,
    change_cell,
    number_cell,
    signed,
    text_cell,
)

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.reports.results import Gap, ItemResult, Results
    from milkit.reports.waiting import Compared


def report(found: Results, w: Words, beside: Compared | None = None) -> Report:
    """Tell the results of a class, *beside* those of a class that waited."""
    head, text, tone = said(found, w)
    return Report(
        "class-results",
        w.t("What changed in {name}", name=found.class_name),
        facts(found, w),
        head,
        text,
        tone,
        () if found.few else (_summary(found, w), _items(found, w)),
        tuple(_sure(found, w, beside)),
        _hidden(found, w),
    )


def facts(found: Results, w: Words) -> str:
    """Say which check it was, when, and how many took it."""
    parts = [found.title]
    if found.matched is not None:
        parts.append(
            w.t(
                "{n} of {all} students did both checks",
                n=w.number(found.matched),
                all=w.number(found.students),
            )
        )
    if found.before_on:
        parts.append(w.t("before: {day}", day=w.date(found.before_on)))
    if found.after_on:
        parts.append(w.t("after: {day}", day=w.date(found.after_on)))
    if found.sample:
        parts.append(w.t("made up, for trying out"))
    return " · ".join(parts)


# --- the sentence --------------------------------------------------------------------


def said(found: Results, w: Words) -> tuple[str, str, str]:
    """Give the sentence, what stands under it, and its tone."""
    if found.few:
        return (
            w.t("Too few students to show results"),
            w.t(
                "Results are shown from {n} students on, "
                "so that nobody can be recognised. All answers are kept.",
                n=w.number(found.least),
            ),
            "info",
        )
    if found.before is None or found.after is None:
        return _one_side(found, w)
    return headline(found, w), _believed(found, w), _tone(found)


def _one_side(found: Results, w: Words) -> tuple[str, str, str]:
    side = found.before or found.after
    text = ""
    if side is not None:
        text = w.t(
            "They believe {hits} of 100 true ones, and {alarms} of 100 false ones.",
            hits=w.number(side.hits),
            alarms=w.number(side.alarms),
        )
    if found.after_on is None:
        more = w.t("Give the check again after some lessons to see what changes.")
        return w.t("The check before is done."), f"{text} {more}".strip(), "info"
    return w.t("There is no check before to compare with."), text, "info"


def headline(found: Results, w: Words) -> str:
    """Say in one sentence what may be said about the change."""
    way = found.reading
    if found.counted or way is None:
        return w.t("These are the answers of your class before and after.")
    if way.telling == UP:
        return w.t("Your class became better at telling true from false.")
    if way.telling == DOWN:
        return w.t("Your class became worse at telling true from false.")
    if way.doubt == UP:
        return w.t("Your class became more doubting, not better at telling apart.")
    if way.doubt == DOWN:
        return w.t("Your class became more believing, not better at telling apart.")
    return w.t("There is no clear change in your class.")


def _believed(found: Results, w: Words) -> str:
    before, after = found.before, found.after
    if before is None or after is None:
        return ""
    said = [
        w.t(
            "Before, they believed {hits} of 100 true ones, and {alarms} of 100 "
            "false ones.",
            hits=w.number(before.hits),
            alarms=w.number(before.alarms),
        ),
        w.t(
            "Now they believe {hits} of 100 true ones, and {alarms} of 100 false ones.",
            hits=w.number(after.hits),
            alarms=w.number(after.alarms),
        ),
    ]
    way = found.reading
    if way is not None and way.telling != LEVEL:
        said.append(
            {
                UP: w.t("They also became more doubting."),
                DOWN: w.t("They also became more believing."),
                LEVEL: w.t("They did not become more doubting or more believing."),
            }[way.doubt]
        )
    return " ".join(said)


def _tone(found: Results) -> str:
    way = found.reading
    if way is None or found.counted:
        return "info"
    if way.telling == UP:
        return "good"
    return "tip" if way.telling == DOWN or way.doubt != LEVEL else "info"


# --- how sure ------------------------------------------------------------------------


def _sure(found: Results, w: Words, beside: Compared | None) -> list[str]:
    if found.few:
        return []
    out: list[str] = []
    if found.counted:
        out.append(
            w.t(
                "Hands and totals do not show what one student answered, "
                "so it cannot be said how sure a change is."
            )
        )
    out += _intervals(found, w)
    out += _reliability(found, w)
    if beside is not None:
        out += _beside(beside, w)
    elif found.before and found.after:
        out.append(
            w.t(
                "One class alone cannot prove what caused a change. "
                "A class that waits for the lessons would show more."
            )
        )
    if found.students and not found.counted:
        out.append(w.t("An answer “can’t tell” counts as no answer."))
    return out


def _beside(beside: Compared, w: Words) -> list[str]:
    low, high = beside.ci
    text = w.t(
        "There is no clear difference from {name}, which waited.", name=beside.name
    )
    if low > 0:
        text = w.t(
            "Your class changed for the better beside {name}, which waited.",
            name=beside.name,
        )
    elif high < 0:
        text = w.t(
            "Your class changed for the worse beside {name}, which waited.",
            name=beside.name,
        )
    return [
        text,
        w.t(
            "The two changes in d′ lie {diff} apart, between {low} and {high} "
            "({n} students there). Classes can differ in other ways too.",
            diff=signed(w, beside.diff),
            low=signed(w, low),
            high=signed(w, high),
            n=w.number(beside.n),
        ),
    ]


def _intervals(found: Results, w: Words) -> list[str]:
    figures = found.figures
    change = figures.d_prime if figures else None
    if change is None or change.ci is None:
        return []
    low, high = change.ci
    return [
        w.t(
            "The change in telling apart (d′) is {diff}. With {n} students it lies "
            "between {low} and {high} (95 of 100 times); 0 is no change.",
            diff=signed(w, change.diff),
            n=w.number(change.n),
            low=signed(w, low),
            high=signed(w, high),
        )
    ]


def _reliability(found: Results, w: Words) -> list[str]:
    alphas = found.figures.alphas if found.figures else ()
    if not alphas:
        return []
    lowest = min(alphas)
    shown = signed(w, lowest)
    if lowest < 0:
        return [
            w.t("The items did not hang together (reliability below 0: not usable).")
        ]
    if lowest < NOT_USED:
        return [
            w.t(
                "Scores are not used: the items hang together too little "
                "(reliability {alpha}).",
                alpha=shown,
            )
        ]
    if lowest < GROUP_ONLY:
        return [w.t("Reliability {alpha}: for the whole class only.", alpha=shown)]
    return [w.t("Reliability {alpha}: good.", alpha=shown)]


def _hidden(found: Results, w: Words) -> str:
    if not found.hidden_items:
        return ""
    return w.n(
        "{count} item is hidden: fewer than {n} students answered it.",
        "{count} items are hidden: fewer than {n} students answered each.",
        found.hidden_items,
        n=w.number(found.least),
    )


# --- tables --------------------------------------------------------------------------


def percent_cell(w: Words, value: int | None, students: int) -> Cell:
    """Make a cell of a percentage; at the cap it says "or more", "or fewer"."""
    cell = number_cell(w, value)
    if value is None:
        return NONE
    mark = {1: "≥ ", -1: "≤ ", 0: ""}[at_edge(value, students)]
    return cell._replace(shown=f"{mark}{cell.shown}%")


def _summary(found: Results, w: Words) -> Table:
    before, after = found.before, found.after
    rows = [
        (text_cell(w.t("Students")), *_counts(w, before, after)),
        (
            text_cell(w.t("True ones believed (hits)")),
            *_percents(w, before, after, "hits"),
        ),
        (
            text_cell(w.t("False ones believed (false alarms)")),
            *_percents(w, before, after, "alarms"),
        ),
        (text_cell(w.t("Gap, in points")), *_gaps(w, before, after)),
    ]
    figures = found.figures
    if figures is not None:
        d_change = figures.d_prime.diff if figures.d_prime else None
        c_change = figures.c.diff if figures.c else None
        rows += [
            (
                text_cell(w.t("Telling apart (d′)")),
                number_cell(w, figures.d_before, 2),
                number_cell(w, figures.d_after, 2),
                change_cell(w, d_change, 2),
            ),
            (
                text_cell(w.t("Leaning (c): above 0 doubts, below 0 believes")),
                number_cell(w, figures.c_before, 2),
                number_cell(w, figures.c_after, 2),
                change_cell(w, c_change, 2),
            ),
        ]
    return Table("summary", w.t("Before and after"), _columns(w), tuple(rows))


def _columns(w: Words) -> tuple[Column, ...]:
    both = w.t("Of the students who did both checks; percentages are held at 5 and 95.")
    return (
        Column("what", w.t("What"), w.t("The figure of this line."), 3.0),
        Column("before", w.t("Before"), both, number=True),
        Column("after", w.t("After"), both, number=True),
        Column("change", w.t("Change"), w.t("After less before."), number=True),
    )


def _counts(w: Words, before: Gap | None, after: Gap | None) -> tuple[Cell, ...]:
    ns = [number_cell(w, side.n if side else None) for side in (before, after)]
    return (*ns, NONE)


def _percents(
    w: Words, before: Gap | None, after: Gap | None, which: str
) -> tuple[Cell, ...]:
    sides = (before, after)
    values = [getattr(side, which) if side else None for side in sides]
    cells = [
        percent_cell(w, value, side.n if side else 0)
        for value, side in zip(values, sides, strict=True)
    ]
    known = [value for value in values if value is not None]
    change = known[1] - known[0] if len(known) == len(sides) else None
    return (*cells, change_cell(w, change))


def _gaps(w: Words, before: Gap | None, after: Gap | None) -> tuple[Cell, ...]:
    cells = [number_cell(w, side.gap if side else None) for side in (before, after)]
    change = after.gap - before.gap if before and after else None
    return (*cells, change_cell(w, change))


def _items(found: Results, w: Words) -> Table:
    columns = (
        Column("item", w.t("Item"), w.t("What the students read."), 4.0),
        Column("kind", w.t("Kind"), w.t("Whether the item is true or false."), 1.0),
        Column(
            "before",
            w.t("Right before"),
            w.t("Right answers in 100, held at 5 and 95 under 40 students."),
            1.2,
            number=True,
        ),
        Column(
            "after",
            w.t("Right after"),
            w.t("Right answers in 100, held at 5 and 95 under 40 students."),
            1.2,
            number=True,
        ),
        Column(
            "change",
            w.t("Change"),
            w.t("After less before, in points."),
            1.0,
            number=True,
        ),
    )
    note = ""
    if found.two_forms:
        note = w.t(
            "Each item has two wordings. Half of the class had the first one before, "
            "the other half after."
        )
    rows = tuple(_item(one, w) for one in found.items)
    return Table("items", w.t("Each item"), columns, rows, note)


def _item(one: ItemResult, w: Words) -> tuple[Cell, ...]:
    return (
        text_cell(one.text),
        text_cell(w.t("true") if one.true else w.t("false")),
        percent_cell(w, one.before, one.n_before),
        percent_cell(w, one.after, one.n_after),
        change_cell(w, one.change),
    )
