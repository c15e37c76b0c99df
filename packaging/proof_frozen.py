"""Freeze for Linux, put it on a FAT32 stick, start it from there and teach a lesson.

    python packaging/proof_frozen.py [--anew]

Needs Debian's xvfb, xdotool, dosfstools and mtools; what is missing is said. The stick
is a real FAT32 image; where the kernel can mount it, it is mounted noexec, as desktops
do, else what mtools reads back from it is laid out without one exec bit. The program
is frozen again when it is older than the code; --anew always does. A picture of the
console in mid-lesson stays in build/proof/.
"""

from __future__ import annotations

import lzma
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ARCHIVE = ROOT / "build" / "programs" / "linux" / "milkit-linux.tar.xz"
TREE = ROOT / "build" / "freeze" / "dist" / "milkit"
PICTURES = ROOT / "build" / "proof"
NEEDED = {
    "xvfb-run": "xvfb",
    "xdotool": "xdotool",
    "mkfs.vfat": "dosfstools",
    "mcopy": "mtools",
}
MOST_BYTES, MOST_FILES, MOST_PACKED = 145e6, 160, 44e6
KEPT = {"run_started", "item_reached"}  # begun by F5, moved on by the right arrow
PATIENCE = 60.0  # s for a thing to come about
sys.path[:0] = [str(ROOT), str(HERE)]

from slim import weigh  # noqa: E402 - found through the path above


def main() -> int:
    """Run the proof inside an X server of its own; give the exit code."""
    path = os.environ.get("PATH", "")
    os.environ["PATH"] = f"{path}{os.pathsep}/usr/sbin{os.pathsep}/sbin"
    lacking = [deb for name, deb in NEEDED.items() if shutil.which(name) is None]
    if lacking or not sys.platform.startswith("linux"):
        print(f"The frozen proof is skipped: it needs Linux and {', '.join(lacking)}.")
        return 0
    if "--inside" in sys.argv:
        return inside()
    if "--anew" in sys.argv or not fresh():
        subprocess.run([sys.executable, HERE / "freeze.py", "linux"], check=True)
    screen = "-screen 0 1366x768x24"
    run = ["xvfb-run", "-a", "-s", screen, sys.executable, __file__, "--inside"]
    return subprocess.run(run, check=False).returncode


