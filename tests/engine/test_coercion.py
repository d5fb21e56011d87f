"""Indirect aggression: what is promised under threat of force may be taken back with the help of those who promised it."""

from __future__ import annotations

import pytest

from engine.cases import cases
from engine.clauses import AnyClause, Guarantee, MutualAssistance
from engine.commands import AnswerCrisis, AnswerUltimatum, CommitOrders, Decide, IssueUltimatum
from engine.crisis import DemandCession, DemandStandDown, Opening, Stance
from engine.decide.crises import stances_of
from engine.duties import Consult, Trigger
from engine.events import Phase
from engine.names import TreatyId
from engine.obligations import cessions_of
from engine.orders import HandOver, Order
from engine.table import Table
from engine.treaty import Stage
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, HARBOUR, MARCHES, POWERS, do, standing, to_phase, with_plot
from tests.engine.test_crises import answers

NOTES = TreatyId("boria.notes_carnia_0")
INDIRECT = MutualAssistance(trigger=Trigger.INDIRECT_AGGRESSION)
"""Anglo-Polish agreement, London, 25 August 1939, article 2."""


def accepted(*clauses: AnyClause, secret: bool = False, orders: tuple[Order, ...] = (), expires: int = 1) -> Table:
    """Boria has demanded the marches; Carnia, to which Alba has promised this, has accepted and all have given their orders."""
    known = frozenset({ALBA, CARNIA}) if secret else None
    treaty = standing(TreatyId("pact"), (ALBA, CARNIA), *clauses, known_to=known)
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={treaty.id: treaty} if clauses else {}), 1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=expires))
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(orders if power == CARNIA else ()))
    return table


@pytest.mark.parametrize(
    ("clause", "opens"),
    [
        (INDIRECT, True),
        (MutualAssistance(trigger=Trigger.THREAT), True),
        (Guarantee(guarantors=(ALBA,), protected=CARNIA, trigger=Trigger.INDIRECT_AGGRESSION), True),
        (MutualAssistance(trigger=Trigger.INDIRECT_AGGRESSION, over=(HARBOUR,)), False),
        (MutualAssistance(trigger=Trigger.INDIRECT_AGGRESSION, against=(DORIA,)), False),
        (MutualAssistance(), False),
    ],
    ids=["indirect aggression", "threat", "guarantee", "over another stake", "against another", "attack alone"],
)
def test_a_cession_promised_under_threat_opens_a_crisis_where_help_against_that_was_promised(clause: AnyClause, opens: bool) -> None:
    crisis = accepted(clause).state.crisis
    assert (crisis is not None) is opens
    if crisis is not None:
        assert (crisis.opening, crisis.mover, crisis.target, crisis.over) == (Opening.COERCION, BORIA, CARNIA, frozenset({MARCHES}))
        assert stances_of(crisis, CARNIA) == (Stance.RESIST, Stance.YIELD)


def test_a_secret_promise_of_help_opens_no_crisis_before_all() -> None:
    assert accepted(INDIRECT, secret=True).state.crisis is None


def test_who_hands_over_at_once_has_made_its_choice() -> None:
    notes = HandOver(treaty=NOTES, article=next(iter(cessions_of(_promised().state, CARNIA))).article.id, stake=MARCHES)
    table = accepted(INDIRECT, orders=(notes,))
    assert table.state.holder(MARCHES) == BORIA and table.state.crisis is None


def _promised() -> Table:
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={}), 1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1))
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    return table


def test_a_coercer_that_steps_back_renounces_what_it_was_promised_and_the_guarantor_has_kept_its_word() -> None:
    table = accepted(INDIRECT)
    answers(table, alba=Stance.WITH_TARGET)
    prestige = table.state.tracks["boria.prestige"]
    do(table, BORIA, Decide(persist=False))
    assert table.state.treaties[NOTES].stage is Stage.ENDED and cessions_of(table.state, CARNIA) == ()
    assert [(line.debtor, line.kept) for line in table.state.record] == [(ALBA, True)]
    assert table.state.tracks["boria.prestige"] < prestige and not table.state.ultimatums
    to_phase(table, Phase.ORDERS, 1)
    assert table.state.holder(MARCHES) == CARNIA and not [line for line in table.state.record if not line.kept]


@pytest.mark.parametrize(("stance", "kept"), [(Stance.WITH_TARGET, True), (Stance.NEUTRAL, False)])
def test_a_coercer_that_persists_is_at_war_with_the_guarantors_that_come(stance: Stance, kept: bool) -> None:
    table = accepted(INDIRECT)
    answers(table, alba=stance)
    do(table, BORIA, Decide(persist=True))
    (war,) = table.state.wars
    assert (ALBA in war.defenders) is kept
    assert [(line.debtor, line.kept) for line in table.state.record if line.debtor == ALBA] == [(ALBA, kept)]
    assert not table.state.treaties[NOTES].in_force


def test_a_power_that_lets_its_promise_stand_owes_it_still_and_nobody_has_failed_it() -> None:
    table = accepted(INDIRECT)
    for power in sorted(table.state.crisis.called):  # type: ignore[union-attr]
        do(table, power, AnswerCrisis(stance=Stance.YIELD if power == CARNIA else Stance.NEUTRAL))
    assert table.state.treaties[NOTES].in_force and [o.duty.debtor for o in cessions_of(table.state, CARNIA)] == [CARNIA]
    assert not table.state.wars and table.state.record == () and table.state.turn == 1
    to_phase(table, Phase.ORDERS, 1)
    for power in POWERS:
        do(table, power, CommitOrders(()))
    assert table.state.crisis is None


def test_a_demand_that_cedes_nothing_opens_no_crisis_when_it_is_met() -> None:
    treaty = standing(TreatyId("pact"), (ALBA, CARNIA), INDIRECT)
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={treaty.id: treaty}), 1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandStandDown(), expires=1))
    do(table, CARNIA, AnswerUltimatum(issuer=BORIA, accept=True))
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(()))
    assert table.state.crisis is None


def test_who_is_to_consult_upon_indirect_aggression_is_called_for_by_a_cession_under_threat() -> None:
    (case,) = cases(_promised().state, Consult(debtor=ALBA, creditor=CARNIA, on=Trigger.INDIRECT_AGGRESSION))
    assert (case.since, case.foes) == (0, (BORIA,))
