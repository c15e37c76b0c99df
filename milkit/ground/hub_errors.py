"""The mishaps of a hub: its key, its drop box, and where it hands results on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap

if TYPE_CHECKING:
    from pathlib import Path


class _OfFolder(Mishap):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class HubMissing(_OfFolder):
    """*folder* holds no hub, and no other is known here."""


class HubThere(_OfFolder):
    """*folder* holds a hub already; its key is never written over."""


class PhraseMissing(Mishap):
    """A pass phrase is needed, and nobody is there to be asked for it."""


class SheetMistyped(Mishap):
    """A line of a recovery sheet is not as it was printed; 0 = none in particular."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class SheetPhraseWrong(Mishap):
    """The pass phrase does not open the recovery sheet."""


class LrsRefused(Mishap):
    """A learning record store answered with *code*; 0 = not as xAPI says."""

    def __init__(self, address: str, code: int) -> None:
        super().__init__(address, code)
        self.address = address
        self.code = code


class LrsSilent(Mishap):
    """A learning record store did not answer."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class ExtraMissing(Mishap):
    """A library of the extra `hub` is not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(library)
        self.library = library


class PortTaken(Mishap):
    """The network port cannot be opened."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port
