"""What the umpire may do, by the clock or in the facilitator's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.names import Power, TreatyId
from engine.treaty import Vice


@frozen
class CloseStep:
    """The umpire's: close the phase for all, by the clock or the facilitator."""


@frozen
class Pause:
    """The facilitator's: stop or restart the clock."""

    paused: bool


@frozen(kw_only=True)
class SetDeadline:
    """The umpire's: when the clock closes this phase, in milliseconds of the Unix epoch; None is no limit."""

    at: int | None


@frozen(kw_only=True)
class FindVoid:
    """The facilitator's: find that a power's consent to a treaty is void, as coerced or as obtained by deceit (VCLT 49, 52, 69)."""

    treaty: TreatyId
    power: Power
    ground: Vice = Vice.COERCION


@frozen(kw_only=True)
class Remember:
    """The umpire's: what a scripted power keeps in mind, so that replay needs no second thought."""

    power: Power
    memory: Mapping[str, int] = field(factory=dict)


ClockCommand: TypeAlias = CloseStep | Pause | SetDeadline
UmpireCommand: TypeAlias = ClockCommand | FindVoid | Remember
