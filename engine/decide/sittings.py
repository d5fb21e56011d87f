"""A sitting, step by step: debate, motions, the president's ruling, the votes. Each step has a default, so that none can stall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from attrs import evolve as with_

from engine.commands import PowerCommand
from engine.council_commands import AnswerRuling, CastBallot, GiveRuling, Move, Speak, Yield
from engine.council_events import (
    AmendmentFell,
    BallotEntered,
    BallotGiven,
    DebateClosed,
    FloorYielded,
    ItemInscribed,
    ItemStruck,
    MotionMade,
    NatureSettled,
    ParagraphSettled,
    PollDecided,
    PollOpened,
    PowerInvited,
    ResolutionShown,
    RulingAnswered,
    RulingGiven,
    SittingClosed,
    SittingOpened,
    StatementMade,
    StepOpened,
    Struck,
)
from engine.decide import courses
from engine.decide.measures import carry_out
from engine.decide.resolutions import close_draft, fault_of_draft, take_in
from engine.domains import Domain, FreeText, OneOf, Option, refuse_words
from engine.events import Phase
from engine.names import EVERYBODY, AmendmentId, Audience, Power
from engine.organ import Hospitality, Item, ItemStage
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.resolution import Outcome, Resolution
from engine.roll import business, circle, poll_matter, president_of, tabled, verdict_of, voters
from engine.sitting import MOTIONS, Poll, Sitting, Step, Subject
from engine.state import State
from engine.statutes import statute_of
from engine.voting import Ballot, Verdict
from engine.voting.verdict import Cause

VERBS: tuple[type[PowerCommand], ...] = (Speak, Move, Yield, GiveRuling, AnswerRuling, CastBallot)

LONGEST_STATEMENT = 2000
LONGEST_EXPLANATION = 600
MOST_STATEMENTS = 3
"""Of one power in one sitting."""
MOST_MOTIONS = 2


# -- what a power may do


def offers(state: State, power: Power) -> Iterator[Option]:
    """What the present step of the sitting asks of a power at its table."""
    sitting = state.sitting
    if state.phase is not Phase.SESSION or sitting is None or power not in sitting.at_table:
        return
    organ = OneOf((sitting.organ,))
    if sitting.step is Step.DEBATE and power not in sitting.yielded:
        yield Option(verb=Yield, asked=True, domains={"organ": organ})
        if sitting.spoken.get(power, 0) < MOST_STATEMENTS:
            yield Option(verb=Speak, domains={"organ": organ, "text": FreeText(LONGEST_STATEMENT)})
        if power in sitting.present and sitting.motions.get(power, 0) < MOST_MOTIONS:
            yield from _motions(state, sitting)
    elif sitting.step is Step.RULING and power == sitting.president:
        yield Option(verb=GiveRuling, asked=True, domains={"organ": organ, "procedural": OneOf((True, False))})
    elif sitting.step is Step.CHALLENGE and power in _may_challenge(sitting):
        yield Option(verb=AnswerRuling, asked=True, domains={"organ": organ, "challenge": OneOf((False, True))})
    elif sitting.step is Step.VOTE and power in awaited(state, sitting):
        words = FreeText(LONGEST_EXPLANATION, empty=True)
        yield Option(verb=CastBallot, asked=True, domains={"organ": organ, "ballot": OneOf(tuple(Ballot)), "explanation": words})


def _motions(state: State, sitting: Sitting) -> Iterator[Option]:
    organ = state.organs[sitting.organ]
    nobody, no_draft = OneOf((None,)), OneOf((None,))
    for subject in MOTIONS:
        power: Domain = nobody
        resolution: Domain = no_draft
        if subject is Subject.INVITATION:
            power = OneOf(_may_be_invited(state, sitting))
        elif subject is Subject.NATURE:
            resolution = OneOf(_may_be_contested(state, sitting))
        if (isinstance(power, OneOf) and power.values) and (isinstance(resolution, OneOf) and resolution.values):
            yield Option(
                verb=Move,
                domains={"organ": OneOf((organ.id,)), "subject": OneOf((subject,)), "power": power, "resolution": resolution},
            )


def _may_be_invited(state: State, sitting: Sitting) -> tuple[Power, ...]:
    if state.organs[sitting.organ].hospitality is Hospitality.NOT:
        return ()
    return tuple(p for p in state.powers() if p not in sitting.members and p not in sitting.guests)


def _may_be_contested(state: State, sitting: Sitting) -> tuple[Any, ...]:
    if not statute_of(state.organs[sitting.organ].type).procedural_draft:
        return ()
    return tuple(draft.id for draft in tabled(state, _item(state, sitting)) if draft.id not in sitting.contested)


def _may_challenge(sitting: Sitting) -> tuple[Power, ...]:
    return tuple(p for p in sitting.present if p != sitting.president and p not in sitting.acquiescing)


def awaited(state: State, sitting: Sitting) -> tuple[Power, ...]:
    """Those whose vote is asked now: all who have not voted, or the next on the roll where it is called."""
    if sitting.poll is None:
        return ()
    left = tuple(p for p in sitting.poll.voters if p not in sitting.poll.cast)
    return left[:1] if state.organs[sitting.organ].roll_call else left


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why the sitting does not hear it."""
    sitting = state.sitting
    if state.phase is not Phase.SESSION or sitting is None:
        return Refusal(Reason.WRONG_PHASE)
    if command.organ != sitting.organ:
        return Refusal(Reason.UNKNOWN_ORGAN if command.organ not in state.organs else Reason.NOT_SITTING)
    if power not in sitting.at_table:
        return Refusal(Reason.NO_SEAT)
    match command:
        case Speak() | Move() | Yield():
            return _refuse_floor(state, sitting, power, command)
        case GiveRuling():
            return Refusal(Reason.NOT_THE_PRESIDENT if sitting.step is Step.RULING else Reason.NOT_AT_THIS_STEP)
        case AnswerRuling():
            return Refusal(Reason.ALREADY_ANSWERED if sitting.step is Step.CHALLENGE else Reason.NOT_AT_THIS_STEP)
        case CastBallot():
            return _refuse_ballot(state, sitting, power, command)
        case _:
            return Refusal(Reason.NOT_YOUR_PART)


