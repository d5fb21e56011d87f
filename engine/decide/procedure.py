"""How a sitting goes on: the next matter opened, question after question put, each vote counted and followed by what it decides.

Each step has a default, so that none can stall.
"""

from __future__ import annotations

from typing import Any, assert_never

from attrs import evolve as with_

from engine.decide import courses, support
from engine.decide.drafting import bring_in
from engine.decide.measures import carry_out
from engine.decide.resolutions import close_draft, take_in
from engine.drafts import fault_of_draft
from engine.events import (
    AmendmentFell,
    DebateClosed,
    InvitationAnswered,
    ItemInscribed,
    ItemStruck,
    NatureSettled,
    ParagraphSettled,
    Phase,
    PollDecided,
    PollOpened,
    PowerInvited,
    ResolutionShown,
    SittingClosed,
    SittingOpened,
    StepOpened,
    Struck,
    TreatyAdopted,
)
from engine.names import EVERYBODY, AmendmentId, Audience, ConferenceId, Power
from engine.organ import Hospitality, Item, ItemStage, Motion, Organ
from engine.proceedings import Proceedings
from engine.resolution import Outcome, Resolution
from engine.roll import awaited, business, circle, item_of, poll_matter, president_of, tabled, verdict_of, voters
from engine.sitting import Poll, Sitting, Step, Subject
from engine.state import State
from engine.treaty import Stage
from engine.voting import Verdict
from engine.voting.verdict import Cause


def advance(proceedings: Proceedings) -> None:
    """Go on, sitting after sitting, as long as nobody is waited for."""
    while proceedings.state.phase is Phase.SESSION:
        sitting = proceedings.state.sitting
        if sitting is not None and _waits(proceedings.state, sitting):
            return
        if sitting is not None:
            go_on(proceedings)
        elif not _open_next(proceedings):
            return


def _waits(state: State, sitting: Sitting) -> bool:
    match sitting.step:
        case Step.DEBATE:
            return any(p not in sitting.yielded for p in sitting.at_table)
        case Step.RULING:
            return sitting.president is not None
        case Step.CHALLENGE:
            return bool(sitting.may_challenge)
        case Step.VOTE:
            return bool(awaited(state, sitting))
        case Step.INVITATION:
            return True
        case _:
            assert_never(sitting.step)


def go_on(proceedings: Proceedings) -> None:
    """Close the present step: who has not spoken has nothing to add, does not rule, does not challenge, does not vote."""
    sitting = sitting_of(proceedings)
    match sitting.step:
        case Step.DEBATE:
            _close_debate(proceedings)
        case Step.RULING:
            # A president who will not rule leaves it to the vote.
            put(proceedings, Subject.NATURE, resolution=sitting.question)
        case Step.CHALLENGE:
            assert sitting.ruling is not None
            _settle_nature(proceedings, sitting.ruling)
        case Step.VOTE:
            _count(proceedings)
        case Step.INVITATION:
            assert sitting.guest is not None
            answer_invitation(proceedings, sitting.guest, attend=False)
        case _:
            assert_never(sitting.step)


def _open_next(proceedings: Proceedings) -> bool:
    """Open the sitting on the next matter; False if there is none."""
    state = proceedings.state
    item = next(iter(business(state)), None)
    if item is None:
        return False
    organ = state.organs[item.organ]
    members = voters(state, organ, item)
    away = frozenset(p for p in members if p in organ.away)
    sitting = Sitting(
        organ=organ.id,
        item=item.id,
        turn=state.turn,
        president=president_of(state, organ, item),
        members=members,
        guests=item.invited - frozenset(members),
        absent=away,
    )
    _admit_to_secrets(proceedings, item)
    proceedings.note(SittingOpened(sitting=sitting, audience=EVERYBODY))
    if not sitting.present:
        _rise(proceedings)
    elif item.stage is ItemStage.RAISED and item.contested_by:
        put(proceedings, Subject.INSCRIPTION)
    elif item.stage is ItemStage.RAISED:
        proceedings.note(ItemInscribed(organ=organ.id, item=item.id, audience=EVERYBODY))
    return True


