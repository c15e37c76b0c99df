"""One application for all tests: a command that prints would make a smaller one."""

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen
settings.register_profile("suite", max_examples=40, deadline=None)
settings.load_profile("suite")  # other examples at each run


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp):
    return qapp
