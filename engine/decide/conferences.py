"""Conferences by invitation: an organ of one turn, made by a call; what happens at its table is in `procedure`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.commands import AnswerInvitation, Convene, PowerCommand, PutToVote
from engine.decide.procedure import answer_invitation, show_text
from engine.domains import TITLE, NewName, OneOf, Option, Subset, refuse_title
from engine.events import InvitationAnswered, OrganEstablished, Phase, TextPut
from engine.names import EVERYBODY, ConferenceId, ItemId, Lang, Power
from engine.organ import ORDINARY, Agreed, Call, Hospitality, Item, ItemStage, Motion, Organ, Presidency, Seat
from engine.proceedings import Proceedings
from engine.provisions import may_read
from engine.refusal import Reason, Refusal
from engine.roll import conferences
from engine.sitting import Step
from engine.state import State
from engine.statutes import ANY_MATTER
from engine.treaty import Stage, Treaty, Version
from engine.voting import Matter, Rule
from engine.voting.rules import AGREEMENT_OF_ALL, CONSENSUS, VCLT_9_2

VERBS: tuple[type[PowerCommand], ...] = (Convene, AnswerInvitation, PutToVote)

RULES: Mapping[Agreed, Rule] = {
    Agreed.BY_ALL: AGREEMENT_OF_ALL,
    Agreed.BY_CONSENSUS: CONSENSUS,
    Agreed.BY_TWO_THIRDS: VCLT_9_2,
}


def offers(state: State, power: Power) -> Iterator[Option]:
    """What a power may do about this turn's conferences: call one, come, put a text; and come when the table asks it in the session."""
    sitting = state.sitting
    if state.phase is Phase.SESSION and sitting is not None and sitting.step is Step.INVITATION and sitting.guest == power:
        yield _answering(ConferenceId(sitting.organ))
    if state.phase is not Phase.TALKS:
        return
    if not _has_called(state, power):
        yield Option(
            verb=Convene,
            domains={
                "conference": NewName(power, frozenset(state.organs)),
                "title": TITLE,
                "invited": Subset(tuple(p for p in state.powers() if p != power), least=1),
                "agreed": OneOf(tuple(Agreed)),
            },
        )
    for conference in conferences(state):
        ident = ConferenceId(conference.id)
        if power in conference.expected:
            yield _answering(ident)
        if power in conference.seats and motion_of(conference) is None:
            for treaty in state.treaties_known_to(power).values():
                numbers = tuple(v.number for v in treaty.versions if can_be_put(state, power, conference, treaty, v))
                if numbers:
                    domains = {"conference": OneOf((ident,)), "treaty": OneOf((treaty.id,)), "version": OneOf(numbers)}
                    yield Option(verb=PutToVote, domains=domains)


def _answering(conference: ConferenceId) -> Option:
    return Option(verb=AnswerInvitation, asked=True, domains={"conference": OneOf((conference,)), "attend": OneOf((True, False))})


def _has_called(state: State, power: Power) -> bool:
    return any(c.call is not None and c.call.host == power for c in conferences(state))


def matter_before(conference: Organ) -> Item:
    """What a conference sits on; it has one matter."""
    return next(iter(conference.agenda.values()))


def motion_of(conference: Organ) -> Motion | None:
    """The text before a conference, if one was put."""
    return matter_before(conference).motion


def can_be_put(state: State, power: Power, conference: Organ, treaty: Treaty, version: Version) -> bool:
    """Whether a power may put a version to a conference: all at the table negotiate it, all who are to sign it sit there, and whoever
    may still come can be shown it.
    """
    table = frozenset(conference.seats)
    return (
        treaty.stage is Stage.TABLED
        and len(table) > 1
        and table <= frozenset(treaty.negotiators)
        and frozenset(treaty.provisions_of(version).signatories) <= table
        and all(may_read(state, power, treaty, guest) for guest in sorted(conference.expected))
    )


