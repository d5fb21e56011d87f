"""What an organ created by a treaty may adopt, by whose votes, whom that binds, and which promises it wakes."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.casus import Standing, casus_foederis
from engine.clauses import AcceptDecisions, MutualAssistance
from engine.clauses.organ import Competence, Decides
from engine.commands import Accede, Denounce
from engine.conditions import holds
from engine.consequences import consequences
from engine.council_commands import GiveNotice, KeepAway
from engine.dispute import Force
from engine.dispute_commands import OpenDispute
from engine.duties import Automaticity, Refrain
from engine.events import ObligationBreached, ObligationPerformed, Phase
from engine.happenings import Deed, Happening
from engine.measures import Admission, Demand, Determination, Note, Observers, Sanctions, Terms
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.names import BodyId, Condition, DisputeId, Power, ResolutionId
from engine.obligations import owed_by
from engine.orders import OrderKind, Sanction
from engine.organ import ELECTED, ORDINARY
from engine.performance import breached_by
from engine.plot import Scenario
from engine.refusal import Reason
from engine.resolution import Outcome
from engine.treaty import Accession
from engine.voting import Ballot
from tests.engine.boards import BOARD, PACT, THREE, decided, made, organ, seize, text
from tests.engine.hearing import debated, outcome, vote
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    COUNCIL,
    DORIA,
    ETRIA,
    HILLS,
    MARCHES,
    ONE_DAY,
    both,
    conclude,
    do,
    quiet,
    refused,
    to_phase,
)

AGGRESSION = Determination(finding=Finding.AGGRESSION, author=BORIA, victim=CARNIA)
TEXTS = {
    Competence.DELIBERATE: Note(text={"en": "So be it."}),  # type: ignore[dict-item]
    Competence.RECOMMEND: Sanctions(target=BORIA, kinds=(Sanction.ARMS,)),
    Competence.FIND_AGGRESSION: AGGRESSION,
    Competence.SETTLE: Terms(stake=HILLS, to=CARNIA),
    Competence.SUPERVISE: Observers(stake=MARCHES),
    Competence.ADMIT: Admission(power=ETRIA),
}


OWN = {
    Competence.DELIBERATE: set[Competence](),
    Competence.RECOMMEND: {Competence.RECOMMEND},
    # What is found may be followed by sanctions.
    Competence.FIND_AGGRESSION: {Competence.FIND_AGGRESSION, Competence.RECOMMEND},
    Competence.SETTLE: {Competence.SETTLE},
    Competence.SUPERVISE: {Competence.SUPERVISE},
    Competence.ADMIT: {Competence.ADMIT},
}


@pytest.mark.parametrize("competence", Competence)
def test_it_adopts_what_its_competence_covers_and_nothing_else(competence: Competence) -> None:
    parties = (CARNIA, DORIA) if competence is Competence.SETTLE else ()
    assert outcome(decided(made(), competence, TEXTS[competence], parties=parties)) is Outcome.ADOPTED
    table = made()
    do(table, ALBA, seize(competence, *parties))
    for other in Competence:
        if other is not Competence.DELIBERATE and other not in OWN[competence]:
            assert refused(table, ALBA, text(competence, TEXTS[other])).about["fault"] == "beyond_competence"


def test_it_has_no_competence_that_its_article_does_not_name() -> None:
    table = made(organ(Competence.DELIBERATE))
    assert refused(table, ALBA, seize(Competence.FIND_AGGRESSION)).reason is Reason.NOT_COMPETENT


def test_nobody_but_a_member_seizes_it_save_to_be_admitted() -> None:
    table = made()
    assert refused(table, ETRIA, seize(Competence.DELIBERATE, by=ETRIA)).reason is Reason.MAY_NOT_SEIZE
    do(table, ETRIA, seize(Competence.ADMIT, by=ETRIA, accepting=True))


@pytest.mark.parametrize(
    ("decides", "against", "expected"),
    [
        (Decides.UNANIMITY, (), Outcome.ADOPTED),
        (Decides.UNANIMITY, (CARNIA,), Outcome.REJECTED),
        (Decides.CONSENSUS, (CARNIA,), Outcome.REJECTED),
        (Decides.TWO_THIRDS, (CARNIA,), Outcome.ADOPTED),
        (Decides.TWO_THIRDS, (CARNIA, DORIA), Outcome.REJECTED),
        (Decides.MAJORITY, (CARNIA,), Outcome.ADOPTED),
        (Decides.MAJORITY, (CARNIA, DORIA), Outcome.REJECTED),
    ],
)
def test_it_decides_as_its_article_says(decides: Decides, against: tuple[Power, ...], expected: Outcome) -> None:
    table = decided(made(organ(decides=decides)), Competence.DELIBERATE, TEXTS[Competence.DELIBERATE], against=against)
    assert outcome(table) is expected


@pytest.mark.parametrize(
    ("decides", "expected"),
    [
        (Decides.UNANIMITY, Outcome.ADOPTED),
        (Decides.CONSENSUS, Outcome.ADOPTED),
        # Where votes are added up, each counts as the text says.
        (Decides.MAJORITY, Outcome.ADOPTED),
    ],
)
def test_the_accused_does_not_bar_a_finding_against_itself(decides: Decides, expected: Outcome) -> None:
    """PCIJ, advisory opinion of 21 November 1925, Series B No. 12."""
    found = Determination(finding=Finding.AGGRESSION, author=DORIA, victim=CARNIA)
    table = decided(made(organ(decides=decides)), Competence.FIND_AGGRESSION, found, against=(DORIA,))
    assert outcome(table) is expected


def test_where_votes_are_added_up_the_accused_votes() -> None:
    found = Determination(finding=Finding.AGGRESSION, author=DORIA, victim=CARNIA)
    table = decided(made(organ()), Competence.FIND_AGGRESSION, found, against=(DORIA, CARNIA))
    assert outcome(table) is Outcome.REJECTED


def test_its_observers_stand_only_with_its_members() -> None:
    table = made(organ(), parties=(ALBA, DORIA))
    do(table, ALBA, seize(Competence.SUPERVISE))
    assert refused(table, ALBA, text(Competence.SUPERVISE, Observers(stake=MARCHES))).about["fault"] == "observers_outside"
    do(table, ALBA, text(Competence.SUPERVISE, Observers(stake=HILLS)))


def test_conditions_speak_of_the_organs_that_the_scenario_foresees() -> None:
    """What some powers find among themselves is no finding to an author who wrote of the Council."""
    table = decided(made(), Competence.FIND_AGGRESSION, AGGRESSION, Sanctions(target=BORIA, kinds=(Sanction.ARMS,)))
    assert table.state.measures_in_effect()
    assert not any(holds(table.state, Condition(f"{asked}(boria)")) for asked in ("found_guilty", "sanctioned", "force_authorised"))


# -- whom it binds


WITHDRAWS = Demand(addressees=(DORIA,), act=Act.REFRAIN, firmly=True)


@pytest.mark.parametrize(("binding", "owes"), [(True, True), (False, False)])
def test_what_it_decides_is_owed_by_members_where_the_article_says_so(binding: bool, owes: bool) -> None:
    table = decided(made(organ(binding=binding)), Competence.FIND_AGGRESSION, WITHDRAWS, against=(DORIA,))
    assert outcome(table) is Outcome.ADOPTED
    assert any(isinstance(o.duty, Refrain) and o.treaty == "alba.text" for o in owed_by(table.state, DORIA)) is owes


@pytest.mark.parametrize("competence", [Competence.DELIBERATE, Competence.RECOMMEND, Competence.ADMIT])
def test_words_and_recommendations_bind_nobody(competence: Competence) -> None:
    table = decided(made(organ(binding=True)), competence, TEXTS[competence])
    assert not any(m.bound for m in table.state.measures.values())


def sanctioning() -> Scenario:
    """The quiet scenario with sanctions among the orders."""
    return with_(quiet(charter=False), setting=with_(quiet(charter=False).setting, orders={OrderKind.SANCTION: {}}))


SANCTIONS = (AGGRESSION, Sanctions(target=BORIA, kinds=(Sanction.ARMS,)))
ACCEPTS = AcceptDecisions(body=BodyId(BOARD), between=(ALBA, CARNIA))


@pytest.mark.parametrize(
    ("clauses", "articles"),
    [
        # Of the paragraph itself, and of the article by which it binds.
        ((organ(binding=True),), {"p2", "a1"}),
        # An article that accepts the decisions of the organ is broken with them.
        ((organ(binding=True), ACCEPTS), {"p2", "a1", "a2"}),
        ((organ(), ACCEPTS), set()),
    ],
)
def test_who_does_not_carry_out_what_binds_breaks_every_promise_to_do_so(clauses: tuple[object, ...], articles: set[str]) -> None:
    table = decided(made(*clauses, scenario=sanctioning()), Competence.FIND_AGGRESSION, *SANCTIONS)  # type: ignore[arg-type]
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 2)
    broken = {e.article for e in table.chronicle[told:] if isinstance(e, ObligationBreached) and e.duty.debtor == ALBA}
    assert broken == articles


def test_a_deed_against_what_it_has_forbidden_breaks_the_article_that_binds_too() -> None:
    table = decided(made(organ(binding=True)), Competence.FIND_AGGRESSION, WITHDRAWS, against=(DORIA,))
    creditor = next(o.duty.creditor for o in owed_by(table.state, DORIA) if o.treaty == "alba.text")
    attack = Happening(deed=Deed.ATTACK, by=DORIA, toward=creditor)
    assert {"p1", "a1"} <= {o.article.id for o in breached_by(table.state, attack)}


def test_who_leaves_owes_nothing_of_what_it_decided() -> None:
    """VCLT 70."""
    table = decided(made(organ(binding=True), notice=ONE_DAY), Competence.FIND_AGGRESSION, *SANCTIONS)
    to_phase(table, Phase.TALKS, 1)
    do(table, DORIA, Denounce(treaty=PACT))
    to_phase(table, Phase.TALKS, 2)
    assert {frozenset(m.bound) for m in table.state.measures.values()} == {frozenset({ALBA, CARNIA})}


def test_a_binding_settlement_is_owed_by_the_parties_and_cannot_be_declined() -> None:
    table = made(organ(binding=True))
    settled = decided(table, Competence.SETTLE, Terms(stake=HILLS, to=ALBA), parties=(ALBA, DORIA), against=(DORIA,))
    (dispute,) = settled.state.disputes.values()
    assert dispute.report is not None and dispute.report.force is Force.DECIDED
    assert dispute.report.accepted == {ALBA, DORIA}


def test_terms_that_bind_and_are_not_carried_out_break_the_article_too() -> None:
    table = made(organ(binding=True))
    do(table, ALBA, OpenDispute(dispute=DisputeId("alba.claim"), title=both("A claim"), respondent=DORIA, over=HILLS))
    decided(table, Competence.SETTLE, Terms(stake=HILLS, to=ALBA), parties=(ALBA, DORIA), against=(DORIA,))
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 2)
    broken = [(e.treaty, e.article) for e in table.chronicle[told:] if isinstance(e, ObligationBreached) and e.duty.debtor == DORIA]
    assert set(broken) == {("@settlement", "report"), (PACT, "a1")}


# -- taking part


def test_a_member_promises_to_take_part_and_breaks_it_by_keeping_away_from_a_sitting() -> None:
    table = made()
    do(table, DORIA, KeepAway(organ=BOARD, away=True))
    decided(table, Competence.DELIBERATE, TEXTS[Competence.DELIBERATE])
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 1)
    lines = table.chronicle[told:]
    assert {(e.duty.debtor, e.duty.creditor) for e in lines if isinstance(e, ObligationBreached)} == {(DORIA, ALBA), (DORIA, CARNIA)}
    kept = {(e.duty.debtor, e.duty.creditor) for e in lines if isinstance(e, ObligationPerformed)}
    assert kept == {(a, b) for a in (ALBA, CARNIA) for b in THREE if a != b}
    do(table, DORIA, KeepAway(organ=BOARD, away=False))
    told = len(table.chronicle)
    to_phase(table, Phase.TALKS, 2)
    assert not [e for e in table.chronicle[told:] if isinstance(e, ObligationBreached | ObligationPerformed)], "it has not sat"


def test_an_empty_chair_breaks_nothing_while_nothing_sits() -> None:
    table = made()
    do(table, DORIA, KeepAway(organ=BOARD, away=True))
    to_phase(table, Phase.TALKS, 1)
    assert not [e for e in table.chronicle if isinstance(e, ObligationBreached)]


def test_before_keeping_away_one_is_told_what_that_would_break() -> None:
    table = made()
    found = consequences(table.state, DORIA, KeepAway(organ=BOARD, away=True))
    assert {(o.article.id, o.duty.creditor) for o in found.breaches} == {("a1", ALBA), ("a1", CARNIA)}
    assert not consequences(table.state, DORIA, KeepAway(organ=COUNCIL, away=True)).breaches


# -- members by vote


def test_one_admitted_by_a_vote_sits_is_bound_by_nothing_and_may_leave() -> None:
    """VCLT 34: it has signed nothing."""
    table = decided(made(organ(binding=True)), Competence.ADMIT, Admission(power=ETRIA))
    board = table.state.organs[BOARD]
    assert board.seats[ETRIA].by == ELECTED and not owed_by(table.state, ETRIA)
    to_phase(table, Phase.TALKS, 1)
    matter = with_(seize(Competence.FIND_AGGRESSION), item="alba.second")
    draft = with_(text(Competence.FIND_AGGRESSION, *SANCTIONS, item="alba.second"), resolution=ResolutionId("alba.second_text"))  # type: ignore[arg-type]
    do(table, ALBA, matter, draft)
    debated(table)
    vote(table, alba=Ballot.FOR, carnia=Ballot.FOR, doria=Ballot.FOR, etria=Ballot.FOR)
    assert {frozenset(m.bound) for m in table.state.measures.values()} == {frozenset(THREE)}
    to_phase(table, Phase.TALKS, 2)
    assert refused(table, ALBA, GiveNotice(organ=BOARD)).reason is Reason.NOTICE_NOT_OPEN
    do(table, ETRIA, GiveNotice(organ=BOARD))
    to_phase(table, Phase.TALKS, 3)
    assert ETRIA not in table.state.organs[BOARD].seats


def test_one_admitted_that_joins_the_treaty_sits_as_its_party_whatever_notice_it_had_given() -> None:
    table = decided(made(organ(binding=True), accession=Accession.OPEN), Competence.ADMIT, Admission(power=ETRIA))
    to_phase(table, Phase.TALKS, 1)
    do(table, ETRIA, GiveNotice(organ=BOARD), Accede(treaty=PACT, reservations=()))
    to_phase(table, Phase.TALKS, 2)
    assert table.state.organs[BOARD].seats[ETRIA].by == ORDINARY and ETRIA in table.state.memberships[BOARD].members
    assert {o.article.id for o in owed_by(table.state, ETRIA)} == {"a1"}


# -- pacts that wait for a word


@pytest.mark.parametrize(
    ("parties", "competence", "paragraphs", "expected"),
    [
        ((ALBA, CARNIA), None, (), Standing.ENTITLED),
        ((ALBA, CARNIA), Competence.FIND_AGGRESSION, (AGGRESSION,), Standing.BOUND),
        # Powers that do not belong to it are not bound by its word.
        ((ETRIA, CARNIA), Competence.FIND_AGGRESSION, (AGGRESSION,), Standing.ENTITLED),
    ],
)
def test_a_promise_that_waits_for_a_recommendation_wakes_for_members(
    parties: tuple[Power, ...], competence: Competence | None, paragraphs: tuple[object, ...], expected: Standing
) -> None:
    table = made()
    conclude(table, parties[0], "aid", parties, MutualAssistance(automaticity=Automaticity.UPON_RECOMMENDATION))
    if competence is not None:
        decided(table, competence, *paragraphs)
    (call,) = (c for c in casus_foederis(table.state, BORIA, CARNIA) if c.power == parties[0])
    (ground,) = (g for g in call.grounds if g.treaty == f"{parties[0]}.aid")
    assert ground.standing is expected
