"""The order of a turn: dispatches, talks, session, orders, crisis, resolution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine.commands import Choose
from engine.conditions import earned, holds
from engine.crisis import Stance, UltimatumState
from engine.decide import (
    aid,
    courses,
    crises,
    guarantors,
    measures,
    notices,
    organs,
    peaces,
    plebiscites,
    procedure,
    promises,
    resolution,
    ultimatums,
)
from engine.decide.entering import enter_by_date
from engine.decide.leaving import close_day, open_day
from engine.decide.script import fire_events, release_drafts
from engine.decide.talks import choose
from engine.events import (
    BriefingGiven,
    GameEnded,
    ObjectivesScored,
    OrdersCommitted,
    OrdersSealed,
    Phase,
    PhaseOpened,
    TurnOpened,
    UltimatumClosed,
)
from engine.names import EVERYBODY, EndingId, ObjectiveId, Power
from engine.occasions import Occasion
from engine.proceedings import Proceedings
from engine.roll import business
from engine.setting import AfterWar
from engine.state import State

CALENDAR_RAN_OUT = EndingId("calendar_ran_out")
WAR_BROKE_OUT = EndingId("war_broke_out")


def open_turn(proceedings: Proceedings, turn: int) -> None:
    """Open a date: the calendar's events, the drafts that come to hand, then the talks."""
    proceedings.note(TurnOpened(turn=turn, audience=EVERYBODY))
    open_day(proceedings)
    enter_by_date(proceedings)
    measures.open_turn(proceedings)
    organs.seat_members(proceedings)
    peaces.make_peace(proceedings)
    ultimatums.drop(proceedings)
    fire_events(proceedings)
    plebiscites.count_votes(proceedings)
    release_drafts(proceedings)
    proceedings.note(PhaseOpened(phase=Phase.TALKS, audience=EVERYBODY))


def after(proceedings: Proceedings) -> None:
    """Go on to the next step as long as nobody is waited for."""
    while not proceedings.state.over and _is_done(proceedings):
        _next_step(proceedings)


def _is_done(proceedings: Proceedings) -> bool:
    state = proceedings.state
    everybody = frozenset(state.powers())
    match state.phase:
        case Phase.TALKS:
            return state.ready >= everybody
        case Phase.SESSION:
            return state.sitting is None
        case Phase.ORDERS:
            return state.committed >= everybody
        case Phase.CRISIS:
            return state.crisis is None
        case Phase.OVER:
            return False
        case _:
            assert_never(state.phase)


def close_phase(proceedings: Proceedings) -> None:
    """Close the step for all: who has not spoken has abstained, ordered nothing, or stayed neutral."""
    state = proceedings.state
    match state.phase:
        case Phase.TALKS:
            _next_step(proceedings)
        case Phase.SESSION:
            if proceedings.state.sitting is not None:
                procedure.go_on(proceedings)
                procedure.advance(proceedings)
        case Phase.ORDERS:
            for power in state.powers():
                if power not in state.committed:
                    proceedings.note(
                        OrdersCommitted(power=power, audience=EVERYBODY),
                        OrdersSealed(power=power, orders=(), audience=frozenset({power})),
                    )
        case Phase.CRISIS:
            _close_crisis(proceedings)
        case Phase.OVER:
            return
        case _:
            assert_never(state.phase)


def _close_crisis(proceedings: Proceedings) -> None:
    crisis = proceedings.state.crisis
    if crisis is None:
        return
    if crisis.revealed:
        crises.conclude(proceedings, persist=False)
        return
    for power in sorted(crisis.called - crisis.answered):
        silent = Stance.RESIST if power == crisis.target else Stance.NEUTRAL
        crises.answer(proceedings, power, crisis.stances.get(power, silent))
    crises.reveal(proceedings)


def _next_step(proceedings: Proceedings) -> None:
    match proceedings.state.phase:
        case Phase.TALKS:
            step = Phase.SESSION if business(proceedings.state) else Phase.ORDERS
            proceedings.note(PhaseOpened(phase=step, audience=EVERYBODY))
            procedure.advance(proceedings)
        case Phase.SESSION:
            proceedings.note(PhaseOpened(phase=Phase.ORDERS, audience=EVERYBODY))
        case Phase.ORDERS:
            _make_default_choices(proceedings)
            resolution.carry_out(proceedings)
            if crises.next_crisis(proceedings):
                proceedings.note(PhaseOpened(phase=Phase.CRISIS, audience=EVERYBODY))
            else:
                _resolve(proceedings)
        case Phase.CRISIS:
            if not crises.next_crisis(proceedings):
                _resolve(proceedings)
        case Phase.OVER:
            return
        case _:
            assert_never(proceedings.state.phase)


