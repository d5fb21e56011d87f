"""Every event is told in one sentence in both languages, but for what only the umpire keeps book of."""

import datetime as dt
from typing import get_args

import pytest
from attrs import evolve as with_

from engine import events as e
from engine.clauses import Cession, Declaration, MutualAssistance, NonAggression
from engine.clauses.cession import Stage
from engine.clauses.non_aggression import FORCE
from engine.clauses.recognition import ANNEXING
from engine.crisis import (
    Band,
    Crisis,
    DemandAssent,
    DemandCession,
    DemandStandDown,
    ForceLine,
    Opening,
    Peace,
    Road,
    Stance,
    Ultimatum,
    UltimatumState,
    War,
    Way,
)
from engine.duties import Assist, Cede, Forces, Refrain, Render
from engine.events import CouncilEvent, DisputeEvent
from engine.happenings import Arms, Deed, Means
from engine.messages import Attitude, Phrase, Regarding
from engine.names import ArticleId, ChoiceId, EndingId, EventId, ObjectiveId, Power, TreatyId
from engine.orders import Attack, HandOver, Leak, Mobilise, Readiness, Sanction, StandDown
from engine.plot import Briefing, Plot
from engine.postures import Aid, Posture, PostureKind
from engine.reservations import Reservation
from engine.texts.chronicle import said, tell
from engine.treaty import Answer, Article, End, Signature, Version, Vice
from engine.voting import Ballot, Matter, Question, Roll, Verdict, tally
from engine.voting.rules import AGREEMENT_OF_ALL
from tests.engine.atlas import (
    CZECHO,
    EN,
    ENGLISH,
    FR,
    FRANCE,
    FRENCH,
    GERMANY,
    OCTOBER,
    SETTING,
    TESCHEN,
    UK,
    USA,
    USSR,
    ZONE,
    both,
    treaty_of,
)

PACT = treaty_of(
    MutualAssistance(),
    Cession(ceder=CZECHO, receiver=GERMANY, stages=(Stage(stake=ZONE, by=OCTOBER),)),
    NonAggression(),
)
IDENT = TreatyId("pact")
ONE, TWO, THREE = (ArticleId(a) for a in ("a1", "a2", "a3"))
TREATIES = {IDENT: PACT}
WAR = War(
    attackers=(GERMANY,),
    defenders=(CZECHO, FRANCE),
    turn=1,
    band=Band.STALEMATE,
    attack=(ForceLine(power=GERMANY, divisions=37, road=Road(way=Way.FRONTIER, along=(CZECHO,))),),
    defence=(
        ForceLine(power=CZECHO, divisions=36, road=Road(way=Way.FRONTIER, along=(GERMANY,))),
        ForceLine(power=FRANCE, divisions=0, road=Road(way=Way.NONE)),
    ),
)


def verdict(*, for_: tuple[Power, ...] = (), against: tuple[Power, ...] = (), abstain: tuple[Power, ...] = ()) -> Verdict:
    ballots = dict.fromkeys(for_, Ballot.FOR) | dict.fromkeys(against, Ballot.AGAINST) | dict.fromkeys(abstain, Ballot.ABSTAIN)
    return tally(AGREEMENT_OF_ALL, Question(matter=Matter.SUBSTANTIVE), ballots, Roll(members=tuple(ballots)))


def ultimatum(demand: DemandCession | DemandAssent | DemandStandDown) -> e.UltimatumIssued:
    """Germany demands something of Czechoslovakia by 1 October."""
    return e.UltimatumIssued(ultimatum=Ultimatum(issuer=GERMANY, target=CZECHO, demand=demand, expires=1))


SILENT: list[e.Event] = [
    e.PlotLaid(plot=Plot(seed=1)),
    e.EventFired(event=EventId("storm"), happened=True),
    e.MemoryKept(power=FRANCE, memory={}),
    e.DeadlineSet(at=None),
]

CONTINGENT = Assist(debtor=UK, creditor=CZECHO, forces=Forces(divisions=30, days=15))
NOTICE = Render(debtor=USA, creditor=FRANCE, deed=Deed.NOTIFY, toward=FRANCE, matter="treaties", standing=True)

