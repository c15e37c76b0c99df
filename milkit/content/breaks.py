"""Where words end in scripts without spaces, by the ICU library of the machine."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category

ZWSP = "\u200b"
SPACELESS = ("th", "km", "lo", "my")
_SCRIPTS = (
    (0x0E01, 0x0E5B),  # Thai
    (0x0E81, 0x0EDF),  # Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17F9),  # Khmer
    (0xA9E0, 0xA9FE),  # Burmese, further letters
    (0xAA60, 0xAA7F),
)
_NEVER_FIRST = frozenset("ๆฯໆຯៗៈ៖។៕၊။")  # signs that stay with the word before
_WORDS = 1  # UBRK_WORD
_DONE = -1


def available() -> bool:
    """Tell whether this machine can find word ends."""
    return _icu() is not None


def with_word_ends(text: str, lang: str) -> str:
    """
    Put a zero-width space at each word end inside *text*, where lines may break.

    Other languages, texts that have them already and machines without ICU give the
    text as it is.
    """
    if lang not in SPACELESS or ZWSP in text or text.isascii():
        return text
    ends = [at for at in word_ends(text, lang) if _may_break(text, at)]
    if not ends:
        return text
    pieces = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return ZWSP.join(pieces)


def without_word_ends(text: str) -> str:
    """Take the zero-width spaces out, for search, copying and export."""
    return text.replace(ZWSP, "")


def _may_break(text: str, at: int) -> bool:
    """Tell whether both neighbours are letters of such a script."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if not before or not after or after in _NEVER_FIRST:
        return False
    return _ours(before) and _ours(after) and category(after)[0] == "L"


def _ours(letter: str) -> bool:
    code = ord(letter)
    return any(low <= code <= high for low, high in _SCRIPTS)


def word_ends(text: str, lang: str) -> list[int]:
    """Give the places in *text* where ICU sees a word end; [] without ICU."""
    icu = _icu()
    if icu is None or not text:
        return []
    return icu.ends(text, lang)


class _Icu:
    """The few functions of ICU that are needed, found under their versioned names."""

    def __init__(self, library: ctypes.CDLL, suffix: str) -> None:
        def named(name: str, gives: Any, *takes: Any) -> Any:
            function = getattr(library, name + suffix)
            function.restype, function.argtypes = gives, takes
            return function

        error = ctypes.POINTER(ctypes.c_int)
        self._open = named(
            "ubrk_open",
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_int32,
            error,
        )
        self._next = named("ubrk_next", ctypes.c_int32, ctypes.c_void_p)
        self._close = named("ubrk_close", None, ctypes.c_void_p)

    def ends(self, text: str, lang: str) -> list[int]:
        """Give the word ends of *text* as places in the Python string."""
        units = text.encode("utf-16-le", "surrogatepass")
        buffer = ctypes.create_string_buffer(units, len(units) + 2)
        error = ctypes.c_int(0)
        iterator = self._open(
            _WORDS, lang.encode(), buffer, len(units) // 2, ctypes.byref(error)
        )
        if error.value > 0 or not iterator:
            return []
        found = []
        try:
            while (at := self._next(iterator)) != _DONE:
                found.append(at)
        finally:
            self._close(iterator)
        if len(units) == 2 * len(text):
            return found
        return [
            len(units[: 2 * at].decode("utf-16-le", "surrogatepass")) for at in found
        ]


@cache
def _icu() -> _Icu | None:
    for path, suffix, data in _candidates():
        try:
            if data:
                ctypes.CDLL(data, ctypes.RTLD_GLOBAL)
            return _Icu(ctypes.CDLL(path), suffix)
        except (OSError, AttributeError):
            continue
    return None


def _candidates() -> list[tuple[str, str, str]]:
    """List where ICU may be: library, suffix of its names, library with its data."""
    if sys.platform == "win32":
        return [("icu.dll", "", ""), ("icuuc.dll", "", "")]
    if sys.platform == "darwin":
        return [("/usr/lib/libicucore.dylib", "", "")]
    found = []
    for folder in _folders():
        for path in sorted(folder.glob("libicuuc.so.*")):
            version = path.name.rsplit(".", 1)[1]
            data = path.with_name(f"libicudata.so.{version}")
            if version.isdigit() and data.exists():
                found.append((str(path), f"_{version}", str(data)))
    return found


def _folders() -> list[Path]:
    """List the folders where Qt's own ICU lies: beside Qt, or in a frozen program."""
    from importlib.util import find_spec

    folders = []
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        folders += [Path(frozen), Path(frozen) / "PySide6" / "Qt" / "lib"]
    qt = find_spec("PySide6")
    if qt and qt.submodule_search_locations:
        folders.append(Path(qt.submodule_search_locations[0]) / "Qt" / "lib")
    return folders
