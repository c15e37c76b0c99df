"""The window as a teacher walks through it, with real parts behind every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from milkit import starting
from milkit.app import App
from milkit.ground import settings as choices
from milkit.ground.errors import DiskFull
from milkit.ground.settings import Settings
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from tests import bundled, wardrobe
from tests.screens.conftest import built, data  # noqa: F401 - fixtures

NORMAL = Settings(first_start_done=True, follow_system=False)


@pytest.fixture
def kit(qapp, qtbot, built, data):  # noqa: F811 - the fixtures of that name
    """Give a maker of windows on one data folder."""
    bundled.furnish(data, built)
    made = []

    def make(settings=NORMAL):
        choices.write(data, settings)
        look = starting.first_look(qapp, settings)
        app = App(qapp, starting.open_parts(data, look), settings, look)
        app.show()
        made.append(app)
        return app

    yield make
    for app in made:
        app.window.close()
        app.close()
        qapp.processEvents()  # what its thread has ended comes to it
        app.window.deleteLater()  # later windows would dress this one too
    wardrobe.let_go()


def press(qtbot, kit, keys):
    key, held = QKeySequence(keys)[0].key(), QKeySequence(keys)[0].keyboardModifiers()
    qtbot.keyClick(kit.window, key, held)


def test_the_first_start_comes_once(kit):
    first = kit(Settings(follow_system=False))
    assert first.window.page is first.pages["first"]
    first.pages["first"].done.emit(45)
    assert first.window.page is first.pages["home"]
    assert choices.read(first.parts.folder).first_start_done
    assert choices.read(first.parts.folder).period == 45


def test_places_have_keys_and_esc_goes_back(kit, qtbot):
    app = kit()
    app.go("lesson", "L14", "en")
    app.go("editor", "L14", "en")
    app.go_back()
    assert app.window.page is app.pages["lesson"]
    app.go_back()
    assert app.window.page is app.pages["home"]
    places = ("home", "lessons", "classes", "reports", "kit", "settings")
    for number, place in enumerate(places, 1):
        app.window._numbered(number)
        assert app.window.page is app.pages[place]


@pytest.mark.parametrize(
    "place",
    ["home", "lessons", "classes", "reports", "kit", "check-stick", "settings", "help"],
)
@pytest.mark.parametrize(
    ("lang", "theme", "size"),
    [
        ("en", "light", 100),
        ("km", "dark", 100),
        ("my", "contrast", 200),
        ("th", "light", 150),
    ],
)
def test_every_place_opens_in_every_look(kit, place, lang, theme, size):
    app = kit(
        Settings(
            language=lang, theme=theme, text_size=size, follow_system=False,
            first_start_done=True,
        )
    )  # fmt: skip
    app.go(place)
    assert app.window.page.isVisible()
    assert app.window.page.minimumSizeHint().width() <= 1024


def test_ctrl_plus_makes_text_larger_and_keeps_the_place(kit):
    app = kit()
    app.go("lesson", "L14", "en")
    app._resize_text(1)
    assert app.settings.text_size == 115
    assert app.window.page is app.pages["lesson"]
    app._resize_text(0)
    assert choices.read(app.parts.folder).text_size == 100


def test_a_lesson_that_is_closed_in_the_middle_is_offered_again(kit):
    app = kit()
    app.teach("L14", "en", "", 40, "vote")
    app.pages["teach"].run.hand(1)
    run = app.pages["teach"].run.id
    app.window.close()
    app.drop("teach")
    app.go("home")
    assert app.parts.records.open_run().id == run
    assert app.pages["home"].strip is not None
    app.go_on(run)
    assert app.pages["teach"].run.view().hands["fits"] == 1


def test_beginning_again_leaves_the_old_run_as_it_is(kit):
    app = kit()
    app.teach("L14", "en", "", 40, "vote")
    old = app.pages["teach"].run.id
    app.begin_again(old)
    assert app.parts.records.run(old).how == "abandoned"
    assert app.parts.records.open_run().id != old


def test_finishing_leads_home(kit):
    app = kit()
    app.teach("L14", "en", "", 40, "close")
    app._finish()
    assert app.window.page is app.pages["finish"]
    assert not app.window.sidebar.isVisible()
    app.pages["finish"].finished.emit()
    assert app.window.page is app.pages["home"]
    assert app.window.sidebar.isVisible()


def test_esc_at_the_end_does_not_open_the_lesson_again(kit):
    app = kit()
    app.go("lesson", "L14", "en")
    app.teach("L14", "en", "", 40, "close")
    app._finish()
    app.go_back()
    assert app.window.page is app.pages["lesson"]
    app.go_back()
    assert app.window.page is app.pages["home"]


def test_larger_text_in_class_makes_the_console_anew(kit):
    app = kit()
    app.teach("L14", "en", "", 40, "vote")
    old = app.pages["teach"]
    old.run.hand(1)
    app._resize_text(1)
    page = app.pages["teach"]
    assert app.window.page is page is not old
    assert page._look.type.size == 115
    assert page.run.view().hands["fits"] == 1
    assert page._pulse.isActive()
    app._finish()
    app._resize_text(1)
    assert app.window.page is app.pages["finish"]


def test_a_new_look_chosen_in_mid_lesson_loses_nothing(kit):
    app = kit()
    app.teach("L14", "en", "", 40, "vote")
    app.go("help")
    app._resize_text(1)
    app.go_back()
    assert app.window.page is app.pages["teach"]
    app.go("settings")
    app._resize_text(-1)
    app.go("home")
    app.go_on(app.parts.records.open_run().id)
    assert app.window.page is app.pages["teach"]


def test_a_lesson_opened_from_a_class_is_for_that_class(kit):
    app = kit()
    for name in ("8 Melati", "9 Anggrek"):
        app.parts.records.save_class(SchoolClass(new_id(), name, 47, (12, 14)))
    app.go("classes")
    page = app.pages["classes"]
    page.lesson_chosen.emit("L14", "en")
    assert app.pages["lesson"].class_id == page.chosen
    app.teach("L14", "en", page.chosen, 40, "close")
    app._finish()
    app.go("lesson", "L14", "en")
    app.pages["finish"].lesson_chosen.emit("L14", "en")
    assert app.pages["lesson"].class_id == page.chosen


def test_help_in_class_leads_nowhere_but_back(kit):
    app = kit()
    app.go("help")
    assert app.window.sidebar.isVisible()
    app.go_back()
    app.teach("L14", "en", "", 40, "vote")
    app.go("help")
    assert not app.window.sidebar.isVisible()
    app.go_back()
    assert app.window.page is app.pages["teach"]


def test_the_state_block_leads_to_what_is_kept(kit):
    app = kit()
    app.window.sidebar.state.click()
    assert app.window.page is app.pages["sharing"]


def test_a_mishap_is_said_in_the_window_once(kit):
    app = kit()
    for _ in range(3):
        app.tell(DiskFull(app.parts.folder, 1))
    assert app.window._notes_column.count() == 1


def test_what_nobody_foresaw_is_said_and_written_down(kit):
    app = kit()
    app.unforeseen(ValueError, ValueError("odd"), None)
    assert app.window._notes_column.count() == 1
    assert "odd" in (app.parts.folder / "milkit.log").read_text()


def test_tab_reaches_the_page(kit, qtbot):
    app = kit()
    qtbot.keyClick(app.window, Qt.Key.Key_F6)
    assert app.window.focusWidget() is not None


def test_a_check_is_given_keyed_and_left(kit, qtbot):
    from milkit.records import checks

    app = kit()
    group = SchoolClass(new_id(), "8 Melati", 12, (13, 14))
    app.parts.records.save_class(group)
    app.go("classes")
    app.pages["classes"].checks_chosen.emit(group.id)
    page = app.pages["checks"]
    assert app.window.page is page
    page.plan.start.click()
    keying = app.pages["keying"]
    assert app.window.page is keying
    qtbot.keyClicks(keying, "12")
    (row,) = checks.given(app.parts.records, group.id)
    state = checks.read(app.parts.records, row.id)
    assert list(state.sheet("1").final().values()) == ["real", "false"]
    keying.stopped.emit()
    assert app.window.page is page
    page.plan.way.set_value("hands")
    page.plan.start.click()
    hands = app.pages["check-hands"]
    assert app.window.page is hands
    hands.class_view.click()
    assert "Hide" in hands.class_view.words
    app.go_back()
    assert app.window.page is page
    page.consent_asked.emit(group.id)
    assert app.window.page is app.pages["research"]
