"""A lesson as the lesson plan that a country's form asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import Bullets, Heading, Lines, Sheet, Side, Table, Text
from milkit.content.flow import blocks_of
from milkit.content.lesson import Activity, Note
from milkit.content.plan_forms import PlanFormat, formats
from milkit.content.plan_steps import labelled, merged, table
from milkit.content.plan_values import ClassInfo, steps_at, texts_at
from milkit.content.sheets import note_html

if TYPE_CHECKING:
    from milkit.activities.paper import Block
    from milkit.content.lesson import Lesson
    from milkit.content.plan_forms import Row
    from milkit.ground.words import Words

NOBODY = ClassInfo()
LAYOUTS = {"table": table, "labelled": labelled, "merged": merged}

__all__ = ["ClassInfo", "PlanFormat", "formats", "plan_sheet"]


def plan_sheet(
    lesson: Lesson, format_id: str, words: Words, class_info: ClassInfo = NOBODY
) -> Sheet:
    """
    Fill the form *format_id* from *lesson*; LookupError if there is no such form.

    Rows that the lesson has nothing for keep their label and lines to write on.
    """
    form = next((f for f in formats() if f.id == format_id), None)
    if form is None:
        raise LookupError(format_id)
    return filled(lesson, form, words, class_info)


def filled(lesson: Lesson, form: PlanFormat, words: Words, info: ClassInfo) -> Sheet:
    """Fill a *form* from *lesson*."""
    filler = _Filler(lesson, form, words, info)
    blocks: list[Block] = []
    for part in form.sections:
        label = form.said(part.label, lesson.lang)
        blocks += [Heading(label, 2)] if label else []
        blocks += filler.rows(part.rows)
    title = form.said(form.title, lesson.lang)
    return Sheet(f"plan-{form.id}", title, tuple(blocks), teacher_only=False)


class _Filler:
    """Fills the rows of one form from one lesson."""

    def __init__(
        self, lesson: Lesson, form: PlanFormat, w: Words, info: ClassInfo
    ) -> None:
        self.lesson, self.form, self.w, self.info = lesson, form, w, info

    def rows(self, rows: tuple[Row, ...]) -> list[Block]:
        """Give the rows; short fields that follow each other stand two and two."""
        blocks: list[Block] = []
        waiting: list[tuple[Block, ...]] = []
        for row in rows:
            if row.kind == "blank" and not row.lines:
                waiting.append(self._short(row))
                continue
            blocks += [*_paired(waiting), *self._row(row)]
            waiting = []
        return [*blocks, *_paired(waiting)]

    def _label(self, row: Row) -> str:
        return self.form.said(row.label, self.lesson.lang)

    def _short(self, row: Row) -> tuple[Block, ...]:
        typed = self.info.typed.get(row.id, "")
        label = self._label(row)
        if typed:
            return (Text(f"{printed.bold(label)}: {printed.plain(typed)}"),)
        return (Lines(1, label),)

    def _row(self, row: Row) -> list[Block]:
        content = self._content(row)
        lines = [Lines(row.lines)] if row.lines and content else []
        lines = lines if content else [Lines(max(row.lines, 1))]
        note = self.form.said(row.note, self.lesson.lang)
        small: list[Block] = [Text(printed.plain(note), small=True)] if note else []
        label: Block = Heading(self._label(row), 3)
        return [label, *small, *content, *lines]

    def _content(self, row: Row) -> list[Block]:
        if row.kind == "blank":
            typed = self.info.typed.get(row.id, "")
            return [Text(printed.plain(typed))] if typed else []
        if row.kind == "steps":
            return self._steps(row)
        if row.kind == "table":
            return self._slips(row) if row.from_ == ("slip",) else self._choices(row)
        if row.kind == "list":
            texts = [t for path in row.from_ for t in self._texts(path)]
            items = tuple(map(printed.plain, texts))
            return [Bullets(items, ordered=row.numbered)] if items else []
        return [block for path in row.from_ for block in self._said(path)]

    def _texts(self, path: str) -> list[str]:
        return texts_at(path, self.lesson, self.info, self.w)

    def _said(self, path: str) -> list[Block]:
        if path.startswith("section."):
            section = self.lesson.section(path.removeprefix("section."))
            notes = (
                [b for b in section.blocks if isinstance(b, Note)] if section else []
            )
            return [block for note in notes for block in blocks_of(note_html(note))]
        texts = self._texts(path)
        return [Text(printed.plain("; ".join(texts)))] if texts else []

    def _steps(self, row: Row) -> list[Block]:
        wanted = {
            s.id for path in row.from_ for s in steps_at(path, self.lesson, self.info)
        }
        steps = [s for s in self.lesson.steps if s.id in wanted]
        if not steps:
            return []
        headings = {c: self.form.heading(c, self.lesson.lang) for c in row.columns}
        return LAYOUTS[row.layout](self.lesson, steps, headings, self.info, self.w)

    def _slips(self, row: Row) -> list[Block]:
        slip = next(
            (
                b.data
                for s in self.lesson.steps
                for b in s.blocks
                if isinstance(b, Activity) and getattr(b.data, "product", "") == "slip"
            ),
            None,
        )
        if slip is None:
            return []
        counts = [self.w.number(n) for n in self.info.slips or ()] or [""] * 3
        cells = [
            {"level": printed.plain(level), "count": count}
            for level, count in zip(slip.rubric[0].levels, counts, strict=True)
        ]
        return [self._table(row, cells, {"level": 0.78, "count": 0.22})]

    def _choices(self, row: Row) -> list[Block]:
        cells = []
        for choice in self.form.choices:
            if choice.group != row.choices:
                continue
            meant = bool(set(choice.competencies) & set(self.lesson.competencies))
            ticked = self.info.ticked.get(choice.id, meant)
            label = self.form.said(choice.label, self.lesson.lang)
            cells.append(
                {"tick": "[x]" if ticked else "[  ]", "choice": printed.plain(label)}
            )
        return [self._table(row, cells, {"tick": 0.16, "choice": 0.84})]

    def _table(
        self, row: Row, cells: list[dict[str, str]], widths: dict[str, float]
    ) -> Table:
        header = tuple(
            printed.plain(self.form.heading(c, self.lesson.lang)) for c in row.columns
        )
        body = tuple(tuple(line[c] for c in row.columns) for line in cells)
        return Table(header, body, tuple(widths[c] for c in row.columns))


def _paired(fields: list[tuple[Block, ...]]) -> list[Block]:
    """Put short fields two and two on a line."""
    blocks: list[Block] = []
    for one in range(0, len(fields), 2):
        other = fields[one + 1] if one + 1 < len(fields) else ()
        blocks.append(Side(fields[one], other, 0.5))
    return blocks
