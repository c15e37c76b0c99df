"""Open a results file, and take out of each statement what the hub's tables keep."""

from __future__ import annotations

import hashlib
import re
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import ResultsForeign
from milkit.hub.merging import Heard
from milkit.records.event import data_text
from milkit.sync import sealed, statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.records.event import Event

LARGEST = sealed.LARGEST
_MONTH = re.compile(r"(20(2[4-9]|[3-9]\d))-(0[1-9]|1[0-2])")  # no kit is older


class Opened(NamedTuple):
    """What a results file holds: who sealed it, where, and its statements."""

    install: str
    country: str
    place: str
    heard: tuple[Heard, ...]


def opened(content: bytes, name: str, secret: str) -> Opened:
    """
    Open a results file with the hub's *secret* and look at every statement in it.

    Every statement must be one that the program could have written: else the file is
    refused whole, with a mishap. It may tell of another installation than the one that
    sealed it: a laptop that took in the log of an older one passes it on.
    """
    path = Path(name)
    found = sealed.unseal(content, [secret], path)
    try:
        heard = tuple(hear(told) for told in found.statements)
        where = statement.where(found.statements[0])
    except ValueError as e:
        raise ResultsForeign(path) from e
    return Opened(found.install, where.country, where.district, heard)


def hear(told: Mapping[str, Any]) -> Heard:
    """Give the row of a statement; ValueError when it is not one of ours."""
    event = statement.event_of(told)
    return row(event, statement.where(told).country, statement.canonical(told))


def row(event: Event, country: str, body: bytes) -> Heard:
    """Give the row of an event and of its statement's canonical bytes."""
    data = event.data
    starts = event.kind == "run_started"
    return Heard(
        id=uuid.UUID(event.id).bytes,
        sha256=hashlib.sha256(body).digest(),
        country=country,
        month=month_of(event.at),
        install=event.install,
        kind=event.kind,
        about=event.about,
        n=event.n,
        at=event.at,
        lesson=_text(data, "lesson") if starts else None,
        group=_text(data, "class_id") if starts or event.kind == GIVEN else None,
        students=_students(event.kind, data),
        sample=data.get("sample") is True,
        undoes=_undone(event.kind, data),
        data=data_text(data),
        body=body,
    )


GIVEN = "check_given"
_COUNTED = {"run_started": "students", GIVEN: "students", "students_counted": "present"}


def month_of(at: str) -> str:
    """Give the month of a local time, "" when a clock without a battery wrote it."""
    found = _MONTH.match(at)
    return found.group() if found else ""


def _text(data: Mapping[str, Any], field: str) -> str:
    value = data.get(field)
    return value if isinstance(value, str) else ""


def _students(kind: str, data: Mapping[str, Any]) -> int | None:
    value = data.get(_COUNTED.get(kind, ""))
    return value if type(value) is int and 0 <= value < 1 << 31 else None


def _undone(kind: str, data: Mapping[str, Any]) -> bytes | None:
    if kind not in {"undone", "check_undone"}:
        return None
    try:
        return uuid.UUID(_text(data, "event")).bytes
    except ValueError:
        return None
