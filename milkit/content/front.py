"""The front matter of a lesson: the table between the two lines of +++."""

from dataclasses import dataclass, field
from typing import Annotated

from milkit.activities.shape import Says
from milkit.content.lesson import Fact, Plan

TOPICS = ("rumours", "sources", "images", "ads", "privacy", "hate", "media")
NEEDS = ("projector", "paper", "phones", "speaker", "practice-web")
COMPETENCIES = ("A1", "A2", "A3", "A4", "E1", "E2", "E3", "E4", "C1", "C2", "C3", "C4")
MODULES = tuple(f"M{n}" for n in range(1, 15))
REVIEWS = ("draft", "checked by a native reader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture: one drawing may give the whole and its crops."""

    file: Annotated[str, Says("a file in media/", role="value")]
    cut: Annotated[
        tuple[float, float, float, float] | None,
        Says("left, top, width, height as shares of the file", role="value"),
    ] = None
    alt: Annotated[str, Says("what is in it, for those who cannot see it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front matter of one language file."""

    id: Annotated[str, Says("the number of the lesson, like L14", role="id")]
    title: Annotated[str, Says("the title of the lesson")]
    summary: Annotated[str, Says("one sentence for the list of lessons")]
    topic: Annotated[str, Says("one of the seven topics", one_of=TOPICS, role="value")]
    band: Annotated[
        str,
        Says("P 9-11, J 12-14, S 15-18 years", one_of=("P", "J", "S"), role="value"),
    ]
    ages: Annotated[tuple[int, int], Says("youngest and oldest")]
    minutes: Annotated[int, Says("the sum of the core steps")]
    optional_minutes: Annotated[int, Says("the sum of the optional steps")] = 0
    unesco: Annotated[
        tuple[str, ...],
        Says("UNESCO modules", one_of=MODULES, role="value", least=1),
    ]
    competencies: Annotated[
        tuple[str, ...],
        Says("competencies", one_of=COMPETENCIES, role="value", least=1),
    ]
    sdg: Annotated[tuple[int, ...], Says("sustainable development goals")] = ()
    technique: Annotated[str, Says("the one technique it trains", role="id")]
    needs: Annotated[
        tuple[str, ...],
        Says(
            "what the class must have; a paper way always exists",
            one_of=NEEDS,
            role="value",
        ),
    ] = ()
    outcomes: Annotated[
        tuple[str, ...],
        Says("what students can do at the end", least=1, most=5),
    ]
    ready: Annotated[
        tuple[str, ...], Says("what to have ready that is not printed")
    ] = ()
    review: Annotated[str, Says("who has read it", one_of=REVIEWS, role="value")] = (
        "draft"
    )
    pictures: Annotated[dict[str, Drawn], Says("the pictures by their names")] = field(
        default_factory=dict
    )
    plan: Annotated[Plan, Says("words for the lesson-plan forms of the countries")]
    facts: Annotated[tuple[Fact, ...], Says("every fact a teacher may repeat")] = ()
    source: Annotated[
        dict[str, str],
        Says("in a translation: written by milkit format --stamp", role="value"),
    ] = field(default_factory=dict)
