"""How ATOP would code a text: its types of obligation, whether aid is conditional, and how much is secret."""

from __future__ import annotations

import pytest

from engine.atop import Secrecy, coding
from engine.clauses import (
    AnyClause,
    Consultation,
    Guarantee,
    MutualAssistance,
    Neutrality,
    NonAggression,
    OffensiveCooperation,
    OneSidedAssistance,
    Supply,
)
from engine.duties import Automaticity, Extent, Trigger
from tests.engine.atlas import CZECHO, FRANCE, GERMANY, TENTH, USSR, Atlas, treaty_of

CASES: dict[str, tuple[tuple[AnyClause, ...], str, bool]] = {
    "aid in arms against unprovoked attack": ((MutualAssistance(),), "DEFENSE", True),
    "aid in any war in which a party is attacked": ((MutualAssistance(trigger=Trigger.ANY_WAR),), "DEFENSE", False),
    "aid by trade alone is no active military support": ((MutualAssistance(extent=Extent.ECONOMIC),), "", False),
    "nor is the support of diplomacy": ((Guarantee(guarantors=(FRANCE,), protected=CZECHO, extent=Extent.DIPLOMATIC),), "", False),
    "a war joined by all means": ((OffensiveCooperation(against=(USSR,)),), "OFFENSE", True),
    "a war favoured by trade alone": ((OffensiveCooperation(extent=Extent.ECONOMIC),), "", False),
    "aid of one to the other, once an organ recommends it": (
        (OneSidedAssistance(helper=FRANCE, aided=GERMANY, trigger=Trigger.ANY_WAR, automaticity=Automaticity.UPON_RECOMMENDATION),),
        "DEFENSE",
        True,
    ),
    "neutrality and non-aggression": ((Neutrality(even_if_aggressor=True), NonAggression()), "NEUTRAL NONAGG", False),
    "neutrality unless the other attacked": ((Neutrality(),), "NEUTRAL", True),
    "words to be exchanged, goods to be sent": (
        (Consultation(), Supply(supplier=FRANCE, receiver=GERMANY, by=TENTH)),
        "CONSULT",
        False,
    ),
}


@pytest.mark.parametrize(("clauses", "types", "conditional"), CASES.values(), ids=CASES)
def test_a_text_has_the_types_of_obligation_of_its_articles(clauses: tuple[AnyClause, ...], types: str, conditional: bool) -> None:
    found = coding(treaty_of(*clauses), Atlas())
    assert (" ".join(found.types), found.conditional, found.secrecy) == (types, conditional, Secrecy.NONE)


def test_an_alliance_is_secret_as_a_whole_or_in_an_annex() -> None:
    treaty, secret = treaty_of(NonAggression()), treaty_of(MutualAssistance(), ident="protocol", secret=True)
    part = coding(treaty, Atlas(), [secret])
    assert (part.types, part.secrecy) == (("DEFENSE", "NONAGG"), Secrecy.PART)
    assert coding(secret, Atlas()).secrecy is Secrecy.WHOLE
