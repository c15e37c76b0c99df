from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from milkit.ground.words import words
from milkit.packs.row import Row
from milkit.widgets.cards import CARD, CardGrid, card_of


def row(number=1, **changes):
    base = {
        "id": f"L{number}",
        "lang": "en",
        "title": "The flood photo that travelled",
        "summary": "",
        "topic": "images",
        "band": "lower",
        "ages": (12, 14),
        "minutes": 45,
        "optional_minutes": 0,
        "half_minutes": 0,
        "needs": ("projector", "paper"),
        "kinds": (),
        "unesco": (),
        "competencies": (),
        "review": "",
        "languages": ("en", "th"),
    }
    return Row(**(base | changes))


@pytest.fixture
def grid(look, qtbot):
    made = CardGrid(look, "Lessons")
    qtbot.addWidget(made)
    made.set_cards(
        [card_of(row(n), words("en"), "New" if n == 2 else "") for n in range(9)]
    )
    made.resize(1106, 500)
    made.show()
    return made


def test_a_card_is_said_whole(grid):
    said = grid.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    title = "The flood photo that travelled"
    assert said == f"{title}, lesson, 45 minutes, age 12 to 14, needs: Projector"
    assert (
        grid.cards.index(2).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", New")
    )
    about = grid.cards.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert about == "Images, video & AI"
    assert grid.accessibleName() == "Lessons"


def test_a_lesson_on_paper_says_so():
    card = card_of(row(needs=("paper",)), words("en"))
    assert card.facts[2] == ("file-text", "Paper only")
    assert card.languages == "English · ไทย"


SHAPES = [
    (100, 1106, 3),
    (115, 1106, 3),
    (130, 1106, 2),
    (100, 764, 2),
    (200, 1106, 1),
    (100, 200, 1),
]


@pytest.mark.parametrize(("size", "width", "columns"), SHAPES)
def test_larger_letters_lose_a_column(dressed, qtbot, size, width, columns):
    grid = CardGrid(dressed(size=size), "Lessons")
    qtbot.addWidget(grid)
    assert grid.columns(width - 14) == columns


def test_cards_fill_the_row(grid, qtbot):
    qtbot.wait(0)
    boxes = [grid.visualRect(grid.cards.index(n)) for n in range(4)]
    assert boxes[0].top() == boxes[1].top() == boxes[2].top()
    assert boxes[3].top() > boxes[0].top()
    assert boxes[3].left() == boxes[0].left() == 0


def test_a_click_and_enter_choose(grid, qtbot):
    at = grid.visualRect(grid.cards.index(1)).center()
    with qtbot.waitSignal(grid.card_chosen) as told:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["L1"]
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(grid.card_chosen) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == ["L2"]


def test_a_long_title_is_cut_and_whole_in_the_tooltip(look, qtbot):
    title = "The miracle leaf: tracing a health claim, and then one more line " * 2
    grid = CardGrid(look, "Lessons")
    qtbot.addWidget(grid)
    grid.set_cards([card_of(row(title=title), words("en"))])
    grid.resize(400, 300)
    assert not grid.grab().isNull()
    lines = grid._painter._title(grid.cards.index(0).data(CARD), 280)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert grid.cards.index(0).data(Qt.ItemDataRole.ToolTipRole) == title


def test_the_height_for_all_cards_is_known(grid):
    assert grid.height_for(1092) == 3 * (grid._painter.height() + 12)