TOLD: list[tuple[e.Event, str, str]] = [
    (e.GameFounded(setting=SETTING), "The game opens: Atlas.", "La partie s'ouvre : Atlas."),
    (
        e.BriefingGiven(power=USA, briefing=Briefing()),
        "The delegation of the United States reads its instructions.",
        "La délégation des États-Unis lit ses instructions.",
    ),
    (e.TurnOpened(turn=1), "1 October 1938: The first zone.", "1er octobre 1938 : La première zone."),
    (e.PhaseOpened(phase=e.Phase.TALKS), "The talks open.", "Les pourparlers s'ouvrent."),
    (e.ClockPaused(paused=True), "The clock is stopped.", "L'horloge est arrêtée."),
    (e.ClockPaused(paused=False), "The clock runs again.", "L'horloge repart."),
    (
        e.NewsArrived(event=EventId("storm"), title=both("A storm.", "Un orage."), text=both("It rains.", "Il pleut.")),
        "A storm. It rains.",
        "Un orage. Il pleut.",
    ),
    (
        e.NewsArrived(event=EventId("storm"), title=both("A storm", "Un orage"), text={}, asks=USSR),
        "A storm [The Soviet Union must answer.]",
        "Un orage [Réponse attendue de l'URSS.]",
    ),
    (
        e.ChoiceMade(event=EventId("storm"), power=UK, choice=ChoiceId("wait"), label=both("wait", "attendre")),
        "The United Kingdom decides: “wait”.",
        "Le Royaume-Uni décide : « attendre ».",
    ),
    (e.TrackMoved(track="tension", value=55, why="mobilisation"), "Tension: 55 (a mobilisation).", "Tension : 55 (une mobilisation)."),
    (e.TrackMoved(track="france.support", value=40, why="storm"), "Support (France): 40.", "Soutien (France) : 40."),
    (
        e.TrackMoved(track="france.trust.ussr", value=40, why="breach"),
        "Trust (France towards Soviet Union): 40 (a promise broken).",
        "Confiance (France envers URSS) : 40 (une promesse rompue).",
    ),
    (
        e.FullPowersIssued(power=UK),
        "The delegation of the United Kingdom receives full powers: its signature binds the State from now on (VCLT 7).",
        "La délégation du Royaume-Uni reçoit ses pleins pouvoirs : sa signature engage désormais l'État (CVDT 7).",
    ),
    (
        e.FullPowersRecalled(power=CZECHO),
        "The full powers of the delegation of Czechoslovakia are recalled: from now on it signs only ad referendum (VCLT 12).",
        "La délégation de la Tchécoslovaquie se voit retirer ses pleins pouvoirs : elle ne signe plus qu'ad referendum (CVDT 12).",
    ),
    (
        e.MinisterReplaced(power=CZECHO, office="premier", by="Syrový"),
        "Syrový takes office in Czechoslovakia as premier.",
        "Syrový entre en fonctions en Tchécoslovaquie comme chef du gouvernement.",
    ),
    (
        e.ArmsChanged(power=USA, arms=Arms.SUBMARINES, number=21),
        "The United States arms: now 21 submarines.",
        "Les États-Unis arment : désormais 21 sous-marins.",
    ),
    (
        e.ArmsChanged(power=UK, arms=Arms.TONNAGE, number=1, scrapped=True),
        "The United Kingdom disarms: now 1 ton of warships.",
        "Le Royaume-Uni désarme : désormais 1 tonne de bâtiments de guerre.",
    ),
    (
        e.PostureTaken(posture=Posture(kind=PostureKind.DEPLOYED, by=GERMANY, at=ZONE)),
        "Germany moves troops to Zone I.",
        "L'Allemagne envoie des troupes vers la zone I.",
    ),
    (
        e.PostureEnded(posture=Posture(kind=PostureKind.BLOCKADING, by=UK, toward=GERMANY)),
        "The United Kingdom lifts the blockade of Germany.",
        "Le Royaume-Uni lève le blocus de l'Allemagne.",
    ),
    (
        e.PostureTaken(posture=Posture(kind=PostureKind.CLOSING, by=UK, toward=USSR, at=ZONE)),
        "The United Kingdom shuts Zone I to the Soviet Union.",
        "Le Royaume-Uni ferme la zone I à l'URSS.",
    ),
    (
        e.PostureTaken(posture=Posture(kind=PostureKind.PATROLLING, by=USA, at=ZONE)),
        "The United States patrols Zone I.",
        "Les États-Unis assurent la patrouille de la zone I.",
    ),
    (
        e.PostureTaken(posture=Posture(kind=PostureKind.FIGHTING, by=USA, toward=GERMANY, divisions=2)),
        "The United States has 2 divisions in the war against Germany.",
        "Les États-Unis ont 2 divisions dans la guerre contre l'Allemagne.",
    ),
    (
        e.PostureEnded(posture=Posture(kind=PostureKind.FIGHTING, by=UK, toward=GERMANY)),
        "The United Kingdom calls home the contingent sent against Germany.",
        "Le Royaume-Uni rappelle le contingent envoyé contre l'Allemagne.",
    ),
    (
        e.AidSent(aid=Aid(by=USSR, to=CZECHO, means=Means.ARMS, turn=0)),
        "The Soviet Union sends arms to Czechoslovakia.",
        "L'URSS envoie des armes à la Tchécoslovaquie.",
    ),
    (
        e.AidExposed(aid=Aid(by=USA, to=FRANCE, means=Means.FUNDS, turn=0)),
        "It comes to light that the United States has sent funds to France.",
        "On apprend que les États-Unis ont envoyé des fonds à la France.",
    ),
    (
        e.IntelligenceGained(power=UK, target=GERMANY, found=False),
        "The services of the United Kingdom learn nothing about Germany.",
        "Les services du Royaume-Uni n'apprennent rien sur l'Allemagne.",
    ),
    (
        e.IntelligenceGained(
            power=UK, target=GERMANY, found=True, orders=(Attack(CZECHO), Leak(TreatyId("talks"))), texts=(treaty_of(NonAggression()),)
        ),
        "The services of the United Kingdom report on Germany; orders: attack Czechoslovakia and leak “talks” to the press; secret texts: Pact.",
        (
            "Rapport des services du Royaume-Uni sur l'Allemagne ; ordres : attaquer la Tchécoslovaquie et livrer « talks » à la presse ; "
            "textes secrets : Pacte."
        ),
    ),
    (
        e.AgentCaught(power=UK, target=GERMANY),
        "Agents of the United Kingdom are caught spying on Germany.",
        "Des agents du Royaume-Uni sont pris à espionner l'Allemagne.",
    ),
    (
        e.LeakTraced(power=USA, treaty=IDENT),
        "It comes out that the United States let the press have “Pact”.",
        "On apprend que les États-Unis ont livré « Pacte » à la presse.",
    ),
    (
        e.CampaignHeld(power=USA),
        "The United States speaks for its policy at home.",
        "Les États-Unis défendent leur politique à l'intérieur.",
    ),
    (
        e.CrisisOpened(
            crisis=Crisis(mover=GERMANY, target=CZECHO, opening=Opening.OCCUPATION, over=frozenset({ZONE, TESCHEN}), called=frozenset())
        ),
        "Germany is about to occupy Teschen and Zone I, held by Czechoslovakia.",
        "L'Allemagne est sur le point d'occuper ce que la Tchécoslovaquie détient : le territoire de Teschen et la zone I.",
    ),
    (
        e.CrisisOpened(crisis=Crisis(mover=GERMANY, target=FRANCE, opening=Opening.DEPLOYMENT, over=frozenset({ZONE}), called=frozenset())),
        "The troops of Germany at Zone I are where a treaty with France forbids them.",
        "Les troupes de l'Allemagne sont là où un traité avec la France les interdit : la zone I.",
    ),
    (
        e.CrisisOpened(crisis=Crisis(mover=GERMANY, target=FRANCE, through=USA, called=frozenset())),
        "Germany is about to use force against France, and to pass through the United States.",
        "L'Allemagne est sur le point d'user de la force contre la France, et de passer par les États-Unis.",
    ),
    (
        e.SanctionApplied(power=USA, target=GERMANY, sanction=Sanction.OIL),
        "The United States refuses oil to Germany.",
        "Les États-Unis refusent le pétrole à l'Allemagne.",
    ),
    (
        e.SanctionApplied(power=UK, target=USSR, sanction=Sanction.GENERAL),
        "The United Kingdom breaks off all trade with the Soviet Union.",
        "Le Royaume-Uni rompt tout commerce avec l'URSS.",
    ),
    (
        e.SanctionLifted(power=FRANCE, target=GERMANY, sanction=Sanction.DIPLOMATIC),
        "France resumes relations with Germany.",
        "La France rétablit ses relations avec l'Allemagne.",
    ),
    (
        e.ReadinessChanged(power=CZECHO, step=Readiness.GENERAL),
        "General mobilisation in Czechoslovakia.",
        "Mobilisation générale en Tchécoslovaquie.",
    ),
    (
        e.ReadinessChanged(power=USSR, step=Readiness.PEACE),
        "The forces of the Soviet Union return to peace footing.",
        "Les forces de l'URSS reviennent au pied de paix.",
    ),
    (
        e.MessageSent(by=UK, to=frozenset({USSR, USA}), text="Where do you stand?"),
        "The United Kingdom to the Soviet Union and the United States: “Where do you stand?”",
        "Le Royaume-Uni à l'URSS et aux États-Unis : « Where do you stand? »",
    ),
    (
        e.MessageSent(by=FRANCE, to=frozenset(), text="We stand firm."),
        "France to the press: “We stand firm.”",
        "La France à la presse : « We stand firm. »",
    ),
    (
        e.MessageSent(
            by=FRANCE,
            to=frozenset({GERMANY}),
            phrase=Phrase(code="refuse_price_too_high", treaty=IDENT, article=TWO),
            regarding=Regarding(treaty=IDENT, version=1, article=TWO, attitude=Attitude.REFUSE),
        ),
        "France to Germany: “The price is too high: Article 2. We cannot accept ‘Pact’.” (“Pact”, Article 2: refused)",
        (
            "La France à l'Allemagne : « Le prix est trop élevé : l'article 2. Nous ne pouvons accepter “Pacte”. » "
            "(« Pacte », article 2 : refusé)"
        ),
    ),
    (
        e.MessageSent(by=FRANCE, to=frozenset({GERMANY}), regarding=Regarding(treaty=IDENT, version=1, attitude=Attitude.ACCEPT)),
        "France to Germany: “Pact”: accepted.",
        "La France à l'Allemagne : « Pacte » : accepté.",
    ),
    (e.TreatyShown(treaty=PACT, how="standing"), "In force at the opening: “Pact”.", "En vigueur à l'ouverture : « Pacte »."),
    (e.TreatyShown(treaty=PACT, how="published"), "“Pact” is published.", "Le texte « Pacte » est publié."),
    (
        e.TreatyTabled(treaty=IDENT, by=USA, negotiators=(FRANCE, USA, UK)),
        "The United States tables “Pact” before France and the United Kingdom.",
        "Les États-Unis déposent « Pacte » devant la France et le Royaume-Uni.",
    ),
    (
        e.VersionProposed(treaty=IDENT, version=Version(number=2, by=USSR, base=1, articles=()), initials=frozenset()),
        "The Soviet Union proposes version 2 of “Pact”.",
        "L'URSS propose la version 2 de « Pacte ».",
    ),
    (
        e.VersionInitialled(treaty=IDENT, version=2, power=FRANCE),
        "France initials version 2 of “Pact”.",
        "La France paraphe la version 2 de « Pacte ».",
    ),
    (
        e.TreatyAdopted(treaty=IDENT, version=2),
        "The text of “Pact” is adopted (version 2).",
        "Le texte « Pacte » est adopté (version 2).",
    ),
    (e.TreatyWithdrawn(treaty=IDENT, by=UK), "The United Kingdom withdraws “Pact”.", "Le Royaume-Uni retire « Pacte »."),
    (
        e.TreatySigned(treaty=IDENT, power=FRANCE, signature=Signature(turn=1)),
        "France signs “Pact”.",
        "La France signe « Pacte ».",
    ),
    (
        e.TreatySigned(
            treaty=IDENT, power=USA, signature=Signature(turn=1, reservations=(Reservation(article=THREE), Reservation(article=ONE)))
        ),
        "The United States signs “Pact”, reserving Article 1 and Article 3.",
        "Les États-Unis signent « Pacte », avec réserve sur l'article premier et l'article 3.",
    ),
    (e.TreatyRatified(treaty=IDENT, power=USSR), "The Soviet Union ratifies “Pact”.", "L'URSS ratifie « Pacte »."),
    (
        e.AssentGiven(treaty=IDENT, power=CZECHO),
        "Czechoslovakia accepts in writing what “Pact” asks of it.",
        "La Tchécoslovaquie accepte par écrit ce que demande « Pacte ».",
    ),
    (
        e.TreatyEnteredIntoForce(treaty=IDENT, parties=frozenset({USSR, FRANCE}), turn=1),
        "“Pact” enters into force between France and the Soviet Union.",
        "Le texte « Pacte » entre en vigueur entre la France et l'URSS.",
    ),
    (
        e.PartyJoined(treaty=IDENT, power=USA),
        "“Pact” enters into force for the United States.",
        "Le texte « Pacte » entre en vigueur à l'égard des États-Unis.",
    ),
    (
        e.TreatySigned(treaty=IDENT, power=UK, signature=Signature(turn=1, ad_referendum=True)),
        "The United Kingdom signs “Pact” ad referendum, subject to confirmation.",
        "Le Royaume-Uni signe « Pacte » ad referendum.",
    ),
    (
        e.SignatureConfirmed(treaty=IDENT, power=UK),
        "The United Kingdom confirms its signature of “Pact”.",
        "Le Royaume-Uni confirme la signature de « Pacte ».",
    ),
    (
        e.ReservationAnswered(treaty=IDENT, reserver=USSR, power=USA, answer=Answer.ACCEPTED),
        "The United States accepts the reservations of the Soviet Union to “Pact”.",
        "Les États-Unis acceptent les réserves de l'URSS à « Pacte ».",
    ),
    (
        e.ReservationWithdrawn(treaty=IDENT, power=USA, article=ArticleId("a1")),
        "The United States withdraws its reservations to Article 1 of “Pact”.",
        "Les États-Unis retirent leurs réserves à « Pacte » (article premier).",
    ),
    (
        e.NullityInvoked(treaty=IDENT, power=USA),
        "The United States holds its consent to “Pact” to be void, as procured by the threat or use of force.",
        "Les États-Unis tiennent pour nul leur consentement à « Pacte », obtenu par la menace ou l'emploi de la force.",
    ),
    (
        e.NullityInvoked(treaty=IDENT, power=USA, ground=Vice.FRAUD),
        "The United States holds its consent to “Pact” to be void, as obtained by deceit.",
        "Les États-Unis tiennent pour nul leur consentement à « Pacte », surpris par dol.",
    ),
    (
        e.ConsentFoundVoid(treaty=IDENT, power=USA),
        (
            "The facilitator finds that the consent of the United States to “Pact” was procured by the threat or use of force, "
            "and that it is void (VCLT 52)."
        ),
        (
            "L'animateur constate que le consentement des États-Unis à « Pacte » a été obtenu par la menace ou l'emploi de la force, "
            "et qu'il est nul (CVDT 52)."
        ),
    ),
    (
        e.ConsentFoundVoid(treaty=IDENT, power=UK, ground=Vice.FRAUD),
        "The facilitator finds that the consent of the United Kingdom to “Pact” was obtained by deceit, and that it is void (VCLT 49).",
        "L'animateur constate que le consentement du Royaume-Uni à « Pacte » a été surpris par dol, et qu'il est nul (CVDT 49).",
    ),
    (
        e.ReservationAnswered(treaty=IDENT, reserver=UK, power=USA, answer=Answer.OBJECTED),
        "The United States objects to the reservations of the United Kingdom to “Pact”.",
        "Les États-Unis font objection aux réserves du Royaume-Uni à « Pacte ».",
    ),
    (
        e.ReservationAnswered(treaty=IDENT, reserver=USA, power=FRANCE, answer=Answer.REFUSED),
        "France objects to the reservations of the United States and refuses treaty relations under “Pact”.",
        "La France fait objection aux réserves des États-Unis à « Pacte » et refuse toute relation conventionnelle.",
    ),
    (
        e.RatificationFailed(treaty=IDENT, power=USA, turn=1),
        "Ratification of “Pact” fails in the United States.",
        "La ratification de « Pacte » échoue aux États-Unis.",
    ),
    (
        e.AccessionInvited(treaty=IDENT, by=FRANCE, guest=USSR),
        "France invites the Soviet Union to accede to “Pact”.",
        "La France invite l'URSS à adhérer à « Pacte ».",
    ),
    (
        e.AccessionOpened(treaty=IDENT, guest=USA),
        "All parties have invited the United States to accede to “Pact”.",
        "Toutes les parties ont invité les États-Unis à adhérer à « Pacte ».",
    ),
    (
        e.TreatyAcceded(treaty=IDENT, power=USA, signature=Signature(turn=1, reservations=(Reservation(article=TWO),))),
        "The United States accedes to “Pact”, reserving Article 2.",
        "Les États-Unis adhèrent à « Pacte », avec réserve sur l'article 2.",
    ),
    (e.TreatyRegistered(treaty=IDENT, power=UK), "The United Kingdom has “Pact” registered.", "Le Royaume-Uni fait enregistrer « Pacte »."),
    (
        e.DenunciationRevoked(treaty=IDENT, power=GERMANY),
        "Germany takes back its denunciation of “Pact”.",
        "L'Allemagne revient sur sa dénonciation de « Pacte ».",
    ),
    (
        e.TreatyDenounced(treaty=IDENT, power=GERMANY, effective=dt.date(1938, 10, 1)),
        "Germany denounces “Pact”, with effect from 1 October 1938.",
        "L'Allemagne dénonce « Pacte » avec effet au 1er octobre 1938.",
    ),
    (
        e.TreatyDenounced(treaty=IDENT, power=GERMANY, effective=dt.date(1946, 3, 2)),
        "Germany denounces “Pact”, with effect from 2 March 1946.",
        "L'Allemagne dénonce « Pacte » avec effet au 2 mars 1946.",
    ),
    (
        e.EndAgreed(treaty=IDENT, power=USA),
        "The United States agrees that “Pact” should end.",
        "Les États-Unis consentent à l'extinction de « Pacte ».",
    ),
    (
        e.BreachProtested(treaty=IDENT, power=FRANCE, against=USSR),
        "France protests against the breach of “Pact” by the Soviet Union.",
        "La France proteste contre la violation de « Pacte » par l'URSS.",
    ),
    (
        e.BreachProtested(treaty=IDENT, power=FRANCE, against=USSR, meanwhile=True),
        "France protests: the Soviet Union defeated the object of “Pact” before its entry into force (VCLT 18).",
        "La France proteste contre l'atteinte portée par l'URSS à l'objet de « Pacte » avant son entrée en vigueur (CVDT 18).",
    ),
    (
        e.PurposeDefeated(article=THREE, treaty=IDENT, duty=Refrain(debtor=FRANCE, creditor=UK, toward=UK, deeds=FORCE)),
        "France attacks the United Kingdom in spite of Article 3 of “Pact”, which is signed and not yet in force between the two: that defeats the object of the treaty (VCLT 18).",
        "La France attaque le Royaume-Uni au mépris de « Pacte » (article 3), qui n'est pas encore en vigueur entre les deux : c'est priver le traité de son objet (CVDT 18).",
    ),
    (
        e.PurposeDefeated(article=THREE, treaty=IDENT, duty=Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=OCTOBER)),
        "Czechoslovakia hands Zone I over to another, in spite of Article 3 of “Pact”, made with Germany, which is signed and not yet in force between the two: that defeats the object of the treaty (VCLT 18).",
        "La Tchécoslovaquie remet à un tiers la zone I, malgré la promesse faite à l'Allemagne dans « Pacte » (article 3), qui n'est pas encore en vigueur entre les deux : c'est priver le traité de son objet (CVDT 18).",
    ),
    (
        e.AidCalledFor(article=THREE, treaty=IDENT, duty=CONTINGENT, foe=GERMANY, due=1),
        "The United Kingdom is to come to the aid of Czechoslovakia against Germany by the close of 1 October 1938 (“Pact”, Article 3).",
        "Le Royaume-Uni doit porter secours à la Tchécoslovaquie contre l'Allemagne avant la clôture du 1er octobre 1938 (« Pacte », article 3).",
    ),
    (
        e.GuarantorsCalled(treaty=IDENT, power=FRANCE, against=USSR, broken=IDENT, article=ArticleId("a1")),
        "France calls upon its guarantors under “Pact”: the Soviet Union broke “Pact”, Article 1.",
        "La France fait appel à ses garants en vertu de « Pacte » : l'URSS a violé « Pacte », article premier.",
    ),
    (
        e.OperationSuspended(treaty=IDENT, power=FRANCE, against=USSR),
        "France suspends “Pact” towards the Soviet Union for breach.",
        "La France suspend « Pacte » à l'égard de l'URSS pour violation.",
    ),
    (
        e.OperationResumed(treaty=IDENT, power=FRANCE, against=USA),
        "France lets “Pact” operate again towards the United States.",
        "La France remet « Pacte » en application à l'égard des États-Unis.",
    ),
    (
        e.TerminationInvoked(treaty=IDENT, power=USA, against=GERMANY),
        "The United States invokes a breach of Germany as a ground for ending “Pact”.",
        "Les États-Unis invoquent une violation de la part de l'Allemagne pour mettre fin à « Pacte ».",
    ),
    (
        e.PartyLeft(treaty=IDENT, power=UK, how=End.DENOUNCED),
        "The denunciation of “Pact” takes effect: the United Kingdom is no longer bound.",
        "La dénonciation de « Pacte » prend effet à l'égard du Royaume-Uni.",
    ),
    (
        e.TreatyRenewed(treaty=IDENT, until=dt.date(1938, 10, 1)),
        "“Pact” is tacitly renewed until 1 October 1938.",
        "« Pacte » est renouvelé par tacite reconduction jusqu'au 1er octobre 1938.",
    ),
    (e.TreatyEnded(treaty=IDENT, how=End.EXPIRED), "“Pact” expires.", "« Pacte » vient à expiration."),
    (
        e.TreatyEnded(treaty=IDENT, how=End.FELL),
        "“Pact” ends with the treaty to which it was annexed.",
        "« Pacte » prend fin avec le traité auquel il était annexé.",
    ),
    (
        ultimatum(DemandCession((ZONE, TESCHEN))),
        "Germany demands of Czechoslovakia the cession of Zone I and Teschen, by the close of 1 October 1938.",
        (
            "L'Allemagne exige de la Tchécoslovaquie la cession de la zone I et du territoire de Teschen, avant la clôture du "
            "1er octobre 1938."
        ),
    ),
    (
        ultimatum(DemandAssent(IDENT)),
        "Germany demands of Czechoslovakia assent in writing to “Pact”, by the close of 1 October 1938.",
        "L'Allemagne exige de la Tchécoslovaquie un assentiment écrit au texte « Pacte », avant la clôture du 1er octobre 1938.",
    ),
    (
        ultimatum(DemandStandDown()),
        "Germany demands of Czechoslovakia the return of its forces to peace footing, by the close of 1 October 1938.",
        "L'Allemagne exige de la Tchécoslovaquie le retour de ses forces au pied de paix, avant la clôture du 1er octobre 1938.",
    ),
    (
        e.UltimatumAnswered(issuer=GERMANY, target=CZECHO, state=UltimatumState.REJECTED),
        "Czechoslovakia rejects the ultimatum of Germany.",
        "La Tchécoslovaquie rejette l'ultimatum de l'Allemagne.",
    ),
    (
        e.UltimatumAnswered(issuer=UK, target=USA, state=UltimatumState.ACCEPTED),
        "The United States accepts the ultimatum of the United Kingdom.",
        "Les États-Unis acceptent l'ultimatum du Royaume-Uni.",
    ),
    (
        e.UltimatumClosed(issuer=USA, target=UK),
        "The ultimatum of the United States to the United Kingdom is off the table.",
        "L'ultimatum des États-Unis au Royaume-Uni n'est plus sur la table.",
    ),
    (e.ReadySignalled(power=USSR, ready=True), "The Soviet Union is done with the talks.", "L'URSS a achevé les pourparlers."),
    (e.ReadySignalled(power=USSR, ready=False), "The Soviet Union is not yet done with the talks.", "L'URSS reprend les pourparlers."),
    (e.OrdersCommitted(power=USA), "The United States has sealed its orders.", "Les États-Unis ont scellé leurs ordres."),
    (e.OrdersSealed(power=FRANCE, orders=()), "France gives no order.", "La France ne donne aucun ordre."),
    (
        e.OrdersSealed(power=GERMANY, orders=(Mobilise(Readiness.GENERAL), Attack(USSR))),
        "Orders of Germany: mobilise: general mobilisation; attack the Soviet Union.",
        "Ordres de l'Allemagne : décréter la mobilisation générale ; attaquer l'URSS.",
    ),
    (
        e.OrdersSealed(power=CZECHO, orders=(StandDown(Readiness.PEACE), HandOver(treaty=IDENT, article=TWO, stake=ZONE))),
        "Orders of Czechoslovakia: stand down: peace footing; hand over Zone I (“Pact”).",
        "Ordres de la Tchécoslovaquie : revenir au pied de paix ; remettre la zone I (« Pacte »).",
    ),
    (
        e.StakeTransferred(stake=ZONE, holder=GERMANY, treaty=IDENT, article=TWO),
        "Zone I passes to Germany under Article 2 of “Pact”.",
        "Transfert à l'Allemagne : la zone I (« Pacte », article 2).",
    ),
    (
        e.StakeTransferred(stake=TESCHEN, holder=UK),
        "Teschen passes to the United Kingdom.",
        "Transfert au Royaume-Uni : le territoire de Teschen.",
    ),
    (
        e.StakeTransferred(stake=TESCHEN, holder=UK, confirmed=True),
        "Teschen stays with the United Kingdom: the question is settled.",
        "Maintien au Royaume-Uni : le territoire de Teschen. La question est réglée.",
    ),
    (
        e.ObligationPerformed(article=TWO, treaty=IDENT, duty=Cede(debtor=CZECHO, creditor=GERMANY, stake=ZONE, by=OCTOBER)),
        "Czechoslovakia hands over Zone I to Germany, as Article 2 of “Pact” requires.",
        "La Tchécoslovaquie remet la zone I à l'Allemagne, comme le veut « Pacte » (article 2).",
    ),
    (
        e.ObligationPerformed(article=ONE, treaty=IDENT, duty=Assist(debtor=USA, creditor=USSR)),
        "The United States comes to the aid of the Soviet Union, as Article 1 of “Pact” requires.",
        "Les États-Unis portent secours à l'URSS, comme le veut « Pacte » (article premier).",
    ),
    (
        e.ObligationBreached(article=THREE, treaty=IDENT, duty=Refrain(debtor=FRANCE, creditor=UK, toward=UK, deeds=FORCE)),
        "France uses force against the United Kingdom, in breach of Article 3 of “Pact”.",
        "La France use de la force contre le Royaume-Uni, en violation de « Pacte » (article 3).",
    ),
    (
        e.ObligationBreached(article=THREE, treaty=IDENT, duty=CONTINGENT, sent=0),
        "The United Kingdom has sent none of the divisions promised to Czechoslovakia, in breach of Article 3 of “Pact”.",
        "Le Royaume-Uni n'a envoyé à la Tchécoslovaquie aucune des divisions promises, en violation de « Pacte » (article 3).",
    ),
    (
        e.ContingentAwaited(article=THREE, treaty=IDENT, duty=with_(CONTINGENT, forces=Forces(divisions=1)), foe=GERMANY, sent=0, due=1),
        "The United Kingdom has not sent the division promised to Czechoslovakia (Article 3 of “Pact”); it is due by the close of 1 October 1938.",
        "Le Royaume-Uni n'a envoyé à la Tchécoslovaquie aucune division alors qu'une était promise (« Pacte », article 3) ; elle est due avant la clôture du 1er octobre 1938.",
    ),
    (
        e.ContingentAwaited(article=THREE, treaty=IDENT, duty=CONTINGENT, foe=GERMANY, sent=10, due=1),
        "The United Kingdom has sent 10 of the 30 divisions promised to Czechoslovakia (Article 3 of “Pact”); the rest is due by the close of 1 October 1938.",
        "Le Royaume-Uni a envoyé à la Tchécoslovaquie 10 divisions sur 30 promises (« Pacte », article 3) ; le reste est dû avant la clôture du 1er octobre 1938.",
    ),
    (
        e.DeedAnnounced(article=THREE, treaty=IDENT, duty=with_(NOTICE, matter="mobilisation")),
        "The United States gives France notice of mobilisation, as Article 3 of “Pact” requires.",
        "Les États-Unis annoncent leur mobilisation à la France, comme le veut « Pacte » (article 3).",
    ),
    (
        e.ObligationPerformed(article=THREE, treaty=IDENT, duty=NOTICE, regarding=IDENT),
        "The United States gives France notice of “Pact”, as Article 3 of “Pact” requires.",
        "Les États-Unis donnent à la France connaissance de « Pacte », comme le veut « Pacte » (article 3).",
    ),
    (
        e.ObligationBreached(article=THREE, treaty=IDENT, duty=NOTICE, regarding=IDENT),
        "The United States gave France no notice of “Pact”, in breach of Article 3 of “Pact”.",
        "Les États-Unis n'ont pas donné à la France connaissance de « Pacte », en violation de « Pacte » (article 3).",
    ),
    (
        e.ObligationBreached(
            article=THREE, treaty=IDENT, duty=Refrain(debtor=USA, creditor=UK, at=frozenset({ZONE}), deeds=ANNEXING), regarding=IDENT
        ),
        "The United States breaks, by “Pact”, the promise given to the United Kingdom not to occupy or claim Zone I (Article 3 of “Pact”).",
        "Les États-Unis rompent, par « Pacte », la promesse faite au Royaume-Uni de ne pas occuper ni revendiquer la zone I (« Pacte », article 3).",
    ),
    (
        e.PlebisciteDecided(stake=ZONE, winner=USA, votes={FRANCE: 9, USA: 91, UK: 0}),
        "The inhabitants of Zone I vote to belong to the United States: 91 per cent for the United States and 9 per cent for France.",
        "Les habitants de la zone I votent leur rattachement aux États-Unis : 91 % pour les États-Unis et 9 % pour la France.",
    ),
    (
        e.PlebisciteDecided(stake=ZONE, winner=FRANCE),
        "The inhabitants of Zone I vote to belong to France.",
        "Les habitants de la zone I votent leur rattachement à la France.",
    ),
    (
        e.CrisisOpened(crisis=Crisis(mover=GERMANY, target=CZECHO, ultimatum=None, called=frozenset())),
        "Germany is about to use force against Czechoslovakia.",
        "L'Allemagne est sur le point d'user de la force contre la Tchécoslovaquie.",
    ),
    (e.CrisisAnswered(power=USA), "The United States has answered in the crisis.", "Les États-Unis ont répondu dans la crise."),
    (
        e.StanceSealed(power=FRANCE, stance=Stance.WITH_TARGET),
        "France stands with the power attacked.",
        "La France se range aux côtés de la puissance attaquée.",
    ),
    (e.StanceSealed(power=UK, stance=Stance.MEDIATE), "The United Kingdom offers to mediate.", "Le Royaume-Uni offre sa médiation."),
    (
        e.StancesRevealed(stances={CZECHO: Stance.RESIST, FRANCE: Stance.WITH_TARGET, USA: Stance.NEUTRAL}),
        "Czechoslovakia resists. France stands with Czechoslovakia. The United States stays neutral.",
        "La Tchécoslovaquie résiste. La France se range aux côtés de la Tchécoslovaquie. Les États-Unis restent neutres.",
    ),
    (
        e.StancesRevealed(
            stances={CZECHO: Stance.RESIST, FRANCE: Stance.WITH_TARGET, USA: Stance.WITH_MOVER}, contingents={FRANCE: 12, USA: 1}
        ),
        "Czechoslovakia resists. France stands with Czechoslovakia, with 12 divisions. The United States stands with the attacker, with 1 division.",
        (
            "La Tchécoslovaquie résiste. La France se range aux côtés de la Tchécoslovaquie, avec 12 divisions. "
            "Les États-Unis se rangent aux côtés de l'attaquant, avec 1 division."
        ),
    ),
    (
        e.CrisisWidened(wronged=(CZECHO,), called=frozenset({CZECHO, USA})),
        "Some of those who join would march through Czechoslovakia without leave. Whoever has taken no side is asked again.",
        (
            "Parmi ceux qui prennent parti, certains passeraient sans permission par la Tchécoslovaquie. "
            "Ceux qui n'ont pas pris parti répondent de nouveau."
        ),
    ),
    (
        e.CrisisEnded(mover=GERMANY, target=CZECHO, outcome="war"),
        "It is war between Germany and Czechoslovakia.",
        "C'est la guerre entre l'Allemagne et la Tchécoslovaquie.",
    ),
    (
        e.CrisisEnded(mover=GERMANY, target=USA, outcome="stepped_back"),
        "Germany steps back and does not use force against the United States.",
        "L'Allemagne recule et n'use pas de la force contre les États-Unis.",
    ),
    (
        e.CrisisEnded(mover=GERMANY, target=USA, outcome="yielded"),
        "The United States gives way to Germany.",
        "Les États-Unis cèdent devant l'Allemagne.",
    ),
    (
        e.WarFought(war=WAR),
        "War: Germany (37 divisions) against Czechoslovakia and France (36 divisions); neither side prevails.",
        "Guerre : l'Allemagne (37 divisions) contre la Tchécoslovaquie et la France (36 divisions) ; aucun camp ne l'emporte.",
    ),
    (
        e.PeaceMade(peace=Peace(between=(FRANCE, GERMANY), turn=3, treaty=IDENT)),
        "Peace between France and Germany: “Pact” ends the war between them.",
        "Paix entre la France et l'Allemagne : « Pacte » met fin à la guerre entre ces puissances.",
    ),
    (e.ObjectivesScored(power=FRANCE, points=1, met=(ObjectiveId("peace"),)), "France: 1 point.", "La France : 1 point."),
    (
        e.GameEnded(ending=EndingId("peace"), title=both("Peace", "La paix"), text=both("For now.", "Pour le moment.")),
        "Peace. For now.",
        "La paix. Pour le moment.",
    ),
]


