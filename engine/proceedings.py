"""The events of one decision in the making, with the state they lead to."""

from __future__ import annotations

from engine.events import Event, TrackMoved
from engine.evolve import evolve
from engine.names import EVERYBODY, Audience, Power
from engine.occasions import OTHER, OTHERS, OWN, Occasion
from engine.setting import Each, Track
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
        kept = self._sheet_of(track)
        self._set(track, max(kept.min, min(kept.max, now + by)), why)

    def follow(
        self,
        occasion: Occasion,
        own: Power,
        other: Power | None = None,
        witnesses: Audience = EVERYBODY,
        apart: frozenset[Power] = frozenset(),
    ) -> None:
        """Let the tracks move as the scenario says for this occasion; those `apart`, to whom it is no news, are moved by it no more.

        Of a deed that not everybody may know, only its witnesses' secret tracks move: a public one would betray it.
        """
        for key, by in self.state.setting.moves.get(occasion, {}).items():
            for track in (t for t in self._meant(key, own, other, witnesses, apart) if t in self.state.tracks):
                readers = self._audience_of(track)
                if witnesses is None if readers is None else not readers <= apart:
                    self.move(track, by, occasion.value)

    def _meant(self, key: str, own: Power, other: Power | None, witnesses: Audience, apart: frozenset[Power]) -> tuple[str, ...]:
        """The tracks that a key such as `others.trust.own` means."""
        first, *rest = key.split(".")
        known = tuple(p for p in self.state.powers() if witnesses is None or p in witnesses)
        parts: dict[str, tuple[Power, ...]] = {
            OWN: (own,) if own in known else (),
            OTHER: (other,) if other is not None and other in known else (),
            OTHERS: tuple(p for p in known if p not in (own, other) and p not in apart),
        }
        if first not in parts:
            return (key,)
        owners = parts[first]
        if len(rest) == 1:
            return tuple(f"{owner}.{rest[0]}" for owner in owners)
        return tuple(f"{owner}.{rest[0]}.{p}" for owner in owners for p in {OWN: (own,), OTHER: (other,)}[rest[1]] if p and p != owner)

    def drift(self) -> None:
        """Let every track that has a point of rest come nearer to it."""
        for track, value in tuple(self.state.tracks.items()):
            kept = self._sheet_of(track)
            if kept.rest is not None and kept.drift:
                self._set(track, value + max(-kept.drift, min(kept.drift, kept.rest - value)), "drift")

    def _set(self, track: str, value: int, why: str) -> None:
        if value != self.state.tracks[track]:
            self.note(TrackMoved(track=track, value=value, why=why, audience=self._audience_of(track)))

    def _sheet_of(self, track: str) -> Track:
        owner, _, rest = track.partition(".")
        name = rest.partition(".")[0] if rest else owner
        return next(sheet for key, sheet in self.state.setting.tracks.items() if key == name)

    def _audience_of(self, track: str) -> Audience:
        kept = self._sheet_of(track)
        secret = kept.each is Each.PAIR or kept.secret
        return frozenset({Power(track.partition(".")[0])}) if secret else EVERYBODY
