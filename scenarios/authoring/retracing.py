"""The acts behind a chronicle: a journal keeps what happened, and each act is found again as the one that makes it happen just so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import fields

from engine import commands as c
from engine import council_commands as o
from engine import dispute_commands as d
from engine import events as e
from engine.crisis import UltimatumState
from engine.found import found
from engine.names import ConferenceId, Onlooker, Viewer
from engine.organ import Agreed
from engine.plot import Scenario
from engine.refusal import Refusal
from engine.resolution import Outcome
from engine.state import State
from engine.table import Table
from scenarios.authoring.recording import Act, place

ALIKE: Mapping[type, type] = {
    e.MessageSent: c.Send,
    e.ChoiceMade: c.Choose,
    e.ReadySignalled: c.SignalReady,
    e.VersionInitialled: c.Initial,
    e.TreatyWithdrawn: c.Withdraw,
    e.TreatyRatified: c.Ratify,
    e.RatificationFailed: c.Ratify,
    e.AssentGiven: c.Assent,
    e.SignatureConfirmed: c.Confirm,
    e.ReservationAnswered: c.AnswerReservation,
    e.ReservationWithdrawn: c.WithdrawReservation,
    e.NullityInvoked: c.InvokeNullity,
    e.AccessionInvited: c.InviteToAccede,
    e.TreatyRegistered: c.Register,
    e.TreatyDenounced: c.Denounce,
    e.DenunciationRevoked: c.RevokeDenunciation,
    e.EndAgreed: c.AgreeToEnd,
    e.BreachProtested: c.Protest,
    e.GuarantorsCalled: c.CallGuarantors,
    e.OperationSuspended: c.Suspend,
    e.OperationResumed: c.Resume,
    e.TerminationInvoked: c.Terminate,
    e.InvitationAnswered: c.AnswerInvitation,
    e.OrdersSealed: c.CommitOrders,
    e.StanceSealed: c.AnswerCrisis,
    e.ItemContested: o.Contest,
    e.AttendanceChanged: o.KeepAway,
    e.NoticeGiven: o.GiveNotice,
    e.ResolutionSponsored: o.Sponsor,
    e.SeparateVoteAsked: o.AskSeparateVote,
    e.StatementMade: o.Speak,
    e.MotionMade: o.Move,
    e.RulingGiven: o.GiveRuling,
    e.BallotEntered: o.CastBallot,
    e.TermsAnswered: d.AnswerTerms,
    e.ReportAnswered: d.AnswerReport,
    e.DutiesAnswered: d.AnswerDuties,
    e.DefenceReported: d.ReportDefence,
}
"""Events that say of an act all that the act says of itself."""
SITTING = {e.FloorYielded: o.Yield, e.RulingAnswered: o.AnswerRuling, e.RulingGiven: o.GiveRuling}
"""Those that say it of the organ that sits."""
UMPIRES = (e.DeadlineSet, e.ClockPaused, e.MemoryKept)
AHEAD = 6
"""Events at whose head the one stands that tells the act: a text is shown before it is tabled."""


class CannotRetrace(Exception):
    """A chronicle that did not come of these rules and this scenario alone."""


def retraced(events: Sequence[e.Event]) -> tuple[Scenario, int, tuple[Act, ...]]:
    """The scenario, the seed and the acts of a game.

    Raises CannotRetrace where no act makes happen what happened: a game begun from a scene, or under rules that have changed since.
    """
    state = Table.resume(events).state
    if state.plot is None:
        raise CannotRetrace
    scenario, seed = Scenario(setting=state.setting, plot=state.plot), state.plot.seed
    opening = found(scenario, seed)
    if tuple(events[: len(opening)]) != opening:
        raise CannotRetrace
    table, at = Table.resume(opening), len(opening)
    acts = []
    while at < len(events):
        if isinstance(events[at], UMPIRES):
            table.apply([events[at]])
            at += 1
            continue
        before = place(table.state)
        by, command, came = _act(table, events, at)
        table.apply(came)
        at += len(came)
        acts.append(Act(by, command, before, place(table.state)))
    return scenario, seed, tuple(acts)


def _act(table: Table, events: Sequence[e.Event], at: int) -> tuple[Viewer, c.Command, tuple[e.Event, ...]]:
    state = table.state
    candidates = [act for event in events[at : at + AHEAD] for act in _candidates(event, state)]
    if state.crisis is not None and state.crisis.revealed:
        # What the last word sets off is told first, however much that is.
        candidates += [(state.crisis.mover, c.Decide(persist=persist)) for persist in (False, True)]
    fitting = []
    for by, command in (*candidates, (Onlooker.FACILITATOR, c.CloseStep())):
        came = table.act(by, command)
        if not isinstance(came, Refusal) and came and tuple(events[at : at + len(came)]) == came:
            fitting.append((by, command, came))
    if not fitting:
        raise CannotRetrace
    # What one act brings about may begin as another would: the one that accounts for the most is meant.
    return max(fitting, key=lambda fit: len(fit[2]))


def _candidates(event: e.Event, state: State) -> Iterator[tuple[Viewer, c.Command]]:
    """Acts of which an event may tell; some of them would be refused."""
    cls = ALIKE.get(type(event)) or SITTING.get(type(event))
    if cls is not None:
        slots = {a.name: getattr(event, a.name) for a in fields(cls) if hasattr(event, a.name)}
        if "organ" in {a.name for a in fields(cls)} and state.sitting is not None:
            slots.setdefault("organ", state.sitting.organ)
        actor = getattr(event, "by", None) or getattr(event, "power", None)
        if isinstance(event, e.MessageSent):
            slots["to"] = frozenset(event.to)
        if actor is not None and all(a.name in slots or a.default is not _NOTHING for a in fields(cls)):
            yield actor, cls(**slots)
        return
    yield from _treaty(event, state)
    yield from _force(event, state)
    yield from _organ(event, state)
    yield from _dispute(event, state)


_NOTHING: Any = fields(c.Send).to.default


def _treaty(event: e.Event, state: State) -> Iterator[tuple[Viewer, c.Command]]:
    match event:
        case e.TreatyShown(treaty=treaty, how="drafted"):
            author = treaty.text.by
            if author is not None:
                text = treaty.text
                yield (
                    author,
                    c.Draft(
                        treaty=treaty.id, title=treaty.title, articles=text.articles, provisions=treaty.provisions, preamble=text.preamble
                    ),
                )
        case e.TreatyTabled(treaty=ident, by=by, negotiators=negotiators):
            yield by, c.Table(treaty=ident, to=frozenset(negotiators) - {by})
        case e.VersionProposed(treaty=ident, version=version) if version.by is not None and version.base is not None:
            yield version.by, c.Amend(treaty=ident, base=version.base, operations=tuple(_operations(state, event)))
        case e.TreatySigned(treaty=ident, power=power, signature=signature):
            yield power, c.Sign(treaty=ident, reservations=signature.reservations, ad_referendum=signature.ad_referendum)
        case e.TreatyAcceded(treaty=ident, power=power, signature=signature):
            yield power, c.Accede(treaty=ident, reservations=signature.reservations)
        case e.ConsentFoundVoid(treaty=ident, power=power, ground=ground, organ=None):
            yield Onlooker.FACILITATOR, c.FindVoid(treaty=ident, power=power, ground=ground)
        case e.OrganEstablished(organ=organ) if organ.call is not None:
            for agreed in Agreed:
                conference = ConferenceId(organ.id)
                yield organ.call.host, c.Convene(conference=conference, title=organ.name, invited=organ.call.invited, agreed=agreed)
        case e.TextPut(conference=ident, motion=motion):
            yield motion.by, c.PutToVote(conference=ident, treaty=motion.treaty, version=motion.version)
        case _:
            pass


def _operations(state: State, event: e.VersionProposed) -> Iterator[c.Operation]:
    """What makes the version out of the one that it amends: articles out, changed, added and moved, provisions set."""
    treaty = state.treaties[event.treaty]
    base = treaty.version(event.version.base or 0)
    if base is None:
        return
    before, after = {a.id: a for a in base.articles}, {a.id: a for a in event.version.articles}
    yield from (c.StrikeArticle(ident) for ident in before if ident not in after)
    yield from (c.PutArticle(article) for ident, article in after.items() if before.get(ident) != article)
    order = [*(i for i in before if i in after), *(i for i in after if i not in before)]
    wanted = list(after)
    for n, ident in enumerate(wanted):
        if order[n] != ident:
            yield c.MoveArticle(article=ident, before=order[n])
            order.remove(ident)
            order.insert(n, ident)
    old, new = treaty.provisions_of(base), event.version.provisions
    for a in fields(type(old)) if new is not None else ():
        if getattr(old, a.name) != getattr(new, a.name):
            yield c.SetProvision(name=a.name, value=getattr(new, a.name))
    if event.version.preamble != base.preamble:
        yield c.SetPreamble(event.version.preamble)


def _force(event: e.Event, state: State) -> Iterator[tuple[Viewer, c.Command]]:
    match event:
        case e.UltimatumIssued(ultimatum=u):
            yield u.issuer, c.IssueUltimatum(target=u.target, demand=u.demand, expires=u.expires)
        case e.UltimatumAnswered(issuer=issuer, target=target, state=answer):
            yield target, c.AnswerUltimatum(issuer=issuer, accept=answer is UltimatumState.ACCEPTED)
        case _:
            pass


def _organ(event: e.Event, state: State) -> Iterator[tuple[Viewer, c.Command]]:
    match event:
        case e.ItemRaised(item=item) if item.by is not None:
            for accepting in (False, True):
                yield (
                    item.by,
                    o.Seize(
                        item=item.id, organ=item.organ, article=item.article, title=item.title, parties=item.parties, accepting=accepting
                    ),
                )
            yield item.by, d.ReferToAssembly(item=item.id, organ=item.organ)
        case e.ResolutionShown(resolution=draft, how="tabled") if draft.item is not None and draft.sponsors:
            yield draft.sponsors[0], o.Introduce(resolution=draft.id, item=draft.item)
            yield (
                draft.sponsors[0],
                o.TableResolution(
                    resolution=draft.id,
                    organ=draft.organ,
                    item=draft.item,
                    article=draft.article,
                    title=draft.title,
                    preamble=draft.preamble,
                    paragraphs=draft.paragraphs,
                ),
            )
        case e.AmendmentMoved(resolution=ident, amendment=amendment):
            yield amendment.by, o.MoveAmendment(resolution=ident, amendment=amendment.id, changes=amendment.changes)
        case e.AmendmentTakenIn(resolution=ident, amendment=amended):
            yield from ((p, o.TakeIn(resolution=ident, amendment=amended)) for p in state.resolutions[ident].sponsors[:1])
        case e.ResolutionClosed(resolution=ident, outcome=Outcome.WITHDRAWN) if ident in state.resolutions:
            yield from ((p, o.WithdrawResolution(resolution=ident)) for p in state.resolutions[ident].sponsors)
        case _:
            pass


def _dispute(event: e.Event, state: State) -> Iterator[tuple[Viewer, c.Command]]:
    match event:
        case e.DisputeOpened(dispute=dispute):
            yield (
                dispute.claimant,
                d.OpenDispute(
                    dispute=dispute.id, respondent=dispute.respondent, title=dispute.title, over=dispute.over, of_right=dispute.of_right
                ),
            )
        case e.ProcedureProposed(dispute=ident, proposal=proposal):
            yield proposal.by, d.ProposeProcedure(dispute=ident, procedure=proposal.procedure, third=proposal.third)
        case e.ProcedureAgreed(dispute=ident, power=power):
            yield power, d.AnswerProcedure(dispute=ident, accept=True)
        case e.ProcedureFailed(dispute=ident, power=power) if power is not None:
            yield power, d.AnswerProcedure(dispute=ident, accept=False)
        case e.TermsOffered(dispute=ident, offer=offer):
            yield offer.by, d.OfferTerms(dispute=ident, in_favour=offer.in_favour)
        case e.FactsReported(dispute=ident, fact=fact):
            yield fact.by, d.ReportFacts(dispute=ident, responsible=fact.responsible)
        case e.AwardGiven(dispute=ident, award=award) if award.by is not None:
            yield award.by, d.GiveAward(dispute=ident, in_favour=award.in_favour)
        case _:
            pass
