"""One who comes back gets what was missed, no more; a stalled reader is let go and costs nobody anything."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest
from websockets.asyncio.server import ServerConnection

from engine.events import BriefingGiven
from engine.names import Onlooker
from engine.table import Table
from engine.wire import Ack, Bye, Events, Lobby, Welcome, read_server
from server import gate
from server.gate import Limits, Line
from server.roster import hashed
from server.streams import MOST_EVENTS, Stream
from tests.client.smallworld import FRANCE, GERMANY, scenario
from tests.server.tables import EASY, Client, Tables, serving, tables, words


def told(client: Client) -> list[Events]:
    """The messages of events that were heard."""
    return [m for m in client.heard if isinstance(m, Events)]


async def test_one_who_comes_back_gets_exactly_what_was_missed() -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        before = france.last
        await france.socket.close()
        for number in range(3):
            await britain.ask(words(f"Missed {number}", FRANCE))
        again = await table.line()
        again.events = list(france.events)
        await again.say(f'{{"kind":"hello","versions":[1],"token":"{france.token}","last":{before},"stream":"{FRANCE}"}}')
        await again.settled()
        welcome = again.heard[0]
        assert isinstance(welcome, Welcome) and not welcome.fresh
        (missed,) = told(again)
        assert (missed.first, len(missed.events)) == (before + 1, 3)
        assert again.texts() == [f"Missed {n}" for n in range(3)]


async def test_one_who_has_missed_nothing_is_sent_nothing() -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        again = await table.hello(token=france.token, last=france.last, stream=FRANCE)
        await again.settled()
        assert not told(again)


@pytest.mark.parametrize(("last", "stream"), [(0, FRANCE), (10**6, FRANCE), (-1, FRANCE), (3, ""), (3, GERMANY), (3, Onlooker.FACILITATOR)])
async def test_a_number_that_does_not_count_here_begins_the_stream_anew(last: int, stream: str) -> None:
    async with tables() as table:
        _, (_, _, france, _) = await table.seated()
        again = await table.hello(token=france.token, last=last, stream=stream)
        await again.settled()
        assert cast(Welcome, again.heard[0]).fresh and again.events == france.events


async def test_a_seat_moved_from_another_device_does_not_resume_in_the_wrong_stream() -> None:
    async with tables() as table:
        host = await table.host()
        await host.start()
        ada = await table.join(FRANCE)
        await ada.settled()
        other = await table.hello(token=ada.token)
        await ada.socket.close()
        await other.take(None)
        again = await table.hello(token=ada.token, last=ada.last - 1, stream=FRANCE)
        await again.settled()
        assert again.stream == Onlooker.OBSERVER and not any(isinstance(e, BriefingGiven) for e in again.events)


async def test_a_long_stream_comes_in_several_messages() -> None:
    async with tables() as table:
        _, (britain, _, france, _) = await table.seated()
        for number in range(MOST_EVENTS + 5):
            await britain.ask(words(f"{number}", FRANCE))
        again = await table.hello(token=france.token)
        await again.settled()
        assert len(told(again)) >= 2 and max(len(m.events) for m in told(again)) <= MOST_EVENTS
        assert again.texts() == [str(n) for n in range(MOST_EVENTS + 5)]


async def test_each_stream_is_the_news_of_its_viewer() -> None:
    async with tables() as table:
        host, players = await table.seated()
        await players[0].ask(words("To one.", FRANCE))
        await players[3].ask(words("To all."))
        played = table.server.hall._rooms[table.hosted.game].table
        gallery = await table.join(name="Watcher")
        for client in (host, *players, gallery):
            await client.settled()
            viewer = Onlooker(client.stream) if client.stream.startswith("@") else client.stream
            assert client.events == [event for _, event in played.news(viewer)]  # type: ignore[arg-type]


async def test_a_game_is_taken_up_after_a_restart_by_token_and_by_code(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table:
        host, (_, _, france, germany) = await table.seated()
        await france.ask(words("Before.", GERMANY))
        await host.settled()
        await germany.settled()
        hosted = table.hosted
    async with serving(file) as server:
        table = Tables(server, hosted)
        again = await table.hello(token=germany.token, last=germany.last, stream=GERMANY)
        assert not cast(Welcome, again.heard[0]).fresh
        again.events = list(germany.events)
        newcomer = await table.join(name="New")
        await newcomer.settled()
        everything = await table.host()
        await everything.settled()
        assert everything.events == host.events
        assert isinstance(await again.ask(words("After.", FRANCE)), Ack)
        kept = Table.resume(server.hall._rooms[hosted.game].table.chronicle)
        assert kept.state == server.hall._rooms[hosted.game].table.state
        await table.close()


async def test_a_lobby_is_taken_up_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    async with tables(file) as table:
        ada = await table.join(FRANCE)
        hosted = table.hosted
    async with serving(file) as server:
        table = Tables(server, hosted)
        again = await table.hello(token=ada.token)
        assert cast(Welcome, again.heard[0]).power == FRANCE
        host = await table.host()
        assert isinstance(await host.start(), Ack)
        await again.until(Events)
        await table.close()


async def test_an_orderly_end_asks_clients_to_come_back() -> None:
    async with serving() as server:
        table = Tables(server, await server.hall.host(scenario(), 1))
        ada = await table.join(FRANCE)
        closing = asyncio.create_task(server.close())
        assert (await ada.goodbye(), ada.code) == ("restarting", 1012)
        await closing


class Stalled:
    """A socket whose other end takes nothing until it is let."""

    def __init__(self) -> None:
        self.transport = self
        self.sent: list[bytes] = []
        self.taken = asyncio.Event()
        self.aborted = False
        self.closed: tuple[int, str] | None = None

    def get_write_buffer_size(self) -> int:
        return 0 if self.taken.is_set() else gate.CLOGGED

    def abort(self) -> None:
        self.aborted = True

    async def send(self, message: bytes, text: bool) -> None:
        await self.taken.wait()
        self.sent.append(message)

    async def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)


def grown(stream: Stream, to: int) -> None:
    """Let a stream grow to a length."""
    while len(stream) < to:
        stream.bodies.append(b'{"kind":"turn_opened","audience":null,"turn":%d}' % len(stream))


async def test_a_stalled_reader_is_dropped_even_though_it_takes_not_even_the_goodbye() -> None:
    socket = Stalled()
    line = Line(cast(ServerConnection, socket), Limits(unsent=10, farewell=0.01))
    for number in range(12):
        line.send(b"%d" % number)
    await line.end()
    assert socket.aborted and not socket.sent


async def test_a_reader_that_stalls_and_comes_round_in_time_is_sent_everything_in_order() -> None:
    socket = Stalled()
    line, stream = Line(cast(ServerConnection, socket), EASY), Stream(FRANCE)
    for number in range(1, 51):
        grown(stream, number)
        line.show(stream, number - 1, number)
    line.send(b"ack")
    assert len(line._due) == 2, "events wait as one piece of the stream, however many"
    socket.taken.set()
    while not socket.sent or socket.sent[-1] != b"ack":
        await asyncio.sleep(0)
    turns = [event.turn for raw in socket.sent[:-1] for event in cast(Events, read_server(raw)).events]  # type: ignore[union-attr]
    assert turns == list(range(50))
    await line.end()


async def test_a_goodbye_says_why_with_the_proper_code() -> None:
    socket = Stalled()
    socket.taken.set()
    line = Line(cast(ServerConnection, socket), EASY)
    line.drop("too_slow")
    await line.end()
    assert read_server(socket.sent[-1]) == Bye(why="too_slow") and socket.closed == (1013, "too_slow")


async def test_one_who_stops_reading_delays_nobody_and_is_dropped() -> None:
    async with tables(limits=Limits(per_second=1e9, burst=1e9, unsent=20, farewell=0.05)) as table:
        _, (britain, _, france, _) = await table.seated()
        reader, writer = await asyncio.open_connection("127.0.0.1", table.server.port, limit=1)
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        handshake = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        writer.write((handshake + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        hello = f'{{"kind":"hello","versions":[1],"token":"{france.token}"}}'.encode()
        writer.write(bytes([0x81, 0x80 | 126]) + len(hello).to_bytes(2, "big") + bytes(4) + hello)
        room = table.server.hall._rooms[table.hosted.game]
        await france.until(Lobby)
        assert room.roster.present[_key(france)] == 2
        for _ in range(20_000):
            assert isinstance(await britain.ask(words("x" * 2000, FRANCE)), Ack)
            if room.roster.present[_key(france)] == 1:
                break
        assert room.roster.present[_key(france)] == 1, "the stalled connection is gone, the other one is not"
        await france.settled()
        writer.close()
        assert reader is not None


def _key(client: Client) -> str:
    return hashed(client.token)
