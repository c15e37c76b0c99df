"""A whole lesson as one piece of static HTML, for any browser and with no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.printed import plain
from milkit.activities.table import KINDS
from milkit.content import names
from milkit.content.lesson import Activity, Note
from milkit.content.markup import html_of
from milkit.content.sheets import described, note_html, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from milkit.activities.paper import Block as PrintedBlock
    from milkit.content.lesson import Block, Booster, Lesson, Section, Step
    from milkit.ground.words import Words

    Source = Callable[[str], str]
    Beside = Callable[[Step], str]

BEFORE = ("know", "safety", "paper")
AFTER = ("take-home",)
TOLD = ("branch", "roleplay", "trace")  # their cards are part of what is seen


def page(
    lesson: Lesson,
    words: Words,
    source: Source | None = None,
    beside: Beside | None = None,
) -> str:
    """
    Give *lesson* as an HTML article: steps that open, what to say and do, answers shut.

    *words* speak the lesson's language. *source* gives the address of a picture by its
    name; unless given it is its name in the pack, like L14/flood.png. *beside* gives
    more HTML for the end of a step. All ids begin with the lesson's, so that many
    lessons can stand on one page.
    """
    return _Page(
        lesson,
        words,
        source or (lambda name: f"{lesson.id}/{name}.png"),
        beside or (lambda _step: ""),
    ).whole()


def label(name: str, w: Words) -> str:
    """Give what a label of the lesson is called in print."""
    labels = {
        "say": w.t("Say"),
        "do": w.t("Do"),
        "students": w.t("Students"),
        "likely": w.t("Likely answers"),
        "tip": w.t("Tip"),
        "paper": w.t("On paper"),
        "ahead": w.t("For a class that is ahead"),
        "lost": w.t("For a class that is lost"),
        "restart": w.t("When you start again on another day"),
    }
    return labels.get(name, "")


class _Page:
    """Writes one lesson."""

    def __init__(
        self, lesson: Lesson, w: Words, source: Source, beside: Beside
    ) -> None:
        self.lesson, self.w, self.source, self.beside = lesson, w, source, beside

    def whole(self) -> str:
        """Write the article."""
        lesson = self.lesson
        parts = [
            self._head(),
            *self._sections(BEFORE),
            *(self._step(n, step) for n, step in enumerate(lesson.steps, 1)),
            *self._sections(AFTER),
            *(self._booster(booster) for booster in lesson.boosters),
            *self._key(),
            self._credits(),
        ]
        inside = "\n".join(part for part in parts if part)
        marks = f'class="lesson" id="{lesson.id}" lang="{lesson.lang}"'
        return f"<article {marks}>\n{inside}\n</article>"

    def _head(self) -> str:
        lesson, w = self.lesson, self.w
        minutes = w.n("{count} minute", "{count} minutes", lesson.minutes)
        low, high = (w.number(age) for age in lesson.ages)
        ages = w.t("Age {youngest}–{oldest}", youngest=low, oldest=high)
        facts = " · ".join((names.topic(lesson.topic, w), minutes, ages))
        outcomes = "".join(f"<li>{plain(outcome)}</li>" for outcome in lesson.outcomes)
        ready = "".join(f"<li>{plain(thing)}</li>" for thing in lesson.ready)
        return (
            f"<h1>{plain(lesson.title)}</h1>\n<p>{plain(lesson.summary)}</p>\n"
            f'<p class="facts">{plain(facts)}</p>\n'
            f"<h2>{plain(w.t('By the end, students can'))}</h2>\n<ul>{outcomes}</ul>\n"
            f"<h2>{plain(w.t('Have ready'))}</h2>\n<ul>{ready}</ul>"
        )

    def _sections(self, wanted: tuple[str, ...]) -> list[str]:
        found = [self.lesson.section(name) for name in wanted]
        return [self._section(section) for section in found if section is not None]

    def _section(self, section: Section) -> str:
        inside = self._blocks(section.blocks)
        return _opened(section.title, "", inside, self._id(section.id))

    def _key(self) -> list[str]:
        """Write the answer key as it is printed: with the answers of the activities."""
        written = []
        for sheet in sheets(self.lesson, "key", self.w):
            inside = html_of(sheet.blocks, self.w, self.source)
            written.append(_opened(sheet.title, "", inside, self._id(sheet.id)))
        return written

    def _id(self, name: str) -> str:
        return f"{self.lesson.id}-{name}"

    def _step(self, number: int, step: Step) -> str:
        w = self.w
        minutes = w.n("{count} min", "{count} min", step.minutes)
        if step.optional:
            minutes = w.t("{minutes}, if there is time", minutes=minutes)
        facts = f'<p class="facts">{plain(names.grouping(step.grouping, w))}</p>'
        lead = f"<p>{plain(step.lead)}</p>"
        inside = f"{facts}\n{lead}\n{self._blocks(step.blocks)}{self.beside(step)}"
        name, nth = self._id(step.id), w.number(number)
        return _opened(step.title, minutes, inside, name, nth)

    def _booster(self, booster: Booster) -> str:
        minutes = self.w.n("{count} min", "{count} min", booster.minutes)
        inside = self._blocks(booster.blocks)
        return _opened(booster.title, minutes, inside, self._id(booster.id))

    def _blocks(self, blocks: Iterable[Block]) -> str:
        written = (
            self._note(b) if isinstance(b, Note) else self._activity(b)
            for b in blocks
            if isinstance(b, Note | Activity)
        )
        return "\n".join(part for part in written if part)

    def _note(self, note: Note) -> str:
        if note.label == "beat":
            minutes = self.w.n("{count} min", "{count} min", note.minutes)
            return f"<h3>{plain(note.text)} · {plain(minutes)}</h3>"
        if note.label == "text":
            return note_html(note)
        name = f"<h4>{plain(label(note.label, self.w))}</h4>"
        said = self._said(note)
        return f'<section class="{note.label}">{name}\n{said}</section>'

    def _said(self, note: Note) -> str:
        if not note.answers:
            return note_html(note)
        pairs = ((self._quoted(a.said), self._quoted(a.reply)) for a in note.answers)
        items = "".join(f"<li>{said}<br>{reply}</li>" for said, reply in pairs)
        return f"<ul>{items}</ul>"

    def _quoted(self, text: str) -> str:
        return plain(printed.quoted(text, self.w))

    def _activity(self, activity: Activity) -> str:
        kind = KINDS[activity.kind]
        part = printed.BOTH if activity.kind in TOLD else printed.QUESTIONS
        shown = self._html(kind.paper(activity.data, part, self.w))
        key = self._html(kind.paper(activity.data, printed.KEY, self.w))
        answer = _opened(self.w.t("Answer"), "", key) if key else ""
        return f'<section class="activity {activity.kind}">{shown}\n{answer}</section>'

    def _html(self, blocks: Iterable[PrintedBlock]) -> str:
        return html_of(described(blocks, self.lesson, self.w), self.w, self.source)

    def _credits(self) -> str:
        lines = "".join(
            f"<li>{plain(line)}</li>" for line in self.lesson.credits.values()
        )
        if not lines:
            return ""
        head = plain(self.w.t("Pictures"))
        return f"<footer><h2>{head}</h2><ul>{lines}</ul></footer>"


def _opened(
    title: str, more: str, inside: str, name: str = "", number: str = ""
) -> str:
    """Give a part that opens when its title is touched."""
    mark = f' id="{name}"' if name else ' class="answer"'
    nth = f"<b>{number}</b>  " if number else ""
    after = f" <small>{plain(more)}</small>" if more else ""
    row = f'<span class="row">{nth}<span>{plain(title)}</span>{after}</span>'
    return f"<details{mark}><summary>{row}</summary>\n{inside}\n</details>"
