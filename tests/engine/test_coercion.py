"""Indirect aggression: what is promised under threat of force may be taken back with the help of those who promised it."""

from __future__ import annotations

import pytest
from attrs import frozen
from hypothesis import event, example, given
from hypothesis import strategies as st

from engine.abandonment import WHOLE_COUNTRY
from engine.ai.random_articles import random_clause
from engine.cases import cases
from engine.chance import draw
from engine.clauses import (
    AnyClause,
    Bases,
    Consultation,
    Demilitarisation,
    Guarantee,
    MutualAssistance,
    Neutrality,
    NonAggression,
    Transit,
)
from engine.commands import AnswerCrisis, AnswerUltimatum, Assent, CommitOrders, Decide, IssueUltimatum, PowerCommand, Sign
from engine.consequences import consequences
from engine.crisis import Crisis, DemandAssent, DemandCession, DemandStandDown, Opening, Stance
from engine.decide.crises import stances_of
from engine.duties import Assist, Automaticity, Consult, Trigger
from engine.events import Phase, WarFought
from engine.names import Power, StakeId, TreatyId
from engine.obligations import cessions_of
from engine.orders import Deploy, HandOver, Order
from engine.table import Table
from engine.treaty import Stage
from tests.engine.profiles import effort
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
    SECOND,
    WORDS,
    adopt,
    cession,
    do,
    standing,
    to_phase,
    with_plot,
)
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
        (MutualAssistance(trigger=Trigger.THREAT), False),
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


# -- what counts


@frozen(kw_only=True)
class Surrender:
    """What Carnia consents to while an ultimatum of Boria's stands, and whether it is indirect aggression."""

    clauses: tuple[AnyClause, ...]
    counts: bool
    parties: tuple[Power, ...] = (BORIA, CARNIA)
    over: frozenset[StakeId] = WHOLE_COUNTRY
    threat: bool = True
    secret: bool = False


CEDED = cession((MARCHES, SECOND))
SURRENDERS = {
    "territory is given up": Surrender(clauses=(CEDED,), counts=True, over=frozenset({MARCHES})),
    "it is so among three": Surrender(clauses=(CEDED,), counts=True, parties=(BORIA, CARNIA, DORIA), over=frozenset({MARCHES})),
    "it is so by a third state's assent to what four have agreed": Surrender(
        clauses=(CEDED,), counts=True, parties=(ALBA, BORIA, DORIA, ETRIA), over=frozenset({MARCHES})
    ),
    "foreign forces may stand in a place": Surrender(
        clauses=(Bases(host=CARNIA, to=BORIA, at=(HARBOUR,)),), counts=True, over=frozenset({HARBOUR})
    ),
    "foreign forces may stand anywhere": Surrender(clauses=(Bases(host=CARNIA, to=BORIA),), counts=True),
    "foreign forces may pass": Surrender(clauses=(Transit(grantor=CARNIA, to=(BORIA,)),), counts=True),
    "its defence is forgone": Surrender(clauses=(Demilitarisation(zone=(MARCHES,)),), counts=True, over=frozenset({MARCHES})),
    "its own forces are pledged": Surrender(clauses=(MutualAssistance(),), counts=True),
    "two things at once": Surrender(clauses=(CEDED, Demilitarisation(zone=(HARBOUR,))), counts=True, over=frozenset({MARCHES, HARBOUR})),
    "passage that it may refuse again": Surrender(clauses=(Transit(grantor=CARNIA, to=(BORIA,), on_request=True),), counts=False),
    "another's defence is forgone": Surrender(clauses=(Demilitarisation(zone=(HILLS,)),), counts=False),
    "aid that is left to its own judgment": Surrender(clauses=(MutualAssistance(automaticity=Automaticity.AS_EACH_JUDGES),), counts=False),
    "peace is promised": Surrender(clauses=(NonAggression(), Consultation(), Neutrality()), counts=False),
    "words": Surrender(clauses=(WORDS,), counts=False),
    "to the benefit of one that has not threatened": Surrender(
        clauses=(cession((MARCHES, SECOND), receiver=DORIA),), counts=False, parties=(BORIA, CARNIA, DORIA)
    ),
    "without a threat": Surrender(clauses=(CEDED,), counts=False, threat=False),
    "in secret": Surrender(clauses=(CEDED,), counts=False, secret=True),
}
"""Abandonment of independence or neutrality under threat of force, as the Anglo-French drafts of 8 and 17 July 1939 had it."""


def surrendering(case: Surrender) -> tuple[Table, PowerCommand]:
    """Alba has promised Carnia help against indirect aggression; the act by which Carnia consents is still to be done."""
    pact = standing(TreatyId("pact"), (ALBA, CARNIA), INDIRECT)
    table = Table.open(with_plot(charter=False, events={}, drafts={}, endings={}, treaties={pact.id: pact}), 1)
    if case.threat:
        do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandStandDown(), expires=1))
    ident = adopt(table, BORIA, "terms", case.parties, *case.clauses, secret=case.secret)
    for power in case.parties:
        if power != CARNIA:
            do(table, power, Sign(treaty=ident))
    return table, Sign(treaty=ident) if CARNIA in case.parties else Assent(treaty=ident)


def without_orders(table: Table) -> Crisis | None:
    """The crisis that opens when nobody orders anything."""
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(()))
    return table.state.crisis


