"""Whatever a power does is done by keyboard alone, and the table has it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, SelectionList, Static

from client.app import LocarnoApp
from client.labels import Labels
from client.memory import Memory
from client.screens.confirm import Confirm
from client.screens.editor import Editor
from client.screens.form import ActForm
from client.screens.menu import ActMenu
from client.screens.play import PlayScreen
from client.screens.reading import Reading
from client.widgets.dispatches import Pen
from client.widgets.marks import Marks
from engine.clauses import Cession
from engine.commands import AnswerInvitation, CloseStep, CommitOrders, Convene, Initial, IssueUltimatum, Send
from engine.commands import Table as Tabling
from engine.council_commands import TableResolution
from engine.crisis import DemandStandDown, Stance
from engine.events import MessageSent, Phase
from engine.names import ArticleId, Lang, Onlooker, Power
from engine.options import options
from engine.orders import Attack
from engine.reservations import Reservation, Spare
from engine.table import Table
from engine.treaty import Stage
from engine.voting import Ballot
from tests.client.gallery import VISIT, done, in_talks, to_the_crisis, to_the_end, to_the_orders, to_the_session
from tests.client.smallworld import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, PLAN, THIRD, ZONE_2, both
from tests.client.tablelink import TableLink, opened


@asynccontextmanager
async def terminal(table: Table, folder: Path, power: Power = FRANCE, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """A power's terminal at a table."""
    app = LocarnoApp(lang=Lang("en"), link=TableLink(power, table), memory=Memory(folder))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def choose(pilot: Pilot[None], words: str) -> None:
    """Press Enter on a line of the menu."""
    assert isinstance(pilot.app.screen, ActMenu)
    acts = pilot.app.screen.query_one(OptionList)
    lines = [str(acts.get_option_at_index(n).prompt) for n in range(acts.option_count)]
    place = next((n for n, line in enumerate(lines) if words in line), None)
    assert place is not None, f"{words} is not among {lines}"
    acts.highlighted = place
    await pilot.press("enter")
    await pilot.pause()


async def act(pilot: Pilot[None], words: str, *keys: str) -> None:
    """Choose an act from the list of all acts, then fill in its form and do it."""
    await pilot.press("escape", "a")
    await choose(pilot, words)
    assert isinstance(pilot.app.screen, ActForm | Editor)
    await pilot.press(*keys, "ctrl+s")
    await pilot.pause()
    assert isinstance(pilot.app.screen, PlayScreen)


