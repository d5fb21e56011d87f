"""Everything that happens before an organ is told in one sentence in both languages, and a resolution reads as one."""

from __future__ import annotations

from enum import Enum
from typing import get_args

import pytest

from engine import events as e
from engine.events import CouncilEvent
from engine.measures import MEASURES
from engine.measures.base import Finding
from engine.measures.demand import Act
from engine.measures.recommendation import Procedure
from engine.orders import Sanction
from engine.resolution import Outcome
from engine.sitting import Step, Subject
from engine.statutes import KNOWN_ARTICLES
from engine.texts.catalogue import knows
from engine.texts.chamber import resolution_text
from engine.texts.chronicle import tell
from engine.voting import Ballot
from engine.voting.bodies import Effect
from tests.engine.atlas import EN, ENGLISH, FR, FRENCH, SETTING, USSR
from tests.engine.texts.hearings import COUNCIL, DOCKET, DRAFT, EVENTS, ORGAN, PACT

TREATIES = {PACT.id: PACT}

TOLD: list[tuple[str, str]] = [
    ("The Soviet Union keeps away from the Council of the League.", "L'URSS laisse vide son siège (Conseil de la Société)."),
    ("The Soviet Union returns to the Council of the League.", "L'URSS reprend son siège (Conseil de la Société)."),
    (
        "The United Kingdom gives notice of leaving the Council of the League; it stays bound until 1 October 1940.",
        "Préavis de retrait du Royaume-Uni (Conseil de la Société) ; les obligations courent jusqu'au 1er octobre 1940.",
    ),
    ("The Soviet Union is admitted (Council of the League).", "Admission de l'URSS (Conseil de la Société)."),
    ("The United Kingdom is no longer a member (Council of the League).", "Le Royaume-Uni cesse d'être membre (Conseil de la Société)."),
    ("The Soviet Union is expelled (Council of the League).", "Exclusion de l'URSS (Conseil de la Société)."),
    ("The United States takes a seat (Council of the League).", "Les États-Unis prennent siège (Conseil de la Société)."),
    ("The United States no longer sits (Council of the League).", "Les États-Unis ne siègent plus (Conseil de la Société)."),
    ("A committee is established: France and the United Kingdom.", "Un comité est institué : la France et le Royaume-Uni."),
    (
        "France invites the United Kingdom and the United States to a conference: “Munich”.",
        "La France invite le Royaume-Uni et les États-Unis à une conférence : « Munich ».",
    ),
    (
        "“Pact” creates the “Permanent Board”: France and the United Kingdom.",
        "Le texte « Pacte » institue l'organe « Conseil permanent » : la France et le Royaume-Uni.",
    ),
    (
        "The “Permanent Board” sits no longer: the article that creates it binds nobody now.",
        "L'organe « Conseil permanent » ne siège plus : l'article qui l'institue ne lie plus personne.",
    ),
    (
        "France brings before the “Permanent Board”, under its competence in disputes between its members: “The Sudeten question”.",
        (
            "La France saisit l'organe « Conseil permanent », sur la base de sa compétence pour connaître des différends entre ses "
            "membres : « La question des Sudètes »."
        ),
    ),
    (
        "The United Kingdom gives notice of leaving the “Permanent Board”; it stays bound until 1 October 1940.",
        "Préavis de retrait du Royaume-Uni (organe « Conseil permanent ») ; les obligations courent jusqu'au 1er octobre 1940.",
    ),
    ("The United States comes to the conference “Munich”.", "Les États-Unis se rendent à la conférence « Munich »."),
    (
        "The United Kingdom declines the invitation to the conference “Munich”.",
        "Le Royaume-Uni décline l'invitation à la conférence « Munich ».",
    ),
    ("France asks the conference to adopt “Pact” (version 1).", "La France demande à la conférence d'adopter « Pacte » (version 1)."),
    (
        "France brings before the Council of the League, under Article 15 of the Covenant: “The Sudeten question”.",
        "La France saisit le Conseil de la Société, sur la base de l'article 15 du Pacte : « La question des Sudètes ».",
    ),
    (
        "The United Kingdom contests the agenda: “The Sudeten question”.",
        "Le Royaume-Uni conteste l'ordre du jour : « La question des Sudètes ».",
    ),
    (
        "On the agenda of the Council of the League: “The Sudeten question”.",
        "À l'ordre du jour du Conseil de la Société : « La question des Sudètes ».",
    ),
    ("“The Sudeten question” does not come on the agenda.", "L'affaire « La question des Sudètes » n'est pas inscrite à l'ordre du jour."),
    (
        "“The Sudeten question” is adjourned, and leaves the agenda.",
        "L'affaire « La question des Sudètes » est ajournée et quitte l'ordre du jour.",
    ),
    (
        "The Council of the League finds itself not competent: “The Sudeten question”.",
        "Incompétence constatée (Conseil de la Société) : « La question des Sudètes ».",
    ),
    (
        "The Council of the League has done with “The Sudeten question”: it is referred to the Assembly.",
        "L'affaire « La question des Sudètes » est portée devant l'Assemblée ; le Conseil de la Société s'en dessaisit.",
    ),
    (
        "The United States is asked to the table: “The Sudeten question”.",
        "Invitation adressée aux États-Unis : « La question des Sudètes ».",
    ),
    ("France tables a draft resolution: “Ceasefire”.", "La France dépose un projet de résolution : « Cessez-le-feu »."),
    ("A draft resolution is in the files: “Ceasefire”.", "Un projet de résolution figure au dossier : « Cessez-le-feu »."),
    ("The text of “Ceasefire” is published.", "Le texte « Cessez-le-feu » est publié."),
    ("The United Kingdom sponsors “Ceasefire”.", "Le Royaume-Uni se porte coauteur de « Cessez-le-feu »."),
    (
        "The Soviet Union moves an amendment to “Ceasefire”: paragraph 2 is struck out.",
        "Amendement de l'URSS à « Cessez-le-feu » : le paragraphe 2 est supprimé.",
    ),
    ("An amendment to “Ceasefire” is taken in by its author.", "L'auteur de « Cessez-le-feu » accepte un amendement."),
    ("An amendment to “Ceasefire” is adopted.", "Un amendement à « Cessez-le-feu » est adopté."),
    ("An amendment to “Ceasefire” is rejected.", "Un amendement à « Cessez-le-feu » est rejeté."),
    ("An amendment to “Ceasefire” has lost its object.", "Un amendement à « Cessez-le-feu » est devenu sans objet."),
    (
        "The United States asks for a separate vote on paragraph 2 of “Ceasefire”.",
        "Les États-Unis demandent un vote séparé sur le paragraphe 2 de « Cessez-le-feu ».",
    ),
    ("A paragraph of “Ceasefire” voted on apart is kept.", "Un paragraphe de « Cessez-le-feu » mis aux voix séparément est maintenu."),
    (
        "A paragraph of “Ceasefire” voted on apart is struck out.",
        "Un paragraphe de « Cessez-le-feu » mis aux voix séparément est supprimé.",
    ),
    ("“Ceasefire” is in the files.", "« Cessez-le-feu » est au dossier."),
    ("“Ceasefire” is on the table.", "« Cessez-le-feu » est déposé."),
    ("“Ceasefire” is adopted.", "« Cessez-le-feu » est adopté."),
    ("“Ceasefire” is rejected.", "« Cessez-le-feu » est rejeté."),
    ("“Ceasefire” is vetoed.", "« Cessez-le-feu » se heurte à un veto."),
    ("“Ceasefire” is withdrawn.", "« Cessez-le-feu » est retiré."),
    ("“Ceasefire” lapses.", "« Cessez-le-feu » devient caduc."),
    (
        "The Council of the League sits: “The Sudeten question”. In the chair: the United Kingdom.",
        "Séance du Conseil de la Société : « La question des Sudètes ». Présidence : le Royaume-Uni.",
    ),
    ("The conference “Munich” opens. In the chair: France.", "La conférence « Munich » s'ouvre. Présidence : la France."),
    ("The conference “Munich” rises.", "La conférence « Munich » lève la séance."),
    ("The debate is open.", "Le débat est ouvert."),
    ("The president is to rule whether “Ceasefire” is procedural.", "Le président doit dire si « Cessez-le-feu » relève de la procédure."),
    ("The ruling may be challenged.", "La décision du président peut être contestée."),
    ("The vote is open.", "Le scrutin est ouvert."),
    ("The conference awaits the answer of the United States.", "La conférence attend la réponse des États-Unis."),
    ("France: “We shall not yield.”", "La France : « We shall not yield. »"),
    (
        "The Soviet Union moves that the sitting be suspended until the next session.",
        "L'URSS propose de suspendre jusqu'à la prochaine session.",
    ),
    (
        "The Soviet Union moves that the matter be adjourned and leave the agenda.",
        "L'URSS propose d'ajourner l'affaire et de la retirer de l'ordre du jour.",
    ),
    ("The Soviet Union moves that the debate be closed.", "L'URSS propose de clore le débat."),
    ("The Soviet Union moves that the Council of the League is not competent.", "L'URSS soulève l'incompétence du Conseil de la Société."),
    ("The Soviet Union moves that the United States be invited to the table.", "L'URSS propose d'inviter les États-Unis à la table."),
    (
        "The Soviet Union moves that “Ceasefire” be treated as procedural.",
        "L'URSS propose de traiter « Cessez-le-feu » comme une question de procédure.",
    ),
    ("The United States has nothing to add.", "Les États-Unis n'ont rien à ajouter."),
    ("The debate is closed.", "Le débat est clos."),
    (
        "The president (the United Kingdom) rules that “Ceasefire” is procedural.",
        "Le président (le Royaume-Uni) déclare que « Cessez-le-feu » relève de la procédure.",
    ),
    (
        "The president (the United Kingdom) rules that “Ceasefire” is not procedural.",
        "Le président (le Royaume-Uni) déclare que « Cessez-le-feu » ne relève pas de la procédure.",
    ),
    ("France challenges the ruling.", "La France conteste la décision du président."),
    ("France lets the ruling stand.", "La France accepte la décision du président."),
    ("“Ceasefire” will be voted on as procedural.", "Le projet « Cessez-le-feu » sera mis aux voix comme une question de procédure."),
    (
        "“Ceasefire” will be voted on as a question of substance.",
        "Le projet « Cessez-le-feu » sera mis aux voix comme une question de fond.",
    ),
    (
        "Put to the vote: the inscription of “The Sudeten question” on the agenda.",
        "Mis aux voix : l'inscription de « La question des Sudètes » à l'ordre du jour.",
    ),
    ("Put to the vote: the invitation of the United States.", "Mis aux voix : l'invitation des États-Unis."),
    ("Put to the vote: the suspension of the sitting.", "Mis aux voix : la suspension de la séance."),
    ("Put to the vote: the adjournment of “The Sudeten question”.", "Mis aux voix : l'ajournement de « La question des Sudètes »."),
    ("Put to the vote: the closure of the debate.", "Mis aux voix : la clôture du débat."),
    ("Put to the vote: that the Council of the League is not competent.", "Mis aux voix : l'incompétence du Conseil de la Société."),
    ("Put to the vote: that “Ceasefire” is procedural.", "Mis aux voix : la nature procédurale de « Cessez-le-feu »."),
    ("Put to the vote: to overrule the president.", "Mis aux voix : l'annulation de la décision du président."),
    ("Put to the vote: an amendment to “Ceasefire”.", "Mis aux voix : un amendement à « Cessez-le-feu »."),
    ("Put to the vote: to keep paragraph of “Ceasefire”.", "Mis aux voix : le maintien du paragraphe de « Cessez-le-feu »."),
    ("Put to the vote: “Ceasefire”.", "Mis aux voix : « Cessez-le-feu »."),
    ("Put to the vote: the adoption of “Pact” (version 1).", "Mis aux voix : l'adoption de « Pacte » (version 1)."),
    ("The United States has voted.", "Les États-Unis ont voté."),
    ("The United States votes in favour.", "Les États-Unis votent pour."),
    ("The United States votes against.", "Les États-Unis votent contre."),
    ("The United States abstains.", "Les États-Unis s'abstiennent."),
    ("The United States does not take part in the vote.", "Les États-Unis ne prennent pas part au vote."),
    ("France votes in favour. “Peace is at stake.”", "La France vote pour. « Peace is at stake. »"),
    (
        "Carried: “Ceasefire”; for: France and the United Kingdom; abstaining: the Soviet Union.",
        "Adopté : « Cessez-le-feu » ; pour : la France et le Royaume-Uni ; abstentions : l'URSS.",
    ),
    (
        "Not carried: “Ceasefire”; for: France and the Soviet Union; against: the United Kingdom.",
        "Non adopté : « Cessez-le-feu » ; pour : la France et l'URSS ; contre : le Royaume-Uni.",
    ),
    (
        "The Council of the League rises: “The Sudeten question”.",
        "La séance est levée (Conseil de la Société) : « La question des Sudètes ».",
    ),
    (
        "In force, under “Ceasefire”: demands that Germany and Czechoslovakia cease hostilities not later than 1 October 1938.",
        "En vigueur, en vertu de « Cessez-le-feu » : exige que l'Allemagne et la Tchécoslovaquie cessent les hostilités au plus tard le 1er octobre 1938.",
    ),
    (
        "No longer in force, under “Ceasefire”: demands that Germany and Czechoslovakia cease hostilities not later than 1 October 1938.",
        "N'est plus en vigueur, en vertu de « Cessez-le-feu » : exige que l'Allemagne et la Tchécoslovaquie cessent les hostilités au plus tard le 1er octobre 1938.",
    ),
]

