"""States that are supposed: a treaty as it would stand once adopted, or once in force."""

from __future__ import annotations

from attrs import evolve as with_

from engine.entry import entry
from engine.names import EVERYBODY, Power, TreatyId
from engine.state import State, changed
from engine.treaty import Stage, Treaty


def as_adopted(treaty: Treaty, version: int) -> Treaty:
    """The treaty if that version were adopted."""
    text = treaty.version(version) or treaty.text
    return with_(treaty, stage=Stage.ADOPTED, adopted=version, provisions=treaty.provisions_of(text))


def as_in_force(treaty: Treaty, bound: frozenset[Power]) -> Treaty:
    """The treaty if it were in force between these, and published unless it is secret."""
    return with_(treaty, stage=Stage.IN_FORCE, parties=bound, known_to=treaty.known_to if treaty.provisions.secret else EVERYBODY)


def once_in_force(state: State, ident: TreatyId) -> State:
    """The state in which a treaty that still waits for something has entered into force in this turn, between all that are to be bound."""
    treaty = state.treaties[ident]
    if treaty.stage is not Stage.ADOPTED:
        return state
    bound = frozenset(entry(state, treaty).bound) | frozenset(treaty.provisions.signatories)
    in_force = with_(as_in_force(treaty, bound), since=state.turn_id)
    return changed(state, treaties={**state.treaties, ident: in_force})
