"""Real lessons in a real library, real records, a wound clock, and every look."""

import datetime as dt
import itertools

import pytest

from milkit.library.open import open_library
from milkit.records import happenings as h
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.widgets.drawing import draw_svg
from tests import bundled, wardrobe
from tests.records.fixtures import ZONE, clock, data, records

__all__ = ["clock", "data", "records"]


@pytest.fixture(scope="session")
def built(tmp_path_factory, qapp):
    """The bundled lessons as a pack, built once."""
    return bundled.folder(tmp_path_factory)


@pytest.fixture
def library(built, data):
    with open_library(bundled.furnish(data, built), draw_svg) as opened:
        yield opened


@pytest.fixture
def dressed(qapp):
    """Give a maker of looks that also dresses the application."""

    def make(theme="light", lang="en", size=100):
        return wardrobe.wear(qapp, wardrobe.look(theme, lang, size))

    return make


@pytest.fixture
def look(dressed):
    return dressed()


@pytest.fixture
def group(records):
    """A class of 47 with periods of 45 minutes."""
    made = SchoolClass(new_id(), "9 Anggrek", 47, (13, 14), "", 45)
    records.save_class(made)
    return made


@pytest.fixture
def teach(library, records, clock):
    """Give a maker of runs: a lesson taught whole on a day of 2026."""

    def make(group, lesson, month=9, day=2, minutes=40, *, finished=True):
        row, steps = library.row(lesson, "en"), library.steps(lesson, "en")
        core = [step for step in steps if not step.optional]
        before = clock.time
        clock.time = dt.datetime(2026, month, day, 10, 5, tzinfo=ZONE)
        run = new_id()
        planned = tuple(h.PlannedStep(s.id, s.title, s.minutes) for s in core)
        records.tell(
            run,
            h.Started(
                lesson, "en", row.pack, row.version, row.title, row.topic,
                group.id, group.name, group.students, group.minutes, planned,
            ),
        )  # fmt: skip
        each = minutes * 60 // len(core)
        for step, then in itertools.pairwise(core):
            records.tell(run, h.StepFinished(step.id, each, then.id))
        records.tell(run, h.Ended(core[-1].id, each, finished))
        clock.time = before
        return run

    return make
