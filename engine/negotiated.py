"""A concluded text as those read it who were not there, and its earlier versions as those keep them who were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve as with_

from engine.names import EVERYBODY, Onlooker, Power, TreatyId, Viewer
from engine.state import State
from engine.treaty import Negotiation, Treaty


def as_concluded(treaty: Treaty) -> Treaty:
    """The treaty as it is shown to those who did not negotiate it: the adopted text alone, as version 1 and nobody's own.

    Neither its number nor its author then tells how many drafts there were. A text not adopted yet goes with all its versions:
    whoever sees it will see the next ones, which are numbered after them.
    """
    if treaty.adopted is None:
        return treaty
    return with_(treaty, versions=(with_(treaty.text, number=1, by=None, base=None, provisions=None),), adopted=1, initials={})


def disclosed(treaty: Treaty, readers: Iterable[Power], turn: int) -> Treaty:
    """The treaty as it is shown to those who did not negotiate it, with the turn in which it is."""
    return with_(as_concluded(treaty), disclosed={**dict.fromkeys(readers, turn), **treaty.disclosed})


def published(treaty: Treaty) -> Treaty:
    """The treaty as everybody knows it once it is public; who else had been at the table is not said."""
    return with_(as_concluded(treaty), known_to=EVERYBODY, negotiators=treaty.provisions.signatories)


def led_to(former: Treaty | None, shown: Treaty) -> Negotiation | None:
    """What is kept of a negotiation when its outcome is shown without the drafts; None if nothing is lost."""
    if former is None or former.known_to is None or len(former.versions) <= len(shown.versions):
        return None
    return Negotiation(versions=former.versions, adopted=former.adopted, initials=former.initials, known_to=former.known_to)


def as_negotiated(state: State, treaty: Treaty, reader: Viewer) -> Treaty:
    """The treaty with every version of it that the reader has known, under the numbers that they had."""
    kept = state.negotiations.get(treaty.id)
    if kept is None or (reader is not Onlooker.FACILITATOR and reader not in kept.known_to):
        return treaty
    return with_(treaty, versions=kept.versions, adopted=kept.adopted, initials=kept.initials)


def treaties_read(state: State, reader: Viewer) -> Mapping[TreatyId, Treaty]:
    """The treaties of a view, each with every version that its viewer has known."""
    if not state.negotiations:
        return state.treaties
    return {ident: as_negotiated(state, treaty, reader) for ident, treaty in state.treaties.items()}
