"""
Prove the hub against real stores. What cannot run here says why and is no failure.

    python packaging/proof_hub.py [duckdb] [ralph] [swift]

duckdb   the report out of Parquet by DuckDB is the one out of SQLite
ralph    a real learning record store gets each statement once, published twice
swift    100 installations send to a three-zone OpenStack Swift while a zone is killed,
         started again and replicated: nothing is lost, nothing is doubled
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from milkit.commands.records import _check, _outlines
from milkit.hub import parquet, place, reporting
from milkit.hub.collecting import NEW, collect
from milkit.hub.sources import Folder
from milkit.hub.tables import open_tables
from milkit.records.sample import sample
from milkit.sync import sealed
from milkit.sync.statement import Where, statements

HERE = Path(__file__).resolve().parent
AT = "2026-11-22T10:00:00+07:00"
ENVIRONMENTS = HERE.parent / "build" / "proof"
COUNTRIES = ("KH", "ID", "LA", "MY", "PH", "TH", "VN")


def environment(name: str, *packages: str) -> Path | None:
    """Give the programs of an environment of its own, made once; None = cannot be."""
    home = ENVIRONMENTS / name
    done = home / "ready"
    if not done.exists():
        print(f"   making an environment for {name} …", flush=True)
        made = subprocess.call([sys.executable, "-m", "venv", str(home)])
        pip = [str(home / "bin" / "pip"), "install", "--quiet", *packages]
        if made or subprocess.call(pip):
            return None
        done.write_text("")
    return home / "bin"


def school(number: int, *, checks: bool = True) -> tuple[str, list[dict[str, object]]]:
    """Give an installation and the statements that it has to send."""
    install = str(uuid.UUID(int=random.Random(number).getrandbits(128), version=4))  # noqa: S311 - made up
    events = [
        one._replace(install=install)
        for one in sample(OUTLINES, 2 + number % 4, number, CHECK if checks else None)
    ]
    where = Where(COUNTRIES[number % len(COUNTRIES)])
    return install, list(statements(events, where))


OUTLINES, CHECK = _outlines(), _check()


def files_of(
    hub: place.Hub, number: int, *, checks: bool = True
) -> list[sealed.Sealed]:
    """Seal what a school sends."""
    install, told = school(number, checks=checks)
    seed = number.to_bytes(32, "big")
    return list(sealed.seal(told, install, seed, [hub.public]))


def save(folder: Path, files: list[sealed.Sealed]) -> None:
    """Put files where a stick has them."""
    for one in files:
        path = folder / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)


def proof_duckdb(work: Path) -> bool:
    """Compare both reports of forty schools."""
    hub = place.make(work / "hub", place.Wish("Proof"), "a kite over the bay")
    for number in range(40):
        save(work / "stick", files_of(hub, number))
    db = open_tables(hub.folder)
    collect(db, [Folder(work / "stick")], hub.secret(), AT)
    done = parquet.compact(db, work / "lake")
    same = parquet.report(work / "lake") == reporting.report(db)
    duck = parquet.connect(work / "lake")
    asked = "SELECT id, sha256, kind, n, data FROM statement ORDER BY id"
    same &= duck.execute(asked).fetchall() == db.execute(asked).fetchall()
    duck.close()
    db.close()
    print(f"   {done.statements:,} statements in {done.files} files: same is {same}")
    return same


def proof_ralph(work: Path) -> bool:
    """Publish twice to Ralph; look into its store; validate with its models."""
    import hub_ralph

    programs = environment("ralph", "ralph-malph[lrs]", "requests", "bcrypt")
    if programs is None:
        print("   Ralph cannot be installed here: not proved")
        return True
    hub = place.make(work / "hub", place.Wish("Proof"), "a kite over the bay")
    for number in range(6):
        save(work / "stick", files_of(hub, number))
    db = open_tables(hub.folder)
    collect(db, [Folder(work / "stick")], hub.secret(), AT)
    try:
        return hub_ralph.prove(db, work, programs)
    finally:
        db.close()


def proof_swift(work: Path) -> bool:
    """Send through a store that loses a zone."""
    import hub_swift

    programs = environment("swift", "swift")
    if programs is None:
        print("   Swift cannot be installed here: not proved")
        return True
    hub = place.make(work / "hub", place.Wish("Proof"), "a kite over the bay")
    sent = {n: files_of(hub, n, checks=n % 50 == 0) for n in range(100)}
    with hub_swift.Cluster(work / "swift", programs) as cluster:
        hub_swift.send_all(cluster, sent)
        db = open_tables(hub.folder)
        files, new, rounds = sum(map(len, sent.values())), 0, 0
        while new < files and rounds < ROUNDS:  # a listing lags: list again
            rounds += 1
            done = collect(db, [hub_swift.source(cluster)], hub.secret(), AT)
            new += done.count(NEW)
            if new < files:
                cluster.replicate()
    wanted = {one["id"] for n in sent for one in school(n, checks=n % 50 == 0)[1]}
    kept = db.execute("SELECT count(*), count(DISTINCT id) FROM statement").fetchone()
    db.close()
    good = new == files and kept == (len(wanted), len(wanted))
    print(
        f"   {files} files of 100 installations sent, {new} in by {rounds} lists; "
        f"{len(wanted):,} statements sent, {kept[0]:,} in the hub, "
        f"{kept[0] - kept[1]} double"
    )
    return good


ROUNDS = 8
PROOFS = {"duckdb": proof_duckdb, "ralph": proof_ralph, "swift": proof_swift}


def main() -> int:
    """Run the proofs that were named, or all; 1 when one of them failed."""
    failed = []
    for name in sys.argv[1:] or PROOFS:
        print(f"-- {name}", flush=True)
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as work:
            if not PROOFS[name](Path(work)):
                failed.append(name)
        print(f"   {time.perf_counter() - begun:.0f} s", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
