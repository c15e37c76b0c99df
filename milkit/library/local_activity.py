"""A teacher's own example as something to teach: what the class sees, and prints."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.activities.annotate import Annotate
from milkit.activities.discuss import Discuss
from milkit.activities.kind import Option
from milkit.activities.own import name_of
from milkit.activities.poll import Choice, Poll
from milkit.activities.printed import quoted
from milkit.content.breaks import with_word_ends
from milkit.content.lesson import Activity, Note, Paper, Picture
from milkit.ground.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.content.lesson import Block, Lesson, Local
    from milkit.ground.words import Words
    from milkit.library.own_example import OwnExample


class Asked(NamedTuple):
    """What the class is asked about an example, and its answers (none: a talk)."""

    prompt: str
    options: tuple[Option, ...] = ()


def asked(lesson: Lesson, slot: Local) -> Asked:
    """
    Give the question and the answers for an own example.

    They are those of the activity whose place it takes: the bins of a sorting, the
    actions of a feed, the vote on a trace.
    """
    old = lesson.activity(slot.instead_of)
    w = words(lesson.lang)
    prompt = w.t("What do you see?")
    if old is None:
        return Asked(prompt)
    data = old.data
    make = _OPTIONS.get(old.kind)
    if old.kind == "trace":
        return _vote_on(lesson, old, w)
    own = getattr(data, "prompt", "") or getattr(data, "question", "") or prompt
    return Asked(own, make(data) if make else ())


def put_in(lesson: Lesson, slot: Local, own: OwnExample) -> Lesson:
    """Put an example that is ready in the place of its activity."""
    old = lesson.activity(slot.instead_of)
    if old is None:
        return lesson
    picture = ""
    pictures, credits_ = lesson.pictures, lesson.credits
    if own.picture:
        picture = name_of(lesson.lang, slot.id, own.picture, real=own.real)
        pictures = {**pictures, picture: Picture(picture, picture, own.alt)}
        if own.source:
            credits_ = {**credits_, picture: own.source}
    made = _activities(lesson, slot, own, picture)
    new: dict[str, tuple[Block, ...]] = {
        follower: _again(made[0], follower) for follower in _followers(lesson, old.id)
    }
    new[old.id] = (_note(slot, own, lesson.lang), *made)
    steps = tuple(
        replace(step, blocks=_replaced(step.blocks, new)) for step in lesson.steps
    )
    ids = tuple(activity.id for activity in made)
    return replace(
        lesson,
        steps=steps,
        pictures=pictures,
        credits=credits_,
        handouts=tuple(_printed(part, old.id, ids) for part in lesson.handouts),
        sections=tuple(_printed(part, old.id, ids) for part in lesson.sections),
    )


def _followers(lesson: Lesson, old: str) -> list[str]:
    """Name the polls that ask about the claim of the activity, also once more."""
    found: list[str] = []
    for activity in lesson.every_activity:
        if activity.kind != "poll":
            continue
        if activity.data.from_ == old or activity.data.again in found:
            found.append(activity.id)
    return found


def _again(activity: Activity, name: str) -> tuple[Block, ...]:
    return (replace(activity, id=name, data=replace(activity.data, id=name)),)


def _replaced(
    blocks: tuple[Block, ...], new: dict[str, tuple[Block, ...]]
) -> tuple[Block, ...]:
    out: list[Block] = []
    for block in blocks:
        known = isinstance(block, Activity) and block.id in new
        out += new[block.id] if isinstance(block, Activity) and known else (block,)
    return tuple(out)


def _printed(part: Any, old: str, ids: tuple[str, ...]) -> Any:
    """Let a handout or the key print all that stands in the old one's place."""
    blocks = tuple(
        replace(
            block,
            use=tuple(u for use in block.use for u in (ids if use == old else (use,))),
        )
        if isinstance(block, Paper)
        else block
        for block in part.blocks
    )
    return part if blocks == part.blocks else replace(part, blocks=blocks)


