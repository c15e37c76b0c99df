"""A kit is written whole, goes on after a pull, and leaves alone what is not its."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from milkit.ground.errors import Cancelled, DiskFull
from milkit.ground.kit_errors import NameTaken
from milkit.kit import listing, place
from milkit.kit.progress import Progress
from milkit.kit.write import write
from tests.kit import made

ROOT = Path(__file__).parents[2]


def names(folder: Path) -> set[str]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix() for p in found}


def test_a_kit_is_written_and_checked(tmp_path):
    signed, found = made.kit(tmp_path)
    progress = Progress()
    done = write(signed, found.sources, tmp_path / "stick", progress)
    assert done.whole
    assert done.good == len(made.FILES)
    assert done.wrote == done.size == signed.listing.size
    assert progress.share == 1
    assert names(tmp_path / "stick") == {*made.FILES, "KIT.json", "KIT.json.minisig"}
    assert listing.read(tmp_path / "stick") == signed


def test_writing_again_writes_nothing_but_mends_what_was_damaged(tmp_path):
    signed, found = made.kit(tmp_path)
    stick = tmp_path / "stick"
    write(signed, found.sources, stick)
    assert write(signed, found.sources, stick).wrote == 0
    path = stick / "packs/AA/core.pack"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    done = write(signed, found.sources, stick)
    assert done.whole
    assert done.wrote == len(made.FILES["packs/AA/core.pack"])
    assert path.read_bytes() == made.FILES["packs/AA/core.pack"]


def test_an_older_kit_gets_only_what_changed(tmp_path):
    signed, found = made.kit(tmp_path, {"static/index-id.html": b"old language"})
    stick = tmp_path / "stick"
    write(signed, found.sources, stick)
    (stick / "results").mkdir()
    (stick / "results/a.milr").write_bytes(b"counts of a teacher")
    (stick / "holiday.jpg").write_bytes(b"mine")
    source = tmp_path / "source"
    (source / "static/index-id.html").unlink()
    (source / "START-HERE.html").write_bytes(b"new")
    (source / "packs/AA/more.pack").write_bytes(b"more")
    newer, found = made.signed(source, "2026-12-01")
    done = write(newer, found.sources, stick)
    assert done.whole
    assert (done.wrote, done.removed) == (len(b"new") + len(b"more"), 1)
    assert listing.read(stick) == newer
    assert (stick / "results/a.milr").read_bytes() == b"counts of a teacher"
    assert (stick / "holiday.jpg").read_bytes() == b"mine"
    assert not (stick / "static/index-id.html").exists()


def test_a_file_of_the_older_kit_that_someone_changed_is_kept(tmp_path):
    signed, found = made.kit(tmp_path, {"static/notes.html": b"from the kit"})
    stick = tmp_path / "stick"
    write(signed, found.sources, stick)
    (stick / "static/notes.html").write_bytes(b"my own notes")
    (tmp_path / "source/static/notes.html").unlink()
    newer, found = made.signed(tmp_path / "source", "2026-12-01")
    assert write(newer, found.sources, stick).removed == 0
    assert (stick / "static/notes.html").read_bytes() == b"my own notes"


def test_a_list_that_claims_a_file_outside_the_kit_gets_nothing_deleted(tmp_path):
    claimed = {"holiday.jpg": b"of the user"}
    signed, found = made.kit(tmp_path, claimed)
    stick = tmp_path / "stick"
    write(signed, found.sources, stick)
    (tmp_path / "source/holiday.jpg").unlink()
    newer, found = made.signed(tmp_path / "source", "2026-12-01")
    assert write(newer, found.sources, stick).removed == 0
    assert (stick / "holiday.jpg").read_bytes() == b"of the user"


def test_a_foreign_file_in_the_way_is_named_and_stays(tmp_path):
    signed, found = made.kit(tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "START-HERE.html").write_bytes(b"of another program")
    (stick / "autorun.inf").write_bytes(b"[autorun]")
    done = write(signed, found.sources, stick)
    assert [type(f) for f in done.failed] == [NameTaken]
    assert (stick / "START-HERE.html").read_bytes() == b"of another program"
    assert done.good == len(made.FILES) - 1
    assert not (stick / "KIT.json").exists()
    (stick / "START-HERE.html").rename(stick / "theirs.html")
    assert write(signed, found.sources, stick).whole
    assert (stick / "autorun.inf").read_bytes() == b"[autorun]"


def test_a_source_that_cannot_be_read_is_named_and_the_others_are_written(tmp_path):
    signed, found = made.kit(tmp_path)
    (tmp_path / "source/windows/milkit.exe").unlink()
    done = write(signed, found.sources, tmp_path / "stick")
    assert [f.path.name for f in done.failed] == ["milkit.exe"]
    assert done.good == len(made.FILES) - 1
    made.files(tmp_path / "source")
    assert write(signed, found.sources, tmp_path / "stick").whole


def test_stopping_and_going_on(tmp_path):
    signed, found = made.kit(tmp_path, {"zz.bin": os.urandom(4 << 20)})

    class Stops(Progress):
        def synced(self, many):
            raise Cancelled

    with pytest.raises(Cancelled):
        write(signed, found.sources, tmp_path / "stick", Stops())
    assert place.begun(tmp_path / "stick")
    assert write(signed, found.sources, tmp_path / "stick").whole
    assert names(tmp_path / "stick") == set(signed.listing.files) | {
        "KIT.json", "KIT.json.minisig",
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_a_killed_writing_goes_on_where_it_was(tmp_path):
    more = {f"more/{n:03}.bin": os.urandom(200_000) for n in range(60)}
    signed, found = made.kit(tmp_path, more)
    stick = tmp_path / "stick"
    code = (
        "import sys; from pathlib import Path; from tests.kit import made;"
        "from milkit.ground import stick_files; stick_files.MANY = 5;"
        "from milkit.kit.write import write;"
        "s, c = made.signed(Path(sys.argv[1]));"
        "write(s, c.sources, Path(sys.argv[2]))"
    )
    for killed_with in (4, 20, 40):
        command = [sys.executable, "-c", code, str(tmp_path / "source"), str(stick)]
        with subprocess.Popen(command, cwd=ROOT) as program:
            while program.poll() is None and len(names(stick)) < killed_with:
                time.sleep(0.002)
            program.send_signal(signal.SIGKILL)
        assert not (stick / "KIT.json").exists()
        for path in names(stick):  # nothing under a final name is half
            if not path.endswith(".part"):
                assert (stick / path).read_bytes() == (
                    tmp_path / "source" / path
                ).read_bytes()
    done = write(signed, found.sources, stick)
    assert done.whole
    assert done.wrote < done.size
    assert names(stick) == {*signed.listing.files, "KIT.json", "KIT.json.minisig"}


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="a small file system is made by root on Linux",
)
def test_a_full_stick_says_so_and_goes_on_when_there_is_room(tmp_path):
    signed, found = made.kit(tmp_path, {"zz.bin": os.urandom(3 << 20)})
    stick = tmp_path / "stick"
    stick.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "milkit", str(stick)]
    subprocess.run(mount, check=True)
    try:
        with pytest.raises(DiskFull):
            write(signed, found.sources, stick)
        assert not (stick / "KIT.json").exists()
        subprocess.run(["mount", "-o", "remount,size=16m", str(stick)], check=True)
        assert write(signed, found.sources, stick).whole
    finally:
        subprocess.run(["umount", "-l", str(stick)], check=True)
