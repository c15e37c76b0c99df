from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from milkit.ground.languages import LANGUAGES
from milkit.ground.paths import resources
from milkit.widgets.type import ROLES, Type

pytestmark = pytest.mark.usefixtures("qapp")
FONTS = resources() / "fonts"
BODY = {"en": (15, 21), "vi": (15, 22), "th": (16, 25), "lo": (16, 26), "km": (16, 28),
        "my": (16, 29)}  # fmt: skip
# Words that a wrong font breaks: tone marks on top of vowels, letters below letters.
HARD = {
    "th": "ที่ เริ่ม ปู่ น้ำ ผู้ใหญ่",
    "lo": "ທີ່ ນ້ຳ ເລີ່ມ",
    "km": "ស្ត្រី ខ្មែរ ផ្តើម",
    "my": "မြန်မာ ကျောင်း ၃၇",
    "vi": "ngữ nghĩa trở lại",
}


@pytest.fixture
def letters():
    return lambda lang="en", size=100: Type(lang, FONTS, size)


@pytest.mark.parametrize(("lang", "wanted"), BODY.items())
def test_body_is_as_large_and_as_wide_apart_as_designed(letters, lang, wanted):
    assert (letters(lang).px("body"), letters(lang).line("body")) == wanted


def test_everything_grows_with_the_text_size(letters):
    large = letters("en", 200)
    assert large.grow(44) == 88
    assert large.px("body") == 30
    assert large.line("body") == 42


def test_no_role_is_smaller_than_13(letters):
    for role in ROLES:
        for language in LANGUAGES:
            assert letters(language.code).px(role) >= 13


@pytest.mark.parametrize("lang", HARD)
@pytest.mark.parametrize("serif", [False, True])
def test_every_letter_comes_from_our_own_fonts(letters, lang, serif):
    type_ = letters(lang)
    font = type_.font("body", serif=serif)
    assert QFontInfo(font).family().startswith("Noto")
    raw = QRawFont.fromFont(font)
    text = HARD[lang].replace(" ", "")
    assert all(raw.glyphIndexesForString(text))
    assert type_.missing == []


@pytest.mark.parametrize("lang", HARD)
def test_lines_have_room_for_their_marks(letters, lang):
    """Ink of stacked marks must stay within a line's box, or be cut at an edge."""
    type_ = letters(lang)
    for role in ("body", "strong", "card", "section", "title"):
        ink = QFontMetricsF(type_.font(role)).tightBoundingRect(HARD[lang])
        base = type_.baseline(role)
        assert base + ink.top() >= -1.0, role
        assert base + ink.bottom() <= type_.line(role) + 1.0, role


def test_letters_of_another_script_are_registered_when_shown(letters):
    type_ = letters("en")
    type_.font("body")
    assert "Noto Sans Khmer" not in type_._known
    assert type_.ready("ខ្មែរ") == "ខ្មែរ"
    assert "Noto Sans Khmer" in type_._known


def test_missing_fonts_stop_nothing_and_are_told(tmp_path):
    type_ = Type("km", tmp_path)
    assert QFontMetricsF(type_.font("body")).height() > 0
    assert type_.missing == ["km", "en"]


def test_titles_use_the_display_cut_for_latin_only(letters):
    assert letters("en").font("title").families()[0] == "Noto Sans Display"
    assert letters("th").font("title").families()[0] == "Noto Sans Thai"
