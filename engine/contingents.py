"""Contingents promised: how many divisions were to come to a war, by when, and how many of them are there."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.access import leaves, road_of
from engine.crisis import Road, War, Way
from engine.duties import Assist, Forces
from engine.force import own_divisions
from engine.names import Power, StakeId
from engine.obligations import Obligation, owed_by
from engine.orders import Reinforce
from engine.postures import PostureKind
from engine.record import Contingent
from engine.state import State

NO_ROAD = Road(way=Way.NONE)
PARTS = (25, 50, 75)
"""Per cent of its divisions that a power may send where it does not send all or what it promised."""


@frozen(kw_only=True)
class Count:
    """A contingent in a war: how many divisions are there, and how many have to be."""

    sent: int
    wanted: int

    @property
    def is_short(self) -> bool:
        """Whether fewer are there than have to be."""
        return self.sent < self.wanted


def falls_due(state: State, forces: Forces) -> int | None:
    """The turn at whose close a contingent called for now has to be there in full, the first dated so many days later; None beyond the
    calendar."""
    turns = range(max(state.turn, 0), len(state.setting.turns))
    return next((turn for turn in turns if state.days_between(state.turn, turn) >= forces.days), None)


def count(state: State, duty: Assist, war: War, named: int | None) -> Count | None:
    """How much of the contingent that a duty promises is in a war, of the debtor's own divisions; `named` is the number that it sends if
    it does not send all it can. None where no number was promised, or none is counted.

    Nobody answers for a road that is not there: where fewer can come to the front, so many are enough, and where none can, none.
    """
    forces = duty.forces
    if forces is None or not any(sheet.divisions for sheet in state.setting.powers.values()):
        return None
    road = _road(war, duty.debtor) if forces.front is None else _road_to_front(state, duty, war, forces.front)
    wanted = 0 if road.way is Way.NONE else min(forces.divisions, forces.divisions if road.carries is None else road.carries)
    ready = own_divisions(state, duty.debtor)
    return Count(sent=min(wanted, ready, ready if named is None else named), wanted=wanted)


def _road(war: War, power: Power) -> Road:
    return next((line.road for line in (*war.attack, *war.defence) if line.power == power), NO_ROAD)


def _road_to_front(state: State, duty: Assist, war: War, front: StakeId) -> Road:
    """The way to the power that holds the front: the debtor itself, a foe, or a friend that lets its forces in."""
    sides = (war.attackers, war.defenders) if duty.debtor in war.attackers else (war.defenders, war.attackers)
    side, foes = (frozenset(powers) for powers in sides)
    holder = state.holder(front)
    if holder == duty.debtor:
        return Road(way=Way.HOME)
    leave = leaves(state, side, foes, opening=duty.debtor in war.attackers)
    if holder is None or (holder not in foes and (holder, duty.debtor) not in leave):
        return NO_ROAD
    beside = _road(war, duty.debtor)
    violated = beside.along[0] if beside.way in (Way.VIOLATION, Way.SUFFERANCE) else None
    return road_of(state, duty.debtor, side, foes, leave, violated, to=holder)


def awaited(state: State, owed: Obligation) -> Iterator[tuple[Contingent, Count]]:
    """The contingents under a promise that have not come in full, as long as its creditor is in the war for which they were promised."""
    duty = owed.duty
    if not isinstance(duty, Assist) or duty.forces is None:
        return
    for one in state.contingents:
        if (one.treaty, one.article, one.duty) == (owed.treaty, owed.article.id, duty) and one.foe in state.at_war(duty.creditor):
            yield one, _now(state, duty, one.foe)


def _now(state: State, duty: Assist, foe: Power) -> Count:
    assert duty.forces is not None
    found = in_war_with(state, duty, foe)
    # Who has left the war has nobody there.
    return found if found is not None else Count(sent=0, wanted=duty.forces.divisions)


def in_war_with(state: State, duty: Assist, foe: Power) -> Count | None:
    """How much of the contingent that a duty promises is in the war with a foe now; None where there is no war, or none is counted."""
    fought = (war for war in reversed(state.wars) if state.is_fought(war, duty.debtor, foe))
    war = next(fought, None)
    return None if war is None else count(state, duty, war, named_in(state, duty.debtor, foe))


def named_in(state: State, power: Power, foe: Power) -> int | None:
    """The number of divisions with which a power is in a war, where it has not sent all it can."""
    wars = (war for war in state.wars if state.is_fought(war, power, foe))
    foes = frozenset(p for war in wars for p in (war.attackers if power in war.defenders else war.defenders))
    here = (p.divisions for p in state.postures if p.kind is PostureKind.FIGHTING and p.by == power and p.toward in foes)
    return next(here, None)


def sizes(state: State, power: Power) -> tuple[int, ...]:
    """The numbers of divisions that a power may send to a war instead of all it can, if it has promised a number: that or one less, or a part
    of what it has ready."""
    promised = _promised(state, power)
    ready = own_divisions(state, power)
    parts = (ready * part // 100 for part in PARTS)
    found = {*promised, *(number - 1 for number in promised), *parts} if promised else set()
    return tuple(number for number in sorted(found) if 0 < number < ready)


def _promised(state: State, power: Power) -> frozenset[int]:
    owed = (o.duty for o in owed_by(state, power) if isinstance(o.duty, Assist))
    return frozenset(duty.forces.divisions for duty in owed if duty.forces is not None)


def reinforcements_open(state: State, power: Power) -> Iterator[Reinforce]:
    """The greater numbers to which a power may raise the contingent that it has sent to a war: what it promised, or all it has."""
    for posture in state.postures:
        if posture.kind is PostureKind.FIGHTING and posture.by == power and posture.toward is not None:
            here = posture.divisions or 0
            numbers = {*_promised(state, power), state.setting.powers[power].divisions}
            yield from (Reinforce(posture.toward, number) for number in sorted(numbers) if number > here)
