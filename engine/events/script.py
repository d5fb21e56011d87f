"""What the scenario brings about, and what stands on its tracks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.known import Known
from engine.names import ChoiceId, EventId, Power
from engine.setting import Text


@frozen(kw_only=True)
class NewsArrived(Known):
    """A scripted event reached those who may know it; with choices, it waits for the power asked."""

    event: EventId
    title: Text
    text: Text
    asks: Power | None = None
    choices: Mapping[ChoiceId, Text] = field(factory=dict)
    default: ChoiceId | None = None
    source: str = ""


@frozen(kw_only=True)
class EventFired(Known):
    """The umpire's note that a scripted event has been dealt with; by its chance it may have come to nothing."""

    event: EventId
    happened: bool


@frozen(kw_only=True)
class ChoiceMade(Known):
    """A power answered a scripted event."""

    event: EventId
    power: Power
    choice: ChoiceId
    label: Text


@frozen(kw_only=True)
class TrackMoved(Known):
    """A track stands at a new value; `why` is a code with a sentence in `engine.texts`, or a scripted event's id."""

    track: str
    value: int
    why: str = ""


@frozen(kw_only=True)
class MinisterReplaced(Known):
    """Somebody else holds an office."""

    power: Power
    office: str
    by: str


@frozen(kw_only=True)
class FullPowersIssued(Known):
    """A delegation may bind its power by signature from now on (VCLT 7)."""

    power: Power


@frozen(kw_only=True)
class FullPowersRecalled(Known):
    """A delegation signs only *ad referendum* from now on (VCLT 12(2)(b))."""

    power: Power


ScriptEvent: TypeAlias = NewsArrived | EventFired | ChoiceMade | TrackMoved | MinisterReplaced | FullPowersIssued | FullPowersRecalled
"""What the scenario brings about."""
