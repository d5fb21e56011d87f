"""A server at work: in the foreground for `locarno serve`, or in a thread of the player's own program."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from engine.setting import Scenario
from server.deadlines import Preset
from server.gate import RESTARTING, open_gate
from server.hall import Hall, Hosted
from server.sqlite_journal import SqliteJournal


def data_directory() -> Path:
    """Where this system keeps a user's program data, made if it is not there."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    directory = Path(os.environ.get("LOCARNO_DATA") or base / "locarno")
    directory.mkdir(parents=True, exist_ok=True)
    return directory


class Serving:
    """A journal, a hall and a gate, together."""

    def __init__(self, journal: Path) -> None:
        self.journal = SqliteJournal(journal)
        self.hall = Hall(self.journal)
        self.port = 0

    async def open(self, bind: str, port: int) -> None:
        """Listen; port 0 takes a free one. Raises OSError."""
        self._server = await open_gate(self.hall, bind, port)
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def close(self) -> None:
        """Tell clients to come back, stop the rooms, let go of the file."""
        self._server.close(close_connections=False)
        for connection in list(self._server.connections):
            await connection.close(RESTARTING, "restarting")
        await self._server.wait_closed()
        await self.hall.close()
        self.journal.close()


class LocalServer:
    """A server in a thread of its own, for one who plays or hosts from their own program."""

    def __init__(self, journal: Path, bind: str = "127.0.0.1", port: int = 0) -> None:
        self._journal, self._bind, self._wanted = journal, bind, port
        self._loop = asyncio.new_event_loop()
        self._stop: asyncio.Event | None = None
        self._serving: Serving | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Listen; raises JournalFault, OSError."""
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="server", daemon=True)
        self._thread.start()
        opened.result()

    @property
    def port(self) -> int:
        """The port it listens on."""
        assert self._serving is not None
        return self._serving.port

    @property
    def address(self) -> str:
        """Where clients on this machine find it."""
        return f"ws://127.0.0.1:{self.port}"

    def host(self, scenario: Scenario, seed: int | None = None, preset: Preset = Preset.UNTIMED) -> Hosted:
        """Open a room; raises JournalFault."""
        assert self._serving is not None
        return asyncio.run_coroutine_threadsafe(self._serving.hall.host(scenario, seed, preset), self._loop).result()

    def stop(self) -> None:
        """Close in good order."""
        if self._thread is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(timeout=10)

    def _run(self, opened: Future[None]) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._main(opened))
        except Exception as error:
            if not opened.done():
                opened.set_exception(error)
            else:
                raise
        finally:
            self._loop.close()

    async def _main(self, opened: Future[None]) -> None:
        self._stop = asyncio.Event()
        self._serving = Serving(self._journal)
        await self._serving.open(self._bind, self._wanted)
        opened.set_result(None)
        await self._stop.wait()
        await self._serving.close()


async def serve_until(stop: asyncio.Event, journal: Path, bind: str, port: int, opened: Callable[[Serving], None]) -> None:
    """Serve in this loop until told to stop; raises JournalFault, OSError."""
    serving = Serving(journal)
    try:
        await serving.open(bind, port)
    except OSError:
        serving.journal.close()
        raise
    opened(serving)
    await stop.wait()
    await serving.close()
