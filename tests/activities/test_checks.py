"""What each kind finds wrong beyond its shape."""

import pytest

from milkit.activities import annotate, branch, poll, sequence
from milkit.activities.paper import Break, Cards, Table
from milkit.activities.table import KINDS
from milkit.ground.words import words
from tests.activities.samples import edited, problems, sample, table


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("poll", {"answer": "maybe"}, "there is no option “maybe”"),
        ("poll", {"why": {"yes": "It is open."}}, "no reason is given for “no”"),
        ("poll", {"prompt": ""}, "`prompt` is missing"),
        ("poll", {"options": []}, "a poll needs two to four options"),
        ("poll", {"again": "first"}, "a poll with `again` repeats the other one"),
        (
            "rate",
            {"items": edited("rate", "items", 1, truth=True)},
            "both items of “a”",
        ),
        ("rate", {"items": edited("rate", "items", 1, truth=True)}, "2 of the items"),
        (
            "rate",
            {"items": edited("rate", "items", 1, pair="b")},
            "are neighbours but no pair",
        ),
        (
            "rate",
            {"items": edited("rate", "items", 1, id="one")},
            "the id “one” stands twice",
        ),
        (
            "sort",
            {"cards": edited("sort", "cards", 0, bin="joke")},
            "there is no bin “joke”",
        ),
        (
            "sort",
            {"cards": edited("sort", "cards", 0, bin="advert")},
            "unequal numbers",
        ),
        (
            "sort",
            {"cards": edited("sort", "cards", 0, truth=False)},
            "do not agree on `truth`",
        ),
        (
            "sequence",
            {"cards": edited("sequence", "cards", 0, order=6)},
            "do not run from 1",
        ),
        (
            "sequence",
            {"cards": sorted(table("sequence")["cards"], key=lambda c: c["order"])},
            "already lie in their order",
        ),
        ("feed", {"prompt_at": 4}, "the pause comes after 4 of 4 posts"),
        ("feed", {"prompt_at": 1}, "unequal numbers of posts"),
        (
            "feed",
            {"posts": edited("feed", "posts", 0, best=["hold"])},
            "no action “hold”",
        ),
        ("feed", {"posts": edited("feed", "posts", 0, truth=True)}, "3 of the posts"),
        ("branch", {"start": "nowhere"}, "there is no scene “nowhere”"),
        (
            "branch",
            {"nodes": edited("branch", "nodes", 1, claim="")},
            "has `truth` but no claim",
        ),
        (
            "branch",
            {"nodes": edited("branch", "nodes", 0, technique="x")},
            "no technique “x”",
        ),
        ("quiz", {"booster_week": 2}, "`booster_week` is 2"),
        (
            "quiz",
            {"items": edited("quiz", "items", 0, correct="not")},
            "right answers are uneven",
        ),
        ("quiz", {"options": []}, "has no answers to choose from"),
        ("trace", {"oldest": "A"}, "the oldest copy of the same photo is B, not A"),
        ("trace", {"fits": True}, "`fits` is true, but `changed` says date, place"),
        ("trace", {"changed": ["cut"]}, "nothing decisive changed"),
        (
            "trace",
            {"claim": "Another caption."},
            "today's post is not one of the copies",
        ),
        (
            "trace",
            {"artefacts": edited("trace", "artefacts", 1, id="X")},
            "are called A, X, C",
        ),
        ("annotate", {"decoys": []}, "1 places matter and 0 only look odd"),
        ("annotate", {"need": 2}, "`need` is 2, but there are 1 targets"),
        ("annotate", {"picture": "well"}, "there must be a text or a picture"),
        (
            "annotate",
            {"targets": edited("annotate", "targets", 0, span="shoe")},
            "the words of “buy” occur 2 times",
        ),
        (
            "annotate",
            {"decoys": edited("annotate", "decoys", 0, span="the shoe today")},
            "the words of “buy” and “rain” overlap",
        ),
        (
            "annotate",
            {"text": "", "picture": "well"},
            "“buy” has no `region`",
        ),
        (
            "roleplay",
            {"rounds": [{"id": "a", "minutes": 0, "task": "x"}]},
            "takes 0 minutes",
        ),
        ("create", {"lines": 40}, "`lines` is 40"),
        ("create", {"rubric": table("create")["rubric"] * 2}, "has 2 rubric lines"),
    ],
)
def test_each_rule_of_a_kind(kind, changes, expected):
    assert expected in problems(kind, **changes)


