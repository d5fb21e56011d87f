"""Aid short of arms, economic or diplomatic: by when it is due in a war, and what gives it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.advocacy import appeals, protests, threatens
from engine.casus import SHORT_OF_ARMS, casus_foederis
from engine.duties import Assist, Extent
from engine.happenings import Means, Sanction
from engine.names import EVERYBODY, Power
from engine.obligations import Obligation, known_to, obligations
from engine.orders import ApplySanction, Mobilise, Order, OrderKind, Readiness, SendAid
from engine.state import State

SUBSIDIES = frozenset({Means.FUNDS, Means.ARMS})
"""With what one helps a belligerent short of war."""
PRESSURE = frozenset({Sanction.ARMS, Sanction.OIL, Sanction.FINANCE, Sanction.GENERAL})
"""What one breaks off with its foe to the same end."""


@frozen(kw_only=True)
class AidDue:
    """Aid short of arms that a war calls for: against whom, and by the close of which turn."""

    owed: Obligation
    extent: Extent
    foes: tuple[Power, ...]
    since: int
    due: int
    fights: bool
    """Its debtor has gone to war at the side of its creditor, which is more than it owes."""


def aid_due(state: State) -> Iterator[AidDue]:
    """What is owed in the wars that go on, given or not: by the close of the turn after each broke out.

    Where the scenario gives no order by which to send aid or break off trade, no economic aid is called for; relations can be broken
    off in every one.
    """
    if not state.wars:
        return
    subsidised = not state.setting.orders.keys().isdisjoint({OrderKind.AID, OrderKind.SANCTION})
    extents = tuple(extent for extent in SHORT_OF_ARMS if subsidised or extent is Extent.DIPLOMATIC)
    owing = {
        (owed.treaty, owed.article.id, owed.debtor, owed.creditor): (owed, owed.duty.extent)
        for owed in obligations(state)
        if isinstance(owed.duty, Assist) and owed.duty.extent in extents
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
                    owed, extent = found
                    yield AidDue(owed=owed, extent=extent, foes=foes, since=war.turn, due=war.turn + 1, fights=call.power in side)


def is_given(state: State, one: AidDue) -> bool:
    """Whether it is given before all who know of the promise, or more: funds or arms sent since, trade broken off with a foe; where words
    are owed, these, relations broken off, or a threat."""
    if one.fights or any(gives(state, one, order) for order in _given(state, one)):
        return True
    if one.extent is not Extent.DIPLOMATIC:
        return False
    debtor, readers = one.owed.debtor, known_to(state, one.owed)
    return any(
        appeals(state, debtor, foe, one.since)
        or protests(state, debtor, foe, one.since, readers)
        or threatens(state, debtor, foe, one.since)
        for foe in one.foes
    )


def gives(state: State, one: AidDue, order: Order) -> bool:
    """Whether an order of the debtor gives it; aid that is sent covertly does so only where nobody else knows of the promise."""
    in_words = one.extent is Extent.DIPLOMATIC
    match order:
        case SendAid():
            readers = known_to(state, one.owed)
            seen = not order.covert or (readers is not None and readers <= {one.owed.debtor, one.owed.creditor})
            return order.to == one.owed.creditor and (in_words or order.means in SUBSIDIES) and seen
        case ApplySanction():
            return order.target in one.foes and (in_words or order.sanction in PRESSURE)
        case Mobilise():
            return in_words and order.step >= Readiness.PARTIAL
        case _:
            return False


def _given(state: State, one: AidDue) -> Iterator[Order]:
    """What the debtor has done since, or keeps up, as the orders by which it does so."""
    for aid in state.aid:
        if aid.by == one.owed.debtor and aid.turn >= one.since:
            yield SendAid(to=aid.to, means=aid.means, covert=aid.known_to is not EVERYBODY)
    for (power, target), kinds in state.sanctions.items():
        if power == one.owed.debtor:
            yield from (ApplySanction(target, kind) for kind in sorted(kinds))


def not_given(state: State, power: Power) -> tuple[AidDue, ...]:
    """What a power owes so and has not given yet."""
    return tuple(one for one in aid_due(state) if one.owed.debtor == power and not is_given(state, one))


def given_by(state: State, power: Power, order: Order) -> tuple[Obligation, ...]:
    """The aid owed by a power, and not given yet, that an order would give."""
    if not isinstance(order, SendAid | ApplySanction | Mobilise):
        return ()
    return tuple(one.owed for one in not_given(state, power) if gives(state, one, order))


def given_in(state: State, supposed: State, power: Power) -> tuple[Obligation, ...]:
    """The aid owed by a power, and not given yet, that would be given once it had come to another state."""
    return tuple(one.owed for one in not_given(state, power) if is_given(supposed, one))


def relations_to_break_off(state: State, power: Power) -> tuple[ApplySanction, ...]:
    """The orders by which a power gives the diplomatic support that it owes, where it has given none."""
    owing = (one for one in not_given(state, power) if one.extent is Extent.DIPLOMATIC)
    return tuple(dict.fromkeys(ApplySanction(foe, Sanction.DIPLOMATIC) for one in owing for foe in one.foes if foe != power))
