"""Orders: committed in secret, carried out together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import ref

from attrs import evolve as with_

from engine.access import leaves, road_of
from engine.aid_in_war import relations_to_break_off
from engine.commands import CommitOrders, PowerCommand
from engine.compliance import evacuations
from engine.contingents import reinforcements_open
from engine.crisis import Citation, Way
from engine.decide.promises import refusable
from engine.decide.rendering import performances
from engine.deeds import stationed
from engine.domains import Option, Subset
from engine.duties import Cede, Refrain
from engine.events import OrdersCommitted, OrdersSealed, Phase
from engine.guarantees import sanctions_called_for
from engine.happenings import Deed, Happening, Means
from engine.keeping import kept
from engine.names import EVERYBODY, Power, StakeId, TrackId
from engine.notices import open_notices
from engine.obligations import cessions_of, known_to, obligations, owed_by, sanctions_to_apply
from engine.orders import (
    ApplySanction,
    Attack,
    Blockade,
    Build,
    Campaign,
    ClosePassage,
    Default,
    Deploy,
    EndPatrol,
    GatherIntelligence,
    HandOver,
    Leak,
    LiftBlockade,
    LiftSanction,
    Mobilise,
    Occupy,
    OpenPassage,
    Order,
    OrderKind,
    Patrol,
    Perform,
    Readiness,
    Sanction,
    Scrap,
    SendAid,
    StandDown,
    Withdraw,
    order_kind,
)
from engine.performance import contravenes, permitted_by
from engine.postures import PostureKind, posture_of
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.sea import can_blockade, comes_to, has_ships
from engine.state import State
from engine.treaty import Stage, Treaty

VERBS: tuple[type[PowerCommand], ...] = (CommitOrders,)
NO_LEAVE: Mapping[tuple[Power, Power], Citation] = {}
FORCE = frozenset({OrderKind.ATTACK, OrderKind.OCCUPY, OrderKind.BLOCKADE})


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
    # Kept beside the state for which it was found, one power at a time: choosing among them asks for the list again and again.
    kept = state.__dict__.get("_orders")
    if kept is None or kept[0]() is not state:
        kept = state.__dict__["_orders"] = (ref(state), {})
    lists: dict[Power, tuple[Order, ...]] = kept[1]
    if power not in lists:
        lists[power] = _available_orders(state, power)
    return lists[power]


def _available_orders(state: State, power: Power) -> tuple[Order, ...]:
    owed: tuple[Order, ...] = (
        *_sanctions_owed(state, power),
        *(Withdraw(duty.at) for duty in evacuations(state, power) if duty.at is not None),
        *reinforcements_open(state, power),
    )
    orders = dict.fromkeys((*_performances(state, power), *owed, *_moves(state, power)))
    within = {kind for kind, costs in state.setting.orders.items() if _spares(state, power, costs)}
    dear = state.setting.orders.keys() - within
    kinds = ((order, order_kind(order)) for order in orders)
    return tuple(order for order, kind in kinds if kind is None or kind in within or (kind not in dear and order in owed))


def _sanctions_owed(state: State, power: Power) -> tuple[ApplySanction, ...]:
    """What a power has to sever by decisions and treaties, where it is called as a guarantor, and for an ally to which it owes diplomatic support."""
    return (*sanctions_to_apply(state, power), *sanctions_called_for(state, power), *relations_to_break_off(state, power))


def _performances(state: State, power: Power) -> Iterator[Order]:
    for owed in cessions_of(state, power):
        if isinstance(owed.duty, Cede):
            yield HandOver(treaty=owed.treaty, article=owed.article.id, stake=owed.duty.stake)
    renders = ((owed.treaty, owed.article.id, owed.duty.creditor) for owed in performances(state, power))
    yield from (Perform(treaty=treaty, article=article, to=to) for treaty, article, to in dict.fromkeys(renders))
    yield from (
        Perform(treaty=owed.treaty, article=owed.article.id, to=owed.duty.creditor, matter=notice.value)
        for owed, notice in open_notices(state, power)
    )
    owing = ((owed.treaty, owed.article.id, owed.duty.creditor) for owed in refusable(state, power))
    yield from (Default(treaty=treaty, article=article, to=to) for treaty, article, to in dict.fromkeys(owing))


def _moves(state: State, power: Power) -> Iterator[Order]:
    step = state.readiness[power]
    if step < Readiness.GENERAL:
        yield Mobilise(Readiness(step + 1))
    yield from (StandDown(Readiness(lower)) for lower in range(step))
    for arms in state.setting.building:
        yield Build(arms)
        if state.armed(power, arms):
            yield Scrap(arms)
    by_force = _by_force(state, power)
    for target in state.powers():
        if target != power:
            yield from by_force.get(target, ())
            yield from _dealings(state, power, target)
    yield from _posts(state, power)
    texts = state.treaties_known_to(power).values()
    yield from (Leak(text.id) for text in texts if text.known_to is not None and may_be_leaked(text, power))
    yield Campaign()


def _by_force(state: State, power: Power) -> Mapping[Power, tuple[Order, ...]]:
    """By target, what may be done to it by force; where the scenario opens none, no road has to be looked for."""
    if FORCE.isdisjoint(state.setting.orders):
        return {}
    # Others' orders, words and drafts change nothing of the map: the roads are looked for anew when something of this has changed.
    lie = (state.setting, state.turn, state.holders, state.postures, state.wars, state.peaces)
    ground = (*lie, obligations(state), state.treaties, state.record)
    found = kept(state, "_by_force", ground, dict[Power, Mapping[Power, tuple[Order, ...]]])
    if power not in found:
        found[power] = {target: tuple(_hostilities(state, power, target)) for target in state.powers() if target != power}
    return found[power]


def _hostilities(state: State, power: Power, target: Power) -> Iterator[Order]:
    """What may be done to a power by force; against a foe all is decided already but for blockades."""
    if _stands(state, power, Blockade(target)):
        yield LiftBlockade(target)
    elif has_ships(state.setting, power) and can_blockade(state, power, target):
        yield Blockade(target)
    if target in state.at_war(power):
        return
    side, foes = frozenset({power}), frozenset({target})
    leave = leaves(state, side, foes, opening=True)
    if road_of(state, power, side, foes, leave).way is not Way.NONE:
        yield Attack(target)
        yield from (Occupy(stake) for stake, holder in state.holders.items() if holder == target)
    else:
        if _comes_to_meet(state, power, target):
            yield Attack(target)
        yield from (Attack(target, through=neutral) for neutral in _ways_through(state, power, side, foes, leave))


def _comes_to_meet(state: State, power: Power, target: Power) -> bool:
    """Whether the target, if it is attacked, can reach the attacker by an open frontier or route; others' leave may be its secret."""
    return road_of(state, target, frozenset({target}), frozenset({power}), NO_LEAVE).way is not Way.NONE


