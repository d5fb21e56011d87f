"""A ceiling on divisions is kept and broken by readiness: by mobilising, and by what a power still has under arms once it binds."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.ai.brink import orders
from engine.ai.mind import Mind
from engine.clauses import AnyClause, ArmsCeiling
from engine.clauses.arms_ceiling import Arms
from engine.commands import CommitOrders, Sign
from engine.consequences import consequences
from engine.decide.orders import available_orders
from engine.events import ObligationBreached, Phase
from engine.names import ArticleId, Audience, Lang, Power, TreatyId, TurnId
from engine.orders import Attack, Default, Mobilise, Order, OrderKind, Readiness, StandDown
from engine.profile import Profile
from engine.state import State
from engine.table import Table
from engine.texts.consequences import change_words
from engine.texts.voice import Speaker
from tests.engine.clauses.test_enforcement import NOTHING_DONE, settle
from tests.engine.settings import ALBA, BORIA, CARNIA, SECOND, adopt, close, conclude, do, standing, to_phase, with_plot

PACT = TreatyId("pact")
PARTIES = (BORIA, CARNIA)
"""Boria has 80 divisions, 32 of them under arms at the precautionary step, 56 at the partial one, 80 at the last; Carnia 21 of 30."""
UP, PARTIAL, DOWN = Mobilise(Readiness.PARTIAL), Readiness.PARTIAL, StandDown(Readiness.PEACE)


def ceiling(number: int, **terms: object) -> ArmsCeiling:
    """A limit of Boria's divisions."""
    return ArmsCeiling(**{"arms": Arms.DIVISIONS, "ceiling": number, "limited": (BORIA,), **terms})  # type: ignore[arg-type]


def opened(*clauses: AnyClause, known_to: Audience = None) -> Table:
    """A game in which these articles bind Boria and Carnia from the opening."""
    treaties = {PACT: standing(PACT, PARTIES, *clauses, known_to=known_to)} if clauses else {}
    return Table.open(with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={}), 1)


def turn(table: Table, **orders: tuple[Order, ...]) -> Table:
    """One turn in which these orders are given."""
    now = table.state.turn
    to_phase(table, Phase.ORDERS)
    for power, given in orders.items():
        do(table, Power(power), CommitOrders(given))
    return to_phase(table, Phase.TALKS, now + 1)


def record(state: State) -> list[tuple[int, Power, bool]]:
    return [(line.turn, line.debtor, line.kept) for line in state.record]


@pytest.mark.parametrize(("number", "broken"), [(55, True), (56, False)])
def test_a_mobilisation_that_puts_more_divisions_under_arms_than_agreed_breaks_the_limit_in_its_turn(number: int, broken: bool) -> None:
    table = to_phase(opened(ceiling(number)), Phase.ORDERS)
    forecast = consequences(table.state, BORIA, UP).breaches
    turn(table, boria=(UP,))
    assert record(table.state) == ([(0, BORIA, False)] if broken else [])
    assert [(o.treaty, o.article.id) for o in forecast] == ([(PACT, ArticleId("pact_1"))] if broken else [])


def test_who_stands_down_makes_good_and_may_break_its_word_again() -> None:
    table = turn(turn(turn(opened(ceiling(40)), boria=(UP,)), boria=(DOWN,)))
    assert record(table.state) == [(0, BORIA, False), (1, BORIA, True)]
    table = turn(turn(opened(ceiling(40)), boria=(UP,)), boria=(StandDown(Readiness.PRECAUTIONARY),))
    turn(table, boria=(UP,))
    assert record(table.state) == [(0, BORIA, False), (1, BORIA, True), (2, BORIA, False)]


@pytest.mark.parametrize(("at_first", "later", "found"), [((), (), [(1, BORIA, False)]), ((DOWN,), (), []), ((), (DOWN,), [])])
def test_what_is_under_arms_when_the_limit_begins_to_bind_is_judged_from_the_turn_after(
    at_first: tuple[Order, ...], later: tuple[Order, ...], found: list[tuple[int, Power, bool]]
) -> None:
    table = opened()
    conclude(table, BORIA, "limit", PARTIES, ceiling(20))
    turn(turn(table, boria=at_first), boria=later)
    assert record(table.state) == found


