"""What every event carries: those who may know it."""

from __future__ import annotations

from attrs import frozen

from engine.names import Audience


@frozen(kw_only=True)
class Known:
    """What every event carries."""

    audience: Audience = None
