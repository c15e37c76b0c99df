"""What a pack was built from: told by a look at the files, without reading them."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import milkit
from milkit.ground import paths
from milkit.ground.errors import LessonBroken
from milkit.ground.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUILDERS = ("activities", "content", "packs")


class Built(NamedTuple):
    """A pack *file*, the look of the files it was built from, and what was left out."""

    seen: str
    file: str
    broken: tuple[LessonBroken, ...] = ()


def fingerprint(source: Path) -> str:
    """Give names, sizes and times of the lessons' files and of what builds them."""
    lines = []
    for folder in (source, *_builders()):
        for path in _files(str(folder)):
            found = os.stat(path)  # noqa: PTH116 - a third of the time of a Path
            lines.append(f"{path}|{found.st_size}|{found.st_mtime_ns}")
    return "\n".join(lines)


def hashed(source: Path) -> str:
    """Give the SHA-256 of the files, their names, and of what builds them."""
    import hashlib

    whole = hashlib.sha256()
    for folder in (source, *_builders()):
        for path in map(Path, _files(str(folder))):
            content = path.read_bytes() if folder == source else _look(path)
            name = path.relative_to(folder.parent).as_posix()
            whole.update(f"{name}\0{len(content)}\0".encode())
            whole.update(content)
    return whole.hexdigest()


def read_built(folder: Path, name: str) -> Built | None:
    """Read what was noted of the pack *name*; None when there is nothing to trust."""
    try:
        table = json.loads((folder / f"{name}.json").read_bytes())
        broken = tuple(
            LessonBroken(
                Path(path), tuple((line, what, mend) for line, what, mend in of)
            )
            for path, of in table["broken"]
        )
        return Built(str(table["seen"]), Path(table["file"]).name, broken)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def write_built(folder: Path, name: str, built: Built) -> None:
    """Note what a pack was built from."""
    table = {
        "seen": built.seen,
        "file": built.file,
        "broken": [[str(each.path), each.problems] for each in built.broken],
    }
    write_whole(folder / f"{name}.json", json.dumps(table).encode())


def forget_built(folder: Path, name: str) -> None:
    """Forget the pack *name*, so that it is built again at the next opening."""
    with contextlib.suppress(OSError):
        (folder / f"{name}.json").unlink()


def _builders() -> list[Path]:
    """Give what the look of a pack depends on: our code, or the frozen program."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable)]
    home = Path(milkit.__file__).parent
    return [*(home / name for name in _BUILDERS), paths.resources() / "i18n"]


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        yield folder
        return
    for entry in found:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            yield entry.path


def _look(path: Path) -> bytes:
    if path != Path(sys.executable):
        return path.read_bytes()
    found = path.stat()  # a frozen program: too large to read for this
    return f"{found.st_size} {found.st_mtime_ns}".encode()
