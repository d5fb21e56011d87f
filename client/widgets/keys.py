"""The last line of a screen: the keys that work here, in words; a click does the same."""

from __future__ import annotations

from attrs import frozen
from textual.content import Content
from textual.events import Click
from textual.widgets import Static


@frozen
class KeyHint:
    """A key, what it does in a word, and its action."""

    key: str
    does: str
    action: str = ""


class Keys(Static):
    """One line that is drawn anew only when other keys work."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._hints: tuple[KeyHint, ...] = ()

    def show(self, *hints: KeyHint) -> None:
        """Name these keys, the commonest first: what does not fit on the line is not seen."""
        if hints != self._hints:
            self._hints = hints
            parts = (Content.assemble((hint.key, "bold $accent"), f" {hint.does}  ") for hint in hints)
            self.update(Content("").join(parts))

    async def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does."""
        end = self.styles.padding.left
        for hint in self._hints:
            start, end = end, end + len(hint.key) + len(hint.does) + 3
            if start <= event.x < end and hint.action:
                await self.screen.run_action(hint.action)
                return
