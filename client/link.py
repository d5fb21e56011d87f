"""The wire to a server: it reconnects by itself, catches up, and sends again what was not answered."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeAlias

from attrs import evolve, frozen
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from client import USUAL_PORT
from engine.commands import Command
from engine.names import Lang, Power
from engine.wire import (
    VERSION,
    Ack,
    Act,
    Bye,
    Events,
    Hello,
    Refused,
    ServerMessage,
    StartGame,
    TakeSeat,
    Welcome,
    pack,
    read_server,
)


class Wire(StrEnum):
    """How the connection stands."""

    CONNECTING = "connecting"
    UP = "up"
    LOST = "lost"
    REFUSED = "refused"


@frozen
class WireChanged:
    """The connection came or went; `why` is the server's word for it, or what the system said."""

    wire: Wire
    why: str = ""


News: TypeAlias = ServerMessage | WireChanged
Sink: TypeAlias = Callable[[News], None]

FINAL = frozenset({"wrong_code", "unknown_token", "unknown_game", "version", "room_full"})
"""Reasons for which coming again would not help."""
PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between attempts; the last goes on."""
LARGEST = 16 * 1024 * 1024


class Link(Protocol):
    """What the screens need of a connection."""

    def act(self, command: Command) -> str: ...

    def take_seat(self, power: Power | None) -> str: ...

    def start_game(self) -> str: ...

    async def run(self, sink: Sink) -> None: ...


def full_address(address: str) -> str:
    """A websocket address from what a person types: `192.168.1.5:7777`, `host`, `ws://...`; the port is 7777 unless named."""
    words = address.strip()
    if "://" not in words:
        host = words.rsplit("]", 1)[-1] if words.startswith("[") else words
        words = f"ws://{words}" if ":" in host else f"ws://{words}:{USUAL_PORT}"
    return words.replace("http://", "ws://").replace("https://", "wss://")


def _understood(data: str | bytes) -> ServerMessage | None:
    """The server's message, or nothing if it is none: whatever listens at an address may send anything."""
    try:
        return read_server(data)
    except Exception:  # noqa: BLE001 - shaping may fail in as many ways as there are types
        return None


class SocketLink:
    """A connection to a server, by code and name the first time, by token from then on."""

    def __init__(self, address: str, *, code: str = "", token: str = "", name: str = "", lang: Lang = Lang("en")) -> None:
        self.address = full_address(address)
        self.token = token
        self._hello = Hello(versions=(VERSION,), lang=lang, client="locarno terminal", code=code or None, name=name)
        self._last = 0
        self._stream = ""
        self._pending: dict[str, Act | TakeSeat | StartGame] = {}
        self._socket: ClientConnection | None = None
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()
        self._ids = (f"{secrets.token_hex(4)}-{n}" for n in itertools.count(1))

    def act(self, command: Command) -> str:
        """Send a command; its answer will carry this id."""
        return self._ask(Act(id=next(self._ids), command=command))

    def take_seat(self, power: Power | None) -> str:
        """Sit down for a power, or get up."""
        return self._ask(TakeSeat(id=next(self._ids), power=power))

    def start_game(self) -> str:
        """Open the game; the host's alone."""
        return self._ask(StartGame(id=next(self._ids)))

    def _ask(self, message: Act | TakeSeat | StartGame) -> str:
        self._pending[message.id] = message
        if self._socket is not None:
            self._outbox.put_nowait(pack(message))
        return message.id

    async def run(self, sink: Sink) -> None:
        """Keep the connection until it is finally refused or the task is cancelled."""
        for attempt in itertools.count():
            sink(WireChanged(Wire.CONNECTING))
            why, was_up = await self._session(sink)
            if why in FINAL:
                sink(WireChanged(Wire.REFUSED, why))
                return
            sink(WireChanged(Wire.LOST, why))
            await asyncio.sleep(PAUSES[0] if was_up else PAUSES[min(attempt, len(PAUSES) - 1)])

    async def _session(self, sink: Sink) -> tuple[str, bool]:
        """One connection from hello to its end: why it ended, and whether it was ever up."""
        self._why, self._up = "", False
        try:
            async with connect(self.address, compression=None, max_size=LARGEST, open_timeout=5, proxy=None) as socket:
                hello = evolve(self._hello, token=self.token or None, last=self._last, stream=self._stream)
                await socket.send(pack(hello), text=True)
                sender = asyncio.create_task(self._send(socket))
                try:
                    async for data in socket:
                        message = _understood(data)
                        if message is None:
                            return "not_understood", self._up
                        self._receive(message, socket, sink)
                finally:
                    self._socket = None
                    sender.cancel()
        except ConnectionClosed:
            return self._why or "closed", self._up
        except (OSError, TimeoutError) as error:
            return str(error) or "timeout", self._up
        except (InvalidHandshake, InvalidURI, ValueError) as error:
            return f"{error}", self._up
        return self._why or "closed", self._up

    def _receive(self, message: ServerMessage, socket: ClientConnection, sink: Sink) -> None:
        match message:
            case Welcome():
                self.token = message.token or self.token
                self._stream = message.stream
                if message.fresh:
                    self._last = 0
                if not self._up:
                    self._up, self._socket = True, socket
                    self._outbox = asyncio.Queue()
                    for waiting in self._pending.values():
                        self._outbox.put_nowait(pack(waiting))
                    sink(WireChanged(Wire.UP))
            case Events():
                self._last = max(self._last, message.first + len(message.events) - 1)
            case Ack():
                self._pending.pop(message.id, None)
            case Refused():
                self._pending.pop(message.id or "", None)
            case Bye():
                self._why = message.why
            case _:
                return sink(message)
        sink(message)

    async def _send(self, socket: ClientConnection) -> None:
        while True:
            if self._socket is None:
                await asyncio.sleep(0.01)
                continue
            await socket.send(await self._outbox.get(), text=True)
