"""Who sits where, before the game begins and after, and who may begin it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from client.screens.confirm import Confirm
from client.texts import Words
from client.widgets.keys import KeyHint, Keys
from engine.names import Power
from engine.texts.grammar import Noun, pick

if TYPE_CHECKING:
    from client.app import LocarnoApp


class LobbyScreen(Screen[None]):
    """Enter sits down; the host starts; Escape leads back to the start, or to the game once it has begun."""

    app: LocarnoApp
    BINDINGS = [
        Binding("s,S", "start", show=False),
        Binding("escape", "back", show=False),
        Binding("f1,question_mark", "help", show=False),
    ]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._powers: list[Power | None] = []

    def compose(self) -> ComposeResult:
        """The powers, then what to do."""
        with Vertical(id="lobby"):
            yield Static(id="lobby-title")
            yield OptionList(id="seats")
            yield Static(id="lobby-hint")
        yield Keys()

    def on_mount(self) -> None:
        """Show who is there."""
        self.query_one("#seats").focus()
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Draw the seats anew."""
        welcome, lobby, words = self.app.welcome, self.app.lobby, self._words
        if welcome is None or not self.query("#lobby-hint"):
            # News may come before the screen is whole.
            return
        title = Text(pick(welcome.title, words.lang) + "\n", style="bold")
        title.append(words("lobby.title"))
        if self.app.door:
            title.append("\n" + words("lobby.door", address=self.app.door))
        if welcome.code:
            title.append("\n" + words("lobby.code", code=welcome.code), style="bold reverse")
        self.query_one("#lobby-title", Static).update(title)
        seats = self.query_one("#seats", OptionList)
        place = seats.highlighted or 0
        seats.clear_options()
        self._powers = [*welcome.powers, None]
        people = lobby.seats if lobby is not None else ()
        named = {power: Noun(words.lang, pick(name, words.lang)).short for power, name in welcome.powers.items()}
        wide = max(24, *map(len, named.values()), len(words("lobby.stand")))
        for power, short in named.items():
            sitting = [s.name + ("" if s.present else f" ({words('lobby.absent')})") for s in people if s.power == power]
            mark = f" <- {words('lobby.you')}" if welcome.power == power else ""
            seats.add_option(Line(Text(f"{short:{wide}} {', '.join(sitting) or words('lobby.free')}{mark}")))
        watching = ", ".join(f"{s.name}" for s in people if s.power is None)
        seats.add_option(Line(Text(f"{words('lobby.stand'):{wide}} {watching}")))
        seats.highlighted = place
        hosts, begun = welcome.role == "facilitator", self._begun
        opening = self.app.starting and not begun
        hint = words("lobby.begun" if begun else "lobby.begin" if hosts else "lobby.wait")
        self.query_one("#lobby-hint", Static).update(Text(words("lobby.opening") if opening else words("lobby.take") + "\n" + hint))
        begin = (KeyHint("S", words("lobby.start"), "start"),) if hosts and not begun and not opening else ()
        back = KeyHint(words("help.escape"), words("key.back"), "back")
        leave = KeyHint("Ctrl+Q", words("key.quit"), "app.quit")
        self.query_one(Keys).show(*begin, back, KeyHint("F1", words("key.help"), "help"), leave)

    @property
    def _begun(self) -> bool:
        return bool(self.app.mirror.last) or (self.app.welcome is not None and self.app.welcome.started)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Sit down here, and be back in the game if it has begun."""
        if self.app.link is not None:
            self.app.link.take_seat(self._powers[event.option_index])
            if self._begun:
                self.action_back()

    def action_start(self) -> None:
        """Begin."""
        if self.app.link is not None and not self._begun and not self.app.starting:
            self.app.start_game()
            self.show()

    def action_back(self) -> None:
        """To the game, once there is one; else to the start, which a host is asked to confirm."""
        welcome, words = self.app.welcome, self._words
        if self._begun:
            if len(self.app.screen_stack) > 2:
                self.app.pop_screen()
        elif welcome is not None and welcome.role == "facilitator":
            self.app.push_screen(Confirm(words("lobby.leave"), (words("lobby.leave_means"),), words), self._left)
        else:
            self.app.leave_lobby()

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.app.leave_lobby()

    def action_help(self) -> None:
        """The keys."""
        self.app.show_help()
