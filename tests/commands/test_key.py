"""The commands for keys, from the door, with real files."""

import json

import pytest
from click.testing import CliRunner

from milkit.cli import main

SECRET = {"MILKIT_PASSPHRASE": "mango drum river"}


@pytest.fixture
def milkit(tmp_path):
    def run(*words, code=0, env=None, typed=None):
        args = ["--data", str(tmp_path / "data"), *map(str, words)]
        done = CliRunner().invoke(main, args, env=env or SECRET, input=typed)
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.output

    return run


def test_new_and_show(milkit, tmp_path):
    file = tmp_path / "centre.key"
    made = json.loads(milkit("key", "new", "--to", file, "--json"))
    shown = json.loads(milkit("key", "show", file, "--json"))
    assert shown == {name: made[name] for name in ("id", "key", "words", "qr")}
    assert len(shown["words"]) == 6
    text = milkit("key", "show", tmp_path / "centre.pub")
    assert f"untrusted comment: minisign public key {shown['id']}\n" in text
    assert " ".join(shown["words"]) in text
    (tmp_path / "centre.pub").unlink()
    assert json.loads(milkit("key", "show", file, "--json")) == shown
    names = {path.name for path in tmp_path.iterdir()}
    assert {"centre.next.key", "centre.next.pub", "centre.recovery.html"} <= names


def test_a_key_is_never_replaced_and_needs_a_pass_phrase(milkit, tmp_path):
    file = tmp_path / "k.key"
    milkit("key", "new", "--to", file, env={"MILKIT_PASSPHRASE": "short"}, code=2)
    assert not file.exists()
    milkit("key", "new", "--to", file)
    before = file.read_bytes()
    assert "never replaced" in milkit("key", "new", "--to", file, code=2)
    assert file.read_bytes() == before


def test_the_pass_phrase_is_asked_for_and_a_wrong_one_is_told(milkit, tmp_path):
    file = tmp_path / "k.key"
    nothing = {"MILKIT_PASSPHRASE": None}
    milkit("key", "new", "--to", file, env=nothing, typed="long enough\nlong enough\n")
    (tmp_path / "k.pub").unlink()
    said = milkit("key", "show", file, code=1)
    assert "pass phrase is wrong" in said
    milkit("key", "show", file, env={"MILKIT_PASSPHRASE": "long enough"})


def test_what_is_no_key_is_refused_in_a_sentence(milkit, tmp_path):
    file = tmp_path / "k.key"
    file.write_text("hello")
    assert "not a key file" in milkit("key", "show", file, code=1)
    milkit("key", "show", tmp_path / "none.key", code=1)
    assert "Example: milkit key new" in milkit("key", "new", "--help")
