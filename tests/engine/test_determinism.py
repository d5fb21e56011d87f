"""A scenario, a seed and the same commands give the same chronicle, byte for byte, on any run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.ai.random_legal import random_command
from engine.codec import encode_event
from engine.commands import CloseStep
from engine.table import Table
from tests.engine.profiles import SOAK
from tests.engine.settings import FACILITATOR, POWERS, SCENARIO, do

ROOT = Path(__file__).parents[2]
SEEDS = range(40 if SOAK else 3)


def chronicle(seed: int) -> list[bytes]:
    """A game played at random from a seed to its end."""
    table = Table.open(SCENARIO, seed)
    for step in range(400):
        if table.state.over:
            break
        power = POWERS[step % len(POWERS)]
        command = random_command(table.state, power, seed, f"{step}")
        if command is not None and step % 12:
            do(table, power, command)
        else:
            do(table, FACILITATOR, CloseStep())
    assert table.state.over
    return [encode_event(event) for event in table.chronicle]


def digest(seed: int) -> str:
    """The whole game in one word."""
    return hashlib.sha256(b"\n".join(chronicle(seed))).hexdigest()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_game_twice_is_the_same_byte_for_byte(seed: int) -> None:
    assert chronicle(seed) == chronicle(seed)


def test_the_order_of_sets_in_memory_does_not_matter() -> None:
    told = []
    for hash_seed in ("1", "77"):
        code = f"from tests.engine.test_determinism import digest; print(*(digest(s) for s in {list(SEEDS)}))"
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        told.append(done.stdout.split())
    assert told == [[digest(seed) for seed in SEEDS]] * 2
    assert len(set(told[0])) == len(SEEDS)


def test_chance_depends_on_the_seed_and_on_nothing_that_was_done_before() -> None:
    """Otherwise what chance brings would tell an outsider how much has happened unseen."""
    from engine.commands import Send
    from engine.events import EventFired
    from tests.engine.settings import ALBA, BORIA, close, to_phase

    def storm(seed: int, talk: bool) -> bool:
        from engine.events import Phase

        table = Table.open(SCENARIO, seed)
        for _ in range(5 if talk else 0):
            do(table, ALBA, Send(to=frozenset({BORIA}), text="Well?"))
        to_phase(table, Phase.TALKS, 1)
        (fired,) = (e for e in table.chronicle if isinstance(e, EventFired) and e.event == "storm")
        close(table)
        return fired.happened

    came = [storm(seed, False) for seed in range(30)]
    assert came == [storm(seed, True) for seed in range(30)]
    assert {True, False} == set(came)
