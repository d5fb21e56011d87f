"""Acceptance of decisions: who carries out what a body decides; faults; prose."""

import pytest

from engine.clauses import AcceptDecisions
from engine.duties import Render
from engine.happenings import Deed
from engine.names import BodyId, Power
from tests.engine.atlas import FRANCE, GERMANY, UK, USSR, Atlas

COUNCIL, ASSEMBLY = BodyId("league_council"), BodyId("league_assembly")


@pytest.mark.parametrize(
    ("article", "parties", "owed"),
    [
        (AcceptDecisions(body=COUNCIL), {FRANCE, UK}, {(FRANCE, UK), (UK, FRANCE)}),
        (AcceptDecisions(body=COUNCIL, between=(FRANCE, UK)), {FRANCE, UK, GERMANY}, {(FRANCE, UK), (UK, FRANCE)}),
        (AcceptDecisions(body=COUNCIL, between=(FRANCE, UK)), {FRANCE, GERMANY}, set()),
    ],
)
def test_each_carries_out_what_the_body_decides(article: AcceptDecisions, parties: set[Power], owed: set[tuple[Power, Power]]) -> None:
    assert set(article.duties(frozenset(parties), Atlas())) == {
        Render(debtor=d, creditor=c, deed=Deed.COMPLY, matter=COUNCIL, standing=True) for d, c in owed
    }


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (AcceptDecisions(body=COUNCIL), []),
        (AcceptDecisions(body=BodyId("")), ["no_body"]),
        (AcceptDecisions(body=COUNCIL, between=(FRANCE, USSR)), ["not_a_party"]),
        (AcceptDecisions(body=COUNCIL, between=(FRANCE,)), ["too_few_parties"]),
    ],
)
def test_an_acceptance_that_cannot_stand_is_faulty(article: AcceptDecisions, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_comply() -> None:
    assert AcceptDecisions(body=COUNCIL, between=(FRANCE, UK)).concerns((FRANCE, UK, GERMANY)) == {FRANCE, UK}
