"""Guarantee of a third power, its frontiers or its independence."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Automaticity, Clause
from engine.names import Power, StakeId


class GuaranteeOf(StrEnum):
    """What the guarantors stand behind."""

    INDEPENDENCE = "independence"
    FRONTIERS = "frontiers"


@frozen(kw_only=True)
class Guarantee(Clause):
    """The guarantors assist the protected power against unprovoked aggression.

    A joint guarantee binds each guarantor only if all of them act; a several one binds each alone. `once_settled` holds the
    duty back until the questions of those stakes have been settled (annex to the Munich agreement, 29 September 1938).
    """

    tag: ClassVar[str] = "guarantee"
    atop: ClassVar[str | None] = "DEFENSE"

    guarantors: tuple[Power, ...]
    protected: Power
    object: GuaranteeOf = GuaranteeOf.FRONTIERS
    joint: bool = False
    automaticity: Automaticity = Automaticity.AUTOMATIC
    once_settled: tuple[StakeId, ...] = ()
