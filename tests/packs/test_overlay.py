"""The teacher's own lessons and examples last, through damage and full disks."""

import sqlite3
from dataclasses import replace

import pytest

from milkit.ground.errors import (
    DatabaseNewer,
    DiskFull,
    FolderReadOnly,
    OverlayDamaged,
    PictureBad,
)
from milkit.packs.entries import entry
from milkit.packs.overlay import open_overlay
from milkit.packs.own_examples import Example
from milkit.packs.own_lessons import Base
from tests.packs.made import PNG, lesson
from tests.packs.test_pictures import chunk

BASE = Base("L1", "1.0", "{}")
WHEN = "2026-11-12T09:30:00+07:00"
EXAMPLE = Example("L1", "th", "local-1", {"claim": "น้ำท่วมที่ตลาด"}, PNG, "น้ำ", WHEN)


@pytest.fixture
def overlay(tmp_path):
    opened, mishap = open_overlay(tmp_path / "ครู")
    assert mishap is None
    yield opened
    opened.close()


def keep(overlay, made, changed=("title",)):
    overlay.lessons.keep(entry(made), BASE, changed, WHEN)


def again(overlay):
    overlay.close()
    opened, mishap = open_overlay(overlay.path.parent)
    assert mishap is None
    return opened


def test_an_own_lesson_is_there_after_closing(overlay):
    keep(overlay, lesson("en", title="My flood"))
    opened = again(overlay)
    (row,) = opened.rows()
    assert (row.id, row.lang, row.title) == ("L1", "en", "My flood")
    own = opened.lessons.one("L1", "en")
    assert (own.base, own.changed, own.saved) == (BASE, ("title",), WHEN)
    assert [step.id for step in opened.lessons.steps(row.number)] == ["look"]
    assert opened.lessons.one("L1", "th") is None
    opened.close()


def test_keeping_again_replaces(overlay):
    keep(overlay, lesson("en", title="Earlier"))
    keep(overlay, lesson("th"))
    keep(overlay, lesson("en", title="Second"))
    assert {row.title for row in overlay.rows()} >= {"Second"}
    assert len(overlay.lessons.all()) == 2
    assert [f.title for f in overlay.lessons.find("earlier", 9)] == []
    assert len(overlay.lessons.find("seco", 9)) == 1
    assert len(overlay.lessons.find("ข่าวปล", 9)) == 1


def test_put_back(overlay):
    keep(overlay, lesson("en"))
    overlay.lessons.drop("L1", "en")
    overlay.lessons.drop("L1", "en")
    assert overlay.rows() == []
    assert overlay.lessons.find("flood", 9) == []


def test_an_example_is_there_after_closing(overlay):
    overlay.examples.keep(EXAMPLE)
    overlay.examples.keep(replace(EXAMPLE, texts={"claim": "ใหม่"}))
    opened = again(overlay)
    assert opened.examples.one("L1", "th", "local-1").texts == {"claim": "ใหม่"}
    assert [e.picture for e in opened.examples.of("L1")] == [PNG]
    opened.examples.drop("L1", "th", "local-1")
    assert opened.examples.all() == []
    opened.close()


def test_pictures_are_shrunk_and_lose_their_place(overlay):
    noted = PNG[:33] + chunk(b"eXIf", b"GPS") + PNG[33:]
    kept = overlay.examples.keep(replace(EXAMPLE, picture=b"large"), lambda _: noted)
    assert kept.picture == PNG
    assert overlay.examples.one("L1", "th", "local-1").picture == PNG


@pytest.mark.parametrize("picture", [b"<svg/>", b"GIF89a", PNG + b"\0" * (5 << 20)])
def test_what_is_no_picture_is_refused(overlay, picture):
    overlay.examples.keep(EXAMPLE)
    if picture.startswith(b"\x89PNG"):
        picture = PNG[:33] + chunk(b"IDAT", b"\0" * (5 << 20)) + PNG[33:]
    with pytest.raises(PictureBad):
        overlay.examples.keep(replace(EXAMPLE, picture=picture))
    assert overlay.examples.one("L1", "th", "local-1") == EXAMPLE


def test_a_file_that_takes_nothing_is_no_end(overlay):
    overlay.close()
    overlay.path.unlink()
    overlay.path.symlink_to("/proc/version")  # not even root writes that
    opened, mishap = open_overlay(overlay.path.parent)
    assert mishap is not None
    assert not opened.writable
    assert opened.rows() == []
    with pytest.raises(FolderReadOnly):
        keep(opened, lesson("en"))
    opened.close()


def test_no_folder_at_all_still_opens(tmp_path):
    (tmp_path / "file").write_text("")
    opened, mishap = open_overlay(tmp_path / "file")
    assert isinstance(mishap, FolderReadOnly)
    with pytest.raises(FolderReadOnly):
        opened.examples.keep(EXAMPLE)
    assert opened.examples.all() == []
    opened.close()


def test_a_full_disk_changes_nothing(overlay):
    keep(overlay, lesson("en", title="Before"))
    pages = overlay._file._db.execute("PRAGMA page_count").fetchone()[0]
    overlay._file._db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull):
        keep(overlay, lesson("en", title="After", summary="more " * 10_000))
    opened = again(overlay)
    assert [row.title for row in opened.rows()] == ["Before"]
    opened.close()


def test_a_later_version_is_refused_and_not_changed(overlay):
    overlay.close()
    db = sqlite3.connect(overlay.path)
    db.execute("PRAGMA user_version=9")
    db.close()
    before = overlay.path.read_bytes()
    with pytest.raises(DatabaseNewer):
        open_overlay(overlay.path.parent)
    assert overlay.path.read_bytes() == before


def test_a_damaged_file_is_kept_and_what_reads_is_taken_over(overlay):
    for number in range(30):
        keep(overlay, lesson("en", f"L{number}", title=f"Own {number}"))
        overlay.examples.keep(replace(EXAMPLE, lesson=f"L{number}"))
    overlay.close()
    whole = overlay.path.read_bytes()
    broken, saved = 0, 0
    for at in range(4096, len(whole), 4096 * 3):
        overlay.path.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
        opened, mishap = open_overlay(overlay.path.parent)
        if isinstance(mishap, OverlayDamaged):
            broken += 1
            assert mishap.kept.read_bytes()[at : at + 8] == b"\xff" * 8
            saved += len(opened.lessons.all()) + len(opened.examples.all())
            keep(opened, lesson("th"))
            opened.lessons.find("own", 9)
        opened.close()
    assert broken
    assert saved > broken * 30  # half of the sixty and more, on the whole


def test_garbage_is_moved_aside(tmp_path):
    (tmp_path / "own.db").write_bytes(b"no database at all" * 100)
    opened, mishap = open_overlay(tmp_path)
    assert mishap.kept.name == "own-damaged-1.db"
    keep(opened, lesson("en"))
    opened.close()
