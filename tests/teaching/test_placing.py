import pytest

from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start
from tests.teaching.conftest import lesson_in


@pytest.fixture
def at(records, clock):
    def start_at(folder, step, activity):
        lesson = lesson_in(folder)
        steps = fit(lesson, 90).steps
        run = start(records, lesson, RunPlan(steps, students=30), clock)
        run.go(step)
        run.show(activity)
        return run

    return start_at


def test_cards_go_into_bins_and_out_again(at):
    run = at("mistake-lie-harm", "pairs", "market-sort")
    bins = [b.id for b in run.activity.data.bins]
    cards = [c.id for c in run.activity.data.cards]
    run.put(cards[0], bins[0])
    run.put(cards[0], bins[0])
    assert run.scene().placed == ((cards[0], bins[0]),)
    run.forward()
    run.put(cards[1], bins[1])
    run.put(cards[1], bins[0])
    assert dict(run.scene().placed) == {cards[0]: bins[0], cards[1]: bins[0]}
    run.undo()
    assert dict(run.scene().placed)[cards[1]] == bins[1]
    assert run.take_back()
    assert dict(run.scene().placed) == {cards[0]: bins[0]}
    assert run.reveal_next() == "answer"
    run.clear_places()
    assert run.scene().placed == ()
    assert run.view().item == 0
    assert not run.take_back()


def test_marks_are_set_and_taken_away(at):
    run = at("tricks-of-the-trade", "mark", "market-page")
    spot = run.activity.data.targets[0].id
    run.put(spot, "mark", several=True)
    assert run.scene().placed == ((spot, "mark"),)
    run.put(spot, "mark", several=True)
    assert run.scene().placed == ()
    assert run.view().items == 1
    run.show_answer()
    data = run.activity.data
    assert run.view().items == len(data.targets) + len(data.decoys)


def test_a_story_goes_the_way_that_was_chosen(at):
    run = at("tricks-of-the-trade", "race", "boat-race")
    nodes = {node.id: node for node in run.activity.data.nodes}
    here = run.activity.data.start
    steps = 0
    while here in nodes:
        assert run.view().question.id == here
        assert run.hand(1)
        to = nodes[here].choices[0].to
        run.put(here, to)
        here = to
        steps += 1
    assert run.view().question is None
    assert run.view().next_reveal == ""
    assert len(run.scene().placed) == steps
    run.take_back()
    assert run.view().question is not None


def test_copies_are_put_in_line(at):
    run = at("find-the-first-photo", "trace", "flood-trace")
    assert run.view().next_reveal == ""
    run.go_to_item(99)
    assert run.view().item == 5
    run.put("C", "1")
    run.put("D", "2")
    assert run.scene().placed == (("C", "1"), ("D", "2"))
    assert run.reveal_next() == "answer"


def test_a_feed_pauses_and_compares(at):
    run = at("pause-before-you-pass", "pause", "stall-phone")
    data = run.activity.data
    asked = []
    for _ in range(run.view().items):
        view = run.view()
        asked.append(view.question.id if view.question else view.next_reveal or "-")
        run.hand(1)
        run.forward()
    posts = [post.id for post in data.posts]
    posts.insert(data.prompt_at, "-")
    assert asked == posts + (["counts"] if data.compare else [])


def test_a_round_of_play_has_its_own_timer(at, clock):
    run = at("flood-rumour", "desk", "flood-desk")
    clock.pass_by(seconds=50)
    assert run.scene().total == 0
    run.forward()
    clock.pass_by(seconds=20)
    minutes = run.activity.data.rounds[0].minutes
    assert (run.scene().left, run.scene().total) == (minutes * 60 - 20, minutes * 60)
    run.turn_to(1)
    assert run.scene().left == minutes * 60 - 20
