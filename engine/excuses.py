"""What a power may leave undone: because a duty that comes first forbids it (VCLT 30; Covenant 20; Charter 103), or because it is owed to
one that wages war upon it."""

from __future__ import annotations

from engine.clauses.supply import Goods
from engine.deeds import rendering
from engine.duties import Cede, Refrain, Render
from engine.happenings import Deed, Sanction
from engine.measures.sanctions import Sanctions, covered
from engine.obligations import Obligation, owed_by
from engine.performance import contravenes, is_waging
from engine.precedence import comes_before
from engine.resolution import Paragraph
from engine.state import State

EVERYTHING = frozenset(good.value for good in Goods)
SEVERED = {
    Sanction.ARMS: frozenset({Goods.ARMS.value, Goods.AIRCRAFT.value}),
    Sanction.OIL: frozenset({Goods.OIL.value}),
    Sanction.FINANCE: frozenset({Goods.CREDIT.value}),
    Sanction.GENERAL: EVERYTHING,
}
"""What may no longer be delivered to a power with which so much is broken off."""


def is_forbidden(owed: Obligation, other: Obligation) -> bool:
    """Whether what one duty asks, the other, of the same debtor, forbids or makes it break off."""
    duty = owed.duty
    if not isinstance(duty, Render | Cede) or other.duty.debtor != duty.debtor:
        return False
    if isinstance(other.duty, Refrain):
        promise = other.duty
        return any(contravenes(promise, deed) for deed in rendering(duty))
    return isinstance(duty, Render) and duty.deed is Deed.SUPPLY and duty.matter in _severed(other, duty)


def _severed(other: Obligation, delivery: Render) -> frozenset[str]:
    """The goods that a sanction owed keeps from the one to whom a delivery is due."""
    sanction = other.duty
    if not isinstance(sanction, Render) or sanction.deed is not Deed.SANCTION or sanction.toward != delivery.creditor:
        return frozenset()
    measure = other.article.measure if isinstance(other.article, Paragraph) else None
    kinds = covered(frozenset(measure.kinds)) if isinstance(measure, Sanctions) else frozenset({Sanction(sanction.matter)})
    return frozenset().union(*(SEVERED.get(kind, frozenset[str]()) for kind in kinds))


def is_overtaken_by_war(state: State, owed: Obligation) -> bool:
    """Whether its creditor has since made war upon its debtor, which may defend itself first; the aggressor goes on owing (International Law
    Commission, Effects of armed conflicts on treaties, 2011, articles 14 and 15)."""
    treaty, debtor, creditor = state.treaties.get(owed.treaty), owed.duty.debtor, owed.duty.creditor
    if treaty is None or not is_waging(state, creditor, debtor):
        return False
    since = state.bound_since(treaty, debtor)
    fought = (war for war in state.wars if creditor in war.attackers and state.is_fought(war, creditor, debtor))
    return any(since is None or since <= war.turn for war in fought)


def is_excused(state: State, owed: Obligation) -> bool:
    """Whether a duty that comes before this one forbids its performance now, or its creditor wages war upon its debtor."""
    return is_overtaken_by_war(state, owed) or any(
        is_forbidden(owed, other) and comes_before(state, other, owed) for other in owed_by(state, owed.duty.debtor)
    )
