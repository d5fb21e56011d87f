"""Whatever was acknowledged is there after the server was killed, and what was not can be asked again safely."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from engine.codec import decode_event
from engine.table import Table
from engine.wire import Ack, Act, Bye, Hello, Refused, Welcome
from server.sqlite_journal import SqliteJournal
from tests.client.smallworld import BRITAIN, FRANCE
from tests.server.tables import Client, words

KILLS = 20 if os.environ.get("LOCARNO_SOAK") else 5
ROOT = Path(__file__).parents[2]


class Process:
    """The server's process and what it printed when it was ready."""

    def __init__(self, process: asyncio.subprocess.Process, said: dict[str, Any]) -> None:
        self.process, self.said = process, said

    @classmethod
    async def start(cls, file: Path, *more: str) -> Process:
        """Start it and wait until it listens."""
        command = (sys.executable, "-m", "tests.server.kept_server", str(file), *more)
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
        assert process.stdout is not None
        return cls(process, json.loads(await process.stdout.readline()))

    async def end(self, how: signal.Signals) -> int:
        """End it so."""
        self.process.send_signal(how)
        return await self.process.wait()

    async def client(self, **hello: Any) -> Client:
        """Somebody who is let in."""
        client = Client(await connect(f"ws://127.0.0.1:{self.said['port']}", compression=None, max_queue=None, proxy=None))
        await client.say(Hello(**{"versions": (1,), **hello}))
        await client.until(Welcome)
        return client


async def test_every_acknowledged_act_survives_the_death_of_the_server(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    luck = random.Random(1938)
    server = await Process.start(file)
    host = await server.client(token=server.said["token"])
    france = await server.client(code=server.said["code"], name="Ada", power=FRANCE)
    assert isinstance(await host.start(), Ack)
    token, told, asked, done = france.token, 0, {}, set[str]()
    for kill in range(KILLS):
        # Many acts are on their way when the end comes; some are answered, some are half done, some have not arrived.
        for number in range(200):
            ident = f"{kill}-{number}"
            asked[ident] = f"message {ident}"
            await france.say(Act(id=ident, command=words(asked[ident], BRITAIN)))
        for _ in range(luck.randrange(1, 150)):
            message = await france.hear()
            if isinstance(message, Ack):
                done.add(message.id)
        server.process.send_signal(signal.SIGKILL)
        while not isinstance(message := await france.hear(), Bye):
            if isinstance(message, Ack):
                done.add(message.id)
        await server.process.wait()
        told = max(told, france.last)
        server = await Process.start(file)
        seen, france = france.events, await server.client(token=token)
        await france.settled()
        assert france.events[: len(seen)] == seen, "what was shown has happened"
        missing = {asked[ident] for ident in done} - set(france.texts())
        assert not missing, f"acknowledged and lost: {sorted(missing)}"
        for ident, text in asked.items():
            await france.say(Act(id=ident, command=words(text, BRITAIN)))
        for ident in asked:
            assert isinstance(await france.answer_to(ident), Ack)
            done.add(ident)
    await france.settled()
    mine = [text for text in france.texts() if text.startswith("message ")]
    assert sorted(mine) == sorted(asked.values()), "each exactly once"
    await france.socket.close()
    assert await server.end(signal.SIGTERM) == 0
    journal = SqliteJournal(file)
    chronicle = [decode_event(body) for body in await journal.read(server.said.get("game") or (await journal.games())[0].id)]
    journal.close()
    assert Table.resume(chronicle).view(FRANCE).turn == 0 and told > 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as Unix does")
async def test_a_server_whose_disk_fills_up_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    server = await Process.start(file)
    first = server.said
    host = await server.client(token=first["token"])
    france = await server.client(code=first["code"], name="Ada", power=FRANCE)
    await host.start()
    assert isinstance(await france.ask(words("Before.", BRITAIN), "before"), Ack)
    await server.end(signal.SIGTERM)

    server = await Process.start(file, str(file.stat().st_size + 40_000))
    again = await server.client(token=france.token)
    kept, refused = ["Before."], None
    for number in range(200):
        answer = await again.ask(words(f"{number} " + "x" * 1500, BRITAIN), f"n{number}")
        if isinstance(answer, Refused):
            refused = answer
            break
        kept.append(f"{number} " + "x" * 1500)
    assert refused is not None and refused.reason in ("disk_full", "storage") and len(kept) > 1
    await again.settled()
    assert [t for t in again.texts() if t in kept or t[:1].isdigit()] == kept, "what was refused was not shown"
    await server.end(signal.SIGTERM)

    server = await Process.start(file)
    later = await server.client(token=france.token)
    await later.settled()
    assert [t for t in later.texts() if t in kept or t[:1].isdigit()] == kept
    assert isinstance(await later.ask(words("After.", BRITAIN), refused.id or ""), Ack)
    assert await server.end(signal.SIGTERM) == 0


async def test_a_server_that_is_told_to_end_says_when_to_come_back_and_leaves_one_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "games.db"
    server = await Process.start(file)
    host = await server.client(token=server.said["token"])
    server.process.send_signal(signal.SIGTERM)
    assert (await host.goodbye(), host.code) == ("restarting", 1012)
    assert await server.process.wait() == 0
    assert [p.name for p in tmp_path.iterdir()] == ["games.db"]
