import pytest

from milkit.activities.paper import Picture, Sheet
from milkit.content.counting import copies, paper, total
from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.content.sheets import credit, pictures_on, sheets
from milkit.ground.words import words
from tests.activities.test_kinds import inside, texts

EN = words("en")


@pytest.fixture
def lesson(folder):
    return render(read_lesson(folder / "en.md"))


def by_id(made):
    return {sheet.id: sheet for sheet in made}


def test_handouts_come_in_order_and_alternating_ones_as_two(lesson):
    made = sheets(lesson, "handouts", EN)
    assert [(s.id, s.per, s.up, s.when) for s in made] == [
        ("handout-big", "class", 1, "paper"),
        ("handout-pair", "4", 1, "always"),
        ("handout-group-hall-trace", "8", 1, "optional"),
        ("handout-group-opening-trace", "8", 1, "optional"),
        ("handout-slip", "1", 4, "always"),
        ("handout-moves", "1", 8, "optional"),
    ]


def test_a_handout_prints_its_own_words_and_the_forms_it_uses(lesson):
    shown = texts(by_id(sheets(lesson, "handouts", EN))["handout-pair"].blocks)
    assert shown[0].startswith("Two pairs share this sheet.")
    assert any("Look. Write three things" in text for text in shown)


def pictures(blocks):
    """List the pictures on a printed form, those inside others too."""
    found = []
    for block in blocks:
        found += [block] if isinstance(block, Picture) else []
        found += pictures(inside(block))
    return found


@pytest.mark.parametrize("what", ["handouts", "cards", "key", "local"])
def test_pictures_on_paper_have_their_words(lesson, what):
    for sheet in sheets(lesson, what, EN):
        for picture in pictures(sheet.blocks):
            assert picture.alt == lesson.pictures[picture.name].alt
            assert not picture.in_words


def test_answers_stand_on_the_key_and_on_nothing_else(lesson):
    secret = [
        lesson.activity("pair-trace").data.why,
        lesson.activity("pair-trace").data.questions[3].key,
        lesson.activity("six-captions").data.items[0].why,
        lesson.activity("exit-slip").data.rubric[0].levels[2],
        lesson.activity("booster-week-1").data.items[1].why,
    ]
    (key,) = sheets(lesson, "key", EN)
    assert key.teacher_only
    on_key = " ".join(texts(key.blocks))
    assert all(text in on_key for text in secret)
    for what in ("handouts", "cards"):
        for sheet in sheets(lesson, what, EN):
            assert not sheet.teacher_only
            shown = " ".join(texts(sheet.blocks))
            assert not [text for text in secret if text in shown]


def test_the_key_tells_the_copies_of_a_trace_in_words(lesson):
    on_key = " ".join(texts(sheets(lesson, "key", EN)[0].blocks))
    assert (
        "7 Aug 2021, Arani Weekly, a town newspaper, Teluk Arani: “Clock Tower"
        in on_key
    )
    assert f"In the picture: {lesson.pictures['flood'].alt}" in on_key


def test_sets_are_made_for_what_no_handout_prints(lesson):
    made = by_id(sheets(lesson, "cards", EN))
    assert "big-flood-trace" not in made
    assert "cards-pair-trace" not in made
    assert "big-second-vote" not in made
    assert {"big-first-vote", "big-six-captions", "cards-six-captions"} <= set(made)
    assert all(sheet.when == "paper" for sheet in made.values())


def test_the_form_for_the_teachers_own_example_is_for_her(lesson):
    (form,) = sheets(lesson, "local", EN)
    assert form.teacher_only
    assert "What did the post say?" in texts(form.blocks)


def test_credits_of_the_pictures_on_a_sheet(lesson):
    made = by_id(sheets(lesson, "handouts", EN))
    assert pictures_on(made["handout-big"].blocks) == ["flood-cut", "flood"]
    assert credit(made["handout-big"], lesson) == lesson.credits["flood.svg"]
    assert credit(made["handout-slip"], lesson) == ""
    both = credit(made["handout-pair"], lesson)
    assert both.startswith("Drawing: a broken footbridge and a boat; Drawing: the same")
    assert both.count("MIL Kit contributors") == 1


def test_a_lesson_that_was_not_rendered_prints_the_same(folder, lesson):
    assert sheets(read_lesson(folder / "en.md"), "handouts", EN) == sheets(
        lesson, "handouts", EN
    )


@pytest.mark.parametrize("lang", ["id", "th"])
def test_translations_print_as_many_sheets(folder, lesson, lang):
    other = render(read_lesson(folder / f"{lang}.md"))
    for what in ("handouts", "cards", "key", "local"):
        ours = [s.id for s in sheets(other, what, words(lang))]
        assert ours == [s.id for s in sheets(lesson, what, EN)]


@pytest.mark.parametrize(
    ("per", "up", "students", "expected"),
    [
        ("1", 1, 47, 47),
        ("1", 4, 47, 12),
        ("4", 1, 56, 14),
        ("8", 1, 56, 7),
        ("class", 1, 56, 1),
        ("1", 8, 0, 1),
    ],
)
def test_copies_for_a_class(per, up, students, expected):
    assert copies(Sheet("x", "x", (), per, up), students) == expected


def test_paper_counts_pages_and_both_sides():
    pair = Sheet("x", "x", (), "4")
    assert paper(pair, 56, pages=2) == 28
    assert paper(pair, 56, pages=2, both_sides=True) == 14
    slips = Sheet("y", "y", (), "1", 4)
    assert copies(slips, 40, up=1) == 40
    assert total([(pair, 2), (slips, 1)], 56) == 28 + 14
