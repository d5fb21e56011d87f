"""What a seat may ask in a dispute, in the imperative; `engine.commands` takes them into its closed union."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import frozen

from engine.measures.recommendation import Procedure
from engine.names import DisputeId, ItemId, Lang, OrganId, Power, StakeId


@frozen(kw_only=True)
class OpenDispute:
    """Make a claim upon a power: a dispute is open from then on; its id is `power.slug`."""

    dispute: DisputeId
    respondent: Power
    title: Mapping[Lang, str]
    over: StakeId | None = None
    of_right: bool = False
    """That one claims it as one's right, and not that the right be changed: a dispute as to the rights of the parties."""


@frozen(kw_only=True)
class ProposeProcedure:
    """Propose to the other party a peaceful means, with a third power where it takes one (Charter 33)."""

    dispute: DisputeId
    procedure: Procedure
    third: Power | None = None


@frozen(kw_only=True)
class AnswerProcedure:
    """Agree to the means proposed, as a party or as the third power, or do not."""

    dispute: DisputeId
    accept: bool


@frozen(kw_only=True)
class OfferTerms:
    """Put terms to the parties: as one of them, as mediator, or in the report of a conciliator."""

    dispute: DisputeId
    in_favour: Power


@frozen(kw_only=True)
class AnswerTerms:
    """Accept the terms put, or reject them."""

    dispute: DisputeId
    accept: bool


@frozen(kw_only=True)
class ReportFacts:
    """Publish what the enquiry has found: whose doing it was, or nobody's."""

    dispute: DisputeId
    responsible: Power | None = None


@frozen(kw_only=True)
class GiveAward:
    """Decide as arbiter; those who agreed to submit are bound (Covenant 13(4))."""

    dispute: DisputeId
    in_favour: Power


@frozen(kw_only=True)
class AnswerReport:
    """Comply with the report of an organ, as a party, or do not (Covenant 15(6))."""

    dispute: DisputeId
    accept: bool


@frozen(kw_only=True)
class AnswerDuties:
    """Accept, as no member, the duties of one for this dispute, or refuse them (Covenant 17)."""

    dispute: DisputeId
    accept: bool


@frozen(kw_only=True)
class ReferToAssembly:
    """Have a dispute that the Council deals with referred to the Assembly, within fourteen days (Covenant 15(9))."""

    item: ItemId
    organ: OrganId


@frozen(kw_only=True)
class ReportDefence:
    """Report to the Council what one does in self-defence against an attacker (Charter 51)."""

    organ: OrganId
    against: Power


DisputeCommand: TypeAlias = (
    OpenDispute
    | ProposeProcedure
    | AnswerProcedure
    | OfferTerms
    | AnswerTerms
    | ReportFacts
    | GiveAward
    | AnswerReport
    | AnswerDuties
    | ReferToAssembly
    | ReportDefence
)
