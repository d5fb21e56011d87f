"""Sanctions duty: who breaks off what with whom in what case; what performs it; faults; prose."""

import pytest

from engine.clauses import SanctionsDuty
from engine.duties import Duty, Render, Trigger
from engine.happenings import Deed, Happening, Sanction
from engine.names import Power
from engine.performance import performs
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, UK, USSR, Atlas


def owed(debtor: Power, creditor: Power, measure: Sanction, toward: Power | None = None) -> Render:
    """What the debtor owes the creditor when the case arises."""
    return Render(debtor=debtor, creditor=creditor, deed=Deed.SANCTION, toward=toward, matter=measure.value, when=Trigger.UNPROVOKED_ATTACK)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (SanctionsDuty(), {FRANCE, UK}, (owed(FRANCE, UK, Sanction.GENERAL), owed(UK, FRANCE, Sanction.GENERAL))),
        (
            SanctionsDuty(between=(FRANCE, UK), against=(GERMANY,), measures=(Sanction.ARMS, Sanction.OIL)),
            {FRANCE, UK, USSR},
            (
                owed(FRANCE, UK, Sanction.ARMS, GERMANY),
                owed(FRANCE, UK, Sanction.OIL, GERMANY),
                owed(UK, FRANCE, Sanction.ARMS, GERMANY),
                owed(UK, FRANCE, Sanction.OIL, GERMANY),
            ),
        ),
        (SanctionsDuty(between=(FRANCE, UK)), {FRANCE, USSR}, ()),
    ],
)
def test_each_owes_each_other_one_every_measure(article: SanctionsDuty, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("duty", "toward", "measure", "kept"),
    [
        (owed(FRANCE, UK, Sanction.OIL), GERMANY, "oil", True),
        (owed(FRANCE, UK, Sanction.OIL), UK, "oil", False),
        (owed(FRANCE, UK, Sanction.OIL), GERMANY, "arms", False),
        (owed(FRANCE, UK, Sanction.OIL, GERMANY), GERMANY, "oil", True),
        (owed(FRANCE, UK, Sanction.OIL, GERMANY), USSR, "oil", False),
    ],
)
def test_a_sanction_performs_it_upon_anybody_but_the_creditor_or_upon_the_power_named(
    duty: Render, toward: Power, measure: str, kept: bool
) -> None:
    assert performs(duty, Happening(deed=Deed.SANCTION, by=FRANCE, toward=toward, matter=measure)) is kept


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SanctionsDuty(), []),
        (SanctionsDuty(measures=()), ["no_measure"]),
        (SanctionsDuty(measures=(Sanction.OIL, Sanction.OIL)), ["measure_twice"]),
        (SanctionsDuty(against=(UK,)), ["sanctions_against_a_party"]),
        (SanctionsDuty(against=(Power("atlantis"),)), ["unknown_power"]),
        (SanctionsDuty(between=(FRANCE,)), ["too_few_parties"]),
        (SanctionsDuty(between=(FRANCE, USSR)), ["not_a_party"]),
    ],
)
def test_a_sanctions_duty_that_cannot_stand_is_faulty(article: SanctionsDuty, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_owe_it() -> None:
    assert SanctionsDuty(against=(GERMANY,)).concerns((FRANCE, UK)) == {FRANCE, UK}


PROSE = [
    (
        SanctionsDuty(),
        (
            "In the event of one of the High Contracting Parties being the object of an unprovoked attack, each other Party shall "
            "without delay apply to the aggressor the following measure: the severance of all trade and financial relations."
        ),
        (
            "En cas d'attaque non provoquée contre l'une des Hautes Parties contractantes, toute autre Partie appliquera sans délai"
            " à l'agresseur la mesure suivante : la rupture de toutes relations commerciales et financières."
        ),
        "The parties apply sanctions against an unprovoked attack: the severance of all trade and financial relations.",
        (
            "Les parties appliquent des sanctions contre une attaque non provoquée : la rupture de toutes relations commerciales et"
            " financières."
        ),
    ),
    (
        SanctionsDuty(between=(FRANCE, UK), against=(GERMANY,), measures=(Sanction.DIPLOMATIC, Sanction.ARMS, Sanction.FINANCE)),
        (
            "In the event of France or the United Kingdom being the object of an unprovoked attack on the part of Germany, the "
            "other Power shall without delay apply to the aggressor the following measures: the severance of diplomatic relations, "
            "an embargo on arms and the refusal of loans and credits."
        ),
        (
            "En cas d'attaque non provoquée de la part de l'Allemagne contre la France ou le Royaume-Uni, l'autre Puissance "
            "appliquera sans délai à l'agresseur les mesures suivantes : la rupture des relations diplomatiques, l'embargo sur les "
            "armes et le refus de tout prêt et crédit."
        ),
        (
            "France and the United Kingdom apply sanctions against an unprovoked attack by Germany: the severance of diplomatic "
            "relations, an embargo on arms and the refusal of loans and credits."
        ),
        (
            "La France et le Royaume-Uni appliquent des sanctions contre une attaque non provoquée menée par l'Allemagne : la "
            "rupture des relations diplomatiques, l'embargo sur les armes et le refus de tout prêt et crédit."
        ),
    ),
    (
        SanctionsDuty(between=(FRANCE, UK, USSR), measures=(Sanction.OIL,), trigger=Trigger.THREAT),
        (
            "In the event of France, the United Kingdom or the Soviet Union being threatened with aggression, each of the other "
            "Powers shall without delay apply to the aggressor the following measure: an embargo on oil."
        ),
        (
            "En cas de menace d'agression contre la France, le Royaume-Uni ou l'URSS, chacune des autres Puissances appliquera sans"
            " délai à l'agresseur la mesure suivante : l'embargo sur le pétrole."
        ),
        "France, the United Kingdom and the Soviet Union apply sanctions under threat: an embargo on oil.",
        "La France, le Royaume-Uni et l'URSS appliquent des sanctions en cas de menace : l'embargo sur le pétrole.",
    ),
    (
        SanctionsDuty(measures=(Sanction.OIL,), trigger=Trigger.ANY_WAR),
        (
            "In the event of war between one of the High Contracting Parties and any other Power, each other Party shall without "
            "delay apply to the aggressor the following measure: an embargo on oil."
        ),
        (
            "En cas de guerre entre l'une des Hautes Parties contractantes et toute autre Puissance, toute autre Partie appliquera "
            "sans délai à l'agresseur la mesure suivante : l'embargo sur le pétrole."
        ),
        "The parties apply sanctions in any war: an embargo on oil.",
        "Les parties appliquent des sanctions dans toute guerre : l'embargo sur le pétrole.",
    ),
    (
        SanctionsDuty(measures=(Sanction.OIL,), trigger=Trigger.INDIRECT_AGGRESSION),
        (
            "In the event of one of the High Contracting Parties being the object of an attack, or being brought to give up its "
            "independence or neutrality under threat of force, each other Party shall without delay apply to the aggressor the "
            "following measure: an embargo on oil."
        ),
        (
            "Au cas où l'une des Hautes Parties contractantes serait l'objet d'une attaque, ou serait amenée à renoncer à "
            "l'indépendance ou à la neutralité sous la menace de la force, toute autre Partie appliquera sans délai à l'agresseur "
            "la mesure suivante : l'embargo sur le pétrole."
        ),
        "The parties apply sanctions against direct or indirect aggression: an embargo on oil.",
        "Les parties appliquent des sanctions contre une agression directe ou indirecte : l'embargo sur le pétrole.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: SanctionsDuty, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
