"""Statements hold codes and counts, never words, and tell the same events again."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from milkit.records import check_fold, check_happenings, run_fold
from milkit.records import happenings as h
from milkit.records.event import Event, canonical, new_id
from milkit.records.sample import sample
from milkit.sync import shared
from milkit.sync.statement import (
    HOME,
    Where,
    event_of,
    read,
    statement,
    statements,
)
from milkit.sync.statement import canonical as line_of
from tests.records.strategies import start, story
from tests.sync.fixtures import make_outline

KP = Where("KH", "KP")
RUN, INSTALL = new_id(), new_id()


def event(what, n=1, **changes):
    kind, data = h.kind_of(what), h.plain(what)
    made = Event(new_id(), INSTALL, n, "2026-11-12T10:05:09.123+07:00", kind, RUN, data)
    return made._replace(**changes)


def test_a_statement_has_what_xapi_requires():
    hand = event(h.CountsChanged("first-vote", "real", "false", 1), n=9)
    told = statement(hand, KP, "lessons/L14")
    assert told == {
        "id": hand.id,
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": HOME, "name": INSTALL},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {
            "objectType": "Activity",
            "id": "https://milkit.example/xapi/lessons/L14",
        },
        "result": {
            "extensions": {
                "https://milkit.example/xapi/x/counts_changed": {
                    "activity": "first-vote",
                    "question": "real",
                    "option": "false",
                    "by": 1,
                    "again": "",
                }
            }
        },
        "context": {
            "registration": RUN,
            "platform": "MIL Kit",
            "contextActivities": {
                "category": [{"id": "https://milkit.example/xapi/profile/1"}]
            },
            "extensions": {
                "https://milkit.example/xapi/x/n": 9,
                "https://milkit.example/xapi/x/country": "KH",
                "https://milkit.example/xapi/x/district": "KP",
            },
        },
        "timestamp": "2026-11-12T12:00:00+07:00",
        "version": "1.0.3",
    }


def test_the_end_says_whether_the_lesson_was_completed():
    assert statement(event(h.Ended("vote", 300, True)), KP)["result"]["completion"]


def test_nothing_in_words_leaves():
    events = [
        event(what)
        for what in (
            h.Started(
                "L14", "km", "core", "1", "Title Secret", "images", new_id(),
                "Class Secret", 40, 40, (h.PlannedStep("vote", "Step Secret", 5),),
            ),
            h.LineWritten("Line Secret"),
            h.CountsSet("first vote of Secret Dara", "real", {"Secret a": 3}),
        )
    ]  # fmt: skip
    events.append(
        Event(
            new_id(), INSTALL, 4, "2026-11-12T10:05:09+07:00", "class_saved", new_id(),
            {"name": "Secret 8", "students": 40, "ages": [13, 14]},
        )
    )  # fmt: skip
    told = list(statements(events, KP))
    assert len(told) == 3
    text = json.dumps(told)
    assert "Secret" not in text
    assert "10:05" not in text
    assert '"x' in text  # what was typed adds up under a code


def test_every_kind_of_event_is_shared_or_withheld_on_purpose():
    withheld = {
        "activity_shown", "item_reached", "reveal_changed", "item_placed",
        "places_cleared", "run_paused", "run_went_on", "screen_changed",
        "line_written", "booster_planned",
    }  # fmt: skip
    every = h.KINDS | check_happenings.KINDS
    assert not withheld & set(shared.KINDS)
    assert set(every) - withheld <= set(shared.KINDS)
    for kind, what in every.items():
        if shared.shares(kind):
            assert set(shared.KINDS[kind].fields) <= set(what._fields)


def _coded(state):
    counts = {
        key: {shared.code(option): hands for option, hands in options.items()}
        for key, options in state.counts.items()
    }
    steps = tuple(replace(step, title="") for step in state.steps)
    again = {name: shared.code(first) for name, first in state.again.items()}
    return replace(
        state, title="", class_name="", steps=steps, counts=counts, again=again
    )


@given(first=start, told=story)
def test_the_hub_adds_up_what_the_laptop_adds_up(first, told):
    events = [event(first)]
    for n, what in enumerate(told, start=2):
        if isinstance(what, int):
            events.append(event(h.Undone(events[-min(what, len(events))].id), n))
        elif shared.shares(h.kind_of(what)):
            events.append(event(what, n))
    there = [event_of(read(line_of(one))) for one in statements(events, KP)]
    assert [e.id for e in there] == [e.id for e in events]
    mine, theirs = run_fold.fold(events), run_fold.fold(there)
    if mine is None:
        assert theirs is None
        return
    at = {"started": "", "ended": ""}
    assert replace(_coded(mine), **at) == replace(_coded(theirs), **at)


def test_a_check_adds_up_there_as_here():
    given = check_happenings.Given(
        "I1", "Judge the news", "en", new_id(), "Secret 8", 40, "before", "paper",
        "AB", False, ("a1", "a2"), ("a1",),
    )  # fmt: skip
    what = (
        given,
        check_happenings.Keyed("01", "a1", "1"),
        check_happenings.Keyed("02", "a1", "2"),
        check_happenings.Absent("03", True),
        check_happenings.Settled("01", "a1", "3"),
        check_happenings.HandsCounted("a1", "1", 1),
        check_happenings.TotalsTyped("a2", {"1": 30, "2": 9}),
    )
    events = [
        event(h.StudentsCounted(1), n)._replace(
            kind=check_happenings.kind_of(one), data=check_happenings.plain(one)
        )
        for n, one in enumerate(what, start=1)
    ]
    told = list(statements(events, KP._replace(research=True)))
    assert {one["object"]["id"] for one in told} == {
        "https://milkit.example/xapi/checks/I1"
    }
    assert "Secret" not in json.dumps(told)
    mine, theirs = check_fold.fold(events), check_fold.fold(map(event_of, told))
    nameless = given._replace(title="", class_name="")
    assert replace(mine, given=nameless, at="") == replace(theirs, at="")


def test_made_up_runs_go_and_say_so():
    told = list(statements(sample([make_outline()], 5, 1), KP))
    begun = [event_of(one) for one in told if "initialized" in one["verb"]["id"]]
    assert len(begun) == 5
    assert all(one.data["sample"] for one in begun)
    assert all("lessons/L14" in one["object"]["id"] for one in told[4:])


def _told(**changes):
    told = statement(event(h.StudentsCounted(41)), KP)
    told.update(changes)
    return told


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "not-a-uuid"},
        {"actor": {"objectType": "Agent", "mbox": "mailto:dara@school.example"}},
        {"timestamp": "2026-11-12T10:05:09+07:00"},
        {"timestamp": "2026-99-99T12:00:00Z"},
        {"version": "2.0"},
        {"result": {"extensions": {}}},
        {"result": {"response": "Dara said no", "extensions": {}}},
        {"context": {}},
        {"attachments": []},
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}},
        {"object": {"id": "https://milkit.example/xapi/lessons/two words"}},
        {"object": 7},
    ],
)
def test_a_statement_that_we_could_not_have_written_is_refused(broken):
    assert event_of(_told()).data == {"present": 41}
    with pytest.raises(ValueError, match=r"."):
        event_of(_told(**broken))


@pytest.mark.parametrize(
    "data",
    [
        {"present": float("nan")},
        {"present": 1 << 60},
        {"present": [[[[[[1]]]]]]},
        {"present": list(range(500))},
        {"present": object()},
    ],
)
def test_what_is_no_number_for_a_statement_is_refused(data):
    made = event(h.StudentsCounted(1))._replace(data=data)
    with pytest.raises((ValueError, TypeError)):
        statement(made, KP)


@pytest.mark.parametrize("country", ["kh", "KHM", "", 7, None])
def test_a_country_has_two_letters(country):
    told = _told()
    told["context"]["extensions"]["https://milkit.example/xapi/x/country"] = country
    with pytest.raises(ValueError, match=r"."):
        event_of(told)


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"{", b'{"a": NaN}', b"[" * 9000, b" " * 20000, b"\xff"]
)
def test_a_line_that_is_no_object_is_refused(line):
    with pytest.raises(ValueError, match=r"."):
        read(line)


def test_an_event_of_a_later_program_passes_as_codes():
    made = event(h.StudentsCounted(1))._replace(
        kind="seats_moved", data={"rows": 4, "kind": "circle"}
    )
    told = statement(made, KP)
    assert event_of(told).data == {"rows": 4, "kind": "circle"}
    assert canonical(event_of(told))
    told["result"]["extensions"]["https://milkit.example/xapi/x/seats_moved"]["a"] = (
        "free words here"
    )
    with pytest.raises(ValueError, match=r"."):
        event_of(told)
