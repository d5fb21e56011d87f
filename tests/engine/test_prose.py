"""A treaty as a text: articles, final provisions, wordings of its own."""

import datetime as dt

import pytest
from attrs import evolve

from engine.clauses import Cession, Declaration, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.dates import Period, Unit
from engine.names import UNDETERMINED, ArticleId, TreatyId
from engine.prose import article_body, article_text, gist, label_of, treaty_text
from engine.texts.voice import Speaker
from engine.treaty import Accession, Article, ReservationPolicy, Treaty, Version
from tests.engine.atlas import CZECHO, EN, ENGLISH, FR, FRANCE, FRENCH, GERMANY, OCTOBER, SETTING, UK, USA, ZONE, both, treaty_of

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
A Power may, when signing, exclude or limit for itself the application of articles which it names.

Article 5
The present Agreement shall enter into force as soon as all the Powers named above have signed it. The present Agreement shall \
bind Czechoslovakia only upon its assent given in writing.

Done at Munich."""

MUNICH_FR = """\
Accord de Munich

L'Allemagne, le Royaume-Uni et la France ont arrêté les dispositions suivantes :

Article premier
La Tchécoslovaquie évacuera la zone I et en fera remise à l'Allemagne au plus tard le 1er octobre 1938.

Article 2
La paix.

Article 3
Le présent Accord est ouvert à la signature de l'Allemagne, du Royaume-Uni et de la France. Il n'est pas soumis à ratification.

Article 4
Tout signataire pourra, au moment de la signature, formuler des réserves sur les articles qu'il désignera.

Article 5
Le présent Accord entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront signé. Le présent Accord ne liera \
la Tchécoslovaquie que moyennant son assentiment donné par écrit.

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
    text = treaty_text(pact, pact.text, Speaker(SETTING, EN, {other.id: other}))
    for sentence in (
        "It shall be ratified by each of the signatories.",
        "No reservation may be made to the present Pact.",
        "as soon as both Powers named above have ratified it.",
        "It shall be binding only so long as the instrument entitled “Pact” remains in force.",
        "It shall be kept secret.",
    ):
        assert sentence in text
    french = treaty_text(pact, pact.text, Speaker(SETTING, FR, {other.id: other})).replace("\u00a0", " ")
    for sentence in (
        "ouvert à la signature des États-Unis et du Royaume-Uni. Il sera ratifié par chacun des signataires.",
        "Le présent Pacte n'admet aucune réserve.",
        "l'auront ratifié. Il ne sera obligatoire qu'aussi longtemps que l'instrument intitulé « Pacte » demeurera en vigueur. Il demeurera secret.",
    ):
        assert sentence in french


