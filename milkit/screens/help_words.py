"""What the help page says: the keys, and the questions teachers ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.teaching import keys

if TYPE_CHECKING:
    from milkit.ground.words import Words


class Keys(NamedTuple):
    """Keys that do one thing: any of the *caps*."""

    caps: tuple[str, ...]
    does: str
    letter: bool = False


def everywhere(w: Words) -> list[Keys]:
    """Name the keys that work in every place of the window."""
    return [
        Keys((w.t("Ctrl K"),), w.t("Search")),
        Keys(
            (w.t("Alt 1"), w.t("Alt 2"), "…"), w.t("The places at the left, in order")
        ),
        Keys((w.t("Tab"),), w.t("To the next button or field")),
        Keys(("F6",), w.t("Between the places at the left and the page")),
        Keys((w.t("Esc"),), w.t("Close or go back")),
        Keys(("F1",), w.t("This help")),
        Keys((w.t("Ctrl +"), w.t("Ctrl −"), w.t("Ctrl 0")), w.t("Size of the text")),
        Keys((w.t("Ctrl P"),), w.t("Print the lesson that is open")),
        Keys(("F5",), w.t("Teach the lesson that is open")),
    ]


def while_teaching(w: Words) -> list[Keys]:
    """Name the keys of a lesson that runs: each of `teaching.keys`, by its act."""
    space, page_up, page_down = w.t("Space"), w.t("Page Up"), w.t("Page Down")
    said: dict[str, tuple[tuple[str, ...], str]] = {
        keys.FORWARD: (("→", page_down), w.t("Next; presenter remotes send it too")),
        keys.BACKWARD: (("←", page_up), w.t("Back")),
        keys.PAUSE: ((space,), w.t("Pause the time, and go on")),
        keys.MINUTE: (("+",), w.t("One minute more")),
        keys.ADD: (
            ("1", "2", "3"),
            w.t("Add a hand to the first, second, third answer"),
        ),
        keys.TAKE: ((w.t("Shift 1"), "…"), w.t("Take a hand away")),
        keys.TYPE: (("T",), w.t("Type the totals")),
        keys.COUNTS: (("C",), w.t("Show the counts to the class")),
        keys.ANSWER: (("A",), w.t("Show the answer to the class")),
        keys.BLANK: (("B", "."), w.t("Blank the class screen, and back")),
        keys.FREEZE: (("F",), w.t("Freeze the class screen, and back")),
        keys.FULL: (("F11",), w.t("Class screen over the full screen")),
        keys.UNDO: ((w.t("Ctrl Z"),), w.t("Undo")),
        keys.ASK_TO_END: (("Esc", "F5"), w.t("Leave the lesson; you are asked first")),
    }
    letters = {key.action for key in keys.KEYS if key.letter}
    return [Keys(caps, does, act in letters) for act, (caps, does) in said.items()]


def questions(w: Words) -> list[tuple[str, str]]:
    """Answer what teachers ask first, in two or three short sentences each."""
    return [
        (
            w.t("How do I find a lesson?"),
            w.t(
                "Type a word into Search, or set the age of your class and the minutes"
                " you have. A lesson that is too long for you may have two parts."
            ),
        ),
        (
            w.t("I have no projector. Can I teach it?"),
            w.t(
                "Yes. Every lesson has a way on paper. Print the handouts and cards,"
                " and read from the plan. Black and white copies are enough."
            ),
        ),
        (
            w.t("The power went out."),
            w.t(
                "Every count was saved when you made it. Go on with the paper way. When"
                " the laptop runs again, Home offers to continue at the same step."
            ),
        ),
        (
            w.t("Do I need the internet?"),
            w.t("No. Everything is on this laptop, and nothing is sent anywhere."),
        ),
        (
            w.t("Are names of students kept?"),
            w.t(
                "No. A class is a number of students, and answers are counted by hands."
            ),
        ),
        (
            w.t("I changed a lesson. Is the first one gone?"),
            w.t("No. Your changes are kept beside it, and each can be put back."),
        ),
    ]
