"""The append-only store: games, their events, the seats and the requests already answered."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Protocol

from attrs import evolve, frozen


class JournalFault(Exception):
    """The store could not take it, or could not be read; nothing was written. `code` has a sentence in `server.texts`."""

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
    held: str | None = None
    """The power that this person has played since the game began."""


@frozen(kw_only=True)
class AnswerRow:
    """A request already answered: its id and the answer's bytes."""

    seat: str
    act: str
    answer: bytes


@frozen(kw_only=True)
class Entry:
    """What is written together or not at all: events from a position (1 for a game's first), answers and seats."""

    game: str
    first: int
    events: Sequence[bytes] = ()
    answers: Sequence[AnswerRow] = ()
    seats: Sequence[SeatRow] = ()


class Journal(Protocol):
    """What a room needs of a store; what is written is durable when the call returns. Each call may raise JournalFault."""

    async def create(self, game: GameRow, seats: Sequence[SeatRow] = ()) -> None: ...

    async def append(self, entry: Entry) -> None:
        """Write an entry; raises OutOfTurn if its position is not the next one."""
        ...

    async def read(self, game: str, since: int = 0) -> list[bytes]: ...

    async def answers(self, game: str) -> list[AnswerRow]: ...

    async def seats(self, game: str) -> list[SeatRow]: ...

    async def games(self) -> list[GameRow]:
        """All games, newest first, without the scenarios' texts."""
        ...

    async def game(self, ident: str) -> GameRow | None: ...

    async def game_by_code(self, code: str) -> GameRow | None: ...

    def close(self) -> None: ...


class MemoryJournal:
    """A journal that lasts as long as the program."""

    def __init__(self) -> None:
        self._games: dict[str, GameRow] = {}
        self._events: dict[str, list[bytes]] = {}
        self._answers: dict[str, dict[tuple[str, str], AnswerRow]] = {}
        self._seats: dict[str, dict[str, SeatRow]] = {}

    async def create(self, game: GameRow, seats: Sequence[SeatRow] = ()) -> None:
        """Enter a new game."""
        if any(game.id == g.id or game.code == g.code for g in self._games.values()):
            raise JournalFault("storage", "game exists")
        self._games[game.id] = game
        self._events[game.id] = []
        self._answers[game.id] = {}
        self._seats[game.id] = {seat.token_hash: seat for seat in seats}

    async def append(self, entry: Entry) -> None:
        """Write an entry; raises OutOfTurn if its position is not the next one."""
        written = self._events[entry.game]
        if entry.events and entry.first != len(written) + 1:
            raise OutOfTurn(entry.game, entry.first)
        written.extend(entry.events)
        self._answers[entry.game].update({(a.seat, a.act): a for a in entry.answers})
        self._seats[entry.game].update({seat.token_hash: seat for seat in entry.seats})

    async def read(self, game: str, since: int = 0) -> list[bytes]:
        """The events after a position, in order."""
        return self._events.get(game, [])[since:]

    async def answers(self, game: str) -> list[AnswerRow]:
        """The requests already answered in a game."""
        return list(self._answers.get(game, {}).values())

    async def seats(self, game: str) -> list[SeatRow]:
        """The seats of a game."""
        return list(self._seats.get(game, {}).values())

    async def games(self) -> list[GameRow]:
        """All games, newest first, without the scenarios' texts."""
        return [evolve(game, text="") for game in reversed(self._games.values())]

    async def game(self, ident: str) -> GameRow | None:
        """The game of that id."""
        return self._games.get(ident)

    async def game_by_code(self, code: str) -> GameRow | None:
        """The game of that join code."""
        return next((game for game in self._games.values() if game.code == code), None)

    def close(self) -> None:
        """Nothing to let go of."""


def now() -> int:
    """Seconds of the Unix epoch."""
    return int(time.time())
