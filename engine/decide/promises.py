"""Promises kept and broken: entered once, before those who may know of them, with what that moves."""

from __future__ import annotations

from engine.duties import Assist, Cede
from engine.events import ObligationBreached, ObligationPerformed
from engine.happenings import Happening
from engine.names import EVERYBODY, Audience, Power
from engine.obligations import Obligation, cessions_of, is_due, known_to, obligations_of
from engine.occasions import Occasion
from engine.performance import broken_by
from engine.proceedings import Proceedings
from engine.state import State


def answer_for(
    proceedings: Proceedings, deeds: tuple[Happening, ...], *, witnesses: Audience = EVERYBODY, aggressor: Power | None = None
) -> tuple[Obligation, ...]:
    """Enter every promise that these deeds break, each once, and give them back: the one place where deeds are held against articles."""
    broken = broken_by(proceedings.state, deeds, aggressor=aggressor)
    for owed in broken:
        breach(proceedings, owed, witnesses)
    return broken


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


def find_defaults(proceedings: Proceedings) -> None:
    """Find the cessions whose date has passed unperformed; each is named once."""
    state = proceedings.state
    for power in state.powers():
        for owed in obligations_of(state, power):
            if is_due(state, owed) and (owed in cessions_of(state, power) or _has_given_away(state, owed)) and not _is_named(state, owed):
                breach(proceedings, owed)


def _has_given_away(state: State, owed: Obligation) -> bool:
    """Whether the debtor has handed to another what it owed to this creditor."""
    duty = owed.duty
    if not isinstance(duty, Cede) or state.holder(duty.stake) == duty.creditor:
        return False
    ceded = (line.duty for line in state.record if line.kept and isinstance(line.duty, Cede) and line.debtor == duty.debtor)
    return any(other.stake == duty.stake and other.creditor != duty.creditor for other in ceded)


def _is_named(state: State, owed: Obligation) -> bool:
    return any(
        (line.treaty, line.article, line.duty) == (owed.treaty, owed.article.id, owed.duty) and not line.kept for line in state.record
    )
