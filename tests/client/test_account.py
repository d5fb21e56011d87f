"""What happened is told once when a new date opens, the gravest first, and routine steps take one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from client.account import CHAPTERS, account, moves, since
from client.app import LocarnoApp
from client.labels import Labels
from client.memory import Memory
from client.mirror import Mirror
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from client.widgets.asked import Asked
from client.widgets.chronicle import Chronicle
from client.widgets.dispatches import Pen
from engine.commands import CloseStep, CommitOrders, Decide, Initial, Sign
from engine.events import NewsArrived, TrackMoved
from engine.names import Lang, Onlooker, Power
from engine.orders import Attack
from engine.table import Table
from tests.client import councils
from tests.client.gallery import done, in_talks
from tests.client.smallworld import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, PLAN
from tests.client.tablelink import LANGS, TableLink, opened


def to_war(table: Table) -> None:
    """Germany attacks Czechoslovakia and persists; a new date opens."""
    done(table, Onlooker.FACILITATOR, CloseStep())
    for power in table.state.powers():
        done(table, power, CommitOrders((Attack(CZECHOSLOVAKIA),) if power == GERMANY else ()))
    done(table, Onlooker.FACILITATOR, CloseStep())
    done(table, GERMANY, Decide(persist=True))
    while table.state.turn == 0:
        done(table, Onlooker.FACILITATOR, CloseStep())


def seen_by(power: Power, table: Table) -> Mirror:
    """What a power knows of a table."""
    mirror = Mirror(power)
    mirror.take(1, [event for _, event in table.news(power, 0)])
    return mirror


def terminal(folder: Path, table: Table) -> tuple[LocarnoApp, TableLink]:
    """France's terminal, and its link."""
    link = TableLink(FRANCE, table)
    return LocarnoApp(lang=Lang("en"), link=link, memory=Memory(folder)), link


@pytest.mark.parametrize("lang", LANGS)
def test_the_gravest_is_told_first_and_what_moved_with_its_value_before_and_after(lang: Lang) -> None:
    table = opened()
    to_war(table)
    mirror = seen_by(FRANCE, table)
    assert mirror.state is not None
    labels = Labels(mirror.state, lang)
    said = str(account(mirror, labels))
    places = [said.find(labels.words(f"account.{chapter}")) for chapter in ("war", "crisis", "breach", "tracks")]
    assert -1 not in places and places == sorted(places)
    assert all(f"{before} → {after}" in said and before != after for _, before, after in moves(mirror, *since(mirror)))


def test_an_account_tells_what_its_reader_knows_and_nothing_of_the_time_before() -> None:
    table = opened()
    to_war(table)
    for power in (BRITAIN, FRANCE):
        mirror = seen_by(power, table)
        start, end = since(mirror)
        assert {turn for turn in mirror.turns[start:end]} == {0, 1}
        assert all(not track.startswith(("germany.support", "france.support" if power == BRITAIN else "britain.support"))
                   for track, _, _ in moves(mirror, start, end))  # fmt: skip
        assert not any(isinstance(event, TrackMoved) for event in mirror.events[end:])


async def test_a_new_date_is_told_once_and_h_tells_it_again(tmp_path: Path) -> None:
    table = opened()
    app, link = terminal(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("5")
        to_war(table)
        link.tell()
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.screen.opened == "situation" and isinstance(app.focused, Asked)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
    app, _ = terminal(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen), "what was read once is not told again another evening"


async def test_what_happened_waits_until_a_page_or_the_pen_is_left(tmp_path: Path) -> None:
    table = opened()
    app, link = terminal(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2", "down", "enter", *"Dear")
        to_war(table)
        link.tell()
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.screen.query_one(Pen).text == "Dear"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Reading)


async def said(pilot: Pilot[None], widget: str) -> str:
    """The words that a widget shows."""
    return str(pilot.app.screen.query_one(widget, Static).visual)


async def test_steps_that_one_after_another_takes_stand_on_one_line_of_the_chronicle(tmp_path: Path) -> None:
    table = opened()
    app, _ = terminal(tmp_path, table)
    to_war(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("7")
        await pilot.pause()
        lines = (await said(pilot, "#lines")).splitlines()
        assert sum("Orders sealed: Britain, Czechoslovakia, France, Germany." in line for line in lines) == 1
        assert not any("has sealed its orders" in line for line in lines)
        assert not any("Orders sealed" in line for _, line in app.screen.query_one(Chronicle).latest(40))


async def test_what_several_powers_do_alike_stands_on_one_line_and_is_one_piece_of_news(tmp_path: Path) -> None:
    table = in_talks()
    for power in (BRITAIN, FRANCE):
        done(table, power, Initial(treaty=PLAN, version=2))
    for power in (GERMANY, FRANCE, BRITAIN):
        done(table, power, Sign(treaty=PLAN))
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        news = [line for _, line in app.screen.query_one(Chronicle).latest(40)]
        assert [line for line in news if "sign" in line] == ["Britain, France and Germany sign “Plan of the four powers”."]
        assert "Britain and France initial version 2 of “Plan of the four powers”." in news


async def test_one_notice_says_that_an_organ_sits(tmp_path: Path) -> None:
    table = councils.in_talks()
    link = TableLink(councils.USA, table)
    app = LocarnoApp(lang=Lang("en"), link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        councils.close_step(table)
        link.tell()
        await pilot.pause()
        assert ["In session: the Security Council (key 4)."] == [notice.message for notice in app._notifications]


def test_every_chapter_has_its_own_kinds_of_events() -> None:
    kinds = [kind for chapter in CHAPTERS.values() for kind in chapter]
    assert len(kinds) == len(set(kinds)) and NewsArrived in kinds
