from __future__ import annotations

import pytest

from milkit.ground.words import words
from milkit.widgets.rail import Span, Strip, TimeRail, spans
from milkit.widgets.thread import Progress, Thread
from milkit.widgets.timer import Timer, written

STEPS = [Span(5, "Warm up", "done"), Span(8, "Vote", "now"), Span(12, "Look")]


def test_time_is_written_with_two_figures():
    assert written(words("en"), 312) == "05:12"
    assert written(words("en"), 0) == "00:00"
    assert written(words("en"), 6000) == "100:00"
    assert written(words("my", own_digits=True), 312) == "၀၅:၁၂"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (312, "5 minutes left"),
        (61, "1 minute left"),
        (59, "59 seconds left"),
        (1, "1 second left"),
        (0, "0 seconds left"),
        (-10, "1 min over"),
        (-150, "2 min over"),
    ],
)
def test_the_timer_says_what_is_left_and_what_is_over(look, qtbot, left, said):
    timer = Timer(look)
    qtbot.addWidget(timer)
    timer.set_time(left, 480)
    assert timer.accessibleName() == said
    timer.resize(320, 110)
    assert not timer.grab().isNull()


def test_the_timer_fits_a_narrow_column_when_over(dressed, qtbot):
    timer = Timer(dressed(size=200))
    qtbot.addWidget(timer)
    timer.set_time(-3600, 480)
    timer.resize(timer.sizeHint())
    fits = [
        role
        for role in ("count", "section", "card")
        if timer._fits(timer.accessibleName(), role)
    ]
    assert fits


def test_steps_on_a_rail_are_as_wide_as_their_minutes():
    places = list(spans([5, 8, 12], 50, 500))
    assert [round(left) for left, _ in places] == [0, 50, 130]
    assert round(places[2][1]) == 118


@pytest.mark.parametrize("period", [20, 25, 45])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_a_rail_shows_what_is_over_and_what_is_free(dressed, qtbot, period, theme):
    rail = TimeRail(dressed(theme))
    qtbot.addWidget(rail)
    rail.set_steps(STEPS, period)
    rail.resize(700, 80)
    assert (
        rail.accessibleDescription() == "step 1: 5 min, step 2: 8 min, step 3: 12 min"
    )
    assert not rail.grab().isNull()


def test_a_rail_without_steps_is_no_trouble(look, qtbot):
    for part in (TimeRail(look), Strip(look)):
        qtbot.addWidget(part)
        part.resize(400, 60)
        assert not part.grab().isNull()


def test_a_strip_says_how_much_is_done(look, qtbot):
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.set_steps(STEPS)
    assert strip.accessibleName() == "1 of 3 steps done"
    assert not strip.grab().isNull()


def test_one_cell_is_one_student(look, qtbot):
    thread = Thread(look)
    qtbot.addWidget(thread)
    thread.set_count(17, 41)
    thread.resize(430, 32)
    image = thread.grab().toImage()
    filled = look.colour("pri").name()
    across = 21  # 41 students in two rows
    cell = min(430 / across, 16 * 1.25)
    seen = [
        image.pixelColor(round((n + 0.5) * cell), y).name() == filled
        for n in range(across)
        for y in (8, 24)
    ]
    assert sum(seen) == 17
    assert thread.accessibleName() == "17 of 41"


def test_progress_says_how_far_it_is(look, qtbot):
    progress = Progress(look, "Writing the kit")
    qtbot.addWidget(progress)
    progress.set_progress(14, 22, "You can go on working.")
    assert progress._text.text() == "14 of 22. You can go on working."
    progress.set_progress(0, 0)
    progress.set_progress(5000, 10000)
    assert progress._thread._total == Progress.CELLS
    assert progress._thread._filled == 20
