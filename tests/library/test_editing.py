"""A copy while it is changed: what differs, undo and redo, and where it is kept."""

from dataclasses import replace

import pytest

from milkit.content.read import read_lesson
from milkit.ground.errors import DiskFull, LessonMissing
from milkit.ground.paths import bundled_lessons
from milkit.library import editing, fields, local, ordering, soundness
from milkit.library.editing import Change
from milkit.library.library import Library
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import pack_of

WHEN = "2026-11-12T09:30:00+07:00"
SAY = ("steps", "look", "notes", "say-0", "text")
STARTER = ("steps", "look", "activities", "what-you-see", "starters", 0)


def read(lang, lesson="find-the-first-photo"):
    return read_lesson(bundled_lessons() / "core" / lesson / f"{lang}.md")


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    path = tmp_path_factory.mktemp("pack") / "core.pack"
    return pack_of(path, read("en"), read("th"))


@pytest.fixture
def library(tmp_path, pack):
    overlay, _ = open_overlay(tmp_path / "data")
    with Library([open_pack(pack)], overlay) as made:
        yield made


@pytest.fixture
def draft(library):
    return editing.open_draft(library, "L14", "en")


def test_a_lesson_of_the_kit_is_opened_unchanged(draft):
    assert draft.changes() == []
    assert not draft.id
    assert not draft.own_changed
    assert (draft.can_undo, draft.can_redo) == (False, False)
    assert draft.count > 200


def test_a_changed_text_says_what_it_was_and_is_put_back(draft):
    assert draft.write(SAY, "Look.")
    assert not draft.write(SAY, "Look.")
    assert draft.is_changed(SAY)
    assert str(draft.was(SAY)).startswith("Today we become")
    (change,) = draft.changes()
    assert (change.what, change.step, change.path) == ("text", "look", SAY)
    draft.put_back(SAY)
    assert draft.changes() == []


def test_typing_on_is_one_change(draft):
    before = draft.state
    for text in ("L", "Lo", "Loo"):
        draft.write(SAY, text)
    draft.write(STARTER, "I see a")
    assert draft.undo()
    assert draft.undo()
    assert draft.state == before
    assert not draft.undo()
    assert draft.redo()
    assert fields.value(draft.lesson, SAY) == "Loo"
    draft.write(SAY, "Look")
    assert not draft.can_redo
    draft.pause()
    draft.write(SAY, "Look now")
    draft.undo()
    assert fields.value(draft.lesson, SAY) == "Look"


def test_an_emptied_text_can_be_written_again(draft):
    draft.write(STARTER, "")
    assert draft.fields()[STARTER].value == ""
    assert draft.is_changed(STARTER)
    draft.put_back(STARTER)
    assert draft.changes() == []


def test_steps_are_listed_as_added_gone_or_moved(draft):
    draft.reorder(lambda lesson: ordering.add(lesson, "look", "Ours")[0])
    draft.reorder(lambda lesson: ordering.take_out(lesson, "six"))
    draft.reorder(lambda lesson: ordering.move(lesson, "close", -2))
    new = draft.lesson.steps[1].id
    assert draft.changes() == [
        Change("added", new, ("steps", new, "title")),
        Change("gone", "six"),
        Change("order"),
    ]
    draft.put_step_back("six")
    draft.put_step_back("six")
    assert [c.what for c in draft.changes()] == ["added", "order"]


def test_the_copy_is_made_with_the_first_save_and_found_again(library, draft):
    assert editing.copy_of(library, "L14", "en") == ""
    draft.write(SAY, "Look at our bridge.")
    kept = editing.save(library, "", draft.state, WHEN)
    assert kept.id == "L14-2"
    draft.write(("title",), "At our bridge")
    assert editing.save(library, kept.id, draft.state, WHEN).id == "L14-2"
    assert editing.copy_of(library, "L14", "en") == "L14-2"
    assert editing.copy_of(library, "L14", "th") == ""
    again = editing.open_draft(library, "L14-2", "en")
    assert again.state.lesson == replace(
        editing.bare(library.lesson("L14-2", "en")), id="L14-2"
    )
    assert {change.path for change in again.changes()} == {SAY, ("title",)}
    assert again.was(("title",)) == "Find the first photo"
    assert library.lesson("L14", "en").title == "Find the first photo"


