"""The names of the tabs in one line, with their keys and what is unread in them."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import Static


class TabBar(Static):
    """A click or a digit opens a tab; the open one stands out by its brackets as well as by its colour."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(id="tabbar")
        self._names = names
        self._labels: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._open = names[0]
        self._spans: list[tuple[int, int, str]] = []

    def show(self, labels: dict[str, str], marks: dict[str, str], opened: str) -> None:
        """Name the tabs, mark those with something new, bracket the open one."""
        self._labels, self._marks, self._open = labels, marks, opened
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """As much room as there is."""
        self._draw()

    def _draw(self) -> None:
        if not self._labels:
            return
        tight = sum(len(label) + 5 for label in self._labels.values()) > self.size.width
        parts: list[Content] = []
        place, self._spans = 0, []
        for number, name in enumerate(self._names, start=1):
            here = name == self._open
            mark = self._marks.get(name, " ")
            text = f"{number}{mark}{self._labels[name]}"
            if here:
                text = f"[{text}]"
            elif not tight:
                text = f" {text} "
            elif self._names[number - 2] != self._open and number > 1:
                text = f" {text}"
            style = "bold reverse" if here else "bold $warning" if mark != " " else ""
            parts.append(Content.styled(text, style))
            self._spans.append((place, place + len(text), name))
            place += len(text) + (0 if tight else 1)
            parts.append(Content("" if tight else " "))
        self.update(Content("").join(parts))

    def on_click(self, event: Click) -> None:
        """Open the tab under the pointer."""
        for start, end, name in self._spans:
            if start <= event.x < end:
                self.post_message(self.Chosen(name))
                return
