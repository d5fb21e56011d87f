"""Organs: seized, sitting step by step, deciding by their own rule; and what each step becomes when nobody speaks."""

from __future__ import annotations

import pytest

from engine.events import ItemInscribed, Phase, PollDecided, PollOpened, ResolutionClosed, SittingClosed, SittingOpened
from engine.measures import Demand, Determination
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.resolution import Outcome
from engine.voting import Ballot
from tests.engine.hearing import CONDEMNS, debated, outcome, seized, tabled, vote
from tests.engine.settings import BORIA, CARNIA, SECURITY

FOR, AGAINST, ABSTAIN = Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN
FOUND = Determination(finding=Finding.BREACH, author=BORIA, victim=CARNIA)
CEASE = Demand(addressees=(BORIA, CARNIA), act=Act.CEASE_FIRE, firmly=True)


@pytest.mark.parametrize(
    ("article", "ballots", "expected"),
    [
        # Covenant 11: the parties vote and break unanimity (24 October 1931, 13 to 1).
        ("covenant_11", {"alba": FOR, "boria": AGAINST, "doria": FOR, "carnia": FOR}, Outcome.REJECTED),
        # Covenant 15(6): agreed by all other than the parties.
        ("covenant_15", {"alba": FOR, "boria": AGAINST, "doria": FOR, "carnia": FOR}, Outcome.ADOPTED),
        ("covenant_15", {"alba": FOR, "boria": FOR, "doria": AGAINST, "carnia": FOR}, Outcome.REJECTED),
        # Covenant 5(1) as applied: abstention does not break unanimity.
        ("covenant_11", {"alba": FOR, "boria": ABSTAIN, "doria": FOR, "carnia": FOR}, Outcome.ADOPTED),
        ("covenant_16", {"alba": FOR, "boria": AGAINST, "doria": ABSTAIN, "carnia": FOR}, Outcome.ADOPTED),
    ],
)
def test_an_article_of_the_covenant_decides_whose_votes_count(article: str, ballots: dict[str, Ballot], expected: Outcome) -> None:
    table = debated(tabled(seized(), CONDEMNS, article=article))
    vote(table, **ballots)
    assert outcome(table) is expected


@pytest.mark.parametrize(
    ("article", "ballots", "expected"),
    [
        ("charter_39", {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR}, Outcome.VETOED),
        ("charter_39", {"alba": FOR, "boria": ABSTAIN, "carnia": FOR, "doria": FOR}, Outcome.ADOPTED),
        ("charter_39", {"alba": FOR, "boria": ABSTAIN, "carnia": FOR, "doria": ABSTAIN}, Outcome.REJECTED),
        # Charter 27(3): under Chapter VI a party abstains, whatever it casts.
        ("charter_36", {"alba": FOR, "boria": AGAINST, "carnia": FOR, "doria": FOR}, Outcome.REJECTED),
    ],
)
def test_a_permanent_member_blocks_by_voting_against_and_not_as_a_party(
    article: str, ballots: dict[str, Ballot], expected: Outcome
) -> None:
    table = debated(tabled(seized(SECURITY, "charter_34"), CONDEMNS, organ=SECURITY, article=article))
    vote(table, **ballots)
    assert outcome(table) is expected


def test_a_sitting_takes_its_steps_in_order_and_the_phase_ends_with_it() -> None:
    table = debated(tabled(seized(), FOUND, CEASE))
    vote(table, alba=FOR, boria=AGAINST, doria=FOR, carnia=FOR)
    told = [
        type(e)
        for e in table.chronicle
        if isinstance(e, SittingOpened | ItemInscribed | PollOpened | PollDecided | ResolutionClosed | SittingClosed)
    ]
    assert told == [SittingOpened, ItemInscribed, PollOpened, PollDecided, ResolutionClosed, SittingClosed]
    assert table.state.sitting is None and table.state.phase is Phase.ORDERS
    assert [m.measure for m in table.state.measures.values()] == [FOUND, CEASE]
