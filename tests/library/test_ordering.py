"""Steps of a copy, added, moved, taken out and put back."""

import pytest

from milkit.content.read import read_lesson
from milkit.ground.paths import bundled_lessons
from milkit.library import fields, ordering


@pytest.fixture(scope="module")
def lesson():
    path = bundled_lessons() / "core" / "find-the-first-photo" / "en.md"
    return fields.settled(read_lesson(path))


def ids(lesson):
    return [step.id for step in lesson.steps]


def test_a_new_step_stands_where_it_was_asked_for(lesson):
    made, name = ordering.add(lesson, "look", "At our bridge")
    assert ids(made)[:2] == ["look", name]
    assert made.minutes == lesson.minutes + ordering.MINUTES
    again, other = ordering.add(made, "", "First")
    assert ids(again)[0] == other != name


def test_a_step_taken_out_comes_back_where_it_was(lesson):
    for step in lesson.steps:
        gone = ordering.take_out(lesson, step.id)
        assert step.id not in ids(gone)
        back = ordering.put_in(gone, step, ordering.before(lesson, step.id))
        assert ids(back) == ids(lesson)
    assert ordering.take_out(lesson, "none") is lesson


def test_the_second_half_begins_with_the_next_step(lesson):
    first = next(step.id for step in lesson.steps if step.split)
    after = ids(lesson)[ids(lesson).index(first) + 1]
    gone = ordering.take_out(lesson, first)
    assert [step.id for step in gone.steps if step.split] == [after]


def test_the_last_step_stays(lesson):
    for step in lesson.steps:
        lesson = ordering.take_out(lesson, step.id)
    assert len(lesson.steps) == 1


def test_moving_ends_at_the_ends(lesson):
    first, last = ids(lesson)[0], ids(lesson)[-1]
    assert ids(ordering.move(lesson, first, 1))[1] == first
    assert ids(ordering.move(lesson, first, -1)) == ids(lesson)
    assert ids(ordering.move(lesson, last, 99)) == ids(lesson)
    assert ordering.move(lesson, "none", 1) is lesson


def test_a_step_can_ask_the_class_and_stop_asking(lesson):
    made, name = ordering.add(lesson, "look", "At our bridge")
    asked = ordering.ask(made, name, "Where is it?")
    (talk,) = asked.steps[1].activities
    assert (talk.kind, talk.data.question) == ("discuss", "Where is it?")
    assert ordering.unask(asked, name) == made
