"""Conferences: who sits is itself the question, and only what all at the table accept is adopted."""

from __future__ import annotations

import pytest

from engine.commands import AnswerInvitation, Convene, Initial, PutToVote, Sign, SignalReady, Table, Vote, Withdraw
from engine.events import BallotSealed, Phase, QuestionDecided, TreatyAdopted, VoteCast
from engine.names import ConferenceId, Power, TreatyId
from engine.refusal import Reason
from engine.table import Table as Referee
from engine.treaty import Stage
from engine.voting import Ballot
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, OBSERVER, POWERS, WORDS, both, close, do, draft_of, quiet, refused

PACT = TreatyId("alba.pact")
MEETING = ConferenceId("alba.meeting")


def convened(*invited: Power, tabled_to: tuple[Power, ...] = (BORIA, DORIA)) -> Referee:
    """Alba has tabled a pact with Boria and invited powers to a meeting."""
    table = Referee.open(quiet(), 1)
    do(table, ALBA, draft_of(ALBA, "pact", (ALBA, BORIA), WORDS), Table(treaty=PACT, to=frozenset(tabled_to)))
    do(table, ALBA, Convene(conference=MEETING, title=both("Meeting"), invited=frozenset(invited)))
    return table


def put(table: Referee, by: Power = ALBA) -> None:
    do(table, by, PutToVote(conference=MEETING, treaty=PACT, version=1))


def in_session() -> Referee:
    """Alba, Boria and Doria sit and are asked to adopt the pact."""
    table = convened(BORIA, DORIA)
    for power in (BORIA, DORIA):
        do(table, power, AnswerInvitation(conference=MEETING, attend=True))
    put(table)
    close(table)
    assert table.state.phase is Phase.SESSION
    return table


def vote(table: Referee, **ballots: Ballot) -> None:
    for power, ballot in ballots.items():
        do(table, Power(power), Vote(conference=MEETING, ballot=ballot))


@pytest.mark.parametrize(
    ("ballots", "carried", "against", "abstaining"),
    [
        ((Ballot.FOR, Ballot.FOR, Ballot.FOR), True, (), ()),
        ((Ballot.FOR, Ballot.FOR, Ballot.ABSTAIN), False, (), (DORIA,)),
        ((Ballot.FOR, Ballot.AGAINST, Ballot.FOR), False, (BORIA,), ()),
        ((Ballot.ABSTAIN, Ballot.AGAINST, Ballot.ABSTAIN), False, (BORIA,), (ALBA, DORIA)),
    ],
)
def test_only_what_all_at_the_table_accept_is_adopted_and_abstention_is_not_agreement(
    ballots: tuple[Ballot, ...], carried: bool, against: tuple[Power, ...], abstaining: tuple[Power, ...]
) -> None:
    table = in_session()
    vote(table, alba=ballots[0], boria=ballots[1], doria=ballots[2])
    verdict = table.state.conferences[MEETING].verdict
    assert verdict is not None and (verdict.carried, verdict.against, verdict.abstaining) == (carried, against, abstaining)
    assert table.state.treaties[PACT].stage is (Stage.ADOPTED if carried else Stage.TABLED)
    assert table.state.phase is Phase.ORDERS


def test_who_has_voted_is_seen_and_how_is_not_until_all_have() -> None:
    table = in_session()
    events = do(table, BORIA, Vote(conference=MEETING, ballot=Ballot.AGAINST))
    assert [type(e) for e in events] == [VoteCast, BallotSealed]
    assert not any(isinstance(e, BallotSealed) for _, e in table.news(ALBA))
    motion = table.view(ALBA).conferences[MEETING].motion
    assert motion is not None and motion.cast == {BORIA} and not motion.ballots
    vote(table, alba=Ballot.FOR, doria=Ballot.FOR)
    assert table.view(OBSERVER).conferences[MEETING].verdict == table.state.conferences[MEETING].verdict


def test_a_vote_not_cast_when_the_session_closes_is_an_abstention() -> None:
    table = in_session()
    vote(table, alba=Ballot.FOR, boria=Ballot.FOR)
    (decided,) = (e for e in close(table) if isinstance(e, QuestionDecided))
    assert decided.verdict.abstaining == (DORIA,) and not decided.verdict.carried


def test_a_late_comer_has_no_vote_on_a_question_already_put() -> None:
    table = convened(BORIA, DORIA)
    do(table, BORIA, AnswerInvitation(conference=MEETING, attend=True))
    put(table)
    do(table, DORIA, AnswerInvitation(conference=MEETING, attend=True))
    close(table)
    assert refused(table, DORIA, Vote(conference=MEETING, ballot=Ballot.AGAINST)).reason is Reason.ALREADY_ANSWERED
    vote(table, alba=Ballot.FOR, boria=Ballot.FOR)
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
    for power in (BORIA, DORIA):
        do(table, power, AnswerInvitation(conference=MEETING, attend=True))
    assert refused(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.NOT_NEGOTIATING


def test_nothing_is_put_to_a_table_at_which_a_signatory_is_missing() -> None:
    table = convened(BORIA, DORIA)
    do(table, DORIA, AnswerInvitation(conference=MEETING, attend=True))
    assert refused(table, ALBA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.NOT_NEGOTIATING


def test_one_question_is_before_a_conference_at_a_time() -> None:
    table = convened(BORIA)
    do(table, BORIA, AnswerInvitation(conference=MEETING, attend=True))
    put(table)
    assert refused(table, BORIA, PutToVote(conference=MEETING, treaty=PACT, version=1)).reason is Reason.QUESTION_OPEN


def test_a_power_convenes_one_conference_a_turn_and_its_name_is_its_own() -> None:
    table = convened(BORIA)
    again = Convene(conference=ConferenceId("alba.other"), title=both("Other"), invited=frozenset({BORIA}))
    assert refused(table, ALBA, again).reason is Reason.ALREADY_CONVENED
    borrowed = Convene(conference=ConferenceId("alba.second"), title=both("Other"), invited=frozenset({ALBA}))
    assert refused(table, BORIA, borrowed).reason is Reason.BAD_NAME


def test_a_conference_ends_with_its_turn() -> None:
    table = convened(BORIA)
    close(table)
    close(table)
    assert table.state.turn == 1
    assert refused(table, BORIA, AnswerInvitation(conference=MEETING, attend=True)).reason is Reason.UNKNOWN_CONFERENCE


def test_a_text_withdrawn_or_adopted_before_the_vote_is_not_adopted_by_it() -> None:
    for acts in ([(ALBA, Withdraw(treaty=PACT))], [(p, Initial(treaty=PACT, version=1)) for p in (ALBA, BORIA)]):
        table = convened(BORIA)
        do(table, BORIA, AnswerInvitation(conference=MEETING, attend=True))
        put(table)
        for power, command in acts:
            do(table, power, command)
        close(table)
        vote(table, alba=Ballot.FOR, boria=Ballot.FOR)
        assert table.state.phase is Phase.ORDERS
        assert sum(isinstance(e, TreatyAdopted) for e in table.chronicle) == len(acts) - 1


def test_a_text_signed_into_force_before_the_vote_survives_it() -> None:
    table = convened(BORIA)
    do(table, BORIA, AnswerInvitation(conference=MEETING, attend=True))
    put(table)
    for power in (ALBA, BORIA):
        do(table, power, Initial(treaty=PACT, version=1))
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=PACT))
    for power in POWERS:
        do(table, power, SignalReady(True))
    vote(table, alba=Ballot.FOR, boria=Ballot.FOR)
    assert table.state.treaties[PACT].in_force
    assert ETRIA not in table.state.conferences[MEETING].attending
