"""A list of the acts of some kinds that are open now."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.lines import alike, line_of
from client.messages import Wanted
from client.mirror import Mirror
from engine.commands import PowerCommand
from engine.domains import OneOf, Option
from engine.names import Onlooker
from engine.options import options


def about(option: Option) -> tuple[object, ...]:
    """What an act is and of what, by which it is known again when others have come or gone."""
    settled = ((name, domain.values) for name, domain in option.domains.items() if isinstance(domain, OneOf) and len(domain.values) == 1)
    return (option.verb, *settled)


class Actions(OptionList):
    """Enter opens the form of an act."""

    def __init__(self, verbs: tuple[type[PowerCommand], ...]) -> None:
        super().__init__(classes="actions", compact=True)
        self._verbs = verbs
        self._open: tuple[tuple[Option, ...], ...] = ()

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List what is open, in the order of the kinds."""
        me = mirror.viewer
        every = () if isinstance(me, Onlooker) else options(labels.state, me)
        former = about(self._open[self.highlighted][0]) if self.highlighted is not None and self.highlighted < len(self._open) else ()
        self._open = alike([option for verb in self._verbs for option in every if option.verb is verb])
        self.clear_options()
        self.add_options(Line(Content("› " + line_of(group, labels))) for group in self._open)
        self.display = bool(self._open)
        self.border_title = f"{labels.words('act.open')} ({len(self._open)})"
        if self._open:
            # A row that was another act a moment ago would be done by mistake.
            self.highlighted = next((place for place, group in enumerate(self._open) if about(group[0]) == former), 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the form."""
        event.stop()
        self.post_message(Wanted(self._open[event.option_index]))
