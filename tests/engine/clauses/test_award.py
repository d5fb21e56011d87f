"""Respect for an award: who complies, and who is left in peace; faults; prose."""

import pytest

from engine.clauses import RespectAward
from engine.clauses.award import AWARD
from engine.clauses.non_aggression import FORCE
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, TESCHEN, UK, USA, ZONE, Atlas


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
