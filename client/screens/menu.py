"""A list of acts to choose from."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from engine.domains import Option


class ActMenu(ModalScreen[Option | None]):
    """Everything that may be done now, or all that may be done with one text."""

    BINDINGS = [Binding("escape", "dismiss_none", "Back")]

    def __init__(self, options: tuple[Option, ...], labels: Labels) -> None:
        super().__init__()
        self._options, self._labels = options, labels

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="menu"):
            yield Static(Text(self._labels.words("form.choose"), style="bold"))
            yield OptionList(*(Line(Text(self._labels.option(option))) for option in self._options), id="acts")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        event.stop()
        self.dismiss(self._options[event.option_index])

    def action_dismiss_none(self) -> None:
        """None of them."""
        self.dismiss(None)
