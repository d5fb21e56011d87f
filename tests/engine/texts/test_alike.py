"""What several powers do alike is told of all of them in one sentence, and what differs is not."""

from __future__ import annotations

import pytest

from engine import events as e
from engine.duties import Assist
from engine.names import ArticleId, Power, ResolutionId
from engine.reservations import Reservation
from engine.texts.alike import alike
from engine.texts.chronicle import tell
from engine.treaty import Signature
from tests.engine.texts.hearings import DOCKET, TEXT
from tests.engine.texts.test_chronicle import CZECHO, EN, FR, FRANCE, IDENT, PACT, SETTING, TREATIES, UK

FIRST = PACT.text.articles[0].id


def aided(power: Power, whom: Power = CZECHO) -> e.ObligationPerformed:
    return e.ObligationPerformed(treaty=IDENT, article=FIRST, duty=Assist(debtor=power, creditor=whom))


def forsook(power: Power) -> e.ObligationBreached:
    return e.ObligationBreached(treaty=IDENT, article=FIRST, duty=Assist(debtor=power, creditor=CZECHO))


def signed(power: Power, *reserved: str) -> e.TreatySigned:
    reservations = tuple(Reservation(article=ArticleId(a)) for a in reserved)
    return e.TreatySigned(treaty=IDENT, power=power, signature=Signature(turn=0, reservations=reservations))


@pytest.mark.parametrize(
    ("event", "english", "french"),
    [
        (
            aided(UK),
            "The United Kingdom and France come to the aid of Czechoslovakia, as Article 1 of “Pact” requires.",
            "Le Royaume-Uni et la France portent secours à la Tchécoslovaquie, comme le veut « Pacte » (article premier).",
        ),
        (
            forsook(UK),
            "The United Kingdom and France do not come to the aid of Czechoslovakia, in breach of Article 1 of “Pact”.",
            "Le Royaume-Uni et la France ne portent pas secours à la Tchécoslovaquie, en violation de « Pacte » (article premier).",
        ),
        (signed(UK), "The United Kingdom and France sign “Pact”.", "Le Royaume-Uni et la France signent « Pacte »."),
        (
            e.TreatyRatified(treaty=IDENT, power=UK),
            "The United Kingdom and France ratify “Pact”.",
            "Le Royaume-Uni et la France ratifient « Pacte ».",
        ),
        (
            e.VersionInitialled(treaty=IDENT, version=2, power=UK),
            "The United Kingdom and France initial version 2 of “Pact”.",
            "Le Royaume-Uni et la France paraphent la version 2 de « Pacte ».",
        ),
        (
            e.ResolutionSponsored(resolution=TEXT, power=UK),
            "The United Kingdom and France sponsor “Ceasefire”.",
            "Le Royaume-Uni et la France se portent coauteurs de « Cessez-le-feu ».",
        ),
    ],
)
def test_one_sentence_tells_what_several_have_done(event: e.Event, english: str, french: str) -> None:
    said = [tell(event, lang, SETTING, TREATIES, DOCKET, (UK, FRANCE)) for lang in (EN, FR)]
    assert [(words or "").replace("\u00a0", " ") for words in said] == [english, french]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (aided(UK), aided(FRANCE), True),
        (aided(UK), aided(FRANCE, UK), False),
        (aided(UK), forsook(FRANCE), False),
        (signed(UK), signed(FRANCE), True),
        (signed(UK), signed(FRANCE, FIRST), False),
        (e.ResolutionSponsored(resolution=TEXT, power=UK), e.ResolutionSponsored(resolution=ResolutionId("other"), power=FRANCE), False),
        (e.TreatyRatified(treaty=IDENT, power=UK), signed(FRANCE), False),
    ],
)
def test_powers_do_alike_when_only_the_power_differs(one: e.Event, other: e.Event, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same
