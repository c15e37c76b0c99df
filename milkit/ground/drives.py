"""Which sticks are in this computer."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

_REMOVABLE_ON_WINDOWS = 2


@dataclass(frozen=True, slots=True)
class Stick:
    """A removable drive: *kind* is its file system, *free* and *total* are bytes."""

    folder: Path
    kind: str
    free: int
    total: int
    writable: bool


def sticks() -> list[Stick]:
    """List the removable drives that can be opened now."""
    if sys.platform == "win32":
        places = _on_windows()
    elif sys.platform == "darwin":
        places = _on_mac()
    else:
        places = _on_linux()
    return [stick for folder, kind in places if (stick := _looked_at(folder, kind))]


def _looked_at(folder: Path, kind: str) -> Stick | None:
    try:
        room = shutil.disk_usage(folder)
    except OSError:
        return None
    writable = os.access(folder, os.W_OK)
    return Stick(folder, kind, room.free, room.total, writable)


def _on_linux(
    mounts: Path = Path("/proc/self/mounts"), blocks: Path = Path("/sys/class/block")
) -> list[tuple[Path, str]]:
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        device, point, kind, *_ = line.split(" ")
        if device.startswith("/dev/") and _removable(blocks, Path(device).name):
            point = point.replace("\\040", " ").replace("\\011", "\t")
            found.append((Path(point), kind))
    return found


def _removable(blocks: Path, name: str) -> bool:
    """Ask the kernel, of the disk that a partition lies on or of what holds it: USB."""
    device = (blocks / name).resolve()
    for place in (device, device.parent):
        try:
            if (place / "removable").read_text().strip() == "1":
                return True
        except OSError:
            continue
    return "/usb" in device.as_posix()


def _on_windows() -> list[tuple[Path, str]]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    letters = [chr(ord("A") + n) for n in range(26)]
    there = kernel.GetLogicalDrives()
    found = []
    for at, letter in enumerate(letters):
        root = f"{letter}:\\"
        if there >> at & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE_ON_WINDOWS:
            kind = ctypes.create_unicode_buffer(32)
            kernel.GetVolumeInformationW(root, None, 0, None, None, None, kind, 32)
            found.append((Path(root), kind.value))
    return found


def _on_mac() -> list[tuple[Path, str]]:
    """All volumes but the system's own, which is a link to the root."""
    volumes = Path("/Volumes")
    if not volumes.is_dir():
        return []
    return [(each, "") for each in volumes.iterdir() if not each.is_symlink()]
