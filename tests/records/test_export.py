"""What leaves for other programs agrees with the tables, and keeps what is private."""

import csv
import io
import zipfile

import pytest

from milkit.ground.errors import FileUnknown, FileUnreadable
from milkit.records import check_happenings as c
from milkit.records import checks
from milkit.records import happenings as h
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.records.export import ANSWERS, MEANINGS, SHEETS, export, read_log
from milkit.records.sample import outline, sample
from tests.records.test_store import HAND, START
from tests.teaching.conftest import CORE, lesson_in


@pytest.fixture(scope="module")
def outlines():
    return [outline(lesson_in("find-the-first-photo"))]


def rows_of(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_for_each_count_and_one_for_a_run_without(records, tmp_path):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    records.tell(
        run, h.CountsSet("second-vote", "second-vote", {"not": 33}, "first-vote")
    )
    records.tell(new_id(), START)
    done = export(records, tmp_path / "all.csv", "csv")
    rows = rows_of(done.path)
    assert done.rows == len(rows) == 3
    assert [(r["activity"], r["option"], r["hands"], r["again_of"]) for r in rows] == [
        ("first-vote", "fits", "1", ""),
        ("second-vote", "not", "33", "first-vote"),
        ("", "", "", ""),
    ]
    assert rows[0]["present"] == "33"
    assert rows[2]["present"] == ""


def test_the_export_says_what_the_screens_say(records, outlines, tmp_path):
    records.merge(sample(outlines, 30, 3))
    export(records, tmp_path / "all.csv", "csv")
    rows = rows_of(tmp_path / "all.csv")
    for run in records.runs():
        mine = [row for row in rows if row["run"] == run.id]
        assert {row["present"] for row in mine} == {str(run.present)}
        assert {row["made_up"] for row in mine} == {"1"}
        counts = records.run(run.id).counts
        assert len(mine) == sum(len(hands) for hands in counts.values()) or 1
        for row in mine:
            if row["activity"]:
                there = counts[row["activity"], row["question"]]
                assert int(row["hands"]) == there[row["option"]]


def test_no_cell_is_a_formula(records, tmp_path):
    records.tell(new_id(), START._replace(class_name='=HYPERLINK("x")', title="@SUM"))
    export(records, tmp_path / "all.csv", "csv")
    (row,) = rows_of(tmp_path / "all.csv")
    assert (row["class"], row["title"]) == ('\'=HYPERLINK("x")', "'@SUM")
    export(records, tmp_path / "all.xlsx", "xlsx")
    with zipfile.ZipFile(tmp_path / "all.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "=HYPERLINK" in book.read("xl/sharedStrings.xml").decode()


def test_the_workbook_has_a_sheet_a_kind_and_a_codebook(records, outlines, tmp_path):
    records.merge(sample(outlines, 5, 1))
    assert export(records, tmp_path / "all.xlsx", "xlsx").rows == 5
    with zipfile.ZipFile(tmp_path / "all.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        assert all(
            f'name="{title}"' in names for title, _ in (*SHEETS, ("Codebook", ""))
        )


def test_answers_of_checks_are_codes_and_say_what_is_true(records, tmp_path):
    items, true = ("i1", "i2"), ("i2",)
    given = c.Given(
        "I1", "A check", "en", "", "", 2, "before", "paper", "AB", False, items, true
    )
    about = checks.give(records, given)
    for code, item, answer in (
        ("1", "i1", "real"),
        ("1", "i2", ""),
        ("2", "i2", "real"),
    ):
        checks.tell(records, about, c.Keyed(code, item, answer))
    names, rows = records.table(ANSWERS)
    assert names == ["given", "phase", "code", "form", "item", "answer", "true"]
    assert [row[2:] for row in rows] == [
        ("1", "A", "i1", "real", 0),
        ("1", "A", "i2", "", 1),
        ("2", "B", "i2", "real", 1),
    ]
    checks.tell(records, about, c.Absent("2", absent=True))
    assert [row[2] for row in records.table(ANSWERS)[1]] == ["1", "1"]
    export(records, tmp_path / "all.xlsx", "xlsx")
    with zipfile.ZipFile(tmp_path / "all.xlsx") as book:
        answers = book.read("xl/worksheets/sheet6.xml").decode()
        assert answers.count("<row ") == 3


@pytest.mark.parametrize(("title", "query"), SHEETS)
def test_the_codebook_knows_every_column(records, title, query):
    own = {"title", "step", "activity", "question"}  # say what they are
    assert set(records.table(query)[0]) <= set(MEANINGS) | own


def test_the_log_goes_out_and_comes_in_again_without_the_private_line(
    records, another, tmp_path
):
    run = new_id()
    records.save_class(SchoolClass(new_id(), "ม.2/1", 41, (13, 14), "th"))
    records.tell(run, START)
    records.tell(run, h.LineWritten("They were tired."))
    records.tell(run, HAND)
    done = export(records, tmp_path / "log.jsonl", "jsonl")
    assert done.rows == 3
    assert "tired" not in done.path.read_text(encoding="utf-8")
    there = another()
    merged = there.merge(read_log(done.path))
    assert (merged.added, merged.known) == (3, 0)
    assert there.merge(read_log(done.path)).known == 3
    assert there.classes() == records.classes()
    assert there.runs()[0].line == ""
    export(records, tmp_path / "log.jsonl", "jsonl", private=True)
    assert there.merge(read_log(done.path)).added == 1
    assert there.run(run) == records.run(run)


def test_a_broken_log_is_refused_and_nothing_of_it_taken(records, another, tmp_path):
    records.tell(new_id(), START)
    path = tmp_path / "log.jsonl"
    export(records, path, "jsonl")
    path.write_text(path.read_text(encoding="utf-8") + '{"id": "half', encoding="utf-8")
    there = another()
    with pytest.raises(FileUnknown):
        there.merge(read_log(path))
    assert list(there.events()) == []
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileUnknown):
        there.merge(read_log(path))
    with pytest.raises(FileUnreadable):
        there.merge(read_log(tmp_path / "none.jsonl"))


def test_made_up_runs_are_the_same_for_a_seed_and_come_once(records, outlines):
    first = records.merge(sample(outlines, 20, 7))
    again = records.merge(sample(outlines, 20, 7))
    assert (again.added, again.known) == (0, first.added)
    assert records.merge(sample(outlines, 20, 8)).known == 0
    assert len(records.runs()) == 40
    assert all(run.sample for run in records.runs())
    assert records.open_run() is None
    assert {run.how for run in records.runs()} <= {"finished", "abandoned"}
    assert records.check() == []


def test_every_bundled_lesson_can_be_made_up(records):
    folders = sorted(path.parent.name for path in CORE.glob("*/en.md"))
    records.merge(sample([outline(lesson_in(f)) for f in folders], 60, 1))
    assert len({run.lesson for run in records.runs()}) == len(folders)
    assert list(sample([], 3)) == []
