"""A link to a table in the same process, for the tests of the screens."""

from __future__ import annotations

import asyncio

from client.link import News, Sink, Wire, WireChanged
from engine.commands import ClockCommand, Command
from engine.names import Lang, Onlooker, Power, Viewer
from engine.refusal import Refusal
from engine.table import Table
from engine.wire import Ack, Events, Lobby, Refused, SeatShown, Welcome
from tests.client.smallworld import scenario


class TableLink:
    """What a server would tell one viewer of a table; `table.play` by others is told at the next `tell`."""

    def __init__(self, viewer: Viewer | None, table: Table | None = None, *, role: str = "player") -> None:
        self.viewer: Viewer = viewer or Onlooker.OBSERVER
        self.table = table
        self.role = role
        self.token = "token"
        self.acts: list[Command] = []
        self.seats: dict[str, Power | None] = {"Ada": None if isinstance(self.viewer, Onlooker) else self.viewer, "Blaise": None}
        self._told = 0
        self._number = 0
        self._queue: asyncio.Queue[News] = asyncio.Queue()

    def _next(self) -> str:
        self._number += 1
        return f"act-{self._number}"

    def act(self, command: Command) -> str:
        """Have a command done at the table."""
        ident = self._next()
        self.acts.append(command)
        assert self.table is not None
        keeps_clock = self.role == "facilitator" and isinstance(command, ClockCommand)
        outcome = self.table.play(Onlooker.FACILITATOR if keeps_clock else self.viewer, command)
        if isinstance(outcome, Refusal):
            self._queue.put_nowait(Refused(id=ident, reason=outcome.reason, about=dict(outcome.about)))
        else:
            self.tell()
            self._queue.put_nowait(Ack(id=ident, upto=self._told))
        return ident

    def take_seat(self, power: Power | None) -> str:
        """Sit down for a power."""
        ident = self._next()
        self.seats["Ada"] = power
        self.viewer = power if power is not None else Onlooker.OBSERVER
        self._told = 0
        self._queue.put_nowait(self.welcome())
        self._queue.put_nowait(self.lobby())
        self.tell()
        self._queue.put_nowait(Ack(id=ident, upto=self._told))
        return ident

    def start_game(self) -> str:
        """Open the game."""
        ident = self._next()
        self.table = Table.open(scenario(), 1)
        self._queue.put_nowait(self.lobby())
        self.tell()
        self._queue.put_nowait(Ack(id=ident, upto=self._told))
        return ident

    def tell(self) -> None:
        """Pass on what the viewer has not been told yet."""
        if self.table is None:
            return
        news = self.table.news(self.viewer, self._told)
        if news:
            self._queue.put_nowait(Events(first=news[0][0], events=tuple(event for _, event in news)))
            self._told = news[-1][0]

    def cut(self) -> None:
        """The connection is lost."""
        self._queue.put_nowait(WireChanged(Wire.LOST, "closed"))

    def mend(self) -> None:
        """The connection is back."""
        self._queue.put_nowait(WireChanged(Wire.UP))
        self.tell()

    def welcome(self) -> Welcome:
        """Who one is here."""
        sheet = (self.table.state if self.table is not None else opened().state).setting
        return Welcome(
            version=1,
            token="token",
            role=self.role,
            power=None if isinstance(self.viewer, Onlooker) else self.viewer,
            game="game",
            scenario=sheet.id,
            title=sheet.title,
            powers={power: of.name for power, of in sheet.powers.items()},
            started=self.table is not None,
            fresh=True,
            code="ABCDEF" if self.role == "facilitator" else "",
        )

    def lobby(self) -> Lobby:
        """Who sits where."""
        seats = tuple(
            SeatShown(name=name, power=power, role=self.role if name == "Ada" else "player", present=name == "Ada")
            for name, power in self.seats.items()
        )
        return Lobby(seats=seats, started=self.table is not None)

    async def run(self, sink: Sink) -> None:
        """Tell the viewer everything until cancelled."""
        sink(WireChanged(Wire.CONNECTING))
        sink(self.welcome())
        sink(WireChanged(Wire.UP))
        sink(self.lobby())
        self.tell()
        while True:
            sink(await self._queue.get())


def opened(seed: int = 1) -> Table:
    """The small world at its opening."""
    return Table.open(scenario(), seed)


LANGS = (Lang("en"), Lang("fr"))
