"""The bundled lessons as a pack, built once a run for all tests that need it."""

import contextlib
import os
import shutil
import sqlite3

from milkit.library.open import FOLDER, open_library
from milkit.widgets.drawing import draw_svg


def folder(factory):
    """Give the folder of the built lessons; nothing may write there."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # the workers share what the first of them built
    # SQLite's lock, since it waits, and does so on every system.
    with contextlib.closing(sqlite3.connect(base / "bundled.lock", timeout=300)) as db:
        db.execute("BEGIN EXCLUSIVE")
        open_library(base / "bundled", draw_svg).close()
    return base / "bundled" / FOLDER


def furnish(data, built):
    """Put the built lessons into a data folder: the same files, not a copy of them."""
    shutil.copytree(built, data / FOLDER, copy_function=os.link)
    return data
