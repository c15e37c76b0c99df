"""The mishaps of signing and of packs that others signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap

if TYPE_CHECKING:
    from pathlib import Path


class _OfFile(Mishap):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class _OfName(Mishap):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class KeyUnreadable(_OfFile):
    """*path* is not a key file, is damaged, or asks for more memory than we give."""


class PassphraseWrong(_OfFile):
    """The pass phrase does not open the key file *path*."""


class SignatureBad(_OfFile):
    """*path* was changed after it was signed, or its signature is missing."""


class PublisherUnknown(_OfName):
    """Nobody here has compared the six *words* of the publisher *name*."""

    def __init__(self, name: str, words: tuple[str, ...]) -> None:
        super().__init__(name)
        self.args = (name, words)
        self.words = words


class WordsDiffer(_OfName):
    """The six words of *name* were compared and are not the same."""


class PublisherOther(_OfName):
    """Another key stands behind the *name* of a publisher that is known here."""


class KeyRevoked(_OfName):
    """The publisher *name* has said that the key is lost or stolen."""


class ListForked(_OfName):
    """Two lists of the publisher *name* have one number and other content."""


class PackOlder(Mishap):
    """A pack would replace *have* by the older version *offered*."""

    def __init__(self, pack: str, have: str, offered: str) -> None:
        super().__init__(pack, have, offered)
        self.pack = pack
        self.have = have
        self.offered = offered


class PackTooLarge(_OfFile):
    """*path* is larger than its list says or than a pack may be."""


class VersionTaken(Mishap):
    """The *version* of a *pack* was published before, with other content."""

    def __init__(self, pack: str, version: str) -> None:
        super().__init__(pack, version)
        self.pack = pack
        self.version = version
