"""What is said: a human's words as typed, or a scripted power's phrase that each reader sees in their own language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from engine.names import ArticleId, Lang, Power, TreatyId


class Attitude(StrEnum):
    """How a message answers a text on the table."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    COUNTER = "counter"
    HOLD = "hold"


@frozen(kw_only=True)
class Regarding:
    """The text that a message speaks of."""

    treaty: TreatyId
    version: int
    article: ArticleId | None = None
    attitude: Attitude | None = None


@frozen(kw_only=True)
class Phrase:
    """A sentence of the game's own with its particulars, printed in the reader's language."""

    code: str
    powers: tuple[Power, ...] = ()
    treaty: TreatyId | None = None
    article: ArticleId | None = None
    variant: int = 0
    words: Mapping[Lang, str] = field(factory=dict)
    """The author's own line for this occasion, instead of the catalogue's."""
