"""Who sits on a matter, who presides, who votes by which rule, and what waits for an organ: questions to the state."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve as with_
from attrs import frozen

from engine.measures import Admission as AdmissionParagraph
from engine.measures import Committee, Determination, Referral
from engine.measures import Election as ElectionParagraph
from engine.measures import Expulsion as ExpulsionParagraph
from engine.names import Audience, BodyId, OrganId, Power, ResolutionId, SeatClass, TreatyId, TurnId
from engine.organ import PERMANENT, Hospitality, Item, ItemStage, Organ, Presidency
from engine.resolution import Outcome, Resolution
from engine.setting import Coercion
from engine.sitting import Poll, Sitting, Subject
from engine.state import State
from engine.statutes import article_of, statute_of
from engine.treaty import Treaty
from engine.voting import Ballot, Matter, Question, Roll, Verdict, tally
from engine.voting.bodies import BODIES, Body, Effect, security_council_seating
from engine.voting.rules import COUNCIL

NO_BALLOTS: Mapping[Power, Ballot] = {}

PROCEDURAL_PARAGRAPHS = (Committee, Referral)
"""A draft of these alone is a matter of procedure (Covenant 5(2), committees of inquiry; resolution 119 of 1956)."""


@frozen
class Floor:
    """An organ in a state, as its paragraphs ask of it (`engine.measures.base.Forum`)."""

    state: State
    organ: Organ

    def members(self) -> frozenset[Power]:
        """Those who belong to its organisation."""
        return members_of(self.state, self.organ)

    def seated(self) -> frozenset[Power]:
        """Those who sit where one is elected to."""
        return frozenset(council_of(self.state, self.organ).seats)

    def is_organ(self, organ: OrganId) -> bool:
        """Whether there is such an organ, and another one than this."""
        return organ in self.state.organs and organ != self.organ.id and is_open(self.state, self.state.organs[organ])

    def now(self) -> int:
        """The place of the present turn in the calendar."""
        return self.state.turn

    def turn_order(self, turn: TurnId) -> int | None:
        """The place of a turn, or None."""
        return self.state.turn_order(turn)

    def public_treaty(self, treaty: TreatyId) -> Treaty | None:
        """A treaty that everybody knows, or None."""
        found = self.state.treaties.get(treaty)
        return found if found is not None and found.known_to is None else None

    def coercion_voids(self) -> bool:
        """Whether the law of the time is not settled for the validity of such consent."""
        return self.state.setting.law.coercion is not Coercion.VALID


def council_of(state: State, organ: Organ) -> Organ:
    """The organ to whose seats one is elected: the Assembly elects to the Council (Covenant 4(2); Charter 23), others to themselves."""
    siblings = (o for o in state.organs.values() if o.organisation == organ.organisation)
    return next((o for o in siblings if o.sitting_by(PERMANENT)), organ)


def members_of(state: State, organ: Organ) -> frozenset[Power]:
    """The members of an organ's organisation."""
    held = state.memberships.get(organ.organisation)
    return held.members if held is not None else frozenset()


def body_of(organ: Organ) -> Body:
    """The rules by which an organ votes; a type without rules of its own decides by agreement of all."""
    body = BODIES.get(BodyId(organ.type)) or BODIES[BodyId("conference")]
    if organ.type == "security_council":
        body = security_council_seating(len(organ.seats))
    if organ.reading:
        body = body.read(organ.reading)
    return body.with_rules(organ.rules)


def effect_of(organ: Organ, draft: Resolution) -> Effect:
    """What a draft does to those it names, once adopted."""
    body = body_of(organ)
    article = article_of(organ, draft.article)
    if article is None or body.effect not in (Effect.RECOMMENDATION, Effect.DECISION):
        return body.effect
    return article.effect


# -- the table


def circle(state: State, item: Item) -> Audience:
    """Those who may know what is said and drafted on a matter: everybody, or those at the table where the organ is private."""
    organ = state.organs[item.organ]
    return frozenset(organ.seats) | item.invited if organ.private else None


