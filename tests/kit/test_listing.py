"""KIT.json is read only when its signature holds and all its names are plain."""

import json

import pytest

from milkit.ground.kit_errors import KitChanged, KitForeign, NoKit
from milkit.kit import listing, names
from tests.kit import made


def put(folder, content: bytes, signature: bytes | None = None):
    folder.mkdir(exist_ok=True)
    (folder / "KIT.json").write_bytes(content)
    if signature is not None:
        (folder / "KIT.json.minisig").write_bytes(signature)
    return folder


def test_what_was_signed_is_read_again(tmp_path):
    signed, _ = made.kit(tmp_path)
    folder = put(tmp_path / "stick", signed.content, signed.signature)
    again = listing.read(folder)
    assert again == signed
    assert again.listing.maker == "The Centre"
    assert again.listing.languages == ("en", "th")
    table = json.loads(signed.content)
    assert set(table) == {
        "format", "maker", "key", "made", "title", "languages", "files",
    }  # fmt: skip
    assert table["files"]["START-HERE.html"] == {
        "bytes": 17,
        "sha256": signed.listing.files["START-HERE.html"].sha256,
    }


def test_one_changed_byte_anywhere_is_refused(tmp_path):
    signed, _ = made.kit(tmp_path)
    for at in range(0, len(signed.content), 97):
        content = bytearray(signed.content)
        content[at] ^= 1
        folder = put(tmp_path / "stick", bytes(content), signed.signature)
        with pytest.raises((KitChanged, KitForeign)):
            listing.read(folder)


def test_a_list_without_signature_or_of_another_key_is_refused(tmp_path):
    signed, _ = made.kit(tmp_path)
    with pytest.raises(KitChanged):
        listing.read(put(tmp_path / "a", signed.content))
    other, _ = made.signed(tmp_path / "source", signer=made.key(2))
    with pytest.raises(KitChanged):
        listing.read(put(tmp_path / "b", signed.content, other.signature))
    with pytest.raises(NoKit):
        listing.read(tmp_path)


def hostile(path: str, entry: object = None) -> bytes:
    """A list with a good signature, and one file nobody would write."""
    table = {
        "format": 1,
        "maker": {"name": "x"},
        "key": made.key().public.text,
        "made": "2026-11-24",
        "title": "x",
        "languages": ["en"],
        "files": {path: entry or {"bytes": 1, "sha256": "0" * 64}},
    }
    return json.dumps(table).encode()


@pytest.mark.parametrize(
    "path",
    [
        "../evil", "/etc/passwd", "C:/x", "a\\b", "a//b", "", ".", "a/./b", "con",
        "packs/AUX.txt", "lpt1", "name.", "name ", " name", "a:b", "what?",
        "results/x", "RESULTS/y", "KIT.json", "kit.JSON.minisig", "x.part", "x.old",
        "gnp\u202ejs.exe", "e\u0301", "a\0b", "a\nb", "x" * 201,
    ],
)  # fmt: skip
def test_a_name_that_climbs_hides_or_is_a_device_is_refused(tmp_path, path):
    from milkit.trust.signature import sign

    assert not names.fits(path)
    content = hostile(path)
    signature = sign(content, made.key(), "x").encode()
    with pytest.raises(KitForeign):
        listing.read(put(tmp_path / "stick", content, signature))


@pytest.mark.parametrize(
    "entry",
    [
        {"bytes": -1, "sha256": "0" * 64},
        {"bytes": True, "sha256": "0" * 64},
        {"bytes": (2 << 30) + 1, "sha256": "0" * 64},
        {"bytes": 1, "sha256": "0" * 63},
        {"bytes": 1},
        7,
    ],
)
def test_an_odd_entry_is_refused(entry):
    with pytest.raises(ValueError, match=r"odd|not a list"):
        listing.parse(hostile("a", entry))


def test_two_names_that_are_one_to_a_stick_are_refused():
    table = json.loads(hostile("packs/A"))
    table["files"]["PACKS/a"] = {"bytes": 1, "sha256": "0" * 64}
    with pytest.raises(ValueError, match="twice"):
        listing.parse(json.dumps(table).encode())
    table = json.loads(hostile("packs/A"))
    table["format"] = 2
    with pytest.raises(ValueError, match="later"):
        listing.parse(json.dumps(table).encode())
