"""The course of a dispute in words: what is proposed, goes on, was decided, and bars war meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from client.labels import Labels
from client.screens.places import PLACE_OF
from client.widgets.disputes import disputes_text
from engine.dispute_commands import OfferTerms, ProposeProcedure
from engine.measures.recommendation import Procedure
from engine.names import Lang
from engine.options import options
from engine.table import Table
from tests.engine.dispute_refusals import mediated, settled
from tests.engine.settings import BORIA, CARNIA, DORIA, ETRIA, do
from tests.engine.test_disputes import CLAIM, attack, awarded, open_claim

BARRED = "Until three months after an award or a report the Covenant bars war between them (Article 12)."


def proposed() -> Table:
    table = open_claim()
    do(table, BORIA, ProposeProcedure(dispute=CLAIM, procedure=Procedure.ENQUIRY, third=DORIA))
    return table


def offered() -> Table:
    table = mediated()
    do(table, DORIA, OfferTerms(dispute=CLAIM, in_favour=CARNIA))
    return table


@pytest.mark.parametrize(
    ("setup", "lines"),
    [
        (open_claim, ["• The marches (Boria v. Carnia; over the marches; open)", BARRED]),
        (proposed, ["Proposed by Boria: an enquiry. To answer: Carnia, Doria."]),
        (mediated, ["Under way: mediation (Doria)."]),
        (offered, ["Terms of Doria: in favour of Carnia. Accepted: -."]),
        (settled, ["Settled in favour of Carnia.", "Tried: mediation."]),
        (lambda: awarded(open_claim()), ["Award, 1 May 1930: in favour of Boria.", "Until 1 August 1930 the Covenant bars war"]),
        (
            lambda: attack(open_claim()),
            ["War, 1 May 1930; resorted to by Boria, in disregard of an engagement (Article 12 of the Covenant)."],
        ),
    ],
)
def test_the_chamber_tells_the_course_of_a_dispute(setup: Callable[[], Table], lines: list[str]) -> None:
    text = disputes_text(Labels(setup().view(BORIA), Lang("en"))).plain
    assert [line for line in lines if line not in text] == []


def test_terms_of_a_mediator_are_not_shown_to_others() -> None:
    assert "Terms" not in disputes_text(Labels(offered().view(ETRIA), Lang("en"))).plain


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("setup", [open_claim, proposed, mediated, offered, lambda: awarded(open_claim())])
def test_every_move_in_a_dispute_has_its_line_in_the_menu(setup: Callable[[], Table], lang: str) -> None:
    table = setup()
    for power in table.state.powers():
        labels = Labels(table.view(power), Lang(lang))
        assert all("{" not in labels.option(option) for option in options(labels.state, power))


def test_what_is_asked_in_a_dispute_is_found_in_the_chamber() -> None:
    table = proposed()
    verbs = {option.verb for option in options(table.state, CARNIA) if option.asked}
    assert verbs and {PLACE_OF.get(verb) for verb in verbs} == {"council"}
