"""What a client knows is the fold of its own news."""

from __future__ import annotations

import pytest

from client.mirror import PRESS, Gap, Mirror
from engine.commands import Send, SignalReady
from engine.table import Table
from tests.client.smallworld import BRITAIN, FRANCE, GERMANY, ZONE_1
from tests.client.tablelink import opened


def heard(table: Table, mirror: Mirror) -> None:
    """Tell a mirror what it has not heard."""
    assert not hasattr(mirror.viewer, "value")
    mirror.take(mirror.last + 1, [event for _, event in table.news(mirror.viewer, mirror.last)])


@pytest.fixture
def table() -> Table:
    """A game at its opening."""
    return opened()


def test_a_mirror_is_the_view_of_the_table(table: Table) -> None:
    mirror = Mirror(FRANCE)
    heard(table, mirror)
    table.play(BRITAIN, SignalReady(True))
    heard(table, mirror)
    assert mirror.state == table.view(FRANCE)
    assert mirror.last == len(table.news(FRANCE))


def test_news_heard_twice_is_folded_once(table: Table) -> None:
    mirror = Mirror(FRANCE)
    events = [event for _, event in table.news(FRANCE)]
    mirror.take(1, events)
    assert mirror.take(1, events) == ()
    assert mirror.last == len(events)


def test_a_gap_in_the_news_is_noticed(table: Table) -> None:
    events = [event for _, event in table.news(FRANCE)]
    with pytest.raises(Gap):
        Mirror(FRANCE).take(3, events[2:])


def test_messages_go_into_the_channel_of_each_correspondent_and_are_unread_until_looked_at(table: Table) -> None:
    mirror = Mirror(FRANCE)
    table.play(BRITAIN, Send(to=frozenset({FRANCE, GERMANY}), text="Together?", asks=True))
    table.play(FRANCE, Send(to=frozenset({BRITAIN}), text="Yes."))
    table.play(GERMANY, Send(to=frozenset(), text="To the world."))
    heard(table, mirror)
    assert [m.text for _, m in mirror.channel(BRITAIN)] == ["Together?", "Yes."]
    assert [m.text for _, m in mirror.channel(GERMANY)] == ["Together?"]
    assert [m.text for _, m in mirror.channel(None)] == ["To the world."]
    assert mirror.unread == {BRITAIN, PRESS}


def test_a_track_keeps_one_value_for_each_turn(table: Table) -> None:
    mirror = Mirror(FRANCE)
    heard(table, mirror)
    assert mirror.tracks["tension"] == [40]
    assert mirror.tracks["france.trust.germany"] == [20]
    assert mirror.state is not None and mirror.state.holder(ZONE_1) == "czechoslovakia"
