"""What a scripted event settles: a stake that passes, or stays, as the result of a plebiscite."""

from __future__ import annotations

import pytest

from engine.conditions import holds
from engine.duties import Render
from engine.events import ObligationBreached, ObligationPerformed, Phase, StakeTransferred
from engine.happenings import Deed
from engine.names import ArticleId, Condition, EventId, Power, TreatyId
from engine.plot import ScriptedEvent, Transfer
from engine.table import Table
from tests.engine.settings import BORIA, CARNIA, MARCHES, SECOND, both, to_phase, with_plot

VOTE = EventId("vote")
PACT, ARTICLE = TreatyId("pact"), ArticleId("vote")
OWED = Render(debtor=CARNIA, creditor=BORIA, deed=Deed.HOLD_PLEBISCITE, at=MARCHES, by=SECOND)


def result(to: Power, when: str | None = None) -> Table:
    """A game whose vote gives the Marches to a power."""
    event = ScriptedEvent(title=both("The vote"), turn=SECOND, when=when and Condition(when), effects=(Transfer(stake=MARCHES, to=to),))
    return Table.open(with_plot(charter=False, events={VOTE: event}, drafts={}, treaties={}, endings={}), 1)


@pytest.mark.parametrize("to", [BORIA, CARNIA], ids=["it passes", "it stays"])
def test_the_result_of_a_vote_hands_the_stake_over_or_confirms_its_holder_and_settles_the_question(to: Power) -> None:
    table = result(to)
    assert table.state.holder(MARCHES) == CARNIA and not holds(table.state, Condition("marches.settled"))
    to_phase(table, Phase.TALKS, 1)
    (event,) = (e for e in table.chronicle if isinstance(e, StakeTransferred))
    assert (event.holder, event.confirmed) == (to, to == CARNIA)
    assert table.state.holder(MARCHES) == to and holds(table.state, Condition("marches.settled"))


def test_forces_that_stand_in_a_stake_stay_there_when_its_holder_is_confirmed() -> None:
    table = result(CARNIA)
    before = table.state.postures
    to_phase(table, Phase.TALKS, 1)
    assert table.state.postures == before


@pytest.mark.parametrize("kept", [True, False], ids=["performed", "breached"])
def test_the_result_may_wait_until_the_vote_has_been_held(kept: bool) -> None:
    table = result(BORIA, f"{PACT}.{ARTICLE}.performed")
    assert not any(holds(table.state, Condition(f"{PACT}.{ARTICLE}.{word}")) for word in ("performed", "breached"))
    table.apply(((ObligationPerformed if kept else ObligationBreached)(treaty=PACT, article=ARTICLE, duty=OWED),))
    assert holds(table.state, Condition(f"{PACT}.{ARTICLE}.performed")) is kept
    assert holds(table.state, Condition(f"{PACT}.{ARTICLE}.breached")) is not kept
    to_phase(table, Phase.TALKS, 1)
    assert (table.state.holder(MARCHES) == BORIA) is kept
