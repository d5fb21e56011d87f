"""Who belongs to an organisation and sits in its organs, and what is on their agenda."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import ItemId, OrganId, Power
from engine.organ import Item, Organ, Seat


@frozen(kw_only=True)
class AttendanceChanged(Known):
    """A member keeps away from an organ, or has come back."""

    organ: OrganId
    power: Power
    away: bool


@frozen(kw_only=True)
class NoticeGiven(Known):
    """A member gave notice of leaving; it remains bound until the day named (Covenant 1(3))."""

    organ: OrganId
    power: Power
    until: dt.date


@frozen(kw_only=True)
class MemberAdmitted(Known):
    """A power belongs to the organisation."""

    organ: OrganId
    power: Power


@frozen(kw_only=True)
class MemberLeft(Known):
    """A power no longer belongs to it: its notice has run, or it was expelled."""

    organ: OrganId
    power: Power
    expelled: bool = False


@frozen(kw_only=True)
class SeatTaken(Known):
    """A power sits."""

    organ: OrganId
    power: Power
    seat: Seat


@frozen(kw_only=True)
class SeatVacated(Known):
    """A power sits no longer: its term is over."""

    organ: OrganId
    power: Power


@frozen(kw_only=True)
class OrganEstablished(Known):
    """An organ came into being."""

    organ: Organ


@frozen(kw_only=True)
class OrganDissolved(Known):
    """The treaty on which an organ rests no longer has it sit."""

    organ: OrganId


@frozen(kw_only=True)
class ItemRaised(Known):
    """An organ was seized of a matter."""

    item: Item


@frozen(kw_only=True)
class ItemContested(Known):
    """A member opposes that it come on the agenda."""

    organ: OrganId
    item: ItemId
    power: Power


@frozen(kw_only=True)
class ItemInscribed(Known):
    """It is on the agenda."""

    organ: OrganId
    item: ItemId


class Struck(StrEnum):
    """Why a matter is no longer before an organ."""

    REFUSED = "refused"
    ADJOURNED = "adjourned"
    INCOMPETENT = "incompetent"
    REFERRED = "referred"


@frozen(kw_only=True)
class ItemStruck(Known):
    """It is no longer before the organ."""

    organ: OrganId
    item: ItemId
    why: Struck


@frozen(kw_only=True)
class PowerInvited(Known):
    """A power without a seat was asked to the table."""

    organ: OrganId
    item: ItemId
    power: Power


OrganEvent: TypeAlias = (
    AttendanceChanged
    | NoticeGiven
    | MemberAdmitted
    | MemberLeft
    | SeatTaken
    | SeatVacated
    | OrganEstablished
    | OrganDissolved
    | ItemRaised
    | ItemContested
    | ItemInscribed
    | ItemStruck
    | PowerInvited
)
"""What happens to an organ and its agenda."""
