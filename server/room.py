"""One game: one task takes requests one at a time, makes what follows durable, and only then shows it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol, TypeAlias

from attrs import define, field, frozen

from engine.codec import decode_event, encode_event
from engine.commands import CloseStep, Command, Pause, SetDeadline
from engine.events import Event, GameEnded, PhaseOpened
from engine.evolve import evolve
from engine.found import found
from engine.names import Onlooker, Power, Viewer
from engine.redact import redact
from engine.refusal import Reason, Refusal
from engine.setting import Scenario
from engine.state import State
from engine.table import Table
from engine.wire import Ack, Act, Lobby, Refused, StartGame, TakeSeat, Welcome, VERSION, pack, pack_events
from server.deadlines import Pace, milliseconds
from server.journal import AnswerRow, GameRow, Journal, JournalFault, OutOfTurn, SeatRow
from server.roster import Role, Roster, Seat

log = logging.getLogger("locarno.room")

MOST_IN_A_BATCH = 64
MOST_EVENTS_A_MESSAGE = 200
"""Events of a resumed stream that go into one message."""


class Connection(Protocol):
    """A client at the other end; sending never waits."""

    def send(self, message: bytes) -> None: ...

    def drop(self, why: str) -> None: ...


@define(eq=False)
class Attendance:
    """A connection in the room: for which seat, and how much of its stream it has been sent."""

    connection: Connection
    seat: str
    sent: int = 0


@frozen(kw_only=True, eq=False)
class FromSeat:
    """A request of a person."""

    attendance: Attendance
    message: Act | TakeSeat | StartGame


@frozen(kw_only=True, eq=False)
class FromWithin:
    """A command of a scripted power, of the clock or of the host's program."""

    by: Viewer
    command: Command
    done: asyncio.Future[Refusal | None]


Request: TypeAlias = FromSeat | FromWithin


@define
class Batch:
    """What a few requests together bring about, before it is durable."""

    events: list[Event] = field(factory=list)
    bodies: list[bytes] = field(factory=list)
    answers: list[AnswerRow] = field(factory=list)
    replies: list[tuple[Attendance, bytes, str]] = field(factory=list)
    """To whom, what, and the request's id."""
    within: list[tuple[asyncio.Future[Refusal | None], Refusal | None]] = field(factory=list)
    moved: list[Seat] = field(factory=list)


