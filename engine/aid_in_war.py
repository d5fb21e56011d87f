"""Aid in a war that is on: what is owed of it, by when, and what gives it.

Arms owed when the war breaks out are owed with the answer to the crisis (`engine.reckoning.called_for`); here are those that come to be owed
later, by a treaty that enters into force, a recommendation, a passage granted, another's entry, and aid by economic means.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.advocacy import appeals, protests, threatens
from engine.casus import Call, Standing, casus_foederis
from engine.contingents import in_war_with
from engine.crisis import War
from engine.duties import ARMED, Assist, Extent
from engine.happenings import Means, Sanction
from engine.names import EVERYBODY, Power
from engine.obligations import Obligation, known_to, last_line, obligations
from engine.orders import ApplySanction, Attack, Mobilise, Order, OrderKind, Readiness, SendAid
from engine.state import State

SENDING = {
    Extent.ECONOMIC: frozenset({Means.FUNDS, Means.ARMS}),
    Extent.MILITARY: frozenset({Means.ARMS, Means.VOLUNTEERS}),
    Extent.ALL_MEANS: frozenset(Means),
    Extent.DIPLOMATIC: frozenset(Means),
}
"""With what one helps a belligerent short of war, by the means promised; what supports it in words is done by more."""
PRESSURE = frozenset({Sanction.ARMS, Sanction.OIL, Sanction.FINANCE, Sanction.GENERAL})
"""What one breaks off with its foe to the same end."""


def calls_in_war(state: State, war: War) -> tuple[Call, ...]:
    """Where each third power stands in a war that is on, by who fights in it now.

    Who has since gone to war upon the one that opened it has come to the aid of its victim.
    """
    by, upon = war.attackers[0], war.defenders[0]
    since = (other for other in state.wars if other.turn >= war.turn and other.defenders[0] == by)
    entered = {p for other in since for p in other.attackers if state.is_fought(other, p, by)}
    helping = {p for p in war.defenders[1:] if state.is_fought(war, p, by)} | entered
    joining = {p for p in war.attackers[1:] if state.is_fought(war, p, upon)}
    return casus_foederis(
        state, by, upon, assisting=frozenset(helping) - joining - {upon}, joining=frozenset(joining), provoked=war.provoked
    )


@frozen(kw_only=True)
class AidDue:
    """Aid that a war calls for: against whom, since when, and by the close of which turn."""

    owed: Obligation
    duty: Assist
    foes: tuple[Power, ...]
    """Those against whom it is owed, the principal first."""
    since: int
    """The turn in which the war broke out."""
    due: int | None
    """None as long as its debtor has not been called upon; it is from the close of this turn on."""

    @property
    def extent(self) -> Extent:
        """By what means it is owed."""
        return self.duty.extent

    @property
    def foe(self) -> Power:
        """The one against whom its debtor is to stand."""
        return self.foes[0]


def aid_due(state: State) -> Iterator[AidDue]:
    """What is owed in the wars that go on, given or not, and was not settled for good when they broke out.

    Where the scenario gives no order by which to give it, nothing is called for; relations can be broken off in every one.
    """
    owing = {(o.treaty, o.article.id, o.debtor, o.creditor): o for o in obligations(state) if _has_an_order(state, o)} if state.wars else {}
    for war in state.wars if owing else ():
        by, upon = war.attackers[0], war.defenders[0]
        if not state.is_fought(war, by, upon):
            continue
        for call in calls_in_war(state, war):
            for ground in call.grounds:
                found = owing.get((ground.treaty, ground.article, call.power, ground.owed_to(by, upon)))
                if found is None or not isinstance(found.duty, Assist) or not (ground.owing or ground.standing is Standing.BOUND):
                    continue
                foes = war.defenders if ground.in_attack else war.attackers
                yield AidDue(owed=found, duty=found.duty, foes=foes, since=war.turn, due=_called_for(state, found, foes[0]))


def _has_an_order(state: State, owed: Obligation) -> bool:
    """Whether the scenario gives orders by which aid of this kind can be given."""
    duty, given = owed.duty, state.setting.orders.keys()
    if not isinstance(duty, Assist) or duty.extent is Extent.DIPLOMATIC:
        return isinstance(duty, Assist)
    other = OrderKind.SANCTION if duty.extent is Extent.ECONOMIC else OrderKind.ATTACK
    return other in given or (OrderKind.AID in given and duty.forces is None)


def _called_for(state: State, owed: Obligation, foe: Power) -> int | None:
    """By when it is to be given since its debtor was called upon; a call that has lapsed before, since for a time nothing was owed, is none."""
    named = (owed.treaty, owed.article.id, owed.duty, foe)
    days = (one.due for one in state.summons if (one.treaty, one.article, one.duty, one.foe) == named and one.due >= state.turn)
    return min(days, default=None)


def is_fighting(state: State, one: AidDue) -> bool:
    """Whether its debtor is at war with the power against which it is owed."""
    return one.foe in state.at_war(one.owed.debtor)


def is_given(state: State, one: AidDue) -> bool:
    """Whether it is given before all who know of the promise: its debtor fights, with the divisions that it promised, or has sent since
    what it owes; economic aid by breaking off trade with a foe as well, diplomatic support by words or relations broken off.

    Arms once withheld are made good by nothing but the fight.
    """
    if is_fighting(state, one):
        here = in_war_with(state, one.duty, one.foe) if one.duty.forces is not None else None
        return here is None or not here.is_short
    last = last_line(state, one.owed, one.since)
    if one.extent in ARMED and last is not None:
        return last.kept
    return any(gives(state, one, order) for order in _given(state, one)) or (one.extent is Extent.DIPLOMATIC and _is_in_words(state, one))


def _is_in_words(state: State, one: AidDue) -> bool:
    """Whether the debtor has supported the creditor by words before all, or has threatened a foe."""
    debtor, since, readers = one.owed.debtor, one.since, known_to(state, one.owed)
    return any(
        appeals(state, debtor, foe, since) or protests(state, debtor, foe, since, readers) or threatens(state, debtor, foe, since)
        for foe in one.foes
    )


def gives(state: State, one: AidDue, order: Order) -> bool:
    """Whether an order of the debtor gives it; aid that is sent covertly does so only where nobody else knows of the promise."""
    match order:
        case SendAid():
            readers = known_to(state, one.owed)
            seen = not order.covert or (readers is not None and readers <= {one.owed.debtor, one.owed.creditor})
            return order.to == one.owed.creditor and order.means in SENDING[one.extent] and one.duty.forces is None and seen
        case ApplySanction():
            severs = one.extent is Extent.DIPLOMATIC or (one.extent is Extent.ECONOMIC and order.sanction in PRESSURE)
            return severs and order.target in one.foes
        case Mobilise():
            return one.extent is Extent.DIPLOMATIC and order.step >= Readiness.PARTIAL
        case Attack():
            return order.target == one.foe and one.duty.forces is None
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
    if not isinstance(order, SendAid | ApplySanction | Mobilise | Attack):
        return ()
    return tuple(one.owed for one in not_given(state, power) if gives(state, one, order))


def given_in(state: State, supposed: State, power: Power) -> tuple[Obligation, ...]:
    """The aid owed by a power, and not given yet, that would be given once it had come to another state."""
    return tuple(one.owed for one in not_given(state, power) if is_given(supposed, one))


def relations_to_break_off(state: State, power: Power) -> tuple[ApplySanction, ...]:
    """The orders by which a power gives the diplomatic support that it owes, where it has given none."""
    owing = (one for one in not_given(state, power) if one.extent is Extent.DIPLOMATIC)
    return tuple(dict.fromkeys(ApplySanction(foe, Sanction.DIPLOMATIC) for one in owing for foe in one.foes if foe != power))
