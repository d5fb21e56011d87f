"""What one reads of a treaty: where it stands, two versions compared, what would bring it into force, set without broken signs."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve as with_
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.content import Content
from textual.widgets import Select, SelectionList, Static

from client.app import LocarnoApp
from client.comparing import page
from client.labels import Labels
from client.memory import Memory
from client.screens.comparing import Comparing
from client.screens.in_force_if import InForceIf
from client.screens.menu import ActMenu
from client.treaty_meaning import owed_under
from client.treaty_page import treaty_page
from client.typography import Apostrophes, keep_signs_with_their_words
from client.widgets.treaties import Treaties
from engine.clauses import NonAggression
from engine.commands import (
    AgreeToEnd,
    Amend,
    Denounce,
    Initial,
    InviteToAccede,
    MoveArticle,
    Register,
    SetParameter,
    SetProvision,
    Sign,
    StrikeArticle,
)
from engine.events import IntelligenceGained, TreatyShown
from engine.names import ArticleId, Lang, TreatyId
from engine.negotiated import as_negotiated, treaties_read
from engine.state import changed
from engine.table import Table
from engine.texts.chronicle import tell
from engine.treaty import Article, Provisions, Version
from tests.client.gallery import done, in_talks
from tests.client.smallworld import ALLIANCE, BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, PLAN, alliance, both
from tests.client.tablelink import TableLink, opened
from tests.client.test_treaty_forms import eventful
from tests.engine.settings import ALBA, BORIA, CARNIA, do

CESSION, GUARANTEE, PEACE, WORDS = (ArticleId(a) for a in ("cession", "guarantee", "peace", "words"))


def amended() -> Table:
    """The plan in three versions, the last of which differs from the second in every way there is."""
    table = in_talks()
    operations = (
        SetParameter(article=GUARANTEE, name="automaticity", value="after_consultation"),
        StrikeArticle(PEACE),
        MoveArticle(article=WORDS, before=CESSION),
        SetProvision(name="ratification", value=True),
    )
    done(table, BRITAIN, Amend(treaty=PLAN, base=2, operations=operations))
    return table


def printed(before: int, after: int, lang: str, *, wide: bool) -> str:
    """The comparison as plain text."""
    state = amended().view(FRANCE)
    treaty = state.treaties[PLAN]
    first, second = treaty.version(before), treaty.version(after)
    assert first is not None and second is not None
    console = Console(width=116 if wide else 300)
    with console.capture() as captured:
        console.print(page(treaty, first, second, Labels(state, Lang(lang)), wide=wide))
    return captured.get()


@pytest.mark.parametrize("wide", [False, True], ids=["stacked", "beside"])
@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("en", ("Whose position changes: Britain, France, Germany", "~ moved", "~ struck out", "Who decides that the case has arisen",
                "after consultation", "(automatic → after consultation)", "Needs ratification (no → yes)")),
        ("fr", ("Position modifiée", "~ déplacé", "~ supprimé", "Qui décide que le cas est survenu", "immédiatement")),
    ],
)  # fmt: skip
def test_a_comparison_shows_what_was_struck_out_put_in_and_moved_and_whom_it_touches(lang: str, parts: tuple[str, ...], wide: bool) -> None:
    said = printed(2, 3, lang, wide=wide)
    assert all(part in said for part in parts), said


def test_a_version_beside_itself_differs_in_nothing() -> None:
    assert printed(2, 2, "en", wide=True).strip() == "Nothing differs."


@pytest.mark.parametrize("screen", [Comparing, InForceIf], ids=lambda screen: screen.__name__)
async def test_words_of_a_scenario_are_no_markup_over_the_treaty(screen: type[Comparing | InForceIf]) -> None:
    state = amended().view(FRANCE)
    treaty = with_(state.treaties[PLAN], title={Lang("en"): "[b]Plan[/] of [four"})
    labels = Labels(changed(state, treaties={**state.treaties, PLAN: treaty}), Lang("en"))
    shown = Comparing(treaty, 1, 2, labels) if screen is Comparing else InForceIf(treaty, FRANCE, labels)
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(shown)
        await pilot.pause()
        seen = "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)
        assert "[b]Plan[/] of [four" in seen
        assert not any(isinstance(prompt, str) for select in shown.query(Select) for prompt, _ in select._options)


async def test_from_the_treaty_one_key_compares_its_versions_and_another_supposes_who_is_bound(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), link=TableLink(FRANCE, amended()), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("3", "c")
        await pilot.pause()
        assert isinstance(app.screen, Comparing)
        await pilot.press("escape", "f")
        await pilot.pause()
        assert isinstance(app.screen, InForceIf)
        verdict = app.screen.query_one("#supposed", Static)
        assert "Not in force" in str(verdict.content) and "Britain and Germany" in str(verdict.content)
        app.screen.query_one("#consenting", SelectionList).select_all()
        await pilot.pause()
        assert "In force: Plan of the four powers" in str(verdict.content) and "it binds Britain, France and Germany" in str(
            verdict.content
        )


@pytest.mark.parametrize(("lang", "article"), [("en", "(Article 1)"), ("fr", "(article premier)")])
def test_what_would_be_owed_is_shown_with_its_article(lang: str, article: str) -> None:
    labels = Labels(opened().view(FRANCE), Lang(lang))
    treaty = labels.state.treaties[ALLIANCE]
    owed, due = owed_under(treaty, frozenset({FRANCE, CZECHOSLOVAKIA}), FRANCE, labels)
    assert owed and owed[0].endswith(article) and due and due[0].endswith(article)


def published() -> Table:
    """The plan in force and before all, in the third version that its makers had negotiated in confidence."""
    table = in_talks()
    done(table, BRITAIN, Amend(treaty=PLAN, base=2, operations=(StrikeArticle(PEACE),)))
    for power in (FRANCE, GERMANY):
        done(table, power, Initial(treaty=PLAN, version=3))
    for power in (BRITAIN, FRANCE, GERMANY):
        done(table, power, Sign(treaty=PLAN))
    return table


async def test_of_a_published_text_its_makers_compare_every_version_and_others_read_one(tmp_path: Path) -> None:
    table = published()
    app = LocarnoApp(lang=Lang("en"), link=TableLink(GERMANY, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        app.screen.query_one(Treaties).choose(PLAN)
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, Comparing)
        offered = [str(prompt) for prompt, _ in app.screen.query_one("#after", Select)._options]
        assert offered == ["1", "2, by Germany", "3, by Britain (the text adopted)"]
        app.screen.query_one("#before", Select).value = 1
        await pilot.pause()
        shown = Console(width=200)
        with shown.capture() as captured:
            shown.print(app.screen.query_one("#comparison", Static).content)
        assert "~ new" in captured.get() and "~ struck out" in captured.get()
    app = LocarnoApp(lang=Lang("en"), link=TableLink(CZECHOSLOVAKIA, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        app.screen.query_one(Treaties).choose(PLAN)
        await pilot.press("c")
        await pilot.pause()
        assert not isinstance(app.screen, Comparing) and not app.screen.query_one("#compare").display


def test_an_earlier_version_says_which_one_was_adopted_and_the_chronicle_still_tells_what_it_changed() -> None:
    table = published()
    for lang, said, change in (
        ("en", "Version 2: the text adopted is version 3", "Article 3 is struck out"),
        ("fr", "Version 2 ; le texte adopté est la version 3", "l'article 3 est supprimé"),
    ):
        view, outside = table.view(FRANCE), table.view(CZECHOSLOVAKIA)
        read = as_negotiated(view, view.treaties[PLAN], FRANCE)
        former = read.version(2)
        assert former is not None
        assert said in treaty_page(read, former, Labels(view, Lang(lang))).plain
        assert "version 3" not in treaty_page(read, read.text, Labels(view, Lang(lang))).plain
        public = outside.treaties[PLAN]
        assert "ersion" not in treaty_page(public, public.text, Labels(outside, Lang(lang))).plain.split("\n\n")[0]
        told = [tell(event, Lang(lang), view.setting, treaties_read(view, FRANCE)) for _, event in table.news(FRANCE)]
        assert any(change in line for line in told if line)


@pytest.mark.parametrize(
    ("treaty", "parts"),
    [
        (
            "alba.guests",
            (
                "Denounced by: Boria",
                "Invited to accede: Carnia (by Boria)",
                "Registered",
                "Have agreed to end it: Boria",
                "Parties: Alba, Boria",
            ),
        ),
        ("alba.broken", ("Suspended by Alba towards Carnia",)),
        ("alba.half", ("Signed ad referendum, still to be confirmed: Alba",)),
        ("boria.reserved", ("Reservation: Article 1 does not apply to Boria.",)),
    ],
)
def test_the_page_says_what_has_become_of_a_treaty(treaty: str, parts: tuple[str, ...]) -> None:
    table, guests = eventful(), TreatyId("alba.guests")
    do(table, BORIA, InviteToAccede(treaty=guests, guest=CARNIA))
    do(table, BORIA, Register(treaty=guests))
    do(table, BORIA, AgreeToEnd(treaty=guests))
    do(table, BORIA, Denounce(treaty=guests))
    state = table.view(ALBA)
    shown = state.treaties[TreatyId(treaty)]
    for lang in ("en", "fr"):
        said = treaty_page(shown, shown.text, Labels(state, Lang(lang))).plain
        assert lang == "fr" or all(part in said for part in parts), said


@pytest.mark.parametrize("width", range(8, 40))
def test_no_line_begins_with_a_sign_or_ends_with_an_opening_one(width: int) -> None:
    keep_signs_with_their_words()
    sentence = "Il dit\u00a0: «\u00a0Ah\u202f! non ; il faut voir », puis rien « de plus » ?"
    for line in Content(sentence).wrap(width):
        assert line.plain.lstrip()[:1] not in ":;?!»" and line.plain.rstrip()[-1:] != "«", line.plain


def test_an_apostrophe_between_letters_is_curved_and_takes_no_other_place() -> None:
    line = [Segment("l'URSS d'«\u00a0hier\u00a0», 'so' "), Segment("aujourd'hui")]
    set_right = Apostrophes().apply(line, Color(0, 0, 0))
    assert [segment.text for segment in set_right] == ["l’URSS d’«\u00a0hier\u00a0», 'so' ", "aujourd’hui"]


@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [("en", "Non-aggression pact", "Article 1\nBritain and Germany"), ("fr", "Pacte de non-agression", "Article premier\n")],
)
async def test_a_secret_text_that_the_services_have_brought_is_read_whole_beside_the_treaties(
    tmp_path: Path, lang: str, title: str, words: str
) -> None:
    table = in_talks()
    article = Article(id=ArticleId("peace"), clause=NonAggression(between=(BRITAIN, GERMANY)))
    secret = with_(
        alliance(),
        id=TreatyId("secret"),
        title=both("Non-aggression pact", "Pacte de non-agression"),
        provisions=Provisions(signatories=(BRITAIN, GERMANY), secret=True),
        versions=(Version(number=1, by=None, base=None, articles=(article,)),),
        parties=frozenset({BRITAIN, GERMANY}),
        known_to=frozenset({BRITAIN, GERMANY}),
    )
    brought = IntelligenceGained(power=FRANCE, target=GERMANY, found=True, texts=(secret,), audience=frozenset({FRANCE}))
    table.apply((TreatyShown(treaty=secret, how="drafted", audience=secret.known_to), brought))
    app = LocarnoApp(lang=Lang(lang), link=TableLink(FRANCE, table), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        treaties = app.screen.query_one(Treaties)
        treaties.choose(secret.id)
        await pilot.press("f")
        await pilot.pause()
        assert not isinstance(app.screen, InForceIf), "nobody can say more of a copy than it says itself"
        said = str(treaties.query_one("#text", Static).content)
        assert said.startswith(title) and words in said
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ActMenu)
