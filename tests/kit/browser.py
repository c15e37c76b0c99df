"""Drive a headless Chromium over a pipe, with no library: pages, keys, pictures."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--remote-debugging-pipe",
)


def chromium():
    """Give the path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


# Chromium reads from 3 and writes to 4; a shell cannot move descriptors above 9.
START = """import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 20) for end in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])"""


class Browser:
    """A page in a browser; *errors* are those of its scripts and its policy."""

    def __init__(self, folder):
        fonts = folder / "fonts.conf"
        cache = folder / "fontcache"
        lines = f"<dir>{FONTS}</dir><cachedir>{cache}</cachedir>"
        fonts.write_text(f"<?xml version='1.0'?><fontconfig>{lines}</fontconfig>")
        ours, theirs = os.pipe(), os.pipe()
        call = [chromium(), *FLAGS, f"--user-data-dir={folder / 'profile'}"]
        ends = str(ours[0]), str(theirs[1])
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *ends, *call, "about:blank"],
            pass_fds=(ours[0], theirs[1]),
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(ours[0])
        os.close(theirs[1])
        self._to, self._from = ours[1], os.fdopen(theirs[0], "rb", buffering=0)
        self._number, self._left, self.errors = 0, b"", []
        self._session, self._waits = "", []
        target = self._tell("Target.createTarget", url="about:blank")["targetId"]
        found = self._tell("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for name in ("Page", "Runtime", "Log"):
            self._tell(f"{name}.enable")

    def size(self, width, height):
        self._tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def dark(self, *, on):
        media = [{"name": "prefers-color-scheme", "value": "dark" if on else "light"}]
        self._tell("Emulation.setEmulatedMedia", features=media)

    def scripts(self, *, on):
        self._tell("Emulation.setScriptExecutionDisabled", value=not on)

    def open(self, address):
        self._waits = []
        self._tell("Page.navigate", url="about:blank")
        self._tell("Page.navigate", url=address)
        while not self.ask(
            "document.readyState === 'complete' && location.href != 'about:blank'"
        ):
            pass

    def ask(self, script):
        """Run *script* in the page and give what it gives."""
        said = self._tell(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in said:
            raise AssertionError(said["exceptionDetails"])
        return said["result"].get("value")

    def key(self, code, name):
        for kind in ("rawKeyDown", "keyUp"):
            self._tell(
                "Input.dispatchKeyEvent",
                type=kind,
                windowsVirtualKeyCode=code,
                key=name,
            )

    def settle(self):
        """Wait until what was asked for has been drawn."""
        self.ask(
            "new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))"
            ".then(() => 1)"
        )

    def picture(self, path):
        data = self._tell("Page.captureScreenshot")["data"]
        path.write_bytes(b64decode(data))

    def pdf(self, path):
        path.write_bytes(b64decode(self._tell("Page.printToPDF")["data"]))

    def close(self):
        with contextlib.suppress(OSError, AssertionError):
            self._session = ""
            self._tell("Browser.close")
        self._process.wait(20)
        self._from.close()
        os.close(self._to)

    def _tell(self, method, **params):
        self._number += 1
        said = {"id": self._number, "method": method, "params": params}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._to, json.dumps(said).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _note(self, event):
        if event.get("method") == "Runtime.exceptionThrown":
            self.errors.append(event["params"]["exceptionDetails"])
        if event.get("method") == "Log.entryAdded":
            self.errors.append(event["params"]["entry"])
        if event.get("method") == "Runtime.consoleAPICalled":
            self.errors.append(event["params"])

    def _read(self):
        while b"\0" not in self._left:
            more = self._from.read(1 << 16)
            assert more, "the browser went away"
            self._left += more
        line, _, self._left = self._left.partition(b"\0")
        return json.loads(line)
