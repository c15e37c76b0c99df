from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milkit.activities.reading import read_shape
from milkit.activities.shape import Says, leaves, letters, slots_of
from milkit.activities.table import KINDS
from milkit.ground.words import words
from tests.activities.samples import TEXTS, sample, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    name: Annotated[str, Says("its name")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    id: Annotated[str, Says("its id", role="id")]
    from_: Annotated[str, Says("where it comes from")] = ""
    size: Annotated[
        str, Says("big or small", one_of=("big", "small"), role="value")
    ] = "big"
    share: Annotated[float, Says("a share")] = 0.0
    born: Annotated[date | None, Says("a day")] = None
    legs: Annotated[tuple[Leg, ...], Says("its legs", least=1, most=2)]
    box: Annotated[tuple[int, int] | None, Says("two numbers")] = None
    words: Annotated[dict[str, str], Says("by language")] = field(default_factory=dict)
    line: int = 0


def right(**more):
    return {"id": "cow", "legs": [{"name": "front"}], **more}


def said(table_):
    animal, problems = read_shape(Animal, table_)
    assert animal is None
    return "; ".join(f"{p.what} | {p.mend} | {p.at}" for p in problems)


def test_a_right_table_becomes_the_shape():
    animal, problems = read_shape(
        Animal,
        right(**{"from": "here", "share": 1, "born": date(2020, 1, 2), "box": [1, 2]}),
    )
    assert not problems
    assert animal == Animal(
        id="cow",
        from_="here",
        share=1.0,
        born=date(2020, 1, 2),
        legs=(Leg(name="front"),),
        box=(1, 2),
    )


def test_all_problems_come_at_once_with_their_places():
    text = said({"id": "c w", "legs": [], "siez": "big", "share": "much"})
    assert "`siez` is not known here | write `size`" in text
    assert "`id` is “c w”" in text
    assert "`legs` holds 0" in text
    assert "`share` is not what it must be | write a number" in text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": ""}, "`id` is empty"),
        ({"id": 3}, "`id` is not what it must be"),
        ({"size": "huge"}, "`size` is “huge” | write one of: big, small"),
        ({"share": True}, "`share` is not what it must be"),
        ({"box": [1, 2, 3]}, "`box` holds 3, not 2"),
        ({"box": "1, 2"}, "`box` is not a list"),
        ({"words": "hello"}, "`words` is not a table"),
        ({"words": {"en": 1}}, "('words', 'en')"),
        ({"legs": ["front"]}, "`legs` is not a table"),
        ({"legs": [{"nmae": "x"}]}, "('legs', 0, 'nmae')"),
        ({"born": datetime(2020, 1, 1, tzinfo=timezone.utc)}, "`born` is not what"),  # noqa: UP017 - as tomllib gives it
        ({"line": 4}, "`line` is not known here"),
    ],
)
def test_each_slip_is_named(changes, expected):
    assert expected in said(right(**changes))


def test_a_missing_key_shows_what_to_write():
    assert "`legs` is missing | add legs = [{…}] (its legs)" in said({"id": "cow"})


def test_what_says_nothing_is_not_written_by_people():
    assert "line" not in [slot.name for slot in slots_of(Animal)]


def test_leaves_give_every_value_with_its_place():
    animal, _ = read_shape(Animal, right(words={"en": "cow"}))
    found = {leaf.at: leaf.value for leaf in leaves(animal)}
    assert found["legs", 0, "name"] == "front"
    assert found["words", "en"] == "cow"


def test_letters_are_counted_as_the_eye_does():
    assert letters("abc") == 3
    assert letters("ที่") == 1
    assert letters("น้ำ") == 2


@pytest.mark.parametrize("kind", TEXTS)
def test_the_samples_are_right(kind):
    assert KINDS[kind].check(sample(kind)) == []


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", TEXTS)
@given(data=st.data())
def test_nothing_that_toml_can_hold_breaks_the_reader(kind, data):
    written = table(kind)
    for key in data.draw(st.lists(st.sampled_from(sorted(written)), max_size=3)):
        written[key] = data.draw(ANYTHING)
    written.update(
        data.draw(st.dictionaries(st.text(max_size=6), ANYTHING, max_size=2))
    )
    found, problems = read_shape(KINDS[kind].shape, written)
    assert (found is None) == bool(problems)
    if found is not None:
        KINDS[kind].check(found)


@pytest.mark.parametrize("kind", TEXTS)
@given(data=st.data())
def test_what_has_the_shape_can_be_asked_and_printed_even_when_it_is_wrong(kind, data):
    """A pack of somebody else may hold data that `check` would not let through."""
    written = table(kind)
    values = st.sampled_from(["", "x", "A", "one", 0, 1, 7, True, False, [], ["x"], {}])
    for key in data.draw(st.lists(st.sampled_from(sorted(written)), max_size=2)):
        written[key] = data.draw(values)
    for items in [value for value in written.values() if isinstance(value, list)]:
        for item in [one for one in items if isinstance(one, dict)]:
            key = data.draw(st.sampled_from(sorted(item)))
            item[key] = data.draw(st.just(item[key]) | values)
    found, _ = read_shape(KINDS[kind].shape, written)
    if found is None:
        return
    KINDS[kind].marks(found, {})
    KINDS[kind].claims(found)
    for part in ("big", "cards", "questions", "cards+questions", "key"):
        KINDS[kind].paper(found, part, words("en"))
