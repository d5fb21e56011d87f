"""Arms that are built: counted before all, against numbers and against shares of what another has."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brink import orders
from engine.ai.mind import Mind
from engine.clauses import AnyClause, ArmsCeiling
from engine.commands import CommitOrders
from engine.conditions import holds
from engine.consequences import consequences
from engine.crisis import War
from engine.decide.orders import available_orders
from engine.events import Phase
from engine.force import correlate
from engine.happenings import Arms
from engine.names import Condition, Power, TreatyId
from engine.orders import Build, Default, Mobilise, Order, OrderKind, Readiness, Scrap
from engine.profile import Profile
from engine.refusal import Reason
from engine.setting import Force
from engine.state import State
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, conclude, do, refused, standing, to_phase, with_plot

PACT = TreatyId("pact")
PARTIES = (BORIA, CARNIA)
STEPS = {Arms.TONNAGE: 20, Arms.AIRCRAFT: 100}
FLEETS = {ALBA: {Arms.TONNAGE: 400}, BORIA: {Arms.TONNAGE: 120}}
SHIPS, AWAY = Build(Arms.TONNAGE), Scrap(Arms.TONNAGE)


def limit(ceiling: int, **terms: object) -> ArmsCeiling:
    """A limit of Boria's tonnage, of which it has 120 and builds 20 by an order; Alba has 400."""
    return ArmsCeiling(**{"arms": Arms.TONNAGE, "ceiling": ceiling, "limited": (BORIA,), **terms})  # type: ignore[arg-type]


def opened(*clauses: AnyClause, building: bool = True) -> Table:
    treaties = {PACT: standing(PACT, PARTIES, *clauses)} if clauses else {}
    scenario = with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={})
    powers = {p: with_(sheet, arms=FLEETS.get(p, {}), aircraft=50) for p, sheet in scenario.setting.powers.items()}
    setting = with_(scenario.setting, powers=powers, building=STEPS if building else {}, force=Force(aircraft=50))
    return Table.open(with_(scenario, setting=setting), 1)


def turn(table: Table, **given: tuple[Order, ...]) -> Table:
    now = table.state.turn
    to_phase(table, Phase.ORDERS)
    for power, orders_given in given.items():
        do(table, Power(power), CommitOrders(orders_given))
    return to_phase(table, Phase.TALKS, now + 1)


def record(state: State) -> list[tuple[int, Power, bool]]:
    return [(line.turn, line.debtor, line.kept) for line in state.record]


def test_an_order_builds_its_step_and_scraps_no_more_than_there_is() -> None:
    table = turn(opened(), boria=(SHIPS,), carnia=(Build(Arms.AIRCRAFT),))
    assert (table.state.armed(BORIA, Arms.TONNAGE), table.state.armed(CARNIA, Arms.AIRCRAFT)) == (140, 150)
    turn(turn(table, carnia=(Scrap(Arms.AIRCRAFT),)), carnia=(Scrap(Arms.AIRCRAFT),))
    assert table.state.armed(CARNIA, Arms.AIRCRAFT) == 0
    assert Scrap(Arms.AIRCRAFT) not in available_orders(to_phase(table, Phase.ORDERS).state, CARNIA)


@pytest.mark.parametrize(("ceiling", "broken"), [(139, True), (140, False)])
def test_to_build_beyond_a_number_breaks_it_in_its_turn(ceiling: int, broken: bool) -> None:
    table = to_phase(opened(limit(ceiling)), Phase.ORDERS)
    forecast = consequences(table.state, BORIA, SHIPS).breaches
    turn(table, boria=(SHIPS,))
    assert record(table.state) == [(0, BORIA, False)] * broken
    assert [o.treaty for o in forecast] == [PACT] * broken