def test_every_kind_of_event_is_looked_at_here() -> None:
    assert {type(event) for event, _, _ in TOLD} | {type(event) for event in SILENT} == set(get_args(e.Event)) - set(
        get_args(CouncilEvent)
    ) - set(get_args(DisputeEvent))


@pytest.mark.parametrize(("event", "english", "french"), TOLD, ids=[f"{n}-{type(t[0]).__name__}" for n, t in enumerate(TOLD)])
def test_an_event_is_told_in_one_plain_sentence(event: e.Event, english: str, french: str) -> None:
    assert tell(event, EN, SETTING, TREATIES) == english
    told = tell(event, FR, SETTING, TREATIES)
    assert told is not None and told.replace("\u00a0", " ") == french


@pytest.mark.parametrize("event", SILENT, ids=lambda event: type(event).__name__)
def test_the_umpires_bookkeeping_is_not_told(event: e.Event) -> None:
    assert tell(event, EN, SETTING, TREATIES) is None
    assert tell(event, FR, SETTING, TREATIES) is None


@pytest.mark.parametrize("how", ["drafted", "found", "tabled", "standing", "published", "invited", "notified"])
def test_a_treaty_shown_is_told_however_it_came(how: str) -> None:
    told = tell(e.TreatyShown(treaty=PACT, how=how), EN, SETTING, {})
    assert told is not None and "“Pact”" in told


