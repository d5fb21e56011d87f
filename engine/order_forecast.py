"""What an order would mean, were it the only one: what it costs, breaks and keeps, and who would stand against it."""

from __future__ import annotations

from engine import contingents
from engine.aid_in_war import given_by
from engine.aims import aimed_at, attacked, is_left_by, is_named_by
from engine.casus_belli import casus_belli
from engine.clauses.notification import Notice
from engine.compliance import exposure
from engine.decide.promises import kept_by, refusable
from engine.decide.rendering import broken_by_rendering, rendered_by
from engine.deeds import deeds_of
from engine.foreseen import Consequences
from engine.names import Power
from engine.notices import names_notice, open_notices
from engine.obligations import Obligation, obligations, owed_by
from engine.orders import Default, HandOver, Mobilise, Order, Perform, Reinforce, Withdraw, order_kind
from engine.performance import broken_by
from engine.postures import posture_of
from engine.reckoning import reckoning
from engine.signatories import defeated_by
from engine.state import State, changed


def of_order(known: State, power: Power, order: Order) -> Consequences:
    """The consequences of an order, computed from what its power may know alone."""
    kind = order_kind(order)
    costs = known.setting.orders.get(kind, {}) if kind is not None else {}
    deeds = deeds_of(known, power, order)
    breaches = broken_by(known, deeds, aggressor=power)
    kept = (*kept_by(known, deeds), *given_by(known, power, order))
    owing = tuple(o for o in refusable(known, power) if is_named_by(order, o))
    match order:
        case Default():
            breaches += owing
        case Perform() if order.matter:
            kept += tuple(o for o, notice in open_notices(known, power) if notice is Notice.TREATIES and names_notice(order, o, notice))
        case Perform():
            rendered = rendered_by(known, power, order)
            kept += rendered
            breaches += broken_by_rendering(known, rendered)
        case HandOver():
            kept += owing
        case Mobilise() | Reinforce():
            kept += tuple(o for o in owed_by(known, power) if _makes_up(known, power, order, o))
        case Withdraw():
            kept += tuple(o for o in obligations(known) if is_left_by(o, power, order) and o not in kept)
        case _:
            pass
    victim, through = attacked(known, order)
    foe = victim if victim is not None else casus_belli(known, power, order)
    return Consequences(
        costs=costs,
        breaches=breaches,
        defeated=defeated_by(known, deeds, aggressor=power),
        kept=kept,
        crisis=foe is not None,
        against=reckoning(known, power, foe, through, aimed_at(order)) if foe is not None else None,
        noticed=exposure(known, order),
    )


def _makes_up(known: State, power: Power, order: Mobilise | Reinforce, owed: Obligation) -> bool:
    """Whether a contingent still awaited would be there in full; after general mobilisation what gathers by the next turn does not count."""
    if not any(here.is_short for _, here in contingents.awaited(known, owed)):
        return False
    posture = posture_of(power, order)
    if isinstance(order, Mobilise):
        raised = {**known.readiness, power: order.step}
        then = changed(known, readiness=raised, mobilised={**known.mobilised, power: known.turn})
    else:
        assert posture is not None
        then = changed(known, postures=(*(p for p in known.postures if p != posture), posture))
    return all(not here.is_short for _, here in contingents.awaited(then, owed))
