"""What a scenario says: the setting that everybody knows and the plot that only the umpire does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from engine.names import (
    Audience,
    ChoiceId,
    Condition,
    EndingId,
    EventId,
    Lang,
    ObjectiveId,
    Power,
    StakeId,
    TrackId,
    TreatyId,
    TurnId,
)
from engine.occasions import USUAL_MOVES, Moves, Occasion
from engine.orders import OrderKind, Readiness
from engine.profile import Profile
from engine.treaty import Treaty

Text: TypeAlias = Mapping[Lang, str]
"""The same words in several languages."""


class Span(StrEnum):
    """What a route leads over."""

    LAND = "land"
    SEA = "sea"


@frozen(kw_only=True)
class Route:
    """A way for force besides an open frontier: by sea, or overland by a road that carries only so much."""

    between: tuple[Power, Power]
    by: Span = Span.SEA
    through: tuple[StakeId, ...] = ()
    """Straits, canals and corridors on the way, which their holder may close."""
    carries: int | None = None
    """The most divisions that can come this way at all."""


@frozen(kw_only=True)
class Muster:
    """The divisions that stand ready so many days after general mobilisation."""

    day: int
    divisions: int


class AfterWar(StrEnum):
    """What a war does to the game."""

    RUNS_ON = "runs_on"
    ENDS = "ends"
    """The game ends with the turn in which it breaks out."""


@frozen(kw_only=True)
class Force:
    """The conventions by which force is reckoned."""

    peace: int = 25
    """Per cent of a power's divisions that stand ready at each step of readiness; conventions of the game, not figures of history."""
    precautionary: int = 40
    partial: int = 70
    general: int = 100
    aircraft: int = 0
    """How many aircraft weigh as one division; 0 does not count them."""
    war: AfterWar = AfterWar.RUNS_ON

    def share(self, step: Readiness) -> int:
        """Per cent that stands ready at a step."""
        return (self.peace, self.precautionary, self.partial, self.general)[step]


class Each(StrEnum):
    """What a track is kept for."""

    WORLD = "world"
    POWER = "power"
    PAIR = "pair"


@frozen(kw_only=True)
class Track:
    """A bounded number that the scenario follows."""

    name: Text
    start: int
    min: int = 0
    max: int = 100
    each: Each = Each.WORLD
    secret: bool = False
    """Known only to the power it is kept for."""
    rest: int | None = None
    """Where it returns by itself, `drift` points a turn."""
    drift: int = 0


@frozen(kw_only=True)
class Turn:
    """A date of the calendar, with the time that a table gives it."""

    name: Text
    date: dt.date
    minutes: int = 20
    history: Text = field(factory=dict)
    """What really happened."""


@frozen(kw_only=True)
class Stake:
    """A thing that can be held, ceded or guaranteed; `place` is its cell (column, row) on the schematic map."""

    name: Text
    holder: Power
    place: tuple[int, int] = (0, 0)
    note: Text = field(factory=dict)


@frozen(kw_only=True)
class PowerSheet:
    """A power as everybody sees it.

    `name` carries its article (`la France`), from which the forms of a language are made.
    """

    name: Text
    short: Text = field(factory=dict)
    """Without article, for columns; made from `name` where absent."""
    delegation: Mapping[str, str] = field(factory=dict)
    """Office to person."""
    playable: bool = True
    divisions: int = 0
    """Strength at general readiness, with its source in `figures`."""
    musters: tuple[Muster, ...] = ()
    """By day after general mobilisation; without them all divisions stand at once."""
    fleet: int = 0
    """Ships of the line, or whatever the scenario counts at sea."""
    aircraft: int = 0
    figures: Text = field(factory=dict)
    readiness: Readiness = Readiness.PEACE
    start: Mapping[str, int] = field(factory=dict)
    """Its own start for a track: `support`, `trust.poland`."""
    place: tuple[int, int] = (0, 0)


@frozen(kw_only=True)
class Objective:
    """What a power wants, in points; each stands alone unless `instead_of` names one that it replaces."""

    text: Text
    points: int
    when: Condition
    secret: bool = False


