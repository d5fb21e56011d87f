"""Supply: who delivers what by when; faults; prose."""

import pytest

from engine.clauses import Supply
from engine.clauses.supply import Goods
from engine.duties import Duty, Render
from engine.happenings import Deed, Happening
from engine.names import Power, TurnId
from engine.performance import performs
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, OCTOBER, SEPTEMBER, TENTH, UK, USA, USSR, Atlas

GRAIN = Supply(supplier=USSR, receiver=GERMANY, goods=Goods.GRAIN, amount=1000, by=OCTOBER)
OWED = Render(debtor=USSR, creditor=GERMANY, deed=Deed.SUPPLY, toward=GERMANY, matter="grain", amount=1000, by=OCTOBER)


@pytest.mark.parametrize(("parties", "duties"), [({USSR, GERMANY}, (OWED,)), ({USSR, FRANCE}, (OWED,)), ({GERMANY, FRANCE}, ())])
def test_a_supplier_that_is_bound_owes_one_delivery(parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert GRAIN.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("amount", "matter", "kept"), [(1000, "grain", True), (1200, "grain", True), (999, "grain", False), (1000, "coal", False)]
)
def test_only_the_whole_of_it_performs(amount: int, matter: str, kept: bool) -> None:
    assert performs(OWED, Happening(deed=Deed.SUPPLY, by=USSR, toward=GERMANY, matter=matter, amount=amount)) is kept


def test_a_supplier_that_does_not_sign_must_assent() -> None:
    assert GRAIN.third_debtors(frozenset({GERMANY, FRANCE})) == {USSR}
    assert GRAIN.concerns((GERMANY, FRANCE)) == {USSR, GERMANY}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (GRAIN, []),
        (Supply(supplier=USSR, receiver=USSR, by=OCTOBER), ["supplies_itself"]),
        (Supply(supplier=USSR, receiver=GERMANY, amount=0, by=OCTOBER), ["no_amount"]),
        (Supply(supplier=USSR, receiver=GERMANY, by=SEPTEMBER), ["date_past"]),
        (Supply(supplier=USSR, receiver=GERMANY, by=TurnId("someday")), ["unknown_turn"]),
        (Supply(supplier=Power("atlantis"), receiver=GERMANY, by=OCTOBER), ["unknown_power"]),
    ],
)
def test_a_supply_that_cannot_stand_is_faulty(article: Supply, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, USSR), Atlas())] == codes


