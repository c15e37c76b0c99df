"""A publisher's first day: a key, the key that follows it, and the sheet to print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from milkit.trust import qr
from milkit.trust.key import new_key, read_public
from milkit.trust.key_file import locked, public_beside, write_key, write_secret
from milkit.trust.six_words import six_words

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.trust.key import PublicKey, SigningKey

_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Recovery sheet</title>
<style>body{{font:12pt serif;margin:17mm;max-width:170mm}}svg{{width:60mm}}
code{{font-size:9pt;word-break:break-all}}.w{{font-size:18pt;font-weight:bold}}</style>
<h1>Recovery sheet</h1>
<p>{name} · key {id}</p>
<p>Six check words of this key:</p><p class="w">{words}</p>
<p>If this key is lost or stolen, sign the next list with the next key, and name this
key as no longer used. Everyone who has your packs knows the next key already.</p>
<h2>The next key</h2>
<p>It opens with the pass phrase of the day the keys were made. Type these two lines
into a file named next.key, or scan them.</p>
<p><code>{first}<br>{second}</code></p>
{picture}
<p>Six check words of the next key: <b>{next_words}</b></p>
<p>Keep this sheet in another place than the computer. Show it to nobody.</p>
</html>
"""


class Made(NamedTuple):
    """A new *key*, and where the next key and the sheet were written."""

    key: SigningKey
    next_key: Path
    sheet: Path


def make(to: Path, name: str, passphrase: str) -> Made:
    """Make a key file *to*, the next key and the recovery sheet beside it."""
    key, following = new_key(), new_key()
    write_key(to, key, passphrase)
    next_file = to.with_name(f"{to.stem}.next.key")
    write_key(next_file, following, passphrase)
    sheet = to.with_name(f"{to.stem}.recovery.html")
    text = _sheet(name, key.public, following, passphrase)
    write_secret(sheet, text.encode())
    return Made(key, next_file, sheet)


def next_of(key_file: Path) -> PublicKey | None:
    """Give the next key that was made with *key_file*; None when it is not there."""
    path = public_beside(key_file.with_name(f"{key_file.stem}.next.key"))
    return read_public(path) if path.is_file() else None


def _sheet(name: str, key: PublicKey, following: SigningKey, passphrase: str) -> str:
    lines = locked(following, passphrase).split("\n")
    return _PAGE.format(
        name=escape(name or "—"),
        id=key.name,
        words=" ".join(six_words(key)),
        first=lines[0],
        second=lines[1],
        picture=qr.svg("\n".join(lines)),
        next_words=" ".join(six_words(following.public)),
    )
