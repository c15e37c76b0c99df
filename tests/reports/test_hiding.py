"""No figure of a small group, and none that gives one away."""

from hypothesis import given
from hypothesis import strategies as st

from milkit.reports.hiding import at_edge, at_least, capped, hidden


def test_the_smallest_group_can_be_chosen_but_never_under_five():
    assert at_least(10) == 10
    assert at_least(15) == 15
    assert at_least(2) == 5


def test_small_groups_take_the_next_smallest_with_them():
    assert hidden({"a": 30, "b": 9, "c": 12}) == {"b", "c"}
    assert hidden({"a": 30, "b": 40}) == set()
    assert hidden({"a": 3}) == {"a"}
    assert hidden({"a": 3, "b": 4, "c": 11, "d": 30}) == {"a", "b", "c"}
    assert hidden({"a": 6, "b": 7, "c": 11}) == {"a", "b"}
    assert hidden({"a": 0, "b": 20}) == set()
    assert hidden({"a": 8, "b": 30}, 5) == set()


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 60)), st.integers(0, 20))
def test_a_hidden_group_can_never_be_had_from_the_sum(groups, wanted):
    out = hidden(groups, wanted)
    least = at_least(wanted)
    shown = {name for name, many in groups.items() if many} - out
    assert all(groups[name] >= least for name in shown)
    if out and shown:
        assert len(out) >= 2
        assert sum(groups[name] for name in out) >= least


def test_percentages_of_few_students_are_held():
    assert capped(100, 39) == 95
    assert capped(0, 39) == 5
    assert capped(100, 40) == 100
    assert [at_edge(x, 20) for x in (95, 50, 5)] == [1, 0, -1]
    assert at_edge(95, 60) == 0
