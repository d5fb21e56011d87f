"""What an adopted resolution does: who is admitted, seated, expelled; what is lifted, referred, established; what is in force."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve as with_

from engine.compliance import kept
from engine.decide import promises
from engine.decide.leaving import find_void
from engine.duties import Render
from engine.events import (
    ItemInscribed,
    ItemRaised,
    MeasureEnded,
    MeasureTaken,
    MemberAdmitted,
    MemberLeft,
    OrganEstablished,
    ResolutionShown,
    SeatTaken,
    SeatVacated,
)
from engine.measures import Sanctions
from engine.measures.base import Admit, Annul, Consequence, Elect, Establish, Expel, Lift, Refer
from engine.names import EVERYBODY, OrganId, Power, ResolutionId, StatuteId
from engine.obligations import obligations_under_measure
from engine.organ import ELECTED, ORDINARY, Hospitality, Item, ItemStage, Organ, Presidency, Seat
from engine.performance import accepted
from engine.proceedings import Proceedings
from engine.resolution import Paragraph, Resolution, StandingMeasure
from engine.roll import council_of, effect_of, members_of
from engine.state import State
from engine.statutes import articles_of
from engine.treaty import Vice
from engine.voting import Ballot, Verdict
from engine.voting.bodies import Effect


def carry_out(proceedings: Proceedings, ident: ResolutionId, verdict: Verdict) -> None:
    """Publish an adopted resolution and do what it says, paragraph by paragraph."""
    draft = proceedings.state.resolutions[ident]
    if draft.known_to is not None:
        draft = with_(draft, known_to=None)
        proceedings.note(ResolutionShown(resolution=draft, how="published", audience=EVERYBODY))
    effect = effect_of(proceedings.state.organs[draft.organ], draft)
    bound = _bound(proceedings.state, draft, effect, verdict)
    for paragraph in draft.paragraphs:
        consequences = paragraph.measure.consequences() if _is_final(proceedings.state, draft) else ()
        for consequence in consequences:
            _bring_about(proceedings, draft, consequence)
        if not consequences:
            standing = _standing(proceedings.state, draft, paragraph, effect, bound)
            proceedings.note(MeasureTaken(measure=standing, audience=EVERYBODY))


def would_stand(state: State, draft: Resolution, verdict: Verdict) -> tuple[StandingMeasure, ...]:
    """The measures that would be in force if a draft were adopted with these ballots; what happens at once apart."""
    effect = effect_of(state.organs[draft.organ], draft)
    bound = _bound(state, draft, effect, verdict)
    lasting = (paragraph for paragraph in draft.paragraphs if not paragraph.measure.consequences())
    return tuple(_standing(state, draft, paragraph, effect, bound) for paragraph in lasting)


def _standing(state: State, draft: Resolution, paragraph: Paragraph, effect: Effect, bound: frozenset[Power]) -> StandingMeasure:
    return StandingMeasure(
        resolution=draft.id,
        paragraph=paragraph.id,
        organ=draft.organ,
        measure=paragraph.measure,
        effect=effect,
        bound=bound,
        beneficiaries=_beneficiaries(state, draft),
        since=state.turn,
    )


def _bound(state: State, draft: Resolution, effect: Effect, verdict: Verdict) -> frozenset[Power]:
    """Whom the text obliges: all members by a decision, those who voted for it by an agreement or a declaration, nobody else."""
    match effect:
        case Effect.DECISION:
            return _members_bound(state, state.organs[draft.organ])
        case Effect.AGREEMENT | Effect.DECLARATION:
            return frozenset(p for p, ballot in verdict.ballots.items() if ballot is Ballot.FOR)
        case Effect.RECOMMENDATION:
            return frozenset()
        case _:
            assert_never(effect)


def _members_bound(state: State, organ: Organ) -> frozenset[Power]:
    """The members; of an organ of a treaty those whom its article obliges, for one admitted by a vote has signed nothing (VCLT 34)."""
    members = members_of(state, organ)
    return members if organ.instrument is None else frozenset(p for p in members if organ.seats[p].by == ORDINARY)


def _beneficiaries(state: State, draft: Resolution) -> tuple[Power, ...]:
    assert draft.item is not None
    accused = draft.accused()
    victims = (found[2] for paragraph in draft.paragraphs if (found := paragraph.measure.finds()) is not None)
    parties = (p for p in state.powers() if p in state.organs[draft.organ].agenda[draft.item].parties)
    named = (p for p in (*victims, *parties, *draft.sponsors) if p is not None and p not in accused)
    return tuple(dict.fromkeys(named))


def _is_final(state: State, draft: Resolution) -> bool:
    """Whether what is adopted happens: on membership the Security Council recommends, and an Assembly decides (Charter 4, 6)."""
    organ = state.organs[draft.organ]
    others = (o for o in state.organs.values() if o.organisation == organ.organisation and o.id != organ.id)
    about_members = draft.article in (StatuteId("charter_4"), StatuteId("charter_6"))
    return not (about_members and organ.type.startswith("security_council") and any(o.type == "general_assembly" for o in others))


def _bring_about(proceedings: Proceedings, draft: Resolution, consequence: Consequence) -> None:
    match consequence:
        case Admit():
            _admit(proceedings, draft.organ, consequence.power)
        case Expel():
            if consequence.power in members_of(proceedings.state, proceedings.state.organs[draft.organ]):
                part(proceedings, draft.organ, consequence.power, expelled=True)
        case Elect():
            _elect(proceedings, draft.organ, consequence)
        case Refer():
            _refer(proceedings, draft, consequence.organ)
        case Establish():
            _establish(proceedings, draft, consequence)
        case Lift():
            _lift(proceedings, draft.organ, consequence)
        case Annul():
            _annul(proceedings, draft.organ, consequence)
        case _:
            assert_never(consequence)


def _siblings(state: State, organ: OrganId) -> tuple[Organ, ...]:
    """The organs of the same organisation, this one among them."""
    name = state.organs[organ].organisation
    return tuple(o for o in state.organs.values() if o.organisation == name)


def _admit(proceedings: Proceedings, organ: OrganId, power: Power) -> None:
    if power in members_of(proceedings.state, proceedings.state.organs[organ]):
        return
    proceedings.note(MemberAdmitted(organ=organ, power=power, audience=EVERYBODY))
    for other in _siblings(proceedings.state, organ):
        of_treaty = other.instrument is not None
        plenary = other.parent is None and (of_treaty or all(seat.by == ORDINARY for seat in other.seats.values()))
        if plenary and power not in other.seats:
            seat = Seat(by=ELECTED if of_treaty else ORDINARY)
            proceedings.note(SeatTaken(organ=other.id, power=power, seat=seat, audience=EVERYBODY))


def part(proceedings: Proceedings, organ: OrganId, power: Power, *, expelled: bool) -> None:
    """A power leaves an organisation and every seat in it."""
    for other in _siblings(proceedings.state, organ):
        if power in other.seats:
            proceedings.note(SeatVacated(organ=other.id, power=power, audience=EVERYBODY))
    proceedings.note(MemberLeft(organ=organ, power=power, expelled=expelled, audience=EVERYBODY))


def _elect(proceedings: Proceedings, organ: OrganId, elected: Elect) -> None:
    council = council_of(proceedings.state, proceedings.state.organs[organ])
    if elected.power not in council.seats:
        seat = Seat(by=ELECTED, until=elected.until)
        proceedings.note(SeatTaken(organ=council.id, power=elected.power, seat=seat, audience=EVERYBODY))


def _refer(proceedings: Proceedings, draft: Resolution, to: OrganId) -> None:
    state = proceedings.state
    other = state.organs.get(to)
    assert draft.item is not None
    if other is None or draft.item in other.agenda:
        return
    item = state.organs[draft.organ].agenda[draft.item]
    articles = tuple(a.id for a in articles_of(other))
    article = item.article if item.article in articles else articles[0]
    _hand_on(proceedings, with_(item, organ=to, article=article, stage=ItemStage.RAISED, by=None))


def _hand_on(proceedings: Proceedings, item: Item) -> None:
    """Put a matter on another agenda, with none of what happened to it on the first."""
    fresh = with_(item, stage=ItemStage.RAISED, contested_by=frozenset(), sat=None, turn=proceedings.state.turn)
    proceedings.note(ItemRaised(item=fresh, audience=EVERYBODY), ItemInscribed(organ=fresh.organ, item=fresh.id, audience=EVERYBODY))


def _establish(proceedings: Proceedings, draft: Resolution, consequence: Establish) -> None:
    parent = proceedings.state.organs[draft.organ]
    ident = OrganId(f"{parent.id}.{consequence.slug}")
    if ident in proceedings.state.organs:
        return
    assert draft.item is not None
    item = parent.agenda[draft.item]
    coordinates = draft.article == StatuteId("covenant_16")
    committee = Organ(
        id=ident,
        name=draft.title,
        type="co_ordination_committee" if coordinates else "committee",
        organisation=parent.organisation,
        seats={power: Seat(by=ORDINARY) for power in consequence.members},
        presidency=Presidency.NONE,
        order=consequence.members,
        competence=(draft.article,),
        hospitality=Hospitality.WITHOUT_VOTE,
        parent=parent.id,
    )
    proceedings.note(OrganEstablished(organ=committee, audience=EVERYBODY))
    _hand_on(proceedings, with_(item, organ=ident, article=draft.article))


def _lift(proceedings: Proceedings, organ: OrganId, lifted: Lift) -> None:
    siblings = {o.id for o in _siblings(proceedings.state, organ)}
    for standing in tuple(proceedings.state.measures.values()):
        measure = standing.measure
        if standing.ended is None and standing.organ in siblings and isinstance(measure, Sanctions) and measure.target == lifted.target:
            left = tuple(kind for kind in measure.kinds if lifted.kinds and kind not in lifted.kinds)
            if left and len(left) < len(measure.kinds):
                proceedings.note(MeasureTaken(measure=with_(standing, measure=with_(measure, kinds=left)), audience=EVERYBODY))
            elif not left:
                proceedings.note(MeasureEnded(resolution=standing.resolution, paragraph=standing.paragraph, audience=EVERYBODY))


def annul(proceedings: Proceedings, draft: Resolution) -> None:
    """Rid those of their treaties whose consent a draft finds void, as its adoption would."""
    for paragraph in draft.paragraphs:
        for consequence in paragraph.measure.consequences():
            if isinstance(consequence, Annul):
                _annul(proceedings, draft.organ, consequence)


def _annul(proceedings: Proceedings, organ: OrganId, annulled: Annul) -> None:
    """Rid the power of the treaty, unless an earlier paragraph has."""
    treaty = proceedings.state.treaties[annulled.treaty]
    if treaty.in_force and annulled.power in treaty.parties | treaty.assents:
        find_void(proceedings, treaty.id, annulled.power, Vice.COERCION, organ)


# -- time


def find_compliance(proceedings: Proceedings) -> None:
    """Enter, once each, who applies the sanctions and has made the withdrawals that bind it, and who has let a turn pass without; and so
    with the treaties by which they have accepted the organ's decisions.

    What has a date is found wanting on it, with everything else that is due (`promises.find_defaults`).
    """
    state = proceedings.state
    for standing in state.measures_in_effect():
        for owed in obligations_under_measure(standing):
            done = kept(state, standing, owed.duty)
            dated = isinstance(owed.duty, Render) and owed.duty.by is not None
            failed = done is False and not dated and state.turn > standing.since
            for one in (owed, *accepted(state, owed)):
                record = proceedings.state.record
                lines = [line for line in record if (line.treaty, line.article, line.duty) == (one.treaty, one.article.id, one.duty)]
                if done and not any(line.kept for line in lines):
                    promises.perform(proceedings, one)
                elif failed and all(line.kept for line in lines):
                    promises.breach(proceedings, one)


def close_turn(proceedings: Proceedings) -> None:
    """End what ends with this turn: sanctions up for review, the terms of elected members."""
    state = proceedings.state
    for standing in state.measures.values():
        review = standing.measure.review if isinstance(standing.measure, Sanctions) else None
        place = state.turn_order(review) if review is not None else None
        if standing.ended is None and place is not None and place <= state.turn:
            proceedings.note(MeasureEnded(resolution=standing.resolution, paragraph=standing.paragraph, audience=EVERYBODY))
    for organ in state.organs.values():
        for power, seat in organ.seats.items():
            place = state.turn_order(seat.until) if seat.until is not None else None
            if place is not None and place <= state.turn:
                proceedings.note(SeatVacated(organ=organ.id, power=power, audience=EVERYBODY))


def open_turn(proceedings: Proceedings) -> None:
    """Let those leave whose notice has run (Covenant 1(3))."""
    state = proceedings.state
    today = state.setting.turns[state.turn_id].date
    for name, held in state.memberships.items():
        for power, day in held.leaving.items():
            if day <= today:
                part(proceedings, name, power, expelled=False)
