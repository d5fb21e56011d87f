"""Cession: who hands over what by when; the ceding third state; faults; prose."""

import pytest

from engine.clauses import Cession
from engine.clauses.cession import Stage, letters
from engine.duties import Cede
from engine.names import Power, StakeId, TurnId
from tests.engine.atlas import (
    CZECHO,
    ENGLISH,
    FRANCE,
    FRENCH,
    GERMANY,
    OCTOBER,
    SEPTEMBER,
    TENTH,
    TESCHEN,
    UK,
    USA,
    ZONE,
    Atlas,
)

ONE = Cession(ceder=CZECHO, receiver=GERMANY, stages=(Stage(stake=ZONE, by=OCTOBER),))
TWO = Cession(ceder=CZECHO, receiver=GERMANY, stages=(Stage(stake=ZONE, by=OCTOBER), Stage(stake=TESCHEN, by=TENTH)))


@pytest.mark.parametrize(
    ("parties", "bound"),
    [({CZECHO, GERMANY}, True), ({CZECHO}, True), ({GERMANY, FRANCE, UK}, False), (set(), False)],
)
def test_each_stage_is_owed_once_the_ceding_power_is_bound(parties: set[Power], bound: bool) -> None:
    owed = (
        Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=OCTOBER),
        Cede(debtor=CZECHO, creditor=GERMANY, stake=TESCHEN, by=TENTH),
    )
    assert TWO.duties(frozenset(parties), Atlas()) == (owed if bound else ())


def test_a_ceding_power_that_does_not_sign_must_assent() -> None:
    assert ONE.third_debtors(frozenset({GERMANY, FRANCE})) == {CZECHO}
    assert ONE.third_debtors(frozenset({GERMANY, CZECHO})) == frozenset()


def test_a_frontier_that_moves_concerns_everybody_at_the_table() -> None:
    assert ONE.concerns((GERMANY, FRANCE, UK)) == {GERMANY, FRANCE, UK, CZECHO}


def stages(*pairs: tuple[str, str]) -> tuple[Stage, ...]:
    """Stages from (stake, turn)."""
    return tuple(Stage(stake=StakeId(stake), by=TurnId(turn)) for stake, turn in pairs)


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (TWO, []),
        (Cession(ceder=CZECHO, receiver=GERMANY, stages=()), ["no_stage"]),
        (Cession(ceder=CZECHO, receiver=CZECHO, stages=stages((ZONE, OCTOBER))), ["cedes_to_itself"]),
        (Cession(ceder=FRANCE, receiver=GERMANY, stages=stages((ZONE, OCTOBER))), ["does_not_hold"]),
        (Cession(ceder=CZECHO, receiver=GERMANY, stages=stages((ZONE, SEPTEMBER))), ["date_past"]),
        (Cession(ceder=CZECHO, receiver=GERMANY, stages=stages((ZONE, "someday"))), ["unknown_turn"]),
        (Cession(ceder=CZECHO, receiver=GERMANY, stages=stages(("moon", OCTOBER))), ["unknown_stake"]),
        (Cession(ceder=CZECHO, receiver=GERMANY, stages=stages((ZONE, OCTOBER), (ZONE, TENTH))), ["stake_twice"]),
        (Cession(ceder=CZECHO, receiver=Power("atlantis"), stages=stages((ZONE, OCTOBER))), ["unknown_power"]),
    ],
)
def test_only_what_one_holds_can_be_ceded_to_another_by_a_date_to_come(article: Cession, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((GERMANY, FRANCE), Atlas())] == codes


@pytest.mark.parametrize(
    ("article", "english", "french"),
    [
        (
            ONE,
            "Czechoslovakia shall evacuate Zone I and hand it over to Germany not later than 1 October 1938.",
            "La Tchécoslovaquie évacuera la zone I et en fera remise à l'Allemagne au plus tard le 1er octobre 1938.",
        ),
        (
            Cession(ceder=USA, receiver=UK, stages=stages((ZONE, OCTOBER), (TESCHEN, TENTH))),
            (
                "The United States shall evacuate the territories named below and hand them over to the United Kingdom, each not later "
                "than the date set against it:\n(a) Zone I: 1 October 1938;\n(b) Teschen: 10 October 1938."
            ),
            (
                "Les États-Unis évacueront les territoires désignés ci-après et en feront remise au Royaume-Uni, au plus tard à la date "
                "fixée pour chacun d'eux :\na) la zone I, le 1er octobre 1938 ;\nb) le territoire de Teschen, le 10 octobre 1938."
            ),
        ),
    ],
)
def test_it_reads_as_treaty_text(article: Cession, english: str, french: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french


def test_its_gist_lists_the_stages() -> None:
    assert TWO.gist(ENGLISH) == "Czechoslovakia hands over to Germany: Zone I by 1 October 1938; Teschen by 10 October 1938."
    assert TWO.gist(FRENCH).replace("\u00a0", " ") == (
        "La Tchécoslovaquie remet à l'Allemagne : la zone I, au plus tard le 1er octobre 1938 ; le territoire de Teschen, au plus "
        "tard le 10 octobre 1938."
    )


def test_stages_are_lettered_beyond_z() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]
