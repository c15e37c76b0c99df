"""Measure opening a lesson beside a bare QTextBrowser that shows its ready HTML.

    QT_QPA_PLATFORM=offscreen python packaging/bench_lesson.py [--rounds 15]

Both windows are open already; measured is the processor's time from the call until
the page is painted and nothing is left to lay out.
The floor gets its HTML as a string and no pictures; the kit reads the lesson out of
its pack, fits it to the period, and lays out the whole page.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QTextBrowser

from milkit import starting
from milkit.content.page import page
from milkit.ground.settings import Settings
from milkit.ground.words import words
from milkit.screens.lesson import LessonScreen
from milkit.widgets.look import arguments

if TYPE_CHECKING:
    from collections.abc import Callable


LIMIT = 1.3
SETTLE = 12  # rounds: a browser lays out long texts bit by bit, in timers
SIZE = (1154, 690)


def opened(app: QApplication, work: Callable[[], object]) -> float:
    """Seconds of processor from the call until all is laid out and painted."""
    start = time.process_time()
    work()
    for _ in range(SETTLE):
        app.processEvents()
        time.sleep(0.002)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return time.process_time() - start


def main() -> int:
    """Open lessons in turn and compare the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    app = QApplication(arguments(["milkit"]))
    settings = Settings()
    look = starting.first_look(app, settings)
    with tempfile.TemporaryDirectory() as folder:
        parts = starting.open_parts(Path(folder), look)
        rows = parts.library.rows("en")
        browser = QTextBrowser()
        screen = LessonScreen(look, parts.library, parts.records, settings)
        for window in (browser, screen):
            window.resize(*SIZE)
            window.show()
        speaks = words("en")
        ready = [
            (row.id, page(parts.library.lesson(row.id, "en"), speaks)) for row in rows
        ]

        def theirs(html: str) -> float:
            return opened(app, lambda: browser.setHtml(html))

        def ours(lesson: str) -> float:
            return opened(app, lambda: screen.show_lesson(lesson, "en"))

        for lesson, html in ready:  # fonts and pictures are read once
            theirs(html), ours(lesson)
        chosen = itertools.islice(itertools.cycle(ready), rounds * 2)
        pairs = [(theirs(html), ours(lesson)) for lesson, html in chosen]
        parts.close()
    floor = statistics.median(a for a, _ in pairs)
    mine = statistics.median(b for _, b in pairs)
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"QTextBrowser, ready HTML  {floor * 1e3:6.1f} ms")
    print(f"opening a lesson          {mine * 1e3:6.1f} ms")
    print(f"ratio {ratio:.2f} (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # windows that are still going away would only cost time
