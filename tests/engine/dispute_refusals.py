"""Commands in disputes that must be refused, with the reason for each: one table, read by the tests of refusals."""

from __future__ import annotations

from collections.abc import Callable

from engine.commands import Command
from engine.dispute_commands import (
    AnswerProcedure,
    AnswerTerms,
    GiveAward,
    OfferTerms,
    OpenDispute,
    ProposeProcedure,
    ReferToAssembly,
    ReportDefence,
    ReportFacts,
)
from engine.events import Phase
from engine.measures.recommendation import Procedure
from engine.names import DisputeId, ItemId, Power, StakeId, Viewer
from engine.refusal import Reason
from engine.table import Table
from tests.engine.hearing import MATTER, seized
from tests.engine.settings import ALBA, ASSEMBLY, BORIA, CARNIA, COUNCIL, DORIA, HILLS, MARCHES, SECURITY, both, do, to_phase
from tests.engine.test_disputes import CLAIM, open_claim, run

NOWHERE = DisputeId("nothing")


def claim(slug: str = "boria.more", respondent: Power = DORIA, over: StakeId | None = None, title: str = "More") -> OpenDispute:
    return OpenDispute(dispute=DisputeId(slug), respondent=respondent, title=both(title) if title else {}, over=over)


def propose(procedure: Procedure, third: Power | None = None, dispute: DisputeId = CLAIM) -> ProposeProcedure:
    return ProposeProcedure(dispute=dispute, procedure=procedure, third=third)


def mediated() -> Table:
    return run(open_claim(), Procedure.MEDIATION, DORIA)


def offered() -> Table:
    table = mediated()
    do(table, DORIA, OfferTerms(dispute=CLAIM, in_favour=CARNIA))
    return table


def settled() -> Table:
    table = offered()
    for power in (BORIA, CARNIA):
        do(table, power, AnswerTerms(dispute=CLAIM, accept=True))
    return table


def tried() -> Table:
    table = run(open_claim(), Procedure.ENQUIRY, DORIA)
    do(table, DORIA, ReportFacts(dispute=CLAIM))
    return to_phase(table, Phase.TALKS, 1)


def ordering() -> Table:
    return to_phase(open_claim(), Phase.ORDERS)


IN_DISPUTES: list[tuple[Reason, Callable[[], Table], Viewer, Command]] = [
    (Reason.WRONG_PHASE, ordering, BORIA, claim()),
    (Reason.NAME_TAKEN, open_claim, BORIA, claim("boria.claim")),
    (Reason.BAD_NAME, open_claim, BORIA, claim("alba.more")),
    (Reason.UNKNOWN_POWER, open_claim, BORIA, claim(respondent=Power("nowhere"))),
    (Reason.TO_ONESELF, open_claim, BORIA, claim(respondent=BORIA)),
    (Reason.DISPUTE_OPEN, open_claim, CARNIA, claim("carnia.more", respondent=BORIA)),
    (Reason.TEXT_EMPTY, open_claim, BORIA, claim(title="")),
    (Reason.NOT_THEIRS, open_claim, BORIA, claim(over=MARCHES)),
    (Reason.NOT_THEIRS, open_claim, BORIA, claim(respondent=ALBA, over=HILLS)),
    (Reason.UNKNOWN_DISPUTE, open_claim, BORIA, propose(Procedure.NEGOTIATION, dispute=NOWHERE)),
    (Reason.DISPUTE_OVER, settled, BORIA, propose(Procedure.NEGOTIATION)),
    (Reason.NOT_A_DISPUTANT, open_claim, ALBA, propose(Procedure.NEGOTIATION)),
    (Reason.PROCEDURE_OPEN, mediated, CARNIA, propose(Procedure.NEGOTIATION)),
    (Reason.ALREADY_TRIED, tried, BORIA, propose(Procedure.ENQUIRY, DORIA)),
    (Reason.ALREADY_TRIED, open_claim, BORIA, propose(Procedure.REGIONAL)),
    (Reason.THIRD_WANTING, open_claim, BORIA, propose(Procedure.MEDIATION)),
    (Reason.THIRD_WANTING, open_claim, BORIA, propose(Procedure.NEGOTIATION, DORIA)),
    (Reason.UNKNOWN_POWER, open_claim, BORIA, propose(Procedure.MEDIATION, Power("nowhere"))),
    (Reason.NOTHING_PUT, open_claim, CARNIA, AnswerProcedure(dispute=CLAIM, accept=True)),
    (Reason.NOTHING_PUT, mediated, CARNIA, AnswerTerms(dispute=CLAIM, accept=True)),
    (Reason.NOTHING_PUT, open_claim, BORIA, OfferTerms(dispute=CLAIM, in_favour=BORIA)),
    (Reason.NOT_CHOSEN, mediated, BORIA, OfferTerms(dispute=CLAIM, in_favour=BORIA)),
    (Reason.NOT_CHOSEN, mediated, DORIA, GiveAward(dispute=CLAIM, in_favour=BORIA)),
    (Reason.ALREADY_PUT, offered, DORIA, OfferTerms(dispute=CLAIM, in_favour=BORIA)),
    (Reason.CANNOT_REFER, seized, ALBA, ReferToAssembly(item=MATTER, organ=ASSEMBLY)),
    (Reason.UNKNOWN_ITEM, seized, CARNIA, ReferToAssembly(item=ItemId("nothing"), organ=ASSEMBLY)),
    (Reason.NO_DEFENCE, seized, CARNIA, ReportDefence(organ=SECURITY, against=BORIA)),
    (Reason.CANNOT_REFER, seized, CARNIA, ReferToAssembly(item=MATTER, organ=COUNCIL)),
]
