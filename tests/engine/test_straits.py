"""Waterways closed in war, or to warships but by leave: no way for a belligerent's ships but by breaking the closure or by the keeper's leave, and who answers for it."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import AnyClause, NavalPatrol, Transit, WaterwayRegime
from engine.clauses.waterway import Passage
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Stance, Way
from engine.decide.orders import available_orders
from engine.events import Phase
from engine.names import Audience, Power, StakeId, TreatyId
from engine.orders import Attack, Blockade, ClosePassage, Order, Patrol, Perform
from engine.postures import PostureKind
from engine.reckoning import reckoning
from engine.setting import Route, Span
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HARBOUR,
    HILLS,
    MARCHES,
    POWERS,
    close,
    do,
    standing,
    to_phase,
    with_plot,
)

REGIME = TreatyId("regime")
USERS = (ALBA, CARNIA, ETRIA)
CLOSED = WaterwayRegime(waterway=HARBOUR, keeper=CARNIA, passage=Passage.CLOSED_IN_WAR)
MERCHANT = WaterwayRegime(waterway=HARBOUR, keeper=CARNIA, passage=Passage.MERCHANT)
THROUGH = Route(between=(ALBA, ETRIA), through=(HARBOUR,))
BESIDE = Route(between=(ALBA, ETRIA))


def regime(parties: tuple[Power, ...] = USERS, *, known_to: Audience = None, article: WaterwayRegime = CLOSED) -> Treaty:
    return standing(REGIME, parties, article, known_to=known_to)


LEAVE = standing(TreatyId("leave"), (CARNIA, ETRIA), Transit(grantor=CARNIA, to=(ETRIA,)))


def seas(*treaties: Treaty, routes: tuple[Route, ...] = (THROUGH,)) -> Table:
    """Alba and Etria have the sea between them, through the harbour that Carnia keeps."""
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in treaties}, endings={})
    return to_phase(Table.open(with_(scenario, setting=with_(scenario.setting, routes=routes)), 1), Phase.ORDERS)


def ordered(table: Table, **orders: tuple[Order, ...]) -> Table:
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders.get(power, ())))
    return table


def forcing(table: Table, keeper: Stance) -> Table:
    """Etria attacks Alba through the harbour; Carnia answers so, and Etria persists."""
    ordered(table, etria=(Attack(ALBA, through=CARNIA),))
    for power, stance in ((ALBA, Stance.RESIST), (CARNIA, keeper), (BORIA, Stance.NEUTRAL), (DORIA, Stance.NEUTRAL)):
        do(table, power, AnswerCrisis(stance=stance))
    do(table, ETRIA, Decide(persist=True))
    return table


def broken(table: Table) -> list[tuple[Power, Power]]:
    return [(line.debtor, line.creditor) for line in table.state.record if not line.kept and line.treaty == REGIME]


SECRET = frozenset({ALBA, CARNIA})


@pytest.mark.parametrize(
    ("treaties", "routes", "way"),
    [
        ((), (THROUGH,), Way.SEA),
        ((regime(),), (THROUGH,), Way.NONE),
        ((regime((ALBA, CARNIA)),), (THROUGH,), Way.NONE),
        ((regime((ALBA, CARNIA), known_to=SECRET),), (THROUGH,), Way.SEA),
        ((regime(),), (THROUGH, BESIDE), Way.SEA),
        ((regime(), LEAVE), (THROUGH,), Way.TRANSIT),
    ],
    ids=["open", "closed", "closed though it is no party", "closed in secret", "another way", "by the keeper's leave"],
)
def test_a_waterway_closed_in_war_is_no_way_for_a_belligerent(treaties: tuple[Treaty, ...], routes: tuple[Route, ...], way: Way) -> None:
    state = seas(*treaties, routes=routes).state
    assert reckoning(state, ETRIA, ALBA).war.attack[0].road.way is way
    assert (Attack(ALBA) in available_orders(state, ETRIA)) is (way is not Way.NONE)
    assert (Attack(ALBA, through=CARNIA) in available_orders(state, ETRIA)) is (way is Way.NONE)


def test_a_keeper_that_is_itself_in_the_war_is_bound_to_nothing() -> None:
    state = seas(regime()).state
    assert reckoning(state, ETRIA, CARNIA).war.attack[0].road.way is Way.NONE
    assert (
        reckoning(seas(regime(), routes=(THROUGH, Route(between=(CARNIA, ETRIA)))).state, ETRIA, CARNIA).war.attack[0].road.way is Way.SEA
    )


def test_who_forces_it_breaks_the_closure_and_attacks_its_keeper() -> None:
    table = forcing(seas(regime()), Stance.WITH_TARGET)
    assert broken(table) == [(ETRIA, CARNIA)]
    assert table.state.wars[0].attack[0].road.way is Way.NONE, "a keeper that fights shuts it"


def test_a_keeper_that_lets_it_pass_breaks_what_it_owes_to_all_and_the_belligerent_nothing() -> None:
    assert sorted(broken(forcing(seas(regime()), Stance.NEUTRAL))) == [(CARNIA, ALBA), (CARNIA, ETRIA)]


def test_the_forecast_of_the_attack_names_the_closure() -> None:
    found = consequences(seas(regime()).state, ETRIA, Attack(ALBA, through=CARNIA))
    assert [(o.treaty, o.duty.debtor) for o in found.breaches] == [(REGIME, ETRIA)]


AROUND = (Route(between=(DORIA, ETRIA), through=(HARBOUR,)), Route(between=(ALBA, DORIA)))


@pytest.mark.parametrize(("routes", "breaks"), [(AROUND, True), ((*AROUND, BESIDE), False)], ids=["the only way", "another way"])
def test_a_blockade_whose_ships_must_pass_it_breaks_the_closure(routes: tuple[Route, ...], breaks: bool) -> None:
    table = seas(regime(), routes=routes)
    assert [o.treaty for o in consequences(table.state, ETRIA, Blockade(ALBA)).breaches] == [REGIME] * breaks
    ordered(table, etria=(Blockade(ALBA),))
    assert broken(table) == [(ETRIA, CARNIA)] * breaks


# -- a waterway open to merchant ships alone


@pytest.mark.parametrize(
    ("treaties", "way"),
    [
        ((regime(article=MERCHANT),), Way.NONE),
        ((regime((ALBA, CARNIA), article=MERCHANT),), Way.SEA),
        ((regime(article=MERCHANT, known_to=frozenset(USERS)),), Way.NONE),
        ((regime(article=MERCHANT), LEAVE), Way.TRANSIT),
    ],
    ids=["by leave alone", "not its promise", "by a secret promise of its own", "by leave given"],
)
def test_a_waterway_open_to_merchant_ships_is_no_way_for_the_warships_of_who_has_promised_so(
    treaties: tuple[Treaty, ...], way: Way
) -> None:
    state = seas(*treaties).state
    assert reckoning(state, ETRIA, ALBA).war.attack[0].road.way is way
    assert (Attack(ALBA) in available_orders(state, ETRIA)) is (way is not Way.NONE)
    assert (Attack(ALBA, through=CARNIA) in available_orders(state, ETRIA)) is (way is Way.NONE)


def test_who_forces_it_breaks_its_promise_unless_the_keeper_lets_it_pass_which_breaks_none() -> None:
    found = consequences(seas(regime(article=MERCHANT)).state, ETRIA, Attack(ALBA, through=CARNIA))
    assert [(o.treaty, o.duty.debtor) for o in found.breaches] == [(REGIME, ETRIA)]
    assert broken(forcing(seas(regime(article=MERCHANT)), Stance.WITH_TARGET)) == [(ETRIA, CARNIA)]
    assert broken(forcing(seas(regime(article=MERCHANT)), Stance.NEUTRAL)) == []


@pytest.mark.parametrize(
    ("routes", "treaties", "breaks"),
    [(AROUND, (), True), ((*AROUND, BESIDE), (), False), (AROUND, (LEAVE,), False)],
    ids=["the only way", "another way", "by leave given"],
)
def test_a_blockade_whose_warships_must_pass_it_breaks_the_promise(
    routes: tuple[Route, ...], treaties: tuple[Treaty, ...], breaks: bool
) -> None:
    table = seas(regime(article=MERCHANT), *treaties, routes=routes)
    assert [o.treaty for o in consequences(table.state, ETRIA, Blockade(ALBA)).breaches] == [REGIME] * breaks
    ordered(table, etria=(Blockade(ALBA),))
    assert broken(table) == [(ETRIA, CARNIA)] * breaks


BEYOND = (THROUGH, Route(between=(ALBA, DORIA), through=(HILLS,)))


@pytest.mark.parametrize(
    ("article", "place", "routes", "breaks"),
    [
        (MERCHANT, HILLS, BEYOND, True),
        (MERCHANT, HILLS, (*BEYOND, BESIDE), False),
        (MERCHANT, HARBOUR, BEYOND, True),
        # In peace nobody is a belligerent.
        (CLOSED, HILLS, BEYOND, False),
    ],
    ids=["beyond it", "another way", "in it", "closed in war alone"],
)
def test_a_patrol_on_the_way_to_which_warships_pass_it_breaks_the_promise(
    article: WaterwayRegime, place: StakeId, routes: tuple[Route, ...], breaks: bool
) -> None:
    table = seas(regime(article=article), routes=routes)
    assert [o.treaty for o in consequences(table.view(ETRIA), ETRIA, Patrol(place)).breaches] == [REGIME] * breaks
    closing_turn(table, etria=(Patrol(place),))
    assert broken(table) == [(ETRIA, CARNIA)] * breaks


def test_a_belligerents_patrol_beyond_a_waterway_closed_in_war_breaks_the_closure() -> None:
    table = at_war(
        routes=(Route(between=(BORIA, ETRIA), through=(HARBOUR,)), Route(between=(ALBA, ETRIA), through=(HILLS,))), users=(BORIA, CARNIA)
    )
    assert [o.treaty for o in consequences(table.view(BORIA), BORIA, Patrol(HILLS)).breaches] == [REGIME]


# -- what the keeper owes when a war breaks out


def at_war(routes: tuple[Route, ...] = (THROUGH,), users: tuple[Power, ...] = (ALBA, CARNIA)) -> Table:
    """Boria attacks Doria, through nobody's waters; Carnia is neutral and keeps the harbour."""
    table = seas(regime(users), routes=(*routes, Route(between=(BORIA, DORIA), by=Span.LAND)))
    ordered(table, boria=(Attack(DORIA),))
    for power in (ALBA, CARNIA, ETRIA):
        do(table, power, AnswerCrisis(stance=Stance.NEUTRAL))
    do(table, DORIA, AnswerCrisis(stance=Stance.RESIST))
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, Phase.ORDERS, 1)


