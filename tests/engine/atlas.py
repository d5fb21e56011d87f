"""A small world for the tests of articles and sentences: six powers, three stakes, three dates, some of it settled."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from engine.clauses import AnyClause
from engine.names import ArticleId, BodyId, Lang, Power, RegionId, StakeId, TrackId, TreatyId, TurnId
from engine.setting import Each, PowerSheet, Region, Setting, Stake, Track, Turn
from engine.texts.voice import Speaker
from engine.treaty import Article, Provisions, Treaty, Version
from engine.voting.bodies import BODIES

EN, FR = Lang("en"), Lang("fr")
GERMANY, FRANCE, UK, USSR, CZECHO, USA = (Power(p) for p in ("germany", "france", "uk", "ussr", "czechoslovakia", "usa"))
ZONE, TESCHEN, STRAITS = StakeId("zone"), StakeId("teschen"), StakeId("straits")
EUROPE = RegionId("europe")
SEPTEMBER, OCTOBER, TENTH = TurnId("september"), TurnId("october"), TurnId("tenth")

NAMES = {
    GERMANY: ("Germany", "l'Allemagne"),
    FRANCE: ("France", "la France"),
    UK: ("the United Kingdom", "le Royaume-Uni"),
    USSR: ("the Soviet Union", "l'URSS"),
    CZECHO: ("Czechoslovakia", "la Tchécoslovaquie"),
    USA: ("the United States", "les États-Unis"),
}


def both(english: str, french: str) -> dict[Lang, str]:
    """The same words in both languages."""
    return {EN: english, FR: french}


SETTING = Setting(
    id="atlas",
    title=both("Atlas", "Atlas"),
    summary=both("", ""),
    languages=(EN, FR),
    digest="0" * 64,
    powers={power: PowerSheet(name=both(*names)) for power, names in NAMES.items()},
    turns={
        SEPTEMBER: Turn(name=both("Before the storm", "Avant l'orage"), date=dt.date(1938, 9, 15)),
        OCTOBER: Turn(name=both("The first zone", "La première zone"), date=dt.date(1938, 10, 1)),
        TENTH: Turn(name=both("The last zone", "La dernière zone"), date=dt.date(1938, 10, 10)),
    },
    stakes={
        ZONE: Stake(name=both("Zone I", "la zone I"), holder=CZECHO),
        TESCHEN: Stake(name=both("Teschen", "le territoire de Teschen"), holder=CZECHO),
        STRAITS: Stake(name=both("the Straits", "les Détroits"), holder=USA),
    },
    tracks={
        TrackId("tension"): Track(name=both("tension", "tension"), start=40),
        TrackId("support"): Track(name=both("support", "soutien"), start=50, each=Each.POWER),
        TrackId("trust"): Track(name=both("trust", "confiance"), start=50, each=Each.PAIR),
    },
    borders=frozenset(),
    regions={EUROPE: Region(a_power=both("a European Power", "une Puissance européenne"), powers=(GERMANY, FRANCE, UK, CZECHO, USSR))},
)
ENGLISH, FRENCH = Speaker(SETTING, EN), Speaker(SETTING, FR)


@frozen
class Atlas:
    """A world that answers what articles ask (`engine.clauses.base.World`)."""

    place: int = 1
    settled: frozenset[StakeId] = frozenset()
    holders: dict[StakeId, Power] = field(factory=lambda: {ZONE: CZECHO, TESCHEN: CZECHO, STRAITS: USA})
    votes: dict[StakeId, tuple[Power, TurnId]] = field(factory=dict)

    def powers(self) -> tuple[Power, ...]:
        return tuple(SETTING.powers)

    def region(self, region: RegionId) -> frozenset[Power] | None:
        found = SETTING.regions.get(region)
        return None if found is None else frozenset(found.powers)

    def is_stake(self, stake: StakeId) -> bool:
        return stake in SETTING.stakes

    def may_be_water(self, stake: StakeId) -> bool:
        return True

    def holder(self, stake: StakeId) -> Power | None:
        return self.holders.get(stake)

    def is_settled(self, stake: StakeId) -> bool:
        return stake in self.settled

    def awarded(self, stake: StakeId) -> tuple[Power, TurnId] | None:
        return self.votes.get(stake)

    def is_body(self, body: BodyId) -> bool:
        return body in BODIES

    def turn_order(self, turn: TurnId) -> int | None:
        turns = tuple(SETTING.turns)
        return turns.index(turn) if turn in turns else None

    def now(self) -> int:
        return self.place


def treaty_of(*clauses: AnyClause, ident: str = "pact", **provisions: object) -> Treaty:
    """A treaty with one article `a1`, `a2`... for each clause, between Germany and France."""
    articles = tuple(Article(id=ArticleId(f"a{n}"), clause=clause) for n, clause in enumerate(clauses, start=1))
    given: dict[str, object] = {"signatories": (GERMANY, FRANCE), **provisions}
    return Treaty(
        id=TreatyId(ident),
        title=both("Pact", "Pacte"),
        provisions=Provisions(**given),  # type: ignore[arg-type]
        versions=(Version(number=1, by=None, base=None, articles=articles),),
    )
