"""Keep the computer awake while a lesson is taught: no sleep, no locked screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# SetThreadExecutionState, winbase.h: stay in force, system and display needed
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class Awake:
    """
    Begun with a lesson and ended with it, or with the program however that ends.

    Windows is told itself; macOS by `caffeinate`, Linux by `systemd-inhibit`, both of
    which end with us. Where none of them is there, nothing happens.
    """

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Ask the system to stay awake."""
        if sys.platform == "win32":
            _tell_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)
            return
        command = _command()
        if self._helper is None and command:
            quiet = subprocess.DEVNULL
            try:
                self._helper = subprocess.Popen(  # noqa: S603 - our own fixed words
                    command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet
                )
            except OSError:
                self._helper = None

    def end(self) -> None:
        """Let the system sleep again."""
        if sys.platform == "win32":
            _tell_windows(_CONTINUOUS)
        elif self._helper is not None:
            self._helper.kill()
            self._helper.communicate()
            self._helper = None


def _command() -> list[str]:
    """Give the helper's command; it ends when we do."""
    if sys.platform == "darwin" and shutil.which("caffeinate"):
        return ["caffeinate", "-di", "-w", str(os.getpid())]
    if shutil.which("systemd-inhibit"):
        why = "--why=A lesson is being taught"
        # cat ends when the pipe to it is closed, which the system does at our end
        return ["systemd-inhibit", "--what=idle:sleep", "--who=MIL Kit", why, "cat"]
    return []


def _tell_windows(state: int) -> None:
    import ctypes

    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]