def shut_to(table: Table) -> set[Power | None]:
    return {p.toward for p in table.state.postures if (p.kind, p.by, p.at) == (PostureKind.CLOSING, CARNIA, HARBOUR)}


def closing_turn(table: Table, **orders: tuple[Order, ...]) -> Table:
    turn = table.state.turn
    ordered(table, **orders)
    while table.state.turn == turn and not table.state.over:
        close(table)
    return table


def test_by_one_order_the_keeper_shuts_it_to_all_who_are_at_war() -> None:
    table = at_war()
    article = table.state.treaties[REGIME].text.articles[0].id
    closing_turn(table, carnia=(Perform(treaty=REGIME, article=article, to=ALBA),))
    assert shut_to(table) == {BORIA, DORIA}
    assert [(line.debtor, line.kept) for line in table.state.record] == [(CARNIA, True)]


def test_to_shut_it_to_one_of_them_is_not_enough() -> None:
    one, both = at_war(), at_war()
    closing_turn(one, carnia=(ClosePassage(HARBOUR, BORIA),))
    closing_turn(both, carnia=(ClosePassage(HARBOUR, BORIA), ClosePassage(HARBOUR, DORIA)))
    assert [line.kept for line in one.state.record] == [False]
    assert [line.kept for line in both.state.record] == [True]


def test_a_keeper_that_leaves_it_open_is_in_default_in_the_turn_after() -> None:
    assert broken(closing_turn(at_war())) == [(CARNIA, ALBA)]


@pytest.mark.parametrize(
    ("article", "routes", "codes"),
    [
        (CLOSED, (THROUGH,), []),
        (with_(CLOSED, waterway=MARCHES), (THROUGH,), ["on_land"]),
        (NavalPatrol(zone=HARBOUR), (THROUGH,), []),
        (NavalPatrol(zone=HILLS), (THROUGH,), ["on_land"]),
        (NavalPatrol(zone=HILLS), (Route(between=(ALBA, ETRIA), by=Span.LAND, through=(HILLS,)), THROUGH), ["on_land"]),
        # A scenario that names no place at sea does not say which of its places are.
        (NavalPatrol(zone=HILLS), (BESIDE,), []),
    ],
)
def test_ships_are_promised_to_no_place_on_land(article: AnyClause, routes: tuple[Route, ...], codes: list[str]) -> None:
    state = seas(routes=routes).state
    assert [fault.code for fault in article.faults((ALBA, CARNIA), state)] == codes
