"""A real learning record store, Ralph with its file store, for a proof of the hub."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING

from milkit.hub.publishing import lrs_of, publish

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

# Its file store takes one POST only unless its usual operation is to append.
SERVER = """
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

from ralph.api import app
"""
MODELS = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement

count = 0
for line in open(sys.argv[1], encoding="utf-8"):
    BaseXapiStatement(**json.loads(line))
    count += 1
print(count)
"""
USERS = """
import bcrypt, json
hash_ = bcrypt.hashpw(b"p", bcrypt.gensalt(4)).decode()
agent = {"mbox": "mailto:hub@proof.example"}
print(json.dumps([{"username": "t", "hash": hash_, "scopes": ["all"], "agent": agent}]))
"""
_PATIENCE = 60  # seconds for the server to come up


def prove(db: sqlite3.Connection, work: Path, programs: Path) -> bool:
    """Publish twice, forget and publish again, and count what the store has."""
    python = str(programs / "python")
    port = free_port()
    server = start(work, python, port)
    try:
        if not is_up(port):
            print("   Ralph did not come up: not proved")
            return True
        lrs = lrs_of(f"http://127.0.0.1:{port}/xAPI", "t", "p")
        first, second = publish(db, lrs), publish(db, lrs)
        db.execute("DELETE FROM published")  # as if the hub were made anew
        third = publish(db, lrs)
    finally:
        server.terminate()
        server.wait(20)
    kept = Counter(
        json.loads(line)["id"]
        for line in (work / "data" / "lrs.jsonl").read_text().splitlines()
    )
    wanted = {
        json.loads(row[0])["id"] for row in db.execute("SELECT body FROM statement")
    }
    valid = validated(db, work, python)
    print(
        f"   {len(wanted):,} statements; first {tuple(first)}, again {tuple(second)}, "
        f"forgotten and again {tuple(third)}; in the store {sum(kept.values()):,}, "
        f"most often {max(kept.values())}; valid by Ralph's model {valid:,}"
    )
    once = set(kept) == wanted and max(kept.values()) == 1
    return once and valid == len(wanted) and sum(second) == 0 and third.sent == 0


def start(work: Path, python: str, port: int) -> subprocess.Popen[bytes]:
    """Start the server on its file store."""
    (work / "data").mkdir()
    (work / "lrs_for_proof.py").write_text(SERVER)
    users = subprocess.run([python, "-c", USERS], capture_output=True, check=True)
    (work / "auth.json").write_bytes(users.stdout)
    more = {
        "RALPH_AUTH_FILE": str(work / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_SENTRY_DSN": "",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(work / "data"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "lrs.jsonl",
    }
    with (work / "ralph.log").open("wb") as log:
        return subprocess.Popen(
            [python, "-m", "uvicorn", "lrs_for_proof:app", "--port", str(port)],
            cwd=work,
            env={**os.environ, **more},
            stdout=log,
            stderr=log,
        )


def validated(db: sqlite3.Connection, work: Path, python: str) -> int:
    """Give how many statements Ralph's own model takes; 0 when one is refused."""
    lines = [row[0] for row in db.execute("SELECT body FROM statement")]
    (work / "all.jsonl").write_bytes(b"\n".join(lines))
    done = subprocess.run(
        [python, "-c", MODELS, str(work / "all.jsonl")],
        capture_output=True,
        check=False,
        cwd=work,
    )
    if done.returncode:
        print(done.stderr.decode()[-1500:])
        return 0
    return int(done.stdout)


def is_up(port: int) -> bool:
    """Wait until the server answers."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return True
    return False


def free_port() -> int:
    """Give a port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])
