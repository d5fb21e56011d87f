"""State and event give the next state: total, never refusing, the same on the server and in every client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, TypeAlias, assert_never, get_args

from attrs import evolve as with_

from engine import events as e
from engine.council import council_evolved, put, without
from engine.course import dispute_evolved
from engine.crisis import PastCrisis
from engine.errors import BrokenJournal
from engine.later_life import later_life
from engine.names import Power
from engine.negotiated import led_to
from engine.opening import opening_state
from engine.orders import Sanction
from engine.record import Announcement, Appeal, Conduct, Contingent, Defeat, Stock, Summons, Vote
from engine.state import State, changed
from engine.treaty import Stage, Treaty


def fold(events: Iterable[e.Event], state: State | None = None) -> State:
    """The state after these events.

    Raises BrokenJournal if the first of them founds no game.
    """
    folded = reduce(evolve, events, state)
    if folded is None:
        raise BrokenJournal("no events to fold")
    return folded


def evolve(state: State | None, event: e.Event) -> State:
    """The state after one event."""
    if state is None:
        if isinstance(event, e.GameFounded):
            return opening_state(event.setting)
        raise BrokenJournal(f"the first event is {type(event).__name__}, not GameFounded")
    # By its type at once: half of a game's events would otherwise be asked what they are fifty times over.
    return CHAPTERS.get(type(event), _evolved)(state, event)


def _later_life(state: State, event: e.TreatyLife) -> State:
    return changed(state, treaties=put(state.treaties, event.treaty, later_life(state.treaties[event.treaty], event, state.turn)))


CHAPTERS: Mapping[type[e.Event], Callable[[State, Any], State]] = {
    **dict.fromkeys(get_args(e.TreatyLife), _later_life),
    **dict.fromkeys(get_args(e.DisputeEvent), dispute_evolved),
    **dict.fromkeys(get_args(e.CouncilEvent), council_evolved),
}
"""Events that another module folds; all others are folded here."""
OwnEvent: TypeAlias = e.TurnEvent | e.ScriptEvent | e.MessageSent | e.TreatyMaking | e.ObligationEvent | e.CrisisEvent | e.OrderEvent


def _evolved(state: State, event: OwnEvent) -> State:
    match event:
        case e.TrackMoved():
            return changed(state, tracks=put(state.tracks, event.track, event.value))
        case e.MessageSent():
            return _message(state, event)
        case e.ReadySignalled():
            ready = state.ready | {event.power} if event.ready else state.ready - {event.power}
            return changed(state, ready=ready)
        case (
            e.TreatyShown()
            | e.TreatyTabled()
            | e.VersionProposed()
            | e.VersionInitialled()
            | e.TreatyAdopted()
            | e.TreatyWithdrawn()
            | e.TreatySigned()
            | e.TreatyRatified()
            | e.AssentGiven()
            | e.TreatyEnteredIntoForce()
        ):
            return _treaty(state, event)
        case e.UltimatumIssued():
            key = (event.ultimatum.issuer, event.ultimatum.target)
            return changed(state, ultimatums=put(state.ultimatums, key, event.ultimatum))
        case e.UltimatumAnswered():
            key = (event.issuer, event.target)
            answered = with_(state.ultimatums[key], state=event.state)
            return changed(state, ultimatums=put(state.ultimatums, key, answered))
        case e.UltimatumClosed():
            return changed(state, ultimatums=without(state.ultimatums, (event.issuer, event.target)))
        case (
            e.CrisisOpened()
            | e.CrisisAnswered()
            | e.StanceSealed()
            | e.StancesRevealed()
            | e.CrisisWidened()
            | e.CrisisEnded()
            | e.WarFought()
            | e.PeaceMade()
        ):
            return _crisis(state, event)
        case e.OrdersCommitted():
            return changed(state, committed=state.committed | {event.power})
        case e.OrdersSealed():
            return changed(state, orders=put(state.orders, event.power, event.orders))
        case e.ReadinessChanged():
            mobilised = put(state.mobilised, event.power, state.turn)
            return changed(state, readiness=put(state.readiness, event.power, event.step), mobilised=mobilised)
        case e.ArmsChanged():
            stock = Stock(number=event.number, since=state.turn)
            return changed(state, stocks=put(state.stocks, (event.power, event.arms), stock))
        case e.PostureTaken():
            return changed(state, postures=(*(p for p in state.postures if p != event.posture), event.posture))
        case e.PostureEnded():
            return changed(state, postures=tuple(p for p in state.postures if p != event.posture))
        case e.AidSent() | e.AidExposed():
            # Exposure tells those who did not know: the two concerned have it already.
            if any(event.aid.is_same(aid) for aid in state.aid):
                return changed(state, aid=tuple(event.aid if event.aid.is_same(aid) else aid for aid in state.aid))
            return changed(state, aid=(*state.aid, event.aid))
        case e.IntelligenceGained():
            files = {**state.files.get(event.power, {}), **{text.id: text for text in event.texts}}
            return changed(state, files=put(state.files, event.power, files)) if event.texts else state
        case e.AgentCaught() | e.LeakTraced() | e.CampaignHeld():
            return state
        case e.SanctionApplied() | e.SanctionLifted():
            return _sanction(state, event)
        case e.StakeTransferred():
            return _transfer(state, event)
        case e.PlebisciteDecided():
            return changed(state, votes=put(state.votes, event.stake, Vote(event.winner, state.turn)))
        case e.ObligationPerformed() | e.ObligationBreached():
            conduct = _conduct(state, event)
            done = (conduct.treaty, conduct.article, conduct.duty)
            left = tuple(one for one in state.contingents if (one.treaty, one.article, one.duty) != done)
            return changed(state, record=(*state.record, conduct), contingents=left)
        case e.ContingentAwaited():
            awaited = Contingent(
                since=state.turn, due=event.due, treaty=event.treaty, article=event.article, duty=event.duty, foe=event.foe
            )
            return changed(state, contingents=(*state.contingents, awaited))
        case e.AidCalledFor():
            called = Summons(treaty=event.treaty, article=event.article, duty=event.duty, foe=event.foe, due=event.due)
            return changed(state, summons=(*state.summons, called))
        case e.BreachProtested():
            record = state.record if event.meanwhile else tuple(_protested(line, event) for line in state.record)
            return changed(state, record=record, defeats=tuple(_named(one, event) for one in state.defeats))
        case e.PurposeDefeated():
            one = Defeat(turn=state.turn, treaty=event.treaty, article=event.article, duty=event.duty, known_to=event.audience)
            return changed(state, defeats=(*state.defeats, one))
        case e.GuarantorsCalled():
            return changed(state, appeals=(*state.appeals, _appeal(state, event)))
        case e.DeedAnnounced():
            given = Announcement(turn=state.turn, treaty=event.treaty, article=event.article, duty=event.duty, known_to=event.audience)
            return changed(state, announcements=(*state.announcements, given))
        case e.TurnOpened():
            return changed(
                state,
                turn=event.turn,
                ready=frozenset(),
                committed=frozenset(),
                orders={},
                attacked=frozenset(),
                deadline=None,
            )
        case e.PhaseOpened():
            return changed(state, phase=event.phase, ready=frozenset(), deadline=None)
        case e.DeadlineSet():
            return changed(state, deadline=event.at)
        case e.ClockPaused():
            return changed(state, paused=event.paused)
        case e.NewsArrived():
            happened = state.happened | {event.event}
            return changed(state, happened=happened, news=put(state.news, event.event, event) if event.asks else state.news)
        case e.EventFired():
            return changed(state, fired=state.fired | {event.event})
        case e.ChoiceMade():
            return changed(state, news=without(state.news, event.event), chosen=put(state.chosen, event.event, event.choice))
        case e.MinisterReplaced():
            offices = put(state.delegations.get(event.power, {}), event.office, event.by)
            return changed(state, delegations=put(state.delegations, event.power, offices))
        case e.FullPowersIssued():
            return changed(state, full_powers=state.full_powers | {event.power})
        case e.FullPowersRecalled():
            return changed(state, full_powers=state.full_powers - {event.power})
        case e.PlotLaid():
            return changed(state, plot=event.plot)
        case e.BriefingGiven():
            return changed(state, briefings=put(state.briefings, event.power, event.briefing))
        case e.ObjectivesScored():
            scores = put(state.scores, event.power, (event.points, event.met))
            return changed(state, scores=scores, credit=put(state.credit, event.power, event.partly))
        case e.GameEnded():
            return changed(state, ending=event.ending, phase=e.Phase.OVER, deadline=None)
        case e.MemoryKept():
            return changed(state, memories=put(state.memories, event.power, event.memory))
        case e.GameFounded():
            raise BrokenJournal("a game is founded once")
        case _:
            assert_never(event)


def _transfer(state: State, event: e.StakeTransferred) -> State:
    """The stake has this holder; what the forces of a former one did there ends with its tenure."""
    former = state.holders.get(event.stake)
    settled = state.settled if event.by_force else state.settled | {event.stake}
    postures = tuple(p for p in state.postures if event.confirmed or (p.at, p.by) != (event.stake, former))
    return changed(state, holders=put(state.holders, event.stake, event.holder), settled=settled, postures=postures)


def _sanction(state: State, event: e.SanctionApplied | e.SanctionLifted) -> State:
    pair = (event.power, event.target)
    stood: frozenset[Sanction] = state.sanctions.get(pair, frozenset())
    stands = stood | {event.sanction} if isinstance(event, e.SanctionApplied) else stood - {event.sanction}
    return changed(state, sanctions=put(state.sanctions, pair, stands) if stands else without(state.sanctions, pair))


def _message(state: State, event: e.MessageSent) -> State:
    answered = {(asker, event.by) for asker in event.to}
    asked = {(event.by, power) for power in event.to} if event.asks else set()
    if not asked and state.questions.isdisjoint(answered):
        return state
    return changed(state, questions=(state.questions - answered) | asked)


def _conduct(state: State, event: e.ObligationPerformed | e.ObligationBreached) -> Conduct:
    return Conduct(
        turn=state.turn,
        treaty=event.treaty,
        article=event.article,
        duty=event.duty,
        kept=isinstance(event, e.ObligationPerformed),
        known_to=event.audience,
        regarding=event.regarding,
        called=event.called,
    )


def _appeal(state: State, event: e.GuarantorsCalled) -> Appeal:
    return Appeal(
        turn=state.turn,
        by=event.power,
        against=event.against,
        guarantee=event.treaty,
        treaty=event.broken,
        article=event.article,
        known_to=event.audience,
    )


def _protested(line: Conduct, event: e.BreachProtested) -> Conduct:
    """A line of the record, marked if it is one that the protest may name: of that power, broken, and known to the one that protests.

    Whoever knows the line has heard the protest, so that all who know it have it alike.
    """
    heard = event.audience is None or (line.known_to is not None and line.known_to <= event.audience)
    meant = (line.debtor, line.kept) == (event.against, False) and (line.known_to is None or event.power in line.known_to)
    return with_(line, protests=line.protests | {(event.treaty, event.power)}) if heard and meant else line


def _named(one: Defeat, event: e.BreachProtested) -> Defeat:
    """What defeats the object of a treaty, marked if it is meant by the protest of the power that suffers by it."""
    meant = (one.treaty, one.duty.debtor, one.duty.creditor) == (event.treaty, event.against, event.power)
    return with_(one, protests=one.protests | {event.power}) if meant else one


TreatyEvent = (
    e.TreatyShown
    | e.TreatyTabled
    | e.VersionProposed
    | e.VersionInitialled
    | e.TreatyAdopted
    | e.TreatyWithdrawn
    | e.TreatySigned
    | e.TreatyRatified
    | e.AssentGiven
    | e.TreatyEnteredIntoForce
)


def _treaty(state: State, event: TreatyEvent) -> State:
    if isinstance(event, e.TreatyShown):
        return _shown(state, event.treaty)
    treaty = _next(state, state.treaties[event.treaty], event)
    return changed(state, treaties=put(state.treaties, event.treaty, treaty))


def _shown(state: State, treaty: Treaty) -> State:
    """The treaty is what is shown; who had more versions of it keeps them beside it."""
    following = changed(state, treaties=put(state.treaties, treaty.id, treaty))
    kept = led_to(state.treaties.get(treaty.id), treaty)
    return following if kept is None else changed(following, negotiations=put(state.negotiations, treaty.id, kept))


def _next(state: State, treaty: Treaty, event: TreatyEvent) -> Treaty:
    match event:
        case e.TreatyShown():
            return event.treaty
        case e.TreatyTabled():
            audience = None if treaty.known_to is None else treaty.known_to | frozenset(event.negotiators)
            drafter = treaty.drafter or event.by
            return with_(treaty, stage=Stage.TABLED, negotiators=event.negotiators, known_to=audience, drafter=drafter)
        case e.VersionProposed():
            return with_(
                treaty,
                versions=(*treaty.versions, event.version),
                initials=put(treaty.initials, event.version.number, event.initials),
            )
        case e.VersionInitialled():
            so_far: frozenset[Power] = treaty.initials.get(event.version, frozenset())
            return with_(treaty, initials=put(treaty.initials, event.version, so_far | {event.power}))
        case e.TreatyAdopted():
            text = treaty.versions[event.version - 1]
            # The earlier versions keep the provisions that they had.
            versions = tuple(with_(v, provisions=treaty.provisions_of(v)) if text.provisions is not None else v for v in treaty.versions)
            provisions = treaty.provisions_of(text)
            return with_(treaty, stage=Stage.ADOPTED, adopted=event.version, provisions=provisions, versions=versions)
        case e.TreatyWithdrawn():
            return with_(treaty, stage=Stage.WITHDRAWN)
        case e.TreatySigned():
            return with_(treaty, signatures=put(treaty.signatures, event.power, event.signature))
        case e.TreatyRatified():
            signatures = put(treaty.signatures, event.power, treaty.signatures[event.power].confirmed(event.under_threat, state.turn))
            return with_(treaty, signatures=signatures, ratified=treaty.ratified | {event.power})
        case e.AssentGiven():
            coerced = put(treaty.coerced, event.power, event.under_threat) if event.under_threat else treaty.coerced
            joined = put(treaty.joined, event.power, state.turn)
            return with_(treaty, assents=treaty.assents | {event.power}, joined=joined, coerced=coerced)
        case e.TreatyEnteredIntoForce():
            return with_(treaty, stage=Stage.IN_FORCE, parties=event.parties, since=tuple(state.setting.turns)[event.turn])
        case _:
            assert_never(event)


CrisisEvent = (
    e.CrisisOpened | e.CrisisAnswered | e.StanceSealed | e.StancesRevealed | e.CrisisWidened | e.CrisisEnded | e.WarFought | e.PeaceMade
)


def _crisis(state: State, event: CrisisEvent) -> State:
    crisis = state.crisis
    match event:
        case e.CrisisOpened():
            return changed(state, crisis=event.crisis, crisis_since=len(state.record))
        case e.WarFought():
            return changed(state, wars=(*state.wars, event.war))
        case e.PeaceMade():
            return changed(state, peaces=(*state.peaces, event.peace))
        case e.CrisisEnded():
            assert crisis is not None
            conduct = range(state.crisis_since, len(state.record))
            past = PastCrisis(turn=state.turn, crisis=crisis, outcome=event.outcome, conduct=conduct)
            attacked = state.attacked | {(crisis.mover, crisis.target)}
            return changed(state, crisis=None, crises=(*state.crises, past), attacked=attacked)
        case e.CrisisAnswered():
            assert crisis is not None
            return changed(state, crisis=with_(crisis, answered=crisis.answered | {event.power}))
        case e.StanceSealed():
            assert crisis is not None
            marches = crisis.marches if event.through is None else put(crisis.marches, event.power, event.through)
            named = {} if event.divisions is None else {event.power: event.divisions}
            sent = {**{p: n for p, n in crisis.contingents.items() if p != event.power}, **named}
            stances = put(crisis.stances, event.power, event.stance)
            return changed(state, crisis=with_(crisis, stances=stances, marches=marches, contingents=sent))
        case e.StancesRevealed():
            assert crisis is not None
            shown = with_(crisis, stances=event.stances, marches=event.marches, contingents=event.contingents, revealed=True)
            return changed(state, crisis=shown)
        case e.CrisisWidened():
            assert crisis is not None
            wronged, entered = (*crisis.wronged, *event.wronged), (*crisis.entered, *event.entered)
            asked = with_(crisis, wronged=wronged, entered=entered, called=event.called, answered=frozenset(), revealed=False)
            return changed(state, crisis=asked)
        case _:
            assert_never(event)
