"""Escape leads one step up, what destroys is not done by Enter, and a key that can do nothing says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from client.app import LocarnoApp
from client.memory import Memory, Remembered
from client.screens.confirm import Confirm
from client.screens.lobby import LobbyScreen
from client.screens.menu import ActMenu
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from client.screens.start import ChooseScenario, StartScreen
from client.widgets.actions import Actions, about
from client.widgets.keys import Keys
from engine.commands import CloseStep, CommitOrders, Initial, Sign
from engine.names import ArticleId, Lang, Onlooker
from engine.options import options
from engine.reservations import Exclude, Reservation
from tests.client import councils
from tests.client.gallery import Cards, done, in_talks, to_the_end, to_the_orders
from tests.client.smallworld import BRITAIN, FRANCE, GERMANY, PLAN
from tests.client.tablelink import LANGS, TableLink


def lines_of(pilot: Pilot[None], widget: str) -> list[str]:
    """The lines of a list."""
    listing = pilot.app.screen.query_one(widget, OptionList)
    return [str(listing.get_option_at_index(n).prompt) for n in range(listing.option_count)]


def words_of(pilot: Pilot[None], widget: str) -> str:
    """The words that a widget of the open screen shows."""
    return str(pilot.app.screen.query_one(widget, Static).visual)


async def test_from_the_powers_escape_leads_to_the_scenarios_and_from_there_to_the_start(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), host=Cards(), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert words_of(pilot, "#choose-title") == "Choose your power"
        assert app.screen.query_one("#choices").border_subtitle == "1/4"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ChooseScenario) and lines_of(pilot, "#choices") == ["Small world"]
        await pilot.press("escape", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChooseScenario) and words_of(pilot, "#choose-title") == "Host: choose a scenario"


@pytest.mark.parametrize("role", ["player", "facilitator"])
async def test_before_the_game_escape_leads_from_the_lobby_to_the_start_and_a_host_is_asked(role: str, tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(None, role=role), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LobbyScreen)
        await pilot.press("escape")
        await pilot.pause()
        if role == "facilitator":
            assert isinstance(app.screen, Confirm)
            await pilot.press("escape", "escape", "enter")
            await pilot.pause()
        assert isinstance(app.screen, StartScreen) and len(app.screen_stack) == 2
        assert lines_of(pilot, "#ways")[0] == "Continue: Small world"


def test_a_seat_is_called_in_the_language_of_the_day_and_a_finished_game_comes_last(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    names = {"powers": {"en": "France", "fr": "la France"}, "titles": {"en": "Small world", "fr": "Petit monde"}}
    memory.keep(Remembered(game="g", token="t", address="", title="Small world", power="France", **names))
    memory.finish("t")
    memory.keep(Remembered(game="h", token="u", address="", title="Munich"))
    (present, finished) = Memory(tmp_path).seats()
    assert [finished.called(lang) for lang in LANGS] == ["Small world · France", "Petit monde · France"]
    assert finished.over and not present.over and present.called("fr") == "Munich"


async def test_the_start_offers_what_can_be_played_on_before_what_is_finished(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep(Remembered(game="h", token="u", address="", title="Munich", power=""))
    memory.keep(Remembered(game="g", token="t", address="", title="Kuwait", power="Iraq"))
    memory.finish("t")
    app = LocarnoApp(lang=Lang("en"), host=Cards(), memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert lines_of(pilot, "#ways")[:2] == ["Continue: Munich", "Look back: Kuwait · Iraq (finished)"]


async def test_what_is_written_on_a_desk_is_not_thrown_away_by_enter(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(councils.USA, councils.in_talks()), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4", "down", "enter")
        await pilot.pause()
        desk = app.screen
        await pilot.press(*"Title", "escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Confirm)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is desk


async def test_what_undoes_stands_below_what_does(tmp_path: Path) -> None:
    table = in_talks()
    for power in (BRITAIN, FRANCE, GERMANY):
        if power not in table.state.treaties[PLAN].initials.get(1, frozenset()):
            done(table, power, Initial(treaty=PLAN, version=1))
    reserved = (Reservation(article=ArticleId("guarantee"), narrowing=Exclude()),)
    done(table, FRANCE, Sign(treaty=PLAN, reservations=reserved))
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, ActMenu)
        lines = lines_of(pilot, "#acts")
        (undoing,) = (n for n, line in enumerate(lines) if "Withdraw your reservations" in line)
        assert undoing > lines.index("Draft a new treaty") and "Ready" in lines[-1]


async def test_the_highlight_stays_with_its_act_or_goes_to_the_first(tmp_path: Path) -> None:
    table = councils.in_talks()
    link = TableLink(councils.USA, table)
    app = LocarnoApp(lang=Lang("en"), link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4", "end")
        acts = app.screen.query_one("#council").query_one(Actions)
        assert acts.highlighted is not None
        former = about(acts._open[acts.highlighted][0])
        councils.close_step(table)
        link.tell()
        await pilot.pause()
        assert acts.highlighted is not None
        assert about(acts._open[acts.highlighted][0]) == former or acts.highlighted == 0
        assert former not in [about(option) for option in options(table.view(councils.USA), councils.USA)]


async def test_the_footer_names_what_works_and_r_says_why_it_does_nothing(tmp_path: Path) -> None:
    table = in_talks()
    to_the_orders(table)
    while table.state.phase.value != "orders":
        done(table, Onlooker.FACILITATOR, CloseStep())
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Ready" not in str(app.screen.query_one(Keys).visual)
        await pilot.press("r")
        await pilot.pause()
        assert "Now orders are committed" in [notice.message for notice in app._notifications][-1]
        play = app.screen
        await pilot.press("g", "enter")
        await pilot.pause()
        assert "Act" not in str(play.query_one(Keys).visual), "under a form none of its keys works"
        await pilot.press("escape")
        done(table, FRANCE, CommitOrders(()))
        to_the_end(table)
        assert isinstance(app.link, TableLink)
        app.link.tell()
        await pilot.pause()
        assert isinstance(app.screen, Reading) and "Esc" in str(app.screen.query_one("#page").border_subtitle)
        await pilot.press("enter", "a")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and "Debriefing" in str(app.screen.query_one(Keys).visual)
        assert "press D" in [notice.message for notice in app._notifications][-1]


async def test_the_language_is_changed_in_the_middle_of_a_game_from_the_palette(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, in_talks()), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert titles == ["Help", "Colours", "Quit", "Français"]
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert [command.title for command in app.get_system_commands(app.screen)] == ["Help", "Colours", "Quit"], "not over a page"
        await pilot.press("escape")
        app.switch_language()
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.words.lang == "fr"
        assert "Prêt" in str(app.screen.query_one(Keys).visual)
