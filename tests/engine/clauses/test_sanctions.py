"""Sanctions duty: who breaks off what with whom in what case; what performs it; faults; prose."""

import pytest

from engine.clauses import SanctionsDuty
from engine.duties import Duty, Render, Trigger
from engine.happenings import Deed, Happening, Sanction
from engine.names import Power
from engine.performance import performs
from tests.engine.atlas import FRANCE, GERMANY, UK, USSR, Atlas


def owed(debtor: Power, creditor: Power, measure: Sanction, toward: Power | None = None) -> Render:
    """What the debtor owes the creditor when the case arises."""
    return Render(debtor=debtor, creditor=creditor, deed=Deed.SANCTION, toward=toward, matter=measure.value, when=Trigger.UNPROVOKED_ATTACK)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (SanctionsDuty(), {FRANCE, UK}, (owed(FRANCE, UK, Sanction.GENERAL), owed(UK, FRANCE, Sanction.GENERAL))),
        (
            SanctionsDuty(between=(FRANCE, UK), against=(GERMANY,), measures=(Sanction.ARMS, Sanction.OIL)),
            {FRANCE, UK, USSR},
            (
                owed(FRANCE, UK, Sanction.ARMS, GERMANY),
                owed(FRANCE, UK, Sanction.OIL, GERMANY),
                owed(UK, FRANCE, Sanction.ARMS, GERMANY),
                owed(UK, FRANCE, Sanction.OIL, GERMANY),
            ),
        ),
        (SanctionsDuty(between=(FRANCE, UK)), {FRANCE, USSR}, ()),
    ],
)
def test_each_owes_each_other_one_every_measure(article: SanctionsDuty, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("duty", "toward", "measure", "kept"),
    [
        (owed(FRANCE, UK, Sanction.OIL), GERMANY, "oil", True),
        (owed(FRANCE, UK, Sanction.OIL), UK, "oil", False),
        (owed(FRANCE, UK, Sanction.OIL), GERMANY, "arms", False),
        (owed(FRANCE, UK, Sanction.OIL, GERMANY), GERMANY, "oil", True),
        (owed(FRANCE, UK, Sanction.OIL, GERMANY), USSR, "oil", False),
    ],
)
def test_a_sanction_performs_it_upon_anybody_but_the_creditor_or_upon_the_power_named(
    duty: Render, toward: Power, measure: str, kept: bool
) -> None:
    assert performs(duty, Happening(deed=Deed.SANCTION, by=FRANCE, toward=toward, matter=measure)) is kept


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SanctionsDuty(), []),
        (SanctionsDuty(measures=()), ["no_measure"]),
        (SanctionsDuty(measures=(Sanction.OIL, Sanction.OIL)), ["measure_twice"]),
        (SanctionsDuty(against=(UK,)), ["sanctions_against_a_party"]),
        (SanctionsDuty(against=(Power("atlantis"),)), ["unknown_power"]),
        (SanctionsDuty(between=(FRANCE,)), ["too_few_parties"]),
        (SanctionsDuty(between=(FRANCE, USSR)), ["not_a_party"]),
    ],
)
def test_a_sanctions_duty_that_cannot_stand_is_faulty(article: SanctionsDuty, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_owe_it() -> None:
    assert SanctionsDuty(against=(GERMANY,)).concerns((FRANCE, UK)) == {FRANCE, UK}
