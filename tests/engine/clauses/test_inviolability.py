"""Inviolability of frontiers: who abstains from what towards whom; faults; prose."""

import pytest

from engine.clauses import InviolabilityOfFrontiers
from engine.clauses.inviolability import ASSAULT
from engine.duties import Refrain
from engine.names import Power
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, UK, USSR, Atlas


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
        Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=ASSAULT, unless_aggressor=True) for debtor, creditor in owed
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


PROSE = [
    (
        InviolabilityOfFrontiers(),
        (
            "The High Contracting Parties regard each other's frontiers as inviolable; they shall neither violate them by force nor"
            " demand under threat of force that they be moved."
        ),
        (
            "Les Hautes Parties contractantes tiennent leurs frontières respectives pour inviolables et s'engagent à ne pas les "
            "franchir par la force ni en exiger la modification sous la menace de la force."
        ),
        "The parties hold each other's frontiers inviolable.",
        "Les parties tiennent leurs frontières respectives pour inviolables.",
    ),
    (
        InviolabilityOfFrontiers(between=(GERMANY, FRANCE)),
        (
            "Germany and France regard each other's frontiers as inviolable; they shall neither violate them by force nor demand "
            "under threat of force that they be moved."
        ),
        (
            "L'Allemagne et la France tiennent leurs frontières respectives pour inviolables et s'engagent à ne pas les franchir "
            "par la force ni en exiger la modification sous la menace de la force."
        ),
        "Germany and France hold each other's frontiers inviolable.",
        "L'Allemagne et la France tiennent leurs frontières respectives pour inviolables.",
    ),
    (
        InviolabilityOfFrontiers(between=(FRANCE, UK), whose=(CZECHO, USSR)),
        (
            "France and the United Kingdom regard the frontiers of Czechoslovakia and the Soviet Union as inviolable; they shall "
            "neither violate them by force nor demand under threat of force that they be moved."
        ),
        (
            "La France et le Royaume-Uni tiennent pour inviolables les frontières de la Tchécoslovaquie et de l'URSS, et s'engagent"
            " à ne pas les franchir par la force ni en exiger la modification sous la menace de la force."
        ),
        "France and the United Kingdom hold the frontiers of Czechoslovakia and the Soviet Union inviolable.",
        "La France et le Royaume-Uni tiennent pour inviolables les frontières de la Tchécoslovaquie et de l'URSS.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(
    article: InviolabilityOfFrontiers, english: str, french: str, gist_en: str, gist_fr: str
) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
