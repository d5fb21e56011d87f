"""State and event give the next state, for what happens before organs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, assert_never

from attrs import evolve as with_

from engine import events as e
from engine.names import EVERYBODY, OrganId, ParagraphId, Power, ResolutionId
from engine.organ import ORDINARY, Item, ItemStage, Membership, Organ, Seat
from engine.resolution import Outcome, Resolution, StandingMeasure
from engine.sitting import Sitting, Step, Subject
from engine.state import State, changed
from engine.voting import Ballot

K = TypeVar("K")
V = TypeVar("V")


def put(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    """The mapping with one entry more, or another value for it."""
    return {**mapping, key: value}


def without(mapping: Mapping[K, V], key: K) -> dict[K, V]:
    """The mapping without an entry."""
    return {k: v for k, v in mapping.items() if k != key}


# -- the register of events


def council_evolved(state: State, event: e.CouncilEvent) -> State:
    """The state after one event before an organ."""
    match event:
        case e.AttendanceChanged() | e.SeatTaken() | e.SeatVacated():
            return _organ(state, event)
        case e.OrganEstablished():
            return _established(state, event.organ)
        case e.OrganDissolved():
            return _dissolved(state, state.organs[event.organ])
        case e.InvitationAnswered() | e.TextPut():
            return _conference(state, event)
        case e.NoticeGiven() | e.MemberAdmitted() | e.MemberLeft():
            return _membership(state, event)
        case e.ItemRaised() | e.ItemContested() | e.ItemInscribed() | e.ItemStruck() | e.PowerInvited():
            return _agenda(state, event)
        case (
            e.ResolutionShown()
            | e.ResolutionSponsored()
            | e.AmendmentMoved()
            | e.AmendmentTakenIn()
            | e.AmendmentFell()
            | e.SeparateVoteAsked()
            | e.ParagraphSettled()
            | e.ResolutionClosed()
        ):
            return _resolution(state, event)
        case e.SittingOpened():
            return changed(state, sitting=event.sitting)
        case e.SittingClosed():
            item = state.organs[event.organ].agenda.get(event.item)
            closed = changed(state, sitting=None)
            return closed if item is None else _with_item(closed, with_(item, sat=state.turn))
        case (
            e.StepOpened()
            | e.StatementMade()
            | e.MotionMade()
            | e.FloorYielded()
            | e.DebateClosed()
            | e.RulingGiven()
            | e.RulingAnswered()
            | e.NatureSettled()
            | e.PollOpened()
            | e.BallotGiven()
            | e.BallotEntered()
            | e.PollDecided()
        ):
            if isinstance(event, e.PollDecided):
                state = _voted(state, event)
            # A conference once voted without a sitting, and so it does in a journal of that time.
            return changed(state, sitting=_step(state.sitting, event)) if state.sitting is not None else state
        case e.MeasureTaken():
            return changed(state, measures=put(state.measures, event.measure.key, event.measure))
        case e.MeasureEnded():
            key = (event.resolution, event.paragraph)
            return changed(state, measures=put(state.measures, key, with_(state.measures[key], ended=state.turn)))
        case _:
            assert_never(event)


def _with_organ(state: State, organ: Organ) -> State:
    return changed(state, organs=put(state.organs, organ.id, organ))


def _with_item(state: State, item: Item) -> State:
    organ = state.organs[item.organ]
    return _with_organ(state, with_(organ, agenda=put(organ.agenda, item.id, item)))


def _established(state: State, organ: Organ) -> State:
    """An organ of a treaty is an organisation of its own; a conference is none, and a committee belongs to that of its parent."""
    if organ.instrument is None:
        return _with_organ(state, organ)
    memberships = put(state.memberships, organ.organisation, Membership(members=frozenset(organ.seats)))
    return changed(_with_organ(state, organ), memberships=memberships)


def _dissolved(state: State, organ: Organ) -> State:
    """Nobody sits any more, in the organ or its committees; what it has had before it stays on record."""
    name = organ.organisation
    emptied = {i: with_(o, seats={}, away=frozenset()) if o.organisation == name else o for i, o in state.organs.items()}
    return changed(state, organs=emptied, memberships=put(state.memberships, name, Membership(members=frozenset())))


def _organ(state: State, event: e.AttendanceChanged | e.SeatTaken | e.SeatVacated) -> State:
    organ = state.organs[event.organ]
    match event:
        case e.AttendanceChanged():
            return _with_organ(state, with_(organ, away=organ.away | {event.power} if event.away else organ.away - {event.power}))
        case e.SeatTaken():
            order = organ.order if event.power in organ.order else (*organ.order, event.power)
            return _with_organ(state, with_(organ, seats=put(organ.seats, event.power, event.seat), order=order))
        case e.SeatVacated():
            return _with_organ(state, with_(organ, seats=without(organ.seats, event.power), away=organ.away - {event.power}))
        case _:
            assert_never(event)


def _conference(state: State, event: e.ConferenceEvent) -> State:
    organ = state.organs[event.conference]
    match event:
        case e.InvitationAnswered() if event.attend:
            # The host stays in the chair.
            order = (*organ.order[:1], *(p for p in state.powers() if p in organ.order[1:] or p == event.power))
            return _with_organ(state, with_(organ, seats=put(organ.seats, event.power, Seat(by=ORDINARY)), order=order))
        case e.InvitationAnswered():
            assert organ.call is not None
            return _with_organ(state, with_(organ, call=with_(organ.call, declined=organ.call.declined | {event.power})))
        case e.TextPut():
            return _with_item(state, with_(organ.agenda[event.item], motion=event.motion))
        case _:
            assert_never(event)


def _membership(state: State, event: e.NoticeGiven | e.MemberAdmitted | e.MemberLeft) -> State:
    name = state.organs[event.organ].organisation
    held = state.memberships[name]
    match event:
        case e.NoticeGiven():
            held = with_(held, leaving=put(held.leaving, event.power, event.until))
        case e.MemberAdmitted():
            held = with_(held, members=held.members | {event.power})
        case e.MemberLeft():
            held = with_(held, members=held.members - {event.power}, leaving=without(held.leaving, event.power))
        case _:
            assert_never(event)
    memberships = put(state.memberships, name, held)
    if isinstance(event, e.MemberLeft) and state.organs[event.organ].instrument is not None:
        # Who leaves a treaty is released from what its organ has decided (VCLT 70).
        return changed(state, memberships=memberships, measures=_released(state, name, event.power))
    return changed(state, memberships=memberships)


def _released(state: State, organisation: OrganId, power: Power) -> dict[tuple[ResolutionId, ParagraphId], StandingMeasure]:
    return {
        key: with_(m, bound=m.bound - {power}) if state.organs[m.organ].organisation == organisation else m
        for key, m in state.measures.items()
    }


def _agenda(state: State, event: e.ItemRaised | e.ItemContested | e.ItemInscribed | e.ItemStruck | e.PowerInvited) -> State:
    if isinstance(event, e.ItemRaised):
        return _with_item(state, event.item)
    item = state.organs[event.organ].agenda[event.item]
    match event:
        case e.ItemContested():
            item = with_(item, contested_by=item.contested_by | {event.power})
        case e.ItemInscribed():
            item = with_(item, stage=ItemStage.INSCRIBED)
        case e.ItemStruck():
            item = with_(item, stage=ItemStage.REFUSED if event.why is e.Struck.REFUSED else ItemStage.CLOSED)
        case e.PowerInvited():
            organ = state.organs[event.organ]
            if organ.call is not None:
                return _with_organ(state, with_(organ, call=with_(organ.call, invited=organ.call.invited | {event.power})))
            item = with_(item, invited=item.invited | {event.power})
        case _:
            assert_never(event)
    return _with_item(state, item)


ResolutionEvent = (
    e.ResolutionShown
    | e.ResolutionSponsored
    | e.AmendmentMoved
    | e.AmendmentTakenIn
    | e.AmendmentFell
    | e.SeparateVoteAsked
    | e.ParagraphSettled
    | e.ResolutionClosed
)


def _resolution(state: State, event: ResolutionEvent) -> State:
    if isinstance(event, e.ResolutionShown):
        return changed(state, resolutions=put(state.resolutions, event.resolution.id, event.resolution))
    draft = _next_draft(state.resolutions[event.resolution], event)
    return changed(state, resolutions=put(state.resolutions, event.resolution, draft))


def _next_draft(draft: Resolution, event: ResolutionEvent) -> Resolution:
    match event:
        case e.ResolutionShown():
            return event.resolution
        case e.ResolutionSponsored():
            return with_(draft, sponsors=(*draft.sponsors, event.power))
        case e.AmendmentMoved():
            return with_(draft, amendments=put(draft.amendments, event.amendment.id, event.amendment))
        case e.AmendmentTakenIn():
            kept = {p.id for p in event.paragraphs}
            apart = tuple(p for p in draft.apart if p in kept)
            return with_(draft, paragraphs=event.paragraphs, amendments=without(draft.amendments, event.amendment), apart=apart)
        case e.AmendmentFell():
            return with_(draft, amendments=without(draft.amendments, event.amendment))
        case e.SeparateVoteAsked():
            return with_(draft, apart=(*draft.apart, event.paragraph))
        case e.ParagraphSettled():
            apart = tuple(p for p in draft.apart if p != event.paragraph)
            paragraphs = draft.paragraphs if event.kept else tuple(p for p in draft.paragraphs if p.id != event.paragraph)
            return with_(draft, apart=apart, paragraphs=paragraphs)
        case e.ResolutionClosed():
            return with_(draft, stage=event.outcome, amendments={} if event.outcome is not Outcome.TABLED else draft.amendments)
        case _:
            assert_never(event)


def _voted(state: State, event: e.PollDecided) -> State:
    """Of a draft put to the vote before everybody, who was for it."""
    draft = state.resolutions.get(event.poll.resolution) if event.poll.resolution is not None else None
    if draft is None or event.poll.subject is not Subject.DRAFT or event.audience is not EVERYBODY:
        return state
    favouring = frozenset(power for power, ballot in event.verdict.ballots.items() if ballot is Ballot.FOR)
    return changed(state, resolutions=put(state.resolutions, draft.id, with_(draft, favouring=favouring, voted=state.turn)))


StepEvent = (
    e.StepOpened
    | e.StatementMade
    | e.MotionMade
    | e.FloorYielded
    | e.DebateClosed
    | e.RulingGiven
    | e.RulingAnswered
    | e.NatureSettled
    | e.PollOpened
    | e.BallotGiven
    | e.BallotEntered
    | e.PollDecided
)


def _step(sitting: Sitting, event: StepEvent) -> Sitting:
    match event:
        case e.StepOpened():
            question = event.resolution or sitting.question
            return with_(sitting, step=event.step, question=question, guest=event.guest, acquiescing=frozenset())
        case e.StatementMade():
            return with_(sitting, spoken=put(sitting.spoken, event.power, sitting.spoken.get(event.power, 0) + 1))
        case e.MotionMade():
            contested = sitting.contested
            if event.subject is Subject.NATURE and event.resolution is not None:
                contested = (*contested, event.resolution)
            return with_(sitting, motions=put(sitting.motions, event.by, sitting.motions.get(event.by, 0) + 1), contested=contested)
        case e.FloorYielded():
            return with_(sitting, yielded=sitting.yielded | {event.power})
        case e.DebateClosed():
            return with_(sitting, debated=True)
        case e.RulingGiven():
            return with_(sitting, ruling=event.procedural)
        case e.RulingAnswered():
            return sitting if event.challenge else with_(sitting, acquiescing=sitting.acquiescing | {event.power})
        case e.NatureSettled():
            return with_(sitting, procedural=put(sitting.procedural, event.resolution, event.procedural), ruling=None, question=None)
        case e.PollOpened():
            return with_(sitting, step=Step.VOTE, poll=event.poll)
        case e.BallotGiven():
            assert sitting.poll is not None
            return with_(sitting, poll=with_(sitting.poll, cast=sitting.poll.cast | {event.power}))
        case e.BallotEntered():
            assert sitting.poll is not None
            poll = with_(sitting.poll, ballots=put(sitting.poll.ballots, event.power, event.ballot))
            if event.explanation:
                poll = with_(poll, explanations=put(poll.explanations, event.power, event.explanation))
            return with_(sitting, poll=poll)
        case e.PollDecided():
            return with_(sitting, poll=None)
        case _:
            assert_never(event)
