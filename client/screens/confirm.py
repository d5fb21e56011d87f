"""Yes or no, before something that cannot be taken back."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from client.texts import Words


class Confirm(ModalScreen[bool]):
    """One question with what the act means; Enter does it, Escape does not; where something would be lost, Enter does not do it either."""

    BINDINGS = [Binding("escape", "no", "Back"), Binding("ctrl+s", "yes", "OK", priority=True)]

    def __init__(self, question: str, lines: tuple[str, ...], words: Words, *, destroys: bool = False) -> None:
        super().__init__()
        self._question, self._lines, self._words, self._destroys = question, lines, words, destroys

    def compose(self) -> ComposeResult:
        """The question, the meaning, two buttons."""
        with Vertical(id="form"):
            yield Static(Text(self._question, style="bold"), id="form-title")
            yield Static(Text("\n".join(f"• {line}" for line in self._lines)), id="meaning")
            with Vertical(id="buttons"):
                yield Button(self._words("form.confirm"), id="confirm", variant="primary", compact=True)
                yield Button(self._words("form.cancel"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Enter is enough, unless something would be lost."""
        self.query_one("#cancel" if self._destroys else "#confirm").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do it, or not."""
        event.stop()
        self.dismiss(event.button.id == "confirm")

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Do nothing."""
        self.dismiss(False)