def test_a_limit_that_begins_at_a_date_is_judged_from_the_turn_after_that_date() -> None:
    table = turn(turn(opened(ceiling(20, from_turn=TurnId(SECOND)))))
    assert record(table.state) == []
    assert record(turn(table).state) == [(2, BORIA, False)]


def test_what_stood_at_the_opening_has_the_first_turn_and_the_second() -> None:
    table = turn(opened(ceiling(20)))
    assert record(table.state) == []
    assert record(turn(turn(table)).state) == [(1, BORIA, False)]


def test_a_share_is_counted_once_all_have_made_ready() -> None:
    both_up = {"boria": (UP,), "alba": (Mobilise(Readiness.PRECAUTIONARY),)}
    share = ceiling(240, share_of=ALBA)
    assert record(turn(opened(share), **both_up).state) == []
    assert record(turn(opened(share), boria=(UP,)).state) == [(0, BORIA, False)]


def test_who_is_left_beyond_its_share_by_anothers_standing_down_has_a_turn_to_follow() -> None:
    share = ceiling(160, share_of=CARNIA)
    table = turn(opened(share), carnia=(StandDown(Readiness.PEACE),))
    assert record(table.state) == []
    assert record(turn(table).state) == [(1, BORIA, False)]


def test_limits_that_two_powers_measure_by_each_other_are_told() -> None:
    mutual = (ceiling(200, share_of=CARNIA), ceiling(70, limited=(CARNIA,), share_of=BORIA))
    table = turn(opened(*mutual), carnia=(Mobilise(Readiness.GENERAL),))
    assert record(table.state) == [(0, CARNIA, False)]
    table = turn(opened(*mutual), boria=(UP,))
    assert record(table.state) == [(0, BORIA, False)]


def test_a_breach_of_a_secret_limit_is_known_to_its_readers_alone() -> None:
    table = turn(opened(ceiling(40), known_to=frozenset(PARTIES)), boria=(UP,))
    (found,) = (event for event in table.chronicle if isinstance(event, ObligationBreached))
    assert found.audience == frozenset(PARTIES)


def test_towards_a_foe_no_limit_of_arms_binds() -> None:
    table = to_phase(opened(ceiling(40)), Phase.ORDERS)
    do(table, CARNIA, CommitOrders((Attack(BORIA),)))
    close(table)
    settle(table, NOTHING_DONE)
    to_phase(table, Phase.TALKS, 1)
    assert BORIA in table.state.at_war(CARNIA)
    turn(table, boria=(UP,))
    assert record(table.state) == []


@pytest.mark.parametrize(
    ("arms", "opens", "word"), [(Arms.DIVISIONS, True, False), (Arms.TANKS, True, True), (Arms.DIVISIONS, False, True)]
)
def test_an_open_word_breaks_a_limit_only_where_no_order_does(arms: Arms, opens: bool, word: bool) -> None:
    table = opened(ceiling(90, arms=arms))
    orders = {kind: cost for kind, cost in table.state.setting.orders.items() if opens or kind is not OrderKind.MOBILISE}
    state = with_(to_phase(table, Phase.ORDERS).state, setting=with_(table.state.setting, orders=orders))
    assert any(isinstance(order, Default) for order in available_orders(state, BORIA)) is word
    assert not any(isinstance(order, Default) for order in available_orders(state, CARNIA))


@pytest.mark.parametrize(("number", "told"), [(20, True), (40, False)])
def test_who_consents_to_a_limit_is_told_that_it_stands_beyond_it(number: int, told: bool) -> None:
    table = opened()
    ident = adopt(table, BORIA, "limit", PARTIES, ceiling(number))
    for power in PARTIES:
        found = consequences(table.state, power, Sign(treaty=ident))
        assert [o.duty.debtor for o in found.beyond] == ([BORIA] if told else [])
        said = change_words(found, power, Speaker(table.state.setting, Lang("en")), table.state.treaties)
        assert any(line.startswith("Boria now has more than this duty allows") for line in said) is told


@pytest.mark.parametrize(("number", "given"), [(20, (DOWN,)), (60, ())])
def test_a_scripted_power_stands_down_to_a_limit(number: int, given: tuple[Order, ...]) -> None:
    table = to_phase(opened(ceiling(number)), Phase.ORDERS)
    assert orders(Mind(table.view(BORIA), BORIA, Profile(), {}, 1)) == CommitOrders(given)
