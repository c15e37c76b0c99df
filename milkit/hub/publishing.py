"""Hand statements on to a learning record store: one batch at a time, and look."""

from __future__ import annotations

import base64
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.hub_errors import LrsRefused, LrsSilent

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    Step = Callable[[int, int], None]

_BATCH = 50  # statements: half a results file, and small enough for any server
_PATIENCE = 60  # seconds
_VERSION = "1.0.3"
_THERE, _SAME, _OTHER = 200, 204, 409


class Lrs(NamedTuple):
    """A learning record store: its xAPI address, and the name and word to enter by."""

    address: str
    user: str = ""
    password: str = ""


class Published(NamedTuple):
    """*sent* now, *there* before by the store's word, *refused* as in conflict."""

    sent: int
    there: int
    refused: int


def publish(
    db: sqlite3.Connection, lrs: Lrs, step: Step | None = None, batch: int = _BATCH
) -> Published:
    """
    Send each standing statement that this store has not confirmed yet.

    One batch at a time: a batch whose answer was lost is looked for statement by
    statement, and only what is missing is sent again, because some stores keep a
    repeated batch twice. Raises LrsSilent or LrsRefused; what is done stays done.
    """
    total = _waiting(db, lrs)
    done = [0, 0, 0]
    for rows in _batches(db, lrs, batch):
        result = _send(lrs, dict(rows))
        db.executemany(
            "INSERT OR IGNORE INTO published VALUES (?, ?)",
            [(lrs.address, id_) for id_, _ in rows],
        )
        done = [a + b for a, b in zip(done, result, strict=True)]
        if step is not None:
            step(sum(done), total)
    return Published(*done)


def _waiting(db: sqlite3.Connection, lrs: Lrs) -> int:
    sent = db.execute("SELECT count(*) FROM published WHERE lrs = ?", (lrs.address,))
    all_ = db.execute("SELECT count(*) FROM statement")
    return int(all_.fetchone()[0]) - int(sent.fetchone()[0])


def _batches(
    db: sqlite3.Connection, lrs: Lrs, batch: int
) -> Iterator[list[tuple[bytes, bytes]]]:
    seq = 0
    while True:
        rows = db.execute(
            "SELECT seq, id, body FROM statement AS s WHERE seq > ? AND NOT EXISTS "
            "(SELECT 1 FROM published AS p WHERE p.lrs = ? AND p.id = s.id) "
            "ORDER BY seq LIMIT ?",
            (seq, lrs.address, batch),
        ).fetchall()
        if not rows:
            return
        seq = rows[-1][0]
        yield [(row[1], row[2]) for row in rows]


def _send(lrs: Lrs, rows: dict[bytes, bytes]) -> tuple[int, int, int]:
    """Post a batch; give how many were sent, were there, and are refused."""
    code = _post(lrs, rows.values())
    if code == _THERE:
        _must_be_there(lrs, next(reversed(rows)))
        return len(rows), 0, 0
    if code == _SAME:
        return 0, len(rows), 0
    return _one_by_one(lrs, rows)


def _one_by_one(lrs: Lrs, rows: dict[bytes, bytes]) -> tuple[int, int, int]:
    """Find out for each statement whether it is there, and send those that are not."""
    sent = there = refused = 0
    for id_, body in rows.items():
        if _is_there(lrs, id_):
            there += 1
            continue
        code = _post(lrs, [body])
        if code is None:
            raise LrsSilent(lrs.address)
        sent, refused = sent + (code != _OTHER), refused + (code == _OTHER)
    return sent, there, refused


def _must_be_there(lrs: Lrs, id_: bytes) -> None:
    if not _is_there(lrs, id_):
        raise LrsRefused(lrs.address, 0)


def _post(lrs: Lrs, bodies: Iterable[bytes]) -> int | None:
    """Post statements; 200, 204, 409, or None when no answer came."""
    text = b"[" + b",".join(bodies) + b"]"
    return _ask(lrs, "", text)


def _is_there(lrs: Lrs, id_: bytes) -> bool:
    query = urllib.parse.urlencode({"statementId": str(uuid.UUID(bytes=id_))})
    code = _ask(lrs, f"?{query}", None)
    if code is None:
        raise LrsSilent(lrs.address)
    return code == _THERE


def _ask(lrs: Lrs, query: str, body: bytes | None) -> int | None:
    url = f"{lrs.address.rstrip('/')}/statements{query}"
    told = urllib.request.Request(url, data=body)  # noqa: S310 - checked by `lrs_of`
    told.add_header("X-Experience-API-Version", _VERSION)
    told.add_header("Content-Type", "application/json")
    if lrs.user:
        pair = base64.b64encode(f"{lrs.user}:{lrs.password}".encode()).decode()
        told.add_header("Authorization", f"Basic {pair}")
    try:
        with urllib.request.urlopen(told, timeout=_PATIENCE) as answer:  # noqa: S310 - as above
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as e:
        e.close()
        if e.code == _OTHER or (body is None and e.code == 404):  # noqa: PLR2004 - not found
            return e.code
        raise LrsRefused(lrs.address, e.code) from e
    except (urllib.error.URLError, OSError):
        return None


def lrs_of(address: str, user: str = "", password: str = "") -> Lrs:
    """Read an address; LrsRefused when it is not one of the web."""
    if not address.startswith(("http://", "https://")):
        raise LrsRefused(address, 0)
    return Lrs(address, user, password)
