"""A copy meets a renewed lesson in the editor: told, seen side by side, settled."""

import pytest

from milkit.content.read import read_lesson
from milkit.ground.paths import bundled_lessons
from milkit.library import editing, fields, ordering
from milkit.library.library import Library
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import pack_of
from tests.screens.editor_fixtures import background, field, press, says, show

__all__ = ["background", "show"]
WHEN = "2026-11-12T09:30:00+07:00"
SAY = ("steps", "look", "notes", "say-0", "text")
TITLE = ("steps", "look", "title")
MINE, NEW = "Look at our bridge.", "Look for 30 seconds."


def kit():
    path = bundled_lessons() / "core" / "find-the-first-photo" / "en.md"
    return editing.bare(fields.settled(read_lesson(path)))


def renewed(lesson):
    lesson = fields.put(lesson, SAY, NEW)
    lesson = fields.put(lesson, TITLE, "Look only")
    return ordering.take_out(lesson, "caption")


def opened(folder, lesson, version):
    path = pack_of(folder / f"{version}.pack", lesson, version=version)
    overlay, _ = open_overlay(folder / "data")
    return Library([open_pack(path)], overlay)


@pytest.fixture
def new():
    """What the kit's lesson has become."""
    return renewed(kit())


@pytest.fixture
def library(tmp_path, new):
    """A library with a copy of a lesson that was renewed since."""
    with opened(tmp_path, kit(), "1.0") as old:
        mine = fields.put(kit(), SAY, MINE)
        editing.save(old, "", editing.State(mine), WHEN)
    with opened(tmp_path, new, "1.1") as made:
        yield made


def said(library, path):
    return fields.value(editing.bare(library.lesson("L14-2", "en")), path)


def test_the_copy_stays_and_the_news_are_told(show, library):
    screen = show("L14-2")
    assert field(screen, *SAY).toPlainText() == MINE
    assert says(screen.notices, "The kit has a new version of this lesson")
    assert says(screen.notices, "3 texts are new. You changed 1 of them too.")
    assert said(library, SAY) == MINE


def test_old_new_and_mine_stand_side_by_side_and_either_is_taken(qtbot, show, library):
    screen = show("L14-2")
    press(qtbot, screen, "See old and new")
    page = screen.pages.currentWidget()
    for text in ("Today we become", NEW, MINE, "Look only", "Write a caption"):
        assert says(page, text)
    chosen = [part.choice.value() for part in page.parts]
    assert chosen == ["kit", "mine", "mine"]  # the title, what to say, the step gone
    page.parts[0].choice.chosen.emit("mine")
    page.parts[1].choice.chosen.emit("kit")
    with qtbot.waitSignal(screen.lesson_changed) as told:
        press(qtbot, page, "Done")
    assert told.args == ["L14-2", "en"]
    assert said(library, SAY) == NEW
    assert said(library, TITLE) == "Look only at the picture"
    assert "caption" in [step.id for step in library.lesson("L14-2", "en").steps]
    assert library.conflicts() == []
    assert screen.pages.currentWidget() is screen.columns
    assert not screen.notices.isVisible()
    assert field(screen, *SAY).toPlainText() == NEW


def test_not_now_changes_nothing(qtbot, show, library):
    screen = show("L14-2")
    press(qtbot, screen, "See old and new")
    press(qtbot, screen.pages.currentWidget(), "Not now")
    assert said(library, SAY) == MINE
    assert screen.notices.isVisible()
    press(qtbot, screen, "See old and new")
    assert screen.back()
    assert not screen.back()
    assert len(library.conflicts()) == 1


def test_what_was_typed_last_is_not_lost_when_it_is_settled(qtbot, show, library):
    screen = show("L14-2")
    screen.write(TITLE, "Our picture")
    press(qtbot, screen, "See old and new")
    page = screen.pages.currentWidget()
    assert says(page, "Our picture")
    press(qtbot, page, "Done")
    assert said(library, TITLE) == "Our picture"
    assert said(library, SAY) == MINE


class TestPlan:
    """What no teacher can change is taken over without a question."""

    @pytest.fixture
    def new(self):
        from dataclasses import replace

        return replace(kit(), outcomes=("one",))

    def test_it(self, show, library):
        screen = show("L14-2")
        assert not screen.notices.isVisible()
        assert library.conflicts() == []
        assert library.lesson("L14-2", "en").outcomes == ("one",)
        assert said(library, SAY) == MINE


class TestGone:
    """A lesson that the kit has no more leaves the copy."""

    @pytest.fixture
    def new(self):
        from dataclasses import replace

        return replace(kit(), id="L15")

    def test_it(self, show, library):
        screen = show("L14-2")
        assert says(screen.notices, "The kit no longer has this lesson")
        screen.write(TITLE, "Our picture")
        screen.leave()
        assert said(library, TITLE) == "Our picture"
