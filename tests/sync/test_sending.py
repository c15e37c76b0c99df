"""What is sent arrives once and whole in every kind of drop box; no more goes."""

import datetime as dt
import random
from pathlib import Path

import pytest

from milkit.ground import errors
from milkit.records import happenings as h
from milkit.records.event import new_id
from milkit.records.opening import open_records
from milkit.records.sample import sample
from milkit.sync import agreement, enrolment, receipt, sealed, sending
from milkit.sync.enrolment import Drop
from milkit.sync.outbox import Outbox
from milkit.sync.statement import event_of
from tests.records.test_store import HAND, START
from tests.sync.boxes import BOXES
from tests.sync.fixtures import make_outline


def agree(data, hub, clock, drop, way=agreement.SEND):
    hub.asks = hub.asks._replace(drop=drop)
    content = enrolment.write(hub.asks, hub.seed)
    return agreement.agree(data, content, clock.now(), way=way, research=False)


def merged(files, hub, clock, folder):
    """Unseal all files into records of a hub's laptop; give its rows and refusals."""
    records = open_records(folder, clock).records
    refused = []
    for name, content in files:
        try:
            opened = sealed.unseal(content, [hub.secret], Path(name))
            records.merge(event_of(one) for one in opened.statements)
        except errors.Mishap as mishap:
            refused.append(type(mishap))
    rows = [(run.id, run.present, run.how, run.seconds) for run in records.runs()]
    events = [*records.events()]
    records.close()
    return sorted(rows), events, refused