PROVISIONS = [
    (
        {"needed": (UK, USA), "ratification": True},
        (
            "The present Pact shall enter into force as soon as the United Kingdom and the United States have ratified it. "
            "For any Power that ratifies it later it shall take effect on the day of that ratification."
        ),
        (
            "Le présent Pacte entrera en vigueur dès que le Royaume-Uni et les États-Unis l'auront ratifié. "
            "Pour toute Puissance qui le ratifiera plus tard, il prendra effet à la date de cette ratification."
        ),
    ),
    (
        {"needed": (FRANCE,)},
        (
            "The present Pact shall enter into force as soon as two Powers, France among them, have signed it. "
            "For any Power that signs it later it shall take effect on the day of that signature."
        ),
        (
            "Le présent Pacte entrera en vigueur dès que deux Puissances, dont la France, l'auront signé. "
            "Pour toute Puissance qui le signera plus tard, il prendra effet à la date de cette signature."
        ),
    ),
    (
        {"at_least": 3},
        "The present Pact shall enter into force as soon as three Powers have signed it.",
        "Le présent Pacte entrera en vigueur dès que trois Puissances l'auront signé.",
    ),
    (
        {"at_least": 3, "needed": (FRANCE, UK), "ratification": True},
        "as soon as three Powers, France and the United Kingdom among them, have ratified it.",
        "dès que trois Puissances, dont la France et le Royaume-Uni, l'auront ratifié.",
    ),
    (
        {"in_force_from": OCTOBER, "only_after": TreatyId("other")},
        "It shall not enter into force before 1 October 1938. Nor shall it enter into force before the instrument entitled “Pact” is in force.",
        "Il n'entrera pas en vigueur avant le 1er octobre 1938. Il n'entrera pas non plus en vigueur avant que l'instrument intitulé « Pacte » ne soit lui-même en vigueur.",
    ),
    (
        {"only_after": TreatyId("other"), "only_while": TreatyId("other")},
        "before the instrument entitled “Pact” is in force. It shall be binding only so long as that instrument remains in force.",
        "ne soit lui-même en vigueur. Il ne sera obligatoire qu'aussi longtemps que ledit instrument demeurera en vigueur.",
    ),
    (
        {"only_after": TreatyId("other"), "annexed_to": TreatyId("other"), "severable": True},
        "is in force. It is annexed to that instrument, and shall remain in force should the latter come to an end.",
        "Il est annexé audit instrument et demeurera en vigueur quand bien même ce dernier viendrait à prendre fin.",
    ),
    (
        {"annexed_to": TreatyId("other"), "only_while": TreatyId("other")},
        "have signed it. It forms an integral part of the instrument entitled “Pact”",
        "l'auront signé. Il fait partie intégrante de l'instrument intitulé « Pacte »",
    ),
    (
        {"accession": Accession.OPEN},
        "A Power may, when signing or acceding, exclude or limit for itself the application of articles which it names.",
        "Toute Puissance pourra, au moment de signer ou d'adhérer, formuler des réserves sur les articles qu'elle désignera.",
    ),
    (
        {"covenant": True},
        "Nothing in the present Pact shall affect the rights and obligations of the Parties under the Covenant",
        "Aucune disposition du présent Pacte ne portera atteinte aux droits et obligations des Parties découlant du Pacte",
    ),
    (
        {"only_after": TreatyId("other")},
        "It shall not enter into force before the instrument entitled “Pact” is in force.",
        "Il n'entrera pas en vigueur avant que l'instrument intitulé « Pacte » ne soit lui-même en vigueur.",
    ),
    (
        {"annexed_to": TreatyId("other")},
        "It forms an integral part of the instrument entitled “Pact”, and shall cease to have effect together with it.",
        "Il fait partie intégrante de l'instrument intitulé « Pacte » et cessera d'avoir effet en même temps que lui.",
    ),
    (
        {"annexed_to": TreatyId("other"), "severable": True},
        "It is annexed to the instrument entitled “Pact”, and shall remain in force should the latter come to an end.",
        "Il est annexé à l'instrument intitulé « Pacte » et demeurera en vigueur quand bien même ce dernier viendrait à prendre fin.",
    ),
    (
        {"unreservable": (ArticleId("a1"),)},
        "No reservation may be made to Article 1.",
        "Aucune réserve ne sera admise à l'article premier.",
    ),
    (
        {"unreservable": (ArticleId("a1"), ArticleId("a2"))},
        "No reservation may be made to Articles 1 and 2.",
        "Aucune réserve ne sera admise aux articles premier et 2.",
    ),
    (
        {"accession": Accession.BY_INVITATION},
        "\n\nArticle 6\nAny other Power may accede to the present Pact upon the invitation of all the Parties.",
        "\n\nArticle 6\nToute autre Puissance pourra adhérer au présent Pacte sur l'invitation de toutes les Parties.",
    ),
    (
        {"accession": Accession.OPEN},
        "The present Pact shall remain open to the accession of any other Power.",
        "Le présent Pacte demeurera ouvert à l'adhésion de toute autre Puissance.",
    ),
    (
        {"accession": Accession.OPEN, "open_to": (CZECHO, USA)},
        "The present Pact shall remain open to the accession of Czechoslovakia and the United States.",
        "Le présent Pacte demeurera ouvert à l'adhésion de la Tchécoslovaquie et des États-Unis.",
    ),
    (
        {"prior_obligations": True, "covenant": True, "registered": True},
        (
            "Nothing in the present Pact shall affect obligations previously assumed by the Parties. Nor shall it affect their rights and "
            "obligations under the Covenant of the League of Nations. The present Pact shall be registered with the Secretariat of the League of Nations."
        ),
        (
            "Aucune disposition du présent Pacte ne portera atteinte aux obligations antérieurement assumées par les Parties. Il en sera "
            "de même de leurs droits et obligations découlant du Pacte de la Société des Nations. Le présent Pacte sera enregistré au Secrétariat de la Société des Nations."
        ),
    ),
]


