"""Many games of scripted powers, and more of what came of them than the endings: tracks by turn, scores, who acted when, what fired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from attrs import define, field, frozen

from engine.events import (
    BriefingGiven,
    EventFired,
    FullPowersIssued,
    FullPowersRecalled,
    MemoryKept,
    MinisterReplaced,
    ObjectivesScored,
    OrdersCommitted,
    OrdersSealed,
    PhaseOpened,
    ReadySignalled,
    TurnOpened,
    UltimatumClosed,
)
from engine.evolve import evolve
from engine.names import EventId, Power
from engine.plot import Scenario
from engine.setting import Each
from engine.simulate import Game, Report, simulate
from engine.state import State

OF_ITSELF = (
    BriefingGiven,
    FullPowersIssued,
    FullPowersRecalled,
    MemoryKept,
    MinisterReplaced,
    ObjectivesScored,
    OrdersCommitted,
    ReadySignalled,
    UltimatumClosed,
)
"""Events that name a power and are none of its doing, or only let the step pass."""


@frozen
class Spread:
    """How a number fell out over the games."""

    least: int
    mean: float
    most: int


def spread(values: list[int]) -> Spread:
    """The least, the mean and the most of some values, of which there is at least one."""
    return Spread(min(values), sum(values) / len(values), max(values))


@frozen(kw_only=True)
class Trial:
    """What came of many games."""

    report: Report
    seed: int
    tracks: Mapping[str, tuple[Spread, ...]]
    """By track, at the close of each turn that was reached; `tension`, `france.support`."""
    scores: Mapping[Power, Spread]
    fired: Mapping[EventId, int]
    """Games in which each scripted event happened."""
    idle: Mapping[Power, frozenset[int]]
    """The turns in which a power did nothing of its own in any game that reached them."""
    acts: tuple[float, ...]
    """What was done in each turn, in events a game that reached it."""


@define
class _Tally:
    scenario: Scenario
    tracks: dict[str, dict[int, list[int]]] = field(factory=dict)
    scores: dict[Power, list[int]] = field(factory=dict)
    fired: Counter[EventId] = field(factory=Counter)
    active: dict[Power, set[int]] = field(factory=dict)
    events: Counter[int] = field(factory=Counter)
    reached: Counter[int] = field(factory=Counter)

    def see(self, game: Game) -> None:
        """Count one game, turn by turn."""
        state: State | None = None
        for event in game.table.chronicle:
            if isinstance(event, TurnOpened) and state is not None and state.turn >= 0:
                self._close(state)
            if isinstance(event, EventFired) and event.happened:
                self.fired[event.event] += 1
            before, state = state, evolve(state, event)
            if before is not None and state.turn >= 0:
                self.events[state.turn] += not isinstance(event, TurnOpened | PhaseOpened)
                self._actor(event, state.turn)
        assert state is not None
        self._close(state)
        for power, (points, _) in state.scores.items():
            self.scores.setdefault(power, []).append(points)

    def _close(self, state: State) -> None:
        self.reached[state.turn] += 1
        for name, value in state.tracks.items():
            self.tracks.setdefault(name, {}).setdefault(state.turn, []).append(value)

    def _actor(self, event: object, turn: int) -> None:
        """Whoever an event shows at work: the power that it names as its author."""
        if isinstance(event, OF_ITSELF) or (isinstance(event, OrdersSealed) and not event.orders):
            return
        for name in ("by", "power", "issuer", "drafter"):
            power = getattr(event, name, None)
            if isinstance(power, str) and power in self.scenario.setting.powers:
                self.active.setdefault(Power(power), set()).add(turn)
                return


def hold_trial(scenario: Scenario, games: int, seed: int, progress: Callable[[int], None] = lambda done: None) -> Trial:
    """Play as many games, the n-th with seed + n, and watch them turn by turn."""
    tally = _Tally(scenario)
    report = simulate(scenario, games, seed, progress, tally.see)
    turns = range(len(scenario.setting.turns))
    shown: list[str] = [name for name, track in scenario.setting.tracks.items() if track.each is Each.WORLD]
    shown += [f"{p}.{n}" for n, track in scenario.setting.tracks.items() if track.each is Each.POWER for p in scenario.setting.powers]
    return Trial(
        report=report,
        seed=seed,
        tracks={
            name: tuple(spread(by_turn[t]) for t in turns if t in by_turn) for name in shown if (by_turn := tally.tracks.get(name, {}))
        },
        scores={power: spread(points) for power, points in tally.scores.items()},
        fired={ident: tally.fired[ident] for ident in scenario.plot.events},
        idle={p: frozenset(t for t in turns if tally.reached[t] and t not in tally.active.get(p, set())) for p in scenario.setting.powers},
        acts=tuple(tally.events[t] / tally.reached[t] for t in turns if tally.reached[t]),
    )
