"""Guarantees short of an attack: who owes what to a power to whose injury another has broken its word, once it calls for it.

Owed so is what was promised for the observance of an undertaking (Locarno, 16 October 1925, articles 1 and 4), and aid against a threat or
against aggression however indirect, where such a case has arisen between the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.advocacy import appeals, is_known, threatens
from engine.cases import cases
from engine.casus import Call, Standing, over_breach
from engine.crisis import PastCrisis, Stance
from engine.duties import Assist, Consult, Extent, Observance, Refrain, Trigger
from engine.happenings import Deed, Sanction
from engine.names import Audience, Power, TreatyId
from engine.obligations import Obligation, obligations, unmended
from engine.operation import known_to_the_same
from engine.orders import ApplySanction
from engine.record import Appeal, Conduct
from engine.state import State, changed
from engine.treaty import Treaty

THREATENING = frozenset({Deed.ATTACK, Deed.THREATEN, Deed.OCCUPY, Deed.DEPLOY, Deed.BLOCKADE, Deed.CLAIM, Deed.INTERFERE})
"""What a promise holds off that is broken by a threat."""
STANDING_FORCES = frozenset({Deed.DEPLOY, Deed.OCCUPY})
"""Breaches that last as long as the forces stand, and no longer."""
SHORT = (Trigger.THREAT, Trigger.INDIRECT_AGGRESSION)
"""Cases short of an attack that aid may be promised for."""
NEEDED = {Extent.DIPLOMATIC: 1, Extent.ECONOMIC: 2, Extent.MILITARY: 3, Extent.ALL_MEANS: 3}
"""What answers: a protest or an organ seized, sanctions, an ultimatum, mobilisation or force; whoever does more has done what was owed."""


def shared(state: State, readers: Audience) -> State:
    """The state with the treaties and the lines of the record that all these know: what is found before them rests on nothing else."""
    treaties = {key: t for key, t in state.treaties.items() if t.known_to is None or (readers is not None and readers <= t.known_to)}
    record = tuple(line for line in state.record if is_known(line, readers))
    # What others have computed of the state is kept as long as nothing is left out.
    if len(treaties) == len(state.treaties):
        return state if len(record) == len(state.record) else changed(state, record=record)
    return changed(state, treaties=treaties, record=record)


def injuries(state: State, power: Power) -> tuple[Conduct, ...]:
    """What others have broken to a power's injury, to its knowledge, and neither made good nor brought to an end since: the latest of each."""
    lines = (line for other in state.powers() if other != power for line in unmended(state, power, other) if line.creditor == power)
    return tuple({(line.treaty, line.article, line.debtor): line for line in lines if not _has_ceased(state, line)}.values())


def _has_ceased(state: State, breach: Conduct) -> bool:
    """Whether forces that stood where they may not stand there no more."""
    duty = breach.duty
    if not isinstance(duty, Refrain) or not duty.deeds <= STANDING_FORCES or not duty.at:
        return False
    return not any(breach.debtor in state.garrison(stake) or state.occupies(breach.debtor, stake) for stake in duty.at)


def grounds(state: State, power: Power) -> Iterator[tuple[Treaty, Conduct]]:
    """The treaties under which a power may call its guarantors, each with the breach over which it may."""
    if not any(line.creditor == power and not line.kept for line in state.record):
        return
    known = shared(state, frozenset({power}))
    suffered = injuries(known, power)
    for treaty in state.treaties_known_to(power).values():
        for breach in suffered if treaty.in_force else ():
            if covered(known, breach, treaty.id) and is_before(state, treaty, breach) and not was_called(state, treaty.id, breach):
                yield treaty, breach


def covered(state: State, breach: Conduct, under: TreatyId) -> tuple[Obligation, ...]:
    """What is owed under a treaty over a breach, once its victim calls for it."""
    return tuple(o for o in obligations(state) if o.treaty == under and isinstance(o.duty, Assist) and _covers(state, o, o.duty, breach))


def _covers(state: State, owed: Obligation, duty: Assist, breach: Conduct) -> bool:
    foe = breach.debtor
    if duty.in_attack or duty.together or duty.creditor != breach.creditor or duty.debtor == foe:
        return False
    if foe in duty.save or (duty.against and foe not in duty.against):
        return False
    if duty.observance is not None:
        return _is_observed(duty.observance, owed, breach)
    return duty.trigger in SHORT and _is_threatening(breach) and _has_arisen(state, duty, foe)


def _is_observed(observance: Observance, owed: Obligation, breach: Conduct) -> bool:
    text = owed.treaty if observance.treaty is None else observance.treaty
    return breach.treaty == text and (not observance.articles or breach.article in observance.articles)


def _is_threatening(breach: Conduct) -> bool:
    return isinstance(breach.duty, Refrain) and not breach.duty.deeds.isdisjoint(THREATENING)


def _has_arisen(state: State, duty: Assist, foe: Power) -> bool:
    """Whether the danger against which aid was promised stands, short of a war: that opens a crisis of its own."""
    victim = duty.creditor
    danger = Consult(debtor=duty.debtor, creditor=victim, on=duty.trigger, against=frozenset({foe}), threatened=frozenset({victim}))
    return foe not in state.at_war(victim) and bool(cases(state, danger))


def is_before(state: State, guarantee: Treaty, breach: Conduct) -> bool:
    """Whether all who may read a guarantee may know of the breach: they know its text, and what of another text makes it one."""
    text = state.treaties.get(breach.treaty)
    if text is not None and not known_to_the_same(text, guarantee):
        return False
    return breach.regarding is None or is_known(breach, guarantee.known_to)


