import pytest

from milkit.teaching.pace import Ahead, LeaveOut, Shorten, offers, pace

STEPS = [
    Ahead("pair", 4, 10),
    Ahead("six", 5, 6),
    Ahead("talk", 6, 8, optional=True),
    Ahead("close", 7, 4, needed=True),
]


@pytest.mark.parametrize(
    ("spent", "left", "late", "free"),
    [
        (0, 12 * 60, 0, 12),
        (12 * 60, 0, 0, 0),
        (11 * 60 + 30, 60, 0, 0),
        (12 * 60, 60, 1, 0),
        (18 * 60, 0, 6, -6),
        (18 * 60 + 59, 0, 6, -7),
    ],
)
def test_late_is_said_from_one_minute(spent, left, late, free):
    found = pace(spent, left, STEPS, 40)
    assert (found.on_time, found.late, found.free) == (late == 0, late, free)
    assert bool(found.offers) == (late > 0)


def test_the_longest_step_gives_and_an_optional_one_goes_first():
    assert offers(3, STEPS) == (Shorten("pair", 4, 7, 3), LeaveOut("talk", 6, 8))


def test_a_step_keeps_what_it_needs():
    assert offers(9, STEPS)[0] == Shorten("pair", 4, 6, 4)
    assert offers(5, [Ahead("a", 1, 2), Ahead("b", 2, 1)])[0] == LeaveOut("a", 1, 2)


def test_the_smallest_that_is_enough_goes():
    core = [Ahead("a", 1, 12), Ahead("b", 2, 6), Ahead("c", 3, 8)]
    assert offers(6, core)[1] == LeaveOut("b", 2, 6)
    assert offers(7, core)[1] == LeaveOut("c", 3, 8)
    assert offers(20, core)[1] == LeaveOut("a", 1, 12)


def test_needed_steps_stay():
    assert offers(5, [Ahead("close", 1, 4, needed=True)]) == (
        Shorten("close", 1, 3, 1),
    )
    assert offers(5, []) == ()
