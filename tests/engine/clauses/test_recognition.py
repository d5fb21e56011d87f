"""Recognition: who recognises what of whom; what a neutrality asks besides; faults; prose."""

import pytest

from engine.clauses import Recognition
from engine.clauses.non_aggression import FORCE
from engine.clauses.recognition import RecognitionOf
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, TESCHEN, UK, USA, ZONE, Atlas


def recognition(debtor: Power, matter: str, at: StakeId | None = None) -> Render:
    """What the debtor owes Czechoslovakia."""
    return Render(debtor=debtor, creditor=CZECHO, deed=Deed.RECOGNISE, toward=CZECHO, at=at, matter=matter, standing=True)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (Recognition(recognised=CZECHO), {FRANCE, UK}, (recognition(FRANCE, "frontiers"), recognition(UK, "frontiers"))),
        (Recognition(recognised=CZECHO), {FRANCE, CZECHO}, (recognition(FRANCE, "frontiers"),)),
        (Recognition(recognised=CZECHO, recognising=(UK,)), {FRANCE, CZECHO}, ()),
        (
            Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY, over=(ZONE, TESCHEN)),
            {GERMANY, CZECHO},
            (recognition(GERMANY, "sovereignty", ZONE), recognition(GERMANY, "sovereignty", TESCHEN)),
        ),
        (
            Recognition(recognised=CZECHO, object=RecognitionOf.NEUTRALITY),
            {GERMANY, CZECHO},
            (
                recognition(GERMANY, "neutrality"),
                Refrain(debtor=GERMANY, creditor=CZECHO, toward=CZECHO, deeds=FORCE | {Deed.CROSS}, unless_aggressor=True),
            ),
        ),
    ],
)
def test_each_other_party_recognises_and_a_neutrality_is_respected(
    article: Recognition, parties: set[Power], duties: tuple[Duty, ...]
) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (Recognition(recognised=CZECHO), []),
        (Recognition(recognised=Power("atlantis")), ["unknown_power"]),
        (Recognition(recognised=FRANCE, recognising=(FRANCE, UK)), ["recognises_itself"]),
        (Recognition(recognised=CZECHO, recognising=(GERMANY,)), ["not_a_party"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY), ["sovereignty_over_nothing"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.GOVERNMENT, over=(ZONE,)), ["stake_without_sovereignty"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY, over=(StakeId("moon"),)), ["unknown_stake"]),
    ],
)
def test_a_recognition_that_cannot_stand_is_faulty(article: Recognition, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_recognise_and_the_one_recognised() -> None:
    assert Recognition(recognised=CZECHO).concerns((FRANCE, UK)) == {FRANCE, UK, CZECHO}
    assert Recognition(recognised=CZECHO, recognising=(UK,)).concerns((FRANCE, UK)) == {UK, CZECHO}


PROSE = [
    (
        Recognition(recognised=CZECHO),
        "The High Contracting Parties recognise as definitive the existing frontiers of Czechoslovakia.",
        "Les Hautes Parties contractantes reconnaissent comme définitives les frontières actuelles de la Tchécoslovaquie.",
        "The parties recognise the frontiers of Czechoslovakia.",
        "Les parties reconnaissent les frontières de la Tchécoslovaquie.",
    ),
    (
        Recognition(recognised=USA, recognising=(FRANCE,)),
        "France recognises as definitive the existing frontiers of the United States.",
        "La France reconnaît comme définitives les frontières actuelles des États-Unis.",
        "France recognises the frontiers of the United States.",
        "La France reconnaît les frontières des États-Unis.",
    ),
    (
        Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY, over=(ZONE, TESCHEN)),
        "The High Contracting Parties recognise the sovereignty of Czechoslovakia over Zone I and Teschen.",
        "Les Hautes Parties contractantes reconnaissent la souveraineté de la Tchécoslovaquie sur la zone I et le territoire de Teschen.",
        "The parties recognise Zone I and Teschen as belonging to Czechoslovakia.",
        "Les parties reconnaissent que la zone I et le territoire de Teschen appartiennent à la Tchécoslovaquie.",
    ),
    (
        Recognition(recognised=USA, recognising=(FRANCE, UK), object=RecognitionOf.SOVEREIGNTY, over=(ZONE,)),
        "France and the United Kingdom recognise the sovereignty of the United States over Zone I.",
        "La France et le Royaume-Uni reconnaissent la souveraineté des États-Unis sur la zone I.",
        "France and the United Kingdom recognise Zone I as belonging to the United States.",
        "La France et le Royaume-Uni reconnaissent que la zone I appartient aux États-Unis.",
    ),
    (
        Recognition(recognised=USA, recognising=(FRANCE, UK), object=RecognitionOf.INDEPENDENCE),
        "France and the United Kingdom recognise the independence and sovereignty of the United States.",
        "La France et le Royaume-Uni reconnaissent l'indépendance et la souveraineté des États-Unis.",
        "France and the United Kingdom recognise the independence of the United States.",
        "La France et le Royaume-Uni reconnaissent l'indépendance des États-Unis.",
    ),
    (
        Recognition(recognised=USA, recognising=(FRANCE,), object=RecognitionOf.NEUTRALITY),
        "France recognises the permanent neutrality of the United States and undertakes to respect it.",
        "La France reconnaît la neutralité perpétuelle des États-Unis et s'engage à la respecter.",
        "France recognises and respects the neutrality of the United States.",
        "La France reconnaît et respecte la neutralité des États-Unis.",
    ),
    (
        Recognition(recognised=UK, object=RecognitionOf.GOVERNMENT),
        (
            "The High Contracting Parties recognise de jure the present Government of the United Kingdom and shall maintain "
            "diplomatic relations with it."
        ),
        (
            "Les Hautes Parties contractantes reconnaissent de jure le Gouvernement actuel du Royaume-Uni et entretiendront avec "
            "lui des relations diplomatiques."
        ),
        "The parties recognise the Government of the United Kingdom.",
        "Les parties reconnaissent le Gouvernement du Royaume-Uni.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: Recognition, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
