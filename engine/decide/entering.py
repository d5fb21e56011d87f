"""Entry into force: at the last consent, at its date, or with the treaty for which another has waited (VCLT 24)."""

from __future__ import annotations

from engine.credibility import Opinion, of_reliance, relied_upon
from engine.entry import bindable, entry, in_relations
from engine.events import PartyJoined, TreatyEnteredIntoForce, TreatyShown
from engine.names import EVERYBODY, Power, TreatyId
from engine.negotiated import published
from engine.obligations import obligations
from engine.proceedings import Proceedings
from engine.state import State
from engine.treaty import Stage, Treaty


def enter_into_force(proceedings: Proceedings, ident: TreatyId) -> None:
    """Let a treaty enter into force if nothing is missing, or extend to those who have consented since.

    Unless it is secret its text is then published, and third states read what it asks of them.
    """
    state = proceedings.state
    treaty = state.treaties[ident]
    if treaty.stage is Stage.IN_FORCE:
        _extend(proceedings, treaty)
        return
    found = entry(state, treaty)
    if treaty.stage is not Stage.ADOPTED or not found.met:
        return
    if not treaty.provisions.secret and treaty.known_to is not None:
        treaty = published(treaty)
        proceedings.note(TreatyShown(treaty=treaty, how="published", audience=EVERYBODY))
    parties = frozenset(found.bound)
    proceedings.note(TreatyEnteredIntoForce(treaty=ident, parties=parties, turn=state.turn, audience=treaty.known_to))
    _be_judged(proceedings, ident, parties)
    _let_follow(proceedings, ident)


def _let_follow(proceedings: Proceedings, ident: TreatyId) -> None:
    """Let what has waited for a treaty enter into force with it, and its annexes extend to those who have become parties to it."""
    for other in sorted(proceedings.state.treaties.values(), key=lambda t: t.id):
        if ident in (other.provisions.only_after, other.provisions.annexed_to):
            enter_into_force(proceedings, other.id)


def _extend(proceedings: Proceedings, treaty: Treaty) -> None:
    for power in sorted(bindable(proceedings.state, treaty, frozenset(treaty.signatures))):
        related = power in in_relations(treaty, treaty.parties | {power})
        if power not in treaty.parties and treaty.consented(power) and related:
            proceedings.note(PartyJoined(treaty=treaty.id, power=power, audience=treaty.known_to))
            _be_judged(proceedings, treaty.id, frozenset({power}))
    if proceedings.state.treaties[treaty.id].parties != treaty.parties:
        _let_follow(proceedings, treaty.id)


def _be_judged(proceedings: Proceedings, ident: TreatyId, joining: frozenset[Power]) -> None:
    """Let the public of each power that a treaty now binds judge by what all know whether it relies on a word that is kept; of a secret
    treaty it knows nothing."""
    if proceedings.state.treaties[ident].known_to is not EVERYBODY:
        return
    for power in proceedings.state.powers():
        opinion = opinion_of(proceedings.state, ident, power) if power in joining else None
        if opinion is not None:
            proceedings.follow(opinion.occasion, power, opinion.of)


def opinion_of(state: State, ident: TreatyId, power: Power) -> Opinion | None:
    """What a power's public thinks of the treaty in force by which it relies on others."""
    owed = (o.duty for o in obligations(state) if o.treaty == ident)
    return of_reliance(state, power, relied_upon(owed, power))


def enter_by_date(proceedings: Proceedings) -> None:
    """Let every treaty enter into force whose date has come."""
    for ident in sorted(proceedings.state.treaties):
        if proceedings.state.treaties[ident].stage is Stage.ADOPTED:
            enter_into_force(proceedings, ident)
