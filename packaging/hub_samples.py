"""Make a hub and a stick with results of made-up schools, for the tour of screens."""

from __future__ import annotations

import functools
import random
import shutil
import uuid
from typing import TYPE_CHECKING

from milkit.commands.records import _check, _outlines
from milkit.hub import desk, invite, place
from milkit.records.sample import sample
from milkit.sync import sealed
from milkit.sync.statement import Where, statements

if TYPE_CHECKING:
    from pathlib import Path

SCHOOLS = (
    ("Phum Thmey School", "River District", 9, "KH"),
    ("San Isidro School", "Hill District", 5, "PH"),
    ("Taman Sari School", "River District", 8, "ID"),
    ("Ban Nong Kung School", "Kampong", 6, "TH"),
    ("Sungai Lima School", "Kampong", 4, "MY"),
    ("", "", 3, "LA"),
    ("", "", 7, "VN"),
)
AT = "2026-11-22T10:00:00+07:00"


@functools.cache  # a file that is sealed again has other bytes and another name
def results(hub: place.Hub, number: int) -> list[tuple[str, bytes]]:
    """Seal what a school sends: names and bytes."""
    _, _, runs, country = SCHOOLS[number]
    install = str(uuid.UUID(int=random.Random(number).getrandbits(128), version=4))  # noqa: S311 - made up
    events = [
        event._replace(install=install)
        for event in sample(_outlines(), runs, number + 50, _check())
    ]
    told = list(statements(events, Where(country)))
    return [
        (one.name, one.content)
        for one in sealed.seal(told, install, bytes([number]) * 32, [hub.public])
    ]


def hub_in(data: Path) -> place.Hub:
    """Make the hub of a data folder, once."""
    folder = data / "hub"
    if not (folder / place.ABOUT).exists():
        made = place.make(folder, invite.wish("Kampong", "KH"), "a kite over the bay")
        place.remember(data, made)
    return place.read(folder)


def stick(data: Path) -> Path:
    """Give a folder with files of all schools, some of them seen before."""
    hub, to = hub_in(data), data / "STICKS-NOVEMBER"
    if to.exists():
        return to
    for number, (name, where, _, _) in enumerate(SCHOOLS):
        if number in {3, 4}:
            write(data / "old", results(hub, number))
        write(to, results(hub, number))
        if name:
            _name(hub, results(hub, number), name, where, data / f"one-{number}")
    desk.take_in(hub, [data / "old"], AT)
    (to / "bukit-indah.milr").write_bytes(b"age-encryption.org/v1\n-> X25519 cut")
    return to


def take_in(data: Path) -> None:
    """Take the whole stick in."""
    desk.take_in(hub_in(data), [data / "STICKS-NOVEMBER"], AT)


def write(folder: Path, files: list[tuple[str, bytes]]) -> None:
    """Put files where a stick has them."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _name(
    hub: place.Hub, files: list[tuple[str, bytes]], name: str, where: str, to: Path
) -> None:
    write(to, files)
    for row in desk.look(hub, [to], AT).rows:
        if row.receipt is not None:
            desk.name(hub, row.receipt.sender, name, where)
    shutil.rmtree(to)
