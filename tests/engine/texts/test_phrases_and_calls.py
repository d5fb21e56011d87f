"""A scripted power's phrases, and the grounds of casus foederis, in words."""

import pytest
from attrs import evolve as with_

from engine.casus import Call, Ground, Standing, casus_foederis
from engine.clauses import MutualAssistance, NonAggression
from engine.clauses.non_aggression import FORCE
from engine.clauses.waterway import PASSING
from engine.crisis import Citation, ForceLine, Road, Way
from engine.duties import Allow, Assist, Automaticity, Cede, Consult, Duty, Forces, Refrain, Render
from engine.happenings import Deed
from engine.measures import Sanctions
from engine.messages import Phrase
from engine.names import ArticleId, Lang, OrganId, ParagraphId, ResolutionId, StatuteId, TreatyId
from engine.orders import Sanction
from engine.reservations import Await, Reservation
from engine.resolution import Paragraph, Resolution
from engine.state import State
from engine.texts.calls import call_sentences
from engine.texts.phrases import phrase_words
from engine.texts.voice import Speaker
from engine.texts.words import citation_words, duty_words, force_words, road_words
from engine.treaty import Signature
from tests.engine.atlas import CZECHO, EN, ENGLISH, FR, FRANCE, FRENCH, GERMANY, OCTOBER, SETTING, STRAITS, UK, USA, USSR, ZONE, treaty_of
from tests.engine.settings import ALBA, BORIA, CARNIA
from tests.engine.test_cases_arisen import in_force

PACT = treaty_of(MutualAssistance(), NonAggression())
IDENT = PACT.id
TREATIES = {IDENT: PACT}


def test_a_refusal_names_the_article_by_its_label() -> None:
    phrase = Phrase(code="refuse_red_line", treaty=IDENT, article=ArticleId("a2"))
    assert phrase_words(phrase, EN, SETTING, TREATIES) == (
        "Article 2: we cannot accept this in any circumstances, and so we shall not put our name to “Pact”."
    )
    assert phrase_words(phrase, FR, SETTING, TREATIES).replace("\u00a0", " ") == (
        "L'article 2 : nous ne pouvons l'accepter en aucun cas, et nous ne signerons donc pas « Pacte »."
    )


def test_a_text_that_the_reader_does_not_know_is_not_named() -> None:
    phrase = Phrase(code="refuse_too_little", treaty=IDENT, article=ArticleId("a2"))
    assert phrase_words(phrase, EN, SETTING, {}) == "This text gives us too little."
    assert phrase_words(phrase, FR, SETTING, {}) == "Nous trouvons trop peu dans ce texte."


def test_an_article_struck_since_keeps_no_label() -> None:
    phrase = Phrase(code="agreed", treaty=IDENT, article=ArticleId("gone"))
    assert phrase_words(phrase, EN, SETTING, TREATIES) == "We accept “Pact” as it stands."


def test_variants_differ_and_go_round() -> None:
    said = [phrase_words(Phrase(code="ally_first", powers=(USSR, USA), variant=n), FR, SETTING, {}) for n in range(3)]
    assert said == [
        "Nous voulons d'abord entendre l'URSS et les États-Unis à ce sujet.",
        "Rien ne peut être réglé avant que nous ayons consulté l'URSS et les États-Unis.",
        said[0],
    ]


def test_the_authors_own_line_goes_before_the_catalogue() -> None:
    phrase = Phrase(code="agreed", words={EN: "So be it."})
    assert phrase_words(phrase, EN, SETTING, {}) == "So be it."
    assert phrase_words(phrase, FR, SETTING, {}) == "So be it."


def test_a_phrase_that_the_catalogue_lacks_is_taken_note_of() -> None:
    assert phrase_words(Phrase(code="of_tomorrow"), EN, SETTING, {}) == "We have taken note."


