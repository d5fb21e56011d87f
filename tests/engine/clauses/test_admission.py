"""Support for an admission: who supports whom; faults; prose."""

import pytest

from engine.clauses import SupportAdmission
from engine.duties import Render
from engine.happenings import Deed
from engine.names import BodyId, Power
from tests.engine.atlas import FRANCE, GERMANY, UK, USSR, Atlas

COUNCIL, ASSEMBLY = BodyId("league_council"), BodyId("league_assembly")


@pytest.mark.parametrize(
    ("article", "parties", "debtors"),
    [
        (SupportAdmission(candidate=USSR, body=ASSEMBLY), {FRANCE, UK}, [FRANCE, UK]),
        (SupportAdmission(candidate=USSR, body=ASSEMBLY), {FRANCE, USSR}, [FRANCE]),
        (SupportAdmission(candidate=USSR, body=ASSEMBLY, supporting=(UK,)), {FRANCE, UK}, [UK]),
        (SupportAdmission(candidate=USSR, body=ASSEMBLY, supporting=(UK,)), {FRANCE, USSR}, []),
    ],
)
def test_each_that_is_bound_supports_the_candidate(article: SupportAdmission, parties: set[Power], debtors: list[Power]) -> None:
    assert article.duties(frozenset(parties), Atlas()) == tuple(
        Render(debtor=d, creditor=USSR, deed=Deed.SUPPORT_ADMISSION, toward=USSR, matter=ASSEMBLY, standing=True) for d in debtors
    )


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SupportAdmission(candidate=USSR, body=COUNCIL), []),
        (SupportAdmission(candidate=FRANCE, body=COUNCIL), []),
        (SupportAdmission(candidate=FRANCE, body=COUNCIL, supporting=(FRANCE, UK)), ["supports_itself"]),
        (SupportAdmission(candidate=USSR, body=COUNCIL, supporting=(GERMANY,)), ["not_a_party"]),
        (SupportAdmission(candidate=Power("atlantis"), body=COUNCIL), ["unknown_power"]),
        (SupportAdmission(candidate=USSR, body=BodyId(" ")), ["no_body"]),
    ],
)
def test_support_that_cannot_stand_is_faulty(article: SupportAdmission, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_who_support_and_the_candidate() -> None:
    assert SupportAdmission(candidate=USSR, body=COUNCIL, supporting=(UK,)).concerns((FRANCE, UK)) == {UK, USSR}
