"""The other bodies of history, what a body may be given instead, and the rules that are refused."""

from __future__ import annotations

import pytest

from engine.names import BodyId, Power, SeatClass
from engine.voting import (
    Agreement,
    Ballot,
    Basis,
    Cause,
    FaultyRule,
    Matter,
    Question,
    Requirement,
    Roll,
    Rule,
    Share,
    Veto,
    Votes,
    rule_faults,
    tally,
)
from engine.voting.bodies import (
    BODIES,
    COLLECTIVE_SECURITY_COUNCIL,
    CONFERENCE,
    CSCE,
    CSCE_SINCE_PRAGUE,
    LEAGUE_COUNCIL,
    LOCARNO_POWERS,
    NON_INTERVENTION_COMMITTEE,
    SECURITY_COUNCIL,
    Body,
    Effect,
    body_faults,
)
from engine.voting.rules import COVENANT_16_4_PRESENT, RULES
from tests.engine.voting.chambers import cast, council, powers

CSCE_STATES = Roll(members=powers("yugoslavia russia usa malta cyprus turkey"))
LOCARNO = Roll(members=powers("germany france belgium uk italy"), classes={SeatClass("guarantor"): frozenset(powers("uk italy"))})
# Almaty, 10 February 1995: eight signed the Concept, Azerbaijan did not.
TASHKENT = Roll(members=powers("armenia azerbaijan belarus georgia kazakhstan kyrgyzstan russia tajikistan uzbekistan"))
TABLE = Roll(members=powers("uk france italy"))


@pytest.mark.parametrize(
    ("body", "roll", "matter", "votes", "concerned", "carried"),
    [
        (CONFERENCE, TABLE, Matter.SUBSTANTIVE, ("", "", ""), "", True),
        (CONFERENCE, TABLE, Matter.SUBSTANTIVE, ("", "italy", ""), "", False),
        (NON_INTERVENTION_COMMITTEE, TABLE, Matter.SUBSTANTIVE, ("italy", "", ""), "", False),
        (NON_INTERVENTION_COMMITTEE, TABLE, Matter.SUBSTANTIVE, ("", "", "italy"), "", True),
        (CSCE, CSCE_STATES, Matter.SUBSTANTIVE, ("", "malta turkey", "cyprus"), "", True),
        (CSCE, CSCE_STATES, Matter.SUBSTANTIVE, ("malta", "", ""), "", False),
        (CSCE, CSCE_STATES, Matter.BREACH, ("yugoslavia", "", ""), "yugoslavia", False),
        # 8 July 1992: Yugoslavia suspended without its consent.
        (CSCE_SINCE_PRAGUE, CSCE_STATES, Matter.BREACH, ("yugoslavia", "", ""), "yugoslavia", True),
        (CSCE_SINCE_PRAGUE, CSCE_STATES, Matter.BREACH, ("yugoslavia russia", "", ""), "yugoslavia", False),
        (CSCE_SINCE_PRAGUE, CSCE_STATES, Matter.DISPUTE, ("cyprus turkey", "", ""), "cyprus turkey", True),
        (CSCE_SINCE_PRAGUE, CSCE_STATES, Matter.SUBSTANTIVE, ("yugoslavia", "", ""), "yugoslavia", False),
        (COLLECTIVE_SECURITY_COUNCIL, TASHKENT, Matter.SUBSTANTIVE, ("", "", "azerbaijan"), "", True),
        (COLLECTIVE_SECURITY_COUNCIL, TASHKENT, Matter.SUBSTANTIVE, ("azerbaijan", "", ""), "", False),
        (LOCARNO_POWERS, LOCARNO, Matter.BREACH, ("germany", "", ""), "germany", True),
        (LOCARNO_POWERS, LOCARNO, Matter.BREACH, ("france belgium germany", "", ""), "germany", True),
        (LOCARNO_POWERS, LOCARNO, Matter.BREACH, ("italy germany", "", ""), "germany", False),
        (LOCARNO_POWERS, LOCARNO, Matter.SUBSTANTIVE, ("germany", "", ""), "germany", True),
        (LOCARNO_POWERS, LOCARNO, Matter.SUBSTANTIVE, ("france germany", "", ""), "germany", False),
    ],
)  # fmt: skip
def test_a_body_decides_by_its_own_rule(
    body: Body, roll: Roll, matter: Matter, votes: tuple[str, str, str], concerned: str, carried: bool
) -> None:
    named = frozenset(powers(concerned))
    verdict = tally(body.rule_for(matter), Question(matter=matter, parties=named, accused=named), cast(roll, *votes), roll)
    assert verdict.carried is carried


