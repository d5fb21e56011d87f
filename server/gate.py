"""Bytes in, messages out: the one place that knows websockets."""

from __future__ import annotations

import asyncio
import http
import logging
import time
from collections import deque

from attrs import define, frozen
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from engine.codec import Malformed, read_json
from engine.wire import (
    LARGEST_MESSAGE,
    LONGEST_ID,
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
from server.batch import Attendance
from server.hall import Hall, NotAdmitted
from server.journal import JournalFault
from server.room import Room
from server.roster import Seat
from server.streams import Stream

log = logging.getLogger("locarno.gate")


@frozen(kw_only=True)
class Limits:
    """What one connection, or one address, may ask of the server."""

    hello_within: float = 10.0
    """Seconds that a connection may stay silent before it says hello."""
    unsent: int = 500
    """Messages that may become due to a reader while it takes none."""
    per_second: float = 40.0
    """Messages from one connection, over time."""
    burst: float = 200.0
    joins_a_minute: int = 60
    """Newcomers from one address: a whole school sits behind one."""
    farewell: float = 2.0
    """Seconds that a goodbye may take."""


CLOSE_CODES = {"too_slow": 1013, "restarting": 1012, "not_text": 1003, "fault": 1011, "broken_game": 1011, "storage": 1011}
NOT_ALLOWED = 1008
CLOGGED = 32 * 1024
"""Bytes waiting in the socket from which on messages queue."""


@define
class Part:
    """A piece of a stream that is due; what follows is joined to it, so that a slow reader costs no memory."""

    stream: Stream
    after: int
    upto: int


class Line:
    """The sending side of one connection: never waits, and lets go of a reader that is too slow."""

    def __init__(self, socket: ServerConnection, limits: Limits) -> None:
        self._socket, self._limits = socket, limits
        self._due: deque[bytes | Part] = deque()
        self._more = asyncio.Event()
        self._busy = False
        self._unsent = 0
        self._goodbye: asyncio.Task[None] | None = None
        self._pump = asyncio.create_task(self._run())

    def send(self, message: bytes) -> None:
        """Put a message on its way."""
        if self._goodbye is None:
            if self._free():
                broadcast((self._socket,), message, text=True)
            else:
                self._queue(message)

    def show(self, stream: Stream, after: int, upto: int) -> None:
        """Put events of a stream on their way."""
        if self._goodbye is not None:
            return
        while after < upto and self._free():
            message, after = stream.message(after, upto)
            broadcast((self._socket,), message, text=True)
        if after < upto:
            last = self._due[-1] if self._due else None
            if isinstance(last, Part) and last.stream is stream and last.upto == after:
                last.upto = upto
                self._count()
            else:
                self._queue(Part(stream, after, upto))

    def drop(self, why: str) -> None:
        """Say why and close, even if the reader takes nothing any more."""
        if self._goodbye is None:
            self._due.clear()
            self._pump.cancel()
            self._goodbye = asyncio.create_task(self._leave(why))

    async def end(self) -> None:
        """Let a goodbye go out, and stop."""
        if self._goodbye is not None:
            await self._goodbye
        self._pump.cancel()
        await asyncio.gather(self._pump, return_exceptions=True)

    def _free(self) -> bool:
        """Whether a message may be written at once: nothing waits before it and the socket takes it."""
        return not self._busy and not self._due and self._socket.transport.get_write_buffer_size() < CLOGGED

    def _queue(self, item: bytes | Part) -> None:
        self._due.append(item)
        self._more.set()
        self._count()

    def _count(self) -> None:
        self._unsent += 1
        if self._unsent > self._limits.unsent:
            log.info("reader too slow")
            self.drop("too_slow")

    async def _run(self) -> None:
        """Send what could not be written at once."""
        while True:
            await self._more.wait()
            self._more.clear()
            while self._due:
                self._busy = True
                try:
                    await self._socket.send(self._next(), text=True)
                except ConnectionClosed:
                    return
                finally:
                    self._busy = False
                self._unsent = 0

    def _next(self) -> bytes:
        item = self._due[0]
        if isinstance(item, bytes):
            self._due.popleft()
            return item
        message, item.after = item.stream.message(item.after, item.upto)
        if item.after == item.upto:
            self._due.popleft()
        return message

    async def _leave(self, why: str) -> None:
        try:
            async with asyncio.timeout(self._limits.farewell):
                await self._socket.send(pack(Bye(why=why)), text=True)
                await self._socket.close(CLOSE_CODES.get(why, NOT_ALLOWED), why)
        except TimeoutError:
            self._socket.transport.abort()
        except ConnectionClosed:
            log.debug("closed before the goodbye")


class Allowance:
    """How many messages a connection may still send: so many a second, with a burst."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.burst
        self._at = time.monotonic()

    def take(self) -> bool:
        """Whether one more is allowed."""
        now = time.monotonic()
        self._left = min(self._limits.burst, self._left + (now - self._at) * self._limits.per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Joins:
    """How often each address has come with a code lately: a code is short, and must not be guessed."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = a_minute
        self._tries: dict[str, deque[float]] = {}

    def allow(self, address: str) -> bool:
        """Whether this address may try once more."""
        now = time.monotonic()
        if len(self._tries) > 10_000:
            self._tries = {a: tries for a, tries in self._tries.items() if tries[-1] > now - 60}
        tries = self._tries.setdefault(address, deque(maxlen=self._a_minute + 1))
        tries.append(now)
        while tries[0] < now - 60:
            tries.popleft()
        return len(tries) <= self._a_minute


class Gate:
    """Lets clients into the hall."""

    def __init__(self, hall: Hall, limits: Limits | None = None) -> None:
        self._hall = hall
        self._limits = limits or Limits()
        self._joins = Joins(self._limits.joins_a_minute)
        self._lines: set[Line] = set()
        self._servers: list[Server] = []

    async def open(self, bind: str, port: int) -> int:
        """Listen on an address, beside those it listens on already; gives the port, a free one for port 0. Raises OSError if it cannot be had."""
        server = await serve(
            self.handle,
            bind,
            port,
            compression=None,
            max_size=LARGEST_MESSAGE,
            max_queue=64,
            process_request=health,
            ping_interval=20,
            ping_timeout=20,
            close_timeout=self._limits.farewell,
            server_header=None,
        )
        self._servers.append(server)
        found: int = next(iter(server.sockets)).getsockname()[1]
        return found

    async def close(self) -> None:
        """Take in nobody more, and ask those who are here to come back."""
        for server in self._servers:
            server.close(close_connections=False)
        for line in tuple(self._lines):
            line.drop("restarting")
        await asyncio.gather(*(line.end() for line in tuple(self._lines)))
        for server in self._servers:
            await server.wait_closed()

    async def handle(self, socket: ServerConnection) -> None:
        """One connection from hello to goodbye."""
        line = Line(socket, self._limits)
        self._lines.add(line)
        try:
            entered = await self._enter(socket, line)
            if entered is not None:
                await self._serve(socket, line, *entered)
        except ConnectionClosed:
            log.debug("connection closed")
        except Exception:
            log.exception("connection failed")
            line.drop("fault")
        finally:
            await line.end()
            self._lines.discard(line)

    async def _enter(self, socket: ServerConnection, line: Line) -> tuple[Room, Attendance] | None:
        """Hear the hello; whoever may not come in is told why."""
        try:
            async with asyncio.timeout(self._limits.hello_within):
                data = await socket.recv()
            hello = _heard(data)
        except TimeoutError:
            line.drop("no_hello")
        except Malformed as error:
            line.send(pack(Refused(id=None, reason=error.code, path=error.path)))
            line.drop("not_text" if error.code == "not_text" else "no_hello")
        else:
            try:
                room, seat, token = await self._admit(socket, hello)
                return room, room.attend(line, seat, token, hello.last, hello.stream)
            except (NotAdmitted, JournalFault) as error:
                log.info("not admitted code=%s", error.code)
                line.drop(error.code)
        return None

    async def _admit(self, socket: ServerConnection, hello: Hello) -> tuple[Room, Seat, str]:
        if VERSION not in hello.versions:
            raise NotAdmitted("version")
        address = str(socket.remote_address[0]) if socket.remote_address else ""
        if not hello.token and not self._joins.allow(address):
            raise NotAdmitted("too_many_joins")
        return await self._hall.admit(hello)

    async def _serve(self, socket: ServerConnection, line: Line, room: Room, attendance: Attendance) -> None:
        allowance = Allowance(self._limits)
        try:
            async for data in socket:
                if not allowance.take():
                    return line.drop("too_many_messages")
                if isinstance(data, bytes):
                    return line.drop("not_text")
                try:
                    message = read_client(data)
                except Malformed as error:
                    log.info("malformed message code=%s path=%s", error.code, error.path[:80])
                    line.send(pack(Refused(id=_id_of(data), reason=error.code, path=error.path)))
                    continue
                match message:
                    case Act() | TakeSeat() | StartGame():
                        await room.ask(attendance, message)
                    case Ping():
                        line.send(pack(Pong(number=message.number)))
                    case Hello():
                        line.send(pack(Refused(id=None, reason="wrong_value", path="$.kind")))
        finally:
            room.leave(attendance)


def _heard(data: str | bytes) -> Hello:
    if isinstance(data, bytes):
        raise Malformed("$", "not_text")
    hello = read_client(data)
    if not isinstance(hello, Hello):
        raise Malformed("$.kind", "wrong_value")
    return hello


def _id_of(data: str) -> str | None:
    """The id of a malformed request, where it can be read, so that its sender knows which one was refused."""
    try:
        found = read_json(data)
    except Malformed:
        return None
    ident = found.get("id") if isinstance(found, dict) else None
    return ident if isinstance(ident, str) and len(ident) <= LONGEST_ID else None


def health(connection: ServerConnection, request: Request) -> Response | None:
    """Answer a plain web request for the server's health; anything else goes on to the websocket handshake."""
    if request.path == "/healthz":
        return connection.respond(http.HTTPStatus.OK, "ok\n")
    if "upgrade" not in request.headers.get("Connection", "").lower():
        return connection.respond(http.HTTPStatus.UPGRADE_REQUIRED, "This is a Locarno game server: join it with locarno join.\n")
    return None
