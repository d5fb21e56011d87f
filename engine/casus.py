"""Casus foederis: who is bound to act if one power attacks another now, and why."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from engine.clauses.base import Abstain, Assist, Automaticity, Extent, Trigger
from engine.names import ArticleId, Power, TreatyId
from engine.obligations import Obligation, obligations
from engine.state import State


class Standing(StrEnum):
    """Where a third power stands towards the victim of an attack."""

    BOUND = "bound"
    BOUND_ONLY_IF = "bound_only_if"
    ENTITLED = "entitled"
    BARRED = "barred"
    FREE = "free"


@frozen(kw_only=True)
class Ground:
    """One reason, with the article it rests on and the powers for which it waits."""

    standing: Standing
    code: str
    """A sentence in `engine.texts`: `bound`, `waits_for`, `waits_for_each_other`, `awaits_recommendation`,
    `after_consultation`, `as_each_judges`, `economic_only`, `diplomatic_only`, `non_aggression_with_victim`."""
    treaty: TreatyId
    article: ArticleId
    waits_for: tuple[Power, ...] = ()


@frozen(kw_only=True)
class Call:
    """One power's standing, strongest ground first."""

    power: Power
    standing: Standing
    grounds: tuple[Ground, ...] = ()


RANK = {standing: rank for rank, standing in enumerate(Standing)}


def casus_foederis(state: State, attacker: Power, target: Power, *, assisting: frozenset[Power] | None = None) -> tuple[Call, ...]:
    """For each third power, in the scenario's order: bound, bound only if, entitled, barred from joining the attack, or free.

    Duties that wait for another power's help are taken to their least fixed point, each bound power being expected to act, so
    that two powers which wait for each other are both unbound, and the hanging condition is named. Once it is known who comes
    to the victim's aid, pass them as `assisting`: then a duty that waits for a power waits for the deed.
    """
    known = obligations(state)
    called = [o for o in known if isinstance(o.duty, Assist) and _answers(o.duty, attacker, target)]
    bound = _least_fixed_point(called) if assisting is None else assisting
    calls = []
    for power in state.powers():
        if power not in (attacker, target):
            grounds = [_ground(o, o.duty, bound, called) for o in called if isinstance(o.duty, Assist) and o.duty.debtor == power]
            grounds += (_barred(o) for o in known if isinstance(o.duty, Abstain) and (o.duty.debtor, o.duty.creditor) == (power, target))
            grounds.sort(key=lambda ground: RANK[ground.standing])
            calls.append(Call(power=power, standing=grounds[0].standing if grounds else Standing.FREE, grounds=tuple(grounds)))
    return tuple(calls)


def _answers(duty: Assist, attacker: Power, target: Power) -> bool:
    """Whether an attack by one power on the other is the case that the duty names."""
    if duty.creditor != target or duty.debtor == attacker or duty.trigger is Trigger.THREAT:
        return False
    return not duty.against or attacker in duty.against


ARMED = (Extent.ALL_MEANS, Extent.MILITARY)
SHORT_OF_ARMS = {Extent.ECONOMIC: "economic_only", Extent.DIPLOMATIC: "diplomatic_only"}
"""Duties that taking a side in a war does not perform, and neutrality does not breach."""


def _is_bare(duty: Assist) -> bool:
    return duty.automaticity is Automaticity.AUTOMATIC and duty.extent in ARMED


def _waits_for(duty: Assist, acting: frozenset[Power]) -> tuple[Power, ...]:
    wanted = set(duty.jointly_with) - {duty.debtor}
    if duty.only_if_assisted_by is not None:
        wanted.add(duty.only_if_assisted_by)
    return tuple(sorted(wanted - acting))


def _least_fixed_point(called: list[Obligation]) -> frozenset[Power]:
    bound: frozenset[Power] = frozenset()
    while True:
        more = {o.duty.debtor for o in called if isinstance(o.duty, Assist) and _is_bare(o.duty) and not _waits_for(o.duty, bound)}
        if more <= bound:
            return bound
        bound |= more


WAITING = {
    Automaticity.UPON_RECOMMENDATION: "awaits_recommendation",
    Automaticity.AFTER_CONSULTATION: "after_consultation",
    Automaticity.AS_EACH_JUDGES: "as_each_judges",
}


def _ground(owed: Obligation, duty: Assist, bound: frozenset[Power], called: list[Obligation]) -> Ground:
    waits = _waits_for(duty, bound)
    if duty.extent in SHORT_OF_ARMS:
        standing, code = Standing.ENTITLED, SHORT_OF_ARMS[duty.extent]
    elif not _is_bare(duty):
        standing, code = Standing.ENTITLED, WAITING[duty.automaticity]
    elif not waits:
        standing, code = Standing.BOUND, "bound"
    else:
        standing = Standing.BOUND_ONLY_IF
        code = "waits_for_each_other" if _mutual(duty, waits, called, bound) else "waits_for"
    return Ground(standing=standing, code=code, treaty=owed.treaty, article=owed.article.id, waits_for=waits)


def _mutual(duty: Assist, waits: tuple[Power, ...], called: list[Obligation], bound: frozenset[Power]) -> bool:
    """Whether a chain of waiting powers leads back to this debtor."""
    reached: set[Power] = set()
    frontier = set(waits)
    while frontier:
        reached |= frontier
        frontier = {
            other
            for o in called
            if isinstance(o.duty, Assist) and _is_bare(o.duty) and o.duty.debtor in frontier
            for other in _waits_for(o.duty, bound)
        } - reached
    return duty.debtor in reached


def _barred(owed: Obligation) -> Ground:
    return Ground(standing=Standing.BARRED, code="non_aggression_with_victim", treaty=owed.treaty, article=owed.article.id)