def out_of_reach(state: State, power: Power) -> Mapping[Power, Reason]:
    """By power, the rule for which no attack straight upon it is open, where the scenario opens attacks and there is no war with it yet."""
    if OrderKind.ATTACK not in state.setting.orders:
        return {}
    if not _spares(state, power, state.setting.orders[OrderKind.ATTACK]):
        return {}
    at_war, open_to = state.at_war(power), [order for order in available_orders(state, power) if isinstance(order, Attack)]
    direct, through = {o.target for o in open_to if o.through is None}, {o.target for o in open_to if o.through is not None}
    others = (p for p in state.powers() if p != power and p not in at_war and p not in direct)
    return {p: Reason.ONLY_THROUGH_A_NEUTRAL if p in through else Reason.NO_ROAD for p in others}


def ways_beside(
    state: State, power: Power, friends: frozenset[Power], foes: frozenset[Power], *, opening: bool = False
) -> tuple[Power, ...]:
    """The neutrals through which a power that takes a side in a war, that which is `opening` it or the other, could only march by
    violating them."""
    side = friends | {power}
    leave = leaves(state, side, foes, opening=opening)
    if road_of(state, power, side, foes, leave).way is not Way.NONE:
        return ()
    return _ways_through(state, power, side, foes, leave)


def _ways_through(
    state: State, power: Power, side: frozenset[Power], foes: frozenset[Power], leave: Mapping[tuple[Power, Power], Citation]
) -> tuple[Power, ...]:
    """The neutrals whose violation would open a road that there is not otherwise."""
    joined = _joined(state)
    if power not in joined or joined.isdisjoint(foes):
        return ()
    at_war = state.at_war(power)
    neutrals = (p for p in state.powers() if p in joined and p not in side | foes and p not in at_war)
    return tuple(p for p in neutrals if road_of(state, power, side, foes, leave, p).way is Way.VIOLATION)


