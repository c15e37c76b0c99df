"""The hub from the door: set up, collect, report, with real files."""

import json

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.hub import place
from tests.hub.fixtures import files_of, save


@pytest.fixture
def milkit(tmp_path):
    def run(*words, code=0, phrase="a kite over the bay"):
        done = CliRunner(env={"MILKIT_PASSPHRASE": phrase}).invoke(
            main, ["--data", str(tmp_path / "data"), "hub", *words]
        )
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.output

    return run


@pytest.fixture
def stick(milkit, tmp_path):
    milkit(
        "init", "--to", str(tmp_path / "hub"), "--name", "Kampong", "--country", "kh"
    )
    hub = place.read(tmp_path / "hub")
    return save(
        tmp_path / "stick", files_of(hub, 1) + files_of(hub, 2, sample_runs=True)
    )


def test_set_up_collect_and_report(milkit, stick):
    first = json.loads(milkit("collect", str(stick), "--json"))
    assert (first["new"], first["seen"], first["damaged"]) == (2, 0, [])
    assert first["added"] > 20
    again = json.loads(milkit("collect", str(stick), str(stick), "--json"))
    assert (again["new"], again["seen"], again["added"]) == (0, 4, 0)
    told = json.loads(milkit("report", "--json"))
    assert (told["installations"], told["runs"], told["made_up"]) == (2, 4, 2)
    assert {cell["country"] for cell in told["by"]} == {"KH"}
    assert sum(cell["runs"] for cell in told["by"]) == 4
    words = milkit("report")
    assert "2 installations, 4 runs" in words
    assert "made up" in words


def test_damaged_files_are_named_and_the_rest_comes_in(milkit, stick):
    path = next(stick.rglob("*.milr"))
    path.write_bytes(path.read_bytes()[:-9])
    told = json.loads(milkit("collect", str(stick), "--json"))
    assert told["new"] == 1
    (bad,) = told["damaged"]
    assert bad["name"] == path.name
    assert "cut off" in bad["reason"]
    assert path.name in milkit("collect", str(stick))


def test_refusals_are_one_sentence(milkit, stick, tmp_path):
    assert "holds a hub" in milkit(
        "init", "--to", str(tmp_path / "hub"), "--name", "X", code=1
    )
    assert "eight letters" in milkit(
        "init", "--to", str(tmp_path / "b"), "--name", "X", code=1, phrase=""
    )
    assert "missing" in milkit("collect", str(tmp_path / "gone"), code=1)
    assert "hub" in milkit("collect", code=1)
    assert "hub" in milkit("report", "--hub", str(tmp_path / "none"), code=1)
    milkit("init", "--to", str(tmp_path / "c"), code=2)


def test_the_sheet_brings_the_hub_back(milkit, stick, tmp_path):
    sheet = tmp_path / "hub" / place.SHEET
    words = (
        "init",
        "--to",
        str(tmp_path / "new"),
        "--name",
        "K",
        "--recover",
        str(sheet),
    )
    assert "do not open" in milkit(*words, code=1, phrase="other words")
    milkit(*words)
    assert json.loads(milkit("collect", str(stick), "--json"))["new"] == 2


def test_every_command_shows_an_example():
    group = main.commands["hub"]
    for name in group.commands:
        told = CliRunner().invoke(main, ["hub", name, "--help"])
        assert told.exit_code == 0
        assert "Example: milkit hub" in told.output
