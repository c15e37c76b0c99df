"""A kit tells whoever asks what was changed, and is mended from any other copy."""

import os
import shutil

import pytest

from milkit.ground.errors import FileUnreadable
from milkit.ground.kit_errors import KitChanged, KitUnfinished, NoKit
from milkit.kit import place
from milkit.kit.repair import repair
from milkit.kit.verify import Fault, verify
from milkit.kit.write import write
from tests.kit import made

CORE = "packs/AA/core.pack"


@pytest.fixture
def stick(tmp_path):
    signed, found = made.kit(tmp_path)
    write(signed, found.sources, tmp_path / "stick")
    return tmp_path / "stick"


@pytest.fixture
def twin(stick, tmp_path):
    return shutil.copytree(stick, tmp_path / "twin")


def swap(path, at=100):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(bytes(content))


def test_a_good_kit_is_read_once_and_found_good(stick):
    steps = []
    found = verify(stick, lambda done, total: steps.append((done, total)))
    assert found.good
    assert found.files == len(made.FILES)
    assert found.signed.listing.maker == "The Centre"
    total = sum(map(len, made.FILES.values()))
    assert steps[-1] == (total, total)


def test_a_swapped_byte_a_missing_and_a_longer_file_are_named(stick):
    swap(stick / CORE)
    (stick / "START-HERE.html").unlink()
    with (stick / "windows/milkit.exe").open("ab") as file:
        file.write(b"virus")
    assert set(verify(stick).faults) == {
        Fault(CORE, "changed"),
        Fault("START-HERE.html", "missing"),
        Fault("windows/milkit.exe", "changed"),
    }


def test_a_file_of_another_size_is_not_read(stick):
    (stick / CORE).write_bytes(b"x" * 50_000_000)
    read = []
    verify(stick, lambda done, _total: read.append(done))
    assert max(read) < sum(map(len, made.FILES.values()))


def test_extra_files_are_counted_and_never_opened(stick):
    (stick / "autorun.inf").write_bytes(b"[autorun]\nopen=virus.exe")
    os.mkfifo(stick / "virus.exe")  # opening it would wait for ever
    (stick / "results").mkdir()
    (stick / "results/a.milr").write_bytes(b"x")
    found = verify(stick)
    assert found.good
    assert found.others == 2
    assert (stick / "autorun.inf").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_is_never_followed(stick, tmp_path):
    shutil.copy(stick / CORE, tmp_path / "outside")
    (stick / CORE).unlink()
    (stick / CORE).symlink_to(tmp_path / "outside")
    assert verify(stick).faults == (Fault(CORE, "changed"),)
    shutil.move(stick / "windows", tmp_path / "elsewhere")
    (stick / "windows").symlink_to(tmp_path / "elsewhere")
    assert Fault("windows/milkit.exe", "changed") in verify(stick).faults


def test_what_is_no_kit_or_no_whole_one_is_said(stick, tmp_path):
    with pytest.raises(NoKit):
        verify(tmp_path / "source")
    swap(stick / "KIT.json", 30)
    with pytest.raises(KitChanged):
        verify(stick)
    (stick / "KIT.json").rename(stick / "KIT.json.part")
    with pytest.raises(KitUnfinished):
        verify(stick)


def test_a_kit_in_its_own_folder_is_found(stick, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "mine.txt").write_bytes(b"mine")
    assert place.home(shared) == shared / "MIL-Kit"
    shutil.copytree(stick, shared / "MIL-Kit")
    assert verify(shared).good
    assert place.others(shared / "MIL-Kit", verify(shared).signed.listing) == 0


def test_a_damaged_kit_is_mended_from_another_stick(stick, twin):
    swap(stick / CORE)
    (stick / "START-HERE.html").unlink()
    done = repair(stick, [twin])
    assert done.whole
    assert done.wrote == len(made.FILES[CORE]) + len(made.FILES["START-HERE.html"])
    assert verify(stick).good
    assert repair(stick, [twin]).wrote == 0


def test_what_no_source_has_is_named_and_the_rest_is_mended(stick, twin, tmp_path):
    swap(stick / CORE)
    (stick / "START-HERE.html").unlink()
    swap(twin / CORE)
    done = repair(stick, [tmp_path / "nothing", twin])
    assert [type(f) for f in done.failed] == [FileUnreadable]
    assert verify(stick).faults == (Fault(CORE, "changed"),)
    installed = tmp_path / "installed/packs/AA"
    installed.mkdir(parents=True)
    (installed / "core.pack").write_bytes(made.FILES[CORE])
    assert repair(stick, [tmp_path / "installed"]).whole
    assert verify(stick).good


def test_a_damaged_list_is_taken_from_the_other_stick(stick, twin):
    swap(stick / "KIT.json", 30)
    swap(stick / CORE)
    assert repair(stick, [twin]).whole
    assert verify(stick).good
    (stick / "KIT.json.minisig").unlink()
    swap(twin / "KIT.json", 30)
    with pytest.raises(KitChanged):
        repair(stick, [twin])


def test_a_kit_that_was_never_finished_is_finished_from_another(stick, twin):
    (stick / "KIT.json").rename(stick / "KIT.json.part")
    (stick / CORE).write_bytes(b"")
    assert repair(stick, [twin]).whole
    assert verify(stick).good
