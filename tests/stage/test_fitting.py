"""Texts take the largest size that fits; then more screens, never a smaller floor."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from milkit.stage.canvas import CLAIM, READ, TOLD, Canvas
from milkit.stage.fitting import TOLD_SIZES, evenly, fit
from milkit.stage.lines import sentences
from milkit.stage.listing import listing
from tests.stage.samples import SPEECH


@pytest.fixture
def canvas(look_of):
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    yield Canvas(painter, QRectF(0, 0, 1280, 720), look_of("en"), "en")
    painter.end()


def test_a_short_claim_is_large(canvas):
    text = fit(canvas, "The bridge is gone.", 1000, 300)
    assert text.share == CLAIM
    assert text.whole


def test_a_longer_one_is_smaller_before_it_goes_on(canvas):
    claim = SPEECH["en"].claim
    high = canvas.step(READ) * 3
    text = fit(canvas, claim, 900, high)
    assert READ <= text.share < CLAIM
    assert text.whole
    more = fit(canvas, claim, 900, canvas.step(READ) * 2)
    assert more.share == READ
    assert len(more.screens) == 2
    assert more.high <= canvas.step(READ) * 2


def test_screens_hold_whole_sentences_where_they_can(canvas):
    text = fit(canvas, "The bridge is gone. Nobody was there.", 560, canvas.step(READ))
    assert text.screens == (("The bridge is gone.",), ("Nobody was there.",))


def test_no_word_is_lost_over_all_screens(canvas):
    for speech in SPEECH.values():
        for height in (40, 90, 160, 400):
            text = fit(canvas, speech.claim, 500, height)
            said = "".join("".join(lines) for lines in text.screens)
            assert said.replace(" ", "").replace("\u200b", "") == speech.claim.replace(
                " ", ""
            )


def test_what_the_teacher_says_may_be_smaller(canvas):
    text = fit(canvas, SPEECH["en"].claim * 3, 900, 150, sizes=TOLD_SIZES, bold=False)
    assert text.share == TOLD


def test_lines_are_shared_out_evenly():
    assert [len(s) for s in evenly(list("abcde"), 4)] == [3, 2]
    assert [len(s) for s in evenly(list("abcdefghi"), 4)] == [3, 3, 3]
    assert evenly([], 4) == ()


def test_sentences_are_cut_after_their_end():
    assert sentences("One. Two! “Three?” Four") == ["One.", "Two!", "“Three?”", "Four"]
    assert sentences("It is 20.30 now") == ["It is 20.30 now"]
    assert sentences("") == [""]


def test_a_list_goes_on_where_it_does_not_fit(canvas):
    texts = tuple(f"Question {i}: what did you see there?" for i in range(6))
    made = listing(canvas, texts, 1000, canvas.step(READ) * 3, numbered=True)
    assert sum(len(screen) for screen in made.screens) == 6
    assert all(made.high(canvas, i) <= canvas.step(READ) * 3.1 for i in range(2))
    numbers = [entry.number for screen in made.screens for entry in screen]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_letters_of_four_scripts_are_larger(look_of):
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter, rect = QPainter(image), QRectF(0, 0, 1280, 720)
    langs = ("en", "vi", "th", "km", "lo", "my")
    each = {lang: Canvas(painter, rect, look_of(lang), lang) for lang in langs}
    sizes = {lang: canvas.face(READ).px for lang, canvas in each.items()}
    painter.end()
    assert sizes["en"] == sizes["vi"] == 46
    assert {sizes[lang] for lang in ("th", "km", "lo", "my")} == {53}
