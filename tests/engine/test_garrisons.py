"""Forces kept at a place are held against what articles allow there: a number agreed with the host, or none at all."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import AnyClause, Bases, Demilitarisation
from engine.commands import CommitOrders
from engine.consequences import consequences
from engine.decide.orders import available_orders, fits
from engine.events import ObligationBreached, Phase, PostureTaken
from engine.names import Audience, Lang, Power, StakeId
from engine.orders import Deploy, Order, Withdraw
from engine.state import State
from engine.table import Table
from engine.texts.voice import Speaker
from engine.texts.words import order_words
from tests.engine.clauses.test_enforcement import NOTHING_DONE, settle
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, HILLS, MARCHES, close, conclude, do, refused, standing, to_phase, with_plot
from tests.engine.test_limits import PACT, PARTIES, record, turn

BASES = Bases(host=CARNIA, to=BORIA, at=(MARCHES,), at_most=3)
"""At most three divisions of Boria's in the marches of Carnia; Boria has 32 under arms."""
ZONE = Demilitarisation(zone=(HILLS,), bound=(DORIA,))


def opened(*clauses: AnyClause, parties: tuple[Power, ...] = PARTIES, known_to: Audience = None) -> Table:
    treaties = {PACT: standing(PACT, parties, *clauses, known_to=known_to)} if clauses else {}
    return Table.open(with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={}), 1)


def sent(table: Table, *orders: Order) -> Table:
    """One turn in which Boria gives these orders; the host yields in a crisis over them."""
    now = table.state.turn
    to_phase(table, Phase.ORDERS)
    do(table, BORIA, CommitOrders(orders))
    close(table)
    settle(table, NOTHING_DONE)
    return to_phase(table, Phase.TALKS, now + 1)


def deployments(state: State, stake: StakeId = MARCHES) -> list[int | None]:
    return [o.divisions for o in available_orders(state, BORIA) if isinstance(o, Deploy) and o.stake == stake]


def test_a_number_is_asked_for_only_beyond_the_one_agreed() -> None:
    assert deployments(to_phase(opened(BASES), Phase.ORDERS).state) == [None, 4, 6, 32]
    assert deployments(to_phase(opened(with_(BASES, at_most=None)), Phase.ORDERS).state) == [None]
    assert deployments(to_phase(opened(with_(BASES, at_most=31)), Phase.ORDERS).state) == [None, 32]
    assert deployments(to_phase(opened(with_(BASES, at_most=40)), Phase.ORDERS).state) == [None]


@pytest.mark.parametrize(("order", "broken"), [(Deploy(MARCHES), False), (Deploy(MARCHES, 4), True)])
def test_who_sends_more_divisions_than_agreed_breaks_the_limit_and_is_told_before(order: Deploy, broken: bool) -> None:
    table = to_phase(opened(BASES), Phase.ORDERS)
    forecast = consequences(table.state, BORIA, order)
    assert (bool(forecast.breaches), forecast.crisis) == (broken, broken)
    do(table, BORIA, CommitOrders((order,)))
    close(table)
    assert [event.duty.creditor for event in table.chronicle if isinstance(event, ObligationBreached)] == ([CARNIA] if broken else [])


def test_more_may_be_sent_after_those_agreed_and_whoever_withdraws_makes_good() -> None:
    table = to_phase(sent(opened(BASES, known_to=frozenset(PARTIES)), Deploy(MARCHES)), Phase.ORDERS)
    assert deployments(table.state) == [4, 6, 32]
    table = to_phase(sent(table, Deploy(MARCHES, 6)), Phase.ORDERS)
    assert [(p.at, p.divisions) for p in table.state.postures] == [(MARCHES, 6)] and deployments(table.state) == [32]
    table = sent(table, Withdraw(MARCHES))
    assert record(table.state) == [(1, BORIA, False), (2, BORIA, True)]


def test_orders_that_send_and_call_back_the_same_forces_contradict_each_other() -> None:
    table = to_phase(sent(opened(BASES), Deploy(MARCHES)), Phase.ORDERS)
    assert not fits(table.state, BORIA, (Deploy(MARCHES, 4), Withdraw(MARCHES)))
    assert refused(table, BORIA, CommitOrders((Deploy(MARCHES, 4), Deploy(MARCHES, 6)))).reason == "orders_contradict"
    assert refused(table, BORIA, CommitOrders((Deploy(MARCHES, 5),))).reason == "order_not_available"


def test_the_number_is_before_everybody_and_in_words() -> None:
    table = to_phase(opened(BASES, known_to=frozenset(PARTIES)), Phase.ORDERS)
    do(table, BORIA, CommitOrders((Deploy(MARCHES, 4),)))
    close(table)
    (taken,) = (event for event in table.chronicle if isinstance(event, PostureTaken))
    assert (taken.audience, taken.posture.divisions) == (None, 4)
    said = {lang: order_words(Deploy(MARCHES, 4), Speaker(table.state.setting, Lang(lang))) for lang in ("en", "fr")}
    assert "4 divisions" in said["en"] and "4 divisions" in said["fr"]


@pytest.mark.parametrize(("withdraws", "found"), [(False, [(2, DORIA, False)]), (True, [])])
def test_forces_kept_in_a_zone_that_is_to_be_free_of_them_are_withdrawn_by_the_turn_after(
    withdraws: bool, found: list[tuple[int, Power, bool]]
) -> None:
    table = turn(opened(), doria=(Deploy(HILLS),))
    conclude(table, DORIA, "zone", (CARNIA, DORIA), ZONE)
    turn(turn(table), **({"doria": (Withdraw(HILLS),)} if withdraws else {}))
    assert record(table.state) == found


def test_nobody_lets_forces_into_what_is_not_its_own() -> None:
    """VCLT 34: the host has lost the place since it granted the base, or never had it."""
    held = (BASES, with_(BASES, host=ALBA))
    ours, anothers = (to_phase(opened(base, parties=(ALBA, *PARTIES)), Phase.ORDERS).state for base in held)
    assert deployments(ours) and not deployments(anothers)
