"""Everything that happened that one may know, with a search and filters."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from itertools import islice
from typing import Any, TypeAlias

import attrs
from attrs import evolve as with_
from attrs import frozen
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Select, Static

from client.labels import Labels
from client.mirror import Mirror
from engine.events import (
    BallotEntered,
    BallotGiven,
    BriefingGiven,
    CrisisAnswered,
    Event,
    FloorYielded,
    OrdersCommitted,
    OrdersSealed,
    ReadySignalled,
    StanceSealed,
    TrackMoved,
)
from engine.names import Power, TreatyId
from engine.negotiated import treaties_read
from engine.texts.alike import alike, share_in
from engine.texts.chamber import docket_of
from engine.texts.chronicle import tell
from engine.treaty import Treaty

MOST_LINES = 400
"""Lines shown at once, the newest; the search looks through all."""

Routine: TypeAlias = ReadySignalled | OrdersCommitted | FloorYielded | BallotGiven | CrisisAnswered
ROUTINE: Mapping[type[Event], str] = {
    ReadySignalled: "ready",
    OrdersCommitted: "committed",
    FloorYielded: "yielded",
    BallotGiven: "voted",
    CrisisAnswered: "answered",
}
"""The steps that one power after another takes, told in one line; by the names of their words."""
SEALED = (BallotEntered, OrdersSealed, StanceSealed)
"""What one learns of one's own step alone, which parts no such line."""
BY_THE_WAY = (*SEALED, TrackMoved)
"""What does not part those who do alike: what moves with the deed of each."""


@frozen(kw_only=True)
class Told:
    """One line of the chronicle, and what it tells of."""

    turn: int
    line: str
    events: tuple[Event, ...]

    @property
    def routine(self) -> str:
        """What sort of step it is, empty if it is news."""
        return routine(self.events[0])


def routine(event: Event) -> str:
    """What sort of routine step an event is; empty for one that is news."""
    taken_back = isinstance(event, ReadySignalled) and not event.ready
    return "" if taken_back else ROUTINE.get(type(event), "")


