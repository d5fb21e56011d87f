"""How fast events are folded and journals loaded, and how long a scripted game takes."""

from __future__ import annotations

import time

import scenarios
from engine.codec import decode_event, encode_event
from engine.evolve import fold
from engine.simulate import play_out
from tests.benchmarks.table import Row

LEAST_FOLDS = 100_000
LEAST_LOADS = 50_000


def rows() -> list[Row]:
    """Folding, loading and playing Munich 1938."""
    scenario = scenarios.load("munich-1938")
    started = time.perf_counter()
    games = [play_out(scenario, seed) for seed in range(1, 6)]
    per_game = (time.perf_counter() - started) / len(games)
    events = [event for game in games for event in game.table.chronicle]
    bodies = [encode_event(event) for event in events]
    folds, loads = [], []
    for _ in range(12):
        started = time.perf_counter()
        for game in games:
            fold(game.table.chronicle)
        folds.append(len(events) / (time.perf_counter() - started))
        started = time.perf_counter()
        place = 0
        for game in games:
            count = len(game.table.chronicle)
            fold(decode_event(body) for body in bodies[place : place + count])
            place += count
        loads.append(len(bodies) / (time.perf_counter() - started))
    return [
        Row("events folded a second", max(folds), "1/s", LEAST_FOLDS, more_is_better=True),
        Row("journal events loaded a second", max(loads), "1/s", LEAST_LOADS, more_is_better=True),
        Row("scripted games a second", 1 / per_game, "1/s"),
        Row("events in a game", len(events) / len(games), ""),
        Row("bytes an event", sum(map(len, bodies)) / len(bodies), "B"),
    ]
