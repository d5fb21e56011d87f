"""Regime of a waterway: what its keeper and its users owe; faults; prose."""

import pytest

from engine.clauses import WaterwayRegime
from engine.clauses.waterway import PASSING, Passage
from engine.duties import Duty, Refrain, Render, Trigger
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, FRANCE, STRAITS, UK, USA, Atlas

HERE = frozenset({STRAITS})
OPEN = (
    Refrain(debtor=USA, creditor=FRANCE, deeds=frozenset({Deed.CLOSE}), at=HERE),
    Refrain(debtor=FRANCE, creditor=USA, deeds=frozenset({Deed.BLOCKADE, Deed.OCCUPY}), at=HERE),
)
WARSHIPS = Refrain(
    debtor=FRANCE, creditor=USA, deeds=frozenset({Deed.CROSS, Deed.DEPLOY, Deed.PATROL}), at=HERE, unless_with=frozenset({USA})
)
SHUT_OUT = Refrain(debtor=FRANCE, creditor=USA, deeds=PASSING, at=HERE, in_war=True)
LETTING_PASS = Refrain(debtor=USA, creditor=FRANCE, deeds=frozenset({Deed.LET_PASS}), at=HERE, in_war=True)
CLOSED = Render(debtor=USA, creditor=FRANCE, deed=Deed.CLOSE, at=STRAITS, when=Trigger.ANY_WAR)


@pytest.mark.parametrize(
    ("passage", "parties", "duties"),
    [
        (Passage.FREE, {USA, FRANCE}, OPEN),
        (Passage.MERCHANT, {USA, FRANCE}, (*OPEN, WARSHIPS)),
        (Passage.CLOSED_IN_WAR, {USA, FRANCE}, (CLOSED, LETTING_PASS, SHUT_OUT)),
        (Passage.FREE, {UK, FRANCE}, ()),
    ],
)
def test_the_keeper_keeps_the_passage_and_its_users_respect_it(passage: Passage, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    article = WaterwayRegime(waterway=STRAITS, keeper=USA, passage=passage)
    assert article.duties(frozenset(parties), Atlas()) == duties


def test_a_keeper_that_does_not_sign_must_assent() -> None:
    article = WaterwayRegime(waterway=STRAITS, keeper=USA)
    assert article.third_debtors(frozenset({UK, FRANCE})) == {USA}
    assert article.concerns((UK, FRANCE)) == {UK, FRANCE, USA}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (WaterwayRegime(waterway=STRAITS, keeper=USA), []),
        (WaterwayRegime(waterway=STRAITS, keeper=CZECHO), ["does_not_keep"]),
        (WaterwayRegime(waterway=StakeId("moon"), keeper=USA), ["unknown_stake"]),
        (WaterwayRegime(waterway=STRAITS, keeper=Power("atlantis")), ["unknown_power", "does_not_keep"]),
    ],
)
def test_only_its_holder_can_keep_a_waterway(article: WaterwayRegime, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((UK, FRANCE), Atlas())] == codes
