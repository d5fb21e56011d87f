"""The author's guide is true: every snippet in it is read, and the scenario that it builds is faultless, plays, and passes its own test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from client.__main__ import parser
from engine.names import Lang
from engine.simulate import play_out
from scenarios.authoring.blocks import as_plain
from scenarios.authoring.recording import record, simulated
from scenarios.authoring.reporting import pages
from scenarios.authoring.trial import hold_trial
from scenarios.playthrough import attempts
from scenarios.reading.reader import Reading, read_text
from scenarios.reading.report import as_text

GUIDE = (Path(__file__).parents[2] / "docs" / "author-guide.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
STEPS = [body for lang, use, body in SNIPPETS if lang == "yaml" and not use]
"""What the reader of the guide writes, in order: a block written again replaces the former one."""


def blocks(text: str) -> dict[str, str]:
    """The blocks of a file by their keys."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return {part.split(":")[0]: part.rstrip("\n") + "\n" for part in parts if part.strip()}


def after(steps: int) -> str:
    """The file after so many steps."""
    file: dict[str, str] = {}
    for step in STEPS[:steps]:
        file |= blocks(step)
    return "".join(file.values())


def read(steps: int) -> Reading:
    """What the linter makes of it."""
    return read_text(after(steps))


@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1))
def test_the_file_can_be_played_after_every_step(steps: int) -> None:
    reading = read(steps)
    assert reading.scenario is not None, as_text("harbour.yaml", after(steps), reading.problems, "en")
    assert [p for p in reading.problems if p.level == "warning" and p.rule not in ("thought_never", "event_never")] == []
    assert play_out(reading.scenario, 1).failures == ()


def test_the_whole_file_has_nothing_against_it_and_is_never_refused() -> None:
    reading = read(len(STEPS))
    assert reading.problems == () and reading.scenario is not None
    for seed in range(3):
        game = play_out(reading.scenario, seed)
        assert game.refused == () and game.failures == ()


PLAYTHROUGHS = {body.split(":")[0]: body for lang, use, body in SNIPPETS if (lang, use) == ("yaml", "test")}


@pytest.mark.parametrize("name", PLAYTHROUGHS)
def test_the_playthrough_goes_as_written(name: str) -> None:
    body = PLAYTHROUGHS[name]
    place = GUIDE[: GUIDE.index(body)].count("```yaml\n")
    scenario = read(place).scenario
    assert scenario is not None
    assert [(p.name, p.failure) for p in attempts(scenario, body)] == [(name, "")]


def test_the_playthrough_that_a_game_writes_begins_as_printed() -> None:
    (body,) = (body for _, use, body in SNIPPETS if use == "written")
    scenario = read(GUIDE[: GUIDE.index(body)].count("```yaml\n")).scenario
    assert scenario is not None
    assert record(scenario, "they_sign", scenario.plot.seed, simulated(scenario, scenario.plot.seed), Lang("en")).startswith(body)


def test_a_step_that_fails_says_what_is_printed() -> None:
    (body,) = (body for _, use, body in SNIPPETS if use == "failing")
    printed = GUIDE[GUIDE.index(body) :].split("```text\n")[1].split("```")[0]
    scenario = read(GUIDE[: GUIDE.index(body)].count("```yaml\n")).scenario
    assert scenario is not None
    assert [p.failure + "\n" for p in attempts(scenario, body, "harbour.test.yaml")] == [printed]


FIGURES = [(use.removeprefix("figures").strip(), body) for lang, use, body in SNIPPETS if lang == "text" and use.startswith("figures")]


@pytest.mark.parametrize(("change", "printed"), FIGURES, ids=[change or "as_it_stands" for change, _ in FIGURES])
def test_simulated_games_give_the_figures_as_printed(change: str, printed: str) -> None:
    text = after(GUIDE[: GUIDE.index(printed)].count("```yaml\n"))
    key = change.partition(":")[0]
    scenario = read_text(re.sub(rf"\b{key}: .*", change, text) if change else text).scenario
    assert scenario is not None
    assert printed in as_plain(list(pages(scenario, hold_trial(scenario, 20, 1), 0, Lang("en")))) + "\n"


def test_the_mistakes_are_told_as_printed() -> None:
    (body,) = (body for lang, use, body in SNIPPETS if (lang, use) == ("yaml", "wrong"))
    printed = GUIDE[GUIDE.index(body) :].split("```text\n")[1].split("```")[0]
    file = blocks(after(len(STEPS))) | {"ai": ""}
    text = "".join(file.values()) + body
    first = text[: text.index(body)].count("\n")
    reading = read_text(text)
    said = as_text("harbour.yaml", text, reading.problems, "en").split("\n")[:-1]
    assert "\n".join(said) + "\n" == printed, f"\nbody begins on line {first + 1}\n" + "\n".join(said)


def test_every_command_of_the_guide_exists() -> None:
    lines = re.findall(r"^    locarno (.*)$|`locarno ([^`]*)`", GUIDE, re.MULTILINE)
    commands = [(one or other).split(" > ")[0].split() for one, other in lines]
    assert len(commands) > 15
    for command in commands:
        if command[0].isupper():
            continue
        assert parser(Lang("en")).parse_args(command).verb == command[0]