def test_a_share_is_counted_by_what_the_other_has_once_all_have_built() -> None:
    """Exchange of notes between Germany and the United Kingdom, 18 June 1935: thirty-five per cent."""
    assert record(turn(opened(limit(35, share_of=ALBA)), boria=(SHIPS,)).state) == []
    table = turn(turn(opened(limit(35, share_of=ALBA)), boria=(SHIPS,)), boria=(SHIPS,))
    assert record(table.state) == [(1, BORIA, False)]
    both = turn(opened(limit(33, share_of=ALBA)), boria=(SHIPS,), alba=(Build(Arms.TONNAGE),))
    assert record(both.state) == [(0, BORIA, False)]
    assert record(turn(opened(limit(34, share_of=ALBA)), boria=(SHIPS,), alba=(SHIPS,)).state) == []


def test_who_scraps_comes_within_the_limit_again() -> None:
    table = turn(turn(opened(limit(130)), boria=(SHIPS,)), boria=(AWAY,))
    assert record(table.state) == [(0, BORIA, False), (1, BORIA, True)]


def test_what_stands_beyond_a_limit_when_it_begins_to_bind_may_be_scrapped_until_the_turn_after() -> None:
    table = opened()
    conclude(table, BORIA, "limit", PARTIES, limit(110))
    kept = turn(turn(table, boria=(AWAY,)))
    assert record(kept.state) == []
    late = opened()
    conclude(late, BORIA, "limit", PARTIES, limit(110))
    assert record(turn(turn(late)).state) == [(1, BORIA, False)]


def test_who_is_left_beyond_its_share_by_anothers_scrapping_has_a_turn_to_follow() -> None:
    table = turn(opened(limit(30, share_of=ALBA)), alba=(AWAY,))
    assert record(table.state) == []
    assert record(turn(table).state) == [(1, BORIA, False)]


def test_to_build_breaks_no_limit_of_another_class() -> None:
    divisions = ArmsCeiling(arms=Arms.DIVISIONS, ceiling=32, limited=(BORIA,))
    assert record(turn(opened(divisions, limit(200)), boria=(SHIPS,)).state) == []
    table = opened(limit(100, arms=Arms.TONNAGE), ArmsCeiling(arms=Arms.DIVISIONS, ceiling=200, limited=(BORIA,)))
    assert consequences(to_phase(table, Phase.ORDERS).state, BORIA, Mobilise(Readiness.PARTIAL)).breaches == ()


@pytest.mark.parametrize("building", [True, False])
def test_a_limit_of_what_is_built_is_ended_by_no_word_and_one_of_what_is_not_by_nothing_else(building: bool) -> None:
    state = to_phase(opened(limit(140), building=building), Phase.ORDERS).state
    renounced = Default(treaty=PACT, article=state.treaties[PACT].text.articles[0].id, to=CARNIA)
    given = available_orders(state, BORIA)
    assert (renounced in given, SHIPS in given) == (not building, building)


def test_building_costs_what_the_scenario_says_and_is_open_where_it_says_so() -> None:
    table = opened()
    setting = with_(table.state.setting, orders={OrderKind.MOBILISE: {}})
    assert SHIPS not in available_orders(with_(to_phase(table, Phase.ORDERS).state, setting=setting), BORIA)
    assert refused(table, BORIA, CommitOrders((SHIPS, AWAY))).reason is Reason.ORDERS_CONTRADICT


def test_aircraft_built_weigh_in_a_war() -> None:
    def air(state: State) -> int:
        war: War = correlate(state, (BORIA,), (CARNIA,))
        return war.attack[0].aircraft

    assert air(turn(opened(), boria=(Build(Arms.AIRCRAFT),)).state) == air(opened().state) + 100


def test_a_scripted_power_scraps_what_it_may_not_keep() -> None:
    table = opened()
    conclude(table, BORIA, "limit", PARTIES, limit(110))
    to_phase(table, Phase.ORDERS)
    assert AWAY in orders(Mind(view=table.view(BORIA), power=BORIA, profile=Profile(), memory={}, seed=1)).orders


def test_authors_ask_how_much_of_a_class_a_power_has_now() -> None:
    table = turn(opened(), boria=(SHIPS,))
    assert holds(table.state, Condition("boria.tonnage == 140 and alba.tonnage > 2 * boria.tonnage and carnia.aircraft == 50"))
