"""What may be ordered, what it costs, and the fixed order in which it is carried out."""

from __future__ import annotations

from unittest import mock

import pytest
from attrs import evolve as with_

import scenarios
from engine.clauses import NonAggression
from engine.commands import CommitOrders
from engine.crisis import Way
from engine.decide.orders import available_orders, fits
from engine.deeds import deeds_of
from engine.duties import Refrain, Render
from engine.events import (
    AgentCaught,
    AidExposed,
    AidSent,
    IntelligenceGained,
    LeakTraced,
    Phase,
    ReadinessChanged,
    SanctionApplied,
    SanctionLifted,
    StakeTransferred,
    TrackMoved,
    TreatyShown,
)
from engine.force import correlate, strength
from engine.happenings import Deed, Means
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.orders import (
    ApplySanction,
    Blockade,
    Campaign,
    ClosePassage,
    Default,
    Deploy,
    EndPatrol,
    GatherIntelligence,
    HandOver,
    Leak,
    LiftBlockade,
    LiftSanction,
    Mobilise,
    OpenPassage,
    Order,
    OrderKind,
    Patrol,
    Perform,
    Readiness,
    Sanction,
    SendAid,
    Withdraw,
    order_kind,
)
from engine.performance import contravenes
from engine.plot import Scenario
from engine.postures import posture_of
from engine.reckoning import with_files
from engine.setting import Chances, Route, Stake
from engine.table import Table
from scenarios.reading.reader import read_text
from tests.engine.duties import owes
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FACILITATOR,
    FIRST,
    MARCHES,
    OBSERVER,
    POWERS,
    SECOND,
    TREASURY,
    UNDERSTANDING,
    both,
    cession,
    close,
    do,
    quiet,
    standing,
    to_phase,
    with_plot,
)


def ordering() -> Table:
    """A table at which everybody is asked for orders."""
    return to_phase(Table.open(quiet(), 1), Phase.ORDERS)


def test_a_scenario_opens_the_kinds_of_order_and_no_other_can_be_given() -> None:
    scenario = quiet()
    closed = with_(scenario, setting=with_(scenario.setting, orders={OrderKind.MOBILISE: {}}))
    state = to_phase(Table.open(closed, 1), Phase.ORDERS).state
    assert {order_kind(order) for order in available_orders(state, CARNIA)} == {OrderKind.MOBILISE}


def test_a_sanction_stands_before_all_until_it_is_lifted() -> None:
    table = ordering()
    do(table, ALBA, CommitOrders((ApplySanction(BORIA, Sanction.OIL),)))
    assert any(isinstance(e, SanctionApplied) for e in close(table))
    assert table.view(OBSERVER).sanctions == {(ALBA, BORIA): frozenset({Sanction.OIL})}
    to_phase(table, Phase.ORDERS, 1)
    orders = available_orders(table.state, ALBA)
    assert ApplySanction(BORIA, Sanction.OIL) not in orders
    table.apply((TrackMoved(track=f"{ALBA}.{TREASURY}", value=20, audience=frozenset({ALBA})),))
    do(table, ALBA, CommitOrders((LiftSanction(BORIA, Sanction.OIL),)))
    assert any(isinstance(e, SanctionLifted) for e in close(table))
    assert table.state.sanctions == {}


def test_orders_are_paid_for_when_they_are_carried_out_and_what_cannot_be_paid_is_not_open() -> None:
    table = ordering()
    do(table, ALBA, CommitOrders((ApplySanction(BORIA, Sanction.OIL),)))
    assert table.state.tracks[f"{ALBA}.{TREASURY}"] == 12
    close(table)
    assert table.state.tracks[f"{ALBA}.{TREASURY}"] == 4
    to_phase(table, Phase.ORDERS, 1)
    assert OrderKind.SANCTION not in {order_kind(order) for order in available_orders(table.state, ALBA)}


def test_readiness_changes_before_any_sanction_whoever_gave_the_orders() -> None:
    table = ordering()
    do(table, ALBA, CommitOrders((ApplySanction(CARNIA, Sanction.ARMS),)))
    do(table, POWERS[-1], CommitOrders((Mobilise(Readiness.PRECAUTIONARY),)))
    changes = [type(e) for e in close(table) if isinstance(e, ReadinessChanged | SanctionApplied)]
    assert changes == [ReadinessChanged, SanctionApplied]


# -- where forces stand

CANAL = StakeId("canal")


