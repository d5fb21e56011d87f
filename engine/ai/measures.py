"""What a scripted power orders short of force, where its scenario opens it: troops on what is demanded of it, arms for whom it must aid,
sanctions upon an aggressor, a look into a threatening neighbour's intentions, a word at home."""

from __future__ import annotations

from collections.abc import Iterator

from engine.ai.mind import Mind
from engine.ai.value import trust
from engine.crisis import DemandCession, Ultimatum, UltimatumState
from engine.duties import Assist
from engine.happenings import Means
from engine.names import Power
from engine.obligations import owed_by
from engine.orders import ApplySanction, Campaign, Deploy, GatherIntelligence, Order, Sanction, SendAid
from engine.profile import Style
from engine.state import State

SHAKY = 40
"""Support at home below which a government speaks for its policy."""
LAWFUL = (Style.GUARANTOR, Style.BALANCER)
"""Styles that answer an aggression in which they do not fight by sanctions."""


def measures(mind: Mind) -> Iterator[Order]:
    """What a power would order besides arming, the most urgent first; what is not open falls away."""
    view, power = mind.view, mind.power
    threats = [u for u in view.ultimatums.values() if u.state is not UltimatumState.ACCEPTED]
    for ultimatum in threats:
        if ultimatum.target == power:
            yield from _garrisons(view, power, ultimatum)
    for friend in threatened_friends(view, power, threats):
        if not _has_sent(view, power, friend):
            yield SendAid(to=friend, means=Means.ARMS)
    if mind.profile.style in LAWFUL:
        yield from (ApplySanction(foe, Sanction.ARMS) for foe in aggressors(view, power) if not view.sanctions.get((power, foe)))
    if view.tracks.get(f"{power}.support", 100) < SHAKY:
        yield Campaign()
    menacing = [u.issuer for u in threats if u.target == power]
    yield from (GatherIntelligence(issuer) for issuer in menacing if trust(view, power, issuer) < 50)


def _garrisons(view: State, power: Power, ultimatum: Ultimatum) -> Iterator[Order]:
    """Troops to the first of the stakes demanded that has none."""
    demand = ultimatum.demand
    stakes = demand.stakes if isinstance(demand, DemandCession) else ()
    yield from [Deploy(stake) for stake in stakes if view.holder(stake) == power and power not in view.garrison(stake)][:1]


def threatened_friends(view: State, power: Power, threats: list[Ultimatum]) -> tuple[Power, ...]:
    """Those under an ultimatum whom a power has promised to aid, and is not itself threatening."""
    owed = {o.duty.creditor for o in owed_by(view, power) if isinstance(o.duty, Assist)}
    return tuple(dict.fromkeys(u.target for u in threats if u.target in owed and u.issuer != power))


def _has_sent(view: State, power: Power, friend: Power) -> bool:
    return any((aid.by, aid.to) == (power, friend) for aid in view.aid)


def aggressors(view: State, power: Power) -> tuple[Power, ...]:
    """Those who have opened a war in which a power does not fight on either side."""
    wars = (war for war in view.wars if power not in war.attackers + war.defenders)
    return tuple(dict.fromkeys(war.attackers[0] for war in wars))
