"""Build the pack of the lessons that a maker chose for a kit."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from milkit.activities.own import is_real, place_of
from milkit.content.plain import from_json, to_json
from milkit.ground.files import write_whole
from milkit.packs.about import About
from milkit.packs.entries import entry_again
from milkit.packs.writing import Writing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from milkit.kit.stock import Lot
    from milkit.library.library import Library

    Step = Callable[[int, int], None]

ID = "chosen"  # of the pack; its lessons keep their own ids
_NOTES = "chosen.json"


class Chosen(NamedTuple):
    """A built pack, its version, and the sum of what is in it."""

    path: Path
    version: str
    sum: str


class _Ready(NamedTuple):
    data: str
    pictures: dict[str, bytes]


def build(
    library: Library,
    lots: Sequence[Lot],
    folder: Path,
    title: str,
    now: dt.datetime,
    *,
    own: bool,
    step: Step | None = None,
) -> Chosen:
    """
    Build a pack of *lots* in *folder*, or give the last one when nothing changed.

    With *own* the maker's versions and examples go along. Raises what reading a
    pack and writing a file may raise.
    """
    ready = [_ready(library, lot, own=own) for lot in lots]
    langs = list(dict.fromkeys(lot.lang for lot in lots))
    checks = list(_checks(library, langs))
    whole = _sum(title, ready, checks)
    before = last(folder)
    if before is not None and before.sum == whole and before.path.is_file():
        return before
    version = _version(now, before.version if before else "")
    about = About(ID, version, {"en": title}, "CC-BY-SA-4.0", title)
    path = folder / f"{ID}-{version}.pack"
    seen: set[str] = set()
    with Writing(path, about) as pack:
        for done, each in enumerate(ready, 1):
            pack.add(entry_again(from_json(each.data)))
            for name, content in each.pictures.items():
                if name not in seen:
                    pack.picture(name, content)
                    seen.add(name)
            if step:
                step(done, len(ready))
        for row in checks:
            pack.add_check(row)
    notes = {"file": path.name, "version": version, "sum": whole}
    write_whole(folder / _NOTES, json.dumps(notes).encode())
    return Chosen(path, version, whole)


def _ready(library: Library, lot: Lot, *, own: bool) -> _Ready:
    """
    Make a lesson ready to travel.

    An own example that is real stays at home: its picture would say elsewhere that
    it was made up for class.
    """
    lesson = library.lesson(lot.lesson, lot.lang) if own or not lot.pack else None
    if lesson is None or any(is_real(name) for name in lesson.pictures):
        lesson = library.packed(lot.lesson, lot.lang)
    data, pictures = to_json(lesson), {}
    for name in lesson.pictures:
        new = name
        if place_of(name):
            new = name.replace(":", "-")  # the packs' own way to name a picture
            data = data.replace(f'"{name}"', f'"{new}"')
        pictures[f"{lot.lesson}/{new}.png"] = library.picture(lot.lesson, name)
    return _Ready(data, pictures)


def _checks(
    library: Library, langs: Iterable[str]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Give the checks of the packs in the chosen languages, each once."""
    from milkit.packs import checks

    seen: set[tuple[str, str]] = set()
    for pack in library.packs:
        for line in pack.checks:
            found = None
            if line.lang in langs and (line.id, line.lang) not in seen:
                found = pack.check_in(line.id, line.lang)
            if found is not None:
                seen.add((line.id, line.lang))
                yield checks.row(found)


def _sum(title: str, ready: Sequence[_Ready], checks: Sequence[Sequence[str]]) -> str:
    whole = hashlib.sha256(json.dumps([title, checks]).encode())
    for each in ready:
        whole.update(each.data.encode())
        for name, content in each.pictures.items():
            whole.update(name.encode() + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _version(now: dt.datetime, last: str) -> str:
    """Give a version later than the last one, even where a clock went back."""
    day = now.month * 100 + now.day
    new = [now.year, day, now.hour * 100 + now.minute, 0]
    old = list(map(int, last.split("."))) if last else []
    if new <= old:
        new = [*old[:3], old[3] + 1]
    return ".".join(map(str, new))


def last(folder: Path) -> Chosen | None:
    """Give the pack that was built last in *folder*; None when there is none."""
    try:
        notes = json.loads((folder / _NOTES).read_bytes())
        return Chosen(folder / notes["file"], notes["version"], notes["sum"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