def coastal(**changes: object) -> Scenario:
    """The scenario with a canal, held by Doria, on the sea route from Etria to Boria; Alba and Carnia have ports too."""
    scenario = quiet()
    stakes = {**scenario.setting.stakes, CANAL: Stake(name=both("the canal"), holder=DORIA)}
    routes = (Route(between=(ETRIA, BORIA), through=(CANAL,)), Route(between=(ALBA, ETRIA)), Route(between=(CARNIA, ETRIA)))
    return with_(scenario, setting=with_(scenario.setting, stakes=stakes, routes=routes, **changes))  # type: ignore[arg-type]


def sealed(scenario: Scenario, **orders: tuple[Order, ...]) -> Table:
    """A table at which these orders have been carried out."""
    table = to_phase(Table.open(scenario, 1), Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders.get(power, ())))
    return table


@pytest.mark.parametrize(
    ("power", "order", "end"),
    [
        (CARNIA, Deploy(MARCHES), Withdraw(MARCHES)),
        (ALBA, Blockade(ETRIA), LiftBlockade(ETRIA)),
        (DORIA, ClosePassage(CANAL, ETRIA), OpenPassage(CANAL, ETRIA)),
        (ETRIA, Patrol(CANAL), EndPatrol(CANAL)),
    ],
)
def test_what_forces_do_lasts_before_all_until_it_is_ended(power: Power, order: Order, end: Order) -> None:
    table = sealed(coastal(), **{power: (order,)})
    (posture,) = table.view(OBSERVER).postures
    assert posture == posture_of(power, order) == posture_of(power, end)
    to_phase(table, Phase.ORDERS, 1)
    orders = available_orders(table.state, power)
    assert order not in orders and end in orders
    do(table, power, CommitOrders((end,)))
    close(table)
    assert table.state.postures == ()


def test_a_passage_is_shut_by_its_holder_alone_and_opens_when_it_changes_hands() -> None:
    table = sealed(coastal(), doria=(ClosePassage(CANAL, ETRIA),))
    assert not any(isinstance(o, ClosePassage) for o in available_orders(to_phase(table, Phase.ORDERS, 1).state, ALBA))
    table.apply((StakeTransferred(stake=CANAL, holder=ALBA),))
    assert table.state.postures == ()


@pytest.mark.parametrize(
    ("order", "way"), [((), Way.SEA), ((ClosePassage(CANAL, ETRIA),), Way.NONE)], ids=["the canal open", "the canal shut"]
)
def test_a_power_to_which_a_passage_is_shut_brings_nothing_through_it(order: tuple[Order, ...], way: Way) -> None:
    state = sealed(coastal(), doria=order).state
    assert correlate(state, (ETRIA,), (BORIA,)).attack[0].road.way is way


@pytest.mark.parametrize(("patrol", "way"), [((), Way.NONE), ((Patrol(CANAL),), Way.SEA)], ids=["unguarded", "patrolled"])
def test_a_stronger_fleet_blockades_unless_the_way_is_patrolled(patrol: tuple[Order, ...], way: Way) -> None:
    scenario = coastal()
    fleets = {ALBA: 9, ETRIA: 1}
    powers = {p: with_(sheet, fleet=fleets.get(p, 0)) for p, sheet in scenario.setting.powers.items()}
    scenario = with_(scenario, setting=with_(scenario.setting, powers=powers))
    state = sealed(scenario, alba=(Blockade(ETRIA),), etria=patrol).state
    assert correlate(state, (ETRIA,), (BORIA,)).attack[0].road.way is way


def test_forces_stay_away_from_a_stake_that_has_just_been_handed_over() -> None:
    owed = standing(TreatyId("pact"), (CARNIA, BORIA), cession((MARCHES, FIRST)))
    scenario = with_plot(events={}, drafts={}, treaties={owed.id: owed}, endings={})
    hand = HandOver(treaty=owed.id, article=ArticleId("pact_1"), stake=MARCHES)
    assert sealed(scenario, carnia=(hand, Deploy(MARCHES))).state.postures == ()


# -- aid


@pytest.mark.parametrize("means", Means)
def test_arms_and_volunteers_strengthen_the_power_that_receives_them(means: Means) -> None:
    state = sealed(quiet(), alba=(SendAid(to=CARNIA, means=means),)).state
    before = to_phase(Table.open(quiet(), 1), Phase.ORDERS).state
    assert strength(state, CARNIA) - strength(before, CARNIA) == (means is not Means.FUNDS)


