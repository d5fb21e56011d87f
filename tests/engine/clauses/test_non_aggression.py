"""Non-aggression: who abstains towards whom; faults; prose."""

import pytest

from engine.clauses import NonAggression
from engine.clauses.non_aggression import FORCE
from engine.duties import Refrain
from engine.names import Power
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, UK, USA, USSR, Atlas


@pytest.mark.parametrize(
    ("between", "parties", "owed"),
    [
        ((), {GERMANY, USSR}, {(GERMANY, USSR), (USSR, GERMANY)}),
        ((GERMANY, USSR), {GERMANY, USSR, FRANCE}, {(GERMANY, USSR), (USSR, GERMANY)}),
        ((GERMANY, USSR), {GERMANY, FRANCE}, set()),
        ((), {GERMANY}, set()),
    ],
)
def test_each_that_is_bound_abstains_towards_each_other(
    between: tuple[Power, ...], parties: set[Power], owed: set[tuple[Power, Power]]
) -> None:
    duties = NonAggression(between=between).duties(frozenset(parties), Atlas())
    assert set(duties) == {
        Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=FORCE, unless_aggressor=True) for debtor, creditor in owed
    }


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (NonAggression(), []),
        (NonAggression(between=(FRANCE,)), ["too_few_parties"]),
        (NonAggression(between=(FRANCE, FRANCE)), ["power_twice"]),
        (NonAggression(between=(FRANCE, USA)), ["not_a_party"]),
        (NonAggression(between=(FRANCE, Power("atlantis"))), ["unknown_power"]),
    ],
)
def test_it_takes_two_powers_that_sign(article: NonAggression, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


@pytest.mark.parametrize(
    ("article", "english", "french"),
    [
        (
            NonAggression(),
            (
                "The High Contracting Parties mutually undertake that they will in no case attack or invade each other or resort to war "
                "against each other. This undertaking shall not, however, apply towards a Power that has itself resorted to war."
            ),
            (
                "Les Hautes Parties contractantes s'engagent à s'abstenir, dans leurs relations mutuelles, de "
                "toute attaque ou invasion et de tout recours à la guerre. Le présent engagement cessera toutefois d'être obligatoire à "
                "l'égard de celle d'entre elles qui aurait recouru à la guerre."
            ),
        ),
        (
            NonAggression(between=(GERMANY, USSR), even_if_aggressor=True),
            (
                "Germany and the Soviet Union mutually undertake that they will in no case attack or invade each other or resort to war "
                "against each other. This undertaking shall hold good even towards a Power that has itself resorted to war."
            ),
            (
                "L'Allemagne et l'URSS s'engagent à s'abstenir, dans leurs relations mutuelles, de toute attaque ou "
                "invasion et de tout recours à la guerre. Le présent engagement demeurera obligatoire même à l'égard d'une Puissance "
                "qui aurait elle-même recouru à la guerre."
            ),
        ),
    ],
)
def test_it_reads_as_treaty_text(article: NonAggression, english: str, french: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH) == french


def test_its_gist_names_the_powers() -> None:
    assert NonAggression(between=(GERMANY, USSR)).gist(ENGLISH) == "Germany and the Soviet Union do not use force against each other."
    assert NonAggression().gist(FRENCH) == "Les parties renoncent à la force dans leurs relations mutuelles."
