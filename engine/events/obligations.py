"""What was owed and done or not done, and stakes that changed hands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.duties import Duty
from engine.known import Known
from engine.names import ArticleId, Power, StakeId, TreatyId


@frozen(kw_only=True)
class StakeTransferred(Known):
    """A stake changed hands; `treaty` and `article` where it was owed under a text that everybody may know."""

    stake: StakeId
    holder: Power
    by_force: bool = False
    """Taken in war: the question of the stake is not settled by that."""
    confirmed: bool = False
    """Whether it was its holder's already: the question alone is settled."""
    treaty: TreatyId | None = None
    article: ArticleId | None = None


@frozen(kw_only=True)
class PlebisciteDecided(Known):
    """The inhabitants of a stake have voted to belong to a power, with each side's part of the votes where they were counted."""

    stake: StakeId
    winner: Power
    votes: Mapping[Power, int] = field(factory=dict)
    """In per cent."""


@frozen(kw_only=True)
class DeedAnnounced(Known):
    """A power told another beforehand of what it is about to do, as an article asks."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty


@frozen(kw_only=True)
class ObligationPerformed(Known):
    """A debtor did what it owed; `regarding` names the other treaty of which it was to give notice."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty
    regarding: TreatyId | None = None
    called: int | None = None
    """The turn in which it was called upon as a guarantor, where it has answered that."""


@frozen(kw_only=True)
class ObligationBreached(Known):
    """A debtor did not; `regarding` names the other treaty of which it gave no notice, or which recognises otherwise."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty
    regarding: TreatyId | None = None
    sent: int | None = None
    """How many divisions have come, where more were promised."""
    called: int | None = None
    """The turn in which it was called upon as a guarantor, where it has not answered that."""


@frozen(kw_only=True)
class ContingentAwaited(Known):
    """A debtor has come to a war with fewer divisions than it promised; the others are to be there by the close of the turn named."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty
    foe: Power
    sent: int
    due: int


@frozen(kw_only=True)
class PurposeDefeated(Known):
    """A signatory defeated the object and purpose of a treaty that does not bind it yet (VCLT 18)."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty


@frozen(kw_only=True)
class AidCalledFor(Known):
    """Aid has come to be owed in a war that is on: it is to be given by the close of the turn named."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty
    foe: Power
    due: int


@frozen(kw_only=True)
class BreachProtested(Known):
    """A party protested against what another had broken to its injury."""

    treaty: TreatyId
    power: Power
    against: Power
    meanwhile: bool = False
    """Against nothing but what was done before the treaty bound the two (VCLT 18)."""


@frozen(kw_only=True)
class GuarantorsCalled(Known):
    """A power called upon its guarantors under a treaty over what another has broken to its injury."""

    treaty: TreatyId
    """The one that holds the guarantee."""
    power: Power
    against: Power
    broken: TreatyId
    article: ArticleId
    """The article of what was broken."""


ObligationEvent: TypeAlias = (
    StakeTransferred
    | PlebisciteDecided
    | DeedAnnounced
    | ObligationPerformed
    | ObligationBreached
    | ContingentAwaited
    | PurposeDefeated
    | AidCalledFor
    | BreachProtested
    | GuarantorsCalled
)
"""What became of what was owed."""
