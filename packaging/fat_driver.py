"""Run a script on a real FAT32 stick, where this machine's kernel has no FAT.

Debian's user-mode-linux is a whole kernel that runs as a program: it brings the real
FAT driver and device-mapper, which can take a stick away in mid-write. The host's
files are its root, read-only. Needs root and the packages user-mode-linux, dosfstools,
dmsetup and kmod. Scripts that run inside call `stick()` and friends of this module.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
MODULES = ("fat", "vfat", "nls_cp437", "nls_iso8859-1", "nls_ascii", "nls_utf8")
NEEDED = ("linux.uml", "mkfs.vfat", "dmsetup", "insmod")
DEVICE, MOUNT = "/dev/ubda", Path("/run/stick")
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def missing() -> str:
    """Say what this machine lacks; "" when nothing."""
    if os.geteuid() != 0:
        return "it needs root"
    gone = [name for name in NEEDED if not shutil.which(name, path=_PATH)]
    return f"{', '.join(gone)} is not installed" if gone else ""


def run(script: Path, *words: str, megabytes: int = 1024, timeout: int = 3000) -> int:
    """Run a Python script as the first program of the small kernel; give its code."""
    with tempfile.TemporaryDirectory() as folder:
        image, told = Path(folder) / "stick.img", Path(folder) / "code"
        with image.open("wb") as file:
            file.truncate(megabytes << 20)
        told.write_bytes(b"\0" * 512)
        command = [
            "linux.uml", "mem=900M", "root=/dev/root", "rootfstype=hostfs",
            "rootflags=/", "ro", "quiet", f"ubda={image}", f"ubdb={told}",
            "con=null", "con0=null,fd:1", f"init={sys.executable}", "--",
            str(script), "inside", *words,
        ]  # fmt: skip
        env = {"PATH": _PATH, "HOME": "/run", "PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, env=env, text=True, errors="replace", cwd=ROOT,
        ) as program:  # fmt: skip
            try:
                for line in program.stdout:
                    if line.startswith("| "):
                        print(line[2:], end="", flush=True)
                program.wait(timeout)
            finally:
                program.kill()
        return 0 if told.read_bytes().startswith(b"held") else 1


# --- inside the small kernel ----------------------------------------------------------


def say(text: str) -> None:
    """Print a line that reaches the outside."""
    print(f"| {text}", flush=True)


def begin() -> None:
    """Mount what a system needs and load the drivers."""
    os.environ.update(PATH=_PATH, LC_ALL="C.UTF-8", TMPDIR="/run")
    for kind, where in (("proc", "/proc"), ("sysfs", "/sys"), ("tmpfs", "/run")):
        call("mount", "-t", kind, kind, where)
    call("mount", "-t", "devtmpfs", "dev", "/dev", check=False)
    MOUNT.mkdir()
    kernel = Path("/usr/lib/uml/modules") / os.uname().release / "kernel"
    for name in (*MODULES, "dm-mod"):
        for file in kernel.rglob(f"{name}.ko"):
            call("insmod", str(file), check=False)


def end(*, held: bool) -> None:
    """Tell how it went and switch the small kernel off."""
    if held:
        with Path("/dev/ubdb").open("r+b") as file:
            file.write(b"held".ljust(512))
            file.flush()
            os.fsync(file.fileno())
    sys.stdout.flush()
    libc = ctypes.CDLL(None)
    libc.sync()
    libc.reboot(0x4321FEDC)


def call(*words: str, check: bool = True) -> None:
    """Run a program of the system, without its words."""
    subprocess.run(words, check=check, capture_output=True)


def format_stick() -> None:
    """Make the stick empty."""
    call("mkfs.vfat", "-F", "32", "-s", "8", DEVICE)


@contextmanager
def stick(options: str = "rw", device: str = DEVICE) -> Iterator[Path]:
    """Put the stick in."""
    call("mount", "-t", "vfat", "-o", options, device, str(MOUNT))
    try:
        yield MOUNT
    finally:
        call("umount", "-l", str(MOUNT), check=False)


class Pulled:
    """A stick that can be pulled out: each later read and write of it fails."""

    def __init__(self, megabytes: int) -> None:
        self._sectors = megabytes * 2048
        self._dm("create", "stick", "--table", f"0 {self._sectors} linear {DEVICE} 0")
        call("dmsetup", "mknodes")

    device = "/dev/mapper/stick"

    def pull(self) -> None:
        """Pull it, with writes in flight."""
        self._dm("suspend", "--noflush", "--nolockfs", "stick")
        self._dm("load", "stick", "--table", f"0 {self._sectors} error")
        self._dm("resume", "stick")

    def forget(self) -> None:
        """Let the system forget it, so that it can be put in again."""
        self._dm("remove", "-f", "stick")

    def _dm(self, *words: str) -> None:
        call("dmsetup", "--noudevsync", *words)
