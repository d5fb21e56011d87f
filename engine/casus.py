"""Casus foederis: who is bound to act if one power attacks another now, who may not, and why."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import evolve as with_
from attrs import frozen

from engine.access import opens
from engine.duties import ARMED, Allow, Assist, Automaticity, Extent, Refrain, Trigger
from engine.happenings import Deed, Happening
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.obligations import Obligation, counts_before_organs, is_denied, obligations
from engine.performance import contravenes
from engine.precedence import comes_before
from engine.provocation import is_provoked
from engine.state import State


class Standing(StrEnum):
    """Where a third power stands towards the victim of an attack."""

    BOUND = "bound"
    BOUND_ONLY_IF = "bound_only_if"
    ENTITLED = "entitled"
    BARRED = "barred"
    FREE = "free"


TO_ATTACK = "bound_to_attack"
YIELDS = "yields_to_prior"


@frozen(kw_only=True)
class Ground:
    """One reason, with the article it rests on and the powers for which it waits."""

    standing: Standing
    code: str
    """A sentence in `engine.texts`: `bound`, `waits_for`, `waits_for_each_other`, `waits_for_foe`, `awaits_recommendation`,
    `after_consultation`, `as_each_judges`, `economic_only`, `diplomatic_only`, `awaits_transit`, `bound_to_attack`, `yields_to_prior`,
    `promise_yields`, `provoked`, `non_aggression_with_victim`, `neutral_towards_attacker`."""
    treaty: TreatyId
    article: ArticleId
    waits_for: tuple[Power, ...] = ()
    in_attack: bool = False
    """It speaks of joining the attack and not of aid to the victim."""


@frozen(kw_only=True)
class Call:
    """One power's standing, strongest ground first."""

    power: Power
    standing: Standing
    grounds: tuple[Ground, ...] = ()

    @property
    def to_aid(self) -> bool:
        """Whether it is bound to come to the victim's aid."""
        return any(g.standing is Standing.BOUND and g.code != TO_ATTACK for g in self.grounds)

    @property
    def to_attack(self) -> bool:
        """Whether it is bound to join the attack."""
        return any(g.standing is Standing.BOUND and g.code == TO_ATTACK for g in self.grounds)


RANK = {standing: rank for rank, standing in enumerate(Standing)}


@frozen(kw_only=True)
class Case:
    """An attack as the articles see it."""

    attacker: Power
    target: Power
    over: frozenset[StakeId] = frozenset()
    """The stakes attacked, where that is all that is attacked; empty is the country."""
    provoked: bool = False
    """The target had itself used force first: what answers only an unprovoked attack does not answer this one."""


def casus_foederis(
    state: State,
    attacker: Power,
    target: Power,
    *,
    assisting: frozenset[Power] | None = None,
    joining: frozenset[Power] | None = None,
    over: frozenset[StakeId] = frozenset(),
    provoked: bool | None = None,
) -> tuple[Call, ...]:
    """For each third power, in the scenario's order: bound, bound only if, entitled, barred from joining the attack, or free.

    Duties that wait for another power's help are taken to their least fixed point, each bound power being expected to act, so
    that two powers which wait for each other are both unbound, and the hanging condition is named. Once it is known who comes
    to the victim's aid and who joins the attack, pass them as `assisting` and `joining`: then a duty that waits for a power waits
    for the deed. One that waits for the very power against which it is owed is not owed at all. What a duty owes upon
    a recommendation is owed once an organ has given it (`State.recommended`). Whether the attack was provoked is read from the
    state (`is_provoked`) unless it is said.
    """
    provoked = is_provoked(state, attacker, target) if provoked is None else provoked
    case = Case(attacker=attacker, target=target, over=over, provoked=provoked)
    known = obligations(state)
    passage = _passages(known, state, case)
    called = [o for o in known if isinstance(o.duty, Assist) and answers(o.duty, case, state)]
    unmoved = [o for o in known if provoked and isinstance(o.duty, Assist) and _but_for_provocation(o.duty, case, state)]
    barred = [(o, grounds) for o in known if isinstance(o.duty, Refrain) and (grounds := _barriers(o, o.duty, case))]
    yielding = _yielding(called, barred, state)
    called = [o for o in called if o not in yielding]
    acting = (
        _least_fixed_point(called, state, case, passage) if assisting is None else assisting,
        _least_fixed_point(called, state, case, passage, in_attack=True) if joining is None else joining,
    )
    reasons: dict[Power, list[Ground]] = {power: [] for power in state.powers() if power not in (attacker, target)}
    for owed in called:
        if isinstance(owed.duty, Assist) and owed.duty.debtor in reasons:
            reasons[owed.duty.debtor].append(_ground(owed, owed.duty, acting[owed.duty.in_attack], called, state, case, passage))
    waived = [(o, Standing.BARRED, YIELDS) for o in yielding] + [(o, Standing.FREE, "provoked") for o in unmoved]
    for owed, standing, code in waived:
        if isinstance(owed.duty, Assist) and owed.duty.debtor in reasons:
            waiver = Ground(standing=standing, code=code, treaty=owed.treaty, article=owed.article.id, in_attack=owed.duty.in_attack)
            reasons[owed.duty.debtor].append(waiver)
    for owed, barriers in barred:
        if owed.duty.debtor in reasons:
            reasons[owed.duty.debtor] += (_unless_it_yields(ground, owed, called, state) for ground in barriers)
    calls = []
    for power, found in reasons.items():
        found.sort(key=lambda ground: RANK[ground.standing])
        calls.append(Call(power=power, standing=found[0].standing if found else Standing.FREE, grounds=tuple(found)))
    return tuple(calls)


