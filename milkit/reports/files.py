"""A report as a CSV or a workbook with a codebook; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from milkit.ground import files
from milkit.records import place

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.words import Words
    from milkit.reports.report import Cell, Report, Table

FORMATS = ("csv", "xlsx")
_MARK = "\ufeff"  # or spreadsheets take Khmer for Latin
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 31  # letters of a sheet's name


def save(report: Report, path: Path, w: Words) -> None:
    """Write *path* in the format that it ends in. Raises mishaps of writing."""
    made = as_xlsx(report, w) if path.suffix.lower() == ".xlsx" else as_csv(report)
    if place.away(path.parent):
        files.write_to_stick(path, made)
    else:
        files.write_whole(path, made)


def as_csv(report: Report) -> bytes:
    """Give the tables one under the other, each under its name and its heads."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_harmless(report.title)])
    writer.writerow([_harmless(report.facts)])
    writer.writerow([_harmless(f"{report.head} {report.text}".strip())])
    for line in _notes(report):
        writer.writerow([_harmless(line)])
    for table in report.tables:
        writer.writerow([])
        writer.writerow([_harmless(table.title)])
        writer.writerow([_harmless(column.title) for column in table.columns])
        for row in table.rows:
            writer.writerow([_in_csv(cell) for cell in row])
    return (_MARK + text.getvalue()).encode()


def _notes(report: Report) -> list[str]:
    found = [*report.sure, report.hidden]
    found += [table.note for table in report.tables]
    return [line for line in found if line]


def _in_csv(cell: Cell) -> object:
    if isinstance(cell.value, str):
        return _harmless(cell.value)
    return "" if cell.value is None else cell.value


def _harmless(text: str) -> str:
    """Keep a class that is called "=1+1" from being a formula in a spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_xlsx(report: Report, w: Words) -> bytes:
    """Give a workbook: what the report says, a sheet a table, and the codebook."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        said = book.add_worksheet(_sheet_name(w.t("Report"), book))
        said.set_column(0, 0, 90)
        said.write_string(0, 0, report.title, bold)
        lines = [report.facts, report.head, report.text, *_notes(report)]
        for number, line in enumerate(filter(None, lines), start=1):
            said.write_string(number, 0, line, wrap)
        for table in report.tables:
            _fill(book.add_worksheet(_sheet_name(table.title, book)), table, bold)
        _codebook(
            book.add_worksheet(_sheet_name(w.t("Codebook"), book)), report, w, bold
        )
    return content.getvalue()


def _sheet_name(text: str, book: Any) -> str:
    """Give a name that a workbook takes: short, plain and not there yet."""
    plain = "".join(" " if letter in "[]:*?/\\'" else letter for letter in text)
    name = plain.strip()[:_LONGEST] or "1"
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain.strip()[: _LONGEST - 3]} {number}"
    return name


def _fill(sheet: Any, table: Table, bold: object) -> None:
    sheet.freeze_panes(1, 0)
    for column, one in enumerate(table.columns):
        sheet.write_string(0, column, one.title, bold)
        sheet.set_column(column, column, 12 if one.number else 34)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell.value, str):
                sheet.write_string(number, column, cell.value)
            elif cell.value is not None:
                sheet.write_number(number, column, cell.value)


def _codebook(sheet: Any, report: Report, w: Words, bold: object) -> None:
    sheet.set_column(0, 1, 30)
    sheet.set_column(2, 2, 90)
    for place_, head in enumerate((w.t("Table"), w.t("Column"), w.t("What it means"))):
        sheet.write_string(0, place_, head, bold)
    number = 1
    for table in report.tables:
        for column in table.columns:
            cells = (table.title, column.title, column.meaning)
            for place_, text in enumerate(cells):
                sheet.write_string(number, place_, text)
            number += 1
