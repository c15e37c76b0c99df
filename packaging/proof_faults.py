"""Break the kit on purpose, from outside, and look at what it says and keeps.

    python packaging/proof_faults.py

Each fault starts the real program (offscreen, or the command line) on a data folder
of its own. Linux; the full disk and the read-only folder need root for a small tmpfs.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
# Teaches in the real window, prints what was acknowledged, until it is killed.
TEACH = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from milkit import starting
from milkit.app import App
from milkit.ground.settings import read
from milkit.widgets.look import arguments
app = QApplication(arguments(["milkit"]))
folder = Path(sys.argv[1])
settings = read(folder)
look = starting.first_look(app, settings)
kit = App(app, starting.open_parts(folder, look), settings, look)
kit.show()
row = kit.parts.records.open_run()
if row is None:
    kit.teach("L14", "en", "", 40, "vote")
else:
    kit.go_on(row.id)
page = kit.pages["teach"]
view = page.run.view()
came = [e.data["seconds"] for e in kit.parts.records.events(page.run.id)
        if e.kind == "run_resumed"]
second = came[-1] if came else 0
print("OPEN", view.step.id, sum(view.hands.values()), second, flush=True)
def hand():
    page.act(lambda: page.run.hand(1))
    now = page.run.view()
    print("HAND", sum(now.hands.values()), now.seconds, flush=True)
timer = QTimer(interval=40)
timer.timeout.connect(hand)
timer.start()
app.exec()
"""


AGAIN = "import sys; from pathlib import Path; from milkit.app import main"


def run(*words: str, data: Path, **more: object) -> subprocess.CompletedProcess[str]:
    """Call the command line."""
    command = [sys.executable, "-m", "milkit", "--data", str(data), *words]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, check=False, **more
    )


STARTED: list[subprocess.Popen[str]] = []


