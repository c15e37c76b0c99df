"""Making something: a poster, a script, a card, or the exit slip that ends a lesson."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Kind, Option, Problem, Question
from milkit.activities.marks import same_ids
from milkit.activities.paper import Block, Bullets, Lines, Picture, Table, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

PRODUCTS = ("poster", "script", "card", "slip")
PILES = ("not-yet", "nearly", "reached")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the rubric."""

    id: Annotated[str, Says("its name", role="id")]
    criterion: Annotated[str, Says("what is looked at")]
    levels: Annotated[
        tuple[str, ...],
        Says("three levels: not yet, nearly, reached", least=3, most=3),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Create:
    """Something each student or group makes, with a rubric to look at it."""

    id: Annotated[str, Says("stands after the word create", role="id")]
    product: Annotated[
        str, Says("what is made; slip: the exit slip", one_of=PRODUCTS, role="value")
    ]
    brief: Annotated[str, Says("the task")]
    prompts: Annotated[tuple[str, ...], Says("questions or parts to fill in")] = ()
    lines: Annotated[int, Says("lines to write on, over all prompts")]
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""
    example: Annotated[str, Says("what a good one may look like")] = ""
    rubric: Annotated[tuple[Criterion, ...], Says("how to look at it", least=1, most=4)]


def check(data: Create) -> list[Problem]:
    """Check ids, lines, and that an exit slip has one rubric line."""
    problems = same_ids([c.id for c in data.rubric], ("rubric",))
    if not 0 <= data.lines <= 20:  # noqa: PLR2004 - a page has about 25
        problems.append(
            Problem(f"`lines` is {data.lines}", "write 0 to 20", ("lines",))
        )
    if data.product == "slip" and len(data.rubric) != 1:
        what = f"the exit slip has {len(data.rubric)} rubric lines"
        problems.append(
            Problem(what, "give it one, so that slips go into three piles", ("rubric",))
        )
    return problems


def questions(data: Create) -> tuple[Question, ...]:
    """Give the three piles of an exit slip; other products are not counted."""
    if data.product != "slip" or not data.rubric:
        return ()
    rubric = data.rubric[0]
    options = tuple(
        Option(i, text) for i, text in zip(PILES, rubric.levels, strict=False)
    )
    return (Question(rubric.id, rubric.criterion, options, "reached"),)


def keyed(data: Create) -> bool:
    """Tell whether it is the exit slip, whose rubric the teacher needs."""
    return data.product == "slip"


def paper(data: Create, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the task to hold up, a sheet or card to write on, or the rubric."""
    picture = (
        (printed.specimen(Picture(data.picture, width=0.6)),) if data.picture else ()
    )
    if part == printed.KEY:
        return _rubric(data, w)
    if part == printed.BIG:
        prompts = (Bullets(tuple(map(printed.plain, data.prompts)), ordered=True),)
        return (
            Text(printed.plain(data.brief), large=True),
            *picture,
            *(prompts if data.prompts else ()),
        )
    written = _written(data, w)
    if part == printed.CARDS:
        return printed.cards([(Text(printed.plain(data.brief)), *written)], 1)
    return (Text(printed.plain(data.brief)), *picture, *written)


def _written(data: Create, w: "Words") -> tuple[Block, ...]:
    """Share the lines out over the prompts, the first ones getting what is left."""
    if not data.prompts:
        return (Lines(data.lines),) if data.lines else ()
    each, left = divmod(data.lines, len(data.prompts))
    return tuple(
        block
        for i, prompt in enumerate(data.prompts)
        for block in printed.task(i + 1, prompt, each + (i < left), w)
    )


def _rubric(data: Create, w: "Words") -> tuple[Block, ...]:
    header = ("", w.t("Not yet"), w.t("Nearly"), w.t("Reached"))
    rows = tuple(
        (printed.bold(c.criterion), *map(printed.plain, c.levels)) for c in data.rubric
    )
    example = (Text(printed.plain(w.t("For example: {words}", words=data.example))),)
    return (
        Text(printed.plain(data.brief)),
        Table(header, rows, (0.22, 0.26, 0.26, 0.26)),
        *(example if data.example else ()),
    )


KIND = Kind("create", Create, check, paper, needs=(), questions=questions, keyed=keyed)
