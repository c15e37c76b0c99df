"""Every fence of every lesson goes through parse and paint, in all its languages."""

import re
import tomllib
from dataclasses import replace

import pytest

from milkit.activities.reading import read_shape
from milkit.activities.table import KINDS
from milkit.ground.paths import bundled_lessons
from milkit.ground.words import words
from milkit.stage.table import VIEWS
from milkit.teaching.scene import Scene
from tests.stage.samples import hands, items

FENCE = re.compile(r"^```(\w+) id=([\w-]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILES = sorted(bundled_lessons().glob("*/*/??*.md"))


def activities(path):
    """Read the fences of a lesson: (kind, data), with what they share filled in."""
    found = {}
    for kind, name, body in FENCE.findall(path.read_text("utf-8-sig")):
        if kind in KINDS:
            table = {"id": name, **tomllib.loads(body)}
            data, problems = read_shape(KINDS[kind].shape, table)
            assert not problems, problems
            found[name] = (kind, data)
    alone = {name: data for name, (_, data) in found.items()}
    return [(kind, KINDS[kind].fill(data, alone)) for kind, data in found.values()]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_activity_is_drawn(path, draw):
    lang = path.stem
    for kind, data in activities(path):
        counts = hands(kind, data)
        for item in range(items(kind, data)):
            base = Scene(kind, "Step", lang, data, item, present=41, left=99, total=180)
            for scene in (base, replace(base, counts=counts, counts_shown=True),
                          replace(base, answer_shown=True)):  # fmt: skip
                drawn, count = draw(scene, (1024, 768))
                assert drawn.texts
                assert count <= 6, f"{kind} {data.id}: {count} screens"
            VIEWS[kind].console(base, words("en"))


def test_there_are_lessons():
    assert FILES
