"""Promises kept and broken: entered once, before those who may know of them, with what that moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.cases import Arisen, Awaiting, cases, is_being_done
from engine.credibility import of_aid
from engine.crisis import YIELDED, Crisis, DemandAssent, DemandCession
from engine.decide.drafting import notes_of
from engine.duties import Allow, Assist, Cede, Consult, Duty, Refrain, Render
from engine.events import ObligationBreached, ObligationPerformed
from engine.excuses import is_excused
from engine.happenings import Deed, Happening
from engine.limits import is_counted, is_exceeded, to_come_within
from engine.names import EVERYBODY, Audience, Power, TreatyId
from engine.notices import announced
from engine.obligations import Obligation, cessions_of, is_denied, known_to, obligations_of
from engine.occasions import Occasion
from engine.orders import Default
from engine.performance import accepted, broken_by, performed_by
from engine.proceedings import Proceedings
from engine.state import State

FROM_THE_FIRST = -1
"""Before every turn."""


def answer_for(
    proceedings: Proceedings, deeds: tuple[Happening, ...], *, witnesses: Audience = EVERYBODY, aggressor: Power | None = None
) -> tuple[Obligation, ...]:
    """Enter every promise that these deeds keep or break, each once, and give back those broken.

    This is the one place where deeds are held against articles; what only some have seen keeps no promise before the others.
    """
    state = proceedings.state
    if witnesses is EVERYBODY:
        for owed in kept_by(state, deeds):
            perform(proceedings, owed)
    return hold_against(proceedings, broken_by(state, deeds, aggressor=aggressor), witnesses)


def hold_against(proceedings: Proceedings, broken: tuple[Obligation, ...], witnesses: Audience = EVERYBODY) -> tuple[Obligation, ...]:
    """Enter these promises broken, and give them back."""
    for owed in broken:
        breach(proceedings, owed, witnesses)
    return broken


def kept_by(state: State, deeds: Iterable[Happening]) -> tuple[Obligation, ...]:
    """The performances still awaited that these deeds render, each once, and the notices that were given of them."""
    found: list[Obligation] = []
    for owed in (o for deed in deeds for o in performed_by(state, deed)):
        if isinstance(owed.duty, Render) and owed not in found and _is_unkept(state, owed, owed.duty):
            found.append(owed)
    return (*found, *(owed for deed in deeds for owed in announced(state, deed)))


def enter(proceedings: Proceedings, owed: Obligation, *, kept: bool) -> None:
    """Enter of a conduct that lasts whether it is kept, unless that is what was entered last."""
    key = (owed.treaty, owed.article.id, owed.duty)
    last = next((line for line in reversed(proceedings.state.record) if (line.treaty, line.article, line.duty) == key), None)
    if last is None or last.kept is not kept:
        perform(proceedings, owed) if kept else breach(proceedings, owed)


def perform(proceedings: Proceedings, owed: Obligation, witnesses: Audience = EVERYBODY, regarding: TreatyId | None = None) -> None:
    """Enter a promise kept, before those who know both the treaty and the deed; its creditor trusts the debtor more."""
    audience = among(known_to(proceedings.state, owed), witnesses)
    kept = ObligationPerformed(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        regarding=regarding,
        audience=audience,
    )
    proceedings.note(kept)
    proceedings.follow(Occasion.PERFORMANCE, owed.duty.debtor, owed.duty.creditor, audience)
    opinion = of_aid(proceedings.state, owed.duty.creditor) if isinstance(owed.duty, Assist) and audience is EVERYBODY else None
    if opinion is not None:
        proceedings.follow(opinion.occasion, owed.duty.debtor, opinion.of)


def breach(
    proceedings: Proceedings,
    owed: Obligation,
    witnesses: Audience = EVERYBODY,
    regarding: TreatyId | None = None,
    apart: frozenset[Power] = frozenset(),
) -> None:
    """Enter a promise broken, before those who know both the treaty and the deed; those among them trust the debtor less, but for those
    `apart`, who have found it before."""
    audience = among(known_to(proceedings.state, owed), witnesses)
    broken = ObligationBreached(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        regarding=regarding,
        audience=audience,
    )
    proceedings.note(broken)
    proceedings.follow(Occasion.BREACH, owed.duty.debtor, owed.duty.creditor, audience, apart)
    if isinstance(owed.duty, Assist):
        proceedings.follow(Occasion.FORSAKEN, owed.duty.debtor, owed.duty.creditor, audience, apart)


def among(one: Audience, other: Audience) -> Audience:
    """Those who belong to both audiences."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def awaited(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power has to do by a date, or in a case that has arisen, and has not yet done: stakes to hand over, performances to render."""
    cessions = cessions_of(state, power)
    return tuple(
        owed
        for owed in obligations_of(state, power)
        if owed in cessions or (isinstance(owed.duty, Cede) and _has_given_away(state, owed)) or any(_terms(state, owed))
    )


