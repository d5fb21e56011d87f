"""Promises kept and broken: entered once, before those who may know of them, with what that moves."""

from __future__ import annotations

from engine import contingents
from engine.cases import still_open_to
from engine.credibility import of_aid
from engine.crisis import YIELDED, Crisis, DemandAssent, DemandCession
from engine.decide.drafting import notes_of
from engine.duties import Allow, Assist, Duty, Refrain, Render
from engine.events import ObligationBreached, ObligationPerformed, PurposeDefeated
from engine.excuses import is_excused, is_overtaken_by_war
from engine.falling_due import FROM_THE_FIRST, awaited, called_for, is_newly_done, is_unkept, open_terms, overdue_since, stands
from engine.happenings import Deed, Happening
from engine.limits import is_counted, is_exceeded, to_come_within
from engine.names import EVERYBODY, Audience, Power, TreatyId
from engine.notices import announced
from engine.obligations import Obligation, is_denied, known_to, owed_by
from engine.occasions import Occasion
from engine.orders import Default
from engine.performance import accepted, broken_by, performed_by
from engine.proceedings import Proceedings
from engine.signatories import defeated_by
from engine.state import State


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
    for owed in defeated_by(state, deeds, aggressor=aggressor):
        _defeat(proceedings, owed, witnesses)
    return hold_against(proceedings, broken_by(state, deeds, aggressor=aggressor), witnesses)


def _defeat(proceedings: Proceedings, owed: Obligation, witnesses: Audience) -> None:
    """Enter that the object of a signed treaty is defeated, once in a turn; it moves nothing, for the treaty does not bind yet."""
    state = proceedings.state
    key = (state.turn, owed.treaty, owed.article.id, owed.duty)
    if all((one.turn, one.treaty, one.article, one.duty) != key for one in state.defeats):
        audience = among(known_to(state, owed), witnesses)
        proceedings.note(PurposeDefeated(treaty=owed.treaty, article=owed.article.id, duty=owed.duty, audience=audience))


def hold_against(proceedings: Proceedings, broken: tuple[Obligation, ...], witnesses: Audience = EVERYBODY) -> tuple[Obligation, ...]:
    """Enter these promises broken, and give them back."""
    for owed in broken:
        breach(proceedings, owed, witnesses)
    return broken


def kept_by(state: State, deeds: tuple[Happening, ...]) -> tuple[Obligation, ...]:
    """The performances still awaited that these deeds render, each once, and the notices that were given of them."""
    found: list[Obligation] = []
    for owed in (o for deed in deeds for o in performed_by(state, deed)):
        # A waterway is shut once it is shut to all who are at war.
        whole = open_still(state, owed) <= {deed.toward for deed in deeds}
        if isinstance(owed.duty, Render) and owed not in found and whole and is_unkept(state, owed, owed.duty):
            found.append(owed)
    return (*found, *(owed for deed in deeds for owed in announced(state, deed)))


def open_still(state: State, owed: Obligation) -> frozenset[Power]:
    """The belligerents to whom a waterway that is to be shut to all of them is still open."""
    duty = owed.duty
    terms = called_for(state, owed, duty) if isinstance(duty, Render) and duty.deed is Deed.CLOSE else ()
    return frozenset(foe for term in terms if isinstance(duty, Render) for foe in still_open_to(state, duty, term))


def enter(proceedings: Proceedings, owed: Obligation, *, kept: bool) -> None:
    """Enter of a conduct that lasts whether it is kept, unless that is what was entered last."""
    key = (owed.treaty, owed.article.id, owed.duty)
    last = next((line for line in reversed(proceedings.state.record) if (line.treaty, line.article, line.duty) == key), None)
    if last is None or last.kept is not kept:
        perform(proceedings, owed) if kept else breach(proceedings, owed)


def perform(
    proceedings: Proceedings,
    owed: Obligation,
    witnesses: Audience = EVERYBODY,
    regarding: TreatyId | None = None,
    called: int | None = None,
) -> None:
    """Enter a promise kept, before those who know both the treaty and the deed; its creditor trusts the debtor more."""
    audience = among(known_to(proceedings.state, owed), witnesses)
    kept = ObligationPerformed(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        regarding=regarding,
        called=called,
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
    sent: int | None = None,
    called: int | None = None,
) -> None:
    """Enter a promise broken, before those who know both the treaty and the deed; those among them trust the debtor less, but for those
    `apart`, who have found it before; `sent` is how many divisions have come where more were promised."""
    audience = among(known_to(proceedings.state, owed), witnesses)
    broken = ObligationBreached(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        regarding=regarding,
        sent=sent,
        called=called,
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


def refusable(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power may openly refuse to perform: what it has to do, a right of another that it is to tolerate, and what it may renounce.

    Nothing of what it owes to the power that has made war upon it, which it may leave undone without a word.
    """
    owed = owed_by(state, power)
    tolerated = (o for o in owed if isinstance(o.duty, Allow) and not is_denied(state, o))
    renounced = (o for o in owed if _may_renounce(state, o.duty) and not stands(state, o, kept=False))
    return tuple(o for o in (*awaited(state, power), *tolerated, *renounced) if not is_overtaken_by_war(state, o))


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


def find_defaults(proceedings: Proceedings) -> None:
    """Find what should have been done by now and is not; each is named once, and once for each case."""
    state = proceedings.state
    for power in state.powers():
        for owed in awaited(state, power):
            if _was_just_yielded(state, owed) or is_excused(state, owed):
                continue
            if any(not stands(state, owed, kept=False, since=since) for since in overdue_since(state, owed)):
                for one in (owed, *accepted(state, owed)):
                    breach(proceedings, one, sent=next((here.sent for _, here in contingents.awaited(state, one)), None))
        for owed in owed_by(state, power):
            if any(not here.is_short for _, here in contingents.awaited(state, owed)):
                perform(proceedings, owed)
            if isinstance(owed.duty, Render) and is_newly_done(state, owed, owed.duty):
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


def default(proceedings: Proceedings, power: Power, order: Default) -> None:
    """Break openly what is owed to a power under an article, whatever its date."""
    for owed in refusable(proceedings.state, power):
        named = (owed.treaty, owed.article.id, owed.duty.creditor) == (order.treaty, order.article, order.to)
        since = min((term.since for term in open_terms(proceedings.state, owed)), default=FROM_THE_FIRST)
        if named and (isinstance(owed.duty, Allow) or not stands(proceedings.state, owed, kept=False, since=since)):
            breach(proceedings, owed)
