"""Orders and ultimatums: when a scripted power arms, performs what it owes, gives way or rejects."""

from __future__ import annotations

from collections.abc import Iterator

from engine.ai.initiatives import initiatives
from engine.ai.measures import measures
from engine.ai.mind import Mind
from engine.ai.sides import gives_way, helpers
from engine.ai.value import STANDS_BY_A_FRIEND, trust
from engine.aid_in_war import gives, not_given, relations_to_break_off
from engine.clauses.notification import Notice
from engine.commands import AnswerUltimatum, CommitOrders
from engine.contingents import reinforcements_open
from engine.crisis import UltimatumState
from engine.decide.crises import is_met
from engine.decide.orders import available_orders, fits
from engine.decide.rendering import performances
from engine.deeds import deeds_of
from engine.duties import ARMED, Assist, Cede, Extent, Refrain, Render
from engine.events import Phase
from engine.falling_due import awaited
from engine.force import strength
from engine.fulfilment import in_their_states
from engine.guarantees import awaited_of, sanctions_called_for
from engine.happenings import Arms, Deed
from engine.limits import CLASSES, is_exceeded
from engine.measures import Sanctions
from engine.names import Power, StakeId
from engine.notices import calls_for, open_notices
from engine.obligations import Obligation, ObligationState, cessions_of, last_line, owed_by, sanctions_to_apply
from engine.orders import Attack, HandOver, LiftSanction, Mobilise, Order, Patrol, Perform, Readiness, Reinforce, Scrap, StandDown
from engine.profile import Orders
from engine.state import State

CALM = 50
"""Tension below which a power that nobody threatens stands down."""


def answer_ultimatums(mind: Mind, *, last: bool) -> None:
    """Give way as soon as the author's condition holds; otherwise take what time there is, and reject when the last day is done."""
    for (issuer, target), ultimatum in mind.view.ultimatums.items():
        if target != mind.power or ultimatum.state is not UltimatumState.STANDING or is_met(mind.view, ultimatum):
            continue
        if gives_way(mind, issuer, ultimatum):
            if mind.do(AnswerUltimatum(issuer=issuer, accept=True), "accept_ultimatum"):
                mind.say(frozenset({issuer}), "accept_ultimatum")
        elif mind.view.phase is Phase.ORDERS and ultimatum.expires <= mind.view.turn:
            if last and mind.do(AnswerUltimatum(issuer=issuer, accept=False), "reject_ultimatum"):
                mind.say(frozenset({issuer}), "reject_ultimatum")
        elif mind.once(f"ultimatum:{issuer}:{ultimatum.expires}"):
            mind.say(frozenset({issuer}), "acknowledge")


# -- orders


def orders(mind: Mind) -> CommitOrders:
    """What is owed, what the rules want, and what a threat calls for."""
    chosen: list[Order] = list(_due(mind.view, mind.power))
    available = available_orders(mind.view, mind.power)
    for order in (
        *_rendering(mind),
        *_aiding(mind),
        *_complying(mind),
        *_patrolling(mind),
        *_reinforcing(mind),
        *_scrapping(mind),
        *_scripted(mind),
        *_reflex(mind),
        *measures(mind),
        *initiatives(mind),
    ):
        if order in available and order not in chosen and fits(mind.view, mind.power, (*chosen, order)):
            chosen.append(order)
    chosen += _announcing(mind, chosen)
    return CommitOrders(tuple(chosen))


def _due(view: State, power: Power) -> tuple[HandOver, ...]:
    """The cessions to be performed in this turn, none twice and none to an enemy."""
    due: dict[StakeId, HandOver] = {}
    for owed in in_their_states(view, cessions_of(view, power)):
        called_for = owed.state in (ObligationState.DUE, ObligationState.BREACHED) and (owed.due or 0) <= view.turn
        if isinstance(owed.duty, Cede) and called_for and owed.duty.creditor not in view.at_war(power):
            stake = owed.duty.stake
            due.setdefault(stake, HandOver(treaty=owed.treaty, article=owed.article.id, stake=stake))
    return tuple(due.values())


