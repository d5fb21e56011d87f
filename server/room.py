"""One game: one task takes requests one at a time, makes what follows durable, and only then shows it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.codec import decode_journal, encode_event
from engine.commands import CloseStep, Command
from engine.errors import LocarnoError
from engine.events import Event
from engine.evolve import evolve
from engine.found import Opening, found
from engine.names import Lang, Onlooker, Power, Viewer
from engine.plot import Scenario
from engine.refusal import Refusal
from engine.setting import Setting
from engine.state import State
from engine.table import Table
from engine.wire import VERSION, Act, Lobby, StartGame, TakeSeat, Welcome, pack
from server.batch import Attendance, Batch, Connection, FromSeat, FromWithin, Request, seat_row
from server.deadlines import Pace, milliseconds
from server.journal import Entry, GameRow, Journal, JournalFault, OutOfTurn
from server.roster import Role, Roster, Seat, placed
from server.streams import Streams

log = logging.getLogger("locarno.room")

Reread: TypeAlias = Callable[[str, str, Mapping[Lang, Mapping[str, str]]], Scenario]
"""Makes a scenario of its text, its name and the words of its translations, as the journal has kept them."""

MOST_IN_A_BATCH = 64
"""Requests that share one write."""
MOST_ATTEMPTS = 3
"""Times that a batch is decided anew because another process wrote first."""


class Room:
    """A game with the people in it. `run` is its one task; everything else only puts requests into its inbox.

    What `table`, `roster` and `streams` hold is on disk: nothing enters them before.
    """

    def __init__(self, row: GameRow, journal: Journal, pace: Pace) -> None:
        self.row = row
        self.roster = Roster()
        self.table = Table([])
        self.streams = Streams()
        self.stirred: Callable[[bool], None] = lambda outside: None
        """Called after each publication, with whether anybody but the scripted powers had a part in it."""
        self._journal = journal
        self._pace = pace
        self._scenario: Scenario | None = None
        self._opening: Opening = found
        self._attending: list[Attendance] = []
        self._inbox: asyncio.Queue[Request] = asyncio.Queue(maxsize=1024)
        self._answered: dict[tuple[str, str], bytes] = {}
        self._remaining: int | None = None
        self._views: dict[Power, tuple[int, State | None]] = {}
        self._clock_moved = asyncio.Event()

    # -- opening

    async def load(self, read: Reread) -> None:
        """Take the game up where the journal has it; raises JournalFault if it cannot be read or does not follow."""
        for row in await self._journal.seats(self.row.id):
            power, held = (Power(p) if p is not None else None for p in (row.power, row.held))
            self.roster.enter(Seat(key=row.token_hash, name=row.name, role=Role(row.role), power=power, held=held))
        await self._reload()
        if not self.started:
            try:
                self.set_scenario(read(self.row.text, self.row.scenario, json.loads(self.row.options).get("translations", {})))
            except (LocarnoError, ValueError, AttributeError) as error:
                raise JournalFault("broken_game", str(error)) from error

    async def _reload(self) -> None:
        """Take in what the journal has beyond what is known here."""
        bodies = await self._journal.read(self.row.id, len(self.table.chronicle))
        try:
            self._take_in(list(decode_journal(bodies)))
        except (LocarnoError, ValueError, TypeError, KeyError) as error:
            raise JournalFault("broken_game", f"{type(error).__name__} after event {len(self.table.chronicle)}") from error
        for kept in await self._journal.answers(self.row.id):
            self._answered[(kept.seat, kept.act)] = kept.answer

    def set_scenario(self, scenario: Scenario, opening: Opening = found) -> None:
        """The scenario of a game that has not begun yet, and how it opens."""
        self._scenario, self._opening = scenario, opening

    @property
    def started(self) -> bool:
        """Whether the game has been opened."""
        return bool(self.table.chronicle)

    @property
    def playing(self) -> bool:
        """Whether it has been opened and has not ended."""
        return self.started and not self.table.state.over

    @property
    def setting(self) -> Setting:
        """What everybody may know of the scenario."""
        if self._scenario is not None:
            return self._scenario.setting
        return self.table.state.setting

    def scripted(self) -> tuple[Power, ...]:
        """The powers for which nobody sits."""
        taken = self.roster.played()
        return tuple(power for power in self.setting.powers if power not in taken)

    def view(self, power: Power) -> State:
        """The game as a power knows it, for a scripted one to think on."""
        stream = self.streams.of(power)
        seen, state = self._views.get(power, (0, None))
        for event in stream.events[seen:]:
            state = evolve(state, event)
        self._views[power] = (len(stream), state)
        assert state is not None
        return state

    # -- people

    async def admit(self, seat: Seat, wish: Power | None = None) -> Seat:
        """Enter a new seat, durably, for the power it wishes if that is open; raises JournalFault."""
        seat = self.roster.named(seat)
        sheet = self.setting.powers.get(wish) if wish is not None else None
        if sheet is not None and sheet.playable and wish not in self.roster.played():
            seat = placed(seat, wish, started=self.started)
        # Entered first, lest two who come together get one name; nobody is told before it is on disk.
        self.roster.enter(seat)
        try:
            await self._journal.append(Entry(game=self.row.id, first=0, seats=(seat_row(self.row.id, seat),)))
        except JournalFault:
            self.roster.seats.pop(seat.key, None)
            raise
        return seat

    def attend(self, connection: Connection, seat: Seat, token: str, last: int, stream: str) -> Attendance:
        """Let a connection in: who it is, who is there, and what it has missed."""
        attendance = Attendance(connection, seat.key)
        self._attending.append(attendance)
        self.roster.come(seat.key)
        seat = self.roster.seats[seat.key]
        resumed = stream == seat.viewer and 0 < last <= self._length(seat.viewer)
        attendance.sent = last if resumed else 0
        connection.send(pack(self._welcome(seat, token, fresh=not resumed)))
        self._catch_up(attendance)
        self._show_lobby()
        return attendance

    def leave(self, attendance: Attendance) -> None:
        """A connection is gone; the seat stays."""
        if attendance in self._attending:
            self._attending.remove(attendance)
            self.roster.go(attendance.seat)
            self._show_lobby()

    def _length(self, viewer: Viewer) -> int:
        return len(self.streams.of(viewer)) if self.started else 0

    def _welcome(self, seat: Seat, token: str, *, fresh: bool) -> Welcome:
        setting = self.setting
        return Welcome(
            version=VERSION,
            token=token,
            role=seat.role,
            power=seat.power,
            game=self.row.id,
            scenario=setting.id,
            title=setting.title,
            powers={power: sheet.name for power, sheet in setting.powers.items()},
            started=self.started,
            fresh=fresh,
            digest=setting.digest,
            stream=seat.viewer,
            code=self.row.code if seat.role is Role.FACILITATOR else "",
        )

    def _show_lobby(self) -> None:
        lobby = pack(Lobby(seats=self.roster.shown(), started=self.started))
        for attendance in self._attending:
            attendance.connection.send(lobby)

    def _catch_up(self, attendance: Attendance) -> None:
        if self.started:
            stream = self.streams.of(self.roster.seats[attendance.seat].viewer)
            if attendance.sent < len(stream):
                attendance.connection.show(stream, attendance.sent, len(stream))
                attendance.sent = len(stream)

    # -- requests

    async def ask(self, attendance: Attendance, message: Act | TakeSeat | StartGame) -> None:
        """Put a person's request into the inbox."""
        await self._inbox.put(FromSeat(attendance=attendance, message=message))

    async def do(self, by: Viewer, command: Command, *, outside: bool = False) -> Refusal | None:
        """Have a command of a scripted power or of the clock done; None if it was accepted. Raises JournalFault."""
        done: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
        await self._inbox.put(FromWithin(by=by, command=command, done=done, outside=outside))
        return await done

    async def run(self) -> None:
        """Take requests until cancelled."""
        clock = asyncio.create_task(self._watch_clock(), name=f"clock {self.row.id}")
        try:
            while True:
                requests = [await self._inbox.get()]
                while len(requests) < MOST_IN_A_BATCH and not self._inbox.empty():
                    requests.append(self._inbox.get_nowait())
                await self._handle(requests)
        finally:
            clock.cancel()

    async def _handle(self, requests: list[Request]) -> None:
        """Decide, make durable, then apply and show; if another process wrote first, take that in and decide again."""
        for _ in range(MOST_ATTEMPTS):
            batch = self._decided(requests)
            try:
                if not batch.empty:
                    await self._journal.append(batch.entry(len(self.table.chronicle) + 1))
            except OutOfTurn:
                try:
                    await self._reload()
                except JournalFault as error:
                    return self._fail(batch, error)
                self._tell_all()
                self._clock_moved.set()
                continue
            except JournalFault as error:
                return self._fail(batch, error)
            return self._publish(batch)
        self._fail(self._decided(requests), JournalFault("locked", "another process keeps writing"))

    def _decided(self, requests: list[Request]) -> Batch:
        state = self.table.state if self.started else None
        batch = Batch(self.row, state, self.roster.seats, self._scenario, self._pace, self._remaining, self._opening)
        for request in requests:
            try:
                if isinstance(request, FromWithin):
                    batch.command(request)
                else:
                    seat = batch.seats[request.attendance.seat]
                    known = self._answered.get((seat.key, request.message.id))
                    batch.request(request, known, self._length(seat.viewer))
            except Exception:
                # The fault is ours, and the game goes on without this one request.
                log.exception("request failed game=%s", self.row.id)
                batch.fail(request)
        return batch

    # -- after the commit

    def _fail(self, batch: Batch, error: JournalFault) -> None:
        """The store took nothing, so nothing has happened: say so to everybody who asked."""
        log.error("journal fault game=%s code=%s detail=%s", self.row.id, error.code, error.detail)
        batch.answer_with(error)

    def _take_in(self, events: list[Event], bodies: list[bytes] | None = None) -> None:
        """Let durable events happen, and file them with those who may know them."""
        first = len(self.table.chronicle)
        self.table.apply(events)
        if first == 0 and events:
            self.streams.seat(self.table.state.powers())
        # Encoded anew when they come from a journal: what an earlier version wrote is told in today's form.
        for event, body in zip(events, bodies or [encode_event(event) for event in events], strict=True):
            self.streams.enter(event, body)

    def _tell_all(self) -> None:
        for attendance in tuple(self._attending):
            self._catch_up(attendance)

    def _publish(self, batch: Batch) -> None:
        self._take_in(batch.events, batch.bodies)
        for seat in batch.moved.values():
            self.roster.enter(seat)
        for row in batch.answers:
            self._answered[(row.seat, row.act)] = row.answer
        self._remaining = batch.remaining
        self._clock_moved.set()
        for attendance in tuple(self._attending):
            if attendance.seat in batch.reseated:
                attendance.sent = 0
                attendance.connection.send(pack(self._welcome(self.roster.seats[attendance.seat], "", fresh=True)))
            self._catch_up(attendance)
        batch.answer()
        if batch.moved or batch.opens_phase:
            self._show_lobby()
        if batch.events or batch.moved:
            self.stirred(batch.outside)

    # -- the clock

    async def _watch_clock(self) -> None:
        """Close the phase when its time is up; a deadline that passed while the server was down closes it at once."""
        while True:
            self._clock_moved.clear()
            deadline = self.table.state.deadline if self.playing and not self.table.state.paused else None
            if deadline is None:
                await self._clock_moved.wait()
            elif (left := deadline - milliseconds()) > 0:
                try:
                    await asyncio.wait_for(self._clock_moved.wait(), left / 1000)
                except TimeoutError:
                    continue
            else:
                try:
                    await self.do(Onlooker.FACILITATOR, CloseStep(), outside=True)
                except JournalFault:
                    await asyncio.sleep(5)
