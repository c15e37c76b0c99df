"""Files put on a stick are whole or not there, whatever fails on the way."""

import hashlib
import os
from pathlib import Path

import pytest

from milkit.ground import stick_files
from milkit.ground.errors import Cancelled, FileUnreadable, StickGone, StickUnsafe
from milkit.ground.kit_errors import NameTaken, SourceChanged
from milkit.ground.stick_files import Piece, Told, batches, put, settle


def piece(path: Path, content: bytes, source: Path | None = None) -> Piece:
    if source is not None:
        source.write_bytes(content)
    return Piece(
        path, len(content), hashlib.sha256(content).hexdigest(), source or content
    )


class Heard(Told):
    def __init__(self, stop_after=-1):
        self.bytes = self.read = 0
        self.left = stop_after

    def go_on(self):
        self.left -= 1
        if self.left == 0:
            raise Cancelled

    def synced(self, many):
        self.bytes += many

    def checked(self, many):
        self.read += many


def test_small_and_large_files_come_over_and_are_counted_once(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    large = os.urandom((33 << 20) + 17)  # over a batch: synced on the way
    pieces = [
        piece(stick / "a.txt", b"small"),
        piece(stick / "deep/b.bin", large, tmp_path / "large"),
        piece(stick / "deep/empty", b"", tmp_path / "empty"),
    ]
    heard = Heard()
    assert put(stick, pieces, heard) == {}
    assert heard.bytes == heard.read == sum(p.size for p in pieces)
    assert (stick / "deep/b.bin").read_bytes() == large
    assert sorted(p.name for p in stick.rglob("*") if p.is_file()) == [
        "a.txt", "b.bin", "empty",
    ]  # fmt: skip


def test_an_old_file_goes_only_for_a_good_new_one(tmp_path):
    path = tmp_path / "pack"
    path.write_bytes(b"old")
    changed = piece(path, b"new", tmp_path / "source")
    (tmp_path / "source").write_bytes(b"not what was planned")
    assert isinstance(put(tmp_path, [changed])[path], SourceChanged)
    assert path.read_bytes() == b"old"
    assert put(tmp_path, [piece(path, b"new")]) == {}
    assert path.read_bytes() == b"new"
    assert not (tmp_path / "pack.old").exists()


def test_one_bad_file_stops_no_other(tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/inside").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"mine")
    gone = Piece(tmp_path / "gone", 3, "0" * 64, tmp_path / "no such file")
    failed = put(
        tmp_path,
        [
            piece(tmp_path / "taken", b"x"),
            piece(tmp_path / "file/below", b"x"),
            gone,
            piece(tmp_path / "good", b"x"),
        ],
    )
    kinds = {path.name: type(mishap) for path, mishap in failed.items()}
    assert kinds == {"taken": NameTaken, "below": NameTaken, "gone": FileUnreadable}
    assert (tmp_path / "good").read_bytes() == b"x"
    assert (tmp_path / "taken/inside").read_bytes() == b"mine"
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_stopping_leaves_nothing_half_done(tmp_path):
    source = tmp_path / "source"
    one = piece(tmp_path / "stick/a", b"x" * (3 << 20), source)
    (tmp_path / "stick").mkdir()
    with pytest.raises(Cancelled):
        put(tmp_path / "stick", [one], Heard(stop_after=2))
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_stick_that_is_not_there_is_said_to_be_gone(tmp_path):
    with pytest.raises(StickGone):
        put(tmp_path / "no", [piece(tmp_path / "no/a", b"x")])


def test_what_a_pull_left_is_settled(tmp_path):
    path = tmp_path / "a"
    (tmp_path / "a.old").write_bytes(b"old")
    (tmp_path / "a.part").write_bytes(b"half")
    path.write_bytes(b"")  # renamed, and not yet synced
    settle(path, good=False)
    assert path.read_bytes() == b"old"
    (tmp_path / "a.old").write_bytes(b"old")
    path.write_bytes(b"new")
    settle(path, good=True)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"new"


def test_batches_hold_what_is_synced_together(monkeypatch):
    monkeypatch.setattr(stick_files, "MANY", 3)
    small = [Piece(Path(str(n)), 1, "", b"") for n in range(7)]
    assert [len(b) for b in batches(small)] == [3, 3, 1]
    large = [Piece(Path(str(n)), 20 << 20, "", b"") for n in range(3)]
    assert [len(b) for b in batches(large)] == [1, 1, 1]


def test_a_file_that_the_stick_does_not_keep_is_taken_back(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(stick_files, "digest", lambda *_, **__: "rotten")
    failed = put(tmp_path, [piece(path, b"new"), piece(tmp_path / "b", b"new")])
    assert {type(each) for each in failed.values()} == {StickUnsafe}
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"old"


def test_parts_of_another_program_are_not_taken_for_ours(tmp_path):
    (tmp_path / "a.part").write_bytes(b"a download")
    (tmp_path / "b.old").write_bytes(b"kept by hand")
    (tmp_path / "b").write_bytes(b"before")
    failed = put(tmp_path, [piece(tmp_path / "a", b"x"), piece(tmp_path / "b", b"x")])
    assert len(failed) == 2
    assert (tmp_path / "a.part").read_bytes() == b"a download"
    assert (tmp_path / "b.old").read_bytes() == b"kept by hand"
    assert (tmp_path / "b").read_bytes() == b"before"
    assert not (tmp_path / "b.part").exists()
