"""Faults that several kinds of paragraph share."""

from __future__ import annotations

from engine.clauses.base import Fault, World
from engine.clauses.faults import power_faults
from engine.measures.base import Forum
from engine.names import Power, TurnId


def addressee_faults(powers: tuple[Power, ...], world: World) -> tuple[Fault, ...]:
    """Strangers, powers named twice, or nobody at all."""
    return power_faults(powers, world) or (() if powers else (Fault(code="nobody_addressed"),))


def between_faults(one: Power | None, other: Power | None, world: World) -> tuple[Fault, ...]:
    """Strangers, or a power set against itself."""
    named = tuple(p for p in (one, other) if p is not None)
    if len(named) == 2 and named[0] == named[1]:
        return (Fault(code="against_itself", word=named[0]),)
    return power_faults(named, world)


def date_faults(turn: TurnId | None, forum: Forum) -> tuple[Fault, ...]:
    """A turn that is not in the calendar, or one gone by."""
    if turn is None:
        return ()
    place = forum.turn_order(turn)
    if place is None:
        return (Fault(code="unknown_turn", word=turn),)
    return (Fault(code="date_past", word=turn),) if place < forum.now() else ()


def member_faults(power: Power, forum: Forum, world: World, *, wanted: bool) -> tuple[Fault, ...]:
    """A stranger, a member where none is wanted, or the reverse."""
    if strangers := power_faults((power,), world):
        return strangers
    if (power in forum.members()) == wanted:
        return ()
    return (Fault(code="no_member" if wanted else "member_already", word=power),)
