"""Sphere of interest: who keeps out of what, and that nobody disposed of is bound; faults; prose."""

import pytest

from engine.clauses import SphereOfInterest
from engine.clauses.sphere_of_interest import THERE, TO_THEM
from engine.duties import Duty, Refrain
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, STRAITS, TESCHEN, UK, USSR, ZONE, Atlas

SPHERE = SphereOfInterest(interested=USSR, over=(ZONE,), powers=(CZECHO,))
OUT = (
    Refrain(debtor=GERMANY, creditor=USSR, deeds=THERE, at=frozenset({ZONE})),
    Refrain(debtor=GERMANY, creditor=USSR, deeds=TO_THEM, toward=CZECHO),
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


PROSE = [
    (
        SphereOfInterest(interested=USSR, powers=(CZECHO,), over=(ZONE,)),
        (
            "Czechoslovakia and Zone I shall be regarded as lying within the sphere of interest of the Soviet Union. Each other "
            "Party shall refrain from sending armed forces there and from any interference."
        ),
        (
            "La Tchécoslovaquie et la zone I relèvent de la sphère d'intérêts de l'URSS. Toute autre Partie s'abstiendra d'y "
            "envoyer des forces armées et de s'ingérer dans leurs affaires."
        ),
        "The parties leave Czechoslovakia and Zone I to the interests of the Soviet Union.",
        "La Tchécoslovaquie et la zone I relèvent des seuls intérêts de l'URSS.",
    ),
    (
        SphereOfInterest(interested=UK, over=(TESCHEN,)),
        (
            "Teschen shall be regarded as lying within the sphere of interest of the United Kingdom. Each other Party shall refrain"
            " from sending armed forces there and from any interference."
        ),
        (
            "Le territoire de Teschen relève de la sphère d'intérêts du Royaume-Uni. Toute autre Partie s'abstiendra d'y envoyer "
            "des forces armées et de s'ingérer dans ses affaires."
        ),
        "The parties leave Teschen to the interests of the United Kingdom.",
        "Le territoire de Teschen relève des seuls intérêts du Royaume-Uni.",
    ),
    (
        SphereOfInterest(interested=GERMANY, over=(STRAITS,)),
        (
            "The Straits shall be regarded as lying within the sphere of interest of Germany. Each other Party shall refrain from "
            "sending armed forces there and from any interference."
        ),
        (
            "Les Détroits relèvent de la sphère d'intérêts de l'Allemagne. Toute autre Partie s'abstiendra d'y envoyer des forces "
            "armées et de s'ingérer dans leurs affaires."
        ),
        "The parties leave the Straits to the interests of Germany.",
        "Les Détroits relèvent des seuls intérêts de l'Allemagne.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: SphereOfInterest, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
