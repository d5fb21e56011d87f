"""Contingents promised: counted in the war against the number promised, on their day, before those who know the promise."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brink import orders
from engine.ai.mind import Mind
from engine.clauses import ForcesCommitment, NonAggression
from engine.commands import AnswerCrisis, CloseStep, CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Stance
from engine.domains import OneOf
from engine.events import ContingentAwaited, ObligationBreached, Phase, ReadinessChanged
from engine.fulfilment import obligations_of
from engine.names import Audience, Onlooker, StakeId, TreatyId
from engine.obligations import ObligationState
from engine.options import options
from engine.orders import Attack, Default, Mobilise, Order, Readiness, Reinforce
from engine.postures import PostureKind
from engine.profile import Profile
from engine.refusal import Reason
from engine.state import State
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HILLS,
    MARCHES,
    POWERS,
    conclude,
    do,
    refused,
    standing,
    to_phase,
    with_plot,
)

CONVENTION = TreatyId("convention")


def convention(divisions: int, days: int = 0, front: StakeId | None = None, known_to: Audience = None) -> Treaty:
    clause = ForcesCommitment(provider=ALBA, beneficiary=CARNIA, divisions=divisions, days=days, front=front)
    return standing(CONVENTION, (ALBA, CARNIA), clause, known_to=known_to)


def called(
    divisions: int,
    days: int = 0,
    *,
    front: StakeId | None = None,
    step: Readiness = Readiness.GENERAL,
    beside: bool = False,
    known_to: Audience = None,
) -> Table:
    """Boria attacks Carnia, `beside` which Alba lies if it is said, and to which it has promised so many of its sixty divisions; all are to
    answer."""
    treaty = convention(divisions, days, front, known_to)
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={CONVENTION: treaty}, endings={})
    borders = scenario.setting.borders | ({(ALBA, CARNIA)} if beside else set())
    table = Table.open(with_(scenario, setting=with_(scenario.setting, borders=borders)), 1)
    table.apply((ReadinessChanged(power=ALBA, step=step),))
    return giving(table, boria=(Attack(CARNIA),))


def giving(table: Table, **ordered: tuple[Order, ...]) -> Table:
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders(ordered.get(power, ())))
    return table


def fought(table: Table, sent: int | None = None, stance: Stance = Stance.WITH_TARGET, *, persist: bool = True) -> Table:
    """Alba takes its stand with so many divisions, the others none; Boria persists."""
    do(table, ALBA, AnswerCrisis(stance=stance, divisions=sent))
    do(table, CARNIA, AnswerCrisis(stance=Stance.RESIST))
    for power in (DORIA, ETRIA):
        do(table, power, AnswerCrisis(stance=Stance.NEUTRAL))
    do(table, BORIA, Decide(persist=persist))
    return table


def conduct(table: Table) -> list[bool]:
    return [line.kept for line in table.state.record if line.debtor == ALBA]


@pytest.mark.parametrize(
    ("promised", "step", "sent", "kept"),
    [
        (40, Readiness.GENERAL, None, True),
        (40, Readiness.GENERAL, 40, True),
        (40, Readiness.GENERAL, 45, True),
        (40, Readiness.GENERAL, 39, False),
        (40, Readiness.GENERAL, 15, False),
        (40, Readiness.PARTIAL, None, True),
        (43, Readiness.PARTIAL, None, False),
        (40, Readiness.PEACE, None, False),
    ],
    ids=["all it has", "the number", "more", "one less", "a quarter", "enough ready", "too few ready", "unready"],
)
def test_a_contingent_owed_at_once_is_kept_by_the_number_that_comes(promised: int, step: Readiness, sent: int | None, kept: bool) -> None:
    table = fought(called(promised, step=step), sent)
    assert conduct(table) == [kept]
    line = next(line for line in table.state.wars[0].defence if line.power == ALBA)
    assert line.divisions == min(sent or 60, 60 * table.state.setting.force.share(step) // 100)


def test_who_does_not_come_has_broken_it_once_whatever_its_day() -> None:
    assert conduct(fought(called(40, days=2), stance=Stance.NEUTRAL)) == [False]


def close_turn(table: Table, **ordered: tuple[Order, ...]) -> Table:
    turn = table.state.turn
    giving(table, **ordered)
    while table.state.turn == turn and not table.state.over:
        do(table, Onlooker.FACILITATOR, CloseStep())
    return table


def test_what_is_wanting_may_be_made_up_until_its_day() -> None:
    table = fought(called(40, days=2), 15)
    assert conduct(table) == [] and [(one.foe, one.due) for one in table.state.contingents] == [(BORIA, 2)]
    close_turn(table, alba=(Reinforce(BORIA, 40),))
    assert conduct(table) == [True] and not table.state.contingents


def test_until_then_it_is_due() -> None:
    def how(table: Table) -> list[tuple[ObligationState | None, int | None]]:
        return [(o.state, o.due) for o in obligations_of(table.state, ALBA) if o.treaty == CONVENTION]

    table = fought(called(40, days=2), 15)
    assert how(table) == [(ObligationState.DUE, 2)]
    assert how(close_turn(table, alba=(Reinforce(BORIA, 40),))) == [(ObligationState.PERFORMED, None)]


def test_peace_calls_the_contingent_home_and_nothing_more_is_awaited() -> None:
    table = to_phase(fought(called(40, days=2), 15), Phase.TALKS)
    conclude(table, ALBA, "peace", (ALBA, BORIA, CARNIA), NonAggression())
    close_turn(table)
    assert not [p for p in table.state.postures if p.kind is PostureKind.FIGHTING]
    close_turn(table)
    assert conduct(table) == []


def test_what_is_still_wanting_on_its_day_is_broken_and_says_how_many_came() -> None:
    table = fought(called(40, days=2), 15)
    close_turn(table)
    assert conduct(table) == []
    close_turn(table)
    assert conduct(table) == [False]
    broken = [e for e in table.chronicle if isinstance(e, ObligationBreached)]
    assert [(e.sent, e.audience) for e in broken] == [(15, None)]
    close_turn(table)
    assert conduct(table) == [False]


def test_it_may_be_refused_openly_before_its_day() -> None:
    table = fought(called(40, days=2), 15)
    close_turn(table, alba=(Default(treaty=CONVENTION, article=table.state.contingents[0].article, to=CARNIA),))
    assert conduct(table) == [False] and not table.state.contingents


def test_who_calls_up_more_brings_them() -> None:
    table = fought(called(40, days=1, step=Readiness.PRECAUTIONARY))
    assert conduct(table) == []
    assert [o.treaty for o in consequences(to_phase(table, Phase.ORDERS).state, ALBA, Mobilise(Readiness.PARTIAL)).kept] == [CONVENTION]
    close_turn(table, alba=(Mobilise(Readiness.PARTIAL),))
    assert conduct(table) == [True]


def test_a_day_beyond_the_calendar_never_comes_and_who_came_has_kept_its_word() -> None:
    assert conduct(fought(called(40, days=9), 15)) == [True]


def test_without_a_war_nobody_is_counted_but_who_would_have_come_with_fewer_has_not_kept_its_word_either() -> None:
    assert conduct(fought(called(40), 15, persist=False)) == []
    assert conduct(fought(called(40), persist=False)) == [True]


def test_where_a_scenario_counts_no_divisions_a_contingent_is_kept_by_coming() -> None:
    scenario = with_plot(charter=False, events={}, drafts={}, treaties={CONVENTION: convention(40)}, endings={})
    powers = {p: with_(sheet, divisions=0) for p, sheet in scenario.setting.powers.items()}
    table = giving(Table.open(with_(scenario, setting=with_(scenario.setting, powers=powers)), 1), boria=(Attack(CARNIA),))
    assert conduct(fought(table)) == [True]


@pytest.mark.parametrize(
    ("front", "beside", "kept"),
    [(MARCHES, True, False), (MARCHES, False, True), (HILLS, True, True)],
    ids=["the ally next door lets them in", "the foe lies between", "a neutral's: nothing leads there"],
)
def test_a_contingent_for_a_front_is_counted_if_a_road_leads_there_and_nobody_answers_for_one_that_does_not(
    front: StakeId, beside: bool, kept: bool
) -> None:
    assert conduct(fought(called(40, front=front, beside=beside), 15)) == [kept]


def test_a_contingent_promised_in_secret_is_found_short_before_those_who_know_of_it_alone() -> None:
    both = frozenset({ALBA, CARNIA})
    table = fought(called(40, days=1, known_to=both), 15)
    close_turn(table)
    told = [e for e in table.chronicle if isinstance(e, ContingentAwaited | ObligationBreached)]
    assert [e.audience for e in told] == [both, both]
    assert not table.view(DORIA).contingents


def test_the_forecast_says_what_an_answer_would_be_worth_before_it_is_given() -> None:
    at_once, later = called(40).state, called(40, days=1).state

    def found(state: State, stance: Stance, divisions: int | None = None) -> list[int]:
        meant = consequences(state, ALBA, AnswerCrisis(stance=stance, divisions=divisions))
        return [len(some) for some in (meant.kept, meant.breaches, meant.awaited)]

    assert found(at_once, Stance.WITH_TARGET) == [1, 0, 0]
    assert found(at_once, Stance.WITH_TARGET, 15) == [0, 1, 0]
    assert found(later, Stance.WITH_TARGET, 15) == [0, 0, 1]
    assert found(later, Stance.NEUTRAL) == [0, 1, 0]


def test_a_power_that_has_promised_a_number_may_name_one_and_nobody_else() -> None:
    table = called(40)
    domains = [option.domains["divisions"] for option in options(table.state, ALBA) if option.verb is AnswerCrisis]
    numbers = {number for domain in domains if isinstance(domain, OneOf) for number in domain.values}
    assert numbers == {None, 15, 30, 39, 40, 45}
    refusal = refused(table, ALBA, AnswerCrisis(stance=Stance.WITH_TARGET, divisions=7))
    assert refusal.reason is Reason.NOT_SO_MANY_DIVISIONS
    assert refused(table, DORIA, AnswerCrisis(stance=Stance.WITH_TARGET, divisions=5)).reason is Reason.NOT_SO_MANY_DIVISIONS


def test_a_scripted_power_makes_up_what_it_has_promised_if_it_can() -> None:
    named = to_phase(fought(called(40, days=2), 15), Phase.ORDERS)
    unready = to_phase(fought(called(40, days=2, step=Readiness.PRECAUTIONARY)), Phase.ORDERS)
    for table, wanted in ((named, Reinforce(BORIA, 60)), (unready, Mobilise(Readiness.PARTIAL))):
        assert wanted in orders(Mind(view=table.view(ALBA), power=ALBA, profile=Profile(), memory={}, seed=1)).orders
