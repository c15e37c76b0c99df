"""The teacher's panel: what its buttons, keys, fields and the dragged card tell."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from milkit.stage.panel import Panel
from milkit.stage.table import VIEWS
from milkit.teaching.scene import Scene
from milkit.widgets.buttons import Button
from tests import wardrobe
from tests.stage.samples import samples, scenes


@pytest.fixture
def look(qapp):
    return wardrobe.wear(qapp, wardrobe.look())


def _view(hands=None, sure=None, present=41, page=0):
    """Give the part of a run's view that the panel reads."""
    return SimpleNamespace(
        hands=hands or {}, sure=sure or {}, present=present, page=page, students=present
    )


def _console(kind, look, **more):
    scene = Scene(**({"kind": kind, "data": samples("en")[kind]} | more))
    return VIEWS[kind].console(scene, look.words)


@pytest.fixture
def panel(qtbot, look):
    window, made = QWidget(), Panel(look)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    qtbot.addWidget(window)
    window.resize(760, 1200)
    window.show()
    made.kept = window
    return made


def _show(panel, console, view, lang="en", pages=1):
    panel.show_console(console, view, lang, pages)
    QApplication.processEvents()  # layouts show new children from the event loop


def _rows(panel):
    return list(panel.counts._rows.values())


def test_hands_are_added_and_taken(panel, look, qtbot):
    hands = {"yes": 9, "no": 0, "unsure": 3}
    _show(panel, _console("poll", look), _view(hands), "en")
    fits, not_, _ = _rows(panel)
    assert fits.number.text() == "9"
    assert not not_.take.isEnabled()
    with qtbot.waitSignal(panel.hand_added) as told:
        fits.add.click()
    assert told.args == ["first", "yes", 1]
    with qtbot.waitSignal(panel.hand_added) as told:
        fits.take.click()
    assert told.args == ["first", "yes", -1]


def test_a_new_count_keeps_the_rows_and_the_focus(panel, look):
    console = _console("poll", look)
    _show(panel, console, _view({"yes": 1}), "en")
    first = _rows(panel)[0]
    first.add.setFocus()
    _show(panel, console, _view({"yes": 2}), "en")
    assert _rows(panel)[0] is first
    assert first.number.text() == "2"
    assert first.add.hasFocus()


def test_totals_are_typed(panel, look, qtbot):
    _show(panel, _console("poll", look), _view({"yes": 9}), "en")
    panel.type_totals()
    field = _rows(panel)[0].field
    assert field.isVisible()
    assert not _rows(panel)[0].add.isVisible()
    with qtbot.waitSignal(panel.totals_typed) as told:
        field.selectAll()
        qtbot.keyClicks(field, "17")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["first", {"yes": 17, "no": 0, "unsure": 0}]
    with qtbot.waitSignal(panel.typing_left):
        panel.type_totals()
    assert _rows(panel)[0].add.isVisible()


def test_the_rest_goes_to_one_answer(panel, look, qtbot):
    _show(panel, _console("poll", look), _view({"yes": 9, "no": 17}), "en")
    fits, _, unsure = _rows(panel)
    assert fits.rest.isHidden()
    assert "15" in unsure.rest.words
    with qtbot.waitSignal(panel.totals_typed) as told:
        unsure.rest.click()
    assert told.args == ["first", {"yes": 9, "no": 17, "unsure": 15}]


def test_more_hands_than_students_is_said_calmly(panel, look):
    _show(panel, _console("poll", look), _view({"yes": 50}), "en")
    assert panel.counts._sum.text() == "50 counted, but 41 are here"


def test_who_is_sure_is_counted_below(panel, look, qtbot):
    data = replace(samples("en")["rate"], ask_sure=True)
    console = _console("rate", look, data=data)
    _show(panel, console, _view({"true": 9}, {"sure": 5}), "en")
    rows = _rows(panel)
    assert [row.number.text() for row in rows] == ["9", "0", "5", "0"]
    with qtbot.waitSignal(panel.hand_added) as told:
        rows[2].add.click()
    assert told.args == ["i0-sure", "sure", 1]


def test_cards_are_gone_through(panel, look, qtbot):
    _show(panel, _console("sort", look, item=3), _view(), "en")
    items = panel.items.items
    assert items.where.text() == "Card 4 of 8"
    with qtbot.waitSignal(panel.item_chosen) as told:
        items.on.click()
    assert told.args == [4]
    _show(panel, _console("sort", look, item=0), _view(), "en")
    assert not items.back.isEnabled()


