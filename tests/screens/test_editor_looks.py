"""The editor in every look and size: nothing is cut, nothing runs out of the page."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.screens.editor_fixtures import background, show
from tests.wardrobe import covering

__all__ = ["background", "show"]
LOOKS = [
    ("light", "en", 100), ("dark", "en", 100), ("contrast", "en", 100),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 100), ("light", "vi", 150), ("light", "lo", 115),
]  # fmt: skip


def settle():
    for _ in range(4):
        QApplication.processEvents()


def is_whole(button):
    return button.visibleRegion().boundingRect() == button.rect()


def check(screen, qtbot):
    settle()
    for area in screen.findChildren(QScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0
    header = screen.header
    assert header.minimumSizeHint().width() <= header.width()
    assert header.height() >= header.heightForWidth(header.width())
    for button in (header.teach, header.undo):
        assert button.width() >= button.minimumSizeHint().width()
        # On a busy machine the window may be shown a moment later.
        qtbot.waitUntil(partial(is_whole, button), timeout=30_000)


@pytest.mark.parametrize(("look", "window"), covering(LOOKS, [(1154, 690), (812, 640)]))
def test_nothing_runs_out_of_the_page(show, qtbot, look, window):
    lang = "th" if look[1] == "th" else "en"
    if look[2] == 200:
        window = (window[0] - 200, window[1])  # the sidebar grows too
    screen = show("L14", lang, look, window)
    assert screen.size().toTuple() == window
    check(screen, qtbot)
    screen.write(("title",), "The flood photo that travelled, at our bridge")
    screen.show_step("trace")
    screen.write(("steps", "trace", "minutes"), 22)
    screen.form._unfold(screen.draft)
    screen.show_now()
    check(screen, qtbot)
    screen.show_step("pair")
    screen.own._answer("claim", "The old bridge at Sungai Lima is gone.")
    screen.own._take_source("real")
    screen.take_out()
    check(screen, qtbot)
    screen.preview.switch("paper")
    screen.show_step("")
    check(screen, qtbot)


def test_every_control_has_a_name_and_the_focus_goes_through_all(show):
    screen = show()
    settle()
    first = screen.header.undo
    seen, widget = set(), first.nextInFocusChain()
    while widget is not first:
        if widget.isVisible() and widget.focusPolicy().value & 1:
            seen.add(widget)
        widget = widget.nextInFocusChain()
    assert screen.steps.list in seen
    assert screen.form.blanks["steps", "look", "title"].widget in seen
    for control in seen:
        assert _name(control), control


def _name(widget: QWidget) -> str:
    while widget is not None and not widget.accessibleName():
        widget = widget.parentWidget()
    return widget.accessibleName() if widget is not None else ""
