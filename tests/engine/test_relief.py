"""Aid by economic means in a war: sent openly it is entered as given, not sent it is entered as withheld."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import OneSidedAssistance
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.crisis import Stance
from engine.duties import Assist, Automaticity, Extent
from engine.events import Phase
from engine.happenings import Means
from engine.names import TreatyId
from engine.orders import Attack, Order, SendAid
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, FIRST, POWERS, close, do, standing, to_phase, with_plot

AID = OneSidedAssistance(helper=ALBA, aided=CARNIA, extent=Extent.ECONOMIC)
FUNDS = SendAid(to=CARNIA, means=Means.FUNDS)


def at_war(aid: OneSidedAssistance) -> Table:
    """The orders of the turn after Boria has gone to war upon Carnia, whom nobody has joined."""
    pact = standing(TreatyId("pact"), (ALBA, CARNIA), aid)
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={pact.id: pact}, endings={}), 1)
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders((Attack(target=CARNIA),) if power == BORIA else ()))
    for power in POWERS:
        if power != BORIA:
            do(table, power, AnswerCrisis(stance=Stance.RESIST if power == CARNIA else Stance.NEUTRAL))
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, Phase.ORDERS, 1)


def entered(table: Table, *orders: Order) -> list[bool]:
    """What the record says of the aid at the close of that turn."""
    do(table, ALBA, CommitOrders(orders))
    to_phase(table, Phase.TALKS, 2)
    return [line.kept for line in table.state.record if isinstance(line.duty, Assist)]


@pytest.mark.parametrize(
    ("aid", "orders", "expected"),
    [
        (AID, (FUNDS,), [True]),
        (AID, (), [False]),
        (AID, (with_(FUNDS, to=BORIA),), [False]),
        (with_(AID, automaticity=Automaticity.AS_EACH_JUDGES), (), []),
        (with_(AID, only_if_assisted_by=BORIA), (), []),
        (with_(AID, extent=Extent.DIPLOMATIC), (), []),
        (with_(AID, until=FIRST), (), []),
    ],
    ids=["sent", "not sent", "sent to another", "as it judges", "waiting for another", "by words alone", "no longer owed"],
)
def test_economic_aid_is_kept_by_sending_and_broken_by_sending_nothing(
    aid: OneSidedAssistance, orders: tuple[Order, ...], expected: list[bool]
) -> None:
    assert entered(at_war(aid), *orders) == expected


def test_economic_aid_is_found_wanting_once_in_a_war() -> None:
    table = at_war(AID)
    assert entered(table) == [False]
    to_phase(table, Phase.TALKS, 3)
    close(table)
    assert [line.kept for line in table.state.record if isinstance(line.duty, Assist)] == [False]
