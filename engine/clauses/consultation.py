"""Consultation: the parties concert when peace is threatened (ATOP: consultation)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause, Trigger
from engine.names import Power


@frozen(kw_only=True)
class Consultation(Clause):
    """The powers named consult one another in the case described; `between` empty means all the parties."""

    tag: ClassVar[str] = "consultation"
    atop: ClassVar[str | None] = "CONSULT"

    between: tuple[Power, ...] = ()
    on: Trigger = Trigger.THREAT
