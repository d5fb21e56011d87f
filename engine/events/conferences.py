"""Conferences by invitation: what is theirs alone; the rest happens to them as to any organ."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import ConferenceId, ItemId, Power
from engine.organ import Motion


@frozen(kw_only=True)
class InvitationAnswered(Known):
    """A power came to the table of a conference, or declined."""

    conference: ConferenceId
    power: Power
    attend: bool


@frozen(kw_only=True)
class TextPut(Known):
    """A conference is asked to adopt a text."""

    conference: ConferenceId
    item: ItemId
    motion: Motion


ConferenceEvent: TypeAlias = InvitationAnswered | TextPut
"""What happens to a conference alone."""