def _admit_to_secrets(proceedings: Proceedings, item: Item) -> None:
    """Show the drafts to those who have come to the table since they were tabled."""
    audience = circle(proceedings.state, item)
    for draft in tabled(proceedings.state, item):
        if audience is not None and draft.known_to is not None and not audience <= draft.known_to:
            shown = with_(draft, known_to=draft.known_to | audience)
            proceedings.note(ResolutionShown(resolution=shown, how="tabled", audience=shown.known_to))


def put(
    proceedings: Proceedings,
    subject: Subject,
    *,
    by: Power | None = None,
    power: Power | None = None,
    resolution: Any = None,
    amendment: AmendmentId | None = None,
    paragraph: Any = None,
    procedural: bool = False,
    motion: Motion | None = None,
) -> None:
    """Put a question to the vote of those present."""
    state, sitting = proceedings.state, sitting_of(proceedings)
    poll = Poll(
        subject=subject,
        item=sitting.item,
        matter=poll_matter(state, state.organs[sitting.organ], item_of(state, sitting), subject, resolution),
        by=by,
        power=power,
        resolution=resolution,
        amendment=amendment,
        paragraph=paragraph,
        procedural=procedural,
        motion=motion,
        voters=sitting.present,
    )
    proceedings.note(PollOpened(organ=sitting.organ, poll=poll, audience=audience_of(state, sitting)))


def _close_debate(proceedings: Proceedings) -> None:
    sitting = sitting_of(proceedings)
    proceedings.note(DebateClosed(organ=sitting.organ, audience=audience_of(proceedings.state, sitting)))
    _next_vote(proceedings)


def _next_vote(proceedings: Proceedings) -> None:
    """Put what comes next: draft by draft, its nature if that is contested, its amendments, its parts, the whole; then rise."""
    while True:
        sitting = sitting_of(proceedings)
        item = item_of(proceedings.state, sitting)
        draft = next(iter(tabled(proceedings.state, item)), None)
        if draft is None:
            # A text that has met its fate elsewhere is not put any more.
            if item.motion is not None and proceedings.state.treaties[item.motion.treaty].stage is Stage.TABLED:
                put(proceedings, Subject.TEXT, by=item.motion.by, motion=item.motion)
            else:
                _rise(proceedings)
            return
        if _put_about(proceedings, sitting, draft):
            return


def _put_about(proceedings: Proceedings, sitting: Sitting, draft: Resolution) -> bool:
    """Put one question about a draft, or settle without a vote what needs none; whether one was put."""
    state = proceedings.state
    audience = audience_of(state, sitting)
    if draft.id in sitting.contested and draft.id not in sitting.procedural:
        proceedings.note(StepOpened(step=Step.RULING, resolution=draft.id, audience=audience))
        return True
    if draft.amendments:
        furthest = max(draft.amendments.values(), key=lambda amendment: amendment.distance())
        if not _fits(proceedings, draft, furthest.id):
            fell = AmendmentFell(resolution=draft.id, amendment=furthest.id, rejected=False, audience=audience)
            proceedings.note(fell)
            return False
        put(proceedings, Subject.AMENDMENT, by=furthest.by, resolution=draft.id, amendment=furthest.id)
        return True
    if draft.apart:
        put(proceedings, Subject.PARAGRAPH, resolution=draft.id, paragraph=draft.apart[0])
        return True
    if fault_of_draft(state, state.organs[draft.organ], draft.article, draft.paragraphs) is not None:
        # Nothing is left of it, or what went before has left it without an object.
        close_draft(proceedings, draft.id, Outcome.REJECTED if not draft.paragraphs else Outcome.LAPSED)
        return False
    put(proceedings, Subject.DRAFT, resolution=draft.id)
    return True


