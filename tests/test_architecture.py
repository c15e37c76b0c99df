"""The house stands: kinds and views match, every fence goes the whole way."""

import pytest

from milkit.activities.table import KINDS
from milkit.content.lesson import Activity
from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.ground.paths import bundled_lessons
from milkit.ground.words import words
from milkit.stage.table import VIEWS
from milkit.teaching.scene import Scene

LESSONS = sorted(bundled_lessons().glob("*/*/en.md"))
ASKED = (
    "poll rate sort sequence feed branch discuss quiz trace annotate roleplay create"
)


def test_each_kind_has_a_class_view_and_no_more():
    assert set(KINDS) == set(VIEWS) == set(ASKED.split())


def test_the_lessons_use_every_kind():
    used = set()
    for path in LESSONS:
        lesson = read_lesson(path)
        for part in (*lesson.steps, *lesson.boosters):
            used |= {b.kind for b in part.blocks if isinstance(b, Activity)}
    assert used == set(KINDS)


def test_the_eight_lessons_are_there():
    ids = {read_lesson(path).id for path in LESSONS}
    assert ids == {"L02", "L08", "L09", "L14", "L16", "L19", "L21", "L23"}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_every_fence_goes_from_text_to_paper_console_and_marks(path):
    lesson, w = render(read_lesson(path), "en"), words("en")
    for part in (*lesson.steps, *lesson.boosters):
        for block in part.blocks:
            if not isinstance(block, Activity):
                continue
            kind = KINDS[block.kind]
            printed = [
                kind.paper(block.data, p, w)
                for p in ("questions", "cards", "key", "big")
            ]
            assert any(printed), f"{block.id} has no paper form"
            counts = {
                q.id: {o.id: 3 for o in q.options} for q in kind.questions(block.data)
            }
            marks = kind.marks(block.data, counts)
            assert [m.counted for m in marks] == [
                3 * len(q.options) for q in kind.questions(block.data)
            ]
            scene = Scene(block.kind, part.title, "en", block.data, present=41)
            assert VIEWS[block.kind].console(scene, w) is not None
