"""Orders, ultimatums and crises: when a scripted power arms, honours its word, gives way or persists."""

from __future__ import annotations

from engine.ai.initiatives import initiatives
from engine.ai.measures import measures
from engine.ai.mind import Mind
from engine.ai.value import handed_over, points_of_aims, trust
from engine.casus import Call, Standing, casus_foederis
from engine.chance import draw
from engine.clauses.notification import Notice
from engine.commands import AnswerCrisis, AnswerUltimatum, CommitOrders, Decide
from engine.conditions import holds
from engine.crisis import Band, Crisis, DemandCession, Stance, Ultimatum, UltimatumState
from engine.decide.crises import is_met
from engine.decide.orders import available_orders, fits, performances
from engine.decide.promises import awaited
from engine.deeds import deeds_of
from engine.duties import Assist, Cede, Render
from engine.events import Phase
from engine.force import correlate, strength
from engine.happenings import Deed
from engine.measures import Sanctions
from engine.names import Power, StakeId
from engine.notices import calls_for, open_notices
from engine.obligations import cessions_of, is_due, obligations_of, sanctions_owed
from engine.orders import HandOver, LiftSanction, Mobilise, Order, Patrol, Perform, Readiness, StandDown
from engine.profile import Leaning, Orders, Stands, Style
from engine.reckoning import coalition
from engine.state import State, changed

LOYALTY = {Style.GUARANTOR: 20, Style.BALANCER: 8, Style.CLIENT: 10, Style.MEDIATOR: 8, Style.SPOILER: 0}
"""Points of its own instructions that a style's word is worth to it."""
UNBOUND = -15
"""Points against fighting for a power to which nothing is owed."""
WILL_PERSIST = {Band.COLLAPSE: 90, Band.VICTORY: 70, Band.STALEMATE: 35, Band.DEFEAT: 10}
"""Per cent that a mover is expected to persist, by the outcome that the coalitions promise it."""
NERVE = {Style.SPOILER: 4, Style.BALANCER: 2, Style.GUARANTOR: 1, Style.CLIENT: 1, Style.MEDIATOR: 1}
"""Tenths of the other side's strength, less one, by which a style may overrate its own."""
CALM = 50
"""Tension below which a power that nobody threatens stands down."""


STANDS_BY_A_FRIEND = 70
"""Trust from which a power does not sever what an organ asks it to."""


def answer_ultimatums(mind: Mind, *, last: bool) -> None:
    """Give way as soon as the author's condition holds; otherwise take what time there is, and reject when the last day is done."""
    for (issuer, target), ultimatum in mind.view.ultimatums.items():
        if target != mind.power or ultimatum.state is not UltimatumState.STANDING or is_met(mind.view, ultimatum):
            continue
        if _gives_way(mind, issuer, ultimatum):
            if mind.do(AnswerUltimatum(issuer=issuer, accept=True), "accept_ultimatum"):
                mind.say(frozenset({issuer}), "accept_ultimatum")
        elif mind.view.phase is Phase.ORDERS and ultimatum.expires <= mind.view.turn:
            if last and mind.do(AnswerUltimatum(issuer=issuer, accept=False), "reject_ultimatum"):
                mind.say(frozenset({issuer}), "reject_ultimatum")
        elif mind.once(f"ultimatum:{issuer}:{ultimatum.expires}"):
            mind.say(frozenset({issuer}), "acknowledge")


def _gives_way(mind: Mind, issuer: Power, ultimatum: Ultimatum) -> bool:
    """By the author's condition; where there is none, if giving way leaves more of our aims than the war that we expect."""
    if mind.profile.yields_when is not None:
        return holds(mind.view, mind.profile.yields_when)
    if ultimatum.expires > mind.view.turn:
        return False
    lost = ultimatum.demand.stakes if isinstance(ultimatum.demand, DemandCession) else ()
    yielded = points_of_aims(handed_over(mind.view, lost, issuer), mind.power)
    resisted = expected(mind, issuer, mind.power, helpers(mind.view, issuer, mind.power), (), lost)
    return yielded > resisted + LOYALTY[mind.profile.style]


