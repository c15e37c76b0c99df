import pytest

from milkit.activities.paper import Side, Table
from milkit.content.plan_forms import check_form, form_files, formats
from milkit.content.plans import ClassInfo, plan_sheet
from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.ground.errors import LessonBroken
from milkit.ground.words import words
from tests.activities.test_kinds import texts

EN = words("en")


@pytest.fixture
def lesson(folder):
    return render(read_lesson(folder / "en.md"))


def said(sheet):
    return "\n".join(texts(sheet.blocks))


@pytest.mark.parametrize("path", form_files(), ids=lambda path: path.stem)
def test_every_form_is_right(path):
    assert check_form(path) == []


def test_forms_come_with_the_simple_one_first():
    ids = [form.id for form in formats()]
    assert ids[0] == "generic"
    assert {"ph-ilaw", "id-pembelajaran-mendalam", "my-rph", "vn-5512", "th"} <= set(
        ids
    )


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.id)
@pytest.mark.parametrize("lang", ["en", "id", "th"])
def test_every_form_prints_all_its_headings_in_every_language(folder, form, lang):
    sheet = plan_sheet(render(read_lesson(folder / f"{lang}.md")), form.id, words(lang))
    shown = said(sheet)
    for part in form.sections:
        for label in (part.label, *(row.label for row in part.rows)):
            assert form.said(label, lang) in shown
    assert sheet.title == form.said(form.title, lang)


def test_a_form_never_prints_answers(lesson):
    for form in formats():
        shown = said(plan_sheet(lesson, form.id, EN))
        assert lesson.activity("pair-trace").data.why not in shown
        assert "Accept any three things" not in shown


def test_optional_steps_stand_in_the_plan_only_when_they_are_taught(lesson):
    core = said(plan_sheet(lesson, "generic", EN))
    assert "Two more photos" not in core
    every = ClassInfo(steps=tuple(step.id for step in lesson.steps))
    assert "Two more photos" in said(plan_sheet(lesson, "generic", EN, every))


def test_what_the_teacher_typed_stands_in_its_field(lesson):
    info = ClassInfo(typed={"school": "Lumaya School", "code": "MIL11-IIIa-1"})
    shown = said(plan_sheet(lesson, "generic", EN, info))
    assert "<b>School</b>: Lumaya School" in shown
    assert "MIL11-IIIa-1" in shown


def test_prints_are_counted_for_the_class(lesson):
    shown = said(plan_sheet(lesson, "generic", EN, ClassInfo(students=56)))
    assert "Pair sheet: the footbridge: 14 sheets" in shown
    assert "Exit slip: 14 sheets" in shown
    assert "Big flood set: 1 sheet" in shown


def test_the_three_piles_of_a_run_fill_the_reflection(lesson):
    sheet = plan_sheet(lesson, "my-rph", EN, ClassInfo(slips=(5, 12, 30)))
    table = next(
        b
        for b in sheet.blocks
        if isinstance(b, Table) and b.header[-1] == "Number of pupils"
    )
    assert [row[-1] for row in table.rows] == ["5", "12", "30"]


def test_competencies_tick_their_dimensions_and_the_teacher_may_change_it(lesson):
    def ticks(info=None):
        args = (info,) if info else ()
        sheet = plan_sheet(lesson, "id-pembelajaran-mendalam", EN, *args)
        rows = [r for b in sheet.blocks if isinstance(b, Table) for r in b.rows]
        return {row[1]: row[0] for row in rows if row[0].startswith("[")}

    assert ticks()["Critical reasoning"] == "[x]"
    assert ticks()["Creativity"] == "[  ]"
    changed = ClassInfo(ticked={"creativity": True, "critical-reasoning": False})
    assert ticks(changed)["Creativity"] == "[x]"
    assert ticks(changed)["Critical reasoning"] == "[  ]"


def test_merged_steps_share_one_block_and_add_up_their_minutes(lesson):
    shown = said(plan_sheet(lesson, "vn-5512", EN))
    assert "<b>Minutes</b>: 8" in shown
    assert "<b>Look only at the picture</b>: Show the photo with no caption." in shown


def test_short_fields_stand_two_and_two(lesson):
    sheet = plan_sheet(lesson, "generic", EN)
    assert sum(isinstance(block, Side) for block in sheet.blocks) == 3


def test_an_unknown_form_is_a_lookup_error(lesson):
    with pytest.raises(LookupError):
        plan_sheet(lesson, "no-such-form", EN)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('from = ["outcomes"]', 'from = ["outcome"]', "`outcome` is no path"),
        (
            'from = ["section.paper"]',
            'from = ["section.key"]',
            "`section.key` is no path",
        ),
        ('from = ["steps"]', 'from = ["steps[start]"]', "`steps[start]` is no path"),
        ('kind = "blank"\nlines = 1', 'kind = "text"\nlines = 1', "`from` does not go"),
        ('id = "reflect"', 'id = "outcomes"', "the row “outcomes” stands twice"),
        ('"grouping"]', '"paper"]', "the column “paper” has no heading"),
        ('id = "generic"', 'id = "simple"', "`id` is simple"),
        ("numbered = true", "numberd = true", "`numberd` is not known here"),
    ],
)
def test_each_slip_in_a_form_is_named(tmp_path, old, new, expected):
    text = next(p for p in form_files() if p.stem == "generic").read_text(
        encoding="utf-8"
    )
    start = text.index("\nformat = 1")
    path = tmp_path / "generic.toml"
    path.write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
    assert expected in "; ".join(finding.what for finding in check_form(path))
    with pytest.raises(LessonBroken):
        formats(tmp_path)
