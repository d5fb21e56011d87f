"""What is read scrolls by a page wherever in its tab the keyboard is, and one sees where that is."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from client.app import LocarnoApp
from client.memory import Memory
from client.screens.play import PlayScreen
from client.widgets.actions import Actions
from client.widgets.council import Council
from engine.names import Lang
from tests.client import councils
from tests.client.smallworld import FRANCE
from tests.client.tablelink import TableLink, opened


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
