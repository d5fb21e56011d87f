"""War by correlation of forces: who counts on a front, by what road, under which article, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve as with_

from engine.access import leaves, road_of
from engine.crisis import Band, Citation, ForceLine, Road, War, Way
from engine.happenings import Arms, Means
from engine.names import Power
from engine.orders import Readiness
from engine.state import State

NO_GROUNDS: Mapping[Power, Citation] = {}
NOBODY: Mapping[Power, Power] = {}
ALL: Mapping[Power, int] = {}


def strength(state: State, power: Power) -> int:
    """The divisions that a power's readiness lets it use now.

    After general mobilisation they gather by day, as the scenario says; until then as many count as at the step before. The arms
    and volunteers that others have sent come on top.
    """
    return own_divisions(state, power) + reinforcements(state, power)


def reinforcements(state: State, power: Power) -> int:
    """The divisions' worth of arms and volunteers that a power has received, as far as this state knows."""
    rules = state.setting.force
    worth = {Means.FUNDS: 0, Means.ARMS: rules.arms, Means.VOLUNTEERS: rules.volunteers}
    return sum(worth[aid.means] for aid in state.aid if aid.to == power)


def own_divisions(state: State, power: Power) -> int:
    """The same without what others have sent: what everybody can count."""
    sheet, step = state.setting.powers[power], state.readiness[power]
    rules = state.setting.force
    if step is Readiness.GENERAL and sheet.musters and power in state.mobilised:
        days = state.days_since(state.mobilised[power])
        gathered = max((m.divisions for m in sheet.musters if m.day <= days), default=0)
        return min(sheet.divisions, max(gathered, sheet.divisions * rules.partial // 100))
    return state.under_arms(power)


def correlate(
    state: State,
    attackers: tuple[Power, ...],
    defenders: tuple[Power, ...],
    *,
    under: Mapping[Power, Citation] = NO_GROUNDS,
    violated: Mapping[Power, Power] = NOBODY,
    suffering: frozenset[Power] = frozenset(),
    sent: Mapping[Power, int] = ALL,
) -> War:
    """The war between two coalitions, decided by the ratio of the divisions that can reach a front.

    At three to one the defence collapses, at three to two it is defeated, at two to three the attack is. Where neither side
    can reach the other there is no front, and nothing moves. `under` names the article that brought a power, `violated` the
    neutral through which it marches, `suffering` those who let that happen, `sent` the number of divisions with which a power
    comes that does not send all it can.
    """
    roads = _roads(state, attackers, defenders, violated, suffering, opening=True)
    roads |= _roads(state, defenders, attackers, violated, suffering)
    roads |= {power: Road(way=Way.HOME) for power in _invaded(roads, attackers) if roads[power].way is Way.NONE}
    attack, defence = (
        tuple(_line(state, power, roads[power], under, sent.get(power)) for power in side) for side in (attackers, defenders)
    )
    band = band_of(sum(line.divisions for line in attack), sum(line.divisions for line in defence))
    return War(attackers=attackers, defenders=defenders, turn=state.turn, band=band, attack=attack, defence=defence)


def _roads(
    state: State,
    side: tuple[Power, ...],
    foes: tuple[Power, ...],
    violated: Mapping[Power, Power],
    suffering: frozenset[Power],
    *,
    opening: bool = False,
) -> dict[Power, Road]:
    """By what road each of a side comes to its foes, the first of whom is the principal."""
    ours, theirs = frozenset(side), frozenset(foes)
    leave = leaves(state, ours, theirs, opening=opening)
    return {
        power: road_of(state, power, ours, theirs, leave, violated.get(power), foes[0], suffered=violated.get(power) in suffering)
        for power in side
    }


def _invaded(roads: Mapping[Power, Road], attackers: tuple[Power, ...]) -> tuple[Power, ...]:
    """The defenders that an attacker reaches: they fight on their own soil even if they can reach nobody."""
    return tuple(dict.fromkeys(roads[power].along[-1] for power in attackers if roads[power].along))


def _line(state: State, power: Power, road: Road, under: Mapping[Power, Citation], sent: int | None) -> ForceLine:
    """What a power brings: nothing unless there is a road for it."""
    if road.way is Way.NONE:
        return ForceLine(power=power, divisions=0, road=road, under=under.get(power))
    rules, aircraft = state.setting.force, state.armed(power, Arms.AIRCRAFT)
    divisions = strength(state, power)
    if road.carries is not None:
        divisions = min(divisions, road.carries)
    if sent is not None:
        divisions = min(divisions, sent)
    weight = aircraft // rules.aircraft if rules.aircraft else 0
    return ForceLine(power=power, divisions=divisions + weight, aircraft=aircraft if weight else 0, road=road, under=under.get(power))


def band_of(attack: int, defence: int) -> Band:
    """How a war ends, by the divisions of the two sides that reach a front."""
    if attack == defence == 0:
        return Band.STALEMATE
    if attack >= 3 * defence:
        return Band.COLLAPSE
    if 2 * attack >= 3 * defence:
        return Band.VICTORY
    return Band.STALEMATE if 3 * attack >= 2 * defence else Band.DEFEAT


def as_published(state: State, war: War) -> War:
    """The war without the articles that not everybody may know."""
    return with_(war, attack=_published(state, war.attack), defence=_published(state, war.defence))


def _published(state: State, lines: tuple[ForceLine, ...]) -> tuple[ForceLine, ...]:
    def is_public(cited: Citation | None) -> bool:
        return cited is not None and state.treaties[cited.treaty].known_to is None

    return tuple(
        with_(
            line,
            road=with_(line.road, leave=tuple(c for c in line.road.leave if is_public(c))),
            under=line.under if is_public(line.under) else None,
        )
        for line in lines
    )
