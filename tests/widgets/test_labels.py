from __future__ import annotations

import pytest

from milkit.widgets.labels import IconLabel, KeyCap, Label, Tag

KHMER = "សិស្ស\u200bស្វែងរក\u200bប្រភព\u200bដើម\u200bនៃ\u200bរូបភាព"


@pytest.mark.parametrize("lang", ["en", "th", "km", "my"])
def test_the_height_follows_from_the_lines(dressed, qtbot, lang):
    look = dressed(lang=lang)
    label = Label(look, "word " * 60)
    qtbot.addWidget(label)
    step = look.type.line("body")
    tall = label.heightForWidth(200)
    assert tall % step == 0
    assert tall > label.heightForWidth(400) > step


def test_khmer_wraps_and_is_heard_without_its_zero_width_spaces(dressed, qtbot):
    look = dressed(lang="km")
    label = Label(look, KHMER)
    qtbot.addWidget(label)
    assert label.heightForWidth(120) == 2 * look.type.line("body")
    assert "\u200b" not in label.accessibleName()


def test_what_is_cut_is_whole_in_the_tooltip(look, qtbot):
    label = Label(look, "A title that is far too long for so little room", most=1)
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.grab()
    assert label.toolTip() == "A title that is far too long for so little room"
    label.resize(600, 30)
    label.grab()
    assert label.toolTip() == ""


def test_one_line_asks_for_its_whole_width(look, qtbot):
    label = Label(look, "37 of 41 counted", wrap=False)
    qtbot.addWidget(label)
    assert label.minimumSizeHint() == label.sizeHint()


def test_a_label_can_change(look, qtbot):
    label = Label(look, "before")
    qtbot.addWidget(label)
    label.set_text("after")
    label.set_colour("bad")
    assert label.text() == "after"
    assert label.accessibleName() == "after"


def test_small_parts_have_names(look, qtbot):
    parts = [
        (IconLabel(look, "clock", "45 min"), "45 min"),
        (Tag(look, "Draft translation", "tip", "pencil-simple"), "Draft translation"),
        (Tag(look, "Checks images"), "Checks images"),
        (KeyCap(look, "Ctrl K"), "Ctrl K"),
    ]
    for part, name in parts:
        qtbot.addWidget(part)
        part.resize(part.sizeHint())
        assert part.accessibleName() == name
        assert not part.grab().isNull()
