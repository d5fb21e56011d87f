"""What is half written on a desk outlasts the terminal, for the power that wrote it and on the text for which it was written."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Select, SelectionList

from client.app import LocarnoApp
from client.labels import Labels
from client.memory import MOST_TEXTS, Memory
from client.screens.confirm import Confirm
from client.screens.editor import Editor, Heading
from client.screens.resolution import ResolutionDesk
from client.sheets import Kind, Sheet, read, written
from engine.ai.random_articles import random_value
from engine.clauses import CLAUSES
from engine.commands import Amend, Draft, PutArticle
from engine.council_commands import TableResolution
from engine.measures import MEASURES
from engine.names import ArticleId, Lang, Power, TreatyId
from engine.options import options
from engine.state import changed
from engine.table import Table
from engine.treaty import Article, Provisions
from tests.client.councils import in_talks as seized
from tests.client.gallery import in_talks
from tests.client.smallworld import BRITAIN, FRANCE
from tests.client.tablelink import TableLink
from tests.engine.settings import do, standing


def desk(table: Table, power: Power, verb: type[Amend | Draft]) -> Editor:
    state = table.view(power)
    return Editor(next(o for o in options(state, power) if o.verb is verb), power, Labels(state, Lang("en")))


class Terminal:
    """A power's terminal with a desk on it; leaving the context is the end of the process, which asks nobody."""

    def __init__(self, table: Table, power: Power, folder: Path, verb: type[Amend | Draft] = Draft) -> None:
        self.app = LocarnoApp(lang=Lang("en"), link=TableLink(power, table), memory=Memory(folder))
        self.editor = desk(table, power, verb)
        self.done: list[Any] = []
        self._running = self.app.run_test(size=(80, 24))

    async def __aenter__(self) -> Pilot[None]:
        pilot = await self._running.__aenter__()
        await pilot.pause()
        await self.app.push_screen(self.editor, self.done.append)
        await pilot.pause()
        return pilot

    async def __aexit__(self, *error: object) -> None:
        await self._running.__aexit__(*error)  # type: ignore[arg-type]

    def asks(self) -> bool:
        return isinstance(self.app.screen, Confirm)


async def left_half_written(table: Table, folder: Path, title: str = "A pact") -> None:
    async with (terminal := Terminal(table, FRANCE, folder)) as pilot:
        terminal.editor.query_one("#p-title", Input).value = title
        terminal.editor.query_one("#p-signatories", SelectionList).select(BRITAIN)
        await pilot.pause()
        listing = terminal.editor.query_one("#articles", OptionList)
        listing.highlighted = 1
        await pilot.pause()
        terminal.editor.query_one("#kind", Select).value = "non_aggression"
        await pilot.pause()


async def test_a_text_half_written_is_offered_again_after_the_terminal_is_gone_and_forgotten_once_it_is_drafted(tmp_path: Path) -> None:
    table = in_talks()
    await left_half_written(table, tmp_path)
    terminal = Terminal(table, FRANCE, tmp_path)
    async with terminal as pilot:
        assert terminal.asks()
        await pilot.press("enter")
        await pilot.pause()
        assert terminal.editor.query_one("#p-title", Input).value == "A pact"
        await pilot.press("ctrl+s")
        await pilot.pause()
    (command,) = terminal.done
    assert list(command.title.values()) == ["A pact"] and set(command.provisions.signatories) == {BRITAIN, FRANCE}
    assert [article.clause.tag for article in command.articles] == ["non_aggression"]
    again = Terminal(table, FRANCE, tmp_path)
    async with again:
        assert not again.asks()


async def test_what_is_not_taken_up_stays_until_something_else_is_written_or_thrown_away(tmp_path: Path) -> None:
    table = in_talks()
    await left_half_written(table, tmp_path)
    terminal = Terminal(table, FRANCE, tmp_path)
    async with terminal as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert terminal.editor.query_one("#p-title", Input).value == ""
    terminal = Terminal(table, FRANCE, tmp_path)
    async with terminal as pilot:
        assert terminal.asks()
        await pilot.press("enter")
        await pilot.pause()
        terminal.editor.query_one("#articles").focus()
        await pilot.press("escape")
        await pilot.pause()
        assert terminal.asks(), "what has been written is not thrown away unasked"
        await pilot.press("ctrl+s")
        await pilot.pause()
    last = Terminal(table, FRANCE, tmp_path)
    async with last:
        assert not last.asks()


async def test_another_power_at_the_same_machine_is_not_offered_it(tmp_path: Path) -> None:
    table = in_talks()
    await left_half_written(table, tmp_path)
    other = Terminal(table, BRITAIN, tmp_path)
    async with other:
        assert not other.asks()


async def test_an_amendment_half_written_is_offered_only_on_the_version_for_which_it_was_written(tmp_path: Path) -> None:
    table = in_talks()
    terminal = Terminal(table, FRANCE, tmp_path, Amend)
    async with terminal as pilot:
        terminal.editor.query_one("#down", Button).press()
        await pilot.pause()
        amended = terminal.editor.command()
    again = Terminal(table, FRANCE, tmp_path, Amend)
    async with again as pilot:
        assert again.asks()
        await pilot.press("enter")
        await pilot.pause()
        assert again.editor.command() == amended
    assert isinstance(amended, Amend)
    words = Article(id=ArticleId("more"), clause=again.editor.first())
    do(table, FRANCE, Amend(treaty=amended.treaty, base=amended.base, operations=(PutArticle(words),)))
    late = Terminal(table, FRANCE, tmp_path, Amend)
    async with late:
        assert not late.asks()


@pytest.mark.parametrize("cls", CLAUSES + MEASURES, ids=lambda cls: cls.tag)
def test_a_part_of_every_kind_comes_back_as_it_was_written(cls: Any) -> None:
    table = in_talks() if cls in CLAUSES else seized()
    # Some kinds name a treaty that all know, and the scenario has none.
    pact = standing(TreatyId("pact"), table.state.powers()[:2])
    state = changed(table.state, treaties={**table.state.treaties, pact.id: pact})
    drawn = random.Random(cls.tag)
    found = None
    while found is None:
        found = random_value(cls, state, state.powers(), lambda purpose, sides: drawn.randrange(sides))
    if cls in CLAUSES:
        opening = [Sheet(kind=Kind.HEADING, whole=Heading()), Sheet(kind=Kind.PROVISIONS, whole=Provisions(signatories=()))]
        first = desk(in_talks(), FRANCE, Draft).first()
    else:
        power, option = next((p, o) for p in state.powers() for o in options(table.view(p), p) if o.verb is TableResolution)
        board = ResolutionDesk(option, power, Labels(table.view(power), Lang("en")))
        opening, first = board._sheets, board.first()
    opening = [*opening, Sheet(kind=Kind.PART, ident="one", whole=first)]
    sheets = [*opening, Sheet(kind=Kind.PART, ident="two", whole=found)]
    assert read(written(sheets, opening), opening) == sheets


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"opening": [], "sheets": 3}', '{"opening": [], "sheets": [["part", "a", {}]]}'])
def test_what_cannot_be_read_is_not_offered(text: str) -> None:
    assert not read(text, [])


def test_the_texts_longest_untouched_make_room(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for number in range(MOST_TEXTS + 3):
        memory.keep_unfinished("g", f"france treaty {number}", "text")
    assert memory.unfinished("g", "france treaty 0") == ""
    assert memory.unfinished("g", f"france treaty {MOST_TEXTS + 2}") == "text"
    assert (tmp_path / "texts.json").stat().st_mode & 0o077 == 0
