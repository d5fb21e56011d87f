"""Many games in one process: hosting, finding by code or token, taking up again after a restart."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import secrets

from attrs import frozen

from engine.setting import Scenario
from engine.wire import Hello
from scenarios import read
from server.deadlines import Pace, Preset
from server.journal import GameRow, Journal, now
from server.roster import MOST_SEATS, Role, Seat, clean_name, hashed, new_code, new_token
from server.room import Room
from server.standins import Standins

log = logging.getLogger("locarno.hall")


class NotAdmitted(Exception):
    """The door stays shut; `code` has a sentence in `server.texts`."""

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
    """The rooms of this process."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._rooms: dict[str, Room] = {}
        self._tasks: dict[str, list[asyncio.Task[None]]] = {}
        self._opening = asyncio.Lock()

    async def host(self, scenario: Scenario, seed: int | None = None, preset: Preset = Preset.UNTIMED) -> Hosted:
        """Open a room for a scenario; raises JournalFault."""
        game = secrets.token_hex(6)
        row = GameRow(
            id=game,
            scenario=scenario.setting.id,
            text=scenario.text,
            digest=hashlib.sha256(scenario.text.encode()).hexdigest(),
            seed=secrets.randbelow(2**31) if seed is None else seed,
            code=new_code(),
            created=now(),
            options=json.dumps({"pace": preset}),
        )
        await self.journal.create(row)
        room = Room(row, self.journal, scenario, Pace(preset))
        self._open(room)
        token = self._token(game)
        await room.admit(Seat(key=hashed(token), name="Host", role=Role.FACILITATOR))
        return Hosted(game=game, code=row.code, token=token)

    def _open(self, room: Room) -> None:
        self._rooms[room.row.id] = room
        standins = Standins(room)
        self._tasks[room.row.id] = [
            asyncio.create_task(room.run(), name=f"room {room.row.id}"),
            asyncio.create_task(standins.run(), name=f"stand-ins {room.row.id}"),
        ]

    @staticmethod
    def _token(game: str) -> str:
        return f"{game}.{new_token()}"

    async def room(self, game: str) -> Room:
        """The room of a game, taken up from the journal if need be; raises NotAdmitted."""
        async with self._opening:
            if game in self._rooms:
                return self._rooms[game]
            row = await self.journal.game(game)
            if row is None:
                raise NotAdmitted("unknown_game")
            preset = Preset(json.loads(row.options).get("pace", Preset.UNTIMED))
            room = Room(row, self.journal, None, Pace(preset))
            await room.load()
            if not room.started:
                room.set_scenario(read(row.text, row.scenario))
            self._open(room)
            return room

    async def admit(self, hello: Hello) -> tuple[Room, Seat, str]:
        """The room, seat and token for whoever says hello; raises NotAdmitted, JournalFault."""
        if hello.token:
            room = await self.room(hello.token.partition(".")[0])
            seat = room.roster.seats.get(hashed(hello.token))
            if seat is None:
                raise NotAdmitted("unknown_token")
            return room, seat, hello.token
        code = (hello.code or "").strip().upper()
        row = await self.journal.game_by_code(code) if code else None
        if row is None:
            raise NotAdmitted("wrong_code")
        room = await self.room(row.id)
        if len(room.roster.seats) >= MOST_SEATS:
            raise NotAdmitted("room_full")
        token = self._token(row.id)
        seat = await room.admit(Seat(key=hashed(token), name=clean_name(hello.name), role=Role.PLAYER))
        return room, seat, token

    async def close(self) -> None:
        """Stop all rooms; what is acknowledged is already on disk."""
        tasks = [task for tasks in self._tasks.values() for task in tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._rooms.clear()
        self._tasks.clear()