def chancy(**chances: int) -> Scenario:
    scenario = quiet()
    return with_(scenario, setting=with_(scenario.setting, chances=Chances(**chances)))


AID = SendAid(to=CARNIA, means=Means.ARMS, covert=True)


def test_covert_aid_is_known_to_the_two_alone_and_moves_nothing_that_others_see() -> None:
    table = sealed(chancy(aid_exposed=0), alba=(AID,))
    for viewer in (ALBA, CARNIA, FACILITATOR):
        assert [a.by for a in table.view(viewer).aid] == [ALBA]
    for viewer in (BORIA, DORIA, OBSERVER):
        assert table.view(viewer).aid == ()
        assert not any(isinstance(e, AidSent | AidExposed) for _, e in table.news(viewer))


def test_aid_that_comes_to_light_is_known_to_all_and_counted_once() -> None:
    table = sealed(chancy(aid_exposed=100), alba=(AID,))
    for viewer in (*POWERS, OBSERVER, FACILITATOR):
        assert [a.by for a in table.view(viewer).aid] == [ALBA]
    assert table.state.tracks["alba.prestige"] == 47


@pytest.mark.parametrize(("exposed", "broken"), [(0, []), (100, ["alba"])])
def test_secret_aid_that_a_treaty_forbids_is_a_breach_once_it_comes_to_light(exposed: int, broken: list[str]) -> None:
    duty = Refrain(debtor=ALBA, creditor=BORIA, deeds=frozenset({Deed.AID}), toward=CARNIA)
    assert contravenes(duty, deeds_of(Table.open(quiet(), 1).state, ALBA, AID)[0])
    pact = standing(TreatyId("hands_off"), (ALBA, BORIA), NonAggression())
    scenario = with_plot(events={}, drafts={}, treaties={pact.id: pact}, endings={})
    scenario = with_(scenario, setting=with_(scenario.setting, chances=Chances(aid_exposed=exposed)))
    with mock.patch.object(NonAggression, "duties", lambda self, parties, world: (duty,)):
        assert [line.debtor for line in sealed(scenario, alba=(AID,)).state.record] == broken


# -- intelligence and leaks


def secretive(**chances: int) -> Scenario:
    scenario = with_plot(events={}, drafts={}, endings={})
    return with_(scenario, setting=with_(scenario.setting, chances=Chances(**chances)))


def test_intelligence_brings_home_orders_and_secret_texts_for_its_power_alone() -> None:
    table = sealed(secretive(intelligence=100, agent_caught=0), alba=(GatherIntelligence(BORIA),), boria=(Campaign(),))
    (report,) = (e for _, e in table.news(ALBA) if isinstance(e, IntelligenceGained))
    assert report.found and report.orders == (Campaign(),) and [t.id for t in report.texts] == [UNDERSTANDING]
    assert UNDERSTANDING in table.view(ALBA).files[ALBA] and UNDERSTANDING not in table.view(ALBA).treaties
    for viewer in (BORIA, CARNIA, OBSERVER):
        assert not any(isinstance(e, IntelligenceGained | AgentCaught) for _, e in table.news(viewer))
    assert UNDERSTANDING in with_files(table.view(ALBA), ALBA).treaties


def test_services_that_fail_bring_nothing_and_agents_that_are_caught_are_known_to_the_two() -> None:
    table = sealed(secretive(intelligence=0, agent_caught=100), alba=(GatherIntelligence(BORIA),))
    (report,) = (e for _, e in table.news(ALBA) if isinstance(e, IntelligenceGained))
    assert not report.found and not report.orders and not report.texts
    for viewer in (ALBA, BORIA):
        assert any(isinstance(e, AgentCaught) for _, e in table.news(viewer))
    assert not any(isinstance(e, AgentCaught) for _, e in table.news(CARNIA))
    assert table.state.tracks["boria.trust.alba"] == 40


@pytest.mark.parametrize("traced", [0, 100])
def test_a_leak_puts_a_secret_text_before_all_and_its_source_only_if_it_is_traced(traced: int) -> None:
    table = sealed(secretive(leak_traced=traced), doria=(Leak(UNDERSTANDING),))
    assert table.view(OBSERVER).treaties[UNDERSTANDING].known_to is None
    assert any(isinstance(e, LeakTraced) for _, e in table.news(OBSERVER)) is (traced == 100)


