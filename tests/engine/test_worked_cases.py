"""Four crises of the thirties, worked: who was bound, by what road, and how the forces compared, with the reasons expected.

Strengths are sourced on the line above each. Where a case needs a figure that nobody vouches for, none is used: the tests ask for who
counts and why, and compare a case with its own counterfactual.
"""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve as with_

import scenarios
from engine.casus import Standing
from engine.clauses import AnyClause, Demilitarisation, Guarantee, MutualAssistance, Transit
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import CommitOrders, Decide
from engine.crisis import Band, Opening, Stance, War, Way
from engine.duties import Automaticity
from engine.events import Phase, PostureTaken
from engine.names import Lang, Power, StakeId, TreatyId, TurnId
from engine.orders import ClosePassage, Deploy, Readiness
from engine.plot import Plot, Scenario
from engine.postures import posture_of
from engine.reckoning import Reckoning, reckoning
from engine.setting import Each as Kept
from engine.setting import PowerSheet, Route, Setting, Span, Stake, Track, Turn
from engine.state import State
from engine.table import Table
from engine.texts.calls import call_sentences
from engine.texts.voice import Speaker
from engine.treaty import Treaty
from tests.engine.settings import both, do, standing, to_phase
from tests.engine.test_crises import answers

ENGLISH = Lang("en")


def grounds(found: Reckoning, power: Power) -> tuple[Standing, tuple[str, ...]]:
    """Where a power stands, and the codes of its grounds."""
    call = next(call for call in found.calls if call.power == power)
    return call.standing, tuple(ground.code for ground in call.grounds)


def line(war: War, power: Power) -> tuple[int, Way]:
    """What a power brings, and by what road."""
    return next((ln.divisions, ln.road.way) for ln in (*war.attack, *war.defence) if ln.power == power)


def ready(state: State, **steps: Readiness) -> State:
    return with_(state, readiness={**state.readiness, **{Power(p): step for p, step in steps.items()}})


def treaty(name: str, parties: tuple[Power, ...], *clauses: AnyClause) -> Treaty:
    return standing(TreatyId(name), parties, *clauses)


def also(state: State, *treaties: Treaty) -> State:
    """The same with these treaties in force."""
    return with_(state, treaties={**state.treaties, **{t.id: t for t in treaties}})


def opened(sheets: dict[Power, PowerSheet], *treaties: Treaty, **setting: object) -> Table:
    """A game of these powers, bound by these treaties, at one date."""
    world = Setting(
        id="case",
        title=both("A case"),
        summary=both("For tests."),
        languages=(ENGLISH,),
        digest="0" * 64,
        powers=sheets,
        turns={
            TurnId("one"): Turn(name=both("one"), date=dt.date(1936, 3, 7)),
            TurnId("two"): Turn(name=both("two"), date=dt.date(1936, 3, 14)),
        },
        tracks={"prestige": Track(name=both("prestige"), start=50, each=Kept.POWER)},  # type: ignore[dict-item]
        **setting,  # type: ignore[arg-type]
    )
    return Table.open(Scenario(setting=world, plot=Plot(seed=1, treaties={t.id: t for t in treaties})), 1)


GERMANY, FRANCE, BRITAIN, ITALY, USSR, POLAND, CZECHS = (
    Power(p) for p in ("germany", "france", "britain", "italy", "ussr", "poland", "czechoslovakia")
)
GENERAL, PARTIAL, PRECAUTIONARY = Readiness.GENERAL, Readiness.PARTIAL, Readiness.PRECAUTIONARY

# -- Czechoslovakia, September 1938


def september(**steps: Readiness) -> Reckoning:
    """An attack upon Czechoslovakia, in the game's own scenario."""
    state = Table.open(scenarios.load("munich-1938"), 1).state
    return reckoning(ready(state, czechoslovakia=GENERAL, **steps), GERMANY, CZECHS)


@pytest.mark.parametrize(
    ("france", "divisions", "band"), [(PRECAUTIONARY, 20, Band.STALEMATE), (GENERAL, 52, Band.DEFEAT)], ids=["unmobilised", "mobilised"]
)
def test_in_september_1938_a_mobilised_france_turns_a_stalemate_into_a_defeat_of_the_attack(
    france: Readiness, divisions: int, band: Band
) -> None:
    found = september(france=france)
    assert grounds(found, FRANCE) == (Standing.BOUND, ("bound",))
    assert line(found.war, FRANCE) == (divisions, Way.FRONTIER)
    assert line(found.war, CZECHS) == (36, Way.FRONTIER)
    assert found.war.band is band


def test_in_september_1938_moscow_is_bound_through_paris_and_its_divisions_have_no_road() -> None:
    found = september(france=GENERAL, ussr=GENERAL)
    assert grounds(found, USSR) == (Standing.BOUND, ("bound",))
    assert line(found.war, USSR) == (0, Way.NONE)
    assert grounds(found, BRITAIN) == grounds(found, ITALY) == (Standing.FREE, ())
    # Poland has promised the Soviet Union not to attack it (25 July 1932), and who joins the attack goes to war upon those who come.
    assert grounds(found, POLAND) == (Standing.BARRED, ("non_aggression_with_joiner",))
    under = next(ln.under for ln in found.war.defence if ln.power == FRANCE)
    assert under is not None and under.treaty == "franco_czechoslovak"


