"""Whether a folder lies on the computer's own disk, or on a stick or a network."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Where shared memory, and with it the WAL, is not safe, or the drive may be pulled.
_AWAY = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "glusterfs",
    "fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs", "fuse.gvfsd-fuse", "vboxsf",
    "prl_fs", "fuse.vmhgfs-fuse", "vfat", "msdos", "exfat", "fuse.exfat",
}  # fmt: skip
_WINDOWS_AWAY = {2, 4}  # DRIVE_REMOVABLE, DRIVE_REMOTE
_MNT_LOCAL = 0x00001000  # macOS, sys/mount.h
_MAC_FLAGS_AT = 64  # struct statfs with 64-bit inodes: f_flags


def away(folder: Path) -> bool:
    """Tell whether *folder* is on a network drive or a stick; unknown = no."""
    folder = folder.absolute()
    if sys.platform == "win32":
        return _away_on_windows(folder)
    if sys.platform == "darwin":
        return _away_on_mac(folder)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(folder.resolve(), mounts) in _AWAY


def kind_of_mount(folder: Path, mounts: str) -> str:
    """Give the file system of *folder* out of the text of /proc/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        point = parts[1].replace("\\040", " ").replace("\\011", "\t")
        inside = point == "/" or f"{folder}/".startswith(f"{point}/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind


def _away_on_windows(folder: Path) -> bool:
    import ctypes

    anchor = folder.anchor
    if anchor.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    return kernel.GetDriveTypeW(anchor) in _WINDOWS_AWAY


def _away_on_mac(folder: Path) -> bool:
    import ctypes

    while not folder.exists():
        folder = folder.parent
    room = ctypes.create_string_buffer(4096)
    call = ctypes.CDLL(None)
    # On Intel the plain name is the old, smaller structure.
    statfs = getattr(call, "statfs$INODE64", None) or call.statfs
    if statfs(os.fsencode(folder), room) != 0:
        return False
    flags = int.from_bytes(room.raw[_MAC_FLAGS_AT : _MAC_FLAGS_AT + 4], sys.byteorder)
    return not flags & _MNT_LOCAL
