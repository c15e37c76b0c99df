"""Files are whole: the old one or the new, on a disk and on a stick."""

from pathlib import Path

import pytest

from milkit.ground import files
from milkit.ground.errors import (
    DiskFull,
    FileUnreadable,
    FolderReadOnly,
    StickUnsafe,
    of_writing,
)

HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def names(folder):
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("write", [files.write_whole, files.write_to_stick])
def test_writing_replaces_and_leaves_nothing_else(tmp_path, write):
    path = tmp_path / "ครู #1 100%?.json"
    write(path, b"old")
    write(path, b"hello")
    assert path.read_bytes() == b"hello"
    assert names(tmp_path) == [path.name]
    assert files.sha256(path) == HELLO


def test_writing_makes_the_folder(tmp_path):
    files.write_whole(tmp_path / "a" / "b" / "c", b"x")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"x"


def test_a_stick_write_gives_the_hash(tmp_path):
    assert files.write_to_stick(tmp_path / "x", b"hello") == HELLO


def test_a_failed_write_keeps_the_old_file_and_no_rest(tmp_path):
    path = tmp_path / "x"
    files.write_whole(path, b"old")
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(FolderReadOnly):  # EFBIG: any refusal of the system
            files.write_whole(path, b"n" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk, on Linux")
def test_a_full_disk_is_told():
    with pytest.raises(OSError, match="space") as e:
        files._write(Path("/dev/full"), b"x")
    assert isinstance(of_writing(e.value, Path("x")), DiskFull)


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(FolderReadOnly):
        files.write_whole(tmp_path / "x" / "y", b"")


def test_a_pulled_stick_gets_its_old_file_back(tmp_path):
    path = tmp_path / "KIT.json"
    (tmp_path / "KIT.json.old").write_bytes(b"old")
    path.write_bytes(b"")  # what FAT leaves
    files.settle_stick(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["KIT.json"]


def test_a_stick_that_reads_back_otherwise_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "x"
    files.write_to_stick(path, b"old")
    honest = files.sync_again

    def rotten(at):
        honest(at)
        at.write_bytes(b"rot")

    monkeypatch.setattr(files, "sync_again", rotten)
    with pytest.raises(StickUnsafe):
        files.write_to_stick(path, b"new")
    assert (tmp_path / "x.old").read_bytes() == b"old"


def test_a_missing_file_has_no_hash(tmp_path):
    with pytest.raises(FileUnreadable):
        files.sha256(tmp_path / "none")
