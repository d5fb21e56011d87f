"""What several powers do one after another and alike, which one sentence tells of all of them."""

from __future__ import annotations

from collections.abc import Hashable

from attrs import frozen

from engine import events as e
from engine.duties import Assist
from engine.names import Power


@frozen
class Share:
    """A power's part in what several do."""

    power: Power
    deed: Hashable
    """The same for all who do alike."""


def share_in(event: e.Event) -> Share | None:
    """Who does what others may do alike; None for what is told of each alone."""
    match event:
        case e.ResolutionSponsored():
            return Share(event.power, (type(event), event.resolution))
        case e.VersionInitialled():
            return Share(event.power, (type(event), event.treaty, event.version))
        case e.TreatyRatified():
            return Share(event.power, (type(event), event.treaty))
        case e.TreatySigned() if not event.signature.reservations and not event.signature.ad_referendum:
            return Share(event.power, (type(event), event.treaty))
        case e.ObligationPerformed() | e.ObligationBreached() if isinstance(event.duty, Assist) and getattr(event, "sent", None) is None:
            return Share(event.duty.debtor, (type(event), event.treaty, event.article, event.duty.creditor))
        case _:
            return None


def alike(one: e.Event, other: e.Event) -> bool:
    """Whether two powers have done the same."""
    first, second = share_in(one), share_in(other)
    return first is not None and second is not None and first.deed == second.deed
