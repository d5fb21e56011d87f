"""Conduct that contradicts a promise: warned of before it, found when it is done, be it by an order, an ultimatum or another treaty."""

from __future__ import annotations

from typing import Any

import pytest

from engine.clauses import (
    AnyClause,
    InviolabilityOfFrontiers,
    MutualAssistance,
    NoHostileCombination,
    NonAggression,
    NonInterference,
    NoSeparatePeace,
    Recognition,
)
from engine.clauses.recognition import RecognitionOf
from engine.commands import AnswerCrisis, Assent, CommitOrders, Decide, IssueUltimatum, Sign
from engine.consequences import consequences
from engine.crisis import DemandCession, DemandStandDown, Stance
from engine.events import ObligationBreached, Phase, ReadinessChanged
from engine.happenings import Means, Sanction
from engine.names import Audience, Lang, Power, TreatyId
from engine.orders import ApplySanction, Attack, Leak, Occupy, Order, Readiness, SendAid
from engine.plot import Scenario
from engine.table import Table
from engine.texts.chronicle import tell
from engine.texts.consequences import change_words
from engine.texts.voice import Speaker
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    HILLS,
    MARCHES,
    THIRD,
    adopt,
    cession,
    close,
    conclude,
    do,
    standing,
    to_phase,
    with_plot,
)

PACT = TreatyId("pact")
MARCHES_DEMANDED = IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=1)
DISARMAMENT = IssueUltimatum(target=CARNIA, demand=DemandStandDown(), expires=1)


def promised(article: AnyClause, parties: tuple[Power, ...] = (BORIA, CARNIA)) -> Scenario:
    """A game in which this has been promised long ago."""
    return with_plot(charter=False, events={}, drafts={}, treaties={PACT: standing(PACT, parties, article)}, endings={})


def recognised(of: RecognitionOf, **more: Any) -> Recognition:
    """Boria recognises something of Carnia."""
    return Recognition(recognising=(BORIA,), recognised=CARNIA, object=of, **more)


def breaches(table: Table) -> list[ObligationBreached]:
    return [event for event in table.chronicle if isinstance(event, ObligationBreached) and event.treaty == PACT]


FRONTIERS, SOVEREIGNTY = recognised(RecognitionOf.FRONTIERS), recognised(RecognitionOf.SOVEREIGNTY, over=(MARCHES,))
INDEPENDENCE, GOVERNMENT = recognised(RecognitionOf.INDEPENDENCE), recognised(RecognitionOf.GOVERNMENT, rivals=(DORIA,))
BROKEN, NOTHING = True, False


@pytest.mark.parametrize(
    ("article", "ultimatum", "outcome"),
    [
        (FRONTIERS, MARCHES_DEMANDED, BROKEN),
        (FRONTIERS, DISARMAMENT, NOTHING),
        (SOVEREIGNTY, MARCHES_DEMANDED, BROKEN),
        (INDEPENDENCE, DISARMAMENT, BROKEN),
        (GOVERNMENT, MARCHES_DEMANDED, NOTHING),
        (InviolabilityOfFrontiers(), MARCHES_DEMANDED, BROKEN),
        (NonAggression(threats=True), DISARMAMENT, BROKEN),
        (NonAggression(), MARCHES_DEMANDED, NOTHING),
        (NonInterference(), DISARMAMENT, BROKEN),
    ],
)
def test_an_ultimatum_breaks_at_once_what_its_forecast_names(article: AnyClause, ultimatum: IssueUltimatum, outcome: bool) -> None:
    table = Table.open(promised(article), 1)
    forecast = consequences(table.state, BORIA, ultimatum)
    do(table, BORIA, ultimatum)
    assert len(forecast.breaches) == len(breaches(table)) == outcome
    assert forecast.against is not None and forecast.against.target == CARNIA


AIDING = SendAid(to=DORIA, means=Means.ARMS)
RECALLING = ApplySanction(CARNIA, Sanction.DIPLOMATIC)


