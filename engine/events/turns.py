"""The game, its dates and steps: opened, briefed, timed, scored and closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.known import Known
from engine.names import EndingId, ObjectiveId, Power
from engine.phase import Phase
from engine.plot import Briefing, Plot
from engine.setting import Setting, Text


@frozen(kw_only=True)
class GameFounded(Known):
    """The setting, and nothing secret."""

    setting: Setting


@frozen(kw_only=True)
class PlotLaid(Known):
    """The umpire's half of the scenario."""

    plot: Plot


@frozen(kw_only=True)
class BriefingGiven(Known):
    """A delegation reads its instructions."""

    power: Power
    briefing: Briefing


@frozen(kw_only=True)
class TurnOpened(Known):
    """A new date."""

    turn: int


@frozen(kw_only=True)
class PhaseOpened(Known):
    """A new step of the turn."""

    phase: Phase


@frozen(kw_only=True)
class DeadlineSet(Known):
    """When the clock closes the phase, in milliseconds of the Unix epoch."""

    at: int | None


@frozen(kw_only=True)
class ClockPaused(Known):
    """The facilitator stopped or restarted the clock."""

    paused: bool


@frozen(kw_only=True)
class ReadySignalled(Known):
    """A power has done with the talks, or not yet after all."""

    power: Power
    ready: bool


@frozen(kw_only=True)
class ObjectivesScored(Known):
    """What a power has reached, at the end."""

    power: Power
    points: int
    met: tuple[ObjectiveId, ...]
    partly: Mapping[ObjectiveId, int] = field(factory=dict)
    """Points of those reached in part."""


@frozen(kw_only=True)
class GameEnded(Known):
    """The scenario is closed."""

    ending: EndingId
    title: Text
    text: Text


@frozen(kw_only=True)
class MemoryKept(Known):
    """What a scripted power keeps in mind."""

    power: Power
    memory: Mapping[str, int]


TurnEvent: TypeAlias = (
    GameFounded
    | PlotLaid
    | BriefingGiven
    | TurnOpened
    | PhaseOpened
    | DeadlineSet
    | ClockPaused
    | ReadySignalled
    | ObjectivesScored
    | GameEnded
    | MemoryKept
)
"""What happens to the game itself."""
