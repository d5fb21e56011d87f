"""Cession of territory, in stages with their dates."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause
from engine.names import Power, StakeId, TurnId


@frozen(kw_only=True)
class Stage:
    """One part of what is ceded, handed over at the latest in the turn named."""

    stake: StakeId
    by: TurnId


@frozen(kw_only=True)
class Cession(Clause):
    """The ceding power evacuates each stake and hands it to the receiver by its date.

    A ceding power that is not a party owes nothing until it has assented in writing (VCLT 34, 35).
    """

    tag: ClassVar[str] = "cession"
    atop: ClassVar[str | None] = None

    ceder: Power
    receiver: Power
    stages: tuple[Stage, ...]
