"""What widgets tell the screen, as Textual messages."""

from __future__ import annotations

from textual.message import Message

from engine.commands import Command
from engine.domains import Option
from engine.names import Power, TreatyId


class Wanted(Message):
    """The player wants one of these acts: open its form, or let it be chosen."""

    def __init__(self, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.options = options


class Commanded(Message):
    """The player has decided: send it."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command


class TreatyWanted(Message):
    """The player wants to read a text, or to see what can be done with it."""

    def __init__(self, treaty: TreatyId, *, read: bool = False) -> None:
        super().__init__()
        self.treaty, self.read = treaty, read


class ChannelWanted(Message):
    """The player wants to write to a power."""

    def __init__(self, power: Power | None) -> None:
        super().__init__()
        self.power = power
