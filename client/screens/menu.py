"""A list of acts to choose from."""

from __future__ import annotations

import re

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.lines import alike, line_of
from engine.domains import Option


class ActMenu(ModalScreen[Option | None]):
    """Everything that may be done now, all that may be done with one text, or the articles on which an organ may be seized."""

    BINDINGS = [Binding("escape", "dismiss_none", "Back")]

    def __init__(self, options: tuple[Option, ...], labels: Labels) -> None:
        super().__init__()
        self._options, self._labels = options, labels
        self._sought = ""
        groups = alike(options)
        # One group alone is looked into: there are the articles to choose from.
        self._of_articles = len(groups) == 1 < len(options)
        self._groups = tuple((option,) for option in options) if self._of_articles else groups

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="menu"):
            yield Static(Text(self._labels.words("form.choose"), style="bold"))
            yield OptionList(*(Line(Text(self._line(group))) for group in self._groups), id="acts")

    def _line(self, group: tuple[Option, ...]) -> str:
        return self._labels.basis(group[0].only("article")) if self._of_articles else line_of(group, self._labels)

    def on_key(self, event: Key) -> None:
        """Go to the line in which a word begins as typed; another key than a letter begins anew."""
        letter = event.character if event.is_printable else None
        if letter is None:
            self._sought = ""
            return
        lines = [self._line(group).casefold() for group in self._groups]
        for sought in (self._sought + letter.casefold(), letter.casefold()):
            found = next((n for n, line in enumerate(lines) if re.search(rf"\b{re.escape(sought)}", line)), None)
            if found is not None:
                self._sought = sought
                self.query_one(OptionList).highlighted = found
                event.stop()
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one, or the list of those behind the line."""
        event.stop()
        group = self._groups[event.option_index]
        if len(group) == 1:
            self.dismiss(group[0])
        else:
            self.app.push_screen(ActMenu(group, self._labels), self._chosen)

    def _chosen(self, option: Option | None) -> None:
        if option is not None:
            self.dismiss(option)

    def action_dismiss_none(self) -> None:
        """None of them."""
        self.dismiss(None)
