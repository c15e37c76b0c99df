"""What the teacher agreed to: with which hub, in which way; nothing else sends."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import EnrolmentBroken, FileUnreadable, NoHub, of_writing
from milkit.ground.files import write_whole
from milkit.sync import enrolment
from milkit.sync.keys import write_secret

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from milkit.sync.enrolment import Enrolment
    from milkit.sync.statement import Where

SEND, STICK = "send", "stick"
_FOLDER = "sharing"
_NAME = "agreement.json"
_DECLINED = "declined.json"


class Agreement(NamedTuple):
    """
    One hub, and how its results go: *way* is SEND, or STICK for sticks only.

    *metered*: also over a line that is paid by the megabyte.
    """

    enrolment: Enrolment
    way: str
    research: bool
    metered: bool
    since: str

    @property
    def where(self) -> Where:
        """The place that statements tell, and whether research may use them."""
        return self.enrolment.where._replace(research=self.research)


def folder_of(data: Path) -> Path:
    """Give the folder of sharing in a data folder; it is there once agreed."""
    return data / _FOLDER


def read(data: Path) -> Agreement | None:
    """Give what was agreed; None when nothing was. Raises mishaps on damage."""
    path = folder_of(data) / _NAME
    try:
        found = json.loads(path.read_bytes())
        return _agreement(found, path)
    except FileNotFoundError:
        return None
    except OSError as e:
        raise FileUnreadable(path) from e
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as e:
        raise EnrolmentBroken(path) from e


def held(data: Path) -> Agreement:
    """Give what was agreed; NoHub when nothing was."""
    found = read(data)
    if found is None:
        raise NoHub(folder_of(data))
    return found


def agree(
    data: Path, content: bytes, now: datetime, *, way: str = SEND, research: bool
) -> Agreement:
    """Keep the teacher's yes to the enrolment file with the bytes *content*."""
    asked = enrolment.parse(content)
    since = now.isoformat(timespec="seconds")
    agreement = Agreement(asked, way, research, metered=False, since=since)
    _write(data, agreement, content.decode())
    return agreement


def change(data: Path, *, way: str | None = None, metered: bool | None = None) -> None:
    """Change how results go, to the same hub."""
    agreement = held(data)
    text = json.loads((folder_of(data) / _NAME).read_bytes())["hub"]
    if way is not None:
        agreement = agreement._replace(way=way)
    if metered is not None:
        agreement = agreement._replace(metered=metered)
    _write(data, agreement, text)


def forget(data: Path) -> None:
    """Stop: the hub, its credential and all that was sealed for it go from here."""
    folder = folder_of(data)
    try:
        (folder / _NAME).unlink(missing_ok=True)  # first: from now on nothing is sent
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as e:
        raise of_writing(e, folder) from e


def decline(data: Path, asked: Enrolment) -> None:
    """Remember a no, so that this hub is not asked about again by itself."""
    ids = sorted({*_declined(data), asked.id})
    write_whole(data / _DECLINED, json.dumps(ids).encode())


def declined(data: Path, asked: Enrolment) -> bool:
    """Tell whether the teacher said no to this hub."""
    return asked.id in _declined(data)


def _declined(data: Path) -> list[str]:
    try:
        found = json.loads((data / _DECLINED).read_bytes())
    except (OSError, ValueError):
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def _write(data: Path, agreement: Agreement, text: str) -> None:
    body = {
        "format": 1,
        "way": agreement.way,
        "research": agreement.research,
        "metered": agreement.metered,
        "since": agreement.since,
        "hub": text,
    }
    path = folder_of(data) / _NAME
    write_secret(path, json.dumps(body, ensure_ascii=False).encode())


def _agreement(found: dict[str, Any], path: Path) -> Agreement:
    asked = enrolment.parse(found["hub"].encode(), path)
    way = found["way"]
    if way not in {SEND, STICK}:
        raise ValueError(way)
    return Agreement(
        asked,
        way,
        found["research"] is True,
        found["metered"] is True,
        str(found["since"]),
    )
