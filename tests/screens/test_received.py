"""Results received: set up, look, add, receipts, in every look."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from milkit.hub import desk, place, receipts
from milkit.hub.collecting import DAMAGED, NEW, SEEN
from milkit.press.receipts import qr_image, write_receipts
from milkit.screens.received import ReceivedScreen
from milkit.screens.received_files import Files
from milkit.sync import enrolment, receipt
from milkit.widgets.background import Background
from tests.hub.fixtures import AT, PHRASE, files_of, save

LOOKS = [
    ("light", "en", 100), ("dark", "km", 130), ("contrast", "th", 100),
    ("light", "my", 200),
]  # fmt: skip


@pytest.fixture
def background(qapp):
    made = Background(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def hub(data):
    made = place.make(data / "hub", place.Wish("Kampong", country="KH"), PHRASE)
    place.remember(data, made)
    return made


@pytest.fixture
def stick(hub, tmp_path):
    sent = save(tmp_path / "stick", files_of(hub, 1, runs=3) + files_of(hub, 2))
    return save(sent, [("cut.milr", b"age-encryption.org/v1\n-> half")])


@pytest.fixture
def show(qtbot, dressed, data, background, clock):
    def make(look=("light", "en", 100), size=(1154, 690)):
        made = ReceivedScreen(dressed(*look), data, background, clock)
        qtbot.addWidget(made)
        made.resize(*size)
        made.refresh()
        made.show()
        qtbot.waitExposed(made)
        ready = lambda: made.hub is None or bool(made.findChildren(Files))  # noqa: E731
        qtbot.waitUntil(ready, timeout=20_000)
        return made

    return make


def words_of(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def looked(qtbot, page, stick):
    page.look_at([stick])
    qtbot.waitUntil(lambda: bool(page.desk.count(NEW)), timeout=10_000)


def test_a_stick_is_looked_at_added_and_seen_before(qtbot, show, stick, hub):
    page = show()
    assert "No results yet" in words_of(page)
    looked(qtbot, page, stick)
    assert [row.state for row in page.desk.rows] == [DAMAGED, NEW, NEW]
    assert "Add 2 new files" in page.add.words
    assert desk.whole(hub, AT).rows == ()
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.whole(hub, AT).rows) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: "The new results are in" in words_of(page), timeout=10_000)
    assert page.add.isHidden()
    page.look_at([stick])
    qtbot.waitUntil(lambda: page.desk.count(SEEN) == 2, timeout=10_000)


def test_a_name_is_kept_and_shown_in_the_list(qtbot, show, stick, hub):
    page = show()
    looked(qtbot, page, stick)
    install = page.desk.rows[1].key
    page.choose(install)
    page._school_named(install, "Phum Thmey", "River District")
    assert "Phum Thmey" in {line.name for line in page.schools.lines()}
    assert "Receipt for Phum Thmey" in words_of(page)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.whole(hub, AT).rows) == 2, timeout=10_000)
    named = {row.receipt.sender.name for row in desk.whole(hub, AT).rows}
    assert "Phum Thmey" in named


def test_all_receipts_are_told_to_be_printed(qtbot, show, stick):
    page = show()
    looked(qtbot, page, stick)
    with qtbot.waitSignal(page.print_asked) as told:
        page.print_now()
    assert len(told.args[0]) == 2


def test_receipt_files_are_saved_for_the_schools(qtbot, show, stick, hub, tmp_path):
    desk.take_in(hub, [stick], AT)
    page = show()
    page.save_receipts(tmp_path / "back")
    qtbot.waitUntil(lambda: "2 receipts saved" in page.save.words, timeout=20_000)
    key = enrolment.read(hub.invitation).key
    told = [receipt.read(p, key) for p in (tmp_path / "back").iterdir()]
    assert {one.install for one in told} == {row.key for row in page.desk.rows}


def test_a_damaged_file_says_what_is_safe_and_copies_a_note(qtbot, show, stick):
    page = show()
    looked(qtbot, page, stick)
    words = words_of(page)
    assert "cut.milr" in words
    assert "All other results are safe" in words
    again = next(b for b in page.findChildren(type(page.add)) if b.words == "Ask again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert "cut.milr" in QGuiApplication.clipboard().text()


def test_a_hub_is_set_up_in_the_window(qtbot, show, data):
    page = show()
    start = page.start
    qtbot.mouseClick(start.make, Qt.MouseButton.LeftButton)
    assert "Write a name first" in start.missing.text()
    start.name.setText("Kampong")
    start.country.setText("kh")
    start.phrase.setText("short")
    qtbot.mouseClick(start.make, Qt.MouseButton.LeftButton)
    assert "eight letters" in start.missing.text()
    start.phrase.setText(PHRASE)
    qtbot.mouseClick(start.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.hub is not None, timeout=20_000)
    assert "This computer is a hub now" in words_of(page)
    assert place.here(data).name == "Kampong"


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: "-".join(map(str, each)))
def test_every_look_opens(qtbot, show, stick, look):
    page = show(look, (812, 640))
    looked(qtbot, page, stick)
    assert not page.grab().isNull()


def test_receipts_are_printed_with_their_codes(stick, hub, dressed, tmp_path):
    desk.take_in(hub, [stick], AT)
    found = [row.receipt for row in desk.whole(hub, AT).rows]
    look, day = dressed(), dt.date(2026, 11, 22)
    sheet = receipts.sheet(found, day, look.words)
    to = tmp_path / "r.pdf"
    codes = [one.picture for one in found]
    assert write_receipts(to, sheet, codes, look.type, look.words) == 1
    assert to.read_bytes().startswith(b"%PDF")
    assert qr_image("x").width() % 8 == 0


def test_a_file_opened_at_once_is_shown_whatever_is_read_first(
    qtbot, dressed, data, background, clock, hub, stick
):
    page = ReceivedScreen(dressed(), data, background, clock)
    qtbot.addWidget(page)
    page.refresh()
    page.look_at([stick])
    qtbot.waitUntil(lambda: bool(page.desk.count(NEW)), timeout=20_000)
    qtbot.wait(50)
    assert page.desk.count(NEW)


def test_a_pulled_stick_is_told_and_the_page_stays(qtbot, show, hub, tmp_path):
    page = show()
    page.look_at([tmp_path / "gone"])
    qtbot.waitUntil(lambda: "cannot be read" in words_of(page), timeout=20_000)
    assert "Drop a folder" in words_of(page)
