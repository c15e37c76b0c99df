"""
Measure the hub: merging statements, and the dashboard on ten million of them.

    python packaging/bench_hub.py [--most 1000000] [--dashboard 10000000] [--folder DIR]

Merging is what happens once a results file is open and its statements are looked at:
each goes into the hub's file by its UUID. The rate at the most is held against the
rate at 10,000: growing linearly, it stays. The dashboard is `parquet.report`, held
against the same figures asked for in DuckDB's own SQL, written by hand here.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import random
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from milkit.commands.records import _outlines
from milkit.hub import facts, parquet
from milkit.hub.merging import Heard, merge
from milkit.hub.tables import open_tables
from milkit.records.connection import transaction
from milkit.records.sample import sample
from milkit.sync.statement import Where, canonical, statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
LEAST, RATE, STEADY, DASHBOARD = 10_000, 20_000, 0.7, 2.0
FILES = 100  # in one transaction, as `collect` does
EACH = 50  # statements a file
COUNTRIES = ("BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "TL", "VN")
# What the dashboard shows, as somebody would ask DuckDB for it.
OWN = """
WITH gone AS (SELECT undoes, about FROM s WHERE undoes IS NOT NULL),
run AS (SELECT * FROM s WHERE kind = 'run_started' AND NOT EXISTS
  (SELECT 1 FROM gone WHERE gone.undoes = s.id AND gone.about = s.about)),
present AS (SELECT about, max(students) AS there FROM s
  WHERE kind = 'students_counted' GROUP BY about),
taught AS (SELECT run.*, coalesce(there, students) AS many,
  CASE WHEN class = '' THEN about ELSE class END AS party
  FROM run LEFT JOIN present USING (about)),
people AS (SELECT country, month, sum(many) AS many FROM
  (SELECT country, month, install, party, max(many) AS many FROM taught
   GROUP BY ALL) GROUP BY ALL)
SELECT country, month, count(DISTINCT install), count(DISTINCT about),
  count(DISTINCT lesson), count(DISTINCT class), any_value(people.many)
FROM taught JOIN people USING (country, month) GROUP BY ALL ORDER BY ALL"""
TOTALS = (
    """SELECT count(DISTINCT install), count(DISTINCT about), count(DISTINCT lesson),
  count(DISTINCT class) FROM s WHERE kind = 'run_started'""",
    """SELECT country, month, count(DISTINCT about) FROM s
  WHERE kind = 'check_given' GROUP BY ALL""",
    "SELECT count(DISTINCT install) FROM s",
)
AGAIN = """COPY (
  SELECT md5(concat(hex(id), n2))[1:16]::BLOB AS id, sha256,
    concat(install, '-', n2) AS install, kind, concat(about, '-', n2) AS about, n,
    "at", lesson, CASE WHEN class = '' OR class IS NULL THEN class
      ELSE concat(class, '-', n2) END AS class,
    students, sample, undoes, data, country, month
  FROM read_parquet('TREE', hive_partitioning = true,
    hive_types = {'country': VARCHAR, 'month': VARCHAR}), range(TIMES) AS r(n2)
) TO 'LAKE' (FORMAT parquet, PARTITION_BY (country, month), COMPRESSION zstd)"""


def main() -> int:
    """Measure both; 1 when one of them is over its limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--most", type=int, default=1_000_000)
    ask.add_argument("--dashboard", type=int, default=10_000_000)
    ask.add_argument("--folder", type=Path, default=ROOT / "build")
    asked = ask.parse_args()
    asked.folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        good = merging(Path(folder), asked.most)
        good &= opening()
        good &= dashboard(Path(folder), asked.dashboard)
    return int(not good)


def pattern() -> list[Heard]:
    """Give the rows of real statements, to be told again under other ids."""
    events = sample(_outlines(), 40, 1)
    return [facts.hear(one) for one in statements(events, Where("KH"))]


