"""milkit edition: what it writes and tells, and how it refuses."""

import json

import pytest
from click.testing import CliRunner

from milkit.cli import main
from tests import bundled


@pytest.fixture(scope="module")
def data(tmp_path_factory, qapp):
    data = tmp_path_factory.mktemp("data")
    return bundled.furnish(data, bundled.folder(tmp_path_factory))


@pytest.fixture
def edition(qapp, data, tmp_path):
    def run(*words):
        call = ["--data", str(data), "edition", "--to", str(tmp_path), *words]
        return CliRunner().invoke(main, call)

    return run


def test_help_has_an_example():
    said = CliRunner().invoke(main, ["edition", "--help"]).output
    assert "Example: milkit edition --to" in said


def test_it_writes_the_files_and_lists_them(edition, tmp_path):
    (tmp_path / "linux").mkdir()
    result = edition("--langs", "th", "--json")
    assert result.exit_code == 0, result.output
    rows = {row["path"]: row["bytes"] for row in json.loads(result.output)}
    assert set(rows) == {
        "START-HERE.html",
        "static/MIL-Kit-th.html",
        "static/print/L14-th.pdf",
        "static/print/quick-start-th.pdf",
    }
    for path, size in rows.items():
        assert (tmp_path / path).stat().st_size == size
    start = (tmp_path / "START-HERE.html").read_text(encoding="utf-8")
    assert "sh start.sh" in start
    assert "MIL Kit.bat" not in start


def test_each_file_is_told_with_its_size(edition):
    result = edition("--langs", "tet")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0].startswith("1/2  START-HERE.html  0.0 MB")
    assert lines[1].startswith("2/2  static/print/quick-start-en.pdf")


def test_an_unknown_language_is_a_slip_of_usage(edition):
    result = edition("--langs", "en,xx")
    assert result.exit_code == 2
    assert "xx is not one of the languages" in result.output


def test_a_folder_that_takes_nothing_is_told_in_a_sentence(data, qapp, tmp_path):
    (tmp_path / "file").write_text("no folder")
    to = tmp_path / "file" / "under"
    call = ["--data", str(data), "edition", "--to", str(to), "--langs", "tet"]
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert len(result.output.splitlines()) == 1
