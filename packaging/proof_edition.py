"""Open every page of the edition in real browsers: errors, widths, every class view.

    python packaging/proof_edition.py

Chromium looks at each lesson on a narrow and a wide screen, light and dark, and at each
class view on three screens; QtWebKit, an engine of 2016 that Debian's wkhtmltopdf has,
runs the script. What is not installed is said. Exit 1 on any error of a script or of
the policy, on anything wider than the screen, and on a class view set under its least
size.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from milkit.commands.print import letters_ready
from milkit.kit.edition import Edition, Lessons
from milkit.library.open import open_library
from milkit.press.for_edition import EditionPress
from milkit.widgets.drawing import draw_svg
from tests.kit.browser import Browser, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROW, WIDE = (360, 740), (1366, 690)
LOOKS = (((320, 640), False), (NARROW, False), (NARROW, True), (WIDE, False))
SCREENS = ((1366, 768), (1024, 768), (360, 640))
LEAST = 0.064  # of the height, for what students must read
AT_ONCE = 90  # a browser slows down a page that changes its address more often
TOO_WIDE = """[].filter.call(document.querySelectorAll('body *'), function (n) {
  return n.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(function (n) { return n.nodeName + ' ' + n.textContent.slice(0, 40); })"""
OPEN_ALL = "document.querySelectorAll('.on details').forEach(d => d.open = true)"
NAMES = "[].map.call(document.querySelectorAll('.{}'), n => n.id)"
VIEW = """(function () {
  var stage = document.getElementById('stage'), now = document.querySelector('.now');
  var read = now.querySelector('.study, h2') || now;
  return [now.id, stage.scrollHeight / stage.clientHeight,
    stage.scrollWidth > stage.clientWidth, parseFloat(getComputedStyle(read).fontSize)];
}())"""


def main() -> int:
    """Make the edition, look at all of it, and say what was seen."""
    letters = letters_ready()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        pages = _write(folder)
        wrong = [*_in_chromium(folder, pages), *_in_an_old_engine(folder, pages)]
    del letters
    for line in wrong:
        print(f"  WRONG: {line}")
    return 1 if wrong else 0


def _write(folder: Path) -> list[Path]:
    """Write all but the PDFs; give the pages with lessons."""
    with open_library(folder / "data", draw_svg) as library:
        lessons = Lessons(library.packs)
        edition = Edition(lessons, lessons.languages, _NoPaper(), ("windows", "linux"))
        pages = []
        for file in edition.files():
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            if file.path.startswith("static/MIL"):
                pages.append(path)
                print(f"{path.name}: {len(file.content) / 1e6:.2f} MB")
    return pages


class _NoPaper(EditionPress):
    """Prints no lessons: that is another proof."""

    def lesson(self, _lesson: Any, _read: Any) -> bytes:
        return b""


def _in_chromium(folder: Path, pages: list[Path]) -> list[str]:
    if chromium() is None:
        print("Chromium is not installed: nothing was opened in it.")
        return []
    browser = Browser(Path(tempfile.mkdtemp(dir=folder)))
    wrong = []
    try:
        for page in (folder / "START-HERE.html", *pages):
            wrong += _widths(browser, page)
        for page in pages:
            wrong += _views(browser, page)
        wrong += [f"a browser's error: {error}" for error in browser.errors]
    finally:
        browser.close()
    return wrong


def _widths(browser: Browser, page: Path) -> Iterator[str]:
    """Look at each lesson of a page with every step open."""
    looked = 0
    for (width, height), dark in (
        ((320, 640), False),
        (NARROW, False),
        (NARROW, True),
        (WIDE, False),
    ):
        browser.size(width, height)
        browser.dark(on=dark)
        browser.open(page.as_uri())
        tops = browser.ask(NAMES.format("top"))
        for where in ("", *tops):
            browser.ask(f"location.hash = '#{where}'")
            browser.settle()
            browser.ask(
                "document.querySelectorAll('.on details').forEach(d => d.open = 1)"
            )
            looked += 1
            for name in browser.ask(TOO_WIDE):
                yield f"{page.name}#{where} at {width} px: {name}"
    print(f"{page.name}: {looked} looks, 320, 360 and 1366 px, light and dark")


def _views(browser: Browser, page: Path) -> Iterator[str]:
    """Show each class view; count those that take two screens."""
    browser.dark(on=False)
    for width, height in SCREENS:
        browser.size(width, height)
        browser.open(page.as_uri())
        names = browser.ask(
            "[].map.call(document.querySelectorAll('.slide'), s => s.id)"
        )
        longer = 0
        for number, name in enumerate(names):
            if number % AT_ONCE == 0:
                browser.open(page.as_uri())
            browser.ask(f"location.replace('#{name}')")
            browser.settle()
            shown, long, wide, px = browser.ask(VIEW)
            longer += long > 1.01
            if shown != name or wide:
                yield f"{page.name}: {name} shows {shown}, too wide: {wide}"
            if width > height and px < LEAST * height - 0.1:
                yield f"{page.name}: {name} is set in {px} px at {height} px"
        print(
            f"{page.name}: {len(names)} class views at {width} x {height},"
            f" {longer} of them go down once or more"
        )


def _in_an_old_engine(folder: Path, pages: list[Path]) -> list[str]:
    tool = shutil.which("wkhtmltoimage")
    if tool is None:
        print("wkhtmltopdf is not installed: no old engine ran the script.")
        return []
    wrong = []
    for page in pages:
        for where in ("", "#L14", "#L14-s3"):
            said = subprocess.run(
                [
                    *(tool, "--enable-local-file-access", "--debug-javascript"),
                    *("--javascript-delay", "500", "--width", "360"),
                    *(f"{page.as_uri()}{where}", str(folder / "old.png")),
                ],
                capture_output=True,
                text=True,
                check=False,
            )
            odd = [line for line in said.stderr.splitlines() if "Warning" in line]
            odd += [f"ended with {said.returncode}"] if said.returncode else []
            wrong += [f"an old engine, {page.name}{where}: {line}" for line in odd]
    print(f"QtWebKit (2016) opened {len(pages)} pages in three places each")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
