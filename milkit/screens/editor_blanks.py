"""Makes the fields of a step out of what there is to change in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.library import soundness
from milkit.screens import editor_words as names
from milkit.screens.editor_field import choice_blank, number_blank, text_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.ground.words import Words
    from milkit.library.editing import Draft
    from milkit.library.fields import Field, Path
    from milkit.screens.editor_field import Blank
    from milkit.widgets.look import Look

_MOST_MINUTES = 240
_ONE_LINE = 48  # letters: shorter texts are written on one line
_LINES = {"who", "when", "place", "title", "name", "label", "hint", "starters", "said"}
_IN_DATA = 4  # the names before: steps, its id, activities, its id


class Named(NamedTuple):
    """A field of an activity with the *group* it stands in ("" = none) and its name."""

    field: Field
    group: str
    name: str


def named(fields: Iterable[Field], w: Words) -> list[Named]:
    """Give the fields of one activity their names, and the names of their groups."""
    found = list(fields)
    texts = {field.path[_IN_DATA:]: str(field.value) for field in found}
    sizes: dict[Path, int] = {}
    for field in found:
        group = field.path[_IN_DATA : _IN_DATA + 2]
        sizes[group] = sizes.get(group, 0) + 1
    order: dict[str, list[str | int]] = {}
    out = []
    for field in found:
        way = field.path[_IN_DATA:]
        if len(way) == 1:
            out.append(Named(field, "", names.text_name(str(way[0]), w)))
            continue
        out.append(_in_list(field, way, order, sizes[way[:2]] == 1, texts, w))
    return out


def _in_list(
    field: Field,
    way: Path,
    order: dict[str, list[str | int]],
    alone: bool,  # noqa: FBT001 - whether it is the only field of its part
    texts: dict[Path, str],
    w: Words,
) -> Named:
    head, one, *rest = way
    if head == "labels":
        return Named(field, "", names.text_name(str(one), w))
    if head == "why":
        answer = texts.get(("options", one, "text"), str(one))
        return Named(field, "", w.t("Why, for “{answer}”", answer=answer))
    seen = order.setdefault(str(head), [])
    if one not in seen:
        seen.append(one)
    number = w.number(seen.index(one) + 1)
    if not rest:
        return Named(field, "", f"{names.text_name(str(head), w)} {number}")
    shown = str(one) if head == "artefacts" else number
    part = names.list_name(str(head), shown, w)
    if alone:
        return Named(field, "", part)
    return Named(field, part, _deeper(rest, w))


def _deeper(rest: list[str | int], w: Words) -> str:
    """Name a text inside a part: a choice of a scene, a level of what is looked at."""
    name = str(rest[0])
    if len(rest) == 1:
        return names.text_name(name, w)
    at = rest[1]
    number = w.number(at + 1) if isinstance(at, int) else str(at)
    if rest[-1] == "text":
        return names.list_name(name, number, w)
    return f"{names.text_name(name, w)} {number}"


def make(look: Look, draft: Draft, field: Field, name: str) -> Blank:
    """Make the field for one place of the copy."""
    last = str(field.path[-1])
    if last == "grouping":
        options = names.groupings(look.words)
        return choice_blank(look, name, options, str(field.value))
    if isinstance(field.value, int):
        return number_blank(look, name, field.value, _MOST_MINUTES)
    text_at = next(p for p in reversed(field.path) if isinstance(p, str))
    beat = field.path[2:3] == ("notes",) and str(field.path[3]).startswith("beat-")
    line = 0 < field.letters <= _ONE_LINE or text_at in _LINES or beat
    needed = field.needed and field.path[2:3] == ("activities",)
    lang = draft.lesson.lang
    return text_blank(look, name, field.value, lang, line=line, needed=needed)


def show(look: Look, draft: Draft, path: Path, blank: Blank) -> None:
    """Bring a field up to date: its text, what it was, and what to know about it."""
    field = draft.fields().get(path)
    if field is None:
        return
    blank.set_value(field.value)
    was = draft.was(path)
    changed = draft.is_changed(path)
    said = names.was_said(path, was, look.words) if changed else ""
    blank.set_changed(said, str(was) if changed else "")
    blank.warn(warning(field, look.words, draft.lesson.lang))


def warning(field: Field, w: Words, lang: str) -> str:
    """Say what to know about a text; "" when all is well."""
    if isinstance(field.value, int):
        return ""
    if soundness.unplain(field.value):
        return w.t("HTML and links are shown as plain text.")
    over = soundness.too_long(field.value, field.letters)
    if over and lang == "en":
        return w.n(
            "{count} letter too long for one class screen. It may take two.",
            "{count} letters too long for one class screen. It may take two.",
            over,
        )
    return ""