@pytest.mark.parametrize("kind", BOXES)
def test_every_box_gives_the_same_rows_whatever_happened_on_the_way(
    kind, records, data, clock, hub, tmp_path
):
    records.merge(sample([make_outline()], 30, 4))
    with BOXES[kind](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        first = sending.send(data, records, clock)
        assert first.sealed == first.done > 1
        clock.pass_by(days=-900)  # the battery of the clock was empty
        records.tell(new_id(), START)
        again = sending.send(data, records, clock)
        assert (again.sealed, again.done, again.waiting) == (1, 1, 0)
        with sending.opened(data) as (_, outbox):
            for name in list(box.files()):  # the answer was lost: all goes again
                outbox._db.execute("UPDATE file SET sent = '' WHERE name = ?", (name,))
        assert sending.send(data, records, clock).done == len(box.files())
        files = list(box.files().items())
    assert len(files) == first.sealed + 1
    plain = merged(files, hub, clock, tmp_path / "hub")
    assert len(plain[0]) == 31
    shuffled = files * 2
    random.Random(1).shuffle(shuffled)
    name, content = files[0]
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 8
    bad = [
        (name, content[: len(content) // 2]),
        (name, bytes(flipped)),
        ("x.milr", b"not results"),
    ]
    rows, events, refused = merged(bad + shuffled, hub, clock, tmp_path / "hub2")
    assert (rows, events) == plain[:2]
    assert refused == [
        errors.ResultsDamaged, errors.ResultsDamaged, errors.ResultsForeign,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["webdav"])
def test_a_wrong_password_stops_and_says_so(kind, records, data, clock, hub, tmp_path):
    records.tell(new_id(), START)
    with BOXES[kind](tmp_path) as box:
        agree(data, hub, clock, box.drop._replace(secret="old"))
        with pytest.raises(errors.DropRefused):
            sending.send(data, records, clock)
        assert box.files() == {}
        state = sending.state(data, records)
        assert (state.waiting, state.sent, state.refused) == (1, 0, True)
        agree(data, hub, clock, box.drop)
        assert sending.send(data, records, clock).done == 1
        assert len(box.files()) == 1
    assert sending.state(data, records) == (0, 0, 1, 0, False)


def test_no_line_loses_nothing_and_goes_on(records, data, clock, hub, tmp_path):
    records.tell(new_id(), START)
    dead = Drop("http://127.0.0.1:9/x")
    agree(data, hub, clock, dead)
    with pytest.raises(errors.DropUnreachable):
        sending.send(data, records, clock)
    assert sending.state(data, records).waiting == 1
    gone = tmp_path / "not-mounted"
    agree(data, hub, clock, Drop(str(gone)))
    with pytest.raises(errors.DropUnreachable):
        sending.send(data, records, clock)
    assert not gone.exists()
    for bad in (Drop("http://no host"), Drop("s3://"), Drop()):
        agree(data, hub, clock, bad)
        with pytest.raises(errors.DropUnreachable):
            sending.send(data, records, clock)


def test_nothing_is_sealed_or_made_without_an_agreement(records, data, clock, tmp_path):
    records.tell(new_id(), START)
    before = sorted(data.rglob("*"))
    for call in (
        lambda: sending.send(data, records, clock),
        lambda: sending.save(data, records, clock, tmp_path),
    ):
        with pytest.raises(errors.NoHub):
            call()
    assert sending.state(data, records) is None
    assert [path for path in sorted(data.rglob("*")) if "wal" not in path.name] == [
        path for path in before if "wal" not in path.name
    ]


def test_a_yes_to_sticks_only_never_opens_the_drop_box(
    records, data, clock, hub, tmp_path
):
    records.tell(new_id(), START)
    agree(data, hub, clock, Drop(str(tmp_path / "none")), way=agreement.STICK)
    done = sending.send(data, records, clock)
    assert (done.sealed, done.done, done.waiting) == (1, 0, 1)


def test_sticks_and_boxes_get_the_same_files(records, data, clock, hub, tmp_path):
    records.merge(sample([make_outline()], 10, 4))
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        seen = []
        stick = tmp_path / "stick" / "results"
        saved = sending.save(data, records, clock, stick, lambda *now: seen.append(now))
        assert saved.done == saved.sealed == saved.waiting == len(seen) > 0
        assert sending.state(data, records) == (0, 10, 0, 0, False)
        sending.send(data, records, clock)
        on_stick = {
            path.relative_to(stick).as_posix(): path.read_bytes()
            for path in stick.rglob("*.milr")
        }
        assert on_stick == box.files()
        path = next(stick.rglob("*.milr"))
        path.write_bytes(b"cut")  # a pulled stick
        assert sending.save(data, records, clock, stick).done == len(on_stick)
        assert path.read_bytes() != b"cut"
        assert not list(stick.rglob("*.part")) + list(stick.rglob("*.old"))
    assert sending.state(data, records) == (0, 0, 10, 0, False)
    with sending.opened(data) as (_, outbox):
        assert outbox.went() == [("2026-11-12", 2, 10, len(on_stick))]


def test_the_hub_s_receipt_ends_the_waiting(records, data, clock, hub, tmp_path):
    records.tell(new_id(), START)
    agree(data, hub, clock, Drop(), way=agreement.STICK)
    sending.save(data, records, clock, tmp_path)
    names = tuple(path.stem for path in tmp_path.rglob("*.milr"))
    given = receipt.Receipt("Kampong", records.install, "2026-11-13", names, 1)
    (tmp_path / "a.milreceipt").write_bytes(receipt.write(given, b"x" * 32))
    assert sending.save(data, records, clock, tmp_path).received == 0
    (tmp_path / "b.milreceipt").write_bytes(receipt.write(given, hub.seed))
    back = sending.save(data, records, clock, tmp_path)
    assert (back.received, back.done) == (1, 0)
    assert sending.save(data, records, clock, tmp_path).received == 0
    assert sending.state(data, records) == (0, 0, 0, 1, False)


def test_a_record_waits_again_when_something_is_added(
    records, data, clock, hub, tmp_path
):
    run = new_id()
    records.tell(run, START)
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        sending.send(data, records, clock)
        records.tell(run, HAND)
        assert sending.state(data, records)[:3] == (1, 0, 0)
        records.tell(run, h.LineWritten("private"))
        sending.send(data, records, clock)
        records.tell(run, h.LineWritten("still private"))
        assert sending.state(data, records)[:3] == (0, 0, 1)


def test_what_is_too_much_for_a_statement_stays_and_stops_nothing(
    records, data, clock, hub, tmp_path
):
    records.tell(new_id(), START)
    many = {f"option-{n}": 1 for n in range(500)}
    records.tell(new_id(), h.CountsSet("poll", "poll", many))
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        assert sending.send(data, records, clock).done == 1
    assert sending.state(data, records) == (0, 0, 1, 0, False)


def test_both_contents_of_a_conflict_go(records, another, data, clock, hub, tmp_path):
    hand = records.tell(new_id(), START)
    records.merge([hand._replace(data={**hand.data, "students": 12})])
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        sending.send(data, records, clock)
        _, events, _ = merged(box.files().items(), hub, clock, tmp_path / "hub")
    assert sorted(e.data["students"] for e in events) == [12, hand.data["students"]]


def test_stop_and_forget_leaves_nothing(records, data, clock, hub, tmp_path):
    records.tell(new_id(), START)
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        sending.send(data, records, clock)
    agreement.forget(data)
    agreement.forget(data)
    assert not agreement.folder_of(data).exists()
    assert agreement.read(data) is None


def test_a_no_is_remembered(data, hub):
    assert not agreement.declined(data, hub.asks)
    agreement.decline(data, hub.asks)
    agreement.decline(data, hub.asks)
    assert agreement.declined(data, hub.asks)
    assert not agreement.declined(data, hub.asks._replace(recipients=("other",)))


def test_an_agreement_keeps_its_secret_and_can_change(data, clock, hub):
    agree(data, hub, clock, Drop("https://d.example", "a", "b"))
    path = agreement.folder_of(data) / "agreement.json"
    assert path.stat().st_mode & 0o077 == 0
    agreement.change(data, way=agreement.STICK)
    agreement.change(data, metered=True)
    assert agreement.held(data)[1:4] == (agreement.STICK, False, True)
    path.write_bytes(b"{}")
    with pytest.raises(errors.EnrolmentBroken):
        agreement.read(data)


def test_a_damaged_outbox_is_made_anew(records, data, clock, hub, tmp_path):
    records.tell(new_id(), START)
    with BOXES["folder"](tmp_path) as box:
        agree(data, hub, clock, box.drop)
        path = agreement.folder_of(data) / "outbox.db"
        path.write_bytes(b"rubbish" * 5000)
        assert sending.send(data, records, clock).done == 1
    assert path.with_name("damaged-outbox.db").exists()


def test_bytes_go_a_year_after_they_went(data, tmp_path):
    outbox = Outbox(tmp_path / "o.db", "hub")
    day = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
    for name in ("went", "stays"):
        outbox.put(sealed.Sealed(name, b"x", ("id",)), [], day)
    outbox.mark_sent("went", day)
    outbox.tidy(day + dt.timedelta(days=300))
    assert outbox.unreceived() == ["went", "stays"]
    outbox.tidy(day + dt.timedelta(days=400))
    assert outbox.unreceived() == ["stays"]
    with pytest.raises(KeyError):
        outbox.content("went")
    outbox.close()


def test_waits_grow_from_half_a_minute_to_an_hour_and_differ():
    for chance in (0.0, 0.5, 1.0):
        waits = [sending.wait_for(tries, chance) for tries in range(30)]
        assert waits == sorted(waits)
        assert 30 <= waits[0] <= 40
        assert 2700 <= waits[-1] <= 3600
    assert len({sending.wait_for(5) for _ in range(9)}) > 1
