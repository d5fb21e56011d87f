"""What powers say to one another."""

from __future__ import annotations

from attrs import frozen

from engine.known import Known
from engine.messages import Phrase, Regarding
from engine.names import Power


@frozen(kw_only=True)
class MessageSent(Known):
    """Words passed; to nobody in particular is to the press."""

    by: Power
    to: frozenset[Power]
    text: str = ""
    phrase: Phrase | None = None
    regarding: Regarding | None = None
    asks: bool = False
