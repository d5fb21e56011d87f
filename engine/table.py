"""The referee of one game: decides, folds, and tells each viewer its part. Holds no file and no socket."""

from __future__ import annotations

from collections.abc import Iterable

from engine.commands import Command
from engine.decide import decide
from engine.errors import BrokenJournal
from engine.events import Event
from engine.evolve import evolve
from engine.found import found
from engine.names import Viewer
from engine.plot import Scenario
from engine.redact import redact
from engine.refusal import Refusal
from engine.state import State


class Table:
    """One game at play. `act` only decides, so that a caller can make the events durable before `apply` folds them in."""

    def __init__(self, chronicle: Iterable[Event]) -> None:
        self.chronicle: list[Event] = []
        self._state: State | None = None
        self.apply(chronicle)

    @classmethod
    def open(cls, scenario: Scenario, seed: int) -> Table:
        """A new game of a scenario."""
        return cls(found(scenario, seed))

    @classmethod
    def resume(cls, chronicle: Iterable[Event]) -> Table:
        """The game that these events tell; raises BrokenJournal."""
        return cls(chronicle)

    @property
    def state(self) -> State:
        """The whole game now."""
        if self._state is None:
            raise BrokenJournal("the game has no events")
        return self._state

    def act(self, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal:
        """What the command brings about; nothing has happened yet."""
        return decide(self.state, by, command)

    def apply(self, events: Iterable[Event]) -> None:
        """Let events happen."""
        for event in events:
            try:
                self._state = evolve(self._state, event)
            except (KeyError, AssertionError, IndexError) as error:
                raise BrokenJournal(f"event {len(self.chronicle) + 1} ({type(event).__name__}) does not follow") from error
            self.chronicle.append(event)

    def play(self, by: Viewer, command: Command) -> tuple[Event, ...] | Refusal:
        """Decide and apply at once, where nothing need be durable."""
        outcome = self.act(by, command)
        if not isinstance(outcome, Refusal):
            self.apply(outcome)
        return outcome

    def news(self, viewer: Viewer, since: int = 0) -> list[tuple[int, Event]]:
        """What a viewer may know, numbered for that viewer from 1, after the number it has."""
        known = (event for event in self.chronicle if redact(event, viewer) is not None)
        return [(number, event) for number, event in enumerate(known, start=1) if number > since]

    def view(self, viewer: Viewer) -> State:
        """The game as a viewer knows it: a fold of its own news."""
        state: State | None = None
        for _, event in self.news(viewer):
            state = evolve(state, event)
        if state is None:
            raise BrokenJournal("the game has no events")
        return state
