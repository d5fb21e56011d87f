"""Worked cases of the Covenant: votes of the Council and the Assembly as they were taken, and the test table of its law."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.voting import Ballot, Cause, Matter, Question, Roll, Verdict, tally
from engine.voting.bodies import LEAGUE_ASSEMBLY, LEAGUE_COUNCIL
from engine.voting.league import MEMBERSHIPS, assembly_on, council_on, members_on
from tests.engine.voting.chambers import cast, powers


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


def question(matter: Matter, parties: str = "", accused: str = "") -> Question:
    return Question(matter=matter, parties=frozenset(powers(parties)), accused=frozenset(powers(accused)))


def without(roll: Roll, absent: str) -> Roll:
    return Roll(members=roll.members, classes=roll.classes, absent=frozenset(powers(absent)))


def assembly(favour: int, against: str = "", abstaining: int = 0, *, on: str, matter: Matter, parties: str = "") -> Verdict:
    """A vote of the Assembly by its figures: the Council's members vote for unless named, then the others as far as the figures go."""
    roll = assembly_on(day(on))
    sitting = roll.classes[next(iter(roll.classes))]
    named = powers(against)
    order = sorted((p for p in roll.members if p not in named), key=lambda p: p not in sitting)
    ballots = dict.fromkeys(order[:favour], Ballot.FOR) | dict.fromkeys(order[favour : favour + abstaining], Ballot.ABSTAIN)
    ballots |= dict.fromkeys(named, Ballot.AGAINST)
    absent = frozenset(roll.members) - ballots.keys()
    return tally(
        LEAGUE_ASSEMBLY.rule_for(matter),
        question(matter, parties),
        ballots,
        Roll(members=roll.members, classes=roll.classes, absent=absent),
    )


# -- composition

# League Council handbook; members seen voting on 7 October 1935, 19 March 1936, 14 December 1939.
COUNCILS = [
    ("1932-10-10", "uk france italy germany japan", "china panama spain guatemala ireland norway czechoslovakia mexico poland"),
    ("1933-12-01", "uk france italy", "argentina australia denmark portugal china panama spain czechoslovakia mexico poland"),
    ("1934-10-01", "uk france italy ussr", "argentina australia denmark portugal chile turkey spain czechoslovakia mexico poland"),
    ("1935-10-07", "uk france italy ussr", "argentina australia denmark portugal chile turkey spain ecuador poland romania"),
    ("1936-10-01", "uk france italy ussr", "chile turkey spain ecuador poland romania bolivia new_zealand sweden china latvia"),
    ("1938-01-01", "uk france ussr", "ecuador poland romania bolivia new_zealand sweden china latvia belgium iran peru"),
    ("1938-10-01", "uk france ussr", "bolivia new_zealand sweden china latvia belgium iran peru greece yugoslavia dominican_republic"),
    (
        "1939-12-14",
        "uk france ussr",
        "belgium iran peru greece yugoslavia dominican_republic south_africa bolivia egypt finland china",
    ),
]


@pytest.mark.parametrize(("on", "permanent", "elected"), COUNCILS, ids=[c[0] for c in COUNCILS])
def test_the_council_of_a_day_is_the_one_that_sat(on: str, permanent: str, elected: str) -> None:
    roll = council_on(day(on))
    assert roll.classes == {"permanent": frozenset(powers(permanent)), "elected": frozenset(powers(elected))}
    assert frozenset(roll.members) == frozenset(powers(f"{permanent} {elected}"))


@pytest.mark.parametrize(
    ("power", "notice", "last_day"),
    [("japan", "1933-03-27", "1935-03-26"), ("germany", "1933-10-19", "1935-10-18"), ("italy", "1937-12-11", "1939-12-10")],
)
def test_a_member_that_gives_notice_is_bound_for_two_years_and_gone_in_fact(power: str, notice: str, last_day: str) -> None:
    assert power in members_on(day(last_day)) and power not in members_on(day(last_day) + dt.timedelta(days=1))
    assert power in members_on(day(notice) - dt.timedelta(days=1), in_fact=True) and power not in members_on(day(notice), in_fact=True)


@pytest.mark.parametrize(("on", "number"), [("1920-01-10", 42), ("1920-01-09", 0), ("1934-09-18", 58)])
def test_the_league_has_so_many_members(on: str, number: int) -> None:
    assert len(members_on(day(on))) == number


