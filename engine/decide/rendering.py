"""What a power renders by an order to perform: what it has still to do, whom one deed serves, and what it breaks in doing so."""

from __future__ import annotations

from collections.abc import Iterable

from engine.deeds import rendering, with_interference
from engine.duties import Consult, Render
from engine.falling_due import awaited
from engine.happenings import Deed
from engine.names import Power
from engine.obligations import Obligation, denied_by
from engine.orders import Perform
from engine.performance import broken_by
from engine.state import State

DONE_OTHERWISE = (Deed.TRANSFER, Deed.EVACUATE, Deed.DEPLOY, Deed.MOBILISE, Deed.AID, Deed.SANCTION, Deed.PATROL, Deed.BLOCKADE)
"""Deeds that have an order of their own: that order performs what is owed."""


def performances(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power has still to render by a date or in a case that has arisen, where no other order renders it; consultation too, and
    a right that it has refused and may grant again."""
    awaiting = (
        o
        for o in awaited(state, power)
        if isinstance(o.duty, Consult) or (isinstance(o.duty, Render) and o.duty.deed not in DONE_OTHERWISE)
    )
    return (*awaiting, *denied_by(state, power))


def rendered_by(state: State, power: Power, order: Perform) -> tuple[Obligation, ...]:
    """What an order to perform renders: what is owed to the power named, and to the others where one deed serves all, as a vote does."""
    found = tuple(o for o in performances(state, power) if (o.treaty, o.article.id) == (order.treaty, order.article))
    meant = tuple(o for o in found if o.duty.creditor == order.to)
    return found if any(_serves_all(o) for o in meant) else meant


def broken_by_rendering(state: State, rendered: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The promises that a performance breaks, as a delivery to an aggressor may."""
    owed = (o.duty for o in rendered if isinstance(o.duty, Render))
    deeds = tuple(deed for duty in owed for deed in rendering(duty, state.at_war(duty.creditor)))
    return broken_by(state, with_interference(state, deeds))


def _serves_all(owed: Obligation) -> bool:
    return isinstance(owed.duty, Render) and owed.duty.deed in (Deed.HOLD_PLEBISCITE, Deed.CLOSE)