@pytest.mark.parametrize(
    ("article", "order", "outcome"),
    [
        (GOVERNMENT, RECALLING, BROKEN),
        (GOVERNMENT, ApplySanction(CARNIA, Sanction.OIL), NOTHING),
        (GOVERNMENT, AIDING, BROKEN),
        (recognised(RecognitionOf.GOVERNMENT), AIDING, NOTHING),
        (FRONTIERS, RECALLING, NOTHING),
        (FRONTIERS, Occupy(MARCHES), BROKEN),
        (SOVEREIGNTY, Occupy(MARCHES), BROKEN),
        (INDEPENDENCE, Occupy(MARCHES), BROKEN),
        (INDEPENDENCE, Attack(CARNIA), BROKEN),
    ],
)
def test_an_order_breaks_a_recognition_as_its_forecast_says(article: AnyClause, order: Order, outcome: bool) -> None:
    table = to_phase(Table.open(promised(article), 1), Phase.ORDERS)
    assert len(consequences(table.state, BORIA, order).breaches) == outcome
    do(table, BORIA, CommitOrders((order,)))
    fought(table)
    assert len(breaches(table)) == outcome


def fought(table: Table) -> None:
    """Go on to the next talks; where it comes to a crisis, the target resists and the mover persists."""
    close(table)
    while table.state.crisis is not None:
        crisis = table.state.crisis
        if crisis.revealed:
            do(table, crisis.mover, Decide(persist=True))
        else:
            do(table, crisis.target, AnswerCrisis(stance=Stance.RESIST))
            close(table)
    to_phase(table, Phase.TALKS)


def test_who_attacks_for_what_it_has_demanded_sets_out_to_take_it_beyond_the_frontier_recognised() -> None:
    table = Table.open(promised(SOVEREIGNTY), 1)
    to_phase(table, Phase.ORDERS)
    assert consequences(table.state, BORIA, Attack(CARNIA)).breaches == ()
    table = Table.open(promised(SOVEREIGNTY), 1)
    do(table, BORIA, MARCHES_DEMANDED)
    to_phase(table, Phase.ORDERS)
    assert len(consequences(table.state, BORIA, Attack(CARNIA)).breaches) == 1
    do(table, BORIA, CommitOrders((Attack(CARNIA),)))
    fought(table)
    assert len(breaches(table)) == 2


def test_a_war_that_takes_what_lies_beyond_a_frontier_breaks_its_recognition_whatever_it_was_begun_for() -> None:
    table = to_phase(Table.open(promised(FRONTIERS), 1), Phase.ORDERS)
    table.apply((ReadinessChanged(power=BORIA, step=Readiness.GENERAL), ReadinessChanged(power=CARNIA, step=Readiness.PEACE)))
    do(table, BORIA, CommitOrders((Attack(CARNIA),)))
    fought(table)
    assert table.state.holder(MARCHES) == BORIA
    assert len(breaches(table)) == 1


# -- by another treaty

CEDED = cession((MARCHES, THIRD))
ALL = (BORIA, CARNIA)


@pytest.mark.parametrize(
    ("article", "parties", "other", "makers", "outcome"),
    [
        (FRONTIERS, ALL, CEDED, (BORIA, DORIA), BROKEN),
        (FRONTIERS, ALL, CEDED, (BORIA, CARNIA), NOTHING),
        (FRONTIERS, ALL, cession((HILLS, THIRD), ceder=DORIA), (BORIA, ALBA), NOTHING),
        (SOVEREIGNTY, ALL, CEDED, (BORIA, DORIA), BROKEN),
        (GOVERNMENT, ALL, Recognition(recognised=DORIA, object=RecognitionOf.GOVERNMENT), (BORIA, DORIA), BROKEN),
        (GOVERNMENT, ALL, Recognition(recognised=ALBA, object=RecognitionOf.GOVERNMENT), (BORIA, ALBA), NOTHING),
        (NoHostileCombination(), ALL, MutualAssistance(against=(CARNIA,)), (BORIA, DORIA), BROKEN),
        (NoHostileCombination(), ALL, MutualAssistance(against=(ALBA,)), (BORIA, DORIA), NOTHING),
        (NoHostileCombination(), ALL, MutualAssistance(), (BORIA, DORIA), NOTHING),
    ],
)
def test_a_treaty_breaks_the_older_promise_that_it_contradicts_as_its_last_signature_was_told(
    article: AnyClause, parties: tuple[Power, ...], other: AnyClause, makers: tuple[Power, ...], outcome: bool
) -> None:
    table = Table.open(promised(article, parties), 1)
    ident = adopt(table, BORIA, "other", makers, other)
    assert len(consequences(table.state, BORIA, Sign(treaty=ident)).breaches) == outcome
    for power in makers:
        do(table, power, Sign(treaty=ident))
    for turn in (1, 2):
        to_phase(table, Phase.TALKS, turn)
    assert [(e.duty.debtor, e.regarding) for e in breaches(table)] == [(BORIA, ident)] * outcome


