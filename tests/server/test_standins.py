"""Scripted powers act through the same door as people, see only their own part, and never stop a game."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from engine.ai.brain import Decision
from engine.commands import CommitOrders, Send
from engine.events import GameEnded, MessageSent, Phase, PhaseOpened, TurnOpened
from engine.names import Power
from engine.state import State
from engine.wire import Ack, Events
from server import standins
from tests.client.smallworld import BRITAIN, FRANCE, GERMANY
from tests.server.tables import READY, Client, tables, words


async def heard(client: Client, fits: Callable[[Any], bool]) -> None:
    """Wait until an event that fits has been heard."""
    if not any(fits(event) for event in client.events):
        await client.until(Events, lambda message: any(fits(event) for event in message.events))


async def test_a_game_that_nobody_plays_reaches_its_ending() -> None:
    async with tables() as table:
        host = await table.host()
        await host.start()
        await heard(host, lambda e: isinstance(e, GameEnded))


async def test_one_person_among_scripted_powers_plays_to_the_end() -> None:
    async with tables() as table:
        host = await table.host()
        await host.take(FRANCE)
        await host.start()
        while not any(isinstance(e, GameEnded) for e in host.events):
            phase = next(e.phase for e in reversed(host.events) if isinstance(e, PhaseOpened))
            count = len(host.events)
            await host.ask(CommitOrders(()) if phase is Phase.ORDERS else READY)
            while len(host.events) == count and not any(isinstance(e, GameEnded) for e in host.events):
                await host.hear()
        assert sum(isinstance(e, TurnOpened) for e in host.events) == 3


async def test_scripted_powers_wait_for_people() -> None:
    async with tables() as table:
        host = await table.host()
        france = await table.join(FRANCE)
        await host.start()
        await france.until(Events)
        for _ in range(20):
            await france.settled()
        assert [e.turn for e in france.events if isinstance(e, TurnOpened)] == [0]


async def test_a_person_who_is_away_is_waited_for() -> None:
    async with tables() as table:
        host, france = await table.host(), await table.join(FRANCE)
        await france.socket.close()
        await host.start()
        for _ in range(20):
            await host.settled()
        assert [e.turn for e in host.events if isinstance(e, TurnOpened)] == [0]


async def test_a_scripted_power_thinks_on_its_own_view_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    views: dict[Power, State] = {}

    def look(view: State, power: Power, *rest: Any, **more: Any) -> Decision:
        views[power] = view
        return Decision(acts=(), memory={})

    monkeypatch.setattr(standins, "decide_for", look)
    async with tables() as table:
        host, france = await table.host(), await table.join(FRANCE)
        await host.start()
        await france.ask(words("Between ourselves.", BRITAIN))
        while len(views) < 3:
            await asyncio.sleep(0.001)
        room = table.server.hall._rooms[table.hosted.game]
        for power, view in views.items():
            assert view.plot is None and set(view.briefings) == {power}
        assert room.view(GERMANY) == room.table.view(GERMANY)


async def test_a_scripted_power_that_errs_lets_the_step_pass(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def err(*rest: Any, **more: Any) -> Decision:
        raise ZeroDivisionError

    monkeypatch.setattr(standins, "decide_for", err)
    async with tables() as table:
        host = await table.host()
        await host.start()
        await heard(host, lambda e: isinstance(e, GameEnded))
    assert "seed=1" in caplog.text, "the log says how to play it again"


async def test_scripted_powers_that_quarrel_without_end_are_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    def quarrel(view: State, power: Power, *rest: Any, **more: Any) -> Decision:
        other = next(p for p in view.powers() if p != power)
        return Decision(acts=(Send(to=frozenset({other}), text="And another thing."),), memory={})

    monkeypatch.setattr(standins, "decide_for", quarrel)
    monkeypatch.setattr(standins, "MOST_ACTS", 20)
    async with tables() as table:
        host = await table.host()
        await host.start()
        await heard(host, lambda e: isinstance(e, GameEnded))
        turns = sum(isinstance(e, TurnOpened) for e in host.events)
        assert sum(isinstance(e, MessageSent) for e in host.events) <= 30 * turns * 4


async def test_each_message_is_heard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    heard_texts: list[str] = []

    def listen(view: State, power: Power, profile: Any, memory: Any, seed: int, inbox: Any, **more: Any) -> Decision:
        if power == BRITAIN:
            heard_texts.extend(m.text for m in inbox)
        return Decision(acts=(), memory={"thought": len(heard_texts)} if power == BRITAIN else {})

    monkeypatch.setattr(standins, "decide_for", listen)
    async with tables() as table:
        host, france = await table.host(), await table.join(FRANCE)
        await host.start()
        for n in range(5):
            assert isinstance(await france.ask(words(str(n), BRITAIN)), Ack)
            while len(heard_texts) <= n:
                await asyncio.sleep(0.001)
    assert heard_texts == [str(n) for n in range(5)]