def _activities(
    lesson: Lesson, slot: Local, own: OwnExample, picture: str
) -> list[Activity]:
    """
    Make an activity of each text that the class sees; the picture is with the first.

    A made-up text is voted on, or stands as a page under study, always in the frame
    that says so. A real one is talked about, with its source.
    """
    question = asked(lesson, slot)
    texts = [with_word_ends(text, lesson.lang) for text in own.shown] or [""]
    made = []
    for number, text in enumerate(texts):
        name = slot.instead_of if not number else f"{slot.instead_of}-{number + 1}"
        shown = picture if not number else ""
        if own.real:
            made.append(_talk(name, text, shown, question, own, words(lesson.lang)))
        elif question.options and text:
            made.append(_vote(name, text, shown, question, own))
        else:
            made += _page(name, text, shown, question)
    return made


def _talk(
    name: str, text: str, picture: str, question: Asked, own: OwnExample, w: Words
) -> Activity:
    source = w.t("Source: {source}", source=own.source.strip())
    said = quoted(text, w) if text else question.prompt
    return Activity(
        name,
        "discuss",
        Discuss(id=name, question=said, picture=picture, norms=(source,)),
    )


def _vote(
    name: str, text: str, picture: str, question: Asked, own: OwnExample
) -> Activity:
    known = {option.id for option in question.options}
    data = Poll(
        id=name,
        claim=text,
        picture=picture,
        prompt=question.prompt,
        options=tuple(
            Choice(id=o.id, text=o.text, mark=o.mark) for o in question.options
        ),
        answer=own.answer if own.answer in known else "",
        why={own.answer: own.why} if own.answer in known else {},
    )
    return Activity(name, "poll", data)


def _page(name: str, text: str, picture: str, question: Asked) -> list[Activity]:
    """Show a page under study; a picture and a text each on a screen of their own."""
    matters = [
        part for part in ({"picture": picture}, {"text": text}) if any(part.values())
    ]
    return [
        Activity(
            one := name if not number else f"{name}-text",
            "annotate",
            Annotate(
                id=one, prompt=question.prompt, need=0, targets=(), decoys=(), **matter
            ),
        )
        for number, matter in enumerate(matters)
    ]


def _note(slot: Local, own: OwnExample, lang: str) -> Note:
    """Give the teacher what was written and the class does not see."""
    w = words(lang)
    head = w.t("Here stands your own example.")
    lines = [
        (ask.text, own.said(ask.id))
        for ask in slot.ask
        if ask.id not in own.seen and own.said(ask.id)
    ]
    said = "".join(f"<li>{escape(q)}<br>{escape(a)}</li>" for q, a in lines)
    html = f"<p>{escape(head)}</p>" + (f"<ul>{said}</ul>" if said else "")
    text = "\n".join((head, *(f"- {q} {a}" for q, a in lines)))
    return Note("do", text=text, html=html)


def _vote_on(lesson: Lesson, trace: Activity, w: Words) -> Asked:
    """Take the vote of the lesson on this trace, else on another one."""
    polls = [a.data for a in lesson.every_activity if a.kind == "poll" and a.data.from_]
    polls.sort(key=lambda poll: poll.from_ != trace.id)
    for poll in polls:
        if poll.options:
            return Asked(poll.prompt, _of_poll(poll))
    return Asked(
        w.t("Do the place and the day fit?"),
        (
            Option("fits", w.t("Fits"), "yes"),
            Option("not", w.t("Does not fit"), "no"),
            Option("unsure", w.t("Can't tell yet"), "unsure"),
        ),
    )


def _of_poll(data: Any) -> tuple[Option, ...]:
    return tuple(Option(o.id, o.text, o.mark) for o in data.options)


_OPTIONS: dict[str, Callable[[Any], tuple[Option, ...]]] = {
    "poll": _of_poll,
    "feed": lambda data: tuple(Option(a.id, a.text) for a in data.actions),
    "sort": lambda data: tuple(Option(b.id, b.label) for b in data.bins),
    "rate": lambda data: (
        Option("true", data.labels.true, "yes"),
        Option("false", data.labels.false, "no"),
    ),
}