@pytest.mark.parametrize(
    ("effect", "bound"),
    [
        (Effect.DECISION, TASHKENT.members),
        (Effect.RECOMMENDATION, ()),
        (Effect.DECLARATION, ()),
        (Effect.AGREEMENT, tuple(p for p in TASHKENT.members if p != "azerbaijan")),
    ],
)
def test_what_is_adopted_binds_whom_the_body_may_bind(effect: Effect, bound: tuple[Power, ...]) -> None:
    rule = COLLECTIVE_SECURITY_COUNCIL.rule_for(Matter.SUBSTANTIVE)
    question = Question(matter=Matter.SUBSTANTIVE)
    carried = tally(rule, question, cast(TASHKENT, silent="azerbaijan"), TASHKENT)
    lost = tally(rule, question, cast(TASHKENT, against="azerbaijan"), TASHKENT)
    assert COLLECTIVE_SECURITY_COUNCIL.binds(carried, TASHKENT, effect) == bound
    assert COLLECTIVE_SECURITY_COUNCIL.binds(lost, TASHKENT, effect) == ()
    assert COLLECTIVE_SECURITY_COUNCIL.binds(carried, TASHKENT) == tuple(p for p in TASHKENT.members if p != "azerbaijan")


@pytest.mark.parametrize("name", sorted(BODIES))
def test_every_body_has_a_rule_for_every_kind_of_question_from_the_register(name: BodyId) -> None:
    body = BODIES[name]
    assert body.id == name
    for variant in (body, *(body.read(reading) for reading in body.readings)):
        for matter in Matter:
            rule = variant.rule_for(matter)
            assert RULES[rule.name] is rule


@pytest.mark.parametrize("name", sorted(BODIES))
def test_every_body_can_carry_and_defeat_every_question_as_it_sits(name: BodyId) -> None:
    members = powers(" ".join(f"m{n}" for n in range(15)))
    classes = {seat: frozenset(members[:5]) for seat in ("permanent", "elected", "council", "guarantor")}
    roll = Roll(members=members, classes={SeatClass(seat): who for seat, who in classes.items()})
    assert body_faults(BODIES[name], roll) == ()


def test_a_body_may_be_given_other_rules_and_keeps_the_rest() -> None:
    changed = LEAGUE_COUNCIL.with_rules({Matter.EXPULSION: COVENANT_16_4_PRESENT})
    assert changed.rule_for(Matter.EXPULSION) is COVENANT_16_4_PRESENT
    assert changed.rule_for(Matter.DISPUTE) is LEAGUE_COUNCIL.rule_for(Matter.DISPUTE)
    assert LEAGUE_COUNCIL.read("expulsion_by_all_present") == changed
    with pytest.raises(KeyError):
        LEAGUE_COUNCIL.read("no such reading")


def needs(threshold: Votes | Share | Agreement, basis: Basis = Basis.PRESENT_AND_VOTING) -> tuple[Requirement, ...]:
    return (Requirement(threshold=threshold, basis=basis),)


