"""The lesson-plan forms of the countries: data files, read and checked."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from milkit.activities.reading import read_shape
from milkit.activities.shape import Says
from milkit.content.breaks import with_word_ends
from milkit.content.finding import Finding, Flaw
from milkit.content.text import decode
from milkit.content.toml import flaws, line_of, read_toml
from milkit.ground.errors import LessonBroken
from milkit.ground.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("text", "list", "steps", "blank", "table")
LAYOUTS = ("table", "labelled", "merged")
COLUMNS = (
    "number",
    "minutes",
    "title",
    "you",
    "students",
    "product",
    "objective",
    "grouping",
    "assessment",
    "paper",
    "level",
    "count",
    "tick",
    "choice",
)
ByLanguage = dict[str, str]


_Heading = Annotated[ByLanguage, Says("a heading by language")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The headings of what is printed of a step or a table."""

    number: _Heading = field(default_factory=dict)
    minutes: _Heading = field(default_factory=dict)
    title: _Heading = field(default_factory=dict)
    you: _Heading = field(default_factory=dict)
    students: _Heading = field(default_factory=dict)
    product: _Heading = field(default_factory=dict)
    objective: _Heading = field(default_factory=dict)
    grouping: _Heading = field(default_factory=dict)
    assessment: _Heading = field(default_factory=dict)
    paper: _Heading = field(default_factory=dict)
    level: _Heading = field(default_factory=dict)
    count: _Heading = field(default_factory=dict)
    tick: _Heading = field(default_factory=dict)
    choice: _Heading = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a form: a label and what stands under it."""

    id: Annotated[str, Says("its name in the file", role="id")]
    label: Annotated[ByLanguage, Says("the heading by language")]
    kind: Annotated[str, Says("what it prints", one_of=KINDS, role="value")]
    from_: Annotated[
        tuple[str, ...], Says("paths of what it prints", role="value")
    ] = ()
    lines: Annotated[int, Says("lines to write on")] = 0
    note: Annotated[ByLanguage, Says("small words below the label")] = field(
        default_factory=dict
    )
    numbered: Annotated[bool, Says("numbers instead of bullets")] = False
    columns: Annotated[
        tuple[str, ...], Says("ids of columns", one_of=COLUMNS, role="value")
    ] = ()
    layout: Annotated[str, Says("how steps stand", one_of=LAYOUTS, role="value")] = (
        "table"
    )
    choices: Annotated[str, Says("the group of choices to show", role="id")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of a form."""

    id: Annotated[str, Says("its name in the file", role="id")]
    label: Annotated[ByLanguage, Says("the heading by language; empty: none")]
    rows: Annotated[tuple[Row, ...], Says("its rows", least=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to tick."""

    group: Annotated[str, Says("the group it belongs to", role="id")]
    id: Annotated[str, Says("its name", role="id")]
    label: Annotated[ByLanguage, Says("what is printed, by language")]
    competencies: Annotated[
        tuple[str, ...], Says("competencies that tick it", role="value")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFormat:
    """One form of lesson plan; *own_name* is its name in its own language."""

    format: Annotated[int, Says("1")]
    id: Annotated[str, Says("the name of the file", role="id")]
    name: Annotated[str, Says("its English name")]
    country: Annotated[str, Says("two letters, or empty", role="value")] = ""
    own_name: Annotated[str, Says("its name in its own language")]
    languages: Annotated[tuple[str, ...], Says("its languages", role="value", least=1)]
    source: Annotated[str, Says("where its fields were read")]
    title: Annotated[ByLanguage, Says("the title by language")]
    columns: Annotated[Columns, Says("headings of columns")] = Columns()
    sections: Annotated[tuple[Part, ...], Says("its sections", least=1)]
    choices: Annotated[tuple[Choice, ...], Says("things to tick")] = ()

    def said(self, texts: ByLanguage, lang: str) -> str:
        """Give the text in *lang*, else in the form's first language, else English."""
        for code in (lang, *self.languages, "en"):
            if code in texts:
                return (
                    with_word_ends(texts[code], code) if code != "my" else texts[code]
                )
        return ""

    def heading(self, column: str, lang: str) -> str:
        """Give the heading of a column."""
        return self.said(getattr(self.columns, column), lang)


def formats(folder: "Path | None" = None) -> list[PlanFormat]:
    """Give all forms, the simple one first, then by name; LessonBroken if one is."""
    found = []
    for path in form_files(folder):
        form, wrong = read_form(path)
        if form is None or wrong:
            problems = tuple((flaw.line, flaw.what, flaw.mend) for flaw in wrong)
            raise LessonBroken(path, problems)
        found.append(form)
    return sorted(found, key=lambda form: (form.country != "", form.name))


def form_files(folder: "Path | None" = None) -> "list[Path]":
    """List the files of the forms."""
    return sorted((folder or resources() / "plans").glob("*.toml"))


def read_form(path: "Path") -> tuple[PlanFormat | None, list[Flaw]]:
    """Read one form with everything that is wrong with it."""
    text, wrong = decode(path.read_bytes())
    table, bad = read_toml(text, 1)
    if bad:
        return None, wrong + bad
    form, problems = read_shape(PlanFormat, table)
    wrong += flaws(problems, text, 1)
    if form is not None:
        wrong += _check(form, path, text)
    return form, wrong


def check_form(path: "Path") -> list[Finding]:
    """Check one form."""
    return [flaw.within(path) for flaw in read_form(path)[1]]


def _check(form: PlanFormat, path: "Path", text: str) -> list[Flaw]:
    wrong: list[Flaw] = []
    if form.format != 1:
        wrong.append(Flaw(1, f"`format` is {form.format}", "write 1"))
    if form.id != path.stem:
        wrong.append(Flaw(1, f"`id` is {form.id}", f'write id = "{path.stem}"'))
    seen: set[str] = set()
    for i, part in enumerate(form.sections):
        for j, row in enumerate(part.rows):
            line = line_of(("sections", i, "rows", j), text, 1)
            if row.id in seen:
                wrong.append(
                    Flaw(
                        line, f"the row “{row.id}” stands twice", "give each its own id"
                    )
                )
            seen.add(row.id)
            wrong += [
                Flaw(line, f"row “{row.id}”: {what}", mend)
                for what, mend in _row(form, row)
            ]
    return wrong


def _row(form: PlanFormat, row: Row) -> list[tuple[str, str]]:
    from milkit.content.plan_values import is_path

    found = []
    if (row.kind == "blank") == bool(row.from_):
        found.append(
            ("`from` does not go with this kind", "every kind but blank has `from`")
        )
    if (row.kind in {"steps", "table"}) != bool(row.columns):
        found.append(
            ("`columns` does not go with this kind", "steps and table have columns")
        )
    found += [
        (f"`{p}` is no path", "see the list in generic.toml")
        for p in row.from_
        if not is_path(p, row.kind)
    ]
    found += [
        (f"the column “{c}” has no heading", "add it under [columns]")
        for c in row.columns
        if not getattr(form.columns, c)
    ]
    groups = {choice.group for choice in form.choices}
    if row.from_ == ("choices",) and row.choices not in groups:
        found.append(
            (
                f"there is no group “{row.choices}”",
                "write the group of some [[choices]]",
            )
        )
    return found
