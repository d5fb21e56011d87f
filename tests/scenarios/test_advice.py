"""Advice is certain: what it calls never happens in no game, what it calls always happens in every one."""

from __future__ import annotations

from importlib import resources

import pytest

import scenarios
from engine.conditions import compile_condition
from engine.names import TurnId
from engine.simulate import play_out
from scenarios.reading.conditions import scope_of
from scenarios.reading.possible import Prospects
from scenarios.reading.reader import read_text

MODEL = (resources.files("scenarios") / "authoring" / "model.yaml").read_text(encoding="utf-8")

# On the model: tension runs from 0 to 100, two powers, one stake, the pact between both from spring on, the flood in summer.
BOUNDS = [
    ("tension >= 0", "always"),
    ("tension > 100", "never"),
    ("tension + 1 > 0 and not tension > 100", "always"),
    ("tension - 101 >= 0", "never"),
    ("-tension > 0", "never"),
    ("tension * 2 <= 200", "always"),
    ("northland.support <= 100", "always"),
    ("northland.support < 50", "either"),
    ("northland.readiness >= 0", "always"),
    ("northland.readiness > 9", "never"),
    ("northland in northland.at_war", "never"),
    ("southland in northland.at_war", "either"),
    ("count(northland.at_war) <= 1", "always"),
    ("count(river_pact.signed) >= 3", "never"),
    ("count(river_pact.signed) >= 2", "either"),
    ("all_in([northland, southland], river_pact.signed)", "either"),
    ("any_in([northland], [southland])", "never"),
    ("all_in([northland], [southland, northland])", "always"),
    ("held(northland) <= 1", "always"),
    ("held(northland) == 2", "never"),
    ("trust(northland, southland) <= 100", "always"),
    ('flood.choice == "none"', "either"),
    ('turn == spring and flood.choice == "help"', "never"),
    ("turn == spring and flood.fired", "never"),
    ("turn == summer and turn == autumn", "never"),
    ("turn == spring or turn >= summer", "always"),
    ("turn != spring or tension >= 0", "always"),
    ("not (valley.holder == northland)", "either"),
    ("northland == southland", "never"),
    ("river_pact.in_force or not river_pact.in_force", "either"),
    ('ultimatum(northland, southland) == "none"', "either"),
]


@pytest.mark.parametrize(("source", "verdict"), BOUNDS, ids=[source for source, _ in BOUNDS])
def test_a_condition_is_judged_by_its_bounds(source: str, verdict: str) -> None:
    scenario = read_text(MODEL).scenario
    assert scenario is not None
    compile_condition(source, scope_of(scenario))
    expected = {"always": {True}, "never": {False}, "either": {True, False}}[verdict]
    assert Prospects(scenario).ever(source) == expected


@pytest.mark.parametrize("name", scenarios.names())
def test_no_game_contradicts_the_bounds(name: str) -> None:
    """At every moment of played games each condition of the file is what its bounds allow in that turn."""
    scenario = scenarios.load(name)
    prospects, scope, plot = Prospects(scenario), scope_of(scenario), scenario.plot
    sources = {str(e.when) for e in plot.endings.values()} | {str(a.when) for b in plot.briefings.values() for a in b.objectives.values()}
    sources |= {str(rule.when) for mind in plot.profiles.values() for rule in mind.script.values()}
    asks = {source: compile_condition(source, scope) for source in sources}
    turns = list(scenario.setting.turns)
    table = play_out(scenario, 7).table
    last = table.state
    place = turns.index(TurnId(last.turn_id))
    for source, ask in asks.items():
        assert ask(last) in prospects.can_be(source, place)
