"""How a treaty is made: drafted, negotiated, signed, ratified, in force."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import Power, TreatyId
from engine.treaty import Signature, Treaty, Version


@frozen(kw_only=True)
class TreatyShown(Known):
    """A treaty came before the eyes of this audience: drafted, tabled, known from the start, or published.

    Once adopted it is shown to others in its final text alone, to all who know it from then on; those who had earlier versions keep them.
    """

    treaty: Treaty
    how: str
    """`drafted`, `found`, `tabled`, `standing` (in force at the opening), `published`, `leaked`, `notified`, `invited`."""


@frozen(kw_only=True)
class TreatyTabled(Known):
    """A draft went to those who are to negotiate it."""

    treaty: TreatyId
    by: Power
    negotiators: tuple[Power, ...]


@frozen(kw_only=True)
class VersionProposed(Known):
    """An amended text; `initials` are those that stand because it leaves their position untouched."""

    treaty: TreatyId
    version: Version
    initials: frozenset[Power]


@frozen(kw_only=True)
class VersionInitialled(Known):
    """A power agreed to a version as it stands."""

    treaty: TreatyId
    version: int
    power: Power


@frozen(kw_only=True)
class TreatyAdopted(Known):
    """A version became the text."""

    treaty: TreatyId
    version: int


@frozen(kw_only=True)
class TreatyWithdrawn(Known):
    """The drafter took it off the table."""

    treaty: TreatyId
    by: Power


@frozen(kw_only=True)
class TreatySigned(Known):
    """A power signed the adopted text."""

    treaty: TreatyId
    power: Power
    signature: Signature


@frozen(kw_only=True)
class TreatyRatified(Known):
    """A signatory ratified."""

    treaty: TreatyId
    power: Power
    under_threat: frozenset[Power] = frozenset()
    """Those to the treaty that threatened it with force, or used it (VCLT 52)."""


@frozen(kw_only=True)
class AssentGiven(Known):
    """A third state accepted in writing what the treaty asks of it."""

    treaty: TreatyId
    power: Power
    under_threat: frozenset[Power] = frozenset()
    """Those to the treaty that threatened it with force, or used it (VCLT 52)."""


@frozen(kw_only=True)
class TreatyEnteredIntoForce(Known):
    """The treaty binds these powers from this turn."""

    treaty: TreatyId
    parties: frozenset[Power]
    turn: int


TreatyMaking: TypeAlias = (
    TreatyShown
    | TreatyTabled
    | VersionProposed
    | VersionInitialled
    | TreatyAdopted
    | TreatyWithdrawn
    | TreatySigned
    | TreatyRatified
    | AssentGiven
    | TreatyEnteredIntoForce
)
"""What happens to a treaty until it first enters into force."""
