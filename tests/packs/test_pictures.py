"""Pictures are told by their bytes, and lose what a camera noted in them."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milkit.packs.pictures import kind_of, plain_name, without_notes
from tests.packs.made import PNG


def chunk(name, data):
    end = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + end


def segment(mark, data):
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(data) + 2) + data


JPEG = (
    b"\xff\xd8" + segment(0xDB, b"table") + segment(0xDA, b"scan") + b"pixels\xff\xd9"
)


def test_kinds():
    assert kind_of(PNG) == "png"
    assert kind_of(JPEG) == "jpeg"
    assert kind_of(b"RIFF\0\0\0\0WEBPVP8 ") == "webp"
    assert kind_of(b"<svg/>") == kind_of(b"GIF89a") == kind_of(b"") == ""


@pytest.mark.parametrize("name", [b"eXIf", b"tEXt", b"iTXt", b"zTXt"])
def test_notes_in_a_png_are_taken_out(name):
    for at in (33, len(PNG) - 12):  # before and behind the picture itself
        noted = PNG[:at] + chunk(name, b"GPS 13.7 N 100.5 E") + PNG[at:]
        assert without_notes(noted) == PNG


@pytest.mark.parametrize("mark", [0xE1, 0xED, 0xFE])
def test_notes_in_a_jpeg_are_taken_out(mark):
    noted = JPEG[:2] + segment(mark, b"Exif\0\0GPS") + JPEG[2:]
    assert without_notes(noted) == JPEG


def test_other_kinds_are_not_kept():
    assert without_notes(b"RIFF\0\0\0\0WEBPVP8 ") == b""
    assert without_notes(b"") == b""


@given(st.binary(max_size=300))
def test_any_bytes_end(content):
    for head in (PNG[:8], JPEG[:2] + b"\xff"):
        assert len(without_notes(head + content)) <= len(head + content)


def test_names():
    assert plain_name("L14/flood-cut.png")
    for odd in (
        "L14",
        "/L14/a",
        "../a/b",
        "a/b/c",
        "a/..",
        "ภ/a",
        7,
        "a/b\n",
        "a/" + "b" * 99,
    ):
        assert not plain_name(odd)
