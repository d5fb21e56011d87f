"""Non-interference: what is found as interference in the affairs of another."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import NonInterference, Recognition, Supply
from engine.clauses.recognition import RecognitionOf
from engine.clauses.supply import Goods
from engine.commands import CommitOrders, IssueUltimatum
from engine.consequences import consequences
from engine.crisis import DemandCession
from engine.events import Phase
from engine.happenings import Deed, Happening, Means, Sanction
from engine.names import Power, TreatyId
from engine.orders import ApplySanction, Attack, Occupy, Order, Perform, SendAid
from engine.performance import breached_by
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    FIRST,
    HARBOUR,
    MARCHES,
    POWERS,
    close,
    conclude,
    do,
    standing,
    to_phase,
    with_plot,
)

PACT = TreatyId("pact")
APART = standing(PACT, (BORIA, CARNIA), NonInterference())


def divided(*treaties: Treaty, within: Power | None = CARNIA) -> Table:
    """Boria has promised to leave Carnia's affairs alone, within which Doria is a faction."""
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={t.id: t for t in (APART, *treaties)}, endings={})
    powers = scenario.setting.powers
    setting = with_(scenario.setting, powers={**powers, DORIA: with_(powers[DORIA], within=within)})
    return to_phase(Table.open(with_(scenario, setting=setting), 1), Phase.TALKS)


def broken(table: Table) -> list[tuple[Power, Power]]:
    return [(line.debtor, line.creditor) for line in table.state.record if line.treaty == PACT and not line.kept]


def ordered(table: Table, *orders: Order, by: Power = BORIA) -> Table:
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders if power == by else ()))
    return table


OPENLY, COVERTLY = (SendAid(to=DORIA, means=Means.FUNDS, covert=covert) for covert in (False, True))


@pytest.mark.parametrize(
    ("order", "within", "found"),
    [
        (OPENLY, CARNIA, True),
        (COVERTLY, CARNIA, True),
        (OPENLY, None, False),
        (SendAid(to=CARNIA, means=Means.ARMS), CARNIA, False),
        (ApplySanction(CARNIA, Sanction.FINANCE), CARNIA, False),
        (Occupy(MARCHES), CARNIA, True),
        (Attack(CARNIA), CARNIA, True),
    ],
    ids=[
        "funds for a faction",
        "in secret",
        "for a power of its own",
        "arms for the power itself",
        "a sanction alone",
        "occupation",
        "attack",
    ],
)
def test_the_forecast_of_an_order_tells_what_is_interference(order: Order, within: Power | None, found: bool) -> None:
    state = to_phase(divided(within=within), Phase.ORDERS).state
    assert [o.treaty for o in consequences(state, BORIA, order).breaches] == [PACT] * found


def test_aid_to_a_faction_is_found_when_it_is_seen() -> None:
    assert broken(ordered(divided(), OPENLY)) == [(BORIA, CARNIA)]
    kept = [broken(ordered(divided(), COVERTLY))]
    assert kept in ([[]], [[(BORIA, CARNIA)]])


def test_a_power_deals_with_a_faction_within_itself_as_it_likes() -> None:
    assert broken(ordered(divided(), SendAid(to=DORIA, means=Means.FUNDS), by=CARNIA)) == []


def test_a_sanction_that_bears_out_a_demand_under_threat_is_interference_besides_the_demand() -> None:
    table = divided()
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((HARBOUR,)), expires=2))
    assert broken(table) == [(BORIA, CARNIA)]
    ordered(table, ApplySanction(CARNIA, Sanction.FINANCE))
    assert broken(table) == [(BORIA, CARNIA)] * 2


def test_a_delivery_of_arms_to_a_faction_is_interference() -> None:
    delivery = standing(TreatyId("arms"), (BORIA, DORIA), Supply(supplier=BORIA, receiver=DORIA, goods=Goods.ARMS, amount=1, by=FIRST))
    article = delivery.versions[0].articles[0].id
    assert broken(ordered(divided(delivery), Perform(treaty=TreatyId("arms"), article=article, to=DORIA))) == [(BORIA, CARNIA)]


def test_to_recognise_a_faction_as_the_government_is_interference() -> None:
    table = divided()
    conclude(table, BORIA, "recognition", (ALBA, BORIA), Recognition(recognised=DORIA, object=RecognitionOf.GOVERNMENT))
    while table.state.turn == 0:
        close(table)
    assert broken(table) == [(BORIA, CARNIA)]


def test_a_power_attacked_may_strike_back() -> None:
    state = divided().state
    blow = Happening(deed=Deed.ATTACK, by=CARNIA, toward=BORIA, against=frozenset({BORIA}))
    assert [o.treaty for o in breached_by(state, blow, aggressor=CARNIA)] == [PACT]
    assert breached_by(state, blow, aggressor=BORIA) == ()
