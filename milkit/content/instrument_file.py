"""
Read a check from its folder: `en.toml` has everything, `th.toml` and others its texts.

What cannot be read and what breaks a rule is listed with its line, all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.content import instrument_rules, toml
from milkit.content.finding import Finding, Flaw
from milkit.content.instrument import ANSWERS, FORMS, Instrument, Item, Wording
from milkit.ground.errors import FileUnreadable, LessonBroken
from milkit.ground.languages import known

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOURCE = "en"
FOLDER = "checks"  # beside the lessons of a pack
_HEAD = {"title": str, "about": str, "say": str, "review": str}
_FIRST = {"id": str, "minutes": int, "order": dict, "items": list}
_ITEM = {"id": str, "kind": str, "topic": str}
_WAYS = {str: 'text in "quotation marks"', int: "a number", dict: "a [table]"}


class Reading:
    """One file that is being read: its table, and what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except OSError as e:
            raise FileUnreadable(path) from e
        except UnicodeDecodeError:
            self.text = ""
        self.table, self.flaws = toml.read_toml(self.text, 1)
        if not self.text:
            self.flaws = [Flaw(1, "nothing can be read here", "save it as UTF-8")]

    def add(self, at: tuple[str | int, ...], what: str, mend: str) -> None:
        """Note what is wrong with the value at a path of keys."""
        line = toml.line_of(at, self.text, 1)
        self.flaws.append(Flaw(line, what, mend))

    def want(
        self, table: dict[str, Any], keys: Mapping[str, type], at: tuple[str | int, ...]
    ) -> bool:
        """Note each key that is missing or of another type; True when none is."""
        good = True
        for key, kind in keys.items():
            value = table.get(key)
            if type(value) is not kind or value == "":
                what = f"“{key}” is missing" if value is None else f"“{key}” is odd"
                ways = _WAYS.get(kind, "a list")
                self.add((*at, key) if key in table else at, what, f"give it {ways}")
                good = False
        return good


def check_files(path: Path) -> list[Path]:
    """Give the files of checks at or under *path*, the source of each first."""
    if path.is_file():
        mine = path.suffix == ".toml" and path.parent.parent.name == FOLDER
        return [path] if mine else []
    found = [
        file
        for file in path.rglob("*.toml")
        if file.parent.parent.name == FOLDER and known(file.stem)
    ]
    return sorted(found, key=lambda f: (f.parent, f.stem != SOURCE, f.stem))


def look(path: Path) -> list[Finding]:
    """Check one file; a translation against its source."""
    return [flaw.within(path) for flaw in _read(path)[1]]


def read_instrument(path: Path) -> Instrument:
    """Read a check in the language of the file's name; raise LessonBroken."""
    found, flaws = _read(path)
    problems = sorted((f.line, f.what, f.mend) for f in flaws if not f.hint)
    if problems or found is None:
        raise LessonBroken(path, tuple(problems))
    return found


def _read(path: Path) -> tuple[Instrument | None, list[Flaw]]:
    first = Reading(path.with_name(f"{SOURCE}.toml"))
    own = first if path.stem == SOURCE else Reading(path)
    if first.flaws or own.flaws:
        return None, own.flaws or _source_first()
    found = _made(first, own)
    if first is not own and first.flaws:
        return None, [*own.flaws, *_source_first()]
    if found is not None and not own.flaws:
        own.flaws += instrument_rules.look(found, own.text)
    return found, own.flaws


def _source_first() -> list[Flaw]:
    return [Flaw(1, "its source en.toml has errors", "mend that file first")]


def _made(first: Reading, own: Reading) -> Instrument | None:
    source, table = first.table, own.table
    if not own.want(table, _HEAD, ()) or not first.want(source, _FIRST, ()):
        return None
    order = {form: tuple(ids) for form, ids in source["order"].items() if form in FORMS}
    items = [_item(first, own, n, order) for n in range(len(source["items"]))]
    made = tuple(item for item in items if item is not None)
    answers = _answers(own, {item.kind for item in made})
    if first.flaws or own.flaws:
        return None
    return Instrument(
        id=source["id"],
        lang=own.path.stem,
        title=table["title"],
        about=table["about"],
        say=table["say"],
        minutes=source["minutes"],
        review=table["review"],
        items=made,
        order=order,
        answers=answers,
    )


def _item(
    first: Reading, own: Reading, n: int, order: dict[str, tuple[str, ...]]
) -> Item | None:
    table, at = first.table["items"][n], ("items", n)
    if not first.want(table, _ITEM, at):
        return None
    if table["kind"] not in ANSWERS:
        mend = f"write one of {', '.join(ANSWERS)}"
        first.add((*at, "kind"), f"no such kind: “{table['kind']}”", mend)
        return None
    forms = {}
    for form in order:
        held: Any = table.get(form)
        place: tuple[str | int, ...] = ("items", form)
        if own is not first:
            held = own.table.get(form, {}).get(table["id"])
            place = (form, table["id"])
        if not isinstance(held, dict) or not held.get("text"):
            what = f"“{table['id']}” has no text in form {form}"
            own.add(place if own is not first else at, what, "write text = “…”")
            continue
        forms[form] = _wording(held)
    return Item(
        id=table["id"],
        kind=table["kind"],
        topic=table["topic"],
        true=table.get("truth"),
        short=table.get("short") is True,
        surprise=table.get("surprise", 0),
        tone=table.get("tone", ""),
        forms=forms,
    )


def _wording(held: dict[str, Any]) -> Wording:
    levels = tuple(str(level) for level in held.get("levels", ()))
    why, look_at = str(held.get("why", "")), str(held.get("look", ""))
    return Wording(str(held["text"]), why, look_at, levels)


def _answers(own: Reading, kinds: set[str]) -> dict[str, tuple[str, ...]]:
    found = own.table.get("answers", {})
    made = {}
    for kind in sorted(kinds):
        words = found.get(kind)
        many = len(ANSWERS[kind])
        if not isinstance(words, list) or len(words) != many:
            own.add(("answers", kind), f"“{kind}” needs {many} answers", "list them")
            continue
        made[kind] = tuple(str(word) for word in words)
    return made
