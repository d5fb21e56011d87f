"""How the tests are spread over a machine, and how long one may take."""

from __future__ import annotations

import gc
import os

import pytest

PROPERTY_SECONDS = 900
"""A test of many examples takes far longer than others on a busy machine, and one cut off between two draws is reported as inconsistent
data, which hides that it was slow."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a terminal under test waits, for half of its time, until it is idle."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Properties have more time than other tests, unless the command line says how much all have."""
    if config.getoption("timeout") is not None:
        return
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False) and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(PROPERTY_SECONDS))


def pytest_collection_finish() -> None:
    """Circles of dead objects are sought less often, and not among what was loaded for all tests: that took a quarter of a terminal's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
