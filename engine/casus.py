"""Casus foederis: who is bound to act if one power attacks another now, who may not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import evolve as with_
from attrs import frozen

from engine.called import Case, Docket, Promise, Sides, answers, docket, in_the_war, is_owed_to_a_foe
from engine.crisis import Citation
from engine.duties import ARMED, Assist, Automaticity, Extent, Refrain
from engine.happenings import Deed, Happening
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.obligations import Obligation, obligations
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


YIELDS = "yields_to_prior"
AT_WAR = "at_war"


@frozen(kw_only=True)
class Entry:
    """One that enters the war for another, and the article that binds it to, if one does."""

    power: Power
    under: Citation | None = None


@frozen(kw_only=True)
class Ground:
    """One reason, with the article it rests on and the powers for which it waits."""

    standing: Standing
    code: str
    """A sentence in `engine.texts`: `bound`, `drawn_in`, `waits_for`, `waits_for_each_other`, `waits_for_foe`, `waits_for_entry`,
    `entry_waits_for_each_other`, `waits_for_joiner`, `awaits_recommendation`, `after_consultation`, `as_each_judges`, `economic_only`,
    `diplomatic_only`, `awaits_transit`, `transit_of_foe`, `bound_to_attack`, `yields_to_prior`, `promise_yields`, `provoked`, `at_war`,
    `promise_to_joiner_yields`, `non_aggression_with_victim`, `neutral_towards_attacker`, `non_aggression_with_joiner`."""
    treaty: TreatyId
    article: ArticleId
    waits_for: tuple[Power, ...] = ()
    """Those whose help, word or entry is wanting; of what bars, the one that has entered the war on the other side."""
    in_attack: bool = False
    """It speaks of joining the attack and not of aid to the victim."""
    ally: Power | None = None
    """To whom it is owed, where that is one that enters the war for another."""
    because: tuple[Entry, ...] = ()
    """Why the ally is in the war: its own reason first, then those of the allies on whose entry that rests."""
    owing: bool = False
    """Aid short of arms that waits for nobody's further word or deed: it is owed, though it brings nobody into the war."""
    over_breach: Extent | None = None
    """It speaks of what is owed over a breach short of an attack, by these means (`engine.guarantees`)."""

    reserved_by: tuple[Power, ...] = ()
    """Those whose reservations have narrowed the duty."""

    def owed_to(self, attacker: Power, target: Power) -> Power:
        """The creditor of the promise of aid that is the ground, in this attack."""
        return self.ally or (attacker if self.in_attack else target)


@frozen(kw_only=True)
class Call:
    """One power's standing, strongest ground first."""

    power: Power
    standing: Standing
    grounds: tuple[Ground, ...] = ()

    @property
    def to_aid(self) -> bool:
        """Whether it is bound to come to the victim's aid, or to that of an ally at the victim's side."""
        return any(g.standing is Standing.BOUND and not g.in_attack for g in self.grounds)

    @property
    def to_attack(self) -> bool:
        """Whether it is bound to join the attack."""
        return any(g.standing is Standing.BOUND and g.in_attack for g in self.grounds)


RANK = {standing: rank for rank, standing in enumerate(Standing)}
NOBODY: Sides = (frozenset(), frozenset())


