"""What a teacher changed in a lesson, and how it meets a lesson that was renewed."""

from __future__ import annotations

from typing import Any

Json = Any  # what json.loads gives

_LEFT_OUT = {"line", "html"}  # follow from the rest


def changes(old: Json, new: Json, at: str = "") -> dict[str, Json]:
    """
    Give what differs as path -> new value, like `steps/look/lead`.

    The parts of a list are named by their ids where all have one, else by their
    place. A list whose parts were added, taken out or moved is one change, and so is
    a list of plain texts.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return _of_pairs(old, new, at)
    if isinstance(old, list) and isinstance(new, list):
        names = _names(old)
        if names == _names(new) and all(isinstance(part, dict) for part in old):
            before, after = (dict(zip(names, x, strict=True)) for x in (old, new))
            return _of_pairs(before, after, at)
    return {} if old == new else {at: new}


def _of_pairs(old: dict[str, Json], new: dict[str, Json], at: str) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for key in {**old, **new}:
        if key not in _LEFT_OUT:
            path = f"{at}/{key}" if at else str(key)
            found |= changes(old.get(key), new.get(key), path)
    return found


def _names(parts: list[Json]) -> list[str]:
    ids = [str(part.get("id") or "") for part in parts if isinstance(part, dict)]
    if len(ids) == len(parts) and all(ids) and len(set(ids)) == len(ids):
        return ids
    return [str(at) for at in range(len(parts))]


def lay_over(base: Json, changed: dict[str, Json]) -> tuple[Json, list[str]]:
    """
    Give *base* with the changes laid over it, and the paths that are not there.

    *base* itself stays as it is.
    """
    import copy

    laid, lost = copy.deepcopy(base), []
    for path, value in changed.items():
        if not _put(laid, path.split("/"), value):
            lost.append(path)
    return laid, lost


def _put(into: Json, path: list[str], value: Json) -> bool:
    *way, last = path
    for name in way:
        into = _step(into, name)
    if isinstance(into, dict):
        into[last] = value
        return True
    if isinstance(into, list) and last in (names := _names(into)):
        into[names.index(last)] = value
        return True
    return False


def _step(into: Json, name: str) -> Json:
    if isinstance(into, dict):
        return into.get(name)
    if isinstance(into, list) and name in (names := _names(into)):
        return into[names.index(name)]
    return None
