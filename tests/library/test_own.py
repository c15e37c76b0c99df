"""The teacher's versions stand over those of packs, and meet renewed lessons."""

from dataclasses import replace

import pytest

from milkit.content.lesson import Note
from milkit.ground.errors import LessonMissing
from milkit.library.library import Library
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import PNG, lesson, pack_of

WHEN = "2026-11-12T09:30:00+07:00"


def opened(folder, *lessons, version="1.0"):
    path = pack_of(folder / f"{version}.pack", *lessons, version=version)
    overlay, mishap = open_overlay(folder / "data")
    assert mishap is None
    return Library([open_pack(path)], overlay)


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path, lesson("en"), lesson("th")) as made:
        yield made


def change(library, lang="en", **more):
    return library.keep(replace(library.lesson("L1", lang), **more), WHEN)


def test_a_changed_lesson_stands_in_the_place_of_the_packs(library):
    row = change(library, title="My flood")
    assert (row.title, row.mine, row.languages) == ("My flood", True, ("en", "th"))
    assert library.rows("en") == [row]
    assert library.lesson("L1", "en").title == "My flood"
    assert library.packed("L1", "en").title == "Flood photo"
    assert not library.rows("th")[0].mine
    assert library.changed("L1", "en") == ("title",)
    assert [step.id for step in library.steps("L1", "en")] == ["look"]
    assert library.picture("L1", "red") == PNG


def test_it_can_be_changed_again_and_put_back(library):
    change(library, title="My flood")
    change(library, summary="Ask who took it.")
    assert library.changed("L1", "en") == ("summary", "title")
    assert library.lesson("L1", "en").title == "My flood"
    library.put_back("L1", "en")
    assert library.lesson("L1", "en").title == "Flood photo"
    assert library.changed("L1", "en") == ()


def test_word_ends_are_no_change_and_come_back(library):
    row = change(library, "th", title="ข่าวปลอม")
    assert library.changed("L1", "th") == ()
    assert row.title == library.packed("L1", "th").title


def test_notes_are_made_ready_to_show_again(library):
    whole = library.lesson("L1", "en")
    note = Note("say", text="Look at **this**.", html="<p>old</p>")
    step = replace(whole.steps[0], blocks=(note,))
    change(library, steps=(step,))
    assert "<strong>this</strong>" in library.lesson("L1", "en").steps[0].blocks[0].html
    assert library.changed("L1", "en") == ("steps/look/blocks",)


def test_own_words_are_found(library):
    change(library, title="Buffalo on the bridge")
    (hit,) = library.find("buffalo", "en")
    assert hit.row.mine
    assert [h.row.title for h in library.find("flood", "en")] == [
        "Buffalo on the bridge"
    ]


def test_a_duplicate_is_a_lesson_of_its_own(library):
    copy = library.duplicate("L1", "en", WHEN)
    assert copy.id == "L1-2"
    assert library.duplicate("L1", "en", WHEN).id == "L1-3"
    assert library.duplicate("L1-2", "en", WHEN).id == "L1-2-2"
    assert [row.id for row in library.rows("en")][-1] == "L1"
    assert library.lesson("L1-2").title == "Flood photo"
    assert library.changed("L1-2", "en") == ()
    assert library.picture("L1-2", "red") == PNG
    assert library.languages("L1-2") == ("en",)
    library.keep(replace(copy, title="Copy"), WHEN)
    assert library.row("L1-2").title == "Copy"
    assert library.row("L1", "en").title == "Flood photo"


def test_a_lesson_that_nobody_has_cannot_be_kept(library):
    with pytest.raises(LessonMissing):
        library.keep(lesson("en", "none"), WHEN)


def renewed(tmp_path, *lessons):
    return opened(tmp_path, *lessons, version="1.1")


def test_nothing_renewed_is_no_conflict(tmp_path, library):
    change(library, title="My flood")
    assert library.conflicts() == []
    with renewed(tmp_path, lesson("en"), lesson("th")) as later:
        assert later.conflicts() == []


def test_a_renewed_lesson_is_listed_and_nothing_overwritten(tmp_path, library):
    change(library, title="My flood", needs=("paper",))
    new = lesson("en", title="The flood photo", summary="Students look.")
    with renewed(tmp_path, new, lesson("th")) as later:
        (conflict,) = later.conflicts()
        assert (conflict.was, conflict.now) == ("1.0", "1.1")
        assert conflict.mine == ("needs", "title")
        assert conflict.theirs == ("summary", "title")
        assert conflict.both == ("title",)
        assert later.lesson("L1", "en").title == "My flood"


def test_a_conflict_is_settled_by_keeping_mine(tmp_path, library):
    change(library, title="My flood")
    new = lesson("en", title="The flood photo", summary="Students look.")
    with renewed(tmp_path, new) as later:
        assert later.settle("L1", "en", WHEN, renew=False) == []
        assert later.conflicts() == []
        assert later.lesson("L1", "en").summary.startswith("Students check")
        assert later.changed("L1", "en") == ("summary", "title")


def test_a_conflict_is_settled_by_laying_mine_over(tmp_path, library):
    change(library, title="My flood")
    new = lesson("en", title="The flood photo", summary="Students look.")
    with renewed(tmp_path, new) as later:
        assert later.settle("L1", "en", WHEN, renew=True) == []
        assert later.conflicts() == []
        whole = later.lesson("L1", "en")
        assert (whole.title, whole.summary) == ("My flood", "Students look.")
        assert later.changed("L1", "en") == ("title",)


def test_a_change_without_a_place_is_told(tmp_path, library):
    step = replace(library.lesson("L1", "en").steps[0], minutes=15)
    change(library, steps=(step,))
    other = replace(step, id="other")
    with renewed(tmp_path, lesson("en", steps=(other,))) as later:
        lost = later.settle("L1", "en", WHEN, renew=True)
        assert lost == ["steps/look/minutes"]


def test_a_lesson_that_is_gone_is_listed_and_still_taught(tmp_path, library):
    change(library, title="My flood")
    with renewed(tmp_path, lesson("en", "L2")) as later:
        (conflict,) = later.conflicts()
        assert conflict.gone
        assert later.lesson("L1", "en").title == "My flood"
        assert [row.id for row in later.rows()] == ["L1", "L2"]
        with pytest.raises(LessonMissing):
            later.settle("L1", "en", WHEN, renew=True)
