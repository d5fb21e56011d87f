"""Plebiscite: who lets whom vote by when, and who respects the result; faults; prose."""

import pytest

from engine.clauses import Plebiscite
from engine.clauses.plebiscite import RESULT
from engine.duties import Duty, Render
from engine.happenings import Deed
from engine.names import Power, StakeId, TurnId
from tests.engine.atlas import (
    CZECHO,
    ENGLISH,
    FRANCE,
    FRENCH,
    GERMANY,
    OCTOBER,
    SEPTEMBER,
    STRAITS,
    TENTH,
    TESCHEN,
    UK,
    USA,
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


PROSE = [
    (
        Plebiscite(holder=CZECHO, stakes=(ZONE, TESCHEN), by=TENTH),
        (
            "Not later than 10 October 1938, Czechoslovakia shall hold in Zone I and Teschen a plebiscite in which the inhabitants "
            "shall declare, by a free and secret vote, to which State they wish to belong. The Parties shall respect the result."
        ),
        (
            "Au plus tard le 10 octobre 1938, la Tchécoslovaquie organisera dans la zone I et le territoire de Teschen un "
            "plébiscite par lequel les habitants feront connaître, au scrutin libre et secret, à quel État ils veulent appartenir. "
            "Les Parties en respecteront le résultat."
        ),
        "Czechoslovakia lets the inhabitants of Zone I and Teschen vote by 10 October 1938 on where they belong.",
        (
            "La Tchécoslovaquie laisse les habitants de la zone I et du territoire de Teschen décider par un vote de leur "
            "appartenance, au plus tard le 10 octobre 1938."
        ),
    ),
    (
        Plebiscite(holder=USA, stakes=(STRAITS,), by=OCTOBER, claimants=(GERMANY, UK)),
        (
            "Not later than 1 October 1938, the United States shall hold in the Straits a plebiscite in which the inhabitants shall"
            " declare, by a free and secret vote, whether they wish to belong to Germany or to the United Kingdom. The Parties "
            "shall respect the result."
        ),
        (
            "Au plus tard le 1er octobre 1938, les États-Unis organiseront dans les Détroits un plébiscite par lequel les habitants"
            " feront connaître, au scrutin libre et secret, s'ils veulent appartenir à l'Allemagne ou au Royaume-Uni. Les Parties "
            "en respecteront le résultat."
        ),
        (
            "The United States lets the inhabitants of the Straits vote by 1 October 1938 on whether they belong to Germany or to "
            "the United Kingdom."
        ),
        (
            "Les États-Unis laissent les habitants des Détroits voter, au plus tard le 1er octobre 1938, sur leur appartenance à "
            "l'Allemagne ou au Royaume-Uni."
        ),
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: Plebiscite, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
