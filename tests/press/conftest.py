"""Ink of every language, and a picture, for pages that are really laid out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.printer import to_pdf
from milkit.widgets.type import Type


@pytest.fixture(scope="session")
def letters(qapp):
    return Type("en", resources() / "fonts")


@pytest.fixture
def image():
    picture = QImage(600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#803020"))
    return picture


@pytest.fixture
def ink(letters, image):
    def make(lang="en"):
        return ink_for(letters, words(lang), lambda name: image if name else None)

    return make


@pytest.fixture
def printed(ink, tmp_path):
    """Lay a sheet out, write it as a PDF, and give the pages and what a reader sees."""

    def make(sheet, lang="en", size="a4", margin=None):
        dip, sort = ink(lang), paper(size)
        done = laid(sheet, margin or Margin("Head", "", "Foot"), sort, dip)
        path = tmp_path / "out.pdf"
        to_pdf(path, [(page, dip) for page in done.pages], sort)
        return done, path

    return make


def text_of(path: Path) -> list[str]:
    """Give the text of each page, as another program reads it."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    out = subprocess.run(
        [tool, "-layout", str(path), "-"], capture_output=True, check=True
    )
    return out.stdout.decode().split("\f")[:-1]


def fonts_of(path: Path) -> list[list[str]]:
    """Give the fonts of a PDF: name and whether it is embedded."""
    tool = shutil.which("pdffonts")
    if tool is None:
        pytest.skip("pdffonts is not installed")
    out = subprocess.run([tool, str(path)], capture_output=True, check=True)
    return [line.split() for line in out.stdout.decode().splitlines()[2:]]
