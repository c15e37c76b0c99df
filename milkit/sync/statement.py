"""
Events of the records as xAPI 1.0.3 statements, and statements as events again.

One event, one statement, in this shape (ADL xAPI-Data.md, part 2):

    id          the event's UUID
    actor       {"objectType": "Agent", "account": {"homePage": HOME, "name": install}}
    verb        {"id": IRI}; `shared.KINDS` has one for each kind
    object      {"objectType": "Activity", "id": BASE/lessons/L14, BASE/checks/I1, the
                class, or BASE/about/<UUID> when the lesson is not known}
    result      {"extensions": {BASE/x/<kind>: what `shared.part` lets go}}; the end of
                a run has completion too
    context     {"registration": the id of what the event is about (run, class, …),
                "platform": "MIL Kit", "contextActivities": {"category": [the profile]},
                "extensions": {BASE/x/n: the sequence number, BASE/x/country: "KH",
                BASE/x/district: code, BASE/x/research: true; these two when told}}
    timestamp   noon of the local day, with its zone: the day goes, not the hour
    version     "1.0.3"

Never in it: names, titles, notes, places below a district, or any text in words
(`shared.code`). *n* is the order of events: (n, install, id), as in the log.
"""

from __future__ import annotations

import contextlib
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.event import Event, check, data_text
from milkit.sync import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BASE = "https://milkit.example/xapi"
HOME = "https://milkit.example/install"
VERSION = "1.0.3"
_X = f"{BASE}/x/"
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_DISTRICT = re.compile(r"[A-Z0-9-]{1,12}\Z")
_TIME = re.compile(r"(.{10})T[\d:]{8}(?:\.\d{1,6})?(Z|[+-]\d\d:\d\d)\Z")
_TOPIC = re.compile(rf"{re.escape(BASE)}/((?:lessons|checks)/(.+))")
_BEGINNINGS = {"run_started": ("lessons", "lesson"), "check_given": ("checks", "check")}
LONGEST = 16 * 1024  # bytes of one statement
UNKNOWN = "ZZ"  # ISO 3166-1 leaves it to users


class Where(NamedTuple):
    """
    A country (ISO 3166-1, two letters, ZZ = not told), and a district's code.

    *research*: the teacher lets researchers use the counts.
    """

    country: str = UNKNOWN
    district: str = ""
    research: bool = False


def statements(events: Iterable[Event], where: Where) -> Iterator[dict[str, Any]]:
    """
    Give the statements of those *events* that may leave the laptop, in their order.

    One that holds too much for a statement is passed over.
    """
    known: dict[str, str] = {}
    for event in events:
        if event.kind in _BEGINNINGS and event.about not in known:
            known[event.about] = topic(event)
        if shared.shares(event.kind):
            with contextlib.suppress(ValueError):
                yield statement(event, where, known.get(event.about, ""))


def topic(event: Event) -> str:
    """Name the lesson or the check that an event begins: lessons/L14; "" = neither."""
    found = _BEGINNINGS.get(event.kind)
    if found is None:
        return ""
    folder, name = found
    return f"{folder}/{shared.code(str(event.data.get(name, '')))}"


def statement(event: Event, where: Where, of: str = "") -> dict[str, Any]:
    """
    Give the statement of an event; ValueError when it holds too much to be sent.

    *of* is the `topic` of what it belongs to.
    """
    data = shared.part(event.kind, event.data)
    result: dict[str, Any] = {"extensions": {_X + event.kind: data}}
    if event.kind == "run_ended":
        result["completion"] = bool(data.get("finished"))
    more: dict[str, Any] = {_X + "n": event.n, _X + "country": where.country}
    if where.district:
        more[_X + "district"] = where.district
    if where.research:
        more[_X + "research"] = True
    return {
        "id": event.id,
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": HOME, "name": event.install},
        },
        "verb": {"id": shared.verb_of(event.kind)},
        "object": {"objectType": "Activity", "id": _object(event, of)},
        "result": result,
        "context": {
            "registration": event.about,
            "platform": "MIL Kit",
            "contextActivities": {"category": [{"id": f"{BASE}/profile/1"}]},
            "extensions": more,
        },
        "timestamp": _day(event.at),
        "version": VERSION,
    }


def event_of(told: Mapping[str, Any]) -> Event:
    """
    Give the event that a statement tells, with "" for all that was withheld.

    ValueError says what is wrong: only what `statement` could have written passes, so
    nothing else gets into a hub, whatever a sender wrote.
    """
    try:
        ((name, data),) = told["result"]["extensions"].items()
        context = told["context"]
        event = Event(
            id=told["id"],
            install=told["actor"]["account"]["name"],
            n=context["extensions"][_X + "n"],
            at=told["timestamp"],
            kind=name.removeprefix(_X),
            about=context["registration"],
            data=data,
        )
        check(event)
        same = statement(event, where(told), _topic(told["object"]["id"]))
    except (KeyError, TypeError, AttributeError) as e:
        raise ValueError("not a statement of MIL Kit") from e
    if same != told:
        raise ValueError("a statement with something else in it")
    return event._replace(data=shared.whole(event.kind, event.data))


def where(told: Mapping[str, Any]) -> Where:
    """Give the country and the district of a statement; ValueError for bad ones."""
    more = told["context"]["extensions"]
    research = more.get(_X + "research") is True
    place = Where(more[_X + "country"], more.get(_X + "district", ""), research)
    if not _COUNTRY.match(place.country):
        raise ValueError("not a country")
    if place.district and not _DISTRICT.match(place.district):
        raise ValueError("not a district's code")
    return place


def canonical(told: Mapping[str, Any]) -> bytes:
    """
    Write a statement in the one way that its SHA-256 is taken of: JSON, keys sorted.

    Of two contents under one id the one with the smaller SHA-256 of these bytes
    stands. They are also the line in a results file.
    """
    return data_text(told).encode()


def read(line: bytes) -> dict[str, Any]:
    """Read one line of a results file; ValueError when it is no JSON object."""
    if len(line) > LONGEST:
        raise ValueError("too long")
    try:
        found = json.loads(line, parse_constant=_refuse)
    except RecursionError as e:
        raise ValueError("nested too deeply") from e
    if not isinstance(found, dict):
        raise ValueError("not a statement")  # noqa: TRY004 - garbage like any other
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _object(event: Event, of: str) -> str:
    if event.kind.startswith("class_"):
        return f"{BASE}/classes/{event.about}"
    of = topic(event) or of
    return f"{BASE}/{of or f'about/{event.about}'}"


def _topic(iri: str) -> str:
    """Read a topic out of an object's IRI; "" for one that has none."""
    found = _TOPIC.fullmatch(iri)
    return found[1] if found and shared.code(found[2]) == found[2] else ""


def _day(at: str) -> str:
    found = _TIME.match(at)
    if found is None:
        raise ValueError("not a time")
    noon = f"{found[1]}T12:00:00{found[2]}"
    datetime.fromisoformat(noon)
    return noon
