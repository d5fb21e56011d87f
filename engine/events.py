"""What has happened, in the past tense, each with those who may know it; the closed union `Event`.

An event may touch only what its audience already knows: the same `evolve` folds it on the server and in every client.
Where part of a deed is secret, two events are made, never one that is cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from engine.conference import Conference, Motion
from engine.council_events import CouncilEvent
from engine.crisis import Crisis, Stance, Ultimatum, UltimatumState, War
from engine.dispute_events import DisputeEvent
from engine.duties import Duty
from engine.known import Known
from engine.messages import Phrase, Regarding
from engine.names import (
    ArticleId,
    ChoiceId,
    ConferenceId,
    EndingId,
    EventId,
    ObjectiveId,
    Power,
    StakeId,
    TreatyId,
)
from engine.orders import Order, Readiness, Sanction
from engine.phase import Phase as Phase  # noqa: PLC0414 - events speak of phases, and are where others look for them
from engine.postures import Aid, Posture
from engine.setting import Briefing, Plot, Setting, Text
from engine.treaty import Answer, End, Signature, Treaty, Version
from engine.voting import Ballot, Verdict


@frozen(kw_only=True)
class GameFounded(Known):
    """The setting, and nothing secret."""

    setting: Setting


@frozen(kw_only=True)
class PlotLaid(Known):
    """The umpire's half of the scenario."""

    plot: Plot


@frozen(kw_only=True)
class BriefingGiven(Known):
    """A delegation reads its instructions."""

    power: Power
    briefing: Briefing


@frozen(kw_only=True)
class TurnOpened(Known):
    """A new date."""

    turn: int


@frozen(kw_only=True)
class PhaseOpened(Known):
    """A new step of the turn."""

    phase: Phase


@frozen(kw_only=True)
class DeadlineSet(Known):
    """When the clock closes the phase, in milliseconds of the Unix epoch."""

    at: int | None


@frozen(kw_only=True)
class ClockPaused(Known):
    """The facilitator stopped or restarted the clock."""

    paused: bool


@frozen(kw_only=True)
class NewsArrived(Known):
    """A scripted event reached those who may know it; with choices, it waits for the power asked."""

    event: EventId
    title: Text
    text: Text
    asks: Power | None = None
    choices: Mapping[ChoiceId, Text] = field(factory=dict)
    default: ChoiceId | None = None
    source: str = ""


@frozen(kw_only=True)
class EventFired(Known):
    """The umpire's note that a scripted event has been dealt with; by its chance it may have come to nothing."""

    event: EventId
    happened: bool


@frozen(kw_only=True)
class ChoiceMade(Known):
    """A power answered a scripted event."""

    event: EventId
    power: Power
    choice: ChoiceId
    label: Text


@frozen(kw_only=True)
class TrackMoved(Known):
    """A track stands at a new value; `why` is a code with a sentence in `engine.texts`, or a scripted event's id."""

    track: str
    value: int
    why: str = ""


@frozen(kw_only=True)
class MinisterReplaced(Known):
    """Somebody else holds an office."""

    power: Power
    office: str
    by: str


@frozen(kw_only=True)
class ReadinessChanged(Known):
    """A power mobilised or stood down."""

    power: Power
    step: Readiness


@frozen(kw_only=True)
class MessageSent(Known):
    """Words passed; to nobody in particular is to the press."""

    by: Power
    to: frozenset[Power]
    text: str = ""
    phrase: Phrase | None = None
    regarding: Regarding | None = None
    asks: bool = False


@frozen(kw_only=True)
class TreatyShown(Known):
    """The whole of a treaty came before the eyes of this audience: drafted, tabled, known from the start, or published."""

    treaty: Treaty
    how: str
    """`drafted`, `found`, `tabled`, `standing` (in force at the opening), `published`, `leaked`."""


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
    """A power held its consent to be void, as procured by the threat or use of force."""

    treaty: TreatyId
    power: Power


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
    """A party gave notice; it is bound until the turn named opens."""

    treaty: TreatyId
    power: Power
    effective: int


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
    """Its term having passed without denunciation, the treaty stays in force until the close of the turn named."""

    treaty: TreatyId
    until: int


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
    | RatificationFailed
    | AccessionInvited
    | AccessionOpened
    | TreatyAcceded
    | TreatyRegistered
    | TreatyDenounced
    | EndAgreed
    | OperationSuspended
    | OperationResumed
    | TerminationInvoked
    | NullityInvoked
    | PartyLeft
    | TreatyRenewed
    | TreatyEnded
)
"""What happens to a treaty after its first entry into force, and on the way to it where the way is longer."""


