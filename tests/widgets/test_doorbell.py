from __future__ import annotations

import threading

from milkit.records import lock
from milkit.widgets.doorbell import Doorbell


def test_a_second_start_rings_and_is_answered(tmp_path, qtbot):
    bell = Doorbell(tmp_path / lock.BELL)
    answers = []
    second = threading.Thread(target=lambda: answers.append(lock.knock(tmp_path)))
    with qtbot.waitSignal(bell.rung):
        second.start()
    second.join()
    assert answers == [True]


def test_who_knocked_before_is_answered_too(tmp_path, qtbot):
    folder = tmp_path / lock.BELL
    folder.mkdir()
    (folder / "4711").touch()
    Doorbell(folder)
    assert not list(folder.iterdir())


def test_where_nothing_can_be_written_nothing_rings(tmp_path, qtbot):
    (tmp_path / "file").touch()
    bell = Doorbell(tmp_path / "file" / lock.BELL)
    with qtbot.assertNotEmitted(bell.rung, wait=20):
        assert not lock.knock(tmp_path / "file")
