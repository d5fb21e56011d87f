"""The sea: which routes are open to whose ships, and what blockades and patrols need."""

from __future__ import annotations

from engine.names import Power, StakeId
from engine.postures import Posture, PostureKind
from engine.setting import Route, Setting, Span
from engine.state import State


def is_passable(state: State, route: Route, power: Power, foes: frozenset[Power]) -> bool:
    """Whether no passage on a route is held by one of these foes, or shut to the power by whoever holds it."""
    for stake in route.through:
        holder = state.holder(stake)
        shut = Posture(kind=PostureKind.CLOSING, by=holder, toward=power, at=stake) if holder is not None else None
        if holder in foes or shut in state.postures:
            return False
    return True


def prevails(state: State, route: Route, power: Power, side: frozenset[Power], foes: frozenset[Power]) -> bool:
    """Whether a sea is open to a power of this side: to nobody against the power that commands it.

    Where nobody does, a side must not be outnumbered by its foes and those who blockade the power, unless one of its own patrols
    the way.
    """
    blockading = frozenset(p.by for p in state.postures if p.kind is PostureKind.BLOCKADING and p.toward == power)
    against = (foes | blockading) - side
    if route.commanded_by is not None and route.commanded_by in side | against:
        return route.commanded_by in side
    if any(p.kind is PostureKind.PATROLLING and p.by in side and p.at in route.through for p in state.postures):
        return True
    ours, theirs = (sum(state.setting.powers[p].fleet for p in powers) for powers in (side, against))
    return ours >= theirs


def coasts_before(state: State, power: Power, foes: frozenset[Power], shut: frozenset[StakeId] = frozenset()) -> frozenset[Power]:
    """The powers before whose coasts a power's ships can come, its own among them; none if it lies on no sea route.

    No passage on the way may be a foe's, shut to the power or among those named, and no foe may command the sea; fleets are not weighed.
    """
    open_now = (r for r in state.setting.routes if r.by is Span.SEA and is_passable(state, r, power, foes) and shut.isdisjoint(r.through))
    ways = [r for r in open_now if r.commanded_by not in foes]
    reached = frozenset({power}) if _has_coast(state.setting, power) else frozenset[Power]()
    while True:
        grown = reached.union(*(route.between for route in ways if not reached.isdisjoint(route.between)))
        if grown == reached:
            return reached
        reached = grown


def can_blockade(state: State, power: Power, target: Power) -> bool:
    """Whether a power's ships can come before the coast of another that would be its foe."""
    return target in coasts_before(state, power, state.at_war(power) | {target})


def comes_to(state: State, power: Power, place: StakeId, shut: frozenset[StakeId] = frozenset()) -> bool:
    """Whether a power's ships can come to a place that lies on a sea route, past none of those named on their way."""
    reached = coasts_before(state, power, state.at_war(power), shut)
    return any(not reached.isdisjoint(r.between) for r in state.setting.routes if r.by is Span.SEA and place in r.through)


def has_ships(setting: Setting, power: Power) -> bool:
    """Whether a power has a fleet, where the scenario counts fleets at all."""
    return setting.powers[power].fleet > 0 or not setting.counts_fleets


def _has_coast(setting: Setting, power: Power) -> bool:
    return any(route.by is Span.SEA and power in route.between for route in setting.routes)
