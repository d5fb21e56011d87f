"""Who can bring force where, how much of it, and how the sum decides a war."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve as with_

from engine.clauses import Guarantee, MutualAssistance
from engine.crisis import Band, Citation, Road, Way
from engine.force import as_published, correlate, strength
from engine.names import ArticleId, Power, StakeId, TreatyId
from engine.orders import Readiness
from engine.setting import Force, Muster, Route, Setting, Span, Stake, Turn
from engine.state import State
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ETRIA, FIRST, SECOND, THIRD, both, quiet, standing

CANAL = StakeId("canal")
PACT = TreatyId("pact")


def world(*treaties: Treaty, **changes: object) -> State:
    """Five powers on the map of the tests: Alba, Boria, Carnia and Doria in a row, Etria beyond the sea; all mobilised."""
    state = Table.open(quiet(), 1).state
    setting: Setting = with_(state.setting, **changes)  # type: ignore[arg-type]
    readiness = dict.fromkeys(state.powers(), Readiness.GENERAL)
    return with_(state, setting=setting, readiness=readiness, treaties={t.id: t for t in treaties})


def sheets(state: State, **figures: dict[str, object]) -> State:
    """The same world with other figures for some powers."""
    powers = {p: with_(sheet, **figures.get(p, {})) for p, sheet in state.setting.powers.items()}  # type: ignore[arg-type]
    return with_(state, setting=with_(state.setting, powers=powers))


def road(state: State, attackers: tuple[Power, ...], defenders: tuple[Power, ...], power: Power, violated: Power | None = None) -> Road:
    war = correlate(state, attackers, defenders, violated={power: violated} if violated is not None else {})
    return next(line.road for line in (*war.attack, *war.defence) if line.power == power)


def sea(*through: StakeId, carries: int | None = None) -> Route:
    return Route(between=(ETRIA, BORIA), through=through, carries=carries)


def test_a_power_without_a_frontier_reaches_nobody_and_its_divisions_count_for_nothing() -> None:
    war = correlate(world(), (BORIA,), (CARNIA, DORIA))
    lines = {line.power: line for line in war.defence}
    assert lines[CARNIA].road == Road(way=Way.FRONTIER, along=(BORIA,))
    assert lines[DORIA].road == Road(way=Way.NONE) and lines[DORIA].divisions == 0


ALLIANCE = standing(PACT, (CARNIA, DORIA), MutualAssistance())
UNASKED = standing(PACT, (ALBA, DORIA), Guarantee(guarantors=(ALBA, DORIA), protected=CARNIA))


def test_a_victim_lets_in_whoever_has_promised_it_aid_by_a_treaty_that_it_has_itself_made() -> None:
    leave = Citation(treaty=PACT, article=ArticleId("pact_1"))
    assert road(world(ALLIANCE), (BORIA,), (CARNIA, DORIA), DORIA) == Road(way=Way.TRANSIT, along=(CARNIA, BORIA), leave=(leave,))


def test_a_guarantee_that_a_power_has_not_accepted_opens_no_road_through_it() -> None:
    assert road(world(UNASKED), (BORIA,), (CARNIA, DORIA), DORIA).way is Way.NONE
    accepted = with_(UNASKED, assents=frozenset({CARNIA}))
    assert road(world(accepted), (BORIA,), (CARNIA, DORIA), DORIA).way is Way.TRANSIT


def test_a_neutral_that_is_violated_is_passed_through_and_no_other() -> None:
    assert road(world(), (BORIA,), (DORIA,), BORIA, violated=CARNIA) == Road(way=Way.VIOLATION, along=(CARNIA, DORIA))
    assert road(world(), (BORIA,), (DORIA,), BORIA, violated=ALBA).way is Way.NONE


@pytest.mark.parametrize(
    ("route", "holder", "fleets", "way"),
    [
        (sea(), ALBA, (0, 0), Way.SEA),
        (sea(), ALBA, (5, 5), Way.SEA),
        (sea(), ALBA, (4, 5), Way.NONE),
        (sea(CANAL), ALBA, (0, 0), Way.SEA),
        (sea(CANAL), ETRIA, (0, 0), Way.SEA),
        (sea(CANAL), BORIA, (0, 0), Way.NONE),
        (Route(between=(ETRIA, BORIA), by=Span.LAND), ALBA, (0, 5), Way.FRONTIER),
    ],
    ids=["open sea", "equal fleets", "outnumbered", "canal of a neutral", "canal of one's own", "canal of the foe", "overland"],
)
def test_a_sea_route_wants_the_sea_and_a_passage_that_the_foe_does_not_hold(
    route: Route, holder: Power, fleets: tuple[int, int], way: Way
) -> None:
    state = world(routes=(route,))
    setting = with_(state.setting, stakes={**state.setting.stakes, CANAL: Stake(name=both("the canal"), holder=holder)})
    state = with_(state, setting=setting, holders={**state.holders, CANAL: holder})
    state = sheets(state, etria={"fleet": fleets[0]}, boria={"fleet": fleets[1]})
    assert road(state, (ETRIA,), (BORIA,), ETRIA).way is way


def test_a_road_carries_no_more_than_it_can() -> None:
    war = correlate(world(routes=(sea(carries=4),)), (ETRIA,), (BORIA,))
    assert war.attack[0].divisions == 4


def test_an_attacker_that_cannot_reach_its_target_takes_nothing_however_strong_it_is() -> None:
    state = sheets(world(routes=(sea(),)), etria={"fleet": 1, "divisions": 500}, boria={"fleet": 9})
    war = correlate(state, (ETRIA,), (BORIA,))
    assert war.attack[0].divisions == 0 and war.band is Band.DEFEAT


def test_a_power_that_is_reached_fights_on_its_own_soil_though_it_can_reach_nobody() -> None:
    state = sheets(world(routes=(sea(),)), etria={"fleet": 9}, boria={"fleet": 1})
    war = correlate(state, (ETRIA,), (BORIA,))
    assert war.defence[0].road == Road(way=Way.HOME) and war.defence[0].divisions == 80


@pytest.mark.parametrize(("turn", "divisions"), [(0, 56), (1, 60), (2, 75), (3, 80)])
def test_divisions_gather_by_the_day_after_general_mobilisation(turn: int, divisions: int) -> None:
    musters = (Muster(day=0, divisions=10), Muster(day=5, divisions=60), Muster(day=15, divisions=75), Muster(day=30, divisions=90))
    dates = {FIRST: 1, SECOND: 8, THIRD: 18}
    state = sheets(world(), boria={"musters": musters})
    turns = {k: Turn(name=t.name, date=dt.date(1930, 5, dates.get(k, 31))) for k, t in state.setting.turns.items()}
    state = with_(state, setting=with_(state.setting, turns=turns), mobilised={BORIA: 0}, turn=turn)
    assert strength(state, BORIA) == divisions


def test_a_power_mobilised_before_the_opening_stands_ready() -> None:
    state = sheets(world(), boria={"musters": (Muster(day=0, divisions=10), Muster(day=30, divisions=80))})
    assert strength(state, BORIA) == 80


def test_aircraft_weigh_as_divisions_where_the_scenario_says_how_many_make_one() -> None:
    state = sheets(world(), boria={"aircraft": 450})
    assert correlate(state, (BORIA,), (CARNIA,)).attack[0].divisions == 80
    line = correlate(with_(state, setting=with_(state.setting, force=Force(aircraft=100))), (BORIA,), (CARNIA,)).attack[0]
    assert (line.divisions, line.aircraft) == (84, 450)


def test_what_is_published_of_a_war_names_no_secret_article() -> None:
    secret = with_(ALLIANCE, known_to=frozenset({CARNIA, DORIA}))
    for treaty, named in ((ALLIANCE, True), (secret, False)):
        state = world(treaty)
        under = {DORIA: Citation(treaty=PACT, article=ArticleId("pact_1"))}
        war = as_published(state, correlate(state, (BORIA,), (CARNIA, DORIA), under=under))
        line = next(line for line in war.defence if line.power == DORIA)
        assert line.road.way is Way.TRANSIT
        assert (line.under is not None, bool(line.road.leave)) == (named, named)
