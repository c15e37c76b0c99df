"""Whatever is typed becomes a question that SQLite takes."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milkit.packs.query import Dictionary, normal, query
from milkit.packs.schema import SCHEMA

WORDS = ("ข่าว", "ปลอม", "ตรวจ", "สอบ", "เพื่อน")
KNOWN = Dictionary(lambda: WORDS)
NONE = Dictionary(tuple)


def test_each_word_is_quoted_and_the_last_is_open():
    assert query("flood pho", NONE).match == '"flood" AND "pho"*'
    assert query("  Flood,photo! ", NONE).words == ("Flood", "photo")


def test_the_first_letter_asks_titles_only():
    assert query("f", NONE).titles
    assert query("ข", KNOWN).titles
    assert not query("fl", NONE).titles


def test_a_last_letter_alone_waits_for_the_next():
    asked = query("flood p", NONE)
    assert asked.match == '"flood"'
    assert not asked.titles


def test_scripts_without_spaces_are_cut_by_known_words():
    assert query("ข่าวปลอม", KNOWN).words == ("ข่าว", "ปลอม")
    assert query("ตรวจสอบข่าว", KNOWN).words == ("ตรวจ", "สอบ", "ข่าว")


def test_a_word_half_typed_is_cut_too():
    assert query("ข่าวปล", KNOWN).words == ("ข่าว", "ปล")
    assert query("เพื่", KNOWN).match == '"เพื่"*'


def test_what_no_word_fits_stays_whole():
    assert query("ฟหกด", KNOWN).words == ("ฟหกด",)


def test_scripts_beside_each_other_are_two_words():
    assert query("ข่าวTikTok", KNOWN).words == ("ข่าว", "TikTok")


def test_the_vietnamese_d_is_asked_both_ways():
    assert query("dien", NONE).match == '("dien"* OR "đien"*)'
    assert query("Điện", NONE).match == '("Điện"* OR "diện"*)'


def test_one_form_of_letters_however_typed():
    assert normal(unicodedata.normalize("NFD", "kiểm")) == "kiểm"
    assert normal("น\u0e4d\u0e32") == "น\u0e33"


@pytest.mark.parametrize("text", ["", " ", '"', "…", "— ·", "*", "\0", "()", "😀"])
def test_nothing_to_ask(text):
    assert query(text, KNOWN).match == ""


@pytest.fixture(scope="module")
def index():
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    db.execute("INSERT INTO found(rowid, title, body) VALUES (1, 'a', 'b')")
    yield db
    db.close()


@given(st.text(max_size=250))
def test_sqlite_takes_whatever_is_typed(index, text):
    asked = query(text, KNOWN)
    if asked.match:
        match = f"title : ({asked.match})"
        for each in (asked.match, match):
            index.execute("SELECT * FROM found WHERE found MATCH ?", (each,)).fetchall()


@pytest.mark.parametrize(
    "text",
    ['a"b NEAR( -x *', "AND OR NOT", "title:x", "{a b}", "a^b", "NEAR(a b, 2)", "'"],
)
def test_the_words_of_sqlite_are_only_words(index, text):
    match = query(text, NONE).match
    if match:
        index.execute("SELECT * FROM found WHERE found MATCH ?", (match,)).fetchall()


def test_a_very_long_text_is_cut_off():
    assert len(query("word " * 10_000, NONE).words) == 40
    assert query("ก" * 10_000, KNOWN).words == ("ก" * 200,)