TWO = (FRANCE, UK)
FIVE_YEARS, TWENTY_YEARS, ONE_YEAR, SIX_MONTHS = (
    Period(5, Unit.YEARS),
    Period(20, Unit.YEARS),
    Period(1, Unit.YEARS),
    Period(6, Unit.MONTHS),
)
DURATIONS: list[tuple[dict[str, object], str, str]] = [
    (
        {"notice": Period(90, Unit.DAYS)},
        (
            "The present Pact is concluded for an unlimited period. Any Party may denounce it at any time; the denunciation shall take effect ninety days after "
            "its notification."
        ),
        (
            "Le présent Pacte est conclu pour une durée illimitée. Toute Partie pourra le dénoncer à tout moment ; la dénonciation prendra effet quatre-vingt-dix "
            "jours après sa notification."
        ),
    ),
    (
        {"notice": ONE_YEAR, "denounceable_after": TWENTY_YEARS},
        (
            "The present Pact is concluded for an unlimited period. Any Party may denounce it once it has been in force for twenty years; the denunciation shall "
            "take effect one year after its notification."
        ),
        (
            "Le présent Pacte est conclu pour une durée illimitée. Toute Partie pourra le dénoncer lorsqu'il aura été en vigueur pendant vingt ans ; la "
            "dénonciation prendra effet un an après sa notification."
        ),
    ),
    (
        {"expires": OCTOBER},
        "The present Pact shall remain in force until 1 October 1938.",
        "Le présent Pacte demeurera en vigueur jusqu'au 1er octobre 1938.",
    ),
    (
        {"lasts": FIVE_YEARS},
        "The present Pact shall remain in force for a period of five years from its entry into force.",
        "Le présent Pacte demeurera en vigueur pendant une période de cinq ans à compter de son entrée en vigueur.",
    ),
    (
        {"lasts": FIVE_YEARS, "notice": SIX_MONTHS, "signatories": TWO},
        "from its entry into force. Either Party may denounce it at any time; the denunciation shall take effect six months after its notification.",
        "de son entrée en vigueur. L'une ou l'autre Partie pourra le dénoncer à tout moment ; la dénonciation prendra effet six mois après sa notification.",
    ),
    (
        {"expires": OCTOBER, "renewed_for": FIVE_YEARS, "signatories": TWO},
        (
            "until 1 October 1938. Unless either Party denounces it before that date, it shall be tacitly renewed for a further period of five years, and so on "
            "from period to period."
        ),
        (
            "jusqu'au 1er octobre 1938. À défaut de dénonciation par l'une ou l'autre Partie avant cette date, il sera renouvelé par tacite reconduction pour une "
            "nouvelle période de cinq ans, et ainsi de suite de période en période."
        ),
    ),
    (
        {"expires": OCTOBER, "renewed_for": ONE_YEAR, "notice": SIX_MONTHS},
        (
            "until 1 October 1938. As between the Parties that have not denounced it at least six months before that date, it shall be tacitly renewed for a "
            "further period of one year, and so on from period to period."
        ),
        (
            "jusqu'au 1er octobre 1938. Entre les Parties qui ne l'auront pas dénoncé six mois au moins avant cette date, il sera renouvelé par tacite "
            "reconduction pour une nouvelle période d'un an, et ainsi de suite de période en période."
        ),
    ),
    (
        {"lasts": FIVE_YEARS, "renewed_for": FIVE_YEARS},
        "As between the Parties that have not denounced it before the expiry of that period, it shall be tacitly renewed for a further period of five years,",
        (
            "Entre les Parties qui ne l'auront pas dénoncé avant l'expiration de cette période, il sera renouvelé par tacite reconduction pour une nouvelle "
            "période de cinq ans,"
        ),
    ),
    (
        {"lasts": Period(10, Unit.YEARS), "renewed_for": FIVE_YEARS, "notice": ONE_YEAR, "signatories": TWO},
        (
            "for a period of ten years from its entry into force. Unless either Party denounces it at least one year before the expiry of that period, it shall be "
            "tacitly renewed for a further period of five years, and so on from period to period."
        ),
        (
            "pendant une période de dix ans à compter de son entrée en vigueur. À défaut de dénonciation par l'une ou l'autre Partie un an au moins avant "
            "l'expiration de cette période, il sera renouvelé par tacite reconduction pour une nouvelle période de cinq ans, et ainsi de suite de période en "
            "période."
        ),
    ),
    (
        {"lasts": FIVE_YEARS, "prolonged": True, "notice": ONE_YEAR, "signatories": TWO},
        (
            "Unless either Party denounces it at least one year before the expiry of that period, it shall remain in force without limit of time; either Party may "
            "then denounce it at any time, and the denunciation shall take effect one year after its notification."
        ),
        (
            "À défaut de dénonciation par l'une ou l'autre Partie un an au moins avant l'expiration de cette période, il demeurera en vigueur sans limitation de "
            "durée ; chaque Partie pourra alors le dénoncer à tout moment, et la dénonciation prendra effet un an après sa notification."
        ),
    ),
    (
        {"expires": OCTOBER, "prolonged": True, "notice": ONE_YEAR},
        (
            "As between the Parties that have not denounced it at least one year before that date, it shall remain in force without limit of time; any of them may "
            "then denounce it at any time, and the denunciation shall take effect one year after its notification."
        ),
        (
            "Entre les Parties qui ne l'auront pas dénoncé un an au moins avant cette date, il demeurera en vigueur sans limitation de durée ; chacune d'elles "
            "pourra alors le dénoncer à tout moment, et la dénonciation prendra effet un an après sa notification."
        ),
    ),
]