def test_a_secret_treaty_come_to_light_costs_its_makers_the_trust_of_those_who_did_not_know() -> None:
    table = sealed(secretive(leak_traced=0), doria=(Leak(UNDERSTANDING),))
    before = sealed(secretive(leak_traced=0)).state.tracks
    moved = {track: value - before[track] for track, value in table.state.tracks.items() if value != before[track]}
    makers = table.state.treaties[UNDERSTANDING].parties
    outsiders = sorted(frozenset(table.state.powers()) - makers)
    assert moved == {f"{one}.trust.{maker}": -5 for one in outsiders for maker in sorted(makers)}


def test_a_text_leaked_twice_is_shown_once() -> None:
    table = sealed(secretive(leak_traced=0), doria=(Leak(UNDERSTANDING),), boria=(Leak(UNDERSTANDING),))
    assert len([e for _, e in table.news(OBSERVER) if isinstance(e, TreatyShown) and e.how == "leaked"]) == 1


def test_only_those_who_have_a_hand_in_a_text_can_leak_it() -> None:
    state = to_phase(Table.open(secretive(), 1), Phase.ORDERS).state
    assert [Leak(UNDERSTANDING) in available_orders(state, power) for power in (BORIA, DORIA, ALBA)] == [True, True, False]


# -- what is owed by a date


def owing(deed: Deed, **particulars: object) -> Scenario:
    """Alba owes Carnia a performance by the second turn."""
    duty = Render(debtor=ALBA, creditor=CARNIA, deed=deed, by=SECOND, **particulars)  # type: ignore[arg-type]
    pact = standing(TreatyId("pact"), (ALBA, CARNIA), owes(duty))
    return with_plot(events={}, drafts={}, treaties={pact.id: pact}, endings={})


NOTIFY = Perform(treaty=TreatyId("pact"), article=ArticleId("pact_1"), to=CARNIA)


def test_what_is_owed_by_a_date_is_performed_by_order_once() -> None:
    table = sealed(owing(Deed.NOTIFY), alba=(NOTIFY,))
    assert [(line.debtor, line.creditor, line.kept) for line in table.state.record] == [(ALBA, CARNIA, True)]
    to_phase(table, Phase.TALKS, 3)
    assert len(table.state.record) == 1


def test_what_is_owed_by_a_date_and_not_done_is_a_default_when_the_date_has_come() -> None:
    table = sealed(owing(Deed.NOTIFY))
    assert table.state.record == ()
    to_phase(table, Phase.TALKS, 3)
    assert [(line.debtor, line.kept, line.turn) for line in table.state.record] == [(ALBA, False, 1)]


def test_one_may_default_openly_before_the_date_and_is_not_named_twice() -> None:
    table = sealed(owing(Deed.NOTIFY), alba=(Default(treaty=NOTIFY.treaty, article=NOTIFY.article, to=CARNIA),))
    assert [(line.debtor, line.kept) for line in table.state.record] == [(ALBA, False)]
    to_phase(table, Phase.TALKS, 3)
    assert len(table.state.record) == 1


def test_an_order_that_does_what_is_owed_performs_it() -> None:
    table = sealed(owing(Deed.SANCTION, toward=BORIA, matter="oil"), alba=(ApplySanction(BORIA, Sanction.OIL),))
    assert [(line.debtor, line.kept) for line in table.state.record] == [(ALBA, True)]
    assert not any(isinstance(order, Perform) for order in available_orders(table.state, ALBA))


def test_one_does_not_perform_and_refuse_the_same_thing() -> None:
    state = to_phase(Table.open(owing(Deed.NOTIFY), 1), Phase.ORDERS).state
    refusal = Default(treaty=NOTIFY.treaty, article=NOTIFY.article, to=CARNIA)
    assert fits(state, ALBA, (NOTIFY,)) and fits(state, ALBA, (refusal,)) and not fits(state, ALBA, (NOTIFY, refusal))


# -- at home, and over time


def test_a_campaign_at_home_raises_support() -> None:
    assert sealed(quiet(), alba=(Campaign(),)).state.tracks["alba.support"] == 64


def test_a_sanction_is_felt_each_turn_that_it_lasts() -> None:
    table = sealed(quiet(), alba=(ApplySanction(CARNIA, Sanction.OIL),))
    assert table.state.tracks["carnia.support"] == 70
    to_phase(table, Phase.TALKS, 2)
    assert table.state.tracks["carnia.support"] == 68


def test_a_covert_order_may_not_cost_what_others_can_see() -> None:
    text = scenarios.source("munich-1938").replace("  leak: {}", "  leak: {prestige: -1}")
    assert "A024" in {problem.code for problem in read_text(text).problems}
