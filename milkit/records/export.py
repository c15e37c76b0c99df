"""Write the records for other programs: a table, a workbook, or the log itself."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from milkit.ground import files
from milkit.ground.errors import FileUnknown, FileUnreadable
from milkit.records import log, place
from milkit.records.event import from_line
from milkit.records.reading import PRESENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from milkit.records.event import Event
    from milkit.records.store import Records

_PRIVATE = "line_written"
FORMATS = ("csv", "xlsx", "jsonl")
_MARK = "\ufeff"  # or spreadsheets take Khmer for Latin
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# The one place that says what a report on lessons counts; no private line in it.
_LESSONS = f"""SELECT run.id AS run, run.started, run.ended, run.how, run.lesson,
    run.title, run.topic, run.lang, run.pack, run.version, run.class_name AS class,
    run.students, {PRESENT} AS present, run.period,
    round(run.seconds / 60.0, 1) AS minutes, run.steps, run.steps_taught,
    run.sample AS made_up"""
LESSONS = f"{_LESSONS} FROM run ORDER BY run.n, run.id"
STEPS = """SELECT run_step.run, run_step.place + 1 AS number, run_step.step,
    run_step.title, run_step.planned, run_step.minutes AS given,
    round(run_step.seconds / 60.0, 1) AS taught, run_step.reached, run_step.left_out
    FROM run_step JOIN run ON run.id = run_step.run ORDER BY run.n, run.id, place"""
COUNTS = """SELECT run_count.run, run_count.activity, run_count.question,
    run_count.option, run_count.hands, run_count.again AS again_of
    FROM run_count JOIN run ON run.id = run_count.run
    ORDER BY run.n, run.id, activity, question, option"""
SLIPS = """SELECT run_slip.run, run_slip.activity, run_slip.not_yet, run_slip.nearly,
    run_slip.reached FROM run_slip JOIN run ON run.id = run_slip.run
    ORDER BY run.n, run.id, activity"""
ALL = f"""{_LESSONS}, activity, question, option, hands, again AS again_of
    FROM run LEFT JOIN run_count ON run_count.run = run.id
    ORDER BY run.n, run.id, activity, question, option"""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: *rows* of the table, or events of the log."""

    path: Path
    rows: int


def export(
    records: Records, path: Path, form: str, *, private: bool = False
) -> Exported:
    """
    Write *path* as csv (a row a count), xlsx (four sheets) or jsonl (the log).

    The teacher's own lines are in the log only when *private* is asked for.
    """
    content, rows = {"csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl}[form](
        records, private
    )
    if place.away(path.parent):
        files.write_to_stick(path, content)
    else:
        files.write_whole(path, content)
    return Exported(path, rows)


def read_log(path: Path) -> Iterator[Event]:
    """Give the events of an exported log; broken lines raise FileUnknown."""
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield from_line(line)
    except OSError as e:
        raise FileUnreadable(path) from e
    except ValueError as e:  # no event, or no UTF-8
        raise FileUnknown(path) from e


def _csv(records: Records, _: bool) -> tuple[bytes, int]:  # noqa: FBT001 - a table's
    import csv

    names, rows = records.table(ALL)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return (_MARK + text.getvalue()).encode(), len(rows)


def _harmless(cell: Any) -> Any:
    """Keep a class that is called "=1+1" from being a formula in a spreadsheet."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _xlsx(records: Records, _: bool) -> tuple[bytes, int]:  # noqa: FBT001 - a table's
    import xlsxwriter  # type: ignore[import-untyped]  # it has no types

    content = io.BytesIO()
    written = 0
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for title, query in (
            ("Lessons", LESSONS),
            ("Steps", STEPS),
            ("Counts", COUNTS),
            ("Slips", SLIPS),
        ):
            names, rows = records.table(query)
            written += len(rows) if title == "Lessons" else 0
            _fill(book.add_worksheet(title), names, rows, bold)
    return content.getvalue(), written


def _fill(
    sheet: Any, names: list[str], rows: list[tuple[Any, ...]], bold: object
) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, names, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)


def _jsonl(records: Records, private: bool) -> tuple[bytes, int]:  # noqa: FBT001 - a table's
    lines = [
        log.line(event)
        for event in records.events()
        if private or event.kind != _PRIVATE
    ]
    return "".join(f"{line}\n" for line in lines).encode(), len(lines)
