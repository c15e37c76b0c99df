"""The woven strip: widths are minutes, keys choose, planned is empty."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from milkit.widgets.woven import Piece, Woven, paint_strip

PIECES = [
    Piece("a", "sources", 50, "2 Sep 2026", "Who is behind this page?", said="A, said"),
    Piece("b", "rumours", 40, "16 Sep 2026", "Stop, breathe, check", "not ended yet"),
    Piece("c", "hate", 60, "25 Nov 2026", "Words that shrink", planned=True),
]


@pytest.fixture
def woven(qtbot, look):
    made = Woven(look, "Lessons taught")
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.set_pieces(PIECES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_piece_is_as_wide_as_its_minutes(woven, look):
    wide = [woven.visualRect(woven.model().index(row, 0)).width() for row in range(3)]
    assert wide == [round(minutes * 2.48) + 4 for minutes in (50, 40, 60)]
    assert look.px(1) == 1


def test_rows_wrap_and_the_height_follows(woven):
    one = woven.height_for(700)
    assert woven.height() == one
    woven.resize(230, 200)
    assert woven.height() == woven.height_for(woven.viewport().width()) > 1.6 * one
    bottom = woven.visualRect(woven.model().index(2, 0)).bottom()
    assert bottom <= woven.height()


def test_enter_and_a_click_tell_the_piece(qtbot, woven):
    woven.setCurrentIndex(woven.model().index(0, 0))
    with qtbot.waitSignal(woven.piece_chosen) as told:
        qtbot.keyClick(woven, Qt.Key.Key_Right)
        qtbot.keyClick(woven, Qt.Key.Key_Return)
    assert told.args == ["b"]
    middle = woven.visualRect(woven.model().index(2, 0)).center()
    with qtbot.waitSignal(woven.piece_chosen) as told:
        qtbot.mouseClick(woven.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == ["c"]


def test_a_screen_reader_hears_the_whole_piece(woven):
    model = woven.model()
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    assert model.data(model.index(0, 0), role) == "A, said"
    assert model.data(model.index(1, 0), role) == "Stop, breathe, check"


def test_nothing_to_show_takes_no_room(woven):
    woven.set_pieces([])
    assert woven.height() == 1


@pytest.mark.parametrize(("width", "more"), [(300, False), (90, True)])
def test_a_strip_that_is_too_long_counts_the_oldest(look, width, more):
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_strip(painter, QRectF(0, 0, width, 24), PIECES[:2], look)
    painter.end()
    assert (image.pixel(1, 1) == QColor("#FFFFFF").rgb()) == more