def _joined(state: State) -> frozenset[Power]:
    """The powers that any frontier or route joins to another, or who hold a passage on one: through the others no way can lead."""
    ends = (*state.setting.borders, *(route.between for route in state.setting.routes))
    keepers = (state.holder(stake) for route in state.setting.routes for stake in route.through)
    return frozenset((*(power for pair in ends for power in pair), *(keeper for keeper in keepers if keeper is not None)))


def _dealings(state: State, power: Power, other: Power) -> Iterator[Order]:
    """What may be done to a power short of force."""
    opened = state.setting.orders
    stands = state.sanctions.get((power, other), frozenset())
    if OrderKind.SANCTION in opened:
        yield from (LiftSanction(other, s) if s in stands else ApplySanction(other, s) for s in Sanction)
    if (OrderKind.AID in opened or OrderKind.COVERT_AID in opened) and other not in state.at_war(power):
        yield from (SendAid(to=other, means=means, covert=covert) for means in Means for covert in (False, True))
    yield GatherIntelligence(other)


def _posts(state: State, power: Power) -> Iterator[Order]:
    """Where forces may be sent, and whence they may be called back."""
    yield from (Withdraw(p.at) for p in state.postures if p.by == power and p.kind is PostureKind.DEPLOYED and p.at is not None)
    for stake in state.holders:
        if may_station(state, power, stake):
            if not _stands(state, power, Deploy(stake)):
                yield Deploy(stake)
            yield from (Deploy(stake, number) for number in beyond_agreed(state, power, stake))
    for place in state.setting.places_at_sea:
        if _stands(state, power, Patrol(place)):
            yield EndPatrol(place)
        elif has_ships(state.setting, power) and comes_to(state, power, place):
            yield Patrol(place)
    for passage in dict.fromkeys(stake for route in state.setting.routes for stake in route.through):
        if state.holder(passage) == power:
            for other in state.powers():
                if other != power:
                    shut = _stands(state, power, ClosePassage(passage, other))
                    yield OpenPassage(passage, other) if shut else ClosePassage(passage, other)


def beyond_agreed(state: State, power: Power, stake: StakeId) -> tuple[int, ...]:
    """The numbers of divisions beyond those agreed that a power may send to a stake where it owes it to somebody to keep to a number: one
    more, twice as many, all that it has under arms; where some stand already, more than these."""
    sent = stationed(state, power, stake, None)
    limits = (
        owed.duty.ceiling
        for owed in owed_by(state, power)
        if isinstance(owed.duty, Refrain)
        and owed.duty.ceiling is not None
        and contravenes(owed.duty, with_(sent, amount=owed.duty.ceiling + 1))
    )
    all_ready = state.under_arms(power)
    standing = max((p.divisions or 0 for p in state.postures if p == posture_of(power, Deploy(stake))), default=0)
    numbers = {number for limit in limits for number in (limit + 1, 2 * limit, all_ready) if max(limit, standing) < number <= all_ready}
    return tuple(sorted(numbers))


def may_station(state: State, power: Power, stake: StakeId) -> bool:
    """Whether a power may move forces to a stake: it holds it, or has a right of station there that it knows of."""
    holder = state.holder(stake)
    if holder == power:
        return True
    station = Happening(deed=Deed.DEPLOY, by=power, toward=holder, at=stake)
    rights = (known_to(state, owed) for owed in permitted_by(state, station))
    return any(audience is None or power in audience for audience in rights)


def _stands(state: State, power: Power, order: Order) -> bool:
    """Whether the posture that an order would take up has been taken up already."""
    return posture_of(power, order) in state.postures


