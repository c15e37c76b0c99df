"""The words speak each language, and never stop a lesson."""

import datetime as dt
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from milkit.ground.languages import LANGUAGES, known, language
from milkit.ground.words import Words, spoken, words

DAY = dt.date(2026, 11, 12)


@pytest.fixture
def thai(tmp_path):
    catalogue = Catalog(locale="th", domain="milkit")
    catalogue.add("Print {count} sheets", "พิมพ์ {count} แผ่น")
    catalogue.add("Bad {name}", "เสีย {nam}")
    catalogue.add(("{count} lesson", "{count} lessons"), ("{count} บทเรียน",))
    folder = tmp_path / "th" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    out = io.BytesIO()
    write_mo(out, catalogue)
    (folder / "milkit.mo").write_bytes(out.getvalue())
    return tmp_path


def test_english_is_its_own_catalogue():
    w = words("en")
    assert w.t("Print {count} sheets", count=w.number(3)) == "Print 3 sheets"
    assert w.n("{count} lesson", "{count} lessons", 1) == "1 lesson"
    assert w.n("{count} lesson", "{count} lessons", 0) == "0 lessons"


def test_a_catalogue_translates_with_own_digits(thai):
    w = Words("th", digits=True, folder=thai)
    assert w.t("Print {count} sheets", count=w.number(14)) == "พิมพ์ ๑๔ แผ่น"
    assert w.n("{count} lesson", "{count} lessons", 1) == "๑ บทเรียน"
    assert w.t("not translated yet") == "not translated yet"


def test_nothing_is_nothing_in_every_language(thai):
    assert Words("th", folder=thai).t("") == ""


def test_a_slip_of_the_translator_falls_back_to_english(thai):
    assert Words("th", folder=thai).t("Bad {name}", name="x") == "Bad x"


@pytest.mark.parametrize("content", [None, b"", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_no_catalogue_or_a_damaged_one_speaks_english(tmp_path, content):
    if content is not None:
        (tmp_path / "vi" / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / "vi" / "LC_MESSAGES" / "milkit.mo").write_bytes(content)
    assert Words("vi", folder=tmp_path).t("Home") == "Home"


def test_numbers_take_the_marks_of_the_language():
    assert words("en").number(9999) == "9999"
    assert words("en").number(12345.5, 1) == "12,345.5"
    assert words("vi").number(12345.5, 1) == "12.345,5"
    assert words("my", own_digits=True).number(47) == "၄၇"
    assert words("my").number(47) == "47"


def test_dates_and_times():
    assert words("en").date(DAY) == "12 Nov 2026"
    assert words("en").day(DAY) == "Thu, 12 Nov 2026"
    assert words("th").date(DAY) == "12 พ.ย. 2569"
    assert words("km", own_digits=True).date(DAY) == "១២ វិច្ឆិកា ២០២៦"
    assert words("en").time(dt.time(9, 5)) == "09:05"


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES])
def test_every_language_writes_every_day_of_a_year(code):
    w = words(code, own_digits=True)
    year = {w.day(dt.date(2027, 1, 1) + dt.timedelta(days=n)) for n in range(365)}
    assert len(year) == 365


def test_ten_languages_and_only_english_is_checked():
    codes = "en id ms fil vi th km lo my tet"
    assert " ".join(each.code for each in LANGUAGES) == codes
    assert [each.code for each in LANGUAGES if not each.draft] == ["en"]
    assert {each.code for each in LANGUAGES if each.spaceless} == {
        "th",
        "km",
        "lo",
        "my",
    }
    assert all(len(set(each.digits)) == 10 for each in LANGUAGES)
    assert known("tet")
    assert not known("xx")
    assert language("xx").code == "en"


def test_only_languages_with_a_catalogue_are_spoken(tmp_path):
    (tmp_path / "th.po").touch()
    (tmp_path / "km" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "km" / "LC_MESSAGES" / "milkit.mo").touch()
    (tmp_path / "xx.po").touch()
    assert [each.code for each in spoken(tmp_path)] == ["en", "th", "km"]


def test_months():
    assert words("en").month(DAY) == "Nov 2026"
    assert words("fil").month(DAY) == "Nob 2026"
    assert words("vi").month(DAY) == "thg 11, 2026"
    assert words("my", own_digits=True).month(DAY) == "၂၀၂၆ နိုဝင်ဘာ"
