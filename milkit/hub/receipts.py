"""Receipts: what a school sent and the hub has, for the wall and for the laptop."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, NamedTuple

from milkit.activities import paper as p
from milkit.ground.files import make_folder, write_to_stick, write_whole
from milkit.hub.place import file_name
from milkit.hub.senders import senders
from milkit.hub.tables import at_once
from milkit.records.place import away
from milkit.sync import receipt as files

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from milkit.ground.words import Words
    from milkit.hub.place import Hub
    from milkit.hub.senders import Sender

_LETTERS, _GROUP = 12, 4  # 60 bits of a SHA-256: nobody makes one by chance


class Receipt(NamedTuple):
    """What the hub has of one school; *names* are the files' SHA-256 in hex."""

    hub: str
    sender: Sender
    number: str
    at: str
    names: tuple[str, ...]

    @property
    def picture(self) -> str:
        """What the QR code says, so that a telephone can compare it."""
        return (
            f"MIL Kit receipt {self.number}\n{self.hub}\n{self.sender.code}\n"
            f"{len(self.names)} files, {self.sender.statements} records\n{self.at[:10]}"
        )


def receipts(
    db: sqlite3.Connection, hub: str, at: str, only: Sequence[str] | None = None
) -> list[Receipt]:
    """Make the receipts of all senders, or of *only* these installations."""
    names: dict[str, list[str]] = {}
    with at_once(db):
        who = senders(db)
        rows = db.execute("SELECT install, name FROM file ORDER BY name").fetchall()
    for install, name in rows:
        names.setdefault(install, []).append(name)
    return [
        Receipt(hub, one, number_of(names[one.install]), at, tuple(names[one.install]))
        for one in who
        if only is None or one.install in only
    ]


def number_of(names: Sequence[str]) -> str:
    """Give the number of a receipt: anyone who has the same files gets the same."""
    whole = hashlib.sha256("\n".join(sorted(names)).encode()).digest()
    letters = base64.b32encode(whole).decode()[:_LETTERS]
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def write(one: Receipt, hub: Hub, folder: Path) -> Path:
    """Write the receipt that a sender's program takes back, and give its path."""
    told = files.Receipt(
        hub.name, one.sender.install, one.at, one.names, one.sender.statements
    )
    known = file_name(f"{one.number[:4]} {one.sender.code} {one.sender.name}")
    name = f"receipt-{known}{files.SUFFIX}"
    path = folder / name
    content = files.write(told, hub.seed())
    if away(make_folder(folder)):
        write_to_stick(path, content)
    else:
        write_whole(path, content)
    return path


def title(one: Sender, w: Words) -> str:
    """Name a sender: as the hub's people do, else by its code."""
    return one.name or w.t("School {code}", code=one.code)


def lines(one: Receipt, w: Words) -> list[tuple[str, str]]:
    """Give what a receipt says, line by line."""
    sender = one.sender
    people = w.t("fewer than 10") if sender.learners is None else ""
    return [
        (w.t("Lessons taught"), w.number(sender.runs)),
        (w.t("Classes"), w.number(sender.classes)),
        (w.t("Students"), people or w.number(sender.learners or 0)),
        *_checked(sender, w),
        (w.t("Files"), w.number(len(one.names))),
        (w.t("Records"), w.number(sender.statements)),
        (w.t("Receipt number"), one.number),
    ]


def _checked(sender: Sender, w: Words) -> list[tuple[str, str]]:
    if not sender.to_check:
        return []
    some, all_ = w.number(sender.checked), w.number(sender.to_check)
    many = w.t("{count} of {all} classes", count=some, all=all_)
    return [(w.t("Checks before and after"), many)]


def sheet(all_: Sequence[Receipt], day: date, w: Words) -> p.Sheet:
    """Set the receipts as cards to cut apart."""
    cards = tuple(_card(one, number, day, w) for number, one in enumerate(all_))
    return p.Sheet("receipts", w.t("Receipts"), (p.Cards(cards, 1),))


def _card(one: Receipt, number: int, day: date, w: Words) -> tuple[p.Block, ...]:
    name = title(one.sender, w)
    rows = tuple((_text(what), _text(many)) for what, many in lines(one, w))
    got = w.t("Received {day}, hub {hub}", day=w.date(day), hub=one.hub)
    return (
        p.Heading(w.t("Receipt for {name}", name=name), 2),
        p.Side(
            (p.Text(_text(got)), p.Table(("", ""), rows, (0.62, 0.38))),
            (p.Picture(str(number), w.t("QR code of the receipt")),),
            0.74,
        ),
        p.Text(_text(w.t("Thank you. Your results came whole."))),
    )


def _text(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
