"""By whom a scripted power stands in a crisis, and whether it marches through a neutral to get there."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.ai.brain import decide
from engine.clauses import MutualAssistance, NonAggression, OffensiveCooperation
from engine.commands import AnswerCrisis, CommitOrders, Decide
from engine.crisis import Stance, Way
from engine.events import Phase
from engine.names import Condition, Lang, ObjectiveId, Power, StakeId, TreatyId, TurnId
from engine.orders import Attack, OrderKind, Readiness
from engine.plot import Briefing, Objective, Plot, Scenario
from engine.profile import Profile, Style
from engine.setting import PowerSheet, Setting, Stake, Turn
from engine.table import Table
from engine.treaty import Treaty
from tests.engine.settings import both, do, standing, to_phase

MOVER, TARGET, FRIEND, NEUTRAL, GUARANTOR = POWERS = tuple(Power(p) for p in ("mover", "target", "friend", "neutral", "guarantor"))
FORT = StakeId("fort")
DIVISIONS = {MOVER: 20, TARGET: 6, FRIEND: 30, NEUTRAL: 2, GUARANTOR: 120}
ALLIANCE = standing(TreatyId("alliance"), (TARGET, FRIEND), MutualAssistance())
GUARANTEE = standing(TreatyId("guarantee"), (NEUTRAL, GUARANTOR), MutualAssistance())
PLEDGE = standing(TreatyId("pledge"), (NEUTRAL, FRIEND), NonAggression())
STEEL = standing(TreatyId("steel"), (MOVER, FRIEND), OffensiveCooperation())


FRONTIERS = frozenset({(MOVER, TARGET), (FRIEND, NEUTRAL), (NEUTRAL, MOVER), (NEUTRAL, TARGET), (GUARANTOR, FRIEND)})


def attacked(*treaties: Treaty, aim: str = "fort.holder == target", guard: str = "neutral.at_war", through: Power | None = None) -> Table:
    """The mover is about to attack the target, whose friend has no road to either but through the neutral."""
    turns = {TurnId(t): Turn(name=both(t), date=dt.date(1914, 8, n)) for n, t in enumerate(("one", "two"), start=1)}
    briefing = Briefing(
        text=both("Aims."), objectives={ObjectiveId("fort"): Objective(text=both("The fort"), points=100, when=Condition(aim))}
    )
    setting = Setting(
        id="march",
        title=both("March"),
        summary=both("For tests."),
        languages=(Lang("en"), Lang("fr")),
        digest="0" * 64,
        powers={p: PowerSheet(name=both(p), divisions=n, readiness=Readiness.GENERAL) for p, n in DIVISIONS.items()},
        turns=turns,
        stakes={FORT: Stake(name=both("the fort"), holder=TARGET)},
        tracks={},
        borders=frozenset((min(pair), max(pair)) for pair in (FRONTIERS - {(MOVER, TARGET)} if through is not None else FRONTIERS)),
        orders={OrderKind.ATTACK: {}},
    )
    quiet = Briefing(
        text=both("Peace."),
        objectives={ObjectiveId("peace"): Objective(text=both("p"), points=100, when=Condition(f"count({guard}) == 0"))},
    )
    plot = Plot(seed=1, treaties={t.id: t for t in treaties}, briefings={FRIEND: briefing, NEUTRAL: quiet})
    table = Table.open(Scenario(setting=setting, plot=plot), 1)
    to_phase(table, Phase.ORDERS)
    for power in POWERS:
        do(table, power, CommitOrders((Attack(TARGET, through=through),) if power == MOVER else ()))
    return table


def answer(table: Table, power: Power, style: Style = Style.GUARANTOR, seed: int = 1) -> tuple[Stance, Power | None]:
    """What a scripted power answers in the crisis."""
    (act,) = (a for a in decide(table.view(power), power, Profile(style=style), {}, seed).acts if isinstance(a, AnswerCrisis))
    do(table, power, act)
    return act.stance, act.through


@pytest.mark.parametrize(
    ("treaties", "through"),
    [((), NEUTRAL), ((PLEDGE,), NEUTRAL), ((GUARANTEE,), None)],
    ids=["a weak neutral without friends", "one to which something was promised", "one whose guarantor outweighs the gain"],
)
def test_an_ally_without_a_road_marches_through_a_neutral_if_what_it_brings_outweighs_whom_it_raises(
    treaties: tuple[Treaty, ...], through: Power | None
) -> None:
    table = attacked(ALLIANCE, *treaties)
    assert answer(table, FRIEND) == (Stance.WITH_TARGET, through)


def test_a_march_that_would_change_nothing_is_not_made() -> None:
    table = attacked(ALLIANCE, aim="turn == one")
    assert answer(table, FRIEND) == (Stance.WITH_TARGET, None)


def test_one_bound_to_join_the_attack_marches_where_that_wins_it_the_war() -> None:
    table = attacked(STEEL, aim="fort.holder == mover")
    assert answer(table, FRIEND)[0] is Stance.WITH_MOVER


@pytest.mark.parametrize(
    ("guard", "resists"), [("target.at_war", True), ("neutral.at_war", False)], ids=["nothing to lose", "peace above all"]
)
def test_a_neutral_through_which_the_mover_marches_weighs_whether_to_fight_it(guard: str, resists: bool) -> None:
    table = attacked(guard=guard, through=NEUTRAL)
    assert answer(table, NEUTRAL) == (Stance.WITH_TARGET if resists else Stance.NEUTRAL, None)


def test_a_neutral_marched_through_by_one_who_joins_defends_itself_where_that_keeps_the_peace() -> None:
    table = attacked(ALLIANCE)
    for power in (TARGET, NEUTRAL, GUARANTOR):
        do(table, power, AnswerCrisis(stance=Stance.RESIST if power == TARGET else Stance.NEUTRAL))
    assert answer(table, FRIEND) == (Stance.WITH_TARGET, NEUTRAL)
    crisis = table.state.crisis
    assert crisis is not None and crisis.wronged == (NEUTRAL,)
    assert answer(table, NEUTRAL) == (Stance.WITH_MOVER, None)


def test_the_ally_of_a_neutral_marched_through_comes_when_it_is_asked_again() -> None:
    table = attacked(ALLIANCE, GUARANTEE)
    for power in (TARGET, NEUTRAL, GUARANTOR):
        do(table, power, AnswerCrisis(stance=Stance.RESIST if power == TARGET else Stance.NEUTRAL))
    do(table, FRIEND, AnswerCrisis(stance=Stance.WITH_TARGET, through=NEUTRAL))
    assert answer(table, GUARANTOR) == (Stance.WITH_MOVER, None)
    do(table, NEUTRAL, AnswerCrisis(stance=Stance.WITH_MOVER))
    do(table, MOVER, Decide(persist=True))
    (war,) = table.state.wars
    assert war.attackers == (MOVER, NEUTRAL, GUARANTOR)
    assert [line.road.way for line in war.attack] == [Way.FRONTIER] * 3
