"""Inviolability of frontiers: who abstains from what towards whom; faults; prose."""

import pytest

from engine.clauses import InviolabilityOfFrontiers
from engine.clauses.inviolability import ASSAULT
from engine.duties import Refrain
from engine.names import Power
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, UK, USSR, Atlas


@pytest.mark.parametrize(
    ("article", "parties", "owed"),
    [
        (InviolabilityOfFrontiers(), {GERMANY, USSR}, {(GERMANY, USSR), (USSR, GERMANY)}),
        (InviolabilityOfFrontiers(between=(GERMANY, FRANCE)), {GERMANY, FRANCE, UK}, {(GERMANY, FRANCE), (FRANCE, GERMANY)}),
        (InviolabilityOfFrontiers(between=(GERMANY, FRANCE)), {GERMANY, UK}, set()),
        (InviolabilityOfFrontiers(whose=(CZECHO,)), {GERMANY, UK}, {(GERMANY, CZECHO), (UK, CZECHO)}),
        (InviolabilityOfFrontiers(whose=(CZECHO,)), {GERMANY, CZECHO}, {(GERMANY, CZECHO)}),
    ],
)
def test_each_abstains_from_assault_upon_the_others_frontiers(
    article: InviolabilityOfFrontiers, parties: set[Power], owed: set[tuple[Power, Power]]
) -> None:
    assert set(article.duties(frozenset(parties), Atlas())) == {
        Refrain(
            debtor=debtor,
            creditor=creditor,
            toward=creditor,
            deeds=ASSAULT,
            unless_aggressor=True,
            unless_with=frozenset({creditor}),
        )
        for debtor, creditor in owed
    }


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (InviolabilityOfFrontiers(), []),
        (InviolabilityOfFrontiers(between=(FRANCE,)), ["too_few_parties"]),
        (InviolabilityOfFrontiers(between=(FRANCE, GERMANY)), ["not_a_party"]),
        (InviolabilityOfFrontiers(whose=(Power("atlantis"),)), ["unknown_power"]),
    ],
)
def test_an_article_on_frontiers_that_cannot_stand_is_faulty(article: InviolabilityOfFrontiers, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_abstain_and_those_whose_frontiers_they_are() -> None:
    assert InviolabilityOfFrontiers(whose=(CZECHO,)).concerns((FRANCE, UK)) == {FRANCE, UK, CZECHO}
