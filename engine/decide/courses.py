"""The course of disputes where no party moves it: opened before an organ, reported on, judged, carried out, lapsed, or ended by war."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.clauses import RespectAward
from engine.clauses.award import AWARD
from engine.decide import promises
from engine.decide.submissions import submit
from engine.dispute import Award, Dispute, Failing, Force, Outbreak, Report, Stage
from engine.duties import Cede
from engine.engagements import disregarded, due_after
from engine.events import AwardGiven, DisputeOpened, DisputeSettled, ProcedureFailed, ReportMade, WarResortedTo
from engine.happenings import Deed, Happening
from engine.measures import Terms
from engine.measures.recommendation import Procedure
from engine.names import EVERYBODY, DisputeId, ItemId, Lang, OrganId, Power, ResolutionId
from engine.obligations import Obligation, known_to, obligations
from engine.operation import counts_before_organs
from engine.organ import Item
from engine.performance import performed_by
from engine.proceedings import Proceedings
from engine.roll import effect_of
from engine.state import State
from engine.statutes import Article, article_of
from engine.treaty import Article as TreatyArticle
from engine.voting import Matter, Verdict
from engine.voting.bodies import Effect


def open_between(state: State, one: Power, other: Power) -> Dispute | None:
    """The dispute that is open between two powers."""
    return next((d for d in state.disputes.values() if d.stage is Stage.OPEN and {one, other} == set(d.parties)), None)


# -- before an organ


def bring(
    proceedings: Proceedings, by: Power | None, item: ItemId, article: Article | None, title: Mapping[Lang, str], parties: frozenset[Power]
) -> DisputeId | None:
    """The dispute that a matter is about: the one open between its parties, or one that opens with it (Covenant 15(1); Charter 37(1))."""
    if article is None or not article.of_parties or len(parties) != 2:
        return None
    one, other = sorted(parties)
    found = open_between(proceedings.state, one, other)
    if found is not None:
        return found.id
    if by is None or by not in parties:
        return None
    respondent = other if by == one else one
    accepting = frozenset({by}) - _members_of_any(proceedings.state)
    dispute = Dispute(
        id=DisputeId(item),
        title=title,
        claimant=by,
        respondent=respondent,
        turn=proceedings.state.turn,
        bound=accepting,
    )
    proceedings.note(DisputeOpened(dispute=dispute, audience=EVERYBODY))
    return dispute.id


def _members_of_any(state: State) -> frozenset[Power]:
    return frozenset().union(*(held.members for held in state.memberships.values()))


def report(proceedings: Proceedings, ident: ResolutionId, matter: Matter, verdict: Verdict) -> None:
    """What a vote on a draft about a dispute comes to as a report: agreed by all but the parties, by a majority, or by nobody."""
    state = proceedings.state
    draft = state.resolutions[ident]
    organ = state.organs[draft.organ]
    item = organ.agenda.get(draft.item) if draft.item is not None else None
    dispute = _open(state, item)
    if dispute is None or matter is not Matter.DISPUTE:
        return
    article = article_of(organ, draft.article)
    under_covenant = article is not None and article.chapter == "15"
    outside = [p for p in verdict.against if p not in dispute.parties]
    agreeing = [p for p in verdict.favouring if p not in dispute.parties]
    if verdict.carried:
        decided = effect_of(organ, draft) is Effect.DECISION
        force = Force.UNANIMOUS if under_covenant else Force.DECIDED if decided else Force.RECOMMENDED
    elif under_covenant and len(agreeing) > len(outside):
        force = Force.MAJORITY
    else:
        return
    terms = [p.measure for p in draft.paragraphs if isinstance(p.measure, Terms)]
    given = next((t.to for t in terms if t.stake == dispute.over and t.to in dispute.parties), None)
    _note_report(proceedings, dispute, organ.id, force, given, ident)


def leave_aside(proceedings: Proceedings, item: Item) -> None:
    """The organ finds that the matter is one of domestic jurisdiction, and recommends nothing (Covenant 15(8))."""
    dispute = _open(proceedings.state, item)
    if dispute is not None:
        _note_report(proceedings, dispute, item.organ, Force.DOMESTIC, None, None)


def _open(state: State, item: Item | None) -> Dispute | None:
    dispute = state.disputes.get(item.dispute) if item is not None and item.dispute is not None else None
    return dispute if dispute is not None and dispute.stage is Stage.OPEN else None


def _note_report(
    proceedings: Proceedings, dispute: Dispute, organ: OrganId, force: Force, in_favour: Power | None, draft: ResolutionId | None
) -> None:
    accepted = frozenset(dispute.parties) if force is Force.DECIDED else frozenset[Power]()
    turn = proceedings.state.turn
    made = Report(organ=organ, force=force, in_favour=in_favour, resolution=draft, accepted=accepted, turn=turn)
    proceedings.note(ReportMade(dispute=dispute.id, report=made, audience=EVERYBODY))


def resort_to_war(proceedings: Proceedings, mover: Power, target: Power) -> None:
    """Enter that a dispute has ended in war, and in disregard of what."""
    state = proceedings.state
    dispute = open_between(state, mover, target)
    if dispute is not None:
        outbreak = Outbreak(by=mover, article=disregarded(state, dispute, mover), turn=state.turn)
        proceedings.note(WarResortedTo(dispute=dispute.id, outbreak=outbreak, audience=EVERYBODY))


# -- time


def close_turn(proceedings: Proceedings) -> None:
    """Let lapse what nobody has answered or brought to an end, let the Court decide, and close what has been carried out."""
    for dispute in tuple(proceedings.state.disputes.values()):
        if dispute.stage is Stage.OPEN:
            _go_on(proceedings, dispute)


def _go_on(proceedings: Proceedings, dispute: Dispute) -> None:
    state, running = proceedings.state, dispute.running
    if dispute.proposal is not None:
        # Silence submits a dispute as little as a refusal does.
        for party in sorted(dispute.awaited() & frozenset(dispute.parties)):
            submit(proceedings, dispute, dispute.proposal.procedure, party, dispute.proposal.by, accept=False)
        _fail(proceedings, dispute, dispute.proposal.procedure, Failing.UNANSWERED)
    elif running is not None and running.procedure is Procedure.JUDICIAL_SETTLEMENT:
        award = Award(procedure=running.procedure, by=None, in_favour=judgment(state, dispute), turn=state.turn)
        proceedings.note(AwardGiven(dispute=dispute.id, award=award, audience=EVERYBODY))
    elif running is not None and running.since < state.turn:
        _fail(proceedings, dispute, running.procedure, Failing.FRUITLESS)
    given = proceedings.state.disputes[dispute.id].award
    if given is not None and (dispute.over is None or state.holder(dispute.over) == given.in_favour):
        proceedings.note(DisputeSettled(dispute=dispute.id, in_favour=given.in_favour, audience=EVERYBODY))


def _fail(proceedings: Proceedings, dispute: Dispute, procedure: Procedure, why: Failing) -> None:
    proceedings.note(ProcedureFailed(dispute=dispute.id, procedure=procedure, why=why, audience=EVERYBODY))


def judgment(state: State, dispute: Dispute) -> Power:
    """What the law that may be invoked gives: what is claimed goes to whom its holder owes it, else the claim is upheld if a promise was
    broken."""
    public = [owed for owed in obligations(state) if known_to(state, owed) is EVERYBODY and counts_before_organs(state, owed.treaty)]
    if dispute.over is not None:
        holder = state.holder(dispute.over)
        for owed in public:
            duty = owed.duty
            if isinstance(duty, Cede) and duty.stake == dispute.over and duty.debtor == holder and duty.creditor in dispute.parties:
                return duty.creditor
        return holder if holder is not None and holder in dispute.parties else dispute.respondent
    broken = any(
        (line.debtor, line.creditor) == (dispute.respondent, dispute.claimant)
        and not line.kept
        and line.known_to is EVERYBODY
        and counts_before_organs(state, line.treaty)
        for line in state.record
    )
    return dispute.claimant if broken else dispute.respondent


def find_compliance(proceedings: Proceedings) -> None:
    """Hold awards against the treaties by which the parties have promised to respect them, once each."""
    for dispute in tuple(proceedings.state.disputes.values()):
        state, award = proceedings.state, dispute.award
        if award is None:
            continue
        loser = dispute.other(award.in_favour)
        if dispute.over is not None and state.occupied_from(dispute.over) == loser:
            # What was taken from it by force it has neither handed over nor kept back.
            continue
        carried_out = dispute.over is None or state.holder(dispute.over) != loser
        overdue = (state.turn_order(due_after(state, award.turn)) or 0) <= state.turn
        if carried_out or overdue:
            for owed in _promised(state, dispute, award, loser):
                if all((line.treaty, line.article, line.duty) != (owed.treaty, owed.article.id, owed.duty) for line in state.record):
                    promises.perform(proceedings, owed) if carried_out else promises.breach(proceedings, owed)


def _promised(state: State, dispute: Dispute, award: Award, loser: Power) -> Iterator[Obligation]:
    for place in dict.fromkeys((dispute.over, None)):
        deed = Happening(deed=Deed.COMPLY, by=loser, toward=award.in_favour, at=place, matter=AWARD)
        for owed in performed_by(state, deed):
            clause = owed.article.clause if isinstance(owed.article, TreatyArticle) else None
            if isinstance(clause, RespectAward) and (not clause.arbiters or award.by in clause.arbiters):
                yield owed
