"""Several treaties at once: guarantors called over several breaches, waterways closed twice, annexes to what is suspended."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import Guarantee, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.clauses.waterway import Passage, WaterwayRegime
from engine.commands import CallGuarantors, CommitOrders
from engine.duties import Extent
from engine.events import ObligationBreached, Phase
from engine.fulfilment import obligations_of
from engine.names import Power, TreatyId
from engine.obligations import ObligationState, obligations
from engine.orders import ApplySanction, Sanction
from engine.straits import closed_to
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, HARBOUR, SEASIDE, SECOND, do, standing, to_phase

PACT, SURETY = TreatyId("pact"), TreatyId("surety")


def opened(*treaties: Treaty) -> Table:
    """A game with these treaties alone, in which a sanction costs nothing."""
    setting = with_(SEASIDE.setting, orders={kind: {} for kind in SEASIDE.setting.orders})
    plot = with_(SEASIDE.plot, treaties={t.id: t for t in treaties}, events={}, drafts={}, endings={})
    return to_phase(Table.open(with_(SEASIDE, setting=setting, plot=plot), 1), Phase.TALKS)


@pytest.mark.parametrize(
    ("answered", "found"),
    [
        ((), ObligationState.BREACHED),
        ((BORIA,), ObligationState.BREACHED),
        ((DORIA,), ObligationState.BREACHED),
        ((BORIA, DORIA), ObligationState.PERFORMED),
    ],
)
def test_a_guarantor_called_over_two_breaches_keeps_its_word_by_answering_both(answered: tuple[Power, ...], found: ObligationState) -> None:
    terms = Guarantee(guarantors=(ALBA,), protected=CARNIA, object=GuaranteeOf.OBSERVANCE, instrument=PACT, extent=Extent.ECONOMIC)
    table = opened(standing(PACT, (BORIA, CARNIA, DORIA), NonAggression()), standing(SURETY, (ALBA, CARNIA), terms))
    for owed in obligations(table.state):
        if owed.treaty == PACT and owed.creditor == CARNIA:
            table.apply((ObligationBreached(treaty=PACT, article=owed.article.id, duty=owed.duty, audience=None),))
            do(table, CARNIA, CallGuarantors(treaty=SURETY, against=owed.debtor, broken=PACT, article=owed.article.id))
    to_phase(table, Phase.ORDERS)
    do(table, ALBA, CommitOrders(orders=tuple(ApplySanction(power, Sanction.GENERAL) for power in answered)))
    to_phase(table, Phase.TALKS, 2)
    assert [owed.state for owed in obligations_of(table.state, ALBA)] == [found]
    assert [line.kept for line in table.state.record if line.treaty == SURETY] == [found is ObligationState.PERFORMED]


@pytest.mark.parametrize("names", [("open", "secret"), ("secret", "open")])
def test_a_secret_regime_does_not_hide_that_a_waterway_is_closed_under_a_public_one(names: tuple[str, str]) -> None:
    regime = WaterwayRegime(waterway=HARBOUR, keeper=CARNIA, passage=Passage.CLOSED_IN_WAR)
    readers = {"open": None, "secret": frozenset({ALBA, CARNIA})}
    table = opened(*(standing(TreatyId(name), (ALBA, CARNIA), regime, known_to=readers[name]) for name in names))
    whole, own = (closed_to(state, BORIA, frozenset({BORIA, DORIA})) for state in (table.state, table.view(BORIA)))
    assert whole == own == {HARBOUR: CARNIA}


@pytest.mark.parametrize("whole_is_suspended", [False, True])
def test_what_an_annex_will_oblige_to_is_not_awaited_while_its_treaty_is_suspended(whole_is_suspended: bool) -> None:
    suspended = frozenset({(CARNIA, ALBA)}) if whole_is_suspended else frozenset[tuple[Power, Power]]()
    whole = with_(standing(PACT, (ALBA, CARNIA), NonAggression()), suspended=suspended)
    annex = standing(SURETY, (ALBA, CARNIA), NonAggression(from_turn=SECOND), annexed_to=PACT)
    owed = obligations_of(opened(whole, annex).state, ALBA)
    assert [o.state for o in owed if o.treaty == SURETY] == ([] if whole_is_suspended else [ObligationState.DORMANT])
