"""Keying sheets: each key saved, undo, absent, every fifth twice, forms by code."""

import pytest

from milkit.content.instrument_file import read_instrument
from milkit.ground import paths
from milkit.records import checks
from milkit.records.check_happenings import Given
from milkit.records.check_state import AWAY, DIFFERS, DONE
from milkit.teaching.keying import EMPTY, Keying

CHECK = read_instrument(paths.bundled_lessons() / "core" / "checks" / "I1" / "en.toml")


@pytest.fixture
def about(records):
    return checks.give(
        records,
        Given(
            CHECK.id, CHECK.title, "en", "c", "9 Anggrek", 12, checks.BEFORE,
            checks.PAPER, "AB", True, CHECK.ids(short=True),
            CHECK.true_ids(short=True),
        ),
    )  # fmt: skip


@pytest.fixture
def keying(records, about):
    return Keying(records, about, CHECK)


def sheet(keying, answers):
    for answer in answers:
        keying.key(answer)


def test_a_sheet_is_keyed_in_the_order_of_its_paper(keying, records, about):
    sheet(keying, ["real"] * 7 + [EMPTY])
    assert keying.whole
    paper = [item.id for item in CHECK.asked("A", short=True)]
    kept = checks.read(records, about).sheet("1").final()
    assert kept == dict.fromkeys(paper[:7], "real") | {paper[7]: ""}
    keying.key("false")  # a key too many changes nothing
    assert checks.read(records, about).sheet("1").final() == kept


def test_the_second_code_has_the_other_form(keying):
    first = [item.id for item in keying.items]
    sheet(keying, ["real"] * 8)
    keying.next()
    assert (keying.code, keying.form) == ("2", "B")
    assert [item.id for item in keying.items] != first
    assert sorted(item.id for item in keying.items) == sorted(first)


def test_undo_goes_back_over_sheets(keying):
    sheet(keying, ["real"] * 8)
    keying.next()
    keying.key("false")
    assert keying.last() == ("2", 0, "false")
    keying.undo()
    assert (keying.code, keying.at, keying.answer(0)) == ("2", 0, None)
    keying.undo()
    assert (keying.code, keying.at, keying.answer(7)) == ("1", 7, None)
    for _ in range(7):
        keying.undo()
    assert not keying.can_undo
    keying.undo()
    assert keying.keyed == 0


def test_the_fifth_sheet_is_keyed_twice_without_showing_the_first(keying):
    keying.go("5")
    sheet(keying, ["real"] * 8)
    assert keying.second_due()
    keying.next()
    assert (keying.code, keying.again, keying.keyed) == ("5", True, 0)
    sheet(keying, ["real"] * 6)
    assert keying.differing() == []
    sheet(keying, ["false", "real"])
    ((code, items),) = keying.differing()
    assert code == "5"
    assert len(items) == 1
    assert keying.state.how("5") == DIFFERS
    assert keying.twice() == (1, 8, 7)
    assert keying.number_of("5", items[0]) == 7
    keying.settle("5", items[0], "false")
    assert keying.differing() == []
    assert keying.state.how("5") == DONE
    keying.next()
    assert (keying.code, keying.again) == ("6", False)


def test_absent_is_left_out_and_can_be_taken_back(keying):
    keying.set_absent(absent=True)
    assert keying.state.how("1") == AWAY
    keying.key("real")
    assert keying.state.sheet("1").first == {}
    keying.next()
    assert keying.code == "2"
    keying.go("1")
    keying.set_absent(absent=False)
    keying.key("real")
    assert keying.keyed == 1


def test_it_goes_on_where_it_stopped(keying, records, about):
    sheet(keying, ["real"] * 8)
    keying.next()
    sheet(keying, ["real"] * 3)
    again = Keying(records, about, CHECK)
    assert (again.code, again.at) == ("2", 3)


def test_all_sheets_to_the_end(keying):
    for _ in range(40):
        if keying.finished() and not keying.second_due() and not keying.again:
            break
        sheet(keying, ["real"] * (8 - keying.at))
        keying.next()
    assert keying.finished()
    assert keying.state.done() == 12
    assert keying.twice() == (2, 16, 16)
