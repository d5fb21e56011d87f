"""Scripted powers at a table: who thinks next, and how a step closes when nobody has anything left to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import fields, frozen

from engine.ai.brain import Decision, decide
from engine.commands import AnswerCrisis, AnswerInvitation, Command, CommitOrders, Decide, PowerCommand, Remember, SignalReady
from engine.council_commands import AnswerRuling, CastBallot, GiveRuling, Yield
from engine.crisis import Stance
from engine.events import Event, MessageSent
from engine.evolve import evolve
from engine.names import ConferenceId, Onlooker, Power, Viewer
from engine.options import options
from engine.profile import Profile
from engine.redact import redact
from engine.refusal import Refusal
from engine.roll import conferences
from engine.state import State
from engine.voting import Ballot

decide_for = decide
NO_PROFILE = Profile()
"""How a power is played for which the author has written nothing: it answers, holds its ground and starts nothing."""
MOST_ACTS = 4000
"""Acts of scripted powers without a word from anybody else, in one call."""
MOST_ACTS_A_STEP = 400
"""Acts of scripted powers in one phase; from there on each only closes it."""


class Referee(Protocol):
    """What is asked of a table (`engine.table.Table`)."""

    @property
    def state(self) -> State: ...

    @property
    def chronicle(self) -> Sequence[Event]: ...

    def play(self, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal: ...


def fallback(view: State, power: Power) -> tuple[PowerCommand, ...]:
    """What lets the game go on if a scripted power cannot think: ready, no orders, neutral, abstaining."""
    candidates: list[PowerCommand] = [SignalReady(True), CommitOrders(()), AnswerCrisis(stance=Stance.NEUTRAL)]
    candidates += [AnswerCrisis(stance=Stance.RESIST), Decide(persist=False)]
    if view.sitting is not None:
        organ = view.sitting.organ
        candidates += [Yield(organ=organ), AnswerRuling(organ=organ, challenge=False), GiveRuling(organ=organ, procedural=False)]
        candidates += [CastBallot(organ=organ, ballot=Ballot.ABSTAIN), AnswerInvitation(conference=ConferenceId(organ), attend=False)]
    every = options(view, power)
    return tuple(c for c in candidates if any(option.admits(c) for option in every))[:1]


@frozen(kw_only=True)
class Played:
    """One act of a scripted power and what became of it; `failure` names the error of a power that could not think."""

    power: Power
    command: PowerCommand
    refusal: Refusal | None = None
    failure: str = ""


class Company:
    """The scripted powers of one table, each with its own fold of its own news."""

    def __init__(self, table: Referee, powers: frozenset[Power]) -> None:
        self.table = table
        self.powers = tuple(p for p in table.state.powers() if p in powers)
        self._views: dict[Power, State] = {}
        self._inbox: dict[Power, list[MessageSent]] = {p: [] for p in self.powers}
        self._folded = 0
        self._idle: dict[tuple[Power, bool], State] = {}
        self._step: tuple[object, ...] = ()
        self._acts = 0

    def play(self, cap: int = MOST_ACTS) -> list[Played]:
        """Let them act until none has anything left to do; they close the steps that wait for nobody else."""
        played: list[Played] = []
        while len(played) < cap and not self.table.state.over:
            done = self._round(last=False) or self._round(last=True)
            if not done:
                break
            played += done
        return played

    def _round(self, *, last: bool) -> list[Played]:
        """Each thinks once, the first to speak changing with the turn; one that closes its step lets the others look again."""
        played: list[Played] = []
        start = self.table.state.turn % len(self.powers) if self.powers else 0
        for power in self.powers[start:] + self.powers[:start]:
            if self.table.state.over:
                break
            acts = self._let_act(power, last=last)
            played += acts
            if last and any(act.refusal is None for act in acts):
                break
        return played if any(act.refusal is None for act in played) else []

    def _let_act(self, power: Power, *, last: bool) -> list[Played]:
        view = self.view(power)
        if not self._inbox[power] and _is_as_before(self._idle.get((power, last)), view, power):
            return []
        decision, failure = self._decide(power, view, last=last)
        played = []
        for act in decision.acts:
            outcome = self.table.play(power, act)
            played.append(Played(power=power, command=act, refusal=outcome if isinstance(outcome, Refusal) else None, failure=failure))
        if decision.memory != self.table.state.memories.get(power, {}):
            self.table.play(Onlooker.FACILITATOR, Remember(power=power, memory=decision.memory))
        if not any(act.refusal is None for act in played):
            self._idle[(power, last)] = view
        self._count(len(played))
        return played

    def _decide(self, power: Power, view: State, *, last: bool) -> tuple[Decision, str]:
        """One power's decision from its own view; one that fails, or a quarrel without end, falls back on letting the step pass."""
        state = self.table.state
        memory: Mapping[str, int] = state.memories.get(power, {})
        inbox, self._inbox[power] = tuple(self._inbox[power]), []
        if (state.turn, state.phase, state.crisis) == self._step and self._acts > MOST_ACTS_A_STEP:
            return Decision(acts=fallback(view, power) if last else (), memory=memory), ""
        plot = state.plot
        profile = plot.profiles.get(power, NO_PROFILE) if plot is not None else NO_PROFILE
        try:
            return decide(view, power, profile, memory, plot.seed if plot is not None else 0, inbox, last=last), ""
        except Exception as error:  # noqa: BLE001
            # A game never stops because a scripted power erred; the caller is told.
            return Decision(acts=fallback(view, power), memory=memory), type(error).__name__

    def _count(self, acts: int) -> None:
        state = self.table.state
        step = (state.turn, state.phase, state.crisis)
        self._acts = acts + (self._acts if step == self._step else 0)
        self._step = step

    def view(self, power: Power) -> State:
        """What a power knows now."""
        for event in self.table.chronicle[self._folded :]:
            for viewer in self.powers:
                if redact(event, viewer) is not None:
                    self._views[viewer] = evolve(self._views.get(viewer), event)
                    if isinstance(event, MessageSent) and viewer in event.to:
                        self._inbox[viewer].append(event)
        self._folded = len(self.table.chronicle)
        return self._views[power]


CLOSING = ("ready", "committed")
"""What changes when a power closes its step."""


def _is_as_before(before: State | None, now: State, power: Power) -> bool:
    """Whether nothing has changed since a power had nothing to do but that others have closed their step.

    That gives it nothing more to do, unless a conference sits or an ultimatum runs: there it matters whether its host or the other
    side can still act.
    """
    if before is None or before is now:
        return before is now
    if now.ultimatums or conferences(now):
        return False
    if any((power in getattr(before, name)) != (power in getattr(now, name)) for name in CLOSING):
        return False
    return all(getattr(before, a.name) is getattr(now, a.name) for a in fields(State) if a.name not in CLOSING)


def let_scripted_play(table: Referee, powers: frozenset[Power], cap: int = MOST_ACTS) -> list[Played]:
    """Let these powers act until they wait for somebody else, or the game is over."""
    return Company(table, powers).play(cap)
