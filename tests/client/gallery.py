"""The scenes whose pictures are kept: each a way into a screen of the small world, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen
from textual.screen import Screen

from client.app import LocarnoApp, Opened
from client.cards import ScenarioCard, card_of
from client.memory import Memory, Remembered
from client.screens.comparing import Comparing
from client.screens.confirm import Confirm
from client.screens.editor import Editor
from client.screens.form import ActForm
from client.screens.in_force_if import InForceIf
from client.screens.lobby import LobbyScreen
from client.screens.menu import ActMenu
from client.screens.play import TABS, PlayScreen
from client.screens.reading import Reading
from client.screens.resolution import ResolutionDesk
from client.screens.start import ChooseScenario, JoinForm, StartScreen
from engine.commands import Amend, AnswerInvitation, CloseStep, CommitOrders, Convene, PutArticle, PutToVote, Send
from engine.commands import Table as Tabling
from engine.names import ArticleId, Lang, Onlooker, Viewer, conference_id
from engine.orders import Attack
from engine.refusal import Refusal
from engine.table import Table
from engine.treaty import Article
from tests.client import councils
from tests.client.smallworld import BRITAIN, CZECHOSLOVAKIA, FRANCE, GERMANY, PLAN, both, scenario
from tests.client.tablelink import TableLink, opened

VISIT = conference_id("britain.visit")
Way: TypeAlias = Callable[[Lang, Path], LocarnoApp]


@frozen(kw_only=True)
class Scene:
    """A screen and the keys that lead to it from the scene before."""

    name: str
    shows: type[Screen[Any]]
    keys: tuple[str, ...] = ()
    happens: Callable[[Table], None] | None = None
    """What others do meanwhile."""


class Cards:
    """A host that only shows what there is to play."""

    def cards(self, lang: Lang) -> tuple[ScenarioCard, ...]:
        """The small world."""
        return (card_of("small", scenario(), lang),)

    def open(self, scenario: str, power: str) -> Opened:
        """Nothing is opened here."""
        raise AssertionError

    def admit_others(self) -> str:
        """Nobody comes."""
        return ""

    def local_address(self) -> str:
        """Nowhere."""
        return "ws://127.0.0.1:1"

    def is_local(self, address: str) -> bool:
        """Nothing is here."""
        return False


def done(table: Table, by: Viewer, *commands: Any) -> None:
    """These acts, none of which may be refused."""
    for command in commands:
        outcome = table.play(by, command)
        assert not isinstance(outcome, Refusal), (by, command, outcome)


def in_talks() -> Table:
    """A text on the table in two versions, an invitation, a question, words in the press."""
    table = opened()
    plan = table.state.treaties[PLAN].text.articles
    shorter = Article(id=ArticleId("france_words"), clause=plan[3].clause)
    done(table, BRITAIN, Tabling(treaty=PLAN, to=frozenset({FRANCE, GERMANY})))
    done(table, GERMANY, Amend(treaty=PLAN, base=1, operations=(PutArticle(shorter),)))
    done(
        table,
        BRITAIN,
        Send(to=frozenset({FRANCE}), text="What will you do if they march?", asks=True),
        Send(to=frozenset(), text="His Majesty's Government is studying the matter."),
        Convene(conference=VISIT, title=both("The visit", "La visite"), invited=frozenset({FRANCE, GERMANY})),
    )
    done(table, CZECHOSLOVAKIA, Send(to=frozenset({FRANCE}), text="We count upon the treaty.\nOn every word of it."))
    return table


def to_the_session(table: Table) -> None:
    """The plan is put to the vote of those who sit, and the debate is over."""
    for power in (FRANCE, GERMANY):
        done(table, power, AnswerInvitation(conference=VISIT, attend=True))
    done(table, BRITAIN, PutToVote(conference=VISIT, treaty=PLAN, version=1))
    done(table, Onlooker.FACILITATOR, CloseStep())
    done(table, Onlooker.FACILITATOR, CloseStep())


def to_the_orders(table: Table) -> None:
    """The vote is over."""
    done(table, Onlooker.FACILITATOR, CloseStep())


def to_the_crisis(table: Table) -> None:
    """Germany moves against Czechoslovakia."""
    done(table, GERMANY, CommitOrders((Attack(CZECHOSLOVAKIA),)))
    done(table, Onlooker.FACILITATOR, CloseStep())


def to_the_next_talks(table: Table) -> None:
    """It comes to war, and a new date opens."""
    while table.state.turn == 0:
        done(table, Onlooker.FACILITATOR, CloseStep())


def to_the_end(table: Table) -> None:
    """Nothing more is done until the last date has passed."""
    while not table.state.over:
        done(table, Onlooker.FACILITATOR, CloseStep())


def outside(lang: Lang, folder: Path) -> LocarnoApp:
    """The program before any game."""
    memory = Memory(folder)
    memory.keep(Remembered(game="g", token="t", address="ws://10.0.0.7:7777", title="Munich 1938", power="France"))
    return LocarnoApp(lang=lang, host=Cards(), memory=memory)


def waiting(lang: Lang, folder: Path) -> LocarnoApp:
    """The host before the game begins."""
    return LocarnoApp(lang=lang, link=TableLink(None, role="facilitator"), memory=Memory(folder))


def seated(lang: Lang, folder: Path) -> LocarnoApp:
    """France's terminal at a table."""
    return LocarnoApp(lang=lang, link=TableLink(FRANCE, in_talks()), memory=Memory(folder))