def fresh(result: Path = ARCHIVE, tree: Path = TREE) -> bool:
    """Tell whether a program is younger than all it is made of."""
    if not result.is_file() or not tree.is_dir():
        return False
    made = result.stat().st_mtime
    sources = [
        path
        for folder in ("milkit", "lessons", "resources", "packaging")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    return max(path.stat().st_mtime for path in sources) < made


def inside() -> int:
    """Weigh, write, start, teach, look."""
    found = [weighed()]
    with tempfile.TemporaryDirectory(prefix="milkit-proof-") as name:
        folder = Path(name)
        stick, how = on_a_stick(folder)
        print(f"    FAT32 image, {how}")
        home = folder / "ครู สมชาย"  # a home as teachers have it
        home.mkdir()
        try:
            found += [answers(stick, home), taught(stick, home), refused(stick, folder)]
        finally:
            if how == "mounted noexec":
                subprocess.run(["umount", stick], check=False)
    return 0 if all(found) else 1


def said(good: bool, what: str) -> bool:  # noqa: FBT001 - the verdict
    """Print a verdict and give it back."""
    print(f"{'ok ' if good else 'BAD'} {what}", flush=True)
    return good


def weighed() -> bool:
    """Hold the tree and the archive against the figures of the kit."""
    tree = weigh(TREE, "lessons")
    packs = sorted((TREE / "_internal" / "lessons").glob("*.pack"))
    inside = sum(len(lzma.compress(pack.read_bytes())) for pack in packs)
    packed = ARCHIVE.stat().st_size - inside
    print(f"    archive with lessons {ARCHIVE.stat().st_size / 1e6:.1f} MB")
    return said(
        tree.bytes <= MOST_BYTES
        and tree.files <= MOST_FILES
        and tree.links == 0
        and packed <= MOST_PACKED,
        f"without lessons {tree} (145 MB, 160, 0); archive {packed / 1e6:.1f} MB (44)",
    )


def on_a_stick(folder: Path) -> tuple[Path, str]:
    """Write what a kit has for Linux into a FAT32 image; give it as a folder."""
    image, stick = folder / "stick.img", folder / "stick"
    with image.open("wb") as file:
        file.truncate(256 << 20)
    _quietly("mkfs.vfat", "-F", "32", image)
    programs = ARCHIVE.parents[1]
    for each in (programs / "start.sh", programs / "linux"):
        _quietly("mcopy", "-s", "-i", image, each, "::/")
    stick.mkdir()
    mount = ["mount", "-o", "loop,noexec,ro", image, stick]
    if subprocess.run(mount, check=False, capture_output=True).returncode == 0:
        return stick, "mounted noexec"
    _quietly("mcopy", "-s", "-n", "-i", image, "::/*", stick)
    for path in stick.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    return stick, "read back by mtools, no exec bit (this kernel has no FAT)"


def _quietly(*words: str | Path) -> None:
    env = dict(os.environ, MTOOLS_SKIP_CHECK="1")
    subprocess.run(words, env=env, check=True, stdout=subprocess.DEVNULL)


def started(stick: Path, home: Path, *words: str) -> subprocess.Popen[str]:
    """Start from the stick as a teacher does, with a home that has nothing yet."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "PYTHON", "QT_", "LD_", "VIRTUAL_ENV"))
    }
    env |= {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    if words:  # no display: what is refused is told here, not in a box to close
        env |= {"QT_QPA_PLATFORM": "offscreen"}
        env.pop("DISPLAY", None)
    return subprocess.Popen(
        ["sh", stick / "start.sh", *words],
        env=env,
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def answers(stick: Path, home: Path) -> bool:
    """Unpack, and let every library answer."""
    begun = time.monotonic()
    program = started(stick, home, "doctor", "--self-test")
    told, _ = program.communicate(timeout=5 * PATIENCE)
    took = time.monotonic() - begun
    lines = [line for line in told.splitlines() if line[:2] in {"+ ", "- "}]
    wrong = [line for line in lines if line.startswith("-")]
    print("\n".join(f"    {line}" for line in wrong or told.splitlines()[-1:]))
    menu = home / ".local/share/applications/milkit.desktop"
    good = program.returncode == 0 and len(lines) > 10 and menu.is_file()
    return said(good, f"unpacked, in the menu, {len(lines)} libraries in {took:.1f} s")


def taught(stick: Path, home: Path) -> bool:
    """Open a lesson, begin it with F5, go to the next step; look what was kept."""
    from milkit.ground import settings

    data = home / ".local/share/milkit"
    data.mkdir(parents=True, exist_ok=True)
    settings.write(data, settings.Settings(first_start_done=True))
    program = started(stick, home)
    try:
        window = _window()
        time.sleep(2)
        home_picture = _picture("frozen-home")
        for keys in (["ctrl+k"], ["type", "photo"], ["Return"], ["F5"], ["Right"]):
            _press(window, keys)
        kinds = _until_kept(data / "records.db", KEPT)
        teaching = _picture("frozen-teach")
    finally:
        program.terminate()
        told, _ = program.communicate(timeout=PATIENCE)
    print(f"    kept: {', '.join(sorted(kinds))}")
    seen = home_picture != teaching and len(teaching) > 30_000
    good = kinds >= KEPT and seen
    return said(good and "Traceback" not in told, f"a lesson was taught {told[-300:]}")


def refused(stick: Path, folder: Path) -> bool:
    """A damaged archive is refused in words and leaves nothing behind."""
    copy = folder / "damaged"
    shutil.copytree(stick, copy)
    archive = copy / "linux" / ARCHIVE.name
    archive.chmod(0o644)
    with archive.open("r+b") as file:
        file.seek(1 << 20)
        byte = file.read(1)[0]
        file.seek(1 << 20)
        file.write(bytes([byte ^ 1]))
    home = folder / "other home"
    home.mkdir()
    program = started(copy, home, "doctor", "--self-test")
    told, _ = program.communicate(timeout=PATIENCE)
    left = [path for path in home.rglob("*") if path.is_file()]
    return said(
        program.returncode == 1 and "damaged" in told and not left,
        f"one bit changed: {told.strip()}",
    )


def _window() -> str:
    """Wait for the window; give its number."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ask = ["xdotool", "search", "--onlyvisible", "--name", "MIL Kit"]
        told = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
        if told.strip():
            return told.split()[-1]
        time.sleep(0.2)
    raise SystemExit("BAD no window came")


def _press(window: str, keys: list[str]) -> None:
    """Type like a teacher, with time for the window to follow."""
    subprocess.run(["xdotool", "windowfocus", window], check=False)
    if keys[0] == "type":
        subprocess.run(["xdotool", "type", "--delay", "60", keys[1]], check=True)
    else:
        subprocess.run(["xdotool", "key", *keys], check=True)
    time.sleep(1.5)


def _picture(name: str) -> bytes:
    """Keep a picture of the whole screen; give its bytes."""
    from PySide6.QtGui import QImage
    from Xlib import X, display

    root = display.Display().screen().root
    size = root.get_geometry()
    raw = root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFF).data
    PICTURES.mkdir(parents=True, exist_ok=True)
    to = PICTURES / f"{name}.png"
    form = QImage.Format.Format_RGB32
    QImage(raw, size.width, size.height, size.width * 4, form).save(str(to))
    return to.read_bytes()


def _until_kept(database: Path, wanted: set[str]) -> set[str]:
    """Wait until the records hold the events *wanted*; give the kinds they hold."""
    kinds: set[str] = set()
    end = time.monotonic() + PATIENCE / 2
    while time.monotonic() < end and not wanted <= kinds:
        time.sleep(0.5)
        if database.is_file():
            db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
            kinds = {kind for (kind,) in db.execute("SELECT DISTINCT kind FROM event")}
            db.close()
    return kinds


if __name__ == "__main__":
    sys.exit(main())
