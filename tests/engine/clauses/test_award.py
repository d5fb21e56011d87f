"""Respect for an award: who complies, and who is left in peace; faults; prose."""

import pytest

from engine.clauses import RespectAward
from engine.clauses.award import AWARD
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, TESCHEN, UK, USA, ZONE, Atlas


def compliance(debtor: Power, creditor: Power, at: StakeId | None = None) -> Render:
    """What the debtor owes the creditor."""
    return Render(debtor=debtor, creditor=creditor, deed=Deed.COMPLY, at=at, matter=AWARD, standing=True)


def peace(debtor: Power, creditor: Power) -> Refrain:
    """What it forswears towards the creditor."""
    return Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=FORCE, unless_aggressor=True)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (
            RespectAward(),
            {FRANCE, UK},
            (compliance(FRANCE, UK), peace(FRANCE, UK), compliance(UK, FRANCE), peace(UK, FRANCE)),
        ),
        (
            RespectAward(between=(GERMANY, CZECHO), over=(ZONE, TESCHEN)),
            {GERMANY, CZECHO, UK},
            (
                compliance(GERMANY, CZECHO, ZONE),
                compliance(GERMANY, CZECHO, TESCHEN),
                peace(GERMANY, CZECHO),
                compliance(CZECHO, GERMANY, ZONE),
                compliance(CZECHO, GERMANY, TESCHEN),
                peace(CZECHO, GERMANY),
            ),
        ),
        (RespectAward(between=(GERMANY, CZECHO)), {GERMANY, UK}, ()),
    ],
)
def test_each_complies_and_leaves_the_others_in_peace(article: RespectAward, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (RespectAward(), []),
        (RespectAward(arbiters=(USA,)), []),
        (RespectAward(arbiters=(UK,)), ["judge_in_own_cause"]),
        (RespectAward(arbiters=(Power("atlantis"),)), ["unknown_power"]),
        (RespectAward(over=(StakeId("moon"),)), ["unknown_stake"]),
        (RespectAward(between=(FRANCE, GERMANY)), ["not_a_party"]),
    ],
)
def test_respect_for_an_award_that_cannot_stand_is_faulty(article: RespectAward, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_comply_and_the_arbiters() -> None:
    assert RespectAward(arbiters=(USA,)).concerns((FRANCE, UK)) == {FRANCE, UK, USA}


PROSE = [
    (
        RespectAward(),
        (
            "The High Contracting Parties shall carry out in good faith any award or judgment to which they are parties, and shall "
            "not resort to force against a Power that complies with it."
        ),
        (
            "Les Hautes Parties contractantes exécuteront de bonne foi toute sentence ou tout arrêt qui les concerne, et "
            "s'abstiendront de recourir à la force contre une Puissance qui s'y conforme."
        ),
        "The parties abide by any award between them.",
        "Les parties respectent toute sentence qui les concerne.",
    ),
    (
        RespectAward(over=(ZONE,)),
        (
            "The High Contracting Parties shall carry out in good faith any award or judgment concerning Zone I to which they are "
            "parties, and shall not resort to force against a Power that complies with it."
        ),
        (
            "Les Hautes Parties contractantes exécuteront de bonne foi toute sentence ou tout arrêt qui les concerne au sujet de la"
            " zone I, et s'abstiendront de recourir à la force contre une Puissance qui s'y conforme."
        ),
        "The parties abide by any award between them on Zone I.",
        "Les parties respectent toute sentence qui les concerne au sujet de la zone I.",
    ),
    (
        RespectAward(between=(GERMANY, CZECHO), arbiters=(FRANCE, UK), over=(ZONE, TESCHEN)),
        (
            "Germany and Czechoslovakia shall carry out in good faith the award given by France and the United Kingdom concerning "
            "Zone I and Teschen, and shall not resort to force against a Power that complies with it."
        ),
        (
            "L'Allemagne et la Tchécoslovaquie exécuteront de bonne foi la sentence rendue par la France et le Royaume-Uni au sujet"
            " de la zone I et du territoire de Teschen, et s'abstiendront de recourir à la force contre une Puissance qui s'y "
            "conforme."
        ),
        "Germany and Czechoslovakia abide by the award of France and the United Kingdom on Zone I and Teschen.",
        (
            "L'Allemagne et la Tchécoslovaquie respectent la sentence de la France et du Royaume-Uni au sujet de la zone I et du "
            "territoire de Teschen."
        ),
    ),
    (
        RespectAward(arbiters=(USA,)),
        (
            "The High Contracting Parties shall carry out in good faith the award given by the United States, and shall not resort "
            "to force against a Power that complies with it."
        ),
        (
            "Les Hautes Parties contractantes exécuteront de bonne foi la sentence rendue par les États-Unis, et s'abstiendront de "
            "recourir à la force contre une Puissance qui s'y conforme."
        ),
        "The parties abide by the award of the United States.",
        "Les parties respectent la sentence des États-Unis.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: RespectAward, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
