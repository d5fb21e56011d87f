"""Disputes: a claim is made, the parties try one peaceful means after another, and third powers lend themselves to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import PowerCommand
from engine.decide import courses
from engine.decide.submissions import submit
from engine.dispute import BINDING, BY_A_THIRD, PROPOSABLE, Award, Dispute, Fact, Failing, Force, Offer, Proposal, Stage
from engine.dispute_commands import (
    AnswerDuties,
    AnswerProcedure,
    AnswerReport,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    OpenDispute,
    ProposeProcedure,
    ReportFacts,
)
from engine.domains import TITLE, Domain, NewName, OneOf, Option, refuse_title
from engine.engagements import members_under
from engine.events import (
    AwardGiven,
    DisputeOpened,
    DisputeSettled,
    DutiesAnswered,
    FactsReported,
    Phase,
    ProcedureAgreed,
    ProcedureFailed,
    ProcedureOpened,
    ProcedureProposed,
    ReportAnswered,
    TermsAnswered,
    TermsOffered,
)
from engine.measures.recommendation import Procedure
from engine.names import EVERYBODY, Audience, Power
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State

VERBS: tuple[type[PowerCommand], ...] = (
    OpenDispute,
    ProposeProcedure,
    AnswerProcedure,
    OfferTerms,
    AnswerTerms,
    ReportFacts,
    GiveAward,
    AnswerReport,
    AnswerDuties,
)

MOST_DISPUTES = 3
"""Claims that one power may make in a game."""
TALKED_OVER = (Procedure.NEGOTIATION, Procedure.GOOD_OFFICES)
"""Procedures in which the parties themselves put terms."""
ADVISED = (Procedure.MEDIATION, Procedure.CONCILIATION)
"""Procedures in which the third power does."""


# -- what a power may do


def offers(state: State, power: Power) -> Iterator[Option]:
    """Disputes take their course in the talks."""
    if state.phase is not Phase.TALKS:
        return
    yield from _opening(state, power)
    for dispute in state.disputes.values():
        if dispute.stage is Stage.OPEN:
            ident = OneOf((dispute.id,))
            if power in dispute.parties:
                yield from _as_party(state, power, dispute, ident)
            if power in dispute.awaited():
                yield Option(verb=AnswerProcedure, asked=True, domains={"dispute": ident, "accept": OneOf((True, False))})
            if dispute.running is not None and power == dispute.running.third:
                yield from _as_third(state, power, dispute, ident)


def _opening(state: State, power: Power) -> Iterator[Option]:
    if sum(d.claimant == power for d in state.disputes.values()) >= MOST_DISPUTES:
        return
    others = tuple(p for p in state.powers() if p != power and courses.open_between(state, power, p) is None)
    named: dict[str, Domain] = {
        "dispute": NewName(power, _taken(state)),
        "title": TITLE,
        "of_right": OneOf((False, True)),
    }
    if others:
        yield Option(verb=OpenDispute, domains={**named, "respondent": OneOf(others), "over": OneOf((None,))})
    for other in others:
        held = tuple(stake for stake, holder in state.holders.items() if holder == other)
        if held:
            yield Option(verb=OpenDispute, domains={**named, "respondent": OneOf((other,)), "over": OneOf(held)})


def _taken(state: State) -> frozenset[str]:
    return frozenset(state.disputes) | frozenset(ident for organ in state.organs.values() for ident in organ.agenda)


def _as_party(state: State, power: Power, dispute: Dispute, ident: OneOf) -> Iterator[Option]:
    if dispute.proposal is None and dispute.running is None and dispute.proposed.get(power) != state.turn:
        thirds = tuple(p for p in state.powers() if p not in dispute.parties)
        for chosen in ((None,), thirds):
            fitting = tuple(p for p in _proposable(dispute) if (p in BY_A_THIRD) is (chosen is thirds))
            if fitting and chosen:
                yield Option(verb=ProposeProcedure, domains={"dispute": ident, "procedure": OneOf(fitting), "third": OneOf(chosen)})
    running, terms = dispute.running, dispute.terms
    if running is not None and running.procedure in TALKED_OVER and terms is None and dispute.offered.get(power) != state.turn:
        yield Option(verb=OfferTerms, domains={"dispute": ident, "in_favour": OneOf(dispute.parties)})
    if terms is not None and power not in terms.accepted:
        yield Option(verb=AnswerTerms, asked=True, domains={"dispute": ident, "accept": OneOf((True, False))})
    if dispute.report is not None and dispute.report.force not in (Force.DOMESTIC, Force.DECIDED):
        yield Option(verb=AnswerReport, domains={"dispute": ident, "accept": OneOf((power not in dispute.report.accepted,))})
    if _is_asked_for_duties(state, power, dispute):
        yield Option(verb=AnswerDuties, asked=True, domains={"dispute": ident, "accept": OneOf((True, False))})


def _proposable(dispute: Dispute) -> tuple[Procedure, ...]:
    """What has not been tried; after an award there is nothing more to decide."""
    return tuple(p for p in PROPOSABLE if p not in dispute.tried and not (dispute.award is not None and p in BINDING))


def _is_asked_for_duties(state: State, power: Power, dispute: Dispute) -> bool:
    """Whether a party is no member of the League before whose organ the dispute has come, and has not answered (Covenant 17(1))."""
    if power in dispute.bound | dispute.refusing or power in members_under(state, "league"):
        return False
    return any(item.dispute == dispute.id for o in state.organs.values() if o.type.startswith("league") for item in o.agenda.values())


def _as_third(state: State, power: Power, dispute: Dispute, ident: OneOf) -> Iterator[Option]:
    assert dispute.running is not None
    match dispute.running.procedure:
        case Procedure.MEDIATION | Procedure.CONCILIATION if dispute.terms is None and dispute.offered.get(power) != state.turn:
            yield Option(verb=OfferTerms, asked=True, domains={"dispute": ident, "in_favour": OneOf(dispute.parties)})
        case Procedure.ENQUIRY:
            yield Option(verb=ReportFacts, asked=True, domains={"dispute": ident, "responsible": OneOf((None, *dispute.parties))})
        case Procedure.ARBITRATION:
            yield Option(verb=GiveAward, asked=True, domains={"dispute": ident, "in_favour": OneOf(dispute.parties)})
        case _:
            return


# -- why not


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the dispute does not take that course."""
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    match command:
        case OpenDispute():
            return _refuse_opening(state, power, command)
        case _:
            return _refuse_course(state, power, command)