def casus_foederis(
    state: State,
    attacker: Power,
    target: Power,
    *,
    assisting: frozenset[Power] | None = None,
    joining: frozenset[Power] | None = None,
    entered: Sides = NOBODY,
    over: frozenset[StakeId] = frozenset(),
    provoked: bool | None = None,
    along_with: frozenset[Power] = frozenset(),
    opened_by: Power | None = None,
) -> tuple[Call, ...]:
    """For each third power, in the scenario's order: bound, bound only if, entitled, barred from joining the attack, or free.

    Duties that wait for another power's help, and those to aid an ally in any war that it enters, are taken to their least fixed
    point, each bound power being expected to act, so that two powers which wait for each other are both unbound, and the hanging
    condition is named. `entered` are those who are known to stand at the victim's side and at the attacker's, be they bound or not;
    those who are in a war that goes on between the two are there already. Once it is known who comes to the victim's aid and who
    joins the attack, pass them as `assisting` and `joining`: then a duty that waits for a power waits for the deed. One that waits
    for the very power against which it is owed is not owed at all. What a duty owes upon a recommendation is owed once an organ has
    given it (`State.recommended`). Whether the attack was provoked is read from the state (`is_provoked`) unless it is said;
    `opened_by` is who opened the war of which the attack is a part, if another; `along_with` are further
    powers that attack together with the attacker, and of which no more is asked where they stand.
    """
    provoked = is_provoked(state, attacker, target) if provoked is None else provoked
    wars = state.waging()
    case = Case(
        attacker=attacker,
        target=target,
        over=over,
        provoked=provoked,
        opened_by=opened_by,
        besides=frozenset(by for by, upon in wars if upon == target and by != attacker),
        entering=any(by == target and upon != attacker for by, upon in wars),
        waging=wars,
    )
    known = obligations(state)
    every = docket(state, case, known)
    unmoved = [(o, code) for o in known if isinstance(o.duty, Assist) and (code := _uncalled(o.duty, case, state))]
    entered = entered[0], entered[1] | along_with
    told = entered[0] | (assisting or frozenset()), entered[1] | (joining or frozenset())
    barred = [(o, grounds) for o in known if isinstance(o.duty, Refrain) and (grounds := _barriers(o, o.duty, case, told))]
    yielding = [promise for promise in every.promises if _yields(promise, barred, state)]
    owing = with_(every, promises=tuple(p for p in every.promises if p not in yielding)) if yielding else every
    acting = _acting(owing, entered, assisting, None if joining is None else joining | along_with)
    attacking = {attacker, target, *along_with}
    reasons: dict[Power, list[Ground]] = {power: [] for power in state.powers() if power not in attacking}
    for power, ground in (*_promised(owing, acting), *_waived(yielding, unmoved, case, acting)):
        if power in reasons:
            reasons[power].append(ground)
    called = [promise for promise in owing.promises if promise.is_called(case, acting)]
    for owed, barriers in barred:
        if owed.duty.debtor in reasons:
            reasons[owed.duty.debtor] += (_unless_it_yields(ground, owed, called, state) for ground in barriers)
    return tuple(_strongest_first(power, found) for power, found in reasons.items())


def over_breach(
    state: State, breaker: Power, injured: Power, owed: Iterable[Obligation], *, assisting: frozenset[Power] | None = None
) -> tuple[Call, ...]:
    """Where those stand who owe a power something over a breach short of an attack, once it calls for it.

    The sum is that of an attack, by whatever means are owed; `assisting` are those known to have acted. A power that had itself used
    force first calls nobody.
    """
    case = Case(attacker=breaker, target=injured, provoked=is_provoked(state, breaker, injured), waging=state.waging())
    known = obligations(state)
    barred = [(o, grounds) for o in known if isinstance(o.duty, Refrain) and (grounds := _barriers(o, o.duty, case, NOBODY))]
    promises = [
        (Promise(owed=o, duty=with_(o.duty, extent=Extent.ALL_MEANS), in_attack=False), o.duty.extent)
        for o in owed
        if isinstance(o.duty, Assist)
    ]
    yielding = [p for p, means in promises if means in ARMED and _yields(p, barred, state)]
    owing = with_(docket(state, case, known), promises=tuple(p for p, _ in promises if p not in yielding))
    acting = owing.bound(NOBODY) if assisting is None else (assisting, frozenset[Power]())
    found: dict[Power, list[Ground]] = {}
    for promise, means in promises:
        if case.provoked:
            ground = _resting_on(promise, Standing.FREE, "provoked")
        elif promise in yielding:
            ground = _resting_on(promise, Standing.BARRED, YIELDS)
        elif is_owed_to_a_foe(state, promise.duty):
            ground = _resting_on(promise, Standing.FREE, AT_WAR, (injured,))
        else:
            ground = _ground(promise, owing, acting, ())
        found.setdefault(promise.duty.debtor, []).append(with_(ground, over_breach=means))
    return tuple(_strongest_first(power, found[power]) for power in state.powers() if power in found)


def _strongest_first(power: Power, grounds: list[Ground]) -> Call:
    grounds.sort(key=lambda ground: RANK[ground.standing])
    return Call(power=power, standing=grounds[0].standing if grounds else Standing.FREE, grounds=tuple(grounds))


def _acting(owing: Docket, entered: Sides, assisting: frozenset[Power] | None, joining: frozenset[Power] | None) -> Sides:
    """Those who are taken to enter the war on either side: those who do, else those who have with those bound to."""
    attacking = frozenset({owing.case.attacker}) if owing.case.entering else frozenset[Power]()
    aiding, joined = entered if assisting is None or joining is None else (frozenset[Power](), frozenset[Power]())
    if assisting is None or joining is None:
        fighting = in_the_war(owing.state, owing.case)
        aiding, joined = owing.bound((aiding | fighting[0], joined | fighting[1] | attacking))
    return aiding if assisting is None else assisting, (joined if joining is None else joining) | attacking


SHORT_OF_ARMS = {Extent.ECONOMIC: "economic_only", Extent.DIPLOMATIC: "diplomatic_only"}
"""Duties that taking a side in a war does not perform, and neutrality does not breach."""
WAITING = {
    Automaticity.UPON_RECOMMENDATION: "awaits_recommendation",
    Automaticity.AFTER_CONSULTATION: "after_consultation",
    Automaticity.AS_EACH_JUDGES: "as_each_judges",
}