RESOLUTION_EN = """\
Ceasefire

The Council of the League,

Having regard to Article 16 of the Covenant,

Alarmed by events,

1. Determines that there is a resort to war in disregard of engagements; its author: Germany; its victim: Czechoslovakia;

2. Demands that Germany and Czechoslovakia cease hostilities not later than 1 October 1938;

3. Proposes that each Member declare that it will interrupt, as regards Germany, the supply of arms and the supply \
of oil; exempts the United States; until 1 October 1938, unless it is decided again."""

RESOLUTION_FR = """\
Cessez-le-feu

Le Conseil de la Société,

Vu l'article 16 du Pacte,

Alarmé par les événements,

1. Constate l'existence d'un recours à la guerre au mépris d'engagements ; auteur : l'Allemagne ; victime : la Tchécoslovaquie ;

2. Exige que l'Allemagne et la Tchécoslovaquie cessent les hostilités au plus tard le 1er octobre 1938 ;

3. Propose que chaque Membre déclare interrompre, à l'égard de l'Allemagne, la fourniture d'armes et la fourniture de \
pétrole ; en dispense les États-Unis ; jusqu'au 1er octobre 1938, à moins d'une nouvelle décision."""


def test_every_kind_of_event_is_looked_at_here() -> None:
    assert {type(event) for event in EVENTS} == set(get_args(CouncilEvent))
    assert len(EVENTS) == len(TOLD)


