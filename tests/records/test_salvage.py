import random

from milkit.records import log, salvage
from milkit.records.event import new_id
from tests.records.test_store import HAND, START


def lines(events):
    return sorted(log.line(event) for event in events)


def test_reading_pages_finds_what_sqlite_finds(records, data):
    for length in (3, 50, 4000, 4050, 9000, 70_000):  # some run over several pages
        records.append("note_made", new_id(), {"text": "ក" * length})
    run = new_id()
    records.tell(run, START)
    for _ in range(200):
        records.tell(run, HAND)
    while_open = salvage.read(data / "records.db")  # most of it is still in the WAL
    assert lines(while_open.events) == lines(records.events())
    assert while_open.install == records.install
    records.close()
    assert lines(salvage.read(data / "records.db").events) == lines(while_open.events)


def test_any_rubbish_is_read_without_an_error(records, data, tmp_path):
    run = new_id()
    records.tell(run, START)
    for _ in range(50):
        records.tell(run, HAND)
    told = set(lines(records.events()))
    records.close()
    good = (data / "records.db").read_bytes()
    chance = random.Random(7)
    path = tmp_path / "rubbish.db"
    for _ in range(60):
        content = bytearray(good)
        for _ in range(chance.randint(1, 400)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.randint(0, len(content))])
        assert set(lines(salvage.read(path).events)) <= told


def test_a_missing_file_has_nothing(tmp_path):
    assert salvage.read(tmp_path / "none.db") == salvage.Found((), "")
