"""The drafting desk: every kind of article has a form, and what its fields say is what the text says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve as with_
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Checkbox, Input, OptionList, Select, SelectionList, Static, TextArea

from client.app import LocarnoApp
from client.labels import Labels
from client.memory import Memory
from client.messages import TreatyWanted
from client.screens.confirm import Confirm
from client.screens.editor import Editor, Heading
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from client.sheets import Kind, Sheet
from client.widgets.keys import Keys
from client.widgets.parameters import Parameters, fields_of, value_of
from client.widgets.treaties import Treaties
from engine.clauses import CLAUSES, Declaration, ForcesCommitment, MutualAssistance
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import Amend, Draft, MoveArticle, SetParameter, SetPreamble, SetProvision, StrikeArticle
from engine.commands import Table as Tabling
from engine.duties import Automaticity, Forces, Trigger
from engine.names import UNDETERMINED, ArticleId, Lang, Power, TreatyId
from engine.options import options
from engine.parameters import parameters_of
from engine.refusal import Refusal
from engine.table import Table
from engine.treaty import Accession, Article, Provisions
from tests.client.gallery import in_talks
from tests.client.smallworld import ALLIANCE, BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, both
from tests.client.tablelink import TableLink, opened

CESSION, GUARANTEE, PEACE, WORDS = (ArticleId(a) for a in ("cession", "guarantee", "peace", "words"))


def desk(table: Table, power: Power, verb: type[Amend | Draft], lang: str = "en") -> Editor:
    """A power's desk for a new text, or for the one that it may amend."""
    state = table.view(power)
    return Editor(next(o for o in options(state, power) if o.verb is verb), power, Labels(state, Lang(lang)))