def refusable(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power may openly refuse to perform: what it has to do, a right of another that it is to tolerate, and what it may renounce."""
    owed = obligations_of(state, power)
    tolerated = (o for o in owed if isinstance(o.duty, Allow) and not is_denied(state, o))
    renounced = (o for o in owed if _may_renounce(state, o.duty) and not _stands(state, o, kept=False))
    return (*awaited(state, power), *tolerated, *renounced)


def _may_renounce(state: State, duty: Duty) -> bool:
    """Whether a promise is broken by an open word: a recognition taken back, a limit that no order oversteps declared to hold no more
    (as on 16 March 1935)."""
    match duty:
        case Render():
            return duty.deed is Deed.RECOGNISE and duty.standing
        case Refrain():
            return duty.ceiling is not None and not is_counted(state, duty)
        case _:
            return False


def _terms(state: State, owed: Obligation) -> Iterator[Arisen]:
    """The date or the cases for which a performance is still awaited."""
    duty = owed.duty
    if not isinstance(duty, Render | Consult):
        return
    lasting = isinstance(duty, Render) and duty.deed is Deed.PATROL and duty.standing
    for term in _called_for(state, owed, duty):
        # What has been done once is done; a conduct that is to last is asked for again as soon as it stops.
        if (lasting or not _stands(state, owed, kept=True, since=term.since)) and not is_being_done(state, duty, term):
            yield term


def _is_habit(duty: Awaiting) -> bool:
    """Whether it is to be done at all times, with no case and no day."""
    if isinstance(duty, Consult):
        return duty.on is None
    return duty.standing and duty.deed is Deed.HOLD_STAFF_TALKS


def _called_for(state: State, owed: Obligation, duty: Awaiting) -> tuple[Arisen, ...]:
    """Its date, or the cases that have arisen; a patrol is to sail, staffs to meet, and those to confer who do so at all times, by the
    close of the turn after the treaty's entry into force. Those that were bound to at the opening have met."""
    patrol = isinstance(duty, Render) and duty.standing and duty.deed is Deed.PATROL
    if patrol or _is_habit(duty):
        treaty = state.treaties.get(owed.treaty)
        entered = state.turn_order(treaty.since) if treaty is not None and treaty.since is not None else None
        if entered is None and not patrol:
            return ()
        since = FROM_THE_FIRST if entered is None else entered
        return (Arisen(since=since, due=since + 1),)
    if isinstance(duty, Consult) or duty.by is None:
        return cases(state, duty)
    return (Arisen(since=FROM_THE_FIRST, due=state.turn_order(duty.by) or 0),)


def _is_unkept(state: State, owed: Obligation, duty: Render) -> bool:
    """Whether it has been called for and not yet been entered as kept, be it in the doing or not."""
    return any(not _stands(state, owed, kept=True, since=term.since) for term in _called_for(state, owed, duty))


def find_defaults(proceedings: Proceedings) -> None:
    """Find what should have been done by now and is not; each is named once, and once for each case."""
    state = proceedings.state
    for power in state.powers():
        for owed in awaited(state, power):
            if _was_just_yielded(state, owed) or is_excused(state, owed):
                continue
            if any(not _stands(state, owed, kept=False, since=since) for since in _overdue(state, owed)):
                for one in (owed, *accepted(state, owed)):
                    breach(proceedings, one)
        for owed in obligations_of(state, power):
            if isinstance(owed.duty, Render) and _is_newly_done(state, owed, owed.duty):
                perform(proceedings, owed)
            if is_counted(state, owed.duty) and is_denied(state, owed) and not is_exceeded(state, owed.duty):
                # It has come within a number again.
                perform(proceedings, owed)
        for owed in to_come_within(state, power):
            breach(proceedings, owed)


def _was_just_yielded(state: State, owed: Obligation) -> bool:
    """Whether it was promised, or let stand, in a crisis of this turn, when no order could perform it any more."""
    yielded = (past.crisis for past in state.crises if past.turn == state.turn and past.outcome == YIELDED)
    return any(crisis.target == owed.duty.debtor and owed.treaty in _consented(crisis, state.turn) for crisis in yielded)


def _consented(crisis: Crisis, turn: int) -> tuple[TreatyId, ...]:
    """The treaties to which the target of a crisis consents by giving way."""
    match crisis.ultimatum.demand if crisis.ultimatum is not None else None:
        case DemandAssent(treaty):
            return (*crisis.accords, treaty)
        case DemandCession():
            return (*crisis.accords, notes_of(crisis.mover, crisis.target, turn))
        case _:
            return crisis.accords


def _is_newly_done(state: State, owed: Obligation, duty: Render) -> bool:
    """Whether what falls due now is being done without an order of its own, and has not been entered as kept."""
    return any(
        is_being_done(state, duty, term) and term.due <= state.turn and not _stands(state, owed, kept=True, since=term.since)
        for term in _called_for(state, owed, duty)
    )


def is_overdue(state: State, owed: Obligation) -> bool:
    """Whether its date has come, or the term that its case gives has run out."""
    return any(True for _ in _overdue(state, owed))


def _overdue(state: State, owed: Obligation) -> Iterator[int]:
    """Since when each thing overdue has been called for."""
    if isinstance(owed.duty, Cede) and (state.turn_order(owed.duty.by) or 0) <= state.turn:
        yield FROM_THE_FIRST
    yield from (term.since for term in _terms(state, owed) if term.due <= state.turn)


def default(proceedings: Proceedings, power: Power, order: Default) -> None:
    """Break openly what is owed to a power under an article, whatever its date."""
    for owed in refusable(proceedings.state, power):
        named = (owed.treaty, owed.article.id, owed.duty.creditor) == (order.treaty, order.article, order.to)
        since = min((term.since for term in _terms(proceedings.state, owed)), default=FROM_THE_FIRST)
        if named and (isinstance(owed.duty, Allow) or not _stands(proceedings.state, owed, kept=False, since=since)):
            breach(proceedings, owed)


def _has_given_away(state: State, owed: Obligation) -> bool:
    """Whether the debtor has handed to another what it owed to this creditor."""
    duty = owed.duty
    if not isinstance(duty, Cede) or state.holder(duty.stake) == duty.creditor:
        return False
    ceded = (line.duty for line in state.record if line.kept and isinstance(line.duty, Cede) and line.debtor == duty.debtor)
    return any(other.stake == duty.stake and other.creditor != duty.creditor for other in ceded)


def _stands(state: State, owed: Obligation, *, kept: bool, since: int = FROM_THE_FIRST) -> bool:
    """Whether it stands on the record as kept, or as broken, from a turn on."""
    wanted = (owed.treaty, owed.article.id, owed.duty, kept)
    return any((line.treaty, line.article, line.duty, line.kept) == wanted and line.turn >= since for line in state.record)
