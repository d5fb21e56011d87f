"""The scenario file as the author writes it, top to bottom; the rules' own classes where the two are the same."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from engine.clauses import AnyClause
from engine.names import ArticleId, EndingId, EventId, Lang, ObjectiveId, Power, StakeId, TrackId, TreatyId, TurnId
from engine.occasions import Moves, Occasion
from engine.orders import OrderKind, Readiness
from engine.profile import Profile
from engine.setting import USUAL_ORDERS, Ending, Force, Muster, Objective, Route, ScriptedEvent, Stake, Text, Track, Turn
from engine.treaty import Provisions


@frozen(kw_only=True)
class PowerPart:
    """A power: what all know of it, then what its delegation alone is told."""

    name: Text
    short: Text = field(factory=dict)
    delegation: Mapping[str, str] = field(factory=dict)
    playable: bool = True
    divisions: int = 0
    musters: tuple[Muster, ...] = ()
    fleet: int = 0
    aircraft: int = 0
    figures: Text = field(factory=dict)
    readiness: Readiness = Readiness.PEACE
    start: Mapping[str, int] = field(factory=dict)
    place: tuple[int, int] = (0, 0)
    briefing: Text = field(factory=dict)
    objectives: Mapping[ObjectiveId, Objective] = field(factory=dict)


@frozen(kw_only=True)
class ArticlePart:
    """One article: its kind with the kind's own parameters, and the historical wording if there is one."""

    clause: AnyClause
    wording: Text = field(factory=dict)


@frozen(kw_only=True)
class TreatyPart(Provisions):
    """A treaty in force at the opening, its final provisions among the rest."""

    title: Text
    note: Text = field(factory=dict)
    articles: Mapping[ArticleId, ArticlePart]


@frozen(kw_only=True)
class DraftPart(TreatyPart):
    """A text that some powers have in their files and may table."""

    held_by: tuple[Power, ...]
    from_turn: TurnId | None = None


@frozen(kw_only=True)
class Sheet:
    """The whole file."""

    format: int
    id: str
    languages: tuple[Lang, ...]
    title: Text
    summary: Text
    content_note: Text = field(factory=dict)
    orders_per_turn: int = 2
    orders: Mapping[OrderKind, Mapping[TrackId, int]] = field(factory=lambda: USUAL_ORDERS)
    moves: Mapping[Occasion, Moves] = field(factory=dict)
    tracks: Mapping[TrackId, Track] = field(factory=dict)
    turns: Mapping[TurnId, Turn]
    powers: Mapping[Power, PowerPart]
    stakes: Mapping[StakeId, Stake] = field(factory=dict)
    borders: tuple[tuple[Power, Power], ...] = ()
    routes: tuple[Route, ...] = ()
    force: Force = field(factory=Force)
    treaties: Mapping[TreatyId, TreatyPart] = field(factory=dict)
    drafts: Mapping[TreatyId, DraftPart] = field(factory=dict)
    events: Mapping[EventId, ScriptedEvent] = field(factory=dict)
    endings: Mapping[EndingId, Ending]
    ai: Mapping[Power, Profile] = field(factory=dict)
    glossary: Mapping[str, Text] = field(factory=dict)
    sources: tuple[str, ...] = ()


DECLARED: Mapping[tuple[str, str], str] = {
    ("Sheet", "tracks"): "track",
    ("Sheet", "turns"): "turn",
    ("Sheet", "powers"): "power",
    ("Sheet", "stakes"): "stake",
    ("Sheet", "treaties"): "treaty",
    ("Sheet", "drafts"): "treaty",
    ("Sheet", "events"): "event",
    ("Sheet", "endings"): "",
    ("TreatyPart", "articles"): "article",
    ("DraftPart", "articles"): "article",
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
    {("Change", "tracks"), ("Sheet", "orders"), ("Sheet", "moves"), ("Profile", "values"), ("Profile", "kinds"), ("Adjust", "change")}
)
"""Where a number is a change and carries its sign."""