def _promised(owing: Docket, acting: Sides) -> Iterator[tuple[Power, Ground]]:
    """What each promise comes to that the war calls for, or that waits for somebody to enter it."""
    reasons = owing.reasons(acting) if any(promise.ally is not None for promise in owing.promises) else {}
    for promise in owing.promises:
        debtor = promise.duty.debtor
        if promise.is_called(owing.case, acting):
            because = () if promise.ally is None else tuple(_because(promise.ally, promise, reasons))
            # What rests on the debtor's own entry calls it to nothing.
            if all(entry.power != debtor for entry in because):
                yield debtor, _ground(promise, owing, acting, because)
        elif owing.is_ready(promise):
            possible = owing.possible(acting, without=debtor)
            if promise.is_called(owing.case, possible):
                yield debtor, _hanging(promise, owing, acting, possible)


def _ground(promise: Promise, owing: Docket, acting: Sides, because: tuple[Entry, ...]) -> Ground:
    """What a promise comes to that the war calls for."""
    duty, waits = promise.duty, owing.waits_for(promise, acting)
    foe = owing.case.principals[not promise.in_attack]
    if foe in waits:
        standing, code, waits = Standing.FREE, "waits_for_foe", (foe,)
    elif foe in owing.closed(promise):
        standing, code, waits = Standing.FREE, "transit_of_foe", (foe,)
    elif duty.extent in SHORT_OF_ARMS:
        ground = _resting_on(promise, Standing.ENTITLED, SHORT_OF_ARMS[duty.extent])
        return with_(ground, owing=owing.needs_no_word(promise) and not waits)
    elif not owing.is_bare(promise):
        standing, code = Standing.ENTITLED, WAITING[duty.automaticity]
    elif closed := owing.closed(promise):
        standing, code, waits = Standing.BOUND_ONLY_IF, "awaits_transit", closed
    elif waits:
        standing = Standing.BOUND_ONLY_IF
        code = "waits_for_each_other" if _leads_back(promise, waits, owing, acting) else "waits_for"
    elif promise.ally is not None:
        return _resting_on(promise, Standing.BOUND, "drawn_in", because=because)
    else:
        standing, code = Standing.BOUND, "bound_to_attack" if promise.in_attack else "bound"
    return _resting_on(promise, standing, code, waits)


def _hanging(promise: Promise, owing: Docket, acting: Sides, possible: Sides) -> Ground:
    """A promise that binds once somebody enters the war who may: the ally to whom it is owed, or a foe against whom it runs."""
    if promise.ally is not None and promise.ally not in acting[promise.in_attack]:
        waits: tuple[Power, ...] = (promise.ally,)
        code = "entry_waits_for_each_other" if _leads_back(promise, waits, owing, acting) else "waits_for_entry"
    else:
        waits, code = _missing(promise, owing, acting, possible), "waits_for_joiner"
    return _resting_on(promise, Standing.BOUND_ONLY_IF, code, waits)


def _missing(promise: Promise, owing: Docket, acting: Sides, possible: Sides) -> tuple[Power, ...]:
    """Those of whom one has still to come in on the other side."""
    side = not promise.in_attack
    coming = sorted(possible[side] - acting[side] - {owing.case.principals[side]})
    with_one_more = (p for p in coming if promise.is_called(owing.case, _with(acting, p, side)))
    return tuple(with_one_more) or tuple(coming)


def _with(sides: Sides, power: Power, in_attack: bool) -> Sides:
    return (sides[0], sides[1] | {power}) if in_attack else (sides[0] | {power}, sides[1])


def _resting_on(promise: Promise, standing: Standing, code: str, waits: tuple[Power, ...] = (), because: tuple[Entry, ...] = ()) -> Ground:
    owed = promise.owed
    return Ground(
        standing=standing,
        code=code,
        treaty=owed.treaty,
        article=owed.article.id,
        waits_for=waits,
        in_attack=promise.in_attack,
        ally=promise.ally,
        because=because,
        reserved_by=owed.reserved_by,
    )


def _because(ally: Power, promise: Promise, reasons: Mapping[tuple[Power, bool], Promise | None]) -> Iterator[Entry]:
    """Why an ally is in the war, back to one whom the attack itself calls or who has come of its own will."""
    power: Power | None = ally
    while power is not None:
        rests_on = reasons.get((power, promise.in_attack))
        under = None if rests_on is None else Citation(treaty=rests_on.owed.treaty, article=rests_on.owed.article.id)
        yield Entry(power=power, under=under)
        power = None if rests_on is None else rests_on.ally