def test_no_member_leaves_before_it_joins_and_nobody_is_listed_twice() -> None:
    assert all(m.joined < m.left <= m.released for m in MEMBERSHIPS)
    assert len({m.power for m in MEMBERSHIPS}) == len(MEMBERSHIPS)
    for seat_day in (m.joined for m in MEMBERSHIPS):
        assert len(set(council_on(seat_day).members)) == len(council_on(seat_day).members)


# -- the Council

COUNCIL_1925 = council_on(day("1925-12-16")).seating(frozenset(powers("turkey")))
COUNCIL_1931 = council_on(day("1931-10-24"))
COUNCIL_1935 = council_on(day("1935-10-07"))
COUNCIL_1936 = council_on(day("1936-03-19"))
CASES = [
    # 24 October 1931: the call on Japan to evacuate, under Article 11, 13-1.
    ("1 Article 11: a party's no defeats", COUNCIL_1931, Matter.SUBSTANTIVE, "japan china", "japan", "", False),
    ("2 Article 15: a party's no is not counted", COUNCIL_1931, Matter.DISPUTE, "japan china", "japan", "", True),
    ("3 Article 15: one other no leaves a free hand", COUNCIL_1931, Matter.DISPUTE, "japan china", "spain", "", False),
    ("3 but a majority publishes its report", COUNCIL_1931, Matter.REPORT, "japan china", "spain japan", "", True),
    # 17 April 1935: the condemnation of German rearmament, Denmark abstaining.
    ("4 abstention does not break unanimity", council_on(day("1935-04-17")), Matter.SUBSTANTIVE, "", "", "denmark", True),
    ("4 nor do two", COUNCIL_1935, Matter.SUBSTANTIVE, "", "", "denmark chile", True),
    ("5 a committee of inquiry by 8-6", COUNCIL_1935, Matter.PROCEDURAL, "", "italy poland spain turkey chile ecuador", "", True),
    ("5 but not by 7-7", COUNCIL_1935, Matter.PROCEDURAL, "", "italy poland spain turkey chile ecuador france", "", False),
    # 7 October 1935: the report of the Committee of Six; Ethiopia sits under Article 4(5).
    ("Ethiopia 1935", COUNCIL_1935.seating(frozenset(powers("ethiopia"))), Matter.BREACH, "ethiopia italy", "italy", "", True),
    ("Ethiopia 1935, were a third member against", COUNCIL_1935, Matter.BREACH, "ethiopia italy", "italy chile", "", False),
    # 19 March 1936: Germany's breach of Versailles 43 and Locarno; Chile abstains, Ecuador is absent.
    (
        "Rhineland 1936",
        without(COUNCIL_1936.seating(frozenset(powers("belgium germany"))), "ecuador"),
        Matter.BREACH,
        "france belgium germany",
        "germany",
        "chile",
        True,
    ),
    (
        "10 who is invited under 4(5) votes",
        COUNCIL_1935.seating(frozenset(powers("finland"))),
        Matter.SUBSTANTIVE,
        "",
        "finland",
        "",
        False,
    ),
    ("the Mosul opinion of 1925: the parties' votes are not counted", COUNCIL_1925, Matter.DISPUTE, "uk turkey", "uk turkey", "", True),
    ("the Mosul opinion of 1925: those of all others are needed", COUNCIL_1925, Matter.DISPUTE, "uk turkey", "sweden", "", False),
    ("10 unless it is a party", COUNCIL_1935.seating(frozenset(powers("finland"))), Matter.DISPUTE, "finland ussr", "finland", "", True),
]


@pytest.mark.parametrize(("case", "roll", "matter", "parties", "against", "abstain", "carried"), CASES, ids=[c[0] for c in CASES])
def test_the_council_decides_as_the_covenant_has_it(
    case: str, roll: Roll, matter: Matter, parties: str, against: str, abstain: str, carried: bool
) -> None:
    verdict = tally(LEAGUE_COUNCIL.rule_for(matter), question(matter, parties), cast(roll, against, abstain), roll)
    assert verdict.carried is carried, case


def test_of_the_vote_on_the_rhineland_eleven_are_counted() -> None:
    roll = without(COUNCIL_1936.seating(frozenset(powers("belgium germany"))), "ecuador")
    verdict = tally(
        LEAGUE_COUNCIL.rule_for(Matter.BREACH),
        question(Matter.BREACH, "france belgium", "germany"),
        cast(roll, "germany", "chile"),
        roll,
    )
    assert frozenset(verdict.favouring) == frozenset(
        powers("argentina australia denmark uk italy poland portugal romania ussr spain turkey")
    )
    assert (verdict.abstaining, verdict.absent) == (powers("chile"), powers("ecuador"))
    assert frozenset(verdict.excluded) == frozenset(powers("france belgium germany"))


