"""From an act to the last of six other clients having it, journal on disk, beside a bare relay of the same bytes."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

import scenarios
from engine.commands import Send
from engine.names import Power
from engine.wire import Ack, Act, Events, Hello, ServerMessage, StartGame, TakeSeat, pack, read_server
from server.gate import Limits
from server.hall import Hosted
from server.serving import Serving
from tests.benchmarks.table import Row

ACTS = 400
BURST = 1500
WITHIN_P50_MS, WITHIN_P99_MS = 1.5, 4.0
"""How much later than by the bare relay an act may arrive, on a machine of the pace below."""
RELAYED_MS = 0.45
"""Milliseconds for the relay's typical message on the machine for which these were set; a slower one is given as much more."""
POWERS = ("germany", "britain", "france", "czechoslovakia", "italy", "ussr", "poland")
TEXT = "Should the talks fail, His Majesty's Government would feel itself bound to consult. " * 3


@contextlib.asynccontextmanager
async def relay() -> AsyncIterator[int]:
    """A server that passes every message on to all the others and nothing more."""
    clients: set[ServerConnection] = set()

    async def handle(socket: ServerConnection) -> None:
        clients.add(socket)
        try:
            async for data in socket:
                for other in clients:
                    await other.send(data)
        finally:
            clients.discard(socket)

    async with serve(handle, "127.0.0.1", 0, compression=None) as server:
        yield next(iter(server.sockets)).getsockname()[1]


async def latencies(send: Callable[[int], Awaitable[None]], others: list[ClientConnection], mark: Callable[[int], str]) -> list[float]:
    """Milliseconds from each act to the last of the others having it, one act at a time."""

    async def until(socket: ClientConnection, word: str) -> None:
        while word not in str(await socket.recv()):
            continue

    taken = []
    for number in range(ACTS):
        started = time.perf_counter()
        await send(number)
        await asyncio.gather(*(until(socket, mark(number)) for socket in others))
        taken.append((time.perf_counter() - started) * 1000)
    return taken


async def throughput(send: Callable[[int], Awaitable[None]], others: list[ClientConnection], mark: Callable[[int], str]) -> float:
    """Acts a second that reach all the others when sent as fast as allowed."""

    async def count(socket: ClientConnection) -> None:
        last = mark(BURST - 1)
        while last not in str(await socket.recv()):
            continue

    started = time.perf_counter()
    waiting = [asyncio.create_task(count(socket)) for socket in others]
    for number in range(BURST):
        await send(number)
    await asyncio.gather(*waiting)
    return BURST / (time.perf_counter() - started)


async def line(address: str) -> ClientConnection:
    """A connection that takes in whatever comes, read or not."""
    return await connect(address, compression=None, max_size=None, max_queue=None, proxy=None)


async def until(socket: ClientConnection, fits: Callable[[ServerMessage], bool]) -> ServerMessage:
    """The next message that fits."""
    while not fits(message := read_server(await socket.recv())):
        continue
    return message


async def seated(serving: Serving) -> tuple[Hosted, list[ClientConnection]]:
    """A game of Munich with a client for each power, the first one the host, and the game begun."""
    hosted = await serving.hall.host(scenarios.load("munich-1938"), 1)
    clients = []
    for power in POWERS:
        socket = await line(f"ws://127.0.0.1:{serving.port}")
        hello = Hello(versions=(1,), code=hosted.code, name=power) if clients else Hello(versions=(1,), token=hosted.token)
        await socket.send(pack(hello), text=True)
        await socket.send(pack(TakeSeat(id="seat", power=Power(power))), text=True)
        await until(socket, lambda m: isinstance(m, Ack))
        clients.append(socket)
    await clients[0].send(pack(StartGame(id="start")), text=True)
    for socket in clients:
        await until(socket, lambda m: isinstance(m, Events))
    return hosted, clients


