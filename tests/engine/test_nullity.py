"""Consent obtained by deceit: a promise that its maker had in secret already bound itself to break (VCLT 49)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.clauses import AnyClause, MutualAssistance, NonAggression
from engine.commands import CommitOrders, Confirm, InvokeNullity, Ratify, Sign
from engine.consequences import consequences
from engine.events import Phase
from engine.names import Power, TreatyId
from engine.nullity import deceits, deceivers
from engine.options import options
from engine.orders import GatherIntelligence, Leak, Order
from engine.plot import Scenario
from engine.profile import Profile
from engine.setting import Chances
from engine.table import Table
from engine.treaty import End, Stage, Vice
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, OBSERVER, WORDS, adopt, conclude, do, quiet, to_phase

SECRET, ALLIANCE = TreatyId("boria.secret"), TreatyId("boria.alliance")
PEACE = NonAggression(even_if_aggressor=True)
CLAIM = InvokeNullity(treaty=ALLIANCE, ground=Vice.FRAUD)


def scenario() -> Scenario:
    """The quiet scenario, in which spies find what there is."""
    found = quiet()
    return with_(found, setting=with_(found.setting, chances=Chances(intelligence=100, agent_caught=0, leak_traced=0)))


def next_turn(table: Table, **orders: Order) -> None:
    turn = table.state.turn
    to_phase(table, Phase.ORDERS, turn)
    for power, order in orders.items():
        do(table, Power(power), CommitOrders((order,)))
    to_phase(table, Phase.TALKS, turn + 1)


def allied(
    *more: AnyClause,
    promise: AnyClause = PEACE,
    secret: bool = True,
    before: bool = True,
    learned: Order | None = None,
    by: Power = DORIA,
    **alliance: Any,
) -> Table:
    """Boria has promised Doria something, and Carnia aid against Doria."""
    table = Table.open(scenario(), 1)
    made = [
        lambda: conclude(table, BORIA, "secret", (BORIA, DORIA), promise, secret=secret),
        lambda: conclude(table, BORIA, "alliance", (BORIA, CARNIA), MutualAssistance(against=(DORIA,)), *more, **alliance),
    ]
    for conclusion in made if before else reversed(made):
        conclusion()
        next_turn(table)
    if learned is not None:
        next_turn(table, **{by: learned})
    return table


@pytest.mark.parametrize(
    ("case", "deceived"),
    [
        ({"learned": Leak(SECRET)}, True),
        ({"learned": GatherIntelligence(BORIA), "by": CARNIA}, True),
        ({"learned": GatherIntelligence(BORIA), "by": ALBA}, False),
        ({}, False),
        ({"learned": Leak(SECRET), "before": False}, False),
        ({"learned": Leak(SECRET), "promise": WORDS}, False),
        ({"learned": Leak(SECRET), "prior_obligations": True}, True),
        ({"secret": False}, False),
    ],
)
def test_who_learns_that_a_promise_was_made_against_an_earlier_secret_one_may_hold_its_consent_void(
    case: dict[str, Any], deceived: bool
) -> None:
    """VCLT 49."""
    table = allied(**case)
    for state in (table.state, table.view(CARNIA)):
        offered = [option.only("treaty") for option in options(state, CARNIA) if option.verb is InvokeNullity]
        assert offered == ([ALLIANCE] if deceived else [])
        assert tuple(deceivers(state, state.treaties[ALLIANCE], CARNIA)) == ((BORIA,) if deceived else ())
    assert not any(option.verb is InvokeNullity for power in (ALBA, BORIA, DORIA) for option in options(table.state, power))


@pytest.mark.parametrize("completes", [Ratify, Confirm], ids=["ratification", "confirmation"])
@pytest.mark.parametrize(("when", "deceived"), [("before signature", True), ("before consent", True), ("after consent", False)])
def test_what_was_hidden_until_consent_was_completed_deceives_and_what_is_done_afterwards_does_not(
    completes: type[Ratify | Confirm], when: str, deceived: bool
) -> None:
    """VCLT 11 to 14, 49: consent to be bound is given by ratification, or by confirmation from the capital, where these are needed."""
    table = Table.open(scenario(), 1)
    ratified = completes is Ratify
    for step in ("before signature", "signature", "before consent", "consent", "after consent"):
        if step == when:
            conclude(table, BORIA, "secret", (BORIA, DORIA), PEACE, secret=True)
        if step == "signature":
            adopt(table, BORIA, "alliance", (BORIA, CARNIA), MutualAssistance(against=(DORIA,)), ratification=ratified)
            do(table, CARNIA, Sign(treaty=ALLIANCE, ad_referendum=not ratified))
            do(table, BORIA, Sign(treaty=ALLIANCE))
        if step == "consent":
            for power in (BORIA, CARNIA) if ratified else (CARNIA,):
                do(table, power, completes(treaty=ALLIANCE))
        if step in ("before signature", "before consent"):
            next_turn(table)
    next_turn(table, doria=Leak(SECRET))
    assert bool(deceits(table.state, table.state.treaties[ALLIANCE], CARNIA)) is deceived


@pytest.mark.parametrize(
    ("by", "learned"), [(DORIA, Leak(SECRET)), (CARNIA, GatherIntelligence(BORIA))], ids=["by a leak", "by its services"]
)
@pytest.mark.parametrize("informed", [True, False], ids=["before consent", "after it"])
def test_who_has_learned_of_the_secret_promise_before_it_ratifies_is_not_deceived(by: Power, learned: Order, informed: bool) -> None:
    """VCLT 49 speaks of a consent induced by deceit."""
    table = Table.open(scenario(), 1)
    conclude(table, BORIA, "secret", (BORIA, DORIA), PEACE, secret=True)
    next_turn(table)
    adopt(table, BORIA, "alliance", (BORIA, CARNIA), MutualAssistance(against=(DORIA,)), ratification=True)
    do(table, CARNIA, Sign(treaty=ALLIANCE))
    do(table, BORIA, Sign(treaty=ALLIANCE))
    next_turn(table, **({by: learned} if informed else {}))
    for power in (BORIA, CARNIA):
        do(table, power, Ratify(treaty=ALLIANCE))
    next_turn(table, **({} if informed else {by: learned}))
    for state in (table.state, table.view(CARNIA)):
        assert bool(deceits(state, state.treaties[ALLIANCE], CARNIA)) is not informed


def test_the_deceived_is_rid_of_the_treaty_and_the_forecast_says_so() -> None:
    """VCLT 69."""
    table = allied(learned=Leak(SECRET))
    assert {owed.treaty for owed in consequences(table.state, CARNIA, CLAIM).ending} == {ALLIANCE}
    do(table, CARNIA, CLAIM)
    treaty = table.state.treaties[ALLIANCE]
    assert (treaty.stage, treaty.end) == (Stage.ENDED, End.VOID)


def test_what_overrides_the_secret_promise_between_all_who_made_it_deceives_nobody() -> None:
    """VCLT 30(3)."""
    table = Table.open(scenario(), 1)
    conclude(table, BORIA, "secret", (BORIA, DORIA), PEACE, secret=True)
    next_turn(table)
    conclude(table, BORIA, "alliance", (BORIA, CARNIA, DORIA), MutualAssistance(between=(BORIA, CARNIA), against=(DORIA,)))
    next_turn(table, doria=Leak(SECRET))
    assert deceits(table.state, table.state.treaties[ALLIANCE], CARNIA) == ()


def test_a_claim_of_deceit_under_a_secret_treaty_is_known_to_its_readers_alone() -> None:
    table = allied(learned=GatherIntelligence(BORIA), by=CARNIA, secret=True)
    told = {viewer: len(table.news(viewer)) for viewer in (ALBA, OBSERVER)}
    table_of_secret = table.state.treaties[ALLIANCE].known_to
    do(table, CARNIA, CLAIM)
    assert table_of_secret is None and all(len(table.news(viewer)) > told[viewer] for viewer in told), "the alliance was public"


@pytest.mark.parametrize(("more", "leaves"), [((), True), ((NonAggression(between=(BORIA, CARNIA)),), False)])
def test_a_scripted_power_leaves_who_deceived_it_if_the_rest_gives_no_more_than_it_costs(more: tuple[AnyClause, ...], leaves: bool) -> None:
    table = allied(*more, learned=Leak(SECRET))
    acts = decide(table.view(CARNIA), CARNIA, Profile(), {}, 1).acts
    assert (CLAIM in acts) is leaves
