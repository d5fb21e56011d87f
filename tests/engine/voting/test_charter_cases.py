"""Worked cases of the Charter: votes of the Security Council and the General Assembly, and the test table of their law."""

from __future__ import annotations

import pytest

from engine.names import Power
from engine.voting import Ballot, Cause, Matter, Question, Roll, tally
from engine.voting.bodies import GENERAL_ASSEMBLY, SECURITY_COUNCIL, SECURITY_COUNCIL_OF_11, UNITING_FOR_PEACE
from tests.engine.voting.chambers import cast, council, powers

# Members besides the permanent five; Bailey and Daws, The Procedure of the UN Security Council.
OF_1950 = council("cuba ecuador egypt india norway yugoslavia", absent="ussr")
OF_LATE_1950 = council("cuba ecuador egypt india norway yugoslavia")
OF_1947 = council("poland a b c d e")
"""Of the elected members of 1947, 1982, 1992 and 2002 those alone are named that are told apart by their votes."""
OF_1982 = council("panama poland spain a b c d e f g")
OF_1992 = council("india zimbabwe a b c d e f g h")
OF_2003 = council("syria a b c d e f g h i")
OF_1956 = council("australia belgium cuba iran peru yugoslavia")
OF_1962 = council("chile ghana ireland romania uar venezuela")
OF_1990 = council("canada colombia ivory_coast cuba ethiopia finland malaysia romania yemen zaire")
OF_1991 = council("austria belgium ivory_coast cuba ecuador india romania yemen zaire zimbabwe")
OF_1993 = council("brazil cape_verde djibouti hungary japan morocco new_zealand pakistan spain venezuela")
ELECTED_1990 = "canada colombia ivory_coast cuba ethiopia finland malaysia romania yemen zaire"

CARRIED, VETOED, SHORT = Cause.CARRIED, Cause.VETOED, Cause.SHORT
Votes = tuple[str, str, str]
"""Against, abstaining, not participating."""


def decide(
    roll: Roll, matter: Matter, votes: Votes, parties: str = "", *, body: object = None, reading: str | None = None
) -> tuple[Cause, tuple[Power, ...]]:
    found = SECURITY_COUNCIL_OF_11 if len(roll.members) == 11 else SECURITY_COUNCIL
    rule = (found.read(reading) if reading else found).rule_for(matter)
    verdict = tally(rule, Question(matter=matter, parties=frozenset(powers(parties))), cast(roll, *votes), roll)
    return verdict.cause, verdict.blockers


