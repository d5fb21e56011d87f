"""A game hosted from the start screen can be joined by others, and every game taken up again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from client.app import LocarnoApp
from client.commands.local import LocalGames
from client.link import SocketLink
from client.memory import Memory
from client.screens.lobby import LobbyScreen
from client.screens.play import PlayScreen
from client.widgets.keys import Keys
from engine.names import Lang
from engine.wire import Events
from tests.client.gallery import in_talks, to_the_session, waiting
from tests.client.smallworld import FRANCE
from tests.client.tablelink import TableLink

EN = Lang("en")


async def until(pilot: Pilot[None], found: Callable[[], bool]) -> None:
    """Wait for what comes from another thread."""
    for _ in range(200):
        if found():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come about")


def said(app: LocarnoApp) -> str:
    """What stands over the seats."""
    titles = app.screen.query("#lobby-title") if isinstance(app.screen, LobbyScreen) else ()
    return "".join(str(title.content) for title in titles if isinstance(title, Static))


async def test_the_lobby_of_a_hosted_game_shows_where_others_come_in_and_they_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCARNO_DATA", str(tmp_path / "games"))
    games = LocalGames(EN)
    try:
        host = LocarnoApp(lang=EN, host=games, memory=Memory(tmp_path / "host"))
        async with host.run_test(size=(80, 24)) as pilot:
            await asyncio.to_thread(games.server)
            host.open_game("munich-1938", "")
            await until(pilot, lambda: bool(said(host)))
            assert host.door and host.door in said(host) and host.welcome is not None
            seat = host.memory.seats()[0]
            assert seat.hosting and seat.address == ""
            port = host.door.rsplit(":", 1)[1]
            link = SocketLink(f"127.0.0.1:{port}", code=host.welcome.code or "", name="Ada", lang=EN)
            guest = LocarnoApp(lang=EN, link=link, memory=Memory(tmp_path / "guest"))
            async with guest.run_test(size=(80, 24)) as other:
                await until(other, lambda: bool(said(guest)))
            host.leave_lobby()
            host.resume(seat)
            await until(pilot, lambda: bool(said(host)))
            assert host.door in said(host), "who comes back as host finds the address again"
    finally:
        games.stop()


def test_a_game_for_one_alone_lets_nobody_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCARNO_DATA", str(tmp_path))
    games = LocalGames(EN)
    try:
        app = LocarnoApp(lang=EN, host=games, memory=Memory(tmp_path / "mine"))
        games.open("munich-1938", "france")
        assert app.door == "" and games.local_address().startswith("ws://127.0.0.1:")
    finally:
        games.stop()


class InPieces(TableLink):
    """A link that brings every event in a message of its own, as a server does with a long game."""

    def tell(self) -> None:
        """Everything that the viewer has not been told yet, one by one."""
        assert self.table is not None
        for number, event in self.table.news(self.viewer, self._told):
            self._queue.put_nowait(Events(first=number, events=(event,)))
            self._told = number


async def test_a_game_in_which_an_organ_sat_is_taken_up_again_before_its_screen_is_whole(tmp_path: Path) -> None:
    table = in_talks()
    to_the_session(table)
    app = LocarnoApp(lang=EN, link=InPieces(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        await pilot.pause()
        assert app.failure is None


async def test_while_a_game_is_being_opened_the_lobby_says_so_and_asks_for_nothing(tmp_path: Path) -> None:
    app = waiting(Lang("en"), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LobbyScreen)
        app.starting = True
        app.screen.show()
        await pilot.pause()
        assert "being opened" in str(app.screen.query_one("#lobby-hint", Static).content)
        assert "Start the game" not in str(app.screen.query_one(Keys).content)
