"""Class results: what may be said, what is hidden, and one truth in all forms."""

import csv
import io
import re
import zipfile

import pytest

from milkit.activities.paper import Table, inside
from milkit.ground.words import words
from milkit.records import check_happenings as c
from milkit.records import checks
from milkit.reports import files, paper, results_words
from milkit.reports.results import listed, results
from tests.reports.fixtures import (
    ITEMS,
    TEXTS,
    TRUE,
    both,
    give,
    key,
    make_class,
    sheets,
)

W = words("en")


def told(found):
    return results_words.report(found, W)


def test_a_class_that_learnt(records, clock):
    group = make_class(records)
    both(records, clock, group, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    found = results(records, group.id, "I1", TEXTS)
    assert found.matched == 38
    assert found.reading.telling == 1
    assert found.after.gap > found.before.gap
    assert found.figures.d_prime.ci[0] > 0
    report = told(found)
    assert report.head == "Your class became better at telling true from false."
    assert f"{found.before.hits} of 100 true ones" in report.text
    assert report.tone == "good"
    assert "38 of 38 students did both checks" in report.facts
    assert "before: 4 Nov 2026" in report.facts
    assert report.tables[1].rows[0][0].value == "Post number 5"


def test_a_change_is_never_called_an_effect(records, clock):
    group = make_class(records)
    both(records, clock, group, sheets(38, 0.9, 0.7), sheets(38, 0.3, 0.1, 2))
    found = results(records, group.id, "I1", TEXTS)
    assert found.reading == (0, 1)
    report = told(found)
    assert report.head == (
        "Your class became more doubting, not better at telling apart."
    )
    whole = " ".join([report.head, report.text, *report.sure])
    assert "cannot prove what caused" in whole
    assert not re.search(r"effect|impact|proves", whole)


def test_few_students_leave_no_figure_in_the_data(records, clock):
    group = make_class(records, students=9)
    both(records, clock, group, sheets(9, 0.5, 0.5), sheets(9, 0.9, 0.1))
    found = results(records, group.id, "I1", TEXTS)
    assert found.few
    assert (found.before, found.after, found.figures, found.items) == (
        None,
        None,
        None,
        (),
    )
    assert found.matched is None
    report = told(found)
    assert report.tables == ()
    assert "from 10 students on" in report.text
    assert not results(records, group.id, "I1", TEXTS, least=5).few
    nine = results(records, group.id, "I1", TEXTS, least=1)
    assert nine.least == 5


def test_those_who_did_one_check_only_are_left_out(records, clock):
    group = make_class(records)
    before = sheets(20, 0.5, 0.5)
    after = {code: row for code, row in sheets(29, 0.9, 0.1).items() if int(code) > 10}
    both(records, clock, group, before, after)
    found = results(records, group.id, "I1", TEXTS)
    assert found.matched == 10
    assert found.before.n == found.after.n == 10
    assert all(one.n_before <= 10 for one in found.items)


def test_percentages_are_held_for_few_and_said_so(records, clock):
    group = make_class(records, students=12)
    perfect = {str(n): "RRRRFFFF" for n in range(1, 13)}
    both(records, clock, group, sheets(12, 0.6, 0.4), perfect)
    found = results(records, group.id, "I1", TEXTS)
    assert (found.after.hits, found.after.alarms) == (95, 5)
    shown = [cell.shown for row in told(found).tables[1].rows for cell in row]
    assert "≥ 95%" in shown
    assert "100%" not in shown


def test_an_item_that_few_answered_is_hidden(records, clock):
    group = make_class(records, students=20)
    before, after = sheets(20, 0.5, 0.5), sheets(20, 0.8, 0.2)
    cut = {c: row[:7] + ("?" if int(c) > 5 else row[7]) for c, row in before.items()}
    cut_after = {
        c: row[:7] + (" " if int(c) > 5 else row[7]) for c, row in after.items()
    }
    both(records, clock, group, cut, cut_after)
    found = results(records, group.id, "I1", TEXTS)
    assert "i8" not in {one.id for one in found.items}
    assert found.hidden_items == 1
    assert "1 item is hidden" in told(found).hidden


def test_only_the_check_before(records, clock):
    group = make_class(records)
    key(records, give(records, clock, group, "before"), sheets(30, 0.6, 0.4))
    found = results(records, group.id, "I1", TEXTS)
    assert found.reading is None
    assert found.before is not None
    assert found.after is None
    assert told(found).head == "The check before is done."
    assert results(records, group.id, "I9") is None
    assert [one.check for one in listed(records)] == ["I1"]
    assert listed(records)[0].after_on is None


def test_hands_say_what_the_class_said_and_no_more(records, clock):
    group = make_class(records)
    for phase, hit, alarm in (("before", 20, 18), ("after", 30, 9)):
        about = give(records, clock, group, phase, way="hands", forms="A")
        for item in ITEMS:
            real = hit if item in TRUE else alarm
            counts = {"real": real, "false": 36 - real, "unsure": 2}
            checks.tell(records, about, c.TotalsTyped(item, counts))
    found = results(records, group.id, "I1", TEXTS)
    assert found.counted
    assert found.reading is None
    assert (found.before.hits, found.before.alarms) == (56, 50)
    assert (found.after.hits, found.after.alarms) == (83, 25)
    report = told(found)
    assert report.head == "These are the answers of your class before and after."
    assert any("cannot be said how sure" in line for line in report.sure)


@pytest.mark.parametrize("lang", ["en", "th", "my", "vi"])
def test_print_and_files_say_what_the_report_says(records, clock, lang):
    w = words(lang)
    group = make_class(records, "=1+1 Melati")
    both(records, clock, group, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    texts = TEXTS | {"i1": "@here is a post", "i2": '<b>bold & "brave"'}
    report = results_words.report(results(records, group.id, "I1", texts), w)
    cells = [[c.shown for c in row] for t in report.tables for row in t.rows]

    sheet = paper.sheet(report, w)
    printed = [
        [unescaped(cell) for cell in row]
        for block in sheet.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert printed == cells
    bar = inside(sheet.blocks[1])
    assert unescaped(bar[0].html) == f"<b>{report.head}</b>"

    rows = list(csv.reader(io.StringIO(files.as_csv(report).decode("utf-8-sig"))))
    values = [[as_file(c.value) for c in row] for t in report.tables for row in t.rows]
    assert [row for row in rows if len(row) > 1 and row in values] == values
    in_book = book_cells(files.as_xlsx(report, w))
    for table in report.tables:
        for row in table.rows:
            for cell in row:
                if isinstance(cell.value, str):
                    assert cell.value in in_book["text"]
                elif cell.value is not None:
                    assert cell.value in in_book["numbers"]
    for column in report.tables[0].columns:
        assert column.meaning in in_book["text"]
    assert not in_book["formulas"]


def test_what_is_shown_is_the_number_in_the_file(records, clock):
    group = make_class(records)
    both(records, clock, group, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    for table in told(results(records, group.id, "I1", TEXTS)).tables:
        for row in table.rows:
            for cell in row:
                if isinstance(cell.value, (int, float)):
                    plain = cell.shown.strip("%≥≤ +").replace("−", "-")
                    assert float(plain) == cell.value


def unescaped(text):
    for mark, letter in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(mark, letter)
    return text


def as_file(value):
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@")):
        return f"'{value}"
    return "" if value is None else str(value)


def book_cells(content):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = book.read("xl/sharedStrings.xml").decode()
        sheets_ = [
            book.read(name).decode()
            for name in book.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]
    text = {
        unescaped(t.replace("&quot;", '"'))
        for t in re.findall(r"<t[^>]*>(.*?)</t>", shared, re.DOTALL)
    }
    numbers = {
        float(n)
        for one in sheets_
        for n in re.findall(r"<c r=\"\w+\"><v>([^<]*)</v>", one)
    }
    return {
        "text": text,
        "numbers": numbers,
        "formulas": any("<f>" in one for one in sheets_),
    }
