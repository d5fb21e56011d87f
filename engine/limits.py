"""Limits that the engine counts: whether what a power has under arms, or keeps at a place, is beyond one, and since when it answers for it."""

from __future__ import annotations

from engine.clauses.arms_ceiling import Arms, share_of
from engine.deeds import arming, stationing
from engine.duties import Duty, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.obligations import Obligation, is_denied, owed_by
from engine.orders import OrderKind, Readiness
from engine.performance import contravenes
from engine.state import State
from engine.treaty import Article

CLASSES = {matter: arms for arms in Arms for matter in (arms.value, share_of(arms))}
"""The class of arms of which a limit speaks, by its matter."""


def is_counted(state: State, duty: Duty) -> bool:
    """Whether a duty sets a number to what orders of this scenario change, so that deeds tell whether it is kept."""
    if not isinstance(duty, Refrain) or duty.ceiling is None:
        return False
    orders = state.setting.orders
    if Deed.ARM not in duty.deeds:
        return Deed.DEPLOY in duty.deeds and OrderKind.DEPLOY in orders
    if CLASSES.get(duty.matter) is Arms.DIVISIONS:
        return OrderKind.MOBILISE in orders
    return OrderKind.BUILD in orders and CLASSES.get(duty.matter) in state.setting.building


def forbids_keeping(duty: Duty) -> bool:
    """Whether a duty forbids to keep forces at some places at all, in peace as in war."""
    return isinstance(duty, Refrain) and Deed.DEPLOY in duty.deeds and duty.ceiling is None and not duty.in_war


def is_exceeded(state: State, duty: Duty, step: Readiness | None = None) -> bool:
    """Whether its debtor has or keeps more now than a duty allows, or would at another step of readiness."""
    if (
        not isinstance(duty, Refrain)
        or not (is_counted(state, duty) or forbids_keeping(duty))
        or duty.creditor in state.at_war(duty.debtor)
    ):
        return False
    arms = CLASSES.get(duty.matter)
    if arms is None or Deed.ARM not in duty.deeds:
        kept = stationing(state, duty.debtor)
    else:
        kept = arming(state, duty.debtor, arms, None if step is None or arms is not Arms.DIVISIONS else state.under_arms(duty.debtor, step))
    return any(contravenes(duty, deed) for deed in kept)


def answerable_since(state: State, owed: Obligation) -> int:
    """The turn after which a debtor answers for what it has beyond a limit, though it has done nothing to go beyond it.

    What it had when the article began to bind it, or was left with when the power by which it is measured stood down or scrapped arms, it may bring
    within the limit until the close of the turn after; what stood at the opening counts from the first turn.
    """
    duty, treaty = owed.duty, state.treaties.get(owed.treaty)
    turns = [0]
    if treaty is not None and isinstance(owed.article, Article):
        began = owed.article.clause.from_turn
        bound = (state.bound_since(treaty, power) for power in (duty.debtor, duty.creditor))
        turns += (turn for turn in (*bound, None if began is None else state.turn_order(began)) if turn is not None)
    arms = CLASSES.get(duty.matter) if isinstance(duty, Refrain) else None
    if isinstance(duty, Refrain) and arms is not None and duty.toward is not None and duty.matter == share_of(arms):
        stock = state.stocks.get((duty.toward, arms))
        turns.append(state.mobilised.get(duty.toward, 0) if arms is Arms.DIVISIONS else 0 if stock is None else stock.since)
    return max(turns)


def to_come_within(state: State, power: Power) -> tuple[Obligation, ...]:
    """The limits beyond which a power stands, and which it breaks by standing there at the close of this turn."""
    return tuple(
        owed
        for owed in owed_by(state, power)
        if is_exceeded(state, owed.duty) and not is_denied(state, owed) and answerable_since(state, owed) < state.turn
    )
