"""Seal what is new, send it, save it to a stick, and take the hub's receipts back."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import DropRefused, ReceiptBroken
from milkit.sync import agreement, keys, news, receipt, sealed
from milkit.sync.drop import open_box, write_if_missing
from milkit.sync.outbox import Packed, open_outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from milkit.ground.clock import Clock
    from milkit.records.store import Records
    from milkit.sync.agreement import Agreement
    from milkit.sync.outbox import Outbox

    Progress = Callable[[int, int], None]

_SOONEST, _LATEST = 30.0, 3600.0  # seconds between tries
_REFUSED = "refused"


class Sent(NamedTuple):
    """What a round did: files sealed and *done* (sent or saved), and the rest."""

    sealed: int
    done: int
    waiting: int
    received: int


class State(NamedTuple):
    """Records (lessons, checks) by where they are; *refused*: the drop box said no."""

    waiting: int
    saved: int
    sent: int
    received: int
    refused: bool


@contextlib.contextmanager
def opened(data: Path) -> Iterator[tuple[Agreement, Outbox]]:
    """Open the outbox of the hub that was agreed to; NoHub when there is none."""
    agreed = agreement.held(data)
    outbox = open_outbox(agreement.folder_of(data), agreed.enrolment.id)
    with contextlib.closing(outbox):
        yield agreed, outbox


def send(
    data: Path, records: Records, clock: Clock, progress: Progress | None = None
) -> Sent:
    """
    Seal what is new and put every file into the drop box that has not yet got there.

    To be called from a background thread. DropRefused and DropUnreachable end the
    round; what got there before stays sent. Nothing is sent without an agreement to
    send: NoHub.
    """
    with opened(data) as (agreed, outbox):
        new = seal_new(records, agreed, outbox, data, clock)
        waiting = outbox.unsent()
        done = 0
        if agreed.way == agreement.SEND and waiting:
            box = open_box(agreed.enrolment.drop, agreed.enrolment.hub)
            for name in waiting:
                _put(outbox, box.put, name)
                outbox.mark_sent(name, clock.now())
                done += 1
                if progress:
                    progress(done, len(waiting))
            outbox.note(_REFUSED, "")
        outbox.tidy(clock.now())
        return Sent(new, done, len(outbox.unsent()), 0)


def save(
    data: Path,
    records: Records,
    clock: Clock,
    to: Path,
    progress: Progress | None = None,
) -> Sent:
    """
    Save every file that the hub has not confirmed into the folder *to*, on a stick.

    Each is written so that a pulled stick leaves no half file, and read back. Receipts
    that lie there are taken in first.
    """
    with opened(data) as (agreed, outbox):
        received = take_receipts(outbox, agreed, to, clock)
        new = seal_new(records, agreed, outbox, data, clock)
        names = outbox.unreceived()
        for number, name in enumerate(names, start=1):
            write_if_missing(to / name, outbox.content(name))
            outbox.mark_saved(name, clock.now())
            if progress:
                progress(number, len(names))
        return Sent(new, len(names), len(outbox.unsent()), received)


def state(data: Path, records: Records) -> State | None:
    """Count records by where they are; None when nothing was agreed."""
    if agreement.read(data) is None:
        return None
    with opened(data) as (_, outbox):
        places = outbox.places()
        places |= dict.fromkeys(news.abouts(records, outbox.known()), 0)
        many = Counter(places.values())
        refused = bool(outbox.note(_REFUSED))
        return State(many[0], many[1], many[2], many[3], refused)


def take_receipts(outbox: Outbox, agreed: Agreement, folder: Path, clock: Clock) -> int:
    """Take in the receipts that lie in a folder; give how many files they confirm."""
    new = 0
    for path in sorted(folder.glob(f"*{receipt.SUFFIX}")):
        with contextlib.suppress(ReceiptBroken):  # of another hub, on the same stick
            new += outbox.take(receipt.read(path, agreed.enrolment.key), clock.now())
    return new


def seal_new(
    records: Records, agreed: Agreement, outbox: Outbox, data: Path, clock: Clock
) -> int:
    """Seal the events that this hub has not been told of; give how many files."""
    told = []
    for new in news.since(records, outbox.known()):
        one = news.told_of(new, agreed.where)
        packed = Packed(new.sha256, new.record)
        if one is None:
            outbox.put_aside(packed)
        else:
            told.append((packed, one))
    if not told:
        return 0
    seed = keys.seed(agreement.folder_of(data))
    files = place = 0
    plain = [statement for _, statement in told]
    for file in sealed.seal(plain, records.install, seed, agreed.enrolment.recipients):
        end = place + len(file.ids)
        outbox.put(file, [packed for packed, _ in told[place:end]], clock.now())
        place, files = end, files + 1
    return files


def wait_for(tries: int, chance: float | None = None) -> float:
    """
    Give the seconds to wait after so many failed *tries* in a row: 30 s to 1 h.

    Doubled each time, less up to a quarter by *chance* (0 to 1), so that laptops that
    lost one line together do not come back together.
    """
    share = random.random() if chance is None else chance  # noqa: S311 - no secret
    longest = min(_LATEST, _SOONEST * 4 / 3 * 2.0 ** min(tries, 20))
    return max(_SOONEST, longest * (1 - share / 4))


def _put(outbox: Outbox, put: Callable[[str, bytes], None], name: str) -> None:
    try:
        put(name, outbox.content(name))
    except DropRefused:
        outbox.note(_REFUSED, "yes")
        raise
