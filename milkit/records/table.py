"""A projection: tables that screens read, made from events and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

    from milkit.records.event import Event

Cell = str | int | None
Place = tuple[str, tuple[Cell, ...]]  # table, primary key
Rows = dict[Place, tuple[Cell, ...]]


class Table(NamedTuple):
    """A table: its columns with their types, the first *keys* of them the key."""

    name: str
    columns: tuple[str, ...]
    keys: int

    def make(self) -> str:
        """Give the SQL that makes the table."""
        names = [column.split()[0] for column in self.columns]
        key = f"PRIMARY KEY ({', '.join(names[: self.keys])})"
        return (
            f"CREATE TABLE {self.name} ({', '.join((*self.columns, key))}) "
            "STRICT, WITHOUT ROWID"
        )

    def put(self) -> str:
        """Give the SQL that writes one row over an older one."""
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT OR REPLACE INTO {self.name} VALUES ({marks})"  # noqa: S608 - our own names

    def drop(self) -> str:
        """Give the SQL that takes one row away."""
        names = [column.split()[0] for column in self.columns[: self.keys]]
        wanted = " AND ".join(f"{name} = ?" for name in names)
        return f"DELETE FROM {self.name} WHERE {wanted}"  # noqa: S608 - our own names


class Part(NamedTuple):
    """
    Some of a state's rows.

    They are made anew only when one of the fields that it *uses* is another object
    than before; with none named, each time.
    """

    rows: Callable[[Any], Rows]
    uses: tuple[str, ...] = ()

    def same(self, old: Any, new: Any) -> bool:
        """Tell whether the rows of two states must be equal."""
        return bool(self.uses) and all(
            getattr(old, name) is getattr(new, name) for name in self.uses
        )


class Projection(NamedTuple):
    """
    How the events about one thing become a state, and a state becomes rows.

    *apply* must give for the last event what *fold* gives for all of them, except
    for the kinds in *refold*. *fold* gives None when the events make nothing.
    """

    tables: tuple[Table, ...]
    kinds: frozenset[str]
    fold: Callable[[Iterable[Event]], Any]
    apply: Callable[[Any, Event], Any]
    parts: tuple[Part, ...]
    refold: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name of its first table."""
        return self.tables[0].name

    def rows(self, state: Any) -> Rows:
        """Give all rows of a state, none of None."""
        made: Rows = {}
        if state is not None:
            for part in self.parts:
                made |= part.rows(state)
        return made


def write(
    db: sqlite3.Connection, tables: Mapping[str, Table], old: Rows, new: Rows
) -> None:
    """Write what differs between the *old* rows and the *new* ones."""
    for place in old.keys() - new.keys():
        db.execute(tables[place[0]].drop(), place[1])
    for place, row in new.items():
        if old.get(place) != row:
            db.execute(tables[place[0]].put(), row)
