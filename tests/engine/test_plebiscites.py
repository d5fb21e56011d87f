"""A plebiscite in play: held before all, its result known in the next turn, and what it obliges the loser to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve as with_

from engine.clauses import Plebiscite
from engine.commands import CommitOrders
from engine.consequences import consequences
from engine.decide.orders import available_orders
from engine.duties import Cede, Refrain, Render
from engine.events import ObligationBreached, ObligationPerformed, Phase, PlebisciteDecided, StakeTransferred
from engine.happenings import Deed
from engine.names import ArticleId, EventId, Power, TreatyId
from engine.obligations import obligations
from engine.orders import Default, HandOver, Occupy, Order, Perform
from engine.plot import Scenario, ScriptedEvent, Transfer
from engine.table import Table
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    LAST,
    MARCHES,
    SECOND,
    THIRD,
    both,
    cession,
    conclude,
    do,
    draft_of,
    refused,
    standing,
    to_phase,
    with_plot,
)

PACT, ARTICLE = TreatyId("pact"), ArticleId("pact_1")
VOTE = Perform(treaty=PACT, article=ARTICLE, to=ALBA)
HANDED = HandOver(treaty=PACT, article=ARTICLE, stake=MARCHES)


def voting(inclined: Mapping[Power, int], result: ScriptedEvent | None = None) -> Scenario:
    """Carnia lets the inhabitants of the marches say whether they wish to belong to Boria."""
    article = Plebiscite(holder=CARNIA, stakes=(MARCHES,), by=SECOND, claimants=(BORIA,))
    events = {} if result is None else {EventId("result"): result}
    pact = standing(PACT, (ALBA, BORIA, CARNIA), article)
    made = with_plot(charter=False, events=events, drafts={}, treaties={PACT: pact}, endings={})
    stakes = {**made.setting.stakes, MARCHES: with_(made.setting.stakes[MARCHES], inclined=inclined)}
    return with_(made, setting=with_(made.setting, stakes=stakes))


FOR_BORIA, FOR_CARNIA = {BORIA: 90, CARNIA: 10}, {BORIA: 10, CARNIA: 90}


def played(scenario: Scenario, *turns: dict[Power, tuple[Order, ...]], seed: int = 1) -> Table:
    """The game after these turns of orders, in the talks of the next."""
    table = Table.open(scenario, seed)
    for turn, given in enumerate(turns):
        to_phase(table, Phase.ORDERS, turn)
        for power, orders in given.items():
            do(table, power, CommitOrders(orders))
        to_phase(table, Phase.TALKS, turn + 1)
    return table


def results(table: Table) -> list[tuple[Power, Mapping[Power, int]]]:
    return [(event.winner, event.votes) for event in table.chronicle if isinstance(event, PlebisciteDecided)]


def entered(table: Table, kind: type[ObligationPerformed | ObligationBreached]) -> list[tuple[type, Power, Power]]:
    return [(type(e.duty), e.duty.debtor, e.duty.creditor) for e in table.chronicle if isinstance(e, kind)]


def test_one_vote_is_held_before_all_to_whom_it_was_owed() -> None:
    table = to_phase(Table.open(voting(FOR_BORIA), 1), Phase.ORDERS)
    kept = consequences(table.state, CARNIA, VOTE).kept
    assert [o.duty.creditor for o in kept] == [ALBA, BORIA]
    table = played(voting(FOR_BORIA), {CARNIA: (VOTE,)})
    assert entered(table, ObligationPerformed) == [(Render, CARNIA, ALBA), (Render, CARNIA, BORIA)]


@pytest.mark.parametrize(("inclined", "winner"), [(FOR_BORIA, BORIA), (FOR_CARNIA, CARNIA)], ids=["it passes", "it stays"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_result_follows_in_the_next_turn_as_the_inhabitants_are_inclined(
    inclined: Mapping[Power, int], winner: Power, seed: int
) -> None:
    table = played(voting(inclined), {CARNIA: (VOTE,)}, seed=seed)
    ((won, votes),) = results(table)
    assert won == winner and votes[won] >= 80 and sum(votes.values()) == 100
    assert table.state.is_settled(MARCHES) is (winner == CARNIA)
    assert [e.confirmed for e in table.chronicle if isinstance(e, StakeTransferred)] == [True] * (winner == CARNIA)


def test_where_the_scenario_says_nothing_each_side_may_win() -> None:
    won = {results(played(voting({}), {CARNIA: (VOTE,)}, seed=seed))[0][0] for seed in range(12)}
    assert won == {BORIA, CARNIA}


def test_nothing_is_decided_where_no_vote_was_held() -> None:
    table = played(voting(FOR_BORIA), {}, {})
    assert results(table) == []
    assert entered(table, ObligationBreached) == [(Render, CARNIA, ALBA), (Render, CARNIA, BORIA)]


def test_the_loser_owes_the_winner_the_stake_by_the_next_turn_and_keeps_its_word_by_handing_it_over() -> None:
    table = played(voting(FOR_BORIA), {CARNIA: (VOTE,)})
    assert Cede(debtor=CARNIA, creditor=BORIA, stake=MARCHES, by=THIRD) in [o.duty for o in obligations(table.state)]
    assert HANDED in available_orders(to_phase(table, Phase.ORDERS).state, CARNIA)
    table = played(voting(FOR_BORIA), {CARNIA: (VOTE,)}, {CARNIA: (HANDED,)}, {})
    assert table.state.holder(MARCHES) == BORIA
    assert entered(table, ObligationPerformed)[2:] == [(Cede, CARNIA, BORIA)]
    assert entered(table, ObligationBreached) == []


def test_a_loser_that_keeps_the_stake_beyond_its_day_or_refuses_it_openly_is_in_default() -> None:
    late = played(voting(FOR_BORIA), {CARNIA: (VOTE,)}, {}, {})
    refusing = Default(treaty=PACT, article=ARTICLE, to=BORIA)
    open_refusal = played(voting(FOR_BORIA), {CARNIA: (VOTE,)}, {CARNIA: (refusing,)})
    for table in (late, open_refusal):
        assert entered(table, ObligationBreached) == [(Cede, CARNIA, BORIA)]
        assert table.state.holder(MARCHES) == CARNIA


def test_a_loser_that_takes_back_what_it_has_handed_over_breaks_its_word() -> None:
    table = played(voting(FOR_BORIA), {CARNIA: (VOTE,)}, {CARNIA: (HANDED,)})
    to_phase(table, Phase.ORDERS, 2)
    breaches = consequences(table.state, CARNIA, Occupy(MARCHES)).breaches
    assert [(o.article.id, type(o.duty), o.duty.creditor) for o in breaches] == [(ARTICLE, Refrain, BORIA)]


def test_a_claimant_that_takes_what_is_to_be_voted_on_breaks_its_word() -> None:
    table = to_phase(Table.open(voting(FOR_BORIA), 1), Phase.ORDERS)
    assert [o.duty.creditor for o in consequences(table.state, BORIA, Occupy(MARCHES)).breaches] == [CARNIA]


@pytest.mark.parametrize(
    ("event", "decided"),
    [
        (ScriptedEvent(title=both("The result"), turn=THIRD, effects=(Transfer(stake=MARCHES, to=CARNIA),)), [0, 1]),
        (ScriptedEvent(title=both("The result"), turn=SECOND, effects=(Transfer(stake=MARCHES, to=CARNIA),)), [1, 1]),
    ],
    ids=["dated later", "at once"],
)
def test_an_event_of_the_scenario_gives_the_result_before_any_chance(event: ScriptedEvent, decided: list[int]) -> None:
    table = played(voting(FOR_BORIA, event), {CARNIA: (VOTE,)})
    counts = [len(results(table))]
    to_phase(table, Phase.TALKS, 2)
    assert [*counts, len(results(table))] == decided
    assert results(table) == [(CARNIA, {})] and table.state.is_settled(MARCHES)
    losers = [o.duty for o in obligations(table.state) if isinstance(o.duty, Refrain) and Deed.CLAIM in o.duty.deeds]
    assert [(duty.debtor, duty.creditor) for duty in losers] == [(BORIA, CARNIA)]


def test_an_event_that_hands_the_stake_over_performs_what_the_loser_owes() -> None:
    event = ScriptedEvent(title=both("The result"), turn=SECOND, effects=(Transfer(stake=MARCHES, to=BORIA),))
    table = played(voting(FOR_CARNIA, event), {CARNIA: (VOTE,)}, {})
    assert results(table) == [(BORIA, {})] and table.state.holder(MARCHES) == BORIA
    assert entered(table, ObligationBreached) == []
    assert HANDED not in available_orders(to_phase(table, Phase.ORDERS).state, CARNIA)


def test_what_is_voted_on_is_not_given_away_before_the_vote() -> None:
    table = Table.open(voting(FOR_BORIA), 1)
    other = conclude(table, CARNIA, "other", (CARNIA, DORIA), cession((MARCHES, LAST), receiver=DORIA))
    to_phase(table, Phase.ORDERS)
    order = HandOver(treaty=other, article=table.state.treaties[other].text.articles[0].id, stake=MARCHES)
    assert [o.duty.creditor for o in consequences(table.state, CARNIA, order).breaches] == [BORIA]
    do(table, CARNIA, CommitOrders((order,)))
    to_phase(table, Phase.TALKS, 1)
    assert (Refrain, CARNIA, BORIA) in entered(table, ObligationBreached)


def test_no_secret_text_orders_a_vote_which_everybody_would_see() -> None:
    article = Plebiscite(holder=CARNIA, stakes=(MARCHES,), by=SECOND, claimants=(BORIA,))
    command = draft_of(CARNIA, "secret", (BORIA, CARNIA), article, secret=True)
    assert refused(Table.open(voting(FOR_BORIA), 1), CARNIA, command).about["fault"] == "vote_in_secret"
