"""A results file opens for its hub alone, and each way of being broken has its word."""

import base64
import hashlib
import lzma
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from nacl.signing import SigningKey

from milkit.ground import errors
from milkit.records.event import new_id
from milkit.records.sample import sample
from milkit.sync import sealed
from milkit.sync.statement import Where, event_of, statements
from tests.sync.fixtures import make_hub, make_outline

INSTALL, SEED = new_id(), bytes(range(32))
TOLD = list(statements(sample([make_outline()], 30, 2), Where("KH", "KP")))
HUB = make_hub()
PATH = Path("x.milr")


def sealed_files(told=None, hub=HUB):
    keys = hub.asks.recipients
    return list(sealed.seal(TOLD if told is None else told, INSTALL, SEED, keys))


def packed(plain):
    keys = [pyrage.x25519.Recipient.from_str(HUB.asks.recipients[0])]
    return pyrage.encrypt(plain, keys)


def signed(body, head=None, seed=SEED):
    key = SigningKey(seed)
    public = base64.b64encode(bytes(key.verify_key)).decode()
    line = head or f"milkit results 1 {INSTALL} {public}"
    signature = base64.b64encode(key.sign(f"{line}\n".encode() + body).signature)
    return f"{line} {signature.decode()}\n".encode() + body


def test_all_that_was_sealed_comes_out_in_order():
    files = sealed_files()
    assert len(TOLD) > 100
    out = []
    for file in files:
        assert len(file.content) <= sealed.LARGEST
        assert 0 < len(file.ids) <= sealed.MOST
        digest = hashlib.sha256(file.content).hexdigest()
        assert file.name == f"v1/KH/{digest[:2]}/{digest}.milr"
        opened = sealed.unseal(file.content, [HUB.secret], Path(file.name))
        assert opened.install == INSTALL
        assert tuple(one["id"] for one in opened.statements) == file.ids
        out += opened.statements
    assert out == TOLD
    assert all(event_of(one) for one in out)


def test_several_keys_of_a_hub_open_it():
    other = make_hub(number=9)
    keys = (*HUB.asks.recipients, *other.asks.recipients)
    (file,) = sealed.seal(TOLD[:3], INSTALL, SEED, keys)
    for one in (HUB, other):
        assert sealed.unseal(file.content, [one.secret], PATH).statements


@pytest.mark.skipif(not shutil.which("age"), reason="age is not installed")
def test_the_age_tool_opens_it(tmp_path):
    (file,) = sealed_files(TOLD[:5])
    (tmp_path / "f").write_bytes(file.content)
    (tmp_path / "k").write_text(HUB.secret)
    command = "age -d -i k f | tail -n +2 | xz -d"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.count(b"\n") == 5


def test_every_cut_and_every_flipped_bit_is_refused():
    (file,) = sealed_files(TOLD[:5])
    refused = (errors.ResultsDamaged, errors.ResultsForeign, errors.ResultsNotOurs,
               errors.ResultsNewer)  # fmt: skip
    for place in range(len(file.content)):
        content = bytearray(file.content)
        content[place] ^= 1 << place % 8
        with pytest.raises(refused):
            sealed.unseal(bytes(content), [HUB.secret], PATH)
        with pytest.raises(errors.ResultsDamaged):
            sealed.unseal(bytes(content), [HUB.secret], Path(file.name))
        with pytest.raises(refused):
            sealed.unseal(file.content[:place], [HUB.secret], PATH)
        with pytest.raises(errors.ResultsDamaged):
            sealed.unseal(file.content[:place], [HUB.secret], Path(file.name))


def test_another_hub_s_file_says_so():
    (file,) = sealed_files(TOLD[:5])
    with pytest.raises(errors.ResultsNotOurs):
        sealed.unseal(file.content, [make_hub(number=8).secret], PATH)


@pytest.mark.parametrize(
    ("plain", "mishap"),
    [
        (signed(b"x" * 40, "something else 1"), errors.ResultsForeign),
        (signed(b"x" * 40, "milkit results 2 later"), errors.ResultsNewer),
        (b"", errors.ResultsForeign),
        (b"milkit results 1 a b c\nxx", errors.ResultsUnsigned),
        (signed(lzma.compress(b"{}\n"))[:-3] + b"abc", errors.ResultsUnsigned),
        (signed(b"not xz at all"), errors.ResultsTooLarge),
        (signed(lzma.compress(b"{}\n")[:-4]), errors.ResultsDamaged),
        (signed(lzma.compress(b"{}\n") + b"more"), errors.ResultsDamaged),
        (signed(lzma.compress(b"no json\n")), errors.ResultsDamaged),
        (signed(lzma.compress(b"{}")), errors.ResultsTooLarge),
        (signed(lzma.compress(b"")), errors.ResultsTooLarge),
        (signed(lzma.compress(b"{}\n" * 101)), errors.ResultsTooLarge),
        (signed(lzma.compress(b"\0" * (30 << 20))), errors.ResultsTooLarge),
        (signed(lzma.compress(b"{}\n", preset=9)), errors.ResultsTooLarge),
    ],
)
def test_what_a_sender_must_not_do_is_refused(plain, mishap):
    with pytest.raises(mishap):
        sealed.unseal(packed(plain), [HUB.secret], PATH)


def test_a_file_over_the_limit_is_not_even_looked_at():
    with pytest.raises(errors.ResultsTooLarge):
        sealed.unseal(b"a" * (sealed.LARGEST + 1), [HUB.secret], PATH)
    with pytest.raises(errors.ResultsForeign):
        sealed.unseal(b"PK\3\4 no results", [HUB.secret], PATH)


def test_statements_that_fill_a_file_go_into_two():
    wide = [
        {**one, "filler": hashlib.shake_256(one["id"].encode()).hexdigest(700)}
        for one in TOLD[:60]
    ]
    files = sealed_files(wide)
    assert len(files) > 1
    assert sum(len(file.ids) for file in files) == 60
    alone = [{**TOLD[0], "filler": hashlib.shake_256(b"x").hexdigest(40000)}]
    with pytest.raises(errors.ResultsTooLarge):
        sealed_files(alone)