def _refuse_floor(state: State, sitting: Sitting, power: Power, command: Speak | Move | Yield) -> Refusal:
    if sitting.step is not Step.DEBATE:
        return Refusal(Reason.NOT_AT_THIS_STEP)
    if power in sitting.yielded:
        return Refusal(Reason.ALREADY_ANSWERED)
    match command:
        case Speak():
            if sitting.spoken.get(power, 0) >= MOST_STATEMENTS:
                return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_STATEMENTS)})
            return refuse_words({"": command.text}, LONGEST_STATEMENT)
        case Move():
            if power not in sitting.present:
                return Refusal(Reason.NO_VOTE_HERE)
            if sitting.motions.get(power, 0) >= MOST_MOTIONS:
                return Refusal(Reason.TOO_MANY_TEXTS, {"most": str(MOST_MOTIONS)})
            return Refusal(Reason.MOTION_OUT_OF_ORDER)
        case Yield():
            return Refusal(Reason.ALREADY_ANSWERED)
        case _:
            assert_never(command)


def _refuse_ballot(state: State, sitting: Sitting, power: Power, command: CastBallot) -> Refusal:
    if sitting.step is not Step.VOTE or sitting.poll is None:
        return Refusal(Reason.NOT_AT_THIS_STEP)
    if power not in sitting.poll.voters:
        return Refusal(Reason.NO_VOTE_HERE)
    if power in sitting.poll.cast:
        return Refusal(Reason.ALREADY_ANSWERED)
    if power not in awaited(state, sitting):
        return Refusal(Reason.NOT_YET_CALLED)
    return refuse_words({"": command.explanation}, LONGEST_EXPLANATION)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Enter it, and go on as far as nobody is waited for."""
    sitting = _sitting(proceedings)
    audience = _audience(proceedings.state, sitting)
    match command:
        case Speak():
            proceedings.note(StatementMade(organ=sitting.organ, power=power, text=command.text, audience=audience))
        case Move():
            _move(proceedings, power, command, audience)
        case Yield():
            proceedings.note(FloorYielded(power=power, audience=audience))
        case GiveRuling():
            _rule(proceedings, power, command.procedural, audience)
        case AnswerRuling():
            proceedings.note(RulingAnswered(power=power, challenge=command.challenge, audience=audience))
            if command.challenge:
                assert sitting.ruling is not None
                _put(proceedings, Subject.RULING, by=power, resolution=sitting.question, procedural=sitting.ruling)
        case CastBallot():
            open_vote = proceedings.state.organs[sitting.organ].roll_call
            entered = audience if open_vote else frozenset({power})
            proceedings.note(
                BallotGiven(organ=sitting.organ, power=power, audience=audience),
                BallotEntered(organ=sitting.organ, power=power, ballot=command.ballot, explanation=command.explanation, audience=entered),
            )
        case _:
            raise AssertionError(command)
    advance(proceedings)


def _move(proceedings: Proceedings, by: Power, command: Move, audience: Audience) -> None:
    made = MotionMade(
        organ=command.organ, by=by, subject=command.subject, power=command.power, resolution=command.resolution, audience=audience
    )
    proceedings.note(made)
    if command.subject is not Subject.NATURE:
        _put(proceedings, command.subject, by=by, power=command.power)


def _rule(proceedings: Proceedings, president: Power, procedural: bool, audience: Audience) -> None:
    sitting = _sitting(proceedings)
    assert sitting.question is not None
    proceedings.note(
        RulingGiven(organ=sitting.organ, power=president, resolution=sitting.question, procedural=procedural, audience=audience),
        StepOpened(step=Step.CHALLENGE, audience=audience),
    )


# -- how a sitting goes on


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
            return bool(_may_challenge(sitting))
        case Step.VOTE:
            return bool(awaited(state, sitting))
        case _:
            assert_never(sitting.step)


def go_on(proceedings: Proceedings) -> None:
    """Close the present step: who has not spoken has nothing to add, does not rule, does not challenge, does not vote."""
    sitting = _sitting(proceedings)
    match sitting.step:
        case Step.DEBATE:
            _close_debate(proceedings)
        case Step.RULING:
            # A president who will not rule leaves it to the vote.
            _put(proceedings, Subject.NATURE, resolution=sitting.question)
        case Step.CHALLENGE:
            assert sitting.ruling is not None
            _settle_nature(proceedings, sitting.ruling)
        case Step.VOTE:
            _count(proceedings)
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
        _put(proceedings, Subject.INSCRIPTION)
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


def _put(
    proceedings: Proceedings,
    subject: Subject,
    *,
    by: Power | None = None,
    power: Power | None = None,
    resolution: Any = None,
    amendment: AmendmentId | None = None,
    paragraph: Any = None,
    procedural: bool = False,
) -> None:
    """Put a question to the vote of those present."""
    state, sitting = proceedings.state, _sitting(proceedings)
    poll = Poll(
        subject=subject,
        item=sitting.item,
        matter=poll_matter(state, state.organs[sitting.organ], _item(state, sitting), subject, resolution),
        by=by,
        power=power,
        resolution=resolution,
        amendment=amendment,
        paragraph=paragraph,
        procedural=procedural,
        voters=sitting.present,
    )
    proceedings.note(PollOpened(organ=sitting.organ, poll=poll, audience=_audience(state, sitting)))


def _close_debate(proceedings: Proceedings) -> None:
    sitting = _sitting(proceedings)
    proceedings.note(DebateClosed(organ=sitting.organ, audience=_audience(proceedings.state, sitting)))
    _next_vote(proceedings)


def _next_vote(proceedings: Proceedings) -> None:
    """Put what comes next: draft by draft, its nature if that is contested, its amendments, its parts, the whole; then rise."""
    while True:
        sitting = _sitting(proceedings)
        draft = next(iter(tabled(proceedings.state, _item(proceedings.state, sitting))), None)
        if draft is None:
            _rise(proceedings)
            return
        if _put_about(proceedings, sitting, draft):
            return


def _put_about(proceedings: Proceedings, sitting: Sitting, draft: Resolution) -> bool:
    """Put one question about a draft, or settle without a vote what needs none; whether one was put."""
    state = proceedings.state
    audience = _audience(state, sitting)
    if draft.id in sitting.contested and draft.id not in sitting.procedural:
        proceedings.note(StepOpened(step=Step.RULING, resolution=draft.id, audience=audience))
        return True
    if draft.amendments:
        furthest = max(draft.amendments.values(), key=lambda amendment: amendment.distance())
        if not _fits(proceedings, draft, furthest.id):
            fell = AmendmentFell(resolution=draft.id, amendment=furthest.id, rejected=False, audience=audience)
            proceedings.note(fell)
            return False
        _put(proceedings, Subject.AMENDMENT, by=furthest.by, resolution=draft.id, amendment=furthest.id)
        return True
    if draft.apart:
        _put(proceedings, Subject.PARAGRAPH, resolution=draft.id, paragraph=draft.apart[0])
        return True
    if fault_of_draft(state, state.organs[draft.organ], draft.article, draft.paragraphs) is not None:
        # Nothing is left of it, or what went before has left it without an object.
        close_draft(proceedings, draft.id, Outcome.REJECTED if not draft.paragraphs else Outcome.LAPSED)
        return False
    _put(proceedings, Subject.DRAFT, resolution=draft.id)
    return True


def _fits(proceedings: Proceedings, draft: Resolution, amendment: AmendmentId) -> bool:
    return take_in(Proceedings(proceedings.state), draft.id, amendment, friendly=False)


def _count(proceedings: Proceedings) -> None:
    """Count the vote, explain it, and do what follows."""
    state, sitting = proceedings.state, _sitting(proceedings)
    poll = sitting.poll
    assert poll is not None
    verdict = verdict_of(state, sitting, poll)
    proceedings.note(
        PollDecided(
            organ=sitting.organ,
            poll=with_(poll, ballots={}, explanations={}),
            verdict=verdict,
            explanations=poll.explanations,
            audience=_audience(state, sitting),
        )
    )
    _follow(proceedings, poll, verdict)


def _follow(proceedings: Proceedings, poll: Poll, verdict: Verdict) -> None:
    sitting = _sitting(proceedings)
    carried = verdict.carried
    match poll.subject:
        case Subject.INSCRIPTION:
            if carried:
                proceedings.note(ItemInscribed(organ=sitting.organ, item=sitting.item, audience=EVERYBODY))
                _reopen(proceedings)
            else:
                _strike(proceedings, Struck.REFUSED)
        case Subject.INVITATION:
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
        case _:
            assert_never(poll.subject)


def _settle_text(proceedings: Proceedings, poll: Poll, verdict: Verdict) -> None:
    assert poll.resolution is not None
    audience = _audience(proceedings.state, _sitting(proceedings))
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


def _settle_nature(proceedings: Proceedings, procedural: bool) -> None:
    sitting = _sitting(proceedings)
    assert sitting.question is not None
    audience = _audience(proceedings.state, sitting)
    proceedings.note(NatureSettled(resolution=sitting.question, procedural=procedural, audience=audience))
    _next_vote(proceedings)


def _reopen(proceedings: Proceedings) -> None:
    proceedings.note(StepOpened(step=Step.DEBATE, audience=_audience(proceedings.state, _sitting(proceedings))))


def _invite(proceedings: Proceedings, power: Power) -> None:
    """Ask a power to the table; it learns how far the sitting has come, and what is on the table."""
    sitting = _sitting(proceedings)
    organ = proceedings.state.organs[sitting.organ]
    proceedings.note(PowerInvited(organ=organ.id, item=sitting.item, power=power, audience=EVERYBODY))
    with_vote = organ.hospitality is Hospitality.AS_MEMBER
    seated = with_(
        sitting,
        members=(*sitting.members, power) if with_vote else sitting.members,
        guests=sitting.guests if with_vote else sitting.guests | {power},
    )
    item = _item(proceedings.state, sitting)
    _admit_to_secrets(proceedings, item)
    proceedings.note(SittingOpened(sitting=seated, audience=circle(proceedings.state, item)))


def _strike(proceedings: Proceedings, why: Struck) -> None:
    """Take the matter off the agenda; its drafts lapse."""
    sitting = _sitting(proceedings)
    for draft in tabled(proceedings.state, _item(proceedings.state, sitting)):
        close_draft(proceedings, draft.id, Outcome.LAPSED)
    if why is Struck.INCOMPETENT:
        courses.leave_aside(proceedings, _item(proceedings.state, sitting))
    proceedings.note(ItemStruck(organ=sitting.organ, item=sitting.item, why=why, audience=EVERYBODY))
    _rise(proceedings)


def _rise(proceedings: Proceedings) -> None:
    sitting = _sitting(proceedings)
    proceedings.note(SittingClosed(organ=sitting.organ, item=sitting.item, audience=EVERYBODY))


def _sitting(proceedings: Proceedings) -> Sitting:
    assert proceedings.state.sitting is not None
    return proceedings.state.sitting


def _item(state: State, sitting: Sitting) -> Item:
    return state.organs[sitting.organ].agenda[sitting.item]


def _audience(state: State, sitting: Sitting) -> Audience:
    return circle(state, _item(state, sitting))
