"""Conferences by invitation: convene, attend, put to the vote, vote, and the count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.commands import AnswerInvitation, Convene, PowerCommand, PutToVote, Vote
from engine.conference import Conference, Motion
from engine.domains import NewName, OneOf, Option, Subset, Worded, refuse_words
from engine.events import (
    BallotSealed,
    ConferenceConvened,
    InvitationAnswered,
    Phase,
    QuestionDecided,
    QuestionPut,
    TreatyAdopted,
    VoteCast,
)
from engine.names import EVERYBODY, Power
from engine.proceedings import Proceedings
from engine.refusal import Reason, Refusal
from engine.state import State
from engine.treaty import Stage, Treaty, Version
from engine.voting import CASTABLE, Ballot, Matter, Question, Roll, tally
from engine.voting.bodies import CONFERENCE

VERBS: tuple[type[PowerCommand], ...] = (Convene, AnswerInvitation, PutToVote, Vote)


def offers(state: State, power: Power) -> Iterator[Option]:
    """What a power may do about this turn's conferences."""
    if state.phase is Phase.SESSION:
        for sitting in state.conferences.values():
            if _awaits_vote(sitting, power):
                yield Option(verb=Vote, asked=True, domains={"conference": OneOf((sitting.id,)), "ballot": OneOf(CASTABLE)})
    if state.phase is not Phase.TALKS:
        return
    present = [c for c in state.conferences.values() if c.turn == state.turn]
    if all(c.host != power for c in present):
        others = tuple(p for p in state.powers() if p != power)
        name = NewName(power, frozenset(state.conferences))
        yield Option(verb=Convene, domains={"conference": name, "title": Worded(120), "invited": Subset(others, least=1)})
    for sitting in present:
        ident = OneOf((sitting.id,))
        if _awaits_answer(sitting, power):
            yield Option(verb=AnswerInvitation, asked=True, domains={"conference": ident, "attend": OneOf((True, False))})
        if power in sitting.attending and sitting.motion is None:
            for treaty in state.treaties_known_to(power).values():
                numbers = tuple(v.number for v in treaty.versions if can_be_put(sitting, treaty, v))
                if numbers:
                    yield Option(verb=PutToVote, domains={"conference": ident, "treaty": OneOf((treaty.id,)), "version": OneOf(numbers)})


def _awaits_answer(sitting: Conference, power: Power) -> bool:
    return power in sitting.invited and power not in sitting.attending and power not in sitting.declined


def _awaits_vote(sitting: Conference, power: Power) -> bool:
    return sitting.motion is not None and power in sitting.motion.voters - sitting.motion.cast