@pytest.mark.parametrize(
    ("call", "english", "french"),
    [
        (
            Call(power=USA, standing=Standing.FREE),
            "The United States is free to act as it sees fit.",
            "Les États-Unis restent libres d'agir à leur guise.",
        ),
        (
            Call(
                power=USSR,
                standing=Standing.BOUND_ONLY_IF,
                grounds=(
                    Ground(
                        standing=Standing.BOUND_ONLY_IF,
                        code="waits_for",
                        treaty=IDENT,
                        article=ArticleId("a1"),
                        waits_for=(FRANCE,),
                    ),
                ),
            ),
            "The Soviet Union is bound to come to the aid of Czechoslovakia only if France does so too (“Pact”, Article 1).",
            "L'URSS ne doit porter secours à la Tchécoslovaquie que si la France en fait autant (« Pacte », article premier).",
        ),
        (
            Call(
                power=UK,
                standing=Standing.BOUND,
                grounds=(Ground(standing=Standing.BOUND, code="bound", treaty=TreatyId("unseen"), article=ArticleId("a1")),),
            ),
            "The United Kingdom is bound to come to the aid of Czechoslovakia.",
            "Le Royaume-Uni doit porter secours à la Tchécoslovaquie.",
        ),
        (
            Call(
                power=UK,
                standing=Standing.FREE,
                grounds=(
                    Ground(standing=Standing.FREE, code="waits_for_foe", treaty=IDENT, article=ArticleId("a1"), waits_for=(GERMANY,)),
                ),
            ),
            "The United Kingdom is not bound: aid is owed only if Germany, which is the attacker, helps as well (“Pact”, Article 1).",
            (
                "Le Royaume-Uni ne doit rien : le secours n'est dû que si l'Allemagne en fait autant, or c'est l'attaquant "
                "(« Pacte », article premier)."
            ),
        ),
        (
            Call(
                power=USSR,
                standing=Standing.ENTITLED,
                grounds=(Ground(standing=Standing.ENTITLED, code="as_each_judges", treaty=IDENT, article=ArticleId("a1"), in_attack=True),),
            ),
            "The Soviet Union judges for itself whether to join the attack on Czechoslovakia (“Pact”, Article 1).",
            "L'URSS juge librement s'il faut se joindre à l'attaque contre la Tchécoslovaquie (« Pacte », article premier).",
        ),
        (
            Call(
                power=GERMANY,
                standing=Standing.BARRED,
                grounds=(Ground(standing=Standing.BARRED, code="non_aggression_with_victim", treaty=IDENT, article=ArticleId("a2")),),
            ),
            "Germany may not join the attack: it has undertaken not to use force against Czechoslovakia (“Pact”, Article 2).",
            (
                "L'Allemagne ne peut se joindre à l'attaque, ayant promis de ne pas user de la force contre la Tchécoslovaquie "
                "(« Pacte », article 2)."
            ),
        ),
    ],
)
def test_a_power_called_upon_is_told_why(call: Call, english: str, french: str) -> None:
    assert call_sentences(call, CZECHO, ENGLISH, TREATIES) == (english,)
    assert tuple(s.replace("\u00a0", " ") for s in call_sentences(call, CZECHO, FRENCH, TREATIES)) == (french,)


@pytest.mark.parametrize(
    ("duty", "english", "french"),
    [
        (Cede(debtor=CZECHO, creditor=USA, stake=ZONE, by=OCTOBER), "the cession of Zone I", "la cession de la zone I"),
        (Assist(debtor=UK, creditor=USA), "assistance to the United States", "l'assistance due aux États-Unis"),
        (
            Assist(debtor=UK, creditor=USA, forces=Forces(divisions=2)),
            "assistance to the United States with 2 divisions",
            "l'assistance due aux États-Unis avec 2 divisions",
        ),
        (
            Refrain(debtor=UK, creditor=USSR, toward=USSR, deeds=FORCE),
            "the promise not to resort to force against the Soviet Union",
            "la promesse de ne pas recourir à la force contre l'URSS",
        ),
        (
            Refrain(debtor=UK, creditor=USA, toward=USA, deeds=frozenset({Deed.ATTACK, Deed.THREATEN, Deed.OCCUPY, Deed.BLOCKADE})),
            "the promise not to attack the United States, threaten it with force, occupy its territory or blockade it",
            (
                "la promesse de ne pas attaquer les États-Unis, ni menacer cette puissance de recourir à la force, ni occuper son "
                "territoire, ni établir de blocus contre elle"
            ),
        ),
        (
            Refrain(debtor=UK, creditor=USSR, toward=GERMANY, deeds=frozenset({Deed.LET_PASS, Deed.AID}), aimed=True),
            ("the promise not to let forces of Germany pass against the Soviet Union or lend aid to the former against the latter"),
            "la promesse de ne pas laisser passer de forces de l'Allemagne contre l'URSS ni prêter aide à la première contre la seconde",
        ),
        (
            Refrain(debtor=UK, creditor=USSR, at=frozenset({ZONE}), deeds=frozenset({Deed.OCCUPY, Deed.DEPLOY})),
            "the promise not to occupy Zone I or keep armed forces there",
            "la promesse de ne pas occuper la zone I ni y entretenir de forces armées",
        ),
        (
            Refrain(debtor=UK, creditor=USA, at=frozenset({STRAITS}), deeds=PASSING, in_war=True),
            (
                "the promise not to occupy the Straits, keep armed forces there, pass there with troops, establish a blockade there or patrol "
                "there, in time of war"
            ),
            (
                "la promesse de ne pas occuper les Détroits, ni y entretenir de forces armées, ni y faire passer de troupes, ni y établir de "
                "blocus, ni y patrouiller, en temps de guerre"
            ),
        ),
        (
            Refrain(debtor=USA, creditor=UK, at=frozenset({STRAITS}), deeds=frozenset({Deed.LET_PASS}), in_war=True),
            "the promise not to let forces pass through the Straits, in time of war",
            "la promesse de ne pas laisser passer de forces à travers les Détroits, en temps de guerre",
        ),
        (
            Render(debtor=UK, creditor=USSR, deed=Deed.HOLD_PLEBISCITE, at=ZONE),
            "the promise to hold a plebiscite in Zone I",
            "l'engagement d'organiser un plébiscite dans la zone I",
        ),
        (
            Allow(debtor=UK, creditor=USA, deed=Deed.DEPLOY, at=frozenset({ZONE})),
            "the right of the United States to keep armed forces in Zone I",
            "le droit reconnu aux États-Unis d'entretenir des forces armées dans la zone I",
        ),
        (Consult(debtor=USA, creditor=UK), "consultation with the United Kingdom", "la consultation avec le Royaume-Uni"),
    ],
)
def test_a_promise_is_named_by_what_it_was_about(duty: Duty, english: str, french: str) -> None:
    assert (duty_words(duty, ENGLISH), duty_words(duty, FRENCH)) == (english, french)