def _fits(proceedings: Proceedings, draft: Resolution, amendment: AmendmentId) -> bool:
    return take_in(Proceedings(proceedings.state), draft.id, amendment, friendly=False)


def _count(proceedings: Proceedings) -> None:
    """Count the vote, explain it, and do what follows."""
    state, sitting = proceedings.state, sitting_of(proceedings)
    poll = sitting.poll
    assert poll is not None
    verdict = verdict_of(state, sitting, poll)
    proceedings.note(
        PollDecided(
            organ=sitting.organ,
            poll=with_(poll, ballots={}, explanations={}),
            verdict=verdict,
            explanations=poll.explanations,
            audience=audience_of(state, sitting),
        )
    )
    _follow(proceedings, poll, verdict)


def _follow(proceedings: Proceedings, poll: Poll, verdict: Verdict) -> None:
    sitting = sitting_of(proceedings)
    carried = verdict.carried
    match poll.subject:
        case Subject.INSCRIPTION:
            if carried:
                proceedings.note(ItemInscribed(organ=sitting.organ, item=sitting.item, audience=EVERYBODY))
                _reopen(proceedings)
            else:
                _strike(proceedings, Struck.REFUSED)
        case Subject.INVITATION:
            if carried and poll.power is not None and proceedings.state.organs[sitting.organ].call is not None:
                _ask_to_conference(proceedings, poll.power)
                return
            if carried and poll.power is not None:
                _invite(proceedings, poll.power)
            _reopen(proceedings)
        case Subject.SUSPENSION:
            _rise(proceedings) if carried else _reopen(proceedings)
        case Subject.ADJOURNMENT:
            _strike(proceedings, Struck.ADJOURNED) if carried else _reopen(proceedings)
        case Subject.INCOMPETENCE:
            _strike(proceedings, Struck.INCOMPETENT) if carried else _reopen(proceedings)
        case Subject.CLOSURE:
            _close_debate(proceedings) if carried else _reopen(proceedings)
        case Subject.NATURE:
            _settle_nature(proceedings, carried)
        case Subject.RULING:
            _settle_nature(proceedings, poll.procedural is not carried)
        case Subject.AMENDMENT | Subject.PARAGRAPH | Subject.DRAFT:
            _settle_text(proceedings, poll, verdict)
            _next_vote(proceedings)
        case Subject.TEXT:
            assert poll.motion is not None
            if carried:
                treaty = proceedings.state.treaties[poll.motion.treaty]
                proceedings.note(TreatyAdopted(treaty=treaty.id, version=poll.motion.version, audience=treaty.known_to))
            _rise(proceedings)
        case _:
            assert_never(poll.subject)


def _settle_text(proceedings: Proceedings, poll: Poll, verdict: Verdict) -> None:
    assert poll.resolution is not None
    audience = audience_of(proceedings.state, sitting_of(proceedings))
    if poll.amendment is not None:
        if not verdict.carried or not take_in(proceedings, poll.resolution, poll.amendment, friendly=False):
            fell = AmendmentFell(resolution=poll.resolution, amendment=poll.amendment, rejected=not verdict.carried, audience=audience)
            proceedings.note(fell)
    elif poll.paragraph is not None:
        settled = ParagraphSettled(resolution=poll.resolution, paragraph=poll.paragraph, kept=verdict.carried, audience=audience)
        proceedings.note(settled)
    else:
        vetoed = verdict.cause is Cause.VETOED
        outcome = Outcome.ADOPTED if verdict.carried else Outcome.VETOED if vetoed else Outcome.REJECTED
        close_draft(proceedings, poll.resolution, outcome)
        if verdict.carried:
            carry_out(proceedings, poll.resolution, verdict)
        courses.report(proceedings, poll.resolution, poll.matter, verdict)
        support.hold_votes(proceedings, proceedings.state.resolutions[poll.resolution], verdict, audience)


