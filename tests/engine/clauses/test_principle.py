"""Principles declared: which deeds can be named as breaches, and that nobody's aid hangs on them; faults; prose."""

import pytest

from engine.clauses import Principle
from engine.clauses.principle import HelsinkiPrinciple, against
from engine.duties import Refrain
from engine.happenings import Deed, Happening
from engine.names import Power
from engine.performance import contravenes
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, UK, USSR, Atlas


@pytest.mark.parametrize(
    ("principles", "deeds"),
    [
        ((HelsinkiPrinciple.NO_FORCE,), {Deed.ATTACK, Deed.THREATEN, Deed.BLOCKADE}),
        ((HelsinkiPrinciple.TERRITORIAL_INTEGRITY, HelsinkiPrinciple.NON_INTERVENTION), {Deed.OCCUPY, Deed.INTERFERE}),
        ((HelsinkiPrinciple.HUMAN_RIGHTS, HelsinkiPrinciple.NON_INTERVENTION), {Deed.INTERFERE}),
    ],
)
def test_each_abstains_from_what_is_plainly_against_them(principles: tuple[HelsinkiPrinciple, ...], deeds: set[Deed]) -> None:
    duties = Principle(principles=principles).duties(frozenset({FRANCE, USSR}), Atlas())
    assert set(duties) == {
        Refrain(debtor=d, creditor=c, toward=c, deeds=frozenset(deeds), unless_aggressor=True) for d, c in ((FRANCE, USSR), (USSR, FRANCE))
    }


@pytest.mark.parametrize("principle", [p for p in HelsinkiPrinciple if not against(p)])
def test_a_principle_that_no_deed_plainly_breaks_yields_no_duty(principle: HelsinkiPrinciple) -> None:
    assert Principle(principles=(principle,)).duties(frozenset({FRANCE, USSR}), Atlas()) == ()


@pytest.mark.parametrize("principle", HelsinkiPrinciple)
def test_no_principle_keeps_anybody_from_coming_to_the_aid_of_a_victim(principle: HelsinkiPrinciple) -> None:
    joining = Happening(deed=Deed.JOIN_WAR, by=FRANCE, toward=USSR, against=frozenset({USSR}))
    duties = Principle(principles=(principle,)).duties(frozenset({FRANCE, USSR}), Atlas())
    assert not any(isinstance(duty, Refrain) and contravenes(duty, joining) for duty in duties)


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (Principle(principles=(HelsinkiPrinciple.GOOD_FAITH,)), []),
        (Principle(principles=()), ["no_principle"]),
        (Principle(principles=(HelsinkiPrinciple.GOOD_FAITH, HelsinkiPrinciple.GOOD_FAITH)), ["principle_twice"]),
        (Principle(principles=(HelsinkiPrinciple.GOOD_FAITH,), between=(FRANCE,)), ["too_few_parties"]),
        (Principle(principles=(HelsinkiPrinciple.GOOD_FAITH,), between=(FRANCE, GERMANY)), ["not_a_party"]),
    ],
)
def test_principles_that_cannot_stand_are_faulty(article: Principle, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_declare_them() -> None:
    assert Principle(principles=(HelsinkiPrinciple.NO_FORCE,)).concerns((FRANCE, UK)) == {FRANCE, UK}


def test_a_power_bound_by_nothing_else_is_free() -> None:
    assert Principle(principles=(HelsinkiPrinciple.NO_FORCE,)).duties(frozenset({Power("france")}), Atlas()) == ()


PROSE = [
    (
        Principle(principles=tuple(HelsinkiPrinciple)),
        (
            "The High Contracting Parties declare their resolve to respect and put into practice, in their mutual "
            "relations:\nsovereign equality and respect for the rights inherent in sovereignty;\nrefraining from the threat or use "
            "of force;\ninviolability of frontiers;\nterritorial integrity of States;\npeaceful settlement of "
            "disputes;\nnon-intervention in internal affairs;\nrespect for human rights and fundamental freedoms;\nequal rights and"
            " self-determination of peoples;\nco-operation among States;\nfulfilment in good faith of obligations under "
            "international law."
        ),
        (
            "Les Hautes Parties contractantes proclament leur volonté de respecter et de mettre en pratique, dans leurs relations "
            "mutuelles :\négalité souveraine et respect des droits inhérents à la souveraineté ;\nnon-recours à la menace ou à "
            "l'emploi de la force ;\ninviolabilité des frontières ;\nintégrité territoriale des États ;\nrèglement pacifique des "
            "différends ;\nnon-intervention dans les affaires intérieures ;\nrespect des droits de l'homme et des libertés "
            "fondamentales ;\négalité de droits des peuples et droit des peuples à disposer d'eux-mêmes ;\ncoopération entre les "
            "États ;\nexécution de bonne foi des obligations découlant du droit international."
        ),
        (
            "The parties declare, and nothing enforces: sovereign equality and respect for the rights inherent in sovereignty; "
            "refraining from the threat or use of force; inviolability of frontiers; territorial integrity of States; peaceful "
            "settlement of disputes; non-intervention in internal affairs; respect for human rights and fundamental freedoms; equal"
            " rights and self-determination of peoples; co-operation among States; fulfilment in good faith of obligations under "
            "international law."
        ),
        (
            "Les parties déclarent, sans que rien y contraigne : égalité souveraine et respect des droits inhérents à la "
            "souveraineté ; non-recours à la menace ou à l'emploi de la force ; inviolabilité des frontières ; intégrité "
            "territoriale des États ; règlement pacifique des différends ; non-intervention dans les affaires intérieures ; respect"
            " des droits de l'homme et des libertés fondamentales ; égalité de droits des peuples et droit des peuples à disposer "
            "d'eux-mêmes ; coopération entre les États ; exécution de bonne foi des obligations découlant du droit international."
        ),
    ),
    (
        Principle(between=(FRANCE, UK), principles=(HelsinkiPrinciple.NO_FORCE,)),
        (
            "France and the United Kingdom declare their resolve to respect and put into practice, in their mutual "
            "relations:\nrefraining from the threat or use of force."
        ),
        (
            "La France et le Royaume-Uni proclament leur volonté de respecter et de mettre en pratique, dans leurs relations "
            "mutuelles :\nnon-recours à la menace ou à l'emploi de la force."
        ),
        "France and the United Kingdom declare, and nothing enforces: refraining from the threat or use of force.",
        "La France et le Royaume-Uni déclarent, sans que rien y contraigne : non-recours à la menace ou à l'emploi de la force.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: Principle, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
