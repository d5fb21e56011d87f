"""Casus belli: what forces do short of an attack, and with whom that brings it to a crisis."""

from __future__ import annotations

from engine.called import Case, answers
from engine.deeds import deeds_of
from engine.duties import Assist
from engine.names import Power
from engine.obligations import known_to, obligations
from engine.orders import Blockade, ClosePassage, Deploy, Order
from engine.performance import broken_by
from engine.provocation import is_provoked
from engine.state import State


def casus_belli(state: State, power: Power, order: Order) -> Power | None:
    """With whom it comes to a crisis if a power's forces do this; None if with nobody.

    Troops where a treaty forbids them affront the first to whom that was promised (Locarno, 16 October 1925, articles 2 and 4), a
    passage shut the power for which a treaty keeps it open. A blockade is an act of aggression (Convention for the Definition
    of Aggression, London, 3 July 1933, article 2(4)): it affronts its target wherever a treaty forbids it or promises the target
    aid; in war it is one more act of it. Treaties that not everybody may know bring no crisis about, for it would betray them.
    """
    if not isinstance(order, Deploy | Blockade | ClosePassage):
        return None
    if isinstance(order, Blockade) and order.target in state.at_war(power):
        return None
    broken = broken_by(state, deeds_of(state, power, order), aggressor=power)
    affronted = frozenset(owed.duty.creditor for owed in broken if known_to(state, owed) is None)
    match order:
        case Deploy():
            return next((p for p in state.powers() if p in affronted), None)
        case ClosePassage():
            return order.against if order.against in affronted else None
        case Blockade():
            return order.target if order.target in affronted or _has_friends(state, power, order.target) else None


def _has_friends(state: State, attacker: Power, target: Power) -> bool:
    """Whether a public treaty calls some third power to the aid of the target of this attack."""
    case = Case(attacker=attacker, target=target, provoked=is_provoked(state, attacker, target))
    return any(
        isinstance(owed.duty, Assist) and not owed.duty.in_attack and answers(owed.duty, case, state) and known_to(state, owed) is None
        for owed in obligations(state)
    )