def _refuse_opening(state: State, power: Power, command: OpenDispute) -> Refusal:
    if command.dispute in _taken(state):
        return Refusal(Reason.NAME_TAKEN, {"name": command.dispute})
    if not NewName(power, frozenset()).admits(command.dispute):
        return Refusal(Reason.BAD_NAME, {"name": command.dispute[:80]})
    if command.respondent not in state.setting.powers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": command.respondent})
    if command.respondent == power:
        return Refusal(Reason.TO_ONESELF)
    if courses.open_between(state, power, command.respondent) is not None:
        return Refusal(Reason.DISPUTE_OPEN)
    if not TITLE.admits(command.title):
        return refuse_title(command.title)
    if command.over is not None and state.holder(command.over) != command.respondent:
        return Refusal(Reason.NOT_THEIRS)
    return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_DISPUTES)})


def _refuse_course(state: State, power: Power, command: Any) -> Refusal:
    dispute = state.disputes.get(command.dispute)
    if dispute is None:
        return Refusal(Reason.UNKNOWN_DISPUTE)
    if dispute.stage is not Stage.OPEN:
        return Refusal(Reason.DISPUTE_OVER)
    concerned = power in dispute.parties
    match command:
        case AnswerProcedure():
            return Refusal(Reason.NOTHING_PUT)
        case ReportFacts() | GiveAward():
            return Refusal(Reason.NOT_CHOSEN)
        case OfferTerms():
            running = dispute.running
            if running is None or running.procedure not in (*TALKED_OVER, *ADVISED):
                return Refusal(Reason.NOTHING_PUT)
            by_third = running.procedure in ADVISED
            if (power != running.third) if by_third else not concerned:
                return Refusal(Reason.NOT_CHOSEN if by_third else Reason.NOT_A_DISPUTANT)
            return Refusal(Reason.ALREADY_PUT)
        case _ if not concerned:
            return Refusal(Reason.NOT_A_DISPUTANT)
        case ProposeProcedure():
            return _refuse_proposal(state, power, dispute, command)
        case _:
            return Refusal(Reason.NOTHING_PUT)


def _refuse_proposal(state: State, power: Power, dispute: Dispute, command: ProposeProcedure) -> Refusal:
    if dispute.proposal is not None or dispute.running is not None or dispute.proposed.get(power) == state.turn:
        return Refusal(Reason.PROCEDURE_OPEN)
    if command.procedure not in _proposable(dispute):
        return Refusal(Reason.ALREADY_TRIED)
    if command.third is not None and command.third not in state.setting.powers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": command.third})
    return Refusal(Reason.THIRD_WANTING)


