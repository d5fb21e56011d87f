"""Principles declared are not enforced, but a breach can be named by all who have declared them: by what deed, by whom, under which text."""

from __future__ import annotations

import pytest

from engine.clauses import Principle, StaffTalks
from engine.clauses.principle import HelsinkiPrinciple as Of
from engine.commands import Protest
from engine.consequences import consequences
from engine.events import BreachProtested, Phase
from engine.happenings import Deed
from engine.names import Audience, Power, TreatyId
from engine.orders import Occupy
from engine.table import Table
from tests.engine.clauses.test_enforcement import NOTHING_DONE, Play, demanding, played
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    FIRST,
    LAST,
    MARCHES,
    cession,
    conclude,
    do,
    refused,
    standing,
    to_phase,
    with_plot,
)

ACT, TALKS = TreatyId("act"), TreatyId("talks")
SIGNATORIES = (ALBA, BORIA, CARNIA)


def declared(*principles: Of, known_to: Audience = None, between: tuple[Power, ...] = (), pact: Audience = None) -> Table:
    """A game in which Alba, Boria and Carnia have declared these, and Boria and Carnia have bound themselves to staff talks by the first turn."""
    act = standing(ACT, SIGNATORIES, Principle(principles=principles, between=between), known_to=known_to)
    talks = standing(TALKS, (BORIA, CARNIA), StaffTalks(by=FIRST), known_to=pact)
    return Table.open(with_plot(charter=False, events={}, drafts={}, treaties={ACT: act, TALKS: talks}, endings={}), 1)


@pytest.mark.parametrize(
    ("principle", "play"),
    [
        (Of.SOVEREIGN_EQUALITY, Play(talks=(demanding(),))),
        (Of.NO_FORCE, Play(talks=(demanding(),))),
        (Of.NO_FORCE, Play(attack=(BORIA, CARNIA))),
        (Of.INVIOLABILITY, Play(talks=(demanding(MARCHES),))),
        (Of.INVIOLABILITY, Play(orders=(Occupy(MARCHES),))),
        (Of.TERRITORIAL_INTEGRITY, Play(orders=(Occupy(MARCHES),))),
        (Of.PEACEFUL_SETTLEMENT, Play(talks=(demanding(),))),
        (Of.NON_INTERVENTION, Play(talks=(demanding(),))),
    ],
)
def test_a_deed_against_a_principle_is_named_by_whoever_has_declared_it(principle: Of, play: Play) -> None:
    table = played(declared(principle), play)
    for power in (ALBA, CARNIA):
        do(table, power, Protest(treaty=ACT, against=BORIA))
        assert refused(table, power, Protest(treaty=ACT, against=BORIA)).reason == "already_protested"
    assert refused(table, DORIA, Protest(treaty=ACT, against=BORIA)).reason == "not_a_party"


@pytest.mark.parametrize("principle", [Of.HUMAN_RIGHTS, Of.SELF_DETERMINATION, Of.CO_OPERATION])
def test_the_game_knows_no_deed_against_the_rights_of_persons_and_peoples_or_against_co_operation(principle: Of) -> None:
    table = played(declared(principle), Play(attack=(BORIA, CARNIA)))
    assert refused(table, ALBA, Protest(treaty=ACT, against=BORIA)).reason == "no_breach"


def test_a_breach_of_any_other_obligation_is_a_breach_of_good_faith_that_all_may_name() -> None:
    table = to_phase(declared(Of.GOOD_FAITH), Phase.TALKS, 1)
    assert [(line.treaty, line.debtor) for line in table.state.record] == [(TALKS, BORIA), (TALKS, CARNIA)]
    (event,) = (e for e in do(table, ALBA, Protest(treaty=ACT, against=BORIA)) if isinstance(e, BreachProtested))
    assert (event.power, event.against, event.audience) == (ALBA, BORIA, None)
    do(table, CARNIA, Protest(treaty=TALKS, against=BORIA))
    do(table, CARNIA, Protest(treaty=ACT, against=BORIA))
    assert refused(table, CARNIA, Protest(treaty=ACT, against=BORIA)).reason == "already_protested"


@pytest.mark.parametrize(
    ("principles", "between", "pact"),
    [((Of.NO_FORCE,), (), None), ((Of.GOOD_FAITH,), (ALBA, CARNIA), None), ((Of.GOOD_FAITH,), (), frozenset({BORIA, CARNIA}))],
    ids=["not declared", "declared by others", "secret"],
)
def test_no_breach_of_good_faith_is_named_that_was_not_declared_or_is_not_before_all(
    principles: tuple[Of, ...], between: tuple[Power, ...], pact: Audience
) -> None:
    table = to_phase(declared(*principles, between=between, pact=pact), Phase.TALKS, 1)
    for power in (ALBA, CARNIA):
        assert refused(table, power, Protest(treaty=ACT, against=BORIA)).reason == "no_breach"


def test_what_was_broken_before_it_was_declared_is_not_named_under_it() -> None:
    table = played(declared(Of.CO_OPERATION), NOTHING_DONE)
    ident = conclude(table, ALBA, "faith", SIGNATORIES, Principle(principles=(Of.GOOD_FAITH,)))
    assert refused(table, ALBA, Protest(treaty=ident, against=BORIA)).reason == "no_breach"


def test_the_injury_of_another_gives_no_remedy_but_the_word() -> None:
    table = played(declared(Of.NO_FORCE), Play(talks=(demanding(),)))
    assert consequences(table.state, ALBA, Protest(treaty=ACT, against=BORIA)).ending == ()


@pytest.mark.parametrize(("agreed", "broken"), [(False, True), (True, False)])
def test_a_text_that_disposes_of_a_frontier_without_its_holder_violates_it(agreed: bool, broken: bool) -> None:
    table = played(declared(Of.INVIOLABILITY), NOTHING_DONE)
    parties = (ALBA, BORIA, CARNIA) if agreed else (ALBA, BORIA)
    conclude(table, ALBA, "partition", parties, cession((MARCHES, LAST)))
    to_phase(table, Phase.TALKS, 2)
    claims = [line for line in table.state.record if line.treaty == ACT and Deed.CLAIM in getattr(line.duty, "deeds", ())]
    assert bool(claims) is broken


def test_a_protest_is_marked_alike_before_all_who_know_the_breach() -> None:
    table = to_phase(declared(Of.GOOD_FAITH, known_to=frozenset(SIGNATORIES)), Phase.TALKS, 1)
    assert refused(table, ALBA, Protest(treaty=ACT, against=BORIA)).reason == "no_breach"
    do(table, CARNIA, Protest(treaty=TALKS, against=BORIA))
    for viewer in (ALBA, CARNIA, DORIA):
        assert table.view(viewer).record == table.state.record
