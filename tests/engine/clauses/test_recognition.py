"""Recognition: who recognises what of whom; what a neutrality asks besides; faults; prose."""

import pytest

from engine.clauses import Recognition
from engine.clauses.non_aggression import FORCE
from engine.clauses.recognition import RecognitionOf
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, TESCHEN, UK, ZONE, Atlas


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
