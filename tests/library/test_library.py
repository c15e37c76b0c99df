"""Packs and own lessons are one library."""

import pytest

from milkit.ground.errors import LessonMissing, PackDamaged, PictureMissing
from milkit.library.finding import bare
from milkit.library.library import Library
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import PNG, TEXTS, lesson, pack_of

WHEN = "2026-11-12T09:30:00+07:00"


def opened(folder, *packs):
    overlay, _ = open_overlay(folder / "data")
    return Library([open_pack(path) for path in packs], overlay)


@pytest.fixture
def library(tmp_path):
    first = [lesson(lang) for lang in TEXTS]
    second = [
        lesson("en", "L2", "Rice price", "A poster about the price of rice."),
        lesson("id", "L2", "Harga beras", "Poster tentang harga beras."),
        lesson("th", "L3", "แหล่งข่าว", "ถามว่าใครเขียนข่าวนี้"),
        lesson("en", "L1", "Another first lesson"),
    ]
    one = pack_of(tmp_path / "one.pack", *first)
    two = pack_of(tmp_path / "two.pack", *second, pictures=[("L2/rice.png", PNG)])
    with opened(tmp_path, one, two) as made:
        yield made


def ids(hits):
    return [(hit.row.id, hit.row.lang) for hit in hits]


def test_each_lesson_once_in_the_wanted_language(library):
    assert [(r.id, r.lang) for r in library.rows("th")] == [
        ("L1", "th"),
        ("L2", "en"),
        ("L3", "th"),
    ]
    assert [r.lang for r in library.rows("tet")] == ["en", "en", "th"]
    assert [r.lang for r in library.rows()] == ["en", "en", "th"]


def test_languages(library):
    assert library.languages("L2") == ("en", "id")
    assert library.languages("L1") == tuple(TEXTS)
    assert library.languages("none") == ()
    assert library.rows()[1].languages == ("en", "id")


def test_the_first_pack_with_a_lesson_counts(library):
    assert library.lesson("L1", "en").title == "Flood photo"
    assert library.row("L1", "en").title == "Flood photo"


def test_lessons_steps_and_pictures_open(library):
    assert library.lesson("L2", "id").title == "Harga beras"
    assert library.lesson("L3").lang == "th"
    assert [s.title for s in library.steps("L2", "id")] == ["Look first"]
    assert library.picture("L2", "rice") == PNG
    assert library.picture("L1", "red") == PNG


def test_what_is_not_there_is_told(library):
    for lang in ("", "th"):
        with pytest.raises(LessonMissing):
            library.lesson("none", lang)
    with pytest.raises(LessonMissing):
        library.lesson("L2", "th")
    with pytest.raises(LessonMissing):
        library.row("L2", "th")
    with pytest.raises(PictureMissing):
        library.picture("L2", "red")
    with pytest.raises(PictureMissing):
        library.picture("none", "red")


def test_all_packs_are_searched(library):
    assert ids(library.find("poster", "en")) == [("L2", "en"), ("L2", "id")][:1]
    assert ids(library.find("ข่าว", "th")) == [("L1", "th"), ("L3", "th")]
    assert ids(library.find("kiem tra", "en")) == [("L1", "vi")]
    assert library.find("", "en") == []
    assert library.find("zzz", "en") == []


def test_the_wanted_language_comes_first(library):
    assert ids(library.find("poster", "id"))[0] == ("L2", "id")
    assert ids(library.find("poster"))[0][0] == "L2"


def test_inside_words_only_when_asked(library):
    assert ids(library.find("oste", "en")) == [("L2", "en")]
    assert library.find("oste", "en", inside=False) == []


def test_a_limit(library):
    assert len(library.find("ข่าว", "th", 1)) == 1


def test_marks_can_be_taken_out(library):
    (hit,) = library.find("price", "en")
    assert hit.title != bare(hit.title) == "Rice price"


def test_a_pack_that_is_damaged_later_is_told_by_its_path(library):
    library.rows()
    path = library.packs[1].path
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(PackDamaged) as e:
        library.lesson("L2", "en")
    assert e.value.path == path
    assert library.lesson("L1", "en").title == "Flood photo"
