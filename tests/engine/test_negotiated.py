"""Each version of a text is kept by those who negotiated it; others see the text that was concluded, and not how many led to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from engine.clauses import Declaration, NonAggression
from engine.clauses.notification import Notice
from engine.codec import encode_event
from engine.commands import Amend, CommitOrders, Initial, InviteToAccede, Sign, StrikeArticle, Table
from engine.comparison import compared
from engine.decide.drafting import copy_of
from engine.events import Phase
from engine.knowledge import as_known
from engine.names import ArticleId, Lang, Power, TreatyId
from engine.negotiated import as_negotiated, treaties_read
from engine.options import options
from engine.orders import GatherIntelligence, Leak, Order
from engine.state import State
from engine.table import Table as Referee
from engine.treaty import Accession, Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FACILITATOR,
    OBSERVER,
    POWERS,
    VIEWERS,
    WORDS,
    close,
    do,
    draft_of,
    quiet,
    to_phase,
)
from tests.engine.test_laws import assert_agrees, shape
from tests.engine.test_notices import TREATIES, owing
from tests.engine.test_treaty_life import put

PACT = TreatyId("boria.pact")
MAKERS = (BORIA, DORIA)
OTHERWISE = Declaration(text={Lang("en"): "Otherwise.", Lang("fr"): "Autrement."})
FINAL = (WORDS, NonAggression())


def pact_of(state: State) -> Treaty:
    return state.treaties[PACT]


def by_hand(table: Referee, *, drafts: bool, **provisions: object) -> Referee:
    """Boria and Doria conclude the same pact, at once or as the third version of what Boria first wrote."""
    clauses = (OTHERWISE,) if drafts else FINAL
    do(table, BORIA, draft_of(BORIA, "pact", MAKERS, *clauses, **provisions), Table(treaty=PACT, to=frozenset({DORIA})))
    if drafts:
        do(table, DORIA, Amend(treaty=PACT, base=1, operations=(put("a2", NonAggression()), put("a3", OTHERWISE))))
        do(table, DORIA, Amend(treaty=PACT, base=2, operations=(put("a1", WORDS), StrikeArticle(ArticleId("a3")))))
    for power in MAKERS:
        if power not in pact_of(table.state).initials.get(3 if drafts else 1, ()):
            do(table, power, Initial(treaty=PACT, version=3 if drafts else 1))
    for power in MAKERS:
        do(table, power, Sign(treaty=PACT))
    return table


def ordered(table: Referee, power: Power, order: Order) -> Referee:
    """A turn in which one power orders one thing."""
    to_phase(table, Phase.ORDERS)
    do(table, power, CommitOrders((order,)))
    close(table)
    return table


def published(*, drafts: bool) -> Referee:
    return by_hand(Referee.open(quiet(), 1), drafts=drafts)


def leaked(*, drafts: bool) -> Referee:
    return ordered(by_hand(Referee.open(quiet(), 1), drafts=drafts, secret=True), DORIA, Leak(PACT))


def notified(*, drafts: bool) -> Referee:
    """Carnia is given notice of a secret treaty."""
    return ordered(by_hand(Referee.open(owing(Notice.TREATIES), 1), drafts=drafts, secret=True), BORIA, TREATIES)


def invited(*, drafts: bool) -> Referee:
    """Carnia is invited to accede to a secret treaty."""
    table = by_hand(Referee.open(quiet(), 1), drafts=drafts, secret=True, accession=Accession.BY_INVITATION)
    for power in MAKERS:
        do(table, power, InviteToAccede(treaty=PACT, guest=CARNIA))
    return table


def spied_upon(*, drafts: bool) -> Referee:
    """Carnia's services bring it a copy."""
    return ordered(by_hand(Referee.open(owing(), 1), drafts=drafts, secret=True), CARNIA, GatherIntelligence(BORIA))


Way: TypeAlias = Callable[..., Referee]
SHOWN: tuple[Way, ...] = (published, leaked, notified, invited)
"""How the text comes before others; to the files of one that spied it goes as a copy."""


@pytest.mark.parametrize("way", SHOWN)
def test_whoever_negotiated_a_text_keeps_each_version_when_others_are_shown_the_last(way: Way) -> None:
    table = way(drafts=True)
    for reader in (*MAKERS, FACILITATOR):
        view = table.view(reader)
        read = as_negotiated(view, pact_of(view), reader)
        assert [v.number for v in read.versions] == [1, 2, 3] and read.adopted == 3
        first, last = read.version(1), read.version(3)
        assert first is not None and last is not None
        found = compared(read, first, last)
        assert [c.after.clause for c in found.changed] == [WORDS] and [a.clause for a in found.added] == [NonAggression()]
        assert as_negotiated(table.state, pact_of(table.state), reader) == read == treaties_read(view, reader)[PACT]