# 14 December 1939: for 7; Finland, Greece, Yugoslavia and China abstain; the USSR, Iran and Peru are absent. L. Gross, AJIL 39 (1945).
@pytest.mark.parametrize(
    ("reading", "carried", "blockers"),
    [
        (None, True, ""),
        ("expulsion_by_all_present", False, "china finland greece yugoslavia"),
        ("expulsion_by_all_seated", False, "china finland greece iran peru yugoslavia"),
    ],
)
def test_the_expulsion_of_the_ussr_stands_or_falls_by_what_it_is_to_concur(reading: str | None, carried: bool, blockers: str) -> None:
    roll = without(council_on(day("1939-12-14")), "ussr iran peru")
    body = LEAGUE_COUNCIL.read(reading) if reading else LEAGUE_COUNCIL
    verdict = tally(
        body.rule_for(Matter.EXPULSION),
        question(Matter.EXPULSION, accused="ussr"),
        cast(roll, abstain="finland greece yugoslavia china"),
        roll,
    )
    assert len(verdict.favouring) == 7 and verdict.excluded == powers("ussr")
    assert verdict.carried is carried and verdict.blockers == powers(blockers)
    if not carried:
        assert verdict.cause is Cause.OPPOSED and tuple(verdict.change) == powers(blockers)


def test_the_accused_cannot_prevent_its_expulsion_by_its_own_vote() -> None:
    roll = council_on(day("1939-12-14"))
    verdict = tally(LEAGUE_COUNCIL.rule_for(Matter.EXPULSION), question(Matter.EXPULSION, accused="ussr"), cast(roll, "ussr"), roll)
    assert verdict.carried


# -- the Assembly


def test_an_assembly_report_is_adopted_without_the_parties_as_on_manchuria() -> None:
    # 24 February 1933: 42-1 (Japan), Siam abstaining.
    verdict = assembly(42, "japan", 1, on="1933-02-24", matter=Matter.DISPUTE, parties="china japan")
    assert verdict.carried and verdict.excluded == powers("china japan")


def test_9_an_assembly_report_fails_on_one_member_of_the_council() -> None:
    verdict = assembly(41, "japan spain", on="1933-02-24", matter=Matter.DISPUTE, parties="china japan")
    assert (verdict.carried, verdict.cause, verdict.blockers) == (False, Cause.OPPOSED, powers("spain"))


def test_an_assembly_report_needs_a_majority_of_the_other_members_too() -> None:
    others = [p for p in assembly_on(day("1933-02-24")).members if p not in council_on(day("1933-02-24")).members]
    verdict = assembly(20, " ".join(others[:30]), on="1933-02-24", matter=Matter.DISPUTE, parties="china japan")
    assert (verdict.carried, verdict.cause, verdict.blockers) == (False, Cause.SHORT, ())
    assert [numbers.met for numbers in verdict.numbers] == [True, False]


@pytest.mark.parametrize(
    ("favour", "against", "abstaining", "on", "matter", "carried"),
    [
        (39, "switzerland netherlands portugal", 7, "1934-09-17", Matter.ADMISSION, True),  # USSR, 18 September 1934
        (23, 24, 0, "1937-09-20", Matter.RE_ELECTION, False),  # Spain, 20 September 1937
        (24, 23, 0, "1937-09-20", Matter.ELECTION, True),  # the same figures would have been enough to elect
        (25, 2, 7, "1938-09-29", Matter.SUBSTANTIVE, False),  # leaving the parties out of Article 11, September 1938
        (40, "iran", 0, "1923-09-25", Matter.SUBSTANTIVE, False),  # the interpretation of Article 10, September 1923
    ],
)
def test_the_assembly_decides_by_the_kind_of_question(
    favour: int, against: int | str, abstaining: int, on: str, matter: Matter, carried: bool
) -> None:
    names = against if isinstance(against, str) else " ".join(members_on(day(on), in_fact=True)[-against:])
    assert assembly(favour, names, abstaining, on=on, matter=matter).carried is carried


@pytest.mark.parametrize(("matter", "carried"), [(Matter.SUBSTANTIVE, False), (Matter.DISPUTE, True)])
def test_the_end_of_sanctions_turns_on_whether_a_party_is_counted(matter: Matter, carried: bool) -> None:
    # 4 July 1936: 44-1 (Ethiopia)-4.
    assert assembly(44, "ethiopia", 4, on="1936-07-04", matter=matter, parties="ethiopia italy").carried is carried
