"""A small scenario for the screens: four powers, three dates, one of every kind of thing."""

from __future__ import annotations

import datetime as dt

from engine.clauses import Cession, Declaration, Guarantee, MutualAssistance, NonAggression
from engine.clauses.cession import Stage as CessionStage
from engine.names import (
    ArticleId,
    ChoiceId,
    Condition,
    EndingId,
    EventId,
    Lang,
    ObjectiveId,
    Power,
    RegionId,
    StakeId,
    TrackId,
    TreatyId,
    TurnId,
)
from engine.orders import Readiness
from engine.plot import Briefing, Change, Choice, Draft, Ending, Objective, Plot, Scenario, ScriptedEvent
from engine.setting import Each, PowerSheet, Region, Setting, Stake, Text, Track, Turn
from engine.treaty import Article, Provisions, Signature, Stage, Treaty, Version

BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY = (Power(p) for p in ("britain", "czechoslovakia", "france", "germany"))
ZONE_1, ZONE_2, RUTHENIA = (StakeId(s) for s in ("zone_1", "zone_2", "ruthenia"))
FIRST, SECOND, THIRD = (TurnId(t) for t in ("t1", "t2", "t3"))
ALLIANCE, PLAN = TreatyId("alliance"), TreatyId("plan")


def both(english: str, french: str) -> Text:
    """The same words in both languages."""
    return {Lang("en"): english, Lang("fr"): french}


def alliance() -> Treaty:
    """A treaty in force at the opening."""
    signed = Signature(turn=-1)
    assistance = MutualAssistance(between=(CZECHOSLOVAKIA, FRANCE), against=(GERMANY,))
    return Treaty(
        id=ALLIANCE,
        title=both("Franco-Czechoslovak treaty", "Traité franco-tchécoslovaque"),
        provisions=Provisions(signatories=(CZECHOSLOVAKIA, FRANCE), concluded_at="Locarno"),
        versions=(Version(number=1, by=None, base=None, articles=(Article(id=ArticleId("aid"), clause=assistance),)),),
        negotiators=(CZECHOSLOVAKIA, FRANCE),
        stage=Stage.IN_FORCE,
        adopted=1,
        signatures={CZECHOSLOVAKIA: signed, FRANCE: signed},
        parties=frozenset({CZECHOSLOVAKIA, FRANCE}),
    )


def plan() -> Treaty:
    """A draft with articles of four kinds, in the files of two powers."""
    stages = (CessionStage(stake=ZONE_1, by=SECOND), CessionStage(stake=ZONE_2, by=THIRD))
    articles = (
        Article(id=ArticleId("cession"), clause=Cession(ceder=CZECHOSLOVAKIA, receiver=GERMANY, stages=stages)),
        Article(
            id=ArticleId("guarantee"),
            clause=Guarantee(guarantors=(BRITAIN, FRANCE), protected=CZECHOSLOVAKIA, once_settled=(ZONE_1,)),
        ),
        Article(id=ArticleId("peace"), clause=NonAggression(between=(BRITAIN, GERMANY))),
        Article(id=ArticleId("words"), clause=Declaration(text=both("The parties wish for peace.", "Les parties désirent la paix."))),
    )
    return Treaty(
        id=PLAN,
        title=both("Plan of the four powers", "Plan des quatre puissances"),
        provisions=Provisions(signatories=(BRITAIN, FRANCE, GERMANY), concluded_at="Munich"),
        versions=(Version(number=1, by=None, base=None, articles=articles),),
        known_to=frozenset({BRITAIN, FRANCE}),
    )