def pages() -> tuple[Scene, ...]:
    """Every tab of the playing screen, so that a new one needs no line here."""
    return tuple(Scene(name=name, shows=PlayScreen, keys=(str(n),)) for n, name in enumerate(TABS, start=1))


def before_the_council(lang: Lang, folder: Path) -> LocarnoApp:
    """The United States before the Security Council of August 1990."""
    return LocarnoApp(lang=lang, link=TableLink(councils.USA, councils.in_talks()), memory=Memory(folder))


def asked_to_mediate(lang: Lang, folder: Path) -> LocarnoApp:
    """The United States are asked to mediate between Kuwait and Iraq."""
    return LocarnoApp(lang=lang, link=TableLink(councils.USA, councils.in_dispute()), memory=Memory(folder))


GALLERY: dict[str, tuple[Way, tuple[Scene, ...]]] = {
    "council": (
        before_the_council,
        (
            Scene(name="chamber-draft", shows=PlayScreen, keys=("4",)),
            Scene(name="resolution-desk", shows=ResolutionDesk, keys=("down", "enter")),
            Scene(name="chamber-debate", shows=PlayScreen, keys=("escape", "escape", "4"), happens=councils.close_step),
            Scene(name="chamber-vote", shows=PlayScreen, keys=("escape", "4"), happens=councils.six_vote),
            Scene(name="confirm-vote", shows=Confirm, keys=("plus",)),
            Scene(name="chamber-result", shows=PlayScreen, keys=("escape", "4"), happens=councils.france_vetoes),
        ),
    ),
    "dispute": (asked_to_mediate, (Scene(name="chamber-dispute", shows=PlayScreen, keys=("4",)),)),
    "start": (
        outside,
        (
            Scene(name="start", shows=StartScreen),
            Scene(name="choose-scenario", shows=ChooseScenario, keys=("down", "enter")),
            Scene(name="join", shows=JoinForm, keys=("escape", "down", "enter")),
        ),
    ),
    "lobby": (waiting, (Scene(name="lobby", shows=LobbyScreen),)),
    "game": (
        seated,
        (
            *pages(),
            Scene(name="tracks", shows=PlayScreen, keys=("escape", "1", "right")),
            Scene(name="promises", shows=PlayScreen, keys=("right",)),
            Scene(name="obligations", shows=PlayScreen, keys=("right",)),
            Scene(
                name="calculator",
                shows=PlayScreen,
                keys=("right", "tab", *("enter", "down", "enter"), "tab", *("enter", "down", "down", "enter")),
            ),
            Scene(name="help", shows=Reading, keys=("f1",)),
            Scene(name="comparing", shows=Comparing, keys=("escape", "3", "c")),
            Scene(name="in-force-if", shows=InForceIf, keys=("escape", "f")),
            Scene(name="menu", shows=ActMenu, keys=("escape", "3", "a")),
            Scene(name="initial", shows=ActForm, keys=("enter",)),
            Scene(name="amend", shows=Editor, keys=("escape", "a", "down", "down", "down", "enter")),
            Scene(name="new-draft", shows=Editor, keys=("escape", "a", "down", "down", "down", "down", "enter")),
            Scene(name="chamber", shows=PlayScreen, keys=("escape", "escape", "4"), happens=to_the_session),
            Scene(name="orders-due", shows=PlayScreen, keys=("5",), happens=to_the_orders),
            Scene(name="orders-form", shows=ActForm, keys=("enter",)),
            Scene(name="crisis", shows=PlayScreen, keys=("escape", "5"), happens=to_the_crisis),
            Scene(name="stance", shows=ActForm, keys=("enter",)),
            Scene(name="account", shows=Reading, keys=("escape",), happens=to_the_next_talks),
            Scene(name="debriefing", shows=Reading, happens=to_the_end),
        ),
    ),
}
