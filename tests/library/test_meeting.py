"""A copy meets a renewed lesson: nothing is lost, either side can be taken."""

from dataclasses import replace

import pytest

from milkit.content.lesson import Note
from milkit.content.read import read_lesson
from milkit.ground.paths import bundled_lessons
from milkit.library import editing, fields, meeting, ordering
from milkit.library.library import Library
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import pack_of

WHEN = "2026-11-12T09:30:00+07:00"
SAY = ("steps", "look", "notes", "say-0", "text")
DO = ("steps", "look", "notes", "do-0", "text")
TITLE = ("steps", "vote", "title")


@pytest.fixture(scope="module")
def kit():
    path = bundled_lessons() / "core" / "find-the-first-photo" / "en.md"
    return editing.bare(fields.settled(read_lesson(path)))


def opened(folder, lesson, version):
    path = pack_of(folder / f"{version}.pack", lesson, version=version)
    overlay, mishap = open_overlay(folder / "data")
    assert mishap is None
    return Library([open_pack(path)], overlay)


def put(lesson, **changes):
    for path, text in changes.values():
        lesson = fields.put(lesson, path, text)
    return lesson


@pytest.fixture
def meet(tmp_path, kit):
    """Give a maker: a copy of the kit's lesson meets a renewed one."""
    libraries = []

    def make(mine, new):
        with opened(tmp_path, kit, "1.0") as library:
            copy = editing.save(library, "", editing.State(mine), WHEN)
        later = opened(tmp_path, new, "1.1")
        libraries.append(later)
        return later, copy.id

    yield make
    for library in libraries:
        library.close()


def test_an_update_keeps_the_copy_and_lists_the_conflict(meet, kit):
    mine = put(kit, a=(SAY, "Look at our bridge."), b=(("title",), "At our bridge"))
    new = put(kit, a=(SAY, "Look for 30 seconds."), b=(TITLE, "Vote now"))
    library, copy = meet(mine, new)
    (conflict,) = library.conflicts()
    assert (conflict.row.id, conflict.was, conflict.now) == (copy, "1.0", "1.1")
    assert library.lesson(copy, "en").title == "At our bridge"
    assert fields.value(library.lesson(copy, "en"), SAY) == "Look at our bridge."
    assert fields.value(library.lesson("L14", "en"), SAY) == "Look for 30 seconds."
    met = meeting.meeting(library, copy, "en")
    assert [(d.what, d.path, d.both) for d in met.differences] == [
        ("text", SAY, True),
        ("text", TITLE, False),
    ]
    said = met.differences[0]
    assert said.was.startswith("Today we become")
    assert (said.now, said.mine) == ("Look for 30 seconds.", "Look at our bridge.")


def test_either_side_is_taken(meet, kit):
    mine = put(kit, a=(SAY, "Look at our bridge."), c=(DO, "Wait."))
    new = put(kit, a=(SAY, "Look for 30 seconds."), b=(TITLE, "Vote now"))
    library, copy = meet(mine, new)
    met = meeting.meeting(library, copy, "en")
    meeting.settle(library, met, {("text", TITLE)}, WHEN)
    lesson = editing.bare(library.lesson(copy, "en"))
    assert fields.value(lesson, SAY) == "Look at our bridge."
    assert fields.value(lesson, DO) == "Wait."
    assert fields.value(lesson, TITLE) == "Vote now"
    assert library.conflicts() == []
    assert meeting.meeting(library, copy, "en") is None
    draft = editing.open_draft(library, copy, "en")
    assert {change.path for change in draft.changes()} == {SAY, DO}
    assert draft.was(SAY) == "Look for 30 seconds."


def test_what_no_teacher_can_change_is_renewed_by_itself(meet, kit):
    mine = put(kit, a=(SAY, "Look at our bridge."))
    library, copy = meet(mine, replace(kit, facts=(), outcomes=("one", "two")))
    met = meeting.meeting(library, copy, "en")
    assert met.differences == ()
    meeting.settle(library, met, (), WHEN)
    lesson = library.lesson(copy, "en")
    assert lesson.outcomes == ("one", "two")
    assert fields.value(lesson, SAY) == "Look at our bridge."


def test_a_step_whose_parts_changed_is_taken_or_left_whole(meet, kit):
    more = (*kit.steps[0].blocks, Note("tip", "Whisper."))
    steps = (replace(kit.steps[0], blocks=more), *kit.steps[1:])
    mine = put(kit, a=(SAY, "Look at our bridge."))
    library, copy = meet(mine, replace(kit, steps=steps))
    met = meeting.meeting(library, copy, "en")
    (one,) = met.differences
    assert (one.what, one.path, one.both) == ("step", ("steps", "look"), True)
    assert "Whisper." in one.now
    assert "our bridge" in one.mine
    kept = meeting.merged(met, ())
    assert fields.value(kept, SAY) == "Look at our bridge."
    taken = meeting.merged(met, {one.key})
    assert taken.steps[0].notes("tip")
    assert taken.id == copy


def test_steps_that_came_and_went(meet, kit):
    renewed, new = ordering.add(kit, "look", "A new step")
    renewed = ordering.take_out(renewed, "six")
    mine = put(kit, a=(("steps", "six", "title"), "My six"))
    library, copy = meet(ordering.take_out(mine, "caption"), renewed)
    met = meeting.meeting(library, copy, "en")
    assert [(d.what, d.step) for d in met.differences] == [
        ("new", new),
        ("gone", "six"),
    ]
    taken = meeting.merged(met, {d.key for d in met.differences})
    ids = [step.id for step in taken.steps]
    assert ids[:2] == ["look", new]
    assert "six" not in ids
    assert "caption" not in ids  # the teacher took it out
    kept = meeting.merged(met, ())
    assert [step.id for step in kept.steps] == [step.id for step in met.mine.steps]


def test_a_question_of_the_teachers_own_hides_no_difference(meet, kit):
    mine, step = ordering.add(kit, "look", "At our bridge")
    mine = ordering.ask(mine, step, "Where?")
    mine = put(mine, a=(SAY, "Look."))
    library, copy = meet(mine, put(kit, a=(DO, "Wait 30 seconds.")))
    (one,) = meeting.meeting(library, copy, "en").differences
    assert (one.path, one.both) == (DO, False)


def test_a_lesson_that_is_gone_leaves_the_copy(tmp_path, kit):
    with opened(tmp_path, kit, "1.0") as library:
        copy = editing.save(library, "", editing.State(kit), WHEN).id
        assert not meeting.is_gone(library, copy, "en")
    with opened(tmp_path, replace(kit, id="L15"), "1.1") as later:
        assert meeting.is_gone(later, copy, "en")
        assert meeting.meeting(later, copy, "en") is None
        assert later.lesson(copy, "en").title == kit.title
