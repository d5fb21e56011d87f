"""What each viewer has been told, already encoded: an event is encoded once, however many are told of it."""

from __future__ import annotations

from collections.abc import Iterable

from engine.events import Event
from engine.names import Onlooker, Power, Viewer
from engine.redact import redact
from engine.wire import pack_events

MOST_EVENTS = 200
"""Events of a resumed stream that go into one message."""
MOST_BYTES = 128 * 1024
"""Bytes after which a message of events takes no further one."""


class Stream:
    """One viewer's news in order; it only grows, so that a reader needs to keep no more than its place."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.events: list[Event] = []
        self.bodies: list[bytes] = []
        self._last: tuple[int, int, bytes] = (0, 0, b"")

    def __len__(self) -> int:
        return len(self.bodies)

    def message(self, after: int, upto: int) -> tuple[bytes, int]:
        """A message with the events after a number and not beyond another, and the number that it reaches."""
        known_after, reached, message = self._last
        if known_after == after and after < reached <= upto and (reached == upto or reached - after == MOST_EVENTS):
            return message, reached
        end, size = after, 0
        while end < upto and end - after < MOST_EVENTS and (size == 0 or size + len(self.bodies[end]) <= MOST_BYTES):
            size += len(self.bodies[end])
            end += 1
        message = pack_events(after + 1, self.bodies[after:end])
        self._last = (after, end, message)
        return message, end


class Streams:
    """The streams of a game: one for each power, one for the gallery, one for the facilitator."""

    def __init__(self) -> None:
        self._streams: dict[Viewer, Stream] = {onlooker: Stream(onlooker) for onlooker in Onlooker}

    def seat(self, powers: Iterable[Power]) -> None:
        """Open a stream for each power."""
        for power in powers:
            self._streams.setdefault(power, Stream(power))

    def of(self, viewer: Viewer) -> Stream:
        """A viewer's stream."""
        return self._streams[viewer]

    def enter(self, event: Event, body: bytes) -> None:
        """File an event with all who may know it."""
        for viewer, stream in self._streams.items():
            if redact(event, viewer) is not None:
                stream.events.append(event)
                stream.bodies.append(body)
