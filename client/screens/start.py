"""The first screen: continue, play alone, join, host, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option as Line

from client.cards import ScenarioCard
from client.memory import Remembered
from client.texts import Words
from client.widgets.keys import KeyHint, Keys

if TYPE_CHECKING:
    from client.app import LocarnoApp


class StartScreen(Screen[None]):
    """Four ways in."""

    app: LocarnoApp
    BINDINGS = [
        Binding("l,L", "language", show=False),
        Binding("q,Q", "app.quit", show=False),
        Binding("f1,question_mark", "help", show=False),
    ]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._seats: list[Remembered] = []
        self._given = ("", "", "")
        """What was last typed to join, so that one letter can be mended."""

    def compose(self) -> ComposeResult:
        """The title and the ways in."""
        words = self._words
        with Vertical(id="start"):
            yield Static(Text("L O C A R N O", style="bold"), id="start-title")
            yield Static(Text(words("start.welcome")), id="start-welcome")
            with Center():
                yield OptionList(*(Line(Text(label), id=key) for key, label in self._ways()), id="ways")
            yield Static(id="start-why")
        yield Keys()

    def _ways(self) -> list[tuple[str, str]]:
        words = self._words
        # What can be played on comes first.
        self._seats = sorted(self.app.memory.seats(), key=lambda seat: seat.over)[:3]
        said = ("start.finished" if seat.over else "start.continue" for seat in self._seats)
        ways = [
            (f"seat-{n}", words(key, seat=seat.called(words.lang))) for n, (seat, key) in enumerate(zip(self._seats, said, strict=True))
        ]
        for key in ("alone", "join", "host"):
            ways.append((key, words(f"start.{key}")))
        return [*ways, ("language", words("start.language")), ("quit", words("start.quit"))]

    def on_mount(self) -> None:
        """The keyboard is in the list."""
        self.query_one("#ways").focus()
        words = self._words
        named = (("F1", "key.help", "help"), ("L", "start.language", "language"), ("Q", "start.quit", "app.quit"))
        self.query_one(Keys).show(*(KeyHint(key, words(does), action) for key, does, action in named))
        self.say(self.app.why)

    def say(self, why: str) -> None:
        """Why one is here again."""
        self.query_one("#start-why", Static).update(Text(why, style="bold"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go in."""
        way = event.option_id or ""
        if way.startswith("seat-"):
            self.app.resume(self._seats[int(way[5:])])
        elif way in ("alone", "host"):
            self.app.push_screen(ChooseScenario(self._words, self.app.cards(), alone=way == "alone"), self._chosen)
        elif way == "join":
            self.app.push_screen(JoinForm(self._words, self._given), self._joined)
        elif way == "language":
            self.action_language()
        else:
            self.app.exit()

    def _chosen(self, choice: tuple[str, str] | None) -> None:
        if choice is not None:
            scenario, power = choice
            self.app.open_game(scenario, power)

    def _joined(self, answer: tuple[str, str, str] | None) -> None:
        if answer is not None:
            self._given = answer
            self.say("")
            self.app.join(*answer)

    def action_language(self) -> None:
        """The other language."""
        self.app.switch_language()

    def action_help(self) -> None:
        """The keys."""
        self.app.show_help()


class ChooseScenario(ModalScreen[tuple[str, str] | None]):
    """A scenario and, for one who plays alone, a power."""

    app: LocarnoApp
    BINDINGS = [
        Binding("escape", "leave", "Back"),
        Binding("f1", "help", show=False),
        Binding("pageup", "read(-1)", show=False, priority=True),
        Binding("pagedown", "read(1)", show=False, priority=True),
    ]

    def __init__(self, words: Words, cards: tuple[ScenarioCard, ...], *, alone: bool) -> None:
        super().__init__()
        self._words, self._cards, self._alone = words, cards, alone
        self._card: ScenarioCard | None = None

    def compose(self) -> ComposeResult:
        """The list, and what the chosen one is about."""
        with Vertical(id="choose"):
            yield Static(id="choose-title")
            yield OptionList(id="choices")
            with VerticalScroll(id="about"):
                yield Static(id="about-text")
            yield Static(Text(self._words("start.choosing"), style="dim"))

    def on_mount(self) -> None:
        """The scenarios first."""
        self._offer(self._words("start.choose_scenario" if self._alone else "start.host_scenario"), [card.title for card in self._cards])

    def _offer(self, title: str, lines: list[str], place: int = 0) -> None:
        """List these, with the keyboard on one of them."""
        self.query_one("#choose-title", Static).update(Text(title, style="bold"))
        choices = self.query_one("#choices", OptionList)
        choices.clear_options()
        choices.add_options(Line(Text(line)) for line in lines)
        choices.highlighted = place if lines else None
        choices.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What it is about, and that there are more than can be seen."""
        event.option_list.border_subtitle = f"{event.option_index + 1}/{event.option_list.option_count}"
        if self._card is not None:
            text = Text(self._card.powers[event.option_index].about)
        else:
            card = self._cards[event.option_index]
            text = Text(card.summary)
            if card.note:
                text.append(f"\n\n{self._words('start.content_note')} ", style="bold")
                text.append(card.note)
        self.query_one("#about-text", Static).update(text)
        self.query_one("#about").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The scenario first, then the power."""
        event.stop()
        if self._card is None:
            self._card = self._cards[event.option_index]
            if not self._alone:
                self.dismiss((self._card.id, ""))
                return
            self._offer(self._words("start.choose_power"), [power.name for power in self._card.powers])
        else:
            self.dismiss((self._card.id, self._card.powers[event.option_index].id))

    def action_read(self, by: int) -> None:
        """Read on in what it is about, or back."""
        about = self.query_one("#about")
        about.scroll_page_down() if by > 0 else about.scroll_page_up()

    def action_help(self) -> None:
        """The keys."""
        self.app.show_help()

    def action_leave(self) -> None:
        """From the powers to the scenarios, from the scenarios back."""
        if self._card is None:
            self.dismiss(None)
        else:
            place, self._card = self._cards.index(self._card), None
            self._offer(self._words("start.choose_scenario"), [card.title for card in self._cards], place)


class JoinForm(ModalScreen[tuple[str, str, str] | None]):
    """Address, code and name."""

    app: LocarnoApp
    BINDINGS = [
        Binding("escape", "leave", "Back"),
        Binding("f1", "help", show=False),
        Binding("ctrl+s", "go", "OK", priority=True),
    ]

    def __init__(self, words: Words, given: tuple[str, str, str]) -> None:
        super().__init__()
        self._words, self._given = words, given

    def compose(self) -> ComposeResult:
        """Three lines and a button."""
        with Vertical(id="join"):
            for key, value in zip(("address", "code", "name"), self._given, strict=True):
                yield Static(Text(self._words(f"start.{key}")))
                yield Input(value, id=key, compact=True)
            with Horizontal(id="buttons"):
                yield Button(self._words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(self._words("form.cancel"), id="cancel", compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, and from the last one in."""
        if event.input.id == "name":
            self.action_go()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """In, or back."""
        if event.button.id == "confirm":
            self.action_go()
        else:
            self.action_leave()

    def action_go(self) -> None:
        """In, if there is an address and a code."""
        address, code, name = (self.query_one(f"#{key}", Input).value.strip() for key in ("address", "code", "name"))
        if address and code:
            self.dismiss((address, code, name))

    def action_help(self) -> None:
        """The keys."""
        self.app.show_help()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)
