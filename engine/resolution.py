"""Draft resolutions and what becomes of them: paragraphs, sponsors, amendments, measures in force, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from engine.measures import AnyMeasure
from engine.names import AmendmentId, Audience, ItemId, Lang, OrganId, ParagraphId, Power, ResolutionId, StatuteId
from engine.voting.bodies import Effect


class Outcome(StrEnum):
    """How far a draft has come."""

    DRAFT = "draft"
    """In somebody's files."""
    TABLED = "tabled"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    VETOED = "vetoed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """The matter was taken off the agenda before the draft was voted on."""


@frozen(kw_only=True)
class Paragraph:
    """One operative paragraph, with an identity that it keeps through every amendment."""

    id: ParagraphId
    measure: AnyMeasure


@frozen
class PutParagraph:
    """Add a paragraph, or replace the one of the same identity."""

    paragraph: Paragraph


@frozen
class StrikeParagraph:
    """Take a paragraph out."""

    paragraph: ParagraphId


Change: TypeAlias = PutParagraph | StrikeParagraph


@frozen(kw_only=True)
class Amendment:
    """A proposal to change a draft, moved by a power that did not write it."""

    id: AmendmentId
    by: Power
    changes: tuple[Change, ...]

    def distance(self) -> tuple[int, int]:
        """How far it is from the text: what is struck first, then how much is changed. The furthest is voted on first."""
        return sum(isinstance(change, StrikeParagraph) for change in self.changes), len(self.changes)


@frozen(kw_only=True)
class Resolution:
    """A draft resolution with everything that has happened to it."""

    id: ResolutionId
    organ: OrganId
    item: ItemId | None
    """The matter under which it is tabled; None while it is in the files."""
    title: Mapping[Lang, str]
    article: StatuteId
    """On which it rests."""
    sponsors: tuple[Power, ...] = ()
    """The first of them wrote it."""
    preamble: Mapping[Lang, str] = field(factory=dict)
    paragraphs: tuple[Paragraph, ...]
    amendments: Mapping[AmendmentId, Amendment] = field(factory=dict)
    apart: tuple[ParagraphId, ...] = ()
    """Paragraphs on which a separate vote was asked."""
    stage: Outcome = Outcome.TABLED
    turn: int
    favouring: frozenset[Power] = frozenset()
    """Those who have voted for it before everybody, counted or not."""
    voted: int | None = None
    """The turn in which they did."""
    place: int = 0
    """Its place among the drafts of the matter, in the order in which they were tabled."""
    known_to: Audience = None
    note: Mapping[Lang, str] = field(factory=dict)
    """Source and context, for the reader; no effect."""

    def accused(self) -> frozenset[Power]:
        """Those against whom a paragraph is directed."""
        return frozenset(p for paragraph in self.paragraphs for p in paragraph.measure.accused())


def changed_by(paragraphs: tuple[Paragraph, ...], changes: tuple[Change, ...]) -> tuple[Paragraph, ...] | None:
    """The paragraphs after these changes in order, identities kept; None if one of them strikes what is not there."""
    kept = list(paragraphs)
    for change in changes:
        wanted = change.paragraph.id if isinstance(change, PutParagraph) else change.paragraph
        place = next((n for n, paragraph in enumerate(kept) if paragraph.id == wanted), None)
        if isinstance(change, PutParagraph):
            kept[len(kept) if place is None else place : len(kept) if place is None else place + 1] = [change.paragraph]
        elif place is None:
            return None
        else:
            del kept[place]
    return tuple(kept)


@frozen(kw_only=True)
class StandingMeasure:
    """A paragraph that was adopted, as long as it is in force."""

    resolution: ResolutionId
    paragraph: ParagraphId
    organ: OrganId
    measure: AnyMeasure
    effect: Effect
    bound: frozenset[Power]
    """The members of the organisation when it was adopted."""
    beneficiaries: tuple[Power, ...] = ()
    """For whose sake it was adopted: the victims found, the other parties, the sponsors."""
    since: int
    ended: int | None = None
    """The turn in which it ended."""

    @property
    def key(self) -> tuple[ResolutionId, ParagraphId]:
        """Its place in the register of measures."""
        return self.resolution, self.paragraph
