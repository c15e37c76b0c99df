"""A teacher's own example: kept, taught in the place of the kit's, printed, let go."""

from dataclasses import replace

import pytest

from milkit.activities.own import is_real, place_of
from milkit.activities.paper import Specimen
from milkit.activities.table import KINDS
from milkit.content.lesson import Paper
from milkit.content.read import read_lesson
from milkit.content.sheets import credit, pictures_on, sheets
from milkit.ground.errors import PictureMissing
from milkit.ground.paths import bundled_lessons
from milkit.ground.words import words
from milkit.library import local
from milkit.library.library import Library
from milkit.library.own_example import OwnExample
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from milkit.teaching.stops import stop, stops
from tests.packs.made import PNG, pack_of

WHEN = "2026-11-12T09:30:00+07:00"
LESSONS = sorted(bundled_lessons().glob("*/*/en.md"))
TEXT = "The old bridge at Sungai Lima is gone."


@pytest.fixture(scope="module")
def photo():
    return read_lesson(bundled_lessons() / "core" / "find-the-first-photo" / "en.md")


@pytest.fixture
def library(tmp_path, photo):
    path = pack_of(tmp_path / "core.pack", photo)
    overlay, _ = open_overlay(tmp_path / "data")
    with Library([open_pack(path)], overlay) as made:
        yield made


def own(**more):
    usual = {
        "answers": {"claim": TEXT, "permission": "Ask Ms Lin."},
        "seen": ("claim",),
    }
    return OwnExample(**{**usual, **more})


def taught(lesson, example):
    return local.placed(lesson, example)


def test_it_is_kept_and_comes_back_as_it_was(library, photo):
    example = own(picture=PNG, alt="A bridge", why="Because", answer="not")
    local.keep(library.overlay, photo, example, WHEN)
    assert local.of(library.overlay, photo) == replace(
        example, picture=local.of(library.overlay, photo).picture
    )
    local.keep(library.overlay, photo, local.blank(local.slot_of(photo)), WHEN)
    assert library.overlay.examples.of("L14") == []


def test_a_lesson_opens_with_the_example_in_its_place(library, photo):
    assert library.lesson("L14").activity("pair-trace").kind == "trace"
    local.keep(library.overlay, photo, own(picture=PNG, alt="A bridge"), WHEN)
    lesson = library.lesson("L14")
    vote = lesson.activity("pair-trace")
    assert (vote.kind, vote.data.claim) == ("poll", TEXT)
    assert [option.text for option in vote.data.options][:2] == ["Fits", "Does not fit"]
    assert place_of(vote.data.picture) == ("en", "own-photo")
    assert not is_real(vote.data.picture)
    assert lesson.pictures[vote.data.picture].alt == "A bridge"
    assert library.picture("L14", vote.data.picture).startswith(b"\x89PNG")
    assert library.packed("L14").activity("pair-trace").kind == "trace"
    step = next(step for step in lesson.steps if step.id == "pair")
    assert "Ms Lin" in next(n.html for n in step.notes("do") if "Ms Lin" in n.html)
    assert TEXT not in "".join(note.html for note in step.notes("do"))


def test_what_is_not_ready_or_not_used_changes_nothing(photo):
    for example in (
        own(used=False),
        own(answers={}),
        own(seen=()),
        own(real=True),
        own(real=True, source="  "),
    ):
        assert taught(photo, example) == photo


def test_a_real_example_is_talked_about_with_its_source_and_never_called_made_up(photo):
    example = own(real=True, source="Arani Weekly, 2021", picture=PNG)
    lesson = taught(photo, example)
    talk = lesson.activity("pair-trace")
    assert talk.kind == "discuss"
    assert TEXT in talk.data.question
    assert talk.data.norms == ("Source: Arani Weekly, 2021",)
    assert is_real(talk.data.picture)
    blocks = KINDS["discuss"].paper(talk.data, "questions", words("en"))
    assert not any(isinstance(block, Specimen) for block in blocks)
    sheet = next(s for s in sheets(lesson, "handouts", words("en")) if "pair" in s.id)
    assert talk.data.picture in pictures_on(sheet.blocks)
    assert "Arani Weekly" in credit(sheet, lesson)


def test_each_text_that_the_class_sees_is_a_screen_of_its_own(photo):
    example = own(answers={"claim": TEXT, "other": "A post"}, seen=("claim", "other"))
    lesson = taught(photo, example)
    assert lesson.activity("pair-trace-2").data.claim == "A post"
    used = {
        use
        for handout in lesson.handouts
        for block in handout.blocks
        if isinstance(block, Paper)
        for use in block.use
    }
    assert {"pair-trace", "pair-trace-2"} <= used


def test_a_right_answer_is_shown_with_its_reason(photo):
    vote = taught(photo, own(answer="not", why="It stood in May.")).activity(
        "pair-trace"
    )
    (question,) = KINDS["poll"].questions(vote.data)
    assert (question.answer, question.why, question.truth) == (
        "not",
        "It stood in May.",
        False,
    )
    assert taught(photo, own(answer="none")).activity("pair-trace").data.answer == ""


def test_polls_on_the_trace_whose_place_it_takes_ask_about_it_too(photo):
    section = photo.section("local")
    slot = replace(local.slot_of(photo), instead_of="flood-trace")
    sections = tuple(
        replace(s, blocks=(slot,)) if s is section else s for s in photo.sections
    )
    lesson = taught(replace(photo, sections=sections), own())
    for poll in ("first-vote", "second-vote", "flood-trace"):
        assert lesson.activity(poll).data.claim == TEXT


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("real", [True, False])
@pytest.mark.parametrize("picture", [b"", PNG])
def test_every_lesson_can_be_taught_and_printed_with_one(path, real, picture):
    lesson = read_lesson(path)
    slot = local.slot_of(lesson)
    first = slot.ask[0].id
    example = own(
        answers={first: TEXT}, seen=(first,), real=real, source="We", picture=picture
    )
    changed = taught(lesson, example)
    assert changed.activity(slot.instead_of).kind in {"poll", "discuss", "annotate"}
    new = [a for a in changed.every_activity if lesson.activity(a.id) != a]
    assert new
    for activity in new:
        assert isinstance(activity.data, KINDS[activity.kind].shape)
        for item in range(stops(activity)):
            stop(activity, item, ())
    for what in ("handouts", "cards", "key"):
        assert sheets(changed, what, words("en"))


def test_the_copy_of_a_lesson_takes_its_example_along(library):
    copy = library.duplicate("L14", "en", WHEN)
    local.keep(library.overlay, copy, own(), WHEN)
    again = library.duplicate(copy.id, "en", WHEN)
    assert again.activity("pair-trace").kind == "trace"  # the copy itself is bare
    assert library.lesson(again.id).activity("pair-trace").data.claim == TEXT
    assert library.lesson("L14").activity("pair-trace").kind == "trace"


def test_a_picture_that_is_gone_is_told(library, photo):
    local.keep(library.overlay, photo, own(picture=PNG), WHEN)
    name = library.lesson("L14").activity("pair-trace").data.picture
    library.overlay.examples.drop("L14", "en", "own-photo")
    with pytest.raises(PictureMissing):
        library.picture("L14", name)


def test_a_lesson_without_a_slot_has_no_example(library, photo):
    bare = replace(photo, sections=())
    assert local.of(library.overlay, bare) is None
    assert local.placed(bare, own()) is bare
    local.keep(library.overlay, bare, own(), WHEN)
    assert library.overlay.examples.of("L14") == []
