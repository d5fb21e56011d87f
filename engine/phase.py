"""The steps of a turn."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """A step of a turn in which somebody acts; dispatches and resolution happen at once between them."""

    TALKS = "talks"
    SESSION = "session"
    ORDERS = "orders"
    CRISIS = "crisis"
    OVER = "over"
