"""Creation of an organ: what its members owe each other; that its rule exists; faults; prose."""

import pytest

from engine.clauses import CreateOrgan
from engine.clauses.organ import DECISIONS, LONGEST, ORGAN, Competence, Decides
from engine.duties import Render
from engine.happenings import Deed
from engine.names import Power
from engine.voting.rules import RULES
from tests.engine.atlas import EN, ENGLISH, FRANCE, FRENCH, GERMANY, UK, USA, USSR, Atlas, both

BOARD = both("the Permanent Council", "Conseil permanent")


@pytest.mark.parametrize(
    ("article", "parties", "owed"),
    [
        (CreateOrgan(name=BOARD), {FRANCE, UK}, {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN)}),
        (CreateOrgan(name=BOARD, members=(FRANCE, UK)), {FRANCE, UK, GERMANY}, {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN)}),
        (
            CreateOrgan(name=BOARD, binding=True),
            {FRANCE, UK},
            {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN), (FRANCE, UK, DECISIONS), (UK, FRANCE, DECISIONS)},
        ),
    ],
)
def test_each_member_sits_in_it_and_carries_out_what_binds(
    article: CreateOrgan, parties: set[Power], owed: set[tuple[Power, Power, str]]
) -> None:
    duties = article.duties(frozenset(parties), Atlas())
    deeds = {ORGAN: Deed.ESTABLISH, DECISIONS: Deed.COMPLY}
    assert set(duties) == {Render(debtor=d, creditor=c, deed=deeds[m], matter=m, standing=True) for d, c, m in owed}


@pytest.mark.parametrize("decides", Decides)
def test_its_rule_is_one_of_those_by_which_votes_are_counted(decides: Decides) -> None:
    assert decides.rule in RULES


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (CreateOrgan(name=BOARD), []),
        (CreateOrgan(name={EN: " "}), ["organ_nameless"]),
        (CreateOrgan(name={EN: "x" * (LONGEST + 1)}), ["organ_name_too_long"]),
        (CreateOrgan(name=BOARD, competences=()), ["no_competence"]),
        (CreateOrgan(name=BOARD, competences=(Competence.SETTLE, Competence.SETTLE)), ["competence_twice"]),
        (CreateOrgan(name=BOARD, members=(FRANCE,)), ["too_few_parties"]),
        (CreateOrgan(name=BOARD, members=(FRANCE, USSR)), ["not_a_party"]),
    ],
)
def test_an_organ_that_cannot_stand_is_faulty(article: CreateOrgan, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_all_who_set_it_up() -> None:
    assert CreateOrgan(name=BOARD, members=(FRANCE, UK)).concerns((FRANCE, UK, GERMANY)) == {FRANCE, UK, GERMANY}


PROSE = [
    (
        CreateOrgan(name=BOARD),
        (
            "An organ to be known as “the Permanent Council” is hereby established. Each of the Parties shall be represented on it."
            " It shall decide by unanimity of those voting. It shall be competent to deliberate upon any matter affecting peace. "
            "Its resolutions shall have the force of recommendations."
        ),
        (
            "Il est institué un organe dénommé « Conseil permanent ». Chacune des Parties y est représentée. Il statue à "
            "l'unanimité des votants. Il a compétence pour délibérer de toute question intéressant la paix. Ses résolutions ont "
            "valeur de recommandations."
        ),
        "The parties set up “the Permanent Council” (deliberation): by unanimity, recommending only.",
        "Les parties instituent « Conseil permanent » (délibération) : à l'unanimité, simples recommandations.",
    ),
    (
        CreateOrgan(
            name=BOARD,
            members=(FRANCE, UK, USA),
            decides=Decides.TWO_THIRDS,
            competences=(Competence.RECOMMEND, Competence.FIND_AGGRESSION, Competence.SETTLE),
            binding=True,
        ),
        (
            "An organ to be known as “the Permanent Council” is hereby established. It shall be composed of representatives of "
            "France, the United Kingdom and the United States. It shall decide by two thirds of those voting. It shall be competent"
            " to recommend assistance to the victim of an aggression, designate the aggressor and deal with disputes between its "
            "members. Its members shall carry out its decisions."
        ),
        (
            "Il est institué un organe dénommé « Conseil permanent ». Il est composé de représentants de la France, du Royaume-Uni "
            "et des États-Unis. Il statue à la majorité des deux tiers des votants. Il a compétence pour recommander l'assistance à"
            " la victime d'une agression, désigner l'agresseur et connaître des différends entre ses membres. Ses membres sont "
            "tenus d'exécuter ses décisions."
        ),
        (
            "France, the United Kingdom and the United States set up “the Permanent Council” (recommendation of assistance, finding"
            " of aggression and disputes): by two thirds, binding."
        ),
        (
            "La France, le Royaume-Uni et les États-Unis instituent « Conseil permanent » (recommandation d'assistance, "
            "constatation d'une agression et différends) : aux deux tiers, décisions obligatoires."
        ),
    ),
    (
        CreateOrgan(name=BOARD, decides=Decides.CONSENSUS, competences=(Competence.SUPERVISE, Competence.ADMIT)),
        (
            "An organ to be known as “the Permanent Council” is hereby established. Each of the Parties shall be represented on it."
            " It shall decide by consensus, no member objecting. It shall be competent to supervise the execution of the present "
            "Agreement and admit new members. Its resolutions shall have the force of recommendations."
        ),
        (
            "Il est institué un organe dénommé « Conseil permanent ». Chacune des Parties y est représentée. Il statue par "
            "consensus, aucun membre n'y faisant objection. Il a compétence pour contrôler l'exécution du présent accord et "
            "admettre de nouveaux membres. Ses résolutions ont valeur de recommandations."
        ),
        "The parties set up “the Permanent Council” (supervision and admission of members): by consensus, recommending only.",
        "Les parties instituent « Conseil permanent » (contrôle et admission de membres) : par consensus, simples recommandations.",
    ),
    (
        CreateOrgan(name=BOARD, decides=Decides.MAJORITY),
        (
            "An organ to be known as “the Permanent Council” is hereby established. Each of the Parties shall be represented on it."
            " It shall decide by a majority of those voting. It shall be competent to deliberate upon any matter affecting peace. "
            "Its resolutions shall have the force of recommendations."
        ),
        (
            "Il est institué un organe dénommé « Conseil permanent ». Chacune des Parties y est représentée. Il statue à la "
            "majorité des votants. Il a compétence pour délibérer de toute question intéressant la paix. Ses résolutions ont valeur"
            " de recommandations."
        ),
        "The parties set up “the Permanent Council” (deliberation): by majority, recommending only.",
        "Les parties instituent « Conseil permanent » (délibération) : à la majorité, simples recommandations.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: CreateOrgan, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
