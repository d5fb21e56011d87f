"""The text on which an act is done: when texts are open to acts of their life, and which of them a power knows."""

from __future__ import annotations

from engine.events import Phase
from engine.names import Power, TreatyId
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Treaty

PHASES = (Phase.TALKS, Phase.ORDERS)
"""When a text that has been made may be signed, ratified, joined, answered or left."""


def text_for(state: State, power: Power, treaty: TreatyId, phases: tuple[Phase, ...] = PHASES) -> Treaty | Refusal:
    """The text of this name, or why the power can do nothing with it now."""
    if state.phase not in phases:
        return Refusal(Reason.WRONG_PHASE)
    return state.treaties_known_to(power).get(treaty) or Refusal(Reason.UNKNOWN_TREATY)


def treaty_for(state: State, power: Power, treaty: TreatyId) -> Treaty | Refusal:
    """The same for acts that take a treaty in force."""
    text = text_for(state, power, treaty)
    return Refusal(Reason.NOT_IN_FORCE) if isinstance(text, Treaty) and not text.in_force else text
