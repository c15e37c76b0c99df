"""Read a text file as people save it: UTF-8, any line ends, with or without a mark."""

from __future__ import annotations

from milkit.content.finding import Flaw

_BOM = b"\xef\xbb\xbf"


def decode(raw: bytes) -> tuple[str, list[Flaw]]:
    r"""Give the text with \\n line ends; bad bytes become flaws, one a line."""
    raw = raw.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return _whole(raw.decode("utf-8")), []
    except UnicodeDecodeError:
        pass
    flaws = [
        Flaw(
            number,
            "these letters are not UTF-8",
            "save the file with the encoding UTF-8",
        )
        for number, line in enumerate(raw.split(b"\n"), 1)
        if not _is_utf8(line)
    ]
    return _whole(raw.decode("utf-8", "replace")), flaws


def _whole(text: str) -> str:
    return text.replace("\0", "\ufffd")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
