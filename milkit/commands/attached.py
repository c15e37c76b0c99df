"""Look at what is attached: projector, sticks, network, and the last day of records."""

from __future__ import annotations

import contextlib
import json
import socket
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

from milkit.commands.looked import LOOK, WELL, Check

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from milkit.ground.words import Words

_PATIENCE = 30  # seconds for the other process to say which screens there are
_NOWHERE = ("192.0.2.1", 9)  # an address for documents: nothing is sent to it
_NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
_SMALL = 200 << 20  # bytes


def projector(_: Path, w: Words) -> Check:
    """Say which screens there are, and whether one of them can be the class's."""
    seen = _screens()
    if not seen:
        now = w.t("Lessons can be taught on paper. In a window system, try again.")
        return Check("projector", LOOK, w.t("No screen was found."), now)
    if len(seen) == 1:
        now = w.t("Connect a projector, or teach the lessons on paper.")
        return Check("projector", LOOK, w.t("Only the screen of this computer."), now)
    found = ", ".join(f"{name} {width}x{height}" for name, width, height, *_ in seen)
    if len({tuple(place) for _, *place in seen}) < len(seen):
        now = w.t('The projector shows the same as this screen. Choose "Extend".')
        return Check("projector", LOOK, found, now)
    return Check("projector", WELL, found)


def screens() -> list[tuple[str, int, int, int, int]]:
    """Ask the window system: name, width, height, left, top of each screen."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)  # noqa: S101 - for the type only
    found = []
    for screen in app.screens():
        box = screen.geometry()
        found.append((screen.name(), box.width(), box.height(), box.left(), box.top()))
    return found


def _screens() -> list[tuple[str, int, int, int, int]]:
    """Ask in a process of its own: without a window system Qt ends its process."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "milkit"]
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        told = subprocess.run(  # noqa: S603 - our own program
            [*program, "doctor", "--screens"],
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            creationflags=_NO_CONSOLE,
        )
        return [tuple(each) for each in json.loads(told.stdout)]
    return []


def sticks(_: Path, w: Words) -> Check:
    """Say which sticks are in and whether they can be written."""
    from milkit.ground.drives import sticks as found_sticks

    found = found_sticks()
    if not found:
        return Check("sticks", WELL, w.t("No stick is in."))
    text = "; ".join(
        w.t(
            "{folder} ({kind}): {size} MB free",
            folder=stick.folder,
            kind=stick.kind,
            size=w.number(stick.free >> 20),
        )
        for stick in found
    )
    if not all(stick.writable for stick in found):
        now = w.t("A stick cannot be written. Look for a small switch on its side.")
        return Check("sticks", LOOK, text, now)
    if any(stick.free < _SMALL for stick in found):
        now = w.t("A stick is nearly full.")
        return Check("sticks", LOOK, text, now)
    return Check("sticks", WELL, text)


def network(_: Path, w: Words) -> Check:
    """Say whether there is a network, without sending anything."""
    with contextlib.suppress(OSError):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            one.connect(_NOWHERE)  # asks this computer for the way, nobody else
            address = one.getsockname()[0]
        found = w.t("This computer is {address} on a network.", address=address)
        return Check("network", WELL, found + " " + w.t("MIL Kit does not need it."))
    found = w.t("No network is connected. MIL Kit does not need one.")
    return Check("network", WELL, found)


def last_told(data: Path) -> datetime | None:
    """Give the time of the last thing in the records, without changing them."""
    from milkit.records import reading
    from milkit.records.opening import NAME

    path = data / NAME
    if not path.exists():
        return None
    with contextlib.suppress(sqlite3.Error, ValueError):
        db = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
        with contextlib.closing(db):
            return reading.last_told(db, reading.meta(db, "install"))
    return None