def answer_crisis(mind: Mind) -> None:
    """Say where we stand, or have the last word."""
    crisis = mind.view.crisis
    if crisis is None or mind.view.phase is not Phase.CRISIS:
        return
    if mind.power == crisis.mover and crisis.revealed:
        mind.do(Decide(persist=persists(mind, crisis)), "last_word")
    elif mind.power in crisis.called - crisis.answered:
        mind.do(AnswerCrisis(stance=_stance(mind, crisis)), "stance")


def _stance(mind: Mind, crisis: Crisis) -> Stance:
    scripted = next((deed.stance for deed in mind.wants(Stands) if deed.target == crisis.target), None)
    if mind.power == crisis.target:
        yields = crisis.ultimatum is not None and _gives_way(mind, crisis.mover, crisis.ultimatum)
        return Stance.YIELD if yields else Stance.RESIST
    if scripted is not None:
        return scripted
    call = next(c for c in casus_foederis(mind.view, crisis.mover, crisis.target, over=crisis.over) if c.power == mind.power)
    if _honours(mind, crisis, call):
        return Stance.WITH_TARGET
    if call.to_attack and not call.to_aid and _joins(mind, crisis):
        return Stance.WITH_MOVER
    if _would_confer(mind, crisis):
        return Stance.CONFER
    return Stance.MEDIATE if mind.profile.style is Style.MEDIATOR else Stance.NEUTRAL


def _would_confer(mind: Mind, crisis: Crisis) -> bool:
    """Whether its author makes it lean to conferences, one can still meet, and peace is worth more to it than the war that threatens."""
    view, power = mind.view, mind.power
    if mind.profile.leanings.get(Leaning.CONFERENCE, 0) <= 0 or view.turn + 1 >= len(view.setting.turns):
        return False
    war = expected(mind, crisis.mover, crisis.target, helpers(view, crisis.mover, crisis.target), (), _demanded(crisis))
    return points_of_aims(view, power) > war


def _honours(mind: Mind, crisis: Crisis, call: Call) -> bool:
    """Whether standing by the target serves our aims better than standing aside, our word being worth something too."""
    view, power = mind.view, mind.power
    if call.to_attack or call.standing is Standing.BARRED or not _is_awaited_deed_likely(view, power, crisis, call):
        return False
    lost = _demanded(crisis)
    others = tuple(p for p in helpers(view, crisis.mover, crisis.target, crisis.over) if p != power)
    beside = expected(mind, crisis.mover, crisis.target, others, (power,), lost)
    aside = expected(mind, crisis.mover, crisis.target, others, (), lost)
    word = LOYALTY[mind.profile.style] if call.to_aid else UNBOUND
    return beside + word + (trust(view, power, crisis.target) - 50) // 5 + _mood(mind) > aside


def _joins(mind: Mind, crisis: Crisis) -> bool:
    """Whether joining the attack that we have promised to join serves our aims better than breaking that word."""
    view, power, lost = mind.view, mind.power, _demanded(crisis)
    foes = helpers(view, crisis.mover, crisis.target, crisis.over)
    beside = expected(mind, crisis.mover, crisis.target, foes, (), lost, joining=(power,))
    aside = expected(mind, crisis.mover, crisis.target, foes, (), lost)
    return beside + LOYALTY[mind.profile.style] + (trust(view, power, crisis.mover) - 50) // 5 + _mood(mind) > aside


def _mood(mind: Mind) -> int:
    """By how much a power's sense of honour differs from game to game and turn to turn."""
    return draw(mind.seed, f"honour|{mind.power}|{mind.view.turn}", 21) - 10


def _is_awaited_deed_likely(view: State, power: Power, crisis: Crisis, call: Call) -> bool:
    """Whether those upon whose help our own duty waits have shown by arming that they will give it."""
    awaited = {
        owed.duty.only_if_assisted_by
        for owed in obligations_of(view, power)
        if isinstance(owed.duty, Assist) and owed.duty.creditor == crisis.target and owed.duty.only_if_assisted_by is not None
    }
    waits = awaited | {p for ground in call.grounds[:1] for p in ground.waits_for}
    return all(view.readiness[p] >= Readiness.PARTIAL for p in waits if p is not None and p != power)


