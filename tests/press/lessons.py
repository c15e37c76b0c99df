"""A whole lesson of the kit, rendered as a pack holds it."""

import functools
from pathlib import Path

from milkit.content.read import read_lesson
from milkit.content.render import render

CORE = Path(__file__).parents[2] / "lessons" / "core"


@functools.cache
def lesson(lang="en", folder="find-the-first-photo"):
    return render(read_lesson(CORE / folder / f"{lang}.md"))


FOLDERS = sorted(path.parent.name for path in CORE.glob("*/en.md"))
