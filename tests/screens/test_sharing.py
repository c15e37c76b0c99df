"""Sharing: off is said plainly, all that would go can be read, stopping is asked."""

from pathlib import Path

import pytest

from milkit.ground.errors import DropRefused
from milkit.records.sample import sample
from milkit.screens.sharing import Shared, SharingScreen
from milkit.sync import news, seen
from milkit.sync.agreement import Agreement
from milkit.sync.outbox import Went
from milkit.sync.sending import State
from milkit.sync.statement import Where
from milkit.widgets.background import Background
from milkit.widgets.labels import Tag
from tests.screens.test_settings import press, says
from tests.sync.fixtures import hub, make_outline

__all__ = ["hub"]
LOOKS = [("light", "en", 200), ("dark", "km", 130), ("contrast", "my", 150)]
DAY = "2026-11-12T10:00:00+07:00"
WENT = [Went("2026-11-12", state, 4 - state, 9) for state in range(4)]


@pytest.fixture
def show(qtbot, qapp, dressed, records, hub):
    background = Background(qapp)

    def make(look=("light", "en", 100), size=(1154, 690), *, on=True, way="send"):
        records.merge(sample([make_outline()], 3, 1))
        told = seen.records_of(news.told(records, Where("KH"), ()))
        agreed = Agreement(hub.asks, way, False, False, DAY)
        shared = Shared(agreed, State(3, 1, 2, 4, True), told, WENT)
        if not on:
            shared = Shared(None, None, told, [])
        made = SharingScreen(
            dressed(*look), lambda: shared, background, lambda *_: "The flood photo"
        )
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        made.refresh()
        qtbot.waitUntil(lambda: made._records == told)
        return made

    yield make
    background.close()
    background.deleteLater()


def test_off_is_said_plainly(show):
    screen = show(on=False)
    assert says(screen, "Off. Nothing leaves this laptop.")
    assert says(screen, "3 records are here, for as long as you like.")
    assert says(screen, "No student names are ever sent.")
    assert not screen.state.send.isVisible()
    assert not screen.state.stop.isVisible()
    assert not screen.went.isVisible()


def test_on_says_with_whom_and_how_far_all_is(show):
    screen = show()
    for text in (
        "Results go to Kampong.",
        "3 records are waiting on this laptop.",
        "1 is saved to a stick.",
        "2 are sent.",
        "The hub has 4.",
        "did not accept this computer",
    ):
        assert says(screen, text), text
    tags = [tag.accessibleName() for tag in screen.went.findChildren(Tag)]
    assert tags == ["waiting", "saved to a stick", "sent", "received by the hub"]


def test_sticks_only_has_nothing_to_send(show):
    screen = show(way="stick")
    assert says(screen, "Results go to Kampong on a stick.")
    assert not screen.state.send.isVisible()
    assert not screen.state.metered.isVisible()


def test_every_record_can_be_read_also_as_it_is_written(show, qtbot):
    screen = show()
    assert says(screen, "1 of 3")
    press(qtbot, screen, "Next record")
    assert says(screen, "2 of 3")
    press(qtbot, screen, "Record before")
    press(qtbot, screen, "Record before")
    assert says(screen, "3 of 3")
    press(qtbot, screen, "As it is written")
    assert '"version": "1.0.3"' in screen._written.toPlainText()
    assert screen._written.isVisible()


def test_what_is_asked_is_told(show, qtbot):
    screen = show()
    told = []
    screen.send_asked.connect(lambda: told.append("send"))
    screen.stop_chosen.connect(lambda: told.append("stop"))
    screen.metered_changed.connect(told.append)
    press(qtbot, screen, "Send now")
    screen.state.metered.click()
    press(qtbot, screen, "Stop and forget")
    assert told == ["send", True]
    screen.question.keep.click()
    assert told == ["send", True]
    screen._ask_to_stop()
    screen.question.lose.click()
    assert told == ["send", True, "stop"]
    screen.stick_chosen.connect(told.append)
    screen.hub_file_chosen.connect(told.append)
    screen.stick_chosen.emit(Path("/x"))
    assert told[-1] == Path("/x")


def test_news_stand_above_and_take_each_other_s_place(show):
    screen = show()
    screen.state.busy("Sending")
    assert not screen.state.send.isEnabled()
    screen.tell(DropRefused("Kampong"))
    assert screen.state.send.isEnabled()
    assert says(screen, "The drop box did not open")
    screen.say("All is sent")
    assert says(screen, "All is sent")
    assert not says(screen, "The drop box did not open")


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_fits_in_every_look(show, look, on):
    screen = show(look, (812, 640), on=on)
    assert screen.minimumSizeHint().width() <= 812
    assert not screen.middle.horizontalScrollBar().isVisible()
