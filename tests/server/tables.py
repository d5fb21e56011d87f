"""A server on a free port, and clients that speak the protocol by hand."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from engine.commands import Command, Send, SignalReady
from engine.events import Event, MessageSent
from engine.names import Lang, Power
from engine.plot import Scenario
from engine.wire import (
    Ack,
    Act,
    Bye,
    ClientMessage,
    Events,
    Hello,
    Lobby,
    Ping,
    Pong,
    Refused,
    ServerMessage,
    StartGame,
    TakeSeat,
    Welcome,
    pack,
    read_server,
)
from server.gate import Limits
from server.hall import Hosted
from server.journal import Journal, MemoryJournal
from server.serving import Serving
from tests.client.smallworld import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, scenario

POWERS = (BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY)
EASY = Limits(per_second=1e9, burst=1e9, joins_a_minute=10_000)
"""No limits on how often; the limits have tests of their own."""

M = TypeVar("M", bound=ServerMessage)


def reread(text: str, name: str, translations: Mapping[Lang, Mapping[str, str]]) -> Scenario:
    """The small world, which has no text of its own."""
    return scenario()


class Client:
    """One connection: what it has heard, in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.heard: list[ServerMessage] = []
        self.raw: list[bytes] = []
        self.events: list[Event] = []
        self.token = ""
        self.stream = ""
        self.code = 0
        self._ids = (f"r{n}" for n in itertools.count(1))

    @property
    def last(self) -> int:
        """The number of the last event."""
        return len(self.events)

    async def say(self, message: ClientMessage | str | bytes) -> None:
        """Send a message, or something that is none."""
        if isinstance(message, str | bytes):
            await self.socket.send(message)
        else:
            await self.socket.send(pack(message), text=True)

    async def hear(self) -> ServerMessage:
        """The next message; Bye, made up if none was said, when the connection ends."""
        try:
            data = await self.socket.recv(decode=False)
        except ConnectionClosed as closed:
            self.code = closed.rcvd.code if closed.rcvd is not None else 1006
            return Bye(why="")
        self.raw.append(data)
        message = read_server(data)
        self.heard.append(message)
        match message:
            case Welcome():
                self.token, self.stream = message.token or self.token, message.stream
                if message.fresh:
                    self.events.clear()
            case Events():
                assert message.first == self.last + 1, "the numbers of a stream have no gap"
                self.events.extend(message.events)
            case _:
                pass
        return message

    async def until(self, kind: type[M], fits: Callable[[M], bool] = lambda m: True) -> M:
        """The next message of a kind that fits."""
        while True:
            message = await self.hear()
            if isinstance(message, kind) and fits(message):
                return message
            if isinstance(message, Bye):
                pytest.fail(f"closed: {message.why} {self.code}")

    async def answer_to(self, ident: str) -> Ack | Refused:
        """The answer to the request of that id."""
        while True:
            message = await self.hear()
            if isinstance(message, Ack | Refused) and message.id == ident:
                return message
            if isinstance(message, Bye):
                pytest.fail(f"closed: {message.why} {self.code}")

    async def ask(self, command: Command, ident: str = "") -> Ack | Refused:
        """Have a command done, and its answer."""
        ident = ident or next(self._ids)
        await self.say(Act(id=ident, command=command))
        return await self.answer_to(ident)

    async def take(self, power: Power | None) -> Ack | Refused:
        """Sit down, or get up."""
        ident = next(self._ids)
        await self.say(TakeSeat(id=ident, power=power))
        return await self.answer_to(ident)

    async def start(self) -> Ack | Refused:
        """Open the game."""
        ident = next(self._ids)
        await self.say(StartGame(id=ident))
        return await self.answer_to(ident)

    async def settled(self) -> None:
        """Everything that was on its way when this was called has been heard."""
        number = len(self.heard)
        await self.say(Ping(number=number))
        await self.until(Pong, lambda pong: pong.number == number)

    async def goodbye(self) -> str:
        """Why the server closes."""
        why = ""
        while True:
            message = await self.hear()
            if isinstance(message, Bye):
                if not message.why:
                    return why
                why = message.why

    def texts(self) -> list[str]:
        """The messages between powers that were heard."""
        return [event.text for event in self.events if isinstance(event, MessageSent)]


@asynccontextmanager
async def serving(journal: Path | Journal | None = None, limits: Limits = EASY) -> AsyncIterator[Serving]:
    """A server of the small world."""
    server = Serving(journal if journal is not None else MemoryJournal(), limits, reread)
    await server.open("127.0.0.1", 0)
    try:
        yield server
    finally:
        await server.close()


class Tables:
    """A server with one game, and a way in."""

    def __init__(self, server: Serving, hosted: Hosted) -> None:
        self.server, self.hosted = server, hosted
        self._clients: list[Client] = []

    async def line(self) -> Client:
        """A connection that has said nothing yet."""
        socket = await connect(f"ws://127.0.0.1:{self.server.port}", compression=None, max_size=None, max_queue=None, proxy=None)
        self._clients.append(Client(socket))
        return self._clients[-1]

    async def hello(self, **words: object) -> Client:
        """A connection that says hello and is let in."""
        client = await self.line()
        await client.say(Hello(**{"versions": (1,), **words}))  # type: ignore[arg-type]
        await client.until(Welcome)
        return client

    async def join(self, power: Power | None = None, name: str = "Ada") -> Client:
        """A newcomer, for a power."""
        client = await self.hello(code=self.hosted.code, name=name, power=power)
        await client.until(Lobby)
        return client

    async def host(self) -> Client:
        """The facilitator."""
        return await self.hello(token=self.hosted.token)

    async def seated(self) -> tuple[Client, list[Client]]:
        """The facilitator and a person for each power, the game begun."""
        host = await self.host()
        players = [await self.join(power, f"player of {power}") for power in POWERS]
        assert isinstance(await host.start(), Ack)
        for player in players:
            await player.until(Events)
            await player.settled()
        await host.settled()
        return host, players

    async def close(self) -> None:
        """Hang up."""
        for client in self._clients:
            await client.socket.close()


@asynccontextmanager
async def tables(journal: Path | Journal | None = None, limits: Limits = EASY) -> AsyncIterator[Tables]:
    """A server of the small world with one game of it."""
    async with serving(journal, limits) as server:
        table = Tables(server, await server.hall.host(scenario(), seed=1))
        try:
            yield table
        finally:
            await table.close()


def words(text: str, *to: Power) -> Send:
    """A message to some powers, or to the press."""
    return Send(to=frozenset(to), text=text)


READY = SignalReady(True)
