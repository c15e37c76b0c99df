"""A report as a sheet of paper, black on white."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from milkit.activities.paper import Bar, Heading, Sheet, Text
from milkit.activities.paper import Table as PaperTable

if TYPE_CHECKING:
    from milkit.activities.paper import Block
    from milkit.ground.words import Words
    from milkit.reports.report import Report, Table


def sheet(report: Report, w: Words) -> Sheet:
    """Give the sheet: the sentence first, the tables, then how sure it is."""
    blocks: list[Block] = [Text(escape(report.facts, quote=False), small=True)]
    said = [Text(f"<b>{escape(report.head, quote=False)}</b>")]
    if report.text:
        said.append(Text(escape(report.text, quote=False)))
    blocks.append(Bar(tuple(said)))
    if report.hidden:
        blocks.append(Text(escape(report.hidden, quote=False)))
    for table in report.tables:
        blocks += _table(table)
    if report.sure:
        blocks.append(Heading(w.t("How sure is this?"), 3))
        blocks += [Text(escape(line, quote=False)) for line in report.sure]
    return Sheet(report.key, report.title, tuple(blocks))


def _table(table: Table) -> list[Block]:
    if not table.rows:
        return []
    whole = sum(column.share for column in table.columns)
    blocks: list[Block] = [
        Heading(table.title, 3),
        PaperTable(
            tuple(escape(column.title, quote=False) for column in table.columns),
            tuple(
                tuple(escape(cell.shown, quote=False) for cell in row)
                for row in table.rows
            ),
            tuple(column.share / whole for column in table.columns),
        ),
    ]
    if table.note:
        blocks.append(Text(escape(table.note, quote=False), small=True))
    return blocks
