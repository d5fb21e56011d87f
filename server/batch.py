"""A few requests decided one after another, each on what the ones before it brought about; nothing has happened yet."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Protocol, TypeAlias

from attrs import define, evolve, frozen

from engine.codec import encode_event
from engine.commands import ClockCommand, Command, FindVoid, Pause, SetDeadline
from engine.decide import decide
from engine.events import Event, GameEnded, PhaseOpened
from engine.evolve import fold
from engine.found import Opening, found
from engine.names import Onlooker, Viewer
from engine.plot import Scenario
from engine.redact import redact
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.wire import Ack, Act, Refused, StartGame, TakeSeat, pack
from server.deadlines import Pace, milliseconds
from server.journal import AnswerRow, Entry, GameRow, JournalFault, SeatRow
from server.roster import Role, Seat, closed_to, placed
from server.streams import Stream


class Connection(Protocol):
    """A client at the other end; none of these waits."""

    def send(self, message: bytes) -> None: ...

    def show(self, stream: Stream, after: int, upto: int) -> None:
        """Send the events of a stream after a number, up to another."""
        ...

    def drop(self, why: str) -> None: ...


@define(eq=False)
class Attendance:
    """A connection in the room: for which seat, and how much of its stream is on its way to it."""

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
    outside: bool
    """Whether it comes from somebody else than a scripted power."""


Request: TypeAlias = FromSeat | FromWithin


def seat_row(game: str, seat: Seat) -> SeatRow:
    """A seat as the journal keeps it."""
    return SeatRow(game=game, token_hash=seat.key, name=seat.name, role=seat.role, power=seat.power, held=seat.held)


class Batch:
    """What a few requests together bring about, before it is durable."""

    def __init__(
        self,
        game: GameRow,
        state: State | None,
        seats: Mapping[str, Seat],
        scenario: Scenario | None,
        pace: Pace,
        remaining: int | None,
        opening: Opening = found,
    ) -> None:
        self.seats = dict(seats)
        self._opening = opening
        self.events: list[Event] = []
        self.bodies: list[bytes] = []
        self._answered: dict[tuple[str, str], AnswerRow] = {}
        self.moved: dict[str, Seat] = {}
        self.reseated: set[str] = set()
        """Seats whose stream begins anew."""
        self.remaining = remaining
        """Milliseconds left on a clock that is stopped."""
        self.outside = False
        self._game, self._state, self._scenario, self._pace = game, state, scenario, pace
        self._replies: list[tuple[Attendance, str, bytes]] = []
        self._within: list[tuple[asyncio.Future[Refusal | None], Refusal | None]] = []
        self._failed: list[asyncio.Future[Refusal | None]] = []
        self._shown: dict[Viewer, tuple[int, int]] = {}

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.events or self._answered or self.moved)

    @property
    def answers(self) -> tuple[AnswerRow, ...]:
        """The answers to be kept: an act asked again gets the one it had."""
        return tuple(self._answered.values())

    @property
    def opens_phase(self) -> bool:
        """Whether the game has come to another step."""
        return any(isinstance(event, PhaseOpened | GameEnded) for event in self.events)

    def entry(self, first: int) -> Entry:
        """What is to be written, together."""
        seats = tuple(seat_row(self._game.id, seat) for seat in self.moved.values())
        return Entry(game=self._game.id, first=first, events=self.bodies, answers=self.answers, seats=seats)

    # -- deciding

    def command(self, request: FromWithin) -> None:
        """Decide a command from within."""
        self._within.append((request.done, self._decide(request.by, request.command)))
        self.outside = self.outside or request.outside

    def request(self, request: FromSeat, known: bytes | None, length: int) -> None:
        """Decide a person's request; one that was answered before gets the same answer and is not done again.

        `length` is that of the seat's stream before this batch.
        """
        seat, message = self.seats[request.attendance.seat], request.message
        earlier = self._answered.get((seat.key, message.id))
        reply = known or (earlier.answer if earlier else None)
        if reply is None:
            match message:
                case Act():
                    reply = self._reply(seat, message.id, self._act(seat, message.command), length)
                case TakeSeat():
                    reply = self._take_seat(seat, message)
                case StartGame():
                    reply = self._start(seat, message)
            self._answered[(seat.key, message.id)] = AnswerRow(seat=seat.key, act=message.id, answer=reply)
            self.outside = True
        self._replies.append((request.attendance, message.id, reply))

    def fail(self, request: Request) -> None:
        """The request could not be decided, by a fault of ours."""
        if isinstance(request, FromWithin):
            self._failed.append(request.done)
        else:
            refused = pack(Refused(id=request.message.id, reason="fault"))
            self._replies.append((request.attendance, request.message.id, refused))

    def _act(self, seat: Seat, command: Command) -> Refusal | None:
        # A facilitator who plays, or has played, keeps the clock and sees no more than that power; nobody judges who is a party to the game.
        keeps_clock = seat.role is Role.FACILITATOR and isinstance(command, ClockCommand)
        by: Viewer = Onlooker.FACILITATOR if keeps_clock else seat.viewer
        judges = by is Onlooker.FACILITATOR and isinstance(command, FindVoid)
        if isinstance(by, Onlooker) and not (keeps_clock or judges):
            return Refusal(Reason.NOT_YOUR_PART)
        return self._decide(by, command)

    def _decide(self, by: Viewer, command: Command) -> Refusal | None:
        if self._state is None:
            return Refusal(Reason.WRONG_PHASE)
        outcome = decide(self._state, by, command)
        if isinstance(outcome, Refusal):
            return outcome
        before = self._state
        self._take(outcome)
        self._mind_clock(before, command, outcome)
        return None

    def _take(self, events: tuple[Event, ...]) -> None:
        # Encoded before anything is taken: what cannot be written must not be half done.
        bodies = [encode_event(event) for event in events]
        self._state = fold(events, self._state)
        self.events.extend(events)
        self.bodies.extend(bodies)

    def _reply(self, seat: Seat, ident: str, refusal: Refusal | None, length: int) -> bytes:
        if refusal is not None:
            return pack(Refused(id=ident, reason=refusal.reason, about=dict(refusal.about)))
        return pack(Ack(id=ident, upto=length + self._shown_to(seat.viewer)))

    def _shown_to(self, viewer: Viewer) -> int:
        """How many of the events so far a viewer sees; each is looked at once, however many requests the batch holds."""
        looked, shown = self._shown.get(viewer, (0, 0))
        shown += sum(redact(event, viewer) is not None for event in self.events[looked:])
        self._shown[viewer] = (len(self.events), shown)
        return shown

    def _take_seat(self, seat: Seat, message: TakeSeat) -> bytes:
        power, started = message.power, self._state is not None
        setting = self._state.setting if self._state is not None else self._scenario.setting if self._scenario else None
        if power is not None and (setting is None or power not in setting.powers):
            return pack(Refused(id=message.id, reason=Reason.UNKNOWN_POWER, about={"power": power[:80]}))
        if power is not None and setting is not None and not setting.powers[power].playable:
            return pack(Refused(id=message.id, reason="not_playable"))
        closed = closed_to(seat, power, self.seats.values(), started=started)
        if closed is not None:
            return pack(Refused(id=message.id, reason=closed))
        if power != seat.power:
            self._move(placed(seat, power, started=started))
            self.reseated.add(seat.key)
        return pack(Ack(id=message.id, upto=0))

    def _move(self, seat: Seat) -> None:
        self.seats[seat.key] = self.moved[seat.key] = seat

    def _start(self, seat: Seat, message: StartGame) -> bytes:
        if seat.role is not Role.FACILITATOR:
            return pack(Refused(id=message.id, reason=Reason.NOT_YOUR_PART))
        if self._state is not None or self._scenario is None:
            return pack(Refused(id=message.id, reason=Reason.NOTHING_TO_CHANGE))
        opening = self._opening(self._scenario, self._game.seed)
        self._take(opening)
        for each in tuple(self.seats.values()):
            if each.power is not None:
                self._move(evolve(each, held=each.power))
        self._mind_clock(None, None, opening)
        return self._reply(self.seats[seat.key], message.id, None, 0)

    def _mind_clock(self, before: State | None, command: Command | None, events: tuple[Event, ...]) -> None:
        """Set the deadline of a phase that has just opened, and keep what was left over a pause."""
        state = self._state
        assert state is not None
        at: int | None = None
        if any(isinstance(event, PhaseOpened) for event in events) and not state.over:
            span = self._pace.span(state)
            if span is None:
                return
            if state.paused:
                self.remaining = span
                return
            at = milliseconds() + span
        elif isinstance(command, Pause) and before is not None:
            if command.paused:
                self.remaining = None if before.deadline is None else max(before.deadline - milliseconds(), 0)
            else:
                span = self.remaining if self.remaining is not None else self._pace.span(state)
                at = None if span is None else milliseconds() + span
            if at == before.deadline:
                return
        else:
            return
        outcome = decide(state, Onlooker.FACILITATOR, SetDeadline(at=at))
        if not isinstance(outcome, Refusal):
            self._take(outcome)

    # -- answering

    def answer(self) -> None:
        """Tell everybody what has become of their request; all of it is durable and applied."""
        for attendance, _, reply in self._replies:
            attendance.connection.send(reply)
        for done, outcome in self._within:
            if not done.done():
                done.set_result(outcome)
        for done in self._failed:
            if not done.done():
                done.set_exception(JournalFault("fault", "the command could not be decided"))

    def answer_with(self, error: JournalFault) -> None:
        """Tell everybody that nothing was done, and why."""
        for attendance, ident, _ in self._replies:
            attendance.connection.send(pack(Refused(id=ident, reason=error.code)))
        for done in (*(done for done, _ in self._within), *self._failed):
            if not done.done():
                done.set_exception(error)
