from __future__ import annotations

import pytest

from milkit.widgets.theme import CONTRAST, DARK, LIGHT, TOPICS, mixed, theme

THEMES = (LIGHT, DARK, CONTRAST)


def _light(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def ratio(one, other):
    a, b = sorted((_light(one), _light(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("look", THEMES, ids=lambda t: t.name)
def test_text_can_be_read(look):
    pairs = [
        (ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("bg", "surface")
    ]
    pairs += [
        ("ink2", "sunken"),
        ("on_pri", "pri"),
        ("on_pri", "pri_hover"),
        ("soft_ink", "soft"),
        ("side_ink", "side"),
        ("side_ink2", "side"),
        ("on_side_chosen", "side_chosen"),
        ("on_tur", "tur"),
        ("tur_ink", "tur_soft"),
        ("good", "good_soft"),
        ("good", "surface"),
        ("bad", "bad_soft"),
        ("bad", "surface"),
        ("ink", "tur_soft"),
        ("ink", "bad_soft"),
        ("ink", "good_soft"),
        ("surface", "ink"),  # the specimen frame's label
    ]
    for ink, ground in pairs:
        assert ratio(getattr(look, ink), getattr(look, ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("look", THEMES, ids=lambda t: t.name)
def test_controls_and_graphics_can_be_seen(look):
    for ground in ("bg", "surface"):
        for edge in ("ctl", "pri", "good", "bad", "tur_ink"):
            assert ratio(getattr(look, edge), getattr(look, ground)) >= 3, edge
    assert ratio(look.focus_in, look.focus_out) >= 3
    assert ratio(look.selvedge_thread, look.selvedge) >= 3


@pytest.mark.parametrize("look", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("topic", TOPICS)
def test_topics_can_be_read_and_their_weave_seen(look, topic):
    dye = look.dye(topic)
    assert ratio(dye.ink, look.surface) >= 4.5
    assert ratio(dye.warp, dye.weft) >= (3.5 if look is DARK else 4.7)


def test_no_answer_hints_by_colour():
    for look in (LIGHT, DARK):
        borrowed = {look.mark(m) for m in ("yes", "no", "unsure")}
        borrowed |= {look.choice(i) for i in range(4)}
        assert len({look.mark(m) for m in ("yes", "no", "unsure")}) == 3
        assert not borrowed & {look.good, look.bad}


def test_unknown_names_are_no_trouble():
    assert theme("purple") is LIGHT
    assert LIGHT.dye("cooking") == LIGHT.dye("rumours")
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
