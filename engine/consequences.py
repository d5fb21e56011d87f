"""What an order would mean, computed before it is given: the promises it breaks, whom it calls, what it costs, what is left to chance."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from engine.deeds import deeds_of
from engine.names import Power, TrackId
from engine.obligations import Obligation, known_to
from engine.orders import Attack, Deploy, GatherIntelligence, Leak, Occupy, Order, SendAid, order_kind
from engine.performance import broken_by
from engine.reckoning import Reckoning, reckoning
from engine.setting import Chances
from engine.state import State


@frozen(kw_only=True)
class Consequences:
    """What an order would bring about, as far as the state knows; it warns, and forbids nothing."""

    order: Order
    costs: Mapping[TrackId, int] = field(factory=dict)
    """In the giver's own tracks."""
    breaches: tuple[Obligation, ...] = ()
    crisis: bool = False
    """Whether a crisis comes first, in which one may still step back."""
    against: Reckoning | None = None
    """Who would stand with the power against whom force is used."""
    noticed: int | None = None
    """Per cent that it comes to light."""


def consequences(state: State, power: Power, order: Order) -> Consequences:
    """The consequences of an order, were it the only one."""
    kind = order_kind(order)
    costs = state.setting.orders.get(kind, {}) if kind is not None else {}
    breaches = broken_by(state, deeds_of(state, power, order), aggressor=power)
    victim, through = _attacked(state, order)
    forbidden = isinstance(order, Deploy) and any(known_to(state, owed) is None for owed in breaches)
    return Consequences(
        order=order,
        costs=costs,
        breaches=breaches,
        crisis=victim is not None or forbidden,
        against=reckoning(state, power, victim, through) if victim is not None else None,
        noticed=_risk(state.setting.chances, order),
    )


def _attacked(state: State, order: Order) -> tuple[Power | None, Power | None]:
    """The power against which an order uses force, and the neutral through which it passes."""
    match order:
        case Attack():
            return order.target, order.through
        case Occupy():
            return state.holder(order.stake), None
        case _:
            return None, None


def _risk(chances: Chances, order: Order) -> int | None:
    """Per cent that what is done in the dark comes to light; None for what is done in the open."""
    match order:
        case SendAid(covert=True):
            return chances.aid_exposed
        case GatherIntelligence():
            return chances.agent_caught
        case Leak():
            return chances.leak_traced
        case _:
            return None