SUBSTANCE, PROCEDURE = Matter.SUBSTANTIVE, Matter.PROCEDURAL
VOTES: list[tuple[str, Roll, Matter, Votes, Cause]] = [
    ("82 Korea, breach of the peace", OF_1950, SUBSTANCE, ("", "yugoslavia", ""), CARRIED),
    ("83 Korea, assistance", OF_1950, SUBSTANCE, ("yugoslavia", "", "egypt india"), CARRIED),
    ("84 Korea, unified command", OF_1950, SUBSTANCE, ("", "egypt india yugoslavia", ""), CARRIED),
    ("85 Korea, relief", OF_1950, SUBSTANCE, ("", "yugoslavia", ""), CARRIED),
    ("30 November 1950, on the intervention in Korea", OF_LATE_1950, SUBSTANCE, ("ussr", "", "india"), VETOED),
    ("118, first part", OF_1956, SUBSTANCE, ("", "", ""), CARRIED),
    ("S/3710 Suez", OF_1956, SUBSTANCE, ("uk france", "australia belgium", ""), VETOED),
    ("119 Suez, calling the Assembly", OF_1956, PROCEDURE, ("uk france", "australia belgium", ""), CARRIED),
    ("118, second part", OF_1956, SUBSTANCE, ("ussr yugoslavia", "", ""), VETOED),
    ("132 Laos", council("a b c d e f"), PROCEDURE, ("ussr", "", ""), CARRIED),
    ("660 Kuwait", OF_1990, SUBSTANCE, ("", "", "yemen"), CARRIED),
    ("661 Kuwait, sanctions", OF_1990, SUBSTANCE, ("", "cuba yemen", ""), CARRIED),
    ("662, 664, 667, 669, 677 Kuwait", OF_1990, SUBSTANCE, ("", "", ""), CARRIED),
    ("665, 674 Kuwait, 13-0-2", OF_1990, SUBSTANCE, ("", "cuba yemen", ""), CARRIED),
    ("666 Kuwait, food", OF_1990, SUBSTANCE, ("cuba yemen", "", ""), CARRIED),
    ("670 Kuwait, air", OF_1990, SUBSTANCE, ("cuba", "", ""), CARRIED),
    ("678 Kuwait, all necessary means", OF_1990, SUBSTANCE, ("cuba yemen", "china", ""), CARRIED),
    ("678, had China voted against", OF_1990, SUBSTANCE, ("cuba yemen china", "", ""), VETOED),
    ("686 Kuwait, end of hostilities", OF_1991, SUBSTANCE, ("cuba", "china india yemen", ""), CARRIED),
    ("687 Kuwait, ceasefire", OF_1991, SUBSTANCE, ("cuba", "ecuador yemen", ""), CARRIED),
    ("713, 743, 819, 824, 1031 Bosnia", OF_1993, SUBSTANCE, ("", "", ""), CARRIED),
    ("757 Bosnia, sanctions", OF_1992, SUBSTANCE, ("", "china zimbabwe", ""), CARRIED),
    ("770 Bosnia, aid by all measures", OF_1992, SUBSTANCE, ("", "china india zimbabwe", ""), CARRIED),
    ("781, 816 Bosnia, no flights", OF_1993, SUBSTANCE, ("", "china", ""), CARRIED),
    ("820 Bosnia, two permanent members abstaining", OF_1993, SUBSTANCE, ("", "china ussr", ""), CARRIED),
    ("836 Bosnia, safe areas", OF_1993, SUBSTANCE, ("", "pakistan venezuela", ""), CARRIED),
    ("1441 Iraq", OF_2003, SUBSTANCE, ("", "", ""), CARRIED),
    ("1483 Iraq", OF_2003, SUBSTANCE, ("", "", "syria"), CARRIED),
    ("lifting the arms embargo on Bosnia, 6-0-9", OF_1993, SUBSTANCE, ("", "china france ussr uk brazil hungary japan new_zealand spain", ""), SHORT),
    ("S/1994/1358 on Bosnia, 13-1-1", OF_1993, SUBSTANCE, ("ussr", "china", ""), VETOED),
    ("1 nine for, a permanent member against", OF_1990, SUBSTANCE, ("usa", "canada finland malaysia yemen zaire", ""), VETOED),
    ("2 nine for, two permanent members abstaining", OF_1990, SUBSTANCE, ("", "usa china canada finland malaysia yemen", ""), CARRIED),
    ("3 eight for, seven abstaining", OF_1990, SUBSTANCE, ("", "canada colombia cuba finland malaysia yemen zaire", ""), SHORT),
    ("3 eight for and a permanent member against is no veto", OF_1990, SUBSTANCE, ("usa", "canada colombia cuba finland malaysia yemen", ""), SHORT),
    ("4 a permanent member against the agenda", OF_1990, PROCEDURE, ("usa", "", ""), CARRIED),
    ("5 whether it is procedural, a permanent member against", OF_1990, Matter.WHETHER_PROCEDURAL, ("ussr", "", ""), VETOED),
    ("10 nine of fifteen call an emergency session", OF_1990, PROCEDURE, ("usa uk france", "canada colombia finland", ""), CARRIED),
    ("March 1962: a separate vote, 4-7", OF_1962, PROCEDURE, ("usa uk france china chile ireland venezuela", "", ""), SHORT),
    ("March 1962: the ruling upheld, 7-2-2", OF_1962, PROCEDURE, ("ussr romania", "ghana uar", ""), CARRIED),
    ("March 1962: the draft, 2-7-1", OF_1962, SUBSTANCE, ("usa uk france china chile ireland venezuela", "uar", "ghana"), SHORT),
]  # fmt: skip


@pytest.mark.parametrize(("case", "roll", "matter", "votes", "cause"), VOTES, ids=[v[0] for v in VOTES])
def test_the_security_council_decides_as_recorded(case: str, roll: Roll, matter: Matter, votes: Votes, cause: Cause) -> None:
    found, blockers = decide(roll, matter, votes)
    assert found is cause, case
    permanent = roll.classes[next(iter(roll.classes))]
    assert blockers == (tuple(p for p in roll.members if p in powers(votes[0]) and p in permanent) if cause is VETOED else ())


DOUBLE = [
    # 26 June 1946, Spain: the preliminary question itself is vetoed.
    (None, VETOED),
    # September 1950, Formosa: the president's ruling stands unless seven overrule it.
    ("chair_rules_on_procedure", CARRIED),
]


@pytest.mark.parametrize(("reading", "cause"), DOUBLE, ids=["double veto", "ruling of the chair"])
@pytest.mark.parametrize("roll", [OF_1956, OF_1990], ids=["of eleven", "of fifteen"])
def test_5_whether_a_question_is_procedural_may_itself_be_vetoed_unless_the_chair_rules(
    roll: Roll, reading: str | None, cause: Cause
) -> None:
    assert decide(roll, Matter.WHETHER_PROCEDURAL, ("ussr", "", ""), reading=reading)[0] is cause


@pytest.mark.parametrize(
    ("matter", "reading", "cause"),
    [
        (Matter.DISPUTE, None, CARRIED),
        (Matter.SUBSTANTIVE, None, VETOED),
        # Suez 1956, Falklands 1982: parties voted all the same.
        (Matter.DISPUTE, "parties_vote", VETOED),
    ],
    ids=["Chapter VI", "Chapter VII", "27(3) ignored"],
)
def test_6_a_party_to_a_dispute_abstains_under_chapter_vi_only(matter: Matter, reading: str | None, cause: Cause) -> None:
    found, blockers = decide(OF_1990, matter, ("uk", "", ""), "uk", reading=reading)
    assert (found, blockers) == (cause, powers("uk") if cause is VETOED else ())


