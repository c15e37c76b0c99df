"""
Feed the readers of foreign files with broken ones, for ten minutes or --seconds.

    python packaging/proof_fuzz.py [--seconds 600] [--seed N]

Whole files (share files, lists rightly signed, signatures, keys, packs rightly signed)
are changed at random places: bits, runs of bytes, lengths, pieces moved, doubled or
cut. A reader may take a file or refuse it with a mishap; it may not raise anything
else, take longer than PATIENCE, or change what is installed when it refuses.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from milkit.ground.errors import Mishap
from milkit.packs import publishing
from milkit.packs.build import build
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.installing import Trust, install
from milkit.packs.known import read_known
from milkit.packs.offers import of_folder, offers
from milkit.packs.pack import open_pack
from milkit.trust.key import new_key, public_of
from milkit.trust.key_file import unlocked
from milkit.trust.signature import Unsigned, sign, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.trust.key import SigningKey

LOCKED = b"c\n" + b"A" * 212 + b"\n"

PATIENCE = 20.0  # s: a quick_check of a made-up page may take its time, not more
ODD = (
    b"\0",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"PK\5\6",
    b"{",
    b'"',
    b"\r\n",
    b"9" * 9,
)


def broken(content: bytes, chance: random.Random) -> bytes:
    """Change a file at some places."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        if made:
            at = chance.randrange(len(made))
            piece = slice(at, at + chance.choice((1, 2, 4, 16, 512, 4096)))
            chance.choice(WAYS)(made, piece, chance)
    return bytes(made)


def _bit(made: bytearray, piece: slice, chance: random.Random) -> None:
    made[piece.start] ^= 1 << chance.randrange(8)


def _noise(made: bytearray, piece: slice, chance: random.Random) -> None:
    made[piece] = chance.randbytes(len(made[piece]))


def _gone(made: bytearray, piece: slice, _: random.Random) -> None:
    del made[piece]


def _twice(made: bytearray, piece: slice, _: random.Random) -> None:
    made[piece.start : piece.start] = made[piece]


def _cut_off(made: bytearray, piece: slice, _: random.Random) -> None:
    del made[piece.start :]


def _zeros(made: bytearray, piece: slice, _: random.Random) -> None:
    made[piece] = bytes(len(made[piece]))


def _odd(made: bytearray, piece: slice, chance: random.Random) -> None:
    odd = chance.choice(ODD)
    made[piece.start : piece.start + len(odd)] = odd


WAYS = (_bit, _noise, _gone, _twice, _cut_off, _zeros, _odd)


