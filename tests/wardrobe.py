"""Dress the application for a test, and only when it wears something else."""

import functools

from PySide6.QtCore import QCoreApplication, QEvent

from milkit.ground.words import words
from milkit.widgets.look import dress, look_for, sheet


@functools.cache  # each new look registers its fonts again, which Qt does slowly
def look(theme="light", lang="en", size=100, *, digits=False):
    return look_for(words(lang, digits), theme, size)


def let_go():
    """Delete now what is to be deleted later; it would be dressed and laid out anew."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wear(app, wanted):
    """Dress *app*, without the pages of earlier tests."""
    let_go()
    if app.styleSheet() != sheet(wanted) or app.font() != wanted.type.font("body"):
        dress(app, wanted)
    return wanted


def covering(looks, sizes):
    """
    Give (look, size) so that each look is worn, and each size, but not all pairs.

    Every look in the last and smallest of the sizes, where things run out; the first
    look and the one with the largest letters in all sizes. A look's pairs follow each
    other: changing clothes is what takes time.
    """
    largest = max(looks, key=lambda look: look[2])
    return [
        (look, size)
        for look in looks
        for size in (sizes if look in (looks[0], largest) else sizes[-1:])
    ]
