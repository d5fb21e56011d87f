"""What has happened is what there was news of: chance that held it back, and an audience that leaves one out, make it not so."""

from __future__ import annotations

import pytest

from engine.conditions import holds
from engine.events import EventFired, Phase
from engine.names import Condition, EventId, Onlooker
from engine.table import Table
from tests.engine.settings import SCENARIO, VIEWERS, to_phase

STORM = Condition("storm.fired")


@pytest.mark.parametrize("seed", range(8))
def test_an_event_that_chance_held_back_has_not_fired(seed: int) -> None:
    table = Table.open(SCENARIO, seed)
    assert not holds(table.state, STORM)
    to_phase(table, Phase.TALKS, 1)
    (noted,) = (e for e in table.chronicle if isinstance(e, EventFired) and e.event == EventId("storm"))
    assert holds(table.state, STORM) is noted.happened
    for viewer in VIEWERS:
        assert holds(table.view(viewer), STORM) is noted.happened or viewer is Onlooker.FACILITATOR
