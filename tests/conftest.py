"""How the tests are spread over a machine."""

from __future__ import annotations

import os

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a terminal under test waits, for half of its time, until it is idle."""
    return (os.cpu_count() or 1) + 1
