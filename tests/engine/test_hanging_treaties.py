"""What hangs on another treaty: annexes that form an integral part of it, and texts that bind only while another does."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import MutualAssistance, NonAggression
from engine.clauses.base import Clause
from engine.names import Power, TreatyId
from engine.obligations import obligations
from engine.setting import Law
from engine.state import State, changed
from engine.table import Table
from engine.treaty import Stage, Treaty
from tests.engine.settings import ALBA, BORIA, CARNIA, FIRST, quiet, standing

PARENT, ANNEX, THIRD = TreatyId("parent"), TreatyId("annex"), TreatyId("third")
ALL = (ALBA, BORIA, CARNIA)


def state_of(*treaties: Treaty) -> State:
    state = Table.open(quiet(charter=False), 1).state
    return changed(state, treaties={treaty.id: treaty for treaty in treaties})


def bound(state: State, ident: TreatyId) -> set[tuple[Power, Power]]:
    return {(owed.debtor, owed.creditor) for owed in obligations(state) if owed.treaty == ident}


def pairs(*left_out: frozenset[Power]) -> set[tuple[Power, Power]]:
    return {(one, other) for one in ALL for other in ALL if one != other and {one, other} not in left_out}


TWO = frozenset({ALBA, BORIA})


@pytest.mark.parametrize(
    ("provisions", "left"),
    [
        ({"annexed_to": PARENT}, pairs(TWO)),
        ({"annexed_to": PARENT, "severable": True}, pairs()),
        ({"only_while": PARENT}, pairs()),
        ({}, pairs()),
    ],
)
@pytest.mark.parametrize("article", [NonAggression(), MutualAssistance()])
def test_the_suspension_of_a_treaty_suspends_between_the_two_what_forms_an_integral_part_of_it(
    provisions: dict[str, object], left: set[tuple[Power, Power]], article: Clause
) -> None:
    parent = with_(standing(PARENT, ALL, NonAggression()), suspended=frozenset({(ALBA, BORIA)}))
    state = state_of(parent, standing(ANNEX, ALL, article, **provisions))  # type: ignore[arg-type]
    assert bound(state, PARENT) == pairs(TWO)
    assert bound(state, ANNEX) == left


def test_an_annex_to_an_annex_is_suspended_with_the_treaty() -> None:
    parent = with_(standing(PARENT, ALL, NonAggression()), suspended=frozenset({(BORIA, ALBA)}))
    annex, third = standing(ANNEX, ALL, NonAggression(), annexed_to=PARENT), standing(THIRD, ALL, NonAggression(), annexed_to=ANNEX)
    assert bound(state_of(parent, annex, third), THIRD) == pairs(TWO)


def test_a_suspension_does_not_reach_an_annex_whose_readers_do_not_know_the_treaty() -> None:
    parent = with_(standing(PARENT, ALL, NonAggression(), known_to=frozenset(ALL)), suspended=frozenset({(ALBA, BORIA)}))
    assert bound(state_of(parent, standing(ANNEX, ALL, NonAggression(), annexed_to=PARENT)), ANNEX) == pairs()


@pytest.mark.parametrize(
    ("stage", "registered", "binds"),
    [(Stage.IN_FORCE, True, True), (Stage.ENDED, True, False), (Stage.IN_FORCE, False, False)],
)
def test_what_binds_only_while_another_binds_goes_with_what_that_one_hangs_on(stage: Stage, registered: bool, binds: bool) -> None:
    first = with_(standing(PARENT, ALL, NonAggression()), stage=stage, registered=registered, since=FIRST)
    second = with_(standing(ANNEX, ALL, NonAggression(), only_while=PARENT), registered=True)
    third = with_(standing(THIRD, ALL, NonAggression(), only_while=ANNEX), registered=True)
    state = state_of(first, second, third)
    state = changed(state, setting=with_(state.setting, law=Law(registration=True, unregistered_binds=False)))
    assert bool(bound(state, ANNEX)) is binds and bool(bound(state, THIRD)) is binds


def test_two_that_hang_on_one_another_stand_and_fall_together() -> None:
    one, other = standing(PARENT, ALL, NonAggression(), only_while=ANNEX), standing(ANNEX, ALL, NonAggression(), only_while=PARENT)
    assert bound(state_of(one, other), PARENT) == pairs()
    ended = with_(other, stage=Stage.ENDED)
    assert not bound(state_of(one, ended), PARENT)
