"""What a search found, as the lines of its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from milkit.library.finding import bare
from milkit.packs.snippet import MATCH_OFF, MATCH_ON
from milkit.widgets import lesson_words
from milkit.widgets.lines import ZWSP, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from milkit.ground.words import Words
    from milkit.library.finding import Hit
    from milkit.library.library import Library
    from milkit.packs.row import Row

ICONS = {
    "poll": "hand",
    "rate": "check-square",
    "sort": "cards",
    "sequence": "list",
    "feed": "device-mobile",
    "branch": "path",
    "discuss": "chats",
    "quiz": "exam",
    "trace": "magnifying-glass",
    "annotate": "note-pencil",
    "roleplay": "users",
    "create": "pencil-simple",
}
_SHORTEST = 3  # letters of a word worth offering instead of another
_ALIKE = 0.66


class Text(NamedTuple):
    """A text, and where in it something matched: (first letter, one past the last)."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Line(NamedTuple):
    """
    One line of the list: a heading (*id* is "") or something to open.

    *topic* shows as cloth, else *icon*; *side* stands at the right; *said* is the
    line for a screen reader; *lang* is the language of *title*.
    """

    title: Text
    under: Text = Text("")
    side: str = ""
    topic: str = ""
    icon: str = ""
    id: str = ""
    lang: str = ""
    under_lang: str = ""
    said: str = ""


def marked(text: str) -> Text:
    """Take the match marks out of a title or snippet, and say where they stood."""
    text = plain(text)
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    at = start = 0
    for piece in re.split(f"([{MATCH_ON}{MATCH_OFF}])", text):
        if piece == MATCH_ON:
            start = at
        elif piece == MATCH_OFF:
            marks.append((start, at))
        else:
            parts.append(piece)
            at += len(piece)
    return Text("".join(parts), tuple(marks))


def lines_of(hits: Sequence[Hit], library: Library, w: Words) -> list[Line]:
    """Group what was found under its headings."""
    lessons = [_lesson(hit, w) for hit in hits if hit.what == "lesson"]
    activities = [
        _part(hit, library, w, ICONS.get(hit.part.kind if hit.part else "", "cards"))
        for hit in hits
        if hit.what == "activity"
    ]
    handouts = [
        _part(hit, library, w, "printer") for hit in hits if hit.what == "handout"
    ]
    found: list[Line] = []
    for name, group in (
        (w.t("Lessons"), lessons),
        (w.t("Activities inside lessons"), activities),
        (w.t("Handouts to print"), handouts),
    ):
        if group:
            found.append(Line(Text(f"{name} · {w.number(len(group))}")))
            found += group
    return found


def near_words(text: str, rows: Iterable[Row], w: Words) -> list[str]:
    """Give words of titles and topics that look like what was typed, the best first."""
    from difflib import get_close_matches

    known: dict[str, str] = {}
    for row in rows:
        whole = f"{row.title} {lesson_words.topic_name(row.topic, w)}"
        for word in re.split(rf"[\s{ZWSP}:,.?!“”\"'()&]+", whole):
            if len(word) >= _SHORTEST:
                known.setdefault(word.lower(), word)
    near = get_close_matches(text.strip().lower(), known, 2, _ALIKE)
    return [known[word] for word in near]


def _lesson(hit: Hit, w: Words) -> Line:
    row = hit.row
    title, under = marked(hit.title), marked(hit.snippet)
    topic = lesson_words.topic_name(row.topic, w)
    inside = bool(under.marks) and not title.marks
    minutes = lesson_words.minutes(row.minutes, w)
    return Line(
        title=title,
        under=under if inside else Text(topic),
        side=f"{minutes} · {lesson_words.ages(row.ages, w)}",
        topic=row.topic,
        id=row.id,
        lang=row.lang,
        under_lang=row.lang if inside else "",
        said=w.t(
            "{title}, lesson, {topic}, {minutes}, {ages}",
            title=title.text,
            topic=topic,
            minutes=minutes,
            ages=lesson_words.ages_said(row.ages, w),
        ),
    )


def _part(hit: Hit, library: Library, w: Words, icon: str) -> Line:
    lesson = plain(bare(hit.row.title))
    number, minutes = _step(hit, library)
    under = (
        w.t("In “{lesson}”, step {number}", lesson=lesson, number=w.number(number))
        if number
        else w.t("In “{lesson}”", lesson=lesson)
    )
    title = marked(hit.title)
    return Line(
        title=title,
        under=Text(under),
        side=lesson_words.minutes(minutes, w) if minutes else "",
        icon=icon,
        id=hit.row.id,
        lang=hit.row.lang,
        said=f"{title.text}, {under}",
    )


def _step(hit: Hit, library: Library) -> tuple[int, int]:
    """Give the number and minutes of the step that a part stands in; 0 = in none."""
    wanted = hit.part.step if hit.part else ""
    if wanted:
        steps = library.steps(hit.row.id, hit.row.lang)
        for number, step in enumerate(steps, start=1):
            if step.id == wanted:
                return number, step.minutes
    return 0, 0
