"""A server at work: in the foreground for `locarno serve`, or in a thread of the player's own program."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from engine.found import Opening, found
from engine.plot import Scenario
from scenarios import reread
from server.deadlines import Preset
from server.gate import Gate, Limits
from server.hall import Hall, Hosted
from server.journal import Journal
from server.room import Reread
from server.sqlite_journal import SqliteJournal

SWITCH = 0.0005
"""Seconds after which a thinking thread lets the loop and the journal have their turn; ten times sooner than Python's own."""


def data_directory() -> Path:
    """Where this system keeps a user's program data, made if it is not there; raises OSError."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    directory = Path(os.environ.get("LOCARNO_DATA") or base / "locarno")
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    return directory


class Serving:
    """A journal, a hall and a gate, together; raises JournalFault if the journal cannot be opened."""

    def __init__(self, journal: Path | Journal, limits: Limits | None = None, read: Reread = reread) -> None:
        self.journal: Journal = SqliteJournal(journal) if isinstance(journal, Path) else journal
        self.hall = Hall(self.journal, read)
        self.port = 0
        self._gate = Gate(self.hall, limits)

    async def open(self, bind: str, port: int) -> None:
        """Listen; port 0 takes a free one. Raises OSError."""
        sys.setswitchinterval(SWITCH)
        try:
            self.port = await self._gate.open(bind, port)
        except OSError:
            self.journal.close()
            raise

    async def listen(self, bind: str, port: int) -> int:
        """Listen on a further address; gives the port. Raises OSError."""
        return await self._gate.open(bind, port)

    async def close(self) -> None:
        """Ask clients to come back, stop the rooms, let go of the file."""
        await self._gate.close()
        await self.hall.close()
        self.journal.close()


class LocalServer:
    """A server in a thread of its own, for one who plays or hosts from their own program."""

    def __init__(self, journal: Path | Journal, bind: str = "127.0.0.1", port: int = 0) -> None:
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

    def host(self, scenario: Scenario, seed: int | None = None, preset: Preset = Preset.UNTIMED, opening: Opening = found) -> Hosted:
        """Open a room; raises JournalFault."""
        assert self._serving is not None
        return asyncio.run_coroutine_threadsafe(self._serving.hall.host(scenario, seed, preset, opening), self._loop).result()

    def listen(self, bind: str, port: int) -> int:
        """Listen on a further address; gives the port. Raises OSError."""
        assert self._serving is not None
        return asyncio.run_coroutine_threadsafe(self._serving.listen(bind, port), self._loop).result()

    def stop(self) -> None:
        """Close in good order."""
        if self._thread is not None and self._thread.is_alive() and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(timeout=10)

    def _run(self, opened: Future[None]) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._main(opened))
        except Exception as error:
            if opened.done():
                raise
            opened.set_exception(error)
        finally:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
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
    await serving.open(bind, port)
    opened(serving)
    await stop.wait()
    await serving.close()
