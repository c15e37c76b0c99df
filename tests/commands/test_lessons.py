import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "lessons" / "core" / "find-the-first-photo"


def milkit(*words):
    return subprocess.run(
        [sys.executable, "-m", "milkit", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(EXAMPLE, tmp_path / "lesson"))


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_lesson_says_nothing_and_ends_with_0(folder):
    done = milkit("check", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_error_is_printed_with_its_place_and_ends_with_1(folder):
    edit(folder / "en.md", "minutes = 40", "minutes = 41")
    done = milkit("check", folder)
    assert done.returncode == 1
    first = done.stdout.split("\n")[0]
    assert first.startswith(f"{folder / 'en.md'}:8: the core steps take 40 minutes")
    assert first.count(": ") == 2


def test_findings_as_json(folder):
    edit(folder / "en.md", "minutes = 40", "minutes = 41")
    done = milkit("check", folder / "en.md", "--json")
    (row,) = json.loads(done.stdout)
    assert row["line"] == 8
    assert row["hint"] is False
    assert set(row) == {"file", "line", "what", "mend", "hint"}


def test_stale_parts_are_listed_and_end_with_0(folder):
    edit(folder / "en.md", "A photo can travel.", "A photo may travel.")
    done = milkit("check", folder, "--stale")
    assert done.returncode == 0
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["id", "th"]
    rows = json.loads(milkit("check", folder, "--stale", "--json").stdout)
    assert {row["section"] for row in rows} == {"know"}


def test_format_names_what_it_changed(folder):
    edit(
        folder / "en.md",
        "A photo can travel. Someone",
        "A photo  \ncan travel. Someone",
    )
    assert milkit("format", folder).stdout.split() == [str(folder / "en.md")]
    assert len(milkit("format", folder, "--stamp").stdout.split()) == 2
    assert milkit("check", folder, "--stale").stdout == ""


def test_format_of_a_file_that_is_no_text_ends_with_1_in_a_sentence(folder):
    (folder / "en.md").write_bytes(b"\xff\xfe")
    done = milkit("format", folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "save the file with the encoding UTF-8" in done.stderr


def test_wrong_use_ends_with_2(tmp_path):
    assert milkit("check", tmp_path / "nowhere").returncode == 2
    assert milkit("check").returncode == 2
    assert milkit("no-such-command").returncode == 2


@pytest.mark.parametrize("command", ["check", "format"])
def test_help_shows_an_example(command):
    assert f"Example: milkit {command}" in milkit(command, "--help").stdout
