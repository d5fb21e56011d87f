"""Laws of the count, over rules, rolls and ballots of every shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.names import Power, SeatClass
from engine.voting import (
    Agreement,
    Ballot,
    Basis,
    Cause,
    Consensus,
    FaultyRule,
    Matter,
    Question,
    Requirement,
    Roll,
    Rule,
    Share,
    Votes,
    tally,
)
from engine.voting.count import can_carry, can_fail
from tests.engine.profiles import effort
from tests.engine.strategies import SEATS, sound_rules

few = effort(40)
MEMBERS = tuple(Power(p) for p in "abcdef")
BALLOTS = st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(Ballot), max_size=len(MEMBERS))
SOME = st.frozensets(st.sampled_from(MEMBERS), max_size=2)
RULES = sound_rules(MEMBERS)
QUESTIONS = st.builds(Question, matter=st.just(Matter.DISPUTE), parties=SOME, accused=SOME)


@st.composite
def rolls(draw: st.DrawFn, *, awaited: bool = False) -> Roll:
    absent = draw(SOME)
    waiting = draw(st.frozensets(st.sampled_from(MEMBERS), max_size=3)) - absent if awaited else frozenset()
    classes: dict[SeatClass, frozenset[Power]] = {seat: draw(st.frozensets(st.sampled_from(MEMBERS), max_size=4)) for seat in SEATS}
    return Roll(members=MEMBERS, classes=classes, absent=absent, awaited=waiting)


@few
@given(RULES, QUESTIONS, BALLOTS, rolls())
def test_the_change_named_turns_the_result_and_no_part_of_it_can_be_spared(
    rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll
) -> None:
    verdict = tally(rule, question, ballots, roll)
    if not verdict.change:
        assert not (can_carry if not verdict.carried else can_fail)(rule, question, all_present(roll))
        return
    come = Roll(members=roll.members, classes=roll.classes, absent=roll.absent - verdict.change.keys())
    assert tally(rule, question, {**ballots, **verdict.change}, come).carried is not verdict.carried
    for spared in verdict.change:
        rest = {p: b for p, b in verdict.change.items() if p != spared}
        still = Roll(members=roll.members, classes=roll.classes, absent=roll.absent - rest.keys())
        assert tally(rule, question, {**ballots, **rest}, still).carried is verdict.carried


def all_present(roll: Roll) -> Roll:
    return Roll(members=roll.members, classes=roll.classes)


@few
@given(RULES, QUESTIONS, BALLOTS, rolls())
def test_who_is_said_to_block_or_to_decide_does(rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll) -> None:
    verdict = tally(rule, question, ballots, roll)
    contrary = Ballot.AGAINST if verdict.carried else Ballot.FOR
    for power in MEMBERS:
        turned = tally(rule, question, {**ballots, power: contrary}, roll).carried is not verdict.carried
        assert turned is (power in verdict.decisive)
    for blocker in verdict.blockers:
        others = {p: ballots[p] if p == blocker and p in ballots else Ballot.FOR for p in MEMBERS}
        if blocker not in ballots:
            del others[blocker]
        assert not tally(rule, question, others, roll).carried
    if verdict.cause is Cause.VETOED:
        agreed = {**ballots, **dict.fromkeys(verdict.blockers, Ballot.FOR)}
        assert tally(
            rule, question, agreed, Roll(members=roll.members, classes=roll.classes, absent=roll.absent - {*verdict.blockers})
        ).carried


@few
@given(RULES, QUESTIONS, BALLOTS, rolls())
def test_a_vote_turned_into_a_yes_never_defeats(rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll) -> None:
    verdict = tally(rule, question, ballots, roll)
    for power in MEMBERS:
        assert tally(rule, question, {**ballots, power: Ballot.FOR}, roll).carried or not verdict.carried


@few
@given(RULES, QUESTIONS, BALLOTS, rolls(awaited=True), st.permutations(MEMBERS))
def test_the_order_of_votes_never_matters(
    rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll, order: list[Power]
) -> None:
    other = {p: ballots[p] for p in order if p in ballots}
    assert tally(rule, question, other, roll) == tally(rule, question, ballots, roll)


@few
@given(RULES, QUESTIONS, BALLOTS, rolls(), st.sampled_from(Ballot))
def test_a_vote_excluded_or_disallowed_never_matters(
    rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll, ballot: Ballot
) -> None:
    verdict = tally(rule, question, ballots, roll)
    for power in verdict.excluded + verdict.bound:
        other = tally(rule, question, {**ballots, power: ballot}, roll)
        assert (other.carried, other.cause, other.numbers, other.change) == (
            verdict.carried,
            verdict.cause,
            verdict.numbers,
            verdict.change,
        )


@few
@given(BALLOTS, rolls())
def test_consensus_is_the_unanimity_of_those_who_speak(ballots: dict[Power, Ballot], roll: Roll) -> None:
    consensus = Rule(name="consensus", requirements=(Requirement(threshold=Consensus()),))
    unanimity = Rule(name="unanimity", requirements=(Requirement(threshold=Agreement(), basis=Basis.PRESENT_AND_VOTING),))
    question = Question(matter=Matter.SUBSTANTIVE)
    agreed, unopposed = (tally(rule, question, ballots, roll) for rule in (unanimity, consensus))
    speaks = bool(agreed.favouring or agreed.against)
    assert agreed.carried is (unopposed.carried and speaks)


@few
@given(RULES, QUESTIONS, BALLOTS, rolls(awaited=True))
def test_an_open_vote_says_what_is_needed_and_who_can_still_block(
    rule: Rule, question: Question, ballots: dict[Power, Ballot], roll: Roll
) -> None:
    verdict = tally(rule, question, ballots, roll)
    waiting = verdict.awaited
    best = {**ballots, **dict.fromkeys(waiting, Ballot.FOR)}
    worst = {**ballots, **dict.fromkeys(waiting, Ballot.AGAINST)}
    can = tally(rule, question, best, roll).carried
    assert (verdict.still_needed is not None) is can or not waiting
    if waiting:
        assert verdict.settled is (can is tally(rule, question, worst, roll).carried)
    for power in verdict.could_block:
        assert not tally(rule, question, {**best, power: Ballot.AGAINST}, roll).carried


@few
@given(
    st.one_of(
        st.builds(Votes, st.integers(-3, 9)),
        st.builds(Share, part=st.integers(-1, 5), of=st.integers(-1, 4), passed=st.booleans()),
    )
)
def test_a_rule_that_can_be_built_can_carry_and_can_fail(threshold: Votes | Share) -> None:
    try:
        rule = Rule(name="drawn", requirements=(Requirement(threshold=threshold),))
    except FaultyRule as refused:
        assert refused.fault.code in ("rule_never_carries", "rule_never_fails")
        return
    many = Roll(members=tuple(Power(f"p{n}") for n in range(12)))
    question = Question(matter=Matter.SUBSTANTIVE)
    assert can_carry(rule, question, many) and can_fail(rule, question, many)