def test_a_trace_wants_times_for_copies_of_one_day():
    copies = edited(
        "trace", "artefacts", 1, date=table("trace")["artefacts"][2]["date"]
    )
    assert "the copies B and C have the same date" in problems(
        "trace", artefacts=copies
    )


def test_a_story_that_turns_in_circles_is_found():
    ways = [{"text": "Back", "to": "first"}, {"text": "On", "to": "calm"}]
    found = problems("branch", nodes=edited("branch", "nodes", 1, choices=ways))
    assert "the story can come back to “first”" in found
    assert "no path leads to the end “listed”" in found


def test_two_cards_may_change_places_in_either_way_of_writing_it():
    assert not problems("sequence")
    dense = edited("sequence", "cards", 0, order=3)
    assert not problems("sequence", cards=dense)
    assert sequence.right_order(sample("sequence")) == (("C",), ("B", "D"), ("A",))


def test_a_poll_takes_the_claim_of_a_trace_and_the_whole_of_an_earlier_poll():
    trace = sample("trace")
    asked = sample("poll", **{"from": "a-trace"})
    first = poll.fill(asked, {"a-trace": trace})
    assert (first.claim, first.who, first.picture) == (
        trace.claim,
        trace.who,
        trace.picture,
    )
    second = poll.Poll(id="second", again="a-poll")
    again = poll.fill(second, {"a-poll": asked, "a-trace": trace})
    assert (again.id, again.again) == ("second", "a-poll")
    assert (again.claim, again.options) == (trace.claim, asked.options)


def test_a_poll_of_a_trace_adds_no_claim_and_no_key_of_its_own():
    asked = sample("poll", **{"from": "a-trace"})
    assert not KINDS["poll"].claims(asked)
    assert not KINDS["poll"].keyed(asked)
    assert [c.truth for c in KINDS["poll"].claims(sample("poll"))] == [False]


def test_asking_who_is_sure_adds_a_view_to_each_item():
    asked = KINDS["rate"].questions(sample("rate", ask_sure=True))
    assert [q.id for q in asked] == ["one", "one-sure", "two", "two-sure"]
    assert [q.answer for q in asked] == ["true", "", "false", ""]
    assert [o.id for o in asked[1].options] == ["sure", "not-sure"]


def test_more_than_one_answer_can_be_right():
    asked = {q.id: q for q in KINDS["feed"].questions(sample("feed"))}
    assert (asked["boat"].answer, asked["boat"].also) == ("share", ("check",))
    asked = {q.id: q for q in KINDS["sort"].questions(sample("sort"))}
    assert asked["school"].also == ("advert",)


def test_exit_slips_are_counted_in_three_piles_and_posters_not():
    (piles,) = KINDS["create"].questions(sample("create"))
    assert [o.id for o in piles.options] == ["not-yet", "nearly", "reached"]
    assert not KINDS["create"].questions(sample("create", product="poster"))


def test_scenes_are_numbered_from_the_start_with_the_ends_last():
    told = sample("branch", start="second")
    assert branch.numbers(told) == {"second": 1, "first": 2, "calm": 3, "listed": 4}


def test_spans_are_found_again_when_word_ends_came_in():
    data = sample("annotate")
    cut = annotate.Annotate(
        id=data.id,
        prompt=data.prompt,
        text=data.text.replace("shoe", "sh\u200boe"),
        need=1,
        targets=data.targets,
        decoys=data.decoys,
    )
    again = annotate.placed_again(data, cut)
    assert again.targets[0].span == "Buy the sh\u200boe"
    assert cut.text.count(again.targets[0].span) == 1


def test_an_answer_says_which_post_or_scene_it_is_and_who_sent_it():
    w = words("en")
    for kind, parts, number in (
        ("feed", sample("feed").posts, {}),
        ("branch", sample("branch").nodes, branch.numbers(sample("branch"))),
    ):
        blocks = KINDS[kind].paper(sample(kind), "key", w)
        (table,) = [block for block in blocks if isinstance(block, Table)]
        cells = [row[0] for row in table.rows]
        said = [part for part in parts if part.truth is not None]
        assert len(cells) == len(said)
        for n, part in enumerate(said, 1):
            which = number.get(part.id, n)
            start = f"<b>{which}</b>  <b>{part.who}</b>: "
            assert any(cell.startswith(start) for cell in cells)


def test_posts_to_hold_up_share_sheets_of_paper():
    data = sample("feed")
    strips, *last = KINDS["feed"].paper(data, "big", words("en"))
    assert isinstance(strips, Cards)
    assert strips.columns == 1
    assert len(strips.cards) == len(data.posts) + 1
    assert not any(isinstance(block, Break) for block in last)
