"""Settings: told at once, undone, and backups that a restore does not use up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.ground.settings import Settings
from milkit.ground.words import spoken
from milkit.records import backups
from milkit.records.contents import held
from milkit.records.opening import open_records
from milkit.screens.settings import Kept, SettingsScreen
from milkit.stage.projector import Projector
from milkit.widgets.background import Background
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 115), ("contrast", "en", 100),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 150), ("light", "vi", 100), ("light", "lo", 200),
]  # fmt: skip


@pytest.fixture
def background(qapp):
    made = Background(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def projector(qapp):
    made = Projector(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def show(qtbot, dressed, records, data, clock, projector, background):
    def make(settings=None, look=("light", "en", 100), size=(1154, 690), kept=None):
        settings = settings or Settings(follow_system=False)
        made = SettingsScreen(
            dressed(*look), settings, records, data, projector, background, kept, clock
        )
        qtbot.addWidget(made)
        made.refresh()
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def says(widget, text):
    QApplication.processEvents()
    return any(
        text in label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def press(qtbot, widget, text):
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def test_each_change_is_told_at_once_and_undone_in_turn(qtbot, show):
    screen = show()
    told = []
    screen.settings_changed.connect(told.append)
    screen.work.paper.chosen.emit("letter")
    screen.work.keys.click()
    screen.letters.sizes.chosen.emit("130")
    assert (told[-1].paper, told[-1].letter_keys, told[-1].text_size) == (
        "letter", False, 130,
    )  # fmt: skip
    assert says(screen, "Changed: text size")
    press(qtbot, screen, "Undo")
    assert told[-1].text_size == 100
    assert says(screen, "Changed: keys in Teach")
    press(qtbot, screen, "Undo")
    assert screen.work.keys.isChecked()
    assert screen.work.paper.value() == "letter"
    press(qtbot, screen, "Undo")
    assert told[-1] == Settings(follow_system=False)
    assert says(screen, "Every change is saved at once.")
    screen.undo()
    assert len(told) == 6


def test_what_was_changed_elsewhere_is_not_changed_back(show):
    screen = show()
    screen.take(Settings(follow_system=False, paper="letter"))
    assert screen.work.paper.value() == "letter"
    told = []
    screen.settings_changed.connect(told.append)
    screen.work.keys.click()
    assert told[-1].paper == "letter"


def test_a_chosen_colour_no_longer_follows_the_computer(show):
    screen = show(Settings(follow_system=True))
    told = []
    screen.settings_changed.connect(told.append)
    screen.colours.swatches[1].click()
    assert (told[-1].theme, told[-1].follow_system) == ("dark", False)
    screen.colours.same.click()
    assert not told[-1].follow_system or told[-1].theme == "light"


def test_a_new_screen_goes_on_where_the_old_one_was(qtbot, show):
    old = show(size=(1154, 400))
    old.work.period.chosen.emit("45")
    old.middle.verticalScrollBar().setValue(120)
    old.work.keys.setFocus()
    kept = old.kept()
    new = show(Settings(follow_system=False, period=45), size=(1154, 400), kept=kept)
    new.focus_first()
    qtbot.waitUntil(lambda: new.middle.verticalScrollBar().value() == 120)
    assert new.focusWidget() is new.work.keys
    press(qtbot, new, "Undo")
    assert new.work.period.value() == "40"


def test_only_languages_that_the_kit_speaks_are_offered_and_drafts_say_so(show):
    screen = show()
    codes = [row.key for row in screen.language.rows]
    assert set(codes) == {one.code for one in spoken()}
    for row in screen.language.rows:
        assert ("Draft" in row.accessibleDescription()) == (row.key != "en")
    told = []
    screen.settings_changed.connect(told.append)
    screen.language.lessons.chosen.emit("th")
    assert told[-1].lesson_language == "th"


def test_own_digits_are_offered_where_there_are_any(show):
    assert show().letters.digits is None
    screen = show(Settings(language="km", follow_system=False), ("light", "km", 100))
    told = []
    screen.settings_changed.connect(told.append)
    screen.letters.digits.click()
    assert told[-1].own_digits


def test_damaged_settings_are_told_once(show):
    screen = show(Settings(damaged="settings-damaged-1.json", follow_system=False))
    assert says(screen, "settings-damaged-1.json")
    told = []
    screen.settings_changed.connect(told.append)
    screen.work.paper.chosen.emit("letter")
    assert told[-1].damaged == ""


def test_a_restore_keeps_today_first_and_uses_no_backup_up(
    qtbot, show, records, data, clock, group
):
    backups.take(data, clock.now())
    clock.pass_by(days=1)
    records.save_class(group._replace(name="9 Melati"))
    screen = show()
    assert says(screen, "Thu, 12 Nov 2026, 10:05")
    press(qtbot, screen, "Restore Thu, 12 Nov 2026, 10:05")
    question = screen.backups.question
    assert says(question, "Go back to Thu, 12 Nov 2026, 10:05?")
    with qtbot.waitSignal(screen.restored):
        question.lose.click()
    again = open_records(data, clock).records
    assert again.classes() == [group]
    again.close()
    assert len(backups.snapshots(data)) == 2
    assert backups.snapshots(data)[0].kept
    new = show(kept=screen.kept())
    assert says(new, "Your classes and lessons are those of Thu, 12 Nov 2026, 10:05.")
    assert new.kept().said == ""


def test_saying_no_changes_nothing(qtbot, show, records, data, clock, group):
    backups.take(data, clock.now())
    screen = show()
    restored = []
    screen.restored.connect(lambda: restored.append(1))
    press(qtbot, screen, "Restore Today, 10:05")
    screen.backups.question.keep.click()
    assert restored == []
    assert records.classes() == [group]


def test_a_damaged_backup_is_refused_with_the_records_still_open(
    show, records, data, clock, group
):
    snapshot = backups.take(data, clock.now())
    snapshot.path.write_bytes(b"x" * 5000)
    screen = show()
    assert says(screen, "It cannot be read")
    screen.restore(snapshot)
    assert says(screen.backups.saving, "")
    assert screen.backups.saving.isVisible()
    assert records.classes() == [group]


def test_a_copy_on_a_stick_is_written_checked_and_comes_back(
    qtbot, show, data, clock, group, tmp_path
):
    stick = tmp_path / "STICK"
    stick.mkdir()
    screen = show()
    screen.backups.back_up_to(stick)
    qtbot.waitUntil(lambda: says(screen, "Written and checked"), timeout=10_000)
    (copy,) = stick.iterdir()
    assert copy.name == "milkit-records-2026-11-12-1005.db"
    assert held(copy).classes == 1
    screen.backups.restore_from(copy)
    with qtbot.waitSignal(screen.restored):
        screen.backups.question.lose.click()
    assert "Today, 10:05" in screen.kept().said
    assert copy.exists()
    records = open_records(data, clock).records
    assert records.classes() == [group]
    records.close()


def test_a_stick_that_is_gone_and_a_file_that_is_none_are_told(
    qtbot, show, tmp_path, group
):
    screen = show()
    screen.backups.back_up_to(tmp_path / "pulled")
    qtbot.waitUntil(screen.backups.saving.isVisible, timeout=10_000)
    assert screen.backups.stick.isEnabled()
    other = tmp_path / "letter.db"
    other.write_text("Dear colleague")
    screen.backups.restore_from(other)
    assert screen.backups.question is None
    assert screen.backups.saving.isVisible()
    assert group


def test_all_backups_are_listed_on_demand(qtbot, show, data, clock, group):
    for _ in range(5):
        backups.take(data, clock.now())
        clock.pass_by(days=1)
    screen = show()
    assert not says(screen, "Thu, 12 Nov 2026")
    press(qtbot, screen, "All 5 backups")
    assert says(screen, "Thu, 12 Nov 2026")
    assert group


def test_it_says_what_is_kept_and_where(qtbot, show, data):
    screen = show()
    assert says(screen, "Never names of students")
    assert says(screen, str(data))
    press(qtbot, screen, "Copy the path")
    assert QGuiApplication.clipboard().text() == str(data)
    press(qtbot, screen, "Copied")


def test_the_test_picture_is_asked_for_and_help_too(qtbot, show):
    screen = show()
    with qtbot.waitSignal(screen.test_picture_asked) as told:
        press(qtbot, screen, "Test picture")
    assert told.args == [True]
    screen.set_test(shown=False)
    assert not screen.projector.test.isChecked()
    with qtbot.waitSignal(screen.help_asked):
        press(qtbot, screen, "Help")


def test_the_projector_is_named(show, projector):
    screen = show()
    assert says(screen, "No projector found")
    projector.screen = QGuiApplication.primaryScreen()
    projector.found.emit(projector.screen)
    assert says(screen, "800 × 800")
    projector.screen = None
    projector.lost.emit()
    assert says(screen, "No projector found")


@pytest.mark.parametrize(("look", "window"), covering(LOOKS, [(1154, 690), (812, 640)]))
def test_it_opens_in_every_look_and_nothing_runs_out_of_the_page(
    show, data, clock, group, look, window
):
    backups.take(data, clock.now())
    if look[2] == 200:
        window = (window[0] - 200, window[1])  # the sidebar grows too
    settings = Settings(language=look[1], text_size=look[2], theme=look[0])
    screen = show(settings, look, window, Kept(before=(settings,)))
    QApplication.processEvents()
    assert screen.middle.horizontalScrollBar().maximum() == 0
    for bar in (screen.header, screen.footer):
        assert bar.minimumSizeHint().width() <= bar.width()
    assert group
