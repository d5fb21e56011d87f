"""Orders, ultimatums and crises: when a scripted power arms, honours its word, gives way or persists."""

from __future__ import annotations

from collections.abc import Callable

from engine.ai.script import live, scripted_orders
from engine.casus import Standing, casus_foederis
from engine.chance import draw
from engine.commands import AnswerCrisis, AnswerUltimatum, CommitOrders, Decide, PowerCommand
from engine.conditions import holds
from engine.crisis import Crisis, Stance, UltimatumState
from engine.decide.crises import is_met
from engine.decide.orders import available_orders, fits
from engine.events import Phase
from engine.force import correlate
from engine.names import Power
from engine.obligations import cessions_of, is_due
from engine.orders import HandOver, Mobilise, Order, Readiness
from engine.profile import Profile, Stands, Style
from engine.state import State

HONOUR = {Style.GUARANTOR: 55, Style.BALANCER: 40, Style.CLIENT: 40, Style.MEDIATOR: 25, Style.SPOILER: 10}
"""How much a style's own word weighs, of the hundred points at which it is kept."""


def answer(view: State, power: Power, profile: Profile, seed: int, do: Callable[[PowerCommand], bool]) -> None:
    """Answer ultimatums and the crisis."""
    for (issuer, target), ultimatum in view.ultimatums.items():
        if target == power and ultimatum.state is UltimatumState.STANDING and not is_met(view, ultimatum):
            if _yields(view, profile):
                do(AnswerUltimatum(issuer=issuer, accept=True))
            elif view.phase is Phase.ORDERS and ultimatum.expires <= view.turn:
                do(AnswerUltimatum(issuer=issuer, accept=False))
    crisis = view.crisis
    if crisis is None:
        return
    if power == crisis.mover and crisis.revealed:
        do(Decide(persist=_persists(view, power, profile, crisis)))
    elif power in crisis.called - crisis.answered:
        do(AnswerCrisis(stance=_stance(view, power, profile, seed, crisis)))


def _yields(view: State, profile: Profile) -> bool:
    return profile.yields_when is not None and holds(view, profile.yields_when)


def _stance(view: State, power: Power, profile: Profile, seed: int, crisis: Crisis) -> Stance:
    scripted = [d.stance for _, rule in live(view, profile) for d in rule.then if isinstance(d, Stands) and d.target == crisis.target]
    if power == crisis.target:
        return Stance.YIELD if crisis.ultimatum is not None and _yields(view, profile) else Stance.RESIST
    if scripted:
        return scripted[0]
    call = next(c for c in casus_foederis(view, crisis.mover, crisis.target) if c.power == power)
    awaited = all(view.readiness[p] >= Readiness.PARTIAL for g in call.grounds[:1] for p in g.waits_for)
    if call.standing is Standing.BOUND or (call.standing is Standing.BOUND_ONLY_IF and awaited):
        weight = HONOUR[profile.style] + 15 * view.readiness[power] + draw(seed, f"honour|{power}|{view.turn}", 31)
        weight += 10 if _odds(view, crisis, power) else -10
        if weight >= 75:
            return Stance.WITH_TARGET
    return Stance.MEDIATE if profile.style is Style.MEDIATOR else Stance.NEUTRAL


def _odds(view: State, crisis: Crisis, power: Power) -> bool:
    """Whether target and power together would be no weaker than the mover."""
    war = correlate(view, (crisis.mover,), (crisis.target, power))
    return sum(line.divisions for line in war.defence) >= sum(line.divisions for line in war.attack)


def _persists(view: State, power: Power, profile: Profile, crisis: Crisis) -> bool:
    if profile.attacks_when is None or not holds(view, profile.attacks_when):
        return False
    helping = tuple(p for p in view.powers() if crisis.stances.get(p) is Stance.WITH_TARGET)
    joining = tuple(p for p in view.powers() if crisis.stances.get(p) is Stance.WITH_MOVER)
    war = correlate(view, (power, *joining), (crisis.target, *helping))
    return 10 * sum(line.divisions for line in war.attack) >= 9 * sum(line.divisions for line in war.defence)


def orders(view: State, power: Power, profile: Profile) -> CommitOrders:
    """What the rules want and what is owed; a power under an ultimatum arms."""
    available = available_orders(view, power)
    wanted: list[Order] = [
        HandOver(treaty=owed.treaty, article=owed.article.id, stake=o.stake)
        for owed in cessions_of(view, power)
        if is_due(view, owed)
        for o in available
        if isinstance(o, HandOver) and (o.treaty, o.article) == (owed.treaty, owed.article.id) and owed.matter == f"cede:{o.stake}"
    ]
    wanted = [
        o
        for n, o in enumerate(wanted)
        if isinstance(o, HandOver) and o.stake not in {w.stake for w in wanted[:n] if isinstance(w, HandOver)}
    ]
    threatened = any(target == power for _, target in view.ultimatums)
    step = view.readiness[power]
    reflex = (Mobilise(Readiness(step + 1)),) if threatened and step < Readiness.GENERAL else ()
    for order in (*scripted_orders(view, profile), *reflex):
        if order in available and order not in wanted and fits(view, (*wanted, order)):
            wanted.append(order)
    return CommitOrders(tuple(wanted))
