"""The door: with no words the window opens, else the command line listens."""

from __future__ import annotations

import sys


def start() -> None:
    """Open the window, or run the command that was typed."""
    if len(sys.argv) > 1:
        from milkit.cli import main as command

        command(prog_name="milkit")
    else:
        from milkit.app import main as window

        sys.exit(window())


if __name__ == "__main__":
    start()
