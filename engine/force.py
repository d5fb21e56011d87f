"""War by correlation of forces: who counts on a front, by what road, and how it ends."""

from __future__ import annotations

from engine.crisis import Band, ForceLine, War
from engine.names import Power
from engine.orders import Readiness
from engine.state import State

COUNTS = {Readiness.PEACE: 25, Readiness.PRECAUTIONARY: 40, Readiness.PARTIAL: 70, Readiness.GENERAL: 100}
"""Per cent of a power's divisions that stand ready at each step; a convention of the game, not a figure of history."""


def strength(state: State, power: Power) -> int:
    """The divisions that a power's readiness lets it use now."""
    return state.setting.powers[power].divisions * COUNTS[state.readiness[power]] // 100


def contribution(state: State, power: Power, foes: tuple[Power, ...]) -> ForceLine:
    """What a power brings against these foes: nothing unless it borders one of them."""
    fronts = [foe for foe in foes if state.border(power, foe)]
    return ForceLine(
        power=power,
        divisions=strength(state, power) if fronts else 0,
        road=f"border:{fronts[0]}" if fronts else "no_access",
    )


def correlate(state: State, attackers: tuple[Power, ...], defenders: tuple[Power, ...]) -> War:
    """The war between two coalitions, decided by the ratio of the divisions that can reach a front.

    At three to one the defence collapses, at three to two it is defeated, at two to three the attack is. Where neither side
    can reach the other there is no front, and nothing moves.
    """
    attack = tuple(contribution(state, power, defenders) for power in attackers)
    defence = tuple(contribution(state, power, attackers) for power in defenders)
    ours, theirs = (sum(line.divisions for line in side) for side in (attack, defence))
    if ours == theirs == 0:
        band = Band.STALEMATE
    elif ours >= 3 * theirs:
        band = Band.COLLAPSE
    elif 2 * ours >= 3 * theirs:
        band = Band.VICTORY
    elif 3 * ours >= 2 * theirs:
        band = Band.STALEMATE
    else:
        band = Band.DEFEAT
    return War(attackers=attackers, defenders=defenders, turn=state.turn, band=band, attack=attack, defence=defence)
