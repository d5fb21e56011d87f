"""What powers have ordered, and what comes of it without force."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.happenings import Arms
from engine.known import Known
from engine.names import Power, TreatyId
from engine.orders import Order, Readiness, Sanction
from engine.postures import Aid, Posture
from engine.treaty import Treaty


@frozen(kw_only=True)
class ReadinessChanged(Known):
    """A power mobilised or stood down."""

    power: Power
    step: Readiness


@frozen(kw_only=True)
class ArmsChanged(Known):
    """A power built or scrapped arms of a class, and has so many of it now."""

    power: Power
    arms: Arms
    number: int
    scrapped: bool = False


@frozen(kw_only=True)
class OrdersCommitted(Known):
    """A power's orders are sealed."""

    power: Power


@frozen(kw_only=True)
class OrdersSealed(Known):
    """What they are, to itself alone."""

    power: Power
    orders: tuple[Order, ...]


@frozen(kw_only=True)
class PostureTaken(Known):
    """Forces moved to a stake, or to sea."""

    posture: Posture


@frozen(kw_only=True)
class PostureEnded(Known):
    """They were withdrawn."""

    posture: Posture


@frozen(kw_only=True)
class AidSent(Known):
    """Funds, arms or volunteers reached a power: before everybody, or before the two alone."""

    aid: Aid


@frozen(kw_only=True)
class AidExposed(Known):
    """Aid that was to stay covert came to light."""

    aid: Aid


@frozen(kw_only=True)
class IntelligenceGained(Known):
    """What a power's services brought home: another's orders of this turn, and texts that it keeps secret; nothing if they failed."""

    power: Power
    target: Power
    found: bool
    orders: tuple[Order, ...] = ()
    texts: tuple[Treaty, ...] = ()


@frozen(kw_only=True)
class AgentCaught(Known):
    """The power spied upon noticed it."""

    power: Power
    target: Power


@frozen(kw_only=True)
class LeakTraced(Known):
    """It became known who let the press have a text."""

    power: Power
    treaty: TreatyId


@frozen(kw_only=True)
class CampaignHeld(Known):
    """A power spoke for its policy at home."""

    power: Power


@frozen(kw_only=True)
class SanctionApplied(Known):
    """A power broke something off with another."""

    power: Power
    target: Power
    sanction: Sanction


@frozen(kw_only=True)
class SanctionLifted(Known):
    """It resumed what it had broken off."""

    power: Power
    target: Power
    sanction: Sanction


OrderEvent: TypeAlias = (
    ReadinessChanged
    | ArmsChanged
    | OrdersCommitted
    | OrdersSealed
    | PostureTaken
    | PostureEnded
    | AidSent
    | AidExposed
    | IntelligenceGained
    | AgentCaught
    | LeakTraced
    | CampaignHeld
    | SanctionApplied
    | SanctionLifted
)
"""What powers have ordered, and what comes of it."""
