"""Everything in a lesson that a teacher may write, found, changed and kept together."""

from dataclasses import replace

import pytest

from milkit.activities.shape import slots_of
from milkit.activities.table import KINDS
from milkit.content.read import read_lesson
from milkit.ground.paths import bundled_lessons
from milkit.library import fields

LESSONS = sorted(bundled_lessons().glob("*/*/en.md"))


@pytest.fixture(scope="module")
def lesson():
    path = bundled_lessons() / "core" / "find-the-first-photo" / "en.md"
    return fields.settled(read_lesson(path))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_every_field_of_every_lesson_is_read_and_written(path):
    lesson = fields.settled(read_lesson(path))
    found = fields.fields(lesson)
    assert len({field.path for field in found}) == len(found)
    for field in found:
        assert fields.value(lesson, field.path) == field.value
    for field in found[::7]:
        new = field.value + 1 if isinstance(field.value, int) else f"{field.value} now"
        changed = fields.put(lesson, field.path, new)
        assert fields.value(changed, field.path) == new
        assert fields.put(changed, field.path, field.value) == lesson or field.step


def test_putting_a_text_back_gives_the_same_lesson(lesson):
    path = ("steps", "look", "activities", "what-you-see", "starters", 1)
    changed = fields.put(lesson, path, "I can see …")
    assert changed != lesson
    assert fields.put(changed, path, "I can point at …") == lesson


def test_only_texts_and_minutes_and_grouping_can_be_changed(lesson):
    names = {str(field.path[-1]) for field in fields.fields(lesson)}
    assert not names & {"id", "truth", "picture", "date", "oldest", "answer"}
    assert {"minutes", "grouping", "caption", "said", "reply"} <= names


def test_minutes_are_summed_up(lesson):
    changed = fields.put(lesson, ("steps", "look", "minutes"), 7)
    assert changed.minutes == lesson.minutes + 3
    optional = next(step for step in lesson.steps if step.optional)
    more = fields.put(lesson, ("steps", optional.id, "minutes"), optional.minutes + 2)
    assert more.optional_minutes == lesson.optional_minutes + 2


def test_todays_post_stays_one_of_the_copies_and_the_vote_follows(lesson):
    at = ("steps", "trace", "activities", "flood-trace")
    paths = {field.path for field in fields.fields(lesson)}
    assert (*at, "claim") in paths
    assert (*at, "artefacts", "A", "caption") not in paths
    assert (*at, "artefacts", "B", "caption") in paths
    changed = fields.put(lesson, (*at, "claim"), "The river took our market.")
    trace = changed.activity("flood-trace").data
    assert trace.artefacts[0].caption == "The river took our market."
    assert KINDS["trace"].check(trace) == []
    for poll in ("first-vote", "second-vote"):
        assert changed.activity(poll).data.claim == "The river took our market."
        assert ("steps", "vote", "activities", poll, "claim") not in paths


def test_a_note_is_made_anew_and_likely_answers_keep_their_marks(lesson):
    html = replace(lesson, steps=tuple(_with_html(step) for step in lesson.steps))
    changed = fields.put(html, ("steps", "look", "notes", "say-0", "text"), "Look.")
    assert changed.steps[0].notes("say")[0].html == ""
    assert changed.steps[0].notes("say")[1].html == "<p>old</p>"
    path = ("steps", "look", "notes", "likely-0", "answers", 0, "said")
    note = fields.put(lesson, path, "Brown water.").steps[0].notes("likely")[0]
    assert note.answers[0].mark == "+"
    assert note.text.startswith('- [+] "Brown water." -> "Yes.')


def _with_html(step):
    blocks = tuple(
        replace(b, html="<p>old</p>") if hasattr(b, "html") else b for b in step.blocks
    )
    return replace(step, blocks=blocks)


@pytest.mark.parametrize(
    "path",
    [
        ("steps", "none", "title"),
        ("steps", "look", "notes", "say-9", "text"),
        ("steps", "look", "activities", "none", "question"),
        ("steps", "trace", "activities", "flood-trace", "artefacts", "Z", "who"),
    ],
)
def test_a_place_that_is_not_there_is_told(lesson, path):
    with pytest.raises(LookupError):
        fields.put(lesson, path, "x")
    with pytest.raises(LookupError):
        fields.value(lesson, path)


def test_every_kind_has_texts_to_write():
    for kind in KINDS.values():
        assert any(slot.says.role == "text" for slot in slots_of(kind.shape)), kind.name
