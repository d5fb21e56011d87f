"""State and command give events, or a refusal and nothing."""

from __future__ import annotations

from engine.commands import Command, UmpireCommand
from engine.decide import ultimatums, umpire
from engine.decide.chapters import CHAPTER_OF
from engine.decide.organs import seat_members
from engine.decide.peaces import make_peace
from engine.decide.turns import after
from engine.events import Event
from engine.names import Onlooker, Power, Viewer
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State


def decide(state: State, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal:
    """The events that the command of this viewer brings about, or why it changes nothing.

    A power's command is judged by its options, which are the same in its own view as in the whole state: so no answer can
    betray what the power does not know. The umpire's are judged by the facilitator's, who sees all.
    """
    if state.over:
        return Refusal(Reason.GAME_OVER)
    proceedings = Proceedings(state)
    if isinstance(command, UmpireCommand):
        if by is not Onlooker.FACILITATOR:
            return Refusal(Reason.NOT_YOUR_PART)
        if not any(option.admits(command) for option in umpire.offers(state)):
            return umpire.refuse(state, command)
        umpire.enact(proceedings, command)
        return _concluded(proceedings, state)
    if isinstance(by, Onlooker) or by not in state.setting.powers:
        return Refusal(Reason.NOT_YOUR_PART)
    power: Power = by
    chapter = CHAPTER_OF[type(command)]
    if not any(option.admits(command) for option in chapter.offers(state, power)):
        return chapter.refuse(state, power, command)
    chapter.enact(proceedings, power, command)
    return _concluded(proceedings, state)


def _concluded(proceedings: Proceedings, before: State) -> tuple[Event, ...]:
    """What follows from what was done: organs seat those whom their treaties bind now, wars end that a treaty ends, demands end with their text, and the game goes on."""
    if proceedings.state.treaties is not before.treaties:
        seat_members(proceedings)
        make_peace(proceedings)
        ultimatums.drop(proceedings)
    after(proceedings)
    return tuple(proceedings.events)
