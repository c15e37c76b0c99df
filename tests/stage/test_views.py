"""Every view in every script and shape: inside the window, nothing cut or covered."""

from dataclasses import replace

import pytest

from milkit.stage.canvas import TOLD
from tests.stage.samples import LANGS, samples, scenes

KINDS = tuple(samples("en"))
SIZES = ((1280, 720), (1024, 768))
MORE_SIZES = ((1366, 768), (1920, 1080), (800, 600), (1280, 1024))


def _shown(kind, lang, draw, size):
    """Draw every screen of every scene; give (name, what was drawn)."""
    data = samples(lang)[kind]
    for number, scene in enumerate(scenes(kind, data, lang)):
        drawn, count = draw(scene, size)
        yield f"{kind} {number} of 0", drawn
        for page in range(1, count):
            drawn, again = draw(replace(scene, page=page), size)
            assert again == count, f"{kind} {number}: the count depends on the page"
            yield f"{kind} {number} of {page}", drawn


def _check(name, drawn, size):
    wide, high = size
    slack = high * 0.012  # strokes reach a little beyond what a font says
    for text in drawn.texts:
        said = f"{name}: {text.text!r}"
        assert text.px >= int(high * TOLD / 100), f"{said} is too small: {text.px} px"
        assert text.ink.left() >= -slack, said
        assert text.ink.right() <= wide + slack, f"{said} runs out at the right"
        assert text.ink.top() >= -slack, said
        assert text.ink.bottom() <= high + slack, f"{said} runs out at the foot"


def _covered(name, drawn):
    """Find a text that lies under a later box, or under another text."""
    for text in drawn.texts:
        inner = text.ink.adjusted(2, 2, -2, -2)
        for order, box in drawn.boxes:
            assert order < text.order or not box.intersects(inner), (
                f"{name}: {text.text!r} is covered"
            )
    texts = drawn.texts
    for i, one in enumerate(texts):
        for other in texts[i + 1 :]:
            shared = one.ink.intersected(other.ink)
            # Marks above and below letters may come near those of the next line.
            near = 0.34 * min(one.px, other.px)
            assert min(shared.width(), shared.height()) <= near, (
                f"{name}: {one.text!r} lies on {other.text!r}"
            )


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_covered_or_too_small(kind, lang, size, draw):
    for name, drawn in _shown(kind, lang, draw, size):
        _check(name, drawn, size)
        _covered(name, drawn)


@pytest.mark.parametrize("size", MORE_SIZES, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_other_windows(kind, size, draw):
    for name, drawn in _shown(kind, "en", draw, size):
        _check(name, drawn, size)
        _covered(name, drawn)
