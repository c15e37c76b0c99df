"""A pack as its publisher's list names it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_PACK = 1 << 30  # bytes
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
_FILE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}(\.[0-9]{1,6}){0,3}\.pack")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\..*")  # Windows's own
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST_KEPT = 20
_MOST_TITLE = 200  # letters
_CODES = {language.code for language in LANGUAGES}
_ALLOWED = {" ", "\u00a0", "\u200b", "\u200c", "\u200d"}  # joins some scripts need


class File(NamedTuple):
    """One version of a pack as a file: its name, its size in *bytes*, its SHA-256."""

    version: str
    file: str
    bytes: int
    sha256: str


class Listed(NamedTuple):
    """A pack: the version *now*, its *title* by language, older versions *kept*."""

    id: str
    now: File
    title: Mapping[str, str]
    languages: tuple[str, ...] = ()
    kept: tuple[File, ...] = ()

    @property
    def table(self) -> dict[str, Any]:
        """What stands for it in the list."""
        return {
            **self.now._asdict(),
            "title": dict(sorted(self.title.items())),
            "languages": list(self.languages),
            "kept": [each._asdict() for each in self.kept],
        }

    def titled(self, lang: str) -> str:
        """Give the title in *lang*, else in English, else any, else the id."""
        title = self.title
        return title.get(lang) or title.get("en") or next(iter(title.values()), self.id)


def order(version: str) -> tuple[int, ...]:
    """Give a version for comparing: 1.10 is newer than 1.9, and 1.0 is 1."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def file_name(pack: str, version: str) -> str:
    """Name the file of a pack."""
    return f"{pack}-{version}.pack"


def read_listed(pack: str, table: Any) -> Listed:
    """Read what stands for a pack in a list; raises ValueError and its like."""
    if not _ID.fullmatch(pack):
        raise ValueError("an odd id of a pack")
    kept, title = table["kept"], table["title"]
    if not isinstance(kept, list) or len(kept) > _MOST_KEPT:
        raise ValueError("odd older versions")
    languages = tuple(table["languages"])
    if not set(languages) <= _CODES or len(languages) > len(_CODES):
        raise ValueError("odd languages")
    return Listed(
        pack,
        read_file(table),
        {plain(k, 10): plain(v, _MOST_TITLE) for k, v in title.items()},
        languages,
        tuple(map(read_file, kept)),
    )


def read_file(table: Any) -> File:
    """Read one version of a pack."""
    found = File(table["version"], table["file"], table["bytes"], table["sha256"])
    size = found.bytes
    if not _VERSION.fullmatch(found.version) or not _SHA256.fullmatch(found.sha256):
        raise ValueError("an odd version or hash")
    if not plain_file(found.file) or type(size) is not int:
        raise ValueError("an odd file")
    if not 0 < size <= LARGEST_PACK:
        raise ValueError("an odd size")
    return found


def plain_file(name: Any) -> bool:
    """Tell whether a pack may have this file name, on every system."""
    return (
        isinstance(name, str)
        and _FILE.fullmatch(name) is not None
        and _DEVICE.fullmatch(name) is None
    )


def plain(text: Any, most: int) -> str:
    """Hold a text to what may be shown: one line, no marks of HTML, nothing hidden."""
    if not isinstance(text, str) or not text.strip() or len(text) > most:
        raise ValueError("an odd text")
    if any(map(_odd, text)):
        raise ValueError("an odd letter")
    return text


def _odd(letter: str) -> bool:
    """Tell of controls, line ends, marks that turn the writing, and HTML's own."""
    if letter in _ALLOWED:
        return False
    return letter in "<>" or unicodedata.category(letter)[0] in "CZ"
