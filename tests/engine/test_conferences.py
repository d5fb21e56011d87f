"""Conferences: organs of one turn, made by a call; who sits is itself the question, and those who sit answer it."""

from __future__ import annotations

import orjson
import pytest

from engine.codec import decode_journal, encode_event
from engine.commands import AnswerInvitation, Convene, Initial, PowerCommand, PutToVote, Sign, SignalReady, Table, Withdraw
from engine.council_commands import CastBallot, KeepAway, Move, TableResolution, Yield
from engine.events import BallotEntered, BallotGiven, Event, OrganEstablished, Phase, PollDecided, TreatyAdopted
from engine.evolve import fold
from engine.measures import Admission
from engine.names import ItemId, Lang, Power, ResolutionId, TreatyId, conference_id
from engine.organ import Agreed, Call
from engine.refusal import Reason
from engine.sitting import Step, Subject
from engine.statutes import ANY_MATTER
from engine.table import Table as Referee
from engine.texts.chronicle import tell
from engine.treaty import Stage
from engine.voting import Ballot, Verdict
from tests.engine.hearing import paragraphs
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, OBSERVER, POWERS, WORDS, both, close, do, draft_of, quiet, refused

PACT = TreatyId("alba.pact")
MEETING = conference_id("alba.meeting")


def convened(*invited: Power, tabled_to: tuple[Power, ...] = (BORIA, DORIA), agreed: Agreed = Agreed.BY_ALL) -> Referee:
    """Alba has tabled a pact with Boria and invited powers to a meeting."""
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS), Table(treaty=PACT, to=frozenset(tabled_to)))
    do(table, ALBA, Convene(conference=MEETING, title=both("Meeting"), invited=frozenset(invited), agreed=agreed))
    return table


def put(table: Referee, by: Power = ALBA) -> None:
    do(table, by, PutToVote(conference=MEETING, treaty=PACT, version=1))


def come(table: Referee, *powers: Power) -> None:
    for power in powers:
        do(table, power, AnswerInvitation(conference=MEETING, attend=True))


def in_debate(agreed: Agreed = Agreed.BY_ALL) -> Referee:
    """Alba, Boria and Doria sit; the pact is before them."""
    table = convened(BORIA, DORIA, agreed=agreed)
    come(table, BORIA, DORIA)
    put(table)
    close(table)
    assert table.state.phase is Phase.SESSION
    return table


def in_session(agreed: Agreed = Agreed.BY_ALL) -> Referee:
    """They are asked to adopt it."""
    table = in_debate(agreed)
    close(table)
    return table


def vote(table: Referee, **ballots: Ballot) -> None:
    for power, ballot in ballots.items():
        do(table, Power(power), CastBallot(organ=MEETING, ballot=ballot))


def invite(table: Referee, guest: Power, by: Power = ALBA, **ballots: Ballot) -> None:
    do(table, by, Move(organ=MEETING, subject=Subject.INVITATION, power=guest))
    vote(table, **ballots)


def decided(table: Referee) -> Verdict:
    return [e for e in table.chronicle if isinstance(e, PollDecided)][-1].verdict


FOR, AGAINST, ABSTAIN, SILENT = Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING


@pytest.mark.parametrize(
    ("agreed", "ballots", "carried"),
    [
        (Agreed.BY_ALL, (FOR, FOR, FOR), True),
        (Agreed.BY_ALL, (FOR, FOR, ABSTAIN), False),
        (Agreed.BY_ALL, (FOR, AGAINST, FOR), False),
        (Agreed.BY_ALL, (ABSTAIN, AGAINST, ABSTAIN), False),
        (Agreed.BY_CONSENSUS, (FOR, FOR, ABSTAIN), True),
        (Agreed.BY_CONSENSUS, (FOR, FOR, AGAINST), False),
        (Agreed.BY_TWO_THIRDS, (FOR, FOR, AGAINST), True),
        (Agreed.BY_TWO_THIRDS, (FOR, AGAINST, ABSTAIN), False),
    ],
)
def test_a_text_is_adopted_by_the_vote_that_the_call_named(agreed: Agreed, ballots: tuple[Ballot, ...], carried: bool) -> None:
    table = in_session(agreed)
    vote(table, alba=ballots[0], boria=ballots[1], doria=ballots[2])
    assert (decided(table).carried, tuple(decided(table).ballots.values())) == (carried, ballots)
    assert table.state.treaties[PACT].stage is (Stage.ADOPTED if carried else Stage.TABLED)
    assert table.state.phase is Phase.ORDERS


