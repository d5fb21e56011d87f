"""The clock closes a phase, stops when told to, and goes on after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.commands import CloseStep, Pause, SetDeadline
from engine.events import ClockPaused, DeadlineSet, Phase, PhaseOpened
from engine.table import Table
from engine.wire import Ack, Events, Refused
from server.deadlines import LESSON_MINUTES, Pace, Preset, milliseconds
from tests.client.smallworld import scenario
from tests.server.tables import Client, Tables, serving, tables

NEXT = {Phase.TALKS: {Phase.ORDERS, Phase.SESSION}}


async def phase_after(client: Client) -> Phase:
    """The phase that opens next."""
    opened = await client.until(Events, lambda m: any(isinstance(e, PhaseOpened) for e in m.events))
    return next(e.phase for e in opened.events if isinstance(e, PhaseOpened))


async def test_a_deadline_that_passes_closes_the_phase_for_all() -> None:
    async with tables() as table:
        host, _ = await table.seated()
        await host.ask(SetDeadline(at=milliseconds() + 5))
        assert await phase_after(host) in NEXT[Phase.TALKS]


async def test_a_deadline_that_passed_while_the_server_was_down_closes_the_phase_at_once(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table:
        host, _ = await table.seated()
        await host.ask(SetDeadline(at=milliseconds() + 200))
        hosted = table.hosted
    async with serving(file) as server:
        table = Tables(server, hosted)
        again = await table.hello(token=hosted.token)
        while sum(isinstance(e, PhaseOpened) for e in again.events) < 2:
            await again.until(Events)
        await table.close()


async def test_a_paused_clock_does_not_run_out_and_keeps_what_was_left() -> None:
    async with serving() as server:
        table = Tables(server, await server.hall.host(scenario(), 1, Preset.LESSON))
        host, (britain, *_) = await table.seated()
        (deadline,) = (e.at for e in britain.events if isinstance(e, DeadlineSet))
        assert deadline is not None and deadline > milliseconds()
        assert isinstance(await host.ask(Pause(True)), Ack)
        assert any(isinstance(e, ClockPaused) for e in host.events)
        room = server.hall._rooms[table.hosted.game]
        left = room._remaining
        assert left is not None and 0 < left <= deadline
        assert isinstance(await host.ask(Pause(False)), Ack)
        await host.settled()
        later = [e.at for e in host.events if isinstance(e, DeadlineSet)][-1]
        assert later is not None and later >= deadline
        await table.close()


async def test_only_the_facilitator_closes_a_phase() -> None:
    async with tables() as table:
        host, (britain, *_) = await table.seated()
        assert isinstance(await britain.ask(CloseStep()), Refused)
        assert isinstance(await host.ask(CloseStep()), Ack)
        assert await phase_after(britain) in NEXT[Phase.TALKS]


@pytest.mark.parametrize("preset", [Preset.LESSON, Preset.DOUBLE])
def test_the_turns_share_the_period(preset: Preset) -> None:
    table = Table.open(scenario(), 1)
    span = Pace(preset).span(table.state)
    turns = len(table.state.setting.turns)
    assert span is not None and 20_000 <= span <= LESSON_MINUTES[preset] * 60_000 // turns


def test_without_a_clock_nothing_runs_out() -> None:
    assert Pace(Preset.UNTIMED).span(Table.open(scenario(), 1).state) is None
