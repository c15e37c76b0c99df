"""Look at this machine: what is well, what to look at, what is wrong and its cure."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING

from milkit.commands import attached
from milkit.commands.looked import LOOK, WELL, WRONG, Check
from milkit.commands.telling import sentence
from milkit.ground.errors import Mishap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from milkit.ground.words import Words

_ROOM = 300 << 20  # bytes: lessons, records and their copies
_MEMORY = 3.5 * 2**30  # of 4 GB some is never shown
_OLDEST = {"glibc": (2, 35), "macos": (13, 0), "windows": (10, 17763)}


def examine(data: Path, w: Words) -> list[Check]:
    """Look at everything; nothing is changed but the lessons made ready."""
    looks: tuple[Callable[[Path, Words], Check], ...] = (
        _system,
        _memory,
        _folder,
        _records,
        _lessons,
        _word_ends,
        _fonts,
        attached.projector,
        attached.sticks,
        _clock,
        attached.network,
    )
    return [look(data, w) for look in looks]


def _system(_: Path, w: Words) -> Check:
    name = f"{platform.system()} {platform.release()}, {platform.machine()}"
    if sys.maxsize <= 2**32 or _too_old():
        now = w.t("Use the static edition on the stick: it opens in any browser.")
        return Check("system", WRONG, w.t("{name} is too old.", name=name), now)
    return Check("system", WELL, name)


def _too_old() -> bool:
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return (version.major, version.build) < _OLDEST["windows"]
    if sys.platform == "darwin":
        return _numbers(platform.mac_ver()[0]) < _OLDEST["macos"]
    library, version = platform.libc_ver()
    return library == "glibc" and _numbers(version) < _OLDEST["glibc"]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _memory(_: Path, w: Words) -> Check:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # Windows has no such question
        return Check("memory", WELL, w.t("Not asked on this system."))
    found = w.t("{size} GB of memory.", size=w.number(size / 2**30, 1))
    if size < _MEMORY:
        now = w.t("Close other programs while you teach.")
        return Check("memory", LOOK, found, now)
    return Check("memory", WELL, found)


def _folder(data: Path, w: Words) -> Check:
    import shutil

    from milkit.ground.files import make_folder, write_whole

    try:
        make_folder(data)
        probe = data / "doctor.tmp"
        write_whole(probe, b"milkit")
        probe.unlink()
    except (Mishap, OSError) as e:
        mishap = e if isinstance(e, Mishap) else Mishap(str(e))
        return Check("data folder", WRONG, str(data), sentence(mishap, w))
    free = shutil.disk_usage(data).free
    size = w.number(free // (1 << 20))
    found = w.t("{folder}: {size} MB free.", folder=data, size=size)
    if free < _ROOM:
        now = w.t("Make some room: remove files you do not need.")
        return Check("data folder", LOOK, found, now)
    return Check("data folder", WELL, found)


def _records(data: Path, w: Words) -> Check:
    from milkit.records import backups
    from milkit.records.opening import NAME

    path = data / NAME
    if not path.exists():
        return Check("records", WELL, w.t("No lesson was taught here yet."))
    if not backups.good(path):
        now = w.t("Open MIL Kit: it puts the newest good copy in place.")
        return Check("records", WRONG, w.t("The records are damaged."), now)
    copies = len(backups.snapshots(data))
    found = w.n("Whole, with {count} copy.", "Whole, with {count} copies.", copies)
    return Check("records", WELL, found)


def _lessons(data: Path, w: Words) -> Check:
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    try:
        with open_library(data, draw_svg) as library:
            count, mishaps = len(library.rows()), library.mishaps
    except Mishap as mishap:
        return Check("lessons", WRONG, w.t("No lessons."), sentence(mishap, w))
    found = w.n("{count} lesson.", "{count} lessons.", count)
    if mishaps:
        return Check("lessons", LOOK, found, sentence(mishaps[0], w))
    return Check("lessons", WELL, found)


def _word_ends(_: Path, w: Words) -> Check:
    from milkit.content.breaks import available

    if available():
        return Check(
            "word ends", WELL, w.t("Thai, Khmer, Lao and Burmese are cut well.")
        )
    found = w.t("This system cannot find word ends in Thai, Khmer, Lao and Burmese.")
    now = w.t("Lessons from packs are right. Own texts may break inside words.")
    return Check("word ends", LOOK, found, now)


def _fonts(_: Path, w: Words) -> Check:
    from milkit.ground.languages import LANGUAGES
    from milkit.ground.paths import resources
    from milkit.widgets.type import script

    missing = []
    for language in LANGUAGES:
        letters = script(language.code)
        for family in (letters.sans, letters.serif):
            for cut in ("Regular", "Bold"):
                name = f"{family.replace(' ', '')}-{cut}.ttf"
                if not (resources() / "fonts" / name).is_file():
                    missing.append(name)
    if missing:
        found = w.t("Missing: {names}.", names=", ".join(sorted(set(missing))))
        now = w.t("Install MIL Kit again from the stick.")
        return Check("fonts", WRONG, found, now)
    return Check("fonts", WELL, w.t("Letters for all ten languages are here."))


def _clock(data: Path, w: Words) -> Check:
    from datetime import UTC, datetime

    from milkit.ground.clock import Clock, today_doubtful
    from milkit.ground.paths import bundled_lessons

    now = Clock().now()
    built = None
    if bundled_lessons().exists():
        built = datetime.fromtimestamp(bundled_lessons().stat().st_mtime, UTC)
    found = f"{w.day(now)}, {w.time(now)}"
    if today_doubtful(now, attached.last_told(data), built):
        cure = w.t("Set the date of the computer.")
        return Check("clock", WRONG, found, cure)
    return Check("clock", WELL, found)
