"""What a power or the facilitator may do now: one list, read by menus, by scripted powers and by the tests; `decide` judges by it."""

from __future__ import annotations

from engine.decide import umpire
from engine.decide.chapters import CHAPTERS
from engine.domains import Option
from engine.names import Onlooker, Viewer
from engine.state import State

__all__ = ["Option", "asked", "options"]


def options(state: State, by: Viewer) -> tuple[Option, ...]:
    """Every act open to a power, the same from the whole state as from that power's own view; those of the umpire for the facilitator.

    What an option admits is accepted, and what none admits is refused.
    """
    if state.over:
        return ()
    if by is Onlooker.FACILITATOR:
        return tuple(umpire.offers(state))
    if isinstance(by, Onlooker) or by not in state.setting.powers:
        return ()
    return tuple(option for chapter in CHAPTERS for option in chapter.offers(state, by))


def asked(state: State, by: Viewer) -> tuple[Option, ...]:
    """The acts for which the game waits."""
    return tuple(option for option in options(state, by) if option.asked)
