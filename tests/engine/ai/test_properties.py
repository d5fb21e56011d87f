"""Laws of scripted play: determinism, blindness, legality, manners, and an end to every game."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from attrs import evolve

from engine.ai.answers import MOST_EXCHANGES
from engine.ai.brain import Decision, decide
from engine.ai.standin import NO_PROFILE
from engine.commands import Amend, Send
from engine.events import MessageSent, PhaseOpened, TurnOpened, VersionProposed
from engine.names import EndingId, Power
from engine.options import options
from engine.plot import Briefing, Scenario
from engine.profile import Profile
from engine.simulate import play_out, simulate
from engine.state import State
from engine.table import Table
from tests.engine.ai.tables import POWERS, at_random, munich, profile, scripted
from tests.engine.profiles import SOAK

GAMES = 20 if SOAK else 8
DIGEST = """
import hashlib, scenarios
from engine.codec import encode_event
from engine.simulate import play_out
chronicle = play_out(scenarios.load("munich-1938"), 11).table.chronicle
print(hashlib.sha256(b"".join(encode_event(e) for e in chronicle)).hexdigest())
"""


def test_the_same_seed_gives_the_same_game_whatever_the_hash_seed() -> None:
    said = set()
    for hash_seed in ("0", "4711"):
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(ran.stdout.strip())
    assert len(said) == 1


def moments(seed: int) -> Iterator[tuple[Table, int]]:
    """A game at random among the options, seen now and then."""
    table = Table.open(munich(), seed)
    for step, act in enumerate(at_random(seed)):
        table.play(*act)
        if step % (9 if SOAK else 20) == 0:
            yield table, step


@pytest.mark.parametrize("seed", range(6 if SOAK else 3))
def test_no_act_is_outside_the_options_and_deciding_twice_decides_the_same(seed: int) -> None:
    chosen: Counter[str] = Counter()
    for table, _ in moments(seed):
        for power in POWERS:
            view = table.view(power)
            heard = tuple(e for e in table.chronicle if isinstance(e, MessageSent) and power in e.to)
            for how in (profile(power), NO_PROFILE):
                for last in (False, True):
                    decision = decide(view, power, how, {}, seed, heard, last=last)
                    open_now = options(view, power)
                    for act in decision.acts:
                        assert any(option.admits(act) for option in open_now), act
                        chosen[type(act).__name__] += 1
                    assert decision == decide(view, power, how, {}, seed, heard, last=last)
                    assert [because.act for because in decision.reasons] == list(decision.acts)
                    assert_does_not_contradict_itself(decision)
    assert len(chosen) >= 4


def assert_does_not_contradict_itself(decision: Decision) -> None:
    amended = [act.treaty for act in decision.acts if isinstance(act, Amend)]
    assert len(amended) == len(set(amended))
    assert len(decision.acts) == len({repr(act) for act in decision.acts})
    assert all(act.text == "" for act in decision.acts if isinstance(act, Send))


def scrambled(scenario: Scenario, keep: Power) -> Scenario:
    """The same setting with everything changed that a power may not know."""
    plot = scenario.plot
    briefings = {p: b if p == keep else Briefing() for p, b in plot.briefings.items()}
    profiles = {p: Profile() for p in plot.profiles}
    endings = {EndingId(f"other_{key}"): ending for key, ending in plot.endings.items()}
    return evolve(scenario, plot=evolve(plot, briefings=briefings, profiles=profiles, endings=endings))


@pytest.mark.parametrize("power", POWERS)
def test_hidden_facts_change_no_decision(power: Power) -> None:
    compared = 0
    for seed in range(3):
        one, other = Table.open(munich(), seed), Table.open(scrambled(munich(), power), seed)
        for step, act in enumerate(at_random(seed)[:160]):
            one.play(*act)
            other.play(*act)
            if step % 8 == 0 and not one.state.over:
                seen: list[State] = [one.view(power), other.view(power)]
                assert all(view.plot is None for view in seen)
                decisions = [decide(view, power, profile(power), {}, seed, (), last=True) for view in seen]
                assert decisions[0] == decisions[1]
                compared += 1
    assert compared > 10


@pytest.mark.parametrize("seed", range(GAMES))
def test_seven_scripted_powers_reach_an_ending_without_a_refused_act_and_with_good_manners(seed: int) -> None:
    game = scripted(seed)
    assert game.table.state.ending in munich().plot.endings
    assert game.refused == () and game.failures == ()
    turn = 0
    answers: Counter[tuple[int, str, str]] = Counter()
    for event in game.table.chronicle:
        if isinstance(event, TurnOpened):
            turn = event.turn
        if isinstance(event, MessageSent) and event.regarding is not None:
            answers[(turn, event.by, event.regarding.treaty)] += 1
    assert max(answers.values()) <= MOST_EXCHANGES
    for treaty in game.table.state.treaties.values():
        texts = [version.articles for version in treaty.versions]
        assert all(texts.count(text) == 1 for text in texts)
    steps = [e for e in game.table.chronicle if isinstance(e, PhaseOpened | TurnOpened)]
    assert len(game.table.chronicle) < 60 * len(steps)


def test_games_differ_from_seed_to_seed() -> None:
    assert len({scripted(seed).table.state.ending for seed in range(12 if SOAK else 5)}) >= 2


def test_a_scenario_without_profiles_comes_to_its_end() -> None:
    bare = evolve(munich(), plot=evolve(munich().plot, profiles={}))
    assert play_out(bare, 1).table.state.over


def test_a_report_counts_every_game_and_progress_is_told_game_by_game() -> None:
    told: list[int] = []
    report = simulate(munich(), 2, 5, told.append)
    assert told == [1, 2]
    assert sum(report.endings.values()) == 2
    assert report.failures == 0 and report.refused == 0


def test_a_counter_draft_is_never_sent_without_the_words_for_it() -> None:
    table = scripted(3).table
    proposed = [e for e in table.chronicle if isinstance(e, VersionProposed)]
    countered = [e for e in table.chronicle if isinstance(e, MessageSent) and e.phrase is not None and e.phrase.code == "counter"]
    assert proposed and [e.version.by for e in proposed] == [e.by for e in countered]
