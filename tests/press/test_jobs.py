"""How often pages are printed, and what the copy shop is told."""

import re

import pytest
from PySide6.QtPrintSupport import QPrinter

from milkit.ground.words import words
from milkit.press.ink import paper
from milkit.press.jobs import jobs, send, slip
from milkit.press.pages import Margin, laid
from milkit.press.parts import Printing
from milkit.press.printer import layout, to_pdf
from tests.press.conftest import text_of
from tests.press.lessons import lesson


@pytest.fixture
def stacks(ink):
    made = Printing(lesson(), ink(), paper("a4"))
    names = ("plan", "handout-pair", "handout-slip", "key")
    return [(stack, made.ink) for name in names for stack in made.lay(name)]


def test_each_sheet_is_a_job_with_its_copies(stacks):
    made = jobs(stacks, 47)
    assert [job.copies for job in made] == [1, 12, 12, 1]
    assert [len(job.pages) for job in made] == [
        len(stack.laid.pages) for stack, _ in stacks
    ]


def test_a_printer_that_cannot_count_gets_every_page(stacks, tmp_path):
    path = tmp_path / "out.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(layout(paper("a4")))
    seen = []
    wanted = jobs(stacks, 10, spare=2)
    send(printer, wanted, paper("a4"), lambda *n: seen.append(n))
    total = sum(stack.paper(10, 2) for stack, _ in stacks)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes())) == total
    assert seen[-1] == (total, total)


def test_the_slip_says_how_many_copies_of_which_pages(stacks, ink, tmp_path):
    sheet = slip(stacks, 47, 3, "A4", words("en"))
    made = laid(sheet, Margin("MIL Kit"), paper("a4"), ink())
    to_pdf(tmp_path / "s.pdf", [(p, ink()) for p in made.pages], paper("a4"))
    (text,) = text_of(tmp_path / "s.pdf")
    total = sum(stack.paper(47, 3) for stack, _ in stacks)
    assert f"{total} sheets of A4" in text
    assert "Lesson plan: Find the first photo" in text
    assert re.search(r"2 to 3\s+Pair sheet: the footbridge\s+15\s+30", text)
    assert "For 47 students. 3 more copies" in text
