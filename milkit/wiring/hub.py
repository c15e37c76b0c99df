"""The hub's pages, and the printing of receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from milkit.ground.errors import Mishap
from milkit.wiring import reports

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from milkit.going import Going
    from milkit.hub.receipts import Receipt
    from milkit.screens.received import ReceivedScreen
    from milkit.screens.region import RegionScreen


def received(app: Going) -> ReceivedScreen:
    """Make the page of the results received."""
    from milkit.screens.received import ReceivedScreen

    page = ReceivedScreen(app.look, app.parts.folder, app.background(), app.parts.clock)
    page.back_asked.connect(app.go_back)
    page.troubled.connect(app.tell)
    page.region_asked.connect(lambda: app.go("region"))
    page.print_asked.connect(lambda found: print_receipts(app, found))
    return page


def open_results(app: Going, path: Path) -> None:
    """Look at a results file that was opened; nothing is taken in yet."""
    app.go("received")
    cast("ReceivedScreen", app.pages["received"]).look_at([path])


def region(app: Going) -> RegionScreen:
    """Make the page of the region."""
    from milkit.screens.region import RegionScreen

    page = RegionScreen(app.look, app.parts.folder, app.background())
    page.back_asked.connect(app.go_back)
    page.troubled.connect(app.tell)
    page.received_asked.connect(lambda: app.go("received"))
    page.print_chosen.connect(lambda: reports.print_(app, page.report))
    page.file_chosen.connect(lambda form: reports.save(app, page.report, form))
    return page


def print_receipts(app: Going, found: Sequence[Receipt]) -> None:
    """Write receipts into a PDF, where the user wants it."""
    from milkit.hub.receipts import sheet
    from milkit.press.receipts import write_receipts
    from milkit.screens import print_asking

    look, w = app.look, app.look.words
    name = w.t("receipts") + ".pdf"
    path = print_asking.path(app.window, w.t("Save the receipts"), name)
    if path is None:
        return
    day = app.parts.clock.now().date()
    codes = [one.picture for one in found]
    try:
        write_receipts(
            path, sheet(found, day, w), codes, look.type, w, app.settings.paper
        )
    except Mishap as mishap:
        app.tell(mishap)
    else:
        app.window.toasts.tell(w.t("Saved: {file}", file=path.name))
