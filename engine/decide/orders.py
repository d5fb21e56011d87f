"""Orders: committed in secret, carried out together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import CommitOrders, PowerCommand
from engine.domains import Option, Subset
from engine.events import (
    ObligationBreached,
    ObligationPerformed,
    OrdersCommitted,
    OrdersSealed,
    Phase,
    ReadinessChanged,
    StakeTransferred,
)
from engine.names import EVERYBODY, Power
from engine.obligations import Obligation, cessions_of, is_due
from engine.orders import Attack, HandOver, Mobilise, Order, Readiness, StandDown
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (CommitOrders,)

TENSION_OF_MOBILISATION = 3
TRUST_OF_PERFORMANCE = 5
TRUST_OF_BREACH = -20


def offers(state: State, power: Power) -> Iterator[Option]:
    """Commit once in the orders phase; performing what is owed does not count against the limit."""
    if state.phase is Phase.ORDERS and power not in state.committed:
        available = available_orders(state, power)
        yield Option(
            verb=CommitOrders,
            asked=True,
            domains={"orders": Subset(available, ordered=True)},
            law=lambda command: fits(state, command.orders),
        )


def available_orders(state: State, power: Power) -> tuple[Order, ...]:
    """Every order that a power may give now."""
    orders: list[Order] = []
    for owed in cessions_of(state, power):
        stake = owed.matter.partition(":")[2]
        orders.append(HandOver(treaty=owed.treaty, article=owed.article.id, stake=next(s for s in state.holders if s == stake)))
    step = state.readiness[power]
    if step < Readiness.GENERAL:
        orders.append(Mobilise(Readiness(step + 1)))
    orders += (StandDown(Readiness(lower)) for lower in range(step))
    foes = state.at_war(power)
    orders += (Attack(target) for target in state.powers() if target != power and target not in foes)
    return tuple(orders)


def fits(state: State, orders: tuple[Order, ...]) -> bool:
    """Whether the orders keep to the limit and do not contradict each other: one change of readiness, one way for a stake."""
    counted = [o for o in orders if not isinstance(o, HandOver)]
    readiness = [o for o in counted if isinstance(o, Mobilise | StandDown)]
    stakes = [o.stake for o in orders if isinstance(o, HandOver)]
    return len(counted) <= state.setting.orders_per_turn and len(readiness) <= 1 and len(set(stakes)) == len(stakes)


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the orders are not sealed."""
    if state.phase is not Phase.ORDERS:
        return Refusal(Reason.WRONG_PHASE)
    if power in state.committed:
        return Refusal(Reason.ORDERS_COMMITTED)
    available = available_orders(state, power)
    if any(order not in available for order in command.orders):
        return Refusal(Reason.ORDER_NOT_AVAILABLE)
    if sum(not isinstance(order, HandOver) for order in command.orders) > state.setting.orders_per_turn:
        return Refusal(Reason.TOO_MANY_ORDERS, {"most": str(state.setting.orders_per_turn)})
    return Refusal(Reason.ORDERS_CONTRADICT)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Seal them: everybody sees that they are committed, only their giver sees what they are."""
    proceedings.note(
        OrdersCommitted(power=power, audience=EVERYBODY),
        OrdersSealed(power=power, orders=command.orders, audience=frozenset({power})),
    )


def carry_out(proceedings: Proceedings) -> None:
    """Carry out what all have ordered but the attacks: first the cessions, then the changes of readiness."""
    state = proceedings.state
    for power in state.powers():
        for order in state.orders.get(power, ()):
            if isinstance(order, HandOver):
                _hand_over(proceedings, power, order)
    for power in state.powers():
        for order in state.orders.get(power, ()):
            if _changes_readiness(proceedings.state, power, order):
                assert isinstance(order, Mobilise | StandDown)
                proceedings.note(ReadinessChanged(power=power, step=order.step, audience=EVERYBODY))
                if isinstance(order, Mobilise):
                    proceedings.move("tension", TENSION_OF_MOBILISATION, "mobilisation")


def _changes_readiness(state: State, power: Power, order: Order) -> bool:
    """Whether the order still raises readiness by one step or lowers it: since it was sealed, an event or an ultimatum accepted may
    have moved the forces."""
    match order:
        case Mobilise():
            return order.step == state.readiness[power] + 1
        case StandDown():
            return order.step < state.readiness[power]
        case _:
            return False


def _hand_over(proceedings: Proceedings, power: Power, order: HandOver) -> None:
    for owed in cessions_of(proceedings.state, power):
        if (owed.treaty, owed.article.id, owed.matter) == (order.treaty, order.article, f"cede:{order.stake}"):
            creditor = owed.duty.creditor
            public = proceedings.state.treaties[owed.treaty].known_to is None
            proceedings.note(
                StakeTransferred(
                    stake=order.stake,
                    holder=creditor,
                    treaty=owed.treaty if public else None,
                    article=owed.article.id if public else None,
                    audience=EVERYBODY,
                )
            )
            perform(proceedings, owed)
            return


def perform(proceedings: Proceedings, owed: Obligation) -> None:
    """Enter a promise kept, before those who know the treaty; its creditor trusts the debtor more."""
    proceedings.note(
        ObligationPerformed(
            treaty=owed.treaty,
            article=owed.article.id,
            debtor=owed.duty.debtor,
            creditor=owed.duty.creditor,
            matter=owed.matter,
            audience=proceedings.state.treaties[owed.treaty].known_to,
        )
    )
    proceedings.move(f"{owed.duty.creditor}.trust.{owed.duty.debtor}", TRUST_OF_PERFORMANCE, "performance")


def breach(proceedings: Proceedings, owed: Obligation) -> None:
    """Enter a promise broken, before those who know the treaty; those among them trust the debtor less."""
    state = proceedings.state
    known_to = state.treaties[owed.treaty].known_to
    proceedings.note(
        ObligationBreached(
            treaty=owed.treaty,
            article=owed.article.id,
            debtor=owed.duty.debtor,
            creditor=owed.duty.creditor,
            matter=owed.matter,
            audience=known_to,
        )
    )
    for power in state.powers():
        if power != owed.duty.debtor and (known_to is None or power in known_to):
            share = 1 if power == owed.duty.creditor else 2
            proceedings.move(f"{power}.trust.{owed.duty.debtor}", TRUST_OF_BREACH // share, "breach")


def find_defaults(proceedings: Proceedings) -> None:
    """Find the cessions whose date has passed unperformed; each is named once."""
    state = proceedings.state
    for power in state.powers():
        for owed in cessions_of(state, power):
            named = any(
                (deed.treaty, deed.article, deed.matter) == (owed.treaty, owed.article.id, owed.matter) and not deed.kept
                for deed in state.record
            )
            if is_due(state, owed) and not named:
                breach(proceedings, owed)
