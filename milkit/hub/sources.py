"""Where results files come from: a folder, a stick, a drop box. Nothing is changed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from milkit.ground.errors import FileUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from obstore.store import ObjectStore

ENDING = ".milr"
_WEB = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class Found(NamedTuple):
    """A results file as its place lists it; *size* in bytes."""

    name: str
    at: str
    size: int


class Source(Protocol):
    """A place with results files."""

    title: str

    def files(self) -> Iterator[Found]:
        """List the results files; a mishap when the place cannot be read."""

    def read(self, found: Found, most: int) -> bytes:
        """Read a file, at most one byte more than *most*; FileUnreadable."""


class Folder:
    """A folder or a stick, with whatever folders are in it; or one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.title = path.name or str(path)

    def files(self) -> Iterator[Found]:
        """List the results files in the order of their names."""
        if self.path.is_file():
            yield Found(self.path.name, str(self.path), self.path.stat().st_size)
            return
        if not self.path.is_dir():
            raise FileUnreadable(self.path)

        def stop(error: OSError) -> None:
            raise FileUnreadable(self.path) from error

        for folder, inner, names in os.walk(self.path, onerror=stop):
            inner.sort()
            for name in sorted(names):
                if name.lower().endswith(ENDING):
                    yield self._found(Path(folder) / name)

    def read(self, found: Found, most: int) -> bytes:
        """Read a file."""
        try:
            with Path(found.at).open("rb") as file:
                return file.read(most + 1)
        except OSError as e:
            raise FileUnreadable(Path(found.at)) from e

    def _found(self, path: Path) -> Found:
        try:
            return Found(path.name, str(path), path.stat().st_size)
        except OSError:  # a broken link: the reading says so
            return Found(path.name, str(path), 0)


class DropBox:
    """A WebDAV share or a bucket, listed whole each time: a listing may lag."""

    def __init__(self, store: ObjectStore, title: str) -> None:
        self.store, self.title = store, title

    def files(self) -> Iterator[Found]:
        """List the results files."""
        from obstore.exceptions import BaseError

        try:
            for part in self.store.list():
                for one in part:
                    path = str(one["path"])
                    if path.lower().endswith(ENDING):
                        name = path.rsplit("/", 1)[-1]
                        yield Found(name, path, int(one["size"]))
        except (BaseError, OSError) as e:
            raise FileUnreadable(Path(self.title)) from e

    def read(self, found: Found, most: int) -> bytes:
        """Fetch a file; one that says it is too large is not fetched."""
        from obstore.exceptions import BaseError

        if found.size > most:
            return b"\0" * (most + 1)
        try:
            return bytes(self.store.get(found.at).bytes())
        except (BaseError, OSError) as e:
            raise FileUnreadable(Path(found.name)) from e


def is_web(text: str) -> bool:
    """Tell an address from a folder's name."""
    return _WEB.match(text) is not None
