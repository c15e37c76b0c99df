"""A lesson as data: what the parser makes, the pack holds and the screens show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Picture:
    """A named picture: *cut* is left, top, width, height as shares of the file."""

    name: str
    file: str
    alt: str
    cut: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact a teacher may repeat, with where it was read."""

    text: str
    source: str
    review_by: date


@dataclass(frozen=True, slots=True)
class Plan:
    """The words that the lesson-plan forms of the countries need."""

    subjects: tuple[str, ...] = ()
    key_idea: str = ""
    prior: str = ""
    knowledge: str = ""
    skill: str = ""
    attitude: str = ""
    values: tuple[str, ...] = ()
    resources: str = ""
    partners: str = ""
    assess_before: str = ""
    assess_during: str = ""
    assess_after: str = ""
    remedial: str = ""
    enrichment: str = ""
    reflect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A likely answer: *mark* is + right, ~ half right, - not yet."""

    mark: str
    said: str
    reply: str


@dataclass(frozen=True, slots=True)
class Note:
    """
    One labelled paragraph for the teacher.

    *label* is text, say, do, students, likely, tip, paper, ahead, lost, restart or
    beat; *text* is the Markdown as written, *html* what was made of it when the pack
    was built. A likely note holds *answers*; a beat holds its title and *minutes*.
    """

    label: str
    text: str = ""
    html: str = ""
    answers: tuple[Answer, ...] = ()
    minutes: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """A fence: *kind* names the module in activities/, *data* is its dataclass."""

    id: str
    kind: str
    data: Any
    line: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """What a handout prints of the activities (a ```paper fence)."""

    use: tuple[str, ...] = ()
    part: str = "questions"
    picture: tuple[str, ...] = ()
    alternate: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of the form for the teacher's own example."""

    id: str
    text: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Local:
    """The slot for the teacher's own example (a ```local fence)."""

    id: str
    instead_of: str
    kind: str
    ask: tuple[Ask, ...] = ()
    rules: tuple[str, ...] = ()
    line: int = 0


Block = Note | Activity | Paper | Local


@dataclass(frozen=True, slots=True)
class Step:
    """A timed part; *outcomes* are 1-based, *lead* is its line in the plan."""

    id: str
    title: str
    minutes: int
    grouping: str
    phase: str
    outcomes: tuple[int, ...]
    split: bool
    optional: bool
    lead: str
    blocks: tuple[Block, ...]
    line: int = 0

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The step's activities in order."""
        return tuple(b for b in self.blocks if isinstance(b, Activity))

    def notes(self, *labels: str) -> tuple[Note, ...]:
        """Give the step's notes with one of the *labels*, in order."""
        return tuple(
            b for b in self.blocks if isinstance(b, Note) and b.label in labels
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A part without a time in the lesson: know, safety, paper, take-home, local, key."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    html: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Booster:
    """Five minutes that keep a lesson fresh, *week* weeks later."""

    id: str
    title: str
    minutes: int
    week: int
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to print: *per* 1, 4 or class; *when* always, paper or optional."""

    id: str
    title: str
    per: str
    when: str
    up: int
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson in one language."""

    id: str
    lang: str
    title: str
    summary: str
    topic: str
    band: str
    ages: tuple[int, int]
    minutes: int
    optional_minutes: int
    unesco: tuple[str, ...]
    competencies: tuple[str, ...]
    sdg: tuple[int, ...]
    technique: str
    needs: tuple[str, ...]
    outcomes: tuple[str, ...]
    ready: tuple[str, ...]
    review: str
    pictures: dict[str, Picture]
    plan: Plan
    facts: tuple[Fact, ...]
    source: dict[str, str]
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]
    boosters: tuple[Booster, ...]
    handouts: tuple[Handout, ...]
    credits: dict[str, str] = field(default_factory=dict)  # picture file -> credit line

    @property
    def core(self) -> tuple[Step, ...]:
        """The steps of the core minutes, without the optional ones."""
        return tuple(s for s in self.steps if not s.optional)

    def section(self, wanted: str) -> Section | None:
        """Give the section with the id *wanted*, or None."""
        return next((s for s in self.sections if s.id == wanted), None)

    def activity(self, wanted: str) -> Activity | None:
        """Give the activity with the id *wanted* from any step or booster, or None."""
        for part in (*self.steps, *self.boosters):
            for block in part.blocks:
                if isinstance(block, Activity) and block.id == wanted:
                    return block
        return None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of activity of its steps, each once, in order of teaching."""
        return tuple(dict.fromkeys(a.kind for s in self.steps for a in s.activities))
