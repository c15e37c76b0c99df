"""The whole lesson on paper: every word to say is there, and it is the teacher's."""

import pytest

from milkit.activities.paper import inside
from milkit.activities.printed import plain
from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.content.whole import whole
from milkit.ground.paths import bundled_lessons
from milkit.ground.words import words

LESSONS = sorted(bundled_lessons().glob("*/*/en.md"))


def text_of(sheet):
    found = []
    every = [one for block in sheet.blocks for one in (block, *inside(block))]
    for block in every:
        found += [getattr(block, name, "") or "" for name in ("text", "html")]
        found += list(getattr(block, "items", ()))
    return " ".join(map(str, found))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_every_step_with_its_likely_answers_is_there(path):
    lesson = render(read_lesson(path), "en")
    printed = text_of(whole(lesson, words("en")))
    for step in lesson.steps:
        assert step.title in printed
        for note in step.notes("likely"):
            assert all(plain(answer.reply) in printed for answer in note.answers)


def test_it_is_marked_as_the_teachers():
    assert whole(render(read_lesson(LESSONS[0]), "en"), words("en")).teacher_only


def test_only_the_steps_that_are_taught():
    lesson = render(read_lesson(LESSONS[0]), "en")
    printed = text_of(whole(lesson, words("en"), [lesson.steps[0].id]))
    assert lesson.steps[0].title in printed
    assert lesson.steps[1].title not in printed
