"""Keys and signatures, held against the real minisign where it is installed."""

import os
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milkit.ground.trust_errors import KeyUnreadable, PassphraseWrong
from milkit.trust import qr
from milkit.trust.key import new_key, of_seed, parse_public, public_of, read_public
from milkit.trust.key_file import locked, open_key, unlocked, write_key
from milkit.trust.recovery import make, next_of
from milkit.trust.signature import Unsigned, sign, signer_of, verify
from milkit.trust.six_words import _list, six_words

DATA = b'{"serial": 7}'
WORDS = "mango drum river lantern"
KEY = of_seed(bytes(range(32)), b"abcdefgh")

real = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="the minisign tool is not installed"
)


def run(folder, *words, text=None):
    done = subprocess.run(
        ["minisign", *words],
        cwd=folder,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@real
def test_minisign_verifies_what_we_sign(tmp_path):
    (tmp_path / "list.json").write_bytes(DATA)
    (tmp_path / "k.pub").write_text(KEY.public.file)
    (tmp_path / "list.json.minisig").write_text(sign(DATA, KEY, "serial:7"))
    said = run(tmp_path, "-V", "-p", "k.pub", "-m", "list.json")
    assert "serial:7" in said


@real
def test_minisign_signs_with_our_key_file_and_we_verify(tmp_path):
    write_key(tmp_path / "k.key", KEY, WORDS)
    (tmp_path / "list.json").write_bytes(DATA)
    run(tmp_path, "-S", "-s", "k.key", "-m", "list.json", "-t", "serial:7", text=WORDS)
    signature = (tmp_path / "list.json.minisig").read_bytes()
    assert verify(DATA, signature, KEY.public) == "serial:7"


@real
def test_a_key_that_minisign_made_is_read(tmp_path):
    run(tmp_path, "-G", "-W", "-p", "m.pub", "-s", "m.key")
    public = read_public(tmp_path / "m.pub")
    assert public.name in (tmp_path / "m.pub").read_text()
    assert public.text == (tmp_path / "m.pub").read_text().split("\n")[1]
    with pytest.raises(KeyUnreadable):  # it has no pass phrase: not one of ours
        open_key(tmp_path / "m.key", "")


def test_a_key_file_opens_with_its_pass_phrase_only(tmp_path):
    write_key(tmp_path / "k.key", KEY, WORDS)
    assert open_key(tmp_path / "k.key", WORDS) == KEY
    assert read_public(tmp_path / "k.pub") == KEY.public
    if os.name != "nt":
        assert (tmp_path / "k.key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(PassphraseWrong):
        open_key(tmp_path / "k.key", WORDS + " ")


def test_a_key_file_that_asks_for_a_gigabyte_is_refused():
    import base64
    import struct

    lines = locked(KEY, WORDS).split("\n")
    blob = bytearray(base64.b64decode(lines[1]))
    blob[38:54] = struct.pack("<QQ", 2**25, 2**30)
    text = f"{lines[0]}\n{base64.b64encode(blob).decode()}\n"
    with pytest.raises(ValueError, match="another kind"):
        unlocked(text, WORDS)


@pytest.mark.parametrize("content", [b"", b"\xff" * 99, b"a\n" * 9, b"a\n" * 9999])
def test_what_is_no_key_is_refused(tmp_path, content):
    (tmp_path / "k.pub").write_bytes(content)
    with pytest.raises(KeyUnreadable):
        read_public(tmp_path / "k.pub")
    with pytest.raises(KeyUnreadable):
        open_key(tmp_path / "k.pub", WORDS)


def test_every_changed_byte_of_a_signature_is_seen():
    good = sign(DATA, KEY, "serial:7").encode()
    first = good.index(b"\n") + 1  # before it stands the comment nobody trusts
    for at in range(first, len(good) - 1):
        bad = bytearray(good)
        bad[at] ^= 1
        with pytest.raises(Unsigned):
            verify(DATA, bytes(bad), KEY.public)
    with pytest.raises(Unsigned):
        verify(DATA + b" ", good, KEY.public)


def test_another_key_with_the_same_id_does_not_pass():
    thief = of_seed(b"t" * 32, KEY.public.id)
    signature = sign(DATA, thief, "serial:7").encode()
    assert signer_of(signature) == KEY.public.id
    with pytest.raises(Unsigned):
        verify(DATA, signature, KEY.public)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_readers(content):
    with pytest.raises(Unsigned):
        verify(DATA, content, KEY.public)
    with pytest.raises(ValueError, match=r".*"):
        public_of(content.decode("latin-1"))


def test_line_ends_of_windows_are_read():
    text = KEY.public.file.replace("\n", "\r\n")
    assert public_of(text) == KEY.public
    signature = sign(DATA, KEY, "x").replace("\n", "\r\n").encode()
    assert verify(DATA, signature, KEY.public) == "x"


def test_six_words_are_always_the_same_and_cover_66_bits():
    assert six_words(KEY.public) == six_words(parse_public(KEY.public.text))
    assert len(_list()) == len(set(_list())) == 2048
    assert all(word.isascii() and word.islower() for word in _list())
    import hashlib

    bits = f"{int.from_bytes(hashlib.sha256(KEY.public.blob).digest(), 'big'):0256b}"
    places = [int(bits[at : at + 11], 2) for at in range(0, 66, 11)]
    assert six_words(KEY.public) == tuple(_list()[place] for place in places)
    assert six_words(new_key().public) != six_words(KEY.public)


def test_the_qr_code_has_its_three_corners():
    rows = qr.modules(KEY.public.text)
    assert len(rows) == len(rows[0]) >= 33
    for down, across in ((0, 0), (0, -7), (-7, 0)):
        corner = [row[across:][:7] for row in rows[down:][:7]]
        assert all(corner[0])
        assert not any(corner[1][1:6])
    assert qr.svg(KEY.public.text).startswith("<svg")


def test_a_recovery_sheet_holds_the_next_key(tmp_path):
    import html
    import re

    made = make(tmp_path / "c.key", "Port & Town", WORDS)
    sheet = made.sheet.read_text("utf-8")
    found = re.search(r"<code>(.*?)<br>(.*?)</code>", sheet)
    assert found is not None
    text = "\n".join(map(html.unescape, found.groups())) + "\n"
    following = unlocked(text, WORDS)
    assert following is not None
    assert following.public == next_of(tmp_path / "c.key")
    assert "Port &amp; Town" in sheet
    assert following.public != made.key.public
