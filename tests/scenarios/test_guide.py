"""The author's guide is true, in both languages: every snippet is read, and the scenario that it builds is faultless, plays, and passes its tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import frozen

from client.__main__ import parser
from engine.names import Lang
from engine.plot import Scenario
from engine.simulate import play_out
from engine.texts.english.terms import TERMS
from scenarios.authoring.blocks import as_plain
from scenarios.authoring.recording import record, simulated
from scenarios.authoring.reporting import pages
from scenarios.authoring.trial import hold_trial
from scenarios.playthrough import attempts
from scenarios.reading.reader import Reading, read_text
from scenarios.reading.report import as_text

DOCS = Path(__file__).parents[2] / "docs"
IN_BOTH = ("", "test", "part", "wrong", "failing")
"""What an author writes, the same in both guides; what the program prints is in the language of each."""


@frozen
class Snippet:
    """A block of the guide: its language, what it is there for, and what stands before it."""

    lang: str
    use: str
    body: str
    steps: int
    """How many parts of the scenario the reader has written by then."""


@frozen
class Guide:
    """One of the two."""

    lang: Lang
    text: str

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """Every block of the guide, in order."""
        found, steps = [], 0
        for lang, use, body in re.findall(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL):
            found.append(Snippet(lang, use, body, steps))
            steps += (lang, use) == ("yaml", "")
        return tuple(found)

    def used(self, use: str) -> tuple[Snippet, ...]:
        """The blocks that are there for something."""
        return tuple(s for s in self.snippets if s.use.partition(" ")[0] == use)

    def printed(self, use: str) -> tuple[Snippet, str]:
        """The one block that is there for something, and what the guide says the program answers to it."""
        (snippet,) = self.used(use)
        return snippet, self.snippets[self.snippets.index(snippet) + 1].body


GUIDES = {
    lang: Guide(Lang(lang), (DOCS / name).read_text(encoding="utf-8"))
    for lang, name in (("en", "author-guide.md"), ("fr", "author-guide.fr.md"))
}
ENGLISH, FRENCH = GUIDES["en"], GUIDES["fr"]
STEPS = [snippet.body for snippet in ENGLISH.snippets if (snippet.lang, snippet.use) == ("yaml", "")]
"""What the reader of the guide writes, in order: a block written again replaces the former one."""
in_both = pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)


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


def scenario_before(snippet: Snippet) -> Scenario:
    """The scenario as the reader has it when the snippet comes."""
    scenario = read(snippet.steps).scenario
    assert scenario is not None
    return scenario


def test_both_guides_have_the_same_structure_and_the_same_snippets() -> None:
    outlines = [[len(marks) for marks in re.findall(r"^(#+) ", guide.text, re.MULTILINE)] for guide in GUIDES.values()]
    assert outlines[0] == outlines[1]
    tables = [re.findall(r"^\|(?: [^|]*\|)+$", guide.text, re.MULTILINE) for guide in GUIDES.values()]
    assert len(tables[0]) == len(tables[1])
    assert [(s.lang, s.use) for s in ENGLISH.snippets] == [(s.lang, s.use) for s in FRENCH.snippets]
    for english, french in zip(ENGLISH.snippets, FRENCH.snippets, strict=True):
        assert (english.body == french.body) is (english.lang == "yaml" and english.use in IN_BOTH)
    commands = [re.findall(r"^    (locarno .*)$|`(locarno [^`A-Z]*)`", guide.text, re.MULTILINE) for guide in GUIDES.values()]
    assert commands[0] == commands[1]


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


@pytest.mark.parametrize("snippet", ENGLISH.used("test"), ids=lambda s: s.body.split(":")[0])
def test_the_playthrough_goes_as_written(snippet: Snippet) -> None:
    name = snippet.body.split(":")[0]
    assert [(p.name, p.failure) for p in attempts(scenario_before(snippet), snippet.body)] == [(name, "")]


@in_both
def test_the_playthrough_that_a_game_writes_begins_as_printed(guide: Guide) -> None:
    (snippet,) = guide.used("written")
    scenario = scenario_before(snippet)
    seed = scenario.plot.seed
    assert record(scenario, "they_sign", seed, simulated(scenario, seed), guide.lang).startswith(snippet.body)


@in_both
def test_a_step_that_fails_says_what_is_printed(guide: Guide) -> None:
    snippet, printed = guide.printed("failing")
    assert [p.failure + "\n" for p in attempts(scenario_before(snippet), snippet.body, "harbour.test.yaml", guide.lang)] == [printed]


@pytest.mark.parametrize("place", range(len(ENGLISH.used("figures"))))
def test_simulated_games_give_the_figures_as_printed(place: int) -> None:
    snippet = ENGLISH.used("figures")[place]
    change = snippet.use.removeprefix("figures").strip()
    text = after(snippet.steps)
    scenario = read_text(re.sub(rf"\b{change.partition(':')[0]}: .*", change, text) if change else text).scenario
    assert scenario is not None
    trial = hold_trial(scenario, 20, 1)
    for guide in GUIDES.values():
        assert guide.used("figures")[place].body in as_plain(list(pages(scenario, trial, 0, guide.lang))) + "\n"


@in_both
def test_the_mistakes_are_told_as_printed(guide: Guide) -> None:
    snippet, printed = guide.printed("wrong")
    file = blocks(after(len(STEPS))) | {"ai": ""}
    text = "".join(file.values()) + snippet.body
    first = text[: text.index(snippet.body)].count("\n")
    said = as_text("harbour.yaml", text, read_text(text).problems, guide.lang).split("\n")[:-1]
    assert "\n".join(said) + "\n" == printed, f"\nbody begins on line {first + 1}\n" + "\n".join(said)


@in_both
def test_every_command_of_the_guide_exists(guide: Guide) -> None:
    lines = re.findall(r"^    locarno (.*)$|`locarno ([^`]*)`", guide.text, re.MULTILINE)
    commands = [(one or other).split(" > ")[0].split() for one, other in lines]
    assert len(commands) > 15
    for command in commands:
        if command[0].isupper():
            continue
        assert parser(Lang("en")).parse_args(command).verb == command[0]


@in_both
def test_every_link_of_the_guide_leads_somewhere(guide: Guide) -> None:
    for name, anchor in re.findall(r"\]\(([\w.-]*)(?:#([\w-]+))?\)", guide.text):
        page = guide.text if not name else (DOCS / name).read_text(encoding="utf-8")
        anchors = [
            re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", page, re.MULTILINE)
        ]
        assert not anchor or anchor in anchors, (name, anchor)


@pytest.mark.parametrize("name", ["author-guide.md", "author-guide.fr.md"])
def test_the_guide_lists_every_office_that_has_its_words(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    offices = [key.removeprefix("office.") for key in TERMS if key.startswith("office.")]
    assert [office for office in offices if f"`{office}`" not in text] == []
