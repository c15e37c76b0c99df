from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from milkit.widgets.buttons import Button
from milkit.widgets.lines import advance


@pytest.mark.parametrize("size", [100, 115, 130, 150, 200])
def test_a_button_is_never_narrower_than_its_words(dressed, size):
    look = dressed(size=size)
    words = "Duplicate & edit" + " and 40 % longer"
    button = Button(look, words, "copy", trailing="arrow-right")
    assert button.minimumSizeHint() == button.sizeHint()
    room = advance(words, look.type.font("strong")) + 2 * look.px(20)
    assert button.sizeHint().width() > room
    assert button.sizeHint().height() == look.px(44)


def test_an_ampersand_is_a_letter(look):
    button = Button(look, "Duplicate & edit")
    assert button.words == "Duplicate & edit"
    assert button.accessibleName() == "Duplicate & edit"
    assert button.shortcut().isEmpty()


def test_screen_readers_hear_no_zero_width_spaces(look):
    assert Button(look, "เริ่ม\u200bสอน").accessibleName() == "เริ่มสอน"


def test_words_and_icon_can_change(look, qtbot):
    button = Button(look, "Pause", "pause-fill")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_text("Go on counting", "play-fill")
    assert button.accessibleName() == "Go on counting"
    assert button.sizeHint().width() > before


def test_a_tall_button_is_52_high(look):
    assert Button(look, "Next step", tall=True).sizeHint().height() == 52


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", ["primary", "normal", "quiet", "danger"])
def test_every_kind_paints_in_every_state(dressed, qtbot, theme, kind):
    button = Button(dressed(theme), "Teach", "play-fill", kind=kind)
    qtbot.addWidget(button)
    resting = button.grab().toImage()
    button.setCheckable(True)
    button.setChecked(True)
    on = button.grab().toImage()
    button.setChecked(False)
    button.setEnabled(False)
    off = button.grab().toImage()
    assert resting != off
    assert on != off


def test_a_click_and_the_space_key_press_it(look, qtbot):
    button = Button(look, "Teach")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
