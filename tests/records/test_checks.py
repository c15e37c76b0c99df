"""Checks: what is keyed is kept, undone, settled, and merges in any order."""

import datetime as dt
import itertools
import random
import sqlite3
import tempfile
import uuid
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.ground.clock import Clock
from milkit.records import check_happenings as h
from milkit.records import checks, projections, research
from milkit.records.check_rows import CHECKS
from milkit.records.check_sample import CheckOutline, made_up
from milkit.records.check_state import AWAY, BEGUN, DIFFERS, DONE, TO_DO, form_of
from milkit.records.classes import SchoolClass
from milkit.records.event import Event, new_id
from milkit.records.opening import open_records

ITEMS = ("i1", "i2", "i9", "i10")
GIVEN = h.Given(
    check="I1",
    title="News Judgement Check",
    lang="en",
    class_id="",
    class_name="8 Melati",
    students=6,
    phase=checks.BEFORE,
    way=checks.PAPER,
    forms="AB",
    short=True,
    items=ITEMS,
    true_items=("i1", "i2"),
)
ABOUT = [f"5a5f0a3e-6b43-4d6e-9d0c-2f0f7f1f000{n}" for n in range(3)]
answer = st.sampled_from(("real", "false", "unsure", ""))
code = st.sampled_from(("1", "2", "6", "07", "guest"))
item = st.sampled_from((*ITEMS, "i99"))
happening = st.one_of(
    st.builds(h.Keyed, code=code, item=item, answer=answer, again=st.booleans()),
    st.builds(h.Absent, code=code, absent=st.booleans()),
    st.builds(h.Settled, code=code, item=item, answer=answer),
    st.builds(h.HandsCounted, item=item, answer=answer, by=st.sampled_from((1, -1))),
    st.builds(
        h.TotalsTyped,
        item=item,
        counts=st.dictionaries(answer, st.integers(-2, 60), max_size=3),
    ),
    st.builds(h.PutAway, away=st.booleans()),
    st.just(GIVEN),
)
story = st.lists(st.one_of(happening, st.integers(1, 6)), max_size=30)


def key(records, about, code, answers, *, again=False):
    for item, answer in zip(ITEMS, answers, strict=False):
        checks.tell(records, about, h.Keyed(code, item, answer, again))


def tables(path):
    db = sqlite3.connect(path)
    rows = projections.rows(db)
    db.close()
    return rows


def test_a_keyed_sheet_is_there_after_opening_again(records):
    about = checks.give(records, GIVEN)
    key(records, about, "1", ("real", "false", "unsure", ""))
    key(records, about, "2", ("real",))
    other = records.again()
    state = checks.read(other, about)
    assert state.sheet("1").final() == {
        "i1": "real",
        "i2": "false",
        "i9": "unsure",
        "i10": "",
    }
    assert [state.how(code) for code in state.codes[:3]] == [DONE, BEGUN, TO_DO]
    assert state.next_to_do("1") == "2"
    (row,) = checks.given(other)
    assert (row.done, row.items, row.true_items) == (1, ITEMS, ("i1", "i2"))
    other.close()


def test_an_undone_key_no_longer_counts(records):
    about = checks.give(records, GIVEN)
    checks.tell(records, about, h.Keyed("1", "i1", "real"))
    wrong = checks.tell(records, about, h.Keyed("1", "i1", "false"))
    checks.undo(records, about, wrong.id)
    assert checks.read(records, about).sheet("1").final() == {"i1": "real"}
    assert records.check() == []


def test_what_differs_is_settled_against_the_paper(records):
    about = checks.give(records, GIVEN)
    key(records, about, "5", ("real", "real", "real", "real"))
    key(records, about, "5", ("real", "false", "real", "unsure"), again=True)
    state = checks.read(records, about)
    assert state.how("5") == DIFFERS
    assert state.sheet("5").differing() == ("i2", "i10")
    checks.tell(records, about, h.Settled("5", "i2", "false"))
    checks.tell(records, about, h.Settled("5", "i10", "real"))
    state = checks.read(records, about)
    assert state.how("5") == DONE
    assert state.sheet("5").final()["i2"] == "false"
    assert state.sheet("5").final()["i10"] == "real"


def test_an_absent_student_has_no_answers(records):
    about = checks.give(records, GIVEN)
    key(records, about, "3", ("real", "real"))
    checks.tell(records, about, h.Absent("3", absent=True))
    assert checks.read(records, about).how("3") == AWAY
    assert checks.answers(records, "", "I1") == []
    checks.tell(records, about, h.Absent("3", absent=False))
    assert len(checks.answers(records, "", "I1")) == 2


def test_forms_change_places_between_before_and_after():
    before = [form_of("AB", str(number)) for number in range(1, 7)]
    after = [form_of("BA", str(number)) for number in range(1, 7)]
    assert before == ["A", "B"] * 3
    assert after == ["B", "A"] * 3
    assert form_of("A", "2") == "A"


def test_answers_come_from_the_newest_check_of_each_phase(records):
    old = checks.give(records, GIVEN)
    key(records, old, "1", ("false", "false"))
    for phase, said in ((checks.BEFORE, "unsure"), (checks.AFTER, "real")):
        about = checks.give(records, GIVEN._replace(phase=phase))
        key(records, about, "1", (said,))
    found = checks.answers(records, "", "I1")
    assert [(a.phase, a.code, a.item, a.answer, a.true) for a in found] == [
        ("after", "1", "i1", "real", True),
        ("before", "1", "i1", "unsure", True),
    ]


