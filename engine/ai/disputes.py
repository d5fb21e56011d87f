"""In a dispute: which means a scripted power agrees to, what it accepts, and how it serves as a third power."""

from __future__ import annotations

from engine.ai.mind import Mind
from engine.ai.sides import LOYALTY
from engine.ai.value import handed_over, points_of_aims, trust
from engine.clauses import SubmitDisputes
from engine.dispute import BINDING, BY_A_THIRD, Dispute
from engine.dispute_commands import (
    AnswerDuties,
    AnswerProcedure,
    AnswerReport,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    ProposeProcedure,
    ReportDefence,
    ReportFacts,
)
from engine.duties import Render
from engine.happenings import Deed
from engine.measures.recommendation import Procedure
from engine.names import Power
from engine.obligations import owed_by
from engine.profile import Style

PRIDE = 10
"""Points that it costs to lose a dispute about nothing that can be held."""
PROMISED = 20
"""Points that a treaty to settle disputes adds to what we agree to."""
CLEARLY = 20
"""By how much more one party must be distrusted for an enquiry to find it responsible."""


def settle(mind: Mind) -> None:
    """Answer in every dispute what is asked, and propose as claimant one means."""
    for dispute in mind.view.disputes.values():
        if mind.power in dispute.parties:
            _as_party(mind, dispute)
        elif dispute.proposal is not None and dispute.proposal.third == mind.power:
            mind.do(AnswerProcedure(dispute=dispute.id, accept=mind.profile.style is not Style.SPOILER), "good_offices")
        elif dispute.running is not None and dispute.running.third == mind.power:
            _as_third(mind, dispute)
    for option in tuple(mind.verb(ReportDefence)):
        mind.do(ReportDefence(organ=option.only("organ"), against=option.only("against")), "defence_reported")


def _as_party(mind: Mind, dispute: Dispute) -> None:
    willing = mind.profile.style is not Style.SPOILER
    mind.do(AnswerDuties(dispute=dispute.id, accept=willing), "duties")
    if dispute.proposal is not None:
        mind.do(AnswerProcedure(dispute=dispute.id, accept=submits(mind, dispute, dispute.proposal.procedure)), "procedure")
    if dispute.terms is not None:
        mind.do(AnswerTerms(dispute=dispute.id, accept=yields(mind, dispute, dispute.terms.in_favour)), "terms")
    report = dispute.report
    if report is not None and mind.power not in report.accepted and mind.once(f"report:{dispute.id}:{report.turn}"):
        complies = willing if report.in_favour is None else yields(mind, dispute, report.in_favour)
        if complies:
            mind.do(AnswerReport(dispute=dispute.id, accept=True), "complies")
    if mind.power == dispute.claimant:
        mind.do(OfferTerms(dispute=dispute.id, in_favour=mind.power), "claims")
        if (proposal := _proposal(mind, dispute)) is not None and mind.once(f"proposed:{dispute.id}"):
            mind.do(proposal, "proposes")


def submits(mind: Mind, dispute: Dispute, procedure: Procedure) -> bool:
    """Whether we agree to a means: to talk almost always, to be judged only where we could bear to lose."""
    leaning = mind.profile.kinds.get(SubmitDisputes.tag, 0) + (PROMISED if _is_promised(mind, dispute) else 0)
    if procedure not in BINDING:
        return mind.profile.style is not Style.SPOILER or leaning > 0
    return gain(mind, dispute, dispute.other(mind.power)) + LOYALTY[mind.profile.style] + leaning >= 0


def yields(mind: Mind, dispute: Dispute, in_favour: Power) -> bool:
    """Whether we accept a settlement in favour of a party."""
    return in_favour == mind.power or gain(mind, dispute, in_favour) + LOYALTY[mind.profile.style] >= 0


def gain(mind: Mind, dispute: Dispute, winner: Power) -> int:
    """The points of our aims that a settlement in favour of a party brings or costs."""
    if dispute.over is None:
        return 0 if winner == mind.power else -PRIDE
    settled = handed_over(mind.view, (dispute.over,), winner)
    return points_of_aims(settled, mind.power) - points_of_aims(mind.view, mind.power)


def _is_promised(mind: Mind, dispute: Dispute) -> bool:
    other = dispute.other(mind.power)
    owed = (o.duty for o in owed_by(mind.view, mind.power))
    return any(isinstance(duty, Render) and duty.deed is Deed.SUBMIT and duty.creditor == other for duty in owed)


def _proposal(mind: Mind, dispute: Dispute) -> ProposeProcedure | None:
    """Conciliation by whom we trust most, or the first means that a treaty gives and that needs nobody else."""
    thirds = sorted(
        (p for p in mind.view.powers() if p not in dispute.parties),
        key=lambda p: (-trust(mind.view, mind.power, p), mind.view.powers().index(p)),
    )
    owed = (o.duty for o in owed_by(mind.view, mind.power))
    words = [d.matter for d in owed if isinstance(d, Render) and d.deed is Deed.SUBMIT and d.creditor == dispute.other(mind.power)]
    known = {"court": Procedure.JUDICIAL_SETTLEMENT, **{p.value: p for p in Procedure}}
    procedure = next((known[word] for word in words if word in known), Procedure.CONCILIATION)
    if procedure not in BY_A_THIRD:
        return ProposeProcedure(dispute=dispute.id, procedure=procedure)
    return ProposeProcedure(dispute=dispute.id, procedure=procedure, third=thirds[0]) if thirds else None


def _as_third(mind: Mind, dispute: Dispute) -> None:
    """We find for the party that we trust more; where we trust both alike, for whoever holds what is claimed."""
    one, other = (trust(mind.view, mind.power, party) for party in dispute.parties)
    holder = mind.view.holder(dispute.over) if dispute.over is not None else None
    even = holder if holder in dispute.parties else dispute.respondent
    favoured = dispute.claimant if one > other else dispute.respondent if other > one else even
    assert favoured is not None
    mind.do(OfferTerms(dispute=dispute.id, in_favour=favoured), "terms_of_a_third")
    mind.do(GiveAward(dispute=dispute.id, in_favour=favoured), "award")
    blamed = None if abs(one - other) < CLEARLY else dispute.other(favoured)
    mind.do(ReportFacts(dispute=dispute.id, responsible=blamed), "facts")
