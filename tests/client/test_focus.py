"""What is read scrolls by a page wherever in its tab the keyboard is, and one sees where that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from client.app import LocarnoApp
from client.memory import Memory
from client.screens.play import PlayScreen
from client.widgets.actions import Actions
from client.widgets.council import Council
from engine.commands import CloseStep, CommitOrders
from engine.events import Phase
from engine.names import Lang, Onlooker
from engine.orders import Attack
from engine.table import Table
from tests.client import councils
from tests.client.gallery import done, in_talks
from tests.client.smallworld import CZECHOSLOVAKIA, FRANCE, GERMANY
from tests.client.tablelink import TableLink, opened


def to_a_crisis(table: Table) -> None:
    """Germany moves against Czechoslovakia; in the chamber nothing is open."""
    while table.state.phase is not Phase.ORDERS:
        done(table, Onlooker.FACILITATOR, CloseStep())
    done(table, GERMANY, CommitOrders((Attack(CZECHOSLOVAKIA),)))
    done(table, Onlooker.FACILITATOR, CloseStep())


async def test_page_down_scrolls_the_chamber_from_the_list_of_acts(tmp_path: Path) -> None:
    table = councils.in_talks()
    councils.close_step(table)
    app = LocarnoApp(lang=Lang("en"), link=TableLink(councils.USA, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert isinstance(app.focused, Actions)
        chamber = app.screen.query_one(Council)
        await pilot.press("pagedown")
        await pilot.pause()
        assert chamber.scroll_offset.y > 0 and isinstance(app.focused, Actions)
        await pilot.press("pageup")
        await pilot.pause()
        assert chamber.scroll_offset.y == 0


async def test_the_tab_in_which_the_keyboard_is_bears_a_mark(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, opened()), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        tab = app.screen.query_one("#briefing")
        await pilot.press("6")
        await pilot.pause()
        assert tab.styles.border_left[0] == "heavy"
        await pilot.press("g")
        await pilot.pause()
        assert tab.styles.border_left[0] != "heavy"


async def test_a_slash_seeks_in_the_chronicle_and_what_is_typed_then_is_no_key(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, opened()), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("7", "slash", *"rag")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.screen.query_one("#search", Input).value == "rag"
        assert app.mirror.state is not None and FRANCE not in app.mirror.state.ready


@pytest.mark.parametrize(("before", "after"), [(Phase.TALKS, Phase.CRISIS), (Phase.CRISIS, Phase.TALKS)])
async def test_the_keyboard_is_in_the_chamber_though_the_acts_last_drawn_there_are_gone(
    tmp_path: Path, before: Phase, after: Phase
) -> None:
    table = in_talks()
    link = TableLink(FRANCE, table)
    if before is Phase.CRISIS:
        to_a_crisis(table)
    app = LocarnoApp(lang=Lang("en"), link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert isinstance(app.focused, Actions if before is Phase.TALKS else Council)
        await pilot.press("6")
        if after is Phase.CRISIS:
            to_a_crisis(table)
        else:
            while table.state.phase is not Phase.TALKS:
                done(table, Onlooker.FACILITATOR, CloseStep())
        link.tell()
        await pilot.pause()
        assert table.state.phase is after
        await pilot.press("escape", "escape", "4")
        await pilot.pause()
        assert isinstance(app.focused, Council if after is Phase.CRISIS else Actions) and app.focused.display
