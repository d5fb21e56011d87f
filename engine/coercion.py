"""Indirect aggression: a cession promised under the threat of force, and whether anybody has promised help against that."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from engine.casus import Case, answers
from engine.duties import Assist, Cede, Trigger
from engine.names import Power, StakeId, TreatyId
from engine.obligations import Obligation, known_to, obligations
from engine.state import State

SHORT_OF_ATTACK = (Trigger.THREAT, Trigger.INDIRECT_AGGRESSION)
"""The cases in which aid is owed before force is used (Anglo-Polish agreement of 25 August 1939, article 2)."""


@frozen(kw_only=True)
class Coerced:
    """A cession by agreement between two, to which the one consented under the other's threat."""

    treaty: TreatyId
    ceder: Power
    coercer: Power
    stakes: frozenset[StakeId]
    """Those that it has not yet handed over."""


def coerced_cessions(state: State) -> Iterator[Coerced]:
    """The cessions that have been promised in this turn under threat of force, before all, and are still to be performed."""
    for ident, treaty in sorted(state.treaties.items()):
        if not treaty.in_force or treaty.since != state.turn_id or treaty.known_to is not None or len(treaty.parties) != 2:
            continue
        for ceder in sorted(treaty.parties):
            (coercer,) = treaty.parties - {ceder}
            if coercer in treaty.coercers(ceder):
                duties = (o.duty for o in obligations(state) if o.treaty == ident)
                ceded = frozenset(d.stake for d in duties if isinstance(d, Cede) and (d.debtor, d.creditor) == (ceder, coercer))
                stakes = frozenset(stake for stake in ceded if state.holder(stake) == ceder)
                if stakes:
                    yield Coerced(treaty=ident, ceder=ceder, coercer=coercer, stakes=stakes)


def owed_against_threat(state: State, coercer: Power, victim: Power, stakes: frozenset[StakeId]) -> tuple[Obligation, ...]:
    """What others have publicly promised the victim against a threat, or against aggression however indirect, that answers this case.

    Secret promises open no crisis, for it would betray them.
    """
    case = Case(attacker=coercer, target=victim, over=stakes)
    return tuple(
        owed
        for owed in obligations(state)
        if isinstance(owed.duty, Assist)
        and owed.duty.trigger in SHORT_OF_ATTACK
        and not owed.duty.in_attack
        and known_to(state, owed) is None
        and answers(owed.duty, case, state)
    )
