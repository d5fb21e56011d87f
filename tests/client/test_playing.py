"""The playing screen, driven by the keyboard over a table in process."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from textual.widgets import Button, Select, SelectionList, Static

import scenarios
from client.app import LocarnoApp
from client.forecast import order_lines
from client.labels import Labels
from client.memory import Memory
from client.screens.form import ActForm
from client.screens.lobby import LobbyScreen
from client.screens.menu import ActMenu
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from client.widgets.header import _done
from client.widgets.keys import Keys
from engine.commands import CloseStep, CommitOrders, Decide, SignalReady
from engine.events import MessageSent, Phase
from engine.names import Condition, Lang, Onlooker, Power
from engine.orders import Attack, Campaign, OrderKind
from engine.plot import Degree
from engine.simulate import play_out
from engine.table import Table
from tests.client.smallworld import scenario
from tests.client.tablelink import TableLink

FRANCE = Power("france")


def opened(folder: Path, table: Table, lang: str = "en") -> LocarnoApp:
    """The terminal of France at a table."""
    return LocarnoApp(lang=Lang(lang), link=TableLink(FRANCE, table), memory=Memory(folder))


@pytest.mark.parametrize(
    ("lang", "office"), [("en", "Foreign minister: Georges Bonnet"), ("fr", "Ministre des Affaires étrangères : Georges Bonnet")]
)
async def test_the_folder_names_the_delegation_with_its_offices(tmp_path: Path, lang: str, office: str) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("munich-1938"), 1), lang)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "6")
        await pilot.pause()
        assert office in str(app.screen.query_one("#folder", Static).render()).replace("\u00a0", " ").replace("\u202f", " ")


async def test_the_folder_says_of_an_aim_reached_in_part_that_it_is(tmp_path: Path) -> None:
    munich = scenarios.load("munich-1938")
    briefing = munich.plot.briefings[FRANCE]
    first, aim = next(iter(briefing.objectives.items()))
    part = evolve(aim, when=Condition("tension < 0"), points=60, partly=(Degree(points=30, when=Condition("tension >= 0")),))
    briefings = {**munich.plot.briefings, FRANCE: evolve(briefing, objectives={first: part})}
    app = opened(tmp_path, Table.open(evolve(munich, plot=evolve(munich.plot, briefings=briefings)), 1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "6")
        await pilot.pause()
        folder = str(app.screen.query_one("#folder", Static).render()).replace("\u00a0", " ")
        assert "(30/60 points, or in part: 30, reached in part as things stand)" in folder and "not met" not in folder


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


async def test_a_seat_taken_later_is_remembered_with_its_power(tmp_path: Path) -> None:
    link, memory = TableLink(None), Memory(tmp_path)
    app = LocarnoApp(lang=Lang("en"), link=link, memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [seat.power for seat in memory.seats()] == [""]
        link.viewer = FRANCE
        # Sent again when the seat changes, without the token.
        app.receive(evolve(link.welcome(), token=""))
        await pilot.pause()
    assert [(seat.token, seat.power) for seat in Memory(tmp_path).seats()] == [("token", "France")]


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


def shown(app: LocarnoApp, widget: str) -> str:
    """The words that a widget shows."""
    return str(app.screen.query_one(widget, Static).visual)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("France is bound to come to the aid of Czechoslovakia", "without access to the front", "divisions against")),
        ("fr", ("La France doit porter secours à la Tchécoslovaquie", "sans accès au front", "divisions contre")),
    ],
)
async def test_the_calculator_says_who_stands_with_whom_and_why(
    tmp_path: Path, size: tuple[int, int], lang: str, said: tuple[str, ...]
) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("munich-1938"), 1), lang)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.screen.query_one("#to-calculator", Button).press()
        app.screen.query_one("#attacker", Select).value = "germany"
        app.screen.query_one("#victim", Select).value = "czechoslovakia"
        await pilot.pause()
        words = shown(app, "#calculator").replace("\u00a0", " ")
        assert all(part in words for part in said)


async def test_promises_kept_and_broken_and_past_crises_stand_on_the_record(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("munich-1938"), 1)
    germany, czechs = Power("germany"), Power("czechoslovakia")
    table.play(Onlooker.FACILITATOR, CloseStep())
    for power in table.state.powers():
        table.play(power, CommitOrders((Attack(czechs),) if power == germany else ()))
    table.play(Onlooker.FACILITATOR, CloseStep())
    table.play(germany, Decide(persist=True))
    app = opened(tmp_path, table)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.pop_screen() if isinstance(app.screen, Reading) else None
        await pilot.pause()
        app.screen.query_one("#to-relations", Button).press()
        await pilot.pause()
        words = shown(app, "#record")
        assert "France to Czechoslovakia: 1 in force, 0 kept, 1 broken" in words
        assert "Germany against Czechoslovakia: war" in words


async def test_the_consequences_of_an_order_are_said_before_it_is_committed(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("munich-1938"), 1)
    labels = Labels(table.view(Power("germany")), Lang("en"))
    lines = order_lines(Attack(Power("czechoslovakia")), Power("germany"), labels)
    assert lines[0].startswith("A crisis comes first")
    assert "Bound to stand against you, as far as you know: France and the Soviet Union." in lines


async def test_an_attack_without_a_road_is_shown_with_the_rule_and_cannot_be_marked(tmp_path: Path) -> None:
    table, britain = Table.open(scenarios.load("munich-1938"), 1), Power("britain")
    table.play(Onlooker.FACILITATOR, CloseStep())
    app = LocarnoApp(lang=Lang("en"), link=TableLink(britain, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g", "enter")
        await pilot.pause()
        app.screen.query_one("#kinds", Select).value = OrderKind.ATTACK
        await pilot.pause()
        marks = app.screen.query_one("#orders", SelectionList)
        (closed,) = (o for o in (marks.get_option_at_index(n) for n in range(marks.option_count)) if o.disabled)
        assert str(closed.prompt).startswith("Out of reach: Soviet Union. No frontier, open route or right of passage leads there")
        marks.select_all()
        marks.deselect_all()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert table.state.orders[britain] == ()


async def test_many_orders_are_looked_at_a_kind_at_a_time_and_marks_are_kept(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("munich-1938"), 1)
    table.play(Onlooker.FACILITATOR, CloseStep())
    app = opened(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g", "enter")
        await pilot.pause()
        marks = app.screen.query_one("#orders", SelectionList)
        every = marks.option_count
        marks.select_all()
        marks.deselect_all()
        await pilot.pause()
        kinds = app.screen.query_one("#kinds", Select)
        kinds.value = OrderKind.CAMPAIGN
        await pilot.pause()
        assert marks.option_count == 1
        marks.select_all()
        kinds.value = OrderKind.MOBILISE
        await pilot.pause()
        assert 1 < marks.option_count < every
        assert len(marks.selected) == 1
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert table.state.orders[FRANCE] == (Campaign(),)


async def test_whoever_only_watches_is_shown_where_to_sit_down_and_takes_over_a_power_in_the_middle_of_the_game(tmp_path: Path) -> None:
    link = TableLink(None, Table.open(scenario(), 1))
    app = LocarnoApp(lang=Lang("en"), link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        named = str(app.screen.query_one(Keys).render())
        assert "Sit down" in named and "Ready" not in named
        await pilot.press("s")
        assert isinstance(app.screen, LobbyScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, PlayScreen)
        await pilot.press("s")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.mirror.viewer == next(iter(scenario().setting.powers))
        assert "Ready" in str(app.screen.query_one(Keys).render())


async def test_what_to_do_in_the_lobby_is_seen_however_many_powers_there_are(tmp_path: Path) -> None:
    app = opened(tmp_path, Table.open(scenarios.load("ethiopia-1935"), 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape", "s")
        await pilot.pause()
        hint = app.screen.query_one("#lobby-hint")
        assert hint.region.bottom <= app.screen.query_one(Keys).region.y and hint.region.height >= 2


def test_where_those_who_are_ready_find_no_room_only_those_awaited_are_named(tmp_path: Path) -> None:
    table = Table.open(scenarios.load("ethiopia-1935"), 1)
    for power in [p for p in table.state.powers() if p != FRANCE]:
        table.play(power, SignalReady(True))
    said = _done(Labels(table.state, Lang("en")), brief=True).plain
    assert said.split() == ["ready:", f"{len(table.state.powers()) - 1}✓", "FR·"]
