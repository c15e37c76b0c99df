"""The menu of a text field speaks the language of the kit."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from milkit.ground.words import Words
from milkit.widgets.qt_words import QtWords, own_words


class Shouting(Words):
    """A language whose words can be told from English without knowing it."""

    def t(self, text, **fill):
        return super().t(text, **fill).upper()


@pytest.fixture
def shouted(qapp):
    translator = QtWords(Shouting("id"), qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_a_fields_menu_has_our_words(qtbot, shouted):
    field = QLineEdit("text")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    said = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    known = set(own_words(Shouting("id")).values())
    assert said
    assert set(said) <= known


def test_what_we_have_no_word_for_stays(qapp, shouted):
    assert QApplication.translate("Any", "Something else") == "Something else"
