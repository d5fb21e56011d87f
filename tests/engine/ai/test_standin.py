"""The driver of scripted powers: it waits for hands, survives failures, and never goes on for ever."""

from __future__ import annotations

import pytest

from engine.ai import standin
from engine.ai.brain import Decision
from engine.ai.random_legal import random_command, random_step
from engine.ai.standin import Company, fallback, let_scripted_play
from engine.commands import CloseStep, CommitOrders, Send, SignalReady
from engine.events import Phase
from engine.messages import Phrase
from engine.names import Onlooker, Power
from engine.options import options
from engine.refusal import Refusal
from engine.simulate import play_out
from engine.sitting import Step
from engine.state import State
from engine.table import Table
from tests.engine.ai.tables import FRANCE, GERMANY, POWERS, at_random, munich, open_talks, scripted, seated
from tests.engine.profiles import SOAK


@pytest.mark.parametrize("absent", POWERS)
def test_a_game_with_one_idle_hand_still_comes_to_an_ending(absent: Power) -> None:
    table, company = seated(absent)
    for _ in range(400):
        if table.state.over:
            break
        played = company.play()
        assert all(p.refusal is None and not p.failure for p in played)
        table.play(Onlooker.FACILITATOR, CloseStep())
    assert table.state.ending in munich().plot.endings


def test_scripted_powers_wait_for_a_hand_and_do_nothing_twice() -> None:
    table, company = open_talks("anglo_french", FRANCE)
    assert company.play() == []
    assert table.state.phase is Phase.TALKS
    assert Company(table, frozenset(POWERS) - {FRANCE}).play() == []


def test_a_power_that_cannot_think_lets_the_step_pass_and_the_caller_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Decision:
        raise ZeroDivisionError

    monkeypatch.setattr(standin, "decide", fail)
    game = play_out(munich(), 1)
    assert game.table.state.over
    assert {p.failure for p in game.failures} == {"ZeroDivisionError"}


def test_a_quarrel_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def chatter(view: object, power: Power, *_: object, **__: object) -> Decision:
        other = GERMANY if power != GERMANY else FRANCE
        return Decision(acts=(Send(to=frozenset({other}), phrase=Phrase(code="thanks")),), memory={})

    monkeypatch.setattr(standin, "decide", chatter)
    table = Table.open(munich(), 1)
    played = let_scripted_play(table, frozenset(POWERS))
    assert table.state.turn >= 1, "steps are closed all the same"
    assert len(played) < 5000


def test_not_thinking_again_when_others_only_close_their_step_changes_no_game(monkeypatch: pytest.MonkeyPatch) -> None:
    spared = scripted(2).table.chronicle
    monkeypatch.setattr(standin, "_is_as_before", lambda before, now, _: before is now)
    assert play_out(munich(), 2).table.chronicle == spared


@pytest.mark.parametrize("seed", range(5 if SOAK else 3))
def test_the_fallback_is_always_open(seed: int) -> None:
    table = Table.open(munich(), seed)
    for step, act in enumerate(at_random(seed)[:300]):
        table.play(*act)
        for power in POWERS if SOAK else (POWERS[step % len(POWERS)],):
            view = table.view(power)
            for act in fallback(view, power):
                assert any(option.admits(act) for option in options(view, power))


@pytest.mark.parametrize("seed", range(10 if SOAK else 5))
def test_what_is_drawn_at_random_among_the_options_is_never_refused(seed: int) -> None:
    table = Table.open(munich(), seed)
    for step, act in enumerate(at_random(seed)[:300]):
        assert random_step(table.state, seed, step) == act
        assert not isinstance(table.play(*act), Refusal)
    assert table.state.over or len(table.chronicle) > 300


def test_nothing_is_drawn_when_nothing_is_open() -> None:
    table = scripted(0).table
    assert random_command(table.state, FRANCE, 0, "after") is None


def test_the_last_act_of_each_step_closes_it() -> None:
    table = Table.open(munich(), 2)
    played = Company(table, frozenset(POWERS)).play(cap=60)
    closing = [p.command for p in played if isinstance(p.command, SignalReady | CommitOrders)]
    assert len(closing) >= 14


def waited_for(state: State) -> frozenset[Power]:
    """Those whose act the present step needs before it closes."""
    match state.phase:
        case Phase.TALKS:
            return frozenset(POWERS) - state.ready
        case Phase.ORDERS:
            return frozenset(POWERS) - state.committed
        case Phase.SESSION:
            sitting = state.sitting
            if sitting is None:
                return frozenset()
            if sitting.step is Step.INVITATION:
                return frozenset({sitting.guest} if sitting.guest is not None else ())
            return (
                frozenset(sitting.poll.voters) - sitting.poll.cast
                if sitting.poll is not None
                else frozenset(sitting.at_table) - sitting.yielded
            )
        case Phase.CRISIS:
            assert state.crisis is not None
            return frozenset({state.crisis.mover}) if state.crisis.revealed else state.crisis.called - state.crisis.answered
        case Phase.OVER:
            return frozenset()


@pytest.mark.parametrize("human", POWERS)
def test_whatever_a_hand_does_the_scripted_powers_are_never_refused_and_nothing_waits_for_them(human: Power) -> None:
    table, company = seated(human, seed=len(human))
    for step in range(120):
        played = company.play()
        assert all(p.refusal is None and not p.failure for p in played)
        if table.state.over:
            return
        assert not [asker for asker, asked in table.state.questions if asked != human]
        assert waited_for(table.state) <= {human}
        command = random_command(table.state, human, 3, f"{step}")
        if command is None or step % 12 == 11:
            table.play(Onlooker.FACILITATOR, CloseStep())
        else:
            table.play(human, command)