@frozen(kw_only=True)
class ConferenceConvened(Known):
    """Invitations went out."""

    conference: Conference


@frozen(kw_only=True)
class InvitationAnswered(Known):
    """A power came, or declined."""

    conference: ConferenceId
    power: Power
    attend: bool


@frozen(kw_only=True)
class QuestionPut(Known):
    """Those at the table are asked to adopt a text."""

    conference: ConferenceId
    motion: Motion


@frozen(kw_only=True)
class VoteCast(Known):
    """A power has voted; how is told in `BallotSealed` to itself alone."""

    conference: ConferenceId
    power: Power


@frozen(kw_only=True)
class BallotSealed(Known):
    """How a power voted."""

    conference: ConferenceId
    power: Power
    ballot: Ballot


@frozen(kw_only=True)
class QuestionDecided(Known):
    """The vote is counted and explained."""

    conference: ConferenceId
    treaty: TreatyId
    verdict: Verdict


@frozen(kw_only=True)
class UltimatumIssued(Known):
    """A demand with a deadline."""

    ultimatum: Ultimatum


@frozen(kw_only=True)
class UltimatumAnswered(Known):
    """It was accepted or rejected."""

    issuer: Power
    target: Power
    state: UltimatumState


@frozen(kw_only=True)
class UltimatumClosed(Known):
    """It is off the table: met, followed up, or not."""

    issuer: Power
    target: Power


@frozen(kw_only=True)
class ReadySignalled(Known):
    """A power has done with the talks, or not yet after all."""

    power: Power
    ready: bool


@frozen(kw_only=True)
class OrdersCommitted(Known):
    """A power's orders are sealed."""

    power: Power


@frozen(kw_only=True)
class OrdersSealed(Known):
    """What they are, to itself alone."""

    power: Power
    orders: tuple[Order, ...]


@frozen(kw_only=True)
class PostureTaken(Known):
    """Forces moved to a stake, or to sea."""

    posture: Posture


@frozen(kw_only=True)
class PostureEnded(Known):
    """They were withdrawn."""

    posture: Posture


@frozen(kw_only=True)
class AidSent(Known):
    """Funds, arms or volunteers reached a power: before everybody, or before the two alone."""

    aid: Aid


@frozen(kw_only=True)
class AidExposed(Known):
    """Aid that was to stay covert came to light."""

    aid: Aid


@frozen(kw_only=True)
class IntelligenceGained(Known):
    """What a power's services brought home: another's orders of this turn, and texts that it keeps secret; nothing if they failed."""

    power: Power
    target: Power
    found: bool
    orders: tuple[Order, ...] = ()
    texts: tuple[Treaty, ...] = ()


@frozen(kw_only=True)
class AgentCaught(Known):
    """The power spied upon noticed it."""

    power: Power
    target: Power


@frozen(kw_only=True)
class LeakTraced(Known):
    """It became known who let the press have a text."""

    power: Power
    treaty: TreatyId


@frozen(kw_only=True)
class CampaignHeld(Known):
    """A power spoke for its policy at home."""

    power: Power


@frozen(kw_only=True)
class SanctionApplied(Known):
    """A power broke something off with another."""

    power: Power
    target: Power
    sanction: Sanction


@frozen(kw_only=True)
class SanctionLifted(Known):
    """It resumed what it had broken off."""

    power: Power
    target: Power
    sanction: Sanction