# -- what follows


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Enter it."""
    state = proceedings.state
    match command:
        case OpenDispute():
            dispute = Dispute(
                id=command.dispute,
                title=command.title,
                claimant=power,
                respondent=command.respondent,
                over=command.over,
                of_right=command.of_right,
                turn=state.turn,
            )
            proceedings.note(DisputeOpened(dispute=dispute, audience=EVERYBODY))
        case _:
            _move(proceedings, power, state.disputes[command.dispute], command)


def _move(proceedings: Proceedings, power: Power, dispute: Dispute, command: Any) -> None:
    state = proceedings.state
    match command:
        case ProposeProcedure():
            proposal = Proposal(by=power, procedure=command.procedure, third=command.third, turn=state.turn)
            proceedings.note(ProcedureProposed(dispute=dispute.id, proposal=proposal, audience=EVERYBODY))
            submit(proceedings, dispute, command.procedure, power, dispute.other(power), accept=True)
        case AnswerProcedure():
            _answer_procedure(proceedings, power, dispute, accept=command.accept)
        case OfferTerms():
            accepted = frozenset({power}) if power in dispute.parties else frozenset[Power]()
            offer = Offer(by=power, in_favour=command.in_favour, accepted=accepted)
            proceedings.note(TermsOffered(dispute=dispute.id, offer=offer, audience=_circle(dispute)))
        case AnswerTerms():
            _answer_terms(proceedings, power, dispute, accept=command.accept)
        case ReportFacts():
            fact = Fact(by=power, responsible=command.responsible, turn=state.turn)
            proceedings.note(FactsReported(dispute=dispute.id, fact=fact, audience=EVERYBODY))
        case GiveAward():
            award = Award(procedure=Procedure.ARBITRATION, by=power, in_favour=command.in_favour, turn=state.turn)
            proceedings.note(AwardGiven(dispute=dispute.id, award=award, audience=EVERYBODY))
        case AnswerReport():
            proceedings.note(ReportAnswered(dispute=dispute.id, power=power, accept=command.accept, audience=EVERYBODY))
            report = proceedings.state.disputes[dispute.id].report
            if report is not None and report.in_favour is not None and report.accepted.issuperset(dispute.parties):
                proceedings.note(DisputeSettled(dispute=dispute.id, in_favour=report.in_favour, audience=EVERYBODY))
        case AnswerDuties():
            proceedings.note(DutiesAnswered(dispute=dispute.id, power=power, accept=command.accept, audience=EVERYBODY))
        case _:
            raise AssertionError(command)


def _circle(dispute: Dispute) -> Audience:
    """Those before whom terms are put: all in the report of a conciliator, else the parties and whoever helps them."""
    running = dispute.running
    assert running is not None
    if running.procedure is Procedure.CONCILIATION:
        return EVERYBODY
    return frozenset(dispute.parties) | ({running.third} if running.third is not None else frozenset())


def _answer_procedure(proceedings: Proceedings, power: Power, dispute: Dispute, *, accept: bool) -> None:
    proposal = dispute.proposal
    assert proposal is not None
    if accept:
        proceedings.note(ProcedureAgreed(dispute=dispute.id, procedure=proposal.procedure, power=power, audience=EVERYBODY))
    else:
        refusal = ProcedureFailed(dispute=dispute.id, procedure=proposal.procedure, why=Failing.REFUSED, power=power, audience=EVERYBODY)
        proceedings.note(refusal)
    if power in dispute.parties:
        submit(proceedings, dispute, proposal.procedure, power, proposal.by, accept=accept)
    if accept and not proceedings.state.disputes[dispute.id].awaited():
        proceedings.note(ProcedureOpened(dispute=dispute.id, procedure=proposal.procedure, audience=EVERYBODY))


def _answer_terms(proceedings: Proceedings, power: Power, dispute: Dispute, *, accept: bool) -> None:
    terms = dispute.terms
    assert terms is not None
    proceedings.note(TermsAnswered(dispute=dispute.id, power=power, accept=accept, audience=_circle(dispute)))
    if accept and (terms.accepted | {power}).issuperset(dispute.parties):
        proceedings.note(DisputeSettled(dispute=dispute.id, in_favour=terms.in_favour, audience=EVERYBODY))
