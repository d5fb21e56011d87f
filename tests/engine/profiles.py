"""How long the laws are tried: a minute for everybody, much longer with LOCARNO_SOAK set."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SOAK = bool(os.environ.get("LOCARNO_SOAK"))
"""Whether the long run was asked for."""


def effort(examples: int, steps: int = 30) -> settings:
    """So many examples of so many steps, or twenty times as many in a soak; never a limit of time for one example."""
    return settings(
        max_examples=examples * 20 if SOAK else examples,
        stateful_step_count=steps * 2 if SOAK else steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
