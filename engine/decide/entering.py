"""Entry into force: at the last consent, at its date, or with the treaty for which another has waited (VCLT 24)."""

from __future__ import annotations

from attrs import evolve as with_

from engine.entry import entry
from engine.events import PartyJoined, TreatyEnteredIntoForce, TreatyShown
from engine.names import EVERYBODY, TreatyId
from engine.proceedings import Proceedings
from engine.treaty import Stage, Treaty


def enter_into_force(proceedings: Proceedings, ident: TreatyId) -> None:
    """Let a treaty enter into force if nothing is missing, or extend to those who have consented since.

    Unless it is secret it is then published, and third states read what it asks of them.
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
    for other in sorted(proceedings.state.treaties.values(), key=lambda t: t.id):
        if ident in (other.provisions.only_after, other.provisions.annexed_to):
            enter_into_force(proceedings, other.id)


def _extend(proceedings: Proceedings, treaty: Treaty) -> None:
    for power in sorted(treaty.signatures):
        if power not in treaty.parties and treaty.consented(power):
            proceedings.note(PartyJoined(treaty=treaty.id, power=power, audience=treaty.known_to))


def enter_by_date(proceedings: Proceedings) -> None:
    """Let every treaty enter into force whose date has come."""
    for ident in sorted(proceedings.state.treaties):
        if proceedings.state.treaties[ident].stage is Stage.ADOPTED:
            enter_into_force(proceedings, ident)


def published(treaty: Treaty) -> Treaty:
    """The treaty as everybody knows it once it is public: the final text, without the drafts that led to it."""
    text = with_(treaty.text, number=1, base=None, provisions=None)
    return with_(treaty, known_to=None, versions=(text,), adopted=1, initials={}, negotiators=treaty.provisions.signatories)
