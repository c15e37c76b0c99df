"""Every word is found in every language, accents or not, and shown with marks."""

import pytest

from milkit.activities.discuss import Discuss
from milkit.packs.pack import open_pack
from milkit.packs.query import ZWSP
from milkit.packs.snippet import MATCH_OFF, MATCH_ON
from tests.packs.made import TEXTS, lesson, pack_of, with_activity

EVERY = (0, 2**40)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    talk = Discuss(id="talk", question="Who took the harbour picture?")
    lessons = [lesson(lang) for lang in TEXTS]
    lessons[0] = with_activity(lessons[0], talk, "discuss")
    path = pack_of(tmp_path_factory.mktemp("packs") / "a.pack", *lessons)
    with open_pack(path) as opened:
        yield opened


def languages(pack, text):
    found = pack.find(pack.query(text), EVERY, 20)
    return [pack.rows[each.number].lang for each in found]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("ตรวจสอบ", "th"),
        ("ข่าวปลอม", "th"),
        ("เพื่", "th"),
        ("ព័ត៌មាន", "km"),
        ("ពិនិត្យ", "km"),
        ("ກວດສອບ", "lo"),
        ("ຂ່າວ", "lo"),
        ("သတင်းတု", "my"),
        ("စစ်ဆေး", "my"),
        ("kiem tra", "vi"),
        ("TIN GIẢ", "vi"),
        ("dien thoai", "vi"),
        ("ĐIỆN", "vi"),
        ("capt", "en"),
        ("PHOTO flo", "en"),
    ],
)
def test_a_word_is_found_in_its_language(pack, text, lang):
    assert languages(pack, text) == [lang]


def test_the_first_letter_finds_titles_only(pack):
    assert languages(pack, "f") == ["en"]
    assert languages(pack, "s") == []


def test_two_letters_find_titles_and_whole_words_before_beginnings(tmp_path):
    path = pack_of(
        tmp_path / "two.pack",
        lesson(lesson_id="L1", title="Tvaru market", summary="a"),
        lesson(lesson_id="L2", title="Evening", summary="We watched tv at home."),
        lesson(lesson_id="L3", title="Morning", summary="The tvs were off; zq1 too."),
    )
    with open_pack(path) as pack:

        def ids(text):
            found = pack.find(pack.query(text), EVERY, 20)
            return {pack.rows[each.number].id for each in found}

        assert ids("tv") == {"L1", "L2"}
        assert ids("zq") == {"L3"}  # nothing else is there: the beginning of a word
        assert ids("tvs") == {"L3"}


@pytest.mark.parametrize("text", ["zzzz", "flood zzzz", "ฟฟฟฟ"])
def test_what_is_not_there_is_not_found(pack, text):
    assert languages(pack, text) == []


def test_matches_are_marked_in_title_and_snippet(pack):
    (hit,) = pack.find(pack.query("flood capt"), EVERY, 20)
    assert hit.title == f"{MATCH_ON}Flood{MATCH_OFF} photo"
    assert (
        f"the {MATCH_ON}caption{MATCH_OFF} of a {MATCH_ON}flood{MATCH_OFF}"
        in hit.snippet
    )


def test_accents_are_marked_though_not_typed(pack):
    (hit,) = pack.find(pack.query("kiem tra"), EVERY, 20)
    assert f"{MATCH_ON}kiểm{MATCH_OFF} {MATCH_ON}tra{MATCH_OFF}" in hit.snippet


def test_marks_stand_around_words_without_spaces(pack):
    (hit,) = pack.find(pack.query("ข่าวปล"), EVERY, 20)
    assert hit.title == f"{MATCH_ON}ข่าว{MATCH_OFF}{ZWSP}{MATCH_ON}ปลอม{MATCH_OFF}"


@pytest.mark.parametrize(
    ("text", "lang"), [("aption", "en"), ("วจสอ", "th"), ("ัตៅ", ""), ("APTIO", "en")]
)
def test_letters_are_found_inside_words(pack, text, lang):
    found = pack.find_inside(pack.query(text), EVERY, 20)
    assert [pack.rows[each.number].lang for each in found] == ([lang] if lang else [])
    if found:
        assert MATCH_ON in found[0].snippet + found[0].title


def test_activities_are_found_by_their_question(pack):
    (hit,) = pack.find_parts(pack.query("harbour"), EVERY, 20)
    assert (hit.part.id, hit.part.what, hit.part.kind) == (
        "talk",
        "activity",
        "discuss",
    )
    assert pack.rows[hit.part.lesson].id == "L1"
    assert hit.part.step == "look"


def test_a_span_of_numbers_is_one_language(pack):
    span = pack.spans["th"]
    assert [f.number for f in pack.find(pack.query("ข่าว"), span, 9)] == [3_000_003]
    assert pack.find(pack.query("flood"), span, 9) == []


def test_the_best_titles_come_first(tmp_path):
    body = "the poster " * 50
    lessons = [lesson("en", f"L{n}", f"Lesson {n}", body) for n in range(9)]
    lessons.append(lesson("en", "L9", "The poster", "Something else"))
    with open_pack(pack_of(tmp_path / "x", *lessons)) as pack:
        found = pack.find(pack.query("poster"), EVERY, 3)
    assert len(found) == 3
    assert pack.rows[found[0].number].id == "L9"