def voters(state: State, organ: Organ, item: Item) -> tuple[Power, ...]:
    """Those with a vote on a matter, in the order of the roll; the absent among them."""
    seated = tuple(p for p in organ.order if p in organ.seats)
    guests = tuple(p for p in state.powers() if p in item.invited and p not in organ.seats)
    return seated + (guests if organ.hospitality is Hospitality.AS_MEMBER else ())


def president_of(state: State, organ: Organ, item: Item) -> Power | None:
    """Who is in the chair: a party to the dispute leaves it to the next (New Zealand report on the session of September 1937)."""
    if organ.presidency is Presidency.NONE:
        return None
    order = tuple(p for p in organ.order if p in organ.seats)
    first = state.turn % len(order) if order and organ.presidency is Presidency.ROTATING else 0
    turned = order[first:] + order[:first]
    return next((p for p in turned if p not in organ.away and p not in item.parties), None)


def tabled(state: State, item: Item) -> tuple[Resolution, ...]:
    """The drafts on the table under a matter, in the order in which they came."""
    found = (r for r in state.resolutions.values() if (r.organ, r.item) == (item.organ, item.id) and r.stage is Outcome.TABLED)
    return tuple(sorted(found, key=lambda draft: draft.place))


def meets_now(state: State, organ: Organ) -> bool:
    """Whether an organ sits in this turn: a conference in the one for which it is called, if anybody has come."""
    if organ.call is not None and len(organ.seats) < 2:
        return False
    return is_open(state, organ) and (not organ.meets or state.turn_id in organ.meets)


def is_open(state: State, organ: Organ) -> bool:
    """Whether an organ is there to be turned to: a conference is in the turn for which it is called, that of a treaty while that is in force."""
    if organ.organisation in state.organs and state.organs[organ.organisation].instrument is not None:
        return bool(organ.seats)
    return organ.call is None or organ.call.turn == state.turn


def conferences(state: State) -> tuple[Organ, ...]:
    """The conferences that are called for this turn."""
    return tuple(organ for organ in state.organs.values() if organ.call is not None and is_open(state, organ))


def business(state: State) -> tuple[Item, ...]:
    """The matters that an organ must still sit on in this turn: new ones, and those with drafts on the table."""
    return tuple(
        item
        for organ in state.organs.values()
        if meets_now(state, organ)
        for item in organ.agenda.values()
        if item.sat != state.turn and (item.stage is ItemStage.RAISED or (item.stage is ItemStage.INSCRIBED and _has_drafts(state, item)))
    )


def _has_drafts(state: State, item: Item) -> bool:
    """Whether there is something to decide, or a conference to debate.

    A private organ takes up its matters each time: who sits there is not to show what it has drafted.
    """
    organ = state.organs[item.organ]
    return organ.private or organ.call is not None or bool(tabled(state, item))


# -- the vote


def matter_of(organ: Organ, draft: Resolution) -> Matter:
    """What kind of question a draft is, on which the rule depends."""
    measures = tuple(paragraph.measure for paragraph in draft.paragraphs)
    for kind, matter in (
        (ExpulsionParagraph, Matter.EXPULSION),
        (AdmissionParagraph, Matter.ADMISSION),
        (ElectionParagraph, Matter.ELECTION),
    ):
        if any(isinstance(measure, kind) for measure in measures):
            return matter
    if measures and all(isinstance(measure, PROCEDURAL_PARAGRAPHS) for measure in measures):
        return Matter.PROCEDURAL
    article = article_of(organ, draft.article)
    chapter = article.chapter if article is not None else ""
    if chapter in ("15", "VI"):
        return Matter.DISPUTE
    attributed = any(isinstance(measure, Determination) and measure.author is not None for measure in measures)
    return (
        Matter.BREACH
        if chapter == "16" or (not chapter and not statute_of(organ.type).votes_with_parties and attributed)
        else Matter.SUBSTANTIVE
    )


