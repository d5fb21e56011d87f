"""What is asked of me now: one list, always on screen, most urgent first."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Line

from client.forecast import owed_orders
from client.labels import Labels
from client.messages import ChannelWanted, TreatyWanted, Wanted
from client.mirror import Mirror
from client.widgets.actions import about
from engine.commands import CommitOrders, Initial
from engine.decide.orders import available_orders
from engine.domains import Option
from engine.events import Phase
from engine.names import Onlooker, Power
from engine.options import asked
from engine.orders import Order


class Asked(OptionList):
    """Enter on a line goes to the place where it is done."""

    def __init__(self) -> None:
        super().__init__(id="asked", compact=True)
        self._wants: list[Option | Power] = []

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List what the game waits for, then the questions of other powers."""
        me, words = mirror.viewer, labels.words
        wants: list[Option | Power] = []
        lines: list[Content] = []
        if not isinstance(me, Onlooker):
            for option in asked(labels.state, me):
                wants.append(option)
                owed = len(_owed(labels, me)) if option.verb is CommitOrders else 0
                more = words("asked.owed", n=owed) if owed else ""
                lines.append(Content.assemble(("! ", "bold $warning"), labels.option(option), (more, "bold $warning")))
            for asker, target in sorted(labels.state.questions):
                if target == me:
                    wants.append(asker)
                    lines.append(Content.assemble(("? ", "bold $warning"), words("asked.question", power_to=labels.speaker.to(asker))))
        former = self._wants[self.highlighted] if self.highlighted is not None and self.highlighted < len(self._wants) else None
        self._wants = wants
        self.clear_options()
        self.border_title = f"{words('asked.title')} ({len(lines)})" if lines else words("asked.title")
        if lines:
            self.add_options(Line(line) for line in lines)
            self.highlighted = next((place for place, want in enumerate(wants) if _same(want, former)), 0)
        else:
            self.add_option(Line(Content(_nothing(mirror, labels)), disabled=True))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where it is done."""
        event.stop()
        if event.option_index < len(self._wants):
            want = self._wants[event.option_index]
            if isinstance(want, Option):
                self.post_message(TreatyWanted(want.only("treaty"), read=True) if want.verb is Initial else Wanted((want,)))
            else:
                self.post_message(ChannelWanted(want))


def _owed(labels: Labels, power: Power) -> frozenset[Order]:
    """The orders that it takes to keep what falls due, of those that may be given now."""
    return owed_orders(labels.state, power, due=True).intersection(available_orders(labels.state, power))


def _same(want: Option | Power, former: Option | Power | None) -> bool:
    """Whether it is the same that is asked."""
    if isinstance(want, Option) and isinstance(former, Option):
        return about(want) == about(former)
    return want == former


def _nothing(mirror: Mirror, labels: Labels) -> str:
    state = labels.state
    if state.phase is Phase.OVER:
        return labels.words("asked.over")
    if isinstance(mirror.viewer, Onlooker):
        return labels.words("asked.facilitator" if mirror.viewer is Onlooker.FACILITATOR else "asked.observer")
    if state.phase is Phase.TALKS:
        return labels.words("asked.ready" if mirror.viewer in state.ready else "asked.none_talks")
    return labels.words("asked.none")
