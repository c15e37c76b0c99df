"""A check goes into a pack and comes back as it was written."""

import shutil
import sqlite3

import pytest

from milkit.content.instrument_file import read_instrument
from milkit.ground import paths
from milkit.ground.errors import CheckMissing, LessonBroken, PackDamaged
from milkit.library import checks
from milkit.library.library import Library
from milkit.packs.build import build
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from tests.packs.made import TOML, draw_quickly

CHECKS = paths.bundled_lessons() / "core" / "checks"


@pytest.fixture
def pack(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "pack.toml").write_text(TOML)
    shutil.copytree(CHECKS, source / "checks")
    return build(source, tmp_path / "t.pack", draw_quickly)


def opened(folder, pack):
    overlay, _ = open_overlay(folder / "data")
    return Library([open_pack(pack)], overlay)


def test_a_pack_of_checks_gives_them_back(tmp_path, pack):
    with opened(tmp_path, pack) as library:
        library.packs[0].check()
        assert [one.id for one in checks.offered(library)] == ["I1", "I2", "I3"]
        for name in ("I1", "I2", "I3"):
            written = read_instrument(CHECKS / name / "en.toml")
            assert checks.opened(library, name) == written
        assert checks.opened(library, "I1", "tet").lang == "en"
        with pytest.raises(CheckMissing):
            checks.opened(library, "I9")


def test_damaged_data_is_a_damaged_pack(tmp_path, pack):
    db = sqlite3.connect(pack)
    db.execute("""UPDATE "check" SET data = '{"items": 1}' WHERE id = 'I1'""")
    db.commit()
    db.close()
    with opened(tmp_path, pack) as library, pytest.raises(PackDamaged):
        checks.opened(library, "I1", "en")


def test_a_broken_check_is_listed_and_the_others_stay(tmp_path, pack):
    source = tmp_path / "source"
    (source / "checks" / "I2" / "en.toml").write_text("id = 3\n")
    for file in (source / "checks" / "I2").glob("??.toml"):
        if file.stem != "en":
            file.unlink()
    broken = []
    build(source, tmp_path / "again.pack", draw_quickly, broken=broken)
    assert [one.path.parent.name for one in broken] == ["I2"]
    with opened(tmp_path, tmp_path / "again.pack") as library:
        assert [one.id for one in checks.offered(library)] == ["I1", "I3"]
    with pytest.raises(LessonBroken):
        build(source, tmp_path / "none.pack", draw_quickly)
