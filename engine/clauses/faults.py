"""Faults that several kinds of article share."""

from __future__ import annotations

from collections.abc import Iterable

from engine.clauses.base import Fault, World
from engine.duties import Forces
from engine.names import BodyId, Power, StakeId, TurnId


def power_faults(powers: Iterable[Power], world: World) -> tuple[Fault, ...]:
    """Powers that the scenario does not know, and powers named twice."""
    named = tuple(powers)
    known = world.powers()
    strangers = tuple(Fault(code="unknown_power", word=p) for p in named if p not in known)
    twice = tuple(Fault(code="power_twice", word=p) for p in dict.fromkeys(named) if named.count(p) > 1)
    return strangers + twice


def circle_faults(between: tuple[Power, ...], negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
    """What keeps these powers from owing each other something: each must exist, negotiate the treaty, and not stand alone."""
    faults = signing_faults(between, negotiators, world)
    if len(between) == 1 or (not between and len(negotiators) < 2):
        faults += (Fault(code="too_few_parties"),)
    return faults


def body_faults(body: BodyId, world: World) -> tuple[Fault, ...]:
    """No organ named, or one that there is not."""
    if not body.strip():
        return (Fault(code="no_body"),)
    return () if world.is_body(body) else (Fault(code="unknown_body", word=body),)


def stake_faults(stakes: Iterable[StakeId], world: World) -> tuple[Fault, ...]:
    """Stakes that the scenario does not know, and stakes named twice."""
    named = tuple(stakes)
    strangers = tuple(Fault(code="unknown_stake", word=s) for s in named if not world.is_stake(s))
    twice = tuple(Fault(code="stake_twice", word=s) for s in dict.fromkeys(named) if named.count(s) > 1)
    return strangers + twice


def granted_faults(grantor: Power, stakes: Iterable[StakeId], world: World) -> tuple[Fault, ...]:
    """Places into which a power lets others that are another power's: nobody disposes of what is not its own (VCLT 34)."""
    others = (s for s in stakes if world.is_stake(s) and world.holder(s) not in (None, grantor))
    return tuple(Fault(code="not_its_own", word=s) for s in others)


def circle(between: tuple[Power, ...], parties: frozenset[Power]) -> tuple[Power, ...]:
    """The powers among which an article applies: those it names that are bound, or all that are bound."""
    return tuple(p for p in between if p in parties) if between else tuple(sorted(parties))


def signing_faults(bound: tuple[Power, ...], negotiators: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
    """What keeps these powers from being bound by a treaty: each must exist and negotiate it."""
    outsiders = tuple(Fault(code="not_a_party", word=p) for p in bound if p in world.powers() and p not in negotiators)
    return power_faults(bound, world) + outsiders


def date_faults(by: TurnId, world: World) -> tuple[Fault, ...]:
    """A date that is not in the calendar, or has passed."""
    order = world.turn_order(by)
    if order is None:
        return (Fault(code="unknown_turn", word=by),)
    return (Fault(code="date_past", word=by),) if order < world.now() else ()


def forces_faults(forces: Forces, world: World) -> tuple[Fault, ...]:
    """A contingent of no divisions, before the case arises, or on a front that does not exist."""
    faults: tuple[Fault, ...] = ()
    if forces.divisions < 1:
        faults += (Fault(code="no_divisions", word=str(forces.divisions)),)
    if forces.days < 0:
        faults += (Fault(code="days_below_nothing", word=str(forces.days)),)
    return faults if forces.front is None else faults + stake_faults((forces.front,), world)


def water_faults(stake: StakeId, world: World) -> tuple[Fault, ...]:
    """A place on land where ships are meant."""
    return (Fault(code="on_land", word=stake),) if world.is_stake(stake) and not world.may_be_water(stake) else ()
