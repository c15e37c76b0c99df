"""What a maker is told of a stick before anything is written on it."""

import shutil

from milkit.ground.drives import Stick
from milkit.kit import sticks
from milkit.kit.write import write
from tests.kit import made

GB = 1 << 30


def stick(folder, free=GB, *, writable=True):
    folder.mkdir(exist_ok=True)
    return Stick(folder, "vfat", free, 8 * GB, writable)


def test_an_empty_stick_is_ready(tmp_path):
    signed, _ = made.kit(tmp_path)
    where = stick(tmp_path / "stick")
    (where.folder / "System Volume Information").mkdir()
    (where.folder / "System Volume Information/x").write_bytes(b"of Windows")
    seen = sticks.look(where, signed.listing)
    assert (seen.state, seen.others, seen.home) == ("ready", 0, where.folder)
    assert seen.writes == signed.listing.size
    assert seen.needed > signed.listing.size
    assert seen.seconds > 0


def test_a_stick_with_other_files_gets_a_folder_for_the_kit(tmp_path):
    signed, found = made.kit(tmp_path)
    where = stick(tmp_path / "stick")
    for number in range(3):
        (where.folder / f"photo{number}.jpg").write_bytes(b"mine")
    seen = sticks.look(where, signed.listing)
    assert (seen.state, seen.others) == ("others", 3)
    assert seen.home == where.folder / "MIL-Kit"
    write(signed, found.sources, seen.home)
    again = sticks.look(where, signed.listing)
    assert (again.state, again.others, again.writes) == ("same", 3, 0)


def test_an_older_kit_needs_only_what_changed(tmp_path):
    signed, found = made.kit(tmp_path)
    where = stick(tmp_path / "stick")
    write(signed, found.sources, where.folder)
    (tmp_path / "source/START-HERE.html").write_bytes(b"new")
    newer, _ = made.signed(tmp_path / "source", "2026-12-01")
    seen = sticks.look(where, newer.listing)
    assert (seen.state, seen.writes, seen.others) == ("older", 3, 0)
    assert seen.older == signed.listing


def test_too_small_closed_and_begun_are_told_apart(tmp_path):
    signed, found = made.kit(tmp_path)
    small = stick(tmp_path / "stick", free=1000)
    assert sticks.look(small, signed.listing).state == "small"
    assert not sticks.look(small, signed.listing).usable
    closed = stick(tmp_path / "stick", writable=False)
    assert sticks.look(closed, signed.listing).state == "closed"
    write(signed, found.sources, tmp_path / "stick")
    (tmp_path / "stick/KIT.json").rename(tmp_path / "stick/KIT.json.part")
    begun = stick(tmp_path / "stick")
    assert sticks.look(begun, signed.listing).state == "begun"


def test_a_chosen_folder_is_a_stick_too(tmp_path):
    signed, _ = made.kit(tmp_path)
    (tmp_path / "folder").mkdir()
    seen = sticks.look(sticks.folder(tmp_path / "folder"), signed.listing)
    assert seen.state == "ready"
    assert seen.stick.free <= shutil.disk_usage(tmp_path).total
