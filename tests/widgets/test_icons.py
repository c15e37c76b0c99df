from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from milkit.ground.paths import resources
from milkit.widgets.icons import Icons
from milkit.widgets.lesson_words import NEED_ICONS

pytestmark = pytest.mark.usefixtures("qapp")
HOME = resources() / "icons"
KIT = Path(__file__).parents[2] / "milkit"


def test_an_icon_is_tinted_and_as_large_as_the_screen_needs():
    drawn = Icons(HOME).pixmap("play-fill", "#1B4763", 20, 1.25)
    assert drawn.width() == 25
    assert drawn.devicePixelRatio() == 1.25
    middle = drawn.toImage().pixelColor(11, 12)
    assert middle == QColor("#1B4763")


def test_a_missing_icon_is_empty(tmp_path):
    assert Icons(tmp_path).pixmap("nothing", "#000000", 20).width() == 20


def test_icons_may_come_in_one_file(tmp_path):
    drawing = (HOME / "play-fill.svg").read_text("utf-8")
    (tmp_path / "icons.json").write_text(json.dumps({"play-fill": drawing}))
    packed, loose = (Icons(home) for home in (tmp_path / "icons", HOME))
    asked = ("play-fill", "#1B4763", 20)
    assert packed.pixmap(*asked).toImage() == loose.pixmap(*asked).toImage()
    assert packed.pixmap("nothing", "#000000", 20).width() == 20


def test_an_icon_is_drawn_once():
    icons = Icons(HOME)
    icons.pixmap("house", "#000000", 20)
    assert len(icons._drawn) == 1
    icons.pixmap("house", "#000000", 20)
    assert len(icons._drawn) == 1


def test_icons_named_in_widgets_are_here():
    named = set(NEED_ICONS.values())
    for file in (KIT / "widgets").glob("*.py"):
        named |= set(re.findall(r'\.icon\(\s*"([a-z-]+)"', file.read_text("utf-8")))
    missing = [name for name in named if not (HOME / f"{name}.svg").exists()]
    assert len(named) > 5
    assert missing == []


def test_all_icons_are_plain_drawings():
    for file in HOME.glob("*.svg"):
        text = file.read_text("utf-8")
        assert "currentColor" in text, file.name
        assert not re.search(r"<script|href|<style|<text|<image", text), file.name
