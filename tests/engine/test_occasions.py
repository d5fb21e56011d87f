"""What moves the tracks: the scenario's own rules for each occasion, within what each viewer may know, and drift."""

from __future__ import annotations

import pytest
from attrs import evolve as with_

from engine.events import StakeTransferred
from engine.names import EVERYBODY, Audience, Condition, ObjectiveId, TrackId
from engine.occasions import USUAL_MOVES, Moves, Occasion
from engine.plot import Briefing, Degree, Objective
from engine.proceedings import Proceedings
from engine.state import State
from engine.table import Table
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, OBSERVER, both, close, quiet, with_plot


def opened() -> State:
    return Table.open(quiet(), 1).state


def moved(moves: Moves, witnesses: Audience = EVERYBODY) -> dict[str, int]:
    """By how much each track moves when Boria does something to Carnia."""
    state = opened()
    state = with_(state, setting=with_(state.setting, moves={Occasion.BREACH: moves}))
    proceedings = Proceedings(state)
    proceedings.follow(Occasion.BREACH, BORIA, CARNIA, witnesses)
    after = proceedings.state.tracks
    return {track: after[track] - value for track, value in state.tracks.items() if after[track] != value}


@pytest.mark.parametrize(
    ("key", "tracks"),
    [
        ("tension", {"tension"}),
        ("own.prestige", {"boria.prestige"}),
        ("other.support", {"carnia.support"}),
        ("others.prestige", {"alba.prestige", "doria.prestige", "etria.prestige"}),
        ("other.trust.own", {"carnia.trust.boria"}),
        ("own.trust.other", {"boria.trust.carnia"}),
        ("others.trust.own", {"alba.trust.boria", "doria.trust.boria", "etria.trust.boria"}),
    ],
)
def test_a_scenario_says_whose_tracks_an_occasion_moves(key: str, tracks: set[str]) -> None:
    assert moved({key: -4}) == dict.fromkeys(tracks, -4)


def test_a_deed_that_not_all_may_know_moves_only_the_secret_tracks_of_those_who_do() -> None:
    moves = {"tension": 5, "own.prestige": -5, "own.support": -3, "other.trust.own": -9, "others.trust.own": -4}
    seen = moved(moves, frozenset({BORIA, CARNIA, ALBA}))
    assert seen == {"boria.support": -3, "carnia.trust.boria": -9, "alba.trust.boria": -4}


def test_every_occasion_has_what_it_usually_moves_and_a_track_that_is_not_kept_stays_out_of_it() -> None:
    assert set(USUAL_MOVES) == set(Occasion)
    assert moved({"honour": 5, "own.honour": 5, "others.honour.own": 5}) == {}


@pytest.mark.parametrize(("start", "after"), [(30, 33), (48, 50), (50, 50), (60, 57)])
def test_a_track_drifts_towards_its_point_of_rest(start: int, after: int) -> None:
    state = opened()
    tension = TrackId("tension")
    tracks = {**state.setting.tracks, tension: with_(state.setting.tracks[tension], rest=50, drift=3)}
    proceedings = Proceedings(with_(state, setting=with_(state.setting, tracks=tracks), tracks={**state.tracks, "tension": start}))
    proceedings.drift()
    assert proceedings.state.tracks["tension"] == after
    assert len(proceedings.events) == (start != after)


@pytest.mark.parametrize(("held", "points", "met"), [(2, 30, True), (1, 12, False), (0, 5, False)])
def test_an_aim_reached_in_part_earns_what_its_first_part_that_holds_is_worth(held: int, points: int, met: bool) -> None:
    aim = Objective(
        text=both("Both"),
        points=30,
        when=Condition("held(carnia) == 2"),
        partly=(Degree(points=12, when=Condition("held(carnia) >= 1")), Degree(points=5, when=Condition("held(carnia) >= 0"))),
    )
    scenario = with_plot(events={}, drafts={}, treaties={}, endings={}, briefings={CARNIA: Briefing(objectives={ObjectiveId("both"): aim})})
    table = Table.open(scenario, 1)
    lost = [stake for stake, holder in table.state.holders.items() if holder == CARNIA][held:]
    table.apply(StakeTransferred(stake=stake, holder=DORIA) for stake in lost)
    while not table.state.over:
        close(table)
    assert table.state.scores[CARNIA] == (points, ("both",) if met else ())
    assert table.state.credit[CARNIA] == ({} if met else {"both": points})
    assert table.view(OBSERVER).credit == table.state.credit
