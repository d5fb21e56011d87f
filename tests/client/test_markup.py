"""What an author or a player wrote is shown as it was written: square brackets never become colours, links or errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from textual.command import CommandPalette
from textual.widgets import OptionList, Select

import scenarios
from client.app import LocarnoApp
from client.memory import Memory
from client.screens.menu import ActMenu
from engine.commands import Amend, Draft, Send
from engine.names import Lang, Onlooker, Power
from engine.plot import Scenario
from engine.table import Table
from scenarios.authoring.beginning import model
from scenarios.authoring.editing import Edit, Page, edited
from scenarios.authoring.rehearsal import opening_at
from scenarios.reading.nodes import read_nodes
from scenarios.reading.shape import Shaper
from scenarios.reading.sheet import Sheet
from tests.client.tablelink import TableLink

NORTH, SOUTH = Power("france"), Power("germany")
BOLD = "[b]"


def marked_up() -> Scenario:
    """The model with every text beginning like markup."""
    # The link's lobby has the powers of the small world: these two keys are among them.
    text = model().replace("northland", NORTH).replace("southland", SOUTH)
    root = read_nodes(text, [])
    assert root is not None
    shaper = Shaper(("en", "fr"))
    shaper.build(root, Sheet, "")
    page = Page(text)
    values = [value for node, _ in shaper.found.texts if isinstance(node, yaml.MappingNode) for _, value in node.value]
    return scenarios.read(edited(text, (Edit(*page.span(v), json.dumps(f"{BOLD}{v.value}", ensure_ascii=False)) for v in values)))


def seen(app: LocarnoApp) -> str:
    """Everything on the screen."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def check(app: LocarnoApp) -> int:
    """Every name on the screen carries its brackets; how many there are."""
    text = seen(app)
    for name in ("Northland", "Southland", "Tension", "Spring", "Summer"):
        assert text.count(name) == text.count(BOLD + name), text
    assert "closed tag" not in text
    return text.count(BOLD)


@pytest.mark.parametrize("size", [(80, 24), (140, 44)])
async def test_words_of_a_scenario_and_of_a_player_are_never_markup(tmp_path: Path, size: tuple[int, int]) -> None:
    scenario = marked_up()
    table = Table.resume(opening_at(scenario, "summer")(scenario, 1))
    table.play(SOUTH, Send(to=frozenset({NORTH}), text="[/] [red]never[/red] [@click=app.quit]quit[/] [b]Northland", asks=True))
    app = LocarnoApp(lang=Lang("en"), link=TableLink(NORTH, table), memory=Memory(tmp_path))
    found = 0
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        for key in "1234567":
            await pilot.press("escape", key)
            await pilot.pause()
            found += check(app)
        prompts = [prompt for select in app.screen.query(Select) for prompt, _ in select._options]
        assert any(BOLD in str(prompt) for prompt in prompts)
        assert not any(isinstance(prompt, str) and BOLD in prompt for prompt in prompts), "plain words would be read as markup"
        await pilot.press("escape", "2")
        await pilot.pause()
        assert "[red]never[/red]" in seen(app)
        await pilot.press("escape", "a")
        await pilot.pause()
        assert isinstance(app.screen, ActMenu)
        found += check(app)
        # The editor of treaties is tried where the editor is tested.
        acts = [n for n, option in enumerate(app.screen._options) if option.verb not in (Amend, Draft)] if size == (80, 24) else []
        for act in acts:
            app.screen.query_one("#acts", OptionList).highlighted = act
            await pilot.press("enter")
            await pilot.pause()
            found += check(app)
            await pilot.press("escape", "a")
            await pilot.pause()
        app.notify(f"{BOLD}Northland", markup=False)
        await pilot.press("escape")
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"River")
        await pilot.pause(0.4)
        check(app)
    assert found > (40 if size == (80, 24) else 20)
    assert table.view(Onlooker.FACILITATOR) is not None
