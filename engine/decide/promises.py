"""Promises kept and broken: entered once, before those who may know of them, with what that moves."""

from __future__ import annotations

from collections.abc import Iterable

from engine.duties import Assist, Cede, Render
from engine.events import ObligationBreached, ObligationPerformed
from engine.happenings import Happening
from engine.names import EVERYBODY, Audience, Power
from engine.obligations import Obligation, cessions_of, known_to, obligations_of
from engine.occasions import Occasion
from engine.orders import Default
from engine.performance import broken_by, performed_by
from engine.proceedings import Proceedings
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
    broken = broken_by(state, deeds, aggressor=aggressor)
    for owed in broken:
        breach(proceedings, owed, witnesses)
    return broken


def kept_by(state: State, deeds: Iterable[Happening]) -> tuple[Obligation, ...]:
    """The performances still awaited that these deeds render, each once."""
    found: list[Obligation] = []
    for owed in (o for deed in deeds for o in performed_by(state, deed)):
        if isinstance(owed.duty, Render) and owed not in found and owed in awaited(state, owed.duty.debtor):
            found.append(owed)
    return tuple(found)


def perform(proceedings: Proceedings, owed: Obligation) -> None:
    """Enter a promise kept, before those who know the treaty; its creditor trusts the debtor more."""
    audience = known_to(proceedings.state, owed)
    kept = ObligationPerformed(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        audience=audience,
    )
    proceedings.note(kept)
    proceedings.follow(Occasion.PERFORMANCE, owed.duty.debtor, owed.duty.creditor, audience)


def breach(proceedings: Proceedings, owed: Obligation, witnesses: Audience = EVERYBODY) -> None:
    """Enter a promise broken, before those who know both the treaty and the deed; those among them trust the debtor less."""
    audience = among(known_to(proceedings.state, owed), witnesses)
    broken = ObligationBreached(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        audience=audience,
    )
    proceedings.note(broken)
    proceedings.follow(Occasion.BREACH, owed.duty.debtor, owed.duty.creditor, audience)
    if isinstance(owed.duty, Assist):
        proceedings.follow(Occasion.FORSAKEN, owed.duty.debtor, owed.duty.creditor, audience)


def among(one: Audience, other: Audience) -> Audience:
    """Those who belong to both audiences."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def awaited(state: State, power: Power) -> tuple[Obligation, ...]:
    """What a power has to do by a date and has not yet done: stakes to hand over, performances to render."""
    cessions = cessions_of(state, power)
    return tuple(
        owed
        for owed in obligations_of(state, power)
        if owed in cessions
        or (isinstance(owed.duty, Cede) and _has_given_away(state, owed))
        or (isinstance(owed.duty, Render) and owed.duty.by is not None and not _stands(state, owed, kept=True))
    )


def find_defaults(proceedings: Proceedings) -> None:
    """Find what should have been done by now and is not; each is named once."""
    state = proceedings.state
    for power in state.powers():
        for owed in awaited(state, power):
            if is_overdue(state, owed) and not _stands(state, owed, kept=False):
                breach(proceedings, owed)


def is_overdue(state: State, owed: Obligation) -> bool:
    """Whether its date has come."""
    last = owed.duty.by if isinstance(owed.duty, Cede | Render) else None
    return last is not None and (state.turn_order(last) or 0) <= state.turn


def default(proceedings: Proceedings, power: Power, order: Default) -> None:
    """Break openly what is owed to a power under an article, whatever its date."""
    for owed in awaited(proceedings.state, power):
        named = (owed.treaty, owed.article.id, owed.duty.creditor) == (order.treaty, order.article, order.to)
        if named and not _stands(proceedings.state, owed, kept=False):
            breach(proceedings, owed)


def _has_given_away(state: State, owed: Obligation) -> bool:
    """Whether the debtor has handed to another what it owed to this creditor."""
    duty = owed.duty
    if not isinstance(duty, Cede) or state.holder(duty.stake) == duty.creditor:
        return False
    ceded = (line.duty for line in state.record if line.kept and isinstance(line.duty, Cede) and line.debtor == duty.debtor)
    return any(other.stake == duty.stake and other.creditor != duty.creditor for other in ceded)


def _stands(state: State, owed: Obligation, *, kept: bool) -> bool:
    """Whether it stands on the record as kept, or as broken."""
    return any(
        (line.treaty, line.article, line.duty, line.kept) == (owed.treaty, owed.article.id, owed.duty, kept) for line in state.record
    )
