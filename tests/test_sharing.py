"""From a hub's file to the drop box and back to nothing, as a teacher walks through."""

import zipfile

import pytest
from PySide6.QtWidgets import QLabel

from milkit.records import happenings as h
from milkit.records.event import new_id
from milkit.screens.consent import ConsentScreen
from milkit.sync import agreement, receipt
from milkit.sync.enrolment import Drop
from milkit.widgets.notice import Note
from milkit.wiring import exporting, opening
from milkit.wiring.sender import sender_of
from milkit.wiring.sharing import open_hub
from tests.records.test_store import START
from tests.screens.conftest import built, data  # noqa: F401 - fixtures
from tests.sync.fixtures import make_hub
from tests.test_app import kit  # noqa: F401 - a fixture


@pytest.fixture
def asked(kit, tmp_path):  # noqa: F811 - the fixture of that name
    """Give a window with two lessons taught, on the page that asks."""
    app = kit()
    for _ in range(2):
        run = new_id()
        app.parts.records.tell(run, START)
        app.parts.records.tell(run, h.LineWritten("private"))
    (tmp_path / "drop").mkdir()
    hub = make_hub(Drop(str(tmp_path / "drop")))
    open_hub(app, hub.file(tmp_path / "k.milhub"))
    assert isinstance(app.window.page, ConsentScreen)
    assert not app.window.sidebar.isVisible()
    return app


def files(tmp_path):
    return list((tmp_path / "drop").rglob("*.milr"))


def state(app):
    block = app.window.sidebar.state
    return f"{block.accessibleName()} {block.accessibleDescription()}"


def test_no_costs_nothing_and_is_remembered(asked, tmp_path):
    asked.window.page.no.click()
    assert asked.window.page is asked.pages["home"]
    assert agreement.read(asked.parts.folder) is None
    assert agreement.declined(asked.parts.folder, make_hub().asks) is False
    assert (asked.parts.folder / "declined.json").exists()
    assert files(tmp_path) == []


def test_yes_sends_by_itself_and_can_be_taken_back(asked, qtbot, tmp_path):
    asked.window.page.yes.click()
    page = asked.pages["sharing"]
    assert asked.window.page is page
    qtbot.waitUntil(lambda: "2 sent" in state(asked), timeout=15000)
    assert len(files(tmp_path)) == 1
    assert asked.window.toasts.said == ["Results sent"]
    asked.parts.records.tell(new_id(), START)
    page.send_asked.emit()
    qtbot.waitUntil(lambda: "3 sent" in state(asked), timeout=15000)
    assert len(files(tmp_path)) == 2
    page.stop_chosen.emit()
    assert agreement.read(asked.parts.folder) is None
    assert "Working offline" in state(asked)
    asked.go("settings")
    asked.parts.records.tell(new_id(), START)
    assert len(files(tmp_path)) == 2


def test_a_stick_instead(asked, qtbot, tmp_path):
    asked.window.page.stick.click()
    page = asked.pages["sharing"]
    for dialog in page.findChildren(object):
        if type(dialog).__name__ == "QFileDialog":
            dialog.reject()
    page.stick_chosen.emit(tmp_path / "stick")
    qtbot.waitUntil(lambda: "2 on a stick" in state(asked), timeout=15000)
    assert len(list((tmp_path / "stick" / "results").rglob("*.milr"))) == 1
    assert files(tmp_path) == []


def test_a_dead_line_is_tried_again_later_and_says_nothing(asked, qtbot, tmp_path):
    (tmp_path / "drop").rmdir()
    asked.window.page.yes.click()
    sender = sender_of(asked)
    qtbot.waitUntil(lambda: sender._tries == 1, timeout=15000)
    assert 29_000 <= sender._timer.remainingTime() <= 41_000
    assert "2 records waiting" in state(asked)
    told = asked.window.findChildren(object, "note")
    assert told == []


def test_nothing_goes_while_a_class_is_taught(asked, qtbot, tmp_path):
    agreement.agree(
        asked.parts.folder,
        asked.window.page.asked.content,
        asked.parts.clock.now(),
        research=False,
    )
    asked.teach("L14", "en", "", 40, "vote")
    sender = sender_of(asked)
    sender.begin()
    qtbot.waitUntil(lambda: sender._timer.remainingTime() > 50_000)
    assert files(tmp_path) == []


def test_a_broken_hub_s_file_is_told_and_changes_nothing(kit, tmp_path):  # noqa: F811
    app = kit()
    (tmp_path / "x.milhub").write_text("{}")
    page = app.window.page
    open_hub(app, tmp_path / "x.milhub")
    assert app.window.page is page
    assert "consent" not in app.pages


def test_a_receipt_that_is_opened_ends_the_waiting(asked, qtbot, tmp_path):
    asked.window.page.yes.click()
    qtbot.waitUntil(lambda: "2 sent" in state(asked), timeout=15000)
    names = tuple(path.stem for path in files(tmp_path))
    hub = make_hub()
    given = receipt.Receipt("Kampong", new_id(), "2026-11-13", names, 2)
    (tmp_path / "a.milreceipt").write_bytes(receipt.write(given, hub.seed))
    opening.open_file(asked, tmp_path / "a.milreceipt")
    # The hub of this test has other age keys each time, and the same signing key.
    qtbot.waitUntil(lambda: "2 received" in state(asked), timeout=15000)
    (tmp_path / "b.milreceipt").write_bytes(receipt.write(given, b"x" * 32))
    opening.open_file(asked, tmp_path / "b.milreceipt")
    told = [note.accessibleName() for note in asked.window.findChildren(Note)]
    assert "This receipt does not count" in told


def test_settings_say_with_whom(asked, qtbot):
    asked.go("settings")
    assert "Off. Nothing leaves" in words_on(asked.pages["settings"])
    asked.go("consent")
    asked.window.page.yes.click()
    qtbot.waitUntil(lambda: "2 sent" in state(asked), timeout=15000)
    asked.go("settings")
    assert "Results go to Kampong." in words_on(asked.pages["settings"])
    assert "Nothing leaves this laptop" not in words_on(asked.pages["settings"])


def words_on(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_all_a_teacher_has_is_saved(asked, qtbot, tmp_path):
    exporting.save(asked, tmp_path / "all.zip")
    qtbot.waitUntil((tmp_path / "all.zip").exists, timeout=15000)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert "private" in archive.read("records.jsonl").decode()
