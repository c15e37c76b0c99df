"""One application for all tests: a command that prints would make a smaller one."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp):
    return qapp
