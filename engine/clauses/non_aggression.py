"""Non-aggression: no party resorts to force against another (ATOP: non-aggression)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from engine.clauses.base import Clause
from engine.names import Power


@frozen(kw_only=True)
class NonAggression(Clause):
    """Each of the powers named abstains from force against the others; `between` empty means all the parties."""

    tag: ClassVar[str] = "non_aggression"
    atop: ClassVar[str | None] = "NONAGG"

    between: tuple[Power, ...] = ()
