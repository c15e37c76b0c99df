"""Marking up: the class finds the places in a text or picture that matter."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated

from milkit.activities.kind import Kind, Problem
from milkit.activities.marks import same_ids
from milkit.activities.shape import Says

At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the text or the picture."""

    id: Annotated[str, Says("its name", role="id")]
    span: Annotated[str, Says("exact words of the text that occur there once")] = ""
    region: Annotated[
        tuple[float, float, float, float] | None,
        Says("left, top, width, height as shares of the picture", role="value"),
    ] = None
    label: Annotated[str, Says("what it is", letters=28)]
    why: Annotated[str, Says("why it matters, or why it is fine", letters=140)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotate:
    """A page or picture under study, places to find, and places that only look odd."""

    id: Annotated[str, Says("stands after the word annotate", role="id")]
    prompt: Annotated[str, Says("the question to the class", letters=60)]
    title: Annotated[str, Says("the title of the page", letters=60)] = ""
    who: Annotated[str, Says("who made the page")] = ""
    text: Annotated[
        str, Says("the page under study, with \\n for a new line", letters=480)
    ] = ""
    picture: Annotated[str, Says("or a picture under study", role="picture")] = ""
    need: Annotated[int, Says("how many places to find")]
    targets: Annotated[tuple[Spot, ...], Says("the places to find", least=1, most=6)]
    decoys: Annotated[
        tuple[Spot, ...], Says("as many places that look odd but are fine", most=6)
    ]


def check(data: Annotate) -> list[Problem]:
    """Check ids, that spans occur once and do not overlap, and the balance."""
    problems = same_ids([s.id for s in (*data.targets, *data.decoys)], ("targets",))
    if bool(data.text) == bool(data.picture):
        problems.append(
            Problem(
                "there must be a text or a picture", "give one of `text` and `picture`"
            )
        )
    if len(data.targets) != len(data.decoys):
        what = f"{len(data.targets)} places matter and {len(data.decoys)} only look odd"
        problems.append(Problem(what, "give as many decoys as targets", ("decoys",)))
    if not 0 < data.need <= len(data.targets):
        mend = f"write need = {len(data.targets)} or less"
        problems.append(
            Problem(
                f"`need` is {data.need}, but there are {len(data.targets)} targets",
                mend,
                ("need",),
            )
        )
    for name, spots in (("targets", data.targets), ("decoys", data.decoys)):
        for i, spot in enumerate(spots):
            problems += _check_place(data, spot, (name, i))
    return problems + _check_overlaps(data)


def _check_place(data: Annotate, spot: Spot, at: At) -> list[Problem]:
    if data.picture:
        return _check_region(spot, at)
    if not spot.span:
        return [
            Problem(f"“{spot.id}” has no `span`", "add the exact words of the text", at)
        ]
    times = data.text.count(spot.span)
    if times == 1:
        return []
    return [
        Problem(
            f"the words of “{spot.id}” occur {times} times in the text",
            "choose words that occur once",
            (*at, "span"),
        )
    ]


def _check_region(spot: Spot, at: At) -> list[Problem]:
    if spot.region is None:
        return [
            Problem(
                f"“{spot.id}” has no `region`",
                "add region = [left, top, width, height]",
                at,
            )
        ]
    left, top, width, height = spot.region
    inside = (
        min(spot.region) >= 0
        and left + width <= 1
        and top + height <= 1
        and width * height > 0
    )
    if inside:
        return []
    return [
        Problem(
            f"the region of “{spot.id}” is not inside the picture",
            "write shares from 0 to 1",
            (*at, "region"),
        )
    ]


def spans(data: Annotate) -> list[tuple[int, int, str]]:
    """Give start, end and id of every span in the text, in order of reading."""
    found = [
        (data.text.find(s.span), s.id, len(s.span))
        for s in (*data.targets, *data.decoys)
        if s.span
    ]
    return sorted(
        (start, start + length, name) for start, name, length in found if start >= 0
    )


def _check_overlaps(data: Annotate) -> list[Problem]:
    found = spans(data)
    return [
        Problem(
            f"the words of “{one[2]}” and “{other[2]}” overlap",
            "choose words apart from each other",
            ("targets",),
        )
        for one, other in pairwise(found)
        if one[1] > other[0]
    ]


def placed_again(data: Annotate, changed: Annotate) -> Annotate:
    """
    Give *changed* with the spans of *data* found again in its text.

    Word ends are found in whole sentences, so a span by itself may be cut otherwise;
    *changed* may have more letters than *data* (zero-width spaces), but no others.
    """
    places = _places(data.text, changed.text)

    def found(old: Spot, new: Spot) -> Spot:
        start = data.text.find(old.span)
        if not old.span or start < 0:
            return new
        first, last = places[start], places[start + len(old.span) - 1]
        return replace(new, span=changed.text[first : last + 1])

    return replace(
        changed,
        targets=tuple(map(found, data.targets, changed.targets)),
        decoys=tuple(map(found, data.decoys, changed.decoys)),
    )


def _places(old: str, new: str) -> list[int]:
    """Say for each letter of *old* where it stands in *new*."""
    places = []
    at = 0
    for sign in old:
        while at < len(new) and new[at] != sign:
            at += 1
        places.append(at)
        at += 1
    return places


KIND = Kind("annotate", Annotate, check)