def refuse(state: State, power: Power, command: Any) -> Refusal:
    """Why a conference does not hear it."""
    if isinstance(command, AnswerInvitation) and state.phase is Phase.SESSION:
        return _refuse_answer(state, power, command)
    if state.phase is not Phase.TALKS:
        return Refusal(Reason.WRONG_PHASE)
    if isinstance(command, Convene):
        return _refuse_convening(state, power, command)
    if isinstance(command, AnswerInvitation):
        return _refuse_answer(state, power, command)
    conference = _found(state, command.conference)
    if conference is None:
        return Refusal(Reason.UNKNOWN_CONFERENCE)
    if power not in conference.seats:
        return Refusal(Reason.NOT_AT_THE_TABLE)
    if motion_of(conference) is not None:
        return Refusal(Reason.QUESTION_OPEN)
    treaty = state.treaties_known_to(power).get(command.treaty)
    if treaty is None:
        return Refusal(Reason.UNKNOWN_TREATY)
    some = any(can_be_put(state, power, conference, treaty, version) for version in treaty.versions)
    return Refusal(Reason.UNKNOWN_VERSION if some else Reason.NOT_NEGOTIATING)


def _found(state: State, ident: ConferenceId) -> Organ | None:
    return next((c for c in conferences(state) if c.id == ident), None)


def _refuse_answer(state: State, power: Power, command: AnswerInvitation) -> Refusal:
    conference = _found(state, command.conference)
    if conference is None:
        return Refusal(Reason.UNKNOWN_CONFERENCE)
    assert conference.call is not None
    if power in conference.expected:
        return Refusal(Reason.WRONG_PHASE)
    answered = power in conference.seats or power in conference.call.declined
    return Refusal(Reason.ALREADY_ANSWERED if answered else Reason.NOT_INVITED)


def _refuse_convening(state: State, power: Power, command: Convene) -> Refusal:
    if command.conference in state.organs:
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
    if not TITLE.admits(command.title):
        return refuse_title(command.title)
    return Refusal(Reason.ALREADY_CONVENED)


def enact(proceedings: Proceedings, power: Power, command: Any) -> None:
    """Note it; who comes to the table reads what is before it."""
    state = proceedings.state
    match command:
        case Convene():
            call(proceedings, power, command.conference, command.title, command.invited, turn=state.turn, agreed=command.agreed)
        case AnswerInvitation() if state.phase is Phase.SESSION:
            answer_invitation(proceedings, power, attend=command.attend)
        case AnswerInvitation():
            proceedings.note(InvitationAnswered(conference=command.conference, power=power, attend=command.attend, audience=EVERYBODY))
            if command.attend:
                show_text(proceedings, proceedings.state.organs[command.conference], power)
        case PutToVote():
            motion = Motion(treaty=command.treaty, version=command.version, by=power)
            item = matter_before(state.organs[command.conference])
            proceedings.note(TextPut(conference=command.conference, item=item.id, motion=motion, audience=EVERYBODY))
        case _:
            raise AssertionError(command)


def call(
    proceedings: Proceedings,
    host: Power,
    ident: ConferenceId,
    title: Mapping[Lang, str],
    invited: frozenset[Power],
    *,
    turn: int,
    agreed: Agreed = Agreed.BY_ALL,
) -> None:
    """Call a conference for a turn: the host sits and takes the chair, the others as they come."""
    matter = Item(id=ItemId(ident), organ=ident, title=title, by=host, article=ANY_MATTER, turn=turn, stage=ItemStage.INSCRIBED)
    conference = Organ(
        id=ident,
        name=title,
        type="conference",
        organisation=ident,
        seats={host: Seat(by=ORDINARY)},
        presidency=Presidency.FIXED,
        order=(host,),
        hospitality=Hospitality.AS_MEMBER,
        rules={Matter.SUBSTANTIVE: RULES[agreed]},
        agenda={matter.id: matter},
        call=Call(host=host, turn=turn, invited=invited),
    )
    proceedings.note(OrganEstablished(organ=conference, audience=EVERYBODY))
