"""The power goes in the middle of a lesson, at any moment."""

import json
import random
import subprocess
import sys

from milkit.ground.clock import Clock
from milkit.records.opening import open_records
from milkit.teaching.resume import resume
from tests.teaching.conftest import CORE, lesson_in

FOLDER = "find-the-first-photo"
TEACHING = """
import json, pathlib, random, sys
from milkit.content.read import read_lesson
from milkit.ground.clock import Clock
from milkit.records.opening import open_records
from milkit.teaching.plan_run import fit
from milkit.teaching.resume import resume
from milkit.teaching.start import RunPlan, start

chance = random.Random({seed})
lesson = read_lesson(pathlib.Path({lesson!r}))
records = open_records(pathlib.Path({data!r}), Clock()).records
row = records.open_run()
if row is None:
    plan = RunPlan(fit(lesson, 40).steps, students=41, period=40)
    run = start(records, lesson, plan, Clock())
    run.next()
else:
    run = resume(records, row.id, lesson, Clock())
ACTS = {{
    "hand": lambda: run.hand(chance.randint(1, 3)),
    "pause": lambda: run.resume_time() if run.view().paused else run.pause(),
    "blank": lambda: run.blank(on=not run.view().blank),
    "next": lambda: run.next() or run.go("vote"),
}}
def say(word):
    view = run.view()
    counts = {{key[0]: dict(hands) for key, hands in run.state.counts.items()}}
    print(json.dumps([word, view.step.id, view.seconds, view.paused, view.blank,
                      counts]), flush=True)
say("done")
while True:
    what = chance.choices(list(ACTS), [60, 5, 5, 1])[0]
    say(what)
    ACTS[what]()
    run.tick()
    say("done")
"""


def test_a_killed_lesson_goes_on_at_the_same_second(data):
    chance = random.Random(5)
    lesson = lesson_in(FOLDER)
    rounds = 0
    for turn in range(8):
        script = TEACHING.format(
            lesson=str(CORE / FOLDER / "en.md"), data=str(data), seed=turn
        )
        teaching = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, bufsize=0
        )
        first = teaching.stdout.readline()
        try:
            teaching.communicate(timeout=chance.uniform(0.05, 1.3))
        except subprocess.TimeoutExpired:
            teaching.kill()
        rest, _ = teaching.communicate()
        *whole, _ = (first + rest).split(b"\n")  # the last line may be cut off
        compare(data, lesson, [json.loads(line) for line in whole])
        rounds += len(whole) > 1
    assert rounds >= 4


def compare(data, lesson, said):
    word, step, seconds, paused, blank, counts = said[-1]
    opened = open_records(data, Clock())
    assert opened.mishap is None
    assert opened.records.check() == []
    run = resume(opened.records, opened.records.open_run().id, lesson, Clock())
    view = run.view()
    there = {key[0]: dict(hands) for key, hands in run.state.counts.items()}
    assert view.title == lesson.title
    if word != "next":
        assert view.step.id == step
        assert abs(view.seconds - seconds) <= 1
    if word not in {"pause", "next"}:  # a pause ends with its step
        assert view.paused == paused
    if word != "blank":
        assert view.blank == blank
    total = sum(sum(hands.values()) for hands in counts.values())
    now = sum(sum(hands.values()) for hands in there.values())
    if word == "hand":  # it may have been written and not yet said
        assert total <= now <= total + 1
    else:
        assert there == counts
    opened.records.close()