@pytest.mark.parametrize(
    ("provisions", "english", "french"), [*PROVISIONS, *DURATIONS], ids=[",".join(case[0]) for case in (*PROVISIONS, *DURATIONS)]
)
def test_every_final_provision_reads_as_a_closing_article(provisions: dict[str, object], english: str, french: str) -> None:
    other = treaty_of(NonAggression(), ident="other")
    pact = treaty_of(NonAggression(), Declaration(text=both("Peace.", "La paix.")), **{"signatories": (FRANCE, UK, USA), **provisions})
    assert english in treaty_text(pact, pact.text, Speaker(SETTING, EN, {other.id: other}))
    assert french in treaty_text(pact, pact.text, Speaker(SETTING, FR, {other.id: other})).replace("\u00a0", " ")


@pytest.mark.parametrize("asked", [{}, {"needed": (UK, FRANCE, USA)}, {"at_least": 3}, {"at_least": 3, "needed": (UK,)}], ids=str)
def test_nothing_is_said_of_those_who_come_later_where_all_must_be_bound(asked: dict[str, object]) -> None:
    pact = treaty_of(NonAggression(), signatories=(FRANCE, UK, USA), **asked)
    assert "later" not in treaty_text(pact, pact.text, Speaker(SETTING, EN, {}))


@pytest.mark.parametrize(
    ("title", "secret", "closing"),
    [
        ("Traité d'alliance", True, "l'auront signé. Il demeurera secret."),
        ("Convention militaire entre la France et la Pologne", True, "l'auront signée. Elle demeurera secrète."),
        (
            "Projet de déclaration",
            False,
            "La présente Déclaration entrera en vigueur dès que les deux Puissances nommées ci-dessus l'auront signée.",
        ),
        ("Protocole annexé au Traité", False, "Le présent Protocole n'admet aucune réserve."),
        ("Accords de Munich", False, "Le présent Accord n'admet aucune réserve."),
        ("Une paix pour notre temps", False, "Le présent Accord est ouvert à la signature de l'Allemagne et de la France."),
    ],
)
def test_a_text_calls_itself_what_its_title_calls_it(title: str, secret: bool, closing: str) -> None:
    pact = treaty_of(NonAggression(), secret=secret, reservations=ReservationPolicy.FORBIDDEN)
    assert closing in treaty_text(evolve(pact, title=both("", title)), pact.text, FRENCH)


