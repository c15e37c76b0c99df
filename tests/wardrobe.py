"""Dress the application for a test, and only when it wears something else."""

import functools

from PySide6.QtCore import QCoreApplication, QEvent

from milkit.ground.words import words
from milkit.widgets.look import dress, look_for, sheet


@functools.cache  # each new look registers its fonts again, which Qt does slowly
def look(theme="light", lang="en", size=100, *, digits=False):
    return look_for(words(lang, digits), theme, size)


def wear(app, wanted):
    """Dress *app*; the pages that earlier tests let go would be laid out anew."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if app.styleSheet() != sheet(wanted) or app.font() != wanted.type.font("body"):
        dress(app, wanted)
    return wanted
