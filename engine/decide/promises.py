"""Promises kept and broken: entered once, before those who may know of them, with what that moves."""

from __future__ import annotations

from engine.duties import Assist
from engine.events import ObligationBreached, ObligationPerformed
from engine.happenings import Happening
from engine.names import EVERYBODY, Audience, Power
from engine.obligations import Obligation, cessions_of, is_due
from engine.occasions import Occasion
from engine.performance import breached_by
from engine.proceedings import Proceedings


def answer_for(
    proceedings: Proceedings, deeds: tuple[Happening, ...], *, witnesses: Audience = EVERYBODY, aggressor: Power | None = None
) -> tuple[Obligation, ...]:
    """Enter every promise that these deeds break, each once, and give them back: the one place where deeds are held against articles."""
    broken: dict[tuple[str, str, Power, Power], Obligation] = {}
    for deed in deeds:
        for owed in breached_by(proceedings.state, deed, aggressor=aggressor):
            broken.setdefault((owed.treaty, owed.article.id, owed.duty.debtor, owed.duty.creditor), owed)
    for owed in broken.values():
        breach(proceedings, owed, witnesses)
    return tuple(broken.values())


def perform(proceedings: Proceedings, owed: Obligation) -> None:
    """Enter a promise kept, before those who know the treaty; its creditor trusts the debtor more."""
    known_to = proceedings.state.treaties[owed.treaty].known_to
    kept = ObligationPerformed(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        audience=known_to,
    )
    proceedings.note(kept)
    proceedings.follow(Occasion.PERFORMANCE, owed.duty.debtor, owed.duty.creditor, known_to)


def breach(proceedings: Proceedings, owed: Obligation, witnesses: Audience = EVERYBODY) -> None:
    """Enter a promise broken, before those who know both the treaty and the deed; those among them trust the debtor less."""
    known_to = among(proceedings.state.treaties[owed.treaty].known_to, witnesses)
    broken = ObligationBreached(
        treaty=owed.treaty,
        article=owed.article.id,
        duty=owed.duty,
        audience=known_to,
    )
    proceedings.note(broken)
    proceedings.follow(Occasion.BREACH, owed.duty.debtor, owed.duty.creditor, known_to)
    if isinstance(owed.duty, Assist):
        proceedings.follow(Occasion.FORSAKEN, owed.duty.debtor, owed.duty.creditor, known_to)


def among(one: Audience, other: Audience) -> Audience:
    """Those who belong to both audiences."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def find_defaults(proceedings: Proceedings) -> None:
    """Find the cessions whose date has passed unperformed; each is named once."""
    state = proceedings.state
    for power in state.powers():
        for owed in cessions_of(state, power):
            named = any(
                (line.treaty, line.article, line.duty) == (owed.treaty, owed.article.id, owed.duty) and not line.kept
                for line in state.record
            )
            if is_due(state, owed) and not named:
                breach(proceedings, owed)