def test_a_long_text_is_turned(panel, look, qtbot):
    _show(panel, _console("discuss", look), _view(page=1), "en", pages=3)
    pages = panel.items.pages
    assert pages.where.text() == "Screen 2 of 3"
    for page, following in ((1, 2), (2, 0)):
        _show(panel, _console("discuss", look), _view(page=page), "en", pages=3)
        with qtbot.waitSignal(panel.page_chosen) as told:
            pages.on.click()
        assert told.args == [following]
    _show(panel, _console("discuss", look), _view(), "en", pages=1)
    assert panel.isHidden()


def test_a_card_is_placed_by_click_and_by_key(panel, look, qtbot):
    _show(panel, _console("sort", look), _view(), "en")
    with qtbot.waitSignal(panel.placed) as told:
        panel.places._buttons[1].click()
    assert told.args == ["c0", "b1"]
    with qtbot.waitSignal(panel.placed) as told:
        panel.press_place(4)
    assert told.args == ["c0", "b3"]
    with qtbot.assertNotEmitted(panel.placed):
        panel.press_place(5)


def test_a_card_is_dragged_onto_its_bin(panel, look, qtbot):
    _show(panel, _console("sort", look), _view(), "en")
    card, onto = panel.places.card, panel.places._buttons[2]
    spot = card.mapFromGlobal(onto.mapToGlobal(onto.rect().center()))
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(card, QPoint(60, 40))
    qtbot.mouseMove(card, spot)
    assert onto.isDown()
    with qtbot.waitSignal(panel.placed) as told:
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["c0", "b2"]
    assert not onto.isDown()


def test_a_card_dropped_beside_the_bins_stays(panel, look, qtbot):
    _show(panel, _console("sort", look), _view(), "en")
    card = panel.places.card
    with qtbot.assertNotEmitted(panel.placed):
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        qtbot.mouseMove(card, QPoint(90, 20))
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(90, 20))


def test_marks_are_set_and_taken_away(panel, look, qtbot):
    console = _console("annotate", look, placed=(("s1", "mark"),))
    _show(panel, console, _view(), "en")
    assert [b.isChecked() for b in panel.places._buttons] == [False, True, False, False]
    with qtbot.waitSignal(panel.placed) as told:
        panel.press_place(1)
    assert told.args == ["s0", "mark"]
    with qtbot.waitSignal(panel.placed) as told:
        panel.press_place(2)
    assert told.args == ["s1", ""]


def test_the_next_letter_gets_the_next_place(panel, look, qtbot):
    console = _console("sequence", look, placed=(("c3", "1"),))
    _show(panel, console, _view(), "en")
    assert len(panel.places._buttons) == 5
    with qtbot.waitSignal(panel.placed) as told:
        panel.press_place(1)
    assert told.args == ["c0", "2"]
    with qtbot.waitSignal(panel.place_undone):
        panel.places.undo.click()


def test_a_story_goes_on_at_its_first_screen(panel, look, qtbot):
    _show(panel, _console("branch", look), _view({"a": 1}, page=1), "en", 2)
    with qtbot.waitSignals([panel.page_chosen, panel.placed]):
        panel.places._buttons[0].click()


def test_the_answer_is_folded_and_folds_again(panel, look, qtbot):
    _show(panel, _console("quiz", look, item=0), _view(), "en")
    assert panel.folded.inside.isHidden()
    qtbot.mouseClick(panel.folded.button, Qt.MouseButton.LeftButton)
    assert panel.folded.inside.isVisible()
    _show(panel, _console("quiz", look, item=0), _view({"a": 3}), "en")
    assert panel.folded.inside.isVisible()
    _show(panel, _console("quiz", look, item=1), _view(), "en")
    assert panel.folded.inside.isHidden()


@pytest.mark.parametrize("lang", ["en", "km", "my"])
@pytest.mark.parametrize("kind", tuple(samples("en")))
def test_targets_are_large_and_words_whole(kind, lang, panel, look):
    for scene in scenes(kind, samples(lang)[kind], lang):
        console = VIEWS[kind].console(scene, look.words)
        _show(panel, console, _view(), lang, pages=2)
        for button in panel.findChildren(Button):
            if button.isVisible():
                assert button.height() >= 40
                assert button.width() >= button.sizeHint().width() - 1
                assert button.accessibleName()
        for row in _rows(panel):
            assert row.add.height() >= 48
        assert panel.minimumSizeHint().width() <= 690