@pytest.mark.parametrize(
    ("requirements", "weights", "code"),
    [
        ((), {}, "rule_without_requirement"),
        (needs(Votes(0)), {}, "rule_never_fails"),
        (needs(Votes(-1)), {}, "rule_never_fails"),
        (needs(Share(part=0, of=3)), {}, "rule_never_fails"),
        (needs(Share(part=-1, of=3)), {}, "rule_never_fails"),
        (needs(Share(part=4, of=3)), {}, "rule_never_carries"),
        (needs(Share(part=3, of=3, passed=True)), {}, "rule_never_carries"),
        (needs(Share(part=1, of=0)), {}, "rule_never_carries"),
        (needs(Votes(1)), {Power("a"): 0}, "rule_weight"),
    ],
)
def test_a_rule_that_can_never_carry_or_never_fail_cannot_be_made(
    requirements: tuple[Requirement, ...], weights: dict[Power, int], code: str
) -> None:
    with pytest.raises(FaultyRule) as refused:
        Rule(name="mine", requirements=requirements, weights=weights)
    assert (refused.value.fault.code, refused.value.fault.word) == (code, "mine")


def test_a_sound_rule_has_no_fault() -> None:
    assert all(rule_faults(rule) == () for rule in RULES.values())


@pytest.mark.parametrize(
    ("body", "roll", "codes"),
    [
        (SECURITY_COUNCIL, council("a b c"), {"rule_never_carries_here"}),
        (SECURITY_COUNCIL, council("a b c d e f g h i j"), set()),
        (Body(id=BodyId("empty"), rules={}, effect=Effect.DECISION), CSCE_STATES, {"body_without_rules"}),
        (LOCARNO_POWERS, Roll(members=LOCARNO.members), {"rule_never_carries_here"}),
    ],
)
def test_a_body_whose_members_could_never_decide_is_told_so(body: Body, roll: Roll, codes: set[str]) -> None:
    assert {fault.code for fault in body_faults(body, roll)} == codes


WEIGHTED = Rule(name="weighted", requirements=needs(Votes(5)), weights={Power("uk"): 4, Power("france"): 3})


@pytest.mark.parametrize(("yes", "carried"), [("uk italy", True), ("france italy", False), ("uk france", True), ("italy", False)])
def test_votes_are_weighed_by_the_table(yes: str, carried: bool) -> None:
    verdict = tally(WEIGHTED, Question(matter=Matter.SUBSTANTIVE), cast(TABLE, yes=yes), TABLE)
    assert verdict.carried is carried


def test_strangers_and_absentees_have_no_vote() -> None:
    roll = Roll(members=powers("uk france italy"), absent=frozenset(powers("italy")))
    ballots = dict.fromkeys(powers("uk france"), Ballot.FOR) | dict.fromkeys(powers("italy germany"), Ballot.AGAINST)
    verdict = tally(CSCE.rule_for(Matter.SUBSTANTIVE), Question(matter=Matter.SUBSTANTIVE), ballots, roll)
    assert verdict.carried and tuple(verdict.ballots) == powers("uk france") and verdict.absent == powers("italy")


def test_an_open_vote_of_the_security_council_names_the_votes_needed_and_who_could_block() -> None:
    roll = council("a b c d e f g h i j")
    waiting = frozenset(powers("usa china h i j"))
    opened = Roll(members=roll.members, classes=roll.classes, awaited=waiting)
    ballots = {p: b for p, b in cast(roll, against="a b").items() if p not in waiting}
    verdict = tally(SECURITY_COUNCIL.rule_for(Matter.SUBSTANTIVE), Question(matter=Matter.SUBSTANTIVE), ballots, opened)
    assert (verdict.still_needed, verdict.could_block, verdict.settled) == (1, powers("china usa"), False)
    vetoed = {**ballots, Power("usa"): Ballot.AGAINST}
    verdict = tally(SECURITY_COUNCIL.rule_for(Matter.SUBSTANTIVE), Question(matter=Matter.SUBSTANTIVE), vetoed, opened)
    assert (verdict.still_needed, verdict.could_block, verdict.settled) == (None, (), True)


def test_an_abstention_that_blocks_is_itself_a_veto() -> None:
    strict = Rule(name="strict", requirements=needs(Votes(1)), veto=Veto(by=SeatClass("permanent"), abstention=True))
    roll = council("a b", permanent="uk")
    verdict = tally(strict, Question(matter=Matter.SUBSTANTIVE), cast(roll, abstain="uk"), roll)
    assert (verdict.cause, verdict.blockers, verdict.change) == (Cause.VETOED, powers("uk"), {Power("uk"): Ballot.FOR})
