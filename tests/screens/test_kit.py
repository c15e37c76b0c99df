"""Make a kit and check a stick, with real lessons, keys, files and folders."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.kit import listing
from milkit.kit.verify import verify
from milkit.kit.write import write
from milkit.screens.kit import CHOOSE, SIGN, STICKS, WRITE, KitScreen
from milkit.screens.kit_check import CheckScreen
from milkit.screens.kit_work import KEY, Shop
from milkit.trust.key_file import write_key
from milkit.widgets.background import Background
from tests.kit import made
from tests.kit.editions import NoPress

PHRASE = "ten plain words"
LOOKS = [
    ("light", "en", 100), ("dark", "km", 130), ("contrast", "th", 100),
    ("light", "my", 200), ("light", "vi", 150),
]  # fmt: skip


@pytest.fixture
def background(qapp):
    made_one = Background()
    yield made_one
    made_one.close()


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch):
    """This machine's own sticks are nobody's business in a test."""
    monkeypatch.setattr("milkit.ground.drives.sticks", list)


@pytest.fixture
def show(qtbot, dressed, library, data, clock, background):
    def make(look=("light", "en", 100), size=(1154, 690), *, few=False):
        shop = Shop(library, data, NoPress(), clock)
        page = KitScreen(dressed(*look), shop, background, ("en", "th"))
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.work.stock_read, timeout=20_000):
            page.refresh()
        if few:
            page.choose.lessons, page.choose.langs = {"L14"}, {"en"}
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def signed(qtbot, show, data, tmp_path):
    """A page with a signed kit that looks at one empty folder."""
    (data / KEY).parent.mkdir(parents=True)
    write_key(data / KEY, made.key(), PHRASE)
    page = show(few=True)
    page.sign.show_signer(page.work.signer())
    page.go_on()
    page.sign.name.setText("The Centre")
    page.sign.phrase.setText(PHRASE)
    (tmp_path / "stick").mkdir()
    page.work.folders = [tmp_path / "stick"]
    with qtbot.waitSignal(page.work.looked, timeout=30_000):
        page.go_on()
    return page


def says(widget, text):
    QApplication.processEvents()
    labels = [x for x in widget.findChildren(QLabel) if x.isVisible()]
    return any(text in x.text() or text in x.accessibleName() for x in labels)


def button(widget, text):
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    return found[-1]


def test_topics_languages_and_sizes_are_offered(show):
    page = show()
    assert page.choose.ready
    assert {row.key for row in page.choose.spoken} >= {"en", "th", "id"}
    assert page.choose.langs == {"en", "th"}
    assert "lessons" in page.choose.rows[0].accessibleDescription()
    assert "MB" in page.choose.rows[0].accessibleDescription()


def test_a_missing_translation_is_said_before_anything_is_written(show):
    page = show()
    assert says(page.choose.missing, "have no ไทย yet")
    assert says(page.choose.missing, "They go into the kit in English.")


def test_ticks_count_and_nothing_chosen_goes_no_further(qtbot, show):
    page = show()
    first = page.choose.rows[0]
    many = len(page.choose.lessons)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert len(page.choose.lessons) < many
    qtbot.mouseClick(page.choose.all, Qt.MouseButton.LeftButton)
    assert len(page.choose.lessons) == many
    qtbot.mouseClick(page.choose.all, Qt.MouseButton.LeftButton)
    assert not page.next.isEnabled()
    assert says(page, "Choose at least one lesson and one language.")


def test_single_lessons_leave_their_topic_half_ticked(qtbot, show):
    page = show()
    qtbot.mouseClick(page.choose.single, Qt.MouseButton.LeftButton)
    assert len(page.choose.rows) == len(page.work.stock.lessons)
    several = [t for t in ("rumours",) if len(page.work.stock.of_topic(t)) > 1]
    lesson = page.work.stock.of_topic(several[0])[0]
    row = next(row for row in page.choose.rows if row.key == lesson)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.choose.single, Qt.MouseButton.LeftButton)
    topic = next(row for row in page.choose.rows if row.key == several[0])
    assert topic.checkState() == Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(topic, Qt.MouseButton.LeftButton)
    assert lesson in page.choose.lessons


def test_signing_asks_for_what_is_missing(show):
    page = show()
    page.go_on()
    assert page.step == SIGN
    page.go_on()
    assert says(page.sign, "Write the name that teachers will see.")
    page.sign.name.setText("The Centre")
    page.sign.phrase.setText("short")
    page.go_on()
    assert says(page.sign, "A pass phrase has 8 letters or more.")
    page.sign.phrase.setText(PHRASE)
    page.go_on()
    assert says(page.sign, "The two pass phrases differ.")
    assert page.step == SIGN


def test_the_keyboard_goes_where_something_is_missing(show):
    page = show()
    page.activateWindow()
    page.go_on()
    assert page.focusWidget() is page.sign.name
    page.sign.name.setText("The Centre")
    page.go_on()
    assert page.focusWidget() is page.sign.phrase
    page.sign.phrase.setText(PHRASE)
    page.go_on()
    assert page.focusWidget() is page.sign.again


def test_enter_while_the_kit_is_made_does_not_make_it_twice(qtbot, show):
    page = show(few=True)
    page.go_on()
    page.sign.name.setText("The Centre")
    page.sign.phrase.setText(PHRASE)
    page.sign.again.setText(PHRASE)
    ended = []
    page.work.signed.connect(lambda: ended.append("signed"))
    page.work.failed.connect(ended.append)
    page.go_on()
    qtbot.keyClick(page.sign.phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step == STICKS, timeout=30_000)
    page.work._background._pool.shutdown()  # whatever else was begun has ended now
    QApplication.processEvents()
    assert ended == ["signed"]
    assert not page.sign.folder.isHidden()  # where the recovery sheet lies


def test_a_stick_is_checked_with_no_kit_made(qtbot, show):
    page = show()
    with qtbot.waitSignal(page.check_asked):
        qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    page.go_to(SIGN)
    assert not page.check.isVisible()


def test_a_wrong_pass_phrase_is_said_and_nothing_is_lost(qtbot, show, data):
    (data / KEY).parent.mkdir(parents=True)
    write_key(data / KEY, made.key(), PHRASE)
    page = show(few=True)
    page.sign.show_signer(page.work.signer())
    page.go_on()
    page.sign.name.setText("The Centre")
    page.sign.phrase.setText("something else")
    with qtbot.waitSignal(page.work.failed, timeout=20_000):
        page.go_on()
    assert page.step == SIGN
    assert page.next.isEnabled()
    assert page.sign.name.text() == "The Centre"
    qtbot.keyClicks(page.sign.phrase, PHRASE)
    assert page.sign.phrase.text() == PHRASE
    with qtbot.waitSignal(page.work.signed, timeout=30_000):
        page.go_on()
    assert page.step == STICKS
    assert page.sign.phrase.text() == ""


def test_without_a_key_one_is_made_with_its_recovery_sheet(qtbot, show, data):
    page = show(few=True)
    page.go_on()
    page.sign.name.setText("The Centre")
    page.sign.phrase.setText(PHRASE)
    page.sign.again.setText(PHRASE)
    with qtbot.waitSignal(page.work.signed, timeout=30_000):
        page.go_on()
    assert (data / KEY).is_file()
    assert (data / "keys/maker.recovery.html").is_file()
    assert len(page.work.words) == 6
    assert page.sign.signer.words == page.work.words


def test_a_stick_is_written_checked_and_the_kit_is_whole(qtbot, signed, tmp_path):
    page = signed
    assert page.step == STICKS
    assert [card.seen.state for card in page.sticks.cards] == ["ready"]
    assert page.next.words == "Write to 1 stick"
    page.go_on()
    assert page.step == WRITE
    qtbot.waitUntil(lambda: not page.work.writing, timeout=30_000)
    qtbot.waitUntil(lambda: page.next.words == "Make another kit", timeout=5000)
    assert says(page.write, "files match the signature")
    found = verify(tmp_path / "stick")
    assert found.good
    assert found.signed.listing.maker == "The Centre"
    with qtbot.waitSignal(page.labels_asked) as asked:
        qtbot.mouseClick(page.labels, Qt.MouseButton.LeftButton)
    about, titles, many = asked.args
    assert (about, many) == (found.signed.listing, 1)
    assert titles


def test_a_stick_that_fails_says_why_and_goes_on(qtbot, signed, tmp_path):
    page = signed
    (tmp_path / "stick/START-HERE.html").write_bytes(b"of another program")
    page.go_on()
    qtbot.waitUntil(lambda: not page.work.writing, timeout=30_000)
    page._moved()
    assert says(page.write, "Stopped at")
    assert says(page.write, "START-HERE.html is there already")
    (tmp_path / "stick/START-HERE.html").unlink()
    again = button(page.write, "Try again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.work.writing, timeout=30_000)
    page._moved()
    assert says(page.write, "Written and checked")
    assert verify(tmp_path / "stick").good


def test_stopping_keeps_what_is_written(qtbot, signed, tmp_path):
    page = signed
    page.work.write(page.sticks.chosen)
    page.work.stop()
    qtbot.waitUntil(lambda: not page.work.writing, timeout=30_000)
    assert page.work.jobs[0].state in ("stopped", "done")
    page.write.show_jobs(page.work.jobs, page.work.made.signed.listing, 1, ("a",) * 6)
    page.work.again(page.work.jobs[0])
    qtbot.waitUntil(lambda: not page.work.writing, timeout=30_000)
    assert verify(tmp_path / "stick").good


def test_esc_goes_back_a_step_but_not_out_of_the_writing(signed):
    page = signed
    assert page.back()
    assert page.step == SIGN
    assert page.back()
    assert page.step == CHOOSE
    assert not page.back()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_step_fits_every_look(show, look):
    page = show(look, (812, 640) if look[2] < 200 else (612, 640))
    for step in (CHOOSE, SIGN, WRITE, STICKS):
        page.go_to(step)
        QApplication.processEvents()
        body, view = page.middle.body, page.middle.viewport()
        assert body.minimumSizeHint().width() <= view.width(), step


# --- checking -----------------------------------------------------------------------


@pytest.fixture
def checking(qtbot, dressed, background, tmp_path):
    kit, found = made.kit(tmp_path)
    write(kit, found.sources, tmp_path / "stick")
    page = CheckScreen(dressed(), background, [tmp_path / "here"])
    qtbot.addWidget(page)
    page.refresh()
    page.resize(1154, 690)
    page.show()
    return page


def test_a_good_stick_is_called_good_and_by_whom(qtbot, checking, tmp_path):
    checking.check(tmp_path / "stick")
    qtbot.waitUntil(lambda: checking.checked is not None, timeout=20_000)
    assert says(checking, "Nothing has been changed")
    assert says(checking, "They call themselves The Centre")


def test_damage_is_named_and_mended_from_another_copy(qtbot, checking, tmp_path):
    stick = tmp_path / "stick"
    shutil.copytree(stick, tmp_path / "twin")
    (stick / "START-HERE.html").write_bytes(b"changed")
    checking.check(stick)
    qtbot.waitUntil(lambda: checking.checked is not None, timeout=20_000)
    assert says(checking, "START-HERE.html: it was changed")
    mend = button(checking, "Mend it")
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: says(checking, "no good copy here"), timeout=20_000)
    checking.mend([tmp_path / "twin"])
    qtbot.waitUntil(
        lambda: checking.checked is not None and checking.checked.good, timeout=20_000
    )
    assert says(checking, "Nothing has been changed")


def test_the_stick_that_was_chosen_last_is_told(qtbot, checking, tmp_path):
    shutil.copytree(tmp_path / "stick", tmp_path / "twin")
    (tmp_path / "stick/START-HERE.html").write_bytes(b"changed")
    checking.check(tmp_path / "stick")
    checking.check(tmp_path / "twin")
    checking._background._pool.shutdown()  # both are read
    qtbot.waitUntil(lambda: checking.checked is not None, timeout=20_000)
    assert says(checking, "Nothing has been changed")
    assert not says(checking, "it was changed")


def test_what_is_no_kit_is_said_in_words(qtbot, checking, tmp_path):
    checking.check(tmp_path / "source")
    qtbot.waitUntil(lambda: says(checking, "No kit was found"), timeout=20_000)
    with qtbot.waitSignal(checking.clean_asked):
        clean = button(checking, "Write a clean kit")
        qtbot.mouseClick(clean, Qt.MouseButton.LeftButton)


def test_labels_are_a_sheet_with_six_words(look):
    from milkit.kit.labels import labels

    about = listing.Listing(
        "The Centre", made.key().public.text, "2026-11-24", "MIL Kit", ("en",), {}
    )
    sheet = labels(about, ["Flood & rumour"], 3, look.words)
    told = repr(sheet)
    assert told.count("Open START-HERE.html") == 3
    assert "Flood &amp; rumour" in told
