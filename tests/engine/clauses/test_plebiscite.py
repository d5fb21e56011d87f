"""Plebiscite: who lets whom vote by when, and who respects the result; faults; prose."""

import pytest

from engine.clauses import Plebiscite
from engine.clauses.plebiscite import RESULT
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power, StakeId, TurnId
from tests.engine.atlas import (
    CZECHO,
    FRANCE,
    GERMANY,
    OCTOBER,
    SEPTEMBER,
    ZONE,
    Atlas,
)

VOTE = Plebiscite(holder=CZECHO, stakes=(ZONE,), by=OCTOBER, claimants=(GERMANY,))


def vote(creditor: Power) -> Render:
    """What the holder owes."""
    return Render(debtor=CZECHO, creditor=creditor, deed=Deed.HOLD_PLEBISCITE, at=ZONE, by=OCTOBER)


def respect(debtor: Power, creditor: Power) -> Render:
    """What those interested in the result owe each other."""
    return Render(debtor=debtor, creditor=creditor, deed=Deed.COMPLY, at=ZONE, matter=RESULT, standing=True)


@pytest.mark.parametrize(
    ("parties", "duties"),
    [
        ({CZECHO, FRANCE}, (vote(FRANCE),)),
        ({CZECHO, GERMANY}, (vote(GERMANY), respect(CZECHO, GERMANY), respect(GERMANY, CZECHO))),
        ({GERMANY, FRANCE}, ()),
    ],
)
def test_the_holder_owes_the_vote_and_the_claimants_respect_its_result(parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert VOTE.duties(frozenset(parties), Atlas()) == duties


def test_a_holder_that_does_not_sign_must_assent() -> None:
    assert VOTE.third_debtors(frozenset({GERMANY, FRANCE})) == {CZECHO}
    assert VOTE.third_debtors(frozenset({GERMANY, CZECHO})) == frozenset()
    assert VOTE.concerns((GERMANY, FRANCE)) == {GERMANY, FRANCE, CZECHO}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (VOTE, []),
        (Plebiscite(holder=CZECHO, stakes=(), by=OCTOBER), ["no_territory"]),
        (Plebiscite(holder=FRANCE, stakes=(ZONE,), by=OCTOBER), ["does_not_hold_to_vote"]),
        (Plebiscite(holder=CZECHO, stakes=(StakeId("moon"),), by=OCTOBER), ["unknown_stake"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=SEPTEMBER), ["date_past"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=TurnId("someday")), ["unknown_turn"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=OCTOBER, claimants=(Power("atlantis"),)), ["unknown_power"]),
    ],
)
def test_only_what_one_holds_can_be_put_to_the_vote_by_a_date_to_come(article: Plebiscite, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, FRANCE), Atlas())] == codes
