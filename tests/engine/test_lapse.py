"""Lapse: what was adopted and can no longer enter into force."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.commands import Sign, Withdraw
from engine.commands import Table as TableText
from engine.conditions import holds
from engine.dates import Period, Unit
from engine.events import TreatyEnded
from engine.names import Condition, TreatyId
from engine.phase import Phase
from engine.refusal import Reason
from engine.state import changed
from engine.table import Table
from engine.treaty import End, Stage
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    ENTENTE,
    FIRST,
    LAST,
    SECOND,
    WORDS,
    adopt,
    conclude,
    do,
    draft_of,
    quiet,
    refused,
    to_phase,
)

BOTH = (ALBA, BORIA)


def on_the_table(table: Table) -> TreatyId:
    draft = draft_of(ALBA, "first", BOTH, WORDS)
    do(table, ALBA, draft, TableText(treaty=draft.treaty, to=frozenset({BORIA})))
    return draft.treaty


@pytest.mark.parametrize(
    ("expires", "stage"), [(FIRST, Stage.ENDED), (SECOND, Stage.ADOPTED), (LAST, Stage.ADOPTED), (None, Stage.ADOPTED)]
)
@pytest.mark.parametrize("renewed_for", [None, Period(1, Unit.YEARS)])
def test_an_adopted_text_whose_term_is_over_lapses_renewable_or_not(expires: object, stage: Stage, renewed_for: Period | None) -> None:
    table = Table.open(quiet(), 1)
    ident = adopt(table, ALBA, "pact", BOTH, expires=expires, renewed_for=renewed_for if expires else None)
    do(table, ALBA, Sign(treaty=ident))
    assert table.state.treaties[ident].stage is Stage.ADOPTED
    to_phase(table, Phase.TALKS, turn=1)
    treaty = table.state.treaties[ident]
    assert treaty.stage is stage and (treaty.end is End.LAPSED) is (stage is Stage.ENDED)
    if stage is Stage.ENDED:
        assert refused(table, BORIA, Sign(treaty=ident)).reason is Reason.NOT_ADOPTED
    else:
        do(table, BORIA, Sign(treaty=ident))
        assert table.state.treaties[ident].stage is Stage.IN_FORCE


def test_a_text_under_negotiation_does_not_lapse_for_its_date_can_be_amended() -> None:
    table = Table.open(quiet(), 1)
    draft = draft_of(ALBA, "pact", BOTH, WORDS, expires=FIRST)
    do(table, ALBA, draft, TableText(treaty=draft.treaty, to=frozenset({BORIA})))
    to_phase(table, Phase.TALKS, turn=1)
    assert table.state.treaties[draft.treaty].stage is Stage.TABLED


@pytest.mark.parametrize(
    ("provisions", "lapses"),
    [
        ({"only_after": "alba.first"}, True),
        ({"annexed_to": "alba.first"}, True),
        ({"annexed_to": "alba.first", "severable": True}, False),
        ({"only_while": "alba.first"}, False),
        ({}, False),
    ],
)
def test_what_waits_for_a_text_that_is_withdrawn_lapses_with_it_and_so_does_what_waits_for_that(
    provisions: dict[str, object], lapses: bool
) -> None:
    table = Table.open(quiet(), 1)
    first = on_the_table(table)
    second = adopt(table, ALBA, "second", BOTH, **provisions)
    third = adopt(table, ALBA, "third", BOTH, only_after=second)
    events = do(table, ALBA, Withdraw(treaty=first))
    lapsed = [event.treaty for event in events if isinstance(event, TreatyEnded) and event.how is End.LAPSED]
    assert lapsed == ([second, third] if lapses else [])
    assert {table.state.treaties[t].stage for t in (second, third)} == {Stage.ENDED if lapses else Stage.ADOPTED}


def test_a_text_in_force_does_not_lapse() -> None:
    table = Table.open(quiet(), 1)
    first = on_the_table(table)
    second = conclude(table, ALBA, "second", BOTH)
    do(table, ALBA, Withdraw(treaty=first))
    assert table.state.treaties[second].stage is Stage.IN_FORCE


def test_a_text_does_not_lapse_for_another_that_not_all_its_readers_know() -> None:
    table = Table.open(quiet(), 1)
    first = on_the_table(table)
    second = adopt(table, ALBA, "second", (ALBA, BORIA, CARNIA), only_after=first)
    do(table, ALBA, Withdraw(treaty=first))
    assert table.state.treaties[second].stage is Stage.ADOPTED


def test_an_author_may_ask_whether_a_text_has_lapsed() -> None:
    state = Table.open(quiet(), 1).state
    entente = state.treaties[ENTENTE]
    assert not holds(state, Condition("entente.lapsed"))
    assert holds(changed(state, treaties={ENTENTE: with_(entente, stage=Stage.ENDED, end=End.LAPSED)}), Condition("entente.lapsed"))
