"""Settlement of disputes: who submits what to which procedure; faults; prose."""

import pytest

from engine.clauses import SubmitDisputes
from engine.clauses.non_aggression import FORCE
from engine.clauses.settlement import Procedure
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power
from tests.engine.atlas import FRANCE, GERMANY, UK, USSR, Atlas


def submission(debtor: Power, creditor: Power, matter: str) -> Render:
    """What the debtor owes the creditor."""
    return Render(debtor=debtor, creditor=creditor, deed=Deed.SUBMIT, toward=creditor, matter=matter, standing=True)


def peace(debtor: Power, creditor: Power) -> Refrain:
    """What it forswears towards the creditor."""
    return Refrain(debtor=debtor, creditor=creditor, toward=creditor, deeds=FORCE | {Deed.THREATEN}, unless_aggressor=True)


@pytest.mark.parametrize(
    ("article", "parties", "duties"),
    [
        (
            SubmitDisputes(procedures=(Procedure.ENQUIRY, Procedure.COURT)),
            {FRANCE, GERMANY},
            (
                submission(FRANCE, GERMANY, "enquiry"),
                submission(FRANCE, GERMANY, "court"),
                submission(GERMANY, FRANCE, "enquiry"),
                submission(GERMANY, FRANCE, "court"),
            ),
        ),
        (
            SubmitDisputes(between=(FRANCE, UK), procedures=(Procedure.MEDIATION,), only_peaceful=True),
            {FRANCE, UK, GERMANY},
            (submission(FRANCE, UK, "mediation"), peace(FRANCE, UK), submission(UK, FRANCE, "mediation"), peace(UK, FRANCE)),
        ),
        (SubmitDisputes(between=(FRANCE, UK)), {FRANCE, GERMANY}, ()),
    ],
)
def test_each_submits_to_each_procedure_what_divides_it_from_each_other_one(
    article: SubmitDisputes, parties: set[Power], duties: tuple[Duty, ...]
) -> None:
    assert article.duties(frozenset(parties), Atlas()) == duties


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (SubmitDisputes(), []),
        (SubmitDisputes(procedures=()), ["no_procedure"]),
        (SubmitDisputes(procedures=(Procedure.COURT, Procedure.COURT)), ["procedure_twice"]),
        (SubmitDisputes(between=(FRANCE,)), ["too_few_parties"]),
        (SubmitDisputes(between=(FRANCE, USSR)), ["not_a_party"]),
    ],
)
def test_a_settlement_that_cannot_stand_is_faulty(article: SubmitDisputes, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_those_whose_disputes_they_are() -> None:
    assert SubmitDisputes(between=(FRANCE, UK)).concerns((FRANCE, UK, GERMANY)) == {FRANCE, UK}
