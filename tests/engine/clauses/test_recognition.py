"""Recognition: who recognises what of whom; what a neutrality asks besides; faults; prose."""

import pytest

from engine.clauses import Recognition
from engine.clauses.non_aggression import FORCE
from engine.clauses.recognition import ANNEXING, RecognitionOf
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, TESCHEN, UK, ZONE, Atlas


def recognition(debtor: Power, matter: str, at: StakeId | None = None) -> Render:
    """What the debtor owes Czechoslovakia."""
    return Render(debtor=debtor, creditor=CZECHO, deed=Deed.RECOGNISE, toward=CZECHO, at=at, matter=matter, standing=True)


def frontiers(debtor: Power) -> tuple[Duty, ...]:
    """What the debtor owes Czechoslovakia where it recognises its frontiers."""
    respect = Refrain(
        debtor=debtor,
        creditor=CZECHO,
        toward=CZECHO,
        deeds=ANNEXING,
        aimed=True,
        unless_aggressor=True,
        unless_with=frozenset({CZECHO}),
    )
    return recognition(debtor, "frontiers"), respect


def title(debtor: Power, *at: StakeId) -> Refrain:
    """What it owes where it recognises a sovereignty."""
    return Refrain(debtor=debtor, creditor=CZECHO, deeds=ANNEXING, at=frozenset(at), aimed=True, unless_with=frozenset({CZECHO}))


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (Recognition(recognised=CZECHO), {FRANCE, UK}, (*frontiers(FRANCE), *frontiers(UK))),
        (Recognition(recognised=CZECHO), {FRANCE, CZECHO}, frontiers(FRANCE)),
        (Recognition(recognised=CZECHO, recognising=(UK,)), {FRANCE, CZECHO}, ()),
        (
            Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY, over=(ZONE, TESCHEN)),
            {GERMANY, CZECHO},
            (recognition(GERMANY, "sovereignty", ZONE), recognition(GERMANY, "sovereignty", TESCHEN), title(GERMANY, ZONE, TESCHEN)),
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
        (Recognition(recognised=CZECHO, rivals=(GERMANY,)), ["rival_without_government"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.GOVERNMENT, rivals=(GERMANY,)), []),
        (Recognition(recognised=CZECHO, object=RecognitionOf.GOVERNMENT, rivals=(CZECHO,)), ["power_twice", "its_own_rival"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.GOVERNMENT, rivals=(UK,)), ["its_own_rival"]),
        (Recognition(recognised=CZECHO, object=RecognitionOf.SOVEREIGNTY, over=(StakeId("moon"),)), ["unknown_stake"]),
    ],
)
def test_a_recognition_that_cannot_stand_is_faulty(article: Recognition, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_recognise_and_the_one_recognised() -> None:
    assert Recognition(recognised=CZECHO).concerns((FRANCE, UK)) == {FRANCE, UK, CZECHO}
    assert Recognition(recognised=CZECHO, recognising=(UK,)).concerns((FRANCE, UK)) == {UK, CZECHO}
