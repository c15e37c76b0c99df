"""Settings survive garbage, other versions and power cuts."""

import json

import pytest

from milkit.ground import settings
from milkit.ground.settings import Settings


def test_there_and_back(tmp_path):
    wanted = Settings(language="km", text_size=150, own_digits=True, period=45)
    settings.write(tmp_path / "new", wanted)
    assert settings.read(tmp_path / "new") == wanted


def test_no_file_is_no_damage(tmp_path):
    assert settings.read(tmp_path) == Settings()


def test_what_a_later_version_wrote_stays(tmp_path):
    (tmp_path / "settings.json").write_text('{"hub": {"a": 1}, "theme": "dark"}')
    settings.write(tmp_path, settings.read(tmp_path)._replace(period=50))
    table = json.loads((tmp_path / "settings.json").read_text())
    assert table["hub"] == {"a": 1}
    assert table["theme"] == "dark"
    assert table["period"] == 50
    assert "damaged" not in table


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 900, b"[1]", b"{", b"\xff\xfe\xfa", b"[" * 100_000]
)
def test_garbage_is_moved_aside_and_told(tmp_path, content):
    for number in (1, 2):
        (tmp_path / "settings.json").write_bytes(content)
        aside = f"settings-damaged-{number}.json"
        assert settings.read(tmp_path) == Settings(damaged=aside)
        assert (tmp_path / aside).read_bytes() == content
        assert settings.read(tmp_path) == Settings()


def test_a_file_that_the_disk_does_not_give_stays(tmp_path):
    (tmp_path / "settings.json").mkdir()
    assert settings.read(tmp_path) == Settings(damaged="settings.json")
    assert (tmp_path / "settings.json").is_dir()


def test_writing_over_garbage_keeps_it_aside(tmp_path):
    (tmp_path / "settings.json").write_bytes(b"{")
    settings.write(tmp_path, Settings(period=30))
    assert settings.read(tmp_path).period == 30
    assert (tmp_path / "settings-damaged-1.json").exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_size", 101),
        ("text_size", True),
        ("text_size", "100"),
        ("theme", "pink"),
        ("language", "xx"),
        ("language", 7),
        ("period", 0),
        ("period", 1e9),
        ("paper", None),
        ("own_digits", "yes"),
        ("damaged", "x"),
    ],
)
def test_a_value_that_does_not_fit_becomes_its_default(tmp_path, key, value):
    (tmp_path / "settings.json").write_text(
        json.dumps({key: value, "letter_keys": False})
    )
    assert settings.read(tmp_path) == Settings(letter_keys=False)
