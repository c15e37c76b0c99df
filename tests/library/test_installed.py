"""Packs of publishers stand beside the lessons of the program; overlays survive."""

from dataclasses import replace

import pytest

from milkit.ground.errors import PackDamaged
from milkit.library import installed as room
from milkit.library.open import open_library
from milkit.packs.installing import Trust, install, tidy
from milkit.packs.known import folder_of
from tests.packs.made import draw_quickly, lesson, source
from tests.packs.signed import Club, offer


@pytest.fixture
def club(tmp_path):
    return Club(tmp_path / "club")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def library(data, tmp_path):
    lessons = source(tmp_path / "lessons" / "core").parent
    opened = []

    def open_():
        for each in opened:
            each.close()
        opened.append(open_library(data, draw_quickly, None, lessons))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def add(club, data, *lessons, version="1.0", **how):
    pack = club.pack(version, *lessons, pack_id="port")
    return install(offer(club.share(pack)), data, Trust.CONFIRMED, **how)


def test_their_lessons_stand_beside_ours(club, data, library):
    add(club, data, lesson(lesson_id="P1", title="Port"))
    with library() as found:
        assert [row.id for row in found.rows()] == ["L1", "P1"]
        assert found.row("P1").pack == "port"
        assert found.lesson("P1").title == "Port"
        assert found.find("port")[0].row.id == "P1"


def test_a_lesson_of_our_name_stays_ours(club, data, library):
    before = library().lesson("L1").title
    add(club, data, lesson(title="Taken over"))
    assert library().lesson("L1").title == before


def test_only_our_own_release_key_renews_our_packs(club, data, library, monkeypatch):
    pack = club.pack("2.0", lesson(title="Renewed"), pack_id="t")
    install(offer(club.share(pack)), data, Trust.CONFIRMED)
    assert library().lesson("L1").title == "Flood photo"
    monkeypatch.setattr(room, "_release_keys", lambda: {club.key.public.text})
    assert library().lesson("L1").title == "Renewed"


def test_what_the_teacher_changed_survives_the_update(club, data, library):
    add(club, data, lesson(lesson_id="P1", title="Port"))
    mine = replace(library().lesson("P1"), title="My port")
    library().keep(mine, "2026-11-01T10:00:00")
    add(club, data, lesson(lesson_id="P1", title="Renewed port"), version="1.1")
    found = library()
    assert found.lesson("P1", "en").title == "My port"
    (conflict,) = found.conflicts()
    assert (conflict.row.id, conflict.was, conflict.now) == ("P1", "1.0", "1.1")
    found.put_back("P1", "en")
    assert found.lesson("P1", "en").title == "Renewed port"


def test_a_run_goes_on_with_the_version_it_began_with(club, data, library):
    add(club, data, lesson(lesson_id="P1", title="Port"))
    new = lesson(lesson_id="P1", title="Renewed port")
    add(club, data, new, version="1.1", needed={("port", "1.0")})
    found = library()
    assert found.lesson("P1", "en").title == "Renewed port"
    assert found.lesson_of_run("P1", "en", "port", "1.0").title == "Port"
    assert found.lesson_of_run("P1", "en", "port", "1.1").title == "Renewed port"
    assert found.lesson_of_run("P1", "en", "port", "0.9").title == "Renewed port"
    assert found.picture("L1", "red")


def test_an_older_version_that_went_is_no_mishap(club, data, library):
    add(club, data, lesson(lesson_id="P1", title="Port"))
    new = lesson(lesson_id="P1", title="Renewed port")
    add(club, data, new, version="1.1", needed={("port", "1.0")})
    found = library()
    tidy(data, ())
    assert found.lesson_of_run("P1", "en", "port", "1.0").title == "Renewed port"


def test_a_damaged_pack_is_told_and_the_rest_opens(club, data, library):
    done = add(club, data, lesson(lesson_id="P1"))
    file = folder_of(data, club.key.public) / done.added[0].now.file
    file.write_bytes(b"")
    found = library()
    assert [type(mishap) for mishap in found.mishaps] == [PackDamaged]
    assert [row.id for row in found.rows()] == ["L1"]