def test_the_own_example_is_kept_with_the_copy(library, draft):
    example = replace(draft.own, answers={"claim": "The bridge is gone."})
    draft.set_own(example)
    assert draft.own_changed
    kept = editing.save(library, "", draft.state, WHEN)
    assert library.lesson(kept.id, "en").activity("pair-trace").kind == "poll"
    again = editing.open_draft(library, kept.id, "en")
    assert again.own == example
    assert again.lesson.activity("pair-trace").kind == "trace"
    again.set_own(local.blank(local.slot_of(again.lesson)))
    editing.save(library, kept.id, again.state, WHEN)
    assert library.lesson(kept.id, "en").activity("pair-trace").kind == "trace"


def test_a_copy_deleted_meanwhile_is_not_made_again(library, draft):
    kept = editing.save(library, "", draft.state, WHEN)
    library.put_back(kept.id, "en")
    editing.save(library, kept.id, draft.state, WHEN)
    with pytest.raises(LessonMissing):
        library.lesson(kept.id, "en")


def test_a_save_that_fails_leaves_no_empty_copy(library, draft, monkeypatch):
    def full(*_args):
        raise DiskFull(library.overlay.path)

    draft.set_own(replace(draft.own, answers={"claim": "The bridge is gone."}))
    monkeypatch.setattr(type(library.overlay.examples), "keep", full)
    for _ in range(2):
        with pytest.raises(DiskFull):
            editing.save(library, "", draft.state, WHEN)
    assert library.overlay.lessons.all() == []


def test_thai_is_typed_without_marks_for_word_ends_and_shown_with_them(library):
    draft = editing.open_draft(library, "L14", "th")
    path = ("steps", "look", "title")
    assert "\u200b" not in str(draft.fields()[path].value)
    draft.write(path, "ดูภาพของเราก่อน")
    kept = editing.save(library, "", draft.state, WHEN)
    shown = library.lesson(kept.id, "th").steps[0].title
    assert shown.replace("\u200b", "") == "ดูภาพของเราก่อน"
    assert shown != "ดูภาพของเราก่อน"
    (change,) = editing.open_draft(library, kept.id, "th").changes()
    assert change.path == path


def test_html_in_a_text_is_no_html_in_the_lesson(library, draft):
    draft.write(SAY, "Look <script>x()</script> [here](https://a.example) **now**")
    kept = editing.save(library, "", draft.state, WHEN)
    html = library.lesson(kept.id, "en").steps[0].notes("say")[0].html
    assert "<script" not in html
    assert "href" not in html
    assert "<strong>now</strong>" in html


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("a < b and c > d", False),
        ("**bold** and *soft*", False),
        ("<b>bold</b>", True),
        ("<img src=x", True),
        ("[here](x)", True),
        ("![here](x)", True),
        ("javascript:x", True),
        ("Remember: look", False),
    ],
)
def test_html_and_links_are_told(text, bad):
    assert soundness.unplain(text) == bad


def test_balance_and_length_and_lost_words_are_told():
    photo, tricks = read("en"), read("en", "tricks-of-the-trade")
    assert soundness.balance(photo) is None
    uneven = soundness.balance(ordering.take_out(photo, "pair"))
    assert (uneven.true, uneven.false) == (1, 2)
    six = photo.activity("six-captions")
    assert soundness.even_lengths(six) is None
    item = next(item.id for item in six.data.items if item.truth)
    path = ("steps", "six", "activities", "six-captions", "items", item, "text")
    longer = fields.put(photo, path, "word " * 40).activity("six-captions")
    assert soundness.even_lengths(longer).by_length
    page = tricks.activity("market-page")
    assert soundness.lost_places(page) == []
    step = next(s.id for s in tricks.steps if page in s.activities)
    path = ("steps", step, "activities", "market-page", "text")
    other = fields.put(tricks, path, "Nothing here.").activity("market-page")
    assert len(soundness.lost_places(other)) == 2 * len(page.data.targets)


def test_parts_that_do_not_make_the_step_are_told():
    photo = read("en")
    trace = next(step for step in photo.steps if step.id == "trace")
    assert soundness.beats_off(trace) == 0
    assert soundness.beats_off(replace(trace, minutes=15)) == 12


def test_letters_beyond_the_class_screen_are_counted():
    assert soundness.too_long("a" * 97, 96) == 1
    assert soundness.too_long("a" * 97, 0) == 0
    assert soundness.too_long("กำ" * 48, 96) == 0