def _settle_nature(proceedings: Proceedings, procedural: bool) -> None:
    sitting = sitting_of(proceedings)
    assert sitting.question is not None
    audience = audience_of(proceedings.state, sitting)
    proceedings.note(NatureSettled(resolution=sitting.question, procedural=procedural, audience=audience))
    _next_vote(proceedings)


def _reopen(proceedings: Proceedings) -> None:
    proceedings.note(StepOpened(step=Step.DEBATE, audience=audience_of(proceedings.state, sitting_of(proceedings))))


def _invite(proceedings: Proceedings, power: Power) -> None:
    """Ask a power to the table; it learns how far the sitting has come, and what is on the table."""
    sitting = sitting_of(proceedings)
    organ = proceedings.state.organs[sitting.organ]
    proceedings.note(PowerInvited(organ=organ.id, item=sitting.item, power=power, audience=EVERYBODY))
    with_vote = organ.hospitality is Hospitality.AS_MEMBER
    seated = with_(
        sitting,
        members=(*sitting.members, power) if with_vote else sitting.members,
        guests=sitting.guests if with_vote else sitting.guests | {power},
    )
    item = item_of(proceedings.state, sitting)
    _admit_to_secrets(proceedings, item)
    proceedings.note(SittingOpened(sitting=seated, audience=circle(proceedings.state, item)))


def _ask_to_conference(proceedings: Proceedings, power: Power) -> None:
    """Ask a power to the table of a conference, and wait for its answer."""
    sitting = sitting_of(proceedings)
    proceedings.note(
        PowerInvited(organ=sitting.organ, item=sitting.item, power=power, audience=EVERYBODY),
        StepOpened(step=Step.INVITATION, guest=power, audience=EVERYBODY),
    )


def answer_invitation(proceedings: Proceedings, power: Power, *, attend: bool) -> None:
    """Seat the power that was asked, or let it stay away; the debate goes on."""
    sitting = sitting_of(proceedings)
    conference = ConferenceId(sitting.organ)
    proceedings.note(InvitationAnswered(conference=conference, power=power, attend=attend, audience=EVERYBODY))
    if attend:
        show_text(proceedings, proceedings.state.organs[conference], power)
        members = voters(proceedings.state, proceedings.state.organs[conference], item_of(proceedings.state, sitting))
        proceedings.note(SittingOpened(sitting=with_(sitting, members=members), audience=EVERYBODY))
    _reopen(proceedings)


def _strike(proceedings: Proceedings, why: Struck) -> None:
    """Take the matter off the agenda; its drafts lapse."""
    sitting = sitting_of(proceedings)
    for draft in tabled(proceedings.state, item_of(proceedings.state, sitting)):
        close_draft(proceedings, draft.id, Outcome.LAPSED)
    if why is Struck.INCOMPETENT:
        courses.leave_aside(proceedings, item_of(proceedings.state, sitting))
    proceedings.note(ItemStruck(organ=sitting.organ, item=sitting.item, why=why, audience=EVERYBODY))
    _rise(proceedings)


def _rise(proceedings: Proceedings) -> None:
    sitting = sitting_of(proceedings)
    proceedings.note(SittingClosed(organ=sitting.organ, item=sitting.item, audience=EVERYBODY))


def sitting_of(proceedings: Proceedings) -> Sitting:
    """The sitting that is held."""
    assert proceedings.state.sitting is not None
    return proceedings.state.sitting


def audience_of(state: State, sitting: Sitting) -> Audience:
    """Those who may know what is said at it."""
    return circle(state, item_of(state, sitting))


def show_text(proceedings: Proceedings, conference: Organ, power: Power) -> None:
    """Let whoever has come to a conference read the text before it, which it negotiates from then on."""
    motion = next(iter(conference.agenda.values())).motion
    if motion is not None:
        bring_in(proceedings, motion.treaty, motion.by, power)
