"""Things to mark whose marks can be told apart without colour: an empty box is empty."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import Checkbox, RadioButton, RadioSet, SelectionList

T = TypeVar("T")
EMPTY = " "


class Marks(SelectionList[T], Generic[T]):
    """A list of which some are marked; Textual's own draws the same sign in another colour.

    Space marks, and Enter goes on to what comes next, as it does in every form.
    """

    BINDINGS = [Binding("enter", "app.focus_next", show=False)]

    def render_line(self, y: int) -> Strip:
        """One line, its box empty unless it is marked."""
        strip = super().render_line(y)
        place = self.scroll_offset.y + y
        if place >= self.option_count or self.get_option_at_index(place).value in self.selected:
            return strip
        left, inner, *rest = strip
        return Strip([left, Segment(EMPTY * len(inner.text), inner.style), *rest])


class Tick(Checkbox):
    """A box that is empty unless it is ticked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.BUTTON_INNER = "X" if self.value else EMPTY

    def watch_value(self) -> None:
        """Show what it has become."""
        self.BUTTON_INNER = "X" if self.value else EMPTY
        super().watch_value()
        self.refresh()


class Dot(RadioButton):
    """A choice that is empty unless it is the one chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.BUTTON_INNER = "●" if self.value else EMPTY

    def watch_value(self) -> None:
        """Show what it has become."""
        self.BUTTON_INNER = "●" if self.value else EMPTY
        super().watch_value()
        self.refresh()


class Choices(RadioSet):
    """One of several: the line on which the keyboard stands is the one chosen, so that none is sent that one has left."""

    def action_next_button(self) -> None:
        """Choose the next one."""
        super().action_next_button()
        self._choose()

    def action_previous_button(self) -> None:
        """Choose the one before."""
        super().action_previous_button()
        self._choose()

    def _choose(self) -> None:
        if self.pressed_button is not None and not self._here.value:
            self.action_toggle_button()

    @property
    def _here(self) -> RadioButton:
        return self.query_one("RadioButton.-selected", RadioButton)
