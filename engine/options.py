"""What a power may do now: one list, read by menus, by scripted powers and by the tests; `decide` judges by it."""

from __future__ import annotations

from engine.decide.chapters import CHAPTERS
from engine.domains import Option
from engine.names import Power
from engine.state import State

__all__ = ["Option", "asked", "options"]


def options(state: State, power: Power) -> tuple[Option, ...]:
    """Every act open to a power, the same from the whole state as from that power's own view.

    What an option admits is accepted, and what none admits is refused.
    """
    if state.over or power not in state.setting.powers:
        return ()
    return tuple(option for chapter in CHAPTERS for option in chapter.offers(state, power))


def asked(state: State, power: Power) -> tuple[Option, ...]:
    """The acts for which the game waits."""
    return tuple(option for option in options(state, power) if option.asked)
