"""When what is owed falls due: by its date, or in the cases that have arisen; and what is still awaited."""

from __future__ import annotations

from collections.abc import Iterator

from engine import contingents
from engine.cases import Arisen, Awaiting, cases, is_being_done
from engine.duties import Assist, Cede, Consult, Render
from engine.happenings import Deed
from engine.names import Power
from engine.obligations import Obligation, cessions_of, owed_by
from engine.state import State

FROM_THE_FIRST = -1
"""Before every turn."""


def open_terms(state: State, owed: Obligation) -> Iterator[Arisen]:
    """The date or the cases for which a performance is still awaited."""
    duty = owed.duty
    if isinstance(duty, Assist):
        yield from (
            Arisen(since=one.since, due=one.due, foes=(one.foe,)) for one, here in contingents.awaited(state, owed) if here.is_short
        )
    if not isinstance(duty, Render | Consult):
        return
    yield from (term for term in called_for(state, owed, duty) if is_open(state, owed, duty, term))


def is_open(state: State, owed: Obligation, duty: Awaiting, term: Arisen) -> bool:
    """Whether a performance is still awaited for a date or a case that has called for it."""
    # What has been done once is done; a conduct that is to last is asked for again as soon as it stops.
    lasting = isinstance(duty, Render) and duty.deed is Deed.PATROL and duty.standing
    return (lasting or not stands(state, owed, kept=True, since=term.since)) and not is_being_done(state, duty, term)


def _is_habit(duty: Awaiting) -> bool:
    """Whether it is to be done at all times, with no case and no day."""
    if isinstance(duty, Consult):
        return duty.on is None
    return duty.standing and duty.deed is Deed.HOLD_STAFF_TALKS


def called_for(state: State, owed: Obligation, duty: Awaiting) -> tuple[Arisen, ...]:
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


def is_unkept(state: State, owed: Obligation, duty: Render) -> bool:
    """Whether it has been called for and not yet been entered as kept, be it in the doing or not."""
    return any(not stands(state, owed, kept=True, since=term.since) for term in called_for(state, owed, duty))


def is_newly_done(state: State, owed: Obligation, duty: Render) -> bool:
    """Whether what falls due now is being done without an order of its own, and has not been entered as kept."""
    return any(
        is_being_done(state, duty, term) and term.due <= state.turn and not stands(state, owed, kept=True, since=term.since)
        for term in called_for(state, owed, duty)
    )


def overdue_since(state: State, owed: Obligation) -> Iterator[int]:
    """Since when each thing overdue has been called for."""
    if isinstance(owed.duty, Cede) and (state.turn_order(owed.duty.by) or 0) <= state.turn:
        yield FROM_THE_FIRST
    yield from (term.since for term in open_terms(state, owed) if term.due <= state.turn)


def awaited(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power has to do by a date, or in a case that has arisen, and has not yet done: stakes to hand over, performances to render,
    divisions that are still to come to a war."""
    cessions = cessions_of(state, power)
    return tuple(
        owed
        for owed in owed_by(state, power)
        if owed in cessions or (isinstance(owed.duty, Cede) and has_given_away(state, owed)) or any(open_terms(state, owed))
    )


def has_given_away(state: State, owed: Obligation) -> bool:
    """Whether the debtor has handed to another what it owed to this creditor."""
    duty = owed.duty
    if not isinstance(duty, Cede) or state.holder(duty.stake) == duty.creditor:
        return False
    ceded = (line.duty for line in state.record if line.kept and isinstance(line.duty, Cede) and line.debtor == duty.debtor)
    return any(other.stake == duty.stake and other.creditor != duty.creditor for other in ceded)


def stands(state: State, owed: Obligation, *, kept: bool, since: int = FROM_THE_FIRST) -> bool:
    """Whether it stands on the record as kept, or as broken, from a turn on."""
    wanted = (owed.treaty, owed.article.id, owed.duty, kept)
    return any((line.treaty, line.article, line.duty, line.kept) == wanted and line.turn >= since for line in state.record)