def may_be_leaked(text: Treaty, power: Power) -> bool:
    """Whether a power has a hand in a text that is not public: it negotiates or is to sign it, and it is beyond a draft."""
    ours = power in text.negotiators or power in text.provisions.signatories
    return ours and text.stage in (Stage.TABLED, Stage.ADOPTED, Stage.IN_FORCE)


def fits(state: State, power: Power, orders: tuple[Order, ...]) -> bool:
    """Whether the orders keep to the limit, can be afforded together and do not contradict each other: one change of readiness, one
    way for a stake."""
    owed = _sanctions_owed(state, power)
    counted = [o for o in orders if order_kind(o) is not None and o not in owed]
    readiness = [o for o in counted if isinstance(o, Mobilise | StandDown)]
    armed = [o.arms for o in counted if isinstance(o, Build | Scrap)]
    stakes = [o.stake for o in orders if isinstance(o, HandOver)]
    done = {(o.treaty, o.article) for o in orders if isinstance(o, HandOver | Perform)}
    refused = {(o.treaty, o.article) for o in orders if isinstance(o, Default)}
    moved = [o.stake for o in orders if isinstance(o, Deploy | Withdraw)]
    distinct = len(readiness) <= 1 and all(len(set(ways)) == len(ways) for ways in (stakes, moved, armed)) and done.isdisjoint(refused)
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
    return _spares(state, power, cost_of(state, orders))


def _spares(state: State, power: Power, costs: Mapping[TrackId, int]) -> bool:
    tracks = state.setting.tracks
    return all(by >= 0 or state.tracks.get(f"{power}.{track}", 0) + by >= tracks[track].min for track, by in costs.items())


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the orders are not sealed."""
    if state.phase is not Phase.ORDERS:
        return Refusal(Reason.WRONG_PHASE)
    if power in state.committed:
        return Refusal(Reason.ORDERS_COMMITTED)
    available = available_orders(state, power)
    wanting = next((order for order in command.orders if order not in available), None)
    if wanting is not None:
        return _closed(state, power, wanting)
    owed = _sanctions_owed(state, power)
    if sum(order_kind(order) is not None and order not in owed for order in command.orders) > state.setting.orders_per_turn:
        return Refusal(Reason.TOO_MANY_ORDERS, {"most": str(state.setting.orders_per_turn)})
    if not affords(state, power, command.orders):
        return Refusal(Reason.TOO_DEAR)
    return Refusal(Reason.ORDERS_CONTRADICT)


def _closed(state: State, power: Power, order: Order) -> Refusal:
    """Why an order is not open: for want of a road where that is the reason."""
    match order:
        case Attack(target=target) if (reason := out_of_reach(state, power).get(target)) is not None:
            return Refusal(reason, {"power": target})
        case Occupy(stake=stake) if OrderKind.OCCUPY in state.setting.orders and (holder := state.holder(stake)) not in (None, power):
            side, foes = frozenset({power}), frozenset({holder} if holder is not None else ())
            if (
                holder not in state.at_war(power)
                and road_of(state, power, side, foes, leaves(state, side, foes, opening=True)).way is Way.NONE
            ):
                return Refusal(Reason.NO_ROAD, {"power": str(holder)})
        case Blockade(target=target) if OrderKind.BLOCKADE in state.setting.orders and target in state.powers() and target != power:
            if not can_blockade(state, power, target):
                return Refusal(Reason.NO_SEA_ROUTE, {"power": target})
            if not has_ships(state.setting, power):
                return Refusal(Reason.NO_FLEET)
        case Patrol(stake=place) if OrderKind.PATROL in state.setting.orders and place in state.holders:
            if place not in state.setting.places_at_sea:
                return Refusal(Reason.NOT_AT_SEA, {"stake": place})
            if not comes_to(state, power, place):
                return Refusal(Reason.NO_SEA_ROUTE_THERE, {"stake": place})
            if not has_ships(state.setting, power):
                return Refusal(Reason.NO_FLEET)
        case _:
            pass
    return Refusal(Reason.ORDER_NOT_AVAILABLE)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Seal them: everybody sees that they are committed, only their giver sees what they are."""
    proceedings.note(
        OrdersCommitted(power=power, audience=EVERYBODY),
        OrdersSealed(power=power, orders=command.orders, audience=frozenset({power})),
    )
