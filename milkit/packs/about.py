"""What a pack says of itself: the file pack.toml beside its lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import FileUnreadable, LessonBroken

if TYPE_CHECKING:
    from pathlib import Path

NAME = "pack.toml"
_ID = r"[a-z0-9][a-z0-9-]{0,39}"
_VERSION = r"\d{1,6}(\.\d{1,6}){0,3}"


class About(NamedTuple):
    """*title* is by language; *version* is numbers with dots, compared as numbers."""

    id: str
    version: str
    title: dict[str, str]
    licence: str = ""
    credits: str = ""

    @property
    def order(self) -> tuple[int, ...]:
        """The version for comparing: 1.10 is newer than 1.9."""
        return tuple(map(int, self.version.split(".")))


def read_about(source: Path) -> About:
    """Read the pack.toml of a folder of lessons; LessonBroken has its problems."""
    import tomllib

    path = source / NAME
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as e:
        raise FileUnreadable(path) from e
    except ValueError as e:  # not TOML, or not UTF-8
        mend = "write it as in the pack of the core lessons"
        raise LessonBroken(path, ((1, str(e), mend),)) from e
    problems = tuple((1, what, mend) for what, mend in _problems(table))
    if problems:
        raise LessonBroken(path, problems)
    return About(**{"title": {}, **table})


def _problems(table: dict[str, Any]) -> list[tuple[str, str]]:
    import re

    found = []
    if not re.fullmatch(_ID, str(table.get("id", ""))):
        found.append(("the id is missing or odd", 'write id = "small-letters"'))
    if not re.fullmatch(_VERSION, str(table.get("version", ""))):
        found.append(("the version is missing or odd", 'write version = "1.0"'))
    if not isinstance(table.get("title", {}), dict):
        found.append(("the title is not by language", 'write [title] and en = "…"'))
    for key, value in table.items():
        if key not in About._fields:
            found.append((f"{key} is unknown", "take it out"))
        elif key != "title" and not isinstance(value, str):
            found.append((f"{key} is not a text", "write it in quotation marks"))
    return found
