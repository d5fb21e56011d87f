"""Any two versions of a text compared over the screen."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Select, Static

from client.comparing import page
from client.labels import Labels
from engine.treaty import Treaty

WIDE = 110
"""Columns from which two texts stand side by side."""


class Comparing(ModalScreen[None]):
    """Escape closes it; the two versions are chosen above."""

    BINDINGS = [Binding("escape,q", "leave", "Back")]

    def __init__(self, treaty: Treaty, before: int, after: int, labels: Labels) -> None:
        super().__init__()
        self._treaty, self._labels = treaty, labels
        self._chosen = (before, after)

    def compose(self) -> ComposeResult:
        """From which version to which, and what differs."""
        labels = self._labels
        with Vertical(id="comparing"):
            yield Static(Text(labels.words("compare.title", treaty=labels.text(self._treaty.title)), style="bold"))
            with Horizontal(id="compared"):
                for ident, number in zip(("before", "after"), self._chosen, strict=True):
                    names = [(Text(labels.version(self._treaty, v.number)), v.number) for v in self._treaty.versions]
                    yield Select(names, value=number, allow_blank=False, id=ident, compact=True)
            with VerticalScroll(id="differences"):
                yield Static(id="comparison")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one("#differences").focus()

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        self._show(event.size.width)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Other versions."""
        event.stop()
        self._show(self.size.width)

    def _show(self, width: int) -> None:
        before, after = (self._treaty.version(int(str(self.query_one(f"#{name}", Select).value))) for name in ("before", "after"))
        if before is not None and after is not None:
            shown = page(self._treaty, before, after, self._labels, wide=width >= WIDE)
            self.query_one("#comparison", Static).update(shown)

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()