def helpers(view: State, mover: Power, target: Power, over: frozenset[StakeId] = frozenset()) -> tuple[Power, ...]:
    """Those whose treaties, as far as we know them, bind them to come."""
    return tuple(c.power for c in casus_foederis(view, mover, target, over=over) if c.to_aid and not c.to_attack)


def expected(
    mind: Mind,
    mover: Power,
    target: Power,
    others: tuple[Power, ...],
    with_us: tuple[Power, ...],
    lost: tuple[StakeId, ...],
    *,
    joining: tuple[Power, ...] = (),
) -> int:
    """The points of our own aims to be expected if these stand by the target: in war or, if the mover is deterred, without it."""
    war = correlate(mind.view, (mover, *joining), (target, *others, *with_us))
    chance = WILL_PERSIST[war.band]
    fought = changed(mind.view, wars=(*mind.view.wars, war))
    taken = tuple(s for s, holder in mind.view.holders.items() if holder == target) if war.band is Band.COLLAPSE else lost
    if war.band in (Band.COLLAPSE, Band.VICTORY):
        fought = handed_over(fought, taken, mover)
    return (chance * points_of_aims(fought, mind.power) + (100 - chance) * points_of_aims(mind.view, mind.power)) // 100


def _demanded(crisis: Crisis) -> tuple[StakeId, ...]:
    demand = crisis.ultimatum.demand if crisis.ultimatum is not None else None
    return demand.stakes if isinstance(demand, DemandCession) else ()


def persists(mind: Mind, crisis: Crisis) -> bool:
    """Whether the author's condition holds and the coalition that has come forward does not look clearly the stronger."""
    if mind.profile.attacks_when is None or not holds(mind.view, mind.profile.attacks_when):
        return False
    war = coalition(mind.view, crisis)
    nerve = draw(mind.seed, f"nerve|{mind.power}|{mind.view.turn}", NERVE[mind.profile.style])
    return 10 * sum(line.divisions for line in war.attack) >= (9 - nerve) * sum(line.divisions for line in war.defence)


# -- orders


def orders(mind: Mind) -> CommitOrders:
    """What is owed, what the rules want, and what a threat calls for."""
    chosen: list[Order] = list(_due(mind.view, mind.power))
    available = available_orders(mind.view, mind.power)
    for order in (
        *_rendering(mind),
        *_complying(mind),
        *_patrolling(mind),
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
    for owed in cessions_of(view, power):
        if isinstance(owed.duty, Cede) and is_due(view, owed) and owed.duty.creditor not in view.at_war(power):
            stake = owed.duty.stake
            due.setdefault(stake, HandOver(treaty=owed.treaty, article=owed.article.id, stake=stake))
    return tuple(due.values())


def _complying(mind: Mind) -> tuple[Order, ...]:
    """The sanctions that an organ's decision asks of us, but not against a power that we trust; what no decision asks any more is lifted."""
    view, power = mind.view, mind.power
    owed = tuple(o for o in sanctions_owed(view, power) if trust(view, power, o.target) < STANDS_BY_A_FRIEND)
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


def _scripted(mind: Mind) -> tuple[Order, ...]:
    """The rules' orders; to a readiness that is more than one step away, one step."""
    step = mind.view.readiness[mind.power]
    wanted = (deed.order for deed in mind.wants(Orders))
    return tuple(Mobilise(Readiness(step + 1)) if isinstance(o, Mobilise) and o.step > step + 1 else o for o in wanted)


def _reflex(mind: Mind) -> tuple[Order, ...]:
    """Arm under an ultimatum, take precautions when one stands against a power that we must aid, stand down when all is calm."""
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
    if step < ceiling:
        return (Mobilise(Readiness(step + 1)),)
    usual = view.setting.powers[power].readiness
    if not standing and not view.at_war(power) and step > usual and view.tracks.get("tension", 0) < CALM:
        return (StandDown(usual),)
    return ()
