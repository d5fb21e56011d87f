"""Messages by channel, and a place to write that keeps what is half written."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.markup import escape
from textual.message import Message
from textual.widgets import Button, Checkbox, OptionList, SelectionList, Static, TextArea
from textual.widgets.option_list import Option as Line
from textual.widgets.selection_list import Selection

from client.drawing import hue, letters_of
from client.labels import Labels
from client.messages import Commanded
from client.mirror import PRESS, Mirror
from client.widgets.marks import Tick
from engine.commands import Send
from engine.events import MessageSent
from engine.names import Onlooker, Power
from engine.texts.chronicle import said


class Pen(TextArea):
    """Enter sends, Ctrl+J begins a new line."""

    class Sent(Message):
        """The words are ready."""

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Sent())
        elif event.key == "ctrl+j":
            event.prevent_default()
            event.stop()
            self.insert("\n")
        else:
            await super()._on_key(event)


class Dispatches(Vertical):
    """Channels on one side, the exchange and the pen on the other."""

    BINDINGS = [Binding("ctrl+s", "send", "Send", show=False)]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._channel: Power | None = None
        self._mirror: Mirror | None = None
        self._labels: Labels | None = None
        self._others: tuple[Power, ...] = ()
        self._kept: dict[str, str] = {}
        self.recall: Callable[[str], str] = lambda key: ""
        """Words kept from an earlier evening, by channel."""
        self.keep: Callable[[str, str], None] = lambda key, words: None

    def compose(self) -> ComposeResult:
        """Channels, the exchange, the pen."""
        with Horizontal():
            yield OptionList(id="channels", compact=True)
            with Vertical(id="exchange"):
                with VerticalScroll(id="said", can_focus=True):
                    yield Static(id="messages")
                yield SelectionList[str](id="also", compact=True)
                yield Pen(id="pen", soft_wrap=True, compact=True)
                with Horizontal(id="sending"):
                    yield Button("send", id="send", compact=True, variant="primary")
                    yield Button("also", id="also-open", compact=True)
                    yield Tick("ask", id="ask", compact=True)
                yield Static(id="hint")

    def on_mount(self) -> None:
        """Further recipients are shown when asked for."""
        self.query_one("#also").display = False

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """List the channels and the exchange of the one chosen."""
        fresh = self._mirror is not mirror
        self._mirror, self._labels = mirror, labels
        words = labels.words
        player = not isinstance(mirror.viewer, Onlooker)
        self._others = tuple(p for p in labels.state.powers() if p != mirror.viewer) if player else ()
        self.query_one("#ask", Checkbox).label = Content(words("post.ask_answer"))
        self.query_one("#send", Button).label = Content(words("post.send"))
        self.query_one("#hint", Static).update(Content.styled(words("post.write"), "dim"))
        for ident in ("#pen", "#sending", "#hint"):
            self.query_one(ident).display = player
        if fresh:
            waiting = [p for p in self._others if p in mirror.unread]
            if self._channel is None and waiting and PRESS not in mirror.unread:
                self._channel = waiting[0]
            self._fill_pen()
        self._list_channels()
        self._show_exchange()
        self._name_also()

    def restore(self, message: Send) -> None:
        """Put back what could not be sent, if nothing else is being written."""
        key = f"to {next((p for p in self._others if p in message.to), None) or 'press'}"
        if not self._kept.get(key):
            self._kept[key] = message.text
            self.keep(key, message.text)
            if key == self._key:
                self._fill_pen()

    def open(self, power: Power | None) -> None:
        """Go to a channel, ready to write."""
        if power is None or power in self._others:
            self.query_one("#channels", OptionList).highlighted = 0 if power is None else self._others.index(power) + 1
            self.query_one("#pen").focus()

    def _list_channels(self) -> None:
        channels, labels, mirror = self.query_one("#channels", OptionList), self._labels, self._mirror
        if labels is None or mirror is None:
            return
        with self.prevent(OptionList.OptionHighlighted):
            channels.clear_options()
            letters = letters_of(labels)
            asked = {asker for asker, target in labels.state.questions if target == mirror.viewer}
            lines = [_channel("··", "dim", labels.words("post.press"), PRESS in mirror.unread, False)]
            lines += [
                _channel(letters[p], f"bold {hue(labels.state, p)}", labels.brief(p), p in mirror.unread, p in asked) for p in self._others
            ]
            channels.add_options(Line(line) for line in lines)
            channels.highlighted = 0 if self._channel not in self._others else self._others.index(self._channel) + 1

    @property
    def _key(self) -> str:
        return f"to {self._channel or 'press'}"

    def _fill_pen(self) -> None:
        pen = self.query_one("#pen", Pen)
        pen.text = self._kept.get(self._key) or self.recall(self._key)
        pen.move_cursor(pen.document.end)

    def on_text_area_changed(self) -> None:
        """What is half written is kept."""
        words = self.query_one("#pen", Pen).text
        if words != self._kept.get(self._key, ""):
            self._kept[self._key] = words
            self.keep(self._key, words)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another channel; what was being written to the last one is kept."""
        event.stop()
        if self._labels is None or event.option_list.id != "channels":
            return
        channel = None if event.option_index == 0 else self._others[event.option_index - 1]
        if channel != self._channel:
            self._channel = channel
            self.query_one("#also", SelectionList).deselect_all()
            self._fill_pen()
            self._name_also()
        self._show_exchange()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Write to this channel."""
        event.stop()
        self.query_one("#pen").focus()

    def _name_also(self) -> None:
        """Who else receives it; the press and questions have no further addressees."""
        labels = self._labels
        if labels is None:
            return
        chosen = frozenset(Power(p) for p in self.query_one("#also", SelectionList).selected)
        addressees = labels.words("post.press") if self._channel is None else labels.powers(chosen | {self._channel})
        self.query_one("#pen").border_title = labels.words("post.to", name=escape(addressees))
        names = labels.powers(chosen) if chosen else ""
        button = self.query_one("#also-open", Button)
        button.label = Content(f"{labels.words('post.also')} {names}".strip())
        button.display = self._channel is not None
        self.query_one("#ask").display = self._channel is not None

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Send, or choose who else receives it."""
        event.stop()
        if event.button.id == "send":
            self.action_send()
            return
        also = self.query_one("#also", SelectionList)
        also.display = not also.display
        if also.display and self._labels is not None:
            chosen = set(also.selected)
            also.clear_options()
            others = [p for p in self._others if p != self._channel]
            also.add_options([Selection(Content(self._labels.power(p)), str(p), p in chosen) for p in others])
            also.focus()
        else:
            self.query_one("#pen").focus()

    def on_selection_list_selected_changed(self) -> None:
        """The addressees' names follow."""
        self._name_also()

    def on_show(self) -> None:
        """What is looked at is read."""
        self._show_exchange()

    def _show_exchange(self) -> None:
        mirror, labels = self._mirror, self._labels
        if mirror is None or labels is None:
            return
        channel = PRESS if self._channel is None else self._channel
        if self.is_on_screen and self.region.height > 0 and channel in mirror.unread:
            mirror.unread.discard(channel)
            self._list_channels()
        lines: list[Content] = []
        last: int | None = None
        for turn, message in mirror.channel(self._channel):
            if turn != last:
                lines.append(Content.styled(f"── {labels.turn(max(turn, 0))} ──", "dim"))
                last = turn
            lines.append(_line(message, mirror, labels))
        self.query_one("#messages", Static).update(Content("\n").join(lines) if lines else Content.styled(labels.words("post.none"), "dim"))
        self.query_one("#said", VerticalScroll).scroll_end(animate=False)

    def on_pen_sent(self, event: Pen.Sent) -> None:
        """Enter."""
        event.stop()
        self.action_send()

    def action_send(self) -> None:
        """Send what is written."""
        pen = self.query_one("#pen", Pen)
        if not pen.text.strip() or self._mirror is None or isinstance(self._mirror.viewer, Onlooker):
            return
        ask, also = self.query_one("#ask", Checkbox), self.query_one("#also", SelectionList)
        to: frozenset[Power] = frozenset()
        if self._channel is not None:
            to = frozenset({self._channel, *(Power(p) for p in also.selected)})
        self.post_message(Commanded(Send(to=to, text=pen.text.strip()[:2000], asks=ask.value and bool(to))))
        pen.text = ""
        ask.value = False
        also.deselect_all()
        also.display = False
        self._name_also()


def _channel(letters: str, style: str, name: str, unread: bool, asked: bool) -> Content:
    mark = "?" if asked else "•" if unread else " "
    return Content.assemble((f"{mark} ", "bold $warning"), (letters, style), (f" {name}", "bold" if unread or asked else ""))


def _line(message: MessageSent, mirror: Mirror, labels: Labels) -> Content:
    parts: list[Content | str | tuple[str, str]] = [(labels.power(message.by), f"bold {hue(labels.state, message.by)}")]
    others = message.to - {mirror.viewer} if message.by != mirror.viewer else message.to
    if others and (len(message.to) > 1 or isinstance(mirror.viewer, Onlooker)):
        parts.append((f" → {labels.powers(frozenset(others))}", "dim"))
    if message.regarding is not None:
        attitude = message.regarding.attitude
        answer = labels.words("post.says") + labels.words(f"attitude.{attitude.value}") if attitude is not None else ""
        parts.append((f" [{labels.treaty(message.regarding.treaty)}{answer}]", "italic"))
    parts.append(labels.words("post.says") + said(message, labels.speaker, labels.state.treaties))
    if message.asks:
        parts.append((f"  ({labels.words('post.wants_answer')})", "bold"))
    return Content.assemble(*parts)
