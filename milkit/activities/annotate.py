"""Marking up: the class finds the places in a text or picture that matter."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Kind, Problem
from milkit.activities.marks import same_ids
from milkit.activities.paper import Block, Heading, Lines, Picture, Table, Text, Ticks
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

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


def paper(data: Annotate, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the page to hold up, its places as cards, or a sheet to mark."""
    if part == printed.KEY:
        return (
            Text(printed.bold(data.prompt)),
            Table(*_answers(data, w), (0.34, 0.26, 0.4)),
        )
    if part == printed.CARDS:
        return _cards(data, w)
    page = printed.specimen(*_page(data, large=part == printed.BIG))
    if part == printed.BIG:
        return (Heading(data.prompt, 2), page)
    find = w.n(
        "Find {count} place and mark it. Then write why it matters.",
        "Find {count} places and mark them. Then write why they matter.",
        data.need,
    )
    lines = [Lines(1, w.number(n)) for n in range(1, data.need + 1)]
    told = Text(printed.plain(find))
    sheet: tuple[Block, ...] = (Heading(data.prompt, 2), page, told, *lines)
    if part == printed.BOTH:
        return (*sheet, *_cards(data, w))
    return sheet


def _page(data: Annotate, *, large: bool = False) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if data.who:
        blocks.append(Text(printed.plain(data.who), small=not large))
    if data.title:
        blocks.append(Text(printed.bold(data.title), study=True, large=large))
    if data.picture:
        blocks.append(Picture(data.picture))
    if data.text:
        text = printed.plain(data.text).replace("\n", "<br>")
        blocks.append(Text(text, study=not large, large=large))
    return tuple(blocks)


def _cards(data: Annotate, w: "Words") -> tuple[Block, ...]:
    """Give each place as a card, in order of reading; a picture stays whole."""
    choices = Ticks((("", w.t("It matters")), ("", w.t("It only looks odd"))))
    if data.picture:
        return (printed.specimen(Picture(data.picture)), choices)
    held = [
        (
            Text(printed.plain(printed.quoted(data.text[start:end], w)), study=True),
            choices,
        )
        for start, end, _ in spans(data)
    ]
    return printed.cards(held, made_up=w)


def _answers(
    data: Annotate, w: "Words"
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    header = (w.t("Place"), w.t("What it is"), w.t("Why"))
    marked = [(spot, w.t("It matters")) for spot in data.targets]
    marked += [(spot, w.t("It only looks odd")) for spot in data.decoys]
    rows = tuple(
        (
            printed.plain(
                printed.quoted(spot.span, w) if spot.span else _where(spot, w)
            ),
            f"{printed.bold(says)}<br>{printed.plain(spot.label)}",
            printed.plain(spot.why),
        )
        for spot, says in marked
    )
    return header, rows


def _where(spot: Spot, w: "Words") -> str:
    """Say in words where in the picture a place is."""
    left, top, width, height = spot.region or (0.0, 0.0, 1.0, 1.0)
    across, down = left + width / 2, top + height / 2
    names = (
        (w.t("top left"), w.t("top middle"), w.t("top right")),
        (w.t("middle left"), w.t("in the middle"), w.t("middle right")),
        (w.t("bottom left"), w.t("bottom middle"), w.t("bottom right")),
    )
    return names[min(2, int(down * 3))][min(2, int(across * 3))]


KIND = Kind("annotate", Annotate, check, paper)
