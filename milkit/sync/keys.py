"""The installation's own key: made once, kept beside the records, signs what goes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from milkit.ground.errors import FileUnreadable, of_writing
from milkit.ground.files import keep, make_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME = "install.key"
_BINARY = getattr(os, "O_BINARY", 0)  # Windows only
_SEED = 32  # bytes of an ed25519 secret


def seed(folder: Path) -> bytes:
    """Give the secret (32 bytes) in a sharing *folder*; it is made when missing."""
    path = folder / NAME
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return _made(path)
    except OSError as e:
        raise FileUnreadable(path) from e
    return found if len(found) == _SEED else _made(path)


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, where the system knows owners."""
    make_folder(path.parent)
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        keep(part, path)
    except OSError as e:
        raise of_writing(e, path, len(content)) from e


def _made(path: Path) -> bytes:
    secret = os.urandom(_SEED)
    write_secret(path, secret)
    return secret
