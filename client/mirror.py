"""What a client knows: the fold of its news with the engine's own `evolve`. No I/O, no Textual."""

from __future__ import annotations

from collections.abc import Iterable

from engine.events import Event, GameFounded, MessageSent, TrackMoved, TurnOpened
from engine.evolve import evolve
from engine.names import Onlooker, Power, Viewer
from engine.state import State


class Gap(Exception):
    """Events are missing between what is known and what has come."""


class Mirror:
    """A viewer's state, its events in order, and what has not been read yet."""

    def __init__(self, viewer: Viewer = Onlooker.OBSERVER) -> None:
        self.viewer = viewer
        self.state: State | None = None
        self.events: list[Event] = []
        self.turns: list[int] = []
        """The turn in which each event happened."""
        self.tracks: dict[str, list[int]] = {}
        """Each track's value at the close of each turn so far, the present one last."""
        self.opening: dict[str, int] = {}
        """Each track's value as the game was founded."""
        self.unread: set[Power] = set()
        """Those whose messages have not been looked at; `*` is the press."""

    @property
    def last(self) -> int:
        """The number of the last event known, 0 if none."""
        return len(self.events)

    def take(self, first: int, events: Iterable[Event]) -> tuple[Event, ...]:
        """Fold what is new of these events and give it back; raises Gap if something is missing before them."""
        if first > self.last + 1:
            raise Gap(self.last, first)
        fresh = tuple(events)[self.last + 1 - first :]
        for event in fresh:
            self._fold(event)
        return fresh

    def _fold(self, event: Event) -> None:
        self.state = evolve(self.state, event)
        self.events.append(event)
        self.turns.append(self.state.turn)
        match event:
            case GameFounded():
                self.opening = dict(self.state.tracks)
                self.tracks = {name: [value] for name, value in self.opening.items()}
            case TurnOpened() if event.turn > 0:
                for values in self.tracks.values():
                    values.append(values[-1])
            case TrackMoved():
                self.tracks.setdefault(event.track, [event.value])[-1] = event.value
            case MessageSent() if event.by != self.viewer:
                self.unread.add(event.by if event.to else PRESS)
            case _:
                return

    def channel(self, other: Power | None) -> list[tuple[int, MessageSent]]:
        """The messages exchanged with a power, or with the press (None), each with its turn, oldest first."""
        found = []
        for turn, event in zip(self.turns, self.events, strict=True):
            if isinstance(event, MessageSent) and self._belongs(event, other):
                found.append((turn, event))
        return found

    def _belongs(self, message: MessageSent, other: Power | None) -> bool:
        if other is None:
            return not message.to
        return bool(message.to) and other in (message.to | {message.by}) and self.viewer in (message.to | {message.by})


PRESS = Power("*")
