from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from milkit.content.draft import read_draft
from milkit.content.lesson import Activity, Note
from milkit.content.read import read_lesson
from milkit.content.text import decode
from milkit.ground.errors import FileUnreadable, LessonBroken
from tests.content.conftest import EXAMPLE

TEXT = (EXAMPLE / "en.md").read_text(encoding="utf-8")


def test_the_example_is_read_whole(folder):
    lesson = read_lesson(folder / "en.md")
    assert (lesson.id, lesson.lang, lesson.title) == (
        "L14",
        "en",
        "Find the first photo",
    )
    assert [s.id for s in lesson.core] == [
        "look",
        "vote",
        "trace",
        "pair",
        "six",
        "close",
    ]
    assert lesson.kinds == ("discuss", "poll", "trace", "rate", "create")
    assert lesson.pictures["flood-cut"].cut == (0.42, 0.18, 0.55, 0.74)
    assert lesson.credits["flood.svg"].startswith(
        "Drawing: a shop street under water. MIL Kit"
    )
    assert lesson.facts[0].review_by.year == 2028
    assert [b.week for b in lesson.boosters] == [1, 4]
    assert [h.per for h in lesson.handouts] == ["class", "4", "4", "1", "1"]


def test_a_step_holds_its_notes_beats_and_activities_in_order(folder):
    step = read_lesson(folder / "en.md").steps[2]
    assert step.lead.startswith("Show the three moves with the four copies")
    names = [
        b.label if isinstance(b, Note) else b.id
        for b in step.blocks
        if not isinstance(b, str)
    ]
    assert names[:6] == ["students", "beat", "say", "do", "flood-trace", "beat"]
    assert [n.minutes for n in step.notes("beat")] == [2, 5, 3, 2]
    answers = step.notes("likely")[0].answers
    assert [a.mark for a in answers] == ["+", "+", "~", "-"]
    assert answers[0].said == "C, D, B, A. C is the oldest copy."


def test_shared_data_is_filled_in(folder):
    lesson = read_lesson(folder / "en.md")
    first, second = (
        lesson.activity(name).data for name in ("first-vote", "second-vote")
    )
    assert first.claim == second.claim == lesson.activity("flood-trace").data.claim
    assert second.options == first.options
    assert second.again == "first-vote"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_any_line_ends_and_a_byte_order_mark_are_read(folder, ends, mark):
    path = folder / "en.md"
    wanted = read_lesson(path)
    path.write_bytes(mark + TEXT.replace("\n", ends).encode())
    assert read_lesson(path) == wanted


def test_bad_letters_are_named_with_their_line(folder):
    path = folder / "en.md"
    path.write_bytes(
        TEXT.encode().replace(b"A photo can travel", b"A phot\xf6 can travel")
    )
    with pytest.raises(LessonBroken) as caught:
        read_lesson(path)
    line = TEXT[: TEXT.index("A photo can travel")].count("\n") + 1
    assert (line, "these letters are not UTF-8") in [
        p[:2] for p in caught.value.problems
    ]


def test_a_lesson_with_html_is_refused_and_says_where(edit):
    path = edit("A photo can travel.", "<script>alert(1)</script>")
    with pytest.raises(LessonBroken) as caught:
        read_lesson(path)
    assert any(
        "HTML stands in the text" in what for _, what, _ in caught.value.problems
    )
    assert caught.value.path == path


def test_a_lesson_whose_names_lead_nowhere_is_refused(edit):
    with pytest.raises(LessonBroken) as caught:
        read_lesson(edit('again = "first-vote"', 'again = "no-vote"'))
    assert "no earlier poll “no-vote”" in caught.value.problems[0][1]


def test_a_missing_file_is_a_mishap(tmp_path):
    with pytest.raises(FileUnreadable):
        read_lesson(tmp_path / "en.md")


def test_broken_bytes_decode_to_something():
    text, flaws = decode(b"a\xff\r\nb\x00")
    assert text == "a\ufffd\nb\ufffd"
    assert [flaw.line for flaw in flaws] == [1]


@settings(max_examples=60)
@given(st.binary(max_size=400))
@example(b"+++")
@example(b"+++\n+++\n## {#a minutes=9999999999999999999999}\n```poll id=a\n")
@example(b"+++\nx = " + b"[" * 2000 + b"\n+++\n")
@example(b"+++\nx = " + b"9" * 5000 + b"\n+++\n")
def test_no_bytes_break_the_reader(raw):
    draft = read_draft(raw, "en")
    assert draft.flaws


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_cut_of_a_lesson_breaks_the_reader(data):
    """Lines of a real lesson are dropped, doubled and moved."""
    lines = TEXT.split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    end = data.draw(st.integers(start, len(lines)))
    to = data.draw(st.integers(0, len(lines)))
    moved = lines[start:end]
    rest = lines[:start] + lines[end:] if data.draw(st.booleans()) else lines
    mixed = "\n".join(rest[:to] + moved + rest[to:])
    read_draft(mixed.encode(), "en")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_slip_of_the_pen_breaks_the_reader(data):
    place = data.draw(st.integers(0, len(TEXT)))
    length = data.draw(st.integers(0, 30))
    typed = data.draw(st.text(alphabet='"[]{}=#`*<>|\\+-~ \nab1é\u200b', max_size=8))
    read_draft((TEXT[:place] + typed + TEXT[place + length :]).encode(), "en")


def test_all_activities_of_the_bundled_lessons_are_read():
    for path in sorted(Path("lessons/core").glob("*/*.md")):
        lesson = read_lesson(path)
        assert all(isinstance(a, Activity) and a.data for a in lesson.every_activity)
