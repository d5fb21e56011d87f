"""The append-only store: games, their events, the seats and the requests already answered."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from attrs import frozen

T = TypeVar("T")


class JournalFault(Exception):
    """The store could not take it; nothing was written. `code` has a sentence in `server.texts`."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


class OutOfTurn(Exception):
    """Somebody else has written at this position."""


@frozen(kw_only=True)
class GameRow:
    """One game as the store knows it."""

    id: str
    scenario: str
    text: str
    digest: str
    seed: int
    code: str
    created: int
    """Seconds of the Unix epoch."""
    options: str = "{}"


@frozen(kw_only=True)
class SeatRow:
    """One person's place; the token is stored hashed."""

    game: str
    token_hash: str
    name: str
    role: str
    power: str | None


@frozen(kw_only=True)
class AnswerRow:
    """A request already answered: its id and the answer's bytes."""

    seat: str
    act: str
    answer: bytes


class Journal(Protocol):
    """What a room needs of a store; each call is durable when it returns."""

    async def create(self, game: GameRow) -> None: ...

    async def append(self, game: str, first: int, events: list[bytes], answers: list[AnswerRow]) -> None:
        """Write events from a position; raises OutOfTurn if that is taken, JournalFault if nothing could be written."""
        ...

    async def read(self, game: str, since: int = 0) -> list[bytes]: ...

    async def answers(self, game: str) -> list[AnswerRow]: ...

    async def games(self) -> list[GameRow]: ...

    async def put_seat(self, seat: SeatRow) -> None: ...

    async def seats(self, game: str) -> list[SeatRow]: ...

    def close(self) -> None: ...


SCHEMA = """
CREATE TABLE IF NOT EXISTS games (
    id TEXT PRIMARY KEY, scenario TEXT NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
    seed INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, options TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    game TEXT NOT NULL, position INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (game, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seats (
    game TEXT NOT NULL, token_hash TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, power TEXT,
    PRIMARY KEY (game, token_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    game TEXT NOT NULL, seat TEXT NOT NULL, act TEXT NOT NULL, answer BLOB NOT NULL, PRIMARY KEY (game, seat, act)
) STRICT, WITHOUT ROWID;
"""

MOST_IN_A_GROUP = 256
"""Jobs of all rooms that share one commit."""


