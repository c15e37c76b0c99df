"""Pull a FAT stick out while a kit is written on it, again and again.

    python packaging/proof_stick.py [pulls]

Half of the pulls hit a first writing, half the renewal of an older kit; half of the
mounts are `flush`, as desktops do it. After each pull the stick is put in again and
looked at: a file that was reported good must be good, a kit that verifies must be
whole, and writing once more must end with a whole kit. Needs root on Linux, and the
packages user-mode-linux, dosfstools, dmsetup and kmod.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import fat_driver as uml

from milkit.ground import stick_files
from milkit.ground.copying import digest
from milkit.ground.errors import Mishap
from milkit.kit import contents, listing
from milkit.kit.listing import Listing, Signed
from milkit.kit.verify import verify
from milkit.kit.write import write
from milkit.trust.key import of_seed

PULLS, MEGABYTES = 20, 200
SIZES = [6_000] * 150 + [400_000] * 30 + [3_000_000] * 10 + [38_000_000]
OLD, NEW, LOG = Path("/run/old"), Path("/run/new"), Path("/run/log")


def make(folder: Path, seed: int, changed: int) -> None:
    """Make the files of a kit; every *changed*-th differs by the seed."""
    for number, size in enumerate(SIZES):
        own = random.Random(  # noqa: S311 - files to try with
            seed * 1000 + number if number % changed == 0 else number
        )
        path = folder / f"part{number % 9}/lesson-{number:03}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(own.randbytes(size))


def signed(folder: Path, made: str) -> tuple[Signed, contents.Contents]:
    """Sign a folder as a kit."""
    found = contents.gather(contents.tree(folder))
    found, sums = contents.hashed(found, lambda _done, _total: None)
    about = Listing("Proof", "", made, "Proof", ("en",), sums)
    return listing.sign(about, of_seed(b"1" * 32, b"1" * 8)), found


def job(which: str) -> int:
    """Write a kit as the window does; the folder's files are logged when checked."""
    import milkit.kit.write as writing

    stick_files.BATCH = 8 << 20  # more batches, so more moments to be pulled between
    honest = writing.put

    def put(root: Path, batch: list, *rest: object, **more: object) -> dict:
        failed = honest(root, batch, *rest, **more)
        with LOG.open("a") as log:
            for piece in batch:
                if piece.path not in failed:
                    log.write(f"{piece.path.relative_to(root)} {piece.sha256}\n")
        return failed

    writing.put = put
    made, found = signed(OLD if which == "old" else NEW, "2026-06-01")
    try:
        done = write(made, found.sources, uml.MOUNT)
    except Mishap as mishap:
        Path("/run/end").write_text(repr(mishap))
        return 1
    return 0 if done.whole else 1


def start(which: str) -> subprocess.Popen[bytes]:
    """Start the writing as a program of its own."""
    LOG.write_text("")
    Path("/run/end").write_text("")
    command = [sys.executable, str(Path(__file__).resolve()), "job", which]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def pull_once(turn: int, dice: random.Random) -> str:
    """Write, pull, look, write again; say what happened or raise AssertionError."""
    options = "rw,flush" if turn % 4 >= 2 else "rw"
    renewed = turn % 2 == 1
    uml.format_stick()
    if renewed:
        with uml.stick():
            assert start("old").wait() == 0, "the older kit was not written"
    ended = pulled_out(options, dice.uniform(0.01, 0.99), renewed=renewed)
    said = LOG.read_text().splitlines()
    with uml.stick(options):
        reported = looked_at(said)
        state = judged(renewed=renewed)
        assert start("new").wait() == 0, Path("/run/end").read_text()
        assert not verify(uml.MOUNT).faults, "not whole after going on"
    with uml.stick(options):  # and from the stick itself, not from memory
        assert not verify(uml.MOUNT).faults, "not whole when put in again"
    kind = "renewal" if renewed else "first writing"
    return (
        f"{kind}, {options}: {ended}; {reported} files reported good, all are; {state}"
    )


