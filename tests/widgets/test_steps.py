from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from milkit.widgets.steps import StepLine, StepList

ALL = "Whole class"
LINES = [
    StepLine("warm", "Warm up: what do you see?", "Show it.", "5 min", ALL, "done"),
    StepLine("vote", "Vote: real or false?", "Read it aloud.", "8 min", ALL, "now"),
    StepLine(
        "look",
        "Where was this photo taken?",
        "Look for signs, buildings, clothes and the weather, with your neighbour.",
        "12 min",
        "Pairs",
        changed=True,
    ),
]


@pytest.fixture
def steps(look, qtbot):
    made = StepList(look, "Steps")
    qtbot.addWidget(made)
    made.resize(700, 100)
    made.show()
    made.set_steps(LINES)
    return made


def test_the_list_is_as_high_as_its_rows(steps):
    rows = [steps.sizeHintForRow(n) for n in range(3)]
    assert all(high >= 44 for high in rows)
    assert steps.height() == sum(rows) + 2


def test_narrow_rows_break_their_words(steps, qtbot):
    wide = steps.height()
    steps.resize(300, 100)
    qtbot.wait(0)
    assert steps.height() > wide
    assert not steps.grab().isNull()


def test_a_step_is_said_with_its_state(steps):
    said = [
        steps.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(3)
    ]
    assert said[0] == "Step 1: Warm up: what do you see?, 5 min, Whole class, done"
    assert said[2] == "Step 3: Where was this photo taken?, 12 min, Pairs"


def test_a_click_chooses_and_a_double_click_opens(steps, qtbot):
    at = steps.visualRect(steps.model().index(1, 0)).center()
    with qtbot.waitSignal(steps.step_chosen) as told:
        qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["vote"]
    with qtbot.waitSignal(steps.step_opened) as told:
        qtbot.mouseDClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["vote"]


def test_enter_chooses(steps, qtbot):
    steps.choose("look")
    with qtbot.waitSignal(steps.step_chosen) as told:
        qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert told.args == ["look"]


def test_a_state_can_change_without_moving_the_list(steps):
    steps.choose("vote")
    steps.set_steps(
        [LINES[0], LINES[1]._replace(state="done"), LINES[2]._replace(state="now")]
    )
    assert steps.currentIndex().row() == 1
    assert (
        steps.model()
        .index(2, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("now")
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_compact_list_paints(dressed, qtbot, theme):
    made = StepList(dressed(theme), "Steps", compact=True)
    qtbot.addWidget(made)
    made.set_steps([*LINES, StepLine("x", "Close", minutes="3", state="out")])
    made.resize(248, 300)
    assert not made.grab().isNull()
