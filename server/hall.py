"""Many games in one process: hosting, finding by code or token, taking up again after a restart."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import secrets

from attrs import frozen

from engine.found import Opening, found
from engine.plot import Scenario
from engine.wire import Hello
from scenarios import reread
from server.batch import seat_row
from server.deadlines import Pace, Preset
from server.journal import GameRow, Journal, JournalFault, now
from server.room import Reread, Room
from server.roster import MOST_SEATS, Role, Seat, clean_name, hashed, new_code, new_token
from server.standins import Standins

log = logging.getLogger("locarno.hall")


class NotAdmitted(Exception):
    """The door stays shut; the client has a sentence for `code`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@frozen(kw_only=True)
class Hosted:
    """What the host needs to know of a new game."""

    game: str
    code: str
    token: str
    """The facilitator's."""


class Hall:
    """The rooms of this process; `read` makes a scenario of a text kept in the journal."""

    def __init__(self, journal: Journal, read: Reread = reread) -> None:
        self.journal = journal
        self._read = read
        self._rooms: dict[str, Room] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._opening = asyncio.Lock()

    async def host(self, scenario: Scenario, seed: int | None = None, preset: Preset = Preset.UNTIMED, opening: Opening = found) -> Hosted:
        """Open a room for a scenario; raises JournalFault."""
        game = secrets.token_hex(6)
        row = GameRow(
            id=game,
            scenario=scenario.setting.id,
            text=scenario.text,
            digest=digest(scenario.text),
            seed=secrets.randbelow(2**31) if seed is None else seed,
            code=await self._free_code(),
            created=now(),
            options=json.dumps({"pace": preset, "translations": scenario.translations}),
        )
        token = f"{game}.{new_token()}"
        host = Seat(key=hashed(token), name="Host", role=Role.FACILITATOR)
        await self.journal.create(row, (seat_row(game, host),))
        room = Room(row, self.journal, Pace(preset))
        room.set_scenario(scenario, opening)
        room.roster.enter(host)
        self._open(room)
        return Hosted(game=game, code=row.code, token=token)

    async def _free_code(self) -> str:
        while await self.journal.game_by_code(code := new_code()) is not None:
            log.info("join code taken, drawing another")
        return code

    def _open(self, room: Room) -> None:
        self._rooms[room.row.id] = room
        standins = Standins(room)
        self._tasks.append(asyncio.create_task(room.run(), name=f"room {room.row.id}"))
        self._tasks.append(asyncio.create_task(standins.run(), name=f"stand-ins {room.row.id}"))

    async def _room(self, row: GameRow | None, missing: str) -> Room:
        """The room of a game, taken up from the journal if need be; raises NotAdmitted, JournalFault."""
        if row is None:
            raise NotAdmitted(missing)
        async with self._opening:
            if row.id in self._rooms:
                return self._rooms[row.id]
            if digest(row.text) != row.digest:
                raise JournalFault("broken_game", "the scenario is not the one that the game was opened with")
            room = Room(row, self.journal, Pace(_preset(row)))
            await room.load(self._read)
            self._open(room)
            return room

    async def admit(self, hello: Hello) -> tuple[Room, Seat, str]:
        """The room, seat and token for whoever says hello; raises NotAdmitted, JournalFault."""
        if hello.token:
            game = hello.token.partition(".")[0]
            room = self._rooms.get(game) or await self._room(await self.journal.game(game), "unknown_game")
            seat = room.roster.seats.get(hashed(hello.token))
            if seat is None:
                raise NotAdmitted("unknown_token")
            return room, seat, hello.token
        code = (hello.code or "").strip().upper()
        room = await self._room(await self.journal.game_by_code(code) if code else None, "wrong_code")
        if len(room.roster.seats) >= MOST_SEATS:
            raise NotAdmitted("room_full")
        token = f"{room.row.id}.{new_token()}"
        newcomer = Seat(key=hashed(token), name=clean_name(hello.name), role=Role.PLAYER)
        return room, await room.admit(newcomer, hello.power), token

    async def close(self) -> None:
        """Stop all rooms; what is acknowledged is already on disk."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._rooms.clear()
        self._tasks.clear()


def digest(text: str) -> str:
    """What tells one scenario's text from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def _preset(row: GameRow) -> Preset:
    try:
        return Preset(json.loads(row.options).get("pace", Preset.UNTIMED))
    except (ValueError, AttributeError) as error:
        raise JournalFault("broken_game", f"options: {error}") from error
