"""Joining a hub, sending, saving to a stick: from the door, with real files."""

import json

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.sync.enrolment import Drop
from tests.sync.fixtures import make_hub


@pytest.fixture
def milkit(tmp_path):
    def run(*words, code=0):
        done = CliRunner().invoke(main, ["--data", str(tmp_path / "data"), *words])
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.output

    return run


@pytest.fixture
def hub(tmp_path):
    (tmp_path / "drop").mkdir()
    return make_hub(Drop(str(tmp_path / "drop"))).file(tmp_path / "k.milhub")


def found(folder):
    return sorted(path.name for path in folder.rglob("*.milr"))


def test_nothing_goes_before_a_yes_and_then_it_goes_once(milkit, hub, tmp_path):
    milkit("records", "sample", "--runs", "3")
    assert "no hub" in milkit("sync", code=1)
    asked = milkit("sync", "--join", str(hub), code=1)
    assert "Kampong would like your results." in asked
    assert "Never sent: names" in asked
    assert "Two people see counts." in asked
    assert "add --agree" in asked
    assert "no hub" in milkit("sync", code=1)
    assert found(tmp_path / "drop") == []
    lines = milkit("sync", "--join", str(hub), "--see").splitlines()
    assert all(json.loads(line)["version"] == "1.0.3" for line in lines)
    told = json.loads(milkit("sync", "--join", str(hub), "--agree", "--json"))
    assert (told["hub"], told["waiting"]) == ("Kampong", 0)
    assert told["records"]["sent"] >= 3  # lessons, and checks
    assert told["records"]["waiting"] == 0
    assert len(found(tmp_path / "drop")) == told["sent"] == told["sealed"] > 0
    again = json.loads(milkit("sync", "--json"))
    assert (again["sealed"], again["sent"]) == (0, 0)
    assert milkit("sync", "--see") == ""


def test_results_go_on_a_stick(milkit, hub, tmp_path):
    milkit("records", "sample", "--runs", "3")
    stick = tmp_path / "stick"
    assert "no hub" in milkit("results", "save", "--to", str(stick), code=1)
    words = ("results", "save", "--to", str(stick), "--json")
    told = json.loads(milkit(*words, "--hub", str(hub)))
    assert told["files"] == told["sealed"] == len(found(stick)) > 0
    assert json.loads(milkit(*words))["sealed"] == 0
    assert "read back" in milkit(*words[:-1])
    assert json.loads(milkit("sync", "--json"))["sent"] == 0  # sticks only
    assert found(tmp_path / "drop") == []
    milkit("sync", "--join", str(hub), "--agree")
    assert found(tmp_path / "drop") == found(stick)


def test_a_hub_without_a_drop_box_says_how_it_takes_results(milkit, tmp_path):
    file = make_hub(Drop()).file(tmp_path / "k.milhub")
    milkit("records", "sample", "--runs", "1")
    told = milkit("sync", "--join", str(file), "--agree")
    assert "takes results on a stick" in told
    assert json.loads(milkit("sync", "--json")) == {"hub": "Kampong", "drop": None}


def test_stopping_forgets(milkit, hub):
    milkit("sync", "--join", str(hub), "--agree")
    assert "Nothing is sent" in milkit("sync", "--stop")
    assert "no hub" in milkit("sync", code=1)


def test_refusals_are_a_sentence(milkit, hub, tmp_path):
    bad = tmp_path / "bad.milhub"
    bad.write_text(hub.read_text().replace("Kampong", "Kampung"))
    assert "not as the hub made it" in milkit("sync", "--join", str(bad), code=1)
    assert "missing" in milkit("sync", "--join", str(tmp_path / "x.milhub"), code=1)
    (tmp_path / "drop").rmdir()
    told = milkit("sync", "--join", str(hub), "--agree", code=0)
    assert "0 results files sent" in told  # there was nothing to send
    milkit("records", "sample", "--runs", "1")
    assert "cannot be reached" in milkit("sync", code=1)


def test_commands_show_an_example():
    for words in (["sync"], ["results"], ["results", "save"]):
        told = CliRunner().invoke(main, [*words, "--help"]).output
        assert "Example:" in told or words == ["results"]
