"""Load and use every library once: a frozen program may have lost one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.commands.looked import WELL, WRONG, Check

if TYPE_CHECKING:
    from collections.abc import Callable

_RED = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'


def self_test() -> list[Check]:
    """Use each library; what cannot be loaded or answers oddly is wrong."""
    return [_tried(name, use) for name, use in _USES.items()]


def _tried(name: str, use: Callable[[], str]) -> Check:
    try:
        return Check(name, WELL, use())
    except (ImportError, OSError, AttributeError, RuntimeError, ValueError) as e:
        return Check(name, WRONG, repr(e), "Freeze the program again.")


def _sqlite() -> str:
    import sqlite3

    from milkit.packs.schema import SCHEMA

    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    db.close()
    return sqlite3.sqlite_version


def _sqlite_utils() -> str:
    import sqlite_utils
    from sqlite_utils import Migrations

    Migrations("self-test").apply(sqlite_utils.Database(memory=True))
    return "Migrations"


def _markdown() -> str:
    from milkit.content.render import reader

    made = str(reader().convert("**word**"))
    if made != "<p><strong>word</strong></p>":
        raise ValueError(made)
    return made


def _click() -> str:
    import click

    return click.format_filename("milkit")


def _platformdirs() -> str:
    from milkit.ground.paths import data_folder

    return str(data_folder())


def _qt() -> str:
    from PySide6 import QtCore, QtNetwork, QtPrintSupport, QtWidgets

    from milkit.widgets.drawing import draw_svg

    if not draw_svg(_RED, None, 8).startswith(b"\x89PNG"):
        raise ValueError("no picture was drawn")
    parts = (QtNetwork.QLocalServer, QtPrintSupport.QPrinter, QtWidgets.QApplication)
    return f"{QtCore.qVersion()}, {len(parts)} parts"


def _icu() -> str:
    from milkit.content.breaks import word_ends

    ends = word_ends("ข่าวปลอม", "th")
    if ends != [4, 8]:
        raise ValueError(ends)
    return "Thai is cut"


def _nacl() -> str:
    from nacl.pwhash import argon2id
    from nacl.signing import SigningKey

    key = SigningKey(bytes(32))
    key.verify_key.verify(key.sign(b"milkit"))
    kept = argon2id.kdf(32, b"words", bytes(16), opslimit=1, memlimit=8192)
    return f"signed, {len(kept)} bytes from words"


def _pyrage() -> str:
    from pyrage import (
        decrypt,
        encrypt,
        x25519,
    )

    key = x25519.Identity.generate()
    if decrypt(encrypt(b"milkit", [key.to_public()]), [key]) != b"milkit":
        raise ValueError("what was sealed does not open")
    return "sealed and opened"


def _obstore() -> str:
    from obstore.store import HTTPStore, MemoryStore, S3Store

    store = MemoryStore()
    store.put("a", b"milkit")
    if bytes(store.get("a").bytes()) != b"milkit":
        raise ValueError("a drop box gave back something else")
    return f"{S3Store.__name__}, {HTTPStore.__name__}"


def _segno() -> str:
    import segno

    return f"QR {segno.make('MIL Kit', micro=False).designator}"


def _xlsxwriter() -> str:
    from io import BytesIO

    from xlsxwriter import Workbook

    to = BytesIO()
    with Workbook(to, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "MIL Kit")
    return f"{len(to.getvalue())} bytes"


def _words() -> str:
    from milkit.ground.languages import LANGUAGES
    from milkit.ground.paths import resources
    from milkit.ground.words import words

    fonts = len(list((resources() / "fonts").glob("*.ttf")))
    if not fonts:
        raise ValueError("no fonts")
    spoken = sum(words(each.code).t("Settings") != "Settings" for each in LANGUAGES)
    if not spoken:
        raise ValueError("no language but English")
    return f"{spoken} languages beside English, {fonts} fonts"


def _lessons() -> str:
    from milkit.ground.paths import bundled_lessons

    packs = sorted(bundled_lessons().glob("*.pack"))
    if not packs:
        return f"{len(list(bundled_lessons().glob('*/*/en.md')))} to be built"
    from milkit.packs.pack import open_pack

    with open_pack(packs[0]) as pack:
        pack.html(next(iter(pack.rows)))
        return f"{len(pack.rows)} lessons and translations"


_USES: dict[str, Callable[[], str]] = {
    "sqlite3": _sqlite,
    "sqlite-utils": _sqlite_utils,
    "markdown": _markdown,
    "click": _click,
    "platformdirs": _platformdirs,
    "PySide6": _qt,
    "ICU": _icu,
    "PyNaCl": _nacl,
    "pyrage": _pyrage,
    "obstore": _obstore,
    "segno": _segno,
    "XlsxWriter": _xlsxwriter,
    "words and fonts": _words,
    "lessons": _lessons,
}