def can_be_put(sitting: Conference, treaty: Treaty, version: Version) -> bool:
    """Whether a version may be put to those at the table: all of them negotiate it, and all who are to sign it sit there."""
    at_table = len(sitting.attending) >= 2 and sitting.attending <= frozenset(treaty.negotiators)
    signatories = frozenset(treaty.provisions_of(version).signatories)
    return treaty.stage is Stage.TABLED and at_table and signatories <= sitting.attending


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a conference does not hear it."""
    if state.phase is not (Phase.SESSION if isinstance(command, Vote) else Phase.TALKS):
        return Refusal(Reason.WRONG_PHASE)
    if isinstance(command, Convene):
        return _refuse_convening(state, power, command)
    sitting = state.conferences.get(command.conference)
    if sitting is None or sitting.turn != state.turn:
        return Refusal(Reason.UNKNOWN_CONFERENCE)
    match command:
        case AnswerInvitation():
            invited = power in sitting.invited or power == sitting.host
            return Refusal(Reason.ALREADY_ANSWERED if invited else Reason.NOT_INVITED)
        case _ if power not in sitting.attending:
            return Refusal(Reason.NOT_AT_THE_TABLE)
        case Vote():
            if sitting.motion is None:
                return Refusal(Reason.NO_OPEN_QUESTION)
            return Refusal(Reason.UNKNOWN_CHOICE if _awaits_vote(sitting, power) else Reason.ALREADY_ANSWERED)
        case PutToVote():
            if sitting.motion is not None:
                return Refusal(Reason.QUESTION_OPEN)
            treaty = state.treaties_known_to(power).get(command.treaty)
            if treaty is None:
                return Refusal(Reason.UNKNOWN_TREATY)
            some = any(can_be_put(sitting, treaty, version) for version in treaty.versions)
            return Refusal(Reason.UNKNOWN_VERSION if some else Reason.NOT_NEGOTIATING)
        case _:
            return Refusal(Reason.NOT_YOUR_PART)


def _refuse_convening(state: State, power: Power, command: Convene) -> Refusal:
    if command.conference in state.conferences:
        return Refusal(Reason.NAME_TAKEN, {"name": command.conference})
    if not NewName(power, frozenset()).admits(command.conference):
        return Refusal(Reason.BAD_NAME, {"name": command.conference[:80]})
    strangers = sorted(p for p in command.invited if p not in state.setting.powers)
    if strangers:
        return Refusal(Reason.UNKNOWN_POWER, {"power": strangers[0]})
    if power in command.invited:
        return Refusal(Reason.TO_ONESELF)
    if not command.invited:
        return Refusal(Reason.NO_RECIPIENT)
    if not Worded(120).admits(command.title):
        return refuse_words(command.title, 120)
    return Refusal(Reason.ALREADY_CONVENED)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note it, and count the vote when all have cast theirs."""
    state = proceedings.state
    match command:
        case Convene():
            sitting = Conference(
                id=command.conference,
                title=command.title,
                host=power,
                turn=state.turn,
                invited=command.invited,
                attending=frozenset({power}),
            )
            proceedings.note(ConferenceConvened(conference=sitting, audience=EVERYBODY))
        case AnswerInvitation():
            proceedings.note(InvitationAnswered(conference=command.conference, power=power, attend=command.attend, audience=EVERYBODY))
        case PutToVote():
            sitting = state.conferences[command.conference]
            motion = Motion(treaty=command.treaty, version=command.version, by=power, voters=sitting.attending)
            proceedings.note(QuestionPut(conference=sitting.id, motion=motion, audience=EVERYBODY))
        case Vote():
            cast(proceedings, power, command)
            sitting = proceedings.state.conferences[command.conference]
            if sitting.motion is not None and sitting.motion.cast >= sitting.motion.voters:
                count(proceedings, sitting)
        case _:
            raise AssertionError(command)


def cast(proceedings: Proceedings, power: Power, command: Vote) -> None:
    """Seal a ballot; the others at the table see only that it was cast."""
    sitting = proceedings.state.conferences[command.conference]
    proceedings.note(
        VoteCast(conference=sitting.id, power=power, audience=EVERYBODY),
        BallotSealed(conference=sitting.id, power=power, ballot=command.ballot, audience=frozenset({power})),
    )


def count(proceedings: Proceedings, sitting: Conference) -> None:
    """Decide the question: a conference adopts only what all at the table accept; a vote not cast is an abstention."""
    motion = sitting.motion
    assert motion is not None
    voters = tuple(p for p in proceedings.state.powers() if p in motion.voters)
    ballots = {p: motion.ballots.get(p, Ballot.ABSTAIN) for p in voters}
    verdict = tally(CONFERENCE.rule_for(Matter.SUBSTANTIVE), Question(matter=Matter.SUBSTANTIVE), ballots, Roll(members=voters))
    proceedings.note(QuestionDecided(conference=sitting.id, treaty=motion.treaty, verdict=verdict, audience=EVERYBODY))
    treaty = proceedings.state.treaties[motion.treaty]
    if verdict.carried and treaty.stage is Stage.TABLED:
        proceedings.note(TreatyAdopted(treaty=treaty.id, version=motion.version, audience=treaty.known_to))


def undecided(state: State) -> tuple[Conference, ...]:
    """This turn's conferences with a question open."""
    return tuple(c for c in state.conferences.values() if c.turn == state.turn and c.motion is not None)
