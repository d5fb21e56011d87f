"""The playing screen, driven by the keyboard over a table in process."""

from __future__ import annotations

from pathlib import Path

import pytest

import scenarios
from client.app import LocarnoApp
from client.memory import Memory
from client.screens.form import ActForm
from client.screens.menu import ActMenu
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from engine.commands import CloseStep
from engine.events import MessageSent, Phase
from engine.names import Lang, Onlooker, Power
from engine.simulate import play_out
from engine.table import Table
from tests.client.tablelink import TableLink

FRANCE = Power("france")


def opened(folder: Path, table: Table, lang: str = "en") -> LocarnoApp:
    """The terminal of France at a table."""
    return LocarnoApp(lang=Lang(lang), link=TableLink(FRANCE, table), memory=Memory(folder))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_tab_opens_at_every_size_in_every_language(tmp_path: Path, size: tuple[int, int], lang: str) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("munich-1938"), 1), lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        for key in "1234567":
            await pilot.press("escape", key)
            await pilot.pause()
            assert isinstance(app.screen, PlayScreen)


async def test_r_says_that_one_is_ready_and_takes_it_back(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("munich-1938"), 1)
    app = opened(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert FRANCE in table.state.ready
        await pilot.press("r")
        await pilot.pause()
        assert FRANCE not in table.state.ready


async def test_a_lists_what_may_be_done_and_escape_goes_back(tmp_path: Path) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("munich-1938"), 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, ActMenu)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)


async def test_orders_are_committed_through_their_form(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("munich-1938"), 1)
    table.play(Onlooker.FACILITATOR, CloseStep())
    assert table.state.phase is Phase.ORDERS
    app = opened(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActForm)
        await pilot.press("space", "ctrl+s")
        await pilot.pause()
        assert FRANCE in table.state.committed
        assert len(table.state.orders[FRANCE]) == 1


async def test_help_is_one_key_away(tmp_path: Path) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("munich-1938"), 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, Reading)


async def test_a_game_that_is_over_opens_its_debriefing(tmp_path: Path) -> None:
    app = opened(tmp_path, play_out(scenarios.load("munich-1938"), 1).table)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        assert not any(isinstance(e, MessageSent) and not e.text and e.phrase is None for e in app.mirror.events)
