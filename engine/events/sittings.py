"""An organ that sits: its steps, words and rulings."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import ItemId, OrganId, Power, ResolutionId
from engine.sitting import Sitting, Step, Subject


@frozen(kw_only=True)
class SittingOpened(Known):
    """An organ sits on a matter."""

    sitting: Sitting


@frozen(kw_only=True)
class StepOpened(Known):
    """The sitting has come to another step."""

    step: Step
    resolution: ResolutionId | None = None
    """On whose nature the president is to rule."""
    guest: Power | None = None
    """Who is asked to the table."""


@frozen(kw_only=True)
class StatementMade(Known):
    """A power spoke."""

    organ: OrganId
    power: Power
    text: str


@frozen(kw_only=True)
class MotionMade(Known):
    """A motion of procedure."""

    organ: OrganId
    by: Power
    subject: Subject
    power: Power | None = None
    resolution: ResolutionId | None = None


@frozen(kw_only=True)
class FloorYielded(Known):
    """A power has nothing to add."""

    power: Power


@frozen(kw_only=True)
class DebateClosed(Known):
    """The votes come."""

    organ: OrganId


@frozen(kw_only=True)
class RulingGiven(Known):
    """The president ruled on the nature of a draft."""

    organ: OrganId
    power: Power
    resolution: ResolutionId
    procedural: bool


@frozen(kw_only=True)
class RulingAnswered(Known):
    """A member challenged the ruling, or let it stand."""

    power: Power
    challenge: bool


@frozen(kw_only=True)
class NatureSettled(Known):
    """It is settled whether a draft is procedural."""

    resolution: ResolutionId
    procedural: bool


@frozen(kw_only=True)
class SittingClosed(Known):
    """The organ rises."""

    organ: OrganId
    item: ItemId


SittingEvent: TypeAlias = (
    SittingOpened
    | StepOpened
    | StatementMade
    | MotionMade
    | FloorYielded
    | DebateClosed
    | RulingGiven
    | RulingAnswered
    | NatureSettled
    | SittingClosed
)
"""What happens at a sitting, but its votes."""
