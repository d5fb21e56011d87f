"""The drafting desk: every kind of article has a form, and what its fields say is what the article says."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Select

import scenarios
from client.app import LocarnoApp
from client.labels import Labels
from client.memory import Memory
from client.screens.editor import Editor
from engine.clauses import CLAUSES, ForcesCommitment
from engine.commands import Draft
from engine.duties import Trigger
from engine.names import Lang, Power
from engine.options import options
from engine.table import Table
from tests.client.tablelink import TableLink

FRANCE = Power("france")


async def opened(folder: Path, lang: str) -> tuple[LocarnoApp, Editor]:
    """The terminal of France, and the desk for a new text that is to be shown on it."""
    table = Table.open(scenarios.load("munich-1938"), 1)
    option = next(o for o in options(table.state, FRANCE) if o.verb is Draft)
    app = LocarnoApp(lang=Lang(lang), link=TableLink(FRANCE, table), memory=Memory(folder))
    return app, Editor(option, FRANCE, Labels(table.state, Lang(lang)))


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_kind_of_article_has_its_form(tmp_path: Path, lang: str) -> None:
    app, editor = await opened(tmp_path, lang)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(editor)
        await pilot.pause()
        for cls in CLAUSES:
            editor.query_one("#kind", Select).value = cls.tag
            await pilot.pause()
            assert type(editor._articles[0].clause) is cls
            assert len(editor.query("#parameters > *")) > 1


async def test_numbers_and_cases_are_taken_from_the_form(tmp_path: Path) -> None:
    app, editor = await opened(tmp_path, "en")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(editor)
        await pilot.pause()
        editor.query_one("#kind", Select).value = ForcesCommitment.tag
        await pilot.pause()
        editor.query_one("#p-divisions", Input).value = "12"
        editor.query_one("#p-trigger", Select).value = Trigger.ANY_WAR.value
        await pilot.pause()
        article = editor._articles[0].clause
        assert isinstance(article, ForcesCommitment)
        assert (article.provider, article.divisions, article.trigger) == (FRANCE, 12, Trigger.ANY_WAR)
