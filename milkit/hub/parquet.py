"""The hub's statements as Parquet, by country and month, and DuckDB's view of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import of_writing
from milkit.ground.files import make_folder
from milkit.ground.hub_errors import ExtraMissing
from milkit.hub import reporting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from milkit.hub.reporting import Report

    Step = Callable[[int, int], None]

PLACE, PART = "statements", "part.parquet"
_NONE = "none"  # stands for "" in a folder's name: no month that can be right
_ROWS = 100_000  # in memory at once
_COLUMNS = (
    "id", "sha256", "install", "kind", "about", "n", "at", "lesson", "class",
    "students", "sample", "undoes", "data",
)  # fmt: skip


class Compacted(NamedTuple):
    """How many files were written, and how many statements are in them."""

    files: int
    statements: int


def compact(
    db: sqlite3.Connection, folder: Path, step: Step | None = None
) -> Compacted:
    """
    Write `statements/country=KH/month=2026-11/part.parquet` for each that there is.

    The tree is what DuckDB, ClickHouse, Spark and pandas read as it stands. A part is
    written beside the old one and then takes its place. ExtraMissing without pyarrow.
    """
    parts = db.execute(
        "SELECT country, month, count(*) FROM statement GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    total = 0
    for number, (country, month, rows) in enumerate(parts, 1):
        to = folder / PLACE / f"country={country}" / f"month={month or _NONE}"
        _write(db, (country, month), make_folder(to) / PART)
        total += rows
        if step is not None:
            step(number, len(parts))
    return Compacted(len(parts), total)


def _write(db: sqlite3.Connection, place: tuple[str, str], to: Path) -> None:
    arrow, writing = _arrow()
    schema = _schema(arrow)
    rows = db.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM statement "  # noqa: S608 - our own words
        "WHERE country = ? AND month = ? ORDER BY install, n, id",
        place,
    )
    part = to.with_name(to.name + ".part")
    try:
        with writing.ParquetWriter(part, schema, compression="zstd") as file:
            while batch := rows.fetchmany(_ROWS):
                file.write_table(_table(arrow, schema, batch))
        part.replace(to)
    except OSError as e:
        raise of_writing(e, to) from e


def _schema(arrow: Any) -> Any:
    kinds = {
        "id": arrow.binary(16),
        "sha256": arrow.binary(32),
        "n": arrow.int64(),
        "students": arrow.int32(),
        "sample": arrow.bool_(),
        "undoes": arrow.binary(16),
    }
    return arrow.schema([(name, kinds.get(name, arrow.string())) for name in _COLUMNS])


def _table(arrow: Any, schema: Any, batch: list[tuple[Any, ...]]) -> Any:
    columns = [list(column) for column in zip(*batch, strict=True)]
    at = _COLUMNS.index("sample")
    columns[at] = [bool(value) for value in columns[at]]
    return arrow.Table.from_arrays(
        [
            arrow.array(column, type=field.type)
            for column, field in zip(columns, schema, strict=True)
        ],
        schema=schema,
    )


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as e:
        raise ExtraMissing("pyarrow") from e
    return pa, pq


def connect(folder: Path) -> Any:
    """Give a DuckDB connection with a view `statement` of the tree; ExtraMissing."""
    try:
        import duckdb
    except ImportError as e:
        raise ExtraMissing("duckdb") from e
    db = duckdb.connect()
    tree = str(folder / PLACE / "*" / "*" / "*.parquet").replace("'", "''")
    db.execute(
        "CREATE VIEW statement AS SELECT * REPLACE "  # noqa: S608 - quoted above
        f"(CASE month WHEN '{_NONE}' THEN '' ELSE month END AS month) "
        f"FROM read_parquet('{tree}', hive_partitioning = true, "
        "hive_types = {'country': VARCHAR, 'month': VARCHAR})"
    )
    return db


def report(folder: Path, conflicts: int = 0) -> Report:
    """Make the report out of the Parquet tree, with the same questions as SQLite."""
    db = connect(folder)
    try:
        return reporting.of(lambda sql: db.execute(sql).fetchall(), conflicts)
    finally:
        db.close()
