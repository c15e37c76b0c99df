"""Ask the system to let a stick go, so that it can be pulled out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 30  # seconds
_LOCK, _DISMOUNT, _EJECT = 0x90018, 0x90020, 0x2D4808  # of Windows' winioctl.h
_READ_WRITE, _SHARED, _EXISTING = 0xC0000000, 3, 3


def eject(folder: Path) -> bool:
    """Let the stick at *folder* go; False when the system does not do it for us."""
    if sys.platform == "win32":
        return _on_windows(folder)
    if sys.platform == "darwin":
        return _called("diskutil", "eject", str(folder))
    return _on_linux(folder)


def _on_linux(folder: Path) -> bool:
    device = ""
    try:
        with open("/proc/self/mounts", encoding="utf-8", errors="replace") as mounts:  # noqa: PTH123 - one line is looked for
            for line in mounts:
                name, point, *_ = line.split(" ")
                if point.replace("\\040", " ") == str(folder):
                    device = name
    except OSError:
        return False
    return device.startswith("/dev/") and _called(
        "udisksctl", "unmount", "--no-user-interaction", "-b", device
    )


def _called(*words: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - our own words and a folder's name
            words, check=False, capture_output=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _on_windows(folder: Path) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    name = f"\\\\.\\{folder.drive}"
    handle = kernel.CreateFileW(name, _READ_WRITE, _SHARED, None, _EXISTING, 0, None)
    if handle in (-1, 0xFFFFFFFF):
        return False
    got = ctypes.c_ulong()
    try:
        return all(
            kernel.DeviceIoControl(
                handle, code, None, 0, None, 0, ctypes.byref(got), None
            )
            for code in (_LOCK, _DISMOUNT, _EJECT)
        )
    finally:
        kernel.CloseHandle(handle)
