"""The editor with real lessons behind it, and ways to use it like a hand does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.ground.errors import Mishap
from milkit.ground.words import words
from milkit.screens.editor import EditorScreen
from milkit.stage.look import StageLook
from milkit.widgets.background import Background
from milkit.widgets.drawing import load


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def show(qtbot, dressed, library, clock, background):
    """Give a maker of the editor with a lesson open in it, in a look and a size."""

    editors = []

    def make(lesson="L14", lang="en", look=("light", "en", 100), size=(1154, 690)):
        dressed_look = dressed(*look)

        def picture(of):
            def read(name):
                try:
                    return load(library.picture(of.id, name))
                except Mishap:
                    return None

            return read

        def stage(of):
            families = dressed_look.type.families
            return StageLook(words(of.lang), families, picture(of), of.topic)

        made = EditorScreen(dressed_look, library, stage, lambda: background, clock)
        editors.append(made)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show_lesson(lesson, lang)
        made.refresh()
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    yield make
    for editor in editors:  # before the library is closed
        editor.leave()


def button(widget, text):
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    return found[-1]


def press(qtbot, widget, text):
    qtbot.mouseClick(button(widget, text), Qt.MouseButton.LeftButton)


def says(widget, text):
    QApplication.processEvents()
    return any(
        text in label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def field(screen, *path):
    """Give the widget of a field that is shown."""
    return screen.form.blanks[path].widget


def type_into(qtbot, screen, text, *path):
    """Write a text in the place of the one that stands in a field."""
    widget = field(screen, *path)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    screen.show_now()
