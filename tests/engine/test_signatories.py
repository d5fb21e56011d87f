"""Between signature and entry into force a power may not defeat the object of a treaty (VCLT 18): the clear cases, who knows, what follows."""

from __future__ import annotations

import pytest

from engine.clauses import AnyClause, Consultation, NonAggression
from engine.commands import CommitOrders, Decide, Protest, Ratify, Sign
from engine.consequences import consequences
from engine.events import ObligationBreached, Phase, PurposeDefeated
from engine.foreseen import NOTHING
from engine.names import Power, TreatyId
from engine.orders import Attack, HandOver, Order
from engine.table import Table
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    HARBOUR,
    LAST,
    POWERS,
    adopt,
    cession,
    do,
    refused,
    to_phase,
    with_plot,
)
from tests.engine.test_crises import answers

PACT, OTHER = TreatyId("boria.pact"), TreatyId("carnia.other")
TWO = (BORIA, CARNIA)


def signed(clause: AnyClause, by: tuple[Power, ...] = TWO, *, ad_referendum: bool = False) -> Table:
    """Boria and Carnia have adopted a pact that they are to ratify, and these have signed it."""
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={}, endings={}), 1)
    adopt(table, BORIA, "pact", TWO, clause, ratification=True)
    for power in by:
        do(table, power, Sign(treaty=PACT, ad_referendum=ad_referendum))
    return table


def ordered(table: Table, power: Power, order: Order) -> Table:
    to_phase(table, Phase.ORDERS)
    for other in POWERS:
        do(table, other, CommitOrders(orders=(order,) if other == power else ()))
    return table


def attacked(table: Table) -> Table:
    """Boria attacks Carnia and persists."""
    ordered(table, BORIA, Attack(CARNIA))
    answers(table)
    do(table, BORIA, Decide(persist=True))
    return to_phase(table, Phase.TALKS)


def defeated(table: Table) -> list[tuple[Power, Power, object]]:
    return [(e.duty.debtor, e.duty.creditor, e.audience) for e in table.chronicle if isinstance(e, PurposeDefeated)]


def test_who_attacks_a_fellow_signatory_defeats_the_object_of_a_pact_of_non_aggression() -> None:
    table = attacked(signed(NonAggression()))
    assert defeated(table) == [(BORIA, CARNIA, frozenset(TWO))]
    # It is no breach of a treaty that does not bind: nothing stands on the record, and trust has not moved for it.
    assert table.state.record == () and table.view(DORIA).defeats == ()
    assert table.view(CARNIA).defeats == table.state.defeats


@pytest.mark.parametrize(
    ("clause", "by", "ad_referendum"),
    [
        (Consultation(), TWO, False),
        (NonAggression(), (BORIA,), False),
        (NonAggression(), (CARNIA,), False),
        (NonAggression(), TWO, True),
    ],
    ids=["no promise against it", "the other has not signed", "it has not signed", "ad referendum"],
)
def test_nothing_is_judged_but_the_clear_cases(clause: AnyClause, by: tuple[Power, ...], ad_referendum: bool) -> None:
    assert defeated(attacked(signed(clause, by, ad_referendum=ad_referendum))) == []


def test_one_that_has_ratified_is_held_back_and_one_that_is_bound_breaks_the_treaty() -> None:
    for ratifying, defeats, broken in (((BORIA,), 1, 0), (TWO, 0, 1)):
        table = to_phase(signed(NonAggression()), Phase.TALKS, 1)
        for power in ratifying:
            do(table, power, Ratify(treaty=PACT))
        attacked(table)
        breaches = [e for e in table.chronicle if isinstance(e, ObligationBreached) and e.duty.debtor == BORIA]
        assert (len(defeated(table)), len(breaches)) == (defeats, broken)


def test_the_power_that_suffers_by_it_protests_once_and_nobody_else_does() -> None:
    table = attacked(signed(NonAggression()))
    protest = Protest(treaty=PACT, against=BORIA)
    assert consequences(table.view(CARNIA), CARNIA, protest) == NOTHING
    assert refused(table, BORIA, Protest(treaty=PACT, against=CARNIA)).reason == "not_in_force"
    assert refused(table, ALBA, protest).reason == "unknown_treaty"
    do(table, CARNIA, protest)
    assert refused(table, CARNIA, protest).reason == "already_protested"
    assert table.view(BORIA).defeats[0].protests == {CARNIA} and table.state.record == ()


def test_the_forecast_of_an_order_says_so() -> None:
    table = to_phase(signed(NonAggression()), Phase.ORDERS)
    found = consequences(table.view(BORIA), BORIA, Attack(CARNIA))
    assert [(o.treaty, o.duty.creditor) for o in found.defeated] == [(PACT, CARNIA)] and found.breaches == ()


def ceding(*, first: bool) -> Table:
    """Carnia has signed a treaty that cedes the harbour to Boria, and has bound itself to cede it to Doria, first or in the turn after."""
    table = Table.open(with_plot(charter=False, events={}, drafts={}, treaties={}, endings={}), 1)
    steps = [
        (BORIA, "pact", TWO, cession((HARBOUR, LAST)), True),
        (CARNIA, "other", (CARNIA, DORIA), cession((HARBOUR, LAST), receiver=DORIA), False),
    ]
    for turn, (by, slug, parties, clause, ratification) in enumerate(reversed(steps) if first else steps):
        to_phase(table, Phase.TALKS, turn)
        ident = adopt(table, by, slug, parties, clause, ratification=ratification)
        for power in parties:
            do(table, power, Sign(treaty=ident))
    return table


@pytest.mark.parametrize(("first", "defeats"), [(False, True), (True, False)], ids=["promised since", "promised before"])
def test_who_hands_to_another_what_it_has_signed_away_defeats_the_object_unless_it_was_bound_to_before(first: bool, defeats: bool) -> None:
    table = ceding(first=first)
    article = table.state.treaties[OTHER].text.articles[0].id
    ordered(table, CARNIA, HandOver(treaty=OTHER, article=article, stake=HARBOUR))
    assert table.state.holder(HARBOUR) == DORIA
    assert defeated(table) == [(CARNIA, BORIA, frozenset(TWO))] * defeats
