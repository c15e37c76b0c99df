"""An honest pack opens in place wherever it lies, and stays as it is."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from milkit.ground.errors import FileUnreadable, PackDamaged
from milkit.ground.files import sha256
from milkit.packs.pack import open_pack
from tests.packs.made import PNG, TEXTS, lesson, pack_of


@pytest.mark.parametrize("name", ["a.pack", "ครู #1 100%?.pack", "a b&c=d.pack"])
def test_it_reads_back(tmp_path, name):
    made = [lesson(lang) for lang in TEXTS]
    with open_pack(pack_of(tmp_path / name, *made)) as pack:
        assert pack.about.title == {"en": "T"}
        assert pack.about.order == (1, 0)
        pack.check()
        rows = {row.lang: row for row in pack.rows.values()}
        assert set(rows) == set(TEXTS)
        assert rows["en"].title == "Flood photo"
        assert rows["en"].ages == (12, 14)
        assert rows["en"].needs == ("projector",)
        assert rows["th"].languages == tuple(TEXTS)
        number = rows["en"].number
        assert pack.lesson(number).title == "Flood photo"
        assert [step.title for step in pack.steps(number)] == ["Look first"]
        assert pack.picture("L1", "red") == PNG
        assert pack.picture("L1", "blue") is None


def test_the_same_lessons_give_the_same_bytes(tmp_path):
    made = [lesson(lang) for lang in TEXTS]
    one, other = (sha256(pack_of(tmp_path / name, *made)) for name in "ab")
    assert one == other


def test_reading_leaves_the_file_alone(tmp_path):
    path = pack_of(tmp_path / "a.pack", lesson())
    before = sha256(path)
    path.chmod(0o444)
    with open_pack(path) as pack:
        pack.check()
        pack.find(pack.query("photo"), (0, 2**40), 20)
        pack.lesson(next(iter(pack.rows)))
    assert sha256(path) == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.pack"]


def test_many_threads_ask_at_once(tmp_path):
    with open_pack(pack_of(tmp_path / "a.pack", *map(lesson, TEXTS))) as pack:
        span, number = (0, 2**40), next(iter(pack.rows))

        def ask(_):
            pack.lesson(number)
            return len(pack.find(pack.query("photo"), span, 20))

        with ThreadPoolExecutor(8) as threads:
            assert set(threads.map(ask, range(200))) == {1}


def test_a_pack_that_is_not_there(tmp_path):
    with pytest.raises(FileUnreadable):
        open_pack(tmp_path / "none.pack")


def test_an_empty_file_is_a_damaged_pack(tmp_path):
    (tmp_path / "a.pack").write_bytes(b"")
    with pytest.raises(PackDamaged):
        open_pack(tmp_path / "a.pack")


def test_a_lesson_that_is_not_in_it(tmp_path):
    with open_pack(pack_of(tmp_path / "a.pack", lesson())) as pack:
        with pytest.raises(PackDamaged):
            pack.lesson(7)
        assert pack.steps(7) == ()


def test_half_minutes_are_those_before_the_split(tmp_path):
    from dataclasses import replace

    made = lesson()
    first = replace(made.steps[0], minutes=15)
    second = replace(made.steps[0], id="go", minutes=25, split=True)
    made = replace(made, steps=(first, second))
    with open_pack(pack_of(tmp_path / "a.pack", made)) as pack:
        assert next(iter(pack.rows.values())).half_minutes == 15
