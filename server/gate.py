"""Bytes in, messages out: the one place that knows websockets."""

from __future__ import annotations

import asyncio
import http
import logging
import time
from collections import deque

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from engine.codec import Malformed, read_json
from engine.wire import (
    LARGEST_MESSAGE,
    VERSION,
    Act,
    Bye,
    Hello,
    Ping,
    Pong,
    Refused,
    StartGame,
    TakeSeat,
    pack,
    read_client,
)
from server.hall import Hall, NotAdmitted
from server.journal import JournalFault
from server.room import Attendance, Room

log = logging.getLogger("locarno.gate")

HELLO_WITHIN = 10.0
"""Seconds that a connection may stay silent before it says hello."""
MOST_WAITING = 2000
"""Messages that may wait for a slow reader."""
MESSAGES_A_SECOND = 40.0
BURST = 200.0
JOINS_A_MINUTE = 60
"""Attempts from one address, a whole school perhaps."""

TRY_AGAIN_LATER = 1013
RESTARTING = 1012
NOT_ALLOWED = 1008


class Line:
    """The sending side of one connection: never waits, and lets go of a reader that is too slow."""

    def __init__(self, socket: ServerConnection) -> None:
        self._socket = socket
        self._waiting: deque[bytes] = deque()
        self._more = asyncio.Event()
        self._why: str | None = None

    def send(self, message: bytes) -> None:
        """Put a message on its way."""
        if self._why is None:
            if len(self._waiting) >= MOST_WAITING:
                self.drop("too_slow")
                return
            self._waiting.append(message)
            self._more.set()

    def drop(self, why: str) -> None:
        """Say why and close."""
        self._why = why
        self._more.set()

    async def run(self) -> None:
        """Send what waits until the connection ends."""
        while True:
            await self._more.wait()
            self._more.clear()
            while self._waiting and self._why is None:
                await self._socket.send(self._waiting.popleft(), text=True)
            if self._why is not None:
                await self._socket.send(pack(Bye(why=self._why)), text=True)
                code = TRY_AGAIN_LATER if self._why == "too_slow" else NOT_ALLOWED
                await self._socket.close(code, self._why)
                return


class Allowance:
    """How many messages a connection may still send: so many a second, with a burst."""

    def __init__(self) -> None:
        self._left = BURST
        self._at = time.monotonic()

    def take(self) -> bool:
        """Whether one more is allowed."""
        now = time.monotonic()
        self._left = min(BURST, self._left + (now - self._at) * MESSAGES_A_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Gate:
    """Lets clients into the hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._joins: dict[str, deque[float]] = {}

    async def handle(self, socket: ServerConnection) -> None:
        """One connection from hello to goodbye."""
        line = Line(socket)
        sender = asyncio.create_task(line.run())
        try:
            entered = await self._enter(socket, line)
            if entered is None:
                await sender
            else:
                await self._serve(socket, line, *entered)
        except ConnectionClosed:
            log.debug("connection closed")
        finally:
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)

    async def _enter(self, socket: ServerConnection, line: Line) -> tuple[Room, Attendance] | None:
        try:
            async with asyncio.timeout(HELLO_WITHIN):
                hello = read_client(await socket.recv())
        except TimeoutError:
            line.drop("no_hello")
            return None
        except Malformed as error:
            line.send(pack(Refused(id=None, reason=error.code, path=error.path)))
            line.drop("no_hello")
            return None
        if not isinstance(hello, Hello):
            line.drop("no_hello")
            return None
        if VERSION not in hello.versions:
            line.drop("version")
            return None
        if not hello.token and not self._may_join(socket):
            line.drop("too_many_joins")
            return None
        try:
            room, seat, token = await self._hall.admit(hello)
        except (NotAdmitted, JournalFault) as error:
            line.drop(error.code)
            return None
        return room, room.attend(line, seat, token, hello.last)

    def _may_join(self, socket: ServerConnection) -> bool:
        """Whether this address has not guessed too often: a code is short."""
        address = str(socket.remote_address[0]) if socket.remote_address else ""
        tries = self._joins.setdefault(address, deque())
        now = time.monotonic()
        while tries and tries[0] < now - 60:
            tries.popleft()
        tries.append(now)
        return len(tries) <= JOINS_A_MINUTE

    async def _serve(self, socket: ServerConnection, line: Line, room: Room, attendance: Attendance) -> None:
        allowance = Allowance()
        try:
            async for data in socket:
                if not allowance.take():
                    line.drop("too_many_messages")
                    return
                try:
                    message = read_client(data)
                except Malformed as error:
                    line.send(pack(Refused(id=_id_of(data), reason=error.code, path=error.path)))
                    continue
                match message:
                    case Act() | TakeSeat() | StartGame():
                        if len(message.id) > 64:
                            line.send(pack(Refused(id=None, reason="wrong_value", path="$.id")))
                        else:
                            await room.ask(attendance, message)
                    case Ping():
                        line.send(pack(Pong(number=message.number)))
                    case Hello():
                        line.send(pack(Refused(id=None, reason="wrong_value", path="$.kind")))
        finally:
            room.leave(attendance)


def _id_of(data: str | bytes) -> str | None:
    """The id of a malformed request, where it can be read, so that its sender knows which one was refused."""
    try:
        found = read_json(data)
    except Malformed:
        return None
    ident = found.get("id") if isinstance(found, dict) else None
    return ident if isinstance(ident, str) and len(ident) <= 64 else None


def health(connection: ServerConnection, request: Request) -> Response | None:
    """Answer a plain web request for the server's health; anything else goes on to the websocket handshake."""
    if request.path == "/healthz":
        return connection.respond(http.HTTPStatus.OK, "ok\n")
    if "upgrade" not in request.headers.get("Connection", "").lower():
        return connection.respond(http.HTTPStatus.UPGRADE_REQUIRED, "This is a Locarno game server: join it with locarno join.\n")
    return None


async def open_gate(hall: Hall, bind: str, port: int) -> Server:
    """Listen on an address; raises OSError if it cannot be had."""
    return await serve(
        Gate(hall).handle,
        bind,
        port,
        compression=None,
        max_size=LARGEST_MESSAGE,
        max_queue=64,
        process_request=health,
        ping_interval=20,
        ping_timeout=20,
        close_timeout=2,
        server_header=None,
    )
