"""The trust card, the refusal and the list of publishers, as a user meets them."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QWidget

from milkit.ground.mishap_words import explain
from milkit.ground.trust_errors import SignatureBad
from milkit.packs.known import Installed, Publisher
from milkit.packs.listed import File
from milkit.screens.pack_words import age
from milkit.screens.packs import Bundled, PacksScreen
from milkit.screens.settings_packs import PacksSection
from milkit.screens.trust import TrustScreen
from milkit.screens.trust_card import Asked, Word
from milkit.trust import qr
from milkit.trust.key import of_seed
from milkit.trust.six_words import six_words
from milkit.widgets.qr import MARGIN, QrCode

KEY = of_seed(b"k" * 32, b"k" * 8).public
NAME = "Media Club, Port Town"
TODAY = dt.date(2026, 11, 24)
FILE = File("1.1", "port-1.1.pack", 1000, "0" * 64)
PACK = Installed("port", FILE, {"en": "Port lessons"}, ("en", "tet"), "2025-09-20")
CLUB = Publisher(KEY, NAME, packs={"port": PACK})
ASKED = Asked(
    "port.milpack", NAME, six_words(KEY), qr.modules(KEY.text), ("Port lessons",)
)


def said(page):
    return "\n".join(w.accessibleName() for w in page.findChildren(QWidget))


@pytest.fixture
def page(look, qtbot):
    made = TrustScreen(look)
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    return made


def test_the_card_shows_who_says_so_and_six_words(page):
    page.ask(ASKED)
    text = said(page)
    for part in ("They call themselves", NAME, "port.milpack", "Not confirmed yet"):
        assert part in text
    shown = [w.accessibleName().split()[1] for w in page.findChildren(Word)]
    assert sorted(shown) == sorted(six_words(KEY))


def test_each_answer_is_told_and_the_safe_one_has_the_focus(page, qtbot):
    page.ask(ASKED)
    page.focus_first()
    assert page.differ.hasFocus()
    for button, told in (
        (page.differ, page.they_differ),
        (page.once, page.use_once),
        (page.same, page.all_same),
    ):
        with qtbot.waitSignal(told, timeout=1000):
            button.click()


def test_a_refusal_says_what_is_safe_and_what_to_do(page, look, qtbot):
    from pathlib import Path

    mishap = SignatureBad(Path("port.milpack"))
    told = explain(mishap, look.words)
    page.refuse("port.milpack", told, repr(mishap))
    text = said(page)
    for part in (told.title, told.happened, told.safe, told.now, "Not opened"):
        assert part in text
    assert "open anyway" not in text.lower()


def test_one_thing_is_shown_at_a_time(page, qtbot):
    page.look_at("port.milpack")
    page.show_step(50, 100)
    page.ask(ASKED)
    qtbot.wait(1)
    assert "Looking through" not in "\n".join(
        w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()
    )


def test_a_qr_code_is_painted_as_it_is(look, qtbot):
    rows = qr.modules(KEY.text)
    code = QrCode(look, rows, "key")
    qtbot.addWidget(code)
    code.resize(code.sizeHint())
    image = code.grab().toImage()
    step = image.width() / (len(rows) + 2 * MARGIN)
    for down, row in enumerate(rows, MARGIN):
        for across, dark in enumerate(row, MARGIN):
            at = int((across + 0.5) * step), int((down + 0.5) * step)
            assert (image.pixelColor(*at).lightness() < 128) == dark


@pytest.fixture
def packs(look, qtbot):
    def make(*publishers):
        ours = (Bundled("Core lessons", "1.0", 8),)
        made = PacksScreen(look, lambda: publishers, ours, TODAY)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_publishers_are_listed_with_words_packs_and_age(packs):
    text = said(packs(CLUB))
    for part in (NAME, " ".join(six_words(KEY)), "Not confirmed", "14 months ago"):
        assert part in text
    assert "Confirmed" in said(packs(CLUB._replace(confirmed=True)))
    assert "no longer used" in said(packs(CLUB._replace(out=True)))


def test_an_empty_list_says_what_it_is_for(packs):
    assert "No packs from others yet" in said(packs())


def test_forgetting_asks_first(packs, qtbot):
    page = packs(CLUB)
    told = []
    page.forget_asked.connect(told.append)
    page.forget(CLUB)
    page.question.keep.click()
    assert told == []
    page.forget(CLUB)
    page.question.lose.click()
    assert told == [CLUB]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ("2026-11-24", "made today"),
        ("2026-11-23", "made 1 day ago"),
        ("2026-11-01", "made 23 days ago"),
        ("2025-09-20", "made 14 months ago"),
        ("2022-11-24", "made 48 months ago"),
        ("2027-01-02", "made 2 Jan 2027"),  # the clock is behind
    ],
)
def test_age_stands_in_place_of_an_end(look, made, words):
    assert age(made, TODAY, look.words) == words


def test_settings_show_the_first_publishers(look, qtbot, tmp_path):
    from milkit.packs.known import write_known

    empty = PacksSection(look, tmp_path)
    qtbot.addWidget(empty)
    assert "Only the lessons that came with MIL Kit." in said(empty)
    write_known(tmp_path, CLUB)
    empty.refresh()
    assert NAME in said(empty)
    with qtbot.waitSignal(empty.packs_asked, timeout=1000):
        empty.all.click()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [100, 200])
def test_every_look_opens(dressed, qtbot, theme, size):
    page = TrustScreen(dressed(theme, "en", size))
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.ask(ASKED)
    page.show()
    assert not page.grab().isNull()
