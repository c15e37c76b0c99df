"""Started from a stick: tell which of its lessons are not on this computer yet."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.going import Going

FROM = "MILKIT_STICK"  # where the doors of a kit name the folder they stand in


def folder() -> Path | None:
    """Give the folder of the stick that the program was started from, if any."""
    named = os.environ.get(FROM, "")
    return Path(named) if named and Path(named).is_dir() else None


def tell(app: Going) -> None:
    """Look at the stick's lists in a thread, and offer what is new by a toast."""
    stick = folder()
    if stick is None:
        return
    data = app.parts.folder

    def look(_step: object) -> list[str]:
        from milkit.packs.fresh import fresh

        return fresh(stick, data)

    app.background().run(look, owner=app.window, done=partial(_told, app, stick))


def _told(app: Going, stick: Path, found: list[str]) -> None:
    from milkit.wiring import packs

    if not found or "teach" in app.pages:
        return
    w = app.look.words
    app.window.toasts.tell(
        w.t("This stick has lessons that are not on this computer yet."),
        w.t("See them"),
        lambda: packs.open_pack(app, stick),
    ).stay()