@pytest.mark.parametrize("way", [*SHOWN, spied_upon])
def test_others_see_the_text_concluded_and_not_whether_others_led_to_it(way: Way) -> None:
    drafted, at_once = way(drafts=True), way(drafts=False)
    for reader in (ALBA, CARNIA, ETRIA, OBSERVER):
        assert [encode_event(event) for _, event in drafted.news(reader)] == [encode_event(event) for _, event in at_once.news(reader)]
        view = drafted.view(reader)
        assert not view.negotiations
        for treaty in (*view.treaties.values(), *view.files.get(CARNIA, {}).values()):
            assert as_negotiated(drafted.state, treaty, reader) is treaty
            assert (treaty.text.number, treaty.text.base, treaty.initials) == (1, None, {}) if treaty.id == PACT else True


@pytest.mark.parametrize("way", [*SHOWN, spied_upon])
def test_what_an_outsider_may_do_with_a_published_text_is_the_same_however_many_drafts_there_were(way: Way) -> None:
    tables = way(drafts=True), way(drafts=False)
    for table in tables:
        to_phase(table, Phase.TALKS, table.state.turn + 1)
    for power in (ALBA, CARNIA, ETRIA):
        for copied in (copy_of(tables[0].state, power, PACT, TreatyId(f"{power}.copy"), n) for n in (None, 1, 2, 3)):
            answers = [table.act(power, copied) for table in tables] if copied is not None else []
            assert answers[:1] == answers[1:]
        states = [state for table in tables for state in (table.state, table.view(power))]
        offered = [[shape(option) for option in options(state, power)] for state in states]
        assert all(one == offered[0] for one in offered)
        assert copy_of(tables[0].state, power, PACT, TreatyId(f"{power}.copy"), 3) is None


@pytest.mark.parametrize("way", [*SHOWN, spied_upon])
def test_every_view_of_a_text_shown_without_its_drafts_agrees_with_what_is_so(way: Way) -> None:
    table = way(drafts=True)
    for viewer in VIEWERS:
        assert_agrees(table.view(viewer), table.state, viewer)
    for power in POWERS:
        assert as_known(table.state, power).negotiations == as_known(table.view(power), power).negotiations
        assert [shape(o) for o in options(table.state, power)] == [shape(o) for o in options(table.view(power), power)]


def test_a_maker_may_still_copy_an_earlier_version_into_a_draft_of_its_own() -> None:
    table = published(drafts=True)
    for state in (table.state, table.view(DORIA)):
        copied = copy_of(state, DORIA, PACT, TreatyId("doria.copy"), 1)
        assert copied is not None and [a.clause for a in copied.articles] == [OTHERWISE]


def test_a_text_leaked_while_it_is_negotiated_comes_with_its_versions_for_the_next_are_seen_by_all() -> None:
    table = Referee.open(quiet(), 1)
    do(table, BORIA, draft_of(BORIA, "pact", MAKERS, WORDS), Table(treaty=PACT, to=frozenset({DORIA})))
    do(table, DORIA, Amend(treaty=PACT, base=1, operations=(put("a2", OTHERWISE),)))
    ordered(table, DORIA, Leak(PACT))
    assert [v.number for v in pact_of(table.view(OBSERVER)).versions] == [1, 2] and not table.state.negotiations


def test_who_joins_the_table_reads_every_version_and_keeps_them() -> None:
    table = Referee.open(quiet(), 1)
    do(table, BORIA, draft_of(BORIA, "pact", MAKERS, OTHERWISE), Table(treaty=PACT, to=frozenset({DORIA, ETRIA})))
    do(table, DORIA, Amend(treaty=PACT, base=1, operations=(put("a1", WORDS),)))
    for power in MAKERS:
        do(table, power, *(() if power == DORIA else (Initial(treaty=PACT, version=2),)))
    for power in MAKERS:
        do(table, power, Sign(treaty=PACT))
    view = table.view(ETRIA)
    assert pact_of(view).negotiators == MAKERS and len(as_negotiated(view, pact_of(view), ETRIA).versions) == 2
    assert as_negotiated(table.state, pact_of(table.state), CARNIA) is pact_of(table.state)
