"""Letting a stick go is asked of the system, and a refusal is no mishap."""

import sys

import pytest

from milkit.ground.eject import eject


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's list of mounts")
def test_a_folder_that_is_no_stick_is_not_let_go(tmp_path):
    assert eject(tmp_path) is False
    assert tmp_path.is_dir()
