"""Supply: who delivers what by when; faults; prose."""

import pytest

from engine.clauses import Supply
from engine.clauses.supply import Goods
from engine.duties import Duty, Render
from engine.happenings import Deed, Happening
from engine.names import Power, TurnId
from engine.performance import performs
from tests.engine.atlas import FRANCE, GERMANY, OCTOBER, SEPTEMBER, USSR, Atlas

GRAIN = Supply(supplier=USSR, receiver=GERMANY, goods=Goods.GRAIN, amount=1000, by=OCTOBER)
OWED = Render(debtor=USSR, creditor=GERMANY, deed=Deed.SUPPLY, toward=GERMANY, matter="grain", amount=1000, by=OCTOBER)


@pytest.mark.parametrize(("parties", "duties"), [({USSR, GERMANY}, (OWED,)), ({USSR, FRANCE}, (OWED,)), ({GERMANY, FRANCE}, ())])
def test_a_supplier_that_is_bound_owes_one_delivery(parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert GRAIN.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("amount", "matter", "kept"), [(1000, "grain", True), (1200, "grain", True), (999, "grain", False), (1000, "coal", False)]
)
def test_only_the_whole_of_it_performs(amount: int, matter: str, kept: bool) -> None:
    assert performs(OWED, Happening(deed=Deed.SUPPLY, by=USSR, toward=GERMANY, matter=matter, amount=amount)) is kept


def test_a_supplier_that_does_not_sign_must_assent() -> None:
    assert GRAIN.third_debtors(frozenset({GERMANY, FRANCE})) == {USSR}
    assert GRAIN.concerns((GERMANY, FRANCE)) == {USSR, GERMANY}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (GRAIN, []),
        (Supply(supplier=USSR, receiver=USSR, by=OCTOBER), ["supplies_itself"]),
        (Supply(supplier=USSR, receiver=GERMANY, amount=0, by=OCTOBER), ["no_amount"]),
        (Supply(supplier=USSR, receiver=GERMANY, by=SEPTEMBER), ["date_past"]),
        (Supply(supplier=USSR, receiver=GERMANY, by=TurnId("someday")), ["unknown_turn"]),
        (Supply(supplier=Power("atlantis"), receiver=GERMANY, by=OCTOBER), ["unknown_power"]),
    ],
)
def test_a_supply_that_cannot_stand_is_faulty(article: Supply, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, USSR), Atlas())] == codes
