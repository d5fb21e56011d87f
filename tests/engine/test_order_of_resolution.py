"""The fixed order in which a turn's orders are resolved, and what is found broken once its wars are over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TypeAlias

import pytest
from attrs import evolve as with_

from engine.clauses import Consultation, MutualAssistance, NonAggression
from engine.commands import Decide, IssueUltimatum
from engine.crisis import DemandCession, Stance
from engine.duties import Cede, Consult, Trigger
from engine.events import (
    AidSent,
    CrisisOpened,
    Event,
    GameEnded,
    IntelligenceGained,
    ObligationBreached,
    Phase,
    ReadinessChanged,
    SanctionApplied,
    StakeTransferred,
    TrackMoved,
    TreatyEnded,
    TreatyShown,
    TurnOpened,
    WarFought,
)
from engine.happenings import Means, Sanction
from engine.names import TrackId, TreatyId
from engine.orders import (
    ApplySanction,
    Attack,
    GatherIntelligence,
    HandOver,
    Leak,
    Mobilise,
    Occupy,
    Order,
    Readiness,
    SendAid,
)
from engine.plot import Scenario
from engine.setting import Track
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import (
    ALBA,
    BORIA,
    CARNIA,
    DORIA,
    ETRIA,
    FIRST,
    HILLS,
    LAST,
    MARCHES,
    SETTING,
    both,
    cession,
    do,
    standing,
    to_phase,
    with_plot,
)
from tests.engine.test_crises import answers, ordered

Sign: TypeAlias = Callable[[Event], bool]

ORDER: dict[str, Sign] = {
    "performances": lambda e: isinstance(e, StakeTransferred) and not e.by_force,
    "intelligence and leaks": lambda e: isinstance(e, IntelligenceGained) or (isinstance(e, TreatyShown) and e.how == "leaked"),
    "readiness": lambda e: isinstance(e, ReadinessChanged),
    "sanctions and aid": lambda e: isinstance(e, SanctionApplied | AidSent),
    "occupations and attacks": lambda e: isinstance(e, CrisisOpened),
    "wars": lambda e: isinstance(e, WarFought),
    "breaches found": lambda e: isinstance(e, ObligationBreached) and isinstance(e.duty, Cede),
    "expiries": lambda e: isinstance(e, TreatyEnded),
    "drift of tracks": lambda e: isinstance(e, TrackMoved) and e.why == "drift",
    "endings, or the next date": lambda e: isinstance(e, GameEnded | TurnOpened),
}
"""The stages, each with the events by which it is known."""


def opened(*treaties: Treaty, turn_count: int | None = None) -> Table:
    """A game with these treaties in force, whose tension returns to rest."""
    scenario = with_plot(charter=False, events={}, drafts={}, endings={}, treaties={t.id: t for t in treaties})
    tracks = {**SETTING.tracks, TrackId("tension"): Track(name=both("tension"), start=30, rest=0, drift=1)}
    turns = dict(tuple(SETTING.turns.items())[:turn_count])
    setting = with_(scenario.setting, tracks=tracks, turns=turns, orders_per_turn=4)
    return Table.open(Scenario(setting=setting, plot=scenario.plot), 1)


def secret(ident: str) -> Treaty:
    """A treaty of Alba's and Etria's of which the others do not know."""
    return standing(TreatyId(ident), (ALBA, ETRIA), MutualAssistance(), known_to=frozenset({ALBA, ETRIA}))


def test_orders_are_resolved_in_the_fixed_order_whoever_gave_them() -> None:
    table = opened(
        standing(TreatyId("given"), (DORIA, ETRIA), cession((HILLS, FIRST), ceder=DORIA, receiver=ETRIA)),
        standing(TreatyId("withheld"), (ALBA, CARNIA), cession((MARCHES, FIRST), ceder=CARNIA, receiver=ALBA)),
        standing(TreatyId("expiring"), (ALBA, BORIA), NonAggression(), expires=FIRST),
        secret("hidden"),
    )
    give = HandOver(treaty=TreatyId("given"), article=table.state.treaties[TreatyId("given")].text.articles[0].id, stake=HILLS)
    orders: dict[str, tuple[Order, ...]] = {
        "alba": (ApplySanction(BORIA, Sanction.ARMS), GatherIntelligence(DORIA)),
        "boria": (Attack(CARNIA), Mobilise(Readiness.PARTIAL)),
        "doria": (SendAid(to=CARNIA, means=Means.FUNDS), Mobilise(Readiness.PRECAUTIONARY), give),
        "etria": (Leak(TreatyId("hidden")),),
    }
    events = [*ordered(table, **orders), *answers(table), *do(table, BORIA, Decide(persist=True))]
    stages = [stage for e in events for stage, is_of in ORDER.items() if is_of(e)]
    assert [stage for stage, _ in groupby(stages)] == list(ORDER)


def test_what_was_taken_by_force_before_it_was_due_is_not_found_withheld() -> None:
    table = opened(standing(TreatyId("withheld"), (ALBA, CARNIA), cession((MARCHES, FIRST), ceder=CARNIA, receiver=ALBA)))
    events = [*ordered(table, boria=(Occupy(MARCHES),)), *answers(table), *do(table, BORIA, Decide(persist=True))]
    assert table.state.wars and table.state.holder(MARCHES) == BORIA
    assert not [e for e in events if isinstance(e, ObligationBreached) and isinstance(e.duty, Cede)]


@pytest.mark.parametrize("persist", [False, True])
def test_who_did_not_consult_over_a_threat_is_found_out_though_it_came_to_a_crisis_before(persist: bool) -> None:
    table = opened(standing(TreatyId("council"), (ALBA, CARNIA), Consultation(on=Trigger.THREAT)))
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=0))
    events = [*ordered(table), *answers(table), *do(table, BORIA, Decide(persist=persist))]
    found = [e.duty.debtor for e in events if isinstance(e, ObligationBreached) and isinstance(e.duty, Consult)]
    assert sorted(found) == [ALBA, CARNIA]


def test_what_is_promised_in_the_last_crisis_of_the_calendar_nobody_could_have_handed_over() -> None:
    table = opened(turn_count=1)
    do(table, BORIA, IssueUltimatum(target=CARNIA, demand=DemandCession((MARCHES,)), expires=0))
    ordered(table)
    events = answers(table, carnia=Stance.YIELD)
    assert table.state.over and not [e for e in events if isinstance(e, ObligationBreached)]


def test_a_treaty_in_force_until_a_date_is_so_until_the_close_of_it_and_no_longer_when_the_endings_are_tried() -> None:
    table = opened(standing(TreatyId("expiring"), (ALBA, BORIA), NonAggression(), expires=LAST))
    to_phase(table, Phase.ORDERS, 3)
    assert table.state.treaties[TreatyId("expiring")].in_force
    ordered(table)
    assert table.state.over and not table.state.treaties[TreatyId("expiring")].in_force
