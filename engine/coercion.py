"""Indirect aggression: independence or neutrality given up by treaty under threat of force, and whether anybody has promised help against it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.abandonment import WHOLE_COUNTRY, given_up
from engine.called import Case, answers
from engine.duties import Assist, Trigger
from engine.names import EVERYBODY, Power, StakeId, TreatyId
from engine.obligations import Obligation, known_to, obligations
from engine.state import State
from engine.treaty import Treaty


@frozen(kw_only=True)
class Coerced:
    """What one power has given up to another that threatened it with force, by treaties that bind it since this turn."""

    victim: Power
    coercer: Power
    treaties: tuple[TreatyId, ...]
    stakes: frozenset[StakeId]
    """Where it is no longer its own master; empty is the whole country. What it has ceded and handed over already is not among them."""


def coerced(state: State) -> Iterator[Coerced]:
    """What has been given up in this turn under threat of force, before all, to the benefit of whoever threatened.

    The threat is what the Anglo-French drafts of July 1939 asked for and the Soviet ones did not: consent that nobody has extorted
    cannot be told from free consent.
    """
    for victim in state.powers():
        extorted = [(t, t.coercers(victim)) for _, t in sorted(state.treaties.items()) if _binds_since_now(state, t, victim)]
        for coercer in state.powers():
            found: dict[TreatyId, list[frozenset[StakeId]]] = {}
            for treaty in (t for t, coercers in extorted if coercer in coercers):
                duties = (o.duty for o in obligations(state) if o.treaty == treaty.id)
                meant = (given_up(d, state) for d in duties if (d.debtor, d.creditor) == (victim, coercer))
                if places := [stakes for stakes in meant if stakes is not None]:
                    found[treaty.id] = places
            if found:
                stakes = frozenset().union(*(place for places in found.values() for place in places))
                whole = any(place == WHOLE_COUNTRY for places in found.values() for place in places)
                yield Coerced(victim=victim, coercer=coercer, treaties=tuple(found), stakes=WHOLE_COUNTRY if whole else stakes)


def _binds_since_now(state: State, treaty: Treaty, power: Power) -> bool:
    """Whether a public treaty binds a power since this turn, as a party or as a third state that has assented."""
    bound = treaty.in_force and treaty.known_to is EVERYBODY and power in treaty.parties | treaty.assents
    return bound and state.bound_since(treaty, power) == state.turn


def owed_against_indirect_aggression(state: State, one: Coerced) -> tuple[Obligation, ...]:
    """What others have publicly promised the victim against aggression however indirect, that answers this case.

    Help against a threat (Anglo-Polish agreement of 25 August 1939, article 2) is owed to a power that resists it; it opens nothing where
    the power has consented. Secret promises open no crisis, for it would betray them.
    """
    case = Case(attacker=one.coercer, target=one.victim, over=one.stakes)
    return tuple(
        owed
        for owed in obligations(state)
        if isinstance(owed.duty, Assist)
        and owed.duty.trigger is Trigger.INDIRECT_AGGRESSION
        and not owed.duty.in_attack
        and known_to(state, owed) is EVERYBODY
        and answers(owed.duty, case, state)
    )


def indirect_aggressions(state: State) -> Iterator[tuple[Coerced, tuple[Obligation, ...]]]:
    """The cases of this turn in which help was promised, with the promises."""
    for one in coerced(state):
        if owed := owed_against_indirect_aggression(state, one):
            yield one, owed
