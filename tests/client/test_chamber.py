"""The chamber: what it shows of a sitting, one key to vote, the desk for resolutions; driven by the keyboard over a table in process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import OptionList, RadioButton, Select, SelectionList, Static

import scenarios
from client.app import LocarnoApp
from client.labels import Labels
from client.memory import Memory
from client.mirror import Mirror
from client.screens.confirm import Confirm
from client.screens.form import ActForm
from client.screens.play import PlayScreen
from client.screens.resolution import ResolutionDesk
from client.widgets.chamber import chamber_text
from client.widgets.orders import OrdersTab
from client.widgets.parameters import blank, fields_of
from engine.commands import CloseStep, CommitOrders
from engine.council_commands import CastBallot, Introduce, Seize, TableResolution
from engine.events import Phase
from engine.measures import MEASURES, Determination, Nullity, Recommendation
from engine.measures.recommendation import Procedure
from engine.names import ArticleId, ItemId, Lang, Onlooker, ParagraphId, Power, ResolutionId, StatuteId, TreatyId
from engine.options import options
from engine.orders import ApplySanction, Sanction
from engine.parameters import parameters_of
from engine.resolution import Outcome, Paragraph
from engine.table import Table
from engine.texts.catalogue import knows
from engine.voting import Ballot
from tests.client.councils import BREACH, COUNCIL, MATTER, USA, act, at_vote, in_debate, in_talks, vetoed
from tests.client.tablelink import TableLink
from tests.engine.settings import BORIA, CARNIA, ENTENTE
from tests.engine.test_consent_found_void import PACT, VOID, before, signed_under_threat


def seen(table: Table, viewer: Power | Onlooker = USA, lang: str = "en", width: int = 76) -> str:
    """The chamber as a viewer reads it, unbreakable spaces made plain."""
    mirror = Mirror(viewer)
    mirror.take(1, [event for _, event in table.news(viewer)])
    assert mirror.state is not None
    return chamber_text(mirror, Labels(mirror.state, Lang(lang)), width).plain.replace("\u00a0", " ")


def seated(folder: Path, table: Table, power: Power = USA, lang: str = "en") -> LocarnoApp:
    """The terminal of a power at a table."""
    return LocarnoApp(lang=Lang(lang), link=TableLink(power, table), memory=Memory(folder))


@pytest.mark.parametrize(
    ("table", "lang", "lines"),
    [
        (in_talks, "en", ("Seats: United States", "(Article 39 of the Charter; not yet on the agenda)", "Chair: Romania")),
        (in_debate, "en", ("In the chair: Romania. The debate is open.", "1. Determines that there is a breach of the peace")),
        (
            at_vote,
            "en",
            (
                "Put to the vote: “Resolution 660: breach of the peace”",
                "9 votes in favour needed in all.",
                "6 votes already cast are still secret.",
                "A vote against by any one of these could still block it: the United States and France.",
                "[v]*China",
                "At the table without a vote: Iraq, Kuwait",
                "Rule: nine of fifteen, and no permanent member against (Charter, Article 27(3)).",
            ),
        ),
        (
            at_vote,
            "fr",
            ("Présidence : Roumanie. Un vote est ouvert.", "Il faut 9 voix pour au total.", "Vu l'article 40 de la Charte"),
        ),
        (
            vetoed,
            "en",
            (
                "The last vote",
                "Vetoed by France: 13 for, 1 against, 0 abstaining, 1 not participating.",
                "One vote was decisive: France.",
                "France: We wanted more time.",
                "“Resolution 660: breach of the peace”: vetoed",
            ),
        ),
        (vetoed, "fr", ("Veto de la France", "Un seul vote a décidé : la France.")),
    ],
    ids=["talks", "debate", "vote", "vote-fr", "result", "result-fr"],
)
def test_the_chamber_shows_seats_chair_text_vote_and_result(table: Callable[[], Table], lang: str, lines: tuple[str, ...]) -> None:
    text = seen(table(), lang=lang)
    assert [line for line in lines if line not in text] == []


def test_how_another_voted_is_not_seen_while_the_vote_is_open_and_ones_own_ballot_is() -> None:
    table = at_vote()
    assert "[v]*China" in seen(table) and "[+]*China" in seen(table, Power("china"))
    assert "[v]*China" in seen(table, Onlooker.OBSERVER)


@pytest.mark.parametrize("width", [20, 40, 76, 200])
def test_every_seat_is_drawn_at_every_width(width: int) -> None:
    text = seen(at_vote(), width=width)
    assert all(name in text for name in ("] Romania", "] Côte d'Ivoire", "] Malaysia", "]*United States"))


@pytest.mark.parametrize(
    ("key", "ballot"),
    [("plus", Ballot.FOR), ("minus", Ballot.AGAINST), ("equals_sign", Ballot.ABSTAIN), ("slash", Ballot.NOT_PARTICIPATING)],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["narrow", "wide"])
async def test_one_key_and_a_confirmation_cast_a_vote(tmp_path: Path, key: str, ballot: Ballot, size: tuple[int, int]) -> None:
    table = at_vote()
    app = seated(tmp_path, table)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        # Also when the keyboard has gone back to what is asked.
        await pilot.press("4", *(("escape",) if key == "minus" else ()), key)
        await pilot.pause()
        assert isinstance(app.screen, Confirm)
        await pilot.press("enter")
        await pilot.pause()
    assert isinstance(app.link, TableLink) and app.link.acts == [CastBallot(organ=COUNCIL, ballot=ballot)]
    assert table.state.sitting is not None and table.state.sitting.poll is not None
    assert table.state.sitting.poll.ballots[USA] is ballot


async def test_escape_casts_nothing_and_where_no_vote_is_open_the_keys_do_nothing(tmp_path: Path) -> None:
    table = at_vote()
    app = seated(tmp_path, table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4", "minus", "escape")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
    assert isinstance(app.link, TableLink) and app.link.acts == []
    debate = seated(tmp_path, in_debate())
    async with debate.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4", "plus")
        await pilot.pause()
        assert isinstance(debate.screen, PlayScreen)


async def test_the_confirmation_says_what_the_vote_would_come_to(tmp_path: Path) -> None:
    app = seated(tmp_path, at_vote())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4", "minus")
        await pilot.pause()
        said = str(app.screen.query_one("#meaning", Static).content)
        assert "It can no longer be carried." in said and "not taken back" in said


async def test_a_resolution_is_drafted_paragraph_by_paragraph(tmp_path: Path) -> None:
    table = in_talks()
    app = seated(tmp_path, table)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("4", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ResolutionDesk)
        desk = app.screen
        await pilot.press(*"Words")
        desk.query_one("#p-basis", Select).value = "charter_39"
        await pilot.pause()
        await pilot.press("escape", "down")
        await pilot.pause()
        desk.query_one("#kind", Select).value = "determination"
        await pilot.pause()
        desk.query_one("#p-finding", Select).value = "aggression"
        await pilot.pause()
        assert "cannot stand" in str(desk.query_one("#fault", Static).content)
        desk.query_one("#p-author", Select).value = "iraq"
        await pilot.pause()
        assert str(desk.query_one("#fault", Static).content) == ""
        desk.query_one("#articles", OptionList).focus()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
    draft = next(r for r in table.state.resolutions.values() if r.id == "usa.words")
    assert (draft.stage, draft.item, draft.article) == (Outcome.TABLED, MATTER, "charter_39")
    first, second = (p.measure for p in draft.paragraphs)
    assert isinstance(first, Determination) and first.author == "iraq"
    assert isinstance(second, Recommendation) and set(second.parties) == {"iraq", "kuwait"}


async def test_an_amendment_is_what_the_desk_leaves_changed(tmp_path: Path) -> None:
    table = in_talks()
    app = seated(tmp_path, table, Power("france"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        place = next(n for n, (name, _) in enumerate(app.screen.named_acts()) if name.startswith("Amend"))  # type: ignore[attr-defined]
        app.screen.named_acts()[place][1]()  # type: ignore[attr-defined]
        await pilot.pause()
        desk = app.screen
        assert isinstance(desk, ResolutionDesk)
        await pilot.press("down")
        await pilot.pause()
        await pilot.click("#strike")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (amendment,) = table.state.resolutions[BREACH].amendments.values()
    assert amendment.by == "france" and len(amendment.changes) == 1
    assert "Amendment moved by France" in seen(table) and "paragraph 2 is struck out" in seen(table)


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_kind_of_paragraph_has_its_form_and_words(lang: str) -> None:
    state = in_talks().state
    labels = Labels(state, Lang(lang))
    async with App[None]().run_test():
        for cls in MEASURES:
            whole = blank(cls, labels, iter(state.powers()), {"slug": "committee"})
            assert type(whole) is cls and knows(f"measure.{cls.tag}")
            for name, hint in parameters_of(cls).items():
                words = labels.words(f"measure_param.{name}")
                assert fields_of(name, hint, getattr(whole, name), {name: words}.__getitem__, labels, {}), (cls, name)


@pytest.mark.parametrize("public", [True, False])
def test_the_desk_proposes_the_consent_that_was_coerced_and_names_public_treaties_alone(public: bool) -> None:
    table = signed_under_threat(secret=not public)
    view = before(table).view(CARNIA)
    option = next(o for o in options(view, CARNIA) if o.verb is TableResolution)
    desk = ResolutionDesk(option, CARNIA, Labels(view, Lang("en")))
    assert set(desk.pools()[TreatyId]) == ({ENTENTE, PACT} if public else {ENTENTE})
    assert desk.blank("nullity") == (VOID if public else Nullity(treaty=ENTENTE, power=BORIA))


def sanctioned() -> Table:
    """Orders are awaited, and the embargo of August 1990 is in force."""
    table = in_talks()

    for draft in (BREACH, ResolutionId("embargo")):
        if table.state.phase is not Phase.TALKS:
            while table.state.phase is not Phase.TALKS:
                table.play(Onlooker.FACILITATOR, CloseStep())
            act(table, "usa", Introduce(resolution=draft, item=MATTER))
        table.play(Onlooker.FACILITATOR, CloseStep())
        table.play(Onlooker.FACILITATOR, CloseStep())
        assert table.state.sitting is not None
        for power in table.state.sitting.present:
            act(table, power, CastBallot(organ=COUNCIL, ballot=Ballot.FOR))
    assert table.state.phase is Phase.ORDERS
    return table


async def test_what_one_is_bound_to_break_off_stands_among_the_orders_until_it_is_done(tmp_path: Path) -> None:
    table = sanctioned()
    app = seated(tmp_path, table)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause()
        said = str(app.screen.query_one(OrdersTab).query_one("#force", Static).content)
        assert "Decided, and binding on you" in said and said.count("not yet done:") == 3 and "Resolution 661" in said
    act(table, "usa", CommitOrders((ApplySanction(Power("iraq"), Sanction.ARMS),)))
    while table.state.phase is not Phase.TALKS:
        table.play(Onlooker.FACILITATOR, CloseStep())
    app = seated(tmp_path, table)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("escape", "5")
        await pilot.pause()
        said = str(app.screen.query_one(OrdersTab).query_one("#force", Static).content)
        assert said.count("not yet done:") == 2 and "done: " in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_same_draft_under_two_matters_makes_two_different_lines(lang: str) -> None:
    table = Table.open(scenarios.load("kuwait-1990"), 1)
    for by, title in (("kuwait", "The invasion"), ("usa", "The peace")):
        item, words = ItemId(f"{by}.matter"), {Lang("en"): title}
        parties = frozenset({Power("iraq"), Power("kuwait")})
        act(table, by, Seize(item=item, organ=COUNCIL, article=StatuteId("charter_39"), title=words, parties=parties))
    view = table.view(USA)
    labels = Labels(view, Lang(lang))
    lines = [labels.option(option) for option in options(view, USA) if option.verb is Introduce]
    assert len(lines) > 1 and len(set(lines)) == len(lines)
    assert any("The invasion" in line for line in lines) and any("The peace" in line for line in lines)


async def test_a_desk_opened_for_an_amendment_has_changed_nothing_whatever_the_order_of_the_names(tmp_path: Path) -> None:
    committee = Recommendation(parties=(Power("kuwait"), Power("iraq")), procedure=Procedure.CONCILIATION)
    table = in_talks()
    draft = TableResolution(
        resolution=ResolutionId("uk.words"),
        organ=COUNCIL,
        item=MATTER,
        article=StatuteId("charter_36"),
        title={Lang("en"): "Words"},
        paragraphs=(Paragraph(id=ParagraphId(ArticleId("uk_1")), measure=committee),),
    )
    act(table, "uk", draft)
    app = seated(tmp_path, table, Power("france"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        named = dict(app.screen.named_acts())  # type: ignore[attr-defined]
        next(opens for name, opens in named.items() if name.startswith("Amend") and "Words" in name)()
        await pilot.pause()
        desk = app.screen
        assert isinstance(desk, ResolutionDesk)
        await pilot.press("down")
        await pilot.pause()
        assert [sheet.fresh for sheet in desk.parts] == [False]


async def test_a_paragraph_for_a_separate_vote_is_chosen_by_its_number_and_words(tmp_path: Path) -> None:
    app = seated(tmp_path, in_debate(), Power("france"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        named = dict(app.screen.named_acts())  # type: ignore[attr-defined]
        next(opens for name, opens in named.items() if "separate" in name)()
        await pilot.pause()
        said = [str(button.label) for button in app.screen.query(RadioButton)]
        assert len(said) > 1 and said[0].startswith("1. Determines that there is a breach of the peace")


async def test_an_organ_is_one_line_and_its_articles_are_listed_with_what_they_say(tmp_path: Path) -> None:
    app = seated(tmp_path, in_talks(), Power("france"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        acts = app.screen.query_one("#acts", OptionList)
        lines = [str(acts.get_option_at_index(n).prompt) for n in range(acts.option_count)]
        seizing = [n for n, line in enumerate(lines) if line.startswith("Seize")]
        assert [lines[n] for n in seizing] == ["Seize the Security Council, on an article…"]
        acts.highlighted = seizing[0]
        await pilot.press("enter")
        await pilot.pause()
        acts = app.screen.query_one("#acts", OptionList)
        assert "Article 34 of the Charter: the Council investigates a dispute or a situation" in str(acts.get_option_at_index(0).prompt)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ActForm)
        assert "investigates a dispute" in str(app.screen.query_one("#about-act", Static).content)


async def test_the_orders_that_are_owed_stand_first_in_the_form_and_say_so(tmp_path: Path) -> None:
    app = seated(tmp_path, sanctioned())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActForm)
        marks = app.screen.query_one("#orders", SelectionList)
        listed = [str(marks.get_option_at_index(n).prompt) for n in range(4)]
        assert [line.startswith("Owed: ") for line in listed] == [True, True, True, False]
        await pilot.press("space", "down", "space", "down", "space", "ctrl+s")
        await pilot.pause()
    assert isinstance(app.link, TableLink)
    (given,) = (command.orders for command in app.link.acts if isinstance(command, CommitOrders))
    assert {order.sanction for order in given if isinstance(order, ApplySanction)} == {Sanction.ARMS, Sanction.FINANCE, Sanction.GENERAL}