class Room:
    """A game with the people in it. `run` is its one task; everything else only puts requests into its inbox."""

    def __init__(self, row: GameRow, journal: Journal, scenario: Scenario | None, pace: Pace) -> None:
        self.row = row
        self.roster = Roster()
        self.table = Table([])
        self.views: dict[Power, State] = {}
        self.changed: Callable[[], None] = lambda: None
        """Called after each publication; the scripted powers listen."""
        self._journal = journal
        self._scenario = scenario
        self._pace = pace
        self._streams: dict[Viewer, list[bytes]] = {Onlooker.FACILITATOR: [], Onlooker.OBSERVER: []}
        self._attending: list[Attendance] = []
        self._inbox: asyncio.Queue[Request] = asyncio.Queue(maxsize=1024)
        self._answered: dict[tuple[str, str], bytes] = {}
        self._remaining: int | None = None

    # -- opening

    async def load(self) -> None:
        """Take the game up where the journal has it."""
        events = [decode_event(body) for body in await self._journal.read(self.row.id)]
        self.table.apply(events)
        self._enter(events, [encode_event(e) for e in events])
        for seat in await self._journal.seats(self.row.id):
            power = Power(seat.power) if seat.power is not None else None
            self.roster.seats[seat.token_hash] = Seat(key=seat.token_hash, name=seat.name, role=Role(seat.role), power=power)
        for kept in await self._journal.answers(self.row.id):
            self._answered[(kept.seat, kept.act)] = kept.answer

    def set_scenario(self, scenario: Scenario) -> None:
        """The scenario of a game that has not begun yet."""
        self._scenario = scenario

    @property
    def started(self) -> bool:
        """Whether the game has been opened."""
        return bool(self.table.chronicle)

    @property
    def powers(self) -> tuple[Power, ...]:
        """The powers of the scenario."""
        if self.started:
            return self.table.state.powers()
        return tuple(self._scenario.setting.powers) if self._scenario is not None else ()

    def scripted(self) -> frozenset[Power]:
        """The powers for which nobody sits."""
        return frozenset(self.powers) - self.roster.played()

    # -- people

    async def admit(self, seat: Seat) -> Seat:
        """Enter a new seat, durably; raises JournalFault."""
        seat = self.roster.admit(seat)
        await self._journal.put_seat(self._seat_row(seat))
        return seat

    def attend(self, connection: Connection, seat: Seat, token: str, last: int) -> Attendance:
        """Let a connection in: who it is, who is there, and what it has missed."""
        attendance = Attendance(connection, seat.key)
        self._attending.append(attendance)
        self.roster.present[seat.key] = self.roster.present.get(seat.key, 0) + 1
        stream = self._streams.get(seat.viewer, [])
        fresh = last <= 0 or last > len(stream)
        attendance.sent = 0 if fresh else last
        connection.send(pack(self._welcome(seat, token, fresh=fresh)))
        self._catch_up(attendance)
        self._show_lobby()
        return attendance

    def leave(self, attendance: Attendance) -> None:
        """A connection is gone; the seat stays."""
        if attendance in self._attending:
            self._attending.remove(attendance)
            self.roster.present[attendance.seat] -= 1
            self._show_lobby()

    def _welcome(self, seat: Seat, token: str, *, fresh: bool) -> Welcome:
        if self.started:
            setting = self.table.state.setting
        else:
            assert self._scenario is not None
            setting = self._scenario.setting
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
            code=self.row.code if seat.role is Role.FACILITATOR else "",
        )

    def _show_lobby(self) -> None:
        lobby = pack(Lobby(seats=self.roster.shown(), started=self.started))
        for attendance in self._attending:
            attendance.connection.send(lobby)

    def _catch_up(self, attendance: Attendance) -> None:
        seat = self.roster.seats[attendance.seat]
        stream = self._streams.get(seat.viewer, [])
        while attendance.sent < len(stream):
            first = attendance.sent
            part = stream[first : first + MOST_EVENTS_A_MESSAGE]
            attendance.connection.send(pack_events(first + 1, part))
            attendance.sent = first + len(part)

    def _seat_row(self, seat: Seat) -> SeatRow:
        return SeatRow(game=self.row.id, token_hash=seat.key, name=seat.name, role=seat.role, power=seat.power)

    # -- requests

    async def ask(self, attendance: Attendance, message: Act | TakeSeat | StartGame) -> None:
        """Put a person's request into the inbox."""
        await self._inbox.put(FromSeat(attendance=attendance, message=message))

    async def do(self, by: Viewer, command: Command) -> Refusal | None:
        """Have a command of a scripted power or of the clock done; None if it was accepted. Raises JournalFault."""
        done: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
        await self._inbox.put(FromWithin(by=by, command=command, done=done))
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
        mark = self.table.mark()
        batch = Batch()
        for request in requests:
            match request:
                case FromWithin():
                    outcome = self._decide(batch, request.by, request.command)
                    batch.within.append((request.done, outcome))
                case FromSeat():
                    self._handle_seat(batch, request)
        try:
            if batch.events or batch.answers:
                await self._journal.append(self.row.id, mark.length + 1, batch.bodies, batch.answers)
            for seat in batch.moved:
                await self._journal.put_seat(self._seat_row(seat))
        except (JournalFault, OutOfTurn) as error:
            self.table.rewind(mark)
            self._fail(batch, error if isinstance(error, JournalFault) else JournalFault("storage", "position taken"))
            return
        for row in batch.answers:
            self._answered[(row.seat, row.act)] = row.answer
        self._enter(batch.events, batch.bodies)
        self._publish(batch)

    def _handle_seat(self, batch: Batch, request: FromSeat) -> None:
        attendance, message = request.attendance, request.message
        seat = self.roster.seats[attendance.seat]
        known = self._answered.get((seat.key, message.id))
        earlier = next((r for a, r, ident in batch.replies if ident == message.id and a.seat == seat.key), None)
        if known is not None or earlier is not None:
            batch.replies.append((attendance, known or earlier or b"", message.id))
            return
        match message:
            case Act():
                refusal = self._decide(batch, seat.viewer, message.command)
                reply = self._reply(batch, seat, message.id, refusal)
                if refusal is None:
                    batch.answers.append(AnswerRow(seat=seat.key, act=message.id, answer=reply))
            case TakeSeat():
                reply = self._take_seat(batch, seat, message)
            case StartGame():
                reply = self._start(batch, seat, message)
        batch.replies.append((attendance, reply, message.id))

    def _decide(self, batch: Batch, by: Viewer, command: Command) -> Refusal | None:
        if not self.started:
            return Refusal(Reason.WRONG_PHASE)
        outcome = self.table.act(by, command)
        if isinstance(outcome, Refusal):
            return outcome
        self._take(batch, outcome)
        self._mind_clock(batch, command, outcome)
        return None

    def _take(self, batch: Batch, events: tuple[Event, ...]) -> None:
        self.table.apply(events)
        batch.events.extend(events)
        batch.bodies.extend(encode_event(event) for event in events)

    def _reply(self, batch: Batch, seat: Seat, ident: str, refusal: Refusal | None) -> bytes:
        if refusal is not None:
            return pack(Refused(id=ident, reason=refusal.reason, about=dict(refusal.about)))
        seen = sum(redact(event, seat.viewer) is not None for event in batch.events)
        return pack(Ack(id=ident, upto=len(self._streams.get(seat.viewer, [])) + seen))

    def _take_seat(self, batch: Batch, seat: Seat, message: TakeSeat) -> bytes:
        if message.power is not None and message.power not in self.powers:
            return pack(Refused(id=message.id, reason="unknown_power", about={"power": message.power}))
        batch.moved.append(self.roster.move(seat.key, message.power))
        return pack(Ack(id=message.id, upto=0))

    def _start(self, batch: Batch, seat: Seat, message: StartGame) -> bytes:
        if seat.role is not Role.FACILITATOR:
            return pack(Refused(id=message.id, reason="not_your_part"))
        if self.started:
            return pack(Refused(id=message.id, reason="nothing_to_change"))
        assert self._scenario is not None
        opening = found(self._scenario, self.row.seed)
        self._take(batch, opening)
        self._mind_clock(batch, None, opening)
        return pack(Ack(id=message.id, upto=0))

    # -- after the commit

    def _fail(self, batch: Batch, error: JournalFault) -> None:
        """The store took nothing, so nothing has happened: say so to everybody who asked."""
        log.error("journal fault game=%s code=%s", self.row.id, error.code)
        for attendance, _, ident in batch.replies:
            attendance.connection.send(pack(Refused(id=ident, reason=error.code)))
        for done, _ in batch.within:
            if not done.cancelled():
                done.set_exception(error)

    def _enter(self, events: list[Event], bodies: list[bytes]) -> None:
        """File each event in the streams of those who may know it."""
        for event, body in zip(events, bodies, strict=True):
            for power in self.powers:
                if redact(event, power) is not None:
                    self._streams.setdefault(power, []).append(body)
                    known = self.views.get(power)
                    self.views[power] = evolve(known, event)
            for onlooker in Onlooker:
                if redact(event, onlooker) is not None:
                    self._streams[onlooker].append(body)

    def _publish(self, batch: Batch) -> None:
        moved = {seat.key for seat in batch.moved}
        for attendance in tuple(self._attending):
            seat = self.roster.seats[attendance.seat]
            if seat.key in moved:
                attendance.sent = 0
                attendance.connection.send(pack(self._welcome(seat, "", fresh=True)))
            self._catch_up(attendance)
        for attendance, reply, _ in batch.replies:
            attendance.connection.send(reply)
        for done, outcome in batch.within:
            if not done.cancelled():
                done.set_result(outcome)
        if moved or any(isinstance(e, PhaseOpened | GameEnded) for e in batch.events):
            self._show_lobby()
        if batch.events or moved:
            self.changed()

    # -- the clock

    def _mind_clock(self, batch: Batch, command: Command | None, events: tuple[Event, ...]) -> None:
        """Set the deadline of a phase that has just opened, and keep what was left over a pause."""
        at: int | None = None
        if any(isinstance(e, PhaseOpened) for e in events) and not self.table.state.over:
            span = self._pace.span(self.table.state)
            if span is None:
                return
            at = milliseconds() + span
        elif isinstance(command, Pause):
            if command.paused:
                deadline = self.table.state.deadline
                self._remaining = None if deadline is None else max(deadline - milliseconds(), 0)
            else:
                span = self._remaining if self._remaining is not None else self._pace.span(self.table.state)
                at = None if span is None else milliseconds() + span
            if at is None and self.table.state.deadline is None:
                return
        else:
            return
        outcome = self.table.act(Onlooker.FACILITATOR, SetDeadline(at=at))
        if not isinstance(outcome, Refusal):
            self._take(batch, outcome)

    async def _watch_clock(self) -> None:
        """Close the phase when its time is up; a deadline that passed while the server was down closes it at once."""
        while True:
            await asyncio.sleep(0.25)
            if not self.started or self.table.state.over or self.table.state.paused:
                continue
            deadline = self.table.state.deadline
            if deadline is not None and milliseconds() >= deadline:
                try:
                    await self.do(Onlooker.FACILITATOR, CloseStep())
                except JournalFault:
                    await asyncio.sleep(5)