@pytest.mark.parametrize(
    ("place", "english", "french"),
    [
        ("Moscow", "Done at Moscow.", "Fait à Moscou."),
        ("Londres", "Done at London.", "Fait à Londres."),
        ("The Hague", "Done at The Hague.", "Fait à La Haye."),
        ("Cairo", "Done at Cairo.", "Fait au Caire."),
        ("Locarno", "Done at Locarno.", "Fait à Locarno."),
    ],
)
def test_the_place_of_conclusion_is_named_in_the_language_of_the_text(place: str, english: str, french: str) -> None:
    pact = treaty_of(NonAggression(), concluded_at=place)
    assert treaty_text(pact, pact.text, ENGLISH).endswith(english)
    assert treaty_text(pact, pact.text, FRENCH).endswith(french)


def test_a_treaty_it_hangs_on_that_the_reader_does_not_know_is_said_by_its_key() -> None:
    pact = treaty_of(NonAggression(), only_while=TreatyId("other"))
    assert "so long as the instrument entitled “other” remains in force" in treaty_text(pact, pact.text, ENGLISH)


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
    assert label_of(evolve(treaty, adopted=1), ArticleId("a2"), FRENCH) == "article 2"


def test_a_preamble_stands_between_the_parties_and_what_they_agree() -> None:
    words = both("Desirous of strengthening peace in Europe.", "Animées du désir de raffermir la paix en Europe")
    version = evolve(MUNICH.text, preamble=words)
    assert treaty_text(MUNICH, version, ENGLISH).startswith(
        "Munich Agreement\n\nGermany, the United Kingdom and France,\n\nDesirous of strengthening peace in Europe,\n\nHave agreed as follows:\n\n"
    )
    assert treaty_text(MUNICH, version, FRENCH).startswith(
        "Accord de Munich\n\nL'Allemagne, le Royaume-Uni et la France,\n\nAnimées du désir de raffermir la paix en Europe,\n\n"
        "Ont arrêté les dispositions suivantes\u00a0:\n\n"
    )


def test_a_convention_is_denounced_and_renewed_in_the_feminine() -> None:
    convention = treaty_of(NonAggression(), lasts=FIVE_YEARS, renewed_for=FIVE_YEARS, notice=ONE_YEAR, signatories=(FRANCE, UK, USA))
    said = treaty_text(evolve(convention, title=both("", "Convention d'alliance")), convention.text, FRENCH)
    assert (
        "Entre les Parties qui ne l'auront pas dénoncée un an au moins" in said and "elle sera renouvelée par tacite reconduction" in said
    )


@pytest.mark.parametrize(
    ("concluded", "english", "french"),
    [
        (None, "with the Secretariat of the League of Nations.", "au Secrétariat de la Société des Nations."),
        (dt.date(1912, 10, 18), "The present Pact shall be published.", "Le présent Pacte sera publié."),
        (dt.date(1945, 10, 23), "with the Secretariat of the League of Nations.", "au Secrétariat de la Société des Nations."),
        (dt.date(1949, 4, 4), "with the Secretariat of the United Nations.", "au Secrétariat de l'Organisation des Nations Unies."),
    ],
)
def test_a_treaty_is_registered_with_the_organisation_of_its_day(concluded: dt.date | None, english: str, french: str) -> None:
    """Covenant 18; Charter 102."""
    pact = evolve(treaty_of(NonAggression(), registered=True), concluded=concluded)
    assert english in treaty_text(pact, pact.text, Speaker(SETTING, EN)) and french in treaty_text(pact, pact.text, FRENCH)
