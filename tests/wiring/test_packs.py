"""From a file on a stick to lessons in the library, through the real window."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from milkit import starting
from milkit.app import App
from milkit.ground import settings as choices
from milkit.ground.settings import Settings
from milkit.packs.fresh import fresh
from milkit.packs.installing import install
from milkit.packs.known import read_known
from milkit.records import lock
from milkit.wiring import opening, packs, stick
from tests import bundled, wardrobe
from tests.packs.made import lesson
from tests.packs.signed import Club, look, offer
from tests.screens.conftest import built, data  # noqa: F401 - fixtures

NORMAL = Settings(first_start_done=True, follow_system=False)


@pytest.fixture
def kit(qapp, qtbot, built, data):  # noqa: F811 - the fixtures of that name
    bundled.furnish(data, built)
    choices.write(data, NORMAL)
    dressed = starting.first_look(qapp, NORMAL)
    app = App(qapp, starting.open_parts(data, dressed), NORMAL, dressed)
    app.show()
    yield app
    app.window.close()
    app.close()
    qapp.processEvents()  # what its thread has ended comes to it
    app.window.deleteLater()  # later windows would dress this one too
    wardrobe.let_go()


@pytest.fixture
def club(tmp_path):
    return Club(tmp_path / "club")


@pytest.fixture
def share(club):
    return club.share(club.pack("1.0", lesson(lesson_id="P1", title="Port")))


def said(kit):
    page = kit.window.page
    return "\n".join(w.accessibleName() for w in page.findChildren(QWidget))


def until(qtbot, kit, place):
    qtbot.waitUntil(lambda: kit.window.page is kit.pages.get(place), timeout=10_000)


def asked(qtbot, kit, path):
    opening.open_file(kit, path)
    qtbot.waitUntil(lambda: "They call themselves" in said(kit), timeout=10_000)
    return kit.pages["trust"]


def test_all_six_are_the_same(kit, share, qtbot):
    page = asked(qtbot, kit, share)
    assert read_known(kit.parts.folder) == {}
    page.same.click()
    until(qtbot, kit, "packs")
    (publisher,) = read_known(kit.parts.folder).values()
    assert publisher.confirmed
    assert kit.parts.library.lesson("P1").title == "Port"
    assert "Confirmed" in said(kit)
    assert [pack.title for pack in packs._bundled(kit)] == ["Core lessons"]


def test_use_once_is_not_confirmed_until_compared(kit, share, club, qtbot):
    asked(qtbot, kit, share).once.click()
    until(qtbot, kit, "packs")
    assert "Not confirmed" in said(kit)
    (publisher,) = read_known(kit.parts.folder).values()
    kit.pages["packs"].compare_asked.emit(publisher)
    kit.pages["trust"].same.click()
    until(qtbot, kit, "packs")
    assert next(iter(read_known(kit.parts.folder).values())).confirmed
    newer = club.share(club.pack("1.1", lesson(lesson_id="P1", title="Newer")))
    opening.open_file(kit, newer)  # nobody is asked again
    until(qtbot, kit, "trust")
    until(qtbot, kit, "packs")
    assert kit.parts.library.lesson("P1").title == "Newer"


def test_the_words_of_one_publisher_say_nothing_of_another(kit, club, tmp_path, qtbot):
    other = Club(tmp_path / "club", "Another Club", seed=2)
    club.publish(club.pack("1.0", lesson(lesson_id="P1", title="Port")))
    more = other.pack("1.0", lesson(lesson_id="P2"), pack_id="u")
    root = other.publish(more).parent
    page = asked(qtbot, kit, root)
    first = "Another Club" if "Another Club" in said(kit) else club.name
    page.same.click()
    second = ({"Another Club", club.name} - {first}).pop()
    assert second in said(kit)
    assert read_known(kit.parts.folder) == {}
    kit.pages["trust"].once.click()
    until(qtbot, kit, "packs")
    known = {p.name: p.confirmed for p in read_known(kit.parts.folder).values()}
    assert known == {first: True, second: False}


def test_they_differ_changes_nothing(kit, share, qtbot):
    page = asked(qtbot, kit, share)
    before = look(kit.parts.folder / "packs-built")
    page.differ.click()
    assert "The words are not the same" in said(kit)
    assert not (kit.parts.folder / "packs").exists()
    assert look(kit.parts.folder / "packs-built") == before


def test_a_changed_file_is_refused_with_what_to_do(kit, share, qtbot):
    content = bytearray(share.read_bytes())
    content[-400] ^= 1
    share.write_bytes(content)
    opening.open_file(kit, share)
    qtbot.waitUntil(lambda: "What to do now" in said(kit), timeout=10_000)
    assert not (kit.parts.folder / "packs").exists()


def test_larger_text_keeps_the_question(kit, share, qtbot):
    asked(qtbot, kit, share)
    kit.change_settings(kit.settings._replace(text_size=130))
    assert "They call themselves" in said(kit)
    kit.pages["trust"].same.click()
    until(qtbot, kit, "packs")


def test_forget_takes_the_lessons_away(kit, share, qtbot):
    asked(qtbot, kit, share).same.click()
    until(qtbot, kit, "packs")
    (publisher,) = read_known(kit.parts.folder).values()
    kit.pages["packs"].forget_asked.emit(publisher)
    assert read_known(kit.parts.folder) == {}
    assert [r.id for r in kit.parts.library.rows() if r.id == "P1"] == []


def test_a_lesson_is_not_disturbed(kit, share, qtbot):
    kit.teach("L14", "en", "", 45, "")
    opening.open_file(kit, share)
    assert kit.window.page is kit.pages["teach"]


def test_a_file_is_dropped_on_the_window(kit, share, qtbot):
    kit.listen()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(share))])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    at = QPoint(50, 50)
    QApplication.sendEvent(kit.window, QDragEnterEvent(at, action, mime, left, none))
    QApplication.sendEvent(kit.window, QDropEvent(at, action, mime, left, none))
    qtbot.waitUntil(lambda: "They call themselves" in said(kit), timeout=10_000)


def test_a_second_start_hands_its_file_over(kit, share, qtbot):
    qtbot.waitUntil(lambda: kit._bell is not None, timeout=5000)
    answers = []
    folder = kit.parts.folder
    second = threading.Thread(
        target=lambda: answers.append(lock.knock(folder, str(share)))
    )
    second.start()
    qtbot.waitUntil(lambda: "They call themselves" in said(kit), timeout=10_000)
    second.join()
    assert answers == [True]


def test_the_start_tidies_what_no_run_needs(kit, club, share, qtbot):
    asked(qtbot, kit, share).same.click()
    until(qtbot, kit, "packs")
    folder = kit.parts.folder
    offer_ = offer(club.share(club.pack("1.1", lesson(lesson_id="P1"))))
    install(offer_, folder)
    assert len(list(folder.rglob("t-*.pack"))) == 2
    kit.listen()
    qtbot.waitUntil(lambda: len(list(folder.rglob("t-*.pack"))) == 1, timeout=10_000)


def test_other_files_are_told(kit, tmp_path):
    (tmp_path / "letter.txt").write_text("hello")
    opening.open_file(kit, tmp_path / "letter.txt")
    assert "trust" not in kit.pages


def test_what_a_run_needs_is_known(kit):
    kit.teach("L14", "en", "", 45, "")
    row = kit.parts.library.row("L14", "en")
    assert packs._needed(kit) == {(row.pack, row.version)}


def test_a_stick_that_brings_something_new_is_told_and_only_then(
    kit, club, qtbot, monkeypatch
):
    pack = club.pack("1.0", lesson(lesson_id="P1", title="Port"))
    stick_folder = club.publish(pack).parent
    told, tell = [], kit.window.toasts.tell

    def listen(text, *more):
        told.append((text, *more))
        return tell(text, *more)

    monkeypatch.setenv(stick.FROM, str(stick_folder))
    monkeypatch.setattr(kit.window.toasts, "tell", listen)
    stick.tell(kit)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "not on this computer yet" in told[0][0]
    told[0][2]()  # its action
    qtbot.waitUntil(lambda: "They call themselves" in said(kit), timeout=10_000)
    kit.pages["trust"].same.click()
    until(qtbot, kit, "packs")
    assert fresh(stick_folder, kit.parts.folder) == []
    assert kit.parts.library.lesson("P1").title == "Port"
