"""Tables of answers as schools save them, and what is refused, with its line."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.assessment.sheet_file import read_sheets
from milkit.ground.errors import AnswersUnclear


def saved(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "answers.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_table_as_a_spreadsheet_saves_it(tmp_path):
    text = "Learner;Phase;i1;i2;\r\n007;Pre;r;;\r\n7; post ;F;R;\r\n\r\n"
    table = read_sheets(saved(tmp_path, text, "utf-8-sig"))
    assert table.items == ("i1", "i2")
    assert [(one.code, one.phase) for one in table.sheets] == [
        ("007", "pre"),
        ("7", "post"),
    ]
    assert table.sheets[0].answers == {"i1": "R", "i2": None}
    assert table.letters


def test_a_short_line_is_read_and_told(tmp_path):
    table = read_sheets(saved(tmp_path, "learner,phase,a,b\n1,pre,R\n2,pre,F,R\n"))
    assert table.short == (2,)
    assert table.sheets[0].answers == {"a": "R", "b": None}


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "columns"),
        ("learner,phase\n1,pre\n", 1, "columns"),
        ("code,phase,i1\n1,pre,R\n", 1, "columns"),
        ("learner,phase,i1,i1\n1,pre,R,R\n", 1, "columns"),
        ("learner,phase,i1\n,pre,R\n", 2, "code"),
        ("learner,phase,i1\n1,mid,R\n", 2, "phase"),
        ("learner,phase,i1\n1,pre,R\n\n2,pre,yes\n", 4, "answer"),
        ("learner,phase,i1\n1,pre,R\n1,post,R\n1,pre,F\n", 4, "twice"),
        ("learner,phase,i1\n1,pre,R,F\n", 2, "long"),
        ("learner,phase,i1\n1,pre,R\n2,pre,1\n", 1, "mixed"),
        ("learner,phase,i1\n1,pre,\udcff\n", 1, "table"),
    ],
)
def test_refusals_name_the_line(tmp_path, text, line, why):
    path = tmp_path / "answers.csv"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(AnswersUnclear) as told:
        read_sheets(path)
    assert (told.value.line, told.value.why) == (line, why)


CELLS = st.sampled_from(["learner", "phase", "pre", "post", "R", "1", '"', ",", "\n"])


@settings(max_examples=80, deadline=None)
@given(st.lists(CELLS, max_size=30))
def test_no_text_crashes_it(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("any") / "answers.csv"
    path.write_text("".join(cells), encoding="utf-8")
    with contextlib.suppress(AnswersUnclear):
        assert read_sheets(path).items
