"""A hub asks: all of it stands on the page, and each answer is as easy as the rest."""

from itertools import pairwise

import pytest

from milkit.records.sample import sample
from milkit.screens.consent import Asked, ConsentScreen
from milkit.screens.consent_parts import SixWords
from milkit.sync import enrolment, news, seen
from milkit.sync.statement import Where
from milkit.widgets.buttons import Button
from tests.screens.test_settings import says
from tests.sync.fixtures import hub, make_outline

__all__ = ["hub"]
LOOKS = [("light", "en", 200), ("dark", "km", 130), ("contrast", "my", 150)]


@pytest.fixture
def show(qtbot, dressed, hub):
    def make(look=("light", "en", 100), size=(1366, 690), **asks):
        asks = {"drop": enrolment.Drop("https://d.example"), **asks}
        asked = hub.asks._replace(**asks)
        content = enrolment.write(asked, hub.seed)
        made = ConsentScreen(
            dressed(*look), Asked(asked, content, "k.milhub"), lambda code, _: code
        )
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def found(records):
    records.merge(sample([make_outline()], 4, 1))
    told = news.told(records, Where("KH", "KP"), ())
    return seen.records_of(told)


def test_it_says_who_asks_and_shows_one_record_complete(show, records, hub):
    screen = show()
    screen.show_records(found(records))
    for text in (
        "Kampong",
        "k.milhub",
        "Two people see counts.",
        "Kept for 3 years.",
        "1 of 4",
        "L14 · L14",
        "KH, KP",
    ):
        assert says(screen, text), text
    words = " ".join(hub.asks.words)
    assert words in [band.accessibleName() for band in screen.findChildren(SixWords)]


def test_without_records_it_says_so(show):
    screen = show()
    screen.show_records([])
    assert says(screen, "no records yet")


def test_no_answer_is_filled_and_all_are_alike(show):
    screen = show()
    answers = (screen.no, screen.stick, screen.yes)
    for one, other in pairwise(answers):
        assert one.x() < other.x()
        assert abs(one.width() - other.width()) <= 1
        assert one.height() == other.height()
    kinds = {button._kind for button in screen.findChildren(Button)}
    assert "primary" not in kinds
    assert not screen.research.isChecked()


def test_each_answer_is_told_with_the_question_of_research(show, qtbot):
    screen = show()
    told = []
    screen.declined.connect(lambda: told.append("no"))
    screen.stick_chosen.connect(lambda research: told.append(("stick", research)))
    screen.agreed.connect(lambda research: told.append(("yes", research)))
    screen.no.click()
    screen.stick.click()
    screen.research.click()
    screen.yes.click()
    assert told == ["no", ("stick", False), ("yes", True)]


def test_a_hub_without_a_drop_box_asks_for_sticks_only(show):
    screen = show(drop=enrolment.Drop())
    assert not screen.yes.isVisible()
    assert screen.stick.isVisible()


@pytest.mark.parametrize("size", [(1366, 690), (1024, 640)])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_fits_in_every_look(show, records, look, size):
    screen = show(look, size)
    screen.show_records(found(records))
    assert screen.minimumSizeHint().width() <= 1024
    assert not screen.middle.horizontalScrollBar().isVisible()
    for answer in (screen.no, screen.stick, screen.yes):
        assert answer.height() >= answer.heightForWidth(answer.width())
        assert answer.accessibleDescription()