def was_called(state: State, guarantee: TreatyId, breach: Conduct) -> bool:
    """Whether the guarantors under a treaty have been called over a breach since it was found."""
    return any(is_over(appeal, breach) and appeal.guarantee == guarantee and appeal.turn >= breach.turn for appeal in state.appeals)


def is_over(appeal: Appeal, breach: Conduct) -> bool:
    """Whether guarantors were called over a breach, this one or an earlier of the same promise."""
    over = (breach.treaty, breach.article, breach.debtor, breach.creditor)
    return (appeal.treaty, appeal.article, appeal.against, appeal.by) == over


def is_called_over(state: State, guarantee: TreatyId, breach: Conduct, power: Power) -> bool:
    """Whether a power has been called under a treaty, as one of its guarantors, over a breach."""
    if not any(is_over(appeal, breach) and appeal.guarantee == guarantee for appeal in state.appeals):
        return False
    return any(owed.duty.debtor == power for owed in covered(shared(state, frozenset({power})), breach, guarantee))


def calls_over(state: State, breach: Conduct, under: TreatyId, assisting: frozenset[Power] | None = None) -> tuple[Call, ...]:
    """Where each guarantor under a treaty stands over a breach, once it is called, and why.

    Who is bound only with others is bound once these have answered: those are `assisting` where that is known. A power that had itself
    used force first calls nobody.
    """
    return over_breach(state, breach.debtor, breach.creditor, covered(state, breach, under), assisting=assisting)


def over_appeal(state: State, appeal: Appeal) -> tuple[tuple[Obligation, Standing], ...]:
    """What is owed upon a call, with how far each guarantor is bound: by what all who heard the call may know."""
    known = shared(state, appeal.known_to)
    breach = next((line for line in injuries(known, appeal.by) if is_over(appeal, line)), None)
    if breach is None:
        return ()
    assisting = frozenset(power for power in known.powers() if answer_to(known, appeal, power))
    calls = calls_over(known, breach, appeal.guarantee, assisting)
    how = {(call.power, g.article): g.standing for call in calls for g in reversed(call.grounds)}
    owed = covered(known, breach, appeal.guarantee)
    return tuple((o, how[o.duty.debtor, o.article.id]) for o in owed if (o.duty.debtor, o.article.id) in how)


def line_upon(state: State, owed: Obligation, appeal: Appeal) -> Conduct | None:
    """What was entered last of what is owed upon a call: of calls in different turns each has a line of its own."""
    named = (owed.treaty, owed.article.id, owed.duty)
    lines = (line for line in reversed(state.record) if (line.treaty, line.article, line.duty) == named and line.turn >= appeal.turn)
    return next((line for line in lines if line.called in (None, appeal.turn)), None)


def awaited_of(state: State, power: Power) -> tuple[tuple[Appeal, Obligation], ...]:
    """The calls upon a power that it is bound to answer, or may, and has not answered yet, each with what it owes."""
    return tuple(
        (appeal, owed)
        for appeal in state.appeals
        for owed, standing in over_appeal(state, appeal)
        if owed.duty.debtor == power and standing in (Standing.BOUND, Standing.ENTITLED) and not is_answered(state, appeal, owed)
    )


def sanctions_called_for(state: State, power: Power) -> tuple[ApplySanction, ...]:
    """The orders by which a power answers calls over which it owes trade to be broken off."""
    economic = (
        appeal for appeal, owed in awaited_of(state, power) if isinstance(owed.duty, Assist) and owed.duty.extent is Extent.ECONOMIC
    )
    return tuple(dict.fromkeys(ApplySanction(appeal.against, Sanction.GENERAL) for appeal in economic))


def is_answered(state: State, appeal: Appeal, owed: Obligation) -> bool:
    """Whether a guarantor has done as much as it owes."""
    duty = owed.duty
    return isinstance(duty, Assist) and answer_to(state, appeal, duty.debtor) >= NEEDED[duty.extent]


def answer_to(state: State, appeal: Appeal, power: Power) -> int:
    """What a power has done against whoever broke its word: nothing, protest or go to an organ, break off trade, arm, threaten or use force, from 0 to 3."""
    foe = appeal.against
    if threatens(state, power, foe, appeal.turn):
        return NEEDED[Extent.MILITARY]
    if any(_took_sides(past, appeal, power) for past in state.crises if past.turn >= appeal.turn):
        return NEEDED[Extent.MILITARY]
    severed = state.sanctions.get((power, foe), frozenset())
    if severed - {Sanction.DIPLOMATIC}:
        return NEEDED[Extent.ECONOMIC]
    lines = (line for line in state.record if is_over(appeal, line) and is_known(line, appeal.known_to))
    protested = any((appeal.guarantee, power) in line.protests for line in lines)
    return NEEDED[Extent.DIPLOMATIC] if severed or protested or appeals(state, power, foe, appeal.turn) else 0


def _took_sides(past: PastCrisis, appeal: Appeal, power: Power) -> bool:
    """Whether a power stood by the one injured in a crisis with the other, or brought the other to one itself."""
    crisis = past.crisis
    if (crisis.mover, crisis.target) == (power, appeal.against):
        return True
    sides = {(appeal.against, appeal.by): Stance.WITH_TARGET, (appeal.by, appeal.against): Stance.WITH_MOVER}
    return sides.get((crisis.mover, crisis.target)) is crisis.stances.get(power, Stance.NEUTRAL)
