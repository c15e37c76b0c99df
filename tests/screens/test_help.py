"""Help names every key that works, and nothing that does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from milkit.ground.words import words
from milkit.screens import help_words
from milkit.screens.help import HelpScreen
from milkit.teaching import keys


@pytest.fixture
def show(qtbot, dressed):
    """Give a maker of the screen in a look and a size."""

    def make(look=("light", "en", 100), size=(1154, 690), **chosen):
        made = HelpScreen(dressed(*look), **chosen)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitActive(made)
        QApplication.processEvents()
        return made

    return make


def texts(page):
    return [label.text() for label in page.findChildren(QLabel)]


def test_each_key_of_the_console_is_told_once():
    told = help_words.while_teaching(words("en"))
    acts = {key.action for key in keys.KEYS} - {keys.HELP}  # F1 is told above
    assert len(told) == len(acts)
    caps = {cap.lower().replace(" ", "_") for line in told for cap in line.caps}
    names = {"→": "right", "←": "left", "esc": "escape", "ctrl_z": "z", "shift_1": "1"}
    caps = {names.get(cap, cap) for cap in caps} - {"…"}
    assert caps <= {key.name for key in keys.KEYS}


def test_letter_keys_are_known_as_such():
    told = {line.does: line.letter for line in help_words.while_teaching(words("en"))}
    assert told["Show the counts to the class"]
    assert not told["Pause the time, and go on"]


def test_it_says_when_letter_keys_are_switched_off(show):
    assert any("while no field" in text for text in texts(show()))
    assert any("switched off" in text for text in texts(show(letter_keys=False)))


def test_it_scrolls_by_key_and_closes(qtbot, show):
    page = show(size=(812, 640))
    page.focus_first()
    assert QApplication.focusWidget() is page.close_button
    bar = page.middle.verticalScrollBar()
    qtbot.keyClick(page.close_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(page.close_button, Qt.Key.Key_Home)
    assert bar.value() == 0
    with qtbot.waitSignal(page.closed):
        page.close_button.click()


@pytest.mark.parametrize("lang", ["en", "th", "km", "my"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_nothing_runs_out_of_a_small_page_with_large_letters(show, theme, lang):
    page = show((theme, lang, 200), (612, 640))
    assert page.middle.body.width() <= page.middle.viewport().width()
