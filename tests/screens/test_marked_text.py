"""A match is in sight, bold and on turmeric, in every script."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from milkit.screens.marked_text import paint_marked, with_match
from milkit.screens.search_lines import Text
from milkit.widgets.lines import Ink, advance

LONG = "One morning a boy in the village of Pakandu took a photo of the bridge"


def at(text, word):
    return Text(text, ((text.index(word), text.index(word) + len(word)),))


def test_what_fits_stays_whole(look):
    font = look.type.font("least")
    assert with_match(at(LONG, "photo"), font, 900).text == LONG
    assert with_match(Text(LONG), font, 100).text == LONG


@pytest.mark.parametrize("width", [60, 120, 200, 300])
def test_a_far_match_comes_into_sight(look, width):
    font = look.type.font("least")
    shown = with_match(at(LONG, "photo"), font, width)
    ((first, last),) = shown.marks
    assert shown.text[first:last] == "photo"
    assert shown.text.startswith("…")
    assert first <= 1 or advance(shown.text[:last], font) <= width


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("en", "Find the first photo", "first"),
        ("th", "ตามหาภาพแรก", "ภาพ"),
        ("km", "រូបថតដំបូង", "ដំបូង"),
        ("my", "ပထမဆုံး ဓာတ်ပုံ", "ဓာတ်ပုံ"),
    ],
)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_mark_lies_under_the_match(dressed, theme, lang, text, word):
    look = dressed(theme, lang)
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    box = QRectF(0, 0, 400, 40)
    paint_marked(painter, look, at(text, word), box, Ink("strong", "ink", lang))
    painter.end()
    gold = QColor(look.theme.tur)
    columns = [
        x for x in range(400) if any(image.pixelColor(x, y) == gold for y in range(40))
    ]
    font = look.type.font("strong", lang=lang)
    assert columns
    assert abs((columns[-1] - columns[0]) - advance(word, font)) < 8
    assert columns[0] >= advance(text[: text.index(word)], font) - 4
