"""A whole check: the fixture, and data that nobody would wish for."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.assessment.analysis import ItemFigures, analyse
from milkit.assessment.answers import Answer, Sheet, sheets_of
from milkit.assessment.plain import plain
from milkit.assessment.reading import Reading, english
from milkit.assessment.reliability import Item, reliability
from milkit.assessment.sheet_file import read_sheets

FIXTURE = Path(__file__).parent / "data" / "mil_fixture_12x8.csv"
TRUTH = {f"i{n}": n <= 4 for n in range(1, 9)}


def of(sheets, truth=TRUTH):
    return plain(analyse(sheets, truth))


def sheet(code, phase, letters, items=TRUTH):
    answers = {
        item: letter if letter != " " else None
        for item, letter in zip(items, letters, strict=True)
    }
    return Sheet(code, phase, answers)


def test_the_fixture_end_to_end():
    found = of(read_sheets(FIXTURE).sheets)
    assert found["n"] == {"pre": 12, "post": 12, "matched": 12}
    pre, post, change = found["pre"], found["post"], found["change"]
    for got, printed in (
        (pre["V"]["mean"], 4.4167),
        (pre["V"]["sd"], 1.5050),
        (post["V"]["mean"], 6.25),
        (post["V"]["sd"], 1.1382),
        (change["V"]["diff"], 1.8333),
        (change["V"]["ci"], [1.2377, 2.4290]),
        (change["V"]["t"], 6.7747),
        (change["V"]["d_av"], 1.3740),
        (change["V"]["d_av_ci"], [0.7085, 2.0396]),
        (pre["d_prime"]["mean"], 0.2379),
        (pre["d_prime"]["sd"], 0.9272),
        (post["d_prime"]["mean"], 1.3739),
        (post["d_prime"]["sd"], 0.7115),
        (change["d_prime"]["diff"], 1.1360),
        (change["d_prime"]["ci"], [0.8036, 1.4684]),
        (pre["c"], -0.1189),
        (post["c"], -0.0412),
        (change["c"]["diff"], 0.0777),
        (change["c"]["ci"], [-0.0729, 0.2283]),
        (pre["pooled"]["d_prime"], 0.258633),
        (post["pooled"]["d_prime"], 1.515114),
        (change["hake"], 0.511628),
        (pre["kr20"], 0.137602),
        (post["kr20"], -0.106934),
    ):
        assert got == pytest.approx(printed, abs=6e-5)
    assert found["reading"] == ("better at telling true from false, no change in doubt")
    assert "post: alpha is below 0: not usable" in found["flags"]
    assert "too few to report" not in found["flags"]
    assert found["refused"] == [
        {"what": "post.sem", "why": "alpha is below 0: not usable"}
    ]


def test_a_correlation_of_nothing_is_not_called_negative():
    item = of(read_sheets(FIXTURE).sheets)["pre"]["by_item"][3]
    assert item["item_rest_r"] == 0
    assert item["flag"] == "review"


@pytest.mark.parametrize(
    ("p", "r", "flag"),
    [
        (0.5, 0.15, None),
        (0.5, 0.149, "review"),
        (0.5, -0.01, "check the key"),
        (0.19, 0.3, "very hard"),
        (0.2, 0.3, None),
        (0.9, None, None),
        (0.91, 0.1, "review, very easy"),
        (None, None, None),
    ],
)
def test_flags_of_items(p, r, flag):
    assert ItemFigures("i", True, 10, 5, Item(p, r, None, None)).flag == flag


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Reading(1, 0), "better at telling true from false, no change in doubt"),
        (Reading(1, -1), "better at telling true from false, more believing"),
        (Reading(-1, 0), "worse at telling true from false, no change in doubt"),
        (Reading(0, 1), "more doubting, not better at telling apart"),
        (Reading(0, -1), "more believing, not better at telling apart"),
        (Reading(0, 0), "no clear change"),
        (None, None),
    ],
)
def test_readings(way, said):
    assert english(way) == said


def test_a_class_that_only_doubts_more_is_not_called_better():
    rng = random.Random(4)
    sheets = []
    for n in range(30):
        for phase, share in (("pre", 0.3), ("post", 0.75)):
            letters = "".join("F" if rng.random() < share else "R" for _ in TRUTH)
            sheets.append(sheet(f"{n:03}", phase, letters))
    assert of(sheets)["reading"] == "more doubting, not better at telling apart"


def test_a_few_pupils_are_computed_and_flagged():
    sheets = read_sheets(FIXTURE).sheets[:9]
    found = of(sheets)
    assert "too few to report" in found["flags"]
    assert found["pre"]["V"]["mean"] is not None
    assert found["post"]["V"]["mean"] is None
    assert {"what": "post", "why": "nobody answered this phase"} in found["refused"]
    assert found["reading"] is None


def test_one_pupil():
    found = of([sheet("7", "pre", "RRFFRFFF"), sheet("7", "post", "RRRRFFFF")])
    assert found["change"]["V"]["diff"] == 3
    assert found["change"]["V"]["ci"] is None
    assert found["pre"]["alpha"] is None
    whys = {one["what"]: one["why"] for one in found["refused"]}
    assert whys["change.V.ci"] == "one pupil"
    assert whys["pre.alpha"] == "one pupil has no spread"


def test_all_right_and_all_wrong():
    sheets = [sheet(f"{n}", "pre", "FFFFRRRR") for n in range(12)]
    sheets += [sheet(f"{n}", "post", "RRRRFFFF") for n in range(12)]
    found = of(sheets)
    assert found["pre"]["percent_correct"] == 0
    assert found["post"]["percent_correct"] == 100
    assert found["change"]["hake"] == 1
    assert found["change"]["V"]["t"] is None
    whys = {one["what"]: one["why"] for one in found["refused"]}
    assert whys["change.V.t"] == "all pupils changed by the same"
    assert whys["post.alpha"] == "all pupils have the same score"
    turned = of([one._replace(phase="pre") for one in sheets[12:]] + sheets[:0])
    assert turned["change"]["hake"] is None


def test_a_pupil_with_one_side_only_has_no_d_prime():
    sheets = [*read_sheets(FIXTURE).sheets, sheet("L13", "pre", "RRFR    ")]
    found = of(sheets)
    assert found["n"]["pre"] == 13
    assert found["pre"]["d_prime"]["mean"] == pytest.approx(0.2379, abs=1e-4)
    assert "pre: 1 pupils answered one side only and have no d'" in found["flags"]
    assert "pre: 4 answers are missing" in found["flags"]
    assert found["pre"]["kr21"] is None


def test_alpha_with_gaps_goes_by_pairs():
    rows = [[1, 1, 0], [0, 0, 0], [1, 1, 1], [1, 0, None], [0, None, 1], [1, 1, 1]]
    table = [
        (0, 0, 4 / 15),
        (1, 1, 3 / 10),
        (2, 2, 3 / 10),
    ]
    found = reliability(rows)
    # by hand: cov(1,2) = 3/20, cov(1,3) = 1/20, cov(2,3) = 1/6
    spread = sum(x for *_, x in table)
    total = spread + 2 * (3 / 20 + 1 / 20 + 1 / 6)
    assert found.alpha == pytest.approx(3 / 2 * (1 - spread / total))
    assert found.gaps == 2


def test_right_and_wrong_alone():
    rows = ["10110", "11111", "00100", "11011", "01000", "11110"]
    items = ("a", "b", "c", "d", "e")
    found = of([sheet(str(n), "pre", row, items) for n, row in enumerate(rows)], {})
    assert found["pre"]["alpha"] is not None
    assert found["pre"]["d_prime"]["mean"] is None
    assert found["pre"]["V"]["mean"] == pytest.approx(18 / 6)
    assert "pre.d_prime" in {one["what"] for one in found["refused"]}


def test_two_forms_have_a_reliability_each():
    rng = random.Random(7)
    truth = {f"{form}{n}": n <= 4 for form in "AB" for n in range(1, 9)}
    answers = [
        Answer(f"{n:02}", phase, item, rng.choice("RF"))
        for n in range(24)
        for phase in ("pre", "post")
        for item in truth
        if (item[0] == "A") == ((n % 2 == 0) == (phase == "pre"))
    ]
    found = analyse(sheets_of(answers), truth)
    assert [(len(items), n) for items, n, _ in found.before.forms] == [(8, 12), (8, 12)]
    assert len(found.before.items) == 16
    assert found.matched == 24
    assert found.d_prime.n == 24
    assert not any("missing" in flag for flag in plain(found)["flags"])


LETTERS = st.sampled_from(["R", "F", " "])


@st.composite
def classes(draw):
    width = draw(st.integers(1, 6))
    items = [f"i{n}" for n in range(width)]
    true = draw(st.integers(0, width))
    letters = draw(st.sampled_from([LETTERS, st.sampled_from(["1", "0", " "])]))
    sheets = [
        sheet(
            f"{code:03}",
            phase,
            draw(st.lists(letters, min_size=width, max_size=width)),
            items,
        )
        for phase in ("pre", "post")
        for code in draw(st.sets(st.integers(0, 15), max_size=10))
    ]
    return sheets, {item: n < true for n, item in enumerate(items)}


@settings(max_examples=80, deadline=None)
@given(classes(), st.randoms(use_true_random=False))
def test_nothing_crashes_and_the_order_of_rows_never_matters(made, rng):
    sheets, truth = made
    found = of(sheets, truth)
    text = json.dumps(found, allow_nan=False)
    shuffled = sheets[:]
    rng.shuffle(shuffled)
    assert json.dumps(of(shuffled, truth), allow_nan=False) == text
    refused = {one["what"] for one in found["refused"]}
    for phase in ("pre", "post"):
        for name in ("alpha", "alpha_ci", "kr20", "kr21", "sem", "r", "f", "d", "n"):
            if found[phase][name] is None:
                assert {phase, f"{phase}.{name}", f"{phase}.alpha"} & refused
    if found["reading"] is None:
        assert "reading" in refused


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from([0, 1]), min_size=4, max_size=4), min_size=2),
)
def test_kr20_is_alpha_of_right_and_wrong(rows):
    found = reliability(rows)
    if found.alpha is None:
        assert found.kr20 is None
    else:
        assert found.kr20 == pytest.approx(found.alpha, abs=1e-9)
        assert found.alpha <= 1
        assert found.alpha_ci[0] <= found.alpha + 1e-9
