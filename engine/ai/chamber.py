"""At the table of an organ: what a draft is worth to a scripted power, and so how it votes, speaks and rules (short form of design 3.8)."""

from __future__ import annotations

from engine.ai import binding
from engine.ai.mind import Mind
from engine.ai.value import trust
from engine.council_commands import AnswerRuling, CastBallot, GiveRuling, Introduce, Sponsor, Yield
from engine.measures import (
    Authorisation,
    Condemnation,
    Demand,
    Determination,
    Expulsion,
    Lifting,
    Nullity,
    ProvisionalMeasures,
    Recommendation,
    Sanctions,
    Terms,
)
from engine.measures.base import Finding
from engine.names import Power
from engine.profile import Ballots, Introduces
from engine.provocation import users_of_force
from engine.resolution import Paragraph, Resolution, changed_by
from engine.roll import body_of
from engine.sitting import Poll, Sitting, Subject
from engine.voting import Ballot
from engine.voting.rule import Consensus

FAVOURS_FROM, OPPOSES_FROM, VETOES_FROM, OBJECTS_FROM = 5, -5, -15, -10
"""Points: each veto and each objection costs opinion, so they are few."""
AGAINST_US = {Sanctions: -40, Authorisation: -60, Expulsion: -60, Determination: -30, Condemnation: -20, Nullity: -30}
TO_OUR_AID = 30
PEACEFUL = 6
"""What a paragraph that makes for peace is worth to a power that has no part in the quarrel."""
COST_OF_A_SANCTION = 2
SITS_WITH = 40
"""The trust from which a power has another asked to a conference."""
UNTRUE = -40
"""What it is worth to have a war found that there is not."""
UNFOUNDED = -20
"""What a paragraph is worth that turns against one with whom the matter has no quarrel."""


def sit(mind: Mind) -> None:
    """Do what the sitting asks: vote, rule, let others rule, and yield the floor."""
    sitting = mind.view.sitting
    if sitting is None:
        return
    if sitting.poll is not None and sitting.poll.motion is not None:
        binding.vote(mind, sitting.organ, sitting.poll.motion)
    elif sitting.poll is not None:
        mind.do(CastBallot(organ=sitting.organ, ballot=ballot_on(mind, sitting, sitting.poll)), f"ballot_{sitting.poll.subject.value}")
    # A contested draft is a question of substance to a president without instructions: that is the cautious ruling.
    mind.do(GiveRuling(organ=sitting.organ, procedural=False), "ruling")
    mind.do(AnswerRuling(organ=sitting.organ, challenge=False), "ruling_stands")
    mind.do(Yield(organ=sitting.organ), "yields")


def prepare(mind: Mind) -> None:
    """In the talks: table a draft from the files that is clearly to our advantage, and sponsor what we shall vote for."""
    deeds = (deed for rule in mind.profile.script.values() for deed in rule.then)
    spoken = frozenset(deed.resolution for deed in deeds if isinstance(deed, Introduces))
    for option in mind.verb(Introduce):
        draft = mind.view.resolutions[option.only("resolution")]
        if draft.id in spoken:
            # A rule has its own plan for it: when, and under which matter.
            continue
        if worth(mind, draft) >= FAVOURS_FROM and mind.once(f"introduced:{draft.id}"):
            mind.do(Introduce(resolution=draft.id, item=option.only("item")), "introduced")
    for option in mind.verb(Sponsor):
        draft = mind.view.resolutions[option.only("resolution")]
        if worth(mind, draft) >= 3 * FAVOURS_FROM:
            mind.do(Sponsor(resolution=draft.id), "sponsored")


def ballot_on(mind: Mind, sitting: Sitting, poll: Poll) -> Ballot:
    """How we vote: by the script, or by what is at stake for us."""
    scripted = next(
        (deed.ballot for deed in mind.wants(Ballots) if deed.resolution == poll.resolution and poll.subject is Subject.DRAFT), None
    )
    if scripted is not None:
        return scripted
    draft = mind.view.resolutions.get(poll.resolution) if poll.resolution is not None else None
    item = mind.view.organs[sitting.organ].agenda[sitting.item]
    match poll.subject:
        case Subject.INVITATION if mind.view.organs[sitting.organ].call is not None and poll.power is not None:
            return Ballot.FOR if poll.by == mind.power or _would_sit_with(mind, poll.power) else Ballot.AGAINST
        case Subject.INSCRIPTION | Subject.INVITATION:
            return Ballot.AGAINST if mind.power in item.contested_by else Ballot.FOR
        case Subject.SUSPENSION | Subject.ADJOURNMENT | Subject.CLOSURE | Subject.INCOMPETENCE:
            return Ballot.FOR if poll.by == mind.power else Ballot.AGAINST
        case Subject.RULING:
            return Ballot.FOR if poll.by == mind.power else Ballot.AGAINST
        case _ if draft is None:
            return Ballot.ABSTAIN
        case Subject.NATURE:
            return Ballot.AGAINST if worth(mind, draft) <= VETOES_FROM else Ballot.FOR
        case Subject.AMENDMENT:
            return _on_amendment(mind, draft, poll)
        case Subject.PARAGRAPH:
            kept = next((p for p in draft.paragraphs if p.id == poll.paragraph), None)
            points = _points(mind, draft, (kept,)) if kept is not None else 0
            return Ballot.AGAINST if points < 0 else Ballot.FOR if points > 0 else Ballot.ABSTAIN
        case _:
            return _on_draft(mind, sitting, poll, worth(mind, draft))


