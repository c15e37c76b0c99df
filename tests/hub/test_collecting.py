"""Folders with good, seen, cut, changed and foreign files: each is told by name."""

import random

import pytest

from milkit.ground.errors import (
    FileUnreadable,
    ResultsDamaged,
    ResultsForeign,
    ResultsNotOurs,
    ResultsTooLarge,
)
from milkit.hub import place
from milkit.hub.collecting import DAMAGED, NEW, SEEN, collect
from milkit.hub.sources import Folder
from milkit.hub.tables import open_tables
from milkit.sync import sealed
from milkit.sync.statement import Where, statements
from tests.hub.fixtures import AT, PHRASE, files_of, rows, save, school


def taken(db, folder, hub):
    return collect(db, [Folder(folder)], hub.secret(), AT)


def test_new_then_seen_and_nothing_in_the_source_changes(db, hub, tmp_path):
    files = files_of(hub, 1) + files_of(hub, 2)
    stick = save(tmp_path / "stick", files)
    before = {p: p.read_bytes() for p in stick.rglob("*") if p.is_file()}
    first = taken(db, stick, hub)
    assert (first.count(NEW), first.count(SEEN), first.count(DAMAGED)) == (
        len(files), 0, 0,
    )  # fmt: skip
    assert first.merged.added == sum(file.statements for file in first.files) > 20
    kept = rows(db)
    again = taken(db, stick, hub)
    assert again.count(SEEN) == len(files)
    assert sum(again.merged) == 0
    assert rows(db) == kept
    assert {p: p.read_bytes() for p in stick.rglob("*") if p.is_file()} == before


def test_a_renamed_copy_is_known(db, hub, tmp_path):
    ((_, content),) = files_of(hub, 1)[:1]
    (tmp_path / "results (1).milr").write_bytes(content)
    assert taken(db, tmp_path, hub).count(NEW) == 1
    (tmp_path / "again.MILR").write_bytes(content)
    assert taken(db, tmp_path, hub).count(SEEN) == 2


def test_damaged_files_are_named_and_read_when_they_come_whole(db, hub, tmp_path):
    (name, content), *_ = files_of(hub, 1)
    bad = tmp_path / "bad"
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 1
    save(bad, [(name, bytes(flipped))])
    save(bad, [("cut.milr", content[:-40]), ("no.milr", b"hello"), ("empty.milr", b"")])
    save(bad, [("big.milr", content + b"\0" * 40_000)])
    (bad / "notes.txt").write_text("not ours")
    done = taken(db, bad, hub)
    why = {file.name: type(file.why) for file in done.files}
    assert why == {
        name.rsplit("/", 1)[1]: ResultsDamaged,
        "cut.milr": ResultsDamaged,
        "no.milr": ResultsForeign,
        "empty.milr": ResultsForeign,
        "big.milr": ResultsTooLarge,
    }
    assert rows(db) == ([], [])
    assert db.execute("SELECT count(*) FROM damaged").fetchone()[0] == 5
    whole = taken(db, save(tmp_path / "good", [(name, content)]), hub)
    assert whole.count(NEW) == 1
    assert db.execute("SELECT count(*) FROM damaged").fetchone()[0] == 4


def test_a_file_for_another_hub_is_refused(db, hub, tmp_path):
    other = place.make(tmp_path / "other", place.Wish("Other"), PHRASE)
    done = taken(db, save(tmp_path / "stick", files_of(other, 3)), hub)
    assert {type(file.why) for file in done.files} == {ResultsNotOurs}


def test_a_laptop_passes_on_the_log_that_it_took_in_from_another(db, hub, tmp_path):
    install, events = school(1)
    _, foreign = school(2)
    told = list(statements([*events[:5], *foreign[:2]], Where("KH")))
    files = [
        (one.name, one.content)
        for one in sealed.seal(told, install, b"k" * 32, [hub.public])
    ]
    done = taken(db, save(tmp_path / "stick", files), hub)
    assert [file.why for file in done.files] == [None]
    assert len(rows(db)[0]) == len(told)


def test_any_order_and_any_cut_give_the_same_rows(hub, tmp_path):
    files = [one for number in range(1, 6) for one in files_of(hub, number)]
    found = []
    for seed in range(3):
        (tmp_path / str(seed)).mkdir()
        db = open_tables(tmp_path / str(seed))
        order = random.Random(seed).sample(files, len(files))
        half = len(order) // 2
        for part, chosen in enumerate((order[:half], order[half - 1 :], order)):
            taken(db, save(tmp_path / f"{seed}-{part}", chosen), hub)
        found.append(rows(db))
        db.close()
    assert found[0] == found[1] == found[2]


def test_a_stick_that_is_gone_says_so(db, hub, tmp_path):
    with pytest.raises(FileUnreadable):
        taken(db, tmp_path / "gone", hub)


def test_a_power_cut_in_the_middle_costs_nothing(db, hub, tmp_path):
    files = files_of(hub, 1, runs=30)
    stick = save(tmp_path / "stick", files)

    class Cut(Exception):
        pass

    def cut(done, total):
        if done == total - 1:
            raise Cut

    with pytest.raises(Cut):
        collect(db, [Folder(stick)], hub.secret(), AT, cut)
    taken(db, stick, hub)
    after = rows(db)
    (tmp_path / "clean").mkdir()
    clean = open_tables(tmp_path / "clean")
    taken(clean, stick, hub)
    assert rows(clean) == after
    clean.close()