@pytest.mark.parametrize("place", range(len(TOLD)), ids=[f"{n}-{type(e).__name__}" for n, e in enumerate(EVENTS)])
def test_an_event_is_told_in_one_plain_sentence(place: int) -> None:
    event, (english, french) = EVENTS[place], TOLD[place]
    assert tell(event, EN, SETTING, TREATIES, DOCKET) == english
    told = tell(event, FR, SETTING, TREATIES, DOCKET)
    assert told is not None and told.replace("\u00a0", " ") == french


def test_a_finding_of_nullity_names_the_organ_that_made_it() -> None:
    """The facilitator's is told in `test_chronicle`."""
    found = e.ConsentFoundVoid(treaty=PACT.id, power=USSR, organ=COUNCIL)
    assert tell(found, EN, SETTING, TREATIES, DOCKET) == (
        "The Council of the League finds that the consent of the Soviet Union to “Pact” was procured by the threat or use of force, "
        "and that it is void (VCLT 52)."
    )
    told = tell(found, FR, SETTING, TREATIES, DOCKET)
    assert told is not None and told.replace("\u00a0", " ") == (
        "Le Conseil de la Société constate que le consentement de l'URSS à « Pacte » a été obtenu par la menace ou l'emploi de la force, "
        "et qu'il est nul (CVDT 52)."
    )