@pytest.mark.parametrize("phase", e.Phase)
def test_every_phase_is_announced(phase: e.Phase) -> None:
    assert tell(e.PhaseOpened(phase=phase), FR, SETTING, {})


def test_what_a_reader_does_not_know_is_never_needed() -> None:
    for event, _, _ in TOLD:
        assert tell(event, EN, SETTING, {})


def test_a_guarantor_protests_under_the_guarantee_against_a_power_that_is_no_party_to_it() -> None:
    known = {IDENT: with_(PACT, parties=frozenset({FRANCE, UK}))}
    event = e.BreachProtested(treaty=IDENT, power=FRANCE, against=USSR)
    assert tell(event, EN, SETTING, known) == "France protests, under “Pact”, against what the Soviet Union has broken."
    told = tell(event, FR, SETTING, known)
    assert told is not None
    assert (
        told.replace("\u00a0", " ").replace("’", "'") == "La France proteste, au titre de « Pacte », contre ce qui a été violé par l'URSS."
    )


def test_a_message_is_quoted_in_the_readers_language() -> None:
    thanks = e.MessageSent(by=FRANCE, to=frozenset({UK}), phrase=Phrase(code="thanks"))
    assert said(thanks, ENGLISH, {}) == "We thank you for this communication."
    assert said(thanks, FRENCH, {}) == "Nous vous remercions de cette communication."
    typed = e.MessageSent(by=FRANCE, to=frozenset({UK}), text="Merci.")
    assert said(typed, ENGLISH, {}) == "Merci."


def test_a_new_version_is_told_with_what_it_strikes_puts_and_adds_while_its_text_is_known() -> None:
    first, _, third = PACT.text.articles
    ceding = with_(first, clause=MutualAssistance(against=(GERMANY,)))
    added = Article(id=ArticleId("words"), clause=Declaration(text=both("Peace is indivisible.", "La paix est indivisible.")))
    version = Version(number=2, by=USSR, base=1, articles=(ceding, third, added))
    event = e.VersionProposed(treaty=IDENT, version=version, initials=frozenset())
    known = {IDENT: with_(PACT, versions=(*PACT.versions, version))}
    assert tell(event, EN, SETTING, known) == (
        "The Soviet Union proposes version 2 of “Pact”: Article 2 is struck out; Article 1 now says: The parties aid one another by all means "
        "against an unprovoked attack by Germany; no recommendation needed; new, Article 3: Words that bind nobody: “Peace is indivisible.”."
    )
    told = tell(event, FR, SETTING, known)
    assert told is not None and "l'article 2 est supprimé ; article premier modifié : Les parties" in told.replace("\u00a0", " ")
    assert tell(event, EN, SETTING, TREATIES) == "The Soviet Union proposes version 2 of “Pact”.", "published, a text has lost its versions"
