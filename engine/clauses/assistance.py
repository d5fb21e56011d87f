"""Mutual assistance: an attack on one party obliges the others (ATOP: defence)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Automaticity, Clause, Extent, Trigger
from engine.names import Power

@frozen(kw_only=True)
class MutualAssistance(Clause):
    """Each of the powers named aids any other that is attacked.

    `between` empty means all the parties. `only_if_assisted_by` makes every duty of the article wait for that power
    (protocol of signature of the Soviet-Czechoslovak treaty of 16 May 1935, point 2).
    """

    tag: ClassVar[str] = "mutual_assistance"
    atop: ClassVar[str | None] = "DEFENSE"

    between: tuple[Power, ...] = ()
    against: tuple[Power, ...] = ()
    trigger: Trigger = Trigger.UNPROVOKED_ATTACK
    automaticity: Automaticity = Automaticity.AUTOMATIC
    extent: Extent = Extent.ALL_MEANS
    only_if_assisted_by: Power | None = None
