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
# Codes are the numbers of slips, never names. An answer is as it was keyed; "" = left
# empty; true is 1, 0, or empty for items that are neither.
CHECKS = """SELECT id AS given, check_id AS "check", title, lang,
    class_name AS class, students, phase, way, forms, short, begun, done,
    sample AS made_up FROM check_given ORDER BY n, id"""
ANSWERS = """SELECT check_answer.given, check_given.phase, check_answer.code,
    check_answer.form, check_answer.item, check_answer.answer,
    CASE WHEN check_given.true_items = '' THEN NULL
    ELSE instr(' ' || check_given.true_items || ' ', ' ' || item || ' ') > 0
    END AS "true"
    FROM check_answer JOIN check_given ON check_given.id = check_answer.given
    WHERE NOT EXISTS (SELECT 1 FROM check_absent AS away
        WHERE away.given = check_answer.given AND away.code = check_answer.code)
    ORDER BY check_given.n, check_answer.given, code, item"""
HANDS = """SELECT check_hands.given, check_given.phase, check_hands.item,
    check_hands.answer, check_hands.hands
    FROM check_hands JOIN check_given ON check_given.id = check_hands.given
    ORDER BY check_given.n, check_hands.given, item, answer"""
SHEETS = (
    ("Lessons", LESSONS),
    ("Steps", STEPS),
    ("Counts", COUNTS),
    ("Slips", SLIPS),
    ("Checks", CHECKS),
    ("Answers", ANSWERS),
    ("Hands", HANDS),
)
# What a column means, for whoever opens the workbook years later.
MEANINGS = {
    "run": "one teaching of a lesson",
    "started": "local time when it began",
    "ended": "local time when it ended; empty = not yet",
    "how": "open, finished or abandoned",
    "lesson": "id of the lesson",
    "topic": "topic of the lesson",
    "lang": "language",
    "pack": "pack of the lesson",
    "version": "version of the pack",
    "class": "the teacher's name for the class; no student is named anywhere",
    "students": "students of the class",
    "present": "students here, as counted; empty = not counted",
    "period": "minutes of the school's period",
    "minutes": "minutes taught",
    "steps": "steps planned",
    "steps_taught": "steps reached",
    "made_up": "1 = made up for trying out",
    "number": "place of the step, from 1",
    "planned": "minutes in the plan",
    "given": "minutes the teacher gave the step; in checks: one giving of a check",
    "taught": "minutes taught",
    "reached": "1 = the step was reached; in Slips: slips in the pile “reached”",
    "left_out": "1 = the teacher left the step out",
    "option": "answer that was voted for",
    "hands": "hands for it",
    "again_of": "the first vote that this is the second of",
    "not_yet": "slips in the pile “not yet”",
    "nearly": "slips in the pile “nearly”",
    "check": "id of the check",
    "phase": "before, after or once",
    "way": "paper, hands or typed",
    "forms": "form of odd codes and form of even codes",
    "short": "1 = short form",
    "begun": "local time when the check was begun",
    "done": "sheets keyed",
    "code": "number of the student's slip, as text: never a name",
    "form": "form that the student had",
    "item": "id of the item",
    "answer": "real, false, unsure …; empty = left empty",
    "true": "1 = the item is true, 0 = false, empty = neither",
}
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
    Write *path*: csv (a row a count), xlsx (sheets and a codebook), jsonl (the log).

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
    import xlsxwriter

    content = io.BytesIO()
    written = 0
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for title, query in SHEETS:
            names, rows = records.table(query)
            written += len(rows) if title == "Lessons" else 0
            _fill(book.add_worksheet(title), names, rows, bold)
        _fill(
            book.add_worksheet("Codebook"),
            ["column", "what it means"],
            list(MEANINGS.items()),
            bold,
        )
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
