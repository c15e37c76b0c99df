"""Paper of a check: numbers, no names, nothing of the key but on its own sheet."""

from dataclasses import fields, is_dataclass

import pytest

from milkit.content import check_sheets
from milkit.content.instrument_file import read_instrument
from milkit.ground import paths
from milkit.ground.words import words

CHECKS = paths.bundled_lessons() / "core" / "checks"
W = words("en")


def read(name, lang="en"):
    return read_instrument(CHECKS / name / f"{lang}.toml")


def texts(block):
    """Give every text in blocks and what they hold."""
    if isinstance(block, str):
        return [block]
    if is_dataclass(block):
        return [t for f in fields(block) for t in texts(getattr(block, f.name))]
    if isinstance(block, tuple | list):
        return [t for part in block for t in texts(part)]
    return []


@pytest.mark.parametrize("name", ["I1", "I2", "I3"])
def test_a_students_sheet_has_each_item_and_no_reason(name):
    check = read(name)
    for form in check.forms:
        sheet = check_sheets.question_sheet(check, form, W)
        said = "\n".join(texts(sheet.blocks))
        assert not sheet.teacher_only
        for item in check.items:
            wording = item.forms[form]
            assert wording.text in said
            assert not wording.why or wording.why not in said
            assert not any(level in said for level in wording.levels)


def test_the_short_form_has_half_the_items():
    check = read("I1")
    sheet = check_sheets.question_sheet(check, "A", W, short=True)
    said = "\n".join(texts(sheet.blocks))
    here = [item.id for item in check.items if item.forms["A"].text in said]
    assert tuple(here) == check.ids(short=True)


def test_two_forms_are_printed_for_half_the_class_each():
    check = read("I1")
    assert check_sheets.question_sheet(check, "A", W, half=True).per == "2"
    assert check_sheets.question_sheet(check, "A", W).per == "1"
    assert check_sheets.question_sheet(check, "A", W).coded


def test_slips_say_which_sheet_a_number_takes():
    sheet = check_sheets.code_slips("8 <Melati>", "BA", 4, W)
    cards = sheet.blocks[1].cards
    assert [card[1].html for card in cards] == [
        f"8 &lt;Melati&gt;<br><b>Sheet {form}</b>" for form in "BABA"
    ]
    alone = check_sheets.code_slips("8 Melati", "A", 4, W)
    assert alone.blocks[1].cards[0][1].html == "8 Melati"


def test_the_grid_has_a_row_a_number_and_a_column_an_item():
    check = read("I1")
    sheet = check_sheets.grid_sheet(check, "AB", 47, W)
    tables = [block for block in sheet.blocks if hasattr(block, "rows")]
    assert sum(len(table.rows) for table in tables) == 47
    assert all(len(row) == 17 for table in tables for row in table.rows)
    assert abs(sum(tables[0].widths) - 1) < 1e-9


@pytest.mark.parametrize("name", ["I1", "I2"])
def test_the_key_has_the_answer_and_reason_of_every_item(name):
    check = read(name)
    sheet = check_sheets.key_sheet(check, check.forms, W)
    assert sheet.teacher_only
    said = "\n".join(texts(sheet.blocks))
    for item in check.items:
        for form in check.forms:
            assert item.forms[form].why in said
            assert all(level in said for level in item.forms[form].levels)
