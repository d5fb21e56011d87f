"""Scripted powers at a table: who thinks next, and how a step closes when nobody has anything left to do."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from engine.ai.brain import Decision, decide
from engine.commands import AnswerCrisis, CommitOrders, Decide, PowerCommand, Remember, SignalReady, Vote
from engine.conference import Ballot
from engine.crisis import Stance
from engine.events import MessageSent
from engine.names import Onlooker, Power
from engine.options import options
from engine.profile import Profile
from engine.refusal import Refusal
from engine.state import State
from engine.table import Table

decide_for = decide
NO_PROFILE = Profile()
"""How a power is played for which the author has written nothing: it answers, holds its ground and starts nothing."""


def fallback(view: State, power: Power) -> tuple[PowerCommand, ...]:
    """What lets the game go on if a scripted power cannot think: ready, no orders, neutral, abstaining."""
    candidates: list[PowerCommand] = [SignalReady(True), CommitOrders(()), AnswerCrisis(stance=Stance.NEUTRAL)]
    candidates += [AnswerCrisis(stance=Stance.RESIST), Decide(persist=False)]
    candidates += [Vote(conference=c, ballot=Ballot.ABSTAIN) for c in view.conferences]
    every = options(view, power)
    return tuple(c for c in candidates if any(option.admits(c) for option in every))[:1]


@frozen(kw_only=True)
class Played:
    """One act of a scripted power and what became of it."""

    power: Power
    command: PowerCommand
    refusal: Refusal | None = None


def play_round(
    table: Table, powers: frozenset[Power], views: Mapping[Power, State], heard: dict[Power, int], *, last: bool
) -> list[Played]:
    """Let each of these powers think once, the first to speak changing with the turn; stop at the first that closes a step."""
    played: list[Played] = []
    order = [p for p in table.state.powers() if p in powers]
    start = table.state.turn % len(order) if order else 0
    for power in order[start:] + order[:start]:
        if table.state.over:
            break
        decision = think(table, views[power], power, heard, last=last)
        for act in decision.acts:
            outcome = table.play(power, act)
            played.append(Played(power=power, command=act, refusal=outcome if isinstance(outcome, Refusal) else None))
        if dict(decision.memory) != dict(table.state.memories.get(power, {})):
            table.play(Onlooker.FACILITATOR, Remember(power=power, memory=decision.memory))
        if last and decision.acts:
            break
    return played


def think(table: Table, view: State, power: Power, heard: dict[Power, int], *, last: bool) -> Decision:
    """One power's decision from its own view; one that fails falls back and never stops the game."""
    plot = table.state.plot
    profile = plot.profiles.get(power, NO_PROFILE) if plot is not None else NO_PROFILE
    memory = table.state.memories.get(power, {})
    since = heard.get(power, 0)
    heard[power] = len(table.chronicle)
    inbox = tuple(e for e in table.chronicle[since:] if isinstance(e, MessageSent) and power in e.to)
    try:
        return decide(view, power, profile, memory, plot.seed if plot is not None else 0, inbox, last=last)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, AssertionError):
        return Decision(acts=fallback(view, power), memory=memory)
