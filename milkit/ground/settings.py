"""What the user chose, kept in one small file that a person can read and mend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.files import write_whole
from milkit.ground.languages import known

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "settings.json"
TEXT_SIZES = (100, 115, 130, 150, 200)
THEMES = ("light", "dark", "contrast")
PAPERS = ("a4", "letter")
_LARGEST = 1 << 20  # bytes; more than that is not ours


class Settings(NamedTuple):
    """
    The user's choices.

    *text_size* is in percent, *period* in minutes; *lesson_language* "" is the
    language of the window; *class_screen* names the screen the class watches;
    *smallest_group* is how many students a group in a report has at least.
    *damaged* is the name that a settings file got that could not be read; it is
    told once and never written.
    """

    language: str = "en"
    lesson_language: str = ""
    text_size: int = 100
    theme: str = "light"
    follow_system: bool = True
    less_movement: bool = False
    letter_keys: bool = True
    own_digits: bool = False
    paper: str = "a4"
    period: int = 40
    first_start_done: bool = False
    class_screen: str = ""
    smallest_group: int = 10
    damaged: str = ""


_RULES: dict[str, Callable[[Any], bool]] = {
    "language": known,
    "lesson_language": lambda code: code == "" or known(code),
    "text_size": TEXT_SIZES.__contains__,
    "theme": THEMES.__contains__,
    "paper": PAPERS.__contains__,
    "period": range(10, 181).__contains__,
    "smallest_group": range(5, 1000).__contains__,
    "damaged": lambda _: False,
}


def read(folder: Path) -> Settings:
    """
    Read the settings of a data *folder*; what does not fit becomes its default.

    A file that makes no sense is moved aside and named in *damaged*; one that the
    disk does not give stays where it is.
    """
    path = folder / NAME
    try:
        found = _table(path)
    except OSError:
        return Settings(damaged=NAME)
    except ValueError:
        return Settings(damaged=_move_aside(path))
    return Settings(**{k: v for k, v in found.items() if _fits(k, v)})


def write(folder: Path, settings: Settings) -> None:
    """Write the settings whole; what a later version put in stays. Raises mishaps."""
    path = folder / NAME
    try:
        table = _table(path)
    except (OSError, ValueError):
        _move_aside(path)
        table = {}
    table.update(settings._asdict())
    del table["damaged"]
    text = json.dumps(table, ensure_ascii=False, indent=1)
    write_whole(path, text.encode() + b"\n")


def _table(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except FileNotFoundError:
        return {}
    except RecursionError as e:
        raise ValueError(path) from e
    if not isinstance(found, dict):
        raise ValueError(path)  # noqa: TRY004 - garbage like any other
    return found


def _fits(key: str, value: Any) -> bool:
    default = _DEFAULTS.get(key)
    if default is None or type(value) is not type(default):
        return False
    return _RULES.get(key, lambda _: True)(value)


_DEFAULTS = Settings._field_defaults


def _move_aside(path: Path) -> str:
    for number in range(1, 1000):
        aside = path.with_name(f"settings-damaged-{number}.json")
        if aside.exists():
            continue
        try:
            path.rename(aside)
        except OSError:
            break
        return aside.name
    return path.name
