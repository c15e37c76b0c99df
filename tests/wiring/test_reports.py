"""From the classes to the results, and from the results to paper and files."""

import re
import shutil
import subprocess
import zipfile

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from milkit.ground import settings as choices
from tests.reports.fixtures import both, make_class, sheets
from tests.reports.fixtures import teach as lesson
from tests.screens.conftest import built, data  # noqa: F401 - fixtures
from tests.test_app import kit  # noqa: F401 - a fixture


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """Answer the system's question where to save."""
    paths = []

    def answer(_parent, _title, _usual, wanted):
        ending = wanted.split("*")[1].rstrip(")")
        paths.append(tmp_path / f"report{ending}")
        return str(paths[-1]), wanted

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    return paths


class Wound:
    """Stands in for the clock of made-up events."""

    time = None


@pytest.fixture
def app(kit):  # noqa: F811
    made = kit()
    records = made.parts.records
    group = make_class(records)
    both(records, Wound(), group, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    lesson(records, Wound(), group, (2026, 8, 3))
    made.group = group
    return made


def test_from_the_checks_of_a_class_to_its_results_and_back(app):
    app.go("classes")
    app.go("checks", app.group.id)
    app.pages["checks"].results_asked.emit(app.group.id)
    assert app.window.page is app.pages["results"]
    assert "8 Melati" in app.window.page.report.title
    app.go_back()
    assert app.window.page is app.pages["checks"]


def test_from_the_reports_to_results_and_a_lesson(app):
    app.go("reports")
    app.pages["reports"].results_chosen.emit(app.group.id, "I1")
    page = app.window.page
    assert page is app.pages["results"]
    page.next.click()
    assert app.window.page is app.pages["lesson"]
    app.go_back()
    assert app.window.page is page


def test_paper_and_files_hold_what_is_on_the_screen(app, chosen):
    app.go("results", app.group.id, "I1")
    page = app.window.page
    for button in (page.csv, page.xlsx, page.print):
        button.click()
    csv, xlsx, pdf = chosen
    numbers = [
        cell.shown
        for table in page.report.tables
        for row in table.rows
        for cell in row[1:]
    ]
    text = csv.read_text(encoding="utf-8-sig")
    assert page.report.head in text
    assert zipfile.is_zipfile(xlsx)
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    out = subprocess.run([tool, "-layout", pdf, "-"], capture_output=True, check=True)
    printed = re.split(r"\s+", out.stdout.decode().replace("\xa0", " "))
    for shown in numbers:
        assert all(part in printed for part in shown.split()), shown


def test_the_smallest_group_is_kept(app):
    app.go("reports")
    app.pages["reports"].least._toggle("15")
    assert choices.read(app.parts.folder).smallest_group == 15
    app.go("results", app.group.id, "I1")
    assert app.window.page._least == 15
