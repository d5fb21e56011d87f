"""A treaty as a text: articles, final provisions, wordings of its own."""

from attrs import evolve

from engine.clauses import Cession, Declaration, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.names import UNDETERMINED, ArticleId, TreatyId
from engine.prose import article_body, article_text, gist, label_of, treaty_text
from engine.treaty import Article, ReservationPolicy, Treaty, Version
from tests.engine.atlas import CZECHO, EN, ENGLISH, FRANCE, FRENCH, GERMANY, OCTOBER, UK, USA, ZONE, both, treaty_of

CESSION = Cession(ceder=CZECHO, receiver=GERMANY, stages=(Stage(stake=ZONE, by=OCTOBER),))
MUNICH = evolve(
    treaty_of(CESSION, Declaration(text=both("Peace.", "La paix.")), signatories=(GERMANY, UK, FRANCE), concluded_at="Munich"),
    title=both("Munich Agreement", "Accord de Munich"),
)

MUNICH_EN = """\
Munich Agreement

Germany, the United Kingdom and France have agreed as follows:

Article 1
Czechoslovakia shall evacuate Zone I and hand it over to Germany not later than 1 October 1938.

Article 2
Peace.

Article 3
The present Agreement is open to the signature of Germany, the United Kingdom and France. It requires no ratification.

Article 4
A signatory may, when signing, exclude for itself the application of articles which it names.

Article 5
The present Agreement shall enter into force as soon as all the Powers named above have signed it. The present Agreement shall \
bind Czechoslovakia only upon an assent given in writing.

Done at Munich."""

MUNICH_FR = """\
Accord de Munich

L'Allemagne, le Royaume-Uni et la France ont arrêté les dispositions suivantes :

Article premier
La Tchécoslovaquie évacuera la zone I et en fera remise à l'Allemagne au plus tard le 1er octobre 1938.

Article 2
La paix.

Article 3
Le présent accord est ouvert à la signature de l'Allemagne, du Royaume-Uni et de la France. Il n'est pas soumis à ratification.

Article 4
Tout signataire peut, au moment de signer, écarter à son égard l'application d'articles qu'il désigne.

Article 5
Le présent accord entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront signé. Le présent accord ne liera \
la Tchécoslovaquie que moyennant un assentiment donné par écrit.

Fait à Munich."""


def test_a_treaty_reads_as_a_text_with_its_final_provisions() -> None:
    assert treaty_text(MUNICH, MUNICH.text, ENGLISH) == MUNICH_EN
    assert treaty_text(MUNICH, MUNICH.text, FRENCH).replace("\u00a0", " ") == MUNICH_FR


def test_other_final_provisions_read_otherwise() -> None:
    other = treaty_of(NonAggression(), ident="other")
    pact = treaty_of(
        NonAggression(),
        signatories=(USA, UK),
        ratification=True,
        reservations=ReservationPolicy.FORBIDDEN,
        secret=True,
        only_while=TreatyId("other"),
    )
    text = treaty_text(pact, pact.text, ENGLISH, {other.id: other})
    for sentence in (
        "It shall be ratified by each of the signatories.",
        "No reservation may be made to the present Agreement.",
        "as soon as all the Powers named above have ratified it.",
        "It shall be binding only so long as “Pact” remains in force.",
        "The present Agreement shall be kept secret.",
    ):
        assert sentence in text
    french = treaty_text(pact, pact.text, FRENCH, {other.id: other}).replace("\u00a0", " ")
    for sentence in (
        "ouvert à la signature des États-Unis et du Royaume-Uni. Il sera ratifié par chacun des signataires.",
        "Le présent accord n'admet aucune réserve.",
        "l'auront ratifié. Il ne sera obligatoire que tant que « Pacte » demeurera en vigueur. Le présent accord demeurera secret.",
    ):
        assert sentence in french


def test_a_treaty_it_hangs_on_that_the_reader_does_not_know_is_said_by_its_key() -> None:
    pact = treaty_of(NonAggression(), only_while=TreatyId("other"))
    assert "so long as “other” remains in force" in treaty_text(pact, pact.text, ENGLISH)


def test_a_wording_of_its_own_replaces_the_prose_and_not_the_effect() -> None:
    article = Article(id=ArticleId("a1"), clause=NonAggression(), wording={EN: "Never again war."})
    assert article_text(article, 2, ENGLISH) == "Article 2\nNever again war."
    assert article_body(article, FRENCH) == NonAggression().prose(FRENCH)
    assert gist(article, ENGLISH) == NonAggression().gist(ENGLISH)


def test_words_that_a_player_typed_are_read_by_everybody() -> None:
    article = Article(id=ArticleId("a1"), clause=NonAggression(), wording={UNDETERMINED: "Pax."})
    assert article_text(article, 1, ENGLISH) == "Article 1\nPax."
    assert article_text(article, 1, FRENCH) == "Article premier\nPax."


def test_an_article_is_labelled_by_its_place_in_the_text_that_counts() -> None:
    first = treaty_of(MutualAssistance(), NonAggression())
    kept = first.versions[0].articles[1]
    treaty: Treaty = evolve(first, versions=(*first.versions, Version(number=2, by=UK, base=1, articles=(kept,))))
    assert label_of(treaty, ArticleId("a2"), ENGLISH) == "Article 1"
    assert label_of(treaty, ArticleId("a1"), ENGLISH) == "Article 1"
    assert label_of(treaty, ArticleId("a9"), ENGLISH) is None
    assert label_of(evolve(treaty, adopted=1), ArticleId("a2"), FRENCH) == "Article 2"
