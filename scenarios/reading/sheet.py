"""The scenario file as the author writes it, top to bottom; the rules' own classes where the two are the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import field, frozen

from engine.clauses import AnyClause
from engine.happenings import Arms
from engine.measures import AnyMeasure
from engine.names import (
    ArticleId,
    EndingId,
    EventId,
    Lang,
    ObjectiveId,
    OrganId,
    ParagraphId,
    Power,
    RegionId,
    ResolutionId,
    StakeId,
    StatuteId,
    TrackId,
    TreatyId,
    TurnId,
)
from engine.occasions import Moves, Occasion
from engine.orders import OrderKind, Readiness
from engine.organ import OrganSheet
from engine.plot import Ending, Objective, ScriptedEvent
from engine.profile import Profile
from engine.setting import USUAL_ORDERS, Chances, Credibility, Force, Law, Muster, Region, Route, Stake, Text, Track, Turn
from engine.treaty import Provisions


@frozen(kw_only=True)
class PowerPart:
    """A power: what all know of it, then what its delegation alone is told."""

    name: Text
    """Its name with its article, from which the forms of a language are made: `la France`, `the Soviet Union`."""
    short: Text = field(factory=dict)
    """Its name without article, for columns; made from `name` where it is left out."""
    delegation: Mapping[str, str] = field(factory=dict)
    """Who speaks for it: office and person."""
    full_powers: bool = True
    """Whether its delegation may bind it by signature; without full powers it signs only *ad referendum* (VCLT 7, 12)."""
    playable: bool = True
    """Whether people may play it; otherwise the computer does."""
    within: Power | None = None
    """The power within which it is a faction: to aid it, or to recognise it as the government, is to interfere there."""
    divisions: int = 0
    """Strength at general readiness, with its source in `figures`."""
    musters: tuple[Muster, ...] = ()
    fleet: int = 0
    aircraft: int = 0
    arms: Mapping[Arms, int] = field(factory=dict)
    """What it has at the opening of the classes of arms that articles limit, divisions apart, with its source in `figures`."""
    figures: Text = field(factory=dict)
    """Where the figures of its strength come from."""
    readiness: Readiness = Readiness.PEACE
    """How its forces stand at the opening."""
    start: Mapping[str, int] = field(factory=dict)
    """Its own start for a track: `support`, `trust.poland`."""
    place: tuple[int, int] = (0, 0)
    """Its cell (column, row) on the schematic map."""
    briefing: Text = field(factory=dict)
    """What its delegation alone is told."""
    objectives: Mapping[ObjectiveId, Objective] = field(factory=dict)
    """What it wants, each with its points."""


@frozen(kw_only=True)
class ArticlePart:
    """One article: its kind with the kind's own parameters, and the historical wording if there is one."""

    clause: AnyClause
    wording: Text = field(factory=dict)
    """The historical words of the article, in place of those that the engine writes; the effect stays."""


@frozen(kw_only=True)
class TreatyPart(Provisions):
    """A treaty, its final provisions among the rest."""

    title: Text
    """What it is called."""
    note: Text = field(factory=dict)
    """Source and context, for the reader; no effect."""
    preamble: Text = field(factory=dict)
    """Why its parties conclude it; no effect."""
    articles: Mapping[ArticleId, ArticlePart]
    """Its articles, by names that no other article has."""


@frozen(kw_only=True)
class StandingPart(TreatyPart):
    """A treaty in force at the opening."""

    concluded: dt.date | None = None
    """The day on which it was concluded: it is printed, and of two treaties the older is the one to which the other may yield."""
    in_force_since: dt.date | None = None
    """The day on which it entered into force, where it is another: its term runs from it."""


@frozen(kw_only=True)
class DraftPart(TreatyPart):
    """A text that some powers have in their files and may table."""

    held_by: tuple[Power, ...]
    """The powers that have it in their files."""
    from_turn: TurnId | None = None
    """The turn from which they have it; from the first, where it is left out."""


@frozen(kw_only=True)
class ResolutionPart:
    """A draft resolution that some powers have in their files and may table."""

    council: OrganId
    """The organ that it is put to."""
    title: Text
    """What it is called."""
    article: StatuteId
    """The article of the organ's statute on which it rests, such as `covenant_16`."""
    preamble: Text = field(factory=dict)
    """Its opening words."""
    note: Text = field(factory=dict)
    """Source and context, for the reader; no effect."""
    paragraphs: Mapping[ParagraphId, AnyMeasure]
    """What it does, one verb each."""
    held_by: tuple[Power, ...]
    """The powers that have it in their files."""
    from_turn: TurnId | None = None
    """The turn from which they have it; from the first, where it is left out."""