def rows(many: int, seed: int = 1) -> Iterator[Heard]:
    """Give *many* statements of installations all over the region."""
    chance, model = random.Random(seed), pattern()  # noqa: S311 - made up
    abouts: dict[tuple[str, int], str] = {}
    for number in range(many):
        like = model[number % len(model)]
        round_ = number // len(model)
        if number % len(model) == 0:
            install = str(uuid.UUID(int=chance.getrandbits(128), version=4))
            country = chance.choice(COUNTRIES)
            abouts.clear()
        about = abouts.setdefault(
            (like.about, round_), str(uuid.UUID(int=chance.getrandbits(128)))
        )
        id_ = chance.getrandbits(128).to_bytes(16, "big")
        group = like.group and f"{round_:08}{like.group[8:]}"
        yield like._replace(
            id=id_, install=install, country=country, about=about, group=group,
            sha256=hashlib.sha256(id_).digest(),
        )  # fmt: skip


def merging(folder: Path, most: int) -> bool:
    """Merge 10,000 and then up to the most, in transactions as `collect` does."""
    found: dict[int, float] = {}
    size = LEAST
    while size <= most:
        found[size], wall = rates(folder / str(size), size)
        print(
            f"merge {size:>9,} statements {found[size]:>8,.0f} a second of processor, "
            f"{wall:>8,.0f} a second by the clock",
            flush=True,
        )
        size *= 10
    steady = found[max(found)] / found[LEAST]
    print(f"rate at the most : rate at {LEAST:,} = {steady:.2f}   limit {STEADY}")
    print(f"least rate {min(found.values()):,.0f}   limit {RATE:,}")
    return steady >= STEADY and min(found.values()) >= RATE


def rates(folder: Path, many: int) -> tuple[float, float]:
    """
    Give the statements a second of processor and of clock, in an empty hub.

    The clock also counts what other programs on the machine take: the limit is for
    the processor's. Making the statements up is not counted.
    """
    folder.mkdir()
    db = open_tables(folder)
    source, spent, waited = rows(many), 0.0, 0.0
    left = many
    while left:
        batch = [next(source) for _ in range(min(left, FILES * EACH))]
        gc.collect(0)
        begun, clock = time.process_time(), time.perf_counter()
        with transaction(db):
            merge(db, batch)
        spent += time.process_time() - begun
        waited += time.perf_counter() - clock
        left -= len(batch)
    kept = db.execute("SELECT count(*) FROM statement").fetchone()[0]
    db.close()
    assert kept == many
    for file in folder.iterdir():
        file.unlink()
    return many / spent, many / waited


def opening() -> bool:
    """Look at statements, as a results file is opened: for people, without a limit."""
    events = sample(_outlines(), 40, 2)
    told = list(statements(events, Where("KH")))
    begun = time.process_time()
    for one in told:
        facts.hear(one)
    spent = time.process_time() - begun
    size = sum(len(canonical(one)) for one in told) / len(told)
    many = len(told) / spent
    print(f"look at each before: {many:,.0f} a second, {size:,.0f} bytes each")
    return True


def dashboard(folder: Path, many: int) -> bool:
    """Ask for the dashboard and, in DuckDB's own SQL, for its figures."""
    lake = folder / "lake"
    fill(lake, many)
    db = parquet.connect(lake)
    db.execute("CREATE VIEW s AS SELECT * FROM statement")
    ours, own = [], []
    for _ in range(3):
        own.append(timed(lambda: [db.execute(q).fetchall() for q in (OWN, *TOTALS)]))
        ours.append(timed(lambda: parquet.report(lake)))
    db.close()
    ratio = min(ours) / min(own)
    print(f"dashboard on {many:,}: {min(ours):.2f} s, own SQL {min(own):.2f} s")
    print(f"ratio {ratio:.2f}   limit {DASHBOARD}")
    return ratio <= DASHBOARD


def fill(lake: Path, many: int) -> None:
    """Write the tree; each tenth of it is the same with other ids, made by DuckDB."""
    import duckdb

    lake.mkdir()
    with tempfile.TemporaryDirectory(dir=lake.parent) as place:
        db = open_tables(Path(place))
        db.execute("PRAGMA synchronous = OFF")
        first = min(many, 200_000)
        with transaction(db):
            merge(db, rows(first, 3))
        parquet.compact(db, Path(place))
        db.close()
        tree = f"{place}/{parquet.PLACE}/*/*/*.parquet"
        times = -(-many // first)
        again = AGAIN.replace("TREE", tree).replace("TIMES", str(times))
        duckdb.execute(again.replace("LAKE", str(lake / parquet.PLACE)))


def timed(act: Callable[[], object]) -> float:
    """Give the seconds of an act."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
