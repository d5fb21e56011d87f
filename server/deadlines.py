"""The only clock: how long a phase lasts at this table, and what time it is."""

from __future__ import annotations

import time
from enum import StrEnum

from attrs import frozen

from engine.events import Phase
from engine.state import State


def milliseconds() -> int:
    """Milliseconds of the Unix epoch."""
    return time.time_ns() // 1_000_000


class Preset(StrEnum):
    """A pace for the session."""

    UNTIMED = "untimed"
    LESSON = "lesson"
    DOUBLE = "double"


SHARES = {Phase.TALKS: 65, Phase.SESSION: 10, Phase.ORDERS: 15, Phase.CRISIS: 10}
"""Per cent of a turn's minutes that each phase may take."""
LESSON_MINUTES = {Preset.LESSON: 40, Preset.DOUBLE: 80}
"""Minutes of play in a period; the rest is for the briefing and the debriefing."""


@frozen
class Pace:
    """How the clock runs at a table."""

    preset: Preset = Preset.UNTIMED

    def span(self, state: State) -> int | None:
        """Milliseconds that the present phase lasts; None without a clock.

        The turns share the period in the proportions of their minutes in the scenario.
        """
        minutes = LESSON_MINUTES.get(self.preset)
        share = SHARES.get(state.phase)
        if minutes is None or share is None:
            return None
        turns = tuple(state.setting.turns.values())
        total = sum(turn.minutes for turn in turns) or 1
        return max(20_000, minutes * 60_000 * turns[state.turn].minutes * share // (total * 100))
