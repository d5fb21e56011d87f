"""How fast events are folded and journals loaded, and how long a scripted game takes."""

from __future__ import annotations

import json
import time

import scenarios
from engine.codec import decode_event, encode_event
from engine.evolve import fold
from engine.simulate import play_out
from tests.benchmarks.table import Row, side_by_side

LEAST_FOLDS = 100_000
LEAST_LOADS = 50_000
"""A second, on a machine that reads JSON at the pace below."""
PARSED = 140_000
"""Journal events a second whose JSON the standard library reads on the machine for which these were set; a slower one is given as much less."""


def rows() -> list[Row]:
    """Folding, loading and playing Munich 1938."""
    scenario = scenarios.load("munich-1938")
    started = time.perf_counter()
    games = [play_out(scenario, seed) for seed in range(1, 6)]
    per_game = (time.perf_counter() - started) / len(games)
    chronicles = [game.table.chronicle for game in games]
    journals = [[encode_event(event) for event in chronicle] for chronicle in chronicles]
    bodies = [body for journal in journals for body in journal]
    taken = side_by_side(
        lambda: [json.loads(body) for body in bodies],
        lambda: [fold(chronicle) for chronicle in chronicles],
        lambda: [fold(decode_event(body) for body in journal) for journal in journals],
        times=25,
    )
    parsed, folds, loads = (len(bodies) / ms * 1000 for ms in taken)
    pace = max(PARSED / parsed, 1.0)
    return [
        Row("journal events a second, JSON of the library alone", parsed, "1/s"),
        Row("events folded a second", folds, "1/s", LEAST_FOLDS / pace, more_is_better=True),
        Row("journal events loaded a second", loads, "1/s", LEAST_LOADS / pace, more_is_better=True),
        Row("scripted games a second", 1 / per_game, "1/s"),
        Row("events in a game", len(bodies) / len(games), ""),
        Row("bytes an event", sum(map(len, bodies)) / len(bodies), "B"),
    ]