def _complying(mind: Mind) -> tuple[Order, ...]:
    """The sanctions that an organ's decision, or a call upon us as a guarantor, asks of us, but not against a power that we trust; what no
    decision asks any more is lifted."""
    view, power = mind.view, mind.power
    asked_of_us = (*sanctions_to_apply(view, power), *sanctions_called_for(view, power))
    owed = tuple(o for o in asked_of_us if trust(view, power, o.target) < STANDS_BY_A_FRIEND)
    asked = {
        (m.measure.target, kind)
        for m in view.measures.values()
        if m.ended is None and isinstance(m.measure, Sanctions)
        for kind in m.measure.kinds
    }
    ended = {
        (m.measure.target, kind)
        for m in view.measures.values()
        if m.ended is not None and isinstance(m.measure, Sanctions)
        for kind in m.measure.kinds
    }
    lifted = tuple(
        LiftSanction(target, kind)
        for (giver, target), kinds in view.sanctions.items()
        if giver == power
        for kind in sorted(kinds)
        if (target, kind) in ended - asked
    )
    return (*owed, *lifted)


def _rendering(mind: Mind) -> tuple[Perform, ...]:
    """What we owe by a date or in a case that has arisen, but nothing to an enemy."""
    owed = tuple(o for o in performances(mind.view, mind.power) if o.duty.creditor not in mind.view.at_war(mind.power))
    return tuple(dict.fromkeys(Perform(treaty=o.treaty, article=o.article.id, to=o.duty.creditor) for o in owed))


def _aiding(mind: Mind) -> Iterator[Order]:
    """What we owe in a war that is on, in the first way that is open and makes no war of it, diplomatic support by breaking off relations;
    nothing to an enemy, nor once we have withheld our arms."""
    view, power = mind.view, mind.power
    severing = relations_to_break_off(view, power)
    for one in not_given(view, power):
        withheld = one.extent in ARMED and last_line(view, one.owed, one.since) is not None
        if one.owed.creditor not in view.at_war(power) and not withheld:
            ways = severing if one.extent is Extent.DIPLOMATIC else available_orders(view, power)
            yield from tuple(o for o in ways if not isinstance(o, Attack) and gives(view, one, o))[:1]


def _announcing(mind: Mind, chosen: list[Order]) -> list[Perform]:
    """The notices that we give of what we are about to do, to all but those whom it is to surprise; of our secrets, to friends alone."""
    view, power = mind.view, mind.power
    arming = any(isinstance(order, Mobilise) for order in chosen)
    called = {calls_for(deed) for order in chosen for deed in deeds_of(view, power, order)}
    given: list[Perform] = []
    for owed, notice in open_notices(view, power):
        duty, creditor = owed.duty, owed.duty.creditor
        if notice is Notice.TREATIES:
            wanted = trust(view, power, creditor) >= STANDS_BY_A_FRIEND
        else:
            # Where it is to be given in advance, the first step of our arming is the time for it.
            ahead = isinstance(duty, Render) and duty.amount > 0 and arming and notice is Notice.MOBILISATION
            wanted = (notice in called or ahead) and (power, creditor) not in view.ultimatums
        if wanted:
            given.append(Perform(treaty=owed.treaty, article=owed.article.id, to=creditor, matter=notice.value))
    return list(dict.fromkeys(given))


def _patrolling(mind: Mind) -> tuple[Patrol, ...]:
    """The patrols that we owe and that do not sail."""
    duties = (o.duty for o in awaited(mind.view, mind.power) if isinstance(o.duty, Render) and o.duty.deed is Deed.PATROL)
    return tuple(dict.fromkeys(Patrol(duty.at) for duty in duties if duty.at is not None))


