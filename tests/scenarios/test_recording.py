"""A game written down is played again the same way, and an act is read back as the act that it was."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import yaml

import scenarios
from client.__main__ import run
from client.commands.texts import Plain
from engine.ai.random_legal import random_step
from engine.clauses import NonAggression
from engine.codec import decode_event, encode_event
from engine.commands import FindVoid, Sign
from engine.events import TreatySigned
from engine.names import Lang, Onlooker, TreatyId
from engine.plot import Scenario
from engine.setting import Coercion
from engine.simulate import play_out
from engine.table import Table
from scenarios.authoring.acts import act_words
from scenarios.authoring.beginning import model
from scenarios.authoring.recording import Watched, record, simulated
from scenarios.authoring.rehearsal import opening_at
from scenarios.authoring.retracing import UMPIRES, CannotRetrace, retraced
from scenarios.playthrough import attempts
from scenarios.reading.shape import Shaper
from scenarios.reading.steps import COMMANDS, check_steps
from server.journal import Entry, GameRow
from server.sqlite_journal import SqliteJournal
from tests.engine.settings import BORIA, CARNIA, FACILITATOR, conclude, do
from tests.engine.test_law_of_the_time import THREAT, under

EN, FR = Lang("en"), Lang("fr")
MODEL = scenarios.read(model())


def read_back(scenario: Scenario, words: str) -> object:
    """The act that a line of a playthrough stands for."""
    node = yaml.compose(words, Loader=yaml.SafeLoader)
    assert node is not None
    shaper = Shaper(tuple(scenario.setting.languages), turns=tuple(scenario.setting.turns))
    act = shaper.union(node, COMMANDS, "act")
    assert shaper.found.problems == []
    return act


@pytest.mark.parametrize(("name", "lang"), [*((name, EN) for name in scenarios.names()), ("model", EN), ("model", FR)])
def test_a_recorded_game_goes_the_same_way_when_it_is_played_from_its_file(name: str, lang: Lang) -> None:
    scenario = MODEL if name == "model" else scenarios.load(name)
    text = record(scenario, "as_simulated", 7, simulated(scenario, 7), lang)
    assert check_steps(scenario, text) == ()
    (played,) = attempts(scenario, text)
    assert played.failure == ""
    assert played.table.state.ending == play_out(scenario, 7).table.state.ending
    assert "Send" not in text and "signal_ready" not in text


@pytest.mark.parametrize("name", scenarios.names())
def test_every_act_is_read_back_as_it_was(name: str) -> None:
    scenario = scenarios.load(name)
    table = Table.open(scenario, 3)
    acts = []
    for step in range(250):
        by, command = random_step(table.state, 3, step)
        table.play(by, command)
        if not isinstance(by, Onlooker):
            acts.append(command)
    assert len(acts) > 50
    for act in acts:
        assert read_back(scenario, act_words(act, scenario.setting.turns)) == act  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", scenarios.names())
def test_the_acts_of_a_game_at_random_are_found_again_from_what_happened(name: str, seed: int) -> None:
    scenario = scenarios.load(name)
    table = Watched.open(scenario, seed)
    assert isinstance(table, Watched)
    for step in range(120):
        table.play(*random_step(table.state, seed, step))
    found_scenario, found_seed, acts = retraced([decode_event(encode_event(event)) for event in table.chronicle])
    assert (found_scenario.setting, found_seed) == (scenario.setting, seed)
    again = Watched.open(scenario, seed)
    assert isinstance(again, Watched)
    for act in acts:
        again.play(act.by, act.command)
    # The clock and what scripted powers keep in mind are no part of the game that is retraced.
    assert again.chronicle == [event for event in table.chronicle if not isinstance(event, UMPIRES)]


def test_a_finding_of_the_facilitator_is_found_again_and_written_down() -> None:
    """VCLT 52."""
    scenario = under(coercion=Coercion.CONTESTED)
    table = Watched.open(scenario, 1)
    assert isinstance(table, Watched)
    do(table, BORIA, THREAT)
    conclude(table, BORIA, "pact", (BORIA, CARNIA), NonAggression())
    do(table, FACILITATOR, FindVoid(treaty=TreatyId("boria.pact"), power=CARNIA))
    _, _, acts = retraced(table.chronicle)
    assert [(act.by, act.command) for act in acts] == [(act.by, act.command) for act in table.acts]
    text = record(scenario, "found", 1, acts, EN)
    assert "facilitator: {find_void: {treaty: boria.pact, power: carnia}}" in text
    assert check_steps(scenario, text) == ()
    (played,) = attempts(scenario, text)
    assert played.failure == "" and played.table.state.treaties == table.state.treaties


def test_a_finding_that_cannot_be_says_what_the_facilitator_may_do() -> None:
    steps = "wrong:\n  - facilitator: {find_void: {treaty: entente, power: alba}}\n"
    (played,) = attempts(under(coercion=Coercion.CONTESTED), steps)
    assert "no party to that treaty threatened" in played.failure and "facilitator" in played.failure
    assert check_steps(under(), "wrong:\n  - facilitator: {sign: {treaty: entente}}\n")


def test_what_did_not_come_of_these_rules_cannot_be_traced_back() -> None:
    events = play_out(MODEL, 5).table.chronicle
    signed = next(n for n, event in enumerate(events) if isinstance(event, TreatySigned))
    with pytest.raises(CannotRetrace):
        retraced([*events, events[signed]])


def test_a_scene_is_traced_back_with_the_turns_that_the_computer_played() -> None:
    _, _, acts = retraced(opening_at(MODEL, "summer")(MODEL, 5))
    assert any(isinstance(act.command, Sign) for act in acts)


def test_a_playthrough_is_written_from_the_newest_game_of_a_journal(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = scenarios.load(str(file))
    journal = tmp_path / "games.db"

    async def keep() -> None:
        store = SqliteJournal(str(journal))
        for number, seed in enumerate((4, 5)):
            row = GameRow(
                id=f"g{number}", scenario=scenario.setting.id, text=model(), digest="", seed=seed, code=f"c{number}", created=number
            )
            await store.create(row)
            events = tuple(encode_event(event) for event in play_out(scenario, seed).table.chronicle)
            await store.append(Entry(game=row.id, first=1, events=events))
        store.close()

    asyncio.run(keep())
    assert run(["test", str(file), "--new", "newest", "--played", str(journal), "--lang", "en"]) == 0
    assert run(["test", str(file), "--new", "older", "--played", str(journal), "--game", "g0", "--lang", "en"]) == 0
    capsys.readouterr()
    assert run(["test", str(file), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "newest  ok\nolder  ok\n"
    text = file.with_name("pact.test.yaml").read_text(encoding="utf-8")
    assert text.index("- seed: 5") < text.index("- seed: 4") and "ending: " in text
    with pytest.raises(Plain, match="no such game"):
        run(["test", str(file), "--new", "other", "--played", str(journal), "--game", "g9", "--lang", "en"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The model as a file."""
    path = tmp_path / "pact.yaml"
    path.write_text(model(), encoding="utf-8")
    return path


