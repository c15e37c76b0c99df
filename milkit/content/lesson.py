"""A lesson as data: what the parser makes, the pack holds and the screens show."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from milkit.activities.shape import Says

PARTS = ("big", "cards", "questions", "cards+questions", "key")


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

    text: Annotated[str, Says("the fact")]
    source: Annotated[str, Says("the address where it was read", role="value")]
    review_by: Annotated[date, Says("the day to look at it again", role="value")]


@dataclass(frozen=True, slots=True)
class Plan:
    """The words that the lesson-plan forms of the countries need."""

    subjects: Annotated[tuple[str, ...], Says("school subjects it fits", least=1)] = ()
    key_idea: Annotated[str, Says("the one idea of the lesson")] = ""
    prior: Annotated[str, Says("what students can already do")] = ""
    knowledge: Annotated[str, Says("what they will know")] = ""
    skill: Annotated[str, Says("what they will be able to do")] = ""
    attitude: Annotated[str, Says("how they will see it")] = ""
    values: Annotated[tuple[str, ...], Says("values it touches", least=1)] = ()
    resources: Annotated[str, Says("what it is taught with")] = ""
    partners: Annotated[str, Says("who helps from outside the class")] = ""
    assess_before: Annotated[str, Says("what is checked before")] = ""
    assess_during: Annotated[str, Says("what is checked during the lesson")] = ""
    assess_after: Annotated[str, Says("what is checked at the end")] = ""
    remedial: Annotated[str, Says("what helps those who are not there yet")] = ""
    enrichment: Annotated[str, Says("what those who are ahead can do")] = ""
    reflect: Annotated[
        tuple[str, ...], Says("questions the teacher asks herself", least=1)
    ] = ()


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

    use: Annotated[
        tuple[str, ...], Says("the activities it prints", role="activity")
    ] = ()
    part: Annotated[str, Says("which form of them", one_of=PARTS, role="value")] = (
        "questions"
    )
    picture: Annotated[
        tuple[str, ...], Says("pictures to print first", role="picture")
    ] = ()
    alternate: Annotated[
        bool, Says("one activity a sheet, half of the sheets of each")
    ] = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of the form for the teacher's own example."""

    id: Annotated[str, Says("its name", role="id")]
    text: Annotated[str, Says("the question")]
    lines: Annotated[int, Says("lines to write on")] = 1


@dataclass(frozen=True, slots=True)
class Local:
    """The slot for the teacher's own example (a ```local fence)."""

    id: Annotated[str, Says("stands after the word local", role="id")]
    instead_of: Annotated[str, Says("the activity it can replace", role="activity")]
    kind: Annotated[str, Says("the kind of that activity", role="value")]
    ask: Annotated[tuple[Ask, ...], Says("the fields of the form", least=1)] = ()
    rules: Annotated[
        tuple[str, ...], Says("what an example must keep to", least=1)
    ] = ()
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
    """A part without minutes: know, safety, paper, take-home, local, key."""

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
        return next((a for a in self.every_activity if a.id == wanted), None)

    @property
    def every_activity(self) -> tuple[Activity, ...]:
        """All activities of the steps and the boosters, in order."""
        parts = [s.blocks for s in self.steps] + [b.blocks for b in self.boosters]
        return tuple(b for blocks in parts for b in blocks if isinstance(b, Activity))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of activity of its steps, each once, in order of teaching."""
        return tuple(dict.fromkeys(a.kind for s in self.steps for a in s.activities))