def _make_default_choices(proceedings: Proceedings) -> None:
    """Answer for those who have not: the default, or the first choice."""
    for news in tuple(proceedings.state.news.values()):
        choice = news.default if news.default in news.choices else next(iter(news.choices))
        assert choice is not None
        choose(proceedings, Choose(event=news.event, choice=choice))


def _resolve(proceedings: Proceedings) -> None:
    """Close the turn once the orders are carried out and the crises over: what was not kept is found, by the wars of this turn too, what
    expires ends, tracks drift, endings are tried, the next date opens."""
    _find_breaches(proceedings)
    _close_ultimatums(proceedings)
    close_day(proceedings)
    organs.seat_members(proceedings)
    measures.close_turn(proceedings)
    courses.close_turn(proceedings)
    resolution.let_sanctions_tell(proceedings)
    proceedings.drift()
    last = proceedings.state.turn + 1 >= len(proceedings.state.setting.turns)
    ending = _ending(proceedings)
    if ending is None and _war_ends_it(proceedings.state):
        ending = WAR_BROKE_OUT
    if ending is not None or last:
        _end(proceedings, ending or CALENDAR_RAN_OUT)
    else:
        open_turn(proceedings, proceedings.state.turn + 1)


def _find_breaches(proceedings: Proceedings) -> None:
    """Find what was due by now, or called for by a case, and is not done."""
    measures.find_compliance(proceedings)
    organs.find_attendance(proceedings)
    promises.find_defaults(proceedings)
    aid.find_aid(proceedings)
    guarantors.find_answers(proceedings)
    notices.find_withheld(proceedings)
    notices.find_contradicted(proceedings)
    courses.find_compliance(proceedings)


def _close_ultimatums(proceedings: Proceedings) -> None:
    """Take off the table what was met, or has lapsed without a crisis of its own."""
    for (issuer, target), ultimatum in tuple(proceedings.state.ultimatums.items()):
        state = proceedings.state
        done = ultimatum.state is UltimatumState.ACCEPTED or crises.is_met(state, ultimatum)
        if done or crises.has_lapsed(state, ultimatum):
            proceedings.note(UltimatumClosed(issuer=issuer, target=target, audience=EVERYBODY))
            if not done and target not in state.at_war(issuer):
                # Another crisis between the two came first: what was threatened has not been followed all the same.
                proceedings.follow(Occasion.STEPPED_BACK, issuer, target)


def _war_ends_it(state: State) -> bool:
    """Whether a war broke out in this turn, in a scenario that a war ends."""
    return state.setting.force.war is AfterWar.ENDS and any(war.turn == state.turn for war in state.wars)


def _ending(proceedings: Proceedings) -> EndingId | None:
    state = proceedings.state
    if state.plot is None:
        return None
    return next((ident for ident, ending in state.plot.endings.items() if holds(state, ending.when)), None)


def _end(proceedings: Proceedings, ident: EndingId) -> None:
    """Open the instructions to everybody, score the aims, close the scenario."""
    state = proceedings.state
    assert state.plot is not None
    for power, briefing in state.plot.briefings.items():
        proceedings.note(BriefingGiven(power=power, briefing=briefing, audience=EVERYBODY))
    for power in state.powers():
        points, met, partly = score(proceedings, power)
        proceedings.note(ObjectivesScored(power=power, points=points, met=met, partly=partly, audience=EVERYBODY))
    ending = state.plot.endings.get(ident)
    title, text = (ending.title, ending.text) if ending is not None else ({}, {})
    proceedings.note(GameEnded(ending=ident, title=title, text=text, audience=EVERYBODY))


def score(proceedings: Proceedings, power: Power) -> tuple[int, tuple[ObjectiveId, ...], Mapping[ObjectiveId, int]]:
    """The points that a power's aims have brought it, which of them are met, and what the others have earned in part."""
    state = proceedings.state
    assert state.plot is not None
    briefing = state.plot.briefings.get(power)
    if briefing is None:
        return 0, (), {}
    points = {key: earned(state, aim) for key, aim in briefing.objectives.items()}
    met = tuple(key for key, aim in briefing.objectives.items() if holds(state, aim.when))
    return sum(points.values()), met, {key: n for key, n in points.items() if n and key not in met}
