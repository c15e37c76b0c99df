"""Ask in the system's own windows: which printer, and where to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from milkit.ground.errors import PrinterFailed
from milkit.press.printer import layout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from milkit.press.ink import Paper


def printer(parent: QWidget, size: Paper) -> QPrinter | None:
    """Let the user choose a printer; None = not now, PrinterFailed = there is none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise PrinterFailed
    chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen.setPageLayout(layout(size))
    return chosen if QPrintDialog(chosen, parent).exec() else None


def path(parent: QWidget, title: str, name: str) -> Path | None:
    """Let the user choose where to save a PDF; None = not now."""
    return file(parent, title, name, "pdf")


def file(parent: QWidget, title: str, name: str, form: str) -> Path | None:
    """Let the user choose where to save a file that ends in *form*; None = not now."""
    from PySide6.QtWidgets import QFileDialog

    wanted = f"{form.upper()} (*.{form})"
    where = QStandardPaths.StandardLocation.DocumentsLocation
    usual = str(Path(QStandardPaths.writableLocation(where)) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, usual, wanted)
    if not chosen:
        return None
    found = Path(chosen)
    return found if found.suffix else found.with_suffix(f".{form}")
