"""Checks and lessons of classes that never were, told into real records."""

import datetime as dt
import random

from milkit.records import check_happenings as c
from milkit.records import checks
from milkit.records import happenings as h
from milkit.records.classes import SchoolClass
from milkit.records.event import Event, new_id
from tests.records.fixtures import ZONE

ITEMS = tuple(f"i{n}" for n in range(1, 9))
TRUE = ITEMS[:4]
TEXTS = {item: f"Post number {item[1:]}" for item in ITEMS}


def make_class(records, name="8 Melati", students=38):
    made = SchoolClass(new_id(), name, students, (13, 14), "", 45)
    records.save_class(made)
    return made


def give(records, clock, group, phase, day=(2026, 11, 4), way="paper", forms="AB"):
    before = clock.time
    clock.time = dt.datetime(*day, 9, 0, tzinfo=ZONE)
    given = c.Given(
        "I1", "News Judgement Check", "en", group.id, group.name, group.students,
        phase, way, forms, False, ITEMS, TRUE,
    )  # fmt: skip
    about = checks.give(records, given)
    clock.time = before
    return about


def key(records, about, letters_of):
    """Key sheets: code -> eight letters, R, F, ? (can't tell) or a blank."""
    words = {"R": "real", "F": "false", "?": "unsure", " ": ""}
    told = [
        c.Keyed(code, item, words[letter])
        for code, letters in letters_of.items()
        for item, letter in zip(ITEMS, letters, strict=True)
    ]
    first, keyer = records.highest() + 1, new_id()  # one commit, not one a key
    records.merge(
        Event(
            new_id(), keyer, n, "2026-11-18T10:00:00.000+07:00",
            c.kind_of(one), about, c.plain(one),
        )
        for n, one in enumerate(told, first)
    )  # fmt: skip


def sheets(students, hit, alarm, seed=1):
    """Make up sheets: chances to believe a true item, and a false one."""
    rng = random.Random(seed)
    return {
        str(code): "".join(
            "R" if rng.random() < (hit if item in TRUE else alarm) else "F"
            for item in ITEMS
        )
        for code in range(1, students + 1)
    }


def both(records, clock, group, before, after):
    """Give the check before and after, and key the sheets."""
    key(records, give(records, clock, group, "before"), before)
    key(records, give(records, clock, group, "after", (2026, 11, 18)), after)


def teach(records, clock, group, day, minutes=40, present=None, title="Flood rumour"):
    before = clock.time
    clock.time = dt.datetime(*day, 10, 0, tzinfo=ZONE)
    run = new_id()
    steps = (h.PlannedStep("one", "One", minutes),)
    records.tell(
        run,
        h.Started(
            "L08", "en", "core", "1", title, "rumours", group.id, group.name,
            group.students, 45, steps,
        ),
    )  # fmt: skip
    if present is not None:
        records.tell(run, h.StudentsCounted(present))
    records.tell(run, h.Ended("one", minutes * 60, True))
    clock.time = before
    return run
