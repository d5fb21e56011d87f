"""The setting of a scenario: what everybody knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from engine.happenings import Arms
from engine.names import (
    Lang,
    OrganId,
    Power,
    RegionId,
    StakeId,
    TrackId,
    TurnId,
)
from engine.occasions import USUAL_MOVES, Moves, Occasion
from engine.orders import OrderKind, Readiness
from engine.organ import OrganSheet

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
    """Straits, canals, corridors and zones of the sea on the way, which their holder may close; those at sea can be patrolled."""
    carries: int | None = None
    """The most divisions that can come this way at all, with its source in `figures`."""
    commanded_by: Power | None = None
    """The power whose fleet commands this sea, with its source in `figures`: in a war its side alone can use the route."""
    figures: Text = field(factory=dict)
    """Where the figures of this way come from."""


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
    arms: int = 1
    """Divisions that a consignment of arms adds to the power that receives it, and a body of volunteers likewise."""
    volunteers: int = 1
    war: AfterWar = AfterWar.RUNS_ON

    def share(self, step: Readiness) -> int:
        """Per cent that stands ready at a step."""
        return (self.peace, self.precautionary, self.partial, self.general)[step]


@frozen(kw_only=True)
class Chances:
    """How likely what is done in the dark succeeds, and comes to light, in per cent; conventions of the game."""

    intelligence: int = 50
    agent_caught: int = 25
    aid_exposed: int = 25
    leak_traced: int = 30


@frozen(kw_only=True)
class Credibility:
    """What promises kept and broken before everybody make of a power's word, which is worth 50 of 100 until it is tried; conventions of the
    game. What opinion at home makes of relying on it, `moves` says."""

    kept: int = 5
    """What each promise kept adds."""
    broken: int = 20
    """What each promise broken takes away."""


class Each(StrEnum):
    """What a track is kept for."""

    WORLD = "world"
    POWER = "power"
    PAIR = "pair"


@frozen(kw_only=True)
class Track:
    """A bounded number that the scenario follows."""

    name: Text
    """What it is called."""
    start: int
    """Where it begins."""
    min: int = 0
    """Its lower bound."""
    max: int = 100
    """Its upper bound."""
    each: Each = Each.WORLD
    secret: bool = False
    """Known only to the power it is kept for."""
    rest: int | None = None
    """Where it returns by itself, `drift` points a turn."""
    drift: int = 0
    """How far it returns towards `rest` in a turn."""


@frozen(kw_only=True)
class Turn:
    """A date of the calendar, with the time that a table gives it."""

    name: Text
    """What it is called."""
    date: dt.date
    """Its day; later than the one before."""
    minutes: int = 20
    """The time that a class gives it."""
    history: Text = field(factory=dict)
    """What really happened."""


@frozen(kw_only=True)
class Stake:
    """A thing that can be held, ceded or guaranteed; `place` is its cell (column, row) on the schematic map."""

    name: Text
    """What it is called, with its article."""
    holder: Power
    """Who holds it at the opening."""
    occupied_from: Power | None = None
    """The power from which the holder has taken it by force; it goes back to it when the holder withdraws."""
    inclined: Mapping[Power, int] = field(factory=dict)
    """How its inhabitants would vote in a plebiscite, in per cent for each power; chance moves it by a few points, equal for all where it is left out."""
    place: tuple[int, int] = (0, 0)
    """Its cell (column, row) on the schematic map."""
    note: Text = field(factory=dict)
    """Context, for the reader."""


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
    full_powers: bool = True
    """Whether its delegation may bind it by signature; without full powers it signs only *ad referendum* (VCLT 7, 12)."""
    playable: bool = True
    within: Power | None = None
    """The power within which it is a faction: to aid it, or to recognise it as the government, is to interfere there."""
    divisions: int = 0
    """Strength at general readiness, with its source in `figures`."""
    musters: tuple[Muster, ...] = ()
    """By day after general mobilisation; without them all divisions stand at once."""
    fleet: int = 0
    """Ships of the line, or whatever the scenario counts at sea; where any power has some, one without can neither blockade nor patrol."""
    aircraft: int = 0
    """First-line aircraft, with their source in `figures`."""
    arms: Mapping[Arms, int] = field(factory=dict)
    """What it has at the opening of the classes of arms that articles limit, divisions apart, with its source in `figures`."""
    figures: Text = field(factory=dict)
    readiness: Readiness = Readiness.PEACE
    start: Mapping[str, int] = field(factory=dict)
    """Its own start for a track: `support`, `trust.poland`."""
    place: tuple[int, int] = (0, 0)


@frozen(kw_only=True)
class Region:
    """Powers any one of which treaties name alike: `a European Power`."""

    a_power: Text
    """Any one of them, with its article, as treaties call it: `a European Power`, `une Puissance européenne`."""
    powers: tuple[Power, ...]
    """Which they are."""


USUAL_ORDERS: Mapping[OrderKind, Mapping[TrackId, int]] = {kind: {} for kind in (OrderKind.MOBILISE, OrderKind.OCCUPY, OrderKind.ATTACK)}
"""What is open where a scenario says nothing, and costs nothing."""


class Coercion(StrEnum):
    """What the law says of consent that was procured by the threat or use of force."""

    VALID = "valid"
    """It binds, as was held before the Covenant and the pact of Paris put war out of the law."""
    CONTESTED = "contested"
    """Whoever gave it may hold it void; the treaty is suspended between it and those who coerced it."""
    VOID = "void"
    """Whoever gave it may hold it void, and is rid of it (VCLT 52)."""


@frozen(kw_only=True)
class Law:
    """The law of the time, where it has changed or was contested."""

    coercion: Coercion = Coercion.VALID
    """What becomes of a treaty procured by force: `valid`, `contested` or `void`."""
    registration: bool = False
    """Whether an unregistered treaty counts for nothing before organs (Covenant 18; Charter 102); those in force at the opening are registered."""
    unregistered_binds: bool = True
    """Whether an unregistered treaty binds its parties all the same; `false` is the stricter reading of Covenant 18, by which it binds nobody."""
    regional_sanctions: bool = False
    """Whether sanctions of a regional body need the Security Council's leave as its use of force does (Charter 53)."""


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
    building: Mapping[Arms, int] = field(factory=dict)
    """How much of each class of arms one order builds, or scraps; what is not here is neither built nor counted."""
    chances: Chances = field(factory=Chances)
    law: Law = field(factory=Law)
    credibility: Credibility = field(factory=Credibility)
    moves: Mapping[Occasion, Moves] = field(factory=lambda: USUAL_MOVES)
    """What each occasion moves."""
    councils: Mapping[OrganId, OrganSheet] = field(factory=dict)
    glossary: Mapping[str, Text] = field(factory=dict)
    sources: tuple[str, ...] = ()
    content_note: Text = field(factory=dict)
    regions: Mapping[RegionId, Region] = field(factory=dict)

    @cached_property
    def places_at_sea(self) -> tuple[StakeId, ...]:
        """The straits, canals and zones that lie on sea routes: what can be patrolled."""
        return tuple(dict.fromkeys(stake for route in self.routes if route.by is Span.SEA for stake in route.through))

    @cached_property
    def calendar(self) -> Mapping[TurnId, int]:
        """The place of each turn, from 0."""
        return {turn: place for place, turn in enumerate(self.turns)}

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The day of each turn, in order."""
        return tuple(sheet.date for sheet in self.turns.values())

    @cached_property
    def counts_fleets(self) -> bool:
        """Whether ships are counted at all."""
        return any(sheet.fleet for sheet in self.powers.values())

    @cached_property
    def neighbours(self) -> Mapping[Power, tuple[Power, ...]]:
        """Those to whose territory force can pass across a frontier from a power's own, in the scenario's order."""
        return {one: tuple(p for p in self.powers if p != one and (min(one, p), max(one, p)) in self.borders) for one in self.powers}

    @cached_property
    def routes_from(self) -> Mapping[Power, tuple[tuple[int, Power], ...]]:
        """By power the routes that lead from its territory, each by its place among all, with the power at its other end."""
        ends = ((n, here, there) for n, route in enumerate(self.routes) for here, there in (route.between, route.between[::-1]))
        found: dict[Power, tuple[tuple[int, Power], ...]] = {}
        for n, here, there in ends:
            found[here] = (*found.get(here, ()), (n, there))
        return found
