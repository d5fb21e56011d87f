"""What the umpire does: the clock closes steps, the facilitator stops it and finds consents void, the program keeps scripted powers' minds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from engine.commands import CloseStep, FindVoid, Pause, Remember, SetDeadline, UmpireCommand
from engine.decide.leaving import find_void
from engine.decide.texts import PHASES
from engine.decide.turns import close_phase
from engine.domains import Lawful, OneOf, Option
from engine.events import ClockPaused, DeadlineSet, MemoryKept
from engine.names import EVERYBODY, NOBODY
from engine.nullity import fault_of_finding, voidable
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State


def offers(state: State) -> Iterator[Option]:
    """Every act of the umpire; a consent is found void when a power could hold it so, and only by one who sees all."""
    yield Option(verb=CloseStep, domains={})
    yield Option(verb=Pause, domains={"paused": OneOf((not state.paused,))})
    yield Option(verb=SetDeadline, domains={"at": Lawful(_is_time, sample=(None,))})
    yield Option(verb=Remember, domains={"power": OneOf(state.powers()), "memory": Lawful(_is_memory, sample=({},))})
    if state.phase not in PHASES:
        return
    for treaty, power, grounds in voidable(state):
        yield Option(verb=FindVoid, domains={"treaty": OneOf((treaty,)), "power": OneOf((power,)), "ground": OneOf(grounds)})


def _is_time(at: Any) -> bool:
    return at is None or type(at) is int


def _is_memory(memory: Any) -> bool:
    return isinstance(memory, Mapping) and all(isinstance(k, str) and type(v) is int for k, v in memory.items())


def refuse(state: State, command: UmpireCommand) -> Refusal:
    """Why the umpire cannot do so."""
    match command:
        case FindVoid():
            return _refuse_finding(state, command)
        case Remember():
            return Refusal(Reason.UNKNOWN_POWER, {"power": command.power})
        case CloseStep() | Pause() | SetDeadline():
            return Refusal(Reason.NOTHING_TO_CHANGE)
        case _:
            assert_never(command)


def _refuse_finding(state: State, command: FindVoid) -> Refusal:
    if state.phase not in PHASES:
        return Refusal(Reason.WRONG_PHASE)
    if command.power not in state.setting.powers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": command.power})
    treaty = state.treaties.get(command.treaty)
    if treaty is None:
        return Refusal(Reason.UNKNOWN_TREATY)
    if not treaty.in_force:
        return Refusal(Reason.NOT_IN_FORCE)
    fault = fault_of_finding(state, treaty, command.power, command.ground)
    return Refusal(Reason.FINDING_FAULTY, {"fault": fault.code, "word": fault.word} if fault is not None else {})


def enact(proceedings: Proceedings, command: UmpireCommand) -> None:
    """Do it."""
    match command:
        case CloseStep():
            close_phase(proceedings)
        case Pause():
            proceedings.note(ClockPaused(paused=command.paused, audience=EVERYBODY))
        case SetDeadline():
            proceedings.note(DeadlineSet(at=command.at, audience=EVERYBODY))
        case Remember():
            proceedings.note(MemoryKept(power=command.power, memory=command.memory, audience=NOBODY))
        case FindVoid():
            find_void(proceedings, command.treaty, command.power, command.ground)
        case _:
            assert_never(command)
