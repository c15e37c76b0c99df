"""Open what arrives: a file of the kit that was double-clicked, dropped or named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from milkit.going import CALM
from milkit.ground.errors import FileUnknown

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.going import Going


def listen(app: Going, file: Path | None = None) -> None:
    """Take files from now on, and open *file*, the one the program was started with."""
    from milkit.widgets.arrivals import Arrivals

    arrivals = Arrivals(app.qt, app.window)
    arrivals.arrived.connect(lambda path: open_file(app, path))
    if file is not None:
        open_file(app, file)
    elif (app.parts.folder / "packs").is_dir():
        from milkit.wiring import packs

        QTimer.singleShot(CALM, app, lambda: packs.tidy(app))
    if file is None and os.environ.get("MILKIT_STICK"):
        from milkit.wiring import stick

        QTimer.singleShot(CALM, app, lambda: stick.tell(app))


def open_file(app: Going, path: Path) -> None:
    """Open a file or a folder by what it is; what is none of ours is told."""
    from milkit.packs.offers import publishers_in

    if path.suffix.lower() == ".milhub":
        from milkit.wiring import sharing

        sharing.open_hub(app, path)
    elif path.suffix.lower() == ".milreceipt":
        from milkit.wiring import sharing

        sharing.open_receipt(app, path)
    elif path.suffix.lower() == ".milr":
        from milkit.wiring import hub

        hub.open_results(app, path)
    elif path.suffix.lower() == ".milpack" or (path.is_dir() and publishers_in(path)):
        from milkit.wiring import packs

        packs.open_pack(app, path)
    else:
        app.tell(FileUnknown(path))
