"""The wire lasts: whatever answers at an address, and however the program ends, nobody sees a traceback."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from client import app as program
from client.app import LocarnoApp
from client.link import News, Sink, SocketLink, Wire, WireChanged
from client.memory import Memory
from client.screens.start import StartScreen
from engine.names import Lang
from engine.wire import Bye, pack

GARBAGE = (b"", b"{", b"[]", b"null", b'{"kind": "events"}', b'{"kind": "welcome", "version": "x"}', b'{"kind": "nothing"}', b"\xff\xfe")


async def until(found: list[News], wanted: Callable[[WireChanged], bool]) -> WireChanged:
    """Wait for a change of the wire."""
    for _ in range(500):
        for news in found:
            if isinstance(news, WireChanged) and wanted(news):
                return news
        await asyncio.sleep(0.01)
    raise AssertionError(found)


async def heard(said: bytes) -> WireChanged:
    """How a link that hears this from a server stands afterwards."""

    async def answer(socket: ServerConnection) -> None:
        await socket.recv()
        await socket.send(said, text=False)

    async with serve(answer, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        found: list[News] = []
        link = SocketLink(f"127.0.0.1:{port}", code="ABCDEF", name="Ada")
        task = asyncio.create_task(link.run(found.append))
        try:
            return await until(found, lambda news: news.wire in (Wire.LOST, Wire.REFUSED))
        finally:
            task.cancel()


@pytest.mark.parametrize("said", GARBAGE)
async def test_what_is_no_message_of_a_server_ends_the_connection_and_not_the_program(said: bytes) -> None:
    assert await heard(said) == WireChanged(Wire.LOST, "not_understood")


async def test_a_wrong_code_is_final() -> None:
    assert await heard(pack(Bye(why="wrong_code"))) == WireChanged(Wire.REFUSED, "wrong_code")


async def test_a_dead_address_is_tried_again_until_one_leaves() -> None:
    found: list[News] = []
    task = asyncio.create_task(SocketLink("127.0.0.1:1", code="ABCDEF").run(found.append))
    await until(found, lambda news: news.wire is Wire.LOST)
    assert not task.done()
    task.cancel()


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "No server answers at ws://127.0.0.1:1."), ("fr", "Aucun serveur ne répond à ws://127.0.0.1:1.")]
)
async def test_who_cannot_get_in_is_told_why_and_may_try_again(lang: str, said: str, tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang(lang), link=SocketLink("127.0.0.1:1", code="ABCDEF"), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(200):
            await pilot.pause(0.02)
            if isinstance(app.screen, StartScreen) and app.why:
                break
        assert app.why == said and isinstance(app.screen, StartScreen)


class Broken:
    """A link with an error in it."""

    async def run(self, sink: Sink) -> None:
        """Fail."""
        raise KeyError("an error of ours")


def test_an_error_of_ours_is_given_to_the_program_and_not_drawn_on_the_screen(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(LocarnoApp, "run", functools.partialmethod(LocarnoApp.run, headless=True))
    with pytest.raises(Exception, match="an error of ours"):
        program.run_app(lang=Lang("en"), link=Broken())  # type: ignore[arg-type]
    captured = capfd.readouterr()
    assert "Traceback" not in captured.out + captured.err and "an error of ours" not in captured.out + captured.err
