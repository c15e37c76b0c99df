"""Making something: a poster, a script, a card, or the exit slip that ends a lesson."""

from dataclasses import dataclass
from typing import Annotated

from milkit.activities.kind import Kind, Option, Problem, Question
from milkit.activities.marks import same_ids
from milkit.activities.shape import Says

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


KIND = Kind("create", Create, check, needs=(), questions=questions, keyed=keyed)
