"""The publishers known on this computer, and which of their packs are installed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import FolderReadOnly
from milkit.ground.files import write_whole
from milkit.packs.listed import File, plain_file, read_file
from milkit.trust.key import PublicKey, parse_public

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "packs"
STATE = "installed.json"
_ODD = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


class Installed(NamedTuple):
    """A pack that is here: the version *now*, its title, age, and versions *kept*."""

    id: str
    now: File
    title: Mapping[str, str]
    languages: tuple[str, ...]
    made: str
    kept: tuple[File, ...] = ()

    def titled(self, lang: str) -> str:
        """Give the title in *lang*, else in English, else any, else the id."""
        title = self.title
        return title.get(lang) or title.get("en") or next(iter(title.values()), self.id)


class Publisher(NamedTuple):
    """
    A publisher as it is remembered: *name* is what they call themselves.

    *confirmed* when the six words were compared. *serial* and *digest* are those of
    the newest list seen; *next_key* and *revoked* only grow. *out* when the key was
    revoked.
    """

    key: PublicKey
    name: str
    confirmed: bool = False
    serial: int = 0
    digest: str = ""
    next_key: str = ""
    revoked: tuple[str, ...] = ()
    packs: Mapping[str, Installed] = {}
    out: bool = False


def folder_of(data: Path, key: PublicKey) -> Path:
    """Give the folder of a publisher in the *data* folder."""
    return data / FOLDER / key.name


def read_known(data: Path) -> dict[bytes, Publisher]:
    """Read all publishers by key id; one whose notes are damaged is left out."""
    folder = data / FOLDER
    if not folder.is_dir():
        return {}
    found = (_read(each / STATE) for each in sorted(folder.iterdir()))
    return {each.key.id: each for each in found if each is not None}


def write_known(data: Path, publisher: Publisher) -> None:
    """Remember a publisher: all of it, or what was there."""
    table = publisher._asdict() | {
        "key": publisher.key.text,
        "packs": {id_: _table(each) for id_, each in publisher.packs.items()},
    }
    content = json.dumps(table, ensure_ascii=False, indent=1).encode()
    write_whole(folder_of(data, publisher.key) / STATE, content)


def forget(data: Path, publisher: Publisher) -> None:
    """Take a publisher and all their packs from this computer."""
    folder = folder_of(data, publisher.key)
    try:
        (folder / STATE).unlink(missing_ok=True)  # from here on they are not known
        shutil.rmtree(folder)
    except OSError as e:
        raise FolderReadOnly(folder) from e


def _read(path: Path) -> Publisher | None:
    try:
        table = json.loads(path.read_bytes())
        key = parse_public(table["key"])
        packs = {id_: _installed(id_, each) for id_, each in table["packs"].items()}
        found = Publisher(
            **table | {"key": key, "packs": packs, "revoked": tuple(table["revoked"])}
        )
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return None
    return found if path.parent.name == key.name else None


def _table(pack: Installed) -> dict[str, Any]:
    return pack._asdict() | {
        "now": pack.now._asdict(),
        "kept": [each._asdict() for each in pack.kept],
    }


def _installed(pack: str, table: Any) -> Installed:
    kept = tuple(map(read_file, table["kept"]))
    found = Installed(
        **table
        | {"now": read_file(table["now"]), "kept": kept}
        | {"languages": tuple(table["languages"])}
    )
    if found.id != pack or not all(plain_file(f.file) for f in (found.now, *kept)):
        raise ValueError("odd notes")
    return found
