"""Wires the making of a kit, the checking of a stick, and the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from milkit.going import Going
    from milkit.kit.listing import Listing


def page(app: Going) -> QWidget:
    """Make the page that makes kits."""
    from milkit.press.for_edition import EditionPress
    from milkit.screens.kit import KitScreen
    from milkit.screens.kit_work import Shop

    parts, settings = app.parts, app.settings
    shop = Shop(parts.library, parts.folder, EditionPress(settings.paper), parts.clock)
    langs = (settings.language, settings.lesson_language or settings.language)
    made = KitScreen(app.look, shop, app.background(), langs)
    made.check_asked.connect(lambda: app.go("check-stick"))
    made.home_asked.connect(lambda: app.go("home"))
    made.troubled.connect(app.tell)
    made.labels_asked.connect(
        lambda listing, titles, many: save_labels(app, listing, titles, many)
    )
    app.qt.aboutToQuit.connect(made.leave)
    return made


def check_page(app: Going) -> QWidget:
    """Make the page that checks a stick."""
    from milkit.kit import at_home
    from milkit.screens.kit_check import CheckScreen

    made = CheckScreen(app.look, app.background(), at_home.folders(app.parts.folder))
    made.back_asked.connect(app.go_back)
    made.clean_asked.connect(lambda: app.go("kit"))
    made.troubled.connect(app.tell)
    return made


def save_labels(app: Going, listing: Listing, titles: list[str], many: int) -> None:
    """Write the stick labels and the packing list into a PDF."""
    from milkit.kit.labels import labels
    from milkit.press.ink import ink_for, paper
    from milkit.press.pages import Margin, laid
    from milkit.press.printer import to_pdf
    from milkit.screens import print_asking

    w = app.look.words
    name = w.t("stick-labels") + ".pdf"
    path = print_asking.path(app.window, w.t("Save the stick labels"), name)
    if path is None:
        return
    size = paper(app.settings.paper)
    sheet, ink = labels(listing, titles, many, w), ink_for(app.look.type, w)
    around = Margin("", "", w.t("MIL Kit. Free to copy."))
    pages = laid(sheet, around, size, ink).pages
    try:
        to_pdf(path, [(each, ink) for each in pages], size, title=sheet.title)
    except Mishap as mishap:
        app.tell(mishap)
    else:
        app.window.toasts.tell(w.t("Saved: {file}", file=path.name))
