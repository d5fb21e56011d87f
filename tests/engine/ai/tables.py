"""Tables for the tests of scripted powers: Munich with some of the seven played by hand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import scenarios
from engine.ai.brain import Decision, decide
from engine.ai.mind import Mind
from engine.ai.random_legal import random_step
from engine.ai.standin import Company
from engine.ai.value import Scales, Worth
from engine.commands import CloseStep, Command, CommitOrders, SignalReady
from engine.events import Event, MessageSent, Phase
from engine.names import Onlooker, Power, TreatyId, Viewer
from engine.plot import Scenario
from engine.profile import Profile
from engine.refusal import Refusal
from engine.simulate import Game, play_out
from engine.state import State
from engine.table import Table
from engine.treaty import Version

GERMANY, BRITAIN, FRANCE, CZECHS, ITALY, USSR, POLAND = POWERS = tuple(
    Power(p) for p in ("germany", "britain", "france", "czechoslovakia", "italy", "ussr", "poland")
)
SEED = 7
STEPS = 400
"""Of a game at random, if it does not end before."""


@cache
def munich() -> Scenario:
    """The scenario, read once."""
    return scenarios.load("munich-1938")


@cache
def scripted(seed: int) -> Game:
    """A game of the seven scripted powers, played once for all tests that only look at it."""
    return play_out(munich(), seed)


@cache
def at_random(seed: int) -> tuple[tuple[Viewer, Command], ...]:
    """The acts of a game at random among the options, drawn once."""
    table, acts = Table.open(munich(), seed), []
    while not table.state.over and len(acts) < STEPS:
        acts.append(random_step(table.state, seed, len(acts)))
        table.play(*acts[-1])
    return tuple(acts)


def profile(power: Power) -> Profile:
    """The author's profile of a power."""
    return munich().plot.profiles[power]


def seated(*human: Power, seed: int = SEED) -> tuple[Table, Company]:
    """A table at which these powers are played by hand and the others are scripted."""
    table = Table.open(munich(), seed)
    return table, Company(table, frozenset(table.state.powers()) - frozenset(human))


def do(table: Table, by: Power, command: Command) -> tuple[Event, ...]:
    """An act that the kernel accepts."""
    outcome = table.play(by, command)
    assert not isinstance(outcome, Refusal), outcome
    return outcome


def until(table: Table, company: Company, turn: str, human: Iterable[Power]) -> None:
    """Play on to the talks of a turn, the hands doing nothing."""
    while table.state.turn_id != turn or table.state.phase is not Phase.TALKS:
        assert not table.state.over
        company.play()
        before = len(table.chronicle)
        for power in human:
            if table.state.phase is Phase.TALKS and power not in table.state.ready:
                do(table, power, SignalReady(True))
            elif table.state.phase is Phase.ORDERS and power not in table.state.committed:
                do(table, power, CommitOrders(()))
        if len(table.chronicle) == before:
            table.play(Onlooker.FACILITATOR, CloseStep())
    company.play()


def open_talks(turn: str, *human: Power, seed: int = SEED) -> tuple[Table, Company]:
    """The talks of a turn, the scripted powers having done what they wanted."""
    table, company = seated(*human, seed=seed)
    until(table, company, turn, human)
    return table, company


def sent_by(events: Iterable[Event], power: Power) -> list[MessageSent]:
    """What a power said."""
    return [e for e in events if isinstance(e, MessageSent) and e.by == power]


def think(view: State, power: Power, memory: dict[str, int] | None = None, *, last: bool = False, seed: int = SEED) -> Decision:
    """One decision of a power with its author's profile."""
    return decide(view, power, profile(power), memory or {}, seed, (), last=last)


def mind_of(table: Table, power: Power) -> Mind:
    """A power about to think."""
    return Mind(table.view(power), power, profile(power), {}, SEED)


def worth_to(table: Table, power: Power, treaty: str, version: Version | None = None) -> Worth:
    """What a text is worth to a power."""
    found = table.state.treaties[TreatyId(treaty)]
    return Scales(table.view(power), power, profile(power), SEED).worth(found, version or found.text)
