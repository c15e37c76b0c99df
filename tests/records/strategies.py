"""Runs that nobody taught, for the property tests."""

from hypothesis import strategies as st

from milkit.records import happenings as h

STEPS = ("look", "vote", "trace", "close")
ACTIVITIES = ("first-vote", "second-vote", "cards")
WORDS = st.sampled_from(("fits", "not", "unsure", "ไม่ตรง", ""))
small = st.integers(-3, 60)
step = st.sampled_from((*STEPS, "no-such-step"))
activity = st.sampled_from(ACTIVITIES)

start = st.builds(
    h.Started,
    lesson=st.sampled_from(("L14", "L02")),
    lang=st.just("th"),
    pack=st.just("core"),
    version=st.just("1.0.0"),
    title=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    topic=st.just("images"),
    class_id=st.just(""),
    class_name=st.just("8 Melati"),
    students=st.integers(0, 60),
    period=st.sampled_from((0, 35, 40)),
    steps=st.just(tuple(h.PlannedStep(one, one.title(), 5) for one in STEPS)),
    sample=st.booleans(),
)
happening = st.one_of(
    start,
    st.builds(h.StepFinished, step=step, seconds=small, then=step, lost=small),
    st.builds(h.ActivityShown, activity=st.sampled_from((*ACTIVITIES, ""))),
    st.builds(h.ItemReached, activity=activity, item=small, page=small, seconds=small),
    st.builds(
        h.CountsChanged,
        activity=activity,
        question=activity,
        option=WORDS,
        by=st.sampled_from((1, -1, 5)),
        again=st.sampled_from(("", "first-vote")),
    ),
    st.builds(
        h.CountsSet,
        activity=activity,
        question=activity,
        counts=st.dictionaries(WORDS, small, max_size=3),
    ),
    st.builds(
        h.RevealChanged,
        activity=activity,
        question=activity,
        reveal=st.sampled_from(("", "counts", "answer")),
    ),
    st.builds(h.ItemPlaced, activity=activity, item=WORDS, where=WORDS),
    st.builds(h.PlacesCleared, activity=activity),
    st.builds(h.Paused, seconds=small),
    st.builds(h.WentOn, lost=small),
    st.builds(h.Resumed, seconds=small, gap=small, sitting=st.booleans()),
    st.builds(h.MinutesChanged, step=step, minutes=small),
    st.builds(h.StepLeftOut, step=step, out=st.booleans()),
    st.builds(
        h.ScreenChanged, blank=st.booleans(), frozen=st.booleans(), seconds=small
    ),
    st.builds(h.StudentsCounted, present=small),
    st.builds(h.LineWritten, text=WORDS),
    st.builds(
        h.SlipsCounted, activity=activity, not_yet=small, nearly=small, reached=small
    ),
    st.builds(h.BoosterPlanned, week=st.sampled_from((1, 4)), on=st.just("2026-12-02")),
    st.builds(h.Ended, step=step, seconds=small, finished=st.booleans()),
)
# A number means: undo the event that came so many before.
story = st.lists(st.one_of(happening, st.integers(1, 8)), max_size=40)
