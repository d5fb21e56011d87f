"""Settlement of disputes: who submits what to which procedure; faults; prose."""

import pytest

from engine.clauses import SubmitDisputes
from engine.clauses.non_aggression import FORCE
from engine.clauses.settlement import Procedure
from engine.duties import Duty, Refrain, Render
from engine.happenings import Deed
from engine.names import Power
from tests.engine.atlas import ENGLISH, FRANCE, FRENCH, GERMANY, UK, USSR, Atlas


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


PROSE = [
    (
        SubmitDisputes(),
        (
            "Disputes of every kind which may arise between the High Contracting Parties shall be submitted to a conciliation "
            "commission, then, failing a settlement, to an arbitral tribunal."
        ),
        (
            "Les différends de toute nature qui viendraient à s'élever entre les Hautes Parties contractantes seront soumis à une "
            "commission de conciliation, puis, à défaut de règlement, à un tribunal arbitral."
        ),
        "The parties take their disputes to conciliation, then arbitration.",
        "Les parties soumettent leurs différends à une conciliation, puis à un arbitrage.",
    ),
    (
        SubmitDisputes(between=(GERMANY, FRANCE), procedures=(Procedure.NEGOTIATION, Procedure.ENQUIRY, Procedure.MEDIATION)),
        (
            "Disputes of every kind which may arise between Germany and France shall be submitted to direct negotiation, then, "
            "failing a settlement, to a commission of enquiry, then, failing a settlement, to the mediation of a third Power."
        ),
        (
            "Les différends de toute nature qui viendraient à s'élever entre l'Allemagne et la France seront soumis à une "
            "négociation directe, puis, à défaut de règlement, à une commission d'enquête, puis, à défaut de règlement, à la "
            "médiation d'une tierce Puissance."
        ),
        "Germany and France take their disputes to negotiation, then enquiry, then mediation.",
        "L'Allemagne et la France soumettent leurs différends à une négociation, puis à une enquête, puis à une médiation.",
    ),
    (
        SubmitDisputes(procedures=(Procedure.COURT,), only_rights=True),
        (
            "Disputes in which the High Contracting Parties are in conflict as to their respective rights shall be submitted to the"
            " competent international court."
        ),
        (
            "Les différends au sujet desquels les Hautes Parties contractantes se contesteraient réciproquement un droit seront "
            "soumis à la juridiction internationale compétente."
        ),
        "The parties take their disputes about rights to a court.",
        "Les parties soumettent leurs différends de droit à une juridiction.",
    ),
    (
        SubmitDisputes(between=(UK, USSR), procedures=(Procedure.NEGOTIATION,), only_rights=True, only_peaceful=True),
        (
            "Disputes in which the United Kingdom and the Soviet Union are in conflict as to their respective rights shall be "
            "submitted to direct negotiation. Their settlement shall never be sought except by peaceful means."
        ),
        (
            "Les différends au sujet desquels le Royaume-Uni et l'URSS se contesteraient réciproquement un droit seront soumis à "
            "une négociation directe. Leur règlement ne sera jamais recherché que par des moyens pacifiques."
        ),
        "The United Kingdom and the Soviet Union take their disputes about rights to negotiation, and never to force.",
        "Le Royaume-Uni et l'URSS soumettent leurs différends de droit à une négociation, jamais à la force.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: SubmitDisputes, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
