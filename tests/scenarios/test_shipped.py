"""Every shipped scenario reads without a fault, plays as history went, and can be played by scripted powers."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import pytest
import yaml

import scenarios
from engine.codec import decode_event, encode_event
from engine.names import Lang, Onlooker
from engine.orders import Readiness
from engine.setting import Setting, Text
from engine.simulate import Game, play_out
from engine.table import Table
from engine.texts.chronicle import tell
from engine.treaty import Stage
from scenarios.playthrough import PlaythroughFailed, run
from scenarios.reading.reader import read_text


def playthroughs(name: str) -> str:
    """The text of a scenario's playthroughs."""
    return (resources.files("scenarios") / f"{name.replace('-', '_')}.test.yaml").read_text(encoding="utf-8")


read = cache(scenarios.load)
"""A shipped scenario, read once."""


@cache
def scripted(name: str, seed: int) -> Game:
    """A game of scripted powers, played once for all tests that only look at it."""
    return play_out(read(name), seed)


@pytest.mark.parametrize("name", scenarios.names())
def test_a_shipped_scenario_has_nothing_to_be_said_against_it(name: str) -> None:
    assert read_text(scenarios.source(name)).problems == ()


@pytest.mark.parametrize("name", scenarios.names())
def test_a_shipped_scenario_reads_the_same_where_the_fast_parser_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenarios.reading.nodes.Loader", yaml.SafeLoader)
    assert read_text(scenarios.source(name)).problems == ()


@pytest.mark.parametrize("name", scenarios.names())
def test_the_playthroughs_go_as_written_and_reach_every_ending(name: str) -> None:
    scenario = read(name)
    played = run(scenario, playthroughs(name), name)
    assert {p.name for p in played} >= {"as_it_was"}
    assert {p.table.state.ending for p in played} == set(scenario.plot.endings)


def counted(setting: Setting) -> dict[str, Text]:
    """Where every figure of force in a scenario says that it comes from, by the power or the way to which it belongs."""
    found = {
        str(power): sheet.figures
        for power, sheet in setting.powers.items()
        if sheet.divisions or sheet.musters or sheet.fleet or sheet.aircraft or sheet.readiness is not Readiness.PEACE
    }
    ways = (route for route in setting.routes if route.carries is not None or route.commanded_by is not None)
    return found | {"-".join(route.between): route.figures for route in ways}


def author(source: str) -> str:
    """The name under which a source is cited: without initials, title and year."""
    return re.sub(r"^([A-Z]\. ?)+", "", source).split(",")[0].strip(". ")


@pytest.mark.parametrize("name", scenarios.names())
def test_every_figure_of_force_names_a_source_that_the_scenario_lists(name: str) -> None:
    setting = read(name).setting
    listed = tuple(author(source) for source in setting.sources)
    for where, words in counted(setting).items():
        assert any(source in words.get(Lang("en"), "") for source in listed), f"{where}: {words}"
        assert words.get(Lang("fr")), where
        assert "convention" not in words[Lang("en")], where


def test_munich_as_it_was_ends_in_the_agreement_carried_out() -> None:
    (played,) = (p for p in run(read("munich-1938"), playthroughs("munich-1938")) if p.name == "as_it_was")
    state = played.table.state
    assert state.ending == "munich_carried_out"
    assert state.treaties["munich_agreement"].stage is Stage.IN_FORCE  # type: ignore[index]
    assert sorted(state.treaties["munich_agreement"].parties) == ["britain", "france", "germany", "italy"]  # type: ignore[index]
    assert not state.wars


def test_a_playthrough_that_goes_otherwise_names_its_line() -> None:
    wrong = "as_it_was:\n  - turn: berchtesgaden\n  - poland: {sign: {treaty: munich_agreement}}\n"
    with pytest.raises(PlaythroughFailed, match=r"m\.test\.yaml:3:13: poland"):
        run(read("munich-1938"), wrong, "m.test.yaml")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", scenarios.names())
def test_scripted_powers_always_reach_an_ending_and_are_never_refused(name: str, seed: int) -> None:
    game = scripted(name, seed)
    assert game.table.state.ending in read(name).plot.endings
    assert game.refused == ()


@pytest.mark.parametrize("name", scenarios.names())
def test_a_played_game_is_the_same_from_its_journal_and_tells_itself_in_every_language(name: str) -> None:
    scenario, table = read(name), scripted(name, 3).table
    bodies = [encode_event(event) for event in table.chronicle]
    again = Table.resume(decode_event(body) for body in bodies)
    assert again.state == table.state
    assert [encode_event(event) for event in again.chronicle] == bodies
    for lang in scenario.setting.languages:
        told = [tell(event, Lang(lang), table.state.setting, table.state.treaties) for event in table.chronicle]
        assert sum(line is not None for line in told) > len(told) // 2
        assert not any("{" in line for line in told if line)


@pytest.mark.parametrize("name", scenarios.names())
def test_every_viewer_can_fold_what_it_is_told(name: str) -> None:
    table = scripted(name, 2).table
    for viewer in (*table.state.powers(), *Onlooker):
        view = table.view(viewer)
        assert (view.turn, view.phase, view.holders, view.readiness) == (
            table.state.turn,
            table.state.phase,
            table.state.holders,
            table.state.readiness,
        )