class Fuzz:
    """A publisher, what they made, and a computer that has version 1 of it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance = root, random.Random(seed)  # noqa: S311 - to be repeated
        self.key: SigningKey = new_key()
        self.told: collections.Counter[str] = collections.Counter()
        self.data = root / "data"
        pack = self._pack()
        listed = publishing.first_list("Fuzz", self.key.public, date(2026, 11, 1))
        listed, entry = publishing.with_pack(listed, pack)
        made = publishing.signed(listed, self.key, date(2026, 11, 1))
        self.folder = publishing.write_folder(
            root / "stick", made, {entry.now.file: pack}
        )
        self.pack = self.folder / entry.now.file
        self.whole = self.pack.read_bytes()
        self.small = made.small
        self.share = root / "a.milpack"
        publishing.write_share(self.share, made, pack, entry.now.file)
        self.shared = self.share.read_bytes()
        install(of_folder(self.folder), self.data, Trust.CONFIRMED)
        self.before = read_known(self.data)

    def _pack(self) -> Path:
        """Build two made-up lessons with a picture."""
        from tests.packs.made import draw_quickly, source

        two = (("flood", "en", "L1"), ("flood", "th", "L1"))
        lessons = source(self.root / "lessons", two)
        return build(lessons, self.root / "made.pack", draw_quickly)

    def share_file(self) -> None:
        """Open and install a broken share file."""
        self.share.write_bytes(broken(self.shared, self.chance))
        other = self._other()
        for offer in offers(self.share):
            install(offer, other, Trust.CONFIRMED)
        for path in other.rglob("*.pack"):
            if path.read_bytes() != self.whole:
                raise SystemExit("a changed pack was taken from a share file")

    def small_file(self) -> None:
        """Install from a folder with one of its three files broken."""
        name = self.chance.choice((NAME, SIGNATURE, PUBLISHER))
        self._restore()
        (self.folder / name).write_bytes(broken(self.small[name], self.chance))
        install(of_folder(self.folder), self.data)

    def signed_list(self) -> None:
        """Install by a list that is broken and rightly signed."""
        self._restore()
        self._sign(broken(self.small[NAME], self.chance))
        install(of_folder(self.folder), self.data)

    def signed_pack(self) -> None:
        """Install and read a pack that is broken, on a list that is right."""
        content = broken(self.whole, self.chance)
        self._restore()
        self.pack.write_bytes(content)
        table = json.loads(self.small[NAME])
        table["packs"]["t"] |= {
            "bytes": len(content) or 1,
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        self._sign(json.dumps(table).encode())
        other = self._other()
        install(of_folder(self.folder), other, Trust.CONFIRMED)
        for path in other.rglob("*.pack"):
            ask_everything(path)

    def open_pack(self) -> None:
        """Open a broken pack as one that was installed before the disk failed."""
        path = self.root / "open.pack"
        path.write_bytes(broken(self.whole, self.chance))
        ask_everything(path)

    def keys(self) -> None:
        """Read broken keys and signatures; they raise errors of their own."""
        for call in (
            lambda: public_of(
                broken(self.small[PUBLISHER], self.chance).decode("latin-1")
            ),
            lambda: unlocked(
                broken(b"c\n" + b"A" * 212, self.chance).decode("latin-1"), "x"
            ),
            lambda: verify(
                self.small[NAME],
                broken(self.small[SIGNATURE], self.chance),
                self.key.public,
            ),
        ):
            try:
                call()
            except (ValueError, Unsigned):
                self.told["key or signature refused"] += 1

    def _other(self) -> Path:
        """Give the data folder of a computer that has nothing yet."""
        other = self.root / "other"
        shutil.rmtree(other, ignore_errors=True)
        return other

    def _sign(self, content: bytes) -> None:
        (self.folder / NAME).write_bytes(content)
        (self.folder / SIGNATURE).write_text(sign(content, self.key, "x"))

    def _restore(self) -> None:
        self.pack.write_bytes(self.whole)
        for name, content in self.small.items():
            (self.folder / name).write_bytes(content)


def ask_everything(path: Path) -> None:
    """Ask a pack all that the program asks."""
    with open_pack(path) as pack:
        for number in pack.rows:
            pack.lesson(number)
            pack.html(number)
            pack.steps(number)
        for text in ("photo", "ข่าวปลอม", "f"):
            asked = pack.query(text)
            for find in (pack.find, pack.find_parts, pack.find_inside):
                find(asked, (0, 2**40), 20)
        pack.picture("L1", "red")


def run(fuzz: Fuzz, one: Callable[[], None]) -> None:
    """Run one; anything but a mishap, or a change after one, ends the proof."""
    start = time.monotonic()
    try:
        one()
        fuzz.told[f"{one.__name__}: taken"] += 1
    except Mishap as mishap:
        fuzz.told[f"{one.__name__}: {type(mishap).__name__}"] += 1
        if read_known(fuzz.data) != fuzz.before:
            raise SystemExit(f"{mishap!r} changed what is installed") from mishap
    else:
        now = read_known(fuzz.data)
        if now != fuzz.before:  # a list that is still a list and rightly signed
            fuzz.before = now
    took = time.monotonic() - start
    if took > PATIENCE:
        raise SystemExit(f"{one.__name__} took {took:.1f} s")


def main() -> int:
    """Fuzz until the time is over; 1 at the first thing that should not be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}, {wanted.seconds:.0f} s", flush=True)
    count = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        fuzz = Fuzz(Path(name), wanted.seed)
        ways = (
            fuzz.share_file, fuzz.small_file, fuzz.signed_list,
            fuzz.signed_pack, fuzz.open_pack, fuzz.keys,
        )  # fmt: skip
        end = time.monotonic() + wanted.seconds
        while time.monotonic() < end:
            try:
                run(fuzz, ways[count % len(ways)])
            except SystemExit:
                raise
            except BaseException:  # noqa: BLE001 - this is what is looked for
                traceback.print_exc()
                print(f"seed {wanted.seed}: file {count} broke a reader")
                return 1
            count += 1
        for what, times in sorted(fuzz.told.items()):
            print(f"  {times:7} {what}")
    print(f"{count} broken files, no reader broke")
    return 0


if __name__ == "__main__":
    sys.exit(main())
