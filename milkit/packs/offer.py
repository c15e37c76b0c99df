"""What somebody offers: three small files, and packs that came along."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from milkit.ground.errors import FileUnreadable, PackForeign
from milkit.packs import catalogue
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.trust.signature import LARGEST as LARGEST_SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIMITS = {
    PUBLISHER: LARGEST_SIGNATURE,
    NAME: catalogue.LARGEST,
    SIGNATURE: LARGEST_SIGNATURE,
}


class Offer(NamedTuple):
    """
    The three small files of a publisher at *path*, not yet believed.

    *open* gives a pack by its file name, or None when it did not come along.
    """

    path: Path
    public: bytes
    listed: bytes
    signature: bytes
    open: Callable[[str], BinaryIO | None]


def plain_open(path: Path) -> BinaryIO:
    """Open a plain file to read: no link, no pipe, no device waits for us here."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise PackForeign(path, "not a plain file")
        file = path.open("rb")
        now = os.fstat(file.fileno())
        if (now.st_ino, now.st_dev) != (found.st_ino, found.st_dev):
            file.close()
            raise PackForeign(path, "changed while it was opened")
    except OSError as e:
        raise FileUnreadable(path) from e
    return file