def test_a_title_disposed_of_with_the_later_assent_of_its_holder_is_no_breach() -> None:
    table = Table.open(promised(FRONTIERS), 1)
    ident = conclude(table, BORIA, "other", (BORIA, DORIA), CEDED)
    do(table, CARNIA, Assent(treaty=ident))
    to_phase(table, Phase.TALKS, 1)
    assert breaches(table) == []


def test_a_separate_peace_is_made_by_a_treaty_that_renounces_force_against_a_common_enemy() -> None:
    allied = standing(PACT, (ALBA, CARNIA), NoSeparatePeace(), MutualAssistance())
    table = to_phase(Table.open(with_plot(charter=False, events={}, drafts={}, treaties={PACT: allied}, endings={}), 1), Phase.ORDERS)
    do(table, BORIA, CommitOrders((Attack(CARNIA),)))
    close(table)
    do(table, ALBA, AnswerCrisis(stance=Stance.WITH_TARGET))
    close(table)
    do(table, BORIA, Decide(persist=True))
    to_phase(table, Phase.TALKS, 1)
    ident = adopt(table, ALBA, "peace", (ALBA, BORIA), NonAggression())
    assert {o.duty.creditor for o in consequences(table.state, ALBA, Sign(treaty=ident)).breaches} == {CARNIA}
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=ident))
    to_phase(table, Phase.TALKS, 2)
    assert [(e.duty.debtor, e.duty.creditor, e.regarding) for e in breaches(table)] == [(ALBA, CARNIA, ident)]


def test_a_secret_treaty_breaks_a_promise_before_those_who_know_it_and_before_all_once_it_is_out() -> None:
    table = Table.open(promised(FRONTIERS), 1)
    ident = conclude(table, BORIA, "other", (BORIA, DORIA), CEDED, secret=True)
    to_phase(table, Phase.ORDERS, 1)
    do(table, DORIA, CommitOrders((Leak(ident),)))
    to_phase(table, Phase.TALKS, 2)
    readers: list[Audience] = [event.audience for event in breaches(table)]
    assert readers == [frozenset({BORIA, DORIA}), None]


def test_what_an_act_would_break_is_said_with_its_source() -> None:
    table = Table.open(promised(FRONTIERS), 1)
    ident = adopt(table, BORIA, "other", (BORIA, DORIA), CEDED)
    for command in (MARCHES_DEMANDED, Sign(treaty=ident)):
        found = consequences(table.state, BORIA, command)
        english, french = (
            change_words(found, BORIA, Speaker(table.state.setting, Lang(lang)), table.state.treaties) for lang in ("en", "fr")
        )
        assert (
            "It would be a breach of what is owed: the promise not to occupy or claim the territory of Carnia (“pact”, Article 1)."
            in english
        )
        assert (
            "Ce serait manquer à la promesse de ne pas occuper ni revendiquer le territoire de Carnia (fr) (« pact (fr) », article premier)."
            in [line.replace("\u00a0", " ") for line in french]
        )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Boria breaks, by “other”, the promise given to Carnia not to occupy or claim the territory of Carnia "),
        ("fr", "Boria (fr) rompt, par « other (fr) », la promesse faite à Carnia (fr) de ne pas occuper ni revendiquer "),
    ],
)
def test_the_chronicle_names_the_treaty_that_contradicts(lang: str, words: str) -> None:
    table = Table.open(promised(FRONTIERS), 1)
    conclude(table, BORIA, "other", (BORIA, DORIA), CEDED)
    to_phase(table, Phase.TALKS, 1)
    (event,) = breaches(table)
    told = tell(event, Lang(lang), table.state.setting, table.state.treaties)
    assert told is not None and told.replace("\u00a0", " ").startswith(words)
