"""What only the teacher may know never reaches the class, and the rest only in time."""

from dataclasses import fields, is_dataclass, replace

import pytest

from milkit.activities.table import KINDS
from milkit.content.lesson import Note, Step
from milkit.stage.table import VIEWS
from milkit.teaching.scene import Scene
from tests.stage.samples import items, samples, steps

PRIVATE = "Zx"  # what begins so is the teacher's
LATER = "Qj"  # what begins so is shown with the answer

# field of a shape -> when the class may see it. All others are public.
TEACHERS = {
    "secret", "key", "levels", "criterion", "unknown", "emotion", "harm", "lines",
    "competency", "pair", "topic", "help", "changed", "oldest",
}  # fmt: skip
WITH_ANSWER = {"why", "how", "name", "example", "label"}
# Some names mean another thing in some kinds.
PUBLIC = {("roleplay", "name"), ("sort", "label")}
FOUND_LATER = {"feed"}  # in a rate, what was found is read before the vote


def _when(kind, name):
    if name in TEACHERS:
        return PRIVATE
    if name in WITH_ANSWER and (kind, name) not in PUBLIC:
        return LATER
    return LATER if name == "found" and kind in FOUND_LATER else ""


def marked(kind, value, name=""):
    """Put a mark before every text that the class may not see (yet)."""
    if is_dataclass(value):
        changed = {
            f.name: marked(kind, getattr(value, f.name), f.name) for f in fields(value)
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(marked(kind, one, name) for one in value)
    if isinstance(value, dict):
        return {k: marked(kind, v, name) for k, v in value.items()}
    mark = _when(kind, name)
    return f"{mark} {value}" if isinstance(value, str) and mark and value else value


def _scenes(kind, data, **more):
    for item in range(items(kind, data)):
        for placed in steps(kind, data):
            yield Scene(
                kind=kind, data=data, item=item, placed=placed, title="Step",
                present=41, counted=37, left=99, total=180, **more,
            )  # fmt: skip


def _said(draw, scene):
    """Everything that stands on any screen of a scene."""
    drawn, count = draw(scene)
    return "\n".join(
        [drawn.words]
        + [draw(replace(scene, page=page))[0].words for page in range(1, count)]
    )


def _data(kind):
    return marked(kind, samples("en")[kind])


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_before_the_answer_nothing_private_and_nothing_to_come(kind, draw):
    data = _data(kind)
    for scene in _scenes(kind, data):
        said = _said(draw, scene)
        assert PRIVATE not in said
        assert LATER not in said


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_with_the_answer_still_nothing_private(kind, draw):
    seen = ""
    for scene in _scenes(kind, _data(kind), answer_shown=True):
        seen += _said(draw, scene)
    assert PRIVATE not in seen
    reveals = kind not in ("discuss", "roleplay")
    assert (LATER in seen) == reveals  # the marks are where the reasons are


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_counts_are_drawn_only_once_they_are_shown(kind, draw):
    data = samples("en")[kind]
    counts = {
        q.id: {o.id: 777 + i for i, o in enumerate(q.options)}
        for q in KINDS[kind].questions(data)
    }
    before = {q: dict.fromkeys(hands, 888) for q, hands in counts.items()}
    counted = kind in ("poll", "rate", "quiz", "feed", "branch")
    hidden = {"counts": counts, "before": before}
    for scene in _scenes(kind, data, **hidden):
        said = _said(draw, scene)
        assert "777" not in said
        assert "888" not in said
    shown = "".join(
        _said(draw, scene) for scene in _scenes(kind, data, **hidden, counts_shown=True)
    )
    assert ("777" in shown) == counted


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_the_right_answer_is_not_hinted_at_before(kind, draw):
    """What is drawn before the answer is the same whatever the answer is."""
    if kind not in ("poll", "quiz", "rate"):
        return
    data = samples("en")[kind]
    if kind == "poll":
        other = replace(data, answer="yes", why={"yes": "other"})
    else:
        key = "correct" if kind == "quiz" else "truth"
        change = {"a": "b", "b": "a", True: False, False: True}
        other = replace(
            data,
            items=tuple(
                replace(i, **{key: change[getattr(i, key)]}) for i in data.items
            ),
        )
    for one, two in zip(_scenes(kind, data), _scenes(kind, other), strict=True):
        first, second = draw(one)[0], draw(two)[0]
        assert first.words == second.words
        assert first.boxes == second.boxes


def test_a_scene_has_no_room_for_notes():
    """Notes, steps and names of students are no part of what a view is handed."""
    private = {f.name for f in fields(Note)} | {f.name for f in fields(Step)}
    shared = {"title", "data", "kind"}
    assert not ({f.name for f in fields(Scene)} & private) - shared
    assert set(VIEWS) == set(KINDS)
