"""A journal keeps what it has taken, takes all of an entry or nothing, and says why it cannot."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine.names import Lang
from server import sqlite_journal
from server.journal import AnswerRow, Entry, GameRow, Journal, JournalFault, MemoryJournal, OutOfTurn, SeatRow
from server.sqlite_journal import SqliteJournal, fault
from server.texts import WORDS, fault_sentence


def row(ident: str = "g", code: str = "ABCDEF") -> GameRow:
    """A game."""
    return GameRow(id=ident, scenario="small", text="title: x", digest="0" * 64, seed=1, code=code, created=1)


def seat(name: str = "Ada", power: str | None = None) -> SeatRow:
    """A seat."""
    return SeatRow(game="g", token_hash=name.lower(), name=name, role="player", power=power)


@pytest.fixture(params=["memory", "sqlite"])
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    """Each kind of journal, with one game."""
    made: Journal = MemoryJournal() if request.param == "memory" else SqliteJournal(tmp_path / "games.db")
    await made.create(row(), (seat("Host"),))
    yield made
    made.close()


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    """A journal in a file, with one game."""
    made = SqliteJournal(tmp_path / "games.db")
    await made.create(row())
    yield made
    made.close()


def entry(first: int, *events: bytes, answers: tuple[AnswerRow, ...] = (), seats: tuple[SeatRow, ...] = ()) -> Entry:
    """An entry of the game."""
    return Entry(game="g", first=first, events=events, answers=answers, seats=seats)


async def test_events_are_read_back_in_order_from_any_position(journal: Journal) -> None:
    await journal.append(entry(1, b"a", b"b"))
    await journal.append(entry(3, b"c"))
    assert await journal.read("g") == [b"a", b"b", b"c"]
    assert await journal.read("g", 2) == [b"c"]
    assert await journal.read("g", 3) == await journal.read("nobody") == []


@pytest.mark.parametrize("first", [1, 2, 4])
async def test_a_position_that_is_not_the_next_one_is_refused_with_all_that_came_with_it(journal: Journal, first: int) -> None:
    await journal.append(entry(1, b"a", b"b"))
    with pytest.raises(OutOfTurn):
        await journal.append(entry(first, b"x", answers=(AnswerRow(seat="s", act="1", answer=b"x"),), seats=(seat("Eve"),)))
    assert await journal.read("g") == [b"a", b"b"]
    assert await journal.answers("g") == [] and [s.name for s in await journal.seats("g")] == ["Host"]


async def test_answers_and_seats_are_kept_with_their_events(journal: Journal) -> None:
    answer = AnswerRow(seat="ada", act="1", answer=b"{}")
    await journal.append(entry(1, b"a", answers=(answer,), seats=(seat(power="france"),)))
    assert await journal.answers("g") == [answer]
    assert {s.name: s.power for s in await journal.seats("g")} == {"Host": None, "Ada": "france"}


async def test_a_seat_that_changes_is_kept_as_it_is_now(journal: Journal) -> None:
    await journal.append(entry(0, seats=(seat(power="france"),)))
    await journal.append(entry(0, seats=(seat(power=None),)))
    assert {s.name: s.power for s in await journal.seats("g")} == {"Host": None, "Ada": None}


async def test_games_are_found_by_id_and_by_code_and_listed_newest_first(journal: Journal) -> None:
    await journal.create(row("h", "GHJKLM"))
    assert [g.id for g in await journal.games()] == ["h", "g"]
    assert all(g.text == "" for g in await journal.games())
    assert await journal.game("g") == await journal.game_by_code("ABCDEF") == row()
    assert await journal.game("x") is None and await journal.game_by_code("") is None


async def test_no_two_games_share_a_code(journal: Journal) -> None:
    with pytest.raises(JournalFault):
        await journal.create(row("h", "ABCDEF"))
    assert len(await journal.games()) == 1


async def test_what_was_written_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    first = SqliteJournal(tmp_path / "games.db")
    await first.create(row())
    await first.append(entry(1, b"a"))
    first.close()
    second = SqliteJournal(tmp_path / "games.db")
    assert await second.read("g") == [b"a"] and await second.game("g") == row()
    second.close()


async def test_many_writers_at_once_share_commits_and_lose_nothing(file: SqliteJournal) -> None:
    for n in range(20):
        await file.create(row(f"g{n}", f"CODE{n:02}"))

    async def writes(game: str) -> None:
        for n in range(1, 26):
            await file.append(Entry(game=game, first=n, events=(b"%d" % n,)))

    await asyncio.gather(*(writes(f"g{n}") for n in range(20)))
    for n in range(20):
        assert await file.read(f"g{n}") == [b"%d" % k for k in range(1, 26)]


async def test_one_writers_fault_takes_nothing_from_the_others_in_its_commit(file: SqliteJournal) -> None:
    jobs = (file.append(entry(1, b"a")), file.create(row()), file.append(entry(5, b"x")), file.append(entry(2, b"b")))
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    assert [type(o) for o in outcomes] == [type(None), JournalFault, OutOfTurn, type(None)]
    assert await file.read("g") == [b"a", b"b"]


async def test_one_who_no_longer_waits_does_not_stop_the_journal(file: SqliteJournal) -> None:
    given_up = [asyncio.ensure_future(file.append(entry(1, b"a"))) for _ in range(5)]
    await asyncio.sleep(0)
    for task in given_up:
        task.cancel()
    await asyncio.gather(*given_up, return_exceptions=True)
    kept = await file.read("g")
    await file.append(entry(len(kept) + 1, b"b"))
    assert await file.read("g") == [*kept, b"b"]


async def test_a_full_disk_refuses_the_entry_whole_and_the_journal_goes_on_when_there_is_room(file: SqliteJournal) -> None:
    await file.append(entry(1, b"a"))
    pages: int = await file._do(lambda db: db.execute("PRAGMA page_count").fetchone()[0], writes=False)
    await file._do(lambda db: db.execute(f"PRAGMA max_page_count={pages + 2}").fetchone(), writes=False)
    with pytest.raises(JournalFault) as full:
        await file.append(entry(2, b"b", b"x" * 100_000))
    assert full.value.code == "disk_full"
    assert await file.read("g") == [b"a"], "what is there can still be read"
    await file._do(lambda db: db.execute("PRAGMA max_page_count=1000000").fetchone(), writes=False)
    await file.append(entry(2, b"b"))
    assert await file.read("g") == [b"a", b"b"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk_full"),
        (sqlite3.SQLITE_IOERR_READ, "storage"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "not_writable"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (None, "storage"),
    ],
)
def test_what_the_database_says_is_named_for_the_host(number: int | None, code: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    if number is not None:
        error.sqlite_errorcode = number
    assert fault(error).code == code


async def test_a_file_that_another_program_holds_is_waited_for_and_then_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_journal, "LOCKED_FOR", 0.01)
    made = SqliteJournal(tmp_path / "games.db")
    await made.create(row())
    other = sqlite3.connect(tmp_path / "games.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalFault) as locked:
        await made.append(entry(1, b"a"))
    assert locked.value.code == "locked" and await made.read("g") == []
    other.execute("ROLLBACK")
    await made.append(entry(1, b"a"))
    assert await made.read("g") == [b"a"]
    other.close()
    made.close()


async def test_a_file_that_cannot_be_written_is_said_to_be_so(file: SqliteJournal) -> None:
    await file._do(lambda db: db.execute("PRAGMA query_only=1").fetchone(), writes=False)
    with pytest.raises(JournalFault) as closed:
        await file.append(entry(1, b"a"))
    assert closed.value.code == "not_writable"


async def test_the_file_is_its_owners_alone(file: SqliteJournal) -> None:
    await file.append(entry(1, b"a"))
    assert {path.stat().st_mode & 0o077 for path in Path(file.path).parent.iterdir()} == {0}


async def test_after_closing_nothing_is_taken(file: SqliteJournal) -> None:
    file.close()
    with pytest.raises(JournalFault):
        await file.append(entry(1, b"a"))


def _garbage(path: Path) -> None:
    path.write_bytes(b"this is not a journal, it is a letter " * 100)


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version={sqlite_journal.FORMAT + 1}")


def _directory(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(("spoil", "code"), [(_garbage, "not_a_journal"), (_newer, "newer_journal"), (_directory, "not_writable")])
def test_a_file_that_is_no_journal_of_ours_is_not_opened(spoil: object, code: str, tmp_path: Path) -> None:
    assert callable(spoil)
    spoil(tmp_path / "games.db")
    with pytest.raises(JournalFault) as refused:
        SqliteJournal(tmp_path / "games.db")
    assert refused.value.code == code


async def test_a_damaged_page_is_a_fault_and_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "games.db"
    made = SqliteJournal(path)
    await made.create(row())
    for first in range(1, 200):
        await made.append(entry(first, b"x" * 500))
    made.close()
    body = bytearray(path.read_bytes())
    body[4096 * 6 :] = b"\xff" * (len(body) - 4096 * 6)
    path.write_bytes(body)
    again = SqliteJournal(path)
    with pytest.raises(JournalFault) as damaged:
        await again.read("g")
    assert damaged.value.code == "not_a_journal"
    again.close()


@pytest.mark.parametrize("code", sorted({*sqlite_journal.CODES.values(), *WORDS}))
def test_every_fault_has_its_sentence_in_both_languages(code: str) -> None:
    english, french = fault_sentence(code, Lang("en")), fault_sentence(code, Lang("fr"))
    assert english != french and code in WORDS
