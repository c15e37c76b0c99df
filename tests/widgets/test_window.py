from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from milkit.ground.languages import LANGUAGES
from milkit.widgets.buttons import Button
from milkit.widgets.focus import KEYS, FocusRing
from milkit.widgets.labels import Label
from milkit.widgets.look import arguments, sheet, system_theme
from milkit.widgets.marks import Logo, Mark
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.ring import Ring
from milkit.widgets.say import announce
from milkit.widgets.sidebar import Place, Sidebar

PLACES = [
    Place("home", "Home", "house"),
    Place("kit", "Make a kit", "stick", apart=True),
]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [100, 200])
def test_the_style_sheet_has_no_empty_places(dressed, theme, size):
    assert "$" not in sheet(dressed(theme, size=size))
    assert "None" not in sheet(dressed(theme, size=size))


@pytest.mark.usefixtures("qapp")
def test_the_style_comes_with_the_arguments():
    assert arguments(["milkit"]) == ["milkit", "-style", "fusion"]
    assert system_theme() in ("light", "dark", "contrast")


def test_an_unknown_token_is_an_error(look):
    with pytest.raises(AttributeError):
        look.colour("mauve")


def test_the_sidebar_tells_places_and_the_state_block(look, qtbot):
    side = Sidebar(look, PLACES)
    qtbot.addWidget(side)
    side.set_place("home")
    side.set_state("Working offline", "12 records waiting.\nAll saved on this laptop.")
    side.resize(212, 600)
    side.show()
    assert side.width() == 212
    with qtbot.waitSignal(side.place_chosen) as told:
        qtbot.mouseClick(side._rows["kit"], Qt.MouseButton.LeftButton)
    assert told.args == ["kit"]
    assert side._rows["kit"].isChecked()
    assert not side._rows["home"].isChecked()
    with qtbot.waitSignal(side.state_chosen):
        qtbot.mouseClick(side.state, Qt.MouseButton.LeftButton)
    assert side.state.accessibleDescription().startswith("12 records")
    assert not side.grab().isNull()


def test_rows_of_the_sidebar_are_44_high(look, qtbot):
    side = Sidebar(look, PLACES, "Media literacy")
    qtbot.addWidget(side)
    side.resize(212, 600)
    side.show()
    assert all(row.height() == 44 for row in side._rows.values())


@pytest.fixture
def page(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    page = Page(look)
    QVBoxLayout(window).addWidget(page)
    page.set_title("Settings", "Home")
    window.buttons = [Button(look, f"Button {n}") for n in range(14)]
    for button in window.buttons:
        page.body.addWidget(button)
    page.footer.row.addWidget(Button(look, "Next", kind="primary", tall=True))
    window.page = page
    window.resize(500, 480)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_middle_scrolls_and_the_bars_stay(page):
    assert page.page.middle.verticalScrollBar().maximum() > 0
    assert page.page.footer.geometry().bottom() == page.page.height() - 1


def test_the_focus_is_shown_after_keys_only_and_kept_in_sight(look, page, qtbot):
    ring = FocusRing(look, page)
    first, later = page.buttons[0], page.buttons[11]
    first.setFocus()
    assert ring.ring is None
    for _ in range(11):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is later
    assert ring.ring is not None
    qtbot.waitUntil(ring.ring.isVisible)
    view = page.page.middle.viewport()
    box = later.rect().translated(later.mapTo(view, later.rect().topLeft()))
    assert view.rect().contains(box)
    assert ring.ring.width() == later.width() + 12
    qtbot.mousePress(later, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(later, Qt.MouseButton.LeftButton)
    assert not ring.ring.isVisible()
    assert not later.property(KEYS)


def test_the_ring_comes_along_when_the_focus_scrolls_far(look, page, qtbot):
    ring = FocusRing(look, page)
    page.buttons[3].setFocus()
    qtbot.keyClick(page.buttons[3], Qt.Key.Key_Tab)
    bar = page.page.middle.verticalScrollBar()
    page.buttons[0].setFocus()
    bar.setValue(bar.maximum())
    page.buttons[13].setFocus()
    qtbot.keyClick(page.buttons[13], Qt.Key.Key_Backtab)
    qtbot.waitUntil(ring.ring.isVisible)


def test_the_ring_outlives_what_it_lies_on(look, page, qtbot):
    ring = FocusRing(look, page)
    button = page.buttons[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    focused = page.focusWidget()
    focused.setParent(None)
    focused.deleteLater()
    qtbot.wait(0)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert ring.ring is not None


def test_the_ring_is_made_anew_when_it_went_with_its_page(look, page, qtbot):
    ring = FocusRing(look, page)
    page.buttons[2].setFocus()
    qtbot.keyClick(page.buttons[2], Qt.Key.Key_Tab)
    old = ring.ring
    delete(old)
    page.buttons[5].setFocus()
    assert ring.ring is not old
    assert ring.ring.isVisible()
    delete(ring.ring)
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton)
    page.buttons[4].setFocus()


def test_a_ring_that_is_let_go_takes_its_frame_along(look, page, qtbot):
    ring = FocusRing(look, page)
    page.buttons[2].setFocus()
    qtbot.keyClick(page.buttons[2], Qt.Key.Key_Tab)
    ring.let_go()
    qtbot.waitUntil(lambda: not page.findChildren(Ring))
    page.buttons[3].setFocus()


def test_enter_presses_a_button_as_space_does(page, qtbot):
    button = page.buttons[0]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_columns_stand_side_by_side(look, qtbot):
    page = Page(look)
    qtbot.addWidget(page)
    left, right = page.columns(2, 1)
    left.addWidget(Label(look, "left"))
    right.addWidget(Label(look, "right"))
    page.resize(900, 400)
    assert not page.grab().isNull()


def test_rows_wrap_when_they_are_full(look, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, 8)
    for text in ("one", "two", "three"):
        flow.addWidget(Button(look, text))
    assert flow.heightForWidth(1000) == 44
    assert flow.heightForWidth(flow.minimumSize().width()) == 3 * 44 + 2 * 8
    assert flow.takeAt(0) is not None
    assert flow.itemAt(7) is None
    assert flow.takeAt(7) is None


def test_marks_are_told_apart_in_grey(look, qtbot):
    seen = set()
    for mark in ("yes", "no", "unsure"):
        part = Mark(look, mark)
        qtbot.addWidget(part)
        part.resize(part.sizeHint())
        grey = (
            part.grab()
            .toImage()
            .convertToFormat(part.grab().toImage().Format.Format_Mono)
        )
        seen.add(bytes(grey.constBits()))
    assert len(seen) == 3
    logo = Logo(look)
    qtbot.addWidget(logo)
    assert logo.accessibleName() == "MIL Kit"
    assert not logo.grab().isNull()


def test_saying_something_needs_no_screen_reader(look, qtbot):
    panel = Panel(look)
    qtbot.addWidget(panel)
    announce(panel, "Saved")
    announce(panel, "Lost", at_once=True)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("lang", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("size", [100, 200])
def test_a_window_opens_in_every_language_theme_and_size(
    dressed, qtbot, theme, lang, size
):
    look = dressed(theme, lang, size, digits=True)
    page = Page(look)
    qtbot.addWidget(page)
    page.set_title(look.words.t("Settings"))
    own = next(language.own for language in LANGUAGES if language.code == lang)
    for text in (own, look.words.n("{count} lesson", "{count} lessons", 38)):
        page.body.addWidget(Label(look, text))
        page.body.addWidget(Button(look, text, "books"))
    page.resize(1024, 622)
    page.show()
    assert not page.grab().isNull()
    assert look.type.missing == []