def test_hands_and_totals(records):
    about = checks.give(records, GIVEN._replace(way=checks.BY_HANDS))
    for _ in range(3):
        checks.tell(records, about, h.HandsCounted("i1", "real", 1))
    checks.tell(records, about, h.HandsCounted("i1", "real", -1))
    checks.tell(records, about, h.TotalsTyped("i2", {"real": 4, "false": 30}))
    assert checks.totals(records, about) == {
        "i1": {"real": 2},
        "i2": {"real": 4, "false": 30},
    }


def test_a_check_that_was_put_away_is_not_listed_and_comes_back(records):
    about = checks.give(records, GIVEN)
    checks.tell(records, about, h.PutAway(away=True))
    assert checks.given(records) == []
    checks.tell(records, about, h.PutAway(away=False))
    assert [one.id for one in checks.given(records)] == [about]


@given(told=story)
@settings(max_examples=25, deadline=None)
def test_tables_made_live_equal_tables_made_anew(told):
    with tempfile.TemporaryDirectory() as folder:
        records = open_records(Path(folder), Clock()).records
        events = [checks.tell(records, ABOUT[0], GIVEN)]
        for one in told:
            back = events[-min(one, len(events))].id if isinstance(one, int) else ""
            what = h.Undone(back) if back else one
            events.append(checks.tell(records, ABOUT[0], what))
        live = tables(records.path)
        assert records.check() == []
        records.rebuild()
        assert tables(records.path) == live
        records.close()


@given(
    stories=st.lists(st.tuples(st.integers(0, 2), story), min_size=1, max_size=3),
    twist=st.randoms(use_true_random=False),
)
@settings(max_examples=15, deadline=None)
def test_two_computers_key_one_check_and_merge_the_same(stories, twist):
    events = []
    for number, (about, told) in enumerate(stories):
        for place, one in enumerate([GIVEN, *told], 1):
            back = events[-1].id if events else new_id()
            what = h.Undone(back) if isinstance(one, int) else one
            events.append(
                Event(
                    new_id(),
                    ABOUT[number],
                    place,
                    "2026-11-12T10:05:00.000+07:00",
                    h.kind_of(what),
                    ABOUT[about],
                    h.plain(what),
                )
            )
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in ("one", "two"):
            records = open_records(Path(folder) / turn, Clock()).records
            shuffled = twist.sample(events, len(events))
            half = twist.randint(0, len(events))
            records.merge(shuffled[:half])
            records.merge(shuffled[half:])
            records.merge(twist.sample(events, half))
            assert records.check() == []
            results.append(tables(records.path))
            records.close()
    assert results[0] == results[1]


def test_the_tables_know_every_kind_of_event_about_checks():
    assert CHECKS.kinds == frozenset(h.KINDS)


def test_nobody_has_agreed_before_it_is_said(records):
    group = new_id()
    state = research.read(records, group)
    assert state is None
    research.ask(records, group, "A study of classes", "2026-11-12")
    research.agree(records, group, "3", own=True, guardian=False, on="2026-11-13")
    state = research.read(records, group)
    assert state.agreed(14) == ()
    assert state.agreed(18) == ("3",)
    research.agree(records, group, "3", own=True, guardian=True, on="2026-11-14")
    assert research.read(records, group).agreed(14) == ("3",)


def test_consent_can_be_taken_back_and_does_not_go_over_to_another_purpose(records):
    group = new_id()
    research.ask(records, group, "A study of classes", "2026-11-12")
    for one in ("3", "4"):
        research.agree(records, group, one, own=True, guardian=True, on="2026-11-13")
    research.withdraw(records, group, "3", "2026-11-20")
    assert research.read(records, group).agreed(14) == ("4",)
    research.ask(records, group, "Another study", "2026-11-21")
    assert research.read(records, group).agreed(14) == ()
    research.agree(records, group, "4", own=True, guardian=True, on="2026-11-22")
    research.end(records, group, "2026-11-23")
    state = research.read(records, group)
    assert (state.purpose, state.agreed(14)) == ("", ())
    assert records.check() == []


def test_a_made_up_check_is_the_same_for_a_seed(records):
    told = CheckOutline("I1", "Check", "en", ITEMS, ITEMS[:2], ITEMS)
    groups = [SchoolClass(new_id(), f"Sample {n}", 20, (12, 13)) for n in range(4)]

    def events():
        chance = random.Random(3)

        def fresh():
            return str(uuid.UUID(int=chance.getrandbits(128), version=4))

        def make(kind, about, data, now):
            number = next(count)
            return Event(fresh(), ABOUT[0], number, now.isoformat(), kind, about, data)

        count = itertools.count(1)
        first = dt.datetime(2026, 1, 12, 7, tzinfo=dt.UTC)
        return list(made_up(chance, make, fresh, groups, told, first))

    assert events() == events()
    records.merge(events())
    assert records.check() == []
    listed = checks.given(records)
    assert {one.phase for one in listed} == {"before", "after"}
    assert all(one.sample for one in listed)
    found = checks.answers(records, groups[0].id, "I1")
    assert {a.phase for a in found} == {"before", "after"}
