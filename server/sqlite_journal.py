"""The journal in a file: SQLite in WAL mode with full sync, written by one thread."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from attrs import define

from server.journal import AnswerRow, Entry, GameRow, JournalFault, OutOfTurn, SeatRow

log = logging.getLogger("locarno.journal")

T = TypeVar("T")

FORMAT = 1
"""The format of the file; a later program reads earlier ones, never the other way round."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS games (
    id TEXT PRIMARY KEY, scenario TEXT NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
    seed INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, options TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    game TEXT NOT NULL, position INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (game, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seats (
    game TEXT NOT NULL, token_hash TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, power TEXT, held TEXT,
    PRIMARY KEY (game, token_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    game TEXT NOT NULL, seat TEXT NOT NULL, act TEXT NOT NULL, answer BLOB NOT NULL, PRIMARY KEY (game, seat, act)
) STRICT, WITHOUT ROWID;
"""

MOST_IN_A_GROUP = 256
"""Writes of all rooms that share one commit."""
LOCKED_FOR = 5.0
"""Seconds to wait for another program that is writing."""

GAME_COLUMNS = ("id", "scenario", "text", "digest", "seed", "code", "created", "options")


@define(eq=False)
class Job:
    """Something for the thread to do, and where its outcome goes."""

    work: Callable[[sqlite3.Connection], Any]
    writes: bool
    future: Future[Any]


class SqliteJournal:
    """One thread holds the file, and what many rooms ask for at once shares one commit; raises JournalFault."""

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closed = False
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="journal", daemon=True)
        self._thread.start()
        opened.result()

    # -- the thread

    def _open(self) -> sqlite3.Connection:
        try:
            # The chronicle holds everybody's secrets: the file is its owner's alone.
            Path(self.path).touch(mode=0o600)
        except OSError as error:
            raise JournalFault("not_writable", str(error)) from error
        db = sqlite3.connect(self.path, isolation_level=None, timeout=LOCKED_FOR, cached_statements=64)
        try:
            found: int = db.execute("PRAGMA user_version").fetchone()[0]
            if found > FORMAT:
                raise JournalFault("newer_journal", f"format {found}")
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            if found < FORMAT:
                db.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version={FORMAT}; COMMIT;")
        except BaseException:
            db.close()
            raise
        return db

    def _run(self, opened: Future[None]) -> None:
        try:
            db = self._open()
        except (sqlite3.Error, JournalFault) as error:
            opened.set_exception(error if isinstance(error, JournalFault) else fault(error))
            return
        opened.set_result(None)
        last = False
        while not last and (job := self._jobs.get()) is not None:
            group = [job]
            while len(group) < MOST_IN_A_GROUP and not self._jobs.empty():
                following = self._jobs.get()
                if following is None:
                    last = True
                    break
                group.append(following)
            self._do_all(db, [job for job in group if job.future.set_running_or_notify_cancel()])
        db.close()

    def _do_all(self, db: sqlite3.Connection, group: list[Job]) -> None:
        """Writes in one transaction, then the questions, which are answered even when nothing can be written."""
        writes = [job for job in group if job.writes]
        if writes:
            self._commit(db, writes)
        for job in group:
            if not job.writes:
                try:
                    job.future.set_result(job.work(db))
                except Exception as error:  # noqa: BLE001 (whatever fails, whoever asked must hear of it and the thread go on)
                    job.future.set_exception(_as_fault(error))

    def _commit(self, db: sqlite3.Connection, group: list[Job]) -> None:
        """A job that fails by itself takes back only its own part; a commit that fails takes back all."""
        done: list[tuple[Job, Any, Exception | None]] = []
        try:
            db.execute("BEGIN IMMEDIATE")
            for job in group:
                db.execute("SAVEPOINT job")
                try:
                    done.append((job, job.work(db), None))
                except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
                    if not isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.DataError):
                        raise
                    db.execute("ROLLBACK TO job")
                    done.append((job, None, fault(error)))
                except Exception as error:  # noqa: BLE001 (as above)
                    db.execute("ROLLBACK TO job")
                    done.append((job, None, _as_fault(error)))
                db.execute("RELEASE job")
            db.execute("COMMIT")
        except sqlite3.Error as error:
            log.error("commit failed jobs=%d error=%s", len(group), error)
            try:
                if db.in_transaction:
                    db.execute("ROLLBACK")
            except sqlite3.Error:
                # SQLite rolls back by itself after some errors: what counts is that no transaction is left open.
                log.error("rollback failed in_transaction=%s", db.in_transaction)
            for job in group:
                job.future.set_exception(fault(error))
            return
        for job, result, problem in done:
            if problem is None:
                job.future.set_result(result)
            else:
                job.future.set_exception(problem)

    # -- for the rooms

    async def _do(self, work: Callable[[sqlite3.Connection], T], *, writes: bool) -> T:
        if self._closed:
            raise JournalFault("storage", "the journal is closed")
        future: Future[T] = Future()
        self._jobs.put(Job(work, writes, future))
        return await asyncio.wrap_future(future)

    async def create(self, game: GameRow, seats: Sequence[SeatRow] = ()) -> None:
        """Enter a new game."""

        def work(db: sqlite3.Connection) -> None:
            row = tuple(getattr(game, column) for column in GAME_COLUMNS)
            db.execute("INSERT INTO games VALUES (?,?,?,?,?,?,?,?)", row)
            _put_seats(db, seats)

        await self._do(work, writes=True)

    async def append(self, entry: Entry) -> None:
        """Write an entry; raises OutOfTurn if its position is not the next one."""

        def work(db: sqlite3.Connection) -> None:
            if entry.events:
                (last,) = db.execute("SELECT max(position) FROM events WHERE game=?", (entry.game,)).fetchone()
                if entry.first != (last or 0) + 1:
                    raise OutOfTurn(entry.game, entry.first)
                rows = [(entry.game, entry.first + i, body) for i, body in enumerate(entry.events)]
                db.executemany("INSERT INTO events VALUES (?,?,?)", rows)
            if entry.answers:
                kept = [(entry.game, a.seat, a.act, a.answer) for a in entry.answers]
                db.executemany("INSERT OR IGNORE INTO answers VALUES (?,?,?,?)", kept)
            _put_seats(db, entry.seats)

        await self._do(work, writes=True)

    async def read(self, game: str, since: int = 0) -> list[bytes]:
        """The events after a position, in order."""
        query = "SELECT body FROM events WHERE game=? AND position>? ORDER BY position"
        return await self._do(lambda db: [row[0] for row in db.execute(query, (game, since))], writes=False)

    async def answers(self, game: str) -> list[AnswerRow]:
        """The requests already answered in a game."""
        query = "SELECT seat, act, answer FROM answers WHERE game=?"
        return await self._do(lambda db: [AnswerRow(seat=s, act=a, answer=b) for s, a, b in db.execute(query, (game,))], writes=False)

    async def seats(self, game: str) -> list[SeatRow]:
        """The seats of a game."""
        query = "SELECT game, token_hash, name, role, power, held FROM seats WHERE game=? ORDER BY name, token_hash"
        names = ("game", "token_hash", "name", "role", "power", "held")
        return await self._do(
            lambda db: [SeatRow(**dict(zip(names, row, strict=True))) for row in db.execute(query, (game,))], writes=False
        )

    async def games(self) -> list[GameRow]:
        """All games, newest first, without the scenarios' texts."""
        query = "SELECT id, scenario, '', digest, seed, code, created, options FROM games ORDER BY created DESC, rowid DESC"
        return await self._do(lambda db: [_game(row) for row in db.execute(query)], writes=False)

    async def game(self, ident: str) -> GameRow | None:
        """The game of that id."""
        return await self._one("id", ident)

    async def game_by_code(self, code: str) -> GameRow | None:
        """The game of that join code."""
        return await self._one("code", code)

    async def _one(self, column: str, value: str) -> GameRow | None:
        query = f"SELECT {', '.join(GAME_COLUMNS)} FROM games WHERE {column}=?"
        return await self._do(lambda db: next((_game(row) for row in db.execute(query, (value,))), None), writes=False)

    def close(self) -> None:
        """Finish what is under way and let go of the file."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            self._thread.join(timeout=10)


def _put_seats(db: sqlite3.Connection, seats: Sequence[SeatRow]) -> None:
    if seats:
        rows = [(s.game, s.token_hash, s.name, s.role, s.power, s.held) for s in seats]
        db.executemany("INSERT OR REPLACE INTO seats VALUES (?,?,?,?,?,?)", rows)


def _game(row: Sequence[Any]) -> GameRow:
    return GameRow(**dict(zip(GAME_COLUMNS, row, strict=True)))


CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    # The index of the log beside the file could not grow: what a full disk says to one who opens a journal.
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",
    sqlite3.SQLITE_READONLY: "not_writable",
    sqlite3.SQLITE_CANTOPEN: "not_writable",
    sqlite3.SQLITE_PERM: "not_writable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_NOTADB: "not_a_journal",
    sqlite3.SQLITE_CORRUPT: "not_a_journal",
}


def fault(error: sqlite3.Error) -> JournalFault:
    """What a database error means to the host."""
    number = getattr(error, "sqlite_errorcode", None)
    if not isinstance(number, int):
        return JournalFault("storage", str(error))
    return JournalFault(CODES.get(number) or CODES.get(number & 0xFF, "storage"), str(error))


def _as_fault(error: Exception) -> Exception:
    if isinstance(error, OutOfTurn | JournalFault):
        return error
    return fault(error) if isinstance(error, sqlite3.Error) else JournalFault("storage", repr(error))
