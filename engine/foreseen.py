"""What an act would bring about, as far as its author knows: what every forecast is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import field, frozen

from engine.casus import Call
from engine.consistency import Conflict
from engine.credibility import Opinion
from engine.entry import Requirement
from engine.names import Power, TrackId
from engine.obligations import Obligation
from engine.reckoning import Reckoning
from engine.turnabouts import Turnabout


@frozen(kw_only=True)
class Consequences:
    """What an act would bring about, as far as its author knows; it warns, and forbids nothing. Obligations cite treaty and article."""

    arising: tuple[Obligation, ...] = ()
    """What would be owed that is not owed now: at once, or once what it `awaits` is given or the vote has carried."""
    beyond: tuple[Obligation, ...] = ()
    """The limits among what arises beyond which their debtors stand now: they have until the close of the turn after to come within them."""
    ending: tuple[Obligation, ...] = ()
    """What would be owed no more."""
    effective: dt.date | None = None
    """The day on which it ends, if not at once."""
    awaits: tuple[Requirement, ...] = ()
    """What a treaty would still wait for (VCLT 24)."""
    called: tuple[Turnabout, ...] = ()
    """Who would be bound, or free, to assist whom in attacks that the duties arising or ending speak of."""
    peaces: tuple[tuple[Power, Power], ...] = ()
    """Those between whom it would end a war."""
    breaches: tuple[Obligation, ...] = ()
    defeated: tuple[Obligation, ...] = ()
    """What treaties signed and not yet binding would oblige to, and what it would leave without object (VCLT 18)."""
    kept: tuple[Obligation, ...] = ()
    """Performances awaited that it renders."""
    awaited: tuple[Obligation, ...] = ()
    """Contingents of which fewer divisions than promised would come at first, with time left for the others."""
    conflicts: tuple[Conflict, ...] = ()
    """Duties that its author could not keep together (VCLT 30)."""
    costs: Mapping[TrackId, int] = field(factory=dict)
    """In the author's own tracks."""
    guarantors: tuple[Call, ...] = ()
    """Where those whom it calls over a breach would stand, and why."""
    crisis: bool = False
    """Whether a crisis comes first, in which one may still step back."""
    against: Reckoning | None = None
    """Who would stand with the power against whom force is used."""
    rescuers: tuple[Obligation, ...] = ()
    """Promises to help its author against indirect aggression, which the act would make the case: then a crisis opens, in which it may
    take its consent back with those who would stand `against` whoever threatens it."""
    opinion: Opinion | None = None
    """What its author's public makes of whom the treaty relies on, once it binds and is before all."""
    support: int = 0
    """By how much that moves its author's support at home."""
    noticed: int | None = None
    """Per cent that it comes to light."""


NOTHING = Consequences()
