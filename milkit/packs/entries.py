"""Make a lesson ready for the tables of a pack or of the overlay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content.breaks import with_word_ends
from milkit.content.plain import from_json, to_json
from milkit.ground.words import words
from milkit.packs.filling import Entry
from milkit.packs.query import ZWSP
from milkit.packs.searched import searched

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson


def entry(lesson: Lesson) -> Entry:
    """Render a *lesson* as it was read from its file."""
    from milkit.content.page import page
    from milkit.content.render import render

    shown = render(lesson)
    text = searched(shown, with_word_ends)
    return Entry(shown, text, to_json(shown), page(shown, words(shown.lang)))


def entry_again(lesson: Lesson) -> Entry:
    """Render a *lesson* that came out of a pack and was changed since."""
    return entry(from_json(to_json(lesson).replace(ZWSP, "")))
