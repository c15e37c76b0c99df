"""What a school gets back: on paper and for its program."""

import base64
import datetime as dt
import json
import uuid

import pytest

from milkit.ground.words import words
from milkit.hub import receipts
from milkit.hub.collecting import collect
from milkit.hub.senders import coverage, name_sender, senders
from milkit.hub.sources import Folder
from milkit.hub.tables import at_once, open_tables
from milkit.sync import enrolment, sealed
from milkit.sync import receipt as files
from milkit.sync.statement import Where, statements
from tests.hub.fixtures import AT, files_of, save, school
from tests.hub.test_reporting import Log, new_id


@pytest.fixture
def full(db, hub, tmp_path):
    sent = files_of(hub, 1, runs=3) + files_of(hub, 2)
    collect(db, [Folder(save(tmp_path / "s", sent))], hub.secret(), AT)
    return db


def sent_by_itself(db, install):
    db.execute(
        "INSERT INTO file VALUES ('a', ?, 'KH', '', 1, ?, 'stick')", (install, AT)
    )
    db.execute("INSERT INTO passed VALUES (?, ?)", (install, install))


def test_what_a_laptop_passes_on_stands_on_its_receipt(db, hub, tmp_path):
    _, events = school(7, 3)
    new = str(uuid.uuid4())
    told = list(statements(events, Where("KH")))
    sent = [
        (one.name, one.content)
        for one in sealed.seal(told, new, b"n" * 32, [hub.public])
    ]
    collect(db, [Folder(save(tmp_path / "s", sent))], hub.secret(), AT)
    (one,) = senders(db)
    assert (one.install, one.runs) == (new, 3)
    assert one.learners > 10


def test_who_sent_what(full):
    name_sender(full, senders(full)[1].install, " Phum  Thmey ", "River District")
    first, second = senders(full)
    assert (first.name, first.place) == ("Phum Thmey", "River District")
    assert second.name == ""
    assert len(second.code) == 9
    assert first.runs + second.runs == 5
    assert first.learners > 10


def test_small_schools_show_no_number_of_people(db):
    log = Log(db)
    log.run(new_id(), 6)
    sent_by_itself(db, log.install)
    (one,) = senders(db)
    assert one.learners is None
    made = receipts.receipts(db, "Kampong", AT)
    assert ("Students", "fewer than 10") in receipts.lines(made[0], words("en"))


def test_checks_before_and_after_are_counted_by_class(db):
    log = Log(db)
    group, other = new_id(), new_id()
    for where, phase in ((group, "before"), (group, "after"), (other, "before")):
        log.tell("check_given", new_id(), {"class_id": where, "phase": phase})
    sent_by_itself(db, log.install)
    (one,) = senders(db)
    assert (one.checked, one.to_check) == (1, 2)


def test_coverage_counts_who_was_heard_since_a_day(full):
    one, two = senders(full)
    assert coverage([one, two], "2026-01-01")[0][2:] == (2, 2)
    assert coverage([one, two], "2027-01-01")[0][2:] == (0, 2)


def test_the_receipt_file_is_taken_by_the_sender(full, hub, tmp_path):
    made = receipts.receipts(full, hub.name, AT)
    assert len({one.number for one in made}) == 2
    key = enrolment.read(hub.invitation).key
    for one in made:
        path = receipts.write(one, hub, tmp_path / "out")
        told = files.read(path, key)
        assert told.install == one.sender.install
        assert set(told.files) == set(one.names)
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert base64.b64decode(json.loads(path.read_text())["signature"])


def test_the_number_is_the_same_for_the_same_files():
    assert receipts.number_of(["b", "a"]) == receipts.number_of(["a", "b"])
    assert receipts.number_of(["a"]) != receipts.number_of(["b"])


def test_the_sheet_has_a_card_for_each(full):
    made = receipts.receipts(full, "Kampong", AT)
    sheet = receipts.sheet(made, dt.date(2026, 11, 22), words("en"))
    (cards,) = sheet.blocks
    assert len(cards.cards) == 2
    assert made[0].number in repr(cards.cards[0])
    only = receipts.receipts(full, "Kampong", AT, [made[1].sender.install])
    assert [one.number for one in only] == [made[1].number]


def test_receipts_are_of_one_moment(hub, tmp_path):
    """Another connection takes a file in while receipts are read."""
    one, other = open_tables(tmp_path), open_tables(tmp_path)
    collect(one, [Folder(save(tmp_path / "a", files_of(hub, 1)))], hub.secret(), AT)
    with at_once(one):
        before = receipts.receipts(one, "Kampong", AT)
        stick = save(tmp_path / "b", files_of(hub, 2))
        collect(other, [Folder(stick)], hub.secret(), AT)
        assert receipts.receipts(one, "Kampong", AT) == before
    assert len(receipts.receipts(one, "Kampong", AT)) == 2
    one.close()
    other.close()
