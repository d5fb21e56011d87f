"""Everything that happened that one may know, with a search."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from client.labels import Labels
from client.mirror import Mirror
from engine.texts.chronicle import tell

MOST_LINES = 400
"""Lines shown at once, the newest; the search looks through all."""


class Chronicle(Vertical):
    """Newest first, by turn."""

    def compose(self) -> ComposeResult:
        """The search and the lines."""
        yield Input(id="search", compact=True)
        with VerticalScroll(id="chronicle-lines", can_focus=True):
            yield Static(id="lines")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self._told: list[tuple[int, str]] = []
        self._counted = 0
        self._labels: Labels | None = None
        self._mirror: Mirror | None = None

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Tell what is new."""
        if self._mirror is not mirror or self._counted > mirror.last:
            self._told, self._counted = [], 0
        self._mirror, self._labels = mirror, labels
        self.query_one("#search", Input).placeholder = labels.words("chronicle.search")
        fresh = zip(mirror.turns[self._counted :], mirror.events[self._counted :], strict=True)
        for turn, event in fresh:
            line = tell(event, labels.words.lang, labels.state.setting, labels.state.treaties)
            if line:
                self._told.append((turn, line))
        self._counted = mirror.last
        self._show_lines()

    def on_input_changed(self) -> None:
        """Another search."""
        self._show_lines()

    def latest(self) -> str:
        """The last thing that happened."""
        return self._told[-1][1] if self._told else ""

    def _show_lines(self) -> None:
        labels = self._labels
        if labels is None:
            return
        sought = self.query_one("#search", Input).value.strip().casefold()
        found = [(turn, line) for turn, line in self._told if sought in line.casefold()][-MOST_LINES:]
        text = Text()
        last: int | None = None
        for turn, line in reversed(found):
            if turn != last:
                text.append(f"{labels.turn(max(turn, 0))}\n", style="bold underline")
                last = turn
            text.append(f"  {line}\n")
        self.query_one("#lines", Static).update(text if found else Text(labels.words("chronicle.empty")))
