"""What binds whom is not reckoned anew for a treaty that nothing has touched, and is what it would be if it were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve as with_

from engine.clauses import Guarantee, MutualAssistance, NonAggression
from engine.names import StakeId, TreatyId
from engine.obligations import Obligation, obligations
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Stage, Treaty
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, HARBOUR, MARCHES, SECOND, quiet, standing

WHOLE, PART, PACT, HUNG = (TreatyId(t) for t in ("whole", "part", "pact", "hung"))
THREE = (ALBA, BORIA, CARNIA)


def europe() -> State:
    """A treaty with an annex, a guarantee that waits for a settlement, one that begins later, and one that hangs on another."""
    state = Table.open(quiet(charter=False), 1).state
    awaited = Guarantee(guarantors=(ALBA,), protected=CARNIA, once_settled=(MARCHES,))
    treaties = (
        standing(WHOLE, THREE, NonAggression()),
        standing(PART, THREE, MutualAssistance(), annexed_to=WHOLE),
        standing(PACT, (ALBA, DORIA), awaited, MutualAssistance(over=(HARBOUR,)), NonAggression(from_turn=SECOND)),
        standing(HUNG, (ALBA, BORIA), NonAggression(only_while=PACT), MutualAssistance()),
    )
    return changed(state, treaties={treaty.id: treaty for treaty in treaties})


def altered(state: State, ident: TreatyId, change: Callable[[Treaty], Treaty]) -> State:
    return changed(state, treaties={**state.treaties, ident: change(state.treaties[ident])})


def suspended(treaty: Treaty) -> Treaty:
    return with_(treaty, suspended=frozenset({(ALBA, BORIA)}))


def ended(treaty: Treaty) -> Treaty:
    return with_(treaty, stage=Stage.ENDED)


def settled(state: State, stake: StakeId) -> State:
    return changed(state, settled=frozenset({*state.settled, stake}))


def under(state: State, ident: TreatyId) -> list[Obligation]:
    return [owed for owed in obligations(state) if owed.treaty == ident]


CHANGES: dict[str, Callable[[State], State]] = {
    "a treaty suspended, and what is an integral part of it": lambda s: altered(s, WHOLE, suspended),
    "an annex suspended alone": lambda s: altered(s, PART, suspended),
    "a treaty ended": lambda s: altered(s, WHOLE, ended),
    "what an article hangs on ended": lambda s: altered(s, PACT, ended),
    "what a guarantee waits for settled": lambda s: settled(s, MARCHES),
    "a later turn": lambda s: changed(s, turn=s.turn + 1),
    "a stake in other hands": lambda s: changed(s, holders={**s.holders, HARBOUR: DORIA}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_is_what_would_be_reckoned_from_nothing(change: Callable[[State], State]) -> None:
    before = europe()
    assert obligations(before)
    after = change(before)
    assert obligations(after) == obligations(with_(after))
    # And back again: what was kept of the change says nothing about the state before it.
    assert obligations(before) == obligations(with_(before))


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        ("a treaty suspended, and what is an integral part of it", {WHOLE, PART}),
        ("an annex suspended alone", {PART}),
        ("what an article hangs on ended", {PACT, HUNG}),
    ],
)
def test_an_act_upon_one_treaty_leaves_alone_what_the_others_oblige_to(change: str, touched: set[TreatyId]) -> None:
    before = europe()
    kept = {ident: under(before, ident) for ident in before.treaties}
    after = CHANGES[change](before)
    for ident in before.treaties:
        same = [one is other for one, other in zip(kept[ident], under(after, ident), strict=False)]
        assert not any(same) if ident in touched else all(same) and same
