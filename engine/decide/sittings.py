"""What a power at the table does in a sitting: it speaks, moves, yields, rules, challenges and votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from engine.commands import PowerCommand
from engine.council_commands import AnswerRuling, CastBallot, GiveRuling, Move, Speak, Yield
from engine.decide.procedure import advance, audience_of, put, sitting_of
from engine.domains import Domain, FreeText, OneOf, Option, refuse_words
from engine.events import (
    BallotEntered,
    BallotGiven,
    FloorYielded,
    MotionMade,
    Phase,
    RulingAnswered,
    RulingGiven,
    StatementMade,
    StepOpened,
)
from engine.names import Audience, Power
from engine.organ import Hospitality, Organ
from engine.proceedings import Proceedings
from engine.provisions import may_read
from engine.refusal import Reason, Refusal
from engine.roll import awaited, item_of, tabled
from engine.sitting import MOTIONS, Sitting, Step, Subject
from engine.state import State
from engine.statutes import statute_of
from engine.voting import Ballot

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
    elif sitting.step is Step.CHALLENGE and power in sitting.may_challenge:
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
    absent = tuple(p for p in state.powers() if p not in sitting.members and p not in sitting.guests)
    return tuple(p for p in absent if _may_come(state, state.organs[sitting.organ], p))


def _may_come(state: State, organ: Organ, power: Power) -> bool:
    """Whether a power may still be asked: to a conference it has not refused to come to, and whose text it can be shown."""
    if organ.call is None:
        return True
    motion = item_of(state, state.sitting).motion if state.sitting is not None else None
    return power not in organ.call.declined and (motion is None or may_read(state, motion.by, state.treaties[motion.treaty], power))


def _may_be_contested(state: State, sitting: Sitting) -> tuple[Any, ...]:
    if not statute_of(state.organs[sitting.organ].type).procedural_draft:
        return ()
    return tuple(draft.id for draft in tabled(state, item_of(state, sitting)) if draft.id not in sitting.contested)


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
    sitting = sitting_of(proceedings)
    audience = audience_of(proceedings.state, sitting)
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
                put(proceedings, Subject.RULING, by=power, resolution=sitting.question, procedural=sitting.ruling)
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
        put(proceedings, command.subject, by=by, power=command.power)


def _rule(proceedings: Proceedings, president: Power, procedural: bool, audience: Audience) -> None:
    sitting = sitting_of(proceedings)
    assert sitting.question is not None
    proceedings.note(
        RulingGiven(organ=sitting.organ, power=president, resolution=sitting.question, procedural=procedural, audience=audience),
        StepOpened(step=Step.CHALLENGE, audience=audience),
    )
