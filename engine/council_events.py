"""What has happened before an organ, in the past tense; `engine.events` takes them into its closed union."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from engine.known import Known
from engine.names import AmendmentId, ItemId, OrganId, ParagraphId, Power, ResolutionId
from engine.organ import Item, Organ, Seat
from engine.resolution import Amendment, Outcome, Paragraph, Resolution, StandingMeasure
from engine.sitting import Poll, Sitting, Step, Subject
from engine.voting import Ballot, Verdict

# -- who belongs and who sits


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


# -- the agenda


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


# -- drafts


@frozen(kw_only=True)
class ResolutionShown(Known):
    """A draft came before the eyes of this audience; `how` is `found` in the files, or `tabled`."""

    resolution: Resolution
    how: str


@frozen(kw_only=True)
class ResolutionSponsored(Known):
    """A power put its name to a draft."""

    resolution: ResolutionId
    power: Power


@frozen(kw_only=True)
class AmendmentMoved(Known):
    """It is proposed to change a draft."""

    resolution: ResolutionId
    amendment: Amendment


@frozen(kw_only=True)
class AmendmentTakenIn(Known):
    """The amendment is part of the text: by its author's leave, or by a vote."""

    resolution: ResolutionId
    amendment: AmendmentId
    paragraphs: tuple[Paragraph, ...]
    friendly: bool


@frozen(kw_only=True)
class AmendmentFell(Known):
    """It was voted down, or what it would change is no longer there."""

    resolution: ResolutionId
    amendment: AmendmentId
    rejected: bool


@frozen(kw_only=True)
class SeparateVoteAsked(Known):
    """A paragraph is to be voted on apart."""

    resolution: ResolutionId
    paragraph: ParagraphId
    by: Power


@frozen(kw_only=True)
class ParagraphSettled(Known):
    """The separate vote kept the paragraph, or took it out."""

    resolution: ResolutionId
    paragraph: ParagraphId
    kept: bool


@frozen(kw_only=True)
class ResolutionClosed(Known):
    """What has become of a draft."""

    resolution: ResolutionId
    outcome: Outcome


# -- the sitting


@frozen(kw_only=True)
class SittingOpened(Known):
    """An organ sits on a matter."""

    sitting: Sitting


@frozen(kw_only=True)
class StepOpened(Known):
    """The sitting has come to another step."""

    step: Step
    resolution: ResolutionId | None = None
    """On whose nature the president is to rule."""


@frozen(kw_only=True)
class StatementMade(Known):
    """A power spoke."""

    organ: OrganId
    power: Power
    text: str


@frozen(kw_only=True)
class MotionMade(Known):
    """A motion of procedure."""

    organ: OrganId
    by: Power
    subject: Subject
    power: Power | None = None
    resolution: ResolutionId | None = None


@frozen(kw_only=True)
class FloorYielded(Known):
    """A power has nothing to add."""

    power: Power


@frozen(kw_only=True)
class DebateClosed(Known):
    """The votes come."""

    organ: OrganId


@frozen(kw_only=True)
class RulingGiven(Known):
    """The president ruled on the nature of a draft."""

    organ: OrganId
    power: Power
    resolution: ResolutionId
    procedural: bool


@frozen(kw_only=True)
class RulingAnswered(Known):
    """A member challenged the ruling, or let it stand."""

    power: Power
    challenge: bool


@frozen(kw_only=True)
class NatureSettled(Known):
    """It is settled whether a draft is procedural."""

    resolution: ResolutionId
    procedural: bool


@frozen(kw_only=True)
class PollOpened(Known):
    """A question is put to the vote."""

    organ: OrganId
    poll: Poll


@frozen(kw_only=True)
class BallotGiven(Known):
    """A power has voted; how is told in `BallotEntered`, to itself alone unless the roll is called."""

    organ: OrganId
    power: Power


@frozen(kw_only=True)
class BallotEntered(Known):
    """How a power voted, and why if it says so."""

    organ: OrganId
    power: Power
    ballot: Ballot
    explanation: str = ""


@frozen(kw_only=True)
class PollDecided(Known):
    """The vote is counted and explained."""

    organ: OrganId
    poll: Poll
    """Without its ballots: the verdict has those."""
    verdict: Verdict
    explanations: Mapping[Power, str] = field(factory=dict)


@frozen(kw_only=True)
class SittingClosed(Known):
    """The organ rises."""

    organ: OrganId
    item: ItemId


# -- measures


@frozen(kw_only=True)
class MeasureTaken(Known):
    """A paragraph adopted is in force."""

    measure: StandingMeasure


@frozen(kw_only=True)
class MeasureEnded(Known):
    """It is no longer: lifted, or its date has come."""

    resolution: ResolutionId
    paragraph: ParagraphId


CouncilEvent: TypeAlias = (
    AttendanceChanged
    | NoticeGiven
    | MemberAdmitted
    | MemberLeft
    | SeatTaken
    | SeatVacated
    | OrganEstablished
    | ItemRaised
    | ItemContested
    | ItemInscribed
    | ItemStruck
    | PowerInvited
    | ResolutionShown
    | ResolutionSponsored
    | AmendmentMoved
    | AmendmentTakenIn
    | AmendmentFell
    | SeparateVoteAsked
    | ParagraphSettled
    | ResolutionClosed
    | SittingOpened
    | StepOpened
    | StatementMade
    | MotionMade
    | FloorYielded
    | DebateClosed
    | RulingGiven
    | RulingAnswered
    | NatureSettled
    | PollOpened
    | BallotGiven
    | BallotEntered
    | PollDecided
    | SittingClosed
    | MeasureTaken
    | MeasureEnded
)
