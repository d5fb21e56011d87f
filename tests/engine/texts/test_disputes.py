"""Everything that happens in a dispute is told in one plain sentence, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from engine import events as e
from engine.dispute import Award, Dispute, Fact, Failing, Force, Offer, Outbreak, Proposal, Report
from engine.measures.recommendation import Procedure
from engine.names import ArticleId, DisputeId, Power, StatuteId
from engine.texts.catalogue import knows
from engine.texts.chamber import Docket
from engine.texts.chronicle import tell
from engine.texts.sources import source_label
from engine.texts.voice import Speaker
from tests.engine.atlas import CZECHO, EN, FR, FRANCE, GERMANY, SETTING, UK, both
from tests.engine.texts.hearings import COUNCIL, ORGAN

QUESTION = DisputeId("germany.question")
OPEN = Dispute(id=QUESTION, title=both("The Sudeten question", "La question des Sudètes"), claimant=GERMANY, respondent=CZECHO, turn=0)
DOCKET = Docket(organs={COUNCIL: ORGAN}, disputes={QUESTION: OPEN})


def report(force: Force, in_favour: Power | None = None) -> e.ReportMade:
    return e.ReportMade(dispute=QUESTION, report=Report(organ=COUNCIL, force=force, in_favour=in_favour, turn=0))


def proposed(procedure: Procedure, third: Power | None = None) -> e.ProcedureProposed:
    return e.ProcedureProposed(dispute=QUESTION, proposal=Proposal(by=CZECHO, procedure=procedure, third=third, turn=0))


def failed(why: Failing, power: Power | None = None) -> e.ProcedureFailed:
    return e.ProcedureFailed(dispute=QUESTION, procedure=Procedure.MEDIATION, why=why, power=power)


def war(article: str | None) -> e.WarResortedTo:
    outbreak = Outbreak(by=GERMANY, article=StatuteId(article) if article is not None else None, turn=0)
    return e.WarResortedTo(dispute=QUESTION, outbreak=outbreak)


TOLD: list[tuple[e.DisputeEvent, str, str]] = [
    (
        e.DisputeOpened(dispute=OPEN),
        "Germany opens a dispute with Czechoslovakia: “The Sudeten question”.",
        "L'Allemagne ouvre un différend avec la Tchécoslovaquie : « La question des Sudètes ».",
    ),
    (
        proposed(Procedure.MEDIATION, UK),
        "Czechoslovakia proposes mediation in the dispute “The Sudeten question”; chosen: the United Kingdom.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie propose la médiation ; choix : le Royaume-Uni.",
    ),
    (
        proposed(Procedure.JUDICIAL_SETTLEMENT),
        "Czechoslovakia proposes judicial settlement in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie propose le règlement judiciaire.",
    ),
    (
        e.ProcedureAgreed(dispute=QUESTION, procedure=Procedure.ENQUIRY, power=GERMANY),
        "Germany agrees to an enquiry in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : l'Allemagne accepte l'enquête.",
    ),
    (
        e.ProcedureOpened(dispute=QUESTION, procedure=Procedure.GOOD_OFFICES),
        "Good offices: the procedure opens in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : ouverture de la procédure (les bons offices).",
    ),
    (
        failed(Failing.REFUSED, GERMANY),
        "Germany does not agree to mediation in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : l'Allemagne refuse la médiation.",
    ),
    (
        failed(Failing.UNANSWERED),
        "The proposal of mediation in the dispute “The Sudeten question” lapses unanswered.",
        "Différend « La question des Sudètes » : proposition restée sans réponse (la médiation).",
    ),
    (
        failed(Failing.FRUITLESS),
        "The procedure ends without result in the dispute “The Sudeten question”: mediation.",
        "Différend « La question des Sudètes » : fin de la procédure sans résultat (la médiation).",
    ),
    (
        e.TermsOffered(dispute=QUESTION, offer=Offer(by=UK, in_favour=GERMANY)),
        "The United Kingdom puts terms in the dispute “The Sudeten question”: it is to be settled in favour of Germany.",
        "Différend « La question des Sudètes » : le Royaume-Uni propose un règlement en faveur de l'Allemagne.",
    ),
    (
        e.TermsAnswered(dispute=QUESTION, power=CZECHO, accept=True),
        "Czechoslovakia accepts the terms put in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie accepte les termes proposés.",
    ),
    (
        e.TermsAnswered(dispute=QUESTION, power=CZECHO, accept=False),
        "Czechoslovakia rejects the terms put in the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie rejette les termes proposés.",
    ),
    (
        e.FactsReported(dispute=QUESTION, fact=Fact(by=UK, responsible=GERMANY, turn=0)),
        "The United Kingdom reports on the facts in the dispute “The Sudeten question” and holds Germany responsible.",
        "Différend « La question des Sudètes » : le Royaume-Uni rend compte des faits et tient pour responsable l'Allemagne.",
    ),
    (
        e.FactsReported(dispute=QUESTION, fact=Fact(by=UK, responsible=None, turn=0)),
        "The United Kingdom reports on the facts in the dispute “The Sudeten question”: nobody is found responsible.",
        "Différend « La question des Sudètes » : le Royaume-Uni rend compte des faits ; nul n'est tenu pour responsable.",
    ),
    (
        e.AwardGiven(dispute=QUESTION, award=Award(procedure=Procedure.ARBITRATION, by=UK, in_favour=CZECHO, turn=0)),
        "The United Kingdom gives an award in the dispute “The Sudeten question”, in favour of Czechoslovakia.",
        "Différend « La question des Sudètes » : le Royaume-Uni rend une sentence en faveur de la Tchécoslovaquie.",
    ),
    (
        e.AwardGiven(dispute=QUESTION, award=Award(procedure=Procedure.JUDICIAL_SETTLEMENT, by=None, in_favour=CZECHO, turn=0)),
        "The Court gives judgment in the dispute “The Sudeten question”, in favour of Czechoslovakia.",
        "Différend « La question des Sudètes » : la Cour rend un arrêt en faveur de la Tchécoslovaquie.",
    ),
    (
        report(Force.UNANIMOUS, CZECHO),
        (
            "The Council of the League reports on the dispute “The Sudeten question” with the agreement of all but the parties, "
            "in favour of Czechoslovakia: no member may go to war with a party that complies."
        ),
        (
            "Différend « La question des Sudètes » : rapport accepté par tous hors les parties (Conseil de la Société), en faveur de la "
            "Tchécoslovaquie ; nul membre ne peut faire la guerre à la partie qui s'y conforme."
        ),
    ),
    (
        report(Force.MAJORITY),
        "The Council of the League reports on the dispute “The Sudeten question” by a majority only: the members keep their freedom of action.",
        "Différend « La question des Sudètes » : rapport de majorité seulement (Conseil de la Société) ; les membres gardent leur liberté d'action.",
    ),
    (
        report(Force.DOMESTIC),
        "The Council of the League reports that the dispute “The Sudeten question” is a matter of domestic jurisdiction, and recommends nothing.",
        (
            "Différend « La question des Sudètes » : l'affaire relève de la compétence intérieure d'une partie ; rien n'est recommandé (Conseil de la "
            "Société)."
        ),
    ),
    (
        report(Force.RECOMMENDED, GERMANY),
        "The Council of the League makes a recommendation on the dispute “The Sudeten question”, in favour of Germany.",
        "Différend « La question des Sudètes » : recommandation adoptée (Conseil de la Société), en faveur de l'Allemagne.",
    ),
    (
        e.ReportAnswered(dispute=QUESTION, power=CZECHO, accept=True),
        "Czechoslovakia undertakes to comply with the report on the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie s'engage à se conformer au rapport.",
    ),
    (
        e.ReportAnswered(dispute=QUESTION, power=CZECHO, accept=False),
        "Czechoslovakia no longer complies with the report on the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : la Tchécoslovaquie ne se conforme plus au rapport.",
    ),
    (
        e.DisputeSettled(dispute=QUESTION, in_favour=GERMANY),
        "The dispute “The Sudeten question” is settled in favour of Germany.",
        "Le différend « La question des Sudètes » est réglé en faveur de l'Allemagne.",
    ),
    (
        e.DutiesAnswered(dispute=QUESTION, power=GERMANY, accept=True),
        "Germany accepts the duties of a member for the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : l'Allemagne accepte les obligations d'un membre.",
    ),
    (
        e.DutiesAnswered(dispute=QUESTION, power=GERMANY, accept=False),
        "Germany refuses the duties of a member for the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : l'Allemagne refuse les obligations d'un membre.",
    ),
    (
        war(None),
        "Germany resorts to war over the dispute “The Sudeten question”.",
        "Différend « La question des Sudètes » : l'Allemagne recourt à la guerre.",
    ),
    (
        war("covenant_12"),
        "Germany resorts to war over the dispute “The Sudeten question”, in disregard of Article 12 of the Covenant.",
        "Différend « La question des Sudètes » : l'Allemagne recourt à la guerre au mépris d'un engagement (l'article 12 du Pacte).",
    ),
    (
        e.DefenceReported(organ=COUNCIL, power=FRANCE, against=GERMANY),
        "France reports to the Council of the League that it acts in self-defence against Germany (Article 51 of the Charter).",
        "La France rend compte au Conseil de la Société de sa légitime défense contre l'Allemagne (article 51 de la Charte).",
    ),
]


def test_every_kind_of_event_is_looked_at_here() -> None:
    assert {type(event) for event, _, _ in TOLD} == set(get_args(e.DisputeEvent))


@pytest.mark.parametrize(("event", "english", "french"), TOLD, ids=[f"{n}-{type(t[0]).__name__}" for n, t in enumerate(TOLD)])
def test_an_event_is_told_in_one_plain_sentence(event: e.DisputeEvent, english: str, french: str) -> None:
    assert tell(event, EN, SETTING, {}, DOCKET) == english
    told = tell(event, FR, SETTING, {}, DOCKET)
    assert told is not None and told.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'") == french


def test_every_means_has_its_name_and_every_engagement_its_words() -> None:
    assert [p for p in Procedure if not knows(f"means_of.{p.value}")] == []
    articles = ("covenant_12", "covenant_13", "covenant_15", "charter_2", "charter_51", "charter_53", "award", "report", "settlement")
    assert [a for a in articles if not knows(f"engagement.{a}")] == []
    voice = Speaker(SETTING, FR)
    assert [source_label(ArticleId(a), voice) for a in ("covenant_12", "award")] == ["article 12", "la sentence"]
