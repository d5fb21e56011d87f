"""What the forms say of limits of arms, and what the page says of a peace, in both languages."""

from __future__ import annotations

import pytest

from client.labels import Labels
from client.meaning import meaning
from client.widgets.situation import _promises
from engine.clauses import NonAggression
from engine.commands import CommitOrders
from engine.events import Phase
from engine.names import Lang
from engine.orders import Order
from tests.engine.settings import BORIA, conclude, to_phase
from tests.engine.test_limits import DOWN, UP, ceiling, opened, turn
from tests.engine.test_peace import BOTH, at_war

LANGS = [Lang("en"), Lang("fr")]
BEYOND = {"en": "You stand beyond what pact, Article 1, allows", "fr": "Vous dépassez ce que permet pact (fr), article premier"}
BREAKS = {"en": "It would breach pact, Article 1.", "fr": "Cela violerait pact (fr), article premier."}
PEACE = {"en": "Peace made on", "fr": "Paix conclue le"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("orders", "turns", "warned"), [((), 0, False), ((), 1, True), ((DOWN,), 1, False)])
def test_a_power_that_stands_beyond_a_limit_is_warned_in_the_turn_in_which_it_breaks_it(
    lang: Lang, orders: tuple[Order, ...], turns: int, warned: bool
) -> None:
    table = opened(ceiling(20))
    for _ in range(turns):
        turn(table)
    to_phase(table, Phase.ORDERS)
    said = meaning(CommitOrders(orders), BORIA, Labels(table.view(BORIA), lang))
    assert any(line.startswith(BEYOND[lang]) for line in said) is warned


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("number", "broken"), [(40, True), (60, False)])
def test_the_form_names_the_article_that_a_mobilisation_would_break(lang: Lang, number: int, broken: bool) -> None:
    table = to_phase(opened(ceiling(number)), Phase.ORDERS)
    said = meaning(CommitOrders((UP,)), BORIA, Labels(table.view(BORIA), lang))
    assert any(line.endswith(BREAKS[lang]) for line in said) is broken


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_the_situation_says_when_peace_was_made(lang: Lang) -> None:
    table = at_war()
    assert PEACE[lang] not in _promises(Labels(table.view(BORIA), lang)).plain
    conclude(table, BORIA, "peace", BOTH, NonAggression())
    assert PEACE[lang] in _promises(Labels(table.view(BORIA), lang)).plain
