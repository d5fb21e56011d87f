"""What an order is about: the power and the place that it strikes at, and the obligation that it names."""

from __future__ import annotations

from engine.duties import Cede, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from engine.obligations import Obligation
from engine.orders import Attack, ClosePassage, Default, Deploy, HandOver, Occupy, Order, Withdraw
from engine.state import State


def is_named_by(order: Order, owed: Obligation) -> bool:
    """Whether an order performs or refuses what is owed by naming it."""
    match order:
        case HandOver():
            return isinstance(owed.duty, Cede) and (owed.treaty, owed.duty.stake) == (order.treaty, order.stake)
        case Default():
            return (owed.treaty, owed.article.id, owed.duty.creditor) == (order.treaty, order.article, order.to)
        case _:
            return False


def aimed_at(order: Order) -> frozenset[StakeId]:
    """The stake that is all that an order sets out to take or hold; none where it is the whole country."""
    return frozenset({order.stake}) if isinstance(order, Occupy | Deploy | ClosePassage) else frozenset()


def is_left_by(owed: Obligation, power: Power, order: Withdraw) -> bool:
    """Whether a standing duty to evacuate is about the place that a power leaves."""
    duty = owed.duty
    return isinstance(duty, Render) and (duty.deed, duty.debtor, duty.at) == (Deed.EVACUATE, power, order.stake)


def attacked(state: State, order: Order) -> tuple[Power | None, Power | None]:
    """The power against which an order uses force, and the neutral through which it passes."""
    match order:
        case Attack():
            return order.target, order.through
        case Occupy():
            return state.holder(order.stake), None
        case _:
            return None, None
