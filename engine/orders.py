"""What a power may order in secret, and its armed readiness."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from attrs import frozen

from engine.names import ArticleId, Power, StakeId, TreatyId


class Readiness(IntEnum):
    """How much of a power's strength stands ready."""

    PEACE = 0
    PRECAUTIONARY = 1
    PARTIAL = 2
    GENERAL = 3


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


@frozen(kw_only=True)
class HandOver:
    """Perform a cession that is owed: hand a stake to its creditor under an article."""

    treaty: TreatyId
    article: ArticleId
    stake: StakeId


Order: TypeAlias = Mobilise | StandDown | Attack | HandOver
