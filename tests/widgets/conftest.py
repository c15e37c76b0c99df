from __future__ import annotations

import pytest

from milkit.ground.words import words
from milkit.widgets.look import dress, look_for


@pytest.fixture
def dressed(qapp):
    """Give a maker of looks that also dresses the application."""

    def make(theme="light", lang="en", size=100, *, digits=False):
        look = look_for(words(lang, digits), theme, size)
        dress(qapp, look)
        return look

    return make


@pytest.fixture
def look(dressed):
    return dressed()