def _would_sit_with(mind: Mind, guest: Power) -> bool:
    """Whether we would have a power at the table of a conference: not one that we threaten or fight, nor one that we mistrust."""
    view, power = mind.view, mind.power
    threatened = (power, guest) in view.ultimatums or guest in view.at_war(power)
    return not threatened and trust(view, power, guest) >= SITS_WITH


def _on_draft(mind: Mind, sitting: Sitting, poll: Poll, points: int) -> Ballot:
    if points >= FAVOURS_FROM:
        return Ballot.FOR
    rule = body_of(mind.view.organs[sitting.organ]).rule_for(poll.matter)
    seat = mind.view.organs[sitting.organ].seats.get(mind.power)
    threshold = OPPOSES_FROM
    if rule.veto is not None and seat is not None and seat.by == rule.veto.by:
        threshold = VETOES_FROM
    elif any(isinstance(requirement.threshold, Consensus) for requirement in rule.requirements):
        threshold = OBJECTS_FROM
    return Ballot.AGAINST if points <= threshold else Ballot.ABSTAIN


def _on_amendment(mind: Mind, draft: Resolution, poll: Poll) -> Ballot:
    amendment = draft.amendments.get(poll.amendment) if poll.amendment is not None else None
    after = changed_by(draft.paragraphs, amendment.changes) if amendment is not None else None
    if after is None:
        return Ballot.ABSTAIN
    gain = _points(mind, draft, after) - _points(mind, draft, draft.paragraphs)
    return Ballot.FOR if gain > 0 else Ballot.AGAINST if gain < 0 else Ballot.ABSTAIN


def worth(mind: Mind, draft: Resolution) -> int:
    """The points of a draft to us: its paragraphs, and what we think of its author."""
    author = draft.sponsors[0] if draft.sponsors else None
    if author == mind.power:
        return max(_points(mind, draft, draft.paragraphs), FAVOURS_FROM)
    relation = (trust(mind.view, mind.power, author) - 50) // 10 if author is not None else 0
    return _points(mind, draft, draft.paragraphs) + relation


def _points(mind: Mind, draft: Resolution, paragraphs: tuple[Paragraph, ...]) -> int:
    item = mind.view.organs[draft.organ].agenda.get(draft.item) if draft.item is not None and draft.organ in mind.view.organs else None
    parties = item.parties if item is not None else frozenset()
    values = {str(name): points for name, points in mind.profile.values.items()}
    return sum(UNTRUE if _is_untrue(mind, p) else values.get(p.id, _of_measure(mind, p, parties)) for p in paragraphs)


def _is_untrue(mind: Mind, paragraph: Paragraph) -> bool:
    """Whether a paragraph finds a war that nobody wages: whatever is hoped of the finding, nobody lends it his name."""
    found = paragraph.measure.finds()
    if found is None or found[0] not in (Finding.RESORT_TO_WAR, Finding.AGGRESSION):
        return False
    _, author, victim = found
    return author is not None and victim is not None and victim not in mind.view.at_war(author)


def _is_unfounded(mind: Mind, accused: frozenset[Power], parties: frozenset[Power]) -> bool:
    """Whether it turns against a power that is no party to the matter, or against a party where another is the one to have used force."""
    return bool(parties) and not accused <= ((users_of_force(mind.view) & parties) or parties)


def _coercers(mind: Mind, measure: Nullity) -> frozenset[Power]:
    """The parties that used force for a consent, or threatened it: against them it is found void."""
    treaty = mind.view.treaties.get(measure.treaty)
    return frozenset() if treaty is None else treaty.coercers(measure.power) & treaty.parties


def _of_measure(mind: Mind, paragraph: Paragraph, parties: frozenset[Power]) -> int:
    """What one paragraph is worth: against us, to our aid, against those we trust or do not."""
    measure, power, view = paragraph.measure, mind.power, mind.view
    kinds = {str(name): points for name, points in mind.profile.kinds.items()}
    own = kinds.get(measure.tag, 0)
    accused = _coercers(mind, measure) if isinstance(measure, Nullity) else measure.accused()
    if power in accused:
        return AGAINST_US.get(type(measure), -20) + own
    # Each point of mistrust makes a measure against a power a little more welcome.
    distrust = sum((50 - trust(view, power, other)) // 3 for other in sorted(accused))
    victims = {found[2]} if (found := measure.finds()) is not None else set()
    if isinstance(measure, Authorisation):
        victims.add(measure.aiding)
    if isinstance(measure, Nullity):
        victims.add(measure.power)
    if power in victims or (power in parties and accused & parties):
        return TO_OUR_AID + own
    if _is_unfounded(mind, accused, parties):
        return own + UNFOUNDED
    match measure:
        case Sanctions():
            return own + distrust - COST_OF_A_SANCTION * len(measure.kinds) + PEACEFUL
        case Lifting():
            return own + (trust(view, power, measure.target) - 50) // 3
        case Demand() | ProvisionalMeasures() | Recommendation():
            return own + (PEACEFUL if power not in parties else -PEACEFUL)
        case Terms():
            holder = view.holder(measure.stake)
            return own + (TO_OUR_AID if measure.to == power else -TO_OUR_AID if holder == power else PEACEFUL)
        case Determination() | Condemnation() | Authorisation() | Expulsion() | Nullity():
            return own + distrust + (PEACEFUL if isinstance(measure, Determination | Condemnation | Nullity) else 0)
        case _:
            return own + PEACEFUL
