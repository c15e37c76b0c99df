"""Plug, unplug, replug and mirror a projector on a real X server; say what happened.

    python packaging/proof_projector.py

It needs Debian's xserver-xorg-core, xserver-xorg-video-dummy, x11-xserver-utils and
openbox, and must be root; where they are missing it says so and does nothing. Exit 1
when the class view was ever over the teacher's notes, or did not come back.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

NEEDED = ("Xorg", "openbox", "xrandr")
DISPLAY = ":79"
LAPTOP, PROJECTOR = "DUMMY0", "DUMMY1"
WAIT = 10.0  # s for anything to come about
SETTLE = 4.5  # s after each change: the class view tries three times
CONF = """
Section "Device"
 Identifier "d"
 Driver "dummy"
 VideoRam 256000
EndSection
Section "Monitor"
 Identifier "m"
 HorizSync 5-1000
 VertRefresh 5-200
EndSection
Section "Screen"
 Identifier "s"
 Device "d"
 Monitor "m"
 DefaultDepth 24
 SubSection "Display"
  Depth 24
  Virtual 4096 2160
 EndSubSection
EndSection
"""
SMALL, WIDE, LAPTOPS = "1024x768", "1280x720", "1368x768"
BESIDE = ("--right-of", LAPTOP)
SHOWN_LONG = 0.25  # s over the notes that a teacher would see


@dataclass(frozen=True)
class Step:
    """What is done with the projector, and where the class view must be then."""

    what: str
    how: tuple[str, ...]
    size: tuple[int, int] | None  # None: hidden


STEPS = (
    Step("plug in a 4:3 projector", ("--mode", SMALL, *BESIDE), (1024, 768)),
    Step("unplug it", ("--off",), None),
    Step("plug in a 16:9 projector", ("--mode", WIDE, *BESIDE), (1280, 720)),
    Step("change its size", ("--mode", SMALL, *BESIDE), (1024, 768)),
    Step("unplug it", ("--off",), None),
    Step("plug it in as a mirror", ("--mode", LAPTOPS, "--same-as", LAPTOP), None),
    Step("unplug the mirror", ("--off",), None),
    Step("plug it in again", ("--mode", WIDE, *BESIDE), (1280, 720)),
    # Qt does not tell of this on X11: the window itself must see where it was laid.
    Step("mirror while it runs", ("--mode", LAPTOPS, "--same-as", LAPTOP), None),
    Step("unplug it", ("--off",), None),
    Step("plug it in again", ("--mode", SMALL, *BESIDE), (1024, 768)),
)


def missing() -> str:
    """Say what this machine lacks for the proof, "" when nothing."""
    if not sys.platform.startswith("linux"):
        return "it needs Linux"
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        return f"it needs {', '.join(lacking)}"
    if not any(Path("/usr/lib").glob("**/drivers/dummy_drv.so")):
        return "it needs xserver-xorg-video-dummy"
    return "" if os.geteuid() == 0 else "it needs root"


def xrandr(*words: str) -> None:
    """Change the outputs."""
    subprocess.run(
        ["xrandr", *words],
        check=True,
        env={**os.environ, "DISPLAY": DISPLAY},
        stdout=subprocess.DEVNULL,
        timeout=WAIT,
    )


def start(folder: Path) -> list[subprocess.Popen[bytes]]:
    """Start an X server with one screen and a window manager."""
    conf = folder / "dummy.conf"
    conf.write_text(CONF)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(
        ["Xorg", DISPLAY, "-config", str(conf), "-noreset", "-logfile",
         str(folder / "Xorg.log")],
        **quiet,
    )  # fmt: skip
    _until(lambda: Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists())  # noqa: S108 - X's own place
    time.sleep(1)
    for mode in ("1024x768", "1280x720", "1368x768"):
        xrandr("--addmode", PROJECTOR, mode)
    xrandr("--output", LAPTOP, "--mode", "1368x768", "--pos", "0x0", "--primary")
    xrandr("--output", PROJECTOR, "--off")
    env = {**os.environ, "DISPLAY": DISPLAY}
    manager = subprocess.Popen(["openbox"], env=env, **quiet)
    time.sleep(1)
    return [server, manager]


def _until(true: Callable[[], bool], seconds: float = WAIT) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def main() -> int:
    """Run the proof in a process of its own; give the exit code."""
    lack = missing()
    if lack:
        print(f"The projector proof is skipped: {lack}.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        running = start(Path(name))
        try:
            env = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
            asked = [sys.executable, __file__, "--inside"]
            return subprocess.run(asked, env=env, check=False, timeout=120).returncode
        finally:
            for process in reversed(running):
                process.terminate()
                process.wait(WAIT)


# --- inside the X server ------------------------------------------------------------


class Proof:
    """The console, the class view and the watch over the screens, as in a lesson."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication, QWidget

        from milkit.ground.paths import resources
        from milkit.ground.words import words
        from milkit.stage.class_window import ClassWindow
        from milkit.stage.look import StageLook
        from milkit.stage.projector import Projector
        from milkit.teaching.scene import Scene
        from milkit.widgets.type import Type

        self.app = QApplication([])
        self.console = QWidget()
        self.console.showMaximized()
        letters = Type("en", resources() / "fonts")
        stage = StageLook(words("en"), letters.families, lambda _name: None)
        self.view = ClassWindow(stage)
        self.view.show_scene(Scene("title", title="What do you see?"))
        self.told: list[str] = []
        self.projector = Projector(self.app)
        self.projector.lost.connect(self._lost)
        self.projector.found.connect(self._found)
        self.run(1)
        self.projector.stands_on(self.console.screen())

    def _lost(self) -> None:
        self.view.put_away()
        self.told.append("lost")

    def _found(self, screen: QScreen) -> None:
        self.view.open_on(screen)
        self.told.append("found")

    def run(self, seconds: float) -> float:
        """Let events run; give how long the class view lay over the console, s."""
        over = 0.0
        end = last = time.monotonic()
        end += seconds
        while last < end:
            self.app.processEvents()
            time.sleep(0.005)
            now = time.monotonic()
            lies = self.view.geometry().intersects(self.console.geometry())
            over += now - last if self.view.isVisible() and lies else 0
            last = now
        return over

    def stands(self, size: tuple[int, int] | None) -> bool:
        """Tell whether the class view is where it must be."""
        if size is None:
            return not self.view.isVisible()
        now = self.view.size()
        return self.view.isVisible() and (now.width(), now.height()) == size

    def say(self, step: Step) -> bool:
        """Do a step, print what happened, tell whether that was right."""
        self.told.clear()
        xrandr("--output", PROJECTOR, *step.how)
        over = self.run(SETTLE)
        good = self.stands(step.size) and over < SHOWN_LONG
        at = self.view.geometry()
        where = f"{at.width()}x{at.height()} at {at.x()},{at.y()}"
        state = where if self.view.isVisible() else "hidden"
        mirror = ", mirrored" if self.projector.is_mirrored else ""
        told = ", ".join(self.told) or "nothing"
        print(
            f"{'ok ' if good else 'BAD'} {step.what}: Qt told {told}; "
            f"class view {state}{mirror}; {over * 1000:.0f} ms over the notes",
            flush=True,
        )
        return good


def inside() -> int:
    """Go through the steps; give the exit code."""
    proof = Proof()
    right = [proof.say(step) for step in STEPS]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(inside() if "--inside" in sys.argv else main())
