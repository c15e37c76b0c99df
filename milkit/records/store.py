"""The records as the rest of the program sees them: tell what happened, read it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from milkit.ground.errors import DatabaseDamaged
from milkit.records import classes, log, projections, reading
from milkit.records.connection import connect, transaction
from milkit.records.event import Event, new_id
from milkit.records.run_rows import RUNS
from milkit.records.trouble import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from milkit.ground.clock import Clock
    from milkit.records.classes import SchoolClass
    from milkit.records.happenings import Happening
    from milkit.records.log import Conflict, Merged
    from milkit.records.projections import Projected
    from milkit.records.reading import Booster, Pulse, RunRow
    from milkit.records.run_state import RunState
    from milkit.records.table import Projection

_REMEMBERED = 16  # runs and classes whose state is kept in memory


class Records:
    """
    The event log and the tables made from it, for one thread.

    Every call that writes is on the disk when it returns; when it raises a mishap,
    nothing was changed. `open_records` makes one, `again` another for a thread.
    """

    def __init__(
        self, db: sqlite3.Connection, path: Path, clock: Clock, *, away: bool = False
    ) -> None:
        self.path = path
        self.away = away
        self._db = db
        self._clock = clock
        self.install = reading.meta(db, "install")
        self._highest = log.highest(db)
        self._seen: dict[tuple[str, str], Projected] = {}
        self._version = self._data_version()

    def again(self) -> Records:
        """Open the same records for another thread; call it there, and close it."""
        with told(self.path):
            db = connect(self.path, away=self.away)
            try:
                return Records(db, self.path, self._clock, away=self.away)
            except sqlite3.Error:
                db.close()
                raise

    def close(self) -> None:
        """Let go of the file; what was told is on the disk already."""
        self._db.close()

    def highest(self) -> int:
        """Give the number of the newest event, 0 when nothing was told yet."""
        return self._highest

    # --- telling ---------------------------------------------------------------

    def append(self, kind: str, about: str, data: Mapping[str, Any]) -> Event:
        """Write one event and bring the tables up to date, in one commit."""
        with told(self.path), transaction(self._db):
            self._notice_others()
            event = Event(
                id=new_id(),
                install=self.install,
                n=self._highest + 1,
                at=self._now(),
                kind=kind,
                about=about,
                data=data,
            )
            projection = projections.projection_of(kind)
            old = self._projected(projection, about) if projection else None
            log.put(self._db, event)
            if projection and old:
                new = projections.add(self._db, projection, old, event)
        self._highest = event.n
        if projection:
            self._remember(projection, about, new)
        return event

    def tell(self, run: str, happening: Happening) -> Event:
        """Write what happened in a run."""
        from milkit.records.happenings import kind_of, plain

        return self.append(kind_of(happening), run, plain(happening))

    def merge(self, events: Iterable[Event]) -> Merged:
        """Take in events of another log; any order, any number of times."""
        with told(self.path), transaction(self._db):
            done = log.merge(self._db, events)
            for about in sorted(done.about):
                projections.renew(self._db, about)
        self._forget()
        return done

    def pulse(
        self, run: str, step: str, seconds: int, lost: int, *, wait: bool = True
    ) -> None:
        """
        Note how far the step's time is, once a second.

        The one row that is written over: it is worth nothing when the step is left.
        Without *wait* the system has it, which is enough when the program is killed,
        and the disk gets it a little later: an old disk needs its time each second.
        """
        row = (run, step, seconds, lost, self._now())
        hurry = not wait and not self.away
        with told(self.path):
            if hurry:
                self._db.execute("PRAGMA synchronous = NORMAL")
            try:
                self._db.execute(
                    "INSERT OR REPLACE INTO pulse VALUES (?, ?, ?, ?, ?)", row
                )
            finally:
                if hurry:
                    self._db.execute("PRAGMA synchronous = FULL")

    def rebuild(self) -> None:
        """Make all tables anew from the log."""
        with told(self.path), transaction(self._db):
            projections.rebuild(self._db)
        self._forget()

    # --- classes ---------------------------------------------------------------

    def save_class(self, school_class: SchoolClass) -> None:
        """Add a class, or write its new form; `new_id()` makes the id of a new one."""
        self.append(classes.SAVED, school_class.id, classes.plain(school_class))

    def put_class_away(self, class_id: str, *, away: bool = True) -> None:
        """Take a class out of the list, or put it back; its runs stay."""
        self.append(classes.PUT_AWAY, class_id, {"away": away})

    def classes(self, *, put_away: bool = False) -> list[SchoolClass]:
        """Give the classes by name; those that were *put_away* only when asked for."""
        with told(self.path):
            return reading.classes(self._db, put_away=put_away)

    def school_class(self, class_id: str) -> SchoolClass | None:
        """Give one class, also one that was put away."""
        found: SchoolClass | None = self.state(classes.CLASSES, class_id)
        return found

    # --- runs ------------------------------------------------------------------

    def run(self, run: str) -> RunState | None:
        """Give a run with everything that happened in it."""
        found: RunState | None = self.state(RUNS, run)
        return found

    def runs(self, class_id: str | None = None, lesson: str = "") -> list[RunRow]:
        """Give the runs, newest first; of one class, of one lesson, or of all."""
        with told(self.path):
            return reading.runs(self._db, class_id, lesson)

    def open_run(self) -> RunRow | None:
        """Give the newest run that was neither finished nor given up."""
        with told(self.path):
            return reading.open_run(self._db)

    def last_pulse(self, run: str) -> Pulse | None:
        """Give the last note of the run's time."""
        with told(self.path):
            return reading.pulse(self._db, run)

    def boosters(self) -> list[Booster]:
        """Give the boosters that were planned for a day, by day."""
        with told(self.path):
            return reading.boosters(self._db)

    # --- the log ---------------------------------------------------------------

    def events(self, about: str = "") -> Iterator[Event]:
        """Give the events about one thing, or the whole log with its conflicts."""
        with told(self.path):
            yield from log.about(self._db, about) if about else log.in_order(self._db)

    def conflicts(self) -> list[Conflict]:
        """List the UUIDs that came with several contents; both are kept."""
        with told(self.path):
            return log.conflicts(self._db)

    def last_told(self) -> datetime | None:
        """Give the time of this computer's last event, to doubt its clock with."""
        with told(self.path):
            return reading.last_told(self._db, self.install)

    def check(self) -> list[str]:
        """Look through the file and the tables for damage; [] when all is well."""
        try:
            with told(self.path):
                return reading.faults(self._db)
        except DatabaseDamaged:
            return [f"{self.path.name} cannot be read"]

    def table(self, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Ask the tables for an export or a report: column names and rows."""
        with told(self.path):
            found = self._db.execute(query)
            return [column[0] for column in found.description], found.fetchall()

    # --- inside ----------------------------------------------------------------

    def state(self, projection: Projection, about: str) -> Any:
        """Give what the events about one thing add up to; None when they are none."""
        with told(self.path):
            self._notice_others()
            projected = self._projected(projection, about)
        self._remember(projection, about, projected)
        return projected.state

    def _remember(self, projection: Projection, about: str, now: Projected) -> None:
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        self._seen[projection.name, about] = now

    def _projected(self, projection: Projection, about: str) -> Projected:
        seen = self._seen.get((projection.name, about))
        return seen or projections.fold(self._db, projection, about)

    def _notice_others(self) -> None:
        """Forget what was remembered when another connection has written."""
        version = self._data_version()
        if version != self._version:
            self._forget()
            self._version = version

    def _forget(self) -> None:
        self._seen.clear()
        self._highest = log.highest(self._db)

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")
