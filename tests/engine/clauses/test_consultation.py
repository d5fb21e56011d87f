"""Consultation: who consults whom; faults; prose."""

import pytest

from engine.clauses import Consultation
from engine.duties import Consult, Trigger
from engine.names import Power
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, UK, USA, Atlas


@pytest.mark.parametrize(
    ("between", "parties", "owed"),
    [
        ((), {FRANCE, UK}, {(FRANCE, UK), (UK, FRANCE)}),
        ((FRANCE, UK), {FRANCE, UK, GERMANY}, {(FRANCE, UK), (UK, FRANCE)}),
        ((FRANCE, UK), {FRANCE}, set()),
    ],
)
def test_each_that_is_bound_consults_each_other(between: tuple[Power, ...], parties: set[Power], owed: set[tuple[Power, Power]]) -> None:
    duties = Consultation(between=between).duties(frozenset(parties), Atlas())
    assert set(duties) == {Consult(debtor=debtor, creditor=creditor) for debtor, creditor in owed}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (Consultation(), []),
        (Consultation(between=(FRANCE,)), ["too_few_parties"]),
        (Consultation(between=(FRANCE, USA)), ["not_a_party"]),
        (Consultation(between=(UK, UK)), ["power_twice"]),
    ],
)
def test_it_takes_two_powers_that_sign(article: Consultation, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


@pytest.mark.parametrize(
    ("article", "english", "french"),
    [
        (
            Consultation(),
            (
                "The High Contracting Parties shall consult one another without delay upon the measures to be taken, should one of them "
                "be threatened with aggression."
            ),
            (
                "Les Hautes Parties contractantes se consulteront sans délai, en cas de menace d'agression contre l'une d'elles, "
                "sur les mesures à prendre."
            ),
        ),
        (
            Consultation(on=Trigger.UNPROVOKED_ATTACK, between=(FRANCE, UK)),
            (
                "France and the United Kingdom shall consult one another without delay upon the measures to be taken, should one of "
                "them become the object of an unprovoked attack."
            ),
            (
                "La France et le Royaume-Uni se consulteront sans délai, en cas d'attaque non provoquée contre l'une de ces Puissances, "
                "sur les mesures à prendre."
            ),
        ),
        (
            Consultation(on=Trigger.ANY_WAR, between=(USA, UK)),
            (
                "The United States and the United Kingdom shall consult one another without delay upon the measures to be taken, "
                "should war break out."
            ),
            (
                "Les États-Unis et le Royaume-Uni se consulteront sans délai, au cas où la guerre viendrait à éclater, sur les mesures "
                "à prendre."
            ),
        ),
    ],
)
def test_it_reads_as_treaty_text(article: Consultation, english: str, french: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH) == french


def test_its_gist_names_the_case() -> None:
    assert Consultation().gist(ENGLISH) == "The parties consult if one of them is threatened with aggression."
    assert Consultation(on=Trigger.ANY_WAR, between=(USA, UK)).gist(FRENCH) == (
        "Les États-Unis et le Royaume-Uni se consultent en cas de guerre."
    )
