"""What is marked can be told from what is not without colour."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets.selection_list import Selection

import scenarios
from client.drawing import codes, draw_map
from client.labels import Labels
from client.widgets.marks import Dot, Marks, Tick
from engine.names import Lang, Power
from engine.table import Table


class Page(App[None]):
    """One of each."""

    def compose(self) -> ComposeResult:
        """Marks, a tick, a dot."""
        yield Marks(Selection("one", 1, True), Selection("two", 2, False), compact=True)
        yield Tick("three", compact=True)
        yield Dot("four", compact=True)


async def test_an_unmarked_line_has_an_empty_box_and_a_marked_one_does_not() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        marks = app.query_one(Marks)
        assert ["X" in marks.render_line(y).text for y in (0, 1)] == [True, False]
        marks.focus()
        await pilot.press("down", "space")
        assert ["X" in marks.render_line(y).text for y in (0, 1)] == [True, True]


async def test_a_tick_and_a_dot_are_empty_until_chosen() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        for widget, sign in ((app.query_one(Tick), "X"), (app.query_one(Dot), "●")):
            assert sign not in str(widget.render())
            widget.value = True
            await pilot.pause()
            assert sign in str(widget.render())


def test_the_initials_of_the_united_states_stand_for_no_acronym() -> None:
    names = {Power("ussr"): "USSR", Power("usa"): "United States", Power("uk"): "United Kingdom"}
    assert codes(names) == {Power("ussr"): "UR", Power("usa"): "US", Power("uk"): "UK"}
    assert codes({Power("ussr"): "URSS", Power("usa"): "États-Unis"}) == {Power("ussr"): "UR", Power("usa"): "EU"}


@pytest.mark.parametrize("name", scenarios.names())
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_name_on_a_map_is_cut_where_there_are_75_columns(name: str, lang: str) -> None:
    table = Table.open(scenarios.load(name), 1)
    assert "…" not in draw_map(Labels(table.state, Lang(lang)), 75).plain
