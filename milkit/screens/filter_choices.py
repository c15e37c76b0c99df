"""What the filters of the lessons offer, and what is wanted when some are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.content.names import competency
from milkit.ground.languages import LANGUAGES
from milkit.library.filters import Filters
from milkit.widgets import lesson_words
from milkit.widgets.theme import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from milkit.ground.words import Words
    from milkit.packs.row import Row

AGES = ((9, 11), (12, 14), (15, 18))  # the three bands that lessons are written for
MINUTES = (30, 35, 40, 45, 50, 60, 80)
NEEDS = ("paper", "projector", "speaker", "phones", "practice-web")


class Choice(NamedTuple):
    """One filter: its options are (id, text); *many* lets several be ticked."""

    key: str
    name: str
    options: tuple[tuple[str, str], ...]
    many: bool = True


def choices(rows: Sequence[Row], w: Words) -> list[Choice]:
    """Give the filters; they offer only what some of the lessons have."""
    topics = {row.topic for row in rows}
    signs = sorted({sign for row in rows for sign in row.competencies})
    codes = {code for row in rows for code in row.languages}
    needs = {need for row in rows for need in row.needs} | {"paper"}
    return [
        Choice("ages", w.t("Age"), tuple(_ages(rows, w)), many=False),
        Choice("minutes", w.t("Minutes"), tuple(_minutes(rows, w)), many=False),
        Choice(
            "topics",
            w.t("Topic"),
            tuple((t, lesson_words.topic_name(t, w)) for t in TOPICS if t in topics),
        ),
        Choice(
            "competencies",
            w.t("Competency"),
            tuple((sign, competency(sign, w)) for sign in signs),
        ),
        Choice(
            "lang",
            w.t("Language"),
            tuple((each.code, each.own) for each in LANGUAGES if each.code in codes),
            many=False,
        ),
        Choice(
            "needs",
            w.t("Needs"),
            tuple((n, lesson_words.need_name(n, w)) for n in NEEDS if n in needs),
        ),
    ]


def wanted(chosen: Mapping[str, Sequence[str]]) -> Filters:
    """Give what is wanted; of needs, those ticked (and paper) are at hand."""
    ages = next((pair for pair in AGES if str(pair[0]) in chosen["ages"]), None)
    needs = chosen["needs"]
    return Filters(
        ages=ages,
        minutes=int(chosen["minutes"][0]) if chosen["minutes"] else 0,
        topics=frozenset(chosen["topics"]),
        competencies=frozenset(chosen["competencies"]),
        lang=chosen["lang"][0] if chosen["lang"] else "",
        have=frozenset(("paper", *needs)) if needs else None,
    )


def _ages(rows: Sequence[Row], w: Words) -> Iterable[tuple[str, str]]:
    for youngest, oldest in AGES:
        if any(row.ages[0] <= oldest and youngest <= row.ages[1] for row in rows):
            text = w.t(
                "Ages {youngest}–{oldest}",
                youngest=w.number(youngest),
                oldest=w.number(oldest),
            )
            yield str(youngest), text


def _minutes(rows: Sequence[Row], w: Words) -> Iterable[tuple[str, str]]:
    """Offer what leaves some lessons out, and the first that leaves none out."""
    longest = max((row.minutes for row in rows), default=0)
    shortest = min((row.minutes for row in rows), default=0)
    for minutes in MINUTES:
        if minutes >= shortest:
            yield str(minutes), w.n("Up to {count} min", "Up to {count} min", minutes)
        if minutes >= longest:
            return
