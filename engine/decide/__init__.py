"""State and command give events, or a refusal and nothing."""

from __future__ import annotations

from engine.commands import CloseStep, Command, Pause, Remember, SetDeadline
from engine.decide.chapters import CHAPTER_OF
from engine.decide.organs import seat_members
from engine.decide.turns import after, close_phase
from engine.events import ClockPaused, DeadlineSet, Event, MemoryKept
from engine.names import EVERYBODY, NOBODY, Onlooker, Power, Viewer
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State


def decide(state: State, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal:
    """The events that the command of this viewer brings about, or why it changes nothing.

    A power's command is judged by its options, which are the same in its own view as in the whole state: so no answer can
    betray what the power does not know.
    """
    if state.over:
        return Refusal(Reason.GAME_OVER)
    if isinstance(command, CloseStep | Pause | SetDeadline | Remember):
        return _umpire(state, command) if by is Onlooker.FACILITATOR else Refusal(Reason.NOT_YOUR_PART)
    if isinstance(by, Onlooker) or by not in state.setting.powers:
        return Refusal(Reason.NOT_YOUR_PART)
    power: Power = by
    chapter = CHAPTER_OF[type(command)]
    if not any(option.admits(command) for option in chapter.offers(state, power)):
        return chapter.refuse(state, power, command)
    proceedings = Proceedings(state)
    chapter.enact(proceedings, power, command)
    return _concluded(proceedings, state)


def _concluded(proceedings: Proceedings, before: State) -> tuple[Event, ...]:
    """What follows from what was done: organs seat those whom their treaties bind now, and the game goes on."""
    if proceedings.state.treaties is not before.treaties:
        seat_members(proceedings)
    after(proceedings)
    return tuple(proceedings.events)


def _umpire(state: State, command: CloseStep | Pause | SetDeadline | Remember) -> tuple[Event, ...] | Refusal:
    match command:
        case CloseStep():
            proceedings = Proceedings(state)
            close_phase(proceedings)
            return _concluded(proceedings, state)
        case Pause():
            if command.paused == state.paused:
                return Refusal(Reason.NOTHING_TO_CHANGE)
            return (ClockPaused(paused=command.paused, audience=EVERYBODY),)
        case SetDeadline():
            return (DeadlineSet(at=command.at, audience=EVERYBODY),)
        case Remember():
            if command.power not in state.setting.powers:
                return Refusal(Reason.UNKNOWN_POWER, {"power": command.power})
            return (MemoryKept(power=command.power, memory=command.memory, audience=NOBODY),)