@frozen(kw_only=True)
class Briefing:
    """What one delegation alone is told."""

    text: Text = field(factory=dict)
    objectives: Mapping[ObjectiveId, Objective] = field(factory=dict)


@frozen(kw_only=True)
class Change:
    """Move tracks by signed amounts: `tension`, `france.support`, `france.trust.poland`."""

    tracks: Mapping[str, int]


@frozen(kw_only=True)
class Say:
    """News, to everybody or to some."""

    text: Text
    to: Audience = None


@frozen(kw_only=True)
class Replace:
    """A minister leaves, another arrives."""

    power: Power
    office: str
    by: str


@frozen(kw_only=True)
class SetReadiness:
    """A power's forces are where history had them."""

    power: Power
    step: Readiness


Effect: TypeAlias = Change | Say | Replace | SetReadiness


@frozen(kw_only=True)
class Choice:
    """One answer to a scripted event."""

    label: Text
    effects: tuple[Effect, ...] = ()


@frozen(kw_only=True)
class ScriptedEvent:
    """Something that happens at the opening of a turn: by the calendar, by a condition, by chance, or by choice."""

    title: Text
    turn: TurnId | None = None
    """None: any turn in which `when` first holds."""
    when: Condition | None = None
    chance: int = 100
    text: Text = field(factory=dict)
    asks: Power | None = None
    choices: Mapping[ChoiceId, Choice] = field(factory=dict)
    default: ChoiceId | None = None
    effects: tuple[Effect, ...] = ()
    known_to: Audience = None
    source: str = ""


@frozen(kw_only=True)
class Draft:
    """A text that some powers have in their files from a turn on, and may table."""

    treaty: Treaty
    held_by: frozenset[Power]
    from_turn: TurnId | None = None


@frozen(kw_only=True)
class Ending:
    """What closes the scenario, first match first."""

    title: Text
    when: Condition
    text: Text = field(factory=dict)


USUAL_ORDERS: Mapping[OrderKind, Mapping[TrackId, int]] = {kind: {} for kind in (OrderKind.MOBILISE, OrderKind.ATTACK)}
"""What is open where a scenario says nothing, and costs nothing."""


@frozen(kw_only=True)
class Setting:
    """Everything about a scenario that all may know."""

    id: str
    title: Text
    summary: Text
    languages: tuple[Lang, ...]
    digest: str
    """SHA-256 of the scenario's text, in hexadecimal."""
    powers: Mapping[Power, PowerSheet]
    turns: Mapping[TurnId, Turn]
    stakes: Mapping[StakeId, Stake]
    tracks: Mapping[TrackId, Track]
    borders: frozenset[tuple[Power, Power]]
    """Pairs in alphabetical order across whose frontier force can pass."""
    routes: tuple[Route, ...] = ()
    force: Force = field(factory=Force)
    orders_per_turn: int = 2
    orders: Mapping[OrderKind, Mapping[TrackId, int]] = field(factory=lambda: USUAL_ORDERS)
    """The orders that may be given, each with what it moves in its giver's own tracks."""
    moves: Mapping[Occasion, Moves] = field(factory=lambda: USUAL_MOVES)
    """What each occasion moves."""
    glossary: Mapping[str, Text] = field(factory=dict)
    sources: tuple[str, ...] = ()
    content_note: Text = field(factory=dict)


@frozen(kw_only=True)
class Plot:
    """What only the umpire knows: chance, scripted events, drafts, secret aims, endings, the scripted powers' minds."""

    seed: int
    briefings: Mapping[Power, Briefing] = field(factory=dict)
    events: Mapping[EventId, ScriptedEvent] = field(factory=dict)
    drafts: Mapping[TreatyId, Draft] = field(factory=dict)
    treaties: Mapping[TreatyId, Treaty] = field(factory=dict)
    """In force at the opening, secret ones among them."""
    endings: Mapping[EndingId, Ending] = field(factory=dict)
    profiles: Mapping[Power, Profile] = field(factory=dict)


@frozen(kw_only=True)
class Scenario:
    """A scenario, whole: what `scenarios` reads and `engine.found` opens a game from; its plot's seed is the default one."""

    setting: Setting
    plot: Plot
    text: str = ""
    """The author's own text, kept with the journal."""
