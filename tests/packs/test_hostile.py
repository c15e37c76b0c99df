"""A pack from anybody opens as ours, or is refused before a row of it is read."""

import shutil
import sqlite3
from contextlib import suppress
from zipfile import ZipFile

import pytest

from milkit.ground.errors import (
    FileUnreadable,
    Mishap,
    PackDamaged,
    PackForeign,
    PackNewer,
)
from milkit.packs import foreign
from milkit.packs.pack import open_pack
from tests.packs.made import PNG, TEXTS, lesson, pack_of, tamper

EVERY = (0, 2**40)


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    return pack_of(tmp_path_factory.mktemp("p") / "a.pack", *map(lesson, TEXTS))


@pytest.fixture
def path(honest, tmp_path):
    return shutil.copy(honest, tmp_path / "b.pack")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON lesson BEGIN SELECT 1; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES(1) UNION SELECT 2) SELECT 1",
        "DROP TABLE meta; CREATE VIEW meta AS SELECT 'id' AS key, 'x' AS value",
        "ALTER TABLE lesson ADD COLUMN giant TEXT AS (hex(zeroblob(1e9)))",
        "CREATE TABLE extra(x)",
        "CREATE TABLE found_extra(x)",
        "CREATE TABLE sqlite_extra(x)",
        "CREATE INDEX i ON step(title)",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
        "DROP TABLE word",
        "DROP TABLE found",
        "ALTER TABLE step ADD COLUMN more TEXT",
        "ANALYZE",
        "CREATE TABLE found_data2(id)",
        "PRAGMA application_id=0",
    ],
)
def test_a_foreign_shape_is_refused(path, statement):
    with suppress(sqlite3.OperationalError):  # some SQLite refuses by itself
        tamper(path, statement)
        with pytest.raises(PackForeign):
            open_pack(path)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW found_data AS SELECT 1 AS id, 2 AS block",
        "CREATE TRIGGER found_data AFTER INSERT ON lesson BEGIN SELECT 1; END",
    ],
)
def test_nothing_hides_behind_the_name_of_an_index(path, sql):
    tamper(
        path,
        ("UPDATE sqlite_master SET type='view', sql=? WHERE name='found_data'", (sql,)),
    )
    with pytest.raises((PackForeign, PackDamaged)):
        open_pack(path)


def test_a_shape_that_is_no_text_is_damage(path):
    """SQLite's complaint quotes it, and Python cannot read the complaint."""
    name = "UPDATE sqlite_master SET name = CAST(x'ff77' AS TEXT) WHERE name = 'word'"
    broken = "UPDATE sqlite_master SET sql = 'CREATE' WHERE type = 'table' AND "
    tamper(
        path,
        name + "; " + broken + "rootpage = (SELECT max(rootpage) FROM "
        "sqlite_master WHERE name = CAST(x'ff77' AS TEXT))",
    )
    with pytest.raises((PackDamaged, PackForeign)):
        open_pack(path)


def test_other_files_are_refused(tmp_path):
    (tmp_path / "text").write_text("Dear teacher, " * 100)
    with ZipFile(tmp_path / "zip", "w") as made:
        made.writestr("a", "b" * 1000)
    sqlite3.connect(tmp_path / "empty.db").executescript("CREATE TABLE a(b)")
    for name in ("text", "zip", "empty.db"):
        with pytest.raises(PackForeign):
            open_pack(tmp_path / name)
    with pytest.raises((FileUnreadable, PackForeign)):
        open_pack(tmp_path)


def test_a_pack_of_a_later_format_says_so(path):
    tamper(path, "CREATE TABLE later(x); PRAGMA user_version=99")
    with pytest.raises(PackNewer):
        open_pack(path)


WRONG = {
    "a blob as title": "UPDATE lesson SET title = x'ff00'",
    "no utf-8": "UPDATE lesson SET title = CAST(x'ff41' AS TEXT)",
    "a text as minutes": "UPDATE lesson SET minutes = 'many'",
    "nothing as needs": "UPDATE lesson SET needs = NULL",
}


@pytest.mark.parametrize("how", WRONG)
def test_wrong_types_are_refused_when_read(path, how):
    loosened = (
        "UPDATE sqlite_master SET sql = replace(replace(sql, ') STRICT', ')'), "
        "' NOT NULL', '') WHERE name = 'lesson'"
    )
    sql = (
        sqlite3.connect(path)
        .execute("SELECT sql FROM sqlite_master WHERE name = 'lesson'")
        .fetchone()
    )
    tamper(path, loosened)
    tamper(path, WRONG[how])
    tamper(path, ("UPDATE sqlite_master SET sql = ? WHERE name = 'lesson'", sql))
    with open_pack(path) as pack:
        with pytest.raises(PackDamaged):
            pack.rows  # noqa: B018 - reads them
        with pytest.raises(PackDamaged):
            pack.check()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE whole SET data = '[]'",
        "UPDATE whole SET data = '{}'",
        "UPDATE whole SET data = '{'",
        "UPDATE whole SET data = '7'",
        "UPDATE whole SET data = json_set(data, '$.steps', 'x')",
        "UPDATE whole SET data = json_set(data, '$.plan', 7)",
        "UPDATE whole SET data = json_set(data, '$.pictures', json('[1]'))",
        "UPDATE whole SET data = json_set(data, '$.more', 1)",
        "DELETE FROM whole",
    ],
)
def test_a_lesson_that_is_none(path, sql):
    tamper(path, sql)
    with open_pack(path) as pack, pytest.raises(PackDamaged):
        pack.lesson(next(iter(pack.rows)))


