from __future__ import annotations

import pytest

from tests import wardrobe


@pytest.fixture
def dressed(qapp):
    """Give a maker of looks that also dresses the application."""

    def make(theme="light", lang="en", size=100, *, digits=False):
        return wardrobe.wear(qapp, wardrobe.look(theme, lang, size, digits=digits))

    return make


@pytest.fixture
def look(dressed):
    return dressed()
