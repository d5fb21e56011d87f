"""Crises: by whom a scripted power stands, by what road, and when a mover persists."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve as with_

from engine.ai.mind import Mind
from engine.ai.value import handed_over, points_of_aims, trust
from engine.casus import Call, Standing, casus_foederis
from engine.chance import draw
from engine.commands import AnswerCrisis, Decide
from engine.conditions import holds
from engine.crisis import Band, Crisis, DemandCession, Opening, Stance, Ultimatum, War
from engine.decide.crises import marches_open
from engine.deeds import attack as attack_of
from engine.duties import Assist
from engine.events import Phase
from engine.force import correlate
from engine.names import Power, StakeId
from engine.obligations import owed_by
from engine.orders import Readiness
from engine.performance import broken_by
from engine.profile import Leaning, Stands, Style
from engine.reckoning import SIDES, Aggression, aggressions, as_bound, calls_expected, coalition, takers
from engine.state import State, changed

LOYALTY = {Style.GUARANTOR: 20, Style.BALANCER: 8, Style.CLIENT: 10, Style.MEDIATOR: 8, Style.SPOILER: 0}
"""Points of its own instructions that a style's word is worth to it."""
UNBOUND = -15
"""Points against fighting for a power to which nothing is owed."""
WILL_PERSIST = {Band.COLLAPSE: 90, Band.VICTORY: 70, Band.STALEMATE: 35, Band.DEFEAT: 10}
"""Per cent that a mover is expected to persist, by the outcome that the coalitions promise it."""
NERVE = {Style.SPOILER: 4, Style.BALANCER: 2, Style.GUARANTOR: 1, Style.CLIENT: 1, Style.MEDIATOR: 1}
"""Tenths of the other side's strength, less one, by which a style may overrate its own."""
INVADED = 20
"""Points beyond its aims that it is worth to a power to defend itself when it is marched through."""


def gives_way(mind: Mind, issuer: Power, ultimatum: Ultimatum) -> bool:
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
        stance, through = _stance(mind, crisis)
        mind.do(AnswerCrisis(stance=stance, through=through), "stance")


def _stance(mind: Mind, crisis: Crisis) -> tuple[Stance, Power | None]:
    """Where we stand, and the neutral through which we march to get there."""
    if mind.power == crisis.target:
        yields = (
            _lets_stand(mind, crisis)
            if crisis.opening is Opening.COERCION
            else crisis.ultimatum is not None and gives_way(mind, crisis.mover, crisis.ultimatum)
        )
        return Stance.YIELD if yields else Stance.RESIST, None
    upon_us = [one for one in aggressions(crisis) if one.upon == mind.power]
    if upon_us:
        return next((one.friends for one in upon_us if _defends(mind, crisis, one)), Stance.NEUTRAL), None
    scripted = next((deed.stance for deed in mind.wants(Stands) if deed.target == crisis.target), None)
    if scripted is not None:
        return scripted, _beside(mind, crisis, scripted, _outlook(mind, crisis, scripted))[1] if scripted in SIDES else None
    for one in aggressions(crisis):
        call = next((c for c in calls_expected(mind.view, crisis, one) if c.power == mind.power), None)
        if call is None:
            continue
        stands, through = _honours(mind, crisis, one, call)
        if stands:
            return one.friends, through
        if call.to_attack and not call.to_aid:
            joins, through = _joins(mind, crisis, one)
            if joins:
                return one.foes, through
    if _would_confer(mind, crisis):
        return Stance.CONFER, None
    return Stance.MEDIATE if mind.profile.style is Style.MEDIATOR else Stance.NEUTRAL, None


def _lets_stand(mind: Mind, crisis: Crisis) -> bool:
    """Whether what was promised under threat leaves more of our aims than the war that we expect with those who promised us help."""
    lost = tuple(sorted(crisis.over))
    yielded = points_of_aims(handed_over(mind.view, lost, crisis.mover), mind.power)
    resisted = expected(mind, crisis.mover, mind.power, helpers(mind.view, crisis.mover, mind.power, crisis.over), (), lost)
    return yielded > resisted + LOYALTY[mind.profile.style]


def _would_confer(mind: Mind, crisis: Crisis) -> bool:
    """Whether its author makes it lean to conferences, one can still meet, and peace is worth more to it than the war that threatens."""
    view, power = mind.view, mind.power
    if mind.profile.leanings.get(Leaning.CONFERENCE, 0) <= 0 or view.turn + 1 >= len(view.setting.turns):
        return False
    war = expected(mind, crisis.mover, crisis.target, helpers(view, crisis.mover, crisis.target), (), _demanded(crisis))
    return points_of_aims(view, power) > war