@frozen(kw_only=True)
class Sheet:
    """The whole file."""

    format: int
    """1: the format of this version."""
    id: str
    """The scenario's own identifier, of small letters, digits and hyphens."""
    languages: tuple[Lang, ...]
    """The languages in which every text of the file stands, the author's first."""
    title: Text
    """What the scenario is called."""
    summary: Text
    """What it is about, in two or three sentences."""
    content_note: Text = field(factory=dict)
    """What a class should know before it plays."""
    orders_per_turn: int = 2
    """The most orders that a power may give in a turn."""
    orders: Mapping[OrderKind, Mapping[TrackId, int]] = field(factory=lambda: USUAL_ORDERS)
    building: Mapping[Arms, int] = field(factory=dict)
    """How much of each class of arms one order builds, or scraps; what is not here is neither built nor counted."""
    chances: Chances = field(factory=Chances)
    law: Law = field(factory=Law)
    credibility: Credibility = field(factory=Credibility)
    moves: Mapping[Occasion, Moves] = field(factory=dict)
    """What each occasion moves, where it differs from the usual."""
    tracks: Mapping[TrackId, Track] = field(factory=dict)
    """Numbers that the game follows: for the world, for each power, or for each pair of powers."""
    turns: Mapping[TurnId, Turn]
    """The calendar, in order."""
    powers: Mapping[Power, PowerPart]
    """Who is at the table, scripted powers included."""
    stakes: Mapping[StakeId, Stake] = field(factory=dict)
    """What can be held, ceded or guaranteed."""
    regions: Mapping[RegionId, Region] = field(factory=dict)
    """Groups of powers of which treaties speak as one: `a European Power`."""
    borders: tuple[tuple[Power, Power], ...] = ()
    """Pairs of powers across whose frontier force can pass."""
    routes: tuple[Route, ...] = ()
    """Ways for force besides open frontiers."""
    force: Force = field(factory=Force)
    """The conventions by which force is reckoned."""
    treaties: Mapping[TreatyId, StandingPart] = field(factory=dict)
    """Treaties in force at the opening."""
    drafts: Mapping[TreatyId, DraftPart] = field(factory=dict)
    """Texts that some powers have in their files and may table."""
    councils: Mapping[OrganId, OrganSheet] = field(factory=dict)
    resolutions: Mapping[ResolutionId, ResolutionPart] = field(factory=dict)
    events: Mapping[EventId, ScriptedEvent] = field(factory=dict)
    """What the calendar, a condition, chance or a choice brings."""
    endings: Mapping[EndingId, Ending]
    """What closes the scenario, the first that holds at the close of a turn."""
    ai: Mapping[Power, Profile] = field(factory=dict)
    """How each power thinks when nobody plays it."""
    glossary: Mapping[str, Text] = field(factory=dict)
    """Words that the players may look up."""
    sources: tuple[str, ...] = ()
    """Where the history comes from."""


DECLARED: Mapping[tuple[str, str], str] = {
    ("Sheet", "tracks"): "track",
    ("Sheet", "turns"): "turn",
    ("Sheet", "powers"): "power",
    ("Sheet", "stakes"): "stake",
    ("Sheet", "regions"): "region",
    ("Sheet", "treaties"): "treaty",
    ("Sheet", "drafts"): "treaty",
    ("Sheet", "councils"): "organ",
    ("Sheet", "resolutions"): "resolution",
    ("Sheet", "events"): "event",
    ("Sheet", "endings"): "",
    ("StandingPart", "articles"): "article",
    ("DraftPart", "articles"): "article",
    ("ResolutionPart", "paragraphs"): "",
    ("ScriptedEvent", "choices"): "",
    ("PowerPart", "objectives"): "",
    ("Profile", "adjust"): "",
    ("Profile", "red_lines"): "",
    ("Profile", "script"): "",
}
"""Where a key gives a name to a thing, of which kind; an empty kind is a name for its own block alone."""

SECTIONS: Mapping[str, str] = {section: kind for (cls, section), kind in DECLARED.items() if cls == "Sheet" and kind}
"""The blocks of the file whose keys are names that the rest of the file may use, with the kind of thing that they name."""

SIGNED = frozenset(
    {
        ("Change", "tracks"),
        ("Sheet", "orders"),
        ("Sheet", "moves"),
        ("Profile", "values"),
        ("Profile", "kinds"),
        ("Profile", "leanings"),
        ("Adjust", "change"),
    }
)
"""Where a number is a change and carries its sign."""
