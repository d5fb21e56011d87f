"""What happens to a treaty after its first entry into force, and on the way to it where the way is longer."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import ArticleId, OrganId, Power, TreatyId
from engine.treaty import Answer, End, Signature, Vice


@frozen(kw_only=True)
class PartyJoined(Known):
    """A treaty in force among others enters into force for one power more."""

    treaty: TreatyId
    power: Power


@frozen(kw_only=True)
class SignatureConfirmed(Known):
    """A signature *ad referendum* became a full one."""

    treaty: TreatyId
    power: Power
    under_threat: frozenset[Power] = frozenset()
    """Those to the treaty that threatened it with force, or used it (VCLT 52)."""


@frozen(kw_only=True)
class ReservationAnswered(Known):
    """A power accepted another's reservations, objected, or refused treaty relations."""

    treaty: TreatyId
    reserver: Power
    power: Power
    answer: Answer


@frozen(kw_only=True)
class ReservationWithdrawn(Known):
    """A power withdrew its reservations to an article."""

    treaty: TreatyId
    power: Power
    article: ArticleId


@frozen(kw_only=True)
class NullityInvoked(Known):
    """A power held its consent to be void, as procured by the threat or use of force, or by deceit."""

    treaty: TreatyId
    power: Power
    ground: Vice = Vice.COERCION


@frozen(kw_only=True)
class ConsentFoundVoid(Known):
    """An organ, or the facilitator where none is named, found that a power's consent was void, as coerced or as obtained by deceit."""

    treaty: TreatyId
    power: Power
    ground: Vice = Vice.COERCION
    organ: OrganId | None = None


@frozen(kw_only=True)
class RatificationFailed(Known):
    """A signatory's parliament or opinion would not have it; it may be asked again in a later turn."""

    treaty: TreatyId
    power: Power
    turn: int


@frozen(kw_only=True)
class AccessionInvited(Known):
    """A party invited a power to accede."""

    treaty: TreatyId
    by: Power
    guest: Power


@frozen(kw_only=True)
class AccessionOpened(Known):
    """Every party has invited the power, which now knows the treaty if it did not before."""

    treaty: TreatyId
    guest: Power


@frozen(kw_only=True)
class TreatyAcceded(Known):
    """A power expressed its consent to be bound by a treaty that it had not negotiated."""

    treaty: TreatyId
    power: Power
    signature: Signature


@frozen(kw_only=True)
class TreatyRegistered(Known):
    """The treaty was registered."""

    treaty: TreatyId
    power: Power


@frozen(kw_only=True)
class TreatyDenounced(Known):
    """A party gave notice; it is bound until the day named, and no longer from the first turn on that day or after."""

    treaty: TreatyId
    power: Power
    effective: dt.date


@frozen(kw_only=True)
class DenunciationRevoked(Known):
    """A party has taken back its notice before it took effect (VCLT 68)."""

    treaty: TreatyId
    power: Power


@frozen(kw_only=True)
class EndAgreed(Known):
    """A party agreed that the treaty end."""

    treaty: TreatyId
    power: Power


@frozen(kw_only=True)
class OperationSuspended(Known):
    """The treaty no longer operates between two parties, for the breach of one."""

    treaty: TreatyId
    power: Power
    against: Power


@frozen(kw_only=True)
class OperationResumed(Known):
    """It operates between them again."""

    treaty: TreatyId
    power: Power
    against: Power


@frozen(kw_only=True)
class TerminationInvoked(Known):
    """A party invoked another's breach as a ground for ending the treaty with it."""

    treaty: TreatyId
    power: Power
    against: Power


@frozen(kw_only=True)
class PartyLeft(Known):
    """A power is no longer a party; the others are."""

    treaty: TreatyId
    power: Power
    how: End


@frozen(kw_only=True)
class TreatyRenewed(Known):
    """Its term having passed, the treaty stays in force among those that have not denounced it, until the close of the day named."""

    treaty: TreatyId
    until: dt.date


@frozen(kw_only=True)
class TreatyEnded(Known):
    """The treaty binds nobody any more."""

    treaty: TreatyId
    how: End


TreatyLife: TypeAlias = (
    PartyJoined
    | SignatureConfirmed
    | ReservationAnswered
    | ReservationWithdrawn
    | NullityInvoked
    | ConsentFoundVoid
    | RatificationFailed
    | AccessionInvited
    | AccessionOpened
    | TreatyAcceded
    | TreatyRegistered
    | TreatyDenounced
    | DenunciationRevoked
    | EndAgreed
    | OperationSuspended
    | OperationResumed
    | TerminationInvoked
    | PartyLeft
    | TreatyRenewed
    | TreatyEnded
)
"""What happens to a treaty after its first entry into force, and on the way to it where the way is longer."""