def sectors() -> int:
    """Sectors that were written on the stick so far."""
    for line in Path("/proc/diskstats").read_text().splitlines():
        words = line.split()
        if words[2] == Path(uml.DEVICE).name:
            return int(words[9])
    raise LookupError(uml.DEVICE)


def pulled_out(options: str, share: float, *, renewed: bool) -> str:
    """Write on a stick that is pulled when a *share* is written; say how it ended."""
    pulled = uml.Pulled(MEGABYTES + 100)
    uml.call("mount", "-t", "vfat", "-o", options, pulled.device, str(uml.MOUNT))
    files = NEW_LIST.listing.files
    old = OLD_LIST.listing.files if renewed else {}
    size = sum(each.size for path, each in files.items() if old.get(path) != each)
    limit = sectors() + share * size / 512
    program = start("new")
    while program.poll() is None and sectors() < limit:
        time.sleep(0.01)
    ended = "written before the pull"
    if program.poll() is None:
        ended = f"pulled at {share:.0%} of {size / 1e6:.0f} MB"
    pulled.pull()
    try:
        program.wait(60)
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGKILL)
        program.wait()
        ended += ", and killed"
    told = Path("/run/end").read_text().split("(")[0]
    uml.call("umount", "-l", str(uml.MOUNT), check=False)
    time.sleep(0.2)
    pulled.forget()
    return f"{ended}, {told or 'no mishap'}"


def looked_at(said: list[str]) -> int:
    """Hold each file that was reported good to what it should be."""
    for line in said:
        path, sha256 = line.rsplit(" ", 1)
        assert digest(uml.MOUNT / path) == sha256, f"{path} is not what was reported"
    return len(said)


def judged(*, renewed: bool) -> str:
    """Ask what is on the stick; a kit that is called good must be good."""
    try:
        found = verify(uml.MOUNT)
    except Mishap as mishap:
        return f"then {type(mishap).__name__}"
    for path, listed in found.signed.listing.files.items():
        same = digest(uml.MOUNT / path) == listed.sha256 if found.good else True
        assert same, f"{path} was called good"
    if found.good:
        return "then whole"
    assert renewed, "a kit that was never finished has a list"
    return f"then {len(found.faults)} files told as changed"


NEW_LIST: Signed
OLD_LIST: Signed


def inside(pulls: int) -> bool:
    """Do all pulls, in the small kernel."""
    global NEW_LIST, OLD_LIST
    make(OLD, 1, 3)
    make(NEW, 2, 3)
    NEW_LIST, _ = signed(NEW, "2026-06-01")
    OLD_LIST, _ = signed(OLD, "2026-06-01")
    uml.format_stick()
    with uml.stick():
        began = time.monotonic()
        assert start("new").wait() == 0, Path("/run/end").read_text()
        seconds = time.monotonic() - began
    files, size = len(SIZES), sum(SIZES) / 1e6
    uml.say(f"a kit of {files} files and {size:.0f} MB takes {seconds:.1f} s unpulled")
    dice, held = random.Random(7), 0  # noqa: S311 - moments to pull at
    for turn in range(pulls):
        try:
            uml.say(f"{turn + 1:3}  {pull_once(turn, dice)}")
            held += 1
        except AssertionError as e:
            uml.say(f"{turn + 1:3}  FAILED {e}")
            uml.call("umount", "-l", str(uml.MOUNT), check=False)
            uml.call("dmsetup", "remove", "-f", "stick", check=False)
    uml.say(f"{held} of {pulls} pulls did no harm")
    return held == pulls


def main() -> int:
    """Run outside, inside the small kernel, or as the writing program."""
    if sys.argv[1:2] == ["job"]:
        return job(sys.argv[2])
    if sys.argv[1:2] == ["inside"]:
        uml.begin()
        held = False
        try:
            held = inside(int(sys.argv[2]))
        except Exception as e:  # noqa: BLE001 - the first program must not end
            uml.say(f"{type(e).__name__}: {e}")
        uml.end(held=held)
    lack = uml.missing()
    if lack:
        print(f"not tried: {lack}")
        return 0
    pulls = sys.argv[1] if len(sys.argv) > 1 else str(PULLS)
    return uml.run(Path(__file__).resolve(), pulls)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
