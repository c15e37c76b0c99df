"""Everything a teacher has in one zip: the log, tables, own lessons, settings."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from milkit.ground import files, settings
from milkit.packs import overlay_file
from milkit.records import place
from milkit.records.export import Exported, export
from milkit.records.trouble import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.records.store import Records


def export_everything(records: Records, data: Path, path: Path) -> Exported:
    """
    Write everything into the zip file *path*.

    In it are records.jsonl (the whole log with private lines), lessons.xlsx,
    counts.csv, own.db (own lessons and examples, SQLite), and settings.json.

    `records import` takes the log in again. Any mishap of writing leaves no half file.
    """
    content = BytesIO()
    with (
        tempfile.TemporaryDirectory() as name,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        folder = Path(name)
        log = export(records, folder / "records.jsonl", "jsonl", private=True)
        export(records, folder / "lessons.xlsx", "xlsx")
        export(records, folder / "counts.csv", "csv")
        for one in (*sorted(folder.iterdir()), *_own(data, folder)):
            archive.write(one, one.name)
    write = files.write_to_stick if place.away(path.parent) else files.write_whole
    write(path, content.getvalue())
    return Exported(path, log.rows)


def _own(data: Path, folder: Path) -> Iterator[Path]:
    """Give a copy of the own lessons, and the settings, where there are some."""
    own = data / overlay_file.NAME
    if own.exists():
        copy = folder / own.name
        with told(own), contextlib.closing(sqlite3.connect(own)) as db:
            db.execute("VACUUM INTO ?", (str(copy),))
        yield copy
    chosen = data / settings.NAME
    if chosen.exists():
        yield chosen