def test_in_september_1938_poland_alone_can_open_the_road_to_moscow() -> None:
    state = Table.open(scenarios.load("munich-1938"), 1).state
    passage = treaty("passage", (POLAND, USSR), Transit(grantor=POLAND, to=(USSR,)))
    found = reckoning(ready(also(state, passage), czechoslovakia=GENERAL, france=GENERAL, ussr=GENERAL), GERMANY, CZECHS)
    assert line(found.war, USSR) == (30, Way.TRANSIT)


def test_the_reasons_of_september_1938_are_said_with_their_articles() -> None:
    scenario = scenarios.load("munich-1938")
    state = Table.open(scenario, 1).state
    voice = Speaker(scenario.setting, ENGLISH)
    said = {call.power: call_sentences(call, CZECHS, voice, state.treaties) for call in september(france=GENERAL).calls}
    assert said[FRANCE] == (
        "France is bound to come to the aid of Czechoslovakia (“Franco-Czechoslovak Treaty of Mutual Guarantee”, Article 1).",
    )
    assert said[BRITAIN] == ("Great Britain is free to act as it sees fit.",)


# -- Poland, August 1939

AUGUST = {
    # Fact sheet on the Moscow talks, section 5: 53-54 divisions against Poland on 1 September 1939.
    GERMANY: PowerSheet(name=both("Germany"), divisions=54, readiness=GENERAL),
    # Ibid.: about 37-40 divisions planned.
    POLAND: PowerSheet(name=both("Poland"), divisions=37, readiness=PARTIAL),
    # Ibid., section 4.7, Shaposhnikov, 15 August 1939: 120 infantry divisions offered.
    USSR: PowerSheet(name=both("the Soviet Union"), divisions=120, readiness=GENERAL),
}
MAP_1939 = frozenset({(GERMANY, POLAND), (POLAND, USSR)})
TRIPLE = treaty("triple", (FRANCE, USSR), Guarantee(guarantors=(USSR,), protected=POLAND, object=GuaranteeOf.INDEPENDENCE))
TRANSIT = treaty("transit", (POLAND, USSR), Transit(grantor=POLAND, to=(USSR,), against=(GERMANY,)))


def august(*treaties: Treaty) -> Reckoning:
    sheets = {**AUGUST, FRANCE: PowerSheet(name=both("France"))}
    return reckoning(opened(sheets, *treaties, borders=MAP_1939, stakes={}).state, GERMANY, POLAND)


@pytest.mark.parametrize(
    ("treaties", "soviet", "better"),
    [((TRIPLE,), (0, Way.NONE), False), ((TRIPLE, TRANSIT), (120, Way.TRANSIT), True)],
    ids=["passage refused", "passage granted"],
)
def test_in_august_1939_the_soviet_divisions_count_for_nothing_until_poland_lets_them_pass(
    treaties: tuple[Treaty, ...], soviet: tuple[int, Way], better: bool
) -> None:
    found = august(*treaties)
    assert grounds(found, USSR) == (Standing.BOUND, ("bound",))
    assert line(found.war, USSR) == soviet
    assert (found.war.band is Band.DEFEAT) is better


@pytest.mark.parametrize(
    ("passage", "reason"),
    [
        (None, (Standing.BOUND_ONLY_IF, ("awaits_transit",))),
        (Transit(grantor=POLAND, to=(USSR,), against=(FRANCE,)), (Standing.BOUND_ONLY_IF, ("awaits_transit",))),
        (Transit(grantor=POLAND, to=(USSR,), against=(GERMANY,)), (Standing.BOUND, ("bound",))),
    ],
    ids=["passage refused", "passage against another", "passage granted"],
)
def test_in_august_1939_moscow_owes_paris_aid_only_if_poland_lets_its_forces_through(
    passage: Transit | None, reason: tuple[Standing, tuple[str, ...]]
) -> None:
    pact = treaty("pact", (FRANCE, USSR), MutualAssistance(against=(GERMANY,), only_with_transit_through=(POLAND,)))
    granted = () if passage is None else (treaty("transit", (POLAND, USSR), passage),)
    sheets = {**AUGUST, FRANCE: PowerSheet(name=both("France"))}
    state = opened(sheets, pact, *granted, borders=MAP_1939, stakes={}).state
    assert grounds(reckoning(state, GERMANY, FRANCE), USSR) == reason


def test_in_august_1939_poland_may_accept_in_writing_a_guarantee_made_without_it_and_that_opens_the_road() -> None:
    accepted = with_(TRIPLE, assents=frozenset({POLAND}))
    assert line(august(accepted).war, USSR) == (120, Way.TRANSIT)