def test_a_playthrough_is_written_beside_the_scenario_and_another_after_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(file), "--new", "peace", "--lang", "en"]) == 0
    assert run(["test", str(file), "--new", "again", "--seed", "5", "--lang", "fr"]) == 0
    assert "locarno test" in capsys.readouterr().out
    text = file.with_name("pact.test.yaml").read_text(encoding="utf-8")
    assert "\n  - seed: 5\n" in text and "Now open:" in text and "Désormais possible" in text
    assert run(["test", str(file), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "peace  ok\nagain  ok\n"
    assert run(["lint", str(file.with_name("pact.test.yaml")), "--lang", "en"]) == 0
    for name in ("peace", "No Name"):
        with pytest.raises(Plain, match=name):
            run(["test", str(file), "--new", name, "--lang", "en"])


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("southland: {initial: {treaty: river_pact, version: 1}}", "southland: {convene:"),
        ("northland: {table: {treaty: river_pact, to: [northland]}}", "- northland: {table: {treaty: river_pact, to: [southland]}}"),
        ("northland: {cast_ballot: {organ: league, ballot: for}}", "northland cannot 'cast_ballot' in this step (talks)"),
        ("close: orders", "write 'close: talks'"),
        ("turn: summer", "'close: talks' goes on"),
        ("northland: {sing: {treaty: river_pact}}", "'sing'"),
    ],
)
def test_a_step_that_cannot_be_says_what_was_open_instead(steps: str, said: str) -> None:
    (played,) = attempts(MODEL, f"scene:\n  - {steps}\n", "pact.test.yaml", EN)
    assert said in played.failure


@pytest.mark.parametrize("steps", ["- turn: spring\n  - seed: 4", "- seed: four"])
def test_a_seed_stands_first_and_is_a_number(steps: str) -> None:
    (played,) = attempts(MODEL, f"scene:\n  {steps}\n", "pact.test.yaml", EN)
    assert "a seed is a number" in played.failure
