"""Aid by economic means: what gives it in a war, and by when it is found wanting."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brain import decide
from engine.clauses import AnyClause, OffensiveCooperation, OneSidedAssistance
from engine.commands import CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Stance
from engine.duties import Automaticity, Extent
from engine.fulfilment import obligations_of
from engine.happenings import Means, Sanction
from engine.names import Audience, Power, TreatyId
from engine.obligations import ObligationState
from engine.orders import ApplySanction, Order, OrderKind, SendAid
from engine.phase import Phase
from engine.profile import Profile
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, FIRST, POWERS, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers, crisis

FUNDS = SendAid(to=CARNIA, means=Means.FUNDS)
COVERT = SendAid(to=CARNIA, means=Means.FUNDS, covert=True)
ECONOMIC = OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC)


def at_war(clause: AnyClause = ECONOMIC, *, known_to: Audience = None, alba: Stance = Stance.NEUTRAL, orders: object = None) -> Table:
    """Boria has attacked Carnia in the first turn, and its war goes on; now orders are given in the second."""
    aid = standing(TreatyId("aid"), (ALBA, CARNIA), clause, known_to=known_to)
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={aid.id: aid}, endings={})
    if orders is not None:
        scenario = with_(scenario, setting=with_(scenario.setting, orders=orders))
    table = crisis(scenario)
    answers(table, alba=alba)
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, Phase.ORDERS, 1)


def close_turn(table: Table, *orders: Order) -> None:
    """Alba orders this, nobody else anything, and the next date opens."""
    for power in POWERS:
        do(table, power, CommitOrders(orders=orders if power == ALBA else ()))
    to_phase(table, Phase.TALKS, 2)


def entered(table: Table, viewer: Power = CARNIA) -> list[bool]:
    return [line.kept for line in table.view(viewer).record if line.treaty == "aid"]


@pytest.mark.parametrize(
    ("orders", "kept"),
    [
        ((), False),
        ((FUNDS,), True),
        ((SendAid(to=CARNIA, means=Means.ARMS),), True),
        ((SendAid(to=DORIA, means=Means.FUNDS),), False),
        ((SendAid(to=CARNIA, means=Means.VOLUNTEERS),), False),
        ((ApplySanction(BORIA, Sanction.OIL),), True),
        ((ApplySanction(BORIA, Sanction.DIPLOMATIC),), False),
        ((ApplySanction(DORIA, Sanction.OIL),), False),
        # What only the two have seen keeps no promise before the others.
        ((COVERT,), False),
    ],
)
def test_economic_aid_is_given_by_the_close_of_the_turn_after_the_war_broke_out_or_broken(orders: tuple[Order, ...], kept: bool) -> None:
    table = at_war()
    (owed,) = obligations_of(table.state, ALBA)
    assert (owed.state, owed.due) == (ObligationState.DUE, 1) and entered(table) == []
    close_turn(table, *orders)
    assert entered(table) == [kept]
    (owed,) = obligations_of(table.state, ALBA)
    assert owed.state is (ObligationState.PERFORMED if kept else ObligationState.BREACHED)


def test_covert_aid_keeps_a_promise_that_nobody_else_knows_of() -> None:
    two = frozenset({ALBA, CARNIA})
    table = at_war(known_to=two)
    close_turn(table, COVERT)
    assert entered(table) == [True] and entered(table, DORIA) == []


def test_who_fights_beside_the_power_to_which_it_owes_economic_aid_has_given_it() -> None:
    table = at_war(alba=Stance.WITH_TARGET)
    close_turn(table)
    assert entered(table) == [True]


def test_aid_that_comes_late_makes_good() -> None:
    table = at_war()
    close_turn(table)
    to_phase(table, Phase.ORDERS, 2)
    for power in POWERS:
        do(table, power, CommitOrders(orders=(FUNDS,) if power == ALBA else ()))
    to_phase(table, Phase.TALKS, 3)
    assert entered(table) == [False, True]


@pytest.mark.parametrize(
    "clause",
    [
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, automaticity=Automaticity.AS_EACH_JUDGES),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, automaticity=Automaticity.UPON_RECOMMENDATION),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, against=(DORIA,)),
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC, only_if_assisted_by=DORIA),
        # Diplomatic support has no deed by which one could find it wanting.
        OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.DIPLOMATIC),
    ],
    ids=["as each judges", "not recommended", "against another", "only if another helps", "diplomatic"],
)
def test_aid_that_waits_for_a_word_or_deed_or_has_no_deed_of_its_own_is_not_found_wanting(clause: AnyClause) -> None:
    table = at_war(clause)
    close_turn(table)
    assert entered(table) == []


def test_the_attackers_ally_owes_it_what_it_has_promised_it_for_a_war_that_it_opens() -> None:
    aid = standing(TreatyId("aid"), (ALBA, BORIA), OffensiveCooperation(extent=Extent.ECONOMIC))
    table = crisis(with_plot(charter=False, events={}, drafts={}, treaties={aid.id: aid}, endings={}))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    to_phase(table, Phase.ORDERS, 1)
    close_turn(table, SendAid(to=BORIA, means=Means.ARMS))
    assert entered(table) == [True]


def test_where_the_scenario_gives_no_order_for_it_nothing_is_found_wanting() -> None:
    table = at_war(orders={kind: {} for kind in (OrderKind.MOBILISE, OrderKind.ATTACK)})
    close_turn(table)
    assert entered(table) == []


@pytest.mark.parametrize(("order", "keeps"), [(FUNDS, True), (COVERT, False), (ApplySanction(BORIA, Sanction.FINANCE), True)])
def test_the_forecast_of_an_order_says_that_it_gives_the_aid_owed(order: Order, keeps: bool) -> None:
    table = at_war()
    kept = consequences(table.view(ALBA), ALBA, CommitOrders(orders=(order,))).kept
    assert [owed.treaty for owed in kept] == (["aid"] if keeps else [])


def test_a_scripted_power_gives_the_economic_aid_that_it_owes() -> None:
    table = at_war()
    decision = decide(table.view(ALBA), ALBA, Profile(), {}, 1, last=True)
    (committed,) = (act for act in decision.acts if isinstance(act, CommitOrders))
    do(table, ALBA, committed)
    to_phase(table, Phase.TALKS, 2)
    assert entered(table) == [True]


def test_economic_aid_is_found_wanting_once_in_a_war_and_no_more_once_it_is_owed_no_longer() -> None:
    table = at_war()
    close_turn(table)
    to_phase(table, Phase.TALKS, 3)
    assert entered(table) == [False]
    table = at_war(with_(ECONOMIC, until=FIRST))
    close_turn(table)
    assert entered(table) == []
