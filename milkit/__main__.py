"""The door: with no words the window opens, else the command line listens."""

from __future__ import annotations

import gc
import sys


def start() -> None:
    """Open the window, or run the command that was typed."""
    if len(sys.argv) > 1:
        from milkit.cli import main as command

        command(prog_name="milkit")
    else:
        gc.disable()  # until the window stands: what is made now stays
        # PySide reads the source of all that is loaded after it, to look for its
        # own switches there; what needs no Qt is quicker when it comes before.
        import milkit.library.open
        import milkit.records.opening  # noqa: F401
        from milkit.app import main as window

        sys.exit(window())


if __name__ == "__main__":
    start()
