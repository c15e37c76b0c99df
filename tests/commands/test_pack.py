"""The commands for packs, from the door, with real files."""

import json
import shutil

import pytest
from click.testing import CliRunner

from milkit.cli import main
from tests.packs.made import source
from tests.packs.signed import Club

SECRET = {"MILKIT_PASSPHRASE": "mango drum river"}
TOML = (
    'id = "port"\nversion = "{}"\nlicence = "CC0"\ncredits = "we"\n[title]\nen = "P"\n'
)


@pytest.fixture
def milkit(tmp_path):
    def run(*words, code=0, data="data"):
        args = ["--data", str(tmp_path / data), *map(str, words)]
        done = CliRunner().invoke(main, args, env=SECRET)
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.stdout if code == 0 else done.output

    return run


@pytest.fixture
def lessons(tmp_path):
    return source(tmp_path / "src", toml=TOML.format("1.0"))


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Make a key once: to lock it takes a second."""
    folder = tmp_path_factory.mktemp("keys")
    words = ["key", "new", "--to", str(folder / "p.key"), "--name", "Port Club"]
    assert CliRunner().invoke(main, words, env=SECRET).exit_code == 0
    return folder


@pytest.fixture
def key(keys, tmp_path):
    shutil.copytree(keys, tmp_path, dirs_exist_ok=True)
    return tmp_path / "p.key"


def test_build_verify_show_install(milkit, tmp_path, lessons, key):
    share = tmp_path / "port.milpack"
    built = milkit("pack", "build", lessons, "--key", key, "--to", share, "--json")
    assert json.loads(built)["version"] == "1.0"
    for command in ("verify", "show", "install"):
        said = milkit("pack", command, share, code=1)
        assert "six check words" in said
        assert not (tmp_path / "data" / "packs").exists()
    shown = json.loads(milkit("pack", "show", share, "--trust", "--json"))[0]
    assert shown["publisher"] == "Port Club"
    words = json.loads(milkit("key", "show", key, "--json"))["words"]
    assert shown["words"] == words
    assert [(p["id"], p["here"]) for p in shown["packs"]] == [("port", True)]
    milkit("pack", "verify", share, "--trust")
    done = json.loads(milkit("pack", "install", share, "--trust", "--json"))
    assert done[0]["added"] == [{"id": "port", "version": "1.0"}]
    assert "confirmed" in milkit("pack", "verify", share)
    assert "is here already" in milkit("pack", "install", share)


def test_a_folder_that_grows(milkit, tmp_path, lessons, key):
    milkit("pack", "build", lessons, "--key", key, "--to", tmp_path / "stick")
    (lessons / "pack.toml").write_text(TOML.format("1.1"))
    milkit("pack", "build", lessons, "--key", key, "--to", tmp_path / "stick")
    shown = json.loads(milkit("pack", "show", tmp_path / "stick", "--trust", "--json"))
    assert (shown[0]["serial"], shown[0]["packs"][0]["version"]) == (2, "1.1")
    assert [kept["version"] for kept in shown[0]["packs"][0]["kept"]] == ["1.0"]
    (folder,) = (tmp_path / "stick" / "packs").iterdir()
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "publisher.pub", "catalogue.json", "catalogue.json.minisig",
        "port-1.0.pack", "port-1.1.pack",
    }  # fmt: skip


def test_a_version_is_never_given_twice(milkit, tmp_path, lessons, key):
    to = tmp_path / "port.milpack"
    milkit("pack", "build", lessons, "--key", key, "--to", to)
    text = (lessons / "flood" / "en.md").read_text()
    (lessons / "flood" / "en.md").write_text(text.replace("A red wall", "A wall"))
    before = to.read_bytes()
    said = milkit("pack", "build", lessons, "--key", key, "--to", to, code=1)
    assert "higher version" in said
    assert to.read_bytes() == before


def test_a_changed_share_file_is_refused_in_a_sentence(milkit, tmp_path, lessons, key):
    share = tmp_path / "port.milpack"
    milkit("pack", "build", lessons, "--key", key, "--to", share)
    content = share.read_bytes()
    at = content.index(b"Port Club")
    share.write_bytes(content[:at] + b"Dock" + content[at + 4 :])
    for command in ("verify", "show", "install"):
        said = milkit("pack", command, share, "--trust", code=1)
        assert "changed after it was signed" in said
        assert len(said.strip().splitlines()) == 1


def test_a_lost_key_ends_no_publisher(milkit, tmp_path, lessons, key):
    first, second = tmp_path / "1.milpack", tmp_path / "2.milpack"
    milkit("pack", "build", lessons, "--key", key, "--to", first)
    milkit("pack", "install", first, "--trust")
    (lessons / "pack.toml").write_text(TOML.format("1.1"))
    heir = tmp_path / "p.next.key"
    more = ("--name", "Port Club", "--revokes", tmp_path / "p.pub")
    milkit("pack", "build", lessons, "--key", heir, "--to", second, *more)
    done = json.loads(milkit("pack", "install", second, "--json"))
    assert done[0]["confirmed"]
    assert done[0]["added"] == [{"id": "port", "version": "1.1"}]
    assert "no longer used" in milkit("pack", "install", first, code=1)


def test_what_is_no_pack(milkit, tmp_path, lessons):
    (tmp_path / "x.milpack").write_text("hello")
    assert "not a pack" in milkit("pack", "show", tmp_path / "x.milpack", code=1)
    milkit("pack", "show", tmp_path / "none.milpack", code=1)
    milkit("pack", "install", lessons, code=1)
    to = ("--to", tmp_path / "a.milpack")
    milkit("pack", "build", lessons, "--key", tmp_path / "none.key", *to, code=1)


@pytest.mark.parametrize("name", ["build", "verify", "show", "install"])
def test_every_command_has_an_example(milkit, name):
    assert f"Example: milkit pack {name}" in milkit("pack", name, "--help")


def test_a_publisher_needs_a_name_that_can_be_shown(milkit, tmp_path, lessons, key):
    milkit("key", "new", "--to", tmp_path / "n.key", "--name", "<b>x</b>", code=2)
    (tmp_path / "p.list.json").unlink()
    to = ("--to", tmp_path / "a.milpack")
    milkit("pack", "build", lessons, "--key", key, *to, code=2)
    milkit("pack", "build", lessons, "--key", key, *to, "--name", "Club")


def test_one_word_of_trust_is_for_one_publisher(milkit, tmp_path):
    for name, seed in (("Port Club", 1), ("Hill Club", 2)):
        club = Club(tmp_path, name, seed)
        folder = club.publish(club.pack("1.0", pack_id=f"p{seed}"))
    said = milkit("pack", "install", tmp_path / "stick", "--trust", code=1)
    assert "Port Club" in said
    assert "Hill Club" in said
    assert not (tmp_path / "data" / "packs").exists()
    assert "installed" in milkit("pack", "install", folder, "--trust")
