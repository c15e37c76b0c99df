"""Merging logs is commutative, associative and idempotent; damage loses only itself."""

import random
import shutil
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.ground.clock import Clock
from milkit.ground.errors import DatabaseNewer
from milkit.records import backups, check_happenings, log, projections
from milkit.records.event import Event, digest, new_id
from milkit.records.happenings import CountsChanged, kind_of, plain
from milkit.records.opening import open_records
from tests.records.strategies import start, story
from tests.records.test_store import HAND, START

ABOUT = [f"0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f000{n}" for n in range(3)]
INSTALLS = [f"7d1c0a3e-6b43-4d6e-9d0c-2f0f7f1f000{n}" for n in range(3)]
ITEMS = ("a1", "a2")
answer = st.sampled_from(("1", "2", "3", ""))
code = st.sampled_from(("01", "02"))
item = st.sampled_from((*ITEMS, "no-such-item"))
given_check = st.builds(
    check_happenings.Given,
    check=st.just("I1"), title=st.just("Judge"), lang=st.just("en"),
    class_id=st.just(""), class_name=st.just("8"), students=st.integers(0, 40),
    phase=st.sampled_from(("before", "after")), way=st.just("paper"),
    forms=st.sampled_from(("A", "AB")), short=st.booleans(), items=st.just(ITEMS),
    true_items=st.just(("a1",)), sample=st.booleans(),
)  # fmt: skip
answered = st.one_of(
    st.builds(check_happenings.Keyed, code, item, answer, st.booleans()),
    st.builds(check_happenings.Absent, code, st.booleans()),
    st.builds(check_happenings.Settled, code, item, answer),
    st.builds(check_happenings.HandsCounted, item, answer, st.sampled_from((1, -1))),
    st.builds(
        check_happenings.TotalsTyped, item, st.dictionaries(answer, st.integers(0, 40))
    ),
    st.builds(check_happenings.PutAway, st.booleans()),
)
check_story = st.tuples(given_check, st.lists(answered, max_size=12))
run_story = st.tuples(start, story)


def events_of(number, about, told, kind, data):
    return [
        Event(
            new_id(), INSTALLS[number], 1 + place, "2026-11-12T10:05:00+07:00",
            kind(one), about, data(one),
        )
        for place, one in enumerate(one for one in told if not isinstance(one, int))
    ]  # fmt: skip


@st.composite
def three_logs(draw):
    """Three laptops' logs that share some events, some with other content."""
    logs = []
    for number in range(3):
        first, told = draw(run_story)
        found = events_of(number, ABOUT[number], [first, *told], kind_of, plain)
        check, answers = draw(check_story)
        h = check_happenings
        found += events_of(
            number, ABOUT[-number], [check, *answers], h.kind_of, h.plain
        )
        logs.append(found)
    twist = draw(st.randoms(use_true_random=False))
    for number, other in ((0, 1), (1, 2), (2, 0)):
        shared = twist.sample(logs[other], min(3, len(logs[other])))
        logs[number] += shared[:2]
        logs[number] += [one._replace(data={"x": number}) for one in shared[2:]]
    return [twist.sample(one, len(one)) for one in logs]


def merged(folder, *parts):
    """Merge the parts one after the other, and give all there is to know."""
    folder.mkdir()
    records = open_records(folder, Clock()).records
    for part in parts:
        records.merge(part)
    assert records.check() == []
    db = sqlite3.connect(records.path)
    found = (
        projections.rows(db),
        [log.line(event) for event in records.events()],
        records.conflicts(),
    )
    events = [*records.events()]
    db.close()
    records.close()
    return found, events


@given(logs=three_logs())
@settings(max_examples=8, deadline=None)
def test_the_laws_of_merging_hold_for_runs_and_checks(logs):
    one, two, three = logs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain_way, _ = merged(folder / "a", one, two, three)
        assert merged(folder / "b", three, one, two)[0] == plain_way  # commutative
        _, inner = merged(folder / "c", two, three)
        assert merged(folder / "d", one, inner)[0] == plain_way  # associative
        assert merged(folder / "e", one, two, three, two, one)[0] == plain_way
        half = len(two) // 2  # a cut, and sent again whole
        assert merged(folder / "f", two[:half], three, one, two)[0] == plain_way
        everything = {(e.id, digest(e)) for part in logs for e in part}
        assert len(plain_way[1]) == len(everything)


def spoil(path, chance):
    """Damage a file as disks and power do: cut it, zero or scribble over stretches."""
    content = bytearray(path.read_bytes())
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    for _ in range(chance.randint(1, 6)):
        if not content:
            break
        at, long = chance.randrange(len(content)), chance.choice((1, 60, 512, 4096))
        with_what = bytes(long) if chance.random() < 0.5 else chance.randbytes(long)
        content[at : at + long] = with_what
    path.write_bytes(content)


@given(chance=st.randoms(use_true_random=False), before=st.integers(1, 40))
@settings(max_examples=10, deadline=None)
def test_whatever_happens_to_the_file_the_copy_is_there_and_nothing_is_made_up(
    chance, before
):
    with tempfile.TemporaryDirectory() as name:
        folder, run = Path(name), new_id()
        records = open_records(folder, Clock()).records
        records.tell(run, START)
        for _ in range(before):
            records.tell(run, HAND)
        backups.take(folder, Clock().now())
        safe = {log.line(event) for event in records.events()}
        for _ in range(chance.randint(0, 40)):
            records.tell(run, HAND)
        told = {log.line(event) for event in records.events()}
        records.close()
        spoil(folder / "records.db", chance)
        spoilt = (folder / "records.db").read_bytes()
        try:
            opened = open_records(folder, Clock())
        except DatabaseNewer:  # the damage hit the version: nothing was touched
            assert (folder / "records.db").read_bytes() == spoilt
            return
        if opened.records.check():  # told in the background, soon after the start
            assert opened.mishap is None
        else:
            found = {log.line(event) for event in opened.records.events()}
            assert (safe if opened.mishap else told) <= found <= told
        opened.records.close()


def test_a_restored_copy_and_the_lost_rest_make_the_whole_again(records, data, clock):
    run = new_id()
    records.tell(run, START)
    backups.take(data, clock.now())
    for number in range(5):
        records.tell(run, CountsChanged("vote", "vote", f"o{number % 2}", 1))
    whole = [log.line(event) for event in records.events()]
    rest = [*records.events()]
    records.close()
    backups.restore(data, backups.snapshots(data)[0], clock.now())
    again = open_records(data, clock).records
    assert len([*again.events()]) == 1
    again.merge(random.Random(3).sample(rest, len(rest)))
    assert [log.line(event) for event in again.events()] == whole
    again.close()
    shutil.rmtree(backups.folder_of(data))