def _honours(mind: Mind, crisis: Crisis, attack: Aggression, call: Call) -> tuple[bool, Power | None]:
    """Whether standing by the victim serves our aims better than standing aside, our word being worth something too, and by what way."""
    view, power = mind.view, mind.power
    if call.to_attack or call.standing is Standing.BARRED or not _is_awaited_deed_likely(view, crisis, power, attack.upon, call):
        return False, None
    if attack.upon == crisis.target:
        lost = _demanded(crisis)
        others = tuple(p for p in helpers(view, crisis.mover, crisis.target, crisis.over) if p != power)
        plain = expected(mind, crisis.mover, crisis.target, others, (power,), lost)
        aside = expected(mind, crisis.mover, crisis.target, others, (), lost)
    else:
        plain, aside = _outlook(mind, crisis, attack.friends), _outlook(mind, crisis, Stance.NEUTRAL)
    beside, through = _beside(mind, crisis, attack.friends, plain)
    word = LOYALTY[mind.profile.style] if call.to_aid else UNBOUND
    return beside + word + (trust(view, power, attack.upon) - 50) // 5 + _mood(mind) > aside, through


def _joins(mind: Mind, crisis: Crisis, attack: Aggression) -> tuple[bool, Power | None]:
    """Whether joining the attack that we have promised to join serves our aims better than breaking that word, and by what way."""
    view, power, lost = mind.view, mind.power, _demanded(crisis)
    if attack.upon == crisis.target:
        foes = helpers(view, crisis.mover, crisis.target, crisis.over)
        plain = expected(mind, crisis.mover, crisis.target, foes, (), lost, joining=(power,))
        aside = expected(mind, crisis.mover, crisis.target, foes, (), lost)
    else:
        plain, aside = _outlook(mind, crisis, attack.foes), _outlook(mind, crisis, Stance.NEUTRAL)
    beside, through = _beside(mind, crisis, attack.foes, plain)
    return beside + LOYALTY[mind.profile.style] + (trust(view, power, attack.by) - 50) // 5 + _mood(mind) > aside, through


def _beside(mind: Mind, crisis: Crisis, side: Stance, plain: int) -> tuple[int, Power | None]:
    """What taking a side is worth, and the neutral through which to march if that is worth more than staying where we are.

    Against the force that it brings to the front stand the neutral and whoever is bound to it, on the other side; our good name; and
    what we have promised it.
    """
    best: tuple[int, Power | None] = (plain, None)
    for neutral in marches_open(mind.view, crisis, mind.power, side):
        foe = crisis.target if side is Stance.WITH_MOVER else crisis.mover
        crossing = (deed for deed in attack_of(mind.view, mind.power, foe, neutral) if deed.toward == neutral)
        broken = broken_by(mind.view, crossing, aggressor=mind.power)
        worth = _outlook(mind, crisis, side, neutral) + UNBOUND - (LOYALTY[mind.profile.style] if broken else 0)
        if worth > best[0]:
            best = (worth, neutral)
    return best


def _defends(mind: Mind, crisis: Crisis, attack: Aggression) -> bool:
    """Whether to fight whoever marches through us, rather than to let it pass."""
    resisting, aside = _outlook(mind, crisis, attack.friends), _outlook(mind, crisis, Stance.NEUTRAL)
    return resisting + INVADED + _mood(mind) > aside


def _outlook(mind: Mind, crisis: Crisis, stance: Stance, through: Power | None = None) -> int:
    """The points of our own aims to be expected if we answer so and everybody else does what, as far as we know, it is bound to."""
    known = {p: s for p, s in crisis.stances.items() if p != mind.power and (s in SIDES or p not in crisis.called)}
    marches = {p: neutral for p, neutral in crisis.marches.items() if p != mind.power}
    ours: Mapping[Power, Power] = marches if through is None else {**marches, mind.power: through}
    if stance in SIDES:
        going_on = as_bound(mind.view, with_(crisis, stances={**known, mind.power: stance}, marches=ours))
    else:
        going_on = as_bound(mind.view, with_(crisis, stances=known, marches=ours))
        going_on = with_(going_on, stances={p: s for p, s in going_on.stances.items() if p != mind.power})
    return _points(mind, coalition(mind.view, going_on), crisis.mover, crisis.target, _demanded(crisis))


def _mood(mind: Mind) -> int:
    """By how much a power's sense of honour differs from game to game and turn to turn."""
    return draw(mind.seed, f"honour|{mind.power}|{mind.view.turn}", 21) - 10


def _is_awaited_deed_likely(view: State, crisis: Crisis, power: Power, victim: Power, call: Call) -> bool:
    """Whether those upon whose help or entry our own duty waits have come, or shown by arming that they will."""
    awaited = {
        owed.duty.only_if_assisted_by
        for owed in owed_by(view, power)
        if isinstance(owed.duty, Assist) and owed.duty.creditor == victim and owed.duty.only_if_assisted_by is not None
    }
    waits = awaited | {p for ground in call.grounds[:1] for p in (*ground.waits_for, ground.ally)}
    come = {p for p in takers(crisis) if p not in crisis.called}
    return all(view.readiness[p] >= Readiness.PARTIAL for p in waits if p is not None and p != power and p not in come)


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
    return _points(mind, correlate(mind.view, (mover, *joining), (target, *others, *with_us)), mover, target, lost)


def _points(mind: Mind, war: War, mover: Power, target: Power, lost: tuple[StakeId, ...]) -> int:
    """The points of our own aims to be expected of a war that the mover may still think better of."""
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
