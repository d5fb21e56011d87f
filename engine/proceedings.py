"""The events of one decision in the making, with the state they lead to."""

from __future__ import annotations

from engine.events import Event, TrackMoved
from engine.evolve import evolve
from engine.names import EVERYBODY, Audience, Power
from engine.setting import Each
from engine.state import State


class Proceedings:
    """Collects events and folds each at once, so that what follows is decided on what has already happened."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[Event] = []

    def note(self, *events: Event) -> None:
        """Enter events in order."""
        for event in events:
            self.state = evolve(self.state, event)
            self.events.append(event)

    def move(self, track: str, by: int, why: str) -> None:
        """Move a track within its bounds; a track that the scenario does not keep stays out of it."""
        now = self.state.tracks.get(track)
        if now is None:
            return
        owner, _, rest = track.partition(".")
        name = rest.partition(".")[0] if rest else owner
        kept = next(sheet for key, sheet in self.state.setting.tracks.items() if key == name)
        value = max(kept.min, min(kept.max, now + by))
        if value != now:
            secret = kept.each is Each.PAIR or kept.secret
            audience: Audience = frozenset({Power(owner)}) if secret else EVERYBODY
            self.note(TrackMoved(track=track, value=value, why=why, audience=audience))