@pytest.mark.parametrize(
    ("agreed", "ballots", "invited"),
    [
        (Agreed.BY_ALL, (FOR, FOR, FOR), True),
        (Agreed.BY_ALL, (FOR, AGAINST, FOR), False),
        (Agreed.BY_ALL, (FOR, FOR, ABSTAIN), False),
        (Agreed.BY_CONSENSUS, (FOR, ABSTAIN, ABSTAIN), True),
        (Agreed.BY_TWO_THIRDS, (FOR, AGAINST, FOR), True),
    ],
)
def test_who_else_is_asked_to_the_table_is_a_question_for_those_who_sit(agreed: Agreed, ballots: tuple[Ballot, ...], invited: bool) -> None:
    table = in_debate(agreed)
    invite(table, ETRIA, alba=ballots[0], boria=ballots[1], doria=ballots[2])
    assert decided(table).carried is invited
    assert decided(table).against == tuple(p for p, b in zip((ALBA, BORIA, DORIA), ballots, strict=True) if b is AGAINST)
    sitting = table.state.sitting
    assert sitting is not None and (sitting.step, sitting.guest) == ((Step.INVITATION, ETRIA) if invited else (Step.DEBATE, None))


def test_who_comes_when_asked_reads_the_text_and_has_a_vote_on_it() -> None:
    table = in_debate()
    assert PACT not in table.view(ETRIA).treaties
    invite(table, ETRIA, alba=FOR, boria=FOR, doria=FOR)
    do(table, ETRIA, AnswerInvitation(conference=MEETING, attend=True))
    assert ETRIA in table.view(ETRIA).treaties[PACT].negotiators
    close(table)
    vote(table, alba=FOR, boria=FOR, doria=FOR, etria=AGAINST)
    assert decided(table).against == (ETRIA,) and table.state.treaties[PACT].stage is Stage.TABLED


@pytest.mark.parametrize("answers", [True, False])
def test_who_refuses_the_invitation_or_does_not_answer_stays_away_and_nobody_waits_for_its_vote(answers: bool) -> None:
    table = in_debate()
    invite(table, ETRIA, alba=FOR, boria=FOR, doria=FOR)
    do(table, ETRIA, AnswerInvitation(conference=MEETING, attend=False)) if answers else close(table)
    assert PACT not in table.view(ETRIA).treaties
    again = Move(organ=MEETING, subject=Subject.INVITATION, power=ETRIA)
    assert refused(table, BORIA, again).reason is Reason.MOTION_OUT_OF_ORDER
    close(table)
    vote(table, alba=FOR, boria=FOR, doria=FOR)
    assert table.state.treaties[PACT].stage is Stage.ADOPTED


@pytest.mark.parametrize(("agreed", "adopted"), [(Agreed.BY_ALL, False), (Agreed.BY_CONSENSUS, True), (Agreed.BY_TWO_THIRDS, True)])
def test_who_leaves_the_table_breaks_an_agreement_of_all_and_no_consensus(agreed: Agreed, adopted: bool) -> None:
    table = convened(BORIA, DORIA, agreed=agreed)
    come(table, BORIA, DORIA)
    put(table)
    do(table, DORIA, KeepAway(organ=MEETING, away=True))
    close(table)
    close(table)
    vote(table, alba=FOR, boria=FOR)
    assert table.state.treaties[PACT].stage is (Stage.ADOPTED if adopted else Stage.TABLED)


