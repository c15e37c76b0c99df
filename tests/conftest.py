"""One application for all tests: a command that prints would make a smaller one."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp):
    return qapp