def teach(data: Path) -> subprocess.Popen[str]:
    """Start the window and teach."""
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    program = subprocess.Popen(
        [sys.executable, "-c", TEACH, str(data)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env,
    )  # fmt: skip
    STARTED.append(program)
    return program


def heard(line: str, hands: int, second: int) -> tuple[int, int]:
    """Take what a whole line acknowledges; a line cut by the kill says nothing."""
    words = line.split()
    if len(words) == 3 and words[0] == "HAND":
        return int(words[1]), int(words[2])
    return hands, second


def killed_at_any_moment(folder: Path) -> str:
    """kill -9 in mid-lesson, twelve times: no acknowledged hand is ever missing."""
    hands = last = 0
    for turn in range(12):
        program = teach(folder)
        first = program.stdout.readline().split()
        assert first[:2] == ["OPEN", "vote"], first
        opened, second = int(first[2]), int(first[3])
        assert opened >= hands, f"{hands} were acknowledged, {opened} came back"
        if turn:
            assert abs(second - last) <= 1, f"second {last} came back as {second}"
        end = time.monotonic() + 0.6 + 0.37 * turn % 1.9
        while time.monotonic() < end:
            hands, last = heard(program.stdout.readline(), hands, last)
        program.send_signal(signal.SIGKILL)
        for line in program.stdout.read().splitlines():
            hands, last = heard(line, hands, last)
        program.wait()
    return f"12 kills, {hands} hands acknowledged, all there; the second within 1"


def damaged_database(folder: Path) -> str:
    """Overwrite the middle of the records: moved aside, the copy restored, told."""
    run("records", "sample", "--runs", "6", data=folder)
    run("records", "backup", data=folder)
    path = folder / "records.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 3)
        file.write(os.urandom(size // 3))
    for extra in ("-wal", "-shm"):
        Path(f"{path}{extra}").unlink(missing_ok=True)
    found = run("records", "check", data=folder)
    assert found.returncode == 1, found
    done = run(
        "records",
        "export",
        "--to",
        str(folder / "out.csv"),
        "--format",
        "csv",
        data=folder,
    )
    assert "Traceback" not in done.stderr + found.stderr, done.stderr
    db = sqlite3.connect(path)
    runs = db.execute("SELECT count(*) FROM run").fetchone()[0]
    db.close()
    assert runs == 6, runs
    aside = [p.name for p in folder.iterdir() if "damaged" in p.name]
    assert aside, list(folder.iterdir())
    return f"6 of 6 runs are back, the damaged file is kept as {aside[0]}"


def newer_database(folder: Path) -> str:
    """An older program opens newer records: refused in words, nothing changed."""
    run("records", "sample", "--runs", "2", data=folder)
    path = folder / "records.db"
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 9999")
    db.commit()
    db.close()
    before = path.read_bytes()
    done = run("records", "check", data=folder)
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr, done.stderr
    assert path.read_bytes() == before
    return done.stderr.strip() or done.stdout.strip()


def garbage_settings(folder: Path) -> str:
    """A settings file of noise: moved aside, the window opens."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_bytes(os.urandom(900))
    program = teach(folder)
    line = program.stdout.readline()
    program.kill()
    program.wait()
    assert line.startswith("OPEN"), line
    aside = [p.name for p in folder.iterdir() if "damaged" in p.name]
    assert aside
    return f"opened, the old file is kept as {aside[0]}"


def two_at_once(folder: Path) -> str:
    """Start the program twice on one folder: the second one leaves at once."""
    first = teach(folder)
    assert first.stdout.readline().startswith("OPEN")
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    second = subprocess.run(
        [sys.executable, "-c", f"{AGAIN}; sys.exit(main(Path({str(folder)!r})))"],
        cwd=ROOT, env=env, timeout=30, capture_output=True, text=True, check=False,
    )  # fmt: skip
    alive = first.poll() is None
    first.kill()
    first.wait()
    assert second.returncode == 0, second.stderr
    assert alive
    return "the second start showed the first one's window and ended"


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A file system of a few megabytes (root only)."""
    where = Path(tempfile.mkdtemp())
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "milkit", str(where)],
        check=True,
    )
    try:
        yield where
    finally:
        subprocess.run(["umount", "-l", str(where)], check=False)


def full_disk(_folder: Path) -> str:
    """Fill the disk in mid-lesson: the lesson goes on, counts before it are there."""
    with small_disk(40) as disk:
        data = disk / "data"
        program = teach(data)
        assert program.stdout.readline().startswith("OPEN")
        for _ in range(5):
            program.stdout.readline()
        free = shutil.disk_usage(disk).free
        with (disk / "fill").open("wb") as file, suppress(OSError):
            file.write(b"\0" * free)
        time.sleep(1.5)
        alive = program.poll() is None
        program.kill()
        told = [x for x in program.stdout.read().split("\n") if x.startswith("HAND")]
        program.wait()
        (disk / "fill").unlink()
        assert alive, "the window went away"
        counted = int(told[-1].split()[1]) if told else 5
        again = teach(data)
        opened = int(again.stdout.readline().split()[2])
        again.kill()
        again.wait()
        assert opened >= counted, (opened, counted)
        return (
            f"the window stayed; {counted} hands shown, {opened} there after a restart"
        )


def read_only(_folder: Path) -> str:
    """A data folder that takes nothing: said in words, no traceback."""
    with small_disk(20) as disk:
        data = disk / "data"
        data.mkdir()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = run("records", "sample", "--runs", "1", data=data)
        assert done.returncode == 1, done
        assert "Traceback" not in done.stderr, done.stderr
        lessons = run("lessons", "--limit", "1", data=data)
        assert "Traceback" not in lessons.stderr, lessons.stderr
        assert lessons.returncode == 0, lessons.stderr
        return f"{done.stderr.strip()} Lessons can still be found."


FAULTS = (
    killed_at_any_moment,
    damaged_database,
    newer_database,
    garbage_settings,
    two_at_once,
    full_disk,
    read_only,
)


def main() -> int:
    """Try each fault; 1 when one of them lost something or spoke in tracebacks."""
    bad = 0
    for fault in FAULTS:
        name = fault.__name__.replace("_", " ")
        if fault in (full_disk, read_only) and os.geteuid() != 0:
            print(f"{name}: not tried, it needs root for a small file system")
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(f"{name}: {fault(Path(folder) / 'data')}", flush=True)
            except AssertionError as e:
                bad = 1
                print(f"{name}: FAILED {e}", flush=True)
            for program in STARTED:  # a fault that failed left its window open
                program.kill()
    return bad


if __name__ == "__main__":
    sys.exit(main())