@asynccontextmanager
async def at_work(editor: Editor, table: Table, folder: Path, done: Callable[[Any], None] = lambda _: None) -> AsyncIterator[Pilot[None]]:
    """France's terminal with the desk on it."""
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, table), memory=Memory(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(editor, done)
        await pilot.pause()
        yield pilot


async def to_line(pilot: Pilot[None], editor: Editor, words: str) -> None:
    """Open the sheet of a line of the list."""
    listing = editor.query_one("#articles", OptionList)
    listing.highlighted = next(n for n in range(listing.option_count) if words in str(listing.get_option_at_index(n).prompt))
    listing.focus()
    await pilot.pause()
    sheet = editor._sheet_at(listing.highlighted)
    while sheet is not None and editor._place != sheet:
        await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Wait until what follows from a change of a field has come about."""
    for _ in range(50):
        await pilot.pause(0.02)
        if holds():
            return
    assert holds()


def said(editor: Editor) -> str:
    """How the sheet in hand reads."""
    return str(editor.query_one("#reads", Static).content).replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_parameter_of_every_article_and_of_the_final_provisions_has_its_field(lang: str) -> None:
    editor = desk(opened(), FRANCE, Draft, lang)
    labels = editor._labels
    wholes = [(editor.blank(cls.tag), Kind.PART) for cls in CLAUSES] + [(Provisions(signatories=()), Kind.PROVISIONS)]
    assert [type(whole) for whole, _ in wholes] == [*CLAUSES, Provisions]
    pools = {**editor.pools(), ArticleId: {"a1": "1."}}
    async with App[None]().run_test():
        for whole, sheet in wholes:
            for name, hint in parameters_of(type(whole)).items():
                words = partial(editor.parameter_words, sheet)
                if (sheet, name) != (Kind.PROVISIONS, "signatories"):
                    assert fields_of(name, hint, getattr(whole, name), words, labels, pools), (whole, name)


async def test_an_amendment_changes_one_parameter_moves_strikes_and_sets_a_final_provision(tmp_path: Path) -> None:
    table, done = in_talks(), []
    editor = desk(table, FRANCE, Amend)
    async with at_work(editor, table, tmp_path, done.append) as pilot:
        await to_line(pilot, editor, "Guarantee")
        editor.query_one("#p-automaticity", Select).value = Automaticity.AFTER_CONSULTATION.value
        await pilot.pause()
        assert "consult" in said(editor) and "In short:" in said(editor), "the prose and the gist follow"
        editor.query_one("#up", Button).press()
        await pilot.pause()
        await to_line(pilot, editor, "Non-aggression")
        editor.query_one("#strike", Button).press()
        await pilot.pause()
        await to_line(pilot, editor, "Final provisions")
        editor.query_one("#p-ratification", Checkbox).value = True
        editor.query_one("#p-notice", Input).focus()
        await pilot.press("1", "2")
        assert not editor.query("#p-denounceable_after"), "the form stays as it is as long as one writes"
        for _ in range(30):
            if "twelve months" not in said(editor):
                await pilot.pause(0.1)
        assert "ratif" in said(editor) and "denounce" in said(editor)
        await pilot.press("tab")
        await pilot.pause()
        unit = editor.query_one("#p-notice-unit")
        assert editor.query("#p-denounceable_after") and editor.focused is unit
        await pilot.pause(0.1)
        assert editor.query_one("#article-form").region.contains_region(unit.region), "the eye stays where one writes"
        await pilot.press("ctrl+s")
        await pilot.pause()
    (command,) = done
    assert command.operations == (
        StrikeArticle(PEACE),
        SetParameter(article=GUARANTEE, name="automaticity", value="after_consultation"),
        MoveArticle(article=CESSION, before=WORDS),
        SetProvision(name="ratification", value=True),
        SetProvision(name="notice", value="12 months"),
    )


async def test_an_amendment_says_anew_who_is_to_sign(tmp_path: Path) -> None:
    table, done = opened(), []
    ident, article = TreatyId("france.entente"), Article(id=ArticleId("france_entente"), clause=Declaration(text={Lang("en"): "Peace."}))
    title, all_three = both("Entente", "Entente"), Provisions(signatories=(BRITAIN, FRANCE, GERMANY))
    for act in (
        Draft(treaty=ident, title=title, articles=(article,), provisions=all_three),
        Tabling(treaty=ident, to=frozenset({BRITAIN, GERMANY})),
    ):
        assert not isinstance(table.play(FRANCE, act), Refusal)
    editor = desk(table, FRANCE, Amend)
    async with at_work(editor, table, tmp_path, done.append) as pilot:
        await to_line(pilot, editor, "Final provisions")
        editor.query_one("#p-signatories", SelectionList).deselect(GERMANY)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (command,) = done
    assert command.operations == (SetProvision(name="signatories", value=(BRITAIN, FRANCE)),)


async def test_a_text_that_cannot_stand_stays_on_the_desk_and_is_not_left_unasked(tmp_path: Path) -> None:
    table, done = opened(), []
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path, done.append) as pilot:
        assert str(editor.query_one("#fault", Static).content) == "", "nothing is found wrong with what has not been touched"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "no title" in str(editor.query_one("#fault", Static).content) and not done
        await pilot.press(*"Pact", "escape", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Confirm)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is editor and editor.query_one("#p-title", Input).value == "Pact"
        await pilot.press("escape", "ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlayScreen) and done == [None]


async def test_a_new_treaty_begins_from_another_and_a_parameter_may_have_parameters_of_its_own(tmp_path: Path) -> None:
    table, done = opened(), []
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path, done.append) as pilot:
        editor.query_one("#p-original", Select).value = ALLIANCE
        await pilot.pause()
        assert editor.query_one("#p-title", Input).value == "Franco-Czechoslovak treaty"
        assert editor.query_one("#p-signatories", SelectionList).selected == [CZECHOSLOVAKIA, FRANCE]
        await to_line(pilot, editor, "Mutual assistance")
        assert not editor.query_one("#in-p-forces").display
        editor.query_one("#p-forces", Checkbox).value = True
        await pilot.pause()
        editor.query_one("#p-forces-divisions", Input).value = "12"
        editor.query_one("#p-only_while", Select).value = ALLIANCE
        await pilot.pause()
        assert "12 divisions" in said(editor) and editor.query_one("#in-p-forces").display
        await to_line(pilot, editor, "Add an article")
        await pilot.press("enter")
        await pilot.pause()
        editor.query_one("#kind", Select).value = ForcesCommitment.tag
        await pilot.pause()
        editor.query_one("#p-divisions", Input).value = "7"
        editor.query_one("#p-trigger", Select).value = Trigger.ANY_WAR.value
        editor.query_one("#p-beneficiary", Select).value = BRITAIN
        await to_line(pilot, editor, "Final provisions")
        assert not editor.query("#p-open_to")
        editor.query_one("#p-accession", Select).value = Accession.OPEN.value
        # The form is filled anew, and on a busy machine not within one pause.
        for _ in range(40):
            await pilot.pause(0.05)
            if editor.query("#p-open_to"):
                break
        editor.query_one("#p-open_to", SelectionList).select(GERMANY)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (command,) = done
    first, second = (article.clause for article in command.articles)
    assert isinstance(first, MutualAssistance) and first.forces == Forces(divisions=12) and first.only_while == ALLIANCE
    assert isinstance(second, ForcesCommitment) and (second.divisions, second.trigger) == (7, Trigger.ANY_WAR)
    assert command.treaty == "france.franco_czechoslovak_treaty" and command.provisions.open_to == (GERMANY,)


async def test_from_a_text_one_drafts_another_and_reads_it_at_once(tmp_path: Path) -> None:
    table = opened()
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        app.screen.on_treaty_wanted(TreatyWanted(ALLIANCE))
        await pilot.pause()
        menu = app.screen.query_one("#acts", OptionList)
        lines = [str(menu.get_option_at_index(n).prompt) for n in range(menu.option_count)]
        menu.highlighted = next(n for n, line in enumerate(lines) if line == "Draft another from this text: Franco-Czechoslovak treaty")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Editor) and [sheet.whole.tag for sheet in app.screen.parts] == ["mutual_assistance"]
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.screen.opened == "treaties"
        assert app.screen.query_one(Treaties).chosen == "france.franco_czechoslovak_treaty"


PARTIES, OTHERS = {FRANCE, BRITAIN}, {CZECHOSLOVAKIA, GERMANY}


@pytest.mark.parametrize(
    ("article", "name", "offered"),
    [
        (MutualAssistance(), "between", PARTIES),
        (MutualAssistance(), "against", OTHERS),
        (MutualAssistance(against=(FRANCE,)), "against", OTHERS | {FRANCE}),
        (MutualAssistance(between=(FRANCE, CZECHOSLOVAKIA)), "against", {BRITAIN, GERMANY}),
        (MutualAssistance(only_if_assisted_by=GERMANY), "only_if_assisted_by", OTHERS),
        (ForcesCommitment(provider=FRANCE, beneficiary=BRITAIN, divisions=2), "provider", PARTIES),
        (ForcesCommitment(provider=FRANCE, beneficiary=BRITAIN, divisions=2), "beneficiary", PARTIES | OTHERS),
        (ForcesCommitment(provider=FRANCE, beneficiary=BRITAIN, divisions=2), "against", OTHERS),
    ],
)
def test_a_parameter_offers_the_powers_that_the_parties_let_it_name_and_those_it_names(
    article: Any, name: str, offered: set[Power]
) -> None:
    editor = desk(in_talks(), FRANCE, Draft)
    editor._sheets = [
        with_(editor._sheets[0], whole=Heading(signatories=(FRANCE, BRITAIN))),
        Sheet(kind=Kind.PART, ident="one", whole=article),
        editor._sheets[1],
    ]
    editor._place = 1
    assert set(editor.pools()[name]) == offered


async def test_whom_aid_may_be_directed_against_follows_those_between_whom_it_is_owed(tmp_path: Path) -> None:
    table = in_talks()
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path) as pilot:
        editor._sheets = [
            with_(editor._sheets[0], whole=Heading(signatories=(FRANCE, BRITAIN, GERMANY))),
            Sheet(kind=Kind.PART, ident="one", whole=MutualAssistance(between=(FRANCE, BRITAIN, GERMANY))),
            *editor._sheets[1:],
        ]
        await editor._show(1)
        between = editor.query_one("#p-between", SelectionList)
        between.focus()
        between.highlighted = 2
        await pilot.press("space")
        await pilot.pause()
        fresh, against = (editor.query_one(f"#p-{name}", SelectionList) for name in ("between", "against"))
        assert set(editor.parts[0].whole.between) == PARTIES
        assert {against.get_option_at_index(n).value for n in range(against.option_count)} == OTHERS
        assert editor.focused is fresh and fresh.highlighted == 2


async def test_keys_move_and_strike_articles_in_the_list_and_the_footer_names_them(tmp_path: Path) -> None:
    table = in_talks()
    editor = desk(table, FRANCE, Amend)
    async with at_work(editor, table, tmp_path) as pilot:
        await to_line(pilot, editor, "Guarantee")
        assert "Strike" in str(editor.query_one(Keys).visual) and "Alt" in str(editor.query_one(Keys).visual)
        await pilot.press("alt+up", "alt+up")
        await pilot.pause()
        assert [sheet.ident for sheet in editor.parts[:2]] == [GUARANTEE, CESSION], "the first goes no further up"
        await pilot.press("shift+down", "delete")
        await pilot.pause()
        assert GUARANTEE not in [sheet.ident for sheet in editor.parts]
        await pilot.press("enter")
        await pilot.pause()
        assert "Strike" not in str(editor.query_one(Keys).visual)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reading)


async def test_an_article_without_words_is_pointed_out_before_it_is_filed(tmp_path: Path) -> None:
    table = opened()
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path) as pilot:
        await pilot.press(*"Pact", "tab", "home", "space")
        await pilot.pause()
        assert "Still without words: article 1." in str(editor.query_one("#fault", Static).content)


async def test_free_words_are_shown_in_the_readers_language_and_stay_in_both_until_changed() -> None:
    labels = Labels(opened().view(FRANCE), Lang("fr"))
    words = both("Peace.", "La paix.")
    async with App[None]().run_test():
        (_, field) = fields_of("text", parameters_of(Declaration)["text"], words, str, labels, {})
        assert isinstance(field, TextArea) and field.text == "La paix."
        kept = value_of("p-text", parameters_of(Declaration)["text"], {"p-text": field}, words, labels, {})
        assert kept == words
        field.text = "La guerre."
        assert list(value_of("p-text", parameters_of(Declaration)["text"], {"p-text": field}, words, labels, {}).values()) == ["La guerre."]


async def test_a_preamble_is_written_on_its_own_sheet_and_amended_there(tmp_path: Path) -> None:
    table = opened()
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path) as pilot:
        await to_line(pilot, editor, "Preamble")
        assert editor.command().preamble == {}
        await pilot.press("enter")
        assert editor.focused is editor.query_one("#p-words", TextArea)
        editor.query_one("#p-words", TextArea).text = "Desirous of peace"
        await pilot.pause()
        assert editor.command().preamble == {UNDETERMINED: "Desirous of peace"}
        assert "Desirous of peace,\nHave agreed as follows:" in said(editor)
        editor.query_one("#p-words", TextArea).text = " "
        await pilot.pause()
        assert editor.command().preamble == {}
    tabled = in_talks()
    amending = desk(tabled, FRANCE, Amend)
    async with at_work(amending, tabled, tmp_path) as pilot:
        await to_line(pilot, amending, "Preamble")
        amending.query_one("#p-words", TextArea).text = "Resolved to keep the peace"
        await pilot.pause()
        assert amending.command().operations == (SetPreamble({UNDETERMINED: "Resolved to keep the peace"}),)


async def test_a_term_is_asked_for_once_another_calls_for_it(tmp_path: Path) -> None:
    editor = desk(in_talks(), FRANCE, Amend)
    async with at_work(editor, in_talks(), tmp_path) as pilot:
        await to_line(pilot, editor, "Guarantee")
        assert not editor.query("#p-together_with") and not editor.query("#p-instrument") and editor.query("#p-frontier_with")
        editor.query_one("#p-together", Checkbox).value = True
        editor.query_one("#p-object", Select).value = GuaranteeOf.OBSERVANCE.value
        await pilot.pause()
        await pilot.pause(0.1)
        assert editor.query("#p-together_with") and editor.query("#p-instrument") and not editor.query("#p-frontier_with")


async def test_a_guarantee_of_what_another_instrument_lays_down_names_the_articles_of_that_one(tmp_path: Path) -> None:
    table = in_talks()
    editor = desk(table, FRANCE, Amend)
    other = next(t for t in table.state.treaties.values() if t is not editor._treaty and t.text.articles)
    async with at_work(editor, table, tmp_path) as pilot:
        await to_line(pilot, editor, "Guarantee")
        editor.query_one("#p-object", Select).value = GuaranteeOf.OBSERVANCE.value
        await until(pilot, lambda: editor.query("#p-articles"))
        here = [sheet.ident for sheet in editor.parts]
        assert [str(choice.value) for choice in editor.query_one("#p-articles", SelectionList).options] == here
        editor.query_one("#p-articles", SelectionList).select(here[0])
        await until(pilot, lambda: editor._sheet.whole.articles == (here[0],))
        editor.query_one("#p-instrument", Select).value = other.id
        await until(
            pilot,
            lambda: editor.query("#p-articles") and len(editor.query_one("#p-articles", SelectionList).options) == len(other.text.order),
        )
        assert editor._sheet.whole.articles == ()
        there = editor.query_one("#p-articles", SelectionList)
        assert [str(choice.value) for choice in there.options] == list(other.text.order)
        assert str(there.options[0].prompt) == f"1. {editor._labels.kind(other.text.articles[0].clause)}"
        there.select(other.text.order[0])
        await until(pilot, lambda: editor._sheet.whole.articles == (other.text.order[0],))
        assert editor._sheet.whole.instrument == other.id
        assert f"laid down in Article 1 of the instrument entitled “{editor._labels.text(other.title)}”" in said(editor)


async def test_a_key_that_comes_while_the_form_is_being_made_reads_the_sheet_as_it_stands(tmp_path: Path) -> None:
    table = opened()
    editor = desk(table, FRANCE, Draft)
    async with at_work(editor, table, tmp_path) as pilot:
        await to_line(pilot, editor, "1.")
        editor.query_one("#kind", Select).value = "consultation"
        await pilot.pause()
        form, before = editor.query_one(Parameters), editor._sheet.whole
        making = asyncio.create_task(editor._open())
        while not making.done():
            await asyncio.sleep(0)
            assert form.read() == before