@pytest.mark.parametrize("case", SURRENDERS.values(), ids=SURRENDERS)
def test_consent_under_threat_is_indirect_aggression_where_independence_or_neutrality_is_given_up(case: Surrender) -> None:
    table, consent = surrendering(case)
    found = consequences(table.state, CARNIA, consent)
    do(table, CARNIA, consent)
    crisis = without_orders(table)
    assert (crisis is not None) is case.counts is found.crisis is bool(found.rescuers)
    if crisis is not None:
        assert (crisis.opening, crisis.mover, crisis.target, crisis.over) == (Opening.COERCION, BORIA, CARNIA, case.over)
        assert [o.duty.debtor for o in found.rescuers] == [ALBA]


def test_to_stand_down_when_told_to_is_none_for_the_forces_may_be_called_up_again() -> None:
    table, _ = surrendering(SURRENDERS["words"])
    demand = AnswerUltimatum(issuer=BORIA, accept=True)
    assert not consequences(table.state, CARNIA, demand).rescuers
    do(table, CARNIA, demand)
    assert without_orders(table) is None


def test_a_demand_to_assent_that_is_accepted_is_consent_under_threat() -> None:
    table, assent = surrendering(SURRENDERS["it is so by a third state's assent to what four have agreed"])
    (ident,) = (ident for ident in table.state.treaties if ident != "pact")
    assert isinstance(assent, Assent)
    do(table, DORIA, IssueUltimatum(target=CARNIA, demand=DemandAssent(ident), expires=1))
    accepting = AnswerUltimatum(issuer=DORIA, accept=True)
    assert consequences(table.state, CARNIA, accepting).rescuers
    do(table, CARNIA, accepting)
    crisis = without_orders(table)
    assert crisis is not None and (crisis.mover, crisis.accords) == (BORIA, (ident,))


@pytest.mark.parametrize("persist", [False, True])
def test_a_third_state_takes_back_its_assent_and_the_treaty_stands_between_the_others(persist: bool) -> None:
    case = SURRENDERS["it is so by a third state's assent to what four have agreed"]
    table, assent = surrendering(case)
    do(table, CARNIA, assent)
    crisis = without_orders(table)
    assert crisis is not None
    answers(table, alba=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=persist))
    treaty = table.state.treaties[crisis.accords[0]]
    assert treaty.in_force and treaty.parties == frozenset(case.parties) and CARNIA not in treaty.assents
    assert not [o for o in cessions_of(table.state, CARNIA) if o.treaty == treaty.id]
    assert table.state.at_war(BORIA) == (frozenset({ALBA, CARNIA}) if persist else frozenset())


def test_forces_let_in_under_threat_go_home_when_the_consent_is_taken_back() -> None:
    table, consent = surrendering(SURRENDERS["foreign forces may stand in a place"])
    do(table, CARNIA, consent)
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders((Deploy(HARBOUR),) if power == BORIA else ()))
    assert table.state.garrison(HARBOUR) == {BORIA}
    answers(table, alba=Stance.WITH_TARGET)
    do(table, BORIA, Decide(persist=False))
    assert table.state.garrison(HARBOUR) == frozenset()


def test_a_signature_under_threat_says_what_it_will_lead_to_once_the_others_have_signed() -> None:
    table = surrendering(SURRENDERS["words"])[0]
    ident = adopt(table, BORIA, "later", (BORIA, CARNIA), CEDED)
    found = consequences(table.state, CARNIA, Sign(treaty=ident))
    assert found.rescuers and found.awaits and not found.crisis
    do(table, CARNIA, Sign(treaty=ident))
    do(table, BORIA, Sign(treaty=ident))
    assert without_orders(table) is not None


@effort(40)
@example(37536, (BORIA, CARNIA, DORIA))
@given(st.integers(0, 10**6), st.sampled_from(((BORIA, CARNIA), (BORIA, CARNIA, DORIA))))
def test_a_consent_opens_the_crisis_that_was_forecast_and_the_calculator_reckons_its_war(seed: int, parties: tuple[Power, ...]) -> None:
    table, _ = surrendering(SURRENDERS["words"])
    clauses = (random_clause(table.state, parties, lambda purpose, sides: draw(seed, purpose, sides), n) for n in range(2))
    drafted = tuple(clause for clause in clauses if clause is not None)
    ident = adopt(table, BORIA, "drafted", parties, *drafted)
    for power in parties:
        if power != CARNIA:
            do(table, power, Sign(treaty=ident))
    found = consequences(table.state, CARNIA, Sign(treaty=ident))
    do(table, CARNIA, Sign(treaty=ident))
    crisis = without_orders(table)
    assert (crisis is not None) is found.crisis
    event(f"crisis: {found.crisis}")
    if crisis is not None:
        assert found.against is not None and {o.duty.debtor for o in found.rescuers} == {ALBA}
        assert found.against.helpers == (ALBA,) or ALBA in {call.power for call in found.against.calls if call.grounds}
        sides = dict.fromkeys(found.against.helpers, Stance.WITH_TARGET) | dict.fromkeys(found.against.joiners, Stance.WITH_MOVER)
        answers(table, **sides)
        (fought,) = (e for e in do(table, BORIA, Decide(persist=True)) if isinstance(e, WarFought))
        assert {line.power: line.divisions for line in fought.war.defence} == {
            line.power: line.divisions for line in found.against.war.defence
        }
        assert {line.debtor for line in table.state.record if isinstance(line.duty, Assist) and line.kept} == set(sides)


def test_who_is_to_consult_upon_indirect_aggression_is_called_for_by_a_cession_under_threat() -> None:
    (case,) = cases(_promised().state, Consult(debtor=ALBA, creditor=CARNIA, on=Trigger.INDIRECT_AGGRESSION))
    assert (case.since, case.foes) == (0, (BORIA,))