async def test_a_draft_is_tabled_to_those_marked(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        # The footer shows capital letters: they do what it says.
        await pilot.press("escape", "A")
        await choose(pilot, "Table your draft")
        await pilot.press("ctrl+s")
        await pilot.pause()
        treaty = table.state.treaties[PLAN]
        assert treaty.stage is Stage.TABLED and treaty.known_to == {BRITAIN, FRANCE, GERMANY}


async def test_an_article_is_amended_through_its_form_and_the_others_stay(tmp_path: Path) -> None:
    table = in_talks()
    before = table.state.treaties[PLAN].text
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("escape", "a")
        await choose(pilot, "Amend")
        # From the list of articles to its form: the kind, who cedes, to whom, then the stakes, the first of which gets no date.
        await pilot.press("enter", "tab", "tab", "tab", "enter", "home", "enter", "ctrl+s")
        await pilot.pause()
        after = table.state.treaties[PLAN].text
        assert after.number == before.number + 1 and after.by == FRANCE
        assert [a.clause.tag for a in after.articles] == [a.clause.tag for a in before.articles]
        assert after.articles[1:] == before.articles[1:] and after.articles[0] != before.articles[0]
        cession = after.articles[0].clause
        assert isinstance(cession, Cession) and [(stage.stake, stage.by) for stage in cession.stages] == [(ZONE_2, THIRD)]


async def test_enter_goes_on_from_what_is_marked_and_marks_nothing(tmp_path: Path) -> None:
    async with terminal(opened(), tmp_path) as pilot:
        await pilot.press("a")
        await choose(pilot, "Draft a new treaty")
        await pilot.press(*"Pact", "tab", "home", "space", "enter")
        await pilot.pause()
        desk = pilot.app.screen
        assert isinstance(desk, Editor) and len(desk.query_one("#p-signatories", Marks).selected) == 2
        assert not isinstance(desk.focused, Marks)


async def test_a_new_treaty_is_drafted_and_waits_in_the_files(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        # The title, the parties, and at once: the first article is a declaration whose words can be changed.
        await act(pilot, "Draft a new treaty", *"Pact", "tab", "home", "space")
        (pact,) = (t for t in table.state.treaties.values() if t.drafter == FRANCE and t.id != PLAN)
        assert pact.stage is Stage.DRAFT and pact.provisions.signatories == (BRITAIN, FRANCE)


async def test_what_is_asked_leads_to_the_text_and_the_latest_version_is_the_one_initialled(tmp_path: Path) -> None:
    table = in_talks()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("g", "down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlayScreen) and pilot.app.screen.opened == "treaties", "the text is read first"
        await pilot.press("enter")
        await pilot.pause()
        await choose(pilot, "Initial")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert FRANCE in table.state.treaties[PLAN].initials[2]
        assert FRANCE not in table.state.treaties[PLAN].initials.get(1, frozenset())


async def test_a_text_is_signed_with_a_reservation(tmp_path: Path) -> None:
    table = in_talks()
    for power in (BRITAIN, FRANCE, GERMANY):
        if power not in table.state.treaties[PLAN].initials.get(1, frozenset()):
            done(table, power, Initial(treaty=PLAN, version=1))
    async with terminal(table, tmp_path) as pilot:
        # The second article, by the second way on its list: not against the first power that is offered.
        await pilot.press("escape", "a")
        await choose(pilot, "Sign")
        await pilot.press("tab", "enter", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("tab", "space")
        await pilot.pause()
        said = str(pilot.app.screen.query_one("#meaning", Static).content)
        assert (
            "Under Article 2, France owes nothing against Britain." in said
            and "Narrowed in what you would owe: assistance to Czech" in said
        )
        await pilot.press("ctrl+s")
        await pilot.pause()
        (made,) = table.state.treaties[PLAN].signatures[FRANCE].reservations
        assert made == Reservation(article=ArticleId("guarantee"), narrowing=Spare(frozenset({BRITAIN})))


async def test_a_conference_is_called_with_a_title_and_those_marked(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await act(pilot, "Call a conference", *"Talks", "tab", "space", "down", "space")
        (conference,) = table.state.organs.values()
        assert conference.call is not None
        assert conference.call.host == FRANCE and len(conference.call.invited) == 2 and "Talks" in conference.name.values()


@pytest.mark.parametrize(("keys", "comes"), [((), True), (("down",), False)])
async def test_an_invitation_is_accepted_or_declined(keys: tuple[str, ...], comes: bool, tmp_path: Path) -> None:
    table = in_talks()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        await pilot.press(*keys, "ctrl+s")
        await pilot.pause()
        visit = table.state.organs[VISIT]
        assert visit.call is not None and (FRANCE in visit.seats, FRANCE in visit.call.declined) == (comes, not comes)


@pytest.mark.parametrize(("keys", "ballot"), [((), Ballot.FOR), (("down",), Ballot.AGAINST), (("down", "down"), Ballot.ABSTAIN)])
async def test_a_ballot_is_cast(keys: tuple[str, ...], ballot: Ballot, tmp_path: Path) -> None:
    table = in_talks()
    to_the_session(table)
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        await pilot.press(*keys, "ctrl+s")
        await pilot.pause()
        sitting = table.state.sitting
        assert sitting is not None and sitting.poll is not None and sitting.poll.ballots[FRANCE] is ballot


async def test_an_ultimatum_is_issued(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await act(pilot, "Issue an ultimatum to Germany", "space")
        (ultimatum,) = table.state.ultimatums.values()
        assert (ultimatum.issuer, ultimatum.target) == (FRANCE, GERMANY)


@pytest.mark.parametrize(("keys", "answer"), [((), "accepted"), (("down",), "rejected")])
async def test_an_ultimatum_is_answered(keys: tuple[str, ...], answer: str, tmp_path: Path) -> None:
    table = opened()
    done(table, GERMANY, IssueUltimatum(target=CZECHOSLOVAKIA, demand=DemandStandDown(), expires=0))
    async with terminal(table, tmp_path, CZECHOSLOVAKIA) as pilot:
        await act(pilot, "Answer the ultimatum", *keys)
        (ultimatum,) = table.state.ultimatums.values()
        assert ultimatum.state.value == answer


async def test_in_a_crisis_one_says_where_one_stands(tmp_path: Path) -> None:
    table = in_talks()
    to_the_orders(table)
    to_the_crisis(table)
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        await pilot.press("down", "ctrl+s")
        await pilot.pause()
        assert table.state.crisis is not None and table.state.crisis.stances[FRANCE] is Stance.NEUTRAL


async def test_the_one_who_moved_persists_or_steps_back(tmp_path: Path) -> None:
    table = in_talks()
    to_the_orders(table)
    done(table, FRANCE, CommitOrders((Attack(GERMANY),)))
    done(table, Onlooker.FACILITATOR, CloseStep())
    assert table.state.phase is Phase.CRISIS
    done(table, Onlooker.FACILITATOR, CloseStep())
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert GERMANY in table.state.at_war(FRANCE)


async def test_words_are_written_to_one_power_and_asked_to_be_answered(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("2", "down", "enter", *"Hello", "ctrl+j", *"there", "enter")
        await pilot.pause()
        (message,) = (e for e in table.chronicle if isinstance(e, MessageSent))
        assert (message.by, message.to, message.text) == (FRANCE, frozenset({BRITAIN}), "Hello\nthere")


async def test_letters_written_to_a_power_are_words_and_not_keys_and_escape_leaves(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("2", "enter", *"rag7", "escape")
        await pilot.pause()
        assert FRANCE not in table.state.ready and isinstance(pilot.app.screen, PlayScreen) and pilot.app.screen.opened == "dispatches"
        assert pilot.app.screen.query_one(Pen).text == "rag7"
        await pilot.press("r", "ctrl+s")
        await pilot.pause()
        assert FRANCE in table.state.ready


async def test_words_half_written_are_there_again_another_evening(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("2", "down", "enter", *"Dear")
        await pilot.pause()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("2", "down", "enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Pen).text == "Dear"


async def test_words_that_are_refused_come_back_to_the_pen(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("2", "down", "enter", *"Too late")
        to_the_end(table)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Pen).text == "Too late"


async def test_one_more_press_of_its_key_turns_the_page_of_the_situation(tmp_path: Path) -> None:
    async with terminal(opened(), tmp_path) as pilot:
        seen = []
        for key in ("1", "1", "right", "right", "right", "right", "left"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(next(p.id for p in pilot.app.screen.query("#situation-pages > *") if p.display))
        assert seen == ["page-map", "page-tracks", "page-relations", "page-obligations", "page-calculator", "page-map", "page-calculator"]


async def test_while_the_connection_is_lost_the_screen_stays_and_what_was_missed_comes_with_it(tmp_path: Path) -> None:
    table = opened()
    link = TableLink(FRANCE, table)
    app = LocarnoApp(lang=Lang("en"), link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        link.cut()
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen) and app.screen.query_one("#banner").display
        done(table, BRITAIN, Tabling(treaty=PLAN, to=frozenset({FRANCE, GERMANY})))
        done(table, BRITAIN, Convene(conference=VISIT, title=both("The visit", "La visite"), invited=frozenset({GERMANY})))
        done(table, GERMANY, AnswerInvitation(conference=VISIT, attend=True))
        link.mend()
        await pilot.pause()
        assert not app.screen.query_one("#banner").display
        assert app.mirror.state is not None and app.mirror.state.treaties[PLAN].stage is Stage.TABLED


async def test_the_end_opens_the_debriefing_and_d_opens_it_again(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        to_the_end(table)
        link = pilot.app.link if isinstance(pilot.app, LocarnoApp) else None
        assert isinstance(link, TableLink)
        link.tell()
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reading)
        await pilot.press("escape", "d")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reading)
        assert CZECHOSLOVAKIA in table.state.scores


async def test_enter_in_a_list_of_marks_goes_on_to_the_button_and_marks_nothing(tmp_path: Path) -> None:
    table = in_talks()
    to_the_orders(table)
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, ActForm)
        await pilot.press("enter")
        assert form.focused is form.query_one("#confirm") and not form.query_one("#orders", SelectionList).selected
        await pilot.press("enter")
        await pilot.pause()
        assert table.state.orders[FRANCE] == ()


async def test_what_an_act_would_mean_is_read_to_its_end_from_any_field(tmp_path: Path) -> None:
    table = in_talks()
    for power in (BRITAIN, FRANCE, GERMANY):
        if power not in table.state.treaties[PLAN].initials.get(1, frozenset()):
            done(table, power, Initial(treaty=PLAN, version=1))
    async with terminal(table, tmp_path, size=(50, 24)) as pilot:
        await pilot.press("escape", "a")
        await choose(pilot, "Sign")
        await pilot.press("tab", "enter", "down", "enter")
        await pilot.pause()
        # What it says of there being more comes after the picture.
        await pilot.pause()
        form = pilot.app.screen
        means = form.query_one("#means")
        assert means.max_scroll_y > 0 and "PageDown" in str(form.query_one("#form").border_subtitle)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert means.scroll_offset.y == means.max_scroll_y


async def test_enter_goes_on_from_a_line_of_words(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await act(pilot, "Call a conference", *"Talks", "enter", "space", "down", "space")
        (conference,) = table.state.organs.values()
        assert conference.call is not None
        assert len(conference.call.invited) == 2 and "Talks" in conference.name.values()


async def test_the_business_of_a_conference_is_named_once(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        await act(pilot, "Call a conference", *"Talks", "enter", "space", "down", "space")
        labels = Labels(table.view(FRANCE), Lang("en"))
        said = [labels.option(o) for o in options(labels.state, FRANCE) if o.verb is TableResolution]
        assert said == ["Table a draft resolution: Talks"]


async def test_letters_typed_in_the_list_of_acts_go_to_the_line_that_has_the_word(tmp_path: Path) -> None:
    async with terminal(opened(), tmp_path) as pilot:
        await pilot.press("escape", "a")
        await pilot.press(*"conf")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ActForm) and pilot.app.screen._option.verb is Convene


async def test_what_would_lapse_unanswered_is_pointed_out_before_one_is_ready(tmp_path: Path) -> None:
    table = in_talks()
    async with terminal(table, tmp_path) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Confirm)
        assert "The visit" in str(pilot.app.screen.query_one("#meaning", Static).content)
        await pilot.press("escape")
        assert FRANCE not in table.state.ready
        await pilot.press("r", "ctrl+s")
        await pilot.pause()
        assert FRANCE in table.state.ready


async def test_an_ultimatum_says_what_it_demands_before_it_is_issued(tmp_path: Path) -> None:
    async with terminal(opened(), tmp_path) as pilot:
        await pilot.press("escape", "a")
        await choose(pilot, "Issue an ultimatum to Germany")
        await pilot.press("space")
        await pilot.pause()
        assert "demanded of Germany: " in str(pilot.app.screen.query_one("#meaning", Static).content)


async def test_the_news_line_says_how_many_have_come_since_the_last_act_of_ones_own(tmp_path: Path) -> None:
    table = opened()
    async with terminal(table, tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, LocarnoApp) and isinstance(app.link, TableLink)
        said = app.screen.query_one("#news", Static)
        await pilot.press("1")
        done(table, BRITAIN, Send(to=frozenset(), text="One."), Send(to=frozenset(), text="Two."))
        app.link.tell()
        await pilot.pause()
        assert "2 new (7) · " in str(said.content) and "Two." in str(said.content)
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("1")
        done(table, BRITAIN, Send(to=frozenset(), text="Three."))
        app.link.tell()
        await pilot.pause()
        assert "new (7)" not in str(said.content) and "Three." in str(said.content)


async def test_what_a_form_still_wants_is_where_the_keyboard_goes(tmp_path: Path) -> None:
    async with terminal(opened(), tmp_path) as pilot:
        await pilot.press("escape", "a")
        await choose(pilot, "Call a conference")
        await pilot.press(*"Talks", "ctrl+s")
        await pilot.pause()
        assert pilot.app.focused is pilot.app.screen.query_one("#invited")