def test_only_the_uninvited_power_that_the_table_asked_answers_in_the_session() -> None:
    table = in_debate()
    assert refused(table, ETRIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.NOT_INVITED
    invite(table, ETRIA, alba=FOR, boria=FOR, doria=FOR)
    assert refused(table, CARNIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.NOT_INVITED
    assert refused(table, BORIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.ALREADY_ANSWERED


def test_who_has_voted_is_seen_and_how_is_not_until_all_have() -> None:
    table = in_session()
    events = do(table, BORIA, CastBallot(organ=MEETING, ballot=AGAINST))
    assert [type(e) for e in events] == [BallotGiven, BallotEntered]
    assert not any(isinstance(e, BallotEntered) for _, e in table.news(ALBA))
    sitting = table.view(ALBA).sitting
    assert sitting is not None and sitting.poll is not None
    assert sitting.poll.cast == {BORIA} and not sitting.poll.ballots
    vote(table, alba=FOR, doria=FOR)
    (shown,) = (e for _, e in table.news(OBSERVER) if isinstance(e, PollDecided))
    assert shown.verdict == decided(table)


def test_a_vote_not_cast_when_the_session_closes_is_no_agreement() -> None:
    table = in_session()
    vote(table, alba=FOR, boria=FOR)
    close(table)
    assert decided(table).counted(SILENT) == (DORIA,) and not decided(table).carried


def test_who_comes_after_the_text_was_put_votes_on_it_too() -> None:
    table = convened(BORIA, CARNIA)
    come(table, BORIA)
    put(table)
    come(table, CARNIA)
    assert CARNIA in table.view(CARNIA).treaties[PACT].negotiators
    close(table)
    close(table)
    vote(table, alba=FOR, boria=FOR, carnia=FOR)
    assert table.state.treaties[PACT].stage is Stage.ADOPTED


def test_the_uninvited_do_not_sit_and_those_who_declined_do_not_come_after_all() -> None:
    table = convened(BORIA)
    assert refused(table, CARNIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.NOT_INVITED
    do(table, BORIA, AnswerInvitation(conference=MEETING, attend=False))
    assert refused(table, BORIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.ALREADY_ANSWERED
    assert refused(table, BORIA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.NOT_AT_THE_TABLE


@pytest.mark.parametrize("tabled_to", [(BORIA,), (BORIA, CARNIA)])
def test_a_text_goes_to_the_vote_only_if_all_at_the_table_negotiate_it(tabled_to: tuple[Power, ...]) -> None:
    table = convened(BORIA, DORIA, tabled_to=tabled_to)
    come(table, BORIA, DORIA)
    assert refused(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.NOT_NEGOTIATING


def test_nothing_is_put_to_a_table_at_which_a_signatory_is_missing() -> None:
    table = convened(BORIA, DORIA)
    come(table, DORIA)
    assert refused(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.NOT_NEGOTIATING


def test_one_text_is_before_a_conference() -> None:
    table = convened(BORIA)
    come(table, BORIA)
    put(table)
    assert refused(table, BORIA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.QUESTION_OPEN


def test_a_power_convenes_one_conference_a_turn_and_its_name_is_its_own() -> None:
    table = convened(BORIA)
    again = Convene(conference=conference_id("alba.other"), title=both("Other"), invited=frozenset({BORIA}))
    assert refused(table, ALBA, again).reason is Reason.ALREADY_CONVENED
    borrowed = Convene(conference=conference_id("alba.second"), title=both("Other"), invited=frozenset({ALBA}))
    assert refused(table, BORIA, borrowed).reason is Reason.BAD_NAME


def test_a_host_to_whom_nobody_comes_holds_no_session() -> None:
    table = convened(BORIA)
    close(table)
    assert table.state.phase is Phase.ORDERS


def test_those_who_come_debate_though_no_text_is_before_them_and_may_adopt_a_resolution() -> None:
    table = convened(BORIA)
    come(table, BORIA)
    close(table)
    sitting = table.state.sitting
    assert sitting is not None and (sitting.president, sitting.present) == (ALBA, (ALBA, BORIA))
    do(table, ALBA, Yield(organ=MEETING))
    do(table, BORIA, Yield(organ=MEETING))
    assert table.state.phase is Phase.ORDERS


def test_a_conference_ends_with_its_turn() -> None:
    table = convened(BORIA)
    close(table)
    close(table)
    assert table.state.turn == 1
    assert refused(table, BORIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.UNKNOWN_CONFERENCE
    assert refused(table, ALBA, KeepAway(organ=MEETING, away=True)).reason is Reason.NOTHING_TO_CHANGE


ELSEWHERE: list[tuple[list[tuple[Power, PowerCommand]], int]] = [
    ([(ALBA, Withdraw(treaty=PACT))], 0),
    ([(p, Initial(treaty=PACT, version=1)) for p in (ALBA, BORIA)], 1),
]


@pytest.mark.parametrize(("acts", "adopted"), ELSEWHERE)
def test_a_text_withdrawn_or_adopted_before_the_vote_is_not_put_to_it(acts: list[tuple[Power, PowerCommand]], adopted: int) -> None:
    table = convened(BORIA)
    come(table, BORIA)
    put(table)
    for power, command in acts:
        do(table, power, command)
    close(table)
    close(table)
    assert table.state.phase is Phase.ORDERS
    assert sum(isinstance(e, TreatyAdopted) for e in table.chronicle) == adopted
    assert not any(isinstance(e, PollDecided) for e in table.chronicle)


def test_a_text_signed_into_force_before_the_vote_survives_it() -> None:
    table = convened(BORIA)
    come(table, BORIA)
    put(table)
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    for power in POWERS:
        do(table, power, SignalReady(True))
    close(table)
    assert table.state.treaties[PACT].in_force and table.state.phase is Phase.ORDERS
    assert ETRIA not in table.state.organs[MEETING].seats


FORMER: list[dict[str, object]] = [
    {
        "kind": "conference_convened",
        "conference": {
            "id": "alba.meeting",
            "title": {"en": "Meeting"},
            "host": "alba",
            "turn": 0,
            "invited": ["boria"],
            "attending": ["alba"],
        },
    },
    {"kind": "invitation_answered", "conference": "alba.meeting", "power": "boria", "attend": True},
    {
        "kind": "question_put",
        "conference": "alba.meeting",
        "motion": {"treaty": "alba.pact", "version": 1, "by": "alba", "voters": ["alba", "boria"]},
    },
    {"kind": "vote_cast", "conference": "alba.meeting", "power": "boria"},
    {"kind": "ballot_sealed", "conference": "alba.meeting", "power": "boria", "ballot": "for", "audience": ["boria"]},
]


def test_a_journal_of_the_time_when_conferences_voted_by_themselves_is_read_one_for_one() -> None:
    table = convened(BORIA)
    before = [encode_event(event) for event in table.chronicle if not isinstance(event, OrganEstablished)]
    verdict = orjson.loads(encode_event(last(PollDecided, in_session_decided())))["verdict"]
    decided_then = {"kind": "question_decided", "conference": "alba.meeting", "treaty": "alba.pact", "verdict": verdict}
    bodies = [*before, *(orjson.dumps(event) for event in (*FORMER, decided_then))]
    read = list(decode_journal(bodies))
    assert len(read) == len(bodies)
    meeting = fold(read).organs[MEETING]
    assert set(meeting.seats) == {ALBA, BORIA} and meeting.call == Call(host=ALBA, turn=0, invited=frozenset({BORIA}))
    assert [tell(event, Lang("en"), fold(read).setting, {}) for event in read[-2:]] == [
        "Boria votes in favour.",
        tell(last(PollDecided, in_session_decided()), Lang("en"), fold(read).setting, {}),
    ]
    come(resumed := Referee.resume(read[: len(before) + 1]), BORIA)
    assert BORIA in resumed.state.organs[MEETING].seats


def in_session_decided() -> Referee:
    table = in_session()
    vote(table, alba=FOR, boria=FOR, doria=FOR)
    return table


def last(kind: type[Event], table: Referee) -> Event:
    return next(event for event in reversed(table.chronicle) if isinstance(event, kind))


def test_a_conference_admits_nobody() -> None:
    table = convened(BORIA)
    come(table, BORIA)
    draft = TableResolution(
        resolution=ResolutionId("alba.text"),
        organ=MEETING,
        item=ItemId(MEETING),
        article=ANY_MATTER,
        title=both("A text"),
        paragraphs=paragraphs(Admission(power=ETRIA)),
    )
    assert refused(table, ALBA, draft).about["fault"] == "no_membership"
