"""A hub in a folder, made-up schools, and the results files they send."""

import random
import uuid

import pytest

from milkit.commands.records import _outlines
from milkit.hub import place
from milkit.hub.tables import open_tables
from milkit.records.sample import sample
from milkit.sync import sealed
from milkit.sync.enrolment import Drop
from milkit.sync.statement import Where, statements

PHRASE = "a kite over the bay"
AT = "2026-11-22T10:00:00+07:00"
OUTLINES = _outlines()


def school(number, runs=2, country="KH", *, sample_runs=False):
    """The events of one installation, as its own log has them."""
    install = str(uuid.UUID(int=random.Random(number).getrandbits(128), version=4))
    events = []
    for event in sample(OUTLINES, runs, number):
        data = dict(event.data)
        if "sample" in data and not sample_runs:
            data["sample"] = False
        events.append(event._replace(install=install, data=data))
    return install, events


def files_of(hub, number, runs=2, country="KH", **more):
    """Seal what a school would send: name below the drop box, and bytes."""
    install, events = school(number, runs, **more)
    told = list(statements(events, Where(country)))
    seed = number.to_bytes(32, "big")
    return [
        (one.name, one.content)
        for one in sealed.seal(told, install, seed, [hub.public])
    ]


def save(folder, files):
    """Put files where a stick has them."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def rows(db):
    """Everything that stands and everything beside it."""
    return (
        db.execute(
            "SELECT id, sha256, country, month, install, kind, about, n, at, lesson, "
            "class, students, sample, undoes, data, body FROM statement ORDER BY id"
        ).fetchall(),
        db.execute("SELECT * FROM other ORDER BY id, sha256").fetchall(),
    )


@pytest.fixture(scope="session")
def made_hub(tmp_path_factory):
    """One hub for all tests that do not change it."""
    folder = tmp_path_factory.mktemp("hub")
    return place.make(folder, place.Wish("Kampong", Drop(), "KH"), PHRASE)


@pytest.fixture
def hub(made_hub):
    return made_hub


@pytest.fixture
def db(tmp_path):
    opened = open_tables(tmp_path)
    yield opened
    opened.close()
