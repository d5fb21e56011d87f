"""Principles declared: which deeds can be named as breaches, and that nobody's aid hangs on them; faults; prose."""

import pytest

from engine.clauses import Principle
from engine.clauses.non_aggression import FORCE
from engine.clauses.non_interference import INTERVENING
from engine.clauses.principle import HelsinkiPrinciple, against
from engine.duties import Refrain
from engine.happenings import Deed, Happening
from engine.names import Power
from engine.performance import contravenes
from tests.engine.atlas import FRANCE, GERMANY, UK, USSR, Atlas


@pytest.mark.parametrize(
    ("principles", "deeds"),
    [
        ((HelsinkiPrinciple.NO_FORCE,), {*FORCE, Deed.THREATEN}),
        ((HelsinkiPrinciple.TERRITORIAL_INTEGRITY, HelsinkiPrinciple.NON_INTERVENTION), {Deed.CROSS, *INTERVENING}),
        ((HelsinkiPrinciple.HUMAN_RIGHTS, HelsinkiPrinciple.NON_INTERVENTION), INTERVENING),
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
    assert not any(isinstance(duty, Refrain) and contravenes(duty, joining, aggressor=USSR) for duty in duties)


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
