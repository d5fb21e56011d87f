"""Plebiscite: who lets whom vote by when, and who respects the result; faults; prose."""

import pytest

from engine.clauses import Plebiscite
from engine.clauses.recognition import ANNEXING
from engine.duties import Cede, Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power, StakeId, TurnId
from tests.engine.atlas import (
    CZECHO,
    FRANCE,
    GERMANY,
    OCTOBER,
    SEPTEMBER,
    TENTH,
    ZONE,
    Atlas,
)

VOTE = Plebiscite(holder=CZECHO, stakes=(ZONE,), by=OCTOBER, claimants=(GERMANY,))
HERE = frozenset({ZONE})


def vote(creditor: Power) -> Render:
    """What the holder owes."""
    return Render(debtor=CZECHO, creditor=creditor, deed=Deed.HOLD_PLEBISCITE, at=ZONE, by=OCTOBER)


def respect(debtor: Power, creditor: Power, *, decided: bool = False) -> Refrain:
    """What a claimant owes the holder until the vote, and a loser the winner after it."""
    with_leave = frozenset({creditor})
    return Refrain(debtor=debtor, creditor=creditor, deeds=ANNEXING, at=HERE, aimed=decided, unless_with=with_leave)


KEEPING = Refrain(debtor=CZECHO, creditor=GERMANY, deeds=frozenset({Deed.TRANSFER}), at=HERE, unless_with=frozenset({GERMANY}))
CEDING = Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=TENTH)


@pytest.mark.parametrize(
    ("parties", "winner", "duties"),
    [
        ({CZECHO, FRANCE}, None, (vote(FRANCE),)),
        ({CZECHO, GERMANY}, None, (vote(GERMANY), KEEPING, respect(GERMANY, CZECHO))),
        ({GERMANY, FRANCE}, None, ()),
        ({CZECHO, GERMANY}, GERMANY, (vote(GERMANY), CEDING, respect(CZECHO, GERMANY, decided=True))),
        ({CZECHO, GERMANY}, CZECHO, (vote(GERMANY), respect(GERMANY, CZECHO, decided=True))),
        ({CZECHO, FRANCE}, GERMANY, (vote(FRANCE), CEDING, respect(CZECHO, GERMANY, decided=True))),
    ],
)
def test_the_holder_owes_the_vote_and_the_losers_owe_the_winner_what_it_has_won(
    parties: set[Power], winner: Power | None, duties: tuple[Duty, ...]
) -> None:
    world = Atlas(votes={} if winner is None else {ZONE: (winner, TENTH)})
    assert VOTE.duties(frozenset(parties), world) == duties


def test_a_holder_that_does_not_sign_must_assent() -> None:
    assert VOTE.third_debtors(frozenset({GERMANY, FRANCE})) == {CZECHO}
    assert VOTE.third_debtors(frozenset({GERMANY, CZECHO})) == frozenset()
    assert VOTE.concerns((GERMANY, FRANCE)) == {GERMANY, FRANCE, CZECHO}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (VOTE, []),
        (Plebiscite(holder=CZECHO, stakes=(), by=OCTOBER), ["no_territory"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=OCTOBER, claimants=(GERMANY, CZECHO)), ["claims_what_it_holds"]),
        (Plebiscite(holder=FRANCE, stakes=(ZONE,), by=OCTOBER), ["does_not_hold_to_vote"]),
        (Plebiscite(holder=CZECHO, stakes=(StakeId("moon"),), by=OCTOBER), ["unknown_stake"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=SEPTEMBER), ["date_past"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=TurnId("someday")), ["unknown_turn"]),
        (Plebiscite(holder=CZECHO, stakes=(ZONE,), by=OCTOBER, claimants=(Power("atlantis"),)), ["unknown_power"]),
    ],
)
def test_only_what_one_holds_can_be_put_to_the_vote_by_a_date_to_come(article: Plebiscite, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, FRANCE), Atlas())] == codes
