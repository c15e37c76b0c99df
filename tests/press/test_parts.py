"""The printed parts of real lessons: which there are, in what order, how much paper."""

import pytest

from milkit.activities import paper as p
from milkit.activities.paper import Sheet, inside
from milkit.content import plan_page
from milkit.content.plan_values import ClassInfo
from milkit.content.plans import formats
from milkit.press.ink import paper
from milkit.press.parts import KEY, PAPER_SET, PLAN, Printing, form_for, named
from milkit.press.two import side_by_side
from tests.press.lessons import FOLDERS, lesson


@pytest.fixture
def printing(ink):
    def make(lang="en", folder="find-the-first-photo", size="a4", **more):
        return Printing(lesson(lang, folder), ink(lang), paper(size), **more)

    return make


def test_what_students_must_not_see_comes_last(printing):
    ids = printing().ids
    assert ids[0] == PLAN
    assert ids[-1] == KEY
    stacks = named(printing(), "all")
    secret = [stack.sheet.teacher_only for stack in stacks]
    assert secret == sorted(secret)
    assert secret[-1]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_plan_of_every_lesson_fits_one_page(printing, folder, size):
    (stack,) = printing(folder=folder, size=size).lay(PLAN)
    assert len(stack.laid.pages) == 1


@pytest.mark.parametrize("lang", ["th", "id"])
def test_the_plan_fits_one_page_in_other_languages(printing, lang):
    (stack,) = printing(lang).lay(PLAN)
    assert len(stack.laid.pages) == 1


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_lesson_prints_everything(printing, folder):
    stacks = named(printing(folder=folder), "all")
    assert all(stack.laid.pages for stack in stacks)
    assert {stack.sheet.id for stack in stacks} >= {"plan-one-page", "key"}


def test_copies_follow_the_class_and_what_stands_on_a_page(printing):
    made = printing()
    (slip,) = made.lay("handout-slip")
    assert slip.laid.up == 4
    assert (slip.copies(47), slip.copies(47, spare=3)) == (12, 13)
    (pair,) = made.lay("handout-pair")
    assert pair.copies(47) == 12
    assert pair.copies(47, spare=3) == 15  # three sheets more, not for three students
    assert pair.paper(47) == 12 * len(pair.laid.pages)
    (key,) = made.lay(KEY)
    assert key.copies(47, spare=3) == 1


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_as_many_stand_on_a_page_as_the_lesson_counts(printing, folder, size):
    made = printing(folder=folder, size=size)
    for handout in made.lesson.handouts:
        if handout.up > 1:
            assert [s.laid.up for s in made.lay(handout.id)] == [handout.up]


def test_words_for_the_command_line_share_everything_out(printing):
    made = printing()
    ids = {
        what: {s.sheet.id for s in named(made, what)} for what in ("handouts", "cards")
    }
    assert "handout-big" in ids["handouts"]  # it is only for rooms without a projector
    assert not ids["handouts"] & ids["cards"]
    every = {stack.sheet.id for stack in made.lay(PAPER_SET)}
    assert every <= ids["handouts"] | ids["cards"]
    assert named(made, "local")


def test_the_plan_says_what_is_known_of_the_class(printing):
    info = ClassInfo(students=47, typed={"class": "9 Anggrek", "students": "47"})
    for form in formats():
        (stack,) = printing(form=form.id, info=info).lay(PLAN)
        assert "9 Anggrek" in str(stack.sheet.blocks), form.id


@pytest.mark.parametrize(
    ("lang", "form"),
    [("en", plan_page.ID), ("th", "th"), ("vi", "vn-5512"), ("ms", "my-rph"),
     ("id", "id-pembelajaran-mendalam"), ("fil", "ph-ilaw"), ("km", plan_page.ID)],
)  # fmt: skip
def test_each_language_has_its_usual_form(lang, form):
    assert form_for(lang) == form


def test_two_languages_share_one_sheet_with_pictures_once(printing, ink):
    both = printing(second=(lesson("th"), ink("th")))
    alone = printing()
    for name in ("handout-pair", "handout-slip"):
        (two,), (one,) = both.lay(name), alone.lay(name)
        assert len(_pictures(two.sheet.blocks)) == len(_pictures(one.sheet.blocks))
        assert len(_pictures(two.sheet.blocks)) < 9
        assert any(isinstance(b, p.Tongue) for b in _all(two.sheet.blocks))
    assert both.lay(KEY)[0].sheet == alone.lay(KEY)[0].sheet  # the teacher's own


def test_sheets_that_are_not_built_alike_follow_each_other():
    one = Sheet("s", "One", (p.Text("x"), p.Lines(1)))
    other = Sheet("s", "Eins", (p.Lines(1),))
    made = side_by_side(one, other, "id")
    assert p.Break() in made.blocks
    assert isinstance(made.blocks[-1], p.Tongue)


def test_what_says_the_same_in_both_languages_stands_once():
    sheet = Sheet("s", "One", (p.Heading("A", 3), p.Lines(2), p.Picture("x")))
    made = side_by_side(sheet, sheet, "id")
    assert made.blocks[1:] == sheet.blocks


def _all(blocks):
    for block in blocks:
        yield block
        yield from _all(inside(block))


def _pictures(blocks):
    return [block for block in _all(blocks) if isinstance(block, p.Picture)]
