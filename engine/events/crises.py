"""Demands with a deadline, crises and wars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.crisis import Crisis, Peace, Stance, Ultimatum, UltimatumState, War
from engine.known import Known
from engine.names import Power


@frozen(kw_only=True)
class UltimatumIssued(Known):
    """A demand with a deadline."""

    ultimatum: Ultimatum


@frozen(kw_only=True)
class UltimatumAnswered(Known):
    """It was accepted or rejected."""

    issuer: Power
    target: Power
    state: UltimatumState


@frozen(kw_only=True)
class UltimatumClosed(Known):
    """It is off the table: met, followed up, or not."""

    issuer: Power
    target: Power


@frozen(kw_only=True)
class CrisisOpened(Known):
    """Force is about to be used."""

    crisis: Crisis


@frozen(kw_only=True)
class CrisisAnswered(Known):
    """A power has answered; how is told in `StanceSealed` to itself alone."""

    power: Power


@frozen(kw_only=True)
class StanceSealed(Known):
    """How a power answered."""

    power: Power
    stance: Stance
    through: Power | None = None
    divisions: int | None = None


@frozen(kw_only=True)
class StancesRevealed(Known):
    """Everybody sees the coalitions."""

    stances: Mapping[Power, Stance]
    marches: Mapping[Power, Power] = field(factory=dict)
    """The neutral through which each means to march."""
    contingents: Mapping[Power, int] = field(factory=dict)
    """How many divisions each sends that does not send all it can."""


@frozen(kw_only=True)
class CrisisWidened(Known):
    """Some of those who join march through neutrals, or have allies that owe them aid in any war: these neutrals, and whoever has taken
    no side, are asked again."""

    wronged: tuple[Power, ...] = ()
    entered: tuple[Power, ...] = ()
    """Those whose entry into the war calls for what others have publicly promised them."""
    called: frozenset[Power]


@frozen(kw_only=True)
class CrisisEnded(Known):
    """The mover stepped back, the target gave way, or it came to war."""

    mover: Power
    target: Power
    outcome: str
    """`stepped_back`, `yielded`, `war`."""


@frozen(kw_only=True)
class WarFought(Known):
    """The correlation of forces decided."""

    war: War


@frozen(kw_only=True)
class PeaceMade(Known):
    """Two belligerents are no longer at war: a treaty between them has entered into force."""

    peace: Peace


CrisisEvent: TypeAlias = (
    UltimatumIssued
    | UltimatumAnswered
    | UltimatumClosed
    | CrisisOpened
    | CrisisAnswered
    | StanceSealed
    | StancesRevealed
    | CrisisWidened
    | CrisisEnded
    | WarFought
    | PeaceMade
)
"""Threats and uses of force."""
