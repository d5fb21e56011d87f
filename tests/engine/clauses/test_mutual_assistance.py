"""Mutual assistance: who owes whom, faults, prose."""

import pytest

from engine.clauses import MutualAssistance
from engine.duties import Assist, Automaticity, Extent, Trigger
from engine.names import Power
from engine.texts.voice import Speaker
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, UK, USA, USSR, Atlas

PAIRS = [
    ((), {FRANCE, USSR}, {(FRANCE, USSR), (USSR, FRANCE)}),
    ((), {FRANCE, USSR, UK}, {(a, b) for a in (FRANCE, USSR, UK) for b in (FRANCE, USSR, UK) if a != b}),
    ((FRANCE, USSR), {FRANCE, USSR, UK}, {(FRANCE, USSR), (USSR, FRANCE)}),
    ((FRANCE, USSR), {FRANCE, UK}, set()),
    ((), {FRANCE}, set()),
    ((), set(), set()),
]


@pytest.mark.parametrize(("between", "parties", "owed"), PAIRS)
def test_each_that_is_bound_owes_aid_to_each_other(between: tuple[Power, ...], parties: set[Power], owed: set[tuple[Power, Power]]) -> None:
    duties = MutualAssistance(between=between).duties(frozenset(parties), Atlas())
    assert all(isinstance(duty, Assist) for duty in duties)
    assert {(duty.debtor, duty.creditor) for duty in duties} == owed
    assert len(duties) == len(owed)


def test_the_parameters_of_the_article_are_those_of_each_duty() -> None:
    article = MutualAssistance(
        between=(FRANCE, CZECHO),
        against=(GERMANY,),
        trigger=Trigger.ANY_WAR,
        automaticity=Automaticity.UPON_RECOMMENDATION,
        extent=Extent.MILITARY,
        only_if_assisted_by=UK,
    )
    assert set(article.duties(frozenset({FRANCE, CZECHO}), Atlas())) == {
        Assist(
            debtor=debtor,
            creditor=creditor,
            against=frozenset({GERMANY}),
            trigger=Trigger.ANY_WAR,
            automaticity=Automaticity.UPON_RECOMMENDATION,
            extent=Extent.MILITARY,
            only_if_assisted_by=UK,
        )
        for debtor, creditor in ((FRANCE, CZECHO), (CZECHO, FRANCE))
    }


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (MutualAssistance(), []),
        (MutualAssistance(between=(FRANCE, CZECHO), against=(GERMANY,), only_if_assisted_by=UK), []),
        (MutualAssistance(between=(FRANCE,)), ["too_few_parties"]),
        (MutualAssistance(between=(FRANCE, FRANCE)), ["power_twice"]),
        (MutualAssistance(between=(FRANCE, Power("atlantis"))), ["unknown_power"]),
        (MutualAssistance(between=(FRANCE, USA)), ["not_a_party"]),
        (MutualAssistance(against=(Power("atlantis"),)), ["unknown_power"]),
        (MutualAssistance(against=(GERMANY, GERMANY)), ["power_twice"]),
        (MutualAssistance(against=(FRANCE,)), ["against_a_party"]),
        (MutualAssistance(only_if_assisted_by=FRANCE), ["waits_for_itself"]),
        (MutualAssistance(only_if_assisted_by=Power("atlantis")), ["unknown_power"]),
    ],
)
def test_an_article_that_cannot_be_performed_is_faulty(article: MutualAssistance, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, CZECHO), Atlas())] == codes


def test_changing_it_touches_those_it_names_and_all_if_it_names_none() -> None:
    assert MutualAssistance(between=(FRANCE, CZECHO)).concerns((FRANCE, CZECHO, UK)) == {FRANCE, CZECHO}
    assert MutualAssistance().concerns((FRANCE, UK)) == {FRANCE, UK}


def test_its_gist_names_the_case_the_means_and_the_condition() -> None:
    article = MutualAssistance(between=(FRANCE, USSR), against=(GERMANY,), only_if_assisted_by=USA)
    assert article.gist(ENGLISH) == (
        "France and the Soviet Union aid one another by all means against an unprovoked attack by Germany; no recommendation "
        "needed; only if the United States helps too."
    )
    assert article.gist(FRENCH).replace("\u00a0", " ") == (
        "La France et l'URSS s'entraident par tous les moyens en cas d'attaque non provoquée de la part de l'Allemagne ; aucune "
        "recommandation n'est requise ; seulement si l'aide vient aussi des États-Unis."
    )


@pytest.mark.parametrize("voice", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_every_trigger_automaticity_extent_and_condition_shows_in_prose_and_gist(voice: Speaker) -> None:
    articles = [
        MutualAssistance(trigger=t, automaticity=a, extent=x, only_if_assisted_by=awaited, against=against)
        for t in Trigger
        for a in Automaticity
        for x in Extent
        for awaited in (None, UK)
        for against in ((), (GERMANY,))
    ]
    assert len({article.prose(voice) for article in articles}) == len(articles)
    assert len({article.gist(voice) for article in articles}) == len(articles)
