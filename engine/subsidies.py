"""Aid by economic means: by when it is due in a war, and what gives it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.casus import casus_foederis
from engine.duties import Assist, Extent
from engine.happenings import Means, Sanction
from engine.names import EVERYBODY, Power
from engine.obligations import Obligation, known_to, obligations
from engine.orders import ApplySanction, Order, OrderKind, SendAid
from engine.state import State

SUBSIDIES = frozenset({Means.FUNDS, Means.ARMS})
"""With what one helps a belligerent short of war."""
PRESSURE = frozenset({Sanction.ARMS, Sanction.OIL, Sanction.FINANCE, Sanction.GENERAL})
"""What one breaks off with its foe to the same end."""


@frozen(kw_only=True)
class SubsidyDue:
    """Economic aid that a war calls for: against whom, and by the close of which turn."""

    owed: Obligation
    foes: tuple[Power, ...]
    since: int
    due: int
    fights: bool
    """Its debtor has gone to war at the side of its creditor, which is more than it owes."""


def subsidies_due(state: State) -> Iterator[SubsidyDue]:
    """What is owed in the wars that go on, given or not: by the close of the turn after each broke out.

    Where the scenario gives no order by which to send aid or break off trade, nothing is called for.
    """
    if state.setting.orders.keys().isdisjoint({OrderKind.AID, OrderKind.SANCTION}):
        return
    owing = {
        (owed.treaty, owed.article.id, owed.debtor, owed.creditor): owed
        for owed in obligations(state)
        if isinstance(owed.duty, Assist) and owed.duty.extent is Extent.ECONOMIC
    }
    for war in state.wars if owing else ():
        attacker, target = war.attackers[0], war.defenders[0]
        if not state.is_fought(war, attacker, target):
            continue
        helping, joining = frozenset(war.defenders[1:]), frozenset(war.attackers[1:])
        for call in casus_foederis(state, attacker, target, assisting=helping, joining=joining, provoked=war.provoked):
            for ground in call.grounds:
                found = owing.get((ground.treaty, ground.article, call.power, ground.owed_to(attacker, target)))
                if ground.owing and found is not None:
                    side, foes = (war.attackers, war.defenders) if ground.in_attack else (war.defenders, war.attackers)
                    yield SubsidyDue(owed=found, foes=foes, since=war.turn, due=war.turn + 1, fights=call.power in side)


def is_given(state: State, one: SubsidyDue) -> bool:
    """Whether it is given before all who know of the promise: funds or arms sent since, trade broken off with a foe, or more."""
    return one.fights or any(gives(state, one, order) for order in _given(state, one))


def gives(state: State, one: SubsidyDue, order: Order) -> bool:
    """Whether an order of the debtor gives it; aid that is sent covertly does so only where nobody else knows of the promise."""
    match order:
        case SendAid():
            readers = known_to(state, one.owed)
            seen = not order.covert or (readers is not None and readers <= {one.owed.debtor, one.owed.creditor})
            return order.to == one.owed.creditor and order.means in SUBSIDIES and seen
        case ApplySanction():
            return order.target in one.foes and order.sanction in PRESSURE
        case _:
            return False


def _given(state: State, one: SubsidyDue) -> Iterator[Order]:
    """What the debtor has done since, or keeps up, as the orders by which it does so."""
    for aid in state.aid:
        if aid.by == one.owed.debtor and aid.turn >= one.since:
            yield SendAid(to=aid.to, means=aid.means, covert=aid.known_to is not EVERYBODY)
    for (power, target), kinds in state.sanctions.items():
        if power == one.owed.debtor:
            yield from (ApplySanction(target, kind) for kind in sorted(kinds))


def given_by(state: State, power: Power, order: Order) -> tuple[Obligation, ...]:
    """The economic aid owed by a power, and not given yet, that an order would give."""
    if not isinstance(order, SendAid | ApplySanction):
        return ()
    return tuple(
        one.owed for one in subsidies_due(state) if one.owed.debtor == power and not is_given(state, one) and gives(state, one, order)
    )
