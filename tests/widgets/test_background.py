from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from milkit.ground.errors import Cancelled
from milkit.widgets.background import Background


@pytest.fixture
def background(qapp):
    made = Background(qapp)
    yield made
    made.close()


def test_work_is_done_elsewhere_and_its_news_comes_home(background, qtbot):
    owner, heard = QObject(), []

    def work(step):
        step(1, 2)
        return current_thread() is main_thread()

    background.run(
        work,
        owner=owner,
        done=lambda here: heard.append(
            ("done", here, current_thread() is main_thread())
        ),
        stepped=lambda number, total: heard.append((number, total)),
    )
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [(1, 2), ("done", False, True)]


def test_a_failure_is_told_to_who_asked(background, qtbot):
    owner, heard = QObject(), []

    def work(_step):
        raise OSError("no room")

    background.run(work, owner=owner, done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], OSError)


def test_a_failure_that_nobody_asked_about_is_told_by_the_signal(background, qtbot):
    owner = QObject()

    def work(_step):
        raise OSError("no room")

    with qtbot.waitSignal(background.failed) as told:
        background.run(work, owner=owner, done=print)
    assert isinstance(told.args[0], OSError)


def test_work_can_be_stopped(background, qtbot):
    owner, heard, go = QObject(), [], Event()

    def work(step):
        go.wait(5)
        step(1, 2)

    stop = background.run(work, owner=owner, done=heard.append, failed=heard.append)
    stop.set()
    go.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Cancelled)


def test_nothing_is_told_to_a_screen_that_is_gone(background, qtbot):
    owner, heard, go, over = QObject(), [], Event(), Event()

    def work(_step):
        go.wait(5)
        over.set()

    background.run(work, owner=owner, done=heard.append)
    delete(owner)
    go.set()
    qtbot.waitUntil(over.is_set)
    qtbot.wait(20)
    assert heard == []
