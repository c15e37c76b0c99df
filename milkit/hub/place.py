"""A hub's folder: its keys, the file that invites senders, and the recovery sheet."""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import FileUnreadable
from milkit.ground.files import make_folder, write_whole
from milkit.ground.hub_errors import HubMissing, HubThere, SheetMistyped
from milkit.hub import recovery
from milkit.sync import enrolment, keys
from milkit.sync.enrolment import Drop, Enrolment

if TYPE_CHECKING:
    from milkit.sync.enrolment import Shares

ABOUT, KEY, SIGN = "hub.json", "hub.key", "hub.sign"
PUBLIC, SHEET = "hub.pub", "recovery-sheet.txt"
POINTER = "hub.json"  # in the data folder: where this computer's hub is
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
_SEED = 32  # bytes of an ed25519 secret


class Wish(NamedTuple):
    """What a new hub is to be; *shares* tells senders who sees it and how long."""

    name: str
    drop: Drop = Drop()
    country: str = "ZZ"
    district: str = ""
    shares: tuple[tuple[str, Shares], ...] = ()


class Hub(NamedTuple):
    """A hub: its folder, the name that senders read, its age key, its drop box."""

    folder: Path
    name: str
    public: str
    drop: str

    def secret(self) -> str:
        """Read the age identity that opens results files; raises FileUnreadable."""
        lines = _text(self.folder / KEY).splitlines()
        for line in lines:
            if line.startswith("AGE-SECRET-KEY-"):
                return line.strip()
        raise FileUnreadable(self.folder / KEY)

    def seed(self) -> bytes:
        """Read the ed25519 secret that signs receipts; raises FileUnreadable."""
        path = self.folder / SIGN
        try:
            found = base64.b64decode(_text(path), validate=False)
        except binascii.Error as e:
            raise FileUnreadable(path) from e
        if len(found) != _SEED:
            raise FileUnreadable(path)
        return found

    @property
    def invitation(self) -> Path:
        """The .milhub file that senders open."""
        return self.folder / f"{file_name(self.name)}{enrolment.SUFFIX}"


def make(folder: Path, wish: Wish, phrase: str) -> Hub:
    """
    Make a hub's folder with new keys; *phrase* opens its recovery sheet.

    Raises HubThere: a key is never written over.
    """
    from pyrage import x25519

    return _make(
        folder, wish, str(x25519.Identity.generate()), os.urandom(_SEED), phrase
    )


def recover(folder: Path, wish: Wish, sheet: str, phrase: str) -> Hub:
    """
    Make the folder of a hub again from its recovery sheet; `collect` fills it anew.

    Raises HubThere, SheetMistyped, SheetPhraseWrong.
    """
    try:
        secret, seed = recovery.unwrap(sheet, phrase).split(" ")
        return _make(folder, wish, secret, base64.b64decode(seed), phrase)
    except (ValueError, binascii.Error) as e:
        raise SheetMistyped(0) from e


def _make(folder: Path, wish: Wish, secret: str, seed: bytes, phrase: str) -> Hub:
    from nacl.signing import SigningKey
    from pyrage import x25519

    if (folder / KEY).exists() or (folder / ABOUT).exists():
        raise HubThere(folder)
    make_folder(folder)
    public = str(x25519.Identity.from_str(secret).to_public())
    hub = Hub(folder, wish.name, public, wish.drop.url)
    _write_keys(hub, secret, seed, phrase)
    key = base64.b64encode(bytes(SigningKey(seed).verify_key)).decode()
    asks = Enrolment(
        wish.name, (public,), wish.drop, key, wish.country, wish.district, wish.shares
    )
    write_whole(hub.invitation, enrolment.write(asks, seed))
    enrolment.read(hub.invitation)  # a name that senders could not read is told now
    about = {"format": 1, "name": wish.name, "public": public, "drop": wish.drop.url}
    write_whole(folder / ABOUT, json.dumps(about, ensure_ascii=False).encode())
    return hub


def _write_keys(hub: Hub, secret: str, seed: bytes, phrase: str) -> None:
    name, signing = " ".join(hub.name.split()), base64.b64encode(seed).decode()
    both = recovery.wrap(f"{secret} {signing}", phrase)
    for file, text in (
        (KEY, f"# MIL Kit hub: {name}\n# public key: {hub.public}\n{secret}\n"),
        (SIGN, f"{signing}\n"),
        (SHEET, f"{name}\n{hub.public}\n\n{both}"),
    ):
        keys.write_secret(hub.folder / file, text.encode())
        _owner_only_on_windows(hub.folder / file)
    write_whole(hub.folder / PUBLIC, f"{hub.public}\n".encode())


def read(folder: Path) -> Hub:
    """Read a hub's folder; raises HubMissing."""
    about = _table(folder / ABOUT)
    fields = [about.get(field) for field in ("name", "public", "drop")]
    if not all(isinstance(field, str) for field in fields):
        raise HubMissing(folder)
    return Hub(folder, *map(str, fields))


def remember(data: Path, hub: Hub) -> None:
    """Write into the data folder which hub this computer collects for."""
    if data.resolve() == hub.folder.resolve():
        return
    place = {"hub": str(hub.folder.resolve())}
    write_whole(data / POINTER, json.dumps(place, ensure_ascii=False).encode())


def here(data: Path) -> Hub:
    """Give the hub that this computer collects for; raises HubMissing."""
    found = _table(data / POINTER)
    if isinstance(found.get("hub"), str):
        return read(Path(found["hub"]))
    return read(data)


def file_name(name: str) -> str:
    """Make a file's name of a hub's name, one that every system takes."""
    plain = "".join(c if c.isalnum() else "-" for c in name).strip("-")
    return plain[:40] or "hub"


def _table(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise FileUnreadable(path) from e


def _owner_only_on_windows(path: Path) -> None:
    if sys.platform != "win32":
        return
    who = os.environ.get("USERNAME", "")
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 - the system's own tool, on our own file
            ["icacls", str(path), "/inheritance:r", "/grant:r", f"{who}:F"],  # noqa: S607 - found by the system
            capture_output=True,
            check=False,
            timeout=10,
            creationflags=_NO_WINDOW,
        )
