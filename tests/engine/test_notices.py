"""Notice owed of mobilisation, manoeuvres and treaties: given, withheld, and found out by those who can tell; recognitions denied."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.clauses import Notification, Recognition
from engine.clauses.notification import Notice
from engine.clauses.recognition import RecognitionOf
from engine.commands import CommitOrders, Suspend
from engine.consequences import consequences
from engine.decide.orders import available_orders
from engine.events import DeedAnnounced, ObligationBreached, Phase
from engine.names import ArticleId, Audience, Power, TreatyId, Viewer
from engine.options import options
from engine.orders import Default, Deploy, GatherIntelligence, Leak, Mobilise, Order, Perform, Readiness
from engine.plot import Scenario
from engine.reckoning import with_files
from engine.setting import Chances
from engine.table import Table
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    HARBOUR,
    HILLS,
    MARCHES,
    OBSERVER,
    WORDS,
    close,
    conclude,
    do,
    standing,
    to_phase,
    with_plot,
)

NOTES = TreatyId("notes")
FIRST_ARTICLE = ArticleId("notes_1")
PACT = TreatyId("boria.pact")


def owing(*notices: Notice, days: int = 0, known_to: Audience = None) -> Scenario:
    """Boria and Carnia give one another notice of these things."""
    article = Notification(of=notices, days_before=days)
    notes = standing(NOTES, (BORIA, CARNIA), article, known_to=known_to)
    made = with_plot(events={}, drafts={}, treaties={NOTES: notes}, endings={})
    chances = Chances(intelligence=100, agent_caught=0, leak_traced=0)
    return with_(made, setting=with_(made.setting, chances=chances))


def notice(matter: Notice) -> Perform:
    """Boria gives Carnia notice."""
    return Perform(treaty=NOTES, article=FIRST_ARTICLE, to=CARNIA, matter=matter.value)


def turn_of(table: Table, **orders: tuple[Order, ...]) -> Table:
    """Carry out these orders in the present turn, and go on to the talks of the next."""
    turn = table.state.turn
    to_phase(table, Phase.ORDERS, turn)
    for power, given in orders.items():
        do(table, Power(power), CommitOrders(given))
    return to_phase(table, Phase.TALKS, turn + 1)


def lines(table: Table) -> list[tuple[Power, Power, bool]]:
    return [(line.debtor, line.creditor, line.kept) for line in table.state.record if line.treaty == NOTES]


def readers_of_breaches(table: Table) -> list[Audience]:
    return [event.audience for event in table.chronicle if isinstance(event, ObligationBreached) and event.treaty == NOTES]


GENERAL, PARTIAL = Mobilise(Readiness.GENERAL), Mobilise(Readiness.PARTIAL)
KEPT, BROKEN = [(BORIA, CARNIA, True)], [(BORIA, CARNIA, False)]
MOBILISATION, MANOEUVRES, TREATIES = notice(Notice.MOBILISATION), notice(Notice.MANOEUVRES), notice(Notice.TREATIES)


@pytest.mark.parametrize(
    ("days", "turns", "outcome"),
    [
        (0, [(PARTIAL,)], BROKEN),
        (0, [(MOBILISATION, PARTIAL)], KEPT),
        (0, [(MOBILISATION,), (PARTIAL,)], KEPT),
        (0, [(MOBILISATION,), (), (PARTIAL,)], BROKEN),
        (0, [(MOBILISATION, PARTIAL), (GENERAL,)], [*KEPT, *KEPT]),
        (0, [(PARTIAL,), (GENERAL,)], [*BROKEN, *BROKEN]),
        (0, [(MANOEUVRES, PARTIAL)], BROKEN),
        (0, [(MANOEUVRES, Deploy(HARBOUR))], KEPT),
        (0, [(Deploy(HARBOUR),)], BROKEN),
        (0, [(MOBILISATION, MANOEUVRES)], []),
        (1, [(MOBILISATION, PARTIAL)], BROKEN),
        (1, [(MOBILISATION,), (PARTIAL,)], KEPT),
        (1, [(MOBILISATION,), (), (PARTIAL,)], KEPT),
        (2, [(MOBILISATION,), (PARTIAL,)], BROKEN),
    ],
)
def test_notice_is_given_with_the_deed_or_so_long_before_and_holds_for_two_turns(
    days: int, turns: list[tuple[Order, ...]], outcome: list[tuple[Power, Power, bool]]
) -> None:
    scenario = owing(Notice.MOBILISATION, Notice.MANOEUVRES, days=days)
    held = with_(scenario.setting.stakes[HARBOUR], holder=BORIA)
    scenario = with_(scenario, setting=with_(scenario.setting, stakes={**scenario.setting.stakes, HARBOUR: held}))
    table = Table.open(scenario, 1)
    for given in turns:
        turn_of(table, boria=given)
    assert lines(table) == outcome


def test_precautions_are_no_mobilisation_and_notice_alone_keeps_no_promise() -> None:
    table = turn_of(Table.open(owing(Notice.MOBILISATION), 1), carnia=())
    assert Mobilise(Readiness.PRECAUTIONARY) in available_orders(to_phase(table, Phase.ORDERS).state, ALBA)
    turn_of(table, boria=(MOBILISATION,))
    assert lines(table) == [] and any(isinstance(event, DeedAnnounced) for _, event in table.news(ETRIA))


def test_a_forecast_says_what_notice_is_wanting_and_counts_the_one_that_goes_with_the_deed() -> None:
    state = to_phase(Table.open(owing(Notice.MOBILISATION), 1), Phase.ORDERS).state
    assert [o.treaty for o in consequences(state, BORIA, PARTIAL).breaches] == [NOTES]
    assert consequences(state, BORIA, CommitOrders((MOBILISATION, PARTIAL))).breaches == ()


# -- treaties


def with_pact(scenario: Scenario) -> Table:
    """Boria and Doria have made a secret pact of which Carnia was owed notice."""
    table = Table.open(scenario, 1)
    conclude(table, BORIA, "pact", (BORIA, DORIA), WORDS, secret=True)
    return table


def test_a_public_treaty_is_its_own_notice_and_one_made_with_the_creditor_needs_none() -> None:
    table = Table.open(owing(Notice.TREATIES), 1)
    conclude(table, BORIA, "pact", (BORIA, DORIA), WORDS)
    conclude(table, BORIA, "other", (BORIA, CARNIA), WORDS, secret=True)
    for _ in range(3):
        turn_of(table)
    assert lines(table) == []


def test_a_secret_treaty_is_told_by_an_order_that_hands_its_text_over() -> None:
    table = turn_of(with_pact(owing(Notice.TREATIES)), boria=(TREATIES,))
    assert lines(table) == KEPT
    assert table.state.treaties[PACT].known_to == frozenset({BORIA, CARNIA, DORIA})
    assert TREATIES not in available_orders(to_phase(table, Phase.ORDERS).state, BORIA)
    seen = {viewer: [e for _, e in table.news(viewer) if getattr(e, "regarding", None) == PACT] for viewer in (CARNIA, DORIA, ALBA)}
    assert seen[CARNIA] and seen[DORIA] and not seen[ALBA]
    # Told once, it is no default for others to find when it comes to light.
    turn_of(table, doria=(Leak(PACT),))
    assert lines(table) == KEPT


def test_a_notice_withheld_is_unknown_until_the_treaty_comes_to_light() -> None:
    table = with_pact(owing(Notice.TREATIES))
    turn_of(table)
    turn_of(table)
    assert lines(table) == [] and readers_of_breaches(table) == []
    turn_of(table, doria=(Leak(PACT),))
    assert lines(table) == BROKEN and readers_of_breaches(table) == [None]
    state = table.state
    assert any(option.verb is Suspend and BORIA in option.domains["against"].values for option in options(state, CARNIA))  # type: ignore[attr-defined]


def test_the_creditors_services_find_the_default_for_it_alone_and_the_press_for_all() -> None:
    table = with_pact(owing(Notice.TREATIES))
    turn_of(table, carnia=(GatherIntelligence(BORIA),), alba=(GatherIntelligence(BORIA),))
    assert readers_of_breaches(table) == []
    turn_of(table)
    assert readers_of_breaches(table) == [frozenset({CARNIA})]
    assert PACT in with_files(table.state, CARNIA).treaties
    for viewer in (ALBA, BORIA, DORIA, OBSERVER):
        assert not any(isinstance(event, ObligationBreached) for _, event in table.news(viewer))
    turn_of(table, boria=(Leak(PACT),))
    assert readers_of_breaches(table) == [frozenset({CARNIA}), None]


def test_a_default_costs_trust_once_with_each_who_finds_it() -> None:
    table = with_pact(owing(Notice.TREATIES))
    turn_of(table, carnia=(GatherIntelligence(BORIA),))
    turn_of(table)
    found = {power: table.state.tracks[f"{power}.trust.boria"] for power in (ALBA, CARNIA)}
    assert found[CARNIA] < 50
    turn_of(table, doria=(Leak(PACT),))
    assert table.state.tracks["carnia.trust.boria"] == found[CARNIA]
    assert table.state.tracks["alba.trust.boria"] < found[ALBA]


def test_notice_that_is_owed_in_advance_is_too_late_once_the_treaty_is_concluded() -> None:
    table = with_pact(owing(Notice.TREATIES, days=1))
    turn_of(table, boria=(TREATIES,))
    assert lines(table) == [(BORIA, CARNIA, True), (BORIA, CARNIA, False)]


def test_a_secret_duty_to_give_notice_is_broken_before_those_who_know_it() -> None:
    both = frozenset({BORIA, CARNIA})
    table = with_pact(owing(Notice.TREATIES, known_to=both))
    turn_of(table)
    turn_of(table, doria=(Leak(PACT),))
    assert readers_of_breaches(table) == [both]


@pytest.mark.parametrize("outsider", [ALBA, CARNIA, ETRIA, OBSERVER])
def test_who_does_not_know_a_secret_treaty_learns_nothing_from_the_notice_owed_of_it(outsider: Viewer) -> None:
    plain, fuller = Table.open(owing(Notice.TREATIES), 1), with_pact(owing(Notice.TREATIES))
    for table in (plain, fuller):
        turn_of(table)
        turn_of(table, boria=(PARTIAL,))
    assert [event for _, event in plain.news(outsider)] == [event for _, event in fuller.news(outsider)]
    if isinstance(outsider, str) and outsider in plain.state.powers():
        power = Power(outsider)
        assert [o.verb for o in options(plain.state, power)] == [o.verb for o in options(fuller.state, power)]


# -- recognition


def recognising() -> Scenario:
    """Boria recognises Carnia's sovereignty over the Marches."""
    article = Recognition(recognising=(BORIA,), recognised=CARNIA, object=RecognitionOf.SOVEREIGNTY, over=(MARCHES,))
    return with_plot(events={}, drafts={}, treaties={NOTES: standing(NOTES, (BORIA, CARNIA), article)}, endings={})


