"""Messages by channel, and a place to write that keeps what is half written."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Checkbox, OptionList, Static, TextArea
from textual.widgets.option_list import Option as Line

from client.labels import Labels
from client.messages import Commanded
from client.mirror import PRESS, Mirror
from client.widgets.situation import colour
from engine.commands import Send
from engine.names import Onlooker, Power
from engine.texts.chronicle import said


class Dispatches(Vertical):
    """Channels on one side, the exchange and the pen on the other."""

    BINDINGS = [Binding("ctrl+s", "send", "Send", show=False)]

    def compose(self) -> ComposeResult:
        """Channels, the exchange, the pen."""
        with Horizontal():
            yield OptionList(id="channels")
            with Vertical(id="exchange"):
                with VerticalScroll(id="said"):
                    yield Static(id="messages")
                yield TextArea(id="pen", soft_wrap=True)
                with Horizontal(id="sending"):
                    yield Checkbox(id="ask", compact=True)
                    yield Static(id="hint")

    def on_mount(self) -> None:
        """The press is the first channel."""
        self._channel: Power | None = None
        self._mirror: Mirror | None = None
        self._labels: Labels | None = None
        self._kept: dict[Power | None, str] = {}

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List the channels and the exchange of the one chosen."""
        self._mirror, self._labels = mirror, labels
        channels = self.query_one("#channels", OptionList)
        others = [p for p in labels.state.powers() if p != mirror.viewer]
        place = channels.highlighted or 0
        channels.clear_options()
        channels.add_option(Line(_unread(labels.words("post.press"), PRESS in mirror.unread)))
        if not isinstance(mirror.viewer, Onlooker):
            channels.add_options(Line(_unread(labels.power(p), p in mirror.unread)) for p in others)
        channels.highlighted = min(place, channels.option_count - 1)
        self.query_one("#ask", Checkbox).label = labels.words("post.ask_answer")
        self.query_one("#hint", Static).update(labels.words("post.write"))
        self._show_exchange()

    def open(self, power: Power | None) -> None:
        """Go to a channel, ready to write."""
        if self._labels is not None and self._mirror is not None:
            others = [p for p in self._labels.state.powers() if p != self._mirror.viewer]
            self.query_one("#channels", OptionList).highlighted = 0 if power is None else others.index(power) + 1
            self.query_one("#pen", TextArea).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another channel; what was being written to the last one is kept."""
        event.stop()
        if self._labels is None or self._mirror is None:
            return
        others = [p for p in self._labels.state.powers() if p != self._mirror.viewer]
        channel = None if event.option_index == 0 else others[event.option_index - 1]
        if channel != self._channel:
            pen = self.query_one("#pen", TextArea)
            self._kept[self._channel] = pen.text
            self._channel = channel
            pen.text = self._kept.get(channel, "")
        self._show_exchange()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Write to this channel."""
        event.stop()
        self.query_one("#pen", TextArea).focus()

    def _show_exchange(self) -> None:
        mirror, labels = self._mirror, self._labels
        if mirror is None or labels is None:
            return
        if self.is_on_screen and self.region.height > 0:
            mirror.unread.discard(PRESS if self._channel is None else self._channel)
        lines = []
        for turn, message in mirror.channel(self._channel):
            line = Text(f"{labels.turn(turn)}  ", style="dim")
            line.append(labels.power(message.by), style=f"bold {colour(labels.state, message.by)}")
            if message.regarding is not None:
                line.append(f" [{labels.treaty(message.regarding.treaty)}]", style="italic")
                if message.regarding.attitude is not None:
                    line.append(f" {labels.words('attitude.' + message.regarding.attitude.value)}", style="italic")
            line.append(": " + said(message, labels.speaker, labels.state.treaties))
            if message.asks:
                line.append(f"  ({labels.words('post.wants_answer')})", style="bold")
            lines.append(line)
        self.query_one("#messages", Static).update(Text("\n").join(lines) if lines else Text(labels.words("post.none")))
        self.query_one("#said", VerticalScroll).scroll_end(animate=False)

    def action_send(self) -> None:
        """Send what is written."""
        pen = self.query_one("#pen", TextArea)
        if not pen.text.strip() or self._mirror is None or isinstance(self._mirror.viewer, Onlooker):
            return
        ask = self.query_one("#ask", Checkbox)
        to = frozenset() if self._channel is None else frozenset({self._channel})
        self.post_message(Commanded(Send(to=to, text=pen.text.strip()[:2000], asks=ask.value and bool(to))))
        pen.text = ""
        ask.value = False


def _unread(name: str, unread: bool) -> Text:
    return Text(("* " if unread else "  ") + name, style="bold" if unread else "")
