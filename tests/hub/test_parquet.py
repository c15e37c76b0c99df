"""Parquet by country and month; DuckDB gives what SQLite gives."""

import builtins

import pytest

from milkit.ground.hub_errors import ExtraMissing
from milkit.hub import parquet, reporting
from milkit.hub.collecting import collect
from milkit.hub.sources import Folder
from tests.hub.fixtures import AT, files_of, save
from tests.hub.test_reporting import Log, new_id


def test_duckdb_on_parquet_says_what_sqlite_says(db, hub, tmp_path):
    files = files_of(hub, 1, runs=9) + files_of(hub, 2, runs=5)
    collect(db, [Folder(save(tmp_path / "stick", files))], hub.secret(), AT)
    log = Log(db, country="TH")
    about, started = log.run(new_id(), 40, month="2001-01")
    log.run("", 3)
    other, _ = log.run(new_id(), 30)
    log.tell("students_counted", other, {"present": 28})
    log.tell("undone", about, {"event": started.id})
    done = parquet.compact(db, tmp_path / "lake")
    assert done.statements == db.execute("SELECT count(*) FROM statement").fetchone()[0]
    assert parquet.report(tmp_path / "lake") == reporting.report(db)
    tree = {p.parent.name for p in (tmp_path / "lake").rglob("*.parquet")}
    assert "month=none" in tree
    again = parquet.compact(db, tmp_path / "lake")
    assert again == done
    assert parquet.report(tmp_path / "lake") == reporting.report(db)


def test_every_statement_is_there_with_its_hash(db, hub, tmp_path):
    collect(db, [Folder(save(tmp_path / "s", files_of(hub, 1)))], hub.secret(), AT)
    parquet.compact(db, tmp_path)
    duck = parquet.connect(tmp_path)
    columns = "id, sha256, install, kind, about, n, lesson, data"
    asked = f"SELECT {columns} FROM statement ORDER BY id"
    assert duck.execute(asked).fetchall() == db.execute(asked).fetchall()
    duck.close()


def test_without_the_extra_one_sentence(db, hub, tmp_path, monkeypatch):
    collect(db, [Folder(save(tmp_path / "s", files_of(hub, 1)))], hub.secret(), AT)
    real = builtins.__import__

    def without(name, *more):
        if name.split(".")[0] in {"pyarrow", "duckdb"}:
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing):
        parquet.compact(db, tmp_path)
    with pytest.raises(ExtraMissing):
        parquet.connect(tmp_path)
