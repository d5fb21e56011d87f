"""Regime of a waterway: what its keeper and its users owe; faults; prose."""

import pytest

from engine.clauses import WaterwayRegime
from engine.clauses.waterway import Passage
from engine.duties import Duty, Refrain, Render, Trigger
from engine.happenings import Deed
from engine.names import Power, StakeId
from tests.engine.atlas import CZECHO, ENGLISH, FRANCE, FRENCH, STRAITS, UK, USA, ZONE, Atlas

HERE = frozenset({STRAITS})
OPEN = (
    Refrain(debtor=USA, creditor=FRANCE, deeds=frozenset({Deed.CLOSE}), at=HERE),
    Refrain(debtor=FRANCE, creditor=USA, deeds=frozenset({Deed.BLOCKADE, Deed.OCCUPY}), at=HERE),
)
WARSHIPS = Refrain(debtor=FRANCE, creditor=USA, deeds=frozenset({Deed.DEPLOY, Deed.PATROL}), at=HERE, unless_with=frozenset({USA}))
CLOSED = Render(debtor=USA, creditor=FRANCE, deed=Deed.CLOSE, at=STRAITS, when=Trigger.ANY_WAR)


@pytest.mark.parametrize(
    ("passage", "parties", "duties"),
    [
        (Passage.FREE, {USA, FRANCE}, OPEN),
        (Passage.MERCHANT, {USA, FRANCE}, (*OPEN, WARSHIPS)),
        (Passage.CLOSED_IN_WAR, {USA, FRANCE}, (CLOSED,)),
        (Passage.FREE, {UK, FRANCE}, ()),
    ],
)
def test_the_keeper_keeps_the_passage_and_its_users_respect_it(passage: Passage, parties: set[Power], duties: tuple[Duty, ...]) -> None:
    article = WaterwayRegime(waterway=STRAITS, keeper=USA, passage=passage)
    assert article.duties(frozenset(parties), Atlas()) == duties


def test_a_keeper_that_does_not_sign_must_assent() -> None:
    article = WaterwayRegime(waterway=STRAITS, keeper=USA)
    assert article.third_debtors(frozenset({UK, FRANCE})) == {USA}
    assert article.concerns((UK, FRANCE)) == {UK, FRANCE, USA}


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (WaterwayRegime(waterway=STRAITS, keeper=USA), []),
        (WaterwayRegime(waterway=STRAITS, keeper=CZECHO), ["does_not_keep"]),
        (WaterwayRegime(waterway=StakeId("moon"), keeper=USA), ["unknown_stake"]),
        (WaterwayRegime(waterway=STRAITS, keeper=Power("atlantis")), ["unknown_power", "does_not_keep"]),
    ],
)
def test_only_its_holder_can_keep_a_waterway(article: WaterwayRegime, codes: list[str]) -> None:
    assert [fault.code for fault in article.faults((UK, FRANCE), Atlas())] == codes


PROSE = [
    (
        WaterwayRegime(waterway=STRAITS, keeper=USA),
        (
            "Navigation in the Straits shall be free, in time of war as in time of peace, to merchant ships and warships of every "
            "flag. The United States shall not close the passage, and no Party shall subject it to blockade."
        ),
        (
            "La navigation dans les Détroits est libre, en temps de guerre comme en temps de paix, pour les navires de commerce et "
            "de guerre de tous les pavillons. Les États-Unis n'en fermeront pas le passage, et aucune Partie n'y exercera de "
            "blocus."
        ),
        "All ships pass freely through the Straits; the United States does not close the passage.",
        "Les Détroits restent accessibles à tous les navires ; les États-Unis n'en ferment pas le passage.",
    ),
    (
        WaterwayRegime(waterway=STRAITS, keeper=USA, passage=Passage.MERCHANT),
        (
            "Navigation in the Straits shall be free at all times to merchant ships of every flag, and the United States shall not "
            "close the passage to them. The warships of the other Parties shall pass only with the consent of the United States."
        ),
        (
            "La navigation dans les Détroits est libre en tout temps pour les navires de commerce de tous les pavillons ; les "
            "États-Unis ne leur en fermeront pas le passage. Les navires de guerre des autres Parties n'y passeront qu'avec "
            "l'assentiment des États-Unis."
        ),
        "Merchant ships pass freely through the Straits; warships by leave of the United States.",
        (
            "Les Détroits restent accessibles aux navires de commerce ; les navires de guerre ne passent qu'avec l'assentiment des "
            "États-Unis."
        ),
    ),
    (
        WaterwayRegime(waterway=ZONE, keeper=CZECHO, passage=Passage.MERCHANT),
        (
            "Navigation in Zone I shall be free at all times to merchant ships of every flag, and Czechoslovakia shall not close "
            "the passage to them. The warships of the other Parties shall pass only with the consent of Czechoslovakia."
        ),
        (
            "La navigation dans la zone I est libre en tout temps pour les navires de commerce de tous les pavillons ; la "
            "Tchécoslovaquie ne leur en fermera pas le passage. Les navires de guerre des autres Parties n'y passeront qu'avec "
            "l'assentiment de la Tchécoslovaquie."
        ),
        "Merchant ships pass freely through Zone I; warships by leave of Czechoslovakia.",
        (
            "La zone I reste accessible aux navires de commerce ; les navires de guerre ne passent qu'avec l'assentiment de la "
            "Tchécoslovaquie."
        ),
    ),
    (
        WaterwayRegime(waterway=STRAITS, keeper=USA, passage=Passage.CLOSED_IN_WAR),
        "In time of war, no warship of a belligerent Power shall pass through the Straits; the United States shall prevent its passage.",
        (
            "En temps de guerre, aucun navire de guerre d'une Puissance belligérante ne traversera les Détroits ; les États-Unis en"
            " empêcheront le passage."
        ),
        "The United States closes the Straits to the warships of belligerents.",
        "Les États-Unis interdisent les Détroits aux navires de guerre des belligérants.",
    ),
    (
        WaterwayRegime(waterway=ZONE, keeper=CZECHO, passage=Passage.CLOSED_IN_WAR),
        "In time of war, no warship of a belligerent Power shall pass through Zone I; Czechoslovakia shall prevent its passage.",
        (
            "En temps de guerre, aucun navire de guerre d'une Puissance belligérante ne traversera la zone I ; la Tchécoslovaquie "
            "en empêchera le passage."
        ),
        "Czechoslovakia closes Zone I to the warships of belligerents.",
        "La Tchécoslovaquie interdit la zone I aux navires de guerre des belligérants.",
    ),
]


@pytest.mark.parametrize(("article", "english", "french", "gist_en", "gist_fr"), PROSE)
def test_it_reads_as_treaty_text_and_in_one_line(article: WaterwayRegime, english: str, french: str, gist_en: str, gist_fr: str) -> None:
    assert article.prose(ENGLISH) == english
    assert article.prose(FRENCH).replace("\u00a0", " ") == french
    assert article.gist(ENGLISH) == gist_en
    assert article.gist(FRENCH).replace("\u00a0", " ") == gist_fr
