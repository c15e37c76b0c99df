"""
Send results over 20 kbit/s with 30 % of the packets lost: each file arrives once.

    python packaging/proof_slow_link.py [lessons]

A WebDAV server stands at the far end of the line, the real window at the near end, and
it sends by itself as for a teacher, with its own waits between tries. Meanwhile the
window must answer: a timer that should come each 20 ms says how late it was. At the
end, the far folder holds every sealed file, whole, once, and nothing else. Needs root
on Linux with network namespaces.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import slow_line

if TYPE_CHECKING:
    from milkit.app import App
    from milkit.starting import Parts

HERE = Path(__file__).resolve().parent
LESSONS, LONGEST = 25, 1500.0  # made-up lessons; seconds
KBIT, LOSS = 20, 0.30
PORT, USER, WORD = 8080, "teacher", "secret"
TICK = 20  # ms
LATE_P99, LATE_MOST = 100.0, 500.0  # ms that the window may be late


def main() -> int:
    """Lay the line, serve, send, look; 1 when something is not as it must be."""
    why = slow_line.cannot()
    if why:
        print(f"not run: {why}")
        return 0
    lessons = sys.argv[1] if len(sys.argv) > 1 else str(LESSONS)
    with tempfile.TemporaryDirectory() as folder:
        far, data = Path(folder) / "far", Path(folder) / "data"
        far.mkdir()
        started = []
        try:
            line = [sys.executable, str(HERE / "slow_line.py"), str(KBIT), str(LOSS)]
            laid = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
            started.append(laid)
            assert laid.stdout
            assert laid.stdout.readline() == "up\n"
            started.append(inside(slow_line.FAR, "serve", str(far)))
            sent = inside(slow_line.NEAR, "send", str(data), lessons, pipe=True)
            started.append(sent)
            told, _ = sent.communicate(timeout=LONGEST + 60)
        finally:
            for one in reversed(started):
                one.kill()
                one.wait()
            slow_line.clear()
        return judge(json.loads(told.splitlines()[-1]), far)


def inside(where: str, *words: str, pipe: bool = False) -> subprocess.Popen[str]:
    """Start this script in a network namespace."""
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    command = ["ip", "netns", "exec", where, sys.executable, __file__, *words]
    out = subprocess.PIPE if pipe else None
    return subprocess.Popen(command, env=env, stdout=out, text=True)


def judge(told: dict[str, object], far: Path) -> int:
    """Compare what arrived with what was sealed."""
    import hashlib

    there = {
        path.relative_to(far).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in far.rglob("*")
        if path.is_file()
    }
    whole = sum(Path(name).stem == digest for name, digest in there.items())
    names = told["names"]
    assert isinstance(names, list)
    print(
        f"{KBIT} kbit/s, {LOSS:.0%} lost: {len(names)} files, {told['bytes']} bytes, "
        f"{told['seconds']:.0f} s, {told['failed']} failed tries"
    )
    print(
        f"arrived {len(there)}, whole {whole}, missing {len(set(names) - set(there))}"
    )
    print(f"window late by p99 {told['p99']:.0f} ms, at most {told['most']:.0f} ms")
    good = sorted(there) == sorted(names) and whole == len(there)
    answered = float(str(told["p99"])) <= LATE_P99
    return int(not good or not answered or float(str(told["most"])) > LATE_MOST)


def serve(far: Path) -> None:
    """Serve a folder over WebDAV until killed."""
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(far)},
            "simple_dc": {"user_mapping": {"/": {USER: {"password": WORD}}}},
            "http_authenticator": {"accept_digest": False},
            "verbose": 0,
            "logging": {"enable": False},
        }
    )
    wsgi.Server((slow_line.FAR_IP, PORT), app, numthreads=6, timeout=120).start()


def send(data: Path, lessons: int) -> None:
    """Open the window on records that wait, and let it send."""
    from PySide6.QtWidgets import QApplication

    from milkit import starting
    from milkit.app import App
    from milkit.ground.settings import Settings
    from milkit.widgets.look import arguments
    from milkit.wiring.sender import sender_of

    qt = QApplication(arguments(["milkit"]))
    settings = Settings(first_start_done=True, follow_system=False)
    look = starting.first_look(qt, settings)
    parts = starting.open_parts(data, look)
    made_up(parts, lessons)
    agree(parts)
    kit = App(qt, parts, settings, look)
    kit.show()
    kit.go("sharing")
    begun = time.monotonic()
    sender_of(kit).begin()
    late = watched(kit, begun)
    told = sealed(data) | {
        "seconds": time.monotonic() - begun,
        "failed": sender_of(kit).failed,
        "p99": statistics.quantiles(late, n=100)[-1],
        "most": max(late),
    }
    print(json.dumps(told), flush=True)
    os._exit(0)  # the sender's thread may be on its way


def made_up(parts: Parts, lessons: int) -> None:
    """Fill the records."""
    from milkit.records.sample import outline, sample

    rows = parts.library.rows("en")
    outlines = [outline(parts.library.lesson(row.id, row.lang)) for row in rows]
    parts.records.merge(sample(outlines, lessons, 1))


def agree(parts: Parts) -> None:
    """Say yes to a hub at the far end."""
    import base64

    from nacl.signing import SigningKey
    from pyrage import x25519

    from milkit.sync import agreement, enrolment

    seed = bytes(range(32))
    asks = enrolment.Enrolment(
        "Far away",
        (str(x25519.Identity.generate().to_public()),),
        enrolment.Drop(f"http://{slow_line.FAR_IP}:{PORT}", USER, WORD),
        base64.b64encode(bytes(SigningKey(seed).verify_key)).decode(),
        "KH",
    )
    content = enrolment.write(asks, seed)
    agreement.agree(parts.folder, content, parts.clock.now(), research=False)


def watched(kit: App, begun: float) -> list[float]:
    """Let the window live until all is sent; give how late each tick was, in ms."""
    from PySide6.QtCore import QTimer

    late: list[float] = []
    last = [time.monotonic()]

    def tick() -> None:
        now = time.monotonic()
        late.append((now - last[0]) * 1000 - TICK)
        last[0] = now

    for _ in range(50):  # until the pages stand
        kit.qt.processEvents()
        time.sleep(0.01)
    clock = QTimer()
    clock.setInterval(TICK)
    clock.timeout.connect(tick)
    last[0] = time.monotonic()
    clock.start()
    block = kit.window.sidebar.state
    while time.monotonic() - begun < LONGEST:
        kit.qt.processEvents()
        time.sleep(0.002)
        if block.accessibleName() == "Nothing waiting":
            break
    return late


def sealed(data: Path) -> dict[str, object]:
    """Name the files that were sealed, and their bytes in all."""
    from milkit.sync import sending

    with sending.opened(data) as (_, outbox):
        names = outbox.unreceived()
        return {
            "names": names,
            "bytes": sum(len(outbox.content(name)) for name in names),
        }


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["send"]:
        send(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