def setting() -> Setting:
    """What everybody knows."""
    sheets = {
        BRITAIN: PowerSheet(name=both("Britain", "la Grande-Bretagne"), divisions=2, place=(0, 0)),
        CZECHOSLOVAKIA: PowerSheet(
            name=both("Czechoslovakia", "la Tchécoslovaquie"),
            short=both("Czechoslov.", "Tchécoslov."),
            divisions=30,
            readiness=Readiness.PARTIAL,
            place=(3, 1),
        ),
        FRANCE: PowerSheet(
            name=both("France", "la France"),
            divisions=60,
            delegation={"prime_minister": "Édouard Daladier"},
            start={"trust.germany": 20},
            place=(0, 2),
        ),
        GERMANY: PowerSheet(name=both("Germany", "l'Allemagne"), divisions=70, readiness=Readiness.PRECAUTIONARY, place=(2, 0)),
    }
    turns = {
        FIRST: Turn(
            name=both("The visit", "La visite"),
            date=dt.date(1938, 9, 15),
            history=both("A first meeting took place.", "Une première rencontre eut lieu."),
        ),
        SECOND: Turn(name=both("The second visit", "La seconde visite"), date=dt.date(1938, 9, 22)),
        THIRD: Turn(name=both("The end", "La fin"), date=dt.date(1938, 10, 1)),
    }
    stakes = {
        ZONE_1: Stake(name=both("Zone I", "la zone I"), holder=CZECHOSLOVAKIA, place=(2, 1)),
        ZONE_2: Stake(name=both("Zone II", "la zone II"), holder=CZECHOSLOVAKIA, place=(3, 0)),
        RUTHENIA: Stake(name=both("Ruthenia", "la Ruthénie"), holder=CZECHOSLOVAKIA, place=(5, 1)),
    }
    tracks = {
        TrackId("tension"): Track(name=both("Tension", "Tension"), start=40),
        TrackId("prestige"): Track(name=both("Prestige", "Prestige"), start=50, each=Each.POWER),
        TrackId("support"): Track(name=both("Support at home", "Soutien intérieur"), start=60, each=Each.POWER, secret=True),
        TrackId("trust"): Track(name=both("Trust", "Confiance"), start=50, each=Each.PAIR, secret=True),
    }
    return Setting(
        id="small",
        title=both("Small world", "Petit monde"),
        summary=both("Four powers and a frontier.", "Quatre puissances et une frontière."),
        languages=(Lang("en"), Lang("fr")),
        digest="0" * 64,
        powers=sheets,
        turns=turns,
        stakes=stakes,
        tracks=tracks,
        regions={RegionId("europe"): Region(a_power=both("a European Power", "une Puissance européenne"), powers=tuple(sheets))},
        borders=frozenset({(CZECHOSLOVAKIA, GERMANY), (FRANCE, GERMANY)}),
        glossary={"casus foederis": both("The case for which an alliance is made.", "Le cas pour lequel une alliance est faite.")},
        sources=("A book [with brackets], 1938",),
        content_note=both("This game is about [b]territory[/b].", "Ce jeu parle de [b]territoire[/b]."),
    )


def scenario() -> Scenario:
    """The small world, whole."""
    drafts = {PLAN: Draft(treaty=plan(), held_by=frozenset({BRITAIN, FRANCE}))}
    aims = {
        ObjectiveId("peace"): Objective(
            text=both("No war breaks out.", "Aucune guerre n'éclate."), points=5, when=Condition("count(france.at_war) == 0")
        ),
        ObjectiveId("quiet"): Objective(
            text=both("The plan enters into force.", "Le plan entre en vigueur."),
            points=3,
            when=Condition("plan.in_force"),
            secret=True,
        ),
    }
    question = ScriptedEvent(
        title=both("The street wants an answer [now]", "La rue veut une réponse [maintenant]"),
        turn=FIRST,
        text=both("Crowds gather before the ministry.", "La foule se rassemble devant le ministère."),
        asks=FRANCE,
        choices={
            ChoiceId("calm"): Choice(label=both("Calm them", "L'apaiser"), effects=(Change(tracks={"tension": -2}),)),
            ChoiceId("promise"): Choice(label=both("Promise firmness", "Promettre la fermeté")),
        },
        default=ChoiceId("calm"),
    )
    endings = {
        EndingId("settled"): Ending(
            title=both("A settlement", "Un règlement"),
            when=Condition("plan.in_force"),
            text=both("Peace, for now.", "La paix, pour l'heure."),
        )
    }
    briefings = {
        power: Briefing(text=both(f"You speak for {power}. Keep the peace.", f"Vous parlez pour {power}. Gardez la paix."), objectives=aims)
        for power in (BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY)
    }
    plot = Plot(
        seed=1,
        briefings=briefings,
        events={EventId("street"): question},
        drafts=drafts,
        treaties={ALLIANCE: alliance()},
        endings=endings,
    )
    return Scenario(setting=setting(), plot=plot)
