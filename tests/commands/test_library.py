"""`milkit lessons` lists and finds lessons, in a form that programs can rely on."""

import json

import pytest
from click.testing import CliRunner

from milkit.cli import main

FIELDS = {
    "id", "title", "lang", "topic", "ages", "minutes", "needs", "kinds", "pack",
    "version", "languages", "snippet",
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data") / "ครู"


def run(data, *words):
    return CliRunner().invoke(main, ["--data", str(data), "lessons", *words])


def rows(data, *words):
    done = run(data, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_rows_have_all_fields(data):
    found = rows(data)
    assert {"L14"} <= {row["id"] for row in found}
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert set(row) == FIELDS
        assert row["ages"][0] <= row["ages"][1]
        assert row["lang"] in row["languages"]


def test_search(data):
    (first, *_) = rows(data, "--search", "first photo", "--lang", "en")
    assert first["id"] == "L14"
    assert "photo" in first["snippet"]
    assert "\x02" not in first["snippet"]
    assert "\u200b" not in json.dumps(rows(data, "--lang", "th"), ensure_ascii=False)
    assert [row["lang"] for row in rows(data, "--search", "ภาพแรก")] == ["th"]


def test_no_hit_is_an_empty_list(data):
    assert rows(data, "--search", "zzzzzz") == []
    assert rows(data, "--age", "60") == []
    done = run(data, "--age", "60")
    assert done.exit_code == 0
    assert done.stdout == ""


def test_wishes(data):
    assert all(r["ages"][0] <= 13 <= r["ages"][1] for r in rows(data, "--age", "13"))
    assert rows(data, "--minutes", "10") == []
    assert all("th" in row["languages"] for row in rows(data, "--lang", "th"))
    assert len(rows(data, "--limit", "2")) == 2
    assert len(rows(data, "--search", "the", "--lang", "en", "--limit", "1")) == 1


def test_for_people(data):
    done = run(data, "--lang", "en")
    assert "Find the first photo" in done.stdout
    assert "40 minutes" in done.stdout


@pytest.mark.parametrize("words", [["--lang", "xx"], ["--age", "old"], ["--more"]])
def test_wrong_use_is_2(data, words):
    assert run(data, *words).exit_code == 2


def test_a_folder_that_cannot_be_used_is_told_and_the_lessons_still_come(tmp_path):
    (tmp_path / "file").write_text("")
    done = run(tmp_path / "file" / "data", "--limit", "1", "--json")
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)) == 1
    assert "does not let MIL Kit write" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_later_version_is_told_in_a_sentence(tmp_path):
    import sqlite3

    db = sqlite3.connect(tmp_path / "own.db")
    db.execute("PRAGMA user_version=9")
    db.close()
    done = run(tmp_path)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "later version" in done.stderr
    assert "Traceback" not in done.output


def test_help_has_an_example(data):
    assert "Example: milkit lessons" in run(data, "--help").stdout
