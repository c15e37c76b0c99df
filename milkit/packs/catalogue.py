"""The list that a publisher signs: which packs there are, and what they weigh."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.packs.listed import plain, read_listed
from milkit.trust.key import PublicKey, parse_public

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.packs.listed import Listed

FORMAT = 1
LARGEST = 1 << 20  # bytes
NAME = "catalogue.json"
SIGNATURE = "catalogue.json.minisig"
PUBLISHER = "publisher.pub"
_MOST_PACKS = 1000
_MOST_REVOKED = 100
_HIGHEST = 2**31 - 1  # of serials: a thief's jump to the end can be seen by eye
_MOST_NAME = 120  # letters


class Later(ValueError):
    """The list is of a later format."""


class Catalogue(NamedTuple):
    """
    A list: *publisher* is a name nobody has checked, *made* a day (ISO 8601).

    *serial* counts the lists of a key. *next_key* takes over when this key is lost;
    *revoked* keys, in minisign's form, are no longer used. *packs* are by id.
    """

    publisher: str
    key: PublicKey
    serial: int
    made: str
    next_key: PublicKey | None = None
    revoked: tuple[str, ...] = ()
    packs: Mapping[str, Listed] = {}


def dump(catalogue: Catalogue) -> bytes:
    """Write a list as it is signed: the same list gives the same bytes."""
    following = catalogue.next_key
    table = {
        "format": FORMAT,
        "publisher": {"name": catalogue.publisher},
        "key": catalogue.key.text,
        "serial": catalogue.serial,
        "made": catalogue.made,
        "next_key": following.text if following else None,
        "revoked": list(catalogue.revoked),
        "packs": {id_: listed.table for id_, listed in sorted(catalogue.packs.items())},
    }
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def parse(content: bytes, least: int = 1) -> Catalogue:
    """
    Read a list whose signature holds; raises ValueError, or Later among them.

    *least* is the lowest serial that counts.
    """
    try:
        table = strict(content, LARGEST)
        if isinstance(table.get("format"), int) and table["format"] > FORMAT:
            raise Later("a later format")
        return _catalogue(table, least)
    except (LookupError, TypeError, AttributeError, RecursionError) as e:
        raise ValueError(f"not a list: {e!r}"[:200]) from e


def strict(content: bytes, largest: int) -> dict[str, Any]:
    """Read a JSON object without tricks: no key twice, no NaN, no odd bytes."""
    if len(content) > largest:
        raise ValueError("too large")
    table = json.loads(
        content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant
    )
    if not isinstance(table, dict):
        raise TypeError("no object")
    return table


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name twice")
    return table


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _catalogue(table: dict[str, Any], least: int) -> Catalogue:
    if table["format"] != FORMAT or isinstance(table["format"], bool):
        raise ValueError("of an unknown format")
    serial = table["serial"]
    if type(serial) is not int or not least <= serial <= _HIGHEST:
        raise ValueError("an odd serial")
    key, following = parse_public(table["key"]), table["next_key"]
    found = Catalogue(
        plain(table["publisher"]["name"], _MOST_NAME),
        key,
        serial,
        date.fromisoformat(table["made"]).isoformat(),
        None if following is None else parse_public(following),
        _revoked(table["revoked"]),
        _packs(table["packs"]),
    )
    if found.next_key and found.next_key.id == key.id:
        raise ValueError("a key cannot follow itself")
    return found


def _revoked(keys: Any) -> tuple[str, ...]:
    if not isinstance(keys, list) or len(keys) > _MOST_REVOKED:
        raise ValueError("odd revocations")
    return tuple(parse_public(key).text for key in keys)


def _packs(table: Any) -> dict[str, Listed]:
    if not isinstance(table, dict) or len(table) > _MOST_PACKS:
        raise ValueError("odd packs")
    packs = {id_: read_listed(id_, each) for id_, each in table.items()}
    files = [f.file for listed in packs.values() for f in (listed.now, *listed.kept)]
    if len(files) != len(set(files)):
        raise ValueError("a file twice")
    return packs
