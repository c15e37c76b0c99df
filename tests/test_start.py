"""The start to Home loads what Home shows, and nothing that can wait."""

import json
import os
import subprocess
import sys

import pytest

from milkit.ground import settings
from milkit.ground.clock import Clock
from milkit.records.opening import open_records
from tests import bundled
from tests.screens.conftest import built, data  # noqa: F401 - fixtures

# Runs the window's door until Home was painted and stands still, then tells.
SCRIPT = """
import json, sys
from pathlib import Path
import milkit.library.open, milkit.records.opening
from PySide6 import QtCore, QtGui, QtWidgets
from milkit import app
from milkit.widgets.look import arguments

def tell():
    window = next(w for w in qt.topLevelWidgets() if hasattr(w, "page"))
    print(json.dumps({
        "page": type(window.page).__name__,
        "shown": window.page.isVisible(),
        "modules": sorted(sys.modules),
        "qt": [n for m in (QtCore, QtGui, QtWidgets) for n in vars(m) if n[0] == "Q"],
    }), flush=True)
    qt.quit()

qt = QtWidgets.QApplication(arguments(sys.argv[:1]))
QtCore.QTimer.singleShot(500, tell)
sys.exit(app.main(Path(sys.argv[1])))
"""
LIBRARIES = {
    "PIL", "XlsxWriter", "asyncio", "click", "email", "hashlib", "http", "markdown",
    "nacl", "platformdirs", "psutil", "segno", "sqlite_utils", "ssl", "tomllib",
    "xlsxwriter", "xml", "concurrent.futures", "dataclasses", "multiprocessing",
}  # fmt: skip
QT = {"PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvgWidgets"}
ROOMS = {
    "milkit.activities", "milkit.cli", "milkit.commands", "milkit.press",
    "milkit.stage", "milkit.teaching", "milkit.content.lesson", "milkit.content.read",
    "milkit.content.render", "milkit.packs.build", "milkit.packs.search",
    "milkit.records.backups", "milkit.records.happenings", "milkit.records.run_state",
    "milkit.library.editing", "milkit.library.finding", "milkit.screens.classes",
    "milkit.screens.editor", "milkit.screens.first_start", "milkit.screens.help",
    "milkit.screens.lesson", "milkit.screens.print", "milkit.screens.search_results",
    "milkit.screens.settings", "milkit.screens.teach", "milkit.screens.trouble",
    "milkit.widgets.background", "milkit.widgets.drawing", "milkit.widgets.fields",
    "milkit.widgets.notice", "milkit.widgets.reader", "milkit.widgets.toast",
}  # fmt: skip
# Qt's classes are made when first named. These come in crowds: QWizard when PySide
# must find out what a widget of Qt's own making is, QGradient with fillRect, …
CROWDS = {"QWizard", "QMessageBox", "QFileDialog", "QGradient", "QStyle", "QTextEdit"}


@pytest.fixture
def started(built, data):  # noqa: F811 - the fixtures of that name
    bundled.furnish(data, built)
    settings.write(data, settings.Settings(first_start_done=True))
    open_records(data, Clock()).records.close()  # it is not the first start
    command = [sys.executable, "-c", SCRIPT, str(data)]
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)


def test_home_loads_only_what_it_shows(started):
    assert (started["page"], started["shown"]) == ("HomeScreen", True)
    loaded = set(started["modules"])
    assert loaded & (LIBRARIES | QT | ROOMS) == set()
    assert set(started["qt"]) & CROWDS == set()
    ours = [name for name in loaded if name.startswith("milkit.")]
    assert len(ours) < 90, "each module costs a third of a millisecond"
