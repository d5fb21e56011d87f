"""What an order is said to mean is what it comes to, whatever the treaties in force, when it is the only one given."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from engine.ai.random_articles import random_value
from engine.clauses import CLAUSES
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.consequences import consequences
from engine.crisis import Stance
from engine.decide.orders import available_orders
from engine.events import Phase
from engine.names import Power, TreatyId
from engine.orders import Default, GatherIntelligence, HandOver, Leak, Order, Perform, SendAid
from engine.plot import Scenario
from engine.record import Conduct
from engine.table import Table
from tests.engine.profiles import effort
from tests.engine.settings import POWERS, close, do, standing, to_phase, with_plot
from tests.engine.test_sea import NORTH, seas

BY_CHANCE = (GatherIntelligence, Leak)
BY_NAME = (Default, HandOver, Perform)
"""Orders that do not merely do a deed: they name what is owed."""


def world(seed: int) -> Scenario:
    """A few public treaties of any kind among the five powers, two of which have fleets."""
    drawn = random.Random(seed)
    scenario = seas(*NORTH, fleets={"alba": 3, "etria": 2})
    state, treaties = Table.open(scenario, 1).state, {}
    for number in range(6):
        parties = tuple(drawn.sample(POWERS, drawn.randint(2, 3)))
        kind: Any = drawn.choice(CLAUSES)
        article: Any = random_value(kind, state, parties, lambda purpose, sides: drawn.randrange(sides))
        if article is not None and not article.faults(parties, state):
            pact = standing(TreatyId(f"pact_{number}"), parties, article)
            treaties[pact.id] = pact
    bound = with_plot(charter=False, events={}, drafts={}, treaties=treaties, endings={})
    return seas(*NORTH, scenario=bound, fleets={"alba": 3, "etria": 2})


def given_alone(scenario: Scenario, power: Power, order: Order | None) -> Table:
    """The game once this order alone has been given; a crisis over it is fought out."""
    table = to_phase(Table.open(scenario, 1), Phase.ORDERS)
    for other in POWERS:
        do(table, other, CommitOrders((order,) if other == power and order is not None else ()))
    return table


def fought_out(table: Table, power: Power) -> None:
    while (crisis := table.state.crisis) is not None:
        if crisis.revealed:
            do(table, crisis.mover, Decide(persist=crisis.mover == power))
            continue
        for other in sorted(crisis.called - crisis.answered):
            defends = Stance.RESIST if other == crisis.target else Stance.WITH_TARGET if other == crisis.through else Stance.NEUTRAL
            do(table, other, AnswerCrisis(stance=defends))


def entered(table: Table, power: Power) -> set[tuple[object, ...]]:
    return {_line(line) for line in table.state.record if line.debtor == power}


def _line(line: Conduct) -> tuple[object, ...]:
    return line.treaty, line.article, line.duty, line.kept


@effort(80)
@given(st.integers(0, 100_000), st.sampled_from(POWERS), st.randoms(use_true_random=False))
def test_what_an_order_is_said_to_break_and_to_keep_and_whether_a_crisis_comes_first_is_so(
    seed: int, power: Power, dice: random.Random
) -> None:
    scenario = world(seed)
    state = to_phase(Table.open(scenario, 1), Phase.ORDERS).state
    open_to = [o for o in available_orders(state, power) if not isinstance(o, BY_CHANCE) and not (isinstance(o, SendAid) and o.covert)]
    # Most orders touch no treaty: those that do are tried first.
    telling = [o for o in open_to if (found := consequences(state, power, o)).breaches or found.kept] or open_to
    kind = dice.choice(sorted({type(o) for o in telling}, key=str))
    order = dice.choice([o for o in telling if type(o) is kind])
    said = consequences(state, power, order)
    table, idle = given_alone(scenario, power, order), given_alone(scenario, power, None)
    crisis = table.state.crisis
    assert said.crisis is (crisis is not None and crisis.mover == power), order
    event(f"{type(order).__name__}, {'a crisis' if said.crisis else 'no crisis'}")
    fought_out(table, power)
    fought_out(idle, power)
    for game in (table, idle):
        if game.state.phase is Phase.ORDERS:
            close(game)
    new = entered(table, power) - entered(idle, power)
    broken = {(o.treaty, o.article.id, o.duty, False) for o in said.breaches}
    kept = {(o.treaty, o.article.id, o.duty, True) for o in said.kept}
    assert kept <= entered(table, power), order
    if said.crisis or isinstance(order, BY_NAME):
        # War may take more than was set out for, and what is refused may be found wanting anyhow.
        assert broken <= entered(table, power), order
    else:
        assert {line for line in new if not line[-1]} == broken - entered(idle, power), order
