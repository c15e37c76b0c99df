"""The library opens fast when nothing changed, and opens whatever happens."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import pytest

from milkit.ground import paths
from milkit.ground.errors import (
    FolderReadOnly,
    LessonBroken,
    NoLessons,
    PackDamaged,
    PackForeign,
)
from milkit.library.open import FOLDER, open_library
from milkit.packs.build import build
from tests.packs.made import draw_quickly, source

TWO = (("flood", "en", "L1"), ("flood", "th", "L1"), ("well", "en", "L2"))


@pytest.fixture
def lessons(tmp_path):
    source(tmp_path / "lessons" / "core", TWO)
    return tmp_path / "lessons"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "ข้อมูล"


def never(*_):
    pytest.fail("drawn again")


def packs(data):
    return sorted(each.name for each in (data / FOLDER).glob("*.pack"))


def test_the_first_time_builds_and_the_second_reuses(data, lessons):
    told = []
    with open_library(data, draw_quickly, lambda *n: told.append(n), lessons) as made:
        assert [row.id for row in made.rows()] == ["L1", "L2"]
        assert made.mishaps == ()
    assert told
    with open_library(data, never, lambda *_: pytest.fail("told"), lessons) as again:
        assert again.rows("th")[0].title.startswith("ข่าว")
    assert len(packs(data)) == 1


def test_packs_that_came_ready_are_opened_where_they_lie(data, lessons, tmp_path):
    ready = tmp_path / "ready"
    ready.mkdir()
    build(lessons / "core", ready / "core.pack", draw_quickly)
    with open_library(data, never, None, ready) as made:
        assert [row.id for row in made.rows()] == ["L1", "L2"]
        assert made.packs[0].path == ready / "core.pack"
    assert not (data / FOLDER).exists()
    (ready / "core.pack").write_bytes(b"garbage" * 1000)
    with pytest.raises((PackDamaged, PackForeign)):
        open_library(data, never, None, ready)


def test_a_changed_lesson_is_built_again(data, lessons):
    open_library(data, draw_quickly, None, lessons).close()
    file = lessons / "core/flood/en.md"
    file.write_text(file.read_text().replace("Flood photo", "Storm photo"))
    with open_library(data, draw_quickly, None, lessons) as made:
        assert made.rows()[0].title == "Storm photo"
    assert len(packs(data)) == 2
    for word in ("Wind", "Rain"):
        file.write_text(file.read_text().replace("Storm", word))
        open_library(data, draw_quickly, None, lessons).close()
    assert len(packs(data)) == 2


def test_files_touched_but_not_changed_give_the_same_pack(data, lessons):
    open_library(data, draw_quickly, None, lessons).close()
    before = packs(data)
    os.utime(lessons / "core/flood/en.md", (1e9, 1e9))
    open_library(data, draw_quickly, None, lessons).close()
    assert packs(data) == before


@pytest.mark.parametrize("harm", [b"", b"garbage" * 1000])
def test_a_damaged_pack_is_built_again(data, lessons, harm):
    open_library(data, draw_quickly, None, lessons).close()
    (data / FOLDER / packs(data)[0]).write_bytes(harm)
    with open_library(data, draw_quickly, None, lessons) as made:
        assert len(made.rows()) == 2


def test_damage_that_shows_later_is_mended_at_the_next_opening(data, lessons):
    open_library(data, draw_quickly, None, lessons).close()
    path = data / FOLDER / packs(data)[0]
    with contextlib.closing(sqlite3.connect(path)) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'whole'"
        at = (db.execute(sql).fetchone()[0] - 1) * 4096
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
    with open_library(data, never, None, lessons) as made, pytest.raises(PackDamaged):
        made.lesson("L1", "en")
    with open_library(data, draw_quickly, None, lessons) as made:
        assert made.lesson("L1", "en").title == "Flood photo"


@pytest.mark.parametrize(
    "note", [b"", b"[]", b"{", b'{"seen": "", "file": "../../x", "broken": [1]}']
)
def test_a_damaged_note_is_written_again(data, lessons, note):
    open_library(data, draw_quickly, None, lessons).close()
    (data / FOLDER / "core.json").write_bytes(note)
    open_library(data, draw_quickly, None, lessons).close()
    open_library(data, never, None, lessons).close()


def test_a_broken_lesson_is_left_out_and_told_each_time(data, lessons):
    (lessons / "core/flood/en.md").write_text("+++\nid = 7\n+++\n")
    for draw in (draw_quickly, never):
        with open_library(data, draw, None, lessons) as made:
            (mishap,) = made.mishaps
            assert isinstance(mishap, LessonBroken)
            assert mishap.path.name == "en.md"
            assert mishap.problems
            assert made.languages("L1") == ("th",)


def test_no_lessons(data, tmp_path):
    with pytest.raises(NoLessons):
        open_library(data, draw_quickly, None, tmp_path / "none")


def test_a_folder_that_takes_nothing_opens_in_passing(tmp_path, lessons, monkeypatch):
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    (tmp_path / "file").write_text("")
    with open_library(tmp_path / "file", draw_quickly, None, lessons) as made:
        assert [type(each) for each in made.mishaps] == [FolderReadOnly]
        assert made.lesson("L1", "th").lang == "th"
        assert list(passing.iterdir())
    assert not list(passing.iterdir())


def test_a_pack_built_before_is_better_than_none(data, lessons, monkeypatch):
    open_library(data, draw_quickly, None, lessons).close()
    file = lessons / "core/flood/en.md"
    file.write_text(file.read_text().replace("Flood photo", "Storm photo"))

    def full(*_):
        raise FolderReadOnly(data)

    monkeypatch.setattr("milkit.packs.build.build", full)
    with open_library(data, draw_quickly, None, lessons) as made:
        assert [type(each) for each in made.mishaps] == [FolderReadOnly]
        assert made.rows()[0].title == "Flood photo"


def test_a_full_disk_of_the_system_is_told(data, lessons):
    """A limit on file sizes is a full disk that a test can make."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, limits[1]))
    try:
        with pytest.raises(Exception, match=r"DiskFull|FolderReadOnly"):
            open_library(data, draw_quickly, None, lessons)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not packs(data) if (data / FOLDER).exists() else True
    open_library(data, draw_quickly, None, lessons).close()


def test_the_lessons_of_the_kit_open_fast_when_nothing_changed(data):
    bundled = shutil.copytree(paths.bundled_lessons(), data / "lessons")
    open_library(data, draw_quickly, None, bundled).close()
    took = []
    for _ in range(5):
        start = time.perf_counter()
        open_library(data, never, None, bundled).rows("th")
        took.append(time.perf_counter() - start)
    assert min(took) < 0.030  # 5 to 9 ms on a quiet machine; 15 is the aim


def test_opening_loads_nothing_that_makes_a_start_slow(data):
    open_library(data, draw_quickly).close()
    code = (
        "import sys; from pathlib import Path\n"
        "from milkit.library.open import open_library\n"
        f"open_library(Path({str(data)!r}), None).rows('th')\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    slow = {
        "sqlite_utils", "click", "platformdirs", "markdown", "segno", "tomllib",
        "asyncio", "http", "email", "concurrent.futures", "hashlib", "tempfile",
        "milkit.content.lesson", "milkit.activities.poll", "milkit.packs.search",
    }  # fmt: skip
    assert slow.isdisjoint(loaded)
