"""The sea: ships pass through nobody's territory, and blockades and patrols need a way, and a fleet where fleets are counted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve as with_
from hypothesis import event, given
from hypothesis import strategies as st

from engine.clauses import NavalPatrol, NonAggression
from engine.commands import CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Band, Road, Way
from engine.decide.orders import available_orders
from engine.events import Phase
from engine.force import correlate
from engine.names import Power, StakeId, TreatyId
from engine.orders import Attack, Blockade, ClosePassage, EndPatrol, LiftBlockade, Order, Patrol
from engine.plot import Scenario
from engine.refusal import Reason
from engine.setting import Route, Span, Stake
from engine.state import State
from engine.table import Table
from tests.engine.profiles import effort
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HILLS,
    MARCHES,
    POWERS,
    both,
    do,
    refused,
    standing,
    to_phase,
    with_plot,
)
from tests.engine.test_crises import answers

STRAITS, SOUND = StakeId("straits"), StakeId("sound")
NO_FLEETS: Mapping[str, int] = {}


def seas(
    *routes: Route,
    scenario: Scenario | None = None,
    borders: frozenset[tuple[Power, Power]] | None = None,
    fleets: Mapping[str, int] = NO_FLEETS,
) -> Scenario:
    """A scenario with these routes and fleets; Doria holds the straits and Carnia the sound."""
    found = scenario if scenario is not None else with_plot(charter=False, events={}, drafts={}, treaties={}, endings={})
    setting = found.setting
    stakes = {
        **setting.stakes,
        STRAITS: Stake(name=both("the straits"), holder=DORIA),
        SOUND: Stake(name=both("the sound"), holder=CARNIA),
    }
    powers = {p: with_(sheet, fleet=fleets.get(p, 0)) for p, sheet in setting.powers.items()}
    there = setting.borders if borders is None else borders
    return with_(found, setting=with_(setting, stakes=stakes, powers=powers, routes=routes, borders=there))


def ordering(scenario: Scenario) -> Table:
    return to_phase(Table.open(scenario, 1), Phase.ORDERS)


def way(one: Power, other: Power, *through: StakeId, by: Span = Span.SEA, commanded_by: Power | None = None) -> Route:
    return Route(between=(one, other), by=by, through=through, commanded_by=commanded_by)


def attacks(state: State, power: Power) -> set[Attack]:
    return {order for order in available_orders(state, power) if isinstance(order, Attack)}


# -- by what way force comes

NONE = frozenset[tuple[Power, Power]]()
ROADS = {
    "past the coast of a neutral": ((way(ALBA, ETRIA), way(ETRIA, DORIA)), NONE, None, Road(way=Way.SEA, along=(DORIA,))),
    "past two coasts": ((way(ALBA, ETRIA), way(ETRIA, CARNIA), way(CARNIA, DORIA)), NONE, None, Road(way=Way.SEA, along=(DORIA,))),
    "by way of a neutral's roads": ((way(ALBA, ETRIA), way(ETRIA, DORIA, by=Span.LAND)), NONE, None, Road(way=Way.NONE)),
    "landing at a neutral's": (
        (way(ALBA, CARNIA),),
        frozenset({(CARNIA, DORIA)}),
        CARNIA,
        Road(way=Way.VIOLATION, along=(CARNIA, DORIA)),
    ),
    "embarking at a neutral's": (
        (way(BORIA, DORIA),),
        frozenset({(ALBA, BORIA)}),
        BORIA,
        Road(way=Way.VIOLATION, along=(BORIA, DORIA)),
    ),
    "landing unasked": ((way(ALBA, CARNIA),), frozenset({(CARNIA, DORIA)}), None, Road(way=Way.NONE)),
}


@pytest.mark.parametrize(("routes", "borders", "violated", "road"), ROADS.values(), ids=ROADS)
def test_ships_pass_through_nobody_and_who_lands_or_embarks_passes_through_whose_soil_it_is(
    routes: tuple[Route, ...], borders: frozenset[tuple[Power, Power]], violated: Power | None, road: Road
) -> None:
    state = Table.open(seas(*routes, borders=borders), 1).state
    war = correlate(state, (ALBA,), (DORIA,), violated={ALBA: violated} if violated is not None else {})
    assert war.attack[0].road == road


def test_an_attack_by_sea_past_a_coast_is_open_and_none_through_the_power_whose_coast_it_is() -> None:
    state = ordering(seas(way(ALBA, ETRIA), way(ETRIA, DORIA), borders=NONE)).state
    assert attacks(state, ALBA) == {Attack(ETRIA), Attack(DORIA)}


@st.composite
def maps(draw: st.DrawFn) -> Scenario:
    """A few frontiers and routes, over land and sea."""
    pairs = st.sampled_from([(a, b) for a in POWERS for b in POWERS if a < b])
    borders = draw(st.lists(pairs, max_size=4, unique=True))
    routes = [way(*pair, by=draw(st.sampled_from(Span))) for pair in draw(st.lists(pairs, max_size=4, unique=True))]
    return seas(*routes, borders=frozenset(borders))


@effort(60)
@given(maps())
def test_a_march_through_a_neutral_leads_over_its_soil_and_is_open_where_there_is_no_other_way(scenario: Scenario) -> None:
    setting = ordering(scenario).state.setting
    for power in POWERS:
        for order in attacks(ordering(scenario).state, power):
            if (neutral := order.through) is None:
                continue
            event("a march through a neutral")
            touching = frozenset(pair for pair in setting.borders if neutral in pair)
            overland = tuple(r for r in setting.routes if not (neutral in r.between and r.by is Span.LAND))
            # Without its frontiers and roads only its coast is left, and past that one sails without marching.
            afloat = with_(scenario, setting=with_(setting, borders=setting.borders - touching, routes=overland))
            assert order not in attacks(ordering(afloat).state, power)
            assert Attack(order.target) not in attacks(ordering(scenario).state, power) or _has_no_way(scenario, power, order.target)


def _has_no_way(scenario: Scenario, power: Power, target: Power) -> bool:
    """Whether a power could only wait for its target to come and meet it."""
    state = Table.open(scenario, 1).state
    return correlate(state, (power,), (target,)).attack[0].road.way is Way.NONE


COMMANDS = {
    "its foe commands it": (DORIA, {}, Way.NONE),
    "it commands it itself": (ALBA, {"doria": 9}, Way.SEA),
    "a power at peace commands it": (ETRIA, {}, Way.SEA),
    "nobody does": (None, {}, Way.SEA),
}


@pytest.mark.parametrize(("commander", "fleets", "expected"), COMMANDS.values(), ids=COMMANDS)
def test_a_sea_is_open_to_the_side_of_the_power_that_commands_it_and_shut_to_its_foes(
    commander: Power | None, fleets: dict[str, int], expected: Way
) -> None:
    state = Table.open(seas(way(ALBA, DORIA, commanded_by=commander), borders=NONE, fleets=fleets), 1).state
    assert correlate(state, (ALBA,), (DORIA,)).attack[0].road.way is expected


def test_a_patrol_does_not_open_a_sea_that_the_foe_commands_and_an_ally_that_commands_it_does() -> None:
    table = ordering(seas(way(ALBA, DORIA, SOUND, commanded_by=ETRIA), way(DORIA, ETRIA), borders=NONE))
    for power in POWERS:
        do(table, power, CommitOrders((Patrol(SOUND),) if power == ALBA else ()))
    assert correlate(table.state, (ALBA,), (DORIA, ETRIA)).attack[0].road.way is Way.NONE
    assert correlate(table.state, (ALBA, ETRIA), (DORIA,)).attack[0].road.way is Way.SEA
    assert correlate(table.state, (ALBA,), (DORIA, ETRIA)).band is Band.DEFEAT


# -- what blockades and patrols need

NORTH = (way(ALBA, ETRIA), way(ETRIA, DORIA, STRAITS))
NEEDS: dict[str, tuple[tuple[Route, ...], dict[str, int], Power, Order, Reason | None]] = {
    "a blockade by sea": (NORTH, {}, ALBA, Blockade(ETRIA), None),
    "a blockade past a coast": (NORTH, {}, ALBA, Blockade(DORIA), Reason.NO_SEA_ROUTE),
    "a blockade past a coast and no passage of the foe": ((NORTH[0], way(ETRIA, DORIA)), {}, ALBA, Blockade(DORIA), None),
    "a blockade by a power inland": (NORTH, {}, BORIA, Blockade(ETRIA), Reason.NO_SEA_ROUTE),
    "a blockade of a power inland": (NORTH, {}, ALBA, Blockade(BORIA), Reason.NO_SEA_ROUTE),
    "a blockade where the target commands the sea": (
        (way(ALBA, ETRIA, commanded_by=ETRIA),),
        {},
        ALBA,
        Blockade(ETRIA),
        Reason.NO_SEA_ROUTE,
    ),
    "a blockade by whoever commands the sea": ((way(ALBA, ETRIA, commanded_by=ALBA),), {}, ALBA, Blockade(ETRIA), None),
    "a blockade with a fleet": (NORTH, {"alba": 1, "etria": 9}, ALBA, Blockade(ETRIA), None),
    "a blockade without a fleet where others have one": (NORTH, {"etria": 9}, ALBA, Blockade(ETRIA), Reason.NO_FLEET),
    "a patrol on one's own route": (NORTH, {}, ETRIA, Patrol(STRAITS), None),
    "a patrol that sails up to the place": (NORTH, {}, ALBA, Patrol(STRAITS), None),
    "a patrol by the power that holds it": (NORTH, {}, DORIA, Patrol(STRAITS), None),
    "a patrol by a power inland": (NORTH, {}, BORIA, Patrol(STRAITS), Reason.NO_SEA_ROUTE_THERE),
    "a patrol from another sea": ((*NORTH, way(CARNIA, BORIA)), {}, CARNIA, Patrol(STRAITS), Reason.NO_SEA_ROUTE_THERE),
    "a patrol without a fleet where others have one": (NORTH, {"alba": 2}, ETRIA, Patrol(STRAITS), Reason.NO_FLEET),
    "a patrol on land": (NORTH, {}, ALBA, Patrol(HILLS), Reason.NOT_AT_SEA),
    "a patrol of a place on a road": ((*NORTH, way(ALBA, CARNIA, SOUND, by=Span.LAND)), {}, ALBA, Patrol(SOUND), Reason.NOT_AT_SEA),
}


@pytest.mark.parametrize(("routes", "fleets", "power", "order", "reason"), NEEDS.values(), ids=NEEDS)
def test_blockades_and_patrols_need_a_sea_way_and_a_fleet_where_fleets_are_counted(
    routes: tuple[Route, ...], fleets: dict[str, int], power: Power, order: Order, reason: Reason | None
) -> None:
    table = ordering(seas(*routes, fleets=fleets))
    assert (order in available_orders(table.state, power)) is (reason is None)
    if reason is None:
        do(table, power, CommitOrders((order,)))
    else:
        assert refused(table, power, CommitOrders((order,))).reason is reason


def test_a_passage_shut_to_a_power_is_not_sailed_through_to_blockade_or_patrol_beyond() -> None:
    routes = (way(ALBA, ETRIA, STRAITS), way(ETRIA, CARNIA, SOUND))
    table = ordering(seas(*routes))
    assert {Blockade(CARNIA), Patrol(SOUND)} & set(available_orders(table.state, ALBA)) == {Patrol(SOUND)}
    for power in POWERS:
        do(table, power, CommitOrders((ClosePassage(STRAITS, ALBA),) if power == DORIA else ()))
    state = to_phase(table, Phase.ORDERS, 1).state
    assert not {Blockade(ETRIA), Patrol(SOUND)} & set(available_orders(state, ALBA))
    assert Patrol(STRAITS) in available_orders(state, ALBA)


def test_what_sails_can_be_called_home_though_the_way_has_been_lost() -> None:
    table = ordering(seas(way(ALBA, ETRIA, STRAITS), way(ETRIA, CARNIA, SOUND)))
    for power in POWERS:
        do(table, power, CommitOrders((Patrol(SOUND), Blockade(ETRIA)) if power == ALBA else ()))
    state = to_phase(table, Phase.ORDERS, 1).state
    lost = with_(state, setting=with_(state.setting, routes=(way(ETRIA, CARNIA, SOUND),)))
    assert {EndPatrol(SOUND), LiftBlockade(ETRIA)} <= set(available_orders(lost, ALBA))


def test_in_a_war_a_blockade_can_be_lifted_and_begun_and_the_victims_breaks_no_pact() -> None:
    pact = standing(TreatyId("pact"), (ALBA, ETRIA), NonAggression())
    bound = with_plot(charter=False, events={}, drafts={}, treaties={pact.id: pact}, endings={})
    table = ordering(seas(way(ALBA, ETRIA), way(ETRIA, CARNIA), scenario=bound))
    for power in POWERS:
        do(table, power, CommitOrders((Blockade(ETRIA), Attack(ETRIA)) if power == ALBA else ()))
    answers(table)
    do(table, ALBA, Decide(persist=True))
    state = to_phase(table, Phase.ORDERS, 1).state
    assert ETRIA in state.at_war(ALBA) and LiftBlockade(ETRIA) in available_orders(state, ALBA)
    found = consequences(state, ETRIA, Blockade(ALBA))
    assert (found.breaches, found.crisis) == ((), False)
    do(table, ETRIA, CommitOrders((Blockade(ALBA),)))
    to_phase(table, Phase.TALKS, 2)
    assert {(p.by, p.toward) for p in table.state.postures} == {(ALBA, ETRIA), (ETRIA, ALBA)}
    assert {line.debtor for line in table.state.record if not line.kept} == {ALBA}


# -- the arrangement of Nyon

NYON = TreatyId("arrangement")
ROUTES = (way(ALBA, ETRIA, STRAITS, SOUND), way(BORIA, ETRIA, SOUND))


def arrangement(**fleets: int) -> Table:
    """Alba and Boria have promised to patrol the straits and the sound; Doria, which has no coast, has signed as well."""
    clauses = (NavalPatrol(zone=STRAITS, patrols=(ALBA,)), NavalPatrol(zone=SOUND, patrols=(ALBA, BORIA)))
    pact = standing(NYON, (ALBA, BORIA, DORIA), *clauses)
    return ordering(
        seas(*ROUTES, scenario=with_plot(charter=False, events={}, drafts={}, treaties={NYON: pact}, endings={}), fleets=fleets)
    )


def test_navies_divide_the_zones_of_a_sea_among_them_and_keep_their_word_by_sailing() -> None:
    table = arrangement(alba=5, boria=2)
    for power, orders in ((ALBA, (Patrol(STRAITS), Patrol(SOUND))), (BORIA, (Patrol(SOUND),)), (CARNIA, ()), (DORIA, ()), (ETRIA, ())):
        do(table, power, CommitOrders(orders))
    kept = {(line.debtor, line.creditor, line.article) for line in table.state.record if line.kept}
    assert kept == {
        (ALBA, BORIA, "arrangement_1"),
        (ALBA, DORIA, "arrangement_1"),
        (ALBA, BORIA, "arrangement_2"),
        (ALBA, DORIA, "arrangement_2"),
        (BORIA, ALBA, "arrangement_2"),
        (BORIA, DORIA, "arrangement_2"),
    }
    assert not [line for line in table.state.record if not line.kept]


def test_a_power_that_promised_to_patrol_and_has_no_fleet_cannot_and_is_in_default() -> None:
    table = arrangement(alba=5)
    assert refused(table, BORIA, CommitOrders((Patrol(SOUND),))).reason is Reason.NO_FLEET
    to_phase(table, Phase.TALKS, 3)
    assert {line.debtor for line in table.state.record if not line.kept and line.article == "arrangement_2"} == {ALBA, BORIA}


@pytest.mark.parametrize("power", [CARNIA, DORIA])
def test_a_party_without_a_coast_signs_and_sends_nothing(power: Power) -> None:
    assert refused(arrangement(alba=5, boria=2), power, CommitOrders((Patrol(SOUND),))).reason is Reason.NO_SEA_ROUTE_THERE


def test_the_marches_are_nothing_to_patrol() -> None:
    assert refused(arrangement(alba=5), ALBA, CommitOrders((Patrol(MARCHES),))).reason is Reason.NOT_AT_SEA