PROSE = [
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.GRAIN, amount=1000, by=OCTOBER),
        "The Soviet Union shall deliver to Germany, not later than 1 October 1938, 1,000,000 tons of grain.",
        "L'URSS livrera à l'Allemagne, au plus tard le 1er octobre 1938, 1 000 000 tonnes de céréales.",
        "The Soviet Union delivers to Germany, by 1 October 1938, 1,000,000 tons of grain.",
        "L'URSS livre à l'Allemagne, au plus tard le 1er octobre 1938, 1 000 000 tonnes de céréales.",
    ),
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.COAL, amount=1, by=TENTH),
        "The Soviet Union shall deliver to Germany, not later than 10 October 1938, 1,000 tons of coal.",
        "L'URSS livrera à l'Allemagne, au plus tard le 10 octobre 1938, 1000 tonnes de charbon.",
        "The Soviet Union delivers to Germany, by 10 October 1938, 1,000 tons of coal.",
        "L'URSS livre à l'Allemagne, au plus tard le 10 octobre 1938, 1000 tonnes de charbon.",
    ),
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.IRON_ORE, amount=500, by=TENTH),
        "The Soviet Union shall deliver to Germany, not later than 10 October 1938, 500,000 tons of iron ore.",
        "L'URSS livrera à l'Allemagne, au plus tard le 10 octobre 1938, 500 000 tonnes de minerai de fer.",
        "The Soviet Union delivers to Germany, by 10 October 1938, 500,000 tons of iron ore.",
        "L'URSS livre à l'Allemagne, au plus tard le 10 octobre 1938, 500 000 tonnes de minerai de fer.",
    ),
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.OIL, amount=900, by=TENTH),
        "The Soviet Union shall deliver to Germany, not later than 10 October 1938, 900,000 tons of oil.",
        "L'URSS livrera à l'Allemagne, au plus tard le 10 octobre 1938, 900 000 tonnes de pétrole.",
        "The Soviet Union delivers to Germany, by 10 October 1938, 900,000 tons of oil.",
        "L'URSS livre à l'Allemagne, au plus tard le 10 octobre 1938, 900 000 tonnes de pétrole.",
    ),
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.METALS, amount=20, by=TENTH),
        "The Soviet Union shall deliver to Germany, not later than 10 October 1938, 20,000 tons of non-ferrous metals.",
        "L'URSS livrera à l'Allemagne, au plus tard le 10 octobre 1938, 20 000 tonnes de métaux non ferreux.",
        "The Soviet Union delivers to Germany, by 10 October 1938, 20,000 tons of non-ferrous metals.",
        "L'URSS livre à l'Allemagne, au plus tard le 10 octobre 1938, 20 000 tonnes de métaux non ferreux.",
    ),
    (
        Supply(supplier=USSR, receiver=GERMANY, goods=Goods.AIRCRAFT, amount=1, by=TENTH),
        "The Soviet Union shall deliver to Germany, not later than 10 October 1938, 1 aircraft.",
        "L'URSS livrera à l'Allemagne, au plus tard le 10 octobre 1938, 1 avion.",
        "The Soviet Union delivers to Germany, by 10 October 1938, 1 aircraft.",
        "L'URSS livre à l'Allemagne, au plus tard le 10 octobre 1938, 1 avion.",
    ),
    (
        Supply(supplier=USA, receiver=UK, goods=Goods.ARMS, amount=12, by=TENTH),
        (
            "The United States shall deliver to the United Kingdom, not later than 10 October 1938, arms to the value of 12 million"
            " in its own currency."
        ),
        (
            "Les États-Unis livreront au Royaume-Uni, au plus tard le 10 octobre 1938, des armements d'une valeur de 12 millions en"
            " monnaie du fournisseur."
        ),
        "The United States delivers to the United Kingdom, by 10 October 1938, arms to the value of 12 million in its own currency.",
        (
            "Les États-Unis livrent au Royaume-Uni, au plus tard le 10 octobre 1938, des armements d'une valeur de 12 millions en "
            "monnaie du fournisseur."
        ),
    ),
    (
        Supply(supplier=GERMANY, receiver=USSR, goods=Goods.MACHINERY, amount=1, by=TENTH),
        (
            "Germany shall deliver to the Soviet Union, not later than 10 October 1938, machinery to the value of 1 million in its "
            "own currency."
        ),
        (
            "L'Allemagne livrera à l'URSS, au plus tard le 10 octobre 1938, des machines d'une valeur de 1 million en monnaie du "
            "fournisseur."
        ),
        "Germany delivers to the Soviet Union, by 10 October 1938, machinery to the value of 1 million in its own currency.",
        "L'Allemagne livre à l'URSS, au plus tard le 10 octobre 1938, des machines d'une valeur de 1 million en monnaie du fournisseur.",
    ),
    (
        Supply(supplier=USA, receiver=UK, goods=Goods.CREDIT, amount=200, by=OCTOBER),
        (
            "The United States shall open for the United Kingdom, not later than 1 October 1938, a credit of 200 million in its own"
            " currency."
        ),
        "Les États-Unis ouvriront au Royaume-Uni, au plus tard le 1er octobre 1938, un crédit de 200 millions en monnaie du prêteur.",
        "The United States opens for the United Kingdom, by 1 October 1938, a credit of 200 million in its own currency.",
        "Les États-Unis ouvrent au Royaume-Uni, au plus tard le 1er octobre 1938, un crédit de 200 millions en monnaie du prêteur.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: Supply, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
