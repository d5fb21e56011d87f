"""The playing screen: where we are, what is asked of me, and the seven tabs."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Input, Static, TextArea

from client.labels import Labels
from client.link import Wire
from client.messages import ChannelWanted, Commanded, TreatyWanted, Wanted
from client.mirror import Mirror
from client.screens.confirm import Confirm
from client.screens.menu import ActMenu
from client.screens.places import FOCUS_OF, KEYS, LAST, OVER, PAGE_OF, PLACE_OF, TABS, acts_of, copying, form_of, treaty_of
from client.screens.reading import account_page
from client.texts import Words
from client.widgets.asked import Asked
from client.widgets.briefing import BriefingTab
from client.widgets.chronicle import Chronicle
from client.widgets.council import BALLOT_KEYS, Council
from client.widgets.dispatches import Dispatches
from client.widgets.header import Header
from client.widgets.keys import KeyHint, Keys
from client.widgets.orders import OrdersTab
from client.widgets.situation import Situation
from client.widgets.tabbar import TabBar
from client.widgets.treaties import Treaties
from engine.commands import (
    Command,
    Draft,
    Send,
    SignalReady,
)
from engine.domains import Option
from engine.events import Event, SittingOpened
from engine.names import Onlooker, TreatyId
from engine.options import asked
from engine.phase import Phase
from engine.texts.chamber import organ_name
from engine.voting import Ballot

if TYPE_CHECKING:
    from client.app import LocarnoApp


class PlayScreen(Screen[None]):
    """Shows the mirror; whatever the player decides goes to the link."""

    app: LocarnoApp
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        *(Binding(str(n), f"tab('{name}')", show=False) for n, name in enumerate(TABS, start=1)),
        *(Binding(key, action, show=False) for key, action in KEYS.items()),
        *(Binding(key, f"ballot('{ballot.value}')", show=False) for key, ballot in BALLOT_KEYS.items()),
        # A list would take these for itself, and what is read is below it.
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._drafted: TreatyId | None = None
        self._read_up_to: int | None = None
        self._whole = False
        """Whether everything is in its place: news may come before it is."""
        self._tabs = (Situation(), Dispatches(), Treaties(), Council(), OrdersTab(), BriefingTab(), Chronicle())

    def compose(self) -> ComposeResult:
        """Header, asked, tabs, news, footer."""
        yield Header()
        yield Static(id="banner")
        with Container(id="body"):
            with Vertical(id="side"):
                yield Asked()
                yield Static(id="log")
            with Vertical(id="main"):
                yield TabBar(TABS)
                with ContentSwitcher(initial=TABS[0], id="tabs"):
                    for name, widget in zip(TABS, self._tabs, strict=True):
                        with Vertical(id=name, classes="tab"):
                            yield widget
        yield Static(id="news")
        yield Keys()

    def on_descendant_focus(self) -> None:
        """Follow the keyboard."""
        self._tell_turn()
        self._show_keys()

    def _show_keys(self) -> None:
        """Name the keys that work where the keyboard is."""
        words = self._words
        back = (KeyHint(words("help.escape"), words("key.back"), "asked"), KeyHint("F1", words("key.help"), "help"))
        if isinstance(self.focused, Input | TextArea):
            self.query_one(Keys).show(*back)
        else:
            others: tuple[KeyHint, ...] = (back[1], KeyHint("Ctrl+P", words("key.palette"), "palette"))
            if isinstance(self._mirror.viewer, Onlooker):
                act = (KeyHint("A", words("key.act"), "act"),) if self.app.presides else ()
                self.query_one(Keys).show(*act, KeyHint("S", words("key.seats"), "seats"), *others)
                return
            if self.opened == "chronicle":
                others = (KeyHint("/", words("key.search"), "ballot('not_participating')"), *others)
            phase = self._mirror.state.phase if self._mirror.state is not None else Phase.TALKS
            acts = (KeyHint(key, words(f"key.{does}"), does) for key, does in (("R", "ready"), ("A", "act"), ("G", "asked"))
                    if does != "ready" or phase is Phase.TALKS)  # fmt: skip
            if phase is Phase.OVER:
                self.query_one(Keys).show(*(KeyHint(key, words(f"key.{does}"), does) for key, does in OVER), *others)
            else:
                self.query_one(Keys).show(*acts, KeyHint("N", words("key.write"), "tab('dispatches')"), *others)

    def on_mount(self) -> None:
        """Look at the clock every second."""
        self.set_interval(1.0, self._show_head)
        self._keep_words()
        self.query_one(Asked).focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._whole = True
        self.show()

    def _keep_words(self) -> None:
        """What is half written to a power outlasts the evening."""
        welcome, memory, dispatches = self.app.welcome, self.app.memory, self.query_one(Dispatches)
        if welcome is not None:
            dispatches.recall = partial(memory.words, welcome.game)
            dispatches.keep = partial(memory.keep_words, welcome.game)

    @property
    def _mirror(self) -> Mirror:
        return self.app.mirror

    def _labels(self) -> Labels | None:
        state = self._mirror.state
        return None if state is None else Labels(state, self._words.lang)

    def show(self) -> None:
        """Draw everything anew from the mirror."""
        labels = self._labels()
        if labels is None or not self._whole:
            return
        self._show_head()
        self._show_keys()
        self.query_one(Asked).show(self._mirror, labels)
        chronicle = self.query_one(Chronicle)
        chronicle.show(self._mirror, labels)
        self._show_tab()
        news = chronicle.latest(40)
        self._say_news(chronicle)
        log = [Content.assemble(("· ", "bold $accent"), line) for turn, line in news if turn == labels.state.turn]
        self.query_one("#log", Static).update(Content("\n").join(log))
        if self._drafted in labels.state.treaties and self._drafted is not None:
            # One's own text is read as soon as it is in the files.
            drafted, self._drafted = self._drafted, None
            self.on_treaty_wanted(TreatyWanted(drafted, read=True))
            self.notify(self._words("edit.filed"), markup=False)
        self._tell_turn()

    def _tell_turn(self) -> None:
        """Once in each turn, what happened before it: not over another page, nor over words that are being written."""
        state, welcome, memory = self._mirror.state, self.app.welcome, self.app.memory
        busy = self.app.screen is not self or isinstance(self.focused, Input | TextArea)
        if state is None or welcome is None or busy or state.over or state.turn <= (told := memory.turn_told(welcome.game)):
            return
        memory.tell_turn(welcome.game, state.turn)
        if told < 0:
            # Whoever has only just come has missed nothing.
            return
        if self.opened == "orders":
            self._turn_to(TABS[0])
            self.action_asked()
        self.action_account()

    def on_screen_suspend(self) -> None:
        """Under a page or a form the keys of this screen do nothing."""
        self.query_one(Keys).show()

    def on_screen_resume(self) -> None:
        """What came meanwhile is told now."""
        self._tell_turn()
        self._show_keys()

    def happened(self, fresh: tuple[Event, ...]) -> None:
        """Say that an organ sits, to those who do not look at the chamber."""
        labels, sat = self._labels(), [event.sitting for event in fresh if isinstance(event, SittingOpened)]
        if sat and labels is not None and self._whole and self.opened != "council":
            organ = organ_name(labels.state.organs.get(sat[-1].organ), sat[-1].organ, labels.speaker)
            self.notify(self._words("notice.sits", organ=organ), markup=False)

    @property
    def opened(self) -> str:
        """The name of the open tab."""
        return self.query_one("#tabs", ContentSwitcher).current or TABS[0]

    def _show_tab(self) -> None:
        """Draw the open tab; the others are drawn when they are opened."""
        labels = self._labels()
        if labels is not None:
            self._tabs[TABS.index(self.opened)].show(self._mirror, labels)
            if self.opened == "chronicle":
                self.read_news()
        self._show_unread()

    def _show_unread(self) -> None:
        labels = self._labels()
        if labels is None:
            return
        marks = {"dispatches": "•"} if self._mirror.unread else {}
        if not isinstance(self._mirror.viewer, Onlooker):
            for option in asked(labels.state, self._mirror.viewer):
                marks[PLACE_OF.get(option.verb, "treaties")] = "!"
        names = {name: self._words(f"tab.{name}") for name in TABS}
        self.query_one(TabBar).show(names, marks, self.opened)

    def _show_head(self) -> None:
        labels = self._labels()
        if labels is not None:
            self.query_one(Header).show(self._mirror, labels, self.app.wire, time.time_ns() // 1_000_000)
        lost = self.app.wire is not Wire.UP
        self.set_class(lost, "-lost")
        banner = self.query_one("#banner", Static)
        banner.display = lost
        if lost:
            banner.update(Content(self._words("wire.lost" if self.app.wire is not Wire.REFUSED else "wire.refused")))

    def say(self, line: str) -> None:
        """Put a line where the news stands."""
        self.query_one("#news", Static).update(Content.assemble(("» ", "bold $accent"), line.replace("\n", " ")))

    def _say_news(self, chronicle: Chronicle) -> None:
        """The newest line, and how many have come since one's own last act, or since the chronicle was last opened."""
        if self._read_up_to is None:
            self._read_up_to = chronicle.counted
        fresh = chronicle.counted - self._read_up_to
        self.say((self._words("news.several", n=fresh) if fresh > 1 and not self.query_one("#log").display else "") + chronicle.headline)

    def read_news(self) -> None:
        """Count as new only what comes from now on."""
        self._read_up_to = self.query_one(Chronicle).counted if self._whole else None

    # -- going places

    def action_tab(self, name: str) -> None:
        """Open a tab, with the keyboard in it; the situation's key turns its pages once it is open."""
        if name == self.opened == "situation" and self.query_one(Asked) is not self.focused:
            self.query_one(Situation).turn(1)
            return
        self._turn_to(name)
        # What is there to be entered is known once the tab is drawn: what it showed before may be gone.
        self.call_after_refresh(self._enter, name)

    def _enter(self, name: str) -> None:
        """Put the keyboard in a tab that is drawn."""
        pane = self.query_one(f"#{name}")
        # A query gives its matches from the outside in, but an act is wanted before the page that holds it.
        found = (w for selector in FOCUS_OF[name].split(", ") for w in pane.query(selector) if w.display)
        target = next(found, None)
        if target is not None and self.opened == name:
            target.focus()

    def action_page(self, step: int) -> None:
        """Scroll what is read in the open tab by a page, wherever in it the keyboard is."""
        found = (w for w in self.query_one(f"#{self.opened}").query(PAGE_OF[self.opened]) if w.display)
        page = next(found, None)
        if page is not None:
            (page.scroll_page_down if step > 0 else page.scroll_page_up)(animate=False)

    def action_ballot(self, word: str) -> None:
        """Cast a vote in the chamber, if it is open; one of its keys seeks in the chronicle."""
        if self.opened == "council":
            self.query_one(Council).cast(Ballot(word))
        elif self.opened == "chronicle" and Ballot(word) is BALLOT_KEYS["slash"]:
            self.query_one("#search").focus()

    def _turn_to(self, name: str) -> None:
        self.query_one("#tabs", ContentSwitcher).current = name
        self.call_after_refresh(self._show_tab)

    def on_tab_bar_chosen(self, message: TabBar.Chosen) -> None:
        """A click on a tab's name."""
        self.action_tab(message.name)

    def action_asked(self) -> None:
        """Go to what is asked of me."""
        self.query_one(Asked).focus()

    def action_palette(self) -> None:
        """Every action by name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """The keys."""
        self.app.show_help()

    def action_seats(self) -> None:
        """Who sits where; whoever only watches may take over a free power."""
        self.app.show_seats()

    def action_account(self) -> None:
        """What happened since the last talks."""
        labels = self._labels()
        if labels is not None:
            self.app.push_screen(account_page(self._mirror, labels))

    def action_debriefing(self) -> None:
        """How it ended, beside history."""
        self.app.show_debriefing()

    # -- acting

    def _options(self) -> tuple[Option, ...]:
        labels, me = self._labels(), self._mirror.viewer
        return () if labels is None else acts_of(labels.state, me, presides=self.app.presides)

    def named_acts(self) -> list[tuple[str, partial[None]]]:
        """Every act that is open, by name, for the command palette."""
        labels = self._labels()
        if labels is None:
            return []
        every = {labels.option(option): partial(self._open, option) for option in self._options()}
        return list(every.items())

    def action_act(self) -> None:
        """Everything that may be done now."""
        chosen = self.query_one(Treaties).chosen if self.opened == "treaties" else None
        mine = [o for o in self._options() if chosen is not None and treaty_of(o) == chosen]
        self._menu((*mine, *(o for o in self._options() if treaty_of(o) is None or chosen is None)))

    def _menu(self, every: tuple[Option, ...]) -> None:
        labels = self._labels()
        if labels is None:
            return
        sends = [o for o in every if o.verb is Send][:1]
        listed = [*(o for o in every if o.verb is not Send), *sends]
        listed.sort(key=lambda o: (not o.asked, LAST.index(o.verb) if o.verb in LAST else -1))
        if listed:
            self.app.push_screen(ActMenu(tuple(listed), labels), self._open)
        else:
            over = labels.state.phase is Phase.OVER
            self.notify(self._words("asked.over" if over else "act.none"), markup=False)

    def action_ready(self) -> None:
        """Say that one has done, or take it back."""
        for option in self._options():
            if option.verb is SignalReady:
                self._done_with_talks(ready=option.only("ready"))
                return
        labels = self._labels()
        if labels is not None:
            watching = isinstance(self._mirror.viewer, Onlooker)
            self.notify(self._words("asked.observer" if watching else f"ready.{labels.state.phase.value}"), markup=False)

    def _done_with_talks(self, *, ready: bool) -> None:
        """Be ready; what would lapse unanswered is pointed out first, texts not, for they stay on the table."""

        def say(sure: bool | None) -> None:
            if sure:
                self.app.command(SignalReady(ready))
                self.action_asked()

        labels = self._labels()
        waiting = [o for o in self._options() if o.asked and treaty_of(o) is None and o.verb is not SignalReady]
        if ready and waiting and labels is not None:
            question = self._words("ready.unanswered")
            self.app.push_screen(Confirm(question, tuple(labels.option(o) for o in waiting), self._words, destroys=True), say)
        else:
            say(True)

    def on_wanted(self, message: Wanted) -> None:
        """Open the form of an act, or let one be chosen."""
        first, *others = message.options
        self._menu(message.options) if others else self._open(first)

    def on_treaty_wanted(self, message: TreatyWanted) -> None:
        """Read the text, then choose what to do with it."""
        self._turn_to("treaties")
        labels = self._labels()
        if labels is not None:
            self.query_one(Treaties).show(self._mirror, labels)
        self.query_one(Treaties).choose(message.treaty)
        if not message.read:
            every = self._options()
            copies = (copying(o, message.treaty) for o in every if o.verb is Draft)
            self._menu((*(o for o in every if treaty_of(o) == message.treaty), *copies))

    def on_channel_wanted(self, message: ChannelWanted) -> None:
        """Write to a power."""
        self.action_tab("dispatches")
        self.query_one(Dispatches).open(message.power)

    def restore(self, message: Send) -> None:
        """Put back words that were refused."""
        self.query_one(Dispatches).restore(message)

    def on_commanded(self, message: Commanded) -> None:
        """Send it."""
        self.app.command(message.command)

    def _open(self, option: Option | None) -> None:
        labels, me = self._labels(), self._mirror.viewer
        if option is None or labels is None:
            return
        if option.verb is Send:
            self.on_channel_wanted(ChannelWanted(None))
        elif option.verb is SignalReady:
            self.action_ready()
        else:
            if option.verb in PLACE_OF:
                self._turn_to(PLACE_OF[option.verb])
            self.app.push_screen(form_of(option, me, labels), self._send)

    def _send(self, command: Command | None) -> None:
        if command is not None:
            self._drafted = command.treaty if isinstance(command, Draft) else self._drafted
            self.app.command(command)