def answers(duty: Assist, case: Case, state: State) -> bool:
    """Whether the attack is the case that the duty names; one owed under threat is owed all the more when the threat is carried out."""
    aided, foe = (case.attacker, case.target) if duty.in_attack else (case.target, case.attacker)
    if duty.creditor != aided or duty.debtor == foe or foe in duty.save:
        return False
    if duty.trigger is not Trigger.ANY_WAR and case.provoked and not duty.in_attack:
        return False
    return (not duty.against or foe in duty.against) and _reaches(duty, case, state)


def _but_for_provocation(duty: Assist, case: Case, state: State) -> bool:
    """Whether the duty would answer this attack if the target had not used force first."""
    return not answers(duty, case, state) and answers(duty, with_(case, provoked=False), state)


def _reaches(duty: Assist, case: Case, state: State) -> bool:
    """Whether the attack falls upon what the duty covers: an attack on a country falls upon every stake that it holds."""
    attacked = case.over or frozenset(stake for stake, holder in state.holders.items() if holder == duty.creditor)
    if case.over and case.over <= duty.outside:
        return False
    return not duty.over or not duty.over.isdisjoint(attacked)


SHORT_OF_ARMS = {Extent.ECONOMIC: "economic_only", Extent.DIPLOMATIC: "diplomatic_only"}
"""Duties that taking a side in a war does not perform, and neutrality does not breach."""
WAITING = {
    Automaticity.UPON_RECOMMENDATION: "awaits_recommendation",
    Automaticity.AFTER_CONSULTATION: "after_consultation",
    Automaticity.AS_EACH_JUDGES: "as_each_judges",
}


def _is_bare(owed: Obligation, duty: Assist, state: State, case: Case) -> bool:
    """Whether arms are owed without anybody's further word; no organ speaks of a treaty that does not count before it."""
    awaits = duty.automaticity is Automaticity.UPON_RECOMMENDATION
    recommended = awaits and state.recommended(case.attacker, case.target, duty.debtor) and counts_before_organs(state, owed.treaty)
    return duty.extent in ARMED and (duty.automaticity is Automaticity.AUTOMATIC or recommended)


def _waits_for(duty: Assist, acting: frozenset[Power]) -> tuple[Power, ...]:
    wanted = set(duty.jointly_with) - {duty.debtor}
    if duty.only_if_assisted_by is not None:
        wanted.add(duty.only_if_assisted_by)
    return tuple(sorted(wanted - acting))


def _passages(known: Iterable[Obligation], state: State, case: Case) -> frozenset[tuple[Power, Power]]:
    """(through, to) of every right of transit that holds now at the victim's side against this attacker."""
    side, foes = frozenset({case.target}), frozenset({case.attacker})
    granted = (o.duty for o in known if isinstance(o.duty, Allow) and o.duty.deed is Deed.CROSS and not is_denied(state, o))
    return frozenset((duty.debtor, duty.creditor) for duty in granted if opens(state, duty, side, foes))


def _closed(duty: Assist, passage: frozenset[tuple[Power, Power]]) -> tuple[Power, ...]:
    """The powers that have not granted the passage for which the duty waits."""
    return tuple(sorted(through for through in duty.with_transit_through if (through, duty.debtor) not in passage))


