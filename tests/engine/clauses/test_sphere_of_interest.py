"""Sphere of interest: who keeps out of what, and that nobody disposed of is bound; faults; prose."""

import pytest

from engine.clauses import SphereOfInterest
from engine.clauses.non_interference import INTERVENING
from engine.clauses.sphere_of_interest import THERE
from engine.duties import Duty, Refrain
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, USSR, ZONE, Atlas

SPHERE = SphereOfInterest(interested=USSR, over=(ZONE,), powers=(CZECHO,))
OUT = (
    Refrain(debtor=GERMANY, creditor=USSR, deeds=THERE, at=frozenset({ZONE})),
    Refrain(debtor=GERMANY, creditor=USSR, deeds=INTERVENING, toward=CZECHO),
)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (SPHERE, {GERMANY, USSR}, OUT),
        (SphereOfInterest(interested=USSR, powers=(CZECHO,)), {GERMANY, USSR}, OUT[1:]),
        (SPHERE, {GERMANY, FRANCE}, ()),
    ],
)
def test_the_other_parties_keep_out(article: SphereOfInterest, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


def test_the_powers_disposed_of_are_touched_and_never_bound() -> None:
    assert CZECHO in SPHERE.concerns((GERMANY, USSR))
    assert SPHERE.third_debtors(frozenset({GERMANY, USSR})) == frozenset()


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SPHERE, []),
        (SphereOfInterest(interested=USSR), ["no_territory"]),
        (SphereOfInterest(interested=FRANCE, over=(ZONE,)), ["not_a_party"]),
        (SphereOfInterest(interested=USSR, powers=(GERMANY,)), ["party_within_sphere"]),
        (SphereOfInterest(interested=USSR, powers=(Power("atlantis"),)), ["unknown_power"]),
        (SphereOfInterest(interested=USSR, over=(StakeId("moon"),)), ["unknown_stake"]),
    ],
)
def test_a_sphere_that_cannot_stand_is_faulty(article: SphereOfInterest, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, USSR), Atlas())] == codes