def _leads_back(promise: Promise, waits: tuple[Power, ...], owing: Docket, acting: Sides) -> bool:
    """Whether a chain of waiting powers leads back to this debtor; who is at liberty to enter waits for nobody."""
    reached: set[Power] = set()
    frontier, possible = set(waits), owing.possible(acting)
    others = [p for p in owing.promises if p.in_attack is promise.in_attack and p.is_called(owing.case, possible)]
    free = {p.duty.debtor for p in others if p.ally is None and p.duty.extent in ARMED and not owing.is_bare(p)}
    while frontier:
        reached |= frontier
        waiting = (p for p in others if p.duty.debtor in frontier - free and owing.is_bare(p))
        frontier = {one for p in waiting for one in _waits(p, owing, acting)} - reached
    return promise.duty.debtor in reached


def _waits(promise: Promise, owing: Docket, acting: Sides) -> tuple[Power, ...]:
    """For whose help or entry a promise waits."""
    ally = promise.ally
    entry = () if ally is None or ally in acting[promise.in_attack] else (ally,)
    return (*entry, *owing.waits_for(promise, acting))


def _waived(yielding: list[Promise], unmoved: list[tuple[Obligation, str]], case: Case, acting: Sides) -> Iterator[tuple[Power, Ground]]:
    """The promises that give way to another, and those for which the attack would call if it were not provoked, or their debtor at war."""
    for promise in yielding:
        if promise.is_called(case, acting):
            yield promise.duty.debtor, _resting_on(promise, Standing.BARRED, YIELDS)
    for owed, code in unmoved:
        foe = (owed.duty.creditor,) if code == AT_WAR else ()
        ground = Ground(
            standing=Standing.FREE, code=code, treaty=owed.treaty, article=owed.article.id, waits_for=foe, reserved_by=owed.reserved_by
        )
        yield owed.duty.debtor, ground


def _uncalled(duty: Assist, case: Case, state: State) -> str:
    """Why a duty does not answer this attack, which it would if the target had not used force first, or its debtor did not fight its creditor."""
    if is_owed_to_a_foe(state, duty):
        return AT_WAR if answers(duty, case, state) and not duty.in_attack else ""
    unprovoked = case.provoked and not answers(duty, case, state) and answers(duty, with_(case, provoked=False), state)
    return "provoked" if unprovoked else ""


def _yields(promise: Promise, barred: list[tuple[Obligation, list[Ground]]], state: State) -> bool:
    """Whether a promise that stands in its way comes first (VCLT 30; Covenant 20; Charter 103)."""
    return any(
        barrier.duty.debtor == promise.duty.debtor
        and any(ground.in_attack is promise.in_attack for ground in grounds)
        and comes_before(state, barrier, promise.owed)
        for barrier, grounds in barred
    )


def _unless_it_yields(ground: Ground, barrier: Obligation, called: list[Promise], state: State) -> Ground:
    """What bars a power from a side, or that it bars it no more because a duty to take that side comes first."""
    prevailing = (p.owed for p in called if (p.duty.debtor, p.in_attack) == (barrier.duty.debtor, ground.in_attack))
    if not any(comes_before(state, o, barrier) for o in prevailing):
        return ground
    return with_(ground, standing=Standing.FREE, code="promise_to_joiner_yields" if ground.waits_for else "promise_yields")


def _barriers(owed: Obligation, duty: Refrain, case: Case, known: Sides) -> list[Ground]:
    """What keeps a power out of the war on one side or the other; `known` are those of whom it is known that they fight on either.

    Whoever enters a war goes to war upon all who are known to fight on the other side. Towards one that has joined the attack, or wages
    war upon the debtor itself, a promise lapses that lapses towards an aggressor.
    """
    found: list[Ground] = []
    if Deed.JOIN_WAR not in duty.deeds:
        return found
    sides = (
        (case.attacker, case.target, known, "neutral_towards_attacker"),
        (case.target, case.attacker, (known[1] | case.besides, known[0]), "non_aggression_with_victim"),
    )
    for foe, friend, (others, opposing), code in sides:
        joiners: tuple[Power, ...] = ()
        if duty.toward not in (None, foe):
            if duty.toward not in opposing or duty.toward == duty.debtor:
                continue
            joiners, code = (duty.toward,), "non_aggression_with_joiner"
        met, together = duty.toward or foe, frozenset({friend})
        joining = Happening(
            deed=Deed.JOIN_WAR, by=duty.debtor, toward=met, together=together, against=frozenset({met}), coalition=together | others
        )
        in_attack = foe == case.target
        is_aggressor = not in_attack or (met, duty.debtor) in case.waging
        if contravenes(duty, joining, aggressor=met if is_aggressor else case.attacker):
            barrier = Ground(
                standing=Standing.BARRED, code=code, treaty=owed.treaty, article=owed.article.id, waits_for=joiners, in_attack=in_attack
            )
            found.append(with_(barrier, reserved_by=owed.reserved_by) if owed.reservations else barrier)
    return found
