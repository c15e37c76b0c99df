"""A class is watching: whatever is missing or odd, something sensible is drawn."""

from dataclasses import fields, is_dataclass, replace

import pytest

from milkit.ground.words import words
from milkit.stage.sheet import view_of
from milkit.stage.table import VIEWS
from milkit.teaching.scene import Scene
from tests.stage.samples import hands, samples

KINDS = tuple(samples("en"))
EMPTY = {str: "", tuple: (), dict: {}, int: 0, bool: False}
ODD = (
    {"item": -5}, {"item": 99}, {"page": 7}, {"page": -1}, {"present": 0},
    {"present": 400, "left": -90}, {"total": 0, "left": 10}, {"lang": "xx"},
)  # fmt: skip


def _emptied(data):
    """Give the data with one field after another empty, then all of them."""
    every = {}
    for field in fields(data):
        value = getattr(data, field.name)
        if field.name == "id":
            continue
        if type(value) in EMPTY:
            every[field.name] = EMPTY[type(value)]
            yield replace(data, **{field.name: every[field.name]})
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            first, *rest = value
            for broken in _emptied(first):
                yield replace(data, **{field.name: (broken, *rest)})
    yield replace(data, **every)


def _scene(kind, data, **more):
    base = {"present": 41, "counted": 37, "left": 99, "total": 180, "title": "Step"}
    return Scene(**({"kind": kind, "data": data} | base | more))


def _all_ways(kind, data, **more):
    counts = {"a": {"b": 3}, "first": {"yes": 9}, **hands(kind, samples("en")[kind])}
    yield _scene(kind, data, **more)
    yield _scene(kind, data, **more, counts=counts, counts_shown=True, before=counts)
    yield _scene(kind, data, **more, counts_shown=True, answer_shown=True)


@pytest.mark.parametrize("kind", KINDS)
def test_empty_fields_and_missing_pictures(kind, draw, look_of):
    look = look_of(picture=lambda _name: None)
    for data in _emptied(samples("en")[kind]):
        for scene in _all_ways(kind, data):
            draw(scene, (640, 360), look)
        VIEWS[kind].console(scene, words("en"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_odd_places_in_an_activity(kind, odd, draw):
    data = samples("en")[kind]
    placed = (("x", "y"), ("", ""), ("c0", "nowhere"), ("s0", "mark"), ("C", "1"))
    for more in (odd, odd | {"placed": placed}):
        for scene in _all_ways(kind, data, **more):
            drawn, count = draw(scene, (640, 360))
            assert count >= 1
            assert drawn.texts
            VIEWS[kind].console(scene, words("en"))


@pytest.mark.parametrize("kind", KINDS)
def test_very_small_and_very_odd_windows(kind, draw):
    for size in ((1, 1), (3, 400), (400, 3), (64, 36)):
        for scene in _all_ways(kind, samples("en")[kind]):
            draw(scene, size)


def test_data_of_another_kind_shows_the_title(draw):
    scene = Scene("poll", title="Vote", data=samples("en")["sort"])
    assert view_of(scene) is None
    assert "Vote" in draw(scene)[0].words


@pytest.mark.parametrize("kind", ["title", "end", "nonsense", ""])
def test_other_scenes_show_their_title(kind, draw):
    drawn, count = draw(Scene(kind, title="What do you see?"))
    assert "What do you see?" in drawn.words
    assert count == 1


def test_blank_shows_no_word(draw):
    assert not draw(Scene("blank", title="Secret"))[0].texts


@pytest.mark.parametrize("kind", KINDS)
def test_texts_without_end_stay_in_the_window(kind, draw):
    """Words longer than the window, and texts longer than any lesson may have."""

    def longer(value):
        if isinstance(value, str) and value and " " in value:
            return value * 6 + " " + "m" * 90
        if isinstance(value, tuple):
            return tuple(longer(one) for one in value)
        if is_dataclass(value):
            return replace(
                value, **{f.name: longer(getattr(value, f.name)) for f in fields(value)}
            )
        return value

    data = longer(samples("en")[kind])
    for scene in _all_ways(kind, data):
        _, count = draw(scene)
        for page in range(count):
            drawn, _ = draw(replace(scene, page=page))
            assert all(text.ink.left() > -20 for text in drawn.texts)
