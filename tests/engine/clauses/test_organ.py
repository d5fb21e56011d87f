"""Creation of an organ: what its members owe each other; that its rule exists; faults; prose."""

import pytest

from engine.clauses import CreateOrgan
from engine.clauses.organ import DECISIONS, LONGEST, ORGAN, Competence, Decides
from engine.duties import Render
from engine.happenings import Deed
from engine.names import Power
from engine.voting.rules import RULES
from tests.engine.atlas import EN, FRANCE, GERMANY, UK, USSR, Atlas, both

BOARD = both("the Permanent Council", "Conseil permanent")


@pytest.mark.parametrize(
    ("article", "parties", "owed"),
    [
        (CreateOrgan(name=BOARD), {FRANCE, UK}, {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN)}),
        (CreateOrgan(name=BOARD, members=(FRANCE, UK)), {FRANCE, UK, GERMANY}, {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN)}),
        (
            CreateOrgan(name=BOARD, binding=True),
            {FRANCE, UK},
            {(FRANCE, UK, ORGAN), (UK, FRANCE, ORGAN), (FRANCE, UK, DECISIONS), (UK, FRANCE, DECISIONS)},
        ),
    ],
)
def test_each_member_sits_in_it_and_carries_out_what_binds(
    article: CreateOrgan, parties: set[Power], owed: set[tuple[Power, Power, str]]
) -> None:
    duties = article.duties(frozenset(parties), Atlas())
    deeds = {ORGAN: Deed.ESTABLISH, DECISIONS: Deed.COMPLY}
    assert set(duties) == {Render(debtor=d, creditor=c, deed=deeds[m], matter=m, standing=True) for d, c, m in owed}


@pytest.mark.parametrize("decides", Decides)
def test_its_rule_is_one_of_those_by_which_votes_are_counted(decides: Decides) -> None:
    assert decides.rule in RULES


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (CreateOrgan(name=BOARD), []),
        (CreateOrgan(name={EN: " "}), ["organ_nameless"]),
        (CreateOrgan(name={EN: "x" * (LONGEST + 1)}), ["organ_name_too_long"]),
        (CreateOrgan(name=BOARD, competences=()), ["no_competence"]),
        (CreateOrgan(name=BOARD, competences=(Competence.SETTLE, Competence.SETTLE)), ["competence_twice"]),
        (CreateOrgan(name=BOARD, members=(FRANCE,)), ["too_few_parties"]),
        (CreateOrgan(name=BOARD, members=(FRANCE, USSR)), ["not_a_party"]),
    ],
)
def test_an_organ_that_cannot_stand_is_faulty(article: CreateOrgan, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((FRANCE, UK), Atlas())] == codes


def test_it_touches_all_who_set_it_up() -> None:
    assert CreateOrgan(name=BOARD, members=(FRANCE, UK)).concerns((FRANCE, UK, GERMANY)) == {FRANCE, UK, GERMANY}
