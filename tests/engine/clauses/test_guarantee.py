"""Guarantee: who stands behind whom, alone or jointly, from when; faults; prose."""

import pytest
from attrs import evolve as with_

from engine.clauses import Guarantee
from engine.clauses.guarantee import GuaranteeOf
from engine.duties import Assist, Automaticity, Extent, Trigger
from engine.names import Power, StakeId
from engine.texts.voice import Speaker
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, GERMANY, TESCHEN, UK, USA, USSR, ZONE, Atlas

SEVERAL = Guarantee(guarantors=(FRANCE, UK), protected=CZECHO)
JOINT = Guarantee(guarantors=(FRANCE, UK), protected=CZECHO, joint=True)
WAITING = Guarantee(guarantors=(GERMANY, USSR), protected=CZECHO, once_settled=(ZONE, TESCHEN))


def owed(article: Guarantee, parties: set[Power], settled: frozenset[StakeId] = frozenset()) -> dict[Power, frozenset[Power]]:
    """Each debtor with those who must act with it; the creditor is always the power protected."""
    duties = article.duties(frozenset(parties), Atlas(settled=settled))
    for duty in duties:
        assert isinstance(duty, Assist)
        assert duty.creditor == article.protected
        assert duty.automaticity is article.automaticity
    return {duty.debtor: duty.jointly_with for duty in duties if isinstance(duty, Assist)}


@pytest.mark.parametrize(
    ("article", "parties", "settled", "expected"),
    [
        (SEVERAL, {FRANCE, UK}, set(), {FRANCE: frozenset(), UK: frozenset()}),
        (SEVERAL, {FRANCE, GERMANY}, set(), {FRANCE: frozenset()}),
        (SEVERAL, {GERMANY}, set(), {}),
        (JOINT, {FRANCE, UK}, set(), {FRANCE: frozenset({UK}), UK: frozenset({FRANCE})}),
        (JOINT, {FRANCE, GERMANY}, set(), {FRANCE: frozenset({UK})}),
        (WAITING, {GERMANY, USSR}, set(), {}),
        (WAITING, {GERMANY, USSR}, {ZONE}, {}),
        (WAITING, {GERMANY, USSR}, {ZONE, TESCHEN}, {GERMANY: frozenset(), USSR: frozenset()}),
    ],
)
def test_each_guarantor_bound_owes_aid_once_what_it_waits_for_is_settled(
    article: Guarantee, parties: set[Power], settled: set[StakeId], expected: dict[Power, frozenset[Power]]
) -> None:
    assert owed(article, parties, frozenset(settled)) == expected


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SEVERAL, []),
        (Guarantee(guarantors=(), protected=CZECHO), ["no_guarantor"]),
        (Guarantee(guarantors=(FRANCE, FRANCE), protected=CZECHO), ["power_twice"]),
        (Guarantee(guarantors=(FRANCE, UK), protected=UK), ["guarantees_itself"]),
        (Guarantee(guarantors=(FRANCE, USA), protected=CZECHO), ["not_a_party"]),
        (Guarantee(guarantors=(Power("atlantis"),), protected=CZECHO), ["unknown_power"]),
        (Guarantee(guarantors=(FRANCE,), protected=Power("atlantis")), ["unknown_power"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, once_settled=(StakeId("moon"),)), ["unknown_stake"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, once_settled=(ZONE, ZONE)), ["stake_twice"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, object=GuaranteeOf.STAKE, over=(ZONE,)), []),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, object=GuaranteeOf.STAKE), ["no_stake_guaranteed"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, frontier_with=GERMANY), []),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, frontier_with=Power("atlantis")), ["unknown_power"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, frontier_with=CZECHO), ["against_a_party"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, frontier_with=GERMANY, against=(USSR,)), ["assailant_twice"]),
        (
            Guarantee(guarantors=(FRANCE,), protected=CZECHO, frontier_with=GERMANY, object=GuaranteeOf.INDEPENDENCE),
            ["frontier_not_guaranteed"],
        ),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, against=(CZECHO,)), ["against_a_party"]),
        (Guarantee(guarantors=(FRANCE,), protected=CZECHO, only_if_assisted_by=FRANCE), ["waits_for_itself"]),
    ],
)
def test_a_guarantee_that_cannot_stand_is_faulty(article: Guarantee, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"frontier_with": GERMANY}, {"against": frozenset({GERMANY})}),
        ({"against": (GERMANY, USSR)}, {"against": frozenset({GERMANY, USSR})}),
        ({"object": GuaranteeOf.STAKE, "over": (ZONE,)}, {"over": frozenset({ZONE})}),
        ({"trigger": Trigger.ANY_WAR, "extent": Extent.ECONOMIC}, {"trigger": Trigger.ANY_WAR, "extent": Extent.ECONOMIC}),
        ({"only_if_assisted_by": USSR}, {"only_if_assisted_by": USSR}),
    ],
)
def test_the_terms_of_the_guarantee_are_those_of_its_duty(change: dict[str, object], expected: dict[str, object]) -> None:
    plain = Guarantee(guarantors=(FRANCE,), protected=CZECHO)
    (before,), (after,) = plain.duties(frozenset({FRANCE}), Atlas()), with_(plain, **change).duties(frozenset({FRANCE}), Atlas())
    assert after == with_(before, **expected)


def test_the_protected_power_need_not_sign_and_owes_nothing() -> None:
    assert SEVERAL.faults((FRANCE, UK), Atlas()) == ()
    assert SEVERAL.third_debtors(frozenset({FRANCE, UK})) == frozenset()
    assert SEVERAL.concerns((FRANCE, UK, GERMANY)) == {FRANCE, UK, CZECHO}


def test_its_gist_says_what_it_waits_for() -> None:
    assert WAITING.gist(ENGLISH) == (
        "Germany and the Soviet Union each guarantee the frontiers of Czechoslovakia, alone if need be, against an unprovoked attack; "
        "no recommendation needed; not before the questions of Zone I and of Teschen are settled."
    )
    assert Guarantee(guarantors=(USA,), protected=UK, once_settled=(ZONE,)).gist(FRENCH).replace("\u00a0", " ") == (
        "Les États-Unis garantissent les frontières du Royaume-Uni en cas d'attaque non provoquée ; aucune recommandation n'est "
        "requise ; pas avant le règlement de la question de la zone I."
    )


@pytest.mark.parametrize("voice", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_every_parameter_shows_in_prose_and_gist(voice: Speaker) -> None:
    articles = [
        Guarantee(guarantors=guarantors, protected=CZECHO, object=of, joint=joint, automaticity=a, once_settled=settled)
        for guarantors, joint in (((FRANCE,), False), ((FRANCE, UK), False), ((FRANCE, UK), True))
        for of in GuaranteeOf
        for a in Automaticity
        for settled in ((), (ZONE,), (ZONE, TESCHEN))
    ]
    assert len({article.prose(voice) for article in articles}) == len(articles)
    assert len({article.gist(voice) for article in articles}) == len(articles)


def test_the_case_agrees_with_a_victim_in_the_plural() -> None:
    indirect = Guarantee(guarantors=(UK,), protected=USA, trigger=Trigger.INDIRECT_AGGRESSION)
    said = indirect.prose(FRENCH)
    assert "les États-Unis seraient l'objet d'une attaque non provoquée" in said
    assert "les amènerait à renoncer à leur indépendance ou à leur neutralité" in said
