import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "lessons" / "core" / "find-the-first-photo"


@pytest.fixture
def folder(tmp_path):
    """Give a copy of the example lesson in three languages."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "find-the-first-photo"))


@pytest.fixture
def edit(folder):
    """Change one place of a lesson file; the place must occur."""

    def change(old, new, lang="en", count=1):
        path = folder / f"{lang}.md"
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, count), encoding="utf-8")
        return path

    return change