class Chronicle(Vertical):
    """Newest first, by turn."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._told: list[Told] = []
        self._counted = 0
        self._labels: Labels | None = None
        self._mirror: Mirror | None = None
        self._offered: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The search, the filters and the lines."""
        with Horizontal(id="sieve"):
            yield Input(id="search", compact=True)
            yield Select[int]([], id="of-turn", prompt="...", compact=True)
            yield Select[str]([], id="of-power", prompt="...", compact=True)
        with VerticalScroll(id="chronicle-lines", can_focus=True):
            yield Static(id="lines")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Tell what is new."""
        if (
            self._mirror is not mirror
            or self._counted > mirror.last
            or self._labels is None
            or self._labels.words.lang != labels.words.lang
        ):
            self._told, self._counted = [], 0
        self._mirror, self._labels = mirror, labels
        words, state = labels.words, labels.state
        self.query_one("#search", Input).placeholder = words("chronicle.search")
        treaties = treaties_read(state, mirror.viewer)
        fresh = zip(mirror.turns[self._counted :], mirror.events[self._counted :], strict=True)
        for turn, event in fresh:
            if isinstance(event, BriefingGiven):
                # At the end everybody's instructions are opened at once: that is no news.
                continue
            line = tell(event, words.lang, state.setting, treaties, docket_of(state))
            if line:
                self._tell(Told(turn=turn, line=line, events=(event,)), labels, treaties)
        self._counted = mirror.last
        self._offer(labels)
        self._show_lines()

    def _tell(self, told: Told, labels: Labels, treaties: Mapping[TreatyId, Treaty]) -> None:
        """Add a line, or the power to the line of those who took the same step before it."""
        share = share_in(told.events[0])
        for place in range(len(self._told) - 1, -1, -1):
            former = self._told[place]
            events = (*former.events, *told.events)
            if told.routine and (former.turn, former.routine) == (told.turn, told.routine):
                names = labels.powers(tuple(event.power for event in events if isinstance(event, Routine)))
                self._told[place] = with_(former, line=labels.words(f"chronicle.{told.routine}", names=names), events=events)
                return
            if share is not None and former.turn == told.turn and alike(former.events[0], told.events[0]):
                self._told[place] = with_(former, line=_together(events, labels, treaties), events=events)
                return
            if not isinstance(former.events[0], SEALED if share is None else BY_THE_WAY):
                break
        self._told.append(told)

    def _offer(self, labels: Labels) -> None:
        """Dates so far and powers, to choose from."""
        state, words = labels.state, labels.words
        offered = (state.turn, words.lang)
        if offered != self._offered:
            self._offered = offered
            turns: Select[int] = self.query_one("#of-turn", Select)
            powers: Select[str] = self.query_one("#of-power", Select)
            turns.prompt, powers.prompt = words("chronicle.all_turns"), words("chronicle.all_powers")
            turns.set_options([(Text(labels.turn(n)), n) for n in range(max(state.turn, 0) + 1)])
            powers.set_options([(Text(labels.power(p)), str(p)) for p in state.powers()])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another search."""
        event.stop()
        self._show_lines()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another filter."""
        event.stop()
        self._show_lines()

    def on_resize(self, event: Resize) -> None:
        """The lines are broken anew."""
        self._show_lines()

    @property
    def counted(self) -> int:
        """How many lines there are without routine steps."""
        return sum(not told.routine for told in self._told)

    @property
    def headline(self) -> str:
        """The last news; what has moved on a track gives way to what moved it."""
        news = [told for told in self._told if not told.routine]
        told = next((t for t in reversed(news) if not isinstance(t.events[0], TrackMoved)), news[-1] if news else None)
        return "" if told is None else told.line

    def latest(self, most: int) -> list[tuple[int, str]]:
        """The last news without routine steps, each with its turn, newest first."""
        found = ((told.turn, told.line) for told in reversed(self._told) if not told.routine)
        return list(islice(found, most))

    def _show_lines(self) -> None:
        labels = self._labels
        if labels is None:
            return
        sought = self.query_one("#search", Input).value.strip().casefold()
        of_turn, of_power = self.query_one("#of-turn", Select).value, self.query_one("#of-power", Select).value
        found = [
            (told.turn, told.line)
            for told in self._told
            if sought in told.line.casefold()
            and (not isinstance(of_turn, int) or told.turn == of_turn)
            and (not isinstance(of_power, str) or any(concerns(event, Power(of_power)) for event in told.events))
        ][-MOST_LINES:]
        wide = max(30, self.size.width - 3)
        lines: list[Content] = []
        last: int | None = None
        for turn, line in reversed(found):
            if max(turn, 0) != last:
                last = max(turn, 0)
                lines.append(Content.styled(labels.turn(last), "bold underline"))
            broken = [part for row in line.splitlines() for part in textwrap.wrap(row, wide - 4) or [""]]
            lines += [Content(("  " if n == 0 else "    ") + part) for n, part in enumerate(broken)]
        empty = Content.styled(labels.words("chronicle.empty"), "dim")
        self.query_one("#lines", Static).update(Content("\n").join(lines) if lines else empty)


def _together(events: tuple[Event, ...], labels: Labels, treaties: Mapping[TreatyId, Treaty]) -> str:
    """What several have done alike, in one sentence."""
    powers = frozenset(share.power for event in events if (share := share_in(event)) is not None)
    state = labels.state
    company = labels.speaker.in_order(powers)
    return tell(events[0], labels.words.lang, state.setting, treaties, docket_of(state), company) or ""


def concerns(event: Event, power: Power) -> bool:
    """Whether an event names a power."""
    return any(_names(getattr(event, a.name), power) for a in attrs.fields(type(event)) if a.name != "audience")


def _names(value: Any, power: Power) -> bool:
    if isinstance(value, frozenset | tuple):
        return power in value
    if attrs.has(type(value)):
        return any(_names(getattr(value, a.name), power) for a in attrs.fields(type(value)) if a.name != "known_to")
    return isinstance(value, str) and value == power
