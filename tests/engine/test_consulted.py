"""Aid after consultation: what consults those concerned where no article bids it, and for how long."""

from __future__ import annotations

import pytest

from engine.casus import Standing, casus_foederis
from engine.clauses import OneSidedAssistance
from engine.commands import AnswerInvitation, Convene
from engine.duties import Automaticity
from engine.events import AidCalledFor, Phase
from engine.names import Power, conference_id
from engine.organ import Agreed
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, both, do, to_phase
from tests.engine.test_aid_in_war import at_war_since_the_first, turned

AID = OneSidedAssistance(helper=ALBA, aided=CARNIA, automaticity=Automaticity.AFTER_CONSULTATION)
TALKS = conference_id("carnia.talks")


def conferring(*invited: Power, come: tuple[Power, ...] = (ALBA,)) -> Table:
    """Carnia, at war with Boria, calls a conference in the second turn."""
    table = at_war_since_the_first(AID)
    do(table, CARNIA, Convene(conference=TALKS, title=both("Talks"), invited=frozenset(invited), agreed=Agreed.BY_ALL))
    for power in invited:
        do(table, power, AnswerInvitation(conference=TALKS, attend=power in come))
    return table


def stands(table: Table) -> Standing:
    return next(call.standing for call in casus_foederis(table.state, BORIA, CARNIA) if call.power == ALBA)


@pytest.mark.parametrize(
    ("invited", "come", "consulted"),
    [
        ((ALBA,), (ALBA,), True),
        ((ALBA,), (), False),
        ((ALBA, BORIA), (ALBA,), True),
        ((ALBA, BORIA), (ALBA, BORIA), False),
        ((ALBA, DORIA), (ALBA, DORIA), False),
    ],
    ids=["the two", "the debtor stays away", "the foe stays away", "the foe comes", "a stranger comes"],
)
def test_who_has_sat_at_a_conference_of_those_concerned_alone_has_consulted(
    invited: tuple[Power, ...], come: tuple[Power, ...], consulted: bool
) -> None:
    table = conferring(*invited, come=come)
    assert stands(table) is Standing.ENTITLED
    to_phase(table, Phase.ORDERS, 1)
    assert stands(table) is (Standing.BOUND if consulted else Standing.ENTITLED)
    to_phase(table, Phase.ORDERS, 2)
    assert stands(table) is (Standing.BOUND if consulted else Standing.ENTITLED)
    to_phase(table, Phase.TALKS, 3)
    assert stands(table) is Standing.ENTITLED


def test_aid_owed_after_such_a_conference_is_called_for_and_found_broken() -> None:
    table = turned(conferring(ALBA))
    assert [event.due for event in table.chronicle if isinstance(event, AidCalledFor)] == [2]
    assert [(line.debtor, line.kept) for line in turned(table).state.record] == [(ALBA, False)]
