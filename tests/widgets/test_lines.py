from __future__ import annotations

import pytest

from milkit.widgets.lines import ZWSP, advance, elided, fill, plain

LONG = {
    "en": "Students trace a real photo that was shared again with a false caption.",
    "th": "นักเรียน|สืบหา|ที่มา|ของ|ภาพ แล้ว|ตัดสินใจ|ว่า|จะ|แชร์|หรือไม่",
    "lo": "ນັກຮຽນ|ຊອກ|ຫາ|ທີ່ມາ|ຂອງ|ຮູບ ແລ້ວ|ຕັດສິນໃຈ|ວ່າ|ຈະ|ແບ່ງປັນ|ຫຼືບໍ່",
    "km": "សិស្ស|ស្វែងរក|ប្រភព|ដើម|នៃ|រូបភាព រួច|សម្រេចថា|ត្រូវ|ចែករំលែក|ឬ|អត់។",
    "my": "ကျောင်းသားများသည် ဓာတ်ပုံ၏ မူရင်းကို ရှာဖွေပြီး မျှဝေသင့်၊ မသင့် ဆုံးဖြတ်သည်။",
}


@pytest.mark.parametrize("lang", LONG)
@pytest.mark.parametrize("width", [160, 240, 400])
def test_lines_fit_and_break_at_word_ends_only(dressed, lang, width):
    font = dressed(lang=lang).type.font("body")
    text = LONG[lang].replace("|", ZWSP)
    lines = fill(text, font, width)
    assert all(advance(line, font) <= width for line in lines)
    assert plain("".join(lines)).replace(" ", "") == plain(text).replace(" ", "")
    words = set(text.replace(ZWSP, " ").split(" "))
    for line in lines:
        assert set(plain_words(line)) <= words


def plain_words(line):
    return line.replace(ZWSP, " ").split()


def test_a_word_longer_than_the_line_is_cut_and_stays_inside(look):
    font = look.type.font("body")
    lines = fill("a" * 80, font, 100)
    assert "".join(lines) == "a" * 80
    assert all(advance(line, font) <= 100 for line in lines)


def test_the_last_of_the_most_lines_says_that_there_is_more(look):
    font = look.type.font("card")
    lines = fill(LONG["en"], font, 160, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert advance(lines[1], font) <= 160


def test_what_fits_is_not_cut(look):
    assert elided("short", look.type.font("body"), 400) == "short"


def test_paragraphs_stay_apart(look):
    assert fill("one\ntwo", look.type.font("body"), 400) == ["one", "two"]