@pytest.mark.parametrize(
    ("case", "roll", "votes", "reading", "abstaining"),
    [
        # 9 April 1947, the Corfu Channel: 8-0-2, the United Kingdom not voting.
        ("22", OF_1947, ("", "poland ussr", ""), None, "ussr uk poland"),
        # 3 April 1982, the Falklands: 10-1-4, the United Kingdom voting; by the letter of 27(3) it would not have counted.
        ("502", OF_1982, ("panama", "china ussr poland spain", ""), "parties_vote", "china ussr poland spain"),
        ("502 by the letter", OF_1982, ("panama", "china ussr poland spain", ""), None, "china ussr uk poland spain"),
    ],
)
def test_6_a_party_voted_or_not_and_the_text_was_adopted(case: str, roll: Roll, votes: Votes, reading: str | None, abstaining: str) -> None:
    found = SECURITY_COUNCIL_OF_11 if len(roll.members) == 11 else SECURITY_COUNCIL
    rule = (found.read(reading) if reading else found).rule_for(Matter.DISPUTE)
    verdict = tally(rule, Question(matter=Matter.DISPUTE, parties=frozenset(powers("uk"))), cast(roll, *votes), roll)
    assert verdict.carried and set(verdict.abstaining) == set(powers(abstaining))


def test_a_compulsory_abstention_may_cost_the_ninth_vote() -> None:
    silent = "canada colombia cuba ethiopia finland malaysia"
    assert decide(OF_1990, Matter.DISPUTE, ("", silent, ""))[0] is CARRIED
    assert decide(OF_1990, Matter.DISPUTE, ("", silent, ""), "uk")[0] is SHORT


@pytest.mark.parametrize(
    ("reading", "votes", "cause"),
    [
        (None, ("", "yugoslavia", ""), CARRIED),
        ("absence_blocks", ("", "yugoslavia", ""), VETOED),
        ("abstention_blocks", ("", "yugoslavia", ""), VETOED),
    ],
)
def test_absence_of_a_permanent_member_blocks_on_the_soviet_reading_alone(reading: str | None, votes: Votes, cause: Cause) -> None:
    assert decide(OF_1950, SUBSTANCE, votes, reading=reading)[0] is cause


def test_abstention_of_a_permanent_member_blocks_only_to_the_letter() -> None:
    assert decide(OF_1956, SUBSTANCE, ("", "uk", ""))[0] is CARRIED
    assert decide(OF_1956, SUBSTANCE, ("", "uk", ""), reading="absence_blocks")[0] is CARRIED
    assert decide(OF_1956, SUBSTANCE, ("", "uk", ""), reading="abstention_blocks") == (VETOED, powers("uk"))


@pytest.mark.parametrize(
    ("case", "matter", "favour", "against", "abstaining", "carried"),
    [
        ("377 (V) Uniting for Peace", Matter.IMPORTANT, 52, 5, 2, True),
        ("498 (V) China in Korea", Matter.SUBSTANTIVE, 44, 7, 9, True),
        ("997 (ES-I) Suez", Matter.SUBSTANTIVE, 64, 5, 6, True),
        ("1001 (ES-I) UNEF", Matter.SUBSTANTIVE, 64, 0, 12, True),
        ("998 (ES-I) UNEF", Matter.SUBSTANTIVE, 57, 0, 19, True),
        ("two thirds are reached exactly", Matter.IMPORTANT, 20, 10, 9, True),
        ("two thirds are missed by one", Matter.IMPORTANT, 19, 10, 9, False),
        ("abstentions are not voting", Matter.IMPORTANT, 2, 1, 50, True),
        ("a tie is no majority", Matter.WHETHER_IMPORTANT, 10, 10, 0, False),
        ("an emergency session recommends by two thirds", Matter.SUBSTANTIVE, 19, 10, 0, False),
        ("nobody votes", Matter.SUBSTANTIVE, 0, 0, 60, False),
    ],
)
def test_the_general_assembly_decides_by_those_present_and_voting(
    case: str, matter: Matter, favour: int, against: int, abstaining: int, carried: bool
) -> None:
    names = [Power(f"state_{n:02}") for n in range(favour + against + abstaining)]
    ballots = dict.fromkeys(names, Ballot.ABSTAIN) | dict.fromkeys(names[:favour], Ballot.FOR)
    ballots |= dict.fromkeys(names[favour : favour + against], Ballot.AGAINST)
    verdict = tally(UNITING_FOR_PEACE.rule_for(matter), Question(matter=matter), ballots, Roll(members=tuple(names)))
    assert verdict.carried is carried, case


def test_an_ordinary_question_of_the_general_assembly_needs_a_majority_where_an_important_one_needs_two_thirds() -> None:
    roll = Roll(members=powers("a b c d e f g"))
    results = {
        matter: tally(GENERAL_ASSEMBLY.rule_for(matter), Question(matter=matter), cast(roll, "a b c"), roll).carried for matter in Matter
    }
    assert [m for m, carried in results.items() if not carried] == [
        Matter.IMPORTANT,
        Matter.ELECTION,
        Matter.RE_ELECTION,
        Matter.ADMISSION,
        Matter.EXPULSION,
    ]