@frozen(kw_only=True)
class StakeTransferred(Known):
    """A stake changed hands; `treaty` and `article` where it was owed under a text that everybody may know."""

    stake: StakeId
    holder: Power
    by_force: bool = False
    """Taken in war: the question of the stake is not settled by that."""
    treaty: TreatyId | None = None
    article: ArticleId | None = None


@frozen(kw_only=True)
class ObligationPerformed(Known):
    """A debtor did what it owed."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty


@frozen(kw_only=True)
class ObligationBreached(Known):
    """A debtor did not."""

    treaty: TreatyId
    article: ArticleId
    duty: Duty


@frozen(kw_only=True)
class CrisisOpened(Known):
    """Force is about to be used."""

    crisis: Crisis


@frozen(kw_only=True)
class CrisisAnswered(Known):
    """A power has answered; how is told in `StanceSealed` to itself alone."""

    power: Power


@frozen(kw_only=True)
class StanceSealed(Known):
    """How a power answered."""

    power: Power
    stance: Stance
    through: Power | None = None


@frozen(kw_only=True)
class StancesRevealed(Known):
    """Everybody sees the coalitions."""

    stances: Mapping[Power, Stance]
    marches: Mapping[Power, Power] = field(factory=dict)
    """The neutral through which each means to march."""


@frozen(kw_only=True)
class CrisisEnded(Known):
    """The mover stepped back, the target gave way, or it came to war."""

    outcome: str
    """`stepped_back`, `yielded`, `war`, `pre_empted`."""


@frozen(kw_only=True)
class WarFought(Known):
    """The correlation of forces decided."""

    war: War


@frozen(kw_only=True)
class ObjectivesScored(Known):
    """What a power has reached, at the end."""

    power: Power
    points: int
    met: tuple[ObjectiveId, ...]
    partly: Mapping[ObjectiveId, int] = field(factory=dict)
    """Points of those reached in part."""


@frozen(kw_only=True)
class GameEnded(Known):
    """The scenario is closed."""

    ending: EndingId
    title: Text
    text: Text


@frozen(kw_only=True)
class MemoryKept(Known):
    """What a scripted power keeps in mind."""

    power: Power
    memory: Mapping[str, int]


Event: TypeAlias = (
    GameFounded
    | PlotLaid
    | BriefingGiven
    | TurnOpened
    | PhaseOpened
    | DeadlineSet
    | ClockPaused
    | NewsArrived
    | EventFired
    | ChoiceMade
    | TrackMoved
    | MinisterReplaced
    | ReadinessChanged
    | MessageSent
    | TreatyShown
    | TreatyTabled
    | VersionProposed
    | VersionInitialled
    | TreatyAdopted
    | TreatyWithdrawn
    | TreatySigned
    | TreatyRatified
    | AssentGiven
    | TreatyEnteredIntoForce
    | PartyJoined
    | SignatureConfirmed
    | ReservationAnswered
    | ReservationWithdrawn
    | RatificationFailed
    | AccessionInvited
    | AccessionOpened
    | TreatyAcceded
    | TreatyRegistered
    | TreatyDenounced
    | EndAgreed
    | OperationSuspended
    | OperationResumed
    | TerminationInvoked
    | NullityInvoked
    | PartyLeft
    | TreatyRenewed
    | TreatyEnded
    | ConferenceConvened
    | InvitationAnswered
    | QuestionPut
    | VoteCast
    | BallotSealed
    | QuestionDecided
    | UltimatumIssued
    | UltimatumAnswered
    | UltimatumClosed
    | ReadySignalled
    | OrdersCommitted
    | OrdersSealed
    | PostureTaken
    | PostureEnded
    | AidSent
    | AidExposed
    | IntelligenceGained
    | AgentCaught
    | LeakTraced
    | CampaignHeld
    | SanctionApplied
    | SanctionLifted
    | StakeTransferred
    | ObligationPerformed
    | ObligationBreached
    | CrisisOpened
    | CrisisAnswered
    | StanceSealed
    | StancesRevealed
    | CrisisEnded
    | WarFought
    | ObjectivesScored
    | GameEnded
    | MemoryKept
    | CouncilEvent
    | DisputeEvent
)
