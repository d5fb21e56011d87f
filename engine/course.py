"""State and event give the next state, for what happens in disputes."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve as with_

from engine import events as e
from engine.council import put
from engine.dispute import Dispute, Running, Stage
from engine.state import State, changed


def dispute_evolved(state: State, event: e.DisputeEvent) -> State:
    """The state after one event in a dispute."""
    if isinstance(event, e.DefenceReported):
        return state
    if isinstance(event, e.DisputeOpened):
        return changed(state, disputes=put(state.disputes, event.dispute.id, event.dispute))
    return changed(state, disputes=put(state.disputes, event.dispute, _next(state, state.disputes[event.dispute], event)))


Further = (
    e.ProcedureProposed
    | e.ProcedureAgreed
    | e.ProcedureOpened
    | e.ProcedureFailed
    | e.TermsOffered
    | e.TermsAnswered
    | e.FactsReported
    | e.AwardGiven
    | e.ReportMade
    | e.ReportAnswered
    | e.DisputeSettled
    | e.DutiesAnswered
    | e.WarResortedTo
)


def _next(state: State, dispute: Dispute, event: Further) -> Dispute:
    match event:
        case e.ProcedureProposed():
            proposal = event.proposal
            return with_(dispute, proposal=proposal, proposed=put(dispute.proposed, proposal.by, proposal.turn))
        case e.ProcedureAgreed():
            assert dispute.proposal is not None
            return with_(dispute, proposal=with_(dispute.proposal, agreed=dispute.proposal.agreed | {event.power}))
        case e.ProcedureOpened():
            assert dispute.proposal is not None
            running = Running(procedure=dispute.proposal.procedure, third=dispute.proposal.third, since=state.turn)
            return with_(dispute, proposal=None, running=running, terms=None)
        case e.ProcedureFailed():
            return with_(_over(dispute), proposal=None)
        case e.TermsOffered():
            return with_(dispute, terms=event.offer, offered=put(dispute.offered, event.offer.by, state.turn))
        case e.TermsAnswered():
            if not event.accept or dispute.terms is None:
                return with_(dispute, terms=None)
            return with_(dispute, terms=with_(dispute.terms, accepted=dispute.terms.accepted | {event.power}))
        case e.FactsReported():
            return with_(_over(dispute), fact=event.fact)
        case e.AwardGiven():
            return with_(_over(dispute), award=event.award, proposal=None)
        case e.ReportMade():
            return with_(dispute, report=event.report)
        case e.ReportAnswered():
            assert dispute.report is not None
            accepted = dispute.report.accepted | {event.power} if event.accept else dispute.report.accepted - {event.power}
            return with_(dispute, report=with_(dispute.report, accepted=accepted))
        case e.DisputeSettled():
            settled = with_(_over(dispute), stage=Stage.SETTLED, agreed=event.in_favour)
            return with_(settled, proposal=None, ended=state.turn)
        case e.DutiesAnswered():
            if event.accept:
                return with_(dispute, bound=dispute.bound | {event.power}, refusing=dispute.refusing - {event.power})
            return with_(dispute, refusing=dispute.refusing | {event.power})
        case e.WarResortedTo():
            return with_(_over(dispute), stage=Stage.WAR, outbreak=event.outbreak, proposal=None)
        case _:
            assert_never(event)


def _over(dispute: Dispute) -> Dispute:
    """The dispute when what was going on has ended."""
    tried = dispute.tried if dispute.running is None else (*dispute.tried, dispute.running.procedure)
    return with_(dispute, running=None, terms=None, tried=tried)