# -- the Rhineland, March 1936

RHINELAND = StakeId("rhineland")
# Correlates of War, National Material Capabilities, 1936, military personnel in thousands: 588, 67, 596, 336, 343; here by twenty thousand men.
MARCH = {
    FRANCE: PowerSheet(name=both("France"), divisions=29, readiness=PRECAUTIONARY),
    Power("belgium"): PowerSheet(name=both("Belgium"), divisions=3, readiness=PRECAUTIONARY),
    GERMANY: PowerSheet(name=both("Germany"), divisions=29, readiness=PRECAUTIONARY),
    BRITAIN: PowerSheet(name=both("Great Britain"), divisions=16),
    ITALY: PowerSheet(name=both("Italy"), divisions=17),
}
LOCARNO = treaty(
    "locarno",
    tuple(MARCH),
    # Article 1, on Versailles 42 and 43.
    Demilitarisation(zone=(RHINELAND,), bound=(GERMANY,)),
    # Article 4: each judges whether a violation is flagrant before the Council has spoken.
    Guarantee(guarantors=(BRITAIN, ITALY), protected=FRANCE, automaticity=Automaticity.AS_EACH_JUDGES),
)


def march() -> Table:
    """Germany has moved troops into the Rhineland."""
    stakes = {RHINELAND: Stake(name=both("the Rhineland"), holder=GERMANY)}
    from engine.orders import OrderKind

    borders = frozenset({(FRANCE, GERMANY), (Power("belgium"), GERMANY), (Power("belgium"), FRANCE), (FRANCE, ITALY)})
    table = opened(MARCH, LOCARNO, borders=borders, stakes=stakes, orders={OrderKind.DEPLOY: {}})
    to_phase(table, Phase.ORDERS)
    for power in MARCH:
        do(table, power, CommitOrders((Deploy(RHINELAND),) if power == GERMANY else ()))
    return table


def test_in_march_1936_the_troops_are_a_breach_towards_every_party_and_the_guarantors_judge_for_themselves() -> None:
    table = march()
    others = frozenset(MARCH) - {GERMANY}
    assert {(ln.debtor, ln.creditor, ln.kept) for ln in table.state.record} == {(GERMANY, power, False) for power in others}
    crisis = table.state.crisis
    assert crisis is not None and (crisis.opening, crisis.mover, crisis.target) == (Opening.DEPLOYMENT, GERMANY, FRANCE)
    found = reckoning(table.state, GERMANY, FRANCE)
    for guarantor in (BRITAIN, ITALY):
        assert grounds(found, guarantor) == (Standing.ENTITLED, ("as_each_judges",))


def test_in_march_1936_what_is_let_stand_stays_and_what_is_resisted_can_be_taken_back() -> None:
    stood, resisted = march(), march()
    answers(stood, france=Stance.YIELD)
    assert stood.state.garrison(RHINELAND) == {GERMANY} and not stood.state.wars
    answers(resisted, belgium=Stance.WITH_TARGET)
    do(resisted, GERMANY, Decide(persist=False))
    assert resisted.state.garrison(RHINELAND) == frozenset()
    assert not [ln for ln in resisted.state.record if ln.debtor in (BRITAIN, ITALY)]


# -- Ethiopia, October 1935

ETHIOPIA, SUEZ = Power("ethiopia"), StakeId("suez")
# Correlates of War, National Material Capabilities, 1935, military personnel in thousands: 1380 and 100; here by twenty thousand men.
OCTOBER = {
    ITALY: PowerSheet(name=both("Italy"), divisions=69, readiness=PARTIAL),
    ETHIOPIA: PowerSheet(name=both("Ethiopia"), divisions=5, readiness=GENERAL),
    BRITAIN: PowerSheet(name=both("Great Britain")),
}


def october(*, shut: bool) -> Reckoning:
    routes = (Route(between=(ITALY, ETHIOPIA), by=Span.SEA, through=(SUEZ,)),)
    table = opened(OCTOBER, borders=frozenset(), routes=routes, stakes={SUEZ: Stake(name=both("the Suez Canal"), holder=BRITAIN)})
    posture = posture_of(BRITAIN, ClosePassage(SUEZ, ITALY))
    assert posture is not None
    table.apply((PostureTaken(posture=posture),) if shut else ())
    return reckoning(table.state, ITALY, ETHIOPIA)


@pytest.mark.parametrize(
    ("shut", "italian", "band"),
    [(False, (48, Way.SEA), Band.COLLAPSE), (True, (0, Way.NONE), Band.DEFEAT)],
    ids=["the canal open", "the canal shut"],
)
def test_in_october_1935_italy_reaches_ethiopia_through_the_suez_canal_or_not_at_all(
    shut: bool, italian: tuple[int, Way], band: Band
) -> None:
    found = october(shut=shut)
    assert line(found.war, ITALY) == italian and found.war.band is band
    assert grounds(found, BRITAIN) == (Standing.FREE, ())