def test_a_road_is_told() -> None:
    border = ForceLine(power=FRANCE, divisions=20, road=Road(way=Way.FRONTIER, along=(GERMANY,)))
    assert plainly(force_words(border, FRENCH)) == "La France : 20 divisions, par la frontière avec l'Allemagne."
    nowhere = ForceLine(power=USSR, divisions=0, road=Road(way=Way.NONE), under=Citation(treaty=TreatyId("pact"), article=ArticleId("a2")))
    assert force_words(nowhere, ENGLISH, TREATIES) == "The Soviet Union: 0 divisions, without access to the front; “Pact”, Article 2."
    leave = Citation(treaty=TreatyId("pact"), article=ArticleId("a1"))
    passing = Road(way=Way.TRANSIT, along=(CZECHO, GERMANY), leave=(leave,))
    assert road_words(passing, ENGLISH, TREATIES) == "through Czechoslovakia (“Pact”, Article 1), to Germany"
    assert road_words(passing, ENGLISH) == "through Czechoslovakia, to Germany"


def plainly(words: str) -> str:
    return words.replace("\u00a0", " ")


# -- sources


def narrowed_by_both() -> State:
    """Alba and Carnia have both narrowed the aid that they owe each other."""
    state = in_force(MutualAssistance(between=(ALBA, CARNIA)), wars=())
    (article,) = state.treaties[TreatyId("pact")].text.articles
    made = Reservation(article=article.id, narrowing=Await(Automaticity.UPON_RECOMMENDATION))
    signed = {power: Signature(turn=0, reservations=(made,)) for power in (ALBA, CARNIA)}
    treaty = with_(state.treaties[TreatyId("pact")], signatures={**state.treaties[TreatyId("pact")].signatures, **signed})
    return with_(state, treaties={treaty.id: treaty})


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "(“pact”, Article 1, as narrowed by the reservations of Alba and Carnia)"),
        ("fr", "(« pact (fr) », article premier, restreint par les réserves d'Alba (fr) et de Carnia (fr))"),
    ],
)
def test_a_ground_says_whose_reservations_have_narrowed_the_article_on_which_it_rests(lang: str, said: str) -> None:
    state = narrowed_by_both()
    (call,) = (one for one in casus_foederis(state, BORIA, CARNIA) if one.power == ALBA)
    (sentence,) = call_sentences(call, CARNIA, Speaker(state.setting, Lang(lang), state.treaties), state.treaties)
    assert said in sentence.replace("\u00a0", " "), sentence


@pytest.mark.parametrize(("lang", "said"), [("en", "“quarrel”, paragraph 2"), ("fr", "« quarrel (fr) », paragraphe 2")])
def test_what_an_organ_has_decided_is_cited_by_its_resolution_and_paragraph(lang: str, said: str) -> None:
    setting = narrowed_by_both().setting
    paragraphs = tuple(
        Paragraph(id=ParagraphId(ArticleId(f"p{n}")), measure=Sanctions(target=BORIA, kinds=(Sanction.OIL,))) for n in (1, 2)
    )
    ident, title = ResolutionId("alba.quarrel"), {Lang("en"): "quarrel", Lang("fr"): "quarrel (fr)"}
    draft = Resolution(
        id=ident, organ=OrganId("council"), item=None, title=title, article=StatuteId("covenant_16"), paragraphs=paragraphs, turn=0
    )
    cited = Citation(treaty=TreatyId(ident), article=ArticleId("p2"))
    assert citation_words(cited, Speaker(setting, Lang(lang), {}, {ident: draft}), {}).replace("\u00a0", " ") == said
    assert citation_words(cited, Speaker(setting, Lang(lang)), {}) == ""
