"""Drafts before an organ, and the measures it has taken."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from engine.known import Known
from engine.names import AmendmentId, ParagraphId, Power, ResolutionId
from engine.resolution import Amendment, Outcome, Paragraph, Resolution, StandingMeasure


@frozen(kw_only=True)
class ResolutionShown(Known):
    """A draft came before the eyes of this audience; `how` is `found` in the files, or `tabled`."""

    resolution: Resolution
    how: str


@frozen(kw_only=True)
class ResolutionSponsored(Known):
    """A power put its name to a draft."""

    resolution: ResolutionId
    power: Power


@frozen(kw_only=True)
class AmendmentMoved(Known):
    """It is proposed to change a draft."""

    resolution: ResolutionId
    amendment: Amendment


@frozen(kw_only=True)
class AmendmentTakenIn(Known):
    """The amendment is part of the text: by its author's leave, or by a vote."""

    resolution: ResolutionId
    amendment: AmendmentId
    paragraphs: tuple[Paragraph, ...]
    friendly: bool


@frozen(kw_only=True)
class AmendmentFell(Known):
    """It was voted down, or what it would change is no longer there."""

    resolution: ResolutionId
    amendment: AmendmentId
    rejected: bool


@frozen(kw_only=True)
class SeparateVoteAsked(Known):
    """A paragraph is to be voted on apart."""

    resolution: ResolutionId
    paragraph: ParagraphId
    by: Power


@frozen(kw_only=True)
class ParagraphSettled(Known):
    """The separate vote kept the paragraph, or took it out."""

    resolution: ResolutionId
    paragraph: ParagraphId
    kept: bool


@frozen(kw_only=True)
class ResolutionClosed(Known):
    """What has become of a draft."""

    resolution: ResolutionId
    outcome: Outcome


@frozen(kw_only=True)
class MeasureTaken(Known):
    """A paragraph adopted is in force."""

    measure: StandingMeasure


@frozen(kw_only=True)
class MeasureEnded(Known):
    """It is no longer: lifted, or its date has come."""

    resolution: ResolutionId
    paragraph: ParagraphId


ResolutionEvent: TypeAlias = (
    ResolutionShown
    | ResolutionSponsored
    | AmendmentMoved
    | AmendmentTakenIn
    | AmendmentFell
    | SeparateVoteAsked
    | ParagraphSettled
    | ResolutionClosed
    | MeasureTaken
    | MeasureEnded
)
"""What happens to a draft, and what it brings about."""
