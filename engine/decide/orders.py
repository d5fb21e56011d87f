"""Orders: committed in secret, carried out together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.commands import CommitOrders, PowerCommand
from engine.domains import Option, Subset
from engine.duties import Assist, Cede
from engine.events import (
    Event,
    ObligationBreached,
    ObligationPerformed,
    OrdersCommitted,
    OrdersSealed,
    Phase,
    ReadinessChanged,
    SanctionApplied,
    SanctionLifted,
    StakeTransferred,
)
from engine.names import EVERYBODY, Power, TrackId
from engine.obligations import Obligation, cessions_of, is_due
from engine.occasions import Occasion
from engine.orders import ApplySanction, Attack, HandOver, LiftSanction, Mobilise, Order, Readiness, Sanction, StandDown, order_kind
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (CommitOrders,)


def offers(state: State, power: Power) -> Iterator[Option]:
    """Commit once in the orders phase; performing what is owed does not count against the limit."""
    if state.phase is Phase.ORDERS and power not in state.committed:
        available = available_orders(state, power)
        yield Option(
            verb=CommitOrders,
            asked=True,
            domains={"orders": Subset(available, ordered=True)},
            law=lambda command: fits(state, power, command.orders),
        )


def available_orders(state: State, power: Power) -> tuple[Order, ...]:
    """Every order that a power may give now: what it owes, and of what the scenario opens whatever it can afford."""
    orders = [*_performances(state, power), *_moves(state, power)]
    return tuple(order for order in orders if order_kind(order) in (None, *state.setting.orders) and affords(state, power, (order,)))


def _performances(state: State, power: Power) -> Iterator[Order]:
    for owed in cessions_of(state, power):
        if isinstance(owed.duty, Cede):
            yield HandOver(treaty=owed.treaty, article=owed.article.id, stake=owed.duty.stake)


def _moves(state: State, power: Power) -> Iterator[Order]:
    step = state.readiness[power]
    if step < Readiness.GENERAL:
        yield Mobilise(Readiness(step + 1))
    yield from (StandDown(Readiness(lower)) for lower in range(step))
    foes = state.at_war(power)
    others = tuple(target for target in state.powers() if target != power)
    yield from (Attack(target) for target in others if target not in foes)
    for target in others:
        stands = state.sanctions.get((power, target), frozenset())
        yield from (LiftSanction(target, s) if s in stands else ApplySanction(target, s) for s in Sanction)


def fits(state: State, power: Power, orders: tuple[Order, ...]) -> bool:
    """Whether the orders keep to the limit, can be afforded together and do not contradict each other: one change of readiness, one
    way for a stake."""
    counted = [o for o in orders if order_kind(o) is not None]
    readiness = [o for o in counted if isinstance(o, Mobilise | StandDown)]
    stakes = [o.stake for o in orders if isinstance(o, HandOver)]
    distinct = len(readiness) <= 1 and len(set(stakes)) == len(stakes)
    return distinct and len(counted) <= state.setting.orders_per_turn and affords(state, power, orders)


def cost_of(state: State, orders: tuple[Order, ...]) -> Mapping[TrackId, int]:
    """What orders move together in their giver's own tracks."""
    total: dict[TrackId, int] = {}
    for order in orders:
        kind = order_kind(order)
        if kind is not None:
            for track, by in state.setting.orders.get(kind, {}).items():
                total[track] = total.get(track, 0) + by
    return total


def affords(state: State, power: Power, orders: tuple[Order, ...]) -> bool:
    """Whether no track would be spent below its least by these orders."""
    tracks = state.setting.tracks
    return all(by >= 0 or state.tracks.get(f"{power}.{track}", 0) + by >= tracks[track].min for track, by in cost_of(state, orders).items())


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the orders are not sealed."""
    if state.phase is not Phase.ORDERS:
        return Refusal(Reason.WRONG_PHASE)
    if power in state.committed:
        return Refusal(Reason.ORDERS_COMMITTED)
    available = available_orders(state, power)
    if any(order not in available for order in command.orders):
        return Refusal(Reason.ORDER_NOT_AVAILABLE)
    if sum(order_kind(order) is not None for order in command.orders) > state.setting.orders_per_turn:
        return Refusal(Reason.TOO_MANY_ORDERS, {"most": str(state.setting.orders_per_turn)})
    if not affords(state, power, command.orders):
        return Refusal(Reason.TOO_DEAR)
    return Refusal(Reason.ORDERS_CONTRADICT)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Seal them: everybody sees that they are committed, only their giver sees what they are."""
    proceedings.note(
        OrdersCommitted(power=power, audience=EVERYBODY),
        OrdersSealed(power=power, orders=command.orders, audience=frozenset({power})),
    )


def carry_out(proceedings: Proceedings) -> None:
    """Carry out what all have ordered but the attacks: first what it costs, then the cessions, the changes of readiness, the sanctions."""
    state = proceedings.state
    for power in state.powers():
        for track, by in cost_of(state, state.orders.get(power, ())).items():
            proceedings.move(f"{power}.{track}", by, "orders")
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
                    proceedings.follow(Occasion.MOBILISATION, power)
    for power in state.powers():
        for order in state.orders.get(power, ()):
            if isinstance(order, ApplySanction | LiftSanction):
                proceedings.note(_sanction(power, order))


def _sanction(power: Power, order: ApplySanction | LiftSanction) -> Event:
    made = SanctionApplied if isinstance(order, ApplySanction) else SanctionLifted
    return made(power=power, target=order.target, sanction=order.sanction, audience=EVERYBODY)


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
        if isinstance(owed.duty, Cede) and (owed.treaty, owed.article.id, owed.duty.stake) == (order.treaty, order.article, order.stake):
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
            duty=owed.duty,
            audience=proceedings.state.treaties[owed.treaty].known_to,
        )
    )
    known_to = proceedings.state.treaties[owed.treaty].known_to
    proceedings.follow(Occasion.PERFORMANCE, owed.duty.debtor, owed.duty.creditor, known_to)


def breach(proceedings: Proceedings, owed: Obligation) -> None:
    """Enter a promise broken, before those who know the treaty; those among them trust the debtor less."""
    state = proceedings.state
    known_to = state.treaties[owed.treaty].known_to
    proceedings.note(
        ObligationBreached(
            treaty=owed.treaty,
            article=owed.article.id,
            duty=owed.duty,
            audience=known_to,
        )
    )
    proceedings.follow(Occasion.BREACH, owed.duty.debtor, owed.duty.creditor, known_to)
    if isinstance(owed.duty, Assist):
        proceedings.follow(Occasion.FORSAKEN, owed.duty.debtor, owed.duty.creditor, known_to)


def find_defaults(proceedings: Proceedings) -> None:
    """Find the cessions whose date has passed unperformed; each is named once."""
    state = proceedings.state
    for power in state.powers():
        for owed in cessions_of(state, power):
            named = any(
                (line.treaty, line.article, line.duty) == (owed.treaty, owed.article.id, owed.duty) and not line.kept
                for line in state.record
            )
            if is_due(state, owed) and not named:
                breach(proceedings, owed)
