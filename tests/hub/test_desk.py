"""What the window shows: looked at, taken in, and all there ever was."""

import pytest

from milkit.hub import desk, place
from milkit.hub.collecting import DAMAGED, NEW, SEEN
from milkit.hub.place import Wish
from milkit.hub.tables import open_tables
from tests.hub.fixtures import AT, PHRASE, files_of, rows, save


@pytest.fixture
def hub(tmp_path):
    return place.make(tmp_path / "hub", Wish("Kampong", country="KH"), PHRASE)


def stored(hub):
    db = open_tables(hub.folder)
    found = rows(db)
    db.close()
    return found


def test_a_look_changes_nothing_and_tells_each_school(hub, tmp_path):
    stick = save(tmp_path / "stick", files_of(hub, 1, runs=3) + files_of(hub, 2))
    save(stick, [("cut.milr", b"age-encryption.org/v1\n half")])
    seen = desk.look(hub, [stick], AT)
    assert [row.state for row in seen.rows] == [DAMAGED, NEW, NEW]
    assert {row.receipt.sender.runs for row in seen.rows[1:]} == {2, 3}
    assert stored(hub) == ([], [])


def test_taken_in_then_seen_before(hub, tmp_path):
    stick = save(tmp_path / "stick", files_of(hub, 1, runs=3))
    done = desk.take_in(hub, [stick], AT)
    assert [row.state for row in done.rows] == [NEW]
    assert done.covers[0][2:] == (1, 1)
    save(stick, files_of(hub, 2))
    again = desk.look(hub, [stick], AT)
    assert [(row.state, row.receipt.sender.runs) for row in again.rows] == [
        (NEW, 2), (SEEN, 3),
    ]  # fmt: skip
    assert again.count(NEW) == 1
    whole = desk.whole(hub, AT)
    assert len(whole.rows) == 1


def test_a_name_stays_here_and_stands_on_the_receipt(hub, tmp_path):
    stick = save(tmp_path / "stick", files_of(hub, 1))
    (row,) = desk.take_in(hub, [stick], AT).rows
    desk.name(hub, row.receipt.sender, "Phum Thmey", "River District")
    (named,) = desk.whole(hub, AT).rows
    assert named.receipt.sender.name == "Phum Thmey"
    assert named.receipt.number == row.receipt.number
    assert desk.whole(hub, AT).covers[0].place == "River District"


def test_three_months_before():
    assert desk.since("2026-11-22T10:00:00") == "2026-08-22"
    assert desk.since("2026-02-05T10:00:00") == "2025-11-05"
