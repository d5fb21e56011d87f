"""The line that says where we are."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from client.labels import Labels
from client.link import Wire
from client.mirror import Mirror
from engine.events import Phase
from engine.names import Onlooker


class Header(Static):
    """Scenario, date, turn, phase, clock, who is ready, connection."""

    DEFAULT_CSS = "Header { height: 1; background: $primary-background; color: $foreground; padding: 0 1; text-style: bold; }"

    def show(self, mirror: Mirror, labels: Labels, wire: Wire, now: int) -> None:
        """Say it all in one line; `now` in milliseconds of the Unix epoch."""
        state, words = labels.state, labels.words
        turns = state.setting.turns
        of = len(state.powers())
        parts = [
            labels.text(state.setting.title),
            labels.turn(max(state.turn, 0)),
            words("head.turn", n=state.turn + 1, of=len(turns)),
            words(f"phase.{state.phase.value}"),
        ]
        if state.phase is Phase.TALKS:
            parts.append(words("head.ready", n=len(state.ready), of=of))
        elif state.phase is Phase.ORDERS:
            parts.append(words("head.committed", n=len(state.committed), of=of))
        if state.paused:
            parts.append(words("head.paused"))
        elif state.deadline is not None and state.phase is not Phase.OVER:
            left = max(0, state.deadline - now) // 1000
            parts.append(f"{left // 60}:{left % 60:02}")
        if isinstance(mirror.viewer, Onlooker):
            me = words("head.facilitator" if mirror.viewer is Onlooker.FACILITATOR else "head.observer")
        else:
            me = labels.power(mirror.viewer)
        mark = {Wire.UP: "●", Wire.CONNECTING: "◌", Wire.LOST: "✕", Wire.REFUSED: "✕"}[wire]
        self.update(Text(f"{mark} {me} · " + " · ".join(parts), no_wrap=True, overflow="ellipsis"))
