"""What the rows of the results received say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.hub import receipts
from milkit.hub.collecting import DAMAGED, NEW, SEEN
from milkit.screens.received_list import Line

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.hub.desk import Desk, Row

_TONES = {NEW: ("info", "plus"), SEEN: ("quiet", "check-circle"),
          DAMAGED: ("bad", "warning-fill")}  # fmt: skip


def line(row: Row, w: Words, *, looked: bool) -> Line:
    """Give the line of a row; *looked* = these files were found in a folder."""
    state = {
        NEW: w.t("New"),
        SEEN: w.t("Seen before") if looked else w.t("Received"),
        DAMAGED: w.t("Damaged"),
    }[row.state]
    tone, icon = _TONES[row.state]
    if row.receipt is None:
        name = row.file.name if row.file else ""
        done = w.t("cannot be opened")
        return Line(row.key, name, done, "", state, tone, icon, f"{name}, {state}")
    sender = row.receipt.sender
    name = receipts.title(sender, w)
    done = w.t(", ").join(
        (
            w.n("{count} lesson", "{count} lessons", sender.runs),
            w.n("{count} class", "{count} classes", sender.classes),
        )
    )
    few = sender.learners is None
    people = w.t("under 10") if few else w.number(sender.learners or 0)
    said = w.t(", ").join((name, done, f"{w.t('Students')} {people}", state))
    new = row.state == NEW
    return Line(row.key, name, done, people, state, tone, icon, said, new)


def counts(desk: Desk, w: Words) -> list[tuple[str, str]]:
    """Say how many files are new, seen before and damaged, each with its tone."""
    found = [
        (w.n("{count} new", "{count} new", desk.count(NEW)), "ink"),
        (
            w.n(
                "{count} seen before, skipped",
                "{count} seen before, skipped",
                desk.count(SEEN),
            ),
            "ink",
        ),
    ]
    if desk.count(DAMAGED):
        bad = w.n("{count} damaged", "{count} damaged", desk.count(DAMAGED))
        found.append((bad, "bad"))
    return found