def _least_fixed_point(
    called: list[Obligation], state: State, case: Case, passage: frozenset[tuple[Power, Power]], *, in_attack: bool = False
) -> frozenset[Power]:
    """Those bound to come to the victim's aid or, `in_attack`, to join the attack."""
    ready = [o.duty for o in called if isinstance(o.duty, Assist) and o.duty.in_attack is in_attack and _is_bare(o, o.duty, state, case)]
    ready = [duty for duty in ready if not _closed(duty, passage)]
    bound: frozenset[Power] = frozenset()
    while True:
        more = {duty.debtor for duty in ready if not _waits_for(duty, bound)}
        if more <= bound:
            return bound
        bound |= more


def _yielding(called: list[Obligation], barred: list[tuple[Obligation, list[Ground]]], state: State) -> list[Obligation]:
    """The duties before which a promise that stands in their way comes first (VCLT 30; Covenant 20; Charter 103)."""
    return [
        o
        for o in called
        if isinstance(o.duty, Assist)
        and any(
            b.duty.debtor == o.duty.debtor and any(g.in_attack is o.duty.in_attack for g in grounds) and comes_before(state, b, o)
            for b, grounds in barred
        )
    ]


def _unless_it_yields(ground: Ground, promise: Obligation, called: list[Obligation], state: State) -> Ground:
    """What bars a power from a side, or that it bars it no more because a duty to take that side comes first."""
    prevailing = (
        o for o in called if isinstance(o.duty, Assist) and (o.duty.debtor, o.duty.in_attack) == (promise.duty.debtor, ground.in_attack)
    )
    return (
        with_(ground, standing=Standing.FREE, code="promise_yields") if any(comes_before(state, o, promise) for o in prevailing) else ground
    )


def _ground(
    owed: Obligation,
    duty: Assist,
    bound: frozenset[Power],
    called: list[Obligation],
    state: State,
    case: Case,
    passage: frozenset[tuple[Power, Power]],
) -> Ground:
    waits = _waits_for(duty, bound)
    foe = case.target if duty.in_attack else case.attacker
    if foe in waits:
        standing, code, waits = Standing.FREE, "waits_for_foe", (foe,)
    elif duty.extent in SHORT_OF_ARMS:
        standing, code = Standing.ENTITLED, SHORT_OF_ARMS[duty.extent]
    elif not _is_bare(owed, duty, state, case):
        standing, code = Standing.ENTITLED, WAITING[duty.automaticity]
    elif closed := _closed(duty, passage):
        standing, code, waits = Standing.BOUND_ONLY_IF, "awaits_transit", closed
    elif not waits:
        standing, code = Standing.BOUND, TO_ATTACK if duty.in_attack else "bound"
    else:
        standing = Standing.BOUND_ONLY_IF
        code = "waits_for_each_other" if _mutual(duty, waits, called, bound, state, case) else "waits_for"
    return Ground(standing=standing, code=code, treaty=owed.treaty, article=owed.article.id, waits_for=waits, in_attack=duty.in_attack)


def _mutual(duty: Assist, waits: tuple[Power, ...], called: list[Obligation], bound: frozenset[Power], state: State, case: Case) -> bool:
    """Whether a chain of waiting powers leads back to this debtor."""
    reached: set[Power] = set()
    frontier = set(waits)
    while frontier:
        reached |= frontier
        frontier = {
            other
            for o in called
            if isinstance(o.duty, Assist)
            and (o.duty.debtor in frontier and o.duty.in_attack is duty.in_attack)
            and _is_bare(o, o.duty, state, case)
            for other in _waits_for(o.duty, bound)
        } - reached
    return duty.debtor in reached


def _barriers(owed: Obligation, duty: Refrain, case: Case) -> list[Ground]:
    """What keeps a power out of the war on one side or the other."""
    found: list[Ground] = []
    if Deed.JOIN_WAR not in duty.deeds:
        return found
    sides = ((case.attacker, case.target, "neutral_towards_attacker"), (case.target, case.attacker, "non_aggression_with_victim"))
    for foe, friend, code in sides:
        joining = Happening(deed=Deed.JOIN_WAR, by=duty.debtor, toward=foe, together=frozenset({friend}), against=frozenset({foe}))
        if contravenes(duty, joining, aggressor=case.attacker):
            in_attack = foe == case.target
            found.append(Ground(standing=Standing.BARRED, code=code, treaty=owed.treaty, article=owed.article.id, in_attack=in_attack))
    return found
