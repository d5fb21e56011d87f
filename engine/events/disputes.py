"""The course of a dispute."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.dispute import Award, Dispute, Fact, Failing, Offer, Outbreak, Proposal, Report
from engine.known import Known
from engine.measures.recommendation import Procedure
from engine.names import DisputeId, OrganId, Power


@frozen(kw_only=True)
class DisputeOpened(Known):
    """A power makes a claim upon another."""

    dispute: Dispute


@frozen(kw_only=True)
class ProcedureProposed(Known):
    """A party proposed a peaceful means."""

    dispute: DisputeId
    proposal: Proposal


@frozen(kw_only=True)
class ProcedureAgreed(Known):
    """One of those asked agrees to it."""

    dispute: DisputeId
    procedure: Procedure
    power: Power


@frozen(kw_only=True)
class ProcedureOpened(Known):
    """All have agreed: it begins."""

    dispute: DisputeId
    procedure: Procedure


@frozen(kw_only=True)
class ProcedureFailed(Known):
    """It was not agreed to, or led to nothing."""

    dispute: DisputeId
    procedure: Procedure
    why: Failing
    power: Power | None = None
    """Who refused it."""


@frozen(kw_only=True)
class TermsOffered(Known):
    """Terms were put: to the parties alone, or to all in the report of a conciliator."""

    dispute: DisputeId
    offer: Offer


@frozen(kw_only=True)
class TermsAnswered(Known):
    """A party accepts them, or rejects them: then they are off the table."""

    dispute: DisputeId
    power: Power
    accept: bool


@frozen(kw_only=True)
class FactsReported(Known):
    """An enquiry has published what it found."""

    dispute: DisputeId
    fact: Fact


@frozen(kw_only=True)
class AwardGiven(Known):
    """An arbiter or the Court has decided."""

    dispute: DisputeId
    award: Award


@frozen(kw_only=True)
class ReportMade(Known):
    """An organ has reported."""

    dispute: DisputeId
    report: Report


@frozen(kw_only=True)
class ReportAnswered(Known):
    """A party complies with the report, or does not."""

    dispute: DisputeId
    power: Power
    accept: bool


@frozen(kw_only=True)
class DisputeSettled(Known):
    """The parties have agreed."""

    dispute: DisputeId
    in_favour: Power


@frozen(kw_only=True)
class DutiesAnswered(Known):
    """A power that is no member accepts for the dispute the duties of one, or refuses them."""

    dispute: DisputeId
    power: Power
    accept: bool


@frozen(kw_only=True)
class WarResortedTo(Known):
    """A party went to war over it."""

    dispute: DisputeId
    outbreak: Outbreak


@frozen(kw_only=True)
class DefenceReported(Known):
    """A power has reported to the Council what it does in self-defence."""

    organ: OrganId
    power: Power
    against: Power


DisputeEvent: TypeAlias = (
    DisputeOpened
    | ProcedureProposed
    | ProcedureAgreed
    | ProcedureOpened
    | ProcedureFailed
    | TermsOffered
    | TermsAnswered
    | FactsReported
    | AwardGiven
    | ReportMade
    | ReportAnswered
    | DisputeSettled
    | DutiesAnswered
    | WarResortedTo
    | DefenceReported
)
"""What happens in a dispute."""
