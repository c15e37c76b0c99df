"""The same results through a folder, WebDAV and S3 make the same rows in the hub."""

import random

import pytest

from milkit.hub import drops, place
from milkit.hub.collecting import DAMAGED, NEW, collect
from milkit.hub.tables import open_tables
from milkit.sync import sealed
from milkit.sync.drop import open_box
from milkit.sync.statement import Where, statements
from tests.hub.fixtures import AT, PHRASE, files_of, rows, save, school
from tests.sync.boxes import BOXES


@pytest.fixture(scope="module")
def vectors(made_hub, tmp_path_factory):
    """Good files of four schools, one with a dead clock battery; and broken ones."""
    good = [one for number in (1, 2, 3) for one in files_of(made_hub, number)]
    install, events = school(4)
    early = [event._replace(at="2009-01-01T00:00:07+07:00") for event in events]
    told = list(statements(early, Where("LA")))
    good += [
        (one.name, one.content)
        for one in sealed.seal(told, install, b"4" * 32, [made_hub.public])
    ]
    other = place.make(tmp_path_factory.mktemp("o"), place.Wish("Other"), PHRASE)
    content = good[0][1]
    flipped = bytearray(content)
    flipped[-20] ^= 4
    bad = [
        *files_of(other, 5),
        (f"v1/KH/00/{'0' * 64}.milr", content[:-300]),
        (f"v1/KH/11/{'1' * 64}.milr", bytes(flipped)),
        (f"v1/KH/22/{'2' * 64}.milr", content + b"more"),
        ("v1/KH/33/notes.milr", b"no results"),
    ]
    return good, bad


@pytest.fixture(scope="module")
def plain(vectors, made_hub, tmp_path_factory):
    """The rows of the good files alone, read once from a folder."""
    folder = tmp_path_factory.mktemp("plain")
    db = open_tables(folder)
    save(folder / "stick", vectors[0])
    collect(db, [drops.Folder(folder / "stick")], made_hub.secret(), AT)
    found = rows(db)
    db.close()
    return found


@pytest.mark.parametrize("kind", BOXES)
def test_rows_are_the_same_whatever_the_way(
    kind, vectors, plain, made_hub, db, tmp_path
):
    good, bad = vectors
    order = random.Random(kind).sample(good + bad, len(good + bad))
    half = len(order) // 2
    with BOXES[kind](tmp_path) as box:
        sender = open_box(box.drop, "Kampong")
        source = drops.source(
            box.drop.url,
            made_hub,
            {
                "MILKIT_DROP_USER": box.drop.user,
                "MILKIT_DROP_SECRET": box.drop.secret,
                "AWS_ENDPOINT_URL": box.drop.endpoint,
            },
        )
        done = []
        for part in (order[:half], order[half // 2 :], order):  # cut, and sent again
            for name, content in part:
                sender.put(name, content)
            done.append(collect(db, [source], made_hub.secret(), AT))
        assert len(box.files()) == len(good) + len(bad)
    assert sum(one.count(NEW) for one in done) == len(good)
    assert done[-1].count(DAMAGED) == len(bad)
    assert rows(db) == plain
    assert len(plain[0]) > 100