def _reinforcing(mind: Mind) -> tuple[Order, ...]:
    """What brings to a war the divisions that we have promised and that are not yet there: a greater contingent, the next step of readiness."""
    view, power = mind.view, mind.power
    if not any(isinstance(owed.duty, Assist) for owed in awaited(view, power)):
        return ()
    step = view.readiness[power]
    ready = (Mobilise(Readiness(step + 1)),) if step < Readiness.GENERAL else ()
    greater: list[Reinforce] = sorted(reinforcements_open(view, power), key=lambda order: order.divisions, reverse=True)
    return (*greater, *ready)


def _scrapping(mind: Mind) -> tuple[Scrap, ...]:
    """What we have beyond a limit of arms, of the classes that are built; a threat or a war comes first."""
    view, power = mind.view, mind.power
    threatened = any(u.target == power and u.state is not UltimatumState.ACCEPTED for u in view.ultimatums.values())
    if threatened or view.at_war(power):
        return ()
    beyond = (CLASSES.get(o.duty.matter) for o in owed_by(view, power) if isinstance(o.duty, Refrain) and is_exceeded(view, o.duty))
    return tuple(Scrap(arms) for arms in dict.fromkeys(beyond) if arms is not None and arms is not Arms.DIVISIONS)


def _scripted(mind: Mind) -> tuple[Order, ...]:
    """The rules' orders; to a readiness that is more than one step away, one step."""
    step = mind.view.readiness[mind.power]
    wanted = (deed.order for deed in mind.wants(Orders))
    return tuple(Mobilise(Readiness(step + 1)) if isinstance(o, Mobilise) and o.step > step + 1 else o for o in wanted)


def _asks_for_arms(owed: Obligation) -> bool:
    return isinstance(owed.duty, Assist) and owed.duty.extent in ARMED


def _is_no_friend(mind: Mind, power: Power) -> bool:
    return trust(mind.view, mind.power, power) < STANDS_BY_A_FRIEND


def _is_within_limits(view: State, power: Power, step: Readiness) -> bool:
    """Whether a step of readiness keeps to the limits of arms that bind a power."""
    return not any(is_exceeded(view, owed.duty, step) for owed in owed_by(view, power))


def _reflex(mind: Mind) -> tuple[Order, ...]:
    """Arm under an ultimatum or when called as a guarantor that owes arms, take precautions when an ultimatum stands against a power that we
    must aid, stand down when all is calm.

    A limit of arms holds us back unless we are threatened ourselves or are at war; what it does not allow us to keep is stood down.
    """
    view, power = mind.view, mind.power
    step = view.readiness[power]
    standing = [u for u in view.ultimatums.values() if u.state is not UltimatumState.ACCEPTED and not is_met(view, u)]
    ceiling = Readiness.PEACE
    for ultimatum in standing:
        if power == ultimatum.target:
            ceiling = Readiness.GENERAL
        elif power == ultimatum.issuer:
            ceiling = max(ceiling, Readiness.PARTIAL)
        elif power in helpers(view, ultimatum.issuer, ultimatum.target) and strength(view, power):
            ceiling = max(ceiling, Readiness.PRECAUTIONARY)
    if strength(view, power) and any(
        _asks_for_arms(owed) for appeal, owed in awaited_of(view, power) if _is_no_friend(mind, appeal.against)
    ):
        ceiling = max(ceiling, Readiness.PARTIAL)
    threatened = any(power == ultimatum.target for ultimatum in standing) or bool(view.at_war(power))
    if step < ceiling and (threatened or _is_within_limits(view, power, Readiness(step + 1))):
        return (Mobilise(Readiness(step + 1)),)
    if not threatened and not _is_within_limits(view, power, step):
        return tuple(StandDown(lower) for lower in Readiness if lower < step and _is_within_limits(view, power, lower))[-1:]
    usual = view.setting.powers[power].readiness
    if not standing and not view.at_war(power) and step > usual and view.tracks.get("tension", 0) < CALM:
        return (StandDown(usual),)
    return ()