def test_nested_without_end(path):
    tamper(path, ("UPDATE whole SET data = ?", ("[" * 100_000 + "]" * 100_000,)))
    with open_pack(path) as pack, pytest.raises(PackDamaged):
        pack.lesson(next(iter(pack.rows)))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE meta SET value = 'x.y' WHERE key = 'version'",
        "UPDATE meta SET value = '[' WHERE key = 'title'",
        "DELETE FROM meta WHERE key = 'id'",
    ],
)
def test_a_pack_that_does_not_say_what_it_is(path, sql):
    tamper(path, sql)
    with pytest.raises(PackDamaged):
        open_pack(path)


def test_a_giant_value_is_not_read(path):
    tamper(path, "UPDATE sqlar SET data = zeroblob(40000000)")
    with open_pack(path) as pack, pytest.raises(PackDamaged):
        pack.picture("L1", "red")


@pytest.mark.parametrize("content", [b"<svg/>", b"GIF89a", b"", "text"])
def test_a_picture_that_is_none(path, content):
    tamper(path, ("UPDATE sqlar SET data = ?", (content,)))
    with open_pack(path) as pack:
        with pytest.raises(PackDamaged):
            pack.picture("L1", "red")
        with pytest.raises(PackForeign):
            pack.check()


@pytest.mark.parametrize(
    "name",
    [
        "../x.png",
        "/L1/x.png",
        "L1/../x.png",
        "L1\\x.png",
        "C:/x.png",
        "L1/x.png/y",
        "L1/.x",
        "L1/ｘ.png",
        "L1/RED.png",
        "",
        7,
    ],
)
def test_odd_names_in_a_pack_are_refused_at_install(path, name):
    tamper(
        path, ("INSERT INTO sqlar VALUES (?, 33188, 0, ?, ?)", (name, len(PNG), PNG))
    )
    with open_pack(path) as pack, pytest.raises(PackForeign):
        pack.check()


@pytest.mark.parametrize("sql", ["mode = 41471", "mode = 33261", "sz = 1", "sz = NULL"])
def test_links_and_false_sizes_are_refused_at_install(path, sql):
    tamper(path, f"UPDATE sqlar SET {sql}")
    with open_pack(path) as pack, pytest.raises(PackForeign):
        pack.check()


def test_an_endless_question_is_stopped(path):
    db = foreign.connect(path)
    foreign.limit(db, 0.05)
    with pytest.raises(sqlite3.OperationalError) as e:
        db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) "
            "SELECT count(*) FROM n"
        )
    assert foreign.timed_out(e.value)
    db.close()


def test_nothing_can_be_written_or_attached(path, tmp_path):
    db = foreign.connect(path)
    for sql in ("DELETE FROM lesson", f"ATTACH '{tmp_path / 'x'}' AS x"):
        with pytest.raises(sqlite3.OperationalError):
            db.execute(sql)
    db.close()


def ask_everything(path):
    with open_pack(path) as pack:
        for number in pack.rows:
            pack.lesson(number)
            pack.steps(number)
        pack.picture("L1", "red")
        for text in ("photo", "ข่าวปลอม", "f"):
            asked = pack.query(text)
            for find in (pack.find, pack.find_parts, pack.find_inside):
                find(asked, EVERY, 20)
        pack.check()


def test_a_damaged_page_is_a_mishap_and_nothing_else(path):
    whole = path.read_bytes()
    told = 0
    for at in range(0, len(whole), 4096):
        for damage in (b"\xff" * 64, b"\0" * 4096):
            path.write_bytes(whole[:at] + damage + whole[at + len(damage) :])
            try:
                ask_everything(path)
            except Mishap:
                told += 1
    assert told > len(whole) // 4096  # most damage is seen


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_a_cut_off_pack_is_a_mishap(path, share):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Mishap):
        ask_everything(path)


def test_a_file_that_went_away_is_told_as_that(path):
    with open_pack(path) as pack:
        number = next(iter(pack.rows))
        path.write_bytes(b"")
        path.unlink()
        with pytest.raises(FileUnreadable):
            pack.lesson(number)
