"""Measure six printed pages beside Qt's own document printing of the same words.

    QT_QPA_PLATFORM=offscreen python packaging/bench_print.py [--rounds 15]

The floor is QTextDocument laying out and printing HTML to a QPdfWriter: the same
headings, paragraphs with a bold beginning, and a table. Both lay out and write a whole
file each time, in turn, so that what slows the machine slows both.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from milkit.activities.paper import Heading, Sheet, Table, Text
from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.printer import pdf
from milkit.widgets.type import Type

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 1.5
PIECES = (
    "Look at the photo with your partner.",
    "Which copy is the oldest one that we found?",
    "Put the copies side by side and compare the place, the day and the event.",
    "The town office wrote a caption that names who took the picture.",
    "Nobody has to tell a personal story today.",
    "Write one reason that another group could check for itself.",
    "A caption that fits is also a good result.",
)
ROWS = tuple((f"Row {n}", str(n * 2)) for n in range(12))


def paragraphs(count: int) -> list[str]:
    """Make paragraphs that differ, without chance."""
    return [
        " ".join(PIECES[(i * 3 + k * 5 + i // 7) % len(PIECES)] for k in range(5))
        for i in range(count)
    ]


def html(texts: list[str]) -> str:
    """Write the words as a document of Qt's, in the same fonts: head and foot last."""
    sans = "font-family:'Noto Sans'"
    style = (
        f"body{{font-size:10.5pt}} h1{{font-family:'Noto Sans Display'}}"
        f"h2{{{sans}; margin:9px 0 3px}} p{{margin:3px 0}} .edge{{{sans}}}"
    )
    parts = [f"<style>{style}</style><h1>Title</h1>"]
    for i, text in enumerate(texts):
        parts += [f"<h2>Step {i // 6 + 1}</h2>"] if i % 6 == 0 else []
        parts.append(f"<p><b>{text[:20]}</b>{text[20:]}</p>")
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in ROWS)
    parts.append(f"<table border='1'>{rows}</table>")
    parts.append(f"<p class='edge'>{'Head Foot Page 1 of 6 ' * 6}</p>")
    return "".join(parts)


def sheet(texts: list[str]) -> Sheet:
    """Write the words as a sheet of ours."""
    blocks: list = []
    for i, text in enumerate(texts):
        blocks += [Heading(f"Step {i // 6 + 1}")] if i % 6 == 0 else []
        blocks.append(Text(f"<b>{text[:20]}</b>{text[20:]}"))
    return Sheet("s", "Title", (*blocks, Table((), ROWS)))


def theirs(path: Path, text: str, family: str) -> None:
    """Print as Qt does."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(17, 17, 17, 17), QPageLayout.Unit.Millimeter)
    writer.setResolution(300)
    document = QTextDocument()
    document.setDefaultFont(QFont(family))
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml(text)
    document.print_(writer)


def pages_of(path: Path) -> int:
    """Count the pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def timed(work: Callable[[], object]) -> float:
    """Seconds that *work* takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Print in turn and compare the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    app = QGuiApplication(sys.argv[:1])
    letters = Type("en", resources() / "fonts")
    ink, size = ink_for(letters, words("en")), paper("a4")
    family = letters.families("en", serif=True)[0]
    texts = paragraphs(58)
    ours_sheet, theirs_html = sheet(texts), html(texts)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "out.pdf"

        def ours() -> None:
            done = laid(ours_sheet, Margin("Head", "", "Foot"), size, ink)
            file.write_bytes(pdf([(page, ink) for page in done.pages], size))

        counts = []
        for work in (lambda: theirs(file, theirs_html, family), ours):
            work()
            counts.append(pages_of(file))
        pairs = [
            (timed(lambda: theirs(file, theirs_html, family)), timed(ours))
            for _ in range(rounds)
        ]
    floor = statistics.median(a for a, _ in pairs)
    mine = statistics.median(b for _, b in pairs)
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"Qt's document, {counts[0]} pages  {floor * 1e3:6.1f} ms")
    print(f"ours, {counts[1]} pages           {mine * 1e3:6.1f} ms")
    print(f"ratio {ratio:.2f} (at most {LIMIT})")
    app.quit()
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
