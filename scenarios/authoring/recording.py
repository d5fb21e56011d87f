"""A game written down as a playthrough: each act on a line, with comments that say who could do what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from engine.commands import CloseStep, Command, CommitOrders, FindVoid, Send, SignalReady
from engine.council_commands import Yield
from engine.events import Event
from engine.names import Lang, Onlooker, Power, Viewer
from engine.plot import Scenario
from engine.refusal import Refusal
from engine.resolution import Outcome
from engine.simulate import play_out
from engine.state import State
from engine.table import Table
from engine.texts.grammar import date, pick
from scenarios.authoring.acts import Offer, act_words, joined, offers
from scenarios.authoring.words import page_words
from scenarios.reading.steps import FACILITATOR

WIDTH = 110


@frozen
class Act:
    """Something that was done, and where the game stood then and afterwards."""

    by: Viewer
    command: Command
    before: tuple[object, ...]
    after: tuple[object, ...]


def place(state: State) -> tuple[object, ...]:
    """Where the game stands: the turn, the step of it, and the step of whatever sits."""
    sitting, crisis = state.sitting, state.crisis
    sits = (sitting.organ, sitting.item, sitting.step, sitting.poll is not None and sitting.poll.subject) if sitting is not None else ()
    return (state.turn, state.phase, sits, (crisis.mover, crisis.target, crisis.revealed) if crisis is not None else ())


class Watched(Table):
    """A table that keeps what is done at it."""

    def __init__(self, chronicle: Sequence[Event]) -> None:
        self.acts: list[Act] = []
        super().__init__(chronicle)

    def play(self, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal:
        """Decide and apply, and keep what was not refused."""
        before = place(self.state)
        outcome = super().play(by, command)
        if not isinstance(outcome, Refusal):
            self.acts.append(Act(by, command, before, place(self.state)))
        return outcome


def simulated(scenario: Scenario, seed: int) -> tuple[Act, ...]:
    """What scripted powers do in one game."""
    table = Watched.open(scenario, seed)
    assert isinstance(table, Watched)
    play_out(scenario, seed, table)
    return tuple(table.acts)


def record(scenario: Scenario, name: str, seed: int, acts: Sequence[Act], lang: Lang) -> str:
    """A playthrough of the acts; what only lets a step pass is left out, as long as the game goes the same way without it.

    Where the game does not go that way in this scenario (it has been changed since), the playthrough ends where they part, and says so.
    """
    for spare in (True, False):
        recording = _Recording(scenario, seed, lang, spare)
        if recording.play(acts):
            break
    else:
        recording.lines += [f"  # {page_words(lang, 'parts_here')}"]
    head = [f"{name}:", *(f"  # {row}" for row in textwrap.wrap(page_words(lang, "recorded"), WIDTH))]
    return "\n".join([*head, f"  - seed: {seed}", *recording.lines]) + "\n"


def only_passes(command: Command) -> bool:
    """Whether an act has no other effect than that a step may pass, or is only words between powers."""
    return isinstance(command, Send | SignalReady | Yield) or (isinstance(command, CommitOrders) and not command.orders)


@define
class _Recording:
    scenario: Scenario
    seed: int
    lang: Lang
    spare: bool
    lines: list[str] = field(factory=list)
    turn: int = -1
    seen: frozenset[str] = frozenset()
    told: set[tuple[object, ...]] = field(factory=set)

    def play(self, acts: Sequence[Act]) -> bool:
        """Whether the game went the same way."""
        table = Table.open(self.scenario, self.seed)
        self._opened(table.state)
        for act in acts:
            if not self._act(table, act):
                return False
        state = table.state
        if state.ending is not None:
            self.lines.append(f"  - ending: {state.ending}")
        return True

    def _act(self, table: Table, act: Act) -> bool:
        if isinstance(act.command, CloseStep):
            self._close(table)
        elif isinstance(act.by, Onlooker) and not isinstance(act.command, FindVoid):
            return True
        elif not (self.spare and only_passes(act.command)):
            if isinstance(table.play(act.by, act.command), Refusal):
                return False
            who = FACILITATOR if isinstance(act.by, Onlooker) else act.by
            self._line(table.state, f"{who}: {self._words(act.command)}")
            if place(table.state) == act.after != act.before:
                self._opened(table.state)
        if place(table.state) == act.before != act.after:
            self._close(table)
        return place(table.state) == act.after or table.state.over

    def _words(self, command: Command) -> str:
        return act_words(command, self.scenario.setting.turns)

    def _close(self, table: Table) -> None:
        phase = table.state.phase
        table.play(Onlooker.FACILITATOR, CloseStep())
        self._line(table.state, f"close: {phase.value}")
        self._opened(table.state)

    def _line(self, state: State, line: str) -> None:
        self.lines.append(f"  - {line}")
        now = frozenset(_come_true(state, self.scenario))
        new = sorted(now - self.seen)
        self.seen = now
        if new:
            said = new[0] if len(new) == 1 else f"[{', '.join(new)}]"
            self.lines.append(f"  - expect: {said}")

    def _opened(self, state: State) -> None:
        """A new step: which it is, and what is open to whom."""
        if state.over:
            return
        if state.turn != self.turn:
            self.turn = state.turn
            setting = state.setting
            turn = setting.turns[state.turn_id]
            world = ", ".join(f"{name} {state.tracks[name]}" for name in setting.tracks if name in state.tracks)
            self.lines += [
                "",
                *self._comment(f"{pick(turn.name, self.lang)}, {date(self.lang, turn.date)}" + (f". {world}" if world else "")),
            ]
            self.lines.append(f"  - turn: {state.turn_id}")
        found = tuple((power, offer) for power in state.powers() for offer in joined(self._new(state, power)))
        if not found:
            return
        step = f"_{state.sitting.step.value}" if state.sitting is not None else ""
        self.lines += self._comment(page_words(self.lang, f"open_{state.phase.value}{step}"))
        by: dict[str, list[Power]] = {}
        for power, offer in found:
            by.setdefault(offer.words, []).append(power)
        for words, powers in by.items():
            self.lines.append(f"  #   - {', '.join(powers)}: {{{words}}}")

    def _new(self, state: State, power: Power) -> Iterator[Offer]:
        """What is open to a power and was not when it was last said, whatever the time left for it."""
        for offer in offers(state, power):
            key = (power, offer.verb, *(values for name, values in offer.slots.items() if name != "expires"))
            if key not in self.told:
                self.told.add(key)
                yield offer

    @staticmethod
    def _comment(words: str) -> list[str]:
        return [f"  # {row}" for row in textwrap.wrap(words, WIDTH)]


def _come_true(state: State, scenario: Scenario) -> Iterator[str]:
    """What stands out in the game so far, each as a condition."""
    for ident in scenario.plot.drafts:
        treaty = state.treaties.get(ident)
        if treaty is not None and treaty.in_force:
            yield f"{ident}.in_force"
    for resolution in state.resolutions.values():
        if resolution.id in scenario.plot.resolutions and resolution.stage in (Outcome.ADOPTED, Outcome.REJECTED, Outcome.VETOED):
            yield f"{resolution.id}.{resolution.stage.value}"