class SqliteJournal:
    """SQLite in WAL mode with full sync; one thread writes, and what many rooms ask for at once shares one commit.

    Raises JournalFault if the file cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        self._jobs: SimpleQueue[tuple[Callable[[sqlite3.Connection], Any], Future[Any]] | None] = SimpleQueue()
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="journal", daemon=True)
        self._thread.start()
        opened.result()

    def _run(self, opened: Future[None]) -> None:
        try:
            db = sqlite3.connect(self.path, isolation_level=None, timeout=5)
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            db.executescript(SCHEMA)
        except sqlite3.Error as error:
            opened.set_exception(fault(error))
            return
        opened.set_result(None)
        while (job := self._jobs.get()) is not None:
            group = [job]
            last = False
            while len(group) < MOST_IN_A_GROUP and not self._jobs.empty():
                following = self._jobs.get()
                if following is None:
                    last = True
                    break
                group.append(following)
            self._commit(db, group)
            if last:
                break
        db.close()

    def _commit(self, db: sqlite3.Connection, group: list[tuple[Callable[[sqlite3.Connection], Any], Future[Any]]]) -> None:
        """Do a group of jobs in one transaction; a job that fails by itself takes back only its own part."""
        done: list[tuple[Future[Any], Any, Exception | None]] = []
        try:
            db.execute("BEGIN IMMEDIATE")
            for work, future in group:
                db.execute("SAVEPOINT job")
                try:
                    done.append((future, work(db), None))
                    db.execute("RELEASE job")
                except (OutOfTurn, JournalFault) as error:
                    db.execute("ROLLBACK TO job")
                    db.execute("RELEASE job")
                    done.append((future, None, error))
            db.execute("COMMIT")
        except sqlite3.Error as error:
            if db.in_transaction:
                try:
                    db.execute("ROLLBACK")
                except sqlite3.Error:
                    # A full disk may already have rolled back by itself.
                    db.execute("SELECT 1")
            for _, future in group:
                future.set_exception(fault(error))
            return
        for future, result, problem in done:
            if problem is None:
                future.set_result(result)
            else:
                future.set_exception(problem)

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        future: Future[T] = Future()
        self._jobs.put((work, future))
        return await asyncio.wrap_future(future)

    async def create(self, game: GameRow) -> None:
        """Enter a new game."""
        row = (game.id, game.scenario, game.text, game.digest, game.seed, game.code, game.created, game.options)
        await self._do(lambda db: db.execute("INSERT INTO games VALUES (?,?,?,?,?,?,?,?)", row) and None)

    async def append(self, game: str, first: int, events: list[bytes], answers: list[AnswerRow]) -> None:
        """Write events from a position (1 for a game's first), with the answers that they belong to."""

        def work(db: sqlite3.Connection) -> None:
            try:
                rows = [(game, first + i, body) for i, body in enumerate(events)]
                db.executemany("INSERT INTO events VALUES (?,?,?)", rows)
            except sqlite3.IntegrityError as error:
                raise OutOfTurn(game, first) from error
            kept = [(game, a.seat, a.act, a.answer) for a in answers]
            db.executemany("INSERT OR REPLACE INTO answers VALUES (?,?,?,?)", kept)

        await self._do(work)

    async def read(self, game: str, since: int = 0) -> list[bytes]:
        """The events after a position, in order."""
        query = "SELECT body FROM events WHERE game=? AND position>? ORDER BY position"
        return await self._do(lambda db: [row[0] for row in db.execute(query, (game, since))])

    async def answers(self, game: str) -> list[AnswerRow]:
        """The requests already answered in a game."""
        query = "SELECT seat, act, answer FROM answers WHERE game=?"
        return await self._do(lambda db: [AnswerRow(seat=s, act=a, answer=b) for s, a, b in db.execute(query, (game,))])

    async def games(self) -> list[GameRow]:
        """All games, newest first."""
        query = "SELECT id, scenario, text, digest, seed, code, created, options FROM games ORDER BY created DESC, id"
        names = ("id", "scenario", "text", "digest", "seed", "code", "created", "options")
        return await self._do(lambda db: [GameRow(**dict(zip(names, row, strict=True))) for row in db.execute(query)])

    async def put_seat(self, seat: SeatRow) -> None:
        """Enter a seat, or what has changed of it."""
        row = (seat.game, seat.token_hash, seat.name, seat.role, seat.power)
        await self._do(lambda db: db.execute("INSERT OR REPLACE INTO seats VALUES (?,?,?,?,?)", row) and None)

    async def seats(self, game: str) -> list[SeatRow]:
        """The seats of a game."""
        query = "SELECT token_hash, name, role, power FROM seats WHERE game=? ORDER BY name, token_hash"
        return await self._do(
            lambda db: [SeatRow(game=game, token_hash=t, name=n, role=r, power=p) for t, n, r, p in db.execute(query, (game,))]
        )

    def close(self) -> None:
        """Finish what is under way and let go of the file."""
        self._jobs.put(None)
        self._thread.join(timeout=10)


def fault(error: sqlite3.Error) -> JournalFault:
    """What a database error means to the host."""
    said = str(error)
    if "full" in said or "disk I/O" in said:
        return JournalFault("disk_full", said)
    if "readonly" in said or "unable to open" in said:
        return JournalFault("not_writable", said)
    if "locked" in said:
        return JournalFault("locked", said)
    if "not a database" in said or "malformed" in said:
        return JournalFault("not_a_journal", said)
    return JournalFault("storage", said)


def now() -> int:
    """Seconds of the Unix epoch."""
    return int(time.time())