def test_a_recognition_is_taken_back_openly_once() -> None:
    order = Default(treaty=NOTES, article=FIRST_ARTICLE, to=CARNIA)
    table = Table.open(recognising(), 1)
    assert order in available_orders(to_phase(table, Phase.ORDERS).state, BORIA)
    turn_of(table, boria=(order,))
    assert lines(table) == BROKEN
    assert order not in available_orders(to_phase(table, Phase.ORDERS).state, BORIA)


@pytest.mark.parametrize(
    ("stake", "parties", "secret", "readers"),
    [
        (MARCHES, (BORIA, DORIA), False, [None]),
        (MARCHES, (BORIA, DORIA), True, [frozenset({BORIA, DORIA})]),
        (MARCHES, (BORIA, CARNIA, DORIA), False, []),
        (HILLS, (BORIA, DORIA), False, []),
    ],
)
def test_recognising_anothers_sovereignty_denies_the_recognition_given_before(
    stake: object, parties: tuple[Power, ...], secret: bool, readers: list[Audience]
) -> None:
    article = Recognition(recognising=(BORIA,), recognised=DORIA, object=RecognitionOf.SOVEREIGNTY, over=(stake,))  # type: ignore[arg-type]
    table = Table.open(recognising(), 1)
    conclude(table, BORIA, "pact", parties, article, secret=secret)
    turn_of(table)
    turn_of(table)
    assert readers_of_breaches(table) == readers


def test_closing_a_turn_finds_each_denial_once() -> None:
    article = Recognition(recognising=(BORIA,), recognised=DORIA, object=RecognitionOf.SOVEREIGNTY, over=(MARCHES,))
    table = Table.open(recognising(), 1)
    conclude(table, BORIA, "pact", (BORIA, DORIA), article)
    for _ in range(3):
        turn_of(table)
    assert lines(table) == BROKEN
    close(table)
