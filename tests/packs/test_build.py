"""A folder of lessons becomes a pack, and what is broken is named."""

import zlib

import pytest
from PySide6.QtGui import QImage

from milkit.ground.errors import (
    Cancelled,
    FileUnreadable,
    FolderReadOnly,
    LessonBroken,
    NoLessons,
)
from milkit.ground.paths import bundled_lessons
from milkit.packs.build import WIDTH, build
from milkit.packs.pack import open_pack
from tests.packs.made import PNG, draw, draw_quickly, source

TWO = (("flood", "en", "L1"), ("flood", "th", "L1"), ("well", "en", "L2"))


def test_a_folder_becomes_a_pack(tmp_path):
    path = build(source(tmp_path / "t", TWO), tmp_path / "t.pack", draw)
    with open_pack(path) as pack:
        pack.check()
        rows = [(row.id, row.lang) for row in pack.rows.values()]
        assert rows == [("L1", "en"), ("L2", "en"), ("L1", "th")]
        lesson = pack.lesson(next(iter(pack.rows)))
        (note,) = lesson.steps[0].notes("say")
        assert "<strong>picture</strong>" in note.html
    assert sorted(each.name for each in tmp_path.iterdir()) == ["t", "t.pack"]


def test_drawings_are_drawn_whole_and_cut(tmp_path):
    path = build(source(tmp_path / "t"), tmp_path / "t.pack", draw)
    with open_pack(path) as pack:
        whole = QImage.fromData(pack.picture("L1", "red"))
        half = QImage.fromData(pack.picture("L1", "red-cut"))
    assert whole.width() == half.width() == WIDTH
    assert (whole.height(), half.height()) == (853, 1707)
    assert whole.pixelColor(WIDTH - 9, 9).name() == "#ffffff"
    assert half.pixelColor(WIDTH - 9, 9).name() == "#ff0000"


def test_a_photo_is_kept_as_it_is(tmp_path):
    folder = source(tmp_path / "t")
    (folder / "flood/media/red.png").write_bytes(PNG)
    text = (folder / "flood/en.md").read_text()
    cut = text.index("[pictures.red-cut]"), text.index("[plan]")
    text = (text[: cut[0]] + text[cut[1] :]).replace("red.svg", "red.png")
    (folder / "flood/en.md").write_text(text)
    with open_pack(build(folder, tmp_path / "t.pack", draw_quickly)) as pack:
        assert pack.picture("L1", "red") == PNG


def test_a_pack_can_be_read_as_an_archive(tmp_path):
    """The rule of sqlar: what is as long as sz says is not packed."""
    import sqlite3

    path = build(source(tmp_path / "t"), tmp_path / "t.pack", draw_quickly)
    for _, _, _, size, data in sqlite3.connect(path).execute("SELECT * FROM sqlar"):
        assert (data if len(data) == size else zlib.decompress(data)) == PNG


def test_progress_is_told_to_the_end(tmp_path):
    told = []
    build(
        source(tmp_path / "t", TWO),
        tmp_path / "t.pack",
        draw_quickly,
        lambda done, total: told.append((done, total)),
    )
    assert [done for done, _ in told] == list(range(1, 8))
    assert told[-1] == (7, 7)


def test_it_stops_when_told_and_leaves_nothing(tmp_path):
    def stop(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        build(source(tmp_path / "t"), tmp_path / "t.pack", draw_quickly, stop)
    assert [each.name for each in tmp_path.iterdir()] == ["t"]


def break_(folder):
    (folder / "flood/en.md").write_text("+++\ntitle = 7\n+++\n")


def drop_picture(folder):
    (folder / "flood/media/red.svg").unlink()


def spoil_picture(folder):
    (folder / "flood/media/red.svg").write_text("no drawing")


@pytest.mark.parametrize("harm", [break_, drop_picture, spoil_picture])
def test_what_is_broken_raises_or_is_listed(tmp_path, harm):
    folder = source(tmp_path / "t", TWO)
    harm(folder)
    with pytest.raises(LessonBroken):
        build(folder, tmp_path / "t.pack", draw)
    assert not (tmp_path / "t.pack").exists()
    broken = []
    with open_pack(build(folder, tmp_path / "t.pack", draw, broken=broken)) as pack:
        assert ("L2", "en") in [(row.id, row.lang) for row in pack.rows.values()]
        assert pack.picture("L2", "red") is not None
    assert broken
    assert all(each.path.exists() or harm is drop_picture for each in broken)


def test_a_folder_without_lessons(tmp_path):
    with pytest.raises(NoLessons):
        build(source(tmp_path / "t", ()), tmp_path / "t.pack", draw)


@pytest.mark.parametrize(
    "toml",
    [
        "id = ",
        'id = "T!"\nversion = "1"',
        'id = "t"\nversion = "one"',
        'id = "t"',
        'id = "t"\nversion = "1"\ntitle = "T"',
        'id = "t"\nversion = "1"\nlicense = "CC0"',
        'id = "t"\nversion = "1"\ncredits = 7',
    ],
)
def test_an_odd_pack_file_says_what_to_mend(tmp_path, toml):
    with pytest.raises(LessonBroken) as e:
        build(source(tmp_path / "t", toml=toml), tmp_path / "t.pack", draw)
    assert e.value.problems
    assert e.value.path.name == "pack.toml"


def test_a_missing_pack_file(tmp_path):
    folder = source(tmp_path / "t")
    (folder / "pack.toml").unlink()
    with pytest.raises(FileUnreadable):
        build(folder, tmp_path / "t.pack", draw)


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderReadOnly):
        build(source(tmp_path / "t"), tmp_path / "file" / "t.pack", draw)


def test_the_lessons_of_the_kit_become_a_pack(tmp_path):
    core = bundled_lessons() / "core"
    with open_pack(build(core, tmp_path / "core.pack", draw_quickly)) as pack:
        pack.check()
        assert len(pack.rows) == len(
            list(core.glob("*/??.md")) + list(core.glob("*/???.md"))
        )
        for number in pack.rows:
            lesson = pack.lesson(number)
            for picture in lesson.pictures.values():
                assert pack.picture(lesson.id, picture.name)
