"""The quick start for teachers on one sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.paper import Bullets, Heading, Sheet, Text
from milkit.activities.printed import plain

if TYPE_CHECKING:
    from milkit.ground.words import Words


def quick_start(words: Words) -> Sheet:
    """Give the sheet in the language that *words* speak."""
    w = words
    steps = (
        (
            w.t("Open"),
            w.t(
                "Put the stick in and open START-HERE.html. It names the door for you."
            ),
        ),
        (
            w.t("Find"),
            w.t("Type a word, such as “photo”, or choose age, minutes and needs."),
        ),
        (
            w.t("Read"),
            w.t("Open a lesson. Each step says its minutes, what to say and to do."),
        ),
        (
            w.t("Print"),
            w.t("Tick what you want. The kit counts the sheets for your class."),
        ),
        (
            w.t("Teach"),
            w.t("The class sees the class view only, never your notes. Count hands."),
        ),
        (
            w.t("Finish"),
            w.t("See how the class voted. Nothing must be filled in."),
        ),
    )
    return Sheet(
        "quick-start",
        w.t("Quick start for teachers"),
        (
            Text(plain(w.t("No internet, no account and no training are needed."))),
            *(
                block
                for number, (title, said) in enumerate(steps, 1)
                for block in (
                    Heading(f"{w.number(number)}  {title}", 2),
                    Text(plain(said)),
                )
            ),
            Heading(w.t("When something is not there"), 2),
            Bullets(tuple(map(plain, _without(w)))),
        ),
    )


def _without(w: Words) -> tuple[str, ...]:
    return (
        w.t("No projector: each step says what to do with paper, fingers and board."),
        w.t("No printer: save a PDF and take it to the copy shop."),
        w.t("No computer: open the lessons on a phone, from START-HERE.html."),
        w.t("The power went: open MIL Kit again and choose Continue."),
        w.t("Names of students are never asked. Nothing is sent unless you agree."),
    )
