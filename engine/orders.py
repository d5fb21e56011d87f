"""What a power may order in secret, and its armed readiness."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TypeAlias, assert_never

from attrs import frozen

from engine.names import ArticleId, Power, StakeId, TreatyId


class Readiness(IntEnum):
    """How much of a power's strength stands ready."""

    PEACE = 0
    PRECAUTIONARY = 1
    PARTIAL = 2
    GENERAL = 3


class OrderKind(StrEnum):
    """What a scenario may open to its powers; performing what is owed is open in every one."""

    MOBILISE = "mobilise"
    """To raise readiness, and to lower it."""
    ATTACK = "attack"
    SANCTION = "sanction"
    """To apply a sanction, and to lift it."""


class Sanction(StrEnum):
    """What is broken off by way of sanction (Covenant 16(1); Charter 41)."""

    DIPLOMATIC = "diplomatic"
    ARMS = "arms"
    OIL = "oil"
    FINANCE = "finance"
    GENERAL = "general"
    """All trade and intercourse."""


@frozen
class Mobilise:
    """Raise readiness by one step; everybody sees it."""

    step: Readiness


@frozen
class StandDown:
    """Lower readiness to the step named; everybody sees it."""

    step: Readiness


@frozen
class Attack:
    """Open hostilities against a power; a crisis comes first."""

    target: Power


@frozen
class ApplySanction:
    """Break something off with a power; it stands until it is lifted, and everybody sees it."""

    target: Power
    sanction: Sanction


@frozen
class LiftSanction:
    """Take a sanction of one's own off again."""

    target: Power
    sanction: Sanction


@frozen(kw_only=True)
class HandOver:
    """Perform a cession that is owed: hand a stake to its creditor under an article."""

    treaty: TreatyId
    article: ArticleId
    stake: StakeId


Order: TypeAlias = Mobilise | StandDown | Attack | ApplySanction | LiftSanction | HandOver


def order_kind(order: Order) -> OrderKind | None:
    """What a scenario must have opened for an order to be given; None for a performance, which none can forbid."""
    match order:
        case Mobilise() | StandDown():
            return OrderKind.MOBILISE
        case Attack():
            return OrderKind.ATTACK
        case ApplySanction() | LiftSanction():
            return OrderKind.SANCTION
        case HandOver():
            return None
        case _:
            assert_never(order)