def question_of(state: State, sitting: Sitting, poll: Poll) -> Question:
    """What a poll asks, as far as the count depends on it."""
    item = state.organs[sitting.organ].agenda[sitting.item]
    draft = state.resolutions.get(poll.resolution) if poll.resolution is not None else None
    return Question(matter=poll.matter, parties=item.parties, accused=draft.accused() if draft is not None else frozenset())


def roll_of(state: State, sitting: Sitting) -> Roll:
    """Who sits, with their classes; members of the Assembly that sit on the Council too are a class of their own (Covenant 15(10))."""
    organ = state.organs[sitting.organ]
    classes: dict[SeatClass, frozenset[Power]] = {}
    for power, seat in organ.seats.items():
        classes[seat.by] = classes.get(seat.by, frozenset()) | {power}
    privileged = (
        frozenset(o.seats)
        for o in state.organs.values()
        if o.organisation == organ.organisation and o.id != organ.id and o.type.startswith("league_council")
    )
    classes[COUNCIL] = frozenset().union(*privileged)
    return Roll(members=sitting.members, classes=classes, absent=sitting.absent)


def verdict_of(state: State, sitting: Sitting, poll: Poll) -> Verdict:
    """The count of a poll as its ballots stand; who is present and has cast none does not participate."""
    rule = body_of(state.organs[sitting.organ]).rule_for(poll.matter)
    ballots = {power: ballot for power, ballot in poll.ballots.items() if ballot is not Ballot.NOT_PARTICIPATING}
    return tally(rule, question_of(state, sitting, poll), ballots, roll_of(state, sitting))


def open_verdict(state: State, sitting: Sitting, poll: Poll, also: Mapping[Power, Ballot] = NO_BALLOTS) -> Verdict:
    """How the count stands for whoever sees this state: those whose ballots it does not know, cast or not, may still carry or defeat.

    `also` are ballots to be imagined as cast.
    """
    known = {**poll.ballots, **also}
    roll = with_(roll_of(state, sitting), awaited=frozenset(p for p in poll.voters if p not in known))
    rule = body_of(state.organs[sitting.organ]).rule_for(poll.matter)
    return tally(rule, question_of(state, sitting, poll), known, roll)


def poll_matter(state: State, organ: Organ, item: Item, subject: Subject, resolution: ResolutionId | None = None) -> Matter:
    """By which kind of question a poll is decided."""
    match subject:
        case Subject.AMENDMENT | Subject.PARAGRAPH | Subject.DRAFT:
            assert resolution is not None
            sitting = state.sitting
            if sitting is not None and sitting.procedural.get(resolution):
                return Matter.PROCEDURAL
            return matter_of(organ, state.resolutions[resolution])
        case Subject.NATURE:
            return Matter.WHETHER_PROCEDURAL
        case Subject.TEXT:
            return Matter.SUBSTANTIVE
        case Subject.INVITATION if organ.call is not None:
            # Who is at the table of a conference is itself the question.
            return Matter.SUBSTANTIVE
        case Subject.INCOMPETENCE:
            article = article_of(organ, item.article)
            return Matter.DISPUTE if article is not None and article.chapter == "15" else Matter.SUBSTANTIVE
        case _:
            return Matter.PROCEDURAL


# -- the floor


def awaited(state: State, sitting: Sitting) -> tuple[Power, ...]:
    """Those whose vote is asked now: all who have not voted, or the next on the roll where it is called."""
    if sitting.poll is None:
        return ()
    left = tuple(p for p in sitting.poll.voters if p not in sitting.poll.cast)
    return left[:1] if state.organs[sitting.organ].roll_call else left


def item_of(state: State, sitting: Sitting) -> Item:
    """The matter on which an organ sits."""
    return state.organs[sitting.organ].agenda[sitting.item]