async def measure(folder: Path) -> list[Row]:
    """Both servers in one run."""
    async with relay() as port:
        sockets = [await line(f"ws://127.0.0.1:{port}") for _ in POWERS]
        message = pack(Act(id="0000-0", command=Send(to=frozenset(), text=TEXT))).decode()

        async def pass_on(number: int) -> None:
            await sockets[0].send(message.replace("0000-0", f"#{number:06}#"))

        bare = await latencies(pass_on, sockets[1:], lambda n: f"#{n:06}#")
        bare_rate = await throughput(pass_on, sockets[1:], lambda n: f"#{n:06}#")
        await hang_up(sockets)

    alone = commits_alone(folder / "alone.db")
    serving = Serving(folder / "games.db", Limits(per_second=1e9, burst=1e9, joins_a_minute=1000))
    await serving.open("127.0.0.1", 0)
    _, clients = await seated(serving)

    async def act(number: int) -> None:
        text = f"#{number:06}# {TEXT}"
        await clients[0].send(pack(Act(id=f"a{number}-{time.perf_counter_ns()}", command=Send(to=frozenset(), text=text))), text=True)

    ours = await latencies(act, clients[1:], lambda n: f"#{n:06}#")
    rate = await throughput(act, clients[1:], lambda n: f"#{n:06}#")
    await hang_up(clients)
    pace = max(statistics.median(bare) / RELAYED_MS, 1.0)
    rows = [
        Row("act to the last of six, p50, bare relay", statistics.median(bare), "ms"),
        Row("act to the last of six, p50, on disk", statistics.median(ours), "ms", statistics.median(bare) + WITHIN_P50_MS * pace),
        Row("act to the last of six, p99, bare relay", p99(bare), "ms"),
        Row("act to the last of six, p99, on disk", p99(ours), "ms", p99(bare) + WITHIN_P99_MS * pace),
        Row("one row committed alone to this disk, p50", statistics.median(alone), "ms"),
        Row("one row committed alone to this disk, p99", p99(alone), "ms"),
        Row("acts a second to six, bare relay", bare_rate, "1/s"),
        Row("acts a second to six, on disk", rate, "1/s", bare_rate / 2, more_is_better=True),
        *await resuming(serving),
    ]
    await serving.close()
    return rows


def commits_alone(file: Path) -> list[float]:
    """Milliseconds for each of so many rows written durably one after another, and nothing else: what the disk itself takes."""
    taken = []
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE acts (body TEXT);")
        for _ in range(ACTS):
            started = time.perf_counter()
            db.execute("INSERT INTO acts VALUES (?)", (TEXT,))
            taken.append((time.perf_counter() - started) * 1000)
    return taken


async def hang_up(clients: list[ClientConnection]) -> None:
    """Close all at once."""
    await asyncio.gather(*(client.close() for client in clients))


async def resuming(serving: Serving) -> list[Row]:
    """What it costs to come back after a few or many missed events, in a short and in a long game."""
    taken: dict[tuple[str, int], float] = {}
    for name, length in (("short", 300), ("long", 6000)):
        hosted, clients = await seated(serving)
        host, last = clients[0], 0
        for number in range(length):
            await host.send(pack(Act(id=f"m{number}", command=Send(to=frozenset(), text="word"))), text=True)
        while not (isinstance(message := read_server(await host.recv()), Ack) and message.id == f"m{length - 1}"):
            last = max(last, message.first + len(message.events) - 1) if isinstance(message, Events) else last
        for missed in (10, 200):
            hello = pack(Hello(versions=(1,), token=hosted.token, last=last - missed, stream=POWERS[0]))
            taken[(name, missed)] = min([await come_back(serving, hello, last) for _ in range(15)])
        await hang_up(clients)
    short, long = taken[("short", 10)], taken[("long", 10)]
    return [
        Row("resume 10 missed events, game of 300 messages", short, "ms"),
        Row("resume 10 missed events, game of 6,000 messages", long, "ms", short * 1.5 + 0.5),
        Row("resume 200 missed events, game of 300 messages", taken[("short", 200)], "ms"),
        Row("resume 200 missed events, game of 6,000 messages", taken[("long", 200)], "ms", taken[("short", 200)] * 1.5 + 0.5),
    ]


async def come_back(serving: Serving, hello: bytes, last: int) -> float:
    """Milliseconds from connecting to the last missed event."""
    started = time.perf_counter()
    socket = await line(f"ws://127.0.0.1:{serving.port}")
    await socket.send(hello, text=True)
    await until(socket, lambda m: isinstance(m, Events) and m.first + len(m.events) - 1 >= last)
    spent = (time.perf_counter() - started) * 1000
    await socket.close()
    return spent


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return sorted(values)[int(len(values) * 0.99) - 1]


def rows() -> list[Row]:
    """All of it."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(measure(Path(folder)))
