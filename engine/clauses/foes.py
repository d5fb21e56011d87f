"""Against whom an article runs: the powers that it names, any power of a region, or anybody."""

from __future__ import annotations

from engine.clauses.base import Fault, Voice, World
from engine.clauses.faults import power_faults
from engine.clauses.naming import any_of
from engine.names import Power, RegionId
from engine.texts.catalogue import Slot

ANYBODY: frozenset[Power] = frozenset()


def foes(against: tuple[Power, ...], region: RegionId | None, world: World, friends: frozenset[Power]) -> frozenset[Power] | None:
    """Those against whom an article runs, none of the `friends` where a region is meant; empty is anybody, None is nobody at all."""
    if region is None:
        return frozenset(against)
    return (world.region(region) or frozenset()) - friends or None


def foe_faults(
    against: tuple[Power, ...], region: RegionId | None, circle: tuple[Power, ...], world: World, code: str = "against_a_party"
) -> tuple[Fault, ...]:
    """Strangers, one of its own circle, a region that does not exist or holds nobody else, and a foe named in two ways."""
    faults = power_faults(against, world)
    faults += tuple(Fault(code=code, word=p) for p in against if p in circle)
    if region is None:
        return faults
    members = world.region(region)
    if members is None:
        faults += (Fault(code="unknown_region", word=region),)
    elif not members - frozenset(circle):
        faults += (Fault(code="region_of_friends", word=region),)
    return faults + tuple(Fault(code="assailant_twice", word=p) for p in against[:1])


def named_foes(against: tuple[Power, ...], region: RegionId | None, voice: Voice) -> dict[str, Slot]:
    """The powers by one of which an attack must come, as `foe`; nothing if by anybody."""
    if region is not None:
        return {"foe": voice.a_power_of(region)}
    return {"foe": any_of(voice.nouns(against))} if against else {}
