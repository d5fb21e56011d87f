"""What may be ordered, what it costs, and the fixed order in which it is carried out."""

from __future__ import annotations

from attrs import evolve as with_

from engine.commands import CommitOrders
from engine.decide.orders import available_orders
from engine.events import Phase, ReadinessChanged, SanctionApplied, SanctionLifted, TrackMoved
from engine.orders import ApplySanction, LiftSanction, Mobilise, OrderKind, Readiness, Sanction, order_kind
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, OBSERVER, POWERS, TREASURY, close, do, quiet, to_phase


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
