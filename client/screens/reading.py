"""A page to read over the screen: the help, or the debriefing."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from client.account import account
from client.labels import Labels
from client.mirror import Mirror
from client.texts import Words
from engine.events import GameEnded

KEYS = {
    "F1  ?": "keys",
    "1 - 7": "tabs",
    "A": "act",
    "G": "asked",
    "R": "ready",
    "N": "write",
    "S": "seats",
    "H": "account",
    "D": "debriefing",
    "moves": "move",
    "escape": "back",
    "Ctrl+P": "palette",
    "Ctrl+Q": "quit",
}
"""What each key does; some keys are named differently in each language."""


class Reading(ModalScreen[None]):
    """Escape or Enter closes it."""

    BINDINGS = [Binding("escape,q,f1,question_mark,enter", "leave", "Back")]

    def __init__(self, title: str, text: RenderableType | Content, words: Words) -> None:
        super().__init__()
        self._title, self._text, self._words = title, text, words

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="page") as page:
            page.border_title = self._title
            page.border_subtitle = self._words("reading.close")
            yield Static(self._text)

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one("#page").focus()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()


def help_page(words: Words) -> Reading:
    """The keys."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    for key, does in KEYS.items():
        table.add_row(words(f"help.{key}") if words.has(f"help.{key}") else key, words(f"help.{does}"))
    return Reading(words("help.title"), Group(words("help.turn"), "", table, "", words("help.safe"), words("help.law")), words)


def debriefing(mirror: Mirror, labels: Labels) -> Reading:
    """The ending, the points, promises kept and broken, and what really happened, turn by turn."""
    words, state = labels.words, labels.state
    text = Text()
    for event in mirror.events:
        if isinstance(event, GameEnded):
            text.append((labels.text(event.title) or words("end.unnamed")) + "\n", style="bold")
            text.append(labels.text(event.text) + "\n\n")
    text.append(words("end.scores") + "\n", style="bold underline")
    most = max((points for points, _ in state.scores.values()), default=1) or 1
    for power, (points, met) in state.scores.items():
        briefing = state.briefings.get(power)
        if briefing is not None and not briefing.objectives:
            text.append(f"{labels.power(power):18}      {words('end.no_aims')}\n", style="dim")
            continue
        text.append(f"{labels.power(power):18} {points:>4} {'█' * (points * 20 // most)}\n")
        for key, aim in briefing.objectives.items() if briefing else ():
            part = state.credit.get(power, {}).get(key, 0)
            mark = "x" if key in met else "~" if part else " "
            earned = f" ({part}/{aim.points})" if part else ""
            text.append(f"    [{mark}] {labels.text(aim.text)}{earned}\n", style="dim")
    text.append("\n" + words("end.record") + "\n", style="bold underline")
    for power in state.powers():
        kept = sum(d.kept for d in state.record if d.debtor == power)
        broken = sum(not d.kept for d in state.record if d.debtor == power)
        if kept or broken:
            text.append(f"{labels.power(power):18} {words('end.kept', n=kept, m=broken)}\n")
    text.append("\n" + words("end.history") + "\n", style="bold underline")
    for number, turn in enumerate(state.setting.turns.values()):
        if turn.history:
            text.append(f"{labels.turn(number)}  ", style="bold")
            text.append(labels.text(turn.history) + "\n")
    return Reading(words("end.title"), text, words)


def account_page(mirror: Mirror, labels: Labels) -> Reading:
    """What happened since the last talks."""
    turn = max(labels.state.turn, 0)
    return Reading(labels.words("account.title", date=labels.turn(turn)), account(mirror, labels), labels.words)
