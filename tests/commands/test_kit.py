"""milkit kit: written, renewed, checked, mended, refused in a sentence."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.trust.key_file import write_key
from tests import bundled
from tests.kit import made

PHRASE = "ten plain words"


@pytest.fixture(scope="module")
def home(tmp_path_factory, qapp):
    """A data folder with a key, and one kit written without pages."""
    folder = tmp_path_factory.mktemp("kit-command")
    write_key(folder / "centre.key", made.key(), PHRASE)
    bundled.furnish(folder / "data", bundled.folder(tmp_path_factory))
    return folder


@pytest.fixture
def call(home, monkeypatch):
    monkeypatch.setenv("MILKIT_PASSPHRASE", PHRASE)

    def run(*words):
        words = [str(word) for word in words]
        return CliRunner().invoke(main, ["--data", str(home / "data"), "kit", *words])

    return run


@pytest.fixture(scope="module")
def first(home, qapp):
    """A whole kit in English and Thai, with pages; PDFs are the slow part."""
    stick = home / "stick"
    env = {"MILKIT_PASSPHRASE": PHRASE}
    words = ["--data", str(home / "data"), "kit", "write", "--to", str(stick)]
    words += ["--key", str(home / "centre.key"), "--langs", "th", "--json"]
    words += ["--name", "The Centre"]
    result = CliRunner().invoke(main, words, env=env)
    assert result.exit_code == 0, result.output
    return stick, json.loads(result.stdout)


@pytest.fixture
def stick(first, tmp_path):
    return Path(shutil.copytree(first[0], tmp_path / "stick"))


def test_help_has_examples(call):
    for command in ("write", "verify", "repair"):
        assert "Example: milkit kit " in call(command, "--help").output


def test_a_kit_is_written_with_packs_pages_and_a_signed_list(first):
    stick, told = first
    assert told["whole"] is True
    assert told["maker"] == "The Centre"
    assert len(told["words"]) == 6
    files = json.loads((stick / "KIT.json").read_bytes())["files"]
    key = made.key().public.name
    assert {"START-HERE.html", "static/MIL-Kit-th.html"} <= set(files)
    assert {f"packs/{key}/publisher.pub", f"packs/{key}/catalogue.json"} <= set(files)
    assert [p for p in files if p.endswith(".pack")]
    there = {p.relative_to(stick).as_posix() for p in stick.rglob("*") if p.is_file()}
    assert there == {*files, "KIT.json", "KIT.json.minisig"}
    assert not [p for p in there if p.startswith(("windows/", "linux/", "macos/"))]


def test_the_pack_of_a_kit_installs_like_any_other(first, home, tmp_path):
    stick, _ = first
    folder = stick / "packs" / made.key().public.name
    words = ["--data", str(tmp_path), "pack", "install", str(folder)]
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 1  # nobody has compared the six words yet
    assert CliRunner().invoke(main, [*words, "--trust"]).exit_code == 0


def test_real_minisign_holds_the_list(first, tmp_path):
    if not shutil.which("minisign"):
        pytest.skip("minisign is not installed")
    stick, _ = first
    (tmp_path / "key.pub").write_text(made.key().public.file)
    command = ["minisign", "-V", "-p", "key.pub", "-m", str(stick / "KIT.json")]
    subprocess.run(command, cwd=tmp_path, check=True)


def test_writing_again_writes_only_what_changed(call, home, stick):
    words = ["write", "--to", stick, "--key", home / "centre.key", "--langs", "th"]
    again = json.loads(call(*words, "--json").stdout)
    assert again["whole"]
    assert again["written"] < again["bytes"] / 100, again


def test_verify_says_who_signed_and_finds_every_damage(call, stick):
    result = call("verify", stick)
    assert result.exit_code == 0
    assert "six words: " in result.output
    (stick / "START-HERE.html").write_bytes(b"<script>bad</script>")
    next(stick.rglob("*.pack")).unlink()
    result = call("verify", stick, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert not told["good"]
    assert {fault["what"] for fault in told["faults"]} == {"changed", "missing"}


def test_repair_mends_from_another_stick_and_says_what_is_missing(call, first, stick):
    (stick / "START-HERE.html").write_bytes(b"x")
    (stick / "static/MIL-Kit-th.html").unlink()
    (stick / "mine.txt").write_bytes(b"mine")
    assert call("repair", stick, "--from", first[0]).exit_code == 0
    assert call("verify", stick).exit_code == 0
    assert (stick / "mine.txt").read_bytes() == b"mine"


def test_this_computer_mends_what_it_made_itself(call, stick, tmp_path):
    (stick / "START-HERE.html").write_bytes(b"x")
    next(stick.rglob("*.pack")).unlink()
    (tmp_path / "nothing").mkdir()
    told = json.loads(
        call("repair", stick, "--from", tmp_path / "nothing", "--json").stdout
    )
    assert told["whole"], told


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["verify", "{tmp}"], 1, "No kit was found"),
        (["verify"], 2, "Usage"),
        (["write", "--to", "{tmp}/a", "--key", "{tmp}/none.key"], 1, "missing"),
        (["write", "--to", "{tmp}/a", "--key", "{key}", "--packs", "no"], 2, "no pack"),
        (["write", "--to", "{tmp}/a", "--key", "{key}", "--langs", "xx"], 2, "xx"),
        (["write", "--to", "{tmp}/a", "--key", "{key}", "--langs", "km"], 0, ""),
    ],
)
def test_refusals_are_one_sentence(call, home, tmp_path, words, code, said):
    fill = {"tmp": tmp_path, "key": home / "centre.key"}
    extra = ["--no-pages"] if words[0] == "write" else []
    result = call(*(word.format(**fill) for word in words), *extra)
    assert result.exit_code == code, result.output
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_wrong_pass_phrase_writes_nothing(call, home, tmp_path, monkeypatch):
    monkeypatch.setenv("MILKIT_PASSPHRASE", "something else")
    result = call("write", "--to", tmp_path / "a", "--key", home / "centre.key")
    assert result.exit_code == 1
    assert not (tmp_path / "a").exists()
