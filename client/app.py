"""The application: wires link, mirror and screens."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.worker import WorkerFailed, WorkType

from client.cards import ScenarioCard
from client.commands_provider import Acts
from client.labels import Labels
from client.link import Link, News, SocketLink, Wire, WireChanged
from client.memory import Memory, Remembered
from client.mirror import Mirror
from client.screens.lobby import LobbyScreen
from client.screens.play import PlayScreen
from client.screens.reading import debriefing, help_page
from client.screens.start import StartScreen
from client.texts import Words
from client.themes import DEFAULTS, THEMES
from client.typography import Apostrophes, keep_signs_with_their_words
from engine.commands import Command, Send
from engine.events import Event, GameEnded
from engine.names import Lang, Onlooker, Viewer
from engine.refusal import Reason, Refusal
from engine.texts.grammar import pick
from engine.texts.refusals import refusal_sentence
from engine.wire import Ack, Events, Lobby, Refused, Welcome

PLACES = (StartScreen, LobbyScreen, PlayScreen)
"""The screens on which one is, rather than those that one opens over them."""
GONE = ("unknown_token", "unknown_game")
"""Why a seat once held cannot be taken up again."""


@frozen(kw_only=True)
class Opened:
    """A game opened on this machine: how to reach it, and with which token."""

    address: str
    token: str
    power: str = ""


class Host(Protocol):
    """What the program around the screens can do: list scenarios, open games on this machine, take them up again."""

    def cards(self, lang: Lang) -> tuple[ScenarioCard, ...]: ...

    def open(self, scenario: str, power: str) -> Opened: ...

    def admit_others(self) -> str: ...

    def local_address(self) -> str: ...

    def is_local(self, address: str) -> bool: ...


class LocarnoApp(App[None]):
    """One person's terminal."""

    CSS_PATH = "locarno.tcss"
    COMMANDS = App.COMMANDS | {Acts}
    ENABLE_COMMAND_PALETTE = True
    TITLE = "Locarno"

    def __init__(self, *, lang: Lang, host: Host | None = None, link: Link | None = None, memory: Memory | None = None,
                 power: str = "", begin: bool = False) -> None:  # fmt: skip
        super().__init__()
        keep_signs_with_their_words()
        self._apostrophes = Apostrophes()
        self.words = Words(lang)
        self.host, self.link = host, link
        self.memory = memory or Memory()
        self.mirror = Mirror()
        self.wire = Wire.CONNECTING
        self.welcome: Welcome | None = None
        self.lobby: Lobby | None = None
        self.why = ""
        self._power, self._begin = power, begin
        self.starting = False
        """Whether the server has been asked to open the game and has not done so yet."""
        self.door = ""
        """Where others on the network join the game that is hosted here."""
        self._was_lost = False
        self.failure: BaseException | None = None
        self._posted: dict[str, Send] = {}

    def run(self, *args: Any, **how: Any) -> None:
        """The terminal until the player leaves; what has ended it against his will is raised.

        A screen is made of thousands of small objects: circles among dead ones are sought less often, and not among what was loaded
        before; that took up to a fifth of the time of a key.
        """
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)
        super().run(*args, **how)
        if self.failure is not None:
            raise self.failure

    def on_mount(self) -> None:
        """Go to the game if there is one, to the start screen otherwise."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.memory.choice("theme", THEMES[0].name)
        self.theme = wanted if wanted in self.available_themes else THEMES[0].name
        if self.link is not None:
            self._connect(self.link)
        else:
            self.push_screen(StartScreen(self.words))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Hues for the powers in any theme that brings none of its own."""
        return DEFAULTS

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Set the apostrophes of everything that is shown."""
        return (*super().get_line_filters(), self._apostrophes)

    def watch_theme(self, theme: str) -> None:
        """Keep the choice."""
        if self.is_running:
            self.memory.choose("theme", theme)

    # -- ways in

    def cards(self) -> tuple[ScenarioCard, ...]:
        """The scenarios on offer."""
        return self.host.cards(self.words.lang) if self.host is not None else ()

    def open_game(self, scenario: str, power: str) -> None:
        """Open a game on this machine, alone for a power or as host."""
        if self.host is not None:
            opened = self.host.open(scenario, power)
            self._power, self._begin = power, bool(power)
            self.door = "" if power else self.host.admit_others()
            self._connect(SocketLink(opened.address, token=opened.token, lang=self.words.lang))

    def join(self, address: str, code: str, name: str) -> None:
        """Join a game elsewhere."""
        self.door = ""
        self._connect(SocketLink(address, code=code, name=name, lang=self.words.lang))

    def resume(self, seat: Remembered) -> None:
        """Take up a seat again."""
        address = seat.address or (self.host.local_address() if self.host is not None else "")
        self.door = self.host.admit_others() if seat.hosting and self.host is not None else ""
        self._connect(SocketLink(address, token=seat.token, lang=self.words.lang))

    def _connect(self, link: Link) -> None:
        self.link, self.mirror = link, Mirror()

        async def follow() -> None:
            await link.run(self.receive)

        # A worker that is cancelled before it has begun would leave a bare coroutine behind, never awaited.
        work: WorkType[None] = follow
        self.run_worker(work, exclusive=True, group="link")

    # -- news

    def receive(self, news: News) -> None:
        """Take what the link brings."""
        match news:
            case WireChanged():
                self._wire_changed(news)
            case Welcome():
                self._welcomed(news)
            case Lobby():
                self.lobby = news
                self._show_lobby()
            case Events():
                fresh = self.mirror.take(news.first, news.events)
                self._show_play(fresh, returned=len(fresh) if self._was_lost else 0)
                self._was_lost = False
                if any(isinstance(event, GameEnded) for event in fresh):
                    self.memory.finish(getattr(self.link, "token", ""))
                    self.show_debriefing()
            case Ack():
                self._posted.pop(news.id, None)
            case Refused():
                self._refused(news)
            case _:
                return

    def _wire_changed(self, news: WireChanged) -> None:
        self.starting = self.starting and news.wire is Wire.UP
        self._was_lost = self._was_lost or (news.wire is Wire.LOST and self.mirror.last > 0)
        self.wire = news.wire
        if isinstance(self.screen, PlayScreen):
            self.screen.show()
        if news.wire in (Wire.REFUSED, Wire.LOST) and self.mirror.last == 0 and self.welcome is None:
            address = getattr(self.link, "address", "")
            key = f"why.{news.why}"
            if news.why in GONE:
                self.memory.forget(getattr(self.link, "token", ""))
            self.why = self.words(key) if self.words.has(key) else self.words("why.unreachable", address=address)
            self.workers.cancel_group(self, "link")
            if isinstance(self.screen, StartScreen):
                self.screen.say(self.why)
            else:
                self.push_screen(StartScreen(self.words))

    def _welcomed(self, welcome: Welcome) -> None:
        self.welcome = welcome
        viewer: Viewer = Onlooker.OBSERVER
        if welcome.power is not None:
            viewer = welcome.power
        elif welcome.role == "facilitator" and welcome.stream != Onlooker.OBSERVER:
            viewer = Onlooker.FACILITATOR
        if welcome.fresh or viewer != self.mirror.viewer:
            self.mirror = Mirror(viewer)
        # A change of seat comes without the token, which stays what it was.
        token = welcome.token or getattr(self.link, "token", "")
        if token:
            local = self.host is not None and self.host.is_local(getattr(self.link, "address", ""))
            names: Mapping[Lang, str] = welcome.powers[welcome.power] if welcome.power else {}
            seat = Remembered(
                game=welcome.game,
                token=token,
                power=pick(names, self.words.lang) if names else "",
                title=pick(welcome.title, self.words.lang),
                powers={str(lang): said for lang, said in names.items()},
                titles={str(lang): said for lang, said in welcome.title.items()},
                address="" if local else getattr(self.link, "address", ""),
                hosting=local and bool(self.door),
            )
            self.memory.keep(seat)
        if self._power and self.link is not None:
            wanted, self._power = self._power, ""
            self.link.take_seat(next((p for p in welcome.powers if p == wanted), None))
        if self._begin and not welcome.started and self.link is not None:
            self._begin = False
            self.start_game()
        self._show_lobby()

    def _show_lobby(self) -> None:
        if isinstance(self.screen, LobbyScreen):
            self.screen.show()
            return
        opening = self.welcome is not None and not self.welcome.started and not self.mirror.last
        if opening and not isinstance(self.screen, PlayScreen) and not self._begin:
            self.switch_screen(LobbyScreen(self.words)) if len(self.screen_stack) > 1 else self.push_screen(LobbyScreen(self.words))

    def _show_play(self, fresh: tuple[Event, ...], returned: int) -> None:
        self.starting = False
        play = self._playing()
        if play is None:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.push_screen(PlayScreen(self.words))
        else:
            play.show()
            play.happened(fresh)
            if returned:
                self.notify(self.words("wire.back", n=returned), markup=False)

    def _playing(self) -> PlayScreen | None:
        return next((s for s in self.screen_stack if isinstance(s, PlayScreen)), None)

    def _refused(self, news: Refused) -> None:
        self.starting = False
        key = f"why.{news.reason}"
        setting = self.mirror.state.setting if self.mirror.state is not None else None
        if self.words.has(key):
            said = self.words(key)
        elif news.reason in {reason.value for reason in Reason}:
            said = refusal_sentence(Refusal(Reason(news.reason), news.about), self.words.lang, setting)
        else:
            said = f"{news.reason} {news.path}"
        self.notify(said, title=self.words("refused.title"), severity="warning", markup=False)
        message = self._posted.pop(news.id or "", None)
        play = self._playing()
        if message is not None and play is not None:
            play.restore(message)

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or (error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print the traceback; a player gets one line from the program, and the report is in a file.
        self._close_messages_no_wait()

    @property
    def presides(self) -> bool:
        """Whether one keeps the clock for others: a facilitator does, but not one who plays with nobody else."""
        alone = self.lobby is None or len(self.lobby.seats) < 2
        return self.welcome is not None and self.welcome.role == "facilitator" and (self.welcome.power is None or not alone)

    # -- what the screens ask for

    def command(self, command: Command) -> None:
        """Send a command."""
        if self.link is not None:
            for screen in self.screen_stack:
                if isinstance(screen, PlayScreen):
                    screen.read_news()
            ident = self.link.act(command)
            if isinstance(command, Send):
                self._posted[ident] = command

    def start_game(self) -> None:
        """Ask for the game to be opened; what is scripted before its first turn may take a while."""
        if self.link is not None:
            self.starting = True
            self.link.start_game()

    def show_help(self) -> None:
        """The keys."""
        self.push_screen(help_page(self.words))

    def show_seats(self) -> None:
        """Who sits where, and a seat for whoever has none."""
        self.push_screen(LobbyScreen(self.words))

    def leave_lobby(self) -> None:
        """Back to the start; the seat is remembered."""
        self.starting = False
        self.workers.cancel_group(self, "link")
        self.link, self.mirror, self.welcome, self.lobby = None, Mirror(), None, None
        self.wire, self.why = Wire.CONNECTING, ""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(StartScreen(self.words))

    def show_debriefing(self) -> None:
        """How it ended."""
        state = self.mirror.state
        if state is not None and state.over:
            self.push_screen(debriefing(self.mirror, Labels(state, self.words.lang)))

    def switch_language(self) -> None:
        """English to French and back, on the screen where one is."""
        self.words = Words(Lang("fr" if self.words.lang == "en" else "en"))
        self.memory.choose("lang", self.words.lang)
        place = next((type(screen) for screen in reversed(self.screen_stack) if isinstance(screen, PLACES)), StartScreen)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(place(self.words))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the program itself can do, in the player's words; the language only where nothing is being written."""
        does: dict[str, Callable[[], None]] = {"keys": self.show_help, "themes": self.search_themes, "quit": self.exit}
        if isinstance(screen, PLACES):
            does["language"] = self.switch_language
        for name, act in does.items():
            yield SystemCommand(self.words(f"palette.{name}"), self.words(f"palette.{name}.help"), act)

    def action_command_palette(self) -> None:
        """Every action by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.words("palette.search"), id="--command-palette"))

    def search_themes(self) -> None:
        """The themes by name."""
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=self.words("palette.themes.help")))


def run_app(*, lang: Lang, host: Host | None = None, link: Link | None = None, power: str = "", begin: bool = False) -> None:
    """Run the terminal until the player leaves: on the start screen, or straight in a game through a link."""
    app = LocarnoApp(lang=lang, host=host, link=link, power=power, begin=begin)
    app.run()