def test_what_a_reader_does_not_know_is_never_needed() -> None:
    for event in EVENTS:
        assert tell(event, EN, SETTING, {})


def test_a_resolution_reads_as_a_text() -> None:
    assert resolution_text(DRAFT, ORGAN, ENGLISH, Effect.DECLARATION) == RESOLUTION_EN
    assert resolution_text(DRAFT, ORGAN, FRENCH, Effect.DECLARATION).replace("\u00a0", " ") == RESOLUTION_FR


MEMBERS: list[tuple[type[Enum], str]] = [
    (Finding, "finding"),
    (Act, "act"),
    (Procedure, "procedure"),
    (Sanction, "sanction"),
    (Outcome, "tale.outcome"),
    (Step, "tale.step"),
    (Subject, "poll"),
    (e.Struck, "tale.struck"),
    (Ballot, "tale.entered"),
    (Effect, "operative.sanctions"),
]


@pytest.mark.parametrize(("members", "prefix"), MEMBERS, ids=[prefix for _, prefix in MEMBERS])
def test_every_member_has_its_words(members: type[Enum], prefix: str) -> None:
    assert [m for m in members if not knows(f"{prefix}.{m.value}")] == []


def test_every_kind_of_paragraph_and_every_statutory_article_has_its_name() -> None:
    assert [kind.tag for kind in MEASURES if not knows(f"measure.{kind.tag}")] == []
    assert [a for a in KNOWN_ARTICLES if not knows(f"statute.{a}") or not knows(f"statute.{a}.gist")] == []
