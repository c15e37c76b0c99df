"""How sheets are shared out over pages."""

import pytest
from PySide6.QtGui import QImage, QPainter

from milkit.activities import paper as p
from milkit.activities.paper import Sheet
from milkit.press.ink import MARGIN, MM, paper
from milkit.press.item import Item, gap, nothing
from milkit.press.pages import Margin, laid, parted
from tests.press.conftest import text_of

LONG = "Look at the post with your partner, and write down what you can see in it. " * 3


def sheet(*blocks, **more):
    return Sheet("s", "Title", blocks, **more)


def item(height, **more):
    return Item(height, nothing, **more)


def test_nothing_is_left_at_the_end_that_must_stay_with_the_next():
    heading, body = item(10, stay=True), item(50)
    pages = parted([item(45), heading, body], 100)
    assert pages == [[item(45)], [heading, body]]


def test_empty_room_neither_opens_nor_makes_a_page():
    pages = parted([item(95), gap(10), item(20), gap(200)], 100)
    assert [len(page) for page in pages] == [2, 2]
    assert pages[1][0].height == 20


def test_what_is_all_headings_is_not_moved_for_ever():
    pages = parted([item(60, stay=True), item(60, stay=True), item(60)], 100)
    assert [len(page) for page in pages] == [1, 1, 1]


def test_a_head_stands_again_on_each_page_of_its_table():
    head = item(10, stay=True)
    rows = [item(40, head=(head,)) for _ in range(5)]
    pages = parted([head, *rows], 100)
    assert [page[0] for page in pages] == [head] * 3
    assert sum(row in page for page in pages for row in rows[:1]) == 3


def test_a_break_starts_a_page_and_one_at_the_end_adds_none(printed):
    done, _ = printed(sheet(p.Text("One"), p.Break(), p.Text("Two"), p.Break()))
    assert len(done.pages) == 2


def test_a_table_breaks_over_pages_with_its_head(printed):
    rows = tuple((str(n), LONG) for n in range(1, 26))
    done, path = printed(sheet(p.Table(("Number", "What to do"), rows, (0.2, 0.8))))
    texts = text_of(path)
    assert len(texts) == len(done.pages) > 1
    assert all("What to do" in text for text in texts)
    found = [word for text in texts for word in text.split() if word.isdigit()]
    assert [n for n in map(str, range(1, 26)) if n not in found] == []


def test_a_question_stays_with_the_lines_for_its_answer(printed):
    blocks = []
    for n in range(1, 15):
        blocks += [p.Text(f"<b>{n}.</b>  Question{n}?"), p.Lines(3)]
    done, _ = printed(sheet(*blocks, per="4"))
    assert len(done.pages) > 1
    for page in done.pages:
        assert not page.items[-1][2].stay


def test_a_small_sheet_stands_four_on_a_page_with_lines_to_cut(printed):
    slip = sheet(p.Text("Answer one question."), p.Lines(2, "Why?"), per="1", up=4)
    done, path = printed(slip)
    assert (done.up, len(done.pages), len(done.pages[0].cuts)) == (4, 1, 2)
    assert text_of(path)[0].count("Answer one question.") == 4


def test_a_slip_too_long_for_four_stands_twice_or_once(printed):
    long = sheet(p.Text(LONG * 6), per="1", up=8)
    assert printed(long)[0].up == 2
    longer = sheet(*[p.Lines(6, f"Question {n}?") for n in range(5)], per="1", up=4)
    assert printed(longer)[0].up == 1


def test_pictures_become_smaller_only_to_save_a_page(printed):
    four = p.Cards(tuple((p.Heading(c, 3), p.Picture("x")) for c in "ABCDEF"))
    small = printed(sheet(four, p.Lines(2, "Look"), per="4"))[0]
    assert len(small.pages) == 1
    big = printed(sheet(p.Specimen((p.Picture("x"),))))[0]
    assert max(item.height for _, _, item in big.pages[0].items) > 100 * MM


def test_lines_come_closer_to_save_a_page(printed, ink):
    texts = [p.Text(LONG) for _ in range(16)]
    done, _ = printed(sheet(*texts))
    assert len(done.pages) == 1
    steps = {item.height for _, _, item in done.pages[0].items if not item.empty}
    assert min(steps) < ink().step(10.5)


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_nothing_runs_over_the_edge_of_the_page(printed, size):
    blocks = [
        p.Heading("Part"),
        p.Text(LONG),
        p.Picture("x"),
        p.Lines(3),
        p.Bullets((LONG,)),
    ]
    tall = p.Cards(((p.Text("word " * 900, study=True),), (p.Text("short"),)))
    done, _ = printed(sheet(*blocks * 6, tall, per="4"), size=size)
    for page in done.pages:
        for _, top, item in page.items:
            assert item.empty or top + item.height <= paper(size).height - MARGIN


def test_credits_are_never_cut_off(printed):
    credit = "Drawing: a shop street under water. MIL Kit contributors, 2026. " * 3
    _, path = printed(sheet(p.Text("x")), margin=Margin("h", "7B", credit.strip()))
    text = " ".join(text_of(path)[0].split())
    assert text.count("contributors") == 3
    assert "7B" in text


def test_students_sheets_have_room_for_name_and_class(printed):
    write = (p.Text("Look."), p.Lines(2))
    teachers = sheet(*write, per="4", teacher_only=True)
    assert "Name" in text_of(printed(sheet(*write, per="4"))[1])[0]
    assert "Name" not in text_of(printed(sheet(*write))[1])[0]
    assert "Name" not in text_of(printed(teachers)[1])[0]


def test_what_is_for_the_teacher_says_so_on_each_page(printed):
    done, path = printed(sheet(p.Text("x"), p.Break(), p.Text("y"), teacher_only=True))
    assert len(done.pages) == 2
    assert all("Teacher only" in text for text in text_of(path))


def test_letter_leaves_less_room_than_a4(ink):
    long = sheet(*[p.Text(LONG) for _ in range(90)])
    used = [
        laid(long, Margin(), paper(size), ink()).pages[0].items[-1][1]
        for size in ("a4", "letter")
    ]
    assert used[0] - used[1] > 10 * MM


def test_an_item_taller_than_a_page_is_made_smaller(ink):
    high = p.Side((p.Text("word " * 1200),), (p.Text("x"),))
    done = laid(sheet(high), Margin(), paper("a4"), ink())
    heights = [item.height for page in done.pages for _, _, item in page.items]
    assert max(heights) <= paper("a4").height - 2 * MARGIN
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    done.pages[-1].items[0][2].draw(painter, 0, 0)
    painter.end()
