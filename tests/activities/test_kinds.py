"""What every kind must offer, whichever it is."""

import pytest

from milkit.activities import paper
from milkit.activities.plain import from_plain, plain, respelled
from milkit.activities.shape import leaves
from milkit.activities.table import KINDS
from milkit.ground.words import words
from tests.activities.samples import TEXTS, sample

PARTS = ("big", "cards", "questions", "cards+questions")


OF = {
    paper.Text: lambda b: [b.html],
    paper.Heading: lambda b: [b.text],
    paper.Lines: lambda b: [b.label],
    paper.Bullets: lambda b: [*b.items],
    paper.Ticks: lambda b: [text for _, text in b.options],
    paper.Table: lambda b: [*b.header, *(cell for row in b.rows for cell in row)],
}
HTML = (paper.Text, paper.Bullets, paper.Table)


def inside(block):
    """Give the blocks inside a block."""
    if isinstance(block, paper.Specimen):
        return block.blocks
    if isinstance(block, paper.Side):
        return (*block.left, *block.right)
    return [b for card in getattr(block, "cards", ()) for b in card]


def texts(blocks, only=tuple(OF)):
    """List every text on a printed form."""
    found = []
    for block in blocks:
        found += OF[type(block)](block) if isinstance(block, only) else []
        found += texts(inside(block), only)
    return found


def test_the_table_holds_twelve_kinds_by_their_names():
    assert len(KINDS) == 12
    assert all(name == kind.name for name, kind in KINDS.items())
    assert set(KINDS) == set(TEXTS)


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("part", PARTS)
def test_every_kind_has_its_paper_form(kind, part):
    assert texts(KINDS[kind].paper(sample(kind), part, words("en")))


@pytest.mark.parametrize("kind", TEXTS)
def test_keyed_kinds_have_a_key_and_others_have_none(kind):
    data = sample(kind)
    key = KINDS[kind].paper(data, "key", words("en"))
    assert bool(key) == KINDS[kind].keyed(data)


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("part", PARTS)
def test_no_answer_stands_on_what_students_see(kind, part):
    data = sample(kind)
    shown = " ".join(texts(KINDS[kind].paper(data, part, words("en"))))
    secret = [
        leaf.value
        for leaf in leaves(data)
        if {"why", "key", "unknown", "levels"} & set(leaf.at) and leaf.value
    ]
    assert not [text for text in secret if str(text) in shown]


@pytest.mark.parametrize("kind", TEXTS)
def test_invented_texts_stand_in_the_frame_or_say_so(kind):
    """What is under study never stands loose on a sheet."""
    for part in PARTS:
        for block in KINDS[kind].paper(sample(kind), part, words("en")):
            assert not (isinstance(block, paper.Text) and block.study)
            if isinstance(block, paper.Cards) and kind in {"feed", "rate", "trace"}:
                assert all("Made up for class" in texts(card) for card in block.cards)


@pytest.mark.parametrize("kind", TEXTS)
def test_signs_of_html_in_a_text_stay_text(kind):
    data = respelled(sample(kind), lambda text: f"<i>&{text}")
    for part in (*PARTS, "key"):
        for text in texts(KINDS[kind].paper(data, part, words("en")), HTML):
            assert "<i>" not in text
            assert "&" not in text.replace("&amp;", "").replace("&lt;", "").replace(
                "&gt;", ""
            )


@pytest.mark.parametrize("kind", TEXTS)
def test_questions_have_ids_of_their_own_and_answers_among_their_options(kind):
    asked = KINDS[kind].questions(sample(kind))
    assert len({q.id for q in asked}) == len(asked)
    for question in asked:
        ids = [option.id for option in question.options]
        assert len(ids) == len(set(ids)) >= 2
        assert not question.answer or {question.answer, *question.also} <= set(ids)


@pytest.mark.parametrize("kind", TEXTS)
def test_marks_count_the_right_hands(kind):
    data = sample(kind)
    asked = KINDS[kind].questions(data)
    counts = {q.id: {o.id: n for n, o in enumerate(q.options, 3)} for q in asked}
    for question, mark in zip(asked, KINDS[kind].marks(data, counts), strict=True):
        hands = counts[question.id]
        assert mark.counted == sum(hands.values())
        if question.answer:
            assert mark.right == sum(
                hands[o] for o in {question.answer, *question.also}
            )
        else:
            assert mark.right is None


@pytest.mark.parametrize("kind", TEXTS)
def test_marks_of_nothing_are_nothing(kind):
    for mark in KINDS[kind].marks(sample(kind), {}):
        assert mark.counted == 0
        assert mark.right in {0, None}


@pytest.mark.parametrize("kind", TEXTS)
def test_data_survives_the_way_through_json(kind):
    data = sample(kind)
    assert from_plain(KINDS[kind].shape, plain(data)) == data


@pytest.mark.parametrize("kind", TEXTS)
def test_respelling_changes_sentences_and_nothing_else(kind):
    data = sample(kind)
    assert respelled(data, str) is data
    changed = {leaf.at: leaf.value for leaf in leaves(respelled(data, str.upper))}
    for leaf in leaves(data):
        if isinstance(leaf.value, str) and leaf.says.role == "text":
            assert changed[leaf.at] == leaf.value.upper()
        else:
            assert changed[leaf.at] == leaf.value


@pytest.mark.parametrize("kind", TEXTS)
def test_claims_point_at_their_texts(kind):
    data = sample(kind)
    values = {leaf.at: leaf.value for leaf in leaves(data)}
    for claim in KINDS[kind].claims(data):
        assert values[claim.at] == claim.text
